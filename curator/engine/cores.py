"""Tells how many processors this program may use."""

import os


def usable_cores() -> int:
    """Processors that the system gives this process; fewer than the machine has, in a container."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
