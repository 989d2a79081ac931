"""Pairs of photos that others labelled: LFW's ten folds, and tables of two files and yes or no."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from curator.engine.rules import Thresholds

from .seen import Seen
from .shares import equal_error, share
from .tables import Cell, table


@dataclass(frozen=True, slots=True)
class Pair:
    """Two photos.

    Attributes:
        first: a file.
        second: another.
        same: whether they show one person.
        fold: which tenth of LFW's list it belongs to, 0 elsewhere.
    """

    first: Path
    second: Path
    same: bool
    fold: int = 0


def lfw_pairs(list_: Path, *, root: Path) -> list[Pair]:
    """LFW's ``pairs.txt``: folds and pairs a fold, then in each fold same pairs before different ones.

    Args:
        list_: lines of ``name number number`` or ``name number name number``, separated by tabs.
        root: the folder with a folder a person, files called ``Name/Name_0001.jpg``.
    """
    header, *lines = list_.read_text(encoding="utf-8").splitlines()
    each = 2 * int(header.split()[1])
    pairs = []
    for number, line in enumerate(line for line in lines if line.strip()):
        parts = line.split("\t")
        if len(parts) == 3:
            parts = [parts[0], parts[1], parts[0], parts[2]]
            same = True
        else:
            same = False
        first, second = (
            root / name / f"{name}_{int(photo):04d}.jpg" for name, photo in (parts[:2], parts[2:])
        )
        pairs.append(Pair(first, second, same, number // each))
    return pairs


def table_pairs(path: Path) -> list[Pair]:
    """A CSV of two file names, beside it, and ``Yes`` or ``No`` (or 1 or 0), under any headings."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    return [
        Pair(path.parent / row[0], path.parent / row[1], row[2].strip().lower() in {"yes", "1", "true"})
        for row in rows
        if row
    ]


def distances_of(pairs: Iterable[Pair], *, seen: Mapping[Path, Seen]) -> tuple[list[Pair], list[float]]:
    """The pairs that can be measured, and their distances (d* with one portrait)."""
    measured, distances = [], []
    for pair in pairs:
        faces = [seen[path].main_face if path in seen else None for path in (pair.first, pair.second)]
        one, other = (face.encoding if face is not None else None for face in faces)
        if one is not None and other is not None:
            measured.append(pair)
            distances.append(float(np.linalg.norm(one - other)))
    return measured, distances


def ten_folds(pairs: Sequence[Pair], distances: Sequence[float]) -> list[tuple[float, float]]:
    """For each fold (accuracy, threshold): the best threshold of the other folds, tried on this one."""
    far = np.array(distances)
    same = np.array([pair.same for pair in pairs])
    folds = np.array([pair.fold for pair in pairs])
    results = []
    for fold in np.unique(folds):
        here = folds == fold
        bounds = np.unique(far[~here])
        true, false = np.sort(far[~here & same]), np.sort(far[~here & ~same])
        right = np.searchsorted(true, bounds, side="right") + len(false)
        right = right - np.searchsorted(false, bounds, side="right")
        # Several thresholds are often equally good: the middle one favours neither side.
        best = bounds[np.flatnonzero(right == right.max())]
        bound = float(best[len(best) // 2])
        results.append((float(((far[here] <= bound) == same[here]).mean()), bound))
    return results


def folds_table(pairs: Sequence[Pair], *, seen: Mapping[Path, Seen]) -> str:
    """The classical accuracy on LFW."""
    measured, distances = distances_of(pairs, seen=seen)
    columns = ("pairs", "left out", "accuracy %", "standard error", "threshold")
    title = "LFW's ten folds"
    if not measured:
        return table(title, columns, [[len(pairs), len(pairs), "-", "-", "-"]])
    results = np.array(ten_folds(measured, distances))
    error = results[:, 0].std(ddof=1) / np.sqrt(len(results)) if len(results) > 1 else float("nan")
    row: list[Cell] = [
        str(len(measured)),
        len(pairs) - len(measured),
        f"{100 * results[:, 0].mean():.2f}",
        f"{100 * error:.2f}",
        f"{results[:, 1].mean():.3f}",
    ]
    return table(title, columns, [row], note="A pair in which a photo is missing or has no face is left out.")


def pairs_table(pairs: Sequence[Pair], *, seen: Mapping[Path, Seen], thresholds: Thresholds) -> str:
    """Both error rates of labelled pairs at the shipped bounds; one reference portrait each."""
    measured, distances = distances_of(pairs, seen=seen)
    true = np.array([far for pair, far in zip(measured, distances, strict=True) if pair.same])
    false = np.array([far for pair, far in zip(measured, distances, strict=True) if not pair.same])
    rate, threshold = equal_error(true, false)
    bounds = (
        thresholds.strong,
        thresholds.match_unclaimed,
        thresholds.match_claimed,
        thresholds.closer_unclaimed,
        thresholds.closer_claimed,
    )
    rows: list[list[Cell]] = [
        [
            f"d* <= {bound:.2f}",
            share(int((true > bound).sum()), len(true)),
            share(int((false <= bound).sum()), len(false)),
        ]
        for bound in bounds
    ]
    nearest = f"{false.min():.3f}" if len(false) else "-"
    furthest = f"{true.max():.3f}" if len(true) else "-"
    note = (
        f"{len(true)} same, {len(false)} different, {len(pairs) - len(measured)} left out; "
        f"equal error {100 * rate:.2f} % at {threshold:.3f}; furthest same {furthest}, nearest different "
        f"{nearest}.\nPairs share photos: the true intervals are wider."
    )
    return table("Labelled pairs", ("bound", "same missed", "different taken"), rows, note=note)
