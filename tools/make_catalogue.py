#!/usr/bin/env python3
"""Fabricates a catalogue of any size: ``python tools/make_catalogue.py FOLDER --submissions 100000``.

Nobody in it exists. A few hundred pictures of invented people are drawn as for the sample; every file
gets bytes of its own through a JPEG comment, and previews and thumbnails are hard links to a few, so
that 100,000 submissions take a gigabyte and minutes. Encodings are invented too, but all numbers that
hang on them (distances, margins, findings, advice) are the engine's own, as is the decision log.
The same seed gives the same submissions; salts and the catalogue's own number differ.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import drawn_files
from drawn_files import Files, draw, landmarks

from curator.engine.catalogue import Catalogue, PortraitAnalysis
from curator.engine.comparison import Comparison
from curator.engine.countries import COUNTRIES, Role
from curator.engine.deciding.decisions import decide
from curator.engine.media import MediaStore
from curator.engine.records import (
    Arrival,
    Claim,
    Encoding,
    Face,
    FaceBox,
    FaceOrigin,
    FoundFace,
    Kind,
    Likeness,
    Origin,
    PictureFacts,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Subject, Thresholds

ROOT = Path(__file__).resolve().parents[1]
MODEL = "dlib-resnet-v1"
PICTURES_EACH = 2
BATCH = 1000
CURATORS = ("Ada", "Ben", "Cleo")
THRESHOLDS = Thresholds()


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONSETS = _listed("B Br C D F G Gr H J K L M N P Q R S Št T V W Z Ž Ł Ø Þ")
_MIDDLES = _listed("a e i o u ae au ei ø ą ö é ala eru ino osa umbi")
_ENDS = _listed("ldoon brandt ska nyi wicz quist vane trop mell zhar kinen ffe doro lis ptak rrow vik nau")
_PLACES = _listed("beach moon summit kitchen stadium tram market throne garden opera lift ferry")
_NOTES = (
    "",
    "",
    "Found on a forum.",
    "Made with a face swap app, my own work.",
    "The tie is wrong, the face too.",
    "Sent by a friend, origin unknown.",
    "From a parody channel; never happened.",
    "Please use the second one if this is too small.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """An invented politician as the index holds them."""

    id: PoliticianId
    claim: Claim
    encoding: Encoding
    drawings: tuple[int, ...]


@dataclass(slots=True)
class Picture:
    """A submission in the making."""

    arrival: Arrival
    claimed_id: PoliticianId | None
    drawing: int
    encodings: tuple[Encoding, ...]
    hashes: tuple[bytes, bytes]
    verdict: Verdict
    reason: Reason | None
    curator: str
    copy_of: int | None
    at: datetime


def invented(numbers: np.random.Generator) -> Encoding:
    """A face that nobody has; two of them are about 0.8 apart."""
    direction = numbers.normal(size=128)
    return np.asarray(0.56 * direction / np.linalg.norm(direction))


class Maker:
    """Fills one catalogue; everything that it draws lots for comes from one seed."""

    def __init__(self, folder: Path, *, submissions: int, seed: int, decided: float) -> None:
        """Makes the empty catalogue and draws the pictures."""
        self._lots = Random(seed)
        self._numbers = np.random.default_rng(seed)
        self._wanted, self._decided = submissions, decided
        self._now = datetime(2025, 9, 1, 8, tzinfo=UTC)
        drawn = min(PICTURES_EACH * len(COUNTRIES) * len(Role), max(8, submissions // 25))
        self._drawings = [draw(number) for number in counted(range(drawn), "pictures drawn", every=25)]
        self.catalogue = Catalogue.create(folder, clock=lambda: self._now)
        self._files = Files(MediaStore(self.catalogue.media_folder), self._drawings)
        self._people: list[Person] = []
        self._earlier: list[Picture] = []

    def make(self) -> None:
        """Fills the catalogue and closes it."""
        with self.catalogue:
            self._make_people()
            comparison = Comparison(self.catalogue, model=MODEL, thresholds=THRESHOLDS)
            numbers = range(self._wanted)
            for start in counted(range(0, self._wanted, BATCH), "thousand submissions", every=5):
                batch = [self._picture(number) for number in numbers[start : start + BATCH]]
                with self.catalogue.writing():
                    self._keep(batch, comparison)

    # ------------------------------------------------------------ the index

    def _make_people(self) -> None:
        taken = set[str]()
        table = self.catalogue.politicians
        places = [(country.name, role) for country in COUNTRIES for role in Role]
        with self.catalogue.writing():
            for place, (country, role) in enumerate(places):
                claim = Claim(self._name(taken, short=True), self._name(taken), country, role)
                politician_id = table.add(
                    given_name=claim.given_name, surname=claim.surname, country=country, role=role
                )
                own = tuple(
                    (PICTURES_EACH * place + one) % len(self._drawings) for one in range(PICTURES_EACH)
                )
                person = Person(politician_id, claim, invented(self._numbers), own)
                self._people.append(person)
                for number in range(self._lots.randint(0, 4)):
                    self._add_portrait(person, number)

    def _name(self, taken: set[str], *, short: bool = False) -> str:
        while True:
            name = self._lots.choice(_ONSETS) + self._lots.choice(_MIDDLES) + self._lots.choice(_ENDS)
            name = name[: self._lots.randint(4, 6)] if short else name
            if name not in taken:
                taken.add(name)
                return name

    def _add_portrait(self, person: Person, number: int) -> None:
        drawing = person.drawings[number % len(person.drawings)]
        digest, _ = self._files.add(drawing, comment=f"portrait {person.id} {number}")
        table = self.catalogue.politicians
        table.add_portrait(person.id, digest=digest, file_name=f"{person.claim.surname} {number + 1}.jpg")
        box = self._drawings[drawing].box
        seen = PortraitAnalysis(
            1,
            "",
            box,
            self._near(person.encoding, 0.22),
            *self._hashes(),
            *drawn_files.SIZE,
            landmarks=landmarks(box),
        )
        table.keep_analysis(digest, model=MODEL, analysis=seen)
        table.settle_portraits(digest, refusal="")

    # ------------------------------------------------------------ one submission

    def _near(self, encoding: Encoding, most: float) -> Encoding:
        aside = self._numbers.normal(size=128)
        return encoding + aside * (self._lots.uniform(0.05, most) / np.linalg.norm(aside))

    def _hashes(self) -> tuple[bytes, bytes]:
        return self._numbers.bytes(32), self._numbers.bytes(32)

    def _picture(self, number: int) -> Picture:
        lots = self._lots
        # Some are in the news more than others: a quarter of the people get most of the pictures.
        person = self._people[int(len(self._people) * lots.random() ** 1.8)]
        drawing = lots.choice(person.drawings)
        copy_of = lots.randrange(len(self._earlier)) if self._earlier and lots.random() < 0.03 else None
        encodings, hashes = self._faces(person), self._hashes()
        if copy_of is not None:
            first = self._earlier[copy_of]
            drawing, encodings = first.drawing, first.encodings
            flipped = np.unpackbits(np.frombuffer(first.hashes[0], np.uint8))
            flipped[lots.sample(range(256), lots.randint(0, 30))] ^= 1
            hashes = (np.packbits(flipped).tobytes(), hashes[1])
        claim = person.claim if lots.random() > 0.06 else Claim()
        known = bool(claim)
        if lots.random() < 0.03:
            claim, known = Claim(self._name(set(), short=True), self._name(set()), claim.country), False
        digest, size = self._files.add(drawing, comment=f"submission {number}")
        place = lots.choice(_PLACES)
        told = lots.random()
        batch = f"2025-{number * 40 // max(1, self._wanted) + 1:02}"
        arrival = Arrival(
            digest,
            size,
            f"IMG_{number:05}.jpg" if told < 0.4 else f"{person.claim.surname} {place} {number % 97}.jpg",
            f"batch {batch}.csv, row {number % 2500 + 2}"
            if told < 0.1
            else f"batch {batch}/{person.claim.country}",
            Kind.PORTRAIT if lots.random() < 0.25 else Kind.DEEPFAKE,
            claim,
            lots.choice(_NOTES) if lots.random() < 0.9 else f"{place}, no {number}",
            f"{lots.choice(_ONSETS)}{lots.choice(_MIDDLES)}{lots.randint(1, 60)}".lower(),
        )
        verdict, reason = self._verdict()
        at = self._now + timedelta(seconds=lots.randint(1, max(2, 2 * 365 * 86400 // max(1, self._wanted))))
        picture = Picture(
            arrival,
            person.id if known else None,
            drawing,
            encodings,
            hashes,
            verdict,
            reason,
            lots.choice(CURATORS),
            copy_of,
            at,
        )
        self._now = at
        if copy_of is None and len(self._earlier) < 20_000:
            self._earlier.append(replace(picture))
        return picture

    def _faces(self, person: Person) -> tuple[Encoding, ...]:
        told = self._lots.random()
        if told < 0.04:
            return ()
        shown = person
        if told > 0.85:
            shown = self._lots.choice(self._people)
        others = (invented(self._numbers),) if 0.04 < told < 0.12 else ()
        return (self._near(shown.encoding, 0.62), *others)

    def _verdict(self) -> tuple[Verdict, Reason | None]:
        told = self._lots.random() / max(self._decided, 1e-9)
        if told > 1:
            return Verdict.UNDECIDED, None
        if told < 0.55:
            return Verdict.APPROVED, None
        if told > 0.93:
            return Verdict.SKIPPED, Reason.ASK
        reasons = (
            Reason.NOT_CLAIMED,
            Reason.SEVERAL_FACES,
            Reason.NO_FACE,
            Reason.DUPLICATE,
            Reason.TOO_SMALL,
        )
        return Verdict.REJECTED, self._lots.choice(reasons)

    # ------------------------------------------------------------ writing many

    def _keep(self, batch: Sequence[Picture], comparison: Comparison) -> None:
        catalogue, latest = self.catalogue, self._now
        table = catalogue.submissions
        ids: list[SubmissionId] = []
        for picture in batch:
            self._now = picture.at
            submission_id, new = table.receive(picture.arrival, claimed_id=picture.claimed_id)
            assert new, "every file has bytes of its own"
            ids.append(submission_id)
            table.keep_facts(
                submission_id,
                facts=PictureFacts("JPEG", *drawn_files.SIZE),
                model=f"{MODEL}/invented",
                hashes=picture.hashes,
            )
        self._now = latest
        faces = {one: self._keep_faces(one, picture) for one, picture in zip(ids, batch, strict=True)}
        ranked = comparison.rank(
            {
                face.id: encoding
                for one, picture in zip(ids, batch, strict=True)
                for face, encoding in zip(faces[one], picture.encodings, strict=True)
            },
            claims={
                face.id: picture.claimed_id
                for one, picture in zip(ids, batch, strict=True)
                for face in faces[one]
            },
        )
        catalogue.faces.keep_matches(ranked)
        for one, picture in zip(ids, batch, strict=True):
            found = tuple(replace(face, matches=ranked[face.id]) for face in faces[one])
            self._assess(one, picture, found, comparison)
        self._decide(list(zip(ids, batch, strict=True)))

    def _keep_faces(self, submission_id: SubmissionId, picture: Picture) -> tuple[Face, ...]:
        undecided = picture.verdict is Verdict.UNDECIDED
        box = self._drawings[picture.drawing].box
        places = (box, FaceBox(4, 4, box.width // 3, box.height // 3))
        found = [
            FoundFace(place, 0.9, landmarks(place), encoding if undecided else None, 90.0)
            for place, encoding in zip(places, picture.encodings, strict=False)
        ]
        ids = self.catalogue.faces.replace(submission_id, found=found, model=MODEL)
        return tuple(
            Face(
                face_id,
                submission_id,
                one.box,
                FaceOrigin.DETECTED,
                one.score,
                one.landmarks,
                False,
                (),
                90.0,
            )
            for face_id, one in zip(ids, found, strict=True)
        )

    def _assess(
        self, submission_id: SubmissionId, picture: Picture, faces: tuple[Face, ...], comparison: Comparison
    ) -> None:
        table = self.catalogue.submissions
        duplicate = None
        if picture.copy_of is not None:
            first = table.with_digest(self._earlier[picture.copy_of].arrival.digest)
            if first is not None and first < submission_id:
                ours, theirs = (
                    np.unpackbits(np.frombuffer(one.hashes[0], np.uint8))
                    for one in (picture, self._earlier[picture.copy_of])
                )
                duplicate = Likeness(first, int((ours != theirs).sum()), same_faces=True)
                table.keep_duplicate(submission_id, of=duplicate)
        comparison.keep(
            submission_id,
            Subject(
                kind=picture.arrival.kind,
                claim=picture.arrival.claim,
                claimed_id=picture.claimed_id,
                claimed_portraits=comparison.portraits_of(picture.claimed_id),
                faces=faces,
                names=comparison.names,
                duplicate_of=duplicate,
            ),
        )

    def _decide(self, batch: Sequence[tuple[SubmissionId, Picture]]) -> None:
        """Decides what is to be decided, a step for each curator and verdict."""
        groups: dict[tuple[str, Verdict, Reason | None], list[SubmissionId]] = {}
        for submission_id, picture in batch:
            if picture.verdict is not Verdict.UNDECIDED:
                groups.setdefault((picture.curator, picture.verdict, picture.reason), []).append(
                    submission_id
                )
        for (curator, verdict, reason), ids in groups.items():
            decide(
                self.catalogue,
                ids,
                verdict=verdict,
                reason=reason,
                curator=curator,
                thresholds=THRESHOLDS,
                origin=Origin.BULK,
            )


def counted(items: range, what: str, *, every: int) -> Iterator[int]:
    """Goes through the items and tells on the way how far it is."""
    began = monotonic()
    for done, item in enumerate(items):
        if done % every == 0:
            print(f"{done} of {len(items)} {what}, {monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        yield item


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the catalogue that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="new, or empty")
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--decided", type=float, default=0.3, help="share of the submissions, 0 to 1")
    options = parser.parse_args(arguments)
    maker = Maker(options.folder, submissions=options.submissions, seed=options.seed, decided=options.decided)
    maker.make()
    print(f"{options.submissions} submissions in {options.folder}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
