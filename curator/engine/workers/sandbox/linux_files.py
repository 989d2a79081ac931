"""Landlock: the process itself gives up all files but those that it names.

Source: https://docs.kernel.org/userspace-api/landlock.html. Needs Linux 5.13 with Landlock switched on,
and no privileges. Holds for the calling thread and those that it starts, so it comes first.
"""

import ctypes
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from curator.engine.workers.sandbox.linux_libc import Refused, call, gain_nothing
from curator.engine.workers.sandbox.protections import Protection

assert sys.platform == "linux"

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_RIGHTS_BY_VERSION = ((5, 16), (3, 15), (2, 14), (1, 13))
"""How many rights over files each version knows: the newest that is not above the kernel's counts."""
_WITH_NETWORK, _NETWORK_RIGHTS = 4, 0b11
_WITH_SCOPES, _SCOPES = 6, 0b11
"""Since these versions also TCP, and signals and abstract sockets of other processes."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def restrict(readable: Sequence[Path]) -> frozenset[Protection]:
    """Leaves the calling thread, and all that it starts, these folders and files to read.

    Returns:
        What is in force; nothing where the kernel has no Landlock.
    """
    try:
        version = call(_CREATE, None, 0, _ASK_VERSION)
        rights = next(count for since, count in _RIGHTS_BY_VERSION if version >= since)
        rules = _Ruleset(
            (1 << rights) - 1,
            _NETWORK_RIGHTS if version >= _WITH_NETWORK else 0,
            _SCOPES if version >= _WITH_SCOPES else 0,
        )
        ruleset = call(_CREATE, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    except Refused:
        return frozenset()
    try:
        for path in readable:
            _allow(ruleset, path, _READ_FILE | _READ_FOLDER)
        _allow(ruleset, Path(os.devnull), _READ_FILE | _WRITE_FILE)
        gain_nothing()
        call(_RESTRICT, ruleset, 0)
    except Refused:
        return frozenset()
    finally:
        os.close(ruleset)
    return frozenset({Protection.OWN_FILES_ONLY, Protection.NO_WRITING, Protection.NO_PROGRAMS})


def _allow(ruleset: int, path: Path, rights: int) -> None:
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not path.is_dir():
                rights &= ~_READ_FOLDER
            rule = _Beneath(rights, parent)
            call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
        finally:
            os.close(parent)
