"""Reads the bytes of a file that somebody sent, and never of what only looks like a file.

Nothing in here looks at what the bytes mean: the program reads and hashes, workers decode.
"""

import hashlib
import os
import stat
from pathlib import Path

from curator.engine import kept_sentences
from curator.engine.errors import UnreadablePicture
from curator.engine.records import Digest
from curator.engine.said import Said

MAX_BYTES = 200_000_000
"""Several times the largest picture of a camera."""

MAX_PIXELS = 100_000_000
"""Checked before decoding: Pillow alone lets 80 megapixels pass and takes 1 GB for them."""


def digest_of(data: bytes) -> Digest:
    """SHA-256 of a file's bytes."""
    return Digest(hashlib.sha256(data).hexdigest())


def read_file(path: Path) -> bytes:
    """All bytes of a regular file that is not too large.

    A pipe, device, folder or link is never waited on or followed: opening a FIFO
    that is called ``photo.jpg`` would otherwise hang for ever.

    Raises:
        UnreadablePicture: the file cannot be read, or is not one that should be.
    """
    guards = ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")
    flags = os.O_RDONLY
    for guard in guards:
        flags |= getattr(os, guard, 0)
    try:
        kind = os.lstat(path).st_mode
        if not stat.S_ISREG(kind):
            raise UnreadablePicture(kept_sentences.OTHER_THAN_A_FILE.filled(what=what_else(kind)))
        descriptor = os.open(path, flags)
    except FileNotFoundError as error:
        raise UnreadablePicture(kept_sentences.GONE) from error
    except PermissionError as error:
        raise UnreadablePicture(kept_sentences.NOT_ALLOWED) from error
    except (OSError, ValueError) as error:
        raise UnreadablePicture(kept_sentences.NOT_OPENED) from error
    with os.fdopen(descriptor, "rb") as file:
        # Looked at again through the open file: the name may have changed hands in between.
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadablePicture(kept_sentences.OTHER_THAN_A_FILE.filled(what=what_else(facts.st_mode)))
        if facts.st_size > MAX_BYTES:
            raise too_many_bytes(facts.st_size, limit=MAX_BYTES)
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise UnreadablePicture(kept_sentences.NOT_READ) from error
    if len(data) > MAX_BYTES:
        raise too_many_bytes(len(data), limit=MAX_BYTES)
    return data


def what_else(mode: int) -> Said:
    """What lies there instead of a file, by its mode."""
    if stat.S_ISDIR(mode):
        return kept_sentences.A_FOLDER
    if stat.S_ISLNK(mode):
        return kept_sentences.A_LINK
    return kept_sentences.A_DEVICE


def too_many_bytes(size: int, *, limit: int) -> UnreadablePicture:
    """That a file has more bytes than that."""
    return UnreadablePicture(
        kept_sentences.TOO_MANY_BYTES.filled(limit=limit // 1_000_000, size=size // 1_000_000)
    )
