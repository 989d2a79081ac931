"""Erases rejected pictures, a sender or a politician for good: done first, and then made sure of.

Rows go first, in a transaction that also notes which files are to follow; whatever ends the
program in between, :func:`finish` goes on at the next start. Nothing here needs the catalogue's
main connection, so that it can all run in a thread beside the window.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.erasable import erasable_in
from curator.engine.catalogue.erased_copies import note_finished_in
from curator.engine.catalogue.erasing import Eraser
from curator.engine.catalogue.interrupting import Interrupted
from curator.engine.errors import CuratorError, RefusedChange
from curator.engine.privacy.files import delete_files, delete_files_of_backups
from curator.engine.privacy.looking import Erasure, What
from curator.engine.records import Changes, SubmissionId
from curator.engine.safekeeping import backups, cleaning
from curator.engine.safekeeping.restoring import drop_prepared
from curator.engine.said import Said, said

_AT_ONCE = 1000
"""Submissions whose rows are purged in one transaction."""
_STOPPED = said("Curator was closed meanwhile.")


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


def erased_at(catalogue: Catalogue) -> str:
    """When something was erased last, to tell whether it was since; empty when nothing ever was."""
    return catalogue.fact("erased_at")


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
                submissions, politicians = eraser.erase_sender(
                    eraser.erasable.sent_by(wanted.name), name=wanted.name
                )
                return Changes(submissions, politicians, decided=True, arrived=True)
            assert wanted.politician_id is not None, "a politician is erased by number"
            changed = eraser.erase_politician(wanted.politician_id)
            return Changes(changed, frozenset({wanted.politician_id}), decided=True)


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
        if not eraser.erasable.unfinished:
            return _clean(folder, go_on=go_on)
        erased_at = eraser.erasable.erased_at
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
                still = frozenset(eraser.erasable.rejected_before(datetime.max.replace(tzinfo=UTC)).ids)
                some = [one for one in submission_ids[start : start + _AT_ONCE] if one in still]
                erased = Changes(*eraser.erase_submissions(some))
        except CuratorError as error:
            if start:
                raise PartlyErased(error, changes) from error
            raise
        changes |= erased
    return changes


def _under_way(folder: Path) -> bool:
    with erasable_in(folder) as erasable:
        return erasable.unfinished


def _away(unreachable: Iterable[Path], left: Iterable[Path]) -> list[Said]:
    return [
        *(said("The folder of backups {folder} is not there now.", folder=one) for one in unreachable),
        *(said("The backup {file} could not be deleted.", file=one) for one in left),
    ]


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
