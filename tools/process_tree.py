"""Measures what a command and all processes that it starts use: wall time, processor time, memory.

Memory is the sum over the tree of the proportional set size (PSS: pages that several processes
share are counted once) where the system tells it, which is Linux, else of the resident size.
"""

import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter

import psutil

INTERVAL_SECONDS = 0.1
"""Between two looks. What a process uses after the last look at it is not seen."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command used.

    Attributes:
        wall: seconds from its start to its end.
        processor: seconds of processor time, of all processes together.
        peak_bytes: the largest sum of memory at one look.
        output: what it wrote to its standard output.
    """

    wall: float
    processor: float
    peak_bytes: int
    output: str

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.wall + other.wall,
            self.processor + other.processor,
            max(self.peak_bytes, other.peak_bytes),
            self.output + other.output,
        )


def measure(
    command: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    niceness: int = 0,
    popen: Callable[..., "subprocess.Popen[str]"] = subprocess.Popen,
) -> Usage:
    """Runs a command to its end and watches its processes.

    Args:
        command: program and arguments.
        environment: its variables; this process's when None.
        niceness: how far it steps back for other programs; not on Windows.
        popen: starts it.

    Raises:
        RuntimeError: it failed; with the end of what it wrote to its standard error.
    """
    started = perf_counter()
    with popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        root = psutil.Process(process.pid)
        if niceness:
            root.nice(niceness)  # its children inherit it
        watch = _Watch(root)
        watching = threading.Thread(target=watch.run)
        watching.start()
        try:
            output, complaints = process.communicate()
        finally:
            wall = perf_counter() - started
            watch.over.set()
            watching.join()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {complaints[-2000:]}")
    return Usage(wall, sum(watch.processor.values()), watch.peak_bytes, output)


def memory_of(process: psutil.Process) -> int:
    """Bytes of memory of one process: its PSS where there is one, else its RSS."""
    full = process.memory_full_info()
    return int(getattr(full, "pss", full.rss))


@dataclass(slots=True)
class _Watch:
    """Looks at a tree of processes again and again, in a thread of its own."""

    root: psutil.Process
    over: threading.Event = field(default_factory=threading.Event)
    processor: dict[tuple[int, float], float] = field(default_factory=dict)
    """By process, as far as it was seen. An id may be used again, with another start."""
    peak_bytes: int = 0
    _known: dict[int, psutil.Process] = field(default_factory=dict)

    def run(self) -> None:
        while not self.over.wait(INTERVAL_SECONDS):
            self._look()

    def _look(self) -> None:
        # Once the first has ended, those that it left behind are still looked at.
        with suppress(psutil.NoSuchProcess):
            self._known = {one.pid: one for one in (self.root, *self.root.children(recursive=True))}
        used = 0
        for process in self._known.values():
            try:
                times = process.cpu_times()
                key = (process.pid, process.create_time())
                self.processor[key] = times.user + times.system
                used += memory_of(process)
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
        self.peak_bytes = max(self.peak_bytes, used)
