"""Remembers folders of backups that erasing could not clean, and cleans them once they can be reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue.erased_copies import erasures_of
from curator.engine.errors import CuratorError
from curator.engine.lasting import delete_for_good
from curator.engine.safekeeping import backups

_FILE = "places-to-clean.json"
"""Beside the list of places: a restore must not forget what is still to be deleted."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What became of backups from before an erasure.

    Attributes:
        deleted: how many were.
        unreachable: folders that are not there now.
        left: files that could not be deleted.
    """

    deleted: int = 0
    unreachable: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def uncleaned(folder: Path) -> Mapping[Path, str]:
    """Folders that may hold backups from before an erasure, each with when that was."""
    told = backups.read_beside(folder, _FILE)
    # The catalogue's own folder stands there by its name alone: a catalogue may be moved.
    return {folder / place: when for place, when in told.items() if isinstance(when, str)}


def remember(folder: Path, uncleaned_places: Iterable[Path], *, erased_at: str) -> None:
    """Remembers folders that could not be cleaned after an erasure, until they are.

    Args:
        folder: of the catalogue.
        uncleaned_places: folders of its backups.
        erased_at: when something was erased, as the catalogue writes times.

    Raises:
        CatalogueError: it could not be written down.
    """
    known = uncleaned(folder)
    wanted = {**known, **{one: max(erased_at, known.get(one, "")) for one in uncleaned_places}}
    if wanted != known:
        _write(folder, wanted)


def due(folder: Path) -> tuple[Path, ...]:
    """Backups from before an erasure that can be deleted now."""
    return tuple(
        path
        for place, when in uncleaned(folder).items()
        for path in backups.files_of_backups(place)
        if is_from_before(path, when)
    )


def clean(folder: Path) -> Cleaned:
    """Deletes backups from before an erasure in all remembered folders that are there now.

    Backups that were made since are kept. Calling it again does no harm.

    Raises:
        CatalogueError: another backup is being made, or what is left could not be written down.
    """
    wanted = uncleaned(folder)
    there = {place for place in wanted if place.is_dir()}
    deleted = 0
    left: list[Path] = []
    if there:
        with backups.alone(folder):
            for path in due(folder):
                try:
                    delete_for_good(path)
                    deleted += 1
                except OSError:
                    left.append(path)
    still = {one.parent for one in left}
    kept = {place: when for place, when in wanted.items() if place not in there or place in still}
    if len(kept) != len(wanted):
        _write(folder, kept)
    return Cleaned(deleted, tuple(one for one in wanted if one not in there), tuple(left))


def is_from_before(backup: Path, erased_at: str) -> bool:
    """Whether a backup may hold what was erased at a time: also one that cannot be read may."""
    try:
        told = erasures_of(backup)
    except CuratorError:
        return True
    return told.at < erased_at or told.unfinished


def _write(folder: Path, told: Mapping[Path, str]) -> None:
    own = folder / backups.OWN
    names = {backups.OWN if place == own else f"{place.absolute()}": when for place, when in told.items()}
    backups.write_beside(folder, _FILE, names)
