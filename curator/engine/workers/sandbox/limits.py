"""Caps what a process may use, by the limits that Unix systems have."""

import resource
import sys

from curator.engine.workers.sandbox.protections import Protection

assert sys.platform != "win32"

MOST_FILES = 64
"""Open files: a worker has six."""

MORE_THREADS = 4096
"""Than all that run when a worker starts: the system counts those of a person, not of a process, and a worker
that was taken over would otherwise leave the person's other programs none. Decoders start a few."""


def limit(memory_bytes: int) -> frozenset[Protection]:
    """Caps memory, threads and open files; forbids to fill files and to dump memory into one.

    RLIMIT_DATA counts what is really writable; RLIMIT_AS would also count the address space that
    thread stacks and libraries merely reserve. Linux enforces it since 4.7; macOS does not, there the
    caps on file and picture size must do.
    """
    wanted = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_NOFILE: MOST_FILES}
    if sys.platform == "linux":
        wanted[resource.RLIMIT_DATA] = memory_bytes
        running = _running()
        if running is not None:
            wanted[resource.RLIMIT_NPROC] = running + MORE_THREADS
    for kind, value in wanted.items():
        _, hard = resource.getrlimit(kind)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (most, most))
    return frozenset({Protection.LIMITED_MEMORY}) if sys.platform == "linux" else frozenset()


def _running() -> int | None:
    """How many threads the whole system runs, by the fourth field of Linux' ``/proc/loadavg``."""
    try:
        with open("/proc/loadavg", encoding="ascii") as file:
            return int(file.read().split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return None
