"""The queue: which submissions there are, filtered and in the order of review."""
