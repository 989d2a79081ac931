"""Encodings as bytes in the catalogue: 128 little-endian float64, 1024 bytes."""

import numpy as np

from curator.engine.records import Encoding

_STORED = np.dtype("<f8")


def to_blob(encoding: Encoding) -> bytes:
    """The bytes of an encoding of shape (128,)."""
    return encoding.astype(_STORED).tobytes()


def from_blob(blob: bytes) -> Encoding:
    """A read-only encoding of shape (128,), float64."""
    return np.frombuffer(blob, dtype=_STORED)
