"""Sorts SQLite's errors once: those that a person can act on, and the rest, which are bugs."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from curator.engine.disk_errors import is_forbidden, is_full
from curator.engine.errors import (
    CatalogueBusy,
    CatalogueDamaged,
    CatalogueError,
    CatalogueFull,
    CatalogueReadOnly,
)
from curator.engine.said import said

_FULL = {"SQLITE_FULL"}
_READ_ONLY = {"SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH"}
_LOCKED = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"}
_FAILING = {"SQLITE_IOERR"}
_NO_ROOM = 65_536
"""Bytes; SQLite reads through shared memory of 32,768 bytes at a time, and needs two files for it."""


def _as_catalogue_error(error: sqlite3.Error, place: Path) -> CatalogueError | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    family = "_".join(name.split("_")[:2])
    if family in _FULL:
        return full(place)
    if family in _READ_ONLY:
        return read_only(place)
    if family in _LOCKED:
        return CatalogueBusy(
            said("Another program is using the catalogue {place}.", place=place),
            advice=said("Close it, then try again. Nothing was changed."),
        )
    if family in _DAMAGED:
        return CatalogueDamaged(
            said("The file {place} is damaged or is not a catalogue.", place=place),
            advice=said("Open a copy from the folder “backups” beside it."),
        )
    # The shared memory of a database takes room too, and its lack is told as a failing disk.
    if family in _FAILING and _is_full(place):
        return full(place)
    if family in _FAILING:
        return CatalogueError(
            said("The disk that holds {place} did not answer.", place=place),
            advice=said("Check that it is still connected. Nothing that was saved before is lost."),
        )
    return None


def _is_full(place: Path) -> bool:
    try:
        return shutil.disk_usage(place if place.is_dir() else place.parent).free < _NO_ROOM
    except OSError:
        return False


def full(place: Path) -> CatalogueFull:
    """The error for a full disk."""
    return CatalogueFull(
        said("The disk that holds {place} is full.", place=place),
        advice=said("Free some space, then do it again. The last step was not saved; all earlier ones are."),
    )


def read_only(place: Path) -> CatalogueReadOnly:
    """The error for a place that cannot be written to."""
    return CatalogueReadOnly(
        said("Curator cannot write to {place}.", place=place),
        advice=said("Check that the folder exists and that you may write to it, or choose another folder."),
    )


@contextmanager
def sorted_sqlite_errors(place: Path) -> Iterator[None]:
    """Turns SQLite's known errors into sentences.

    Raises:
        CatalogueError: full, locked, read-only, damaged or unreachable; or what was to be written is no text.
        sqlite3.Error: anything else, which is a bug.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        # As names of files may be on Linux: bytes that are no letters.
        raise CatalogueError(
            said("A name in it has letters that cannot be kept."),
            advice=said("Rename the file or the folder, or choose another one. Nothing was changed."),
        ) from error
    except sqlite3.Error as error:
        known = _as_catalogue_error(error, place)
        if known is None:
            raise
        raise known from error


@contextmanager
def sorted_errors(place: Path) -> Iterator[None]:
    """Turns SQLite's known errors and all of the file system's into sentences.

    Raises:
        CatalogueError: full, locked, read-only, damaged, unreachable or impossible to use.
        sqlite3.Error: anything else, which is a bug.
    """
    try:
        with sorted_sqlite_errors(place):
            yield
    except OSError as error:
        if is_full(error):
            raise full(place) from error
        if is_forbidden(error):
            raise read_only(place) from error
        raise CatalogueError(
            said("{place} cannot be used: {reason}.", place=place, reason=error.strerror or error),
            advice=said("Check the name and the disk, or choose another folder."),
        ) from error
