"""Throws broken pictures at the true window and counts what has no answer.

    python tools/fuzz_pictures.py --count 300 PICTURES [--seed 1] [--jobs 2] [--keep FOLDER]

Real pictures of a folder are broken in many ways (bits turned over, ends cut off, parts of one put into
another, sizes in headers made huge), written under random names and endings, and loaded into a new
catalogue in the window, in batches. For each there must be an answer: a submission that was analysed, one
that is marked unreadable with a sentence, or a refusal with a sentence. Whatever a batch does to the
window's process is seen from outside: it is a process of its own, and after a crash the next batch goes on
in a new one.

Last line: ``files=... window_crashes=... worker_deaths=... unanswered=...``; ends with 1 if a window crashed
or a file stayed without an answer. Deaths of workers are no failure: that is what they are for; each costs
one picture.
"""

import argparse
import hashlib
import json
import os
import random
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

BATCH = 100
LARGEST_SEED = 3_000_000
"""Bytes: larger ones take the time of many smaller ones, and have no other parts."""
SECONDS_A_FILE = 20
"""A window that is not through with a batch after so long for each of its files has frozen."""
_ENDINGS = (".jpg", ".JPG", ".png", ".webp", ".gif", ".bmp", ".tif", ".heic", ".avif", ".jpeg")
_MARKERS = tuple(bytes((0xFF, one)) for one in (0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xE1, 0xE2, 0xED))


@dataclass(slots=True)
class Tally:
    """What came of the files so far."""

    files: int = 0
    window_crashes: int = 0
    worker_deaths: int = 0
    unanswered: int = 0

    def line(self) -> str:
        """The last line of the output."""
        return (
            f"files={self.files} window_crashes={self.window_crashes}"
            f" worker_deaths={self.worker_deaths} unanswered={self.unanswered}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pictures", type=Path, metavar="FOLDER", help="of pictures to be broken")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where files without an answer are kept")
    parser.add_argument("--batch", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--finder", help=argparse.SUPPRESS)
    told = parser.parse_args(arguments)
    if told.batch is not None:
        return in_the_window(told.batch, jobs=told.jobs, finder=told.finder)
    seeds = [path for path in sorted(told.pictures.rglob("*")) if _is_seed(path)]
    if not seeds:
        parser.error(f"{told.pictures} holds no picture of at most {LARGEST_SEED:,} bytes.")
    dice = random.Random(told.seed)
    tally, kinds = Tally(), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="curator-fuzz-") as name:
        for number, start in enumerate(range(0, told.count, BATCH)):
            home = Path(name) / str(number)
            files = write_broken(home / "in", seeds=seeds, count=min(BATCH, told.count - start), dice=dice)
            command = [sys.executable, __file__, str(told.pictures), "--batch", str(home)]
            command += ["--jobs", str(told.jobs), *(["--finder", told.finder] if told.finder else [])]
            settle(home, files, tally=tally, kinds=kinds, command=command, keep=told.keep)
            print(tally.line(), flush=True)
    for sentence, count in kinds.most_common():
        print(f"{count:6} {sentence}")
    print(tally.line())
    return int(bool(tally.window_crashes or tally.unanswered))


def _is_seed(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and 100 < path.stat().st_size <= LARGEST_SEED


# ---------------------------------------------------------------- breaking


def write_broken(folder: Path, *, seeds: Sequence[Path], count: int, dice: random.Random) -> dict[str, Path]:
    """Writes broken pictures; returns them by SHA-256."""
    folder.mkdir(parents=True)
    written: dict[str, Path] = {}
    while len(written) < count:
        data = bytearray(dice.choice(seeds).read_bytes())
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            data = dice.choice(_WAYS)(data, dice, seeds)
        digest = hashlib.sha256(data).hexdigest()
        if not data or digest in written:
            continue
        path = folder / f"{len(written):05}{dice.choice(_ENDINGS)}"
        path.write_bytes(data)
        written[digest] = path
    return written


def _bits(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    # Headers matter more than pixels, so half of the damage is done there.
    for _ in range(dice.choice((1, 2, 8, 64))):
        reach = min(len(data), 600) if dice.random() < 0.5 else len(data)
        if reach:
            data[dice.randrange(reach)] ^= 1 << dice.randrange(8)
    return data


def _cut(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    return data[: dice.randrange(1, len(data) + 1)]


def _splice(data: bytearray, dice: random.Random, seeds: Sequence[Path]) -> bytearray:
    other = dice.choice(seeds).read_bytes()
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other)) :]


def _blank(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    start = dice.randrange(len(data))
    length = min(dice.choice((4, 64, 4096)), len(data) - start)
    data[start : start + length] = bytes((dice.choice((0, 0xFF)),)) * length
    return data


def _repeat(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    start = dice.randrange(len(data))
    part = data[start : start + dice.choice((16, 1024, 65536))]
    return data[:start] + part * dice.choice((2, 20)) + data[start:]


def _insert(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    place = dice.randrange(len(data) + 1)
    return data[:place] + dice.randbytes(dice.choice((1, 3, 200))) + data[place:]


def _number(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    """A size or an offset somewhere in the first bytes becomes one that nobody expects."""
    value = dice.choice((0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    form = dice.choice((">H", "<H", ">I", "<I"))
    size = struct.calcsize(form)
    if len(data) > size:
        place = dice.randrange(min(len(data) - size, 2000))
        data[place : place + size] = struct.pack(form, value & (256**size - 1))
    return data


def _marker(data: bytearray, dice: random.Random, _seeds: Sequence[Path]) -> bytearray:
    place = dice.randrange(len(data) + 1)
    return data[:place] + dice.choice(_MARKERS) + dice.randbytes(2) + data[place:]


_WAYS: tuple[Callable[[bytearray, random.Random, Sequence[Path]], bytearray], ...] = (
    *(_bits, _bits, _cut, _splice, _blank, _repeat, _insert, _number, _number, _marker),
)

# ---------------------------------------------------------------- from outside


def settle(
    home: Path,
    files: dict[str, Path],
    *,
    tally: Tally,
    kinds: Counter[str],
    command: Sequence[str],
    keep: Path | None,
) -> None:
    """Runs the window over one batch, and counts what became of each file."""
    tally.files += len(files)
    try:
        ended = subprocess.run(
            command, timeout=SECONDS_A_FILE * len(files), stdin=subprocess.DEVNULL, check=False
        )
        crashed = ended.returncode != 0
    except subprocess.TimeoutExpired:
        crashed = True
    told_in = home / "answers.json"
    answers: dict[str, str] = json.loads(told_in.read_text(encoding="utf-8")) if told_in.exists() else {}
    tally.window_crashes += crashed
    for digest, path in files.items():
        answer = answers.get(digest) or answers.get(path.name, "")
        if not answer:
            tally.unanswered += 1
            print(f"no answer: {path.name} {digest}")
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{digest}{path.suffix}").write_bytes(path.read_bytes())
        kinds[answer or "(no answer)"] += 1
        tally.worker_deaths += answer.startswith(_DEATH)


_DEATH = "a worker died: "

# ---------------------------------------------------------------- in a process of its own


def in_the_window(home: Path, *, jobs: int, finder: str | None) -> int:
    """Loads a batch in the window, waits for its analysis, and writes down the answers."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtWidgets import QApplication

    from curator.app import App
    from curator.engine import kept_sentences as kept
    from curator.engine.catalogue import Catalogue, SubmissionFilter
    from curator.engine.loads import LoadEnd
    from curator.engine.records import AnalysisState
    from curator.engine.said import Said
    from curator.engine.workers.messages import WorkerSettings
    from curator.ui.assets import load_fonts
    from curator.ui.preferences import Preferences
    from curator.ui.session import Progress

    settings = WorkerSettings(count=jobs) if finder is None else WorkerSettings(count=jobs, finder=finder)
    application = QApplication(["curator"])
    load_fonts()
    app = App(
        application=application,
        preferences=Preferences(home / "curator.ini"),
        data_folder=home / "data",
        log_file=home / "curator.log",
        settings=settings,
    )
    app.window.setWindowState(Qt.WindowState.WindowNoState)
    app.window.show()
    if not app.open(home / "catalogue", create=True):
        return 1
    session = app.window.session
    assert session is not None
    answers: dict[str, str] = {}
    loop = QEventLoop()
    loaded = False

    def on_loaded(end: LoadEnd) -> None:
        nonlocal loaded
        loaded = True
        for one in end.summary.refused:
            answers[one.path.name] = f"refused: {one.sentence}"

    def look(progress: Progress) -> None:
        if loaded and not progress.pending and progress.loading is None:
            loop.quit()

    session.load_ended.connect(on_loaded)
    session.progressed.connect(look)
    session.load([home / "in"])
    loop.exec()
    app.window.close()
    deaths = {kept.TOO_LONG, kept.ENDED, kept.ENDED_BY_SIGNAL, kept.ENDED_WITH_CODE, kept.WORKER_GONE}
    deaths |= {kept.SENT_NONSENSE, kept.SENT_TOO_MUCH}
    patterns = {one.pattern for one in deaths}
    with Catalogue.read(home / "catalogue") as catalogue:
        for submission_id in catalogue.submissions.ids(SubmissionFilter()):
            one = catalogue.submissions.get(submission_id)
            if one.state is AnalysisState.DONE:
                answers[one.digest] = "analysed"
            elif one.state is AnalysisState.UNREADABLE and one.unreadable:
                found = kept.recognised(one.unreadable)
                pattern = found.pattern if isinstance(found, Said) else ""
                first = kept.recognised(one.unreadable.split(". ")[0].rstrip(".") + ".")
                died = pattern in patterns or (isinstance(first, Said) and first.pattern in patterns)
                words = first.pattern if isinstance(first, Said) else one.unreadable
                answers[one.digest] = f"{_DEATH if died else 'unreadable: '}{words}"
    (home / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
