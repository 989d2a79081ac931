"""The review desk: where a person decides about one submission after the other."""
