"""The index of politicians: who is in it, how well the offices are covered, and their portraits."""
