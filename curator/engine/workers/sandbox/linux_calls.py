"""Seccomp: the kernel refuses a worker every system call but those that it needs.

Source: https://docs.kernel.org/userspace-api/seccomp_filter.html; numbers of calls from the kernel's tables
``arch/x86/entry/syscalls/syscall_64.tbl`` and ``include/uapi/asm-generic/unistd.h``. Needs no privileges.
What is not allowed fails with EPERM and does not end the process: libraries ask for much that they can
do without.
"""

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from curator.engine.workers.sandbox.linux_libc import Refused, call, gain_nothing
from curator.engine.workers.sandbox.protections import Protection

# name: (x86_64, aarch64); None where a machine has no such call.
_ALLOWED: Mapping[str, tuple[int | None, int | None]] = {
    # the pipe, and files that may be read
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67),
    "close": (3, 57), "lseek": (8, 62), "poll": (7, None), "ppoll": (271, 73), "select": (23, None),
    "pselect6": (270, 72), "dup": (32, 23), "fstat": (5, 80), "newfstatat": (262, 79),
    "stat": (4, None), "lstat": (6, None), "statx": (332, 291), "access": (21, None), "faccessat": (269, 48),
    "faccessat2": (439, 439), "readlink": (89, None), "readlinkat": (267, 78), "getdents64": (217, 61),
    "getcwd": (79, 17),
    # memory
    "munmap": (11, 215), "brk": (12, 214), "mremap": (25, 216), "madvise": (28, 233),
    # time, chance and what the process is
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101), "gettimeofday": (96, 169), "getrandom": (318, 278), "getpid": (39, 172),
    "gettid": (186, 178), "getppid": (110, 173), "getuid": (102, 174), "geteuid": (107, 175),
    "getgid": (104, 176), "getegid": (108, 177), "uname": (63, 160), "sysinfo": (99, 179),
    "getrusage": (98, 165), "times": (100, 153), "getrlimit": (97, 163), "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121), "sched_getscheduler": (145, 120), "sched_yield": (24, 124),
    # threads of its own, signals to itself, the end
    "futex": (202, 98), "set_robust_list": (273, 99), "get_robust_list": (274, 100), "rseq": (334, 293),
    "set_tid_address": (218, 96), "membarrier": (324, 283), "restart_syscall": (219, 128),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132), "exit": (60, 93), "exit_group": (231, 94),
}  # fmt: skip

_UNKNOWN: Mapping[str, tuple[int | None, int | None]] = {"clone3": (435, 435), "openat2": (437, 437)}
"""Calls whose arguments a filter cannot see: with ENOSYS, libraries take the older ones below instead."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ASKS = (0, 1, 2, 3, 1030)
"""Of ``fcntl``: F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC. With the others the kernel can be made
to send any signal to any process of the person."""
_IS_THREAD = 0x00010000  # CLONE_THREAD
_NEW_SURROUNDINGS = 0x7E020000 | 0x2000
"""Of ``clone``: namespaces, which threads of an administrator might get, and CLONE_PTRACE."""
_CAN_RUN = 0x4  # PROT_EXEC
_UNCOUNTED = 0x001 | 0x008 | 0x100
"""Of ``mmap``: MAP_SHARED, MAP_DROPPABLE and MAP_GROWSDOWN. The limit of memory counts what is private and
does not grow: with these a worker could fill the memory of the whole computer."""

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Place in the tables, and what the kernel calls the machine (AUDIT_ARCH_*)."""

_SET_FILTER, _ALL_THREADS = 1, 1
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_X32 = 0x40000000
"""A second set of numbers for the same calls on x86_64."""


class _Op(IntEnum):
    """Instructions of the filter's machine, see linux/bpf_common.h."""

    LOAD = 0x20
    EQUAL = 0x15
    AT_LEAST = 0x35
    ANY_BIT = 0x45
    RETURN = 0x06


_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
"""Where they lie in ``struct seccomp_data``."""


@dataclass(frozen=True, slots=True)
class _Step:
    op: _Op
    value: int
    if_true: int = 0
    if_false: int = 0

    def packed(self) -> bytes:
        return struct.pack("=HBBI", self.op, self.if_true, self.if_false, self.value)


def restrict() -> frozenset[Protection]:
    """Puts the filter in force for all threads of this process, for good.

    Returns:
        What is in force; nothing on machines whose tables are not known, and where the kernel refuses.
    """
    machine = platform.machine()
    if machine not in _MACHINES or struct.calcsize("P") != 8:
        return frozenset()
    program = b"".join(step.packed() for step in steps(machine, pid=os.getpid()))
    code = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    told = Program(len(program) // 8, ctypes.cast(code, ctypes.c_void_p))
    try:
        gain_nothing()
        if call(_SECCOMP[machine], _SET_FILTER, _ALL_THREADS, ctypes.byref(told)) != 0:
            return frozenset()  # the number of a thread that has another filter
    except Refused:
        return frozenset()
    return frozenset(
        {Protection.NO_NETWORK, Protection.NO_WRITING, Protection.NO_PROGRAMS, Protection.NO_NEW_CODE}
    )


def steps(machine: str, *, pid: int) -> tuple[_Step, ...]:
    """The filter's program.

    Args:
        machine: ``x86_64`` or ``aarch64``.
        pid: of the process, which may send signals to itself.
    """
    place, machine_code = _MACHINES[machine]
    program = [
        _Step(_Op.LOAD, _MACHINE),
        _Step(_Op.EQUAL, machine_code, 1, 0),
        _Step(_Op.RETURN, _KILL),
        _Step(_Op.LOAD, _NUMBER),
        _Step(_Op.AT_LEAST, _X32, 0, 1),
        _Step(_Op.RETURN, _KILL),
    ]
    for number in _numbers(_ALLOWED, place):
        program += (_Step(_Op.EQUAL, number, 0, 1), _Step(_Op.RETURN, _ALLOW))
    for number in _numbers(_UNKNOWN, place):
        program += (_Step(_Op.EQUAL, number, 0, 1), _Step(_Op.RETURN, _FAIL | errno.ENOSYS))
    for numbers, conditions in (
        ((2, None), (_If(1, lacks=_WRITES),)),  # open
        ((257, 56), (_If(2, lacks=_WRITES),)),  # openat
        ((9, 222), (_If(2, lacks=_CAN_RUN), _If(3, lacks=_UNCOUNTED))),  # mmap
        ((10, 226), (_If(2, lacks=_CAN_RUN),)),  # mprotect
        ((56, 220), (_If(0, has=_IS_THREAD), _If(0, lacks=_NEW_SURROUNDINGS))),  # clone
        ((302, 261), (_If(2, exactly=0),)),  # prlimit64, which sets limits unless told no new ones
        ((62, 129), (_If(0, exactly=pid),)),  # kill
        ((234, 131), (_If(0, exactly=pid),)),  # tgkill
        *(((72, 25), (_If(1, exactly=command),)) for command in _ASKS),  # fcntl
    ):
        one = numbers[place]
        if one is not None:
            program += _allowed_if(one, conditions)
    program.append(_Step(_Op.RETURN, _FAIL | errno.EPERM))
    return tuple(program)


@dataclass(frozen=True, slots=True)
class _If:
    """What an argument of a call must be: some bits of its lower half, or one number as a whole."""

    argument: int
    lacks: int = 0
    has: int = 0
    exactly: int | None = None

    def steps(self, *, after: int) -> tuple[_Step, ...]:
        """Steps that jump over as many more when it is not met; both machines are little-endian."""
        low = _Step(_Op.LOAD, _ARGUMENTS + 8 * self.argument)
        if self.exactly is not None:
            high = _Step(_Op.LOAD, _ARGUMENTS + 8 * self.argument + 4)
            return (high, _Step(_Op.EQUAL, 0, 0, after + 2), low, _Step(_Op.EQUAL, self.exactly, 0, after))
        if self.lacks:
            return (low, _Step(_Op.ANY_BIT, self.lacks, after, 0))
        return (low, _Step(_Op.ANY_BIT, self.has, 0, after))


def _allowed_if(number: int, conditions: Sequence[_If]) -> tuple[_Step, ...]:
    """Steps that allow a call which meets all conditions; any other goes on to the steps after these."""
    program: tuple[_Step, ...] = (_Step(_Op.RETURN, _ALLOW),)
    for condition in reversed(conditions):
        program = condition.steps(after=len(program)) + program
    return (_Step(_Op.LOAD, _NUMBER), _Step(_Op.EQUAL, number, 0, len(program)), *program)


def _numbers(table: Mapping[str, tuple[int | None, int | None]], place: int) -> Iterable[int]:
    return (number for numbers in table.values() if (number := numbers[place]) is not None)
