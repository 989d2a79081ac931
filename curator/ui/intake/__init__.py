"""What is shown of loads and of the background work."""
