"""Says beforehand what an erasure would take; looking changes nothing."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, TypedDict

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.erasable import erasable_in, plain
from curator.engine.catalogue.erased_copies import senders_in
from curator.engine.errors import CuratorError, NotFound, RefusedChange
from curator.engine.records import PoliticianId, SubmissionId
from curator.engine.safekeeping import backups
from curator.engine.said import said
from curator.engine.text import clean_line

USUAL_GRACE_DAYS: Final = 30
"""How long rejected pictures are kept: long enough for a sender to ask why."""
LONGEST_GRACE_DAYS: Final = 3650
_GRACE = "grace_days"
_LONGEST_NAME = 200


class What(StrEnum):
    """What is to be erased."""

    REJECTED = "rejected"
    SENDER = "sender"
    POLITICIAN = "politician"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What would be erased; looking changes nothing.

    Attributes:
        what: of which sort it is.
        name: of the sender as it was typed, or of the politician; empty for rejected pictures.
        submissions: that go as a whole.
        shared: submissions that others sent too: only the sender's part in them goes.
        arrivals: how often the sender sent something.
        size: of the originals that go, in bytes.
        portraits: reference portraits that go.
        encodings: of these.
        matches: rankings of faces that go.
        claims: submissions that claim the politician by number, which becomes words.
        worded: submissions whose senders wrote the politician's name, which stays.
        days: the grace period.
        oldest: when the first of the rejected was rejected.
        newest: when the last was.
        exports: folders of exports that hold what goes, or what of it others sent too, each with how many.
        naming: folders of exports that name the politician, with or without pictures.
        backups: copies of the database that are replaced by a new one.
        knowing: of these, how many know a sender whom the catalogue no longer knows.
        unreachable: folders with backups that are not there now.
        politician_id: who is erased.
    """

    what: What
    name: str = ""
    submissions: tuple[SubmissionId, ...] = ()
    shared: tuple[SubmissionId, ...] = ()
    arrivals: int = 0
    size: int = 0
    portraits: int = 0
    encodings: int = 0
    matches: int = 0
    claims: int = 0
    worded: int = 0
    days: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None
    exports: tuple[tuple[str, int], ...] = ()
    naming: tuple[str, ...] = ()
    backups: int = 0
    knowing: int = 0
    unreachable: tuple[Path, ...] = ()
    politician_id: PoliticianId | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to erase."""
        return not (self.submissions or self.shared or self.politician_id or self.knowing)


# ---------------------------------------------------------------- the grace period


def grace_days(catalogue: Catalogue) -> int:
    """After how many days rejected pictures may be purged in this catalogue."""
    told = catalogue.fact(_GRACE)
    return int(told) if told.isascii() and told.isdecimal() else USUAL_GRACE_DAYS


def keep_grace_days(catalogue: Catalogue, days: int) -> None:
    """Sets it, in one transaction.

    Raises:
        RefusedChange: it is no such number of days.
        CatalogueError: it could not be written.
    """
    _refuse_days(days)
    with catalogue.writing():
        catalogue.keep_fact(_GRACE, str(days))


# ---------------------------------------------------------------- what would go


def rejected(folder: Path, *, days: int, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Erasure:
    """What a purge of rejected pictures would erase.

    Args:
        folder: of the catalogue.
        days: how long they must have been rejected.
        now: gives the time in UTC.

    Raises:
        RefusedChange: that is no number of days.
        CatalogueError: the catalogue cannot be read.
    """
    _refuse_days(days)
    with erasable_in(folder) as erasable:
        found = erasable.rejected_before(now() - timedelta(days=days))
        return Erasure(
            What.REJECTED,
            submissions=found.ids,
            size=erasable.weight(found.ids),
            portraits=erasable.promoted(found.ids),
            days=days,
            oldest=found.oldest,
            newest=found.newest,
            exports=erasable.exports_with(found.ids),
            **_copies(folder),
        )


def sender(folder: Path, name: str) -> Erasure:
    """What erasing a sender would erase; case, accents and blanks of the name make no difference.

    Whom the catalogue does not know is looked for in its backups: seconds, if there are many.

    Raises:
        NotFound: nobody of that name sent anything.
        CatalogueError: the catalogue cannot be read.
    """
    name = clean_line(name, limit=_LONGEST_NAME)
    with erasable_in(folder) as erasable:
        sent = erasable.sent_by(name)
        if not sent.arrivals:
            if knowing := _backups_that_know(folder, name):
                return Erasure(What.SENDER, name=name, knowing=knowing, **_copies(folder))
            if away := backups_away(folder):
                raise NotFound(
                    said(
                        "The catalogue and the backups that are there know nobody of the name “{name}”.",
                        name=name,
                    ),
                    advice=said("Backups in {folder} may: connect its disk and look again.", folder=away[0]),
                )
            raise NotFound(
                said("Nobody of the name “{name}” sent anything.", name=name),
                advice=said("Check how the name is written."),
            )
        return Erasure(
            What.SENDER,
            name=name,
            submissions=sent.alone,
            shared=sent.shared,
            arrivals=sent.arrivals,
            size=erasable.weight(sent.alone),
            portraits=erasable.promoted(sent.alone),
            exports=erasable.exports_with((*sent.alone, *sent.shared)),
            **_copies(folder),
        )


def politician(folder: Path, politician_id: PoliticianId) -> Erasure:
    """What erasing a politician would erase.

    Raises:
        NotFound: there is no such politician.
        CatalogueError: the catalogue cannot be read.
    """
    with Catalogue.read(folder) as catalogue:
        name = catalogue.politicians.get(politician_id).full_name
    with erasable_in(folder) as erasable:
        held = erasable.person(politician_id)
        return Erasure(
            What.POLITICIAN,
            name=name,
            portraits=held.portraits,
            encodings=held.encodings,
            matches=held.matches,
            claims=len(held.claims),
            worded=held.worded,
            exports=erasable.exports_with(held.claims),
            naming=erasable.exports_naming(politician_id),
            politician_id=politician_id,
            **_copies(folder),
        )


def backups_away(folder: Path) -> tuple[Path, ...]:
    """Folders that hold backups of a catalogue and are not there now, such as an unplugged stick's."""
    own = folder / backups.OWN  # is made with the first backup
    return tuple(one.folder for one in backups.places(folder) if not one.reachable and one.folder != own)


# ---------------------------------------------------------------- inside


def _backups_that_know(folder: Path, name: str) -> int:
    """How many backups name somebody as a sender; one that cannot be read tells nothing."""
    wanted, number = plain(name), 0
    for one in backups.all_of(folder):
        with suppress(CuratorError):
            number += bool(wanted) and any(plain(sender) == wanted for sender in senders_in(one.path))
    return number


class _Copies(TypedDict):
    backups: int
    unreachable: tuple[Path, ...]


def _copies(folder: Path) -> _Copies:
    return {"backups": len(backups.all_of(folder)), "unreachable": backups_away(folder)}


def _refuse_days(days: int) -> None:
    if not 0 <= days <= LONGEST_GRACE_DAYS:
        raise RefusedChange(
            said("The grace period has 0 to {most} days.", most=LONGEST_GRACE_DAYS),
            advice=said("Choose another number of days."),
        )
