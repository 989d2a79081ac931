"""Processes that open what was sent in: no other does."""
