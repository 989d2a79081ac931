"""A worker's answers as bytes: written in the worker, read with distrust in the program.

A worker has handled hostile files and may be in another's hands. Its answers are therefore
never unpickled: they are a short JSON header and raw arrays whose sizes follow from it, and
every number is checked before it is believed. Whatever carries ``untrusted`` in its name has
not been checked yet.
"""

from curator.engine.workers.wire.framing import MAGIC
from curator.engine.workers.wire.reading import LONGEST_GREETING, longest_answer, read_answer, read_greeting
from curator.engine.workers.wire.writing import written

__all__ = ["LONGEST_GREETING", "MAGIC", "longest_answer", "read_answer", "read_greeting", "written"]
