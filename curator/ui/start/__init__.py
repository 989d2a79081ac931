"""What is shown while no catalogue is open."""
