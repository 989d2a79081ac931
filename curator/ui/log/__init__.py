"""The decision log: who decided what, when, and what was seen."""
