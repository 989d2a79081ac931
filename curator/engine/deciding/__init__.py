"""The commands that a curator gives about submissions, and what follows from them."""
