"""Naming without a claim: strangers who get a name, true faces that get none or a wrong one."""

from collections.abc import Mapping, Sequence

import numpy as np

from curator.engine.rules import Thresholds

from .claims import Halves, crowd_without
from .galleries import Encodings, gallery_of, own_portraits
from .shares import Share, Tally, share_of
from .tables import Cell, table

GALLERIES = (5, 20, 50, 135)
"""Politicians in the gallery; 135 is the whole index with one person an office."""

OUTCOMES = ("stranger named", "true face named right", "named wrong", "not named")


def named(
    people: Mapping[str, Encodings],
    *,
    fillers: Sequence[Encodings],
    size: int,
    portraits: int,
    bound: float,
    margin: float,
    random: np.random.Generator,
) -> dict[str, Share]:
    """Try to name every photo, once with its person in the gallery and once without.

    Args:
        people: whose photos are tried.
        fillers: encodings of further people for the gallery.
        size: politicians in the gallery.
        portraits: reference portraits of each, if there are as many.
        bound: a face is named when its nearest politician is within.
        margin: and the runner-up is further by this.
        random: where all draws come from.

    Returns:
        A share for each of ``OUTCOMES``.
    """
    tallies: dict[str, list[Tally]] = {outcome: [] for outcome in OUTCOMES}
    for name, encodings in people.items():
        others = crowd_without(
            name, people=people, fillers=fillers, size=size, portraits=portraits, random=random
        ).distances(encodings)
        own = gallery_of(
            [own_portraits(encodings, row, count=portraits, random=random) for row in range(len(encodings))]
        )
        genuine = np.diag(own.distances(encodings))[:, None]
        # The own person takes the place of one of the others, so that both galleries are as large.
        inside = np.concatenate([genuine, others[:, 1:]], axis=1)
        stranger = _name_given(others, bound=bound, margin=margin) >= 0
        given = _name_given(inside, bound=bound, margin=margin)
        for outcome, which in zip(OUTCOMES, (stranger, given == 0, given > 0, given < 0), strict=True):
            tallies[outcome].append(Tally(int(which.sum()), len(which), len(which)))
    return {outcome: share_of(each) for outcome, each in tallies.items()}


def _name_given(distances: Encodings, *, bound: float, margin: float) -> Encodings:
    """The column that names each row, -1 where none does."""
    order = np.argsort(distances, axis=1, kind="stable")
    rows = np.arange(len(distances))
    nearest = distances[rows, order[:, 0]]
    sure = nearest <= bound
    if distances.shape[1] > 1:
        sure &= distances[rows, order[:, 1]] - nearest >= margin
    return np.where(sure, order[:, 0], -1)


def naming_table(
    halves: Halves,
    *,
    fillers: Mapping[str, Sequence[Encodings]],
    thresholds: Thresholds,
    portraits: int,
    seed: int,
) -> tuple[str, dict[tuple[str, int], Share]]:
    """The open-set table; also the share of strangers named, by half and size of the gallery."""
    rows: list[list[Cell]] = []
    strangers: dict[tuple[str, int], Share] = {}
    rules = {
        "": (thresholds.match_unclaimed, 0.0),
        f", margin {thresholds.ambiguity_margin:.2f}": (
            thresholds.match_unclaimed,
            thresholds.ambiguity_margin,
        ),
        ", offered": (thresholds.closer_unclaimed, 0.0),
    }
    for half, people in halves.items():
        for size in GALLERIES:
            there = min(size, len(people) - 1 + len(fillers[half]))
            for rule, (bound, margin) in rules.items():
                shares = named(
                    people,
                    fillers=fillers[half],
                    size=size,
                    portraits=portraits,
                    bound=bound,
                    margin=margin,
                    random=np.random.default_rng(seed),
                )
                rows.append([f"{half}: {there}, d* <= {bound:.2f}{rule}", *shares.values()])
                if not rule:
                    strangers[half, size] = shares["stranger named"]
    note = "Nobody is claimed; a face is named when the nearest politician is within; % (95 % interval)."
    return table("Naming from a gallery", ("gallery", *OUTCOMES), rows, note=note), strangers
