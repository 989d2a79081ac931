"""Cuts the power at many moments of one session, on paper, and counts what that would lose or break.

    python tools/power_loss.py --points 500 [--seed 1] [--actions 150] [--vanishing] [--pictures FOLDER]

A session of the true program runs once under strace: it loads, analyses, decides, undoes, corrects by hand,
imports, exports and copies the database, as in ``torture.py``; with ``--vanishing`` it erases, merges and
restores as well, and no trace may come back of what was told to be erased. The log holds every write, sync,
rename and deletion with its bytes, in order, and every acknowledgement between them. Then, for each of many
moments, a folder is made that a disk might hold if its power had gone just then:

* what was synced before is there; of each later write all, nothing, or any of its sectors of 512 bytes;
* names of files either change in the order of the calls, and a sync of anything keeps all before it (the
  journals of ext4, XFS, NTFS and APFS), or each folder loses its newest changes by itself unless it was
  synced (all that POSIX promises); half of the points each.

The program starts on that folder, and all is looked at as after a kill: it opens, SQLite finds nothing
wrong, each acknowledged decision is there, originals have their digests, exports are whole.

Not covered: disks that say that they synced and did not, sectors that are torn inside or rot, what another
system call than those above would write (the tool stops there), Windows and macOS, whose calls differ.

Last line: ``points=... acknowledged=... lost=... broken=...``; ends with 1 if anything was lost or broken.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torturing.acting import Stuff
    from torturing.telling import Teller

    from curator.engine.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

_LONGEST_WRITE = 100_000_000
_SESSION_SECONDS = 900
_RESTORES = 2
"""So often a backup is restored in a session in which things vanish."""
_BROUGHT = ("in", "copies")
"""Folders beside the catalogue that the program only reads."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--points", type=int, default=300, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=120, help="of the session")
    parser.add_argument(
        "--vanishing", action="store_true", help="also erase, bring in other copies, and restore backups"
    )
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="to load; the sample's otherwise")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where broken folders are kept")
    parser.add_argument("--finder", help=argparse.SUPPRESS)
    parser.add_argument("--session", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args(arguments)
    if told.session is not None:
        return session(told)
    if shutil.which("strace") is None:
        parser.error("This takes strace, which runs on Linux.")
    with tempfile.TemporaryDirectory(prefix="curator-power-") as name:
        home = Path(name).resolve() / "home"
        home.mkdir()
        log = Path(name).resolve() / "strace.log"
        record(home, log, told)
        return cut_power(home, log, told)


def record(home: Path, log: Path, told: argparse.Namespace) -> None:
    """Runs a session under strace.

    Raises:
        SystemExit: it failed.
    """
    from torturing.trace import CALLS

    command = ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", str(_LONGEST_WRITE), "-o", str(log)]
    command += ["-e", f"trace={','.join('?' + one for one in CALLS)}", "-e", "signal=none"]
    command += [sys.executable, __file__, "--session", str(home), "--seed", str(told.seed)]
    command += ["--actions", str(told.actions)]
    command += ["--vanishing"] if told.vanishing else []
    command += ["--pictures", str(told.pictures)] if told.pictures else []
    command += ["--finder", told.finder] if told.finder else []
    done = subprocess.run(command, check=False, timeout=_SESSION_SECONDS, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit(f"The session under strace ended with {done.returncode}.")


def session(told: argparse.Namespace) -> int:
    """A life that ends by itself, without closing anything."""
    from torture import stuff_for
    from torturing import vanishing
    from torturing.telling import Teller

    stuff = replace(stuff_for(told.session, told, ""), seed=told.seed)
    teller = Teller(os.open(told.session / "told", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    dice = random.Random(told.seed)
    for _ in range(_RESTORES if told.vanishing else 0):
        _work(stuff, teller, told, actions=told.actions // (_RESTORES + 1)).close()
        vanishing.restore(stuff.folder, teller=teller, dice=dice)
        stuff = replace(stuff, seed=dice.randrange(1 << 30))
    workspace = _work(stuff, teller, told, actions=told.actions // (_RESTORES + 1 if told.vanishing else 1))
    workspace.workers.close()
    os._exit(0)


def _work(stuff: "Stuff", teller: "Teller", told: argparse.Namespace, *, actions: int) -> "Workspace":
    """Opens the catalogue and does some things."""
    from threading import Event

    from torturing.acting import EngineHands, Somebody
    from torturing.telling import FAILED

    from curator.engine.catalogue import Catalogue
    from curator.engine.workspace import Workspace

    ready = Event()
    workspace = Workspace.open(
        stuff.folder,
        create=not Catalogue.exists(stuff.folder),
        settings=stuff.settings,
        on_ready=ready.set,
    )
    teller.begin(workspace.catalogue)
    workspace.loads.go_on()
    hands = EngineHands(workspace, teller=teller)
    somebody = Somebody(stuff, hands, workspace.catalogue, teller=teller, vanishing=told.vanishing)
    for _ in range(actions):
        ready.wait(0.02)
        ready.clear()
        for failure in workspace.tick().failures:
            teller.say(FAILED, why=failure.sentence)
        teller.tell_new(workspace.catalogue)
        somebody.act()
    return workspace


def cut_power(home: Path, log: Path, told: argparse.Namespace) -> int:
    """Looks at what each power loss would leave; returns the exit code."""
    from torture import look_after, stuff_for
    from torturing.disk import Disk
    from torturing.telling import Told
    from torturing.trace import moments, play

    disk = Disk(home)
    # What somebody else loads or brings along is on a disk of their own.
    facts = list(play(log, disk, told=home / "told", ignored=[home / name for name in _BROUGHT]))
    last = moments(log)
    first = min((change.at for change in disk.names), default=0)
    print(f"{len(disk.names)} names, {sum(map(len, disk.changes.values()))} writes,", end=" ")
    print(f"{sum(map(len, disk.syncs.values()))} syncs, {len(facts)} things told", flush=True)
    stuff = replace(stuff_for(home, told, ""), home=home)
    dice = random.Random(told.seed)
    acknowledged = lost_in_all = broken_in_all = 0
    for number in range(told.points):
        at = _moment(dice, facts, first=first, last=last)
        known = Told()
        for when, line in facts:
            if when < at:
                known.take(line)
        for path in home.iterdir():
            if path.name not in _BROUGHT:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        disk.after_power_loss(at, home, dice=dice, in_order=number % 2 == 0)
        if told.keep is not None:
            shutil.rmtree(told.keep / "before", ignore_errors=True)
            shutil.copytree(home, told.keep / "before", ignore=shutil.ignore_patterns(*_BROUGHT))
        lost, broken = look_after(stuff, known, finish=False)
        acknowledged += known.number
        lost_in_all += len(lost)
        broken_in_all += len(broken)
        for what, some in (("lost", lost), ("broken", broken)):
            for one in some[:5]:
                names = "in order" if number % 2 == 0 else "by folder"
                print(f"{what} at moment {at} ({known.doing}, names {names}): {one}")
        if (lost or broken) and told.keep is not None:
            shutil.copytree(told.keep / "before", told.keep / f"moment {at}", dirs_exist_ok=True)
    print(f"points={told.points} acknowledged={acknowledged} lost={lost_in_all} broken={broken_in_all}")
    return int(bool(lost_in_all or broken_in_all))


def _moment(dice: random.Random, facts: list[tuple[int, bytes]], *, first: int, last: int) -> int:
    """Anywhere, or just when something was told."""
    if facts and dice.random() < 0.4:
        return dice.choice(facts)[0] + 1
    return dice.randint(first, last)


if __name__ == "__main__":
    sys.exit(main())
