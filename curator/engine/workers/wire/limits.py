"""How much one answer may hold: the worker keeps to it, the program takes in no more."""

MAX_HEADER = 1_000_000
"""Bytes of JSON."""

MAX_FACES = 500
"""More faces than that in one picture are left out, smallest first."""

MAX_LANDMARKS = 68
"""Of one face."""

MAX_SENTENCE = 300
"""Letters of what a person is told."""

MAX_DETAIL = 8000
"""Letters of what goes into the log; of longer ones the end is kept."""
