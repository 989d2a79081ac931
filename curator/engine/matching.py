"""Ranks the politicians of the index for faces by the distance of their encodings.

**The distance d*.** A face is compared with the *centroid* of a politician's reference portraits,
not with the nearest portrait: the minimum over portraits gets less safe with every portrait
that is added. A centroid of k portraits lies nearer to a true face than a single portrait does,
because their scatter averages out: with a scatter s^2 about a person's own centre the expected
squared distance is s^2 (1 + 1/k). So

    d* = sqrt(|p - c_k|^2 + (1 - 1/k) s^2),    s^2 = 0.088

has the same expectation, 2 s^2, for every k, and one threshold serves politicians with one
portrait and with ten. s^2 was fitted on 884 photos of 76 politicians (``docs/accuracy.md``).
Distances are Euclidean in dlib's encoding space; 0 = same, strangers lie around 0.75.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.engine.records import Encoding, Match, PoliticianId, PortraitEncoding, PortraitId, Word

DIMENSIONS = 128
"""Numbers in an encoding."""

SCATTER = 0.088
"""s^2: mean squared distance of one person's encodings to their centre; see the module's text."""

NO_ONE_ELSE = 9.0
"""The margin of a politician who is alone in the gallery; larger than any distance can be."""

_BLOCK = 4096
"""Faces handled at a time: a block of distances to 135 politicians is 4 MB and stays in the cache."""

Distances = NDArray[np.float64]
"""d* of faces to politicians, shape (faces, politicians), float64."""


@dataclass(frozen=True, slots=True)
class PortraitDistance:
    """How far one reference portrait is from the other portraits of its politician.

    Attributes:
        portrait_id: which portrait.
        politician_id: whose.
        distance: d* to the centroid of the *other* portraits of that politician.
    """

    portrait_id: PortraitId
    politician_id: PoliticianId
    distance: float


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """The politicians that faces are compared with, one centroid each.

    Attributes:
        politician_ids: in the order of the rows below; those without a portrait are not in it.
        centroids: mean encodings, shape (P, 128), float64, read-only.
        counts: reference portraits behind each centroid, shape (P,), int64, read-only.
    """

    politician_ids: tuple[PoliticianId, ...]
    centroids: NDArray[np.float64]
    counts: NDArray[np.int64]

    @classmethod
    def from_portraits(cls, portraits: Iterable[PortraitEncoding]) -> "Gallery":
        """Average the encodings of each politician's accepted reference portraits.

        Args:
            portraits: in any order; an empty gallery is allowed and ranks nobody.

        Raises:
            ValueError: if an encoding is not 128 finite numbers.
        """
        groups = _by_politician(portraits)
        centroids = np.empty((len(groups), DIMENSIONS), dtype=np.float64)
        for row, group in enumerate(groups.values()):
            centroids[row] = stacked(group).mean(axis=0)
        counts = np.array([len(group) for group in groups.values()], dtype=np.int64)
        centroids.flags.writeable = False
        counts.flags.writeable = False
        return cls(tuple(groups), centroids, counts)

    def distances(self, encodings: NDArray[np.float64]) -> Distances:
        """Measure d* of every face to every politician.

        Args:
            encodings: shape (F, 128), float64, finite.

        Returns:
            Shape (F, P), float64, columns in the order of ``politician_ids``.

        Raises:
            ValueError: if the shape is wrong or a number is not finite.
        """
        faces = _checked(encodings)
        result = np.empty((len(faces), len(self.politician_ids)), dtype=np.float64)
        for start, block in self._blocks(faces):
            result[start : start + len(block)] = block
        return result

    def between(self) -> Distances:
        """Measure how far the politicians are from each other.

        Two centroids of one person, of k and of m portraits, have the expected squared distance
        s^2 (1/k + 1/m), so both are corrected as one is for a face:

            d*^2 = |c_k - c_m|^2 + (1 - 1/k) s^2 + (1 - 1/m) s^2

        has the expectation 2 s^2 again, and the same words hold for it.

        Returns:
            Shape (P, P), float64, symmetric, rows and columns in the order of ``politician_ids``;
            the diagonal is 0.
        """
        spread = _correction(self.counts)
        # The two corrections first: added one by one they would round differently in the two halves.
        squares = pairwise_squares(self.centroids) + (spread[:, None] + spread[None, :])
        np.fill_diagonal(squares, 0.0)
        return np.sqrt(squares, out=squares)

    def rank(
        self,
        encodings: NDArray[np.float64],
        *,
        word: Callable[[float], Word],
        keep: int = 5,
        also: Sequence[PoliticianId | None] = (),
    ) -> tuple[tuple[Match, ...], ...]:
        """Rank the nearest politicians for every face.

        Args:
            encodings: shape (F, 128), float64, finite.
            word: gives the word beside a distance; normally ``rules.word_for`` with the
                thresholds in force.
            keep: how many of the nearest to keep, at least 1.
            also: for every face the claimed politician, who is kept with the true rank even when
                further down; None for no claim. Empty means no claims at all.

        Returns:
            For every face its matches, nearest first. Equally near politicians keep the order of
            the gallery. Whoever is not in the gallery is not among them.

        Raises:
            ValueError: if ``also`` is not empty and does not have one entry a face, ``keep`` is
                below 1, or the encodings are not as described.
        """
        faces = _checked(encodings)
        if keep < 1:
            raise ValueError(f"keep must be at least 1, not {keep}")
        if also and len(also) != len(faces):
            raise ValueError(f"{len(also)} claims for {len(faces)} faces")
        columns = {politician_id: column for column, politician_id in enumerate(self.politician_ids)}
        claims = [columns.get(claim) if claim is not None else None for claim in also] or [None] * len(faces)
        ranking: list[tuple[Match, ...]] = []
        for start, block in self._blocks(faces):
            order = np.argsort(block, axis=1, kind="stable")
            for row in range(len(block)):
                chosen = order[row, :keep].tolist()
                claim = claims[start + row]
                ranks = list(range(1, len(chosen) + 1))
                if claim is not None and claim not in chosen:
                    chosen.append(claim)
                    ranks.append(int(np.flatnonzero(order[row] == claim)[0]) + 1)
                two_nearest = block[row, order[row, :2]].tolist()
                ranking.append(
                    self._matches(block[row, chosen].tolist(), chosen, ranks, two_nearest, word=word)
                )
        return tuple(ranking)

    def _matches(
        self,
        distances: Sequence[float],
        columns: Sequence[int],
        ranks: Sequence[int],
        two_nearest: Sequence[float],
        *,
        word: Callable[[float], Word],
    ) -> tuple[Match, ...]:
        lead = two_nearest[1] - two_nearest[0] if len(two_nearest) > 1 else NO_ONE_ELSE
        return tuple(
            Match(
                politician_id=self.politician_ids[column],
                distance=distance,
                rank=rank,
                margin=lead if rank == 1 else distance - two_nearest[0],
                word=word(distance),
            )
            for distance, column, rank in zip(distances, columns, ranks, strict=True)
        )

    def _blocks(self, faces: NDArray[np.float64]) -> Iterator[tuple[int, Distances]]:
        """Yield (index of the first face, d* of a block of faces).

        |p - c|^2 = |p|^2 - 2 p.c + |c|^2 turns the differences, an array of shape (F, P, 128),
        into one matrix product. In float64 what cancels is of the order of 1e-16.
        """
        offsets = np.einsum("pd,pd->p", self.centroids, self.centroids) + _correction(self.counts)
        smallest = _correction(self.counts)
        for start in range(0, len(faces), _BLOCK):
            block = faces[start : start + _BLOCK]
            squares = block @ (-2.0 * self.centroids.T)
            squares += np.einsum("fd,fd->f", block, block)[:, None]
            squares += offsets
            np.maximum(squares, smallest, out=squares)
            yield start, np.sqrt(squares, out=squares)


def own_spread(portraits: Iterable[PortraitEncoding]) -> tuple[PortraitDistance, ...]:
    """Measure how far each reference portrait is from its politician's other ones.

    Each is left out in turn and compared with the centroid of the k - 1 others by d*, so that the
    distances compare with those of faces.

    Args:
        portraits: of one politician or of many. A politician's only portrait is left out, for
            there is nothing to compare it with.

    Raises:
        ValueError: if an encoding is not 128 finite numbers.
    """
    spread: list[PortraitDistance] = []
    for politician_id, group in _by_politician(portraits).items():
        others = len(group) - 1
        if others < 1:
            continue
        encodings = stacked(group)
        centroids = (encodings.sum(axis=0) - encodings) / others
        squares = ((encodings - centroids) ** 2).sum(axis=1) + (1 - 1 / others) * SCATTER
        spread += [
            PortraitDistance(portrait.portrait_id, politician_id, math.sqrt(square))
            for portrait, square in zip(group, squares.tolist(), strict=True)
        ]
    return tuple(spread)


def disagreeing(portraits: Iterable[PortraitEncoding], *, beyond: float) -> tuple[PortraitDistance, ...]:
    """Find reference portraits that may show someone else than the politician's other ones.

    Of two portraits that disagree both are found: which one is wrong, only a person can see.

    Args:
        portraits: of one politician or of many.
        beyond: the d* from which two pictures are no match, ``Thresholds.closer_unclaimed``.

    Returns:
        Those further than ``beyond`` from the others, furthest first.

    Raises:
        ValueError: if an encoding is not 128 finite numbers.
    """
    far = [portrait for portrait in own_spread(portraits) if portrait.distance > beyond]
    return tuple(sorted(far, key=lambda portrait: -portrait.distance))


def score(distance: float) -> int:
    """Turn d* into the length of a bar, 100 for the same face and 0 for a stranger.

    For drawing only. It is no probability and no percentage; the distance is shown beside it.

    Args:
        distance: d*, 0 = same.

    Returns:
        100 / (1 + exp(56 (d* - 0.565) + ln 20)), rounded: a logistic fit of true against false
        pairs at 20 strangers to one true face; 0.565 is where both are missed equally often.
    """
    exponent = 56 * (distance - 0.565) + math.log(20)
    return round(100 / (1 + math.exp(min(exponent, 700.0))))


def pairwise_squares(encodings: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the squared Euclidean distances of some encodings to each other.

    The differences are taken one row after the other rather than through a matrix product: what
    cancels there would make equal encodings differ, and the two halves of the square with them.

    Args:
        encodings: shape (N, 128), float64, finite.

    Returns:
        Shape (N, N), float64, exactly symmetric with a diagonal of exactly 0.
    """
    faces = _checked(encodings)
    squares = np.empty((len(faces), len(faces)), dtype=np.float64)
    for row, face in enumerate(faces):
        differences = faces - face
        squares[row] = np.einsum("nd,nd->n", differences, differences)
    return squares


def _correction(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    return (1 - 1 / counts) * SCATTER


def _by_politician(portraits: Iterable[PortraitEncoding]) -> dict[PoliticianId, list[PortraitEncoding]]:
    groups: dict[PoliticianId, list[PortraitEncoding]] = {}
    for portrait in portraits:
        groups.setdefault(portrait.politician_id, []).append(portrait)
    return groups


def stacked(portraits: Sequence[PortraitEncoding]) -> NDArray[np.float64]:
    """Put the encodings of portraits under each other.

    Args:
        portraits: at least one.

    Returns:
        Shape (N, 128), float64, in the order of the portraits.

    Raises:
        ValueError: if an encoding is not 128 finite numbers.
    """
    encodings: list[Encoding] = [np.asarray(portrait.encoding, dtype=np.float64) for portrait in portraits]
    for portrait, encoding in zip(portraits, encodings, strict=True):
        if encoding.shape != (DIMENSIONS,):
            raise ValueError(f"encoding of portrait {portrait.portrait_id} has shape {encoding.shape}")
    return _checked(np.stack(encodings))


def _checked(encodings: NDArray[np.float64]) -> NDArray[np.float64]:
    faces = np.asarray(encodings, dtype=np.float64)
    if faces.size == 0:
        return faces.reshape(0, DIMENSIONS)
    if faces.ndim != 2 or faces.shape[1] != DIMENSIONS:
        raise ValueError(f"encodings have shape {faces.shape}, not (faces, {DIMENSIONS})")
    if not np.isfinite(faces).all():
        raise ValueError("an encoding holds a number that is not finite")
    return faces
