"""Erases rejected pictures, a sender or a politician for good: first said, then done, then made sure of.

Rows go first, in a transaction that also notes which files are to follow; whatever ends the
program in between, :func:`finish` goes on at the next start. Nothing here needs the catalogue's
main connection, so that it can all run in a thread beside the window.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, TypedDict

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.erased_copies import note_finished_in, senders_in
from curator.engine.catalogue.erasing import Eraser, plain
from curator.engine.catalogue.interrupting import Interrupted
from curator.engine.errors import CuratorError, NotFound, RefusedChange
from curator.engine.privacy.files import delete_files, delete_files_of_backups
from curator.engine.records import Changes, PoliticianId, SubmissionId
from curator.engine.safekeeping import backups, cleaning
from curator.engine.safekeeping.restoring import drop_prepared
from curator.engine.said import Said, said
from curator.engine.text import clean_line

USUAL_GRACE_DAYS: Final = 30
"""How long rejected pictures are kept: long enough for a sender to ask why."""
LONGEST_GRACE_DAYS: Final = 3650
_GRACE = "grace_days"
_LONGEST_NAME = 200
_AT_ONCE = 1000
"""Submissions whose rows are purged in one transaction."""
_STOPPED = said("Curator was closed meanwhile.")


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


@dataclass(frozen=True, slots=True)
class Finished:
    """How far the erasing of what is left behind has come.

    Attributes:
        files: pictures whose files were deleted.
        backups: copies that were deleted.
        not_yet: why something erased may still be readable, and what to do; empty when all is gone.
    """

    files: int = 0
    backups: int = 0
    not_yet: tuple[Said, ...] = ()


class PartlyErased(CuratorError):
    """Some of what was to be erased is, and then it could not go on.

    Attributes:
        changes: what was erased.
    """

    def __init__(self, why: CuratorError, changes: Changes) -> None:
        """Takes the sentence of what was in the way."""
        super().__init__(
            said("Some of it was erased, the rest was not. {why}", why=why.sentence), advice=why.advice
        )
        self.changes = changes


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


def erased_at(catalogue: Catalogue) -> str:
    """When something was erased last, to tell whether it was since; empty when nothing ever was."""
    return catalogue.fact("erased_at")


# ---------------------------------------------------------------- saying what would go


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
    with Eraser(folder, read_only=True) as eraser:
        found = eraser.rejected_before(now() - timedelta(days=days))
        return Erasure(
            What.REJECTED,
            submissions=found.ids,
            size=eraser.weight(found.ids),
            portraits=eraser.promoted(found.ids),
            days=days,
            oldest=found.oldest,
            newest=found.newest,
            exports=eraser.exports_with(found.ids),
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
    with Eraser(folder, read_only=True) as eraser:
        sent = eraser.sent_by(name)
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
            size=eraser.weight(sent.alone),
            portraits=eraser.promoted(sent.alone),
            exports=eraser.exports_with((*sent.alone, *sent.shared)),
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
    with Eraser(folder, read_only=True) as eraser:
        held = eraser.person(politician_id)
        return Erasure(
            What.POLITICIAN,
            name=name,
            portraits=held.portraits,
            encodings=held.encodings,
            matches=held.matches,
            claims=len(held.claims),
            worded=held.worded,
            exports=eraser.exports_with(held.claims),
            naming=eraser.exports_naming(politician_id),
            politician_id=politician_id,
            **_copies(folder),
        )


# ---------------------------------------------------------------- erasing


def erase(folder: Path, wanted: Erasure, *, go_on: Callable[[], bool] = lambda: True) -> Changes:
    """Erases the rows; to be followed by :func:`finish`, without which they stay readable in the file.

    Nothing may be loaded meanwhile. What changed since it was said goes as it is now: of a sender
    all that they sent, of rejected pictures only those that were named and are rejected still.

    A sender or a politician goes in one transaction, whole or not at all. Rejected pictures go 1,000
    at a time, each thousand whole: what ends it in between leaves the others as they were.

    Args:
        folder: of the catalogue, which this process has open.
        wanted: what was said before, and agreed to.
        go_on: asked before each thousand rejected pictures; False leaves those that are left.

    Raises:
        CatalogueError: nothing was erased.
        PartlyErased: some of the rejected pictures were, and it has to be followed by :func:`finish`
            as well.
    """
    with Eraser(folder) as eraser:
        if wanted.what is What.REJECTED:
            return _purge(eraser, wanted.submissions, go_on=go_on)
        with eraser.writing():
            if wanted.what is What.SENDER:
                submissions, politicians = eraser.erase_sender(eraser.sent_by(wanted.name), name=wanted.name)
                return Changes(submissions, politicians, decided=True, arrived=True)
            assert wanted.politician_id is not None, "a politician is erased by number"
            changed = eraser.erase_politician(wanted.politician_id)
            return Changes(changed, frozenset({wanted.politician_id}), decided=True)


def backups_away(folder: Path) -> tuple[Path, ...]:
    """Folders that hold backups of a catalogue and are not there now, such as an unplugged stick's."""
    own = folder / backups.OWN  # is made with the first backup
    return tuple(one.folder for one in backups.places(folder) if not one.reachable and one.folder != own)


def unfinished(folder: Path) -> bool:
    """Whether something erased may still be readable, in a folder of backups that is not there if only so.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    return _under_way(folder) or bool(cleaning.uncleaned(folder))


def refuse_while_unfinished(folder: Path) -> None:
    """For whatever copies names or pictures out of the catalogue: it might copy what is just being erased.

    An erasure that only waits for a folder of backups holds nobody up.

    Raises:
        RefusedChange: something is being erased, or was when the program ended.
        CatalogueError: the catalogue cannot be read.
    """
    if _under_way(folder):
        raise RefusedChange(
            said("Something is being erased, and that is not done yet."),
            advice=said("Try again when it is. If it was interrupted, Curator’s window goes on with it."),
        )


def finish(
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    go_on: Callable[[], bool] = lambda: True,
    writing_anew: Callable[[bool], None] = lambda now: None,
) -> Finished:
    """Erases what is left of erased rows: files, free pages, the write-ahead log, backups.

    Does nothing when nothing is left, and may be called again and again.

    Args:
        folder: of the catalogue, which this process has open.
        progress: told pictures deleted and in all.
        go_on: asked between files, and many times a second while the database and the backups are
            written anew, also in a thread of its own; False leaves the rest to the next call.
        writing_anew: told True before the database is written anew, which others wait for, and False
            after it.

    Returns:
        What was done, and what must be tried again.

    Raises:
        CatalogueError: the catalogue cannot be opened.
    """
    not_yet: list[Said] = []
    with Eraser(folder) as eraser:
        if not eraser.unfinished:
            return _clean(folder, go_on=go_on)
        erased_at = eraser.erased_at
        files = delete_files(eraser, folder, progress=progress, go_on=go_on, not_yet=not_yet)
        if not go_on():
            return Finished(files, 0, (*not_yet, _STOPPED))
        writing_anew(True)
        try:
            if not eraser.scrub(go_on=go_on):
                not_yet.append(said("Another program reads the database just now."))
        except Interrupted:
            return Finished(files, 0, (*not_yet, _STOPPED))
        except CuratorError as error:
            not_yet.append(said("{sentence}", sentence=error.sentence))
        finally:
            writing_anew(False)
    deleted = 0
    away: list[Said] = []
    try:
        # A copy that was about to take the database's place, and was left behind, is from before, too.
        drop_prepared(folder)
        theirs = [one.path for one in backups.all_of(folder)]
        files += delete_files_of_backups(folder, theirs, go_on=go_on)
        replaced = backups.replace_all(
            folder, amend=(lambda path: None) if not_yet else note_finished_in, go_on=go_on
        )
        if replaced is None:
            return Finished(files, 0, (*not_yet, _STOPPED))
        deleted = replaced.deleted
        # Before it is finished: what is still to be deleted must be known whatever comes in between.
        cleaning.remember(
            folder, {*replaced.unreachable, *(one.parent for one in replaced.left)}, erased_at=erased_at
        )
        away = _away(replaced.unreachable, replaced.left)
    except CuratorError as error:
        not_yet.append(said("{sentence}", sentence=error.sentence))
    if not not_yet:
        with Eraser(folder) as eraser:
            with eraser.writing():
                eraser.note_finished()
            eraser.fold()
    return Finished(files, deleted, (*not_yet, *away))


# ---------------------------------------------------------------- inside


def _purge(eraser: Eraser, submission_ids: tuple[SubmissionId, ...], *, go_on: Callable[[], bool]) -> Changes:
    """Bit by bit, each whole: nobody else can write while a bit goes."""
    changes = Changes(decided=True, arrived=True)
    for start in range(0, len(submission_ids), _AT_ONCE):
        if not go_on():
            break
        try:
            with eraser.writing():
                still = frozenset(eraser.rejected_before(datetime.max.replace(tzinfo=UTC)).ids)
                some = [one for one in submission_ids[start : start + _AT_ONCE] if one in still]
                erased = Changes(*eraser.erase_submissions(some))
        except CuratorError as error:
            if start:
                raise PartlyErased(error, changes) from error
            raise
        changes |= erased
    return changes


def _under_way(folder: Path) -> bool:
    with Eraser(folder, read_only=True) as eraser:
        return eraser.unfinished


def _away(unreachable: Iterable[Path], left: Iterable[Path]) -> list[Said]:
    return [
        *(said("The folder of backups {folder} is not there now.", folder=one) for one in unreachable),
        *(said("The backup {file} could not be deleted.", file=one) for one in left),
    ]


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


def _clean(folder: Path, *, go_on: Callable[[], bool]) -> Finished:
    """When only folders of backups are left that were not there, or could not be written to."""
    if not cleaning.uncleaned(folder):
        return Finished()
    files = 0
    try:
        files = delete_files_of_backups(folder, cleaning.due(folder), go_on=go_on)
        if not go_on():
            return Finished(files, 0, (_STOPPED,))
        cleaned = cleaning.clean(folder)
    except CuratorError as error:
        return Finished(files, not_yet=(said("{sentence}", sentence=error.sentence),))
    return Finished(files, cleaned.deleted, tuple(_away(cleaned.unreachable, cleaned.left)))
