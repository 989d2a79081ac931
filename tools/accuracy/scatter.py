"""The scatter s^2 in d* and the equal error rate: fitted on one half, checked on the other."""

from collections.abc import Mapping, Sequence

import numpy as np

from curator.engine.matching import SCATTER

from .claims import Halves
from .galleries import Distances, Encodings, one_to_one
from .shares import equal_error, median
from .tables import Cell, table


def fitted_scatter(people: Mapping[str, Encodings]) -> float:
    """s^2: the mean squared distance of one person's photos to their centre, each person counting once.

    The centre of n photos lies nearer to them than the true one does: divided by n - 1, not n.
    """
    own = [
        ((each - each.mean(axis=0)) ** 2).sum() / (len(each) - 1) for each in people.values() if len(each) > 1
    ]
    return float(np.mean(own)) if own else float("nan")


def scatter_interval(people: Mapping[str, Encodings], *, seed: int, draws: int = 1000) -> tuple[float, float]:
    """The 95 % interval of ``fitted_scatter``: people drawn again and again with replacement."""
    random = np.random.default_rng(seed)
    own = np.array([fitted_scatter({"": each}) for each in people.values() if len(each) > 1])
    means = own[random.integers(len(own), size=(draws, len(own)))].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


def with_scatter(distances: Encodings, *, portraits: int, scatter: float) -> Encodings:
    """d* as it would be with another s^2."""
    squares = distances**2 - (1 - 1 / portraits) * (SCATTER - scatter)
    return np.sqrt(np.maximum(squares, 0))


def scatter_table(halves: Halves, *, counts: Sequence[int], bound: float, rounds: int, seed: int) -> str:
    """Whether one threshold serves every number of portraits, with the fitted and the shipped s^2."""
    first = fitted_scatter(next(iter(halves.values())))
    rows: list[list[Cell]] = []
    for half, people in halves.items():
        enough = {name: each for name, each in people.items() if len(each) > max(counts)}
        if len(enough) < 2:
            continue
        low, high = scatter_interval(people, seed=seed)
        own = f"{fitted_scatter(people):.4f} ({low:.4f}-{high:.4f})"
        drawn = {
            count: one_to_one(enough, portraits=count, random=np.random.default_rng(seed), rounds=rounds)
            for count in counts
        }
        for scatter, name in ((SCATTER, "shipped"), (first, "fitted"), (0.0, "none")):
            every = [
                _pooled(distances, portraits=count, scatter=scatter) for count, distances in drawn.items()
            ]
            every.append(
                (np.concatenate([each[0] for each in every]), np.concatenate([each[1] for each in every]))
            )
            cells: list[Cell] = []
            for genuine, impostor in every:
                rate, threshold = equal_error(genuine, impostor)
                missed = 100 * float((genuine > bound).mean())
                cells.append(f"{median(genuine):.3f} {missed:4.1f} {100 * rate:.2f}@{threshold:.3f}")
            rows.append([f"{half}: {name} {scatter:.4f}", own, *cells])
            own = ""
    columns = ("s^2", "of this half", *(f"k = {count}" for count in counts), "all k together")
    note = (
        f"For each number of portraits k: median d* of true faces, % of them beyond {bound:.2f}, "
        "equal error rate in % @ its d*.\n'fitted' is s^2 of the first half; 'none' is the plain distance "
        "to the centroid."
    )
    return table("The scatter in d* and the equal error rate", columns, rows, note=note)


def _pooled(distances: Sequence[Distances], *, portraits: int, scatter: float) -> tuple[Encodings, Encodings]:
    genuine = np.concatenate([each.genuine for each in distances])
    impostor = np.concatenate([each.impostor.ravel() for each in distances])
    return (
        with_scatter(genuine, portraits=portraits, scatter=scatter),
        with_scatter(impostor, portraits=portraits, scatter=scatter),
    )
