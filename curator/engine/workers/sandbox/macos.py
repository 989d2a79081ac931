"""Seatbelt: macOS takes network, writing and the rest of the system from a process that asks for it.

``sandbox_init`` is called deprecated since 10.8, and is what browsers still stand on. Reading stays allowed,
since libraries load parts of themselves late; files that are open stay open.
"""

import ctypes
import ctypes.util

from curator.engine.workers.sandbox.protections import Protection

_WRITTEN_OUT = 0
_PROFILE = (
    b"(version 1)(allow default)(deny network*)(deny file-write*)(deny process-exec*)(deny process-fork)"
)


def restrict() -> frozenset[Protection]:
    """Puts the profile in force; nothing when the system refuses it."""
    library = ctypes.util.find_library("System")
    start = getattr(ctypes.CDLL(library), "sandbox_init", None) if library else None
    if start is None:
        return frozenset()
    error = ctypes.c_char_p()
    if start(ctypes.c_char_p(_PROFILE), ctypes.c_uint64(_WRITTEN_OUT), ctypes.byref(error)) != 0:
        return frozenset()
    return frozenset({Protection.NO_NETWORK, Protection.NO_WRITING, Protection.NO_PROGRAMS})
