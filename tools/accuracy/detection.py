"""The detector against boxes drawn by hand, and the guard against turned pictures."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.engine.records import FaceBox

from .seen import Seen, overlap
from .shares import Share, Tally, median, quantile, share, share_of
from .tables import Cell, table

KINDS = ("face", "drawn", "unclear")
"""Of hand-drawn boxes. Whether ``unclear`` is found counts neither for nor against."""

SIZES = ((20, 40), (40, 60), (60, 100), (100, 200), (200, 100_000))
"""Classes of a face's size in pixels, from, up to."""

SAME = 0.3
"""From this overlap (IoU) on, a find is that face. Low, because detectors draw boxes differently
and two heads that touch overlap by less."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A box drawn by hand around what somebody sees as a face."""

    box: FaceBox
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """What became of the boxes of one picture.

    Attributes:
        pairs: (index of the label, index of the find, overlap).
        missed: indexes of labels that were not found.
        extra: indexes of finds that no label explains.
    """

    pairs: tuple[tuple[int, int, float], ...]
    missed: tuple[int, ...]
    extra: tuple[int, ...]


def labelled_faces(path: Path, *, root: Path) -> dict[Path, list[Labelled]]:
    """A CSV with columns ``file,left,top,right,bottom,kind``, files relative to ``root``.

    A picture without any face has one row with its name and nothing else.
    """
    labels: dict[Path, list[Labelled]] = defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            here = labels[root / row["file"]]
            if row["left"]:
                left, top, right, bottom = (
                    round(float(row[side])) for side in ("left", "top", "right", "bottom")
                )
                here.append(Labelled(FaceBox(left, top, right - left, bottom - top), row["kind"]))
    return dict(labels)


def matched(labels: Sequence[FaceBox], finds: Sequence[FaceBox], *, least: float = SAME) -> Found:
    """Pair labels and finds one to one, the largest overlaps first."""
    candidates = sorted(
        (
            (overlap(label, find), row, column)
            for row, label in enumerate(labels)
            for column, find in enumerate(finds)
        ),
        key=lambda each: (-each[0], each[1:]),
    )
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for shared, row, column in candidates:
        if shared >= least and row not in pairs and column not in used:
            pairs[row] = (column, shared)
            used.add(column)
    return Found(
        tuple((row, column, shared) for row, (column, shared) in sorted(pairs.items())),
        tuple(row for row in range(len(labels)) if row not in pairs),
        tuple(column for column in range(len(finds)) if column not in used),
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A detector against all labels.

    Attributes:
        recall: by kind and size class (None: all sizes).
        extra: finds without a label, as a share of all finds.
        extra_count: how many those are.
        overlaps: of found faces of kind ``face``.
        missed: (picture, box) of each missed face of kind ``face``.
        extras: (picture, box) of each find without a label.
    """

    recall: Mapping[tuple[str, tuple[int, int] | None], Share]
    extra: Share
    extra_count: int
    overlaps: tuple[float, ...]
    missed: tuple[tuple[Path, FaceBox], ...]
    extras: tuple[tuple[Path, FaceBox], ...]


def judged(labels: Mapping[Path, Sequence[Labelled]], *, seen: Mapping[Path, Seen]) -> Verdict:
    """Compare all pictures; intervals take each picture as one group."""
    recall: dict[tuple[str, tuple[int, int] | None], list[Tally]] = defaultdict(list)
    extra: list[Tally] = []
    overlaps: list[float] = []
    missed: list[tuple[Path, FaceBox]] = []
    extras: list[tuple[Path, FaceBox]] = []
    for path, boxes in labels.items():
        finds = [face.box for face in seen[path].faces]
        found = matched([label.box for label in boxes], finds)
        rows = {row for row, _, _ in found.pairs}
        for kind in KINDS:
            for size in (None, *SIZES):
                own = [
                    row
                    for row, label in enumerate(boxes)
                    if label.kind == kind and (size is None or size[0] <= label.box.size < size[1])
                ]
                recall[kind, size].append(Tally(len(rows.intersection(own)), len(own), len(own)))
        overlaps += [shared for row, _, shared in found.pairs if boxes[row].kind == "face"]
        missed += [(path, boxes[row].box) for row in found.missed if boxes[row].kind == "face"]
        extras += [(path, finds[column]) for column in found.extra]
        extra.append(Tally(len(found.extra), len(finds), len(finds)))
    return Verdict(
        {key: share_of(tallies) for key, tallies in recall.items()},
        share_of(extra),
        len(extras),
        tuple(overlaps),
        tuple(missed),
        tuple(extras),
    )


def recall_table(verdicts: Mapping[str, Verdict]) -> str:
    """Recall by kind and size for each detector."""
    rows: list[list[Cell]] = []
    for kind in KINDS:
        for size in (None, *SIZES):
            shares = [verdict.recall[kind, size] for verdict in verdicts.values()]
            if not shares[0].trials or (kind != "face" and size is not None):
                continue
            name = (
                kind
                if size is None
                else f"  {size[0]} px and more"
                if size[1] > 9999
                else f"  {size[0]}-{size[1]} px"
            )
            rows.append([name, shares[0].trials, *shares])
    rows.append(["finds without a label", "", *(verdict.extra for verdict in verdicts.values())])
    rows.append(["  how many", "", *(verdict.extra_count for verdict in verdicts.values())])
    rows.append(["overlap, median", "", *(median(verdict.overlaps) for verdict in verdicts.values())])
    rows.append(
        ["overlap, 5 % below", "", *(quantile(verdict.overlaps, 0.05) for verdict in verdicts.values())]
    )
    note = f"Found means an overlap (IoU) of {SAME} or more; % (95 % interval)."
    return table("Hand-drawn boxes found", ("kind", "boxes", *verdicts), rows, note=note)


def wrong_finds(verdict: Verdict, *, root: Path) -> str:
    """Each miss and each find without a label, to be looked at by eye."""
    rows: list[list[Cell]] = []
    for what, places in (("missed", verdict.missed), ("no label", verdict.extras)):
        for path, box in places:
            name = str(path.relative_to(root))
            rows.append(
                [what, name if len(name) <= 60 else f"...{name[-57:]}", f"{box.left},{box.top}", box.size]
            )
    return table("What to look at by eye", ("what", "file", "left,top", "size"), rows)


def turn_table(groups: Mapping[str, Mapping[Path, Seen]], *, altered: Mapping[tuple[Path, str], Seen]) -> str:
    """How many turned pictures come upright, and how many upright ones are turned.

    Args:
        groups: pictures as they are, all of them upright, by what they are.
        altered: the same after ``alterations.turned``; a picture without a face has none.
    """
    rows: list[list[Cell]] = []
    for group, pictures in groups.items():
        with_face = {path: seen for path, seen in pictures.items() if seen.main_face is not None}
        wrongly = _share([seen.facts.turn != 0 for seen in with_face.values()])
        cells: list[Cell] = [group, len(with_face), wrongly]
        # Those that were wrongly turned while upright say nothing about the other turns.
        upright = {path: seen for path, seen in with_face.items() if seen.facts.turn == 0}
        for quarters in (1, 2, 3):
            turns = [_turn_of(altered.get((path, f"turn/{quarters}"))) for path in upright]
            right = [turn == 4 - quarters for turn in turns if turn is not None]
            cells.append(_share(right))
        everywhere = [
            _turn_of(altered.get((path, f"turn/{quarters}"))) for path in upright for quarters in (1, 2, 3)
        ]
        cells.append(_share([turn is None for turn in everywhere]))
        rows.append(cells)
    columns = (
        "pictures",
        "with a face",
        "upright, but turned",
        "90 put right",
        "180",
        "270",
        "no face found",
    )
    note = "Turned counter-clockwise, nothing in the file says so; of those with a face; % (95 % interval)."
    return table("The guard against turned pictures", columns, rows, note=note)


def _turn_of(seen: Seen | None) -> int | None:
    return None if seen is None or seen.main_face is None else seen.facts.turn


def _share(marks: Sequence[bool]) -> Share:
    return share(sum(marks), len(marks))
