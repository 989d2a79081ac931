"""Compares Curator's engine with the command line of face_recognition on the same pictures.

Both run as their users would run them, one after the other, in as many rounds as wanted:

- ``face_recognition KNOWN FOLDER --cpus N``, with ``--tolerance 2 --show-distance true`` so that it prints
  the distance of every face to every known person. What it computes is the same; a name lies within 0.6.
- ``curator politicians import``, ``curator import`` and ``curator analyse --jobs N`` into a new catalogue.

Curator's workers step back for other programs (niceness 10), so the other program is started with the same
niceness: else whatever runs beside the two would slow down one of them only. Both look at the known people
anew in every round, and that is part of the time. Pictures are copied under plain names first, as the other
program takes jpg, jpeg and png only. Memory is that of the whole tree of processes, the largest of sums taken
every 0.1 s (see ``process_tree``). Gains are medians over the rounds of the ratio of one round.

A name is lost when face_recognition gives it to a picture, as the nearest known person of a face within 0.6,
and Curator does not, as the first of a face's ranking within the band in which an unclaimed face is offered;
it is gained when it is the other way round. Neither says who is right: each one is listed.
"""

import argparse
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import tty
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

from process_tree import Usage, measure

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from curator.engine.catalogue import Catalogue
from curator.engine.errors import UnreadablePicture
from curator.engine.records import AnalysisState, Digest
from curator.engine.rules import Thresholds
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, WorkerSettings

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE_PEOPLE = CHECKOUT / "resources" / "sample" / "politicians"
TOLERANCE = 0.6
"""face_recognition's own default."""

EVERYTHING = 2.0
"""A tolerance that no distance exceeds."""

_LINE = re.compile(r"/(\d{5}\.\w+),(Person \w+),(\d\.\d+(?:e-\d+)?)")

TAKEN = frozenset({".jpg", ".jpeg", ".png"})
COUNTRY = "Malta"


@dataclass(frozen=True, slots=True)
class Bench:
    """Copies of the pictures as both programs take them.

    Attributes:
        pictures: the folder of copies.
        known: the folder of known people, one picture each.
        tree: the same pictures as Curator takes politicians.
        people: who a made-up name stands for.
        originals: which file a copy was made of.
    """

    pictures: Path
    known: Path
    tree: Path
    people: dict[str, str]
    originals: dict[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one program found: names by file, with the distance, and the number of faces."""

    names: dict[tuple[str, str], float]
    faces: int
    faces_of: Counter[str]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="pictures, at any depth")
    parser.add_argument("--known", type=Path, help="one picture a person (default: the sample's people)")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="processes of each (%(default)s)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="(%(default)s)")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-bench-") as folder:
        bench = lay_out(told.folder, known=told.known, into=Path(folder))
        run(bench, jobs=told.jobs, rounds=told.rounds, into=Path(folder))


def lay_out(pictures: Path, *, known: Path | None, into: Path) -> Bench:
    """Copies pictures and known people under names that neither program stumbles over."""
    bench = Bench(into / "pictures", into / "known", into / "tree", {}, {})
    bench.pictures.mkdir()
    bench.known.mkdir()
    taken = [path for path in sorted(pictures.rglob("*")) if path.suffix.lower() in TAKEN and path.is_file()]
    contents = set()
    for number, path in enumerate(taken):
        content = sha256(path.read_bytes()).digest()
        if content in contents:
            continue  # to Curator the same file twice is one submission
        contents.add(content)
        copy = bench.pictures / f"{number:05}{path.suffix.lower()}"
        shutil.copyfile(path, copy)
        bench.originals[copy.name] = str(path.relative_to(pictures))
    for number, (name, path) in enumerate(_people(known)):
        made_up = f"Person {chr(65 + number // 26)}{chr(97 + number % 26)}a"
        bench.people[made_up] = name
        shutil.copyfile(path, bench.known / f"{made_up}{path.suffix.lower()}")
        folder = bench.tree / COUNTRY / made_up
        folder.mkdir(parents=True)
        shutil.copyfile(path, folder / f"1{path.suffix.lower()}")
    return bench


def _people(known: Path | None) -> list[tuple[str, Path]]:
    if known is not None:
        return [(path.stem, path) for path in sorted(known.iterdir()) if path.suffix.lower() in TAKEN]
    folders = sorted(path for path in SAMPLE_PEOPLE.glob("*/*") if path.is_dir())
    return [(folder.name, min(folder.iterdir())) for folder in folders]


def run(bench: Bench, *, jobs: int, rounds: int, into: Path) -> None:
    """Runs the rounds and prints what they show; the last line is for programs."""
    count = len(bench.originals)
    print(f"{count} pictures, {len(bench.people)} known people, {jobs} processes, {rounds} rounds")
    theirs: list[Usage] = []
    ours: list[Usage] = []
    for number in range(rounds):
        catalogue = into / f"catalogue-{number}"
        theirs.append(run_cli(bench, jobs=jobs))
        steps = run_curator(bench, catalogue, jobs=jobs)
        ours.append(steps["politicians"] + steps["import"] + steps["analyse"])
        for name, usage in (("face_recognition", theirs[-1]), ("curator", ours[-1]), *steps.items()):
            print(f"round {number + 1}  {_told(name, usage, count)}", flush=True)
    other = read_cli(theirs[-1].output, bench)
    own = read_catalogue(catalogue, bench)
    lost = print_differences("lost", other, own, bench)
    gained = print_differences("gained", own, other, bench)
    print_faces(other, own, bench)
    print_shares(bench, jobs=jobs)
    wall = median(one.wall / two.wall for one, two in zip(theirs, ours, strict=True))
    processor = median(one.processor / two.processor for one, two in zip(theirs, ours, strict=True))
    peak = max(usage.peak_bytes for usage in ours) // 1_000_000
    print(
        f"wall_gain={wall:.1f} cpu_gain={processor:.1f} names_lost={lost} names_gained={gained}"
        f" faces_cli={other.faces} faces={own.faces} peak_mb={peak}"
    )


def _told(name: str, usage: Usage, count: int) -> str:
    return (
        f"{name:>16}  {usage.wall:7.2f} s  {count / usage.wall:6.2f} photos/s"
        f"  {1000 * usage.processor / count:7.0f} ms processor time a photo"
        f"  {usage.peak_bytes / 1e6:5.0f} MB at its peak"
    )


# ---------------------------------------------------------------- the two programs


def run_cli(bench: Bench, *, jobs: int) -> Usage:
    """face_recognition's own console script."""
    script = shutil.which("face_recognition", path=str(Path(sys.executable).parent)) or "face_recognition"
    options = ["--cpus", str(jobs), "--tolerance", str(EVERYTHING), "--show-distance", "true"]
    command = [script, str(bench.known), str(bench.pictures), *options]
    return measure(command, niceness=WorkerSettings().niceness, popen=_Terminal)


def run_curator(bench: Bench, catalogue: Path, *, jobs: int) -> dict[str, Usage]:
    """Curator's command line, step by step."""
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "CURATOR_CATALOGUE": str(catalogue)}
    steps = {
        "politicians": ["politicians", "import", str(bench.tree), "--jobs", str(jobs)],
        "import": ["import", str(bench.pictures)],
        "analyse": ["analyse", "--jobs", str(jobs)],
    }
    return {
        name: measure([sys.executable, "-m", "curator", *words], environment=environment)
        for name, words in steps.items()
    }


class _Terminal(subprocess.Popen[str]):
    """A process that writes to a terminal, which it does line by line.

    Into a pipe face_recognition's processes write blocks, and the last of each is lost when the
    program ends without waiting for them.
    """

    def __init__(self, command: Sequence[str], **options: Any) -> None:
        self._reading, writing = pty.openpty()
        tty.setraw(writing)  # or lines of several processes are mixed
        self._chunks: list[bytes] = []
        super().__init__(command, **options | {"stdout": writing})
        os.close(writing)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                chunk = os.read(self._reading, 65536)
            except OSError:  # Linux says so when the last process has closed its end
                break
            if not chunk:
                break
            self._chunks.append(chunk)
        os.close(self._reading)

    def communicate(self, *anything: Any, **more: Any) -> tuple[str, str]:
        _, complaints = super().communicate(*anything, **more)
        self._reader.join()
        return b"".join(self._chunks).decode(), complaints


# ---------------------------------------------------------------- what they found


def read_cli(output: str, bench: Bench) -> Seen:
    """The names that face_recognition gives at its own tolerance.

    It prints a line for every face and known person; those of one file come in their order.
    """
    lines: dict[str, list[tuple[str, float]]] = {}
    for file, name, distance in _LINE.findall(output):
        lines.setdefault(file, []).append((name, float(distance)))
    known = {name for told in lines.values() for name, _ in told}
    if any(len(told) % len(known) for told in lines.values()):
        raise RuntimeError("face_recognition's output is incomplete")
    names: dict[tuple[str, str], float] = {}
    faces_of: Counter[str] = Counter()
    for file, told in lines.items():
        # A known person whose face was not found is in no line: a face is over when a name comes again.
        for face in _faces(told):
            faces_of[file] += 1
            name, distance = min(face, key=lambda one: one[1])
            if distance <= TOLERANCE:
                names[file, name] = min(distance, names.get((file, name), EVERYTHING))
    return Seen(names, sum(faces_of.values()), faces_of)


def _faces(told: Sequence[tuple[str, float]]) -> list[list[tuple[str, float]]]:
    faces: list[list[tuple[str, float]]] = []
    for name, distance in told:
        if not faces or name == faces[-1][0][0]:
            faces.append([])
        faces[-1].append((name, distance))
    return faces


def read_catalogue(folder: Path, bench: Bench) -> Seen:
    """The names that Curator offers for faces as if nobody were claimed."""
    thresholds = Thresholds()
    names: dict[tuple[str, str], float] = {}
    faces_of: Counter[str] = Counter()
    with Catalogue.read(folder) as catalogue:
        people = {one.id: one.full_name for one in catalogue.politicians.all()}
        for file in bench.originals:
            digest = Digest(sha256((bench.pictures / file).read_bytes()).hexdigest())
            submission = catalogue.submissions.with_digest(digest)
            if submission is None or catalogue.submissions.get(submission).state is not AnalysisState.DONE:
                print(f"  not read by curator: {bench.originals[file]}")
                continue
            for face in catalogue.faces.of(submission):
                faces_of[file] += 1
                if not face.matches or face.box.size < thresholds.nameless_size:
                    continue
                first = face.matches[0]
                if first.distance <= thresholds.closer_unclaimed:
                    key = file, people[first.politician_id]
                    names[key] = min(first.distance, names.get(key, EVERYTHING))
    return Seen(names, sum(faces_of.values()), faces_of)


def print_differences(word: str, one: Seen, other: Seen, bench: Bench) -> int:
    """Lists names that one gives and the other does not; returns how many."""
    differing = sorted(one.names.keys() - other.names.keys())
    for file, name in differing:
        print(f"  {word}: {bench.originals[file]}: {bench.people[name]}, {one.names[file, name]:.3f}")
    return len(differing)


def print_faces(theirs: Seen, ours: Seen, bench: Bench) -> None:
    """Lists the pictures in which one finds more faces than the other."""
    for file, original in bench.originals.items():
        if theirs.faces_of[file] != ours.faces_of[file]:
            print(
                f"  faces: {original}: {theirs.faces_of[file]} by the CLI, {ours.faces_of[file]} by curator"
            )


def print_shares(bench: Bench, *, jobs: int) -> None:
    """Analyses the pictures once more and adds up what the workers say of their stages."""
    totals: Counter[str] = Counter()
    with Workers(WorkerSettings(count=jobs)) as workers:
        for future in [workers.submit(Analyse(path=bench.pictures / file)) for file in bench.originals]:
            try:
                totals.update(future.result().seconds)
            except UnreadablePicture:
                continue
    whole = sum(totals.values())
    shares = "  ".join(f"{name}={seconds / whole:.2f}" for name, seconds in totals.items())
    each = 1000 * whole / len(bench.originals)
    print(f"stages in the workers, {each:.0f} ms processor time a photo: {shares}")


if __name__ == "__main__":
    main()
