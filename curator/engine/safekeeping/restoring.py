"""Puts a backup in place of a catalogue's database, which is itself kept as a backup."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.copy_contents import (
    Contents,
    Missing,
    complaints_of,
    contents_of,
    digests_of,
    missing_in,
)
from curator.engine.catalogue.copy_order import courses_of
from curator.engine.catalogue.copying import copy_database, put_in_place
from curator.engine.catalogue.erased_copies import Erasures, erasures_of, hand_over
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.catalogue.handing_on import GivenOut, given_out, hand_on
from curator.engine.errors import CatalogueDamaged, CatalogueError, CuratorError, NotFound, RefusedChange
from curator.engine.lasting import delete_for_good
from curator.engine.media import MediaStore
from curator.engine.safekeeping import backups, cleaning
from curator.engine.safekeeping.backups import Backup, Clock, Kind
from curator.engine.said import said

PREPARED = f"{FILE_NAME}{backups.UNFINISHED}"
"""The copy that is about to take the place of the database."""


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What restoring a backup would bring.

    Attributes:
        backup: that would take the place of the database.
        contents: what it holds.
        present: what the database holds now; None when it cannot be read.
        lost: what the present has that the backup lacks; it stays in a backup of the present.
        regained: what the backup has that the present lacks.
        without_original: pictures that the backup knows of and whose files are gone.
        complaints: what is wrong with the backup, in words; with any it is not restored.
        brings_back: it is from before something was erased, which comes back with it. Only in place of
            a database that is damaged or lost; in place of a sound one such a backup is refused.
        there: whether there is a database now, readable or not.
        later: the backup that goes furthest on from this one, if any does.
        later_decisions: how many rows of the log it has more.
    """

    backup: Backup
    contents: Contents
    present: Contents | None
    lost: Missing
    regained: Missing
    without_original: int
    complaints: tuple[str, ...]
    brings_back: bool = False
    there: bool = True
    later: Backup | None = None
    later_decisions: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked copy of a backup, beside the database that it is to replace.

    Attributes:
        folder: of the catalogue.
        backup: that it is a copy of.
        path: of the copy.
    """

    folder: Path
    backup: Backup
    path: Path


def all_by_contents(folder: Path) -> tuple[Backup, ...]:
    """The backups of a catalogue, newest first by what they hold: each before those that it goes on from.

    By the clocks that made them only where neither goes on from the other: a clock may have been wrong.
    What a restore set aside comes before nothing for going on from it: somebody chose to go back behind it.
    """
    found = list(backups.all_of(folder))
    courses = courses_of([one.path for one in found])
    ordered: list[Backup] = []
    while found:
        going_on = (one.path for one in found if one.path in courses and one.kind is not Kind.BEFORE_RESTORE)
        behind = {path for one in going_on for path in courses[one].after}
        ordered.append(next(one for one in found if one.path not in behind))
        found.remove(ordered[-1])
    return tuple(ordered)


def named(folder: Path, name: str) -> Backup:
    """The backup of that file name; ``newest`` is the newest one by what it holds.

    Raises:
        NotFound: there is none.
    """
    found = all_by_contents(folder)
    wanted = [one for one in found if name in (one.path.name, f"{one.path}")]
    if name == "newest" and found:
        return found[0]
    if not wanted:
        raise NotFound(
            said("There is no backup named {name}.", name=name),
            advice=said("“curator backups” lists those that there are."),
        )
    return wanted[0]


def plan_restore(folder: Path, backup: Backup) -> RestorePlan:
    """Checks a backup, and counts what restoring it would bring; changes nothing. For any thread.

    Raises:
        RefusedChange: it is a backup of another catalogue, or from before something was erased.
        CatalogueError: the backup cannot be read, or is of a newer Curator.
    """
    contents = contents_of(backup.path)
    complaints = complaints_of(backup.path)
    present: Contents | None = None
    lost = regained = Missing()
    database = folder / FILE_NAME
    try:
        present = contents_of(database)
        lost = missing_in(backup.path, of=database)
        regained = missing_in(database, of=backup.path)
    except CatalogueError:
        # This is what backups are for.
        present = None
    if present is not None and present.catalogue_id != contents.catalogue_id:
        raise RefusedChange(
            said("{file} is a backup of another catalogue.", file=backup.path.name),
            advice=said("Put it into a new folder under the name “catalogue.db”, and open that."),
        )
    media = MediaStore(folder / "media")
    gone = sum(not media.original(digest).is_file() for digest in digests_of(backup.path))
    brings_back = _brings_back(folder, backup.path, place=backup.path.parent)
    later, more = _later(folder, backup)
    return RestorePlan(
        backup,
        contents,
        present,
        lost,
        regained,
        gone,
        complaints,
        brings_back,
        database.exists(),
        later,
        more,
    )


def prepare(folder: Path, backup: Backup, *, go_on: Callable[[], bool] = lambda: True) -> Prepared | None:
    """Copies a backup beside the database and checks the copy; the catalogue may still be open.

    All that takes long. For any thread.

    Returns:
        The copy, for :func:`finish`; None when it was abandoned.

    Raises:
        CatalogueDamaged: the backup is not sound.
        CatalogueError: it could not be read or copied.
    """
    plan = plan_restore(folder, backup)
    if plan.complaints:
        raise CatalogueDamaged(plan.complaints[0], advice=said("Nothing was changed. Choose another backup."))
    path = folder / PREPARED
    if not copy_database(backup.path, path, go_on=go_on):
        return None
    return Prepared(folder, backup, path)


def finish(prepared: Prepared, *, clock: Clock = backups.utc_now) -> Backup:
    """Puts the copy in place of the database of a catalogue that nobody has open; milliseconds.

    An erasure that is not finished yet is finished in the restored database, at the next start. Whether
    something was erased since the copy was prepared is asked once more.

    Returns:
        The backup of what was there before: restoring it takes this back.

    Raises:
        RefusedChange: the backup is from before something was erased; nothing was changed.
        CatalogueBusy: a program has the catalogue open; nothing was changed.
        CatalogueError: it could not be written; the database is as it was.
    """
    database = prepared.folder / FILE_NAME
    kept = backups.name_before_restore(prepared.folder, clock=clock)
    try:
        _brings_back(prepared.folder, prepared.path, place=prepared.backup.path.parent)
        told, given = Erasures(), GivenOut()
        with suppress(CatalogueError):
            # One that cannot be read tells of nothing to go on with.
            told = erasures_of(database)
            given = given_out(database, unknown_to=prepared.path)
        hand_over(told, to=prepared.path)
        hand_on(given, to=prepared.path)
        put_in_place(prepared.path, database, kept=kept)
    except CuratorError:
        prepared.path.unlink(missing_ok=True)
        raise
    return next((one for one in backups.all_of(prepared.folder) if one.path == kept), prepared.backup)


def drop_prepared(folder: Path) -> None:
    """Deletes a copy that is not to take the place of the database any more; none does not matter.

    Raises:
        CatalogueError: it could not be deleted.
    """
    with sorted_errors(folder):
        for path in folder.glob(f"{PREPARED}*"):
            delete_for_good(path)


def restore(folder: Path, backup: Backup, *, clock: Clock = backups.utc_now) -> Backup:
    """Puts a backup in place of the database of a catalogue that nobody has open.

    Returns:
        The backup of what was there before: restoring it takes this back.

    Raises:
        CatalogueBusy: a program has the catalogue open; nothing was changed.
        CatalogueDamaged: the backup is not sound; nothing was changed.
        RefusedChange: it is from before something was erased; nothing was changed.
        CatalogueError: it could not be written; the database is as it was.
    """
    prepared = prepare(folder, backup)
    assert prepared is not None, "nobody abandons it"
    return finish(prepared, clock=clock)


def _later(folder: Path, backup: Backup) -> tuple[Backup | None, int]:
    """The backup that goes furthest on from one in decisions, and by how many rows; none, if none does."""
    found = backups.all_of(folder)
    courses = courses_of([one.path for one in found])
    if backup.path not in courses:
        return None, 0
    begin = courses[backup.path].rows
    more = {
        one: courses[one.path].rows - begin
        for one in found
        if one.path in courses and backup.path in courses[one.path].after
    }
    furthest = max(more, key=lambda one: more[one], default=None)
    if furthest is None or not more[furthest]:
        return None, 0
    return furthest, more[furthest]


def _brings_back(folder: Path, copy: Path, *, place: Path) -> bool:
    """Whether a copy holds what was erased since.

    Args:
        folder: of the catalogue.
        copy: of its database.
        place: the folder of the backup that it is a copy of.

    Raises:
        RefusedChange: it does, and the database that it would replace is sound.
    """
    database = folder / FILE_NAME
    known = cleaning.uncleaned(folder).get(place, "")
    try:
        erased_at = erasures_of(database).at
    except CatalogueError:
        # This is what backups are for: better with what was erased than no catalogue at all.
        return erasures_of(copy).at < known
    if erasures_of(copy).at >= erased_at:
        return False
    with suppress(CatalogueError):
        if not complaints_of(database, mendable=False):
            raise RefusedChange(
                said("This backup is from before something was erased, and would bring it back."),
                advice=said("Choose a newer one."),
            )
    return True
