"""The two calls of the C library that Linux' own protections take."""

import ctypes
import os

_PR_SET_NO_NEW_PRIVS = 38


class Refused(OSError):
    """The kernel does not know the call, or does not allow it here."""


def call(number: int, *arguments: object) -> int:
    """A system call by its number.

    Args:
        number: the same on all machines for calls younger than 2019.
        arguments: whole numbers, or objects of ctypes.

    Raises:
        Refused: it failed.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    done = libc.syscall(ctypes.c_long(number), *map(_argument, arguments))
    if done < 0:
        code = ctypes.get_errno()
        raise Refused(code, os.strerror(code))
    return int(done)


def gain_nothing() -> None:
    """Promises that no program which is started later has more rights: the price of both protections.

    Raises:
        Refused: the kernel is older than 3.5.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))) != 0:
        raise Refused(ctypes.get_errno(), "no_new_privs")


def _argument(value: object) -> object:
    # Without a type, ctypes hands whole numbers over as 32 bits.
    return ctypes.c_long(value) if isinstance(value, int) else value
