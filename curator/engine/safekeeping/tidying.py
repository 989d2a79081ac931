"""Puts away what nothing needs any more: at every start what an interrupted run of the program left."""

from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Final

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.export import tidy_interrupted
from curator.engine.media import MediaStore
from curator.engine.safekeeping import backups

_AT_ONCE: Final = 20
"""Files that are deleted between two notes that they are."""


def tidy_up(catalogue: Catalogue, media: MediaStore) -> None:
    """Leaves no half-written file, no file that nobody knows, and no half-exchanged export.

    Only deletes what this program itself noted as not filed yet: that a file is unknown to the catalogue
    is no reason by itself, since an older copy of the database may have been put in its place.

    Raises:
        CatalogueError: the folder or the catalogue cannot be written to.
    """
    _close_to_others(catalogue)
    _sweep_journal(catalogue)
    media.sweep_temporary()
    backups.sweep_unfinished(catalogue.folder)
    for digest in media.unfiled():
        if catalogue.submissions.with_digest(digest) is None and not catalogue.politicians.uses(digest):
            media.remove(digest)
        media.filed(digest)
    tidy_interrupted(catalogue)


def delete_left_files(catalogue: Catalogue, media: MediaStore, *, budget_s: float = 0.01) -> bool:
    """Deletes files that nothing uses any more, for about as long as the budget says.

    To be called in the catalogue's thread while nothing is loaded: what arrives might be what is deleted.
    What a crash leaves is gone on with at the next start.

    Returns:
        Whether some are left.

    Raises:
        CatalogueError: the folder or the catalogue cannot be written to.
    """
    until = perf_counter() + budget_s
    while some := catalogue.leaving.some(limit=_AT_ONCE):
        gone = []
        for digest in some:
            if not catalogue.leaving.uses(digest):
                media.remove(digest)
            gone.append(digest)
            if perf_counter() >= until:
                break
        with catalogue.writing():
            catalogue.leaving.left(gone)
        if perf_counter() >= until:
            return bool(catalogue.leaving.some(limit=1))
    return False


def _sweep_journal(catalogue: Catalogue) -> None:
    """Deletes what a restored copy that was killed while it went over to a log written ahead leaves.

    SQLite has taken back by now what such a file tells it to. One that it had not begun to trust stays,
    with a page of the database as it was, which may be erased since.
    """
    if catalogue.pragmas()["journal_mode"] == "wal":
        Path(f"{catalogue.folder / FILE_NAME}-journal").unlink(missing_ok=True)


def _close_to_others(catalogue: Catalogue) -> None:
    """Lets nobody but the owner read what may have come from elsewhere with other modes.

    The folder itself may be shared on purpose, and stays as it is; what is in it is personal data.
    """
    database = catalogue.folder / FILE_NAME
    beside = (Path(f"{database}{end}") for end in ("", "-wal", "-shm"))
    wanted = {
        **dict.fromkeys(beside, 0o600),
        **dict.fromkeys((catalogue.media_folder, catalogue.backups_folder), 0o700),
    }
    for path, mode in wanted.items():
        # Whoever is not its owner cannot, and some disks know no modes.
        with suppress(OSError):
            if path.stat().st_mode & 0o077:
                path.chmod(mode)
