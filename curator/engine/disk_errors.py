"""Sorts the system's errors while writing: those that a person can do something about."""

import errno

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def is_full(error: OSError) -> bool:
    """Whether there is no room: a full disk, or a quota that is used up."""
    return error.errno in _FULL


def is_forbidden(error: OSError) -> bool:
    """Whether it may not be written: a read-only disk, or missing permissions."""
    return error.errno in _FORBIDDEN
