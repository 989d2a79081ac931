"""Keeps copies of a catalogue's database, of which old ones go when they are no longer wanted."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.copy_contents import contents_of
from curator.engine.catalogue.copying import copy_database
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.errors import CatalogueBusy, CatalogueDamaged, CatalogueError, CuratorError
from curator.engine.lasting import delete_for_good, sync_folder
from curator.engine.said import said

NEWEST = 5
"""So many of the newest automatic backups are kept."""

DAYS = 7
"""For so many days, today among them, the last automatic backup of each day is kept."""

WEEKS = 31
"""For so many days the last automatic backup of each week is kept."""

RETURN_DAYS = 30
"""For so many days what was there before a restore, a repair or an update is kept."""

OWN = "backups"
"""The folder beside ``catalogue.db``."""

UNFINISHED = ".unfinished"
"""What names of files end in until they are whole."""

_PLACES = "places.json"
_LOCK = "backups.lock"
PATIENCE = 30.0
"""Seconds that a backup waits for another one: some seconds are the longest that any takes."""

_NAME = re.compile(r"catalogue-(\d{8}T\d{6}Z)-([a-z-]+)\.db")

Clock = Callable[[], datetime]


class Kind(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    BEFORE_REPAIR = "before-repair"
    BEFORE_UPDATE = "before-update"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database.

    Attributes:
        path: of the file.
        made_at: in UTC, as its name tells, else when the file was written.
        kind: why it was made.
        size: in bytes.
    """

    path: Path
    made_at: datetime
    kind: Kind
    size: int


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that holds backups of one catalogue, or did.

    Attributes:
        folder: with the files.
        reachable: False when it is on a disk that is not connected.
    """

    folder: Path
    reachable: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of the backups after something was erased.

    Attributes:
        made: the new one.
        deleted: how many files went.
        unreachable: folders that could not be looked into: what was erased may still be there.
        left: files that could not be deleted.
    """

    made: Path
    deleted: int
    unreachable: tuple[Path, ...]
    left: tuple[Path, ...]


def utc_now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


# ---------------------------------------------------------------- where they lie


def chosen_folder(folder: Path) -> Path | None:
    """The folder that a person chose for backups of a catalogue; None for the catalogue's own."""
    told = _told(folder).get("chosen")
    return Path(told) if isinstance(told, str) and told else None


def choose_folder(folder: Path, chosen: Path | None) -> None:
    """Has backups made in another folder from now on; those that are there stay where they are.

    Args:
        folder: of the catalogue.
        chosen: in which a folder for this catalogue alone is made; None for the catalogue's own.

    Raises:
        CatalogueError: it cannot be written to, or the choice not be kept.
    """
    place = None if chosen is None else _place_in(folder, chosen.absolute())
    if place is not None:
        with sorted_errors(place):
            place.mkdir(mode=0o700, exist_ok=True)
    _remember(folder, chosen=chosen, place=place)


def places(folder: Path) -> tuple[Place, ...]:
    """Every folder that backups of a catalogue were ever made in, its own first."""
    known = _told(folder).get("known")
    others = [Path(one) for one in known if isinstance(one, str)] if isinstance(known, list) else []
    # One that is not there may lie on a disk that is not connected, also where its parent is: a mount
    # point stands empty then.
    return tuple(Place(one, one.is_dir()) for one in dict.fromkeys((folder / OWN, *others)))


def all_of(folder: Path) -> tuple[Backup, ...]:
    """The backups of a catalogue in all folders that can be looked into, newest first."""
    found = [one for place in places(folder) if place.reachable for one in _backups_in(place.folder)]
    return tuple(sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True))


# ---------------------------------------------------------------- making


def make(
    folder: Path,
    *,
    kind: Kind = Kind.AUTOMATIC,
    into: Path | None = None,
    clock: Clock = utc_now,
    go_on: Callable[[], bool] = lambda: True,
    patience: float = PATIENCE,
    amend: Callable[[Path], None] = lambda path: None,
) -> Backup | None:
    """Copies the database, checks the copy, gives it its name, and deletes what is no longer wanted.

    For any thread; the catalogue may be in use. Two never run at once.

    Args:
        folder: of the catalogue.
        kind: why.
        into: a folder for this one backup; where backups of this catalogue go when None.
        clock: tells the time in UTC, which is its name.
        go_on: asked every few milliseconds; False abandons it.
        patience: seconds to wait for another one that is being made.
        amend: changes the copy before it gets its name.

    Returns:
        The backup, or None when it was abandoned.

    Raises:
        CatalogueDamaged: the database is not sound; older backups are kept.
        CatalogueError: it could not be written; older backups are kept.
    """
    chosen = chosen_folder(folder) if into is None else into.absolute()
    place = folder / OWN if chosen is None else _place_in(folder, chosen)
    with alone(folder, patience=patience):
        if chosen is not None:
            _remember(folder, chosen=chosen_folder(folder), place=place)
        with sorted_errors(place):
            place.mkdir(mode=0o700, exist_ok=True)
            _sweep(place)
            path = _free_name(place, kind=kind, at=clock())
            unfinished = path.with_name(f"{path.name}{UNFINISHED}")
            if not copy_database(folder / FILE_NAME, unfinished, go_on=go_on):
                return None
            amend(unfinished)
            unfinished.replace(path)
            sync_folder(place)
            # The first one brings its folder along, whose name has to last as well.
            sync_folder(place.parent)
            made = _backup(path)
            for one in outdated(_backups_in(place), now=clock(), fresh=made):
                one.path.unlink(missing_ok=True)
    return made


def changed_since(folder: Path, newest: Backup | None) -> bool:
    """Whether the catalogue holds anything that its newest backup does not tell of.

    Decisions, pictures and politicians count; what is computed from them does not.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    present = contents_of(folder / FILE_NAME)
    if newest is None:
        return bool(present.submissions or present.decisions or present.politicians)
    try:
        return contents_of(newest.path) != present
    except CuratorError:
        # A backup that cannot be read is none.
        return True


def outdated(found: Sequence[Backup], *, now: datetime, fresh: Backup | None = None) -> tuple[Backup, ...]:
    """Which backups of one folder are no longer wanted.

    Of the automatic ones are kept: the newest five, the last of each day for a week, the last of each
    week (from Monday, in UTC) for a month, and any from the future, for then a clock was wrong. What
    was there before a restore, a repair or an update is kept for thirty days, and the newest of each sort for
    ever. What a person made by hand, or put there, is never deleted.

    Args:
        found: in any order.
        now: in UTC.
        fresh: was just made, and is kept even if a clock says that it is old.
    """
    ordered = sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)
    automatic = [one for one in ordered if one.kind is Kind.AUTOMATIC]
    kept = set(automatic[:NEWEST])
    days, weeks = set(), set()
    for one in automatic:
        age = (now.date() - one.made_at.date()).days
        if age < 0:
            kept.add(one)
            continue
        day, week = one.made_at.date(), one.made_at.isocalendar()[:2]
        if (age < DAYS and day not in days) or (age < WEEKS and week not in weeks):
            kept.add(one)
        days.add(day)
        weeks.add(week)
    for kind in (Kind.BEFORE_RESTORE, Kind.BEFORE_REPAIR, Kind.BEFORE_UPDATE):
        same = [one for one in ordered if one.kind is kind]
        kept.update(same[:1])
        kept.update(one for one in same if now - one.made_at < timedelta(days=RETURN_DAYS))
    kept.update(one for one in ordered if one.kind in (Kind.BY_HAND, Kind.OTHER))
    return tuple(one for one in ordered if one not in kept and one != fresh)


def name_before_restore(folder: Path, *, clock: Clock = utc_now) -> Path:
    """Where the present database is kept when another takes its place: always in the catalogue's folder.

    Raises:
        CatalogueError: the folder cannot be made.
    """
    place = folder / OWN
    with sorted_errors(place):
        place.mkdir(mode=0o700, exist_ok=True)
        return _free_name(place, kind=Kind.BEFORE_RESTORE, at=clock())


# ---------------------------------------------------------------- after erasing


def replace_all(
    folder: Path,
    *,
    clock: Clock = utc_now,
    amend: Callable[[Path], None] = lambda path: None,
    go_on: Callable[[], bool] = lambda: True,
) -> Replaced | None:
    """Makes a new backup of a catalogue from which something was erased, then deletes all others.

    To be called when the erasing is committed. Calling it again does no harm. The new one goes into
    the catalogue's own folder while the chosen one cannot be used.

    Args:
        folder: of the catalogue.
        clock: tells the time in UTC.
        amend: changes the new backup before it gets its name.
        go_on: asked every few milliseconds; False leaves the rest to the next call.

    Returns:
        What became of them; None when it was abandoned.

    Raises:
        CatalogueError: the new one could not be made; nothing was deleted then.
    """
    try:
        made = make(folder, clock=clock, amend=amend, go_on=go_on)
    except CatalogueDamaged:
        raise
    except CatalogueError:
        if chosen_folder(folder) is None:
            raise
        made = make(folder, into=folder, clock=clock, amend=amend, go_on=go_on)
    return None if made is None else _delete(folder, but=made.path, go_on=go_on)


def sweep_unfinished(folder: Path) -> None:
    """Deletes what an earlier run left half written, in all folders that can be written to.

    Also a backup that is the database itself under a second name: it changes with it, and saves nothing.
    """
    if not (folder / OWN).is_dir():
        # No backup was ever begun; a folder for a lock alone would be litter itself.
        with suppress(OSError):
            _sweep(folder)
        return
    with suppress(CuratorError), alone(folder, patience=0):
        for place in (folder, *(one.folder for one in places(folder))):
            with suppress(OSError):
                _sweep(place)
        for one in _backups_in(folder / OWN):
            # A restore that was interrupted gave the database a second name, and nothing took its place.
            with suppress(OSError):
                if one.path.samefile(folder / FILE_NAME):
                    one.path.unlink()


def _delete(folder: Path, *, but: Path, go_on: Callable[[], bool]) -> Replaced | None:
    deleted, left = 0, []
    with alone(folder):
        known = places(folder)
        for place in known:
            if not place.reachable:
                continue
            for path in files_of_backups(place.folder):
                if path == but:
                    continue
                if not go_on():
                    return None
                try:
                    delete_for_good(path)
                    deleted += 1
                except OSError:
                    left.append(path)
    return Replaced(but, deleted, tuple(one.folder for one in known if not one.reachable), tuple(left))


# ---------------------------------------------------------------- inside


@contextmanager
def alone(folder: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Keeps other threads and programs from making backups; nothing unfinished is in use then."""
    own = folder / OWN
    with sorted_errors(own):
        own.mkdir(mode=0o700, exist_ok=True)
        lock = FileLock(own / _LOCK, timeout=patience, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise CatalogueBusy(
                said("Another backup of this catalogue is being made."),
                advice=said("Try again when it is done."),
            ) from None
    try:
        yield
    finally:
        lock.release()


def _place_in(folder: Path, chosen: Path) -> Path:
    """The folder for this catalogue's backups in a chosen one, which may hold those of others too."""
    if chosen in (folder.absolute(), (folder / OWN).absolute()):
        return folder / OWN
    return chosen / f"curator-{contents_of(folder / FILE_NAME).catalogue_id[:12]}"


def _told(folder: Path) -> Mapping[str, object]:
    """What is remembered about places, beside the database: a restore must not forget newer ones."""
    return read_beside(folder, _PLACES)


def _remember(folder: Path, *, chosen: Path | None, place: Path | None) -> None:
    known = [f"{one.folder}" for one in places(folder) if one.folder != folder / OWN]
    if place is not None and place != folder / OWN:
        known.append(f"{place}")
    told = {"chosen": "" if chosen is None else f"{chosen}", "known": list(dict.fromkeys(known))}
    if told == _told(folder) or (not any(told.values()) and not _told(folder)):
        return
    write_beside(folder, _PLACES, told)


def read_beside(folder: Path, name: str) -> Mapping[str, object]:
    """What is remembered beside a catalogue's own backups, where no restore forgets it; empty for nothing."""
    try:
        told = json.loads((folder / OWN / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def write_beside(folder: Path, name: str, told: Mapping[str, object]) -> None:
    """Remembers something there, in place of what was.

    Raises:
        CatalogueError: it could not be written.
    """
    path = folder / OWN / name
    unfinished = path.with_name(f"{path.name}{UNFINISHED}")
    with sorted_errors(path):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(told, indent=1), encoding="utf-8")
        unfinished.replace(path)


def _free_name(place: Path, *, kind: Kind, at: datetime) -> Path:
    """A name of the time in UTC; a second that is taken gives way to the next."""
    while True:
        stamp = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if not any(place.glob(f"catalogue-{stamp}-*")):
            return place / f"catalogue-{stamp}-{kind}.db"
        at += timedelta(seconds=1)


def _backups_in(place: Path) -> list[Backup]:
    found = []
    for path in place.glob("catalogue-*.db"):
        with suppress(OSError):
            found.append(_backup(path))
    return found


def _backup(path: Path) -> Backup:
    told = _NAME.fullmatch(path.name)
    status = path.stat()
    if told is not None:
        with suppress(ValueError):
            made_at = datetime.strptime(told[1], "%Y%m%dT%H%M%S%z")
            return Backup(path, made_at, Kind(told[2]), status.st_size)
    kind = Kind.BEFORE_UPDATE if path.name.startswith("catalogue-before-") else Kind.OTHER
    return Backup(path, datetime.fromtimestamp(status.st_mtime, UTC), kind, status.st_size)


def files_of_backups(place: Path) -> list[Path]:
    """Backups, and whatever SQLite or an interrupted run left beside them."""
    return [path for path in place.glob("catalogue-*.db*") if path.is_file() or path.is_symlink()]


def _sweep(place: Path) -> None:
    for name in ("catalogue", "places"):
        for path in place.glob(f"{name}*{UNFINISHED}*"):
            path.unlink(missing_ok=True)
