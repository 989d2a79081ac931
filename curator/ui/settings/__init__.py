"""What a person sets: about themselves, this computer, the advice and the catalogue."""
