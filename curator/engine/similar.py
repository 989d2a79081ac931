"""Finds pictures that look the same by their 256-bit perceptual hashes."""

from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from curator.engine.records import Likeness

BITS = 256
"""Bits of a hash."""

_BYTES = BITS // 8
_WORDS = BITS // 64
_FIRST_CAPACITY = 1024


class SimilarIndex:
    """Perceptual hashes in memory, searched whole by counting the bits that differ.

    Comparing with all of 100,000 hashes takes a few milliseconds, so there is no tree to keep in
    balance. One index holds ids of one sort, submissions or reference portraits.
    """

    def __init__(self, hashes: Iterable[tuple[int, bytes]] = ()) -> None:
        """Fill the index.

        Args:
            hashes: pairs of id and hash, as for ``add``.

        Raises:
            ValueError: if a hash is not 32 bytes long.
        """
        self._hashes: NDArray[np.uint64] = np.empty((_FIRST_CAPACITY, _WORDS), dtype=np.uint64)
        self._ids: NDArray[np.int64] = np.empty(_FIRST_CAPACITY, dtype=np.int64)
        self._rows: dict[int, int] = {}
        for id_, hash_ in hashes:
            self.add(id_, hash_)

    @classmethod
    def packed(cls, ids: NDArray[np.int64], hashes: bytes) -> Self:
        """An index of many hashes at once: of 100,000 in hundredths of a second.

        Args:
            ids: each once, int64.
            hashes: of these, one after the other, 32 bytes each.

        Raises:
            ValueError: if there are not 32 bytes for each id.
        """
        if len(hashes) != _BYTES * len(ids):
            raise ValueError(
                f"{len(ids)} perceptual hashes have {_BYTES * len(ids)} bytes, not {len(hashes)}"
            )
        index = cls()
        room = np.empty((_FIRST_CAPACITY, _WORDS), dtype=np.uint64)
        index._hashes = np.concatenate([np.frombuffer(hashes, np.uint64).reshape(-1, _WORDS), room])
        index._ids = np.concatenate([ids, np.empty(_FIRST_CAPACITY, np.int64)])
        index._rows = dict(zip(ids.tolist(), range(len(ids)), strict=True))
        return index

    def __len__(self) -> int:
        """How many hashes are in the index."""
        return len(self._rows)

    def __contains__(self, id_: object) -> bool:
        """Whether a hash was added under that id."""
        return id_ in self._rows

    def add(self, id_: int, hash_: bytes) -> None:
        """Add a hash, or replace the one that was added under the same id.

        Args:
            id_: of the submission or reference portrait.
            hash_: 32 bytes.

        Raises:
            ValueError: if the hash is not 32 bytes long.
        """
        words = _words(hash_)
        row = self._rows.get(id_)
        if row is None:
            row = len(self._rows)
            if row == len(self._ids):
                self._grow()
            self._rows[id_] = row
            self._ids[row] = id_
        self._hashes[row] = words

    def discard(self, id_: int) -> None:
        """Take a hash out, if it is there."""
        row = self._rows.pop(id_, None)
        if row is None:
            return
        last = len(self._rows)  # the last row moves into the gap, so that the rows stay dense
        if row != last:
            self._hashes[row] = self._hashes[last]
            self._ids[row] = self._ids[last]
            self._rows[int(self._ids[row])] = row
        self._hashes[last] = 0

    def nearest(
        self,
        hash_: bytes,
        mirrored_hash: bytes | None = None,
        *,
        within: int,
        before: int | None = None,
        keep: int = 10,
    ) -> tuple[Likeness, ...]:
        """Find the pictures whose hashes differ least.

        Args:
            hash_: of the picture asked about, 32 bytes.
            mirrored_hash: of its mirror image, 32 bytes; None to leave mirror images out.
            within: at most so many of the 256 bits may differ.
            before: only ids below this one. With the id of the submission asked about, which also
                leaves out itself, this finds the earlier copies of a picture.
            keep: how many to return at most.

        Returns:
            Least differing first, then the smaller id. A picture occurs once, as it is or mirrored,
            whichever differs less.

        Raises:
            ValueError: if a hash is not 32 bytes long.
        """
        count = len(self._rows)
        stored = self._hashes[:count]
        bits = _differing(stored, _words(hash_))
        mirrored = np.zeros(count, dtype=bool)
        if mirrored_hash is not None:
            mirrored_bits = _differing(stored, _words(mirrored_hash))
            mirrored = mirrored_bits < bits
            bits = np.minimum(bits, mirrored_bits)
        near = bits <= within
        if before is not None:
            near &= self._ids[:count] < before
        rows = np.flatnonzero(near)
        rows = rows[np.lexsort((self._ids[rows], bits[rows]))][:keep]
        return tuple(Likeness(int(self._ids[row]), int(bits[row]), bool(mirrored[row])) for row in rows)

    def any_near(self, hashes: Sequence[tuple[bytes, bytes]], *, within: int) -> NDArray[np.bool_]:
        """Tell of many pictures at once which of them look like any of the index.

        Made for an index of reference portraits: needs 8 bytes for each pair of pictures.

        Args:
            hashes: of each picture and of its mirror image, 32 bytes each.
            within: at most so many of the 256 bits may differ.

        Returns:
            For each picture whether ``nearest`` would find anything; shape (n,).
        """
        stored = self._hashes[: len(self._rows)]
        words = np.frombuffer(b"".join(upright + mirrored for upright, mirrored in hashes), np.uint64)
        asked = words.reshape(len(hashes), 2, 1, _WORDS)
        bits = np.bitwise_count(stored ^ asked).sum(axis=-1, dtype=np.int64)
        near: NDArray[np.bool_] = (bits <= within).any(axis=(1, 2))
        return near

    def _grow(self) -> None:
        self._hashes = np.concatenate([self._hashes, np.empty_like(self._hashes)])
        self._ids = np.concatenate([self._ids, np.empty_like(self._ids)])


def _words(hash_: bytes) -> NDArray[np.uint64]:
    if len(hash_) != _BYTES:
        raise ValueError(f"a perceptual hash has {_BYTES} bytes, not {len(hash_)}")
    return np.frombuffer(hash_, dtype=np.uint64)


def _differing(stored: NDArray[np.uint64], words: NDArray[np.uint64]) -> NDArray[np.int64]:
    bits: NDArray[np.int64] = np.bitwise_count(stored ^ words).sum(axis=1, dtype=np.int64)
    return bits
