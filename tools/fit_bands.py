"""Measure how often the advice is right: the numbers behind ``rules.Thresholds``.

    python tools/fit_bands.py PEOPLE [--crowd FOLDER] [--half 0|1] [--gallery 50] [--enrol 3]

PEOPLE is a folder with one folder of photos a person; CROWD holds photos of other people, one
face each, who fill the gallery up with one reference portrait each. Every photo is tried once as

- *true claim*: its person has ``--enrol`` other photos in the gallery and is claimed;
- *wrong claim*: the same, but somebody else of the gallery is claimed, at random;
- *stranger*: its person is not in the gallery, and somebody is claimed at random;
- *look-alike*: the same, but whoever is nearest is claimed: the worst case.

Encodings are kept in ``--cache`` and read from there the next time. Fit on one half of the people
(``--half 0``) and report the other (``--half 1``).
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from curator.engine.errors import CuratorError
from curator.engine.faces import FinderSettings, make_finder
from curator.engine.matching import Gallery
from curator.engine.pictures import open_picture
from curator.engine.records import (
    Claim,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    Kind,
    Match,
    Outcome,
    PoliticianId,
    PortraitEncoding,
    PortraitId,
    SubmissionId,
    Word,
)
from curator.engine.rules import Subject, Thresholds, assess, word_for

CLAIMS = ("true claim", "wrong claim", "stranger", "look-alike")
BOUNDS = (0.40, 0.45, 0.50, 0.55, 0.58, 0.60, 0.62, 0.64, 0.66, 0.68, 0.70)
MARGINS = (0.02, 0.03, 0.04, 0.05, 0.06, 0.08)

People = Mapping[str, NDArray[np.float64]]


class Trial(NamedTuple):
    """One photo under one claim: d* of the claim, its rank, its lead over the next, the advice."""

    distance: float
    rank: int
    lead: float
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """How galleries are drawn."""

    gallery: int
    enrol: int
    thresholds: Thresholds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("people", type=Path)
    parser.add_argument("--crowd", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--gallery", type=int, default=50)
    parser.add_argument("--enrol", type=int, default=3)
    parser.add_argument("--without", nargs="*", default=(), help="stems of files that show someone else")
    parser.add_argument("--cache", type=Path, help="a .npz file, made when it is not there")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    files, encodings = encoded(arguments.people, arguments.crowd, cache=arguments.cache)
    people: dict[str, list[int]] = defaultdict(list)
    for row, file in enumerate(files):
        if file.is_relative_to(arguments.people) and file.stem not in arguments.without:
            people[file.relative_to(arguments.people).parts[0]].append(row)
    crowd = [row for row, file in enumerate(files) if not file.is_relative_to(arguments.people)]
    names = sorted(name for name, rows in people.items() if len(rows) > arguments.enrol)
    if arguments.half is not None:
        names = names[arguments.half :: 2]
    design = Design(gallery=arguments.gallery, enrol=arguments.enrol, thresholds=Thresholds())
    chosen = {name: encodings[people[name]] for name in names}
    trials = tried(
        chosen, crowd=encodings[crowd], design=design, random=np.random.default_rng(arguments.seed)
    )
    report(trials, people=len(names), crowd=len(crowd), design=design)


# ---------------------------------------------------------------- encodings


def encoded(
    people: Path, crowd: Path | None, *, cache: Path | None
) -> tuple[list[Path], NDArray[np.float64]]:
    """Encode the most central face of every photo, or read the encodings kept from the last time."""
    if cache is not None and cache.exists():
        with np.load(cache) as kept:
            return [Path(file) for file in kept["files"].tolist()], kept["encodings"]
    finder = make_finder(FinderSettings())
    files, encodings = [], []
    for file in sorted(photos(people, crowd)):
        try:
            picture = open_picture(file)
            found = [face for face in finder.find(picture).faces if face.encoding is not None]
        except CuratorError as error:
            print(error)
            continue
        if not found:
            print(f"No face in {file}")
            continue
        centre = np.array([picture.facts.width / 2, picture.facts.height / 2])
        best = min(found, key=lambda face: off_centre(face.box, centre=centre))
        files.append(file)
        encodings.append(best.encoding)
    table = np.array(encodings)
    if cache is not None:
        np.savez(cache, files=[str(file) for file in files], encodings=table)
    return files, table


def photos(people: Path, crowd: Path | None) -> Iterator[Path]:
    for folder in (people, crowd):
        if folder is not None:
            suffixes = {".jpg", ".jpeg", ".png"}
            yield from (file for file in folder.rglob("*") if file.suffix.lower() in suffixes)


def off_centre(box: FaceBox, *, centre: NDArray[np.float64]) -> float:
    """Distance from the middle of the picture less the face's size: the face that the photo is of."""
    middle = np.array([box.left + box.width / 2, box.top + box.height / 2])
    return float(np.linalg.norm(middle - centre)) - box.size


# ---------------------------------------------------------------- trials


def tried(
    people: People, *, crowd: NDArray[np.float64], design: Design, random: np.random.Generator
) -> dict[str, list[Trial]]:
    """Try every photo once under each of ``CLAIMS``."""
    trials: dict[str, list[Trial]] = {claim: [] for claim in CLAIMS}
    for name, photos_of in people.items():
        for row in range(len(photos_of)):
            others = [other for other in people if other != name]
            own = np.delete(photos_of, row, axis=0)
            with_own = drawn({name: own}, others, people=people, crowd=crowd, design=design, random=random)
            without = drawn({}, others, people=people, crowd=crowd, design=design, random=random)
            picks = {
                "true claim": (with_own, PoliticianId(0)),
                "wrong claim": (
                    with_own,
                    PoliticianId(int(random.integers(1, len(with_own.politician_ids)))),
                ),
                "stranger": (without, PoliticianId(int(random.integers(len(without.politician_ids))))),
                "look-alike": (without, None),
            }
            for claim, (gallery, claimed) in picks.items():
                trials[claim].append(trial(photos_of[row], gallery, claimed=claimed, design=design))
    return trials


def drawn(
    own: People,
    others: Sequence[str],
    *,
    people: People,
    crowd: NDArray[np.float64],
    design: Design,
    random: np.random.Generator,
) -> Gallery:
    """Draw a gallery: the own person first, then others at random, then the crowd if there are too few."""
    rest = random.permutation(len(others))[: design.gallery - len(own)]
    members = [*own.values(), *(people[others[index]] for index in rest)]
    members = [random.permutation(rows)[: design.enrol] for rows in members]
    missing = design.gallery - len(members)
    members += [rows[None] for rows in random.permutation(crowd)[:missing]]
    return Gallery.from_portraits(
        PortraitEncoding(PortraitId(0), PoliticianId(politician), encoding)
        for politician, rows in enumerate(members)
        for encoding in rows
    )


def trial(
    encoding: NDArray[np.float64], gallery: Gallery, *, claimed: PoliticianId | None, design: Design
) -> Trial:
    def word(distance: float) -> Word:
        return word_for(distance, thresholds=design.thresholds)

    (matches,) = gallery.rank(encoding[None], word=word, keep=2, also=(claimed,))
    match = next(match for match in matches if claimed in (None, match.politician_id))
    rival = next(other for other in matches if other is not match)
    subject = Subject(
        kind=Kind.DEEPFAKE,
        claim=Claim(surname="x"),
        claimed_id=match.politician_id,
        claimed_portraits=1,
        faces=(face_with(matches),),
    )
    outcome = assess(subject, thresholds=design.thresholds).advice.outcome
    return Trial(match.distance, match.rank, rival.distance - match.distance, outcome)


def face_with(matches: tuple[Match, ...]) -> Face:
    """A face of 100 px, so that only the distances decide."""
    box = FaceBox(0, 0, 100, 100)
    return Face(FaceId(0), SubmissionId(0), box, FaceOrigin.DETECTED, 1.0, (), False, matches)


# ---------------------------------------------------------------- report


def report(trials: Mapping[str, Sequence[Trial]], *, people: int, crowd: int, design: Design) -> None:
    print(f"{people} people, {len(trials[CLAIMS[0]])} photos, {design.enrol} enrolled each; ", end="")
    print(f"gallery of {design.gallery}, crowd of {crowd}\n")
    print("d* up to and nearest of all, of 100 photos")
    print(f"{'':6}" + "".join(f"{claim:>14}" for claim in CLAIMS))
    for bound in BOUNDS:
        shares = (
            share(len([t for t in tried_ if t.distance <= bound and t.rank == 1]), len(tried_))
            for tried_ in trials.values()
        )
        print(f"{bound:6.2f}" + "".join(f"{100 * each:14.2f}" for each in shares))
    print("\nmargin below which a claim that would be confirmed is called ambiguous, of 100 such")
    for margin in MARGINS:
        line = f"{margin:6.2f}"
        for claim in CLAIMS:
            confirmed = [
                t for t in trials[claim] if t.distance <= design.thresholds.match_claimed and t.rank == 1
            ]
            doubted = len([t for t in confirmed if t.lead < margin])
            line += f"{100 * share(doubted, len(confirmed)):9.1f}/{len(confirmed):4}"
        print(line)
    print("\nadvice, of 100 photos, with the 95 % interval after Wilson")
    for claim in CLAIMS:
        line = f"{claim:12}"
        for outcome in Outcome:
            count = len([t for t in trials[claim] if t.outcome is outcome])
            low, high = wilson(count, len(trials[claim]))
            line += f"  {outcome}: {100 * share(count, len(trials[claim])):.1f}"
            line += f" ({100 * low:.1f}-{100 * high:.1f})"
        print(line)


def share(count: int, total: int) -> float:
    return count / total if total else math.nan


def wilson(count: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson (1927): honest for shares near 0 and 1 too."""
    z = 1.959964
    if not total:
        return 0.0, 1.0
    p = count / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    return max(0.0, middle - half), min(1.0, middle + half)


if __name__ == "__main__":
    main()
