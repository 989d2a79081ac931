#!/usr/bin/env python3
"""Shows that the sample does what it says: ``python tools/sample/verify.py [FOLDER] [--detector yunet]``.

Detects and encodes every picture, prints how far people are from themselves and from each
other, and compares the advice for each submission with ``expected.json``. Leaves with 1 when
anything differs. Runs the engine on the files; no catalogue is made.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations, product
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from curator.engine.errors import UnreadablePicture
from curator.engine.faces import make_finder
from curator.engine.faces.finder import FaceFinder, FinderSettings
from curator.engine.matching import Gallery
from curator.engine.pictures import decode_picture, perceptual_hashes
from curator.engine.records import (
    Claim,
    Encoding,
    Face,
    FaceId,
    FaceOrigin,
    FoundFace,
    Kind,
    Likeness,
    Match,
    PoliticianId,
    PortraitEncoding,
    PortraitId,
    SubmissionId,
)
from curator.engine.rules import Subject, Thresholds, assess, word_for
from curator.engine.similar import SimilarIndex
from curator.engine.submitted_file import read_file

SAME_FACE = 0.25
"""Encodings this near come from the same picture of a face; the smaller copy in the sample lies at 0.10."""

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The sample's politicians as verified: names, encodings and hashes of their portraits."""

    names: dict[PoliticianId, str]
    encodings: dict[PoliticianId, list[Encoding]]
    gallery: Gallery
    hashes: SimilarIndex

    def id_of(self, name: str) -> PoliticianId | None:
        """The politician of that full name, if indexed."""
        return next((id_ for id_, known in self.names.items() if known == name), None)


@dataclass(frozen=True, slots=True)
class Seen:
    """The submissions that were checked already: a later one may be a copy."""

    hashes: SimilarIndex = field(default_factory=SimilarIndex)
    encodings: dict[int, list[Encoding]] = field(default_factory=dict)

    def nearest(self, hashes: tuple[bytes, bytes], encodings: Sequence[Encoding]) -> Likeness | None:
        """The one that looks most like a picture with these hashes and faces; None if it is the first."""
        found = self.hashes.nearest(*hashes, within=256, keep=1)
        if not found:
            return None
        others = self.encodings[found[0].id]
        same = len(others) == len(encodings) and all(
            min(float(np.linalg.norm(one - other)) for other in others) <= SAME_FACE for one in encodings
        )
        return replace(found[0], same_faces=same)

    def add(self, number: int, hashes: tuple[bytes, bytes], encodings: Sequence[Encoding]) -> None:
        """Remember a submission."""
        self.hashes.add(number, hashes[0])
        self.encodings[number] = list(encodings)


def enrol(folder: Path, *, finder: FaceFinder) -> Index:
    """Find and encode all reference portraits.

    Raises:
        SystemExit: a portrait does not hold exactly one face.
    """
    names: dict[PoliticianId, str] = {}
    encodings: dict[PoliticianId, list[Encoding]] = defaultdict(list)
    portraits: list[PortraitEncoding] = []
    hashes = SimilarIndex()
    for path in sorted((folder / "politicians").glob("*/*/*.jpg")):
        known = [id_ for id_, name in names.items() if name == path.parent.name]
        politician = known[0] if known else PoliticianId(len(names) + 1)
        names[politician] = path.parent.name
        picture = decode_picture(read_file(path))
        faces = finder.find(picture).faces
        if len(faces) != 1 or faces[0].encoding is None:
            raise SystemExit(f"{path} holds {len(faces)} faces.")
        encodings[politician].append(faces[0].encoding)
        portrait = PortraitId(len(portraits) + 1)
        portraits.append(PortraitEncoding(portrait, politician, faces[0].encoding))
        hashes.add(portrait, perceptual_hashes(picture.pixels)[0])
    return Index(names, dict(encodings), Gallery.from_portraits(portraits), hashes)


def print_distances(index: Index) -> None:
    """Print how far the portraits of one person, and of any two, are apart."""
    within = [np.linalg.norm(a - b) for one in index.encodings.values() for a, b in combinations(one, 2)]
    between = [
        np.linalg.norm(a - b)
        for one, other in combinations(index.encodings.values(), 2)
        for a, b in product(one, other)
    ]
    portraits = sum(map(len, index.encodings.values()))
    print(f"{len(index.names)} politicians, {portraits} reference portraits with one face each")
    for words, distances in (("of the same person", within), ("of two people", between)):
        low, middle, high = np.min(distances), np.median(distances), np.max(distances)
        print(f"portraits {words}: {low:.3f} .. {middle:.3f} .. {high:.3f} ({len(distances)} pairs)")


def check(folder: Path, *, index: Index, finder: FaceFinder) -> int:
    """Print each submission's faces, distance and advice; returns how many differ from what is expected."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    with (folder / "submissions" / "submissions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen = Seen()
    differing = 0
    for number, row in enumerate(rows, start=1):
        wanted = expected[row["file"]]
        subject, distances, likeness = _subject(
            row, number=number, folder=folder, index=index, finder=finder, seen=seen
        )
        if "same_as" in wanted:  # loaded once: the earlier file is not its duplicate
            same = (folder / "submissions" / wanted["same_as"]).read_bytes()
            agrees = same == (folder / "submissions" / row["file"]).read_bytes()
            got = "the very same file as " + wanted["same_as"]
        else:
            advice = assess(subject, thresholds=Thresholds()).advice
            agrees = [len(subject.faces), advice.outcome, advice.reason] == [
                wanted["faces"],
                wanted["outcome"],
                wanted["reason"],
            ]
            got = f"{len(subject.faces)} {advice.outcome} {advice.reason or ''}"
        differing += not agrees
        print(f"{'  ' if agrees else '! '}{row['file']:22}{got:38} {distances:34} {likeness}")
    print(f"{len(rows)} submissions, {differing} not as expected")
    return differing


def _subject(
    row: dict[str, str],
    *,
    number: int,
    folder: Path,
    index: Index,
    finder: FaceFinder,
    seen: Seen,
) -> tuple[Subject, str, str]:
    """One submission as the rules see it, and in words its nearest politicians and likenesses."""
    claim = Claim(row["name"], row["surname"], row["country"], row["role"])
    claimed = index.id_of(claim.full_name)
    try:
        picture = decode_picture(read_file(folder / "submissions" / row["file"]))
    except UnreadablePicture as error:
        return Subject(kind=Kind(row["kind"]), claim=claim, unreadable=error.sentence), "", ""
    found = finder.find(picture).faces
    faces = tuple(_face(face, claimed=claimed, number=place, index=index) for place, face in enumerate(found))
    hashes = perceptual_hashes(picture.pixels)
    encodings = [face.encoding for face in found if face.encoding is not None]
    copy = seen.nearest(hashes, encodings)
    portrait = index.hashes.nearest(*hashes, within=256, keep=1)[0]
    seen.add(number, hashes, encodings)
    subject = Subject(
        kind=Kind(row["kind"]),
        claim=claim,
        claimed_id=claimed,
        claimed_portraits=len(index.encodings[claimed]) if claimed else 0,
        faces=faces,
        names=index.names,
        duplicate_of=copy,
        looks_like_portrait=portrait,
    )
    distances = ", ".join(
        f"{face.box.size} px "
        + " ".join(
            f"{index.names[match.politician_id].split()[0]} {match.distance:.3f}"
            for match in face.matches[:2]
        )
        for face in faces
    )
    bits = f"{copy.bits if copy else '-'} bits to a submission, {portrait.bits} to a portrait"
    return subject, distances, bits


def _face(found: FoundFace, *, claimed: PoliticianId | None, number: int, index: Index) -> Face:
    matches: tuple[Match, ...] = ()
    if found.encoding is not None:
        word = partial(word_for, thresholds=Thresholds())
        matches = index.gallery.rank(found.encoding[None], word=word, also=[claimed])[0]
    return Face(
        id=FaceId(number),
        submission_id=SubmissionId(0),
        box=found.box,
        origin=FaceOrigin.DETECTED,
        score=found.score,
        landmarks=found.landmarks,
        dismissed=False,
        matches=matches,
    )


def main() -> int:
    """Verify one folder with one detector."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--detector", choices=("hog", "yunet"), default="hog")
    options = parser.parse_args()
    # The default is face_recognition as it is shipped: HOG, the picture doubled once.
    plain = FinderSettings(detector="hog", encoder="dlib")
    finder = make_finder(plain if options.detector == "hog" else FinderSettings())
    index = enrol(options.folder, finder=finder)
    print_distances(index)
    return 1 if check(options.folder, index=index, finder=finder) else 0


if __name__ == "__main__":
    sys.exit(main())
