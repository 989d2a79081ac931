"""The parts of ``tools/torture.py``: lives that end by SIGKILL, and what has to hold after each."""
