"""Watches the memory of the program and its workers over thousands of pictures.

The pictures of a folder are analysed again and again until ``--count`` are done, as the program does it: a
few at a time, in worker processes. Memory is the resident set of this process, and the largest of any
worker's. First is what it was after the first tenth of the pictures, when every model was loaded and every
size had been seen; last is the median of the last tenth.
"""

import argparse
import itertools
import os
import sys
from collections import deque
from concurrent.futures import Future
from pathlib import Path
from statistics import median
from time import perf_counter

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from curator.engine.errors import UnreadablePicture
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, AnalysedPicture, WorkerSettings

AHEAD = 6
"""Pictures under way at a time, as `curator.engine.analysis` has them."""

MOST_LOOKS = 200
"""At the memory, spread over the pictures."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="pictures, at any depth")
    parser.add_argument("--count", type=int, default=3000, help="(%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="workers (%(default)s)")
    told = parser.parse_args()
    paths = sorted(path for path in told.folder.rglob("*") if path.is_file())
    if not paths or told.count < 1:
        parser.error("there is nothing to analyse")
    with Workers(WorkerSettings(count=told.jobs)) as workers:
        run(workers, paths, count=told.count)


def run(workers: Workers, paths: list[Path], *, count: int) -> None:
    """Analyses so many pictures and prints how memory went; the last line is for programs."""
    looks: list[tuple[int, float, float]] = []
    every = max(1, count // MOST_LOOKS)
    under_way: deque[Future[AnalysedPicture]] = deque()
    unreadable = 0
    started = perf_counter()
    feed = itertools.islice(itertools.cycle(paths), count)
    for number in range(1, count + 1):
        under_way.extend(
            workers.submit(Analyse(path=path)) for path in itertools.islice(feed, AHEAD - len(under_way))
        )
        try:
            under_way.popleft().result()
        except UnreadablePicture:
            unreadable += 1
        if number % every == 0:
            looks.append((number, *memory()))
            if len(looks) % 10 == 0:
                print("{:6} pictures  program {:6.1f} MB  worker {:6.1f} MB".format(*looks[-1]), flush=True)
    print(f"{count / (perf_counter() - started):.1f} pictures a second, {unreadable} unreadable")
    tenth = max(1, len(looks) // 10)
    _, parent_first, worker_first = looks[min(tenth, len(looks)) - 1]
    parent_last = median(parent for _, parent, _ in looks[-tenth:])
    worker_last = median(worker for _, _, worker in looks[-tenth:])
    print(
        f"count={count} parent_mb_first={parent_first:.0f} parent_mb_last={parent_last:.0f}"
        f" worker_mb_first={worker_first:.0f} worker_mb_last={worker_last:.0f}"
    )


def memory() -> tuple[float, float]:
    """Megabytes of this process, and of the largest worker."""
    here = psutil.Process()
    workers = []
    for child in here.children(recursive=True):
        try:
            workers.append(child.memory_info().rss / 1e6)
        except psutil.NoSuchProcess:
            continue
    return here.memory_info().rss / 1e6, max(workers, default=0.0)


if __name__ == "__main__":
    main()
