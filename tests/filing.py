"""The shortest ways for tests to fill a catalogue: invented people, faces without pictures, a clock."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from curator.engine.catalogue import Catalogue, PortraitAnalysis
from curator.engine.comparison import Comparison
from curator.engine.records import (
    Arrival,
    Claim,
    Digest,
    Encoding,
    FaceBox,
    FoundFace,
    Kind,
    PictureFacts,
    PoliticianId,
    SubmissionId,
)
from curator.engine.rules import Thresholds
from curator.engine.workers.messages import AnalysedPicture

MODEL = "dlib-resnet-v1"
FINDER = f"{MODEL}/fake"
THRESHOLDS = Thresholds()
BOX = FaceBox(100, 80, 200, 200)


class Clock:
    """A clock that stands until it is told to go on."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **time: float) -> None:
        """Puts the clock forward; takes what ``timedelta`` takes."""
        self.time += timedelta(**time)


def digest(text: str) -> Digest:
    """A digest that stands for some file."""
    return Digest(hashlib.sha256(text.encode()).hexdigest())


def encoding(person: int, *, away: float = 0.0) -> Encoding:
    """The encoding of an invented person; strangers are about 0.8 apart.

    Args:
        person: a number for who it is.
        away: how far, as a distance, the face is from that person's own encoding.
    """
    numbers = np.random.default_rng(person)
    base = numbers.normal(size=128)
    aside = numbers.normal(size=128)
    aside -= base * (base @ aside) / (base @ base)
    return np.asarray(0.56 * base / np.linalg.norm(base) + away * aside / np.linalg.norm(aside))


def face(person: int, *, away: float = 0.0, box: FaceBox = BOX) -> FoundFace:
    """A face of an invented person."""
    return FoundFace(box, 0.9, (), encoding(person, away=away))


def picture_hash(picture: int, *, flipped: int = 0) -> bytes:
    """A perceptual hash; those of different pictures differ in about half of their 256 bits.

    Args:
        picture: a number for what it shows.
        flipped: so many bits differ from the picture's own hash.
    """
    bits = np.random.default_rng(1000 + picture).integers(0, 2, 256)
    bits[:flipped] ^= 1
    return np.packbits(bits).tobytes()


def analysed(
    file: Digest,
    *faces: FoundFace,
    picture: int | None = None,
    flipped: int = 0,
    width: int = 640,
    height: int = 480,
) -> AnalysedPicture:
    """What a worker would have sent back for a file.

    Args:
        file: its digest.
        faces: that were found.
        picture: what it shows, for duplicates; something that nobody else shows when None.
        flipped: bits of the perceptual hash that differ from the picture's own.
        width: of the picture.
        height: of the picture.
    """
    shown = int(file[:6], 16) if picture is None else picture
    return AnalysedPicture(
        file,
        PictureFacts("JPEG", width, height),
        np.full((6, 8, 3), 127, np.uint8),
        faces,
        picture_hash(shown, flipped=flipped),
        picture_hash(shown + 500_000_000),
        FINDER,
        {},
    )


class Filing:
    """Files people, portraits and analysed submissions straight into a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._files = 0

    def politician(
        self,
        name: str = "Nerys Valdoon",
        *,
        country: str = "Malta",
        role: str = "Prime Minister",
        portraits: Sequence[Encoding] = (),
    ) -> PoliticianId:
        """Someone in the index, with accepted portraits of those encodings."""
        given_name, _, surname = name.partition(" ")
        with self.catalogue.writing():
            politician_id = self.catalogue.politicians.add(
                given_name=given_name, surname=surname, country=country, role=role
            )
        for one in portraits:
            self.portrait(politician_id, one)
        return politician_id

    def portrait(self, politician_id: PoliticianId, encoding: Encoding | None = None) -> Digest:
        """A reference portrait: accepted when it has an encoding, else waiting for its analysis."""
        self._files += 1
        file = digest(f"portrait {self._files}")
        table = self.catalogue.politicians
        with self.catalogue.writing():
            table.add_portrait(politician_id, digest=file, file_name=f"{self._files}.jpg")
            if encoding is not None:
                seen = PortraitAnalysis(
                    1, "", BOX, encoding, picture_hash(self._files), picture_hash(-self._files % 999)
                )
                table.keep_analysis(file, model=MODEL, analysis=seen)
                table.settle_portraits(file, refusal="")
        return file

    def waiting(
        self,
        *,
        claimed: PoliticianId | None = None,
        claim: Claim | None = None,
        file: Digest | None = None,
        name: str = "",
        note: str = "",
        kind: Kind = Kind.DEEPFAKE,
        source: str = "a folder",
        sender: str = "",
    ) -> SubmissionId:
        """A submission that waits for its analysis."""
        self._files += 1
        if claim is None:
            claim = Claim()
            if claimed is not None:
                who = self.catalogue.politicians.get(claimed)
                claim = Claim(who.given_name, who.surname, who.country, who.role)
        with self.catalogue.writing():
            submission_id, _ = self.catalogue.submissions.receive(
                Arrival(
                    file or digest(f"submission {self._files}"),
                    1234,
                    name or f"{self._files}.jpg",
                    source,
                    kind,
                    claim,
                    note,
                    sender,
                ),
                claimed_id=claimed,
            )
        return submission_id

    def submission(
        self, *faces: FoundFace, claimed: PoliticianId | None = None, name: str = "", note: str = ""
    ) -> SubmissionId:
        """An analysed and assessed submission with those faces."""
        submission_id = self.waiting(claimed=claimed, name=name, note=note)
        self.analyse(submission_id, *faces)
        return submission_id

    def analyse(self, submission_id: SubmissionId, *faces: FoundFace) -> None:
        """Files an analysis that found those faces, as the background work would."""
        catalogue = self.catalogue
        comparison = Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS)
        submission = catalogue.submissions.get(submission_id)
        seen = analysed(submission.digest, *faces)
        with catalogue.writing():
            hashes = (seen.perceptual_hash, seen.mirrored_hash)
            catalogue.submissions.keep_facts(submission_id, facts=seen.facts, model=FINDER, hashes=hashes)
            catalogue.faces.replace(submission_id, found=faces, model=MODEL)
            comparison.rerank([submission_id])

    def unreadable(self) -> SubmissionId:
        """A submission that no worker could open."""
        submission_id = self.waiting()
        with self.catalogue.writing():
            self.catalogue.submissions.mark_unreadable(submission_id, sentence="The file is empty.")
        return submission_id

    def encodings(self, submission_id: SubmissionId) -> int:
        """How many encodings of a submission's faces are held."""
        return len(self.catalogue.faces.encodings([submission_id], model=MODEL))
