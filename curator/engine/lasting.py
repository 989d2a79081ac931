"""Makes names in folders last: what was created or renamed survives a power cut from then on."""

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
