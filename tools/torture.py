"""Kills the program at random moments, again and again, and counts what that lost or broke.

    python tools/torture.py --kills 1000 [--seed 1] [--pictures FOLDER] [--keep FOLDER]

Each life of the program is a process of its own that opens the catalogue as the command line or the window
does, and works without a pause: loads, analyses, decides one and many, undoes, corrects by hand, promotes,
imports people, fetches from a server on this machine, exports, copies the database, purges rejected pictures,
erases senders and politicians, restores backups, merges other copies; some make new catalogues and bring
old ones up to date instead. It tells through a pipe what it is about to do and, once the command has
returned, what is done. At a random moment it gets SIGKILL; sometimes its workers do, too. Then:

* the program starts again, and repairs whatever it repairs without being asked;
* SQLite, the foreign keys, the decision chain, triggers' counts and word indexes are sound;
* every acknowledged decision is there, once and unchanged, and a bulk decision whole or not at all;
* every submission has its original, with the right digest, and there is no file that nobody knows;
* after a restore, what it took away is in the backup that it made; half a restore there is not;
* an erasure is whole or was not begun, and no word that was erased is left in the folder, or in a backup;
* an export is the old one or the new one, whole by its manifest, and nothing half written lies beside it;
* no process is left behind, and nothing temporary.

After every ``--round`` kills all pictures are analysed to their end, and a new catalogue begins. Killing a
process does not cut the power: for that see ``power_loss.py``.

Last line: ``kills=... acknowledged=... lost=... broken=...``; ends with 1 if anything was lost or broken.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

# Workers import this file, too: whatever is heavy is imported where it is needed.
if TYPE_CHECKING:
    from torturing.acting import Stuff
    from torturing.telling import Told

_START_SECONDS = 60.0
"""A life that has not opened its catalogue after so long hangs."""
_LOOK_SECONDS = 300.0
_GONE_SECONDS = 10.0
"""Workers see that the program is gone when their pipe closes."""
_SHORT = 0.004
"""A commit takes so many seconds: kills that shall hit one come so soon after it began."""


_AIMED = {
    "export": 1.2,
    "load": 0.1,
    "import": 0.3,
    "fetch": 0.3,
    "bulk decision": _SHORT,
    "backup": 0.05,
    "erasing": 0.2,
    "erasing: ": 0.05,
    "restore": 0.15,
    "merge": 0.15,
    "rest": 0.05,
}
"""What kills are aimed at, by how its name begins, and so many seconds in which they come."""


@dataclass
class Tally:
    """What came of the kills so far."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    broken: int = 0
    moments: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """The last line of the output."""
        return f"kills={self.kills} acknowledged={self.acknowledged} lost={self.lost} broken={self.broken}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=3.0, help="that a life lasts at most")
    parser.add_argument("--round", type=int, default=50, metavar="N", help="kills of one catalogue")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="to load; the sample's otherwise")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where broken catalogues are kept")
    parser.add_argument("--finder", help=argparse.SUPPRESS)
    told = parser.parse_args(arguments)
    if not hasattr(os, "fork"):
        parser.error("This takes a system with SIGKILL.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tally, dice = Tally(), random.Random(told.seed)
    with tempfile.TemporaryDirectory(prefix="curator-torture-") as name, server(Path(name)) as address:
        stuff = stuff_for(Path(name), told, address)
        for number in range(0, told.kills, told.round):
            home = Path(name) / f"round {number}"
            home.mkdir()
            kills = min(told.round, told.kills - number)
            one_catalogue(replace(stuff, home=home), kills, told=told, tally=tally, dice=dice)
            shutil.rmtree(home, ignore_errors=True)
            print(tally.line(), flush=True)
    for moment, count in tally.moments.most_common():
        print(f"{count:6} during: {moment}")
    print(tally.line())
    return int(bool(tally.lost or tally.broken))


def stuff_for(home: Path, told: argparse.Namespace, address: str) -> "Stuff":
    """What lives work with."""
    from torturing import window  # noqa: F401 - imported once, here, so that each life has it at once
    from torturing.acting import Stuff

    from curator.engine.sample import sample_folder
    from curator.engine.workers.messages import WorkerSettings

    folder = told.pictures or sample_folder() / "submissions"
    endings = {".jpg", ".jpeg", ".png", ".webp"}
    pictures = tuple(path for path in sorted(folder.rglob("*")) if path.suffix.lower() in endings)
    if not pictures:
        raise SystemExit(f"{folder} holds no pictures.")
    settings = WorkerSettings(count=2, finder=told.finder) if told.finder else WorkerSettings(count=2)
    people = sample_folder() / "politicians"
    return Stuff(home, pictures, people, address, "nc-j0urn3y-t0k3n" if address else "", settings, 0)


@contextmanager
def server(home: Path) -> Iterator[str]:
    """Serves a table of pictures from a process of its own; gives the address, empty where tests are not."""
    tests = ROOT / "tests" / "journeys"
    if not (tests / "nocodb_server.py").is_file():
        yield ""
        return
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        sys.path.insert(0, str(tests))
        # It complains of every program that is killed while it asks.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            _serve(writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        address = pipe.readline().strip()
    try:
        yield address
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _serve(writing: int) -> None:
    from nocodb_server import Table, attachment, serving

    from curator.engine.sample import sample_folder

    seeds = sorted((sample_folder() / "submissions").glob("*.jpg"))
    some = range(40)
    files = {f"{number}.jpg": seeds[number % len(seeds)].read_bytes() + bytes([number]) for number in some}
    rows: list[dict[str, object]] = [
        {"Id": number, "image": [attachment(f"{number}.jpg", mimetype="image/jpeg")], "isfake": 1}
        for number in some
    ]
    with serving(Table(rows, files)) as address:
        os.write(writing, f"{address}\n".encode())
        signal.pause()


# ---------------------------------------------------------------- rounds


def one_catalogue(
    stuff: "Stuff", kills: int, *, told: argparse.Namespace, tally: Tally, dice: random.Random
) -> None:
    """Kills that many programs over one catalogue, and looks at it after each."""
    from torturing.telling import Told

    known = Told()
    for number in range(kills):
        stuff = replace(stuff, seed=dice.randrange(1 << 30))
        kind = dice.choices(("engine", "window", "migration"), (70, 20, 10))[0]
        session, problems = one_life(stuff, kind, known, dice=dice, seconds=told.seconds)
        tally.kills += 1
        tally.moments[known.doing] += 1
        lost, broken = look_after(stuff, known, finish=number == kills - 1)
        broken += problems
        # Only now: whoever starts the program again does not wait for the workers of the last one either.
        if not _gone(session):
            broken.append("a process was left behind")
        tally.lost += len(lost)
        tally.broken += len(broken)
        for what, some in (("lost", lost), ("broken", broken)):
            for one in some[:10]:
                print(f"{what} at kill {tally.kills} ({kind}, {known.doing}, seed {stuff.seed}): {one}")
        if lost or broken:
            # What is broken once would be told again after every kill that follows.
            if told.keep is not None:
                shutil.copytree(stuff.home, told.keep / f"kill {tally.kills}", dirs_exist_ok=True)
            tally.acknowledged += known.number
            shutil.rmtree(stuff.home)
            stuff.home.mkdir()
            known = Told()
    tally.acknowledged += known.number


def one_life(
    stuff: "Stuff", kind: str, known: "Told", *, dice: random.Random, seconds: float
) -> tuple[int, list[str]]:
    """Starts a program, and kills it; what it told is noted.

    Returns:
        The number of its session of processes, and what was wrong with its life.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _live(stuff, kind, writing)
    os.close(writing)
    known.begin_life()
    before = len(known.failures)
    wait = _moment(dice, seconds=seconds)
    rest = _listen(reading, known, until=wait)
    everybody = dice.random() < 0.2
    if everybody:
        os.killpg(child, signal.SIGKILL)
    else:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    _drain(reading, rest, known)
    problems = known.failures[before:]
    if not os.WIFSIGNALED(status):
        problems = [*problems, "the program ended by itself"]
    return child, problems


def _live(stuff: "Stuff", kind: str, writing: int) -> None:
    os.setsid()
    from torturing.telling import FAILED, Teller

    # A worker that is killed while it starts complains to nobody.
    os.dup2(os.open(stuff.home / "complaints.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)

    teller = Teller(writing)
    try:
        if kind == "window":
            from torturing.window import live
        elif kind == "migration":
            from torturing.migrating import live
        else:
            from torturing.acting import live
        live(stuff, teller)
    except BaseException as error:
        places = "".join(traceback.format_exception(error))
        teller.say(FAILED, why=f"{type(error).__name__}: {error}\n{places}")
    finally:
        os._exit(1)


@dataclass
class _Until:
    """When to kill: so many seconds after a fact, or at the latest."""

    wanted: Callable[[dict[str, Any]], bool]
    after: float
    latest: float


def _moment(dice: random.Random, *, seconds: float) -> _Until:
    way = dice.random()
    if way < 0.12:
        return _Until(lambda fact: True, 0.0, dice.uniform(0, 0.15))
    if way < 0.5:
        return _Until(lambda fact: fact.get("told") == "opened", dice.uniform(0, seconds), _START_SECONDS)
    left = dice.randint(1, 25)

    def counted(fact: dict[str, Any]) -> bool:
        nonlocal left
        left -= fact.get("told") == "intent"
        return left <= 0

    if way < 0.75:
        return _Until(counted, dice.expovariate(1 / _SHORT), seconds)
    what = dice.choice(tuple(_AIMED))
    return _Until(
        lambda fact: str(fact.get("what", "")).startswith(what), dice.uniform(0, _AIMED[what]), 2 * seconds
    )


def _listen(reading: int, known: "Told", *, until: _Until) -> bytes:
    """Notes what is told until it is time to kill; returns the beginning of the next line."""
    rest = b""
    deadline = time.monotonic() + until.latest
    armed = False
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([reading], [], [], left)[0]:
            break
        data = os.read(reading, 1 << 16)
        if not data:
            break
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            fact = dict(known.take(line))
            if not armed and until.wanted(fact):
                armed = True
                deadline = time.monotonic() + until.after
    return rest


def _drain(reading: int, rest: bytes, known: "Told") -> None:
    """What stood in the pipe when the program was killed was told before."""
    with os.fdopen(reading, "rb") as pipe:
        # A worker that lives a moment longer holds the other end, too.
        os.set_blocking(pipe.fileno(), False)
        data = rest + (pipe.read() or b"")
    for line in data.split(b"\n")[:-1]:
        known.take(line)


def _gone(session: int) -> bool:
    """Waits until no process of a life is left, and ends those that stay too long."""
    import psutil

    deadline = time.monotonic() + _GONE_SECONDS
    while time.monotonic() < deadline:
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return True
        left = [one for one in psutil.process_iter() if _belongs(one, session)]
        if not left:
            return True
        psutil.wait_procs(left, timeout=0.2)
    os.killpg(session, signal.SIGKILL)
    return False


def _belongs(process: Any, session: int) -> bool:
    import psutil

    try:
        return os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.NoSuchProcess, ProcessLookupError, PermissionError):
        return False


# ---------------------------------------------------------------- afterwards


def look_after(stuff: "Stuff", known: "Told", *, finish: bool) -> tuple[list[str], list[str]]:
    """Looks, in a process of its own: this one must stay without threads to be forked again."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.setsid()
        try:
            from torturing.migrating import look as look_at_migrated
            from torturing.soundness import look

            lost, broken = look(stuff.home, known, settings=stuff.settings, finish=finish)
            answer = [lost, broken + look_at_migrated(stuff.home), known.settled]
        except BaseException as error:
            places = "".join(traceback.format_exception(error))
            answer = [[], [f"the next start failed: {type(error).__name__}: {error}\n{places}"], []]
        with os.fdopen(writing, "w") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(writing)
    deadline = time.monotonic() + _LOOK_SECONDS
    data = b""
    while (left := deadline - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
        part = os.read(reading, 1 << 16)
        data += part
        if not part:
            break
    os.close(reading)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        lost, broken, settled = json.loads(data)
    except ValueError:
        return [], ["the next start hung, or ended without a word"]
    for line in settled:
        known.take(line.encode())
    return lost, broken


if __name__ == "__main__":
    sys.exit(main())
