"""Reads what a picture's file says about itself.

Runs in worker processes: the bytes are hostile. Everything is read with caps on size, count and
depth, and whatever cannot be read is left out.
"""

from curator.engine.metadata.reading import read_declarations

__all__ = ["read_declarations"]
