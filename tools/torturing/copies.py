"""Other copies of the catalogue, on which somebody else decides: what merges are made of."""

import random
import secrets
import shutil
from pathlib import Path

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.copying import copy_database
from curator.engine.deciding.decisions import decide
from curator.engine.intake.arrivals import file_arrival
from curator.engine.media import MediaStore
from curator.engine.records import Arrival, Claim, Kind, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.safekeeping import backups
from torturing.vanishing import new_mark

_MOST = 3
"""So many copies at once; those of before an erasure stay, which is what they are for."""
_BACKUP = 0.3
"""Of the merges, the part that is made from a backup."""
_NEW = 0.2
"""So often a copy is made anew, though there are enough."""


def choose(folder: Path, home: Path, *, pictures: tuple[Path, ...], dice: random.Random) -> Path:
    """A backup or the folder of another copy, with something in it that is not here."""
    found = backups.all_of(folder)
    if found and dice.random() < _BACKUP:
        return dice.choice(found).path
    copies = sorted(path for path in home.glob("copies/*") if path.suffix != ".half")
    if len(copies) < _MOST or dice.random() < _NEW:
        copies = [_copied(folder, home / "copies", dice=dice)]
    copy = dice.choice(copies)
    _work_on(copy, pictures=pictures, dice=dice)
    return copy


def _copied(folder: Path, place: Path, *, dice: random.Random) -> Path:
    """A copy of the catalogue with its pictures, whole or not there; it takes the place of another."""
    for half in place.glob("*.half"):
        shutil.rmtree(half)
    others = sorted(place.glob("*"))
    if len(others) >= _MOST:
        shutil.rmtree(dice.choice(others))
    half = place / f"{secrets.token_hex(4)}.half"
    half.mkdir(parents=True)
    copy_database(folder / "catalogue.db", half / "catalogue.db")
    if (folder / "media/originals").exists():
        shutil.copytree(folder / "media/originals", half / "media/originals")
    return half.rename(half.with_suffix(""))


def _work_on(copy: Path, *, pictures: tuple[Path, ...], dice: random.Random) -> None:
    with Catalogue.open(copy) as there:
        media = MediaStore(there.media_folder)
        for _ in range(dice.randint(0, 3)):
            path = copy / "arriving"
            path.write_bytes(dice.choice(pictures).read_bytes() + secrets.token_bytes(8))
            received = media.receive(path)
            path.unlink()
            told = Arrival(
                *(received.digest, received.size, f"{new_mark()}.jpg", "a copy", Kind.DEEPFAKE, Claim()),
                note=new_mark(),
                sender=f"{new_mark()} Sender",
            )
            with there.writing():
                file_arrival(there, told)
            media.filed(received.digest)
        some = sorted(there.submissions.ids(SubmissionFilter()))
        for one in dice.sample(some, min(len(some), dice.randint(0, 12))):
            _decide(there, one, dice=dice)


def _decide(there: Catalogue, one: SubmissionId, *, dice: random.Random) -> None:
    if there.submissions.get(one).state == "unreadable":
        return
    verdict, reason = dice.choice(
        (
            (Verdict.APPROVED, None),
            (Verdict.REJECTED, Reason.NO_FACE),
            (Verdict.SKIPPED, Reason.ASK),
            (Verdict.UNDECIDED, None),
        )
    )
    decide(
        there,
        [one],
        verdict=verdict,
        reason=reason,
        note=f"a copy {secrets.token_hex(6)} {new_mark()}",
        curator="Colleague",
        thresholds=Thresholds(),
    )
