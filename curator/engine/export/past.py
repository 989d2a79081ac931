"""Exports that were written before: when, where, of how many pictures, and whether they still stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from curator.engine.catalogue import Catalogue
from curator.engine.export.manifest import Manifest, read_manifest

MOST: Final = 200
"""Of the newest that are listed; an export a week makes them in four years."""


class State(StrEnum):
    """What is found of an export in its folder."""

    WHOLE = "whole"
    """Every file is there and as large as it was."""
    LACKING = "lacking"
    """Files are gone or of another size."""
    REPLACED = "replaced"
    """A newer export was written into the same folder."""
    CHANGED = "changed"
    """The folder holds something that is not this export, or nothing of it."""
    GONE = "gone"
    """The folder is not there; it may be on a disk that is not connected."""
    UNREADABLE = "unreadable"
    """The folder cannot be read."""


@dataclass(frozen=True, slots=True)
class PastExport:
    """One line of the list.

    Attributes:
        id: counts up.
        exported_at: when it was written, in UTC.
        folder: where.
        curator: who wrote it.
        pictures: how many of its pictures the catalogue still knows; what was erased is not counted.
        manifest_digest: SHA-256 of its manifest, by which it is recognised.
        newest: whether it is the newest in its folder; only this one can still stand there.
    """

    id: int
    exported_at: datetime
    folder: Path
    curator: str
    pictures: int
    manifest_digest: str
    newest: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a folder.

    Attributes:
        state: in one word.
        lacking: how many files are gone or of another size; 0 but with ``State.LACKING``.
    """

    state: State
    lacking: int = 0


def past(catalogue: Catalogue, *, most: int = MOST) -> tuple[PastExport, ...]:
    """The exports that the catalogue remembers, the newest first; opens no folder.

    Args:
        catalogue: to be read.
        most: so many of the newest.
    """
    lines = catalogue.journals.past_exports(most=most)
    seen: set[str] = set()
    found = []
    for line in lines:
        newest = line.folder not in seen
        seen.add(line.folder)
        found.append(
            PastExport(
                line.id,
                line.exported_at,
                Path(line.folder),
                line.curator,
                line.pictures,
                line.manifest_digest,
                newest,
            )
        )
    return tuple(found)


def look(export: PastExport) -> Found:
    """Looks whether an export still stands in its folder.

    Reads its manifest and asks for the size of each file, but opens none: one that was changed and is as
    large as before is not told apart. May take seconds on a disk of the network, in any thread.
    """
    if not export.newest:
        return Found(State.REPLACED)
    try:
        if not export.folder.is_dir():
            return Found(State.GONE)
        manifest = read_manifest(export.folder)
        if manifest is None or manifest.digest != export.manifest_digest:
            return Found(State.CHANGED)
        lacking = _lacking(export.folder, manifest)
    except OSError:
        return Found(State.UNREADABLE)
    return Found(State.LACKING, lacking) if lacking else Found(State.WHOLE)


def look_at(exports: Sequence[PastExport]) -> dict[int, Found]:
    """What is found of each, by its id."""
    return {one.id: look(one) for one in exports}


def _lacking(folder: Path, manifest: Manifest) -> int:
    lacking = 0
    for note in manifest.files.values():
        path = folder / note.path
        try:
            there = path.stat().st_size == note.size
        except (FileNotFoundError, NotADirectoryError):
            there = False
        lacking += not there
    return lacking
