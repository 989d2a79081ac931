"""How the portraits of a politician lie to each other, and which other politicians lie near.

Numbers for a person who keeps the index: which portrait may show somebody else, and with whom a
politician is easily mistaken. Everything here is a pure function of the portraits' encodings.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.engine.matching import DIMENSIONS, Gallery, own_spread, pairwise_squares, stacked
from curator.engine.records import PoliticianId, PortraitEncoding, PortraitId


@dataclass(frozen=True, slots=True)
class PortraitPlace:
    """Where a reference portrait lies among the others of its politician.

    Attributes:
        portrait_id: which.
        to_others: d* to the centroid of the others.
        to_nearest: distance to the nearest single one of them.
        disagrees: ``to_others`` is beyond the band in which two pictures can be one person.
    """

    portrait_id: PortraitId
    to_others: float
    to_nearest: float
    disagrees: bool


@dataclass(frozen=True, slots=True, eq=False)
class Mutual:
    """The distances of one politician's portraits to each other.

    Attributes:
        portrait_ids: in the order of rows and columns.
        distances: shape (K, K), float64, symmetric, read-only, the diagonal 0; plain Euclidean
            distances in the encoding space, which are d* to a single portrait.
    """

    portrait_ids: tuple[PortraitId, ...]
    distances: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another politician of the index and how near they are.

    Attributes:
        politician_id: who.
        distance: d* of the two, see ``Gallery.between``.
        alike: near enough for the one to be taken for the other.
    """

    politician_id: PoliticianId
    distance: float
    alike: bool


@dataclass(frozen=True, slots=True, eq=False)
class Relations:
    """What the encodings tell of one politician.

    Attributes:
        politician_id: who.
        mutual: of their accepted portraits.
        places: of each portrait that has another one beside it, by portrait.
        neighbours: the nearest others, nearest first; empty without a portrait.
    """

    politician_id: PoliticianId
    mutual: Mutual
    places: dict[PortraitId, PortraitPlace]
    neighbours: tuple[Neighbour, ...]


def mutual_distances(portraits: Sequence[PortraitEncoding]) -> Mutual:
    """Measure every pair of portraits.

    Args:
        portraits: of one politician, in the order in which rows and columns are wanted; may be empty.

    Raises:
        ValueError: if an encoding is not 128 finite numbers.
    """
    encodings = stacked(portraits) if portraits else np.empty((0, DIMENSIONS))
    distances = np.sqrt(pairwise_squares(encodings))
    distances.flags.writeable = False
    return Mutual(tuple(one.portrait_id for one in portraits), distances)


def places(portraits: Sequence[PortraitEncoding], *, beyond: float) -> dict[PortraitId, PortraitPlace]:
    """Find where each portrait of a politician lies among the other ones.

    Args:
        portraits: of one politician. An only portrait has no place, for there is nothing beside it.
        beyond: the d* from which two pictures are no match, ``Thresholds.closer_unclaimed``.

    Raises:
        ValueError: if an encoding is not 128 finite numbers, or the portraits are of several people.
    """
    if len({one.politician_id for one in portraits}) > 1:
        raise ValueError("portraits of several politicians have no place among each other")
    if len(portraits) < 2:
        return {}
    away = np.array(mutual_distances(portraits).distances)
    np.fill_diagonal(away, np.inf)
    nearest = away.min(axis=1).tolist()
    return {
        one.portrait_id: PortraitPlace(one.portrait_id, one.distance, to_nearest, one.distance > beyond)
        for one, to_nearest in zip(own_spread(portraits), nearest, strict=True)
    }


def nearest_politicians(
    gallery: Gallery, politician_id: PoliticianId, *, keep: int, within: float
) -> tuple[Neighbour, ...]:
    """Find who of the gallery is most like a politician.

    Args:
        gallery: of everybody who has a portrait.
        politician_id: whose neighbours; somebody who is not in the gallery has none.
        keep: how many at most.
        within: the d* up to which two politicians are called alike.

    Returns:
        Nearest first; equally near ones in the order of the gallery.
    """
    if politician_id not in gallery.politician_ids:
        return ()
    own = gallery.politician_ids.index(politician_id)
    away = gallery.between()[own]
    order = [int(place) for place in np.argsort(away, kind="stable") if place != own]
    return tuple(
        Neighbour(gallery.politician_ids[place], float(away[place]), bool(away[place] <= within))
        for place in order[:keep]
    )


def relations(
    portraits: Sequence[PortraitEncoding],
    politician_id: PoliticianId,
    *,
    keep: int,
    beyond: float,
    within: float,
) -> Relations:
    """Gather all that the encodings of the index tell of one politician.

    Args:
        portraits: accepted ones of everybody in the index.
        politician_id: who.
        keep: how many neighbours at most.
        beyond: as in :func:`places`.
        within: as in :func:`nearest_politicians`.

    Raises:
        ValueError: if an encoding is not 128 finite numbers.
    """
    own = [one for one in portraits if one.politician_id == politician_id]
    gallery = Gallery.from_portraits(portraits)
    return Relations(
        politician_id,
        mutual_distances(own),
        places(own, beyond=beyond),
        nearest_politicians(gallery, politician_id, keep=keep, within=within),
    )
