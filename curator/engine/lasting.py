"""Makes names in folders last: no power cut takes back what was created, renamed or deleted."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Waits until the disk has the names in a folder; Windows opens no folders for it, and keeps them itself.

    Raises:
        OSError: the folder is not there, or the disk failed.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def delete_for_good(path: Path) -> None:
    """Deletes a file, if it is there, and waits until no power cut can bring it back.

    Raises:
        OSError: it could not be deleted, or might come back.
    """
    path.unlink(missing_ok=True)
    sync_folder(path.parent)
