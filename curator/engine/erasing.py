"""Erases rejected pictures, a sender or a politician for good: first said, then done, then made sure of.

Rows go first, in a transaction that also notes which files are to follow; whatever ends the
program in between, :func:`finish` goes on at the next start. Nothing here needs the catalogue's
main connection, so that it can all run in a thread beside the window.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, TypedDict

from curator.engine import backups
from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.copy_contents import digests_of
from curator.engine.catalogue.erasing import Eraser, note_finished_in
from curator.engine.errors import CuratorError, NotFound, RefusedChange
from curator.engine.media import MediaStore
from curator.engine.records import Changes, Digest, PoliticianId, SubmissionId
from curator.engine.said import Said, said
from curator.engine.text import clean_line

USUAL_GRACE_DAYS: Final = 30
"""How long rejected pictures are kept: long enough for a sender to ask why."""
LONGEST_GRACE_DAYS: Final = 3650
_GRACE = "grace_days"
_LONGEST_NAME = 200
_AT_ONCE = 1000
"""Submissions whose rows are purged in one transaction."""
_TOGETHER = 100
"""Files that are deleted between two notes that they are."""
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
        exports: folders of exports that hold what goes, each with how many.
        backups: copies of the database that are replaced by a new one.
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
    backups: int = 0
    unreachable: tuple[Path, ...] = ()
    politician_id: PoliticianId | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to erase."""
        return not (self.submissions or self.shared or self.politician_id)


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

    Raises:
        NotFound: nobody of that name sent anything.
        CatalogueError: the catalogue cannot be read.
    """
    name = clean_line(name, limit=_LONGEST_NAME)
    with Eraser(folder, read_only=True) as eraser:
        sent = eraser.sent_by(name)
        if not sent.arrivals:
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
            exports=eraser.exports_with(sent.alone),
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
            politician_id=politician_id,
            **_copies(folder),
        )


# ---------------------------------------------------------------- erasing


def erase(folder: Path, wanted: Erasure) -> Changes:
    """Erases the rows; to be followed by :func:`finish`, without which they stay readable in the file.

    Nothing may be loaded meanwhile. What changed since it was said goes as it is now: of a sender
    all that they sent, of rejected pictures only those that were named and are rejected still.

    Args:
        folder: of the catalogue, which this process has open.
        wanted: what was said before, and agreed to.

    Raises:
        CatalogueError: nothing was erased.
    """
    with Eraser(folder) as eraser:
        if wanted.what is What.REJECTED:
            return _purge(eraser, wanted.submissions)
        with eraser.writing():
            if wanted.what is What.SENDER:
                submissions, politicians = eraser.erase_sender(eraser.sent_by(wanted.name))
                return Changes(submissions, politicians, decided=True, arrived=True)
            assert wanted.politician_id is not None, "a politician is erased by number"
            changed = eraser.erase_politician(wanted.politician_id)
            return Changes(changed, frozenset({wanted.politician_id}), decided=True)


def backups_away(folder: Path) -> tuple[Path, ...]:
    """Folders that hold backups of a catalogue and are not there now, such as an unplugged stick's."""
    own = folder / backups.OWN  # is made with the first backup
    return tuple(one.folder for one in backups.places(folder) if not one.reachable and one.folder != own)


def unfinished(folder: Path) -> bool:
    """Whether something erased may still be readable.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    with Eraser(folder, read_only=True) as eraser:
        return eraser.unfinished


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
        go_on: asked between files, and before the database and the backups are written anew; False
            leaves the rest to the next call.
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
            return Finished()
        files = _delete_files(eraser, folder, progress=progress, go_on=go_on, not_yet=not_yet)
        if not go_on():
            return Finished(files, 0, (*not_yet, _STOPPED))
        writing_anew(True)
        try:
            if not eraser.scrub():
                not_yet.append(said("Another program reads the database just now."))
        except CuratorError as error:
            not_yet.append(said("{sentence}", sentence=error.sentence))
        finally:
            writing_anew(False)
    if not go_on():
        return Finished(files, 0, (*not_yet, _STOPPED))
    deleted = 0
    try:
        files += _delete_files_of_backups(folder)
        done = not (not_yet or backups_away(folder))
        replaced = backups.replace_all(folder, amend=note_finished_in if done else lambda path: None)
        deleted = replaced.deleted
        for place in replaced.unreachable:
            not_yet.append(said("The folder of backups {folder} is not there now.", folder=place))
        for path in replaced.left:
            not_yet.append(said("The backup {file} could not be deleted.", file=path))
    except CuratorError as error:
        not_yet.append(said("{sentence}", sentence=error.sentence))
    if not not_yet:
        with Eraser(folder) as eraser:
            with eraser.writing():
                eraser.note_finished()
            eraser.fold()
    return Finished(files, deleted, tuple(not_yet))


# ---------------------------------------------------------------- inside


def _purge(eraser: Eraser, submission_ids: tuple[SubmissionId, ...]) -> Changes:
    """Bit by bit, each whole: a decision that is made meanwhile waits for some tenths of a second."""
    changes = Changes(decided=True, arrived=True)
    for start in range(0, len(submission_ids), _AT_ONCE):
        with eraser.writing():
            still = frozenset(eraser.rejected_before(datetime.max.replace(tzinfo=UTC)).ids)
            some = [one for one in submission_ids[start : start + _AT_ONCE] if one in still]
            changes |= Changes(*eraser.erase_submissions(some))
    return changes


def _delete_files(
    eraser: Eraser,
    folder: Path,
    *,
    progress: Callable[[int, int], None],
    go_on: Callable[[], bool],
    not_yet: list[Said],
) -> int:
    media = MediaStore(folder / "media")
    leaving = eraser.leaving()
    done: list[Digest] = []
    files = 0
    try:
        for number, (digest, used) in enumerate(leaving, 1):
            if not go_on():
                break
            if not used:
                media.remove(digest)
                files += 1
            done.append(digest)
            if len(done) == _TOGETHER:
                with eraser.writing():
                    eraser.left(done)
                done.clear()
            progress(number, len(leaving))
    except CuratorError as error:
        not_yet.append(said("{sentence}", sentence=error.sentence))
    with eraser.writing():
        eraser.left(done)
    return files


def _delete_files_of_backups(folder: Path) -> int:
    """Deletes pictures that only backups know, which are about to be deleted.

    A restore leaves the pictures that it takes out of the catalogue where they are. Once no database
    knows them, nobody could find them to erase them.
    """
    media = MediaStore(folder / "media")
    theirs: set[Digest] = set()
    for one in backups.all_of(folder):
        # One that cannot be read tells nothing.
        with suppress(CuratorError):
            theirs |= digests_of(one.path)
    unknown = theirs - digests_of(folder / FILE_NAME) - set(media.unfiled())
    there = [one for one in sorted(unknown) if media.original(one).is_file()]
    for digest in sorted(unknown):
        media.remove(digest)
    return len(there)


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
