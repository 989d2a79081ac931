"""Shares with honest intervals, error rates and the point where they are equal."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]

Z95 = 1.959964
"""The normal deviate of a two-sided 95 % interval."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened to the photos of one person, or to the faces of one picture.

    Attributes:
        hits: trials in which it happened.
        trials: all of them; one photo may be tried against several people.
        photos: different photos (or faces) behind them.
    """

    hits: int
    trials: int
    photos: int


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole with its 95 % interval; all three 0 to 1, or nan where nothing was tried.

    Attributes:
        value: hits by trials.
        low: of the interval.
        high: of the interval.
        trials: how many were made.
    """

    value: float
    low: float
    high: float
    trials: int

    def __str__(self) -> str:
        """In percent, with as many decimals as the value deserves: ``97.3 (95.4-98.5)``."""
        if not self.trials:
            return "-"
        least = min(self.value or 1.0, 1 - self.value or 1.0)
        digits = 1 if least >= 0.01 else 2 if least >= 0.001 else 3
        if self.value in (0.0, 1.0):
            digits = 1
        return f"{100 * self.value:.{digits}f} ({100 * self.low:.{digits}f}-{100 * self.high:.{digits}f})"


def wilson(hits: float, trials: float) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson (1927): honest near 0 and 1 too.

    Args:
        hits: at most ``trials``; need not be whole.
        trials: effective number of independent trials; 0 gives (0, 1).
    """
    if trials <= 0:
        return 0.0, 1.0
    share = hits / trials
    middle = share + Z95**2 / (2 * trials)
    half = Z95 * math.sqrt(share * (1 - share) / trials + Z95**2 / (4 * trials**2))
    whole = 1 + Z95**2 / trials
    # At the very ends the formula is exact but for rounding.
    low = 0.0 if hits == 0 else max(0.0, (middle - half) / whole)
    high = 1.0 if hits == trials else min(1.0, (middle + half) / whole)
    return low, high


def share_of(tallies: Iterable[Tally]) -> Share:
    """The share over several people, its interval widened because photos of one person are alike.

    Wilson's interval with the effective number of trials: trials divided by the design effect,
    which is the variance of the ratio between people over that of independent trials (Kish 1965),
    at least 1. A share of 0 or 1 tells nothing of how people differ: then each photo is one trial.
    """
    groups = [tally for tally in tallies if tally.trials]
    trials = sum(tally.trials for tally in groups)
    if not trials:
        return Share(math.nan, math.nan, math.nan, 0)
    hits = sum(tally.hits for tally in groups)
    share = hits / trials
    if hits in (0, trials):
        effective = float(sum(tally.photos for tally in groups))
    else:
        effective = trials / _design_effect(groups, share, trials)
    low, high = wilson(share * effective, effective)
    return Share(share, low, high, trials)


def share(hits: int, trials: int) -> Share:
    """The share of independent trials."""
    return share_of([Tally(hits, trials, trials)] if trials else [])


def _design_effect(groups: Sequence[Tally], share: float, trials: int) -> float:
    if len(groups) < 2:
        return 1.0
    spread = sum((tally.hits - share * tally.trials) ** 2 for tally in groups)
    between = len(groups) / (len(groups) - 1) * spread / trials**2
    return max(1.0, between / (share * (1 - share) / trials))


def equal_error(genuine: Numbers, impostor: Numbers) -> tuple[float, float]:
    """The equal error rate and the distance at which it is reached.

    Args:
        genuine: distances of true faces, any shape.
        impostor: distances of other people's faces.

    Returns:
        (rate, threshold): the mean of both rates where they differ least; nan when either is empty.
    """
    true, false = np.sort(genuine, axis=None), np.sort(impostor, axis=None)
    if not len(true) or not len(false):
        return math.nan, math.nan
    bounds = np.unique(np.concatenate([true, false]))
    missed = 1 - np.searchsorted(true, bounds, side="right") / len(true)
    taken = np.searchsorted(false, bounds, side="right") / len(false)
    best = int(np.argmin(np.abs(missed - taken)))
    # Every distance up to the next one gives the same rates: the middle of that gap.
    after = bounds[best + 1] if best + 1 < len(bounds) else bounds[best]
    return float((missed[best] + taken[best]) / 2), float((bounds[best] + after) / 2)


def median(values: Sequence[float] | Numbers) -> float:
    """The median, nan of nothing."""
    return float(np.median(values)) if len(values) else math.nan


def quantile(values: Sequence[float] | Numbers, part: float) -> float:
    """A quantile, nan of nothing."""
    return float(np.quantile(values, part)) if len(values) else math.nan
