"""How much room a catalogue takes on the disk."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Sizes:
    """In bytes.

    Attributes:
        database: names, decisions, numbers.
        media: originals, previews and thumbnails.
        backups: copies of the database.
    """

    database: int
    media: int
    backups: int


def measure(catalogue: Catalogue) -> Sizes:
    """Adds up the files of a catalogue: seconds for a large one, so not in the main thread."""
    beside = {catalogue.media_folder, catalogue.backups_folder}
    own = sum(_size(entry) for entry in _entries(catalogue.folder) if Path(entry.path) not in beside)
    return Sizes(own, _below(catalogue.media_folder), _below(catalogue.backups_folder))


def _below(folder: Path) -> int:
    return sum(_size(entry) for entry in _entries(folder))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """The entries of a folder; none of one that is not there."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _size(entry: os.DirEntry[str]) -> int:
    """Of a file, or of all files of a folder; 0 for what has gone in the meantime."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return _below(Path(entry.path))
        return entry.stat(follow_symlinks=False).st_size
    except OSError:
        return 0
