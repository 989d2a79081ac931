"""Galleries as the program builds them, with reference portraits drawn at random."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.engine.matching import Gallery
from curator.engine.records import PoliticianId, PortraitEncoding, PortraitId

Encodings = NDArray[np.float64]
"""Shape (photos, 128)."""


@dataclass(frozen=True, slots=True, eq=False)
class Distances:
    """d* of one person's photos under one drawing of reference portraits.

    Attributes:
        name: whose photos.
        genuine: to the own other photos, shape (photos,).
        impostor: to everybody else, shape (photos, others).
        others: who that is, in the order of the columns.
    """

    name: str
    genuine: Encodings
    impostor: Encodings
    others: tuple[str, ...]


def gallery_of(portraits: Sequence[Encodings]) -> Gallery:
    """A gallery in which politician n has the n-th set of reference portraits."""
    return Gallery.from_portraits(
        PortraitEncoding(PortraitId(0), PoliticianId(number), encoding)
        for number, encodings in enumerate(portraits)
        for encoding in encodings
    )


def joined(first: Gallery, second: Gallery) -> Gallery:
    """Both galleries in one; politicians are numbered anew from 0."""
    return Gallery(
        tuple(PoliticianId(number) for number in range(len(first.counts) + len(second.counts))),
        np.concatenate([first.centroids, second.centroids]),
        np.concatenate([first.counts, second.counts]),
    )


def drawn(encodings: Encodings, *, count: int, random: np.random.Generator) -> Encodings:
    """That many of a person's photos, all if there are fewer."""
    return encodings[random.permutation(len(encodings))[:count]]


def own_portraits(encodings: Encodings, row: int, *, count: int, random: np.random.Generator) -> Encodings:
    """Reference portraits for one photo of a person: others of the same person, never itself."""
    return drawn(np.delete(encodings, row, axis=0), count=count, random=random)


def one_to_one(
    people: Mapping[str, Encodings],
    *,
    portraits: int,
    random: np.random.Generator,
    rounds: int = 1,
    probes: Mapping[str, Encodings] | None = None,
) -> list[Distances]:
    """Measure d* of every photo to its own person and to every other one.

    Args:
        people: at least two photos each, one more than ``portraits`` if all are to have that many.
        portraits: reference portraits a person, drawn anew for each photo and each round.
        random: where the draws come from.
        rounds: how often everything is drawn; the results stand one after the other.
        probes: photos to try instead of those of ``people``, row by row their altered copies;
            a row of nan is skipped.
    """
    results: list[Distances] = []
    for _ in range(rounds):
        everybody = gallery_of([drawn(each, count=portraits, random=random) for each in people.values()])
        for number, (name, encodings) in enumerate(people.items()):
            own = gallery_of(
                [
                    own_portraits(encodings, row, count=portraits, random=random)
                    for row in range(len(encodings))
                ]
            )
            tried = encodings if probes is None else probes[name]
            there = np.isfinite(tried).all(axis=1)
            if not there.any():
                continue
            genuine = own.distances(tried[there])[np.arange(there.sum()), np.flatnonzero(there)]
            impostor = np.delete(everybody.distances(tried[there]), number, axis=1)
            others = tuple(other for other in people if other != name)
            results.append(Distances(name, genuine, impostor, others))
    return results
