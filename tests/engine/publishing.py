"""A small catalogue that is quickly filled and exported, for the tests of exports."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.declarations import Declaration
from curator.engine.export import ExportOptions
from curator.engine.records import (
    Arrival,
    Claim,
    Digest,
    FaceBox,
    FoundFace,
    Kind,
    Making,
    Match,
    PictureFacts,
    Point,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
    Word,
)
from curator.engine.rules import Thresholds

CURATOR = "Ada of Curators"
AT = datetime(2026, 3, 4, 5, 6, 7, 891_000, tzinfo=UTC)
FACE = FaceBox(400, 300, 240, 240)
FACTS = PictureFacts("JPEG", 1600, 1200)


LANDMARKS = tuple(Point(x, y) for x, y in ((460, 380), (580, 380), (520, 430), (470, 480), (570, 480)))


class Bench:
    """A catalogue with one politician, and the shortest ways to fill it; its exports have no gallery."""

    def __init__(self, catalogue: Catalogue, *, jane: PoliticianId | None = None) -> None:
        """Begins with an empty catalogue, or with a copy of one that has its politician already."""
        self.catalogue = catalogue
        export.keep_options(catalogue, ExportOptions(gallery=False))
        self.jane = jane or self.add("Jane", "Roe", "Czechia")
        self._number = 0

    def receive(
        self,
        *,
        claimed_id: PoliticianId | None = None,
        claim: Claim | None = None,
        kind: Kind = Kind.DEEPFAKE,
        note: str = "On the moon",
        facts: PictureFacts | None = FACTS,
        faces: tuple[tuple[FaceBox, Word | None], ...] = ((FACE, Word.STRONG),),
        digest: Digest | None = None,
        declared: tuple[Declaration, ...] = (),
    ) -> SubmissionId:
        self._number += 1
        digest = digest or Digest(hashlib.sha256(f"picture {self._number}".encode()).hexdigest())
        arrival = Arrival(
            digest,
            1000,
            "MARKER-file-name.jpg",
            "MARKER-source",
            kind,
            Claim("Jane", "Roe", "Czech Republic", "PM") if claim is None else claim,
            note,
            "MARKER-sender@example.org",
        )
        with self.catalogue.writing():
            submission_id, _ = self.catalogue.submissions.receive(arrival, claimed_id=claimed_id)
            if facts is None:
                return submission_id
            self.catalogue.submissions.keep_facts(
                submission_id, facts=facts, model="m", hashes=(bytes(32), bytes(32))
            )
            self.catalogue.submissions.keep_declarations(submission_id, declared)
            found = [FoundFace(box, 0.9, LANDMARKS, None) for box, _ in faces]
            ids = self.catalogue.faces.replace(submission_id, found=found, model="m")
            if claimed_id is not None:
                self.catalogue.faces.keep_matches(
                    {
                        face_id: [Match(claimed_id, 0.3 + 0.01 * place, 1, 9.0, word)]
                        for place, (face_id, (_, word)) in enumerate(zip(ids, faces, strict=True))
                        if word is not None
                    }
                )
        return submission_id

    def add(self, given_name: str, surname: str, country: str, role: str = "Prime Minister") -> PoliticianId:
        with self.catalogue.writing():
            return self.catalogue.politicians.add(
                given_name=given_name, surname=surname, country=country, role=role
            )

    def decide(
        self,
        submission_id: SubmissionId,
        verdict: Verdict,
        reason: Reason | None = None,
        note: str = "",
        making: Making | None = None,
    ) -> None:
        decisions.decide(
            self.catalogue,
            [submission_id],
            verdict=verdict,
            reason=reason,
            note=note,
            making=making,
            curator=CURATOR,
            thresholds=Thresholds(),
        )

    def approved(self, *, making: Making | None = None, **about: object) -> SubmissionId:
        about.setdefault("claimed_id", self.jane)
        submission_id = self.receive(**about)  # type: ignore[arg-type]
        self.decide(submission_id, Verdict.APPROVED, note="MARKER-decision-note", making=making)
        return submission_id

    def choose(self, **chosen: object) -> None:
        """Changes some of the options that the catalogue keeps."""
        options = replace(export.options_of(self.catalogue), **chosen)  # type: ignore[arg-type]
        export.keep_options(self.catalogue, options)

    def export(self, folder: Path, **how: object) -> export.ExportSummary:
        how.setdefault("renderer", Painter())
        planned = export.plan(self.catalogue, folder=folder)
        summary = export.write(planned, folder=folder, clock=lambda: AT, **how)  # type: ignore[arg-type]
        assert summary is not None
        export.record(self.catalogue, summary, curator=CURATOR)
        return summary


class Painter:
    """A renderer without processes: a picture whose colours follow from the digest."""

    def __init__(self, size: tuple[int, int] = (800, 600)) -> None:
        self._size = size
        self.asked: list[tuple[Digest, int, int]] = []

    def __call__(self, digest: Digest, turn: int, width: int, /) -> NDArray[np.uint8]:
        self.asked.append((digest, turn, width))
        pixels = np.full((self._size[1], self._size[0], 3), 90, np.uint8)
        pixels[:, :, 0] = int(digest[:2], 16) // 2
        pixels[:, :, 1] = np.linspace(0, 200, self._size[0], dtype=np.uint8)
        return pixels


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def individuals(folder: Path) -> list[dict[str, object]]:
    told: list[dict[str, object]] = json.loads((folder / "individuals.json").read_bytes())
    return told


def assert_alone(folder: Path) -> None:
    """Nothing half written lies beside the export."""
    assert [path.name for path in folder.parent.iterdir()] == ([folder.name] if folder.exists() else [])
