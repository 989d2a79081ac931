"""Keeps a catalogue to one Curator at a time."""

from pathlib import Path

from filelock import FileLock, Timeout

from curator.engine.catalogue.failures import sorted_errors
from curator.engine.errors import CatalogueBusy
from curator.engine.said import said

LOCK_NAME = "catalogue.lock"


def lock_folder(folder: Path) -> FileLock:
    """Keeps every other Curator from writing to the catalogue of a folder, until the lock is released.

    Raises:
        CatalogueBusy: another Curator has it open.
        CatalogueError: the folder cannot be written to.
    """
    lock = FileLock(folder / LOCK_NAME, mode=0o600)
    with sorted_errors(folder):
        try:
            lock.acquire(blocking=False)
        except Timeout:
            raise CatalogueBusy(
                said("The catalogue in {folder} is already open in another Curator.", folder=folder),
                advice=said("Go on in that window, or close it first."),
            ) from None
    return lock
