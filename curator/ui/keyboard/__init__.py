"""What keys are called, which command each of them gives, and what a held one does."""
