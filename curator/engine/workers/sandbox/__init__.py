"""Takes from a worker process whatever it does not need for looking at pictures.

Two steps, since models have to be read in between:

1. ``confine_files`` as the first thing, while the process has one thread.
2. ``confine_calls`` before the first submitted byte is read.

Each system offers something else; both say what is in force, and a system that offers nothing is no
error. Runs in worker processes only: there is no way back.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from curator.engine.workers.sandbox.protections import PROTECTION_WORDS, Protection

__all__ = ["PROTECTION_WORDS", "Protection", "confine_calls", "confine_files"]


def confine_files(readable: Sequence[Path], *, memory_bytes: int) -> frozenset[Protection]:
    """Lets this process read some folders and files, write nothing, and use so much memory.

    Args:
        readable: folders with all that is below them, and files; those that are not there are left out.
        memory_bytes: that the process may use.

    Returns:
        What is in force from now on.
    """
    active: frozenset[Protection] = frozenset()
    if sys.platform == "win32":
        from curator.engine.workers.sandbox import windows

        active |= windows.restrict(memory_bytes)
    else:
        from curator.engine.workers.sandbox import limits

        active |= limits.limit(memory_bytes)
    if sys.platform == "linux":
        from curator.engine.workers.sandbox import linux_files

        active |= linux_files.restrict(readable)
    return active


def confine_calls() -> frozenset[Protection]:
    """Leaves this process the system calls that decoding and computing take, and no others.

    Returns:
        What is in force from now on, besides what :func:`confine_files` said.
    """
    active: frozenset[Protection] = frozenset()
    if sys.platform == "linux":
        from curator.engine.workers.sandbox import linux_calls

        active |= linux_calls.restrict()
    elif sys.platform == "darwin":
        from curator.engine.workers.sandbox import macos

        active |= macos.restrict()
    return active
