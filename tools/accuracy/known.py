"""Known pictures, such as face swaps, against the reference portraits that whoever asks brings along."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.engine.matching import Gallery
from curator.engine.records import (
    Claim,
    Face,
    FaceId,
    FaceOrigin,
    Kind,
    PoliticianId,
    SubmissionId,
    Word,
)
from curator.engine.rules import Subject, Thresholds, assess, word_for

from .galleries import gallery_of, joined
from .people import pictures
from .seen import Seen
from .shares import Share, Tally, median, quantile, share_of
from .tables import Cell, table


@dataclass(frozen=True, slots=True)
class Known:
    """A picture and who is claimed.

    Attributes:
        file: the picture.
        portraits: reference portraits of the claimed politician.
        note: what the picture is.
    """

    file: Path
    portraits: tuple[Path, ...]
    note: str


def known_pictures(path: Path, *, root: Path) -> list[Known]:
    """A CSV with columns ``file,portraits,note``, relative to ``root``.

    ``portraits`` are files or folders, separated by ``;``.
    """
    known = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            portraits: list[Path] = []
            for name in row["portraits"].split(";"):
                place = root / name.strip()
                portraits += pictures(place) if place.is_dir() else [place]
            known.append(Known(root / row["file"], tuple(portraits), row["note"]))
    return known


def known_table(
    known: Sequence[Known], *, seen: Mapping[Path, Seen], others: Gallery, thresholds: Thresholds
) -> str:
    """d*, rank and advice of each, in a gallery of the claimed politician and all others."""

    def word(distance: float) -> Word:
        return word_for(distance, thresholds=thresholds)

    rows: list[list[Cell]] = []
    for each in known:
        encodings = [
            face.encoding
            for path in each.portraits
            if (face := seen[path].main_face) is not None and face.encoding is not None
        ]
        faces = seen[each.file].faces
        sizes = " ".join(str(face.box.size) for face in faces[:4]) or "-"
        if not encodings or not faces:
            rows.append([each.note, sizes, len(encodings), *"-----"])
            continue
        gallery = joined(gallery_of([_stack(encodings)]), others)
        claimed = PoliticianId(0)
        encoded = [face for face in faces if face.encoding is not None]
        ranked = gallery.rank(
            _stack([face.encoding for face in encoded if face.encoding is not None]),
            word=word,
            keep=3,
            also=[claimed] * len(encoded),
        )
        records = tuple(
            Face(
                FaceId(number), SubmissionId(0), face.box, FaceOrigin.DETECTED, face.score, (), False, matches
            )
            for number, (face, matches) in enumerate(zip(encoded, ranked, strict=True))
        )
        subject = Subject(
            kind=Kind.DEEPFAKE,
            claim=Claim(surname="x"),
            claimed_id=claimed,
            claimed_portraits=len(encodings),
            faces=records,
        )
        advice = assess(subject, thresholds=thresholds).advice
        best = min(
            (match for matches in ranked for match in matches if match.politician_id == claimed),
            key=lambda match: match.distance,
        )
        rival = min(
            match.distance for matches in ranked for match in matches if match.politician_id != claimed
        )
        reason = f" ({advice.reason})" if advice.reason else ""
        rows.append(
            [
                each.note,
                sizes,
                len(encodings),
                best.distance,
                best.rank,
                rival,
                best.word,
                f"{advice.outcome}{reason}",
            ]
        )
    columns = ("picture", "face sizes", "portraits", "d*", "rank", "nearest other", "word", "advice")
    note = f"The face that is nearest to the claimed politician, among {len(others.counts)} others."
    return table("Known pictures", columns, rows, note=note)


def _stack(encodings: Sequence[object]) -> NDArray[np.float64]:
    return np.array(encodings, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Swap:
    """A picture in which a face was put in the place of another one.

    Attributes:
        file: the result.
        source: a photo of whoever's face was put in.
        target: the picture, or a photo of the person, into which it was put.
    """

    file: Path
    source: Path
    target: Path


def swaps(path: Path) -> list[Swap]:
    """A CSV with columns ``swap,source,target``, relative to its folder."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Swap(*(path.parent / row[column] for column in ("swap", "source", "target")))
            for row in csv.DictReader(file)
        ]


def swaps_table(listed: Sequence[Swap], *, seen: Mapping[Path, Seen], thresholds: Thresholds) -> str:
    """How far swapped faces are from the face that was put in and from the one that was there."""
    names, into, from_ = [], [], []
    for each in listed:
        three = [seen[path].main_face for path in (each.file, each.source, each.target)]
        encodings = [face.encoding for face in three if face is not None and face.encoding is not None]
        if len(encodings) == 3:
            names.append(each.source)
            into.append(float(np.linalg.norm(encodings[0] - encodings[1])))
            from_.append(float(np.linalg.norm(encodings[0] - encodings[2])))
    source, target = np.array(into), np.array(from_)
    bounds = (
        thresholds.match_unclaimed,
        thresholds.match_claimed,
        thresholds.closer_unclaimed,
        thresholds.closer_claimed,
    )
    rows: list[list[Cell]] = []
    for bound in bounds:
        shares = (_share_by(names, source <= bound), _share_by(names, target <= bound))
        rows.append([f"d* <= {bound:.2f}", *shares])
    rows.append(
        ["nearer than the other", _share_by(names, source < target), _share_by(names, target < source)]
    )
    rows.append(["d*, median", median(source), median(target)])
    rows.append(["d*, 10 % beyond", quantile(source, 0.9), quantile(target, 0.9)])
    note = (
        f"{len(names)} swaps, {len(listed) - len(names)} left out because a face was not found; one photo of "
        "each person; % (95 % interval by source)."
    )
    return table("Face swaps", ("", "the face put in", "the face that was there"), rows, note=note)


def _share_by(names: Sequence[Path], which: NDArray[np.bool_]) -> Share:
    groups: dict[Path, list[bool]] = {}
    for name, mark in zip(names, which.tolist(), strict=True):
        groups.setdefault(name, []).append(mark)
    return share_of(Tally(sum(marks), len(marks), len(marks)) for marks in groups.values())
