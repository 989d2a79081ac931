"""Catalogues with made-up people for the tests of pages, and sessions over them."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fakes
import numpy as np
from numpy.typing import NDArray

from curator.engine.catalogue import Catalogue, PortraitAnalysis
from curator.engine.catalogue.assessments import Assessed
from curator.engine.deciding import decisions
from curator.engine.media import MediaStore
from curator.engine.records import (
    Advice,
    Arrival,
    Assessment,
    Claim,
    Digest,
    FaceBox,
    Finding,
    FoundFace,
    Kind,
    Outcome,
    PictureFacts,
    PoliticianId,
    PortraitState,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import ENCODING_MODEL, Workspace
from curator.ui.session import Session

CURATOR = "Ada"
START = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


class MadeUp:
    """A catalogue that is filled by hand and then opened as the window opens it."""

    def __init__(self, folder: Path) -> None:
        """Takes what is in the folder; an empty catalogue is more quickly copied than made."""
        self.folder = folder
        self._now = START
        self.catalogue = Catalogue.open(folder, clock=self._clock)
        self._media = MediaStore(self.catalogue.media_folder)
        self._number = 0

    def politician(
        self,
        given_name: str = "Odalys",
        surname: str = "Quent",
        country: str = "Italy",
        role: str = "Interior Minister",
    ) -> PoliticianId:
        with self.catalogue.writing():
            return self.catalogue.politicians.add(
                given_name=given_name, surname=surname, country=country, role=role
            )

    def portrait(
        self,
        whose: PoliticianId,
        file_name: str = "01.jpg",
        *,
        refusal: str = "",
        state: PortraitState = PortraitState.ACCEPTED,
        pixels: NDArray[np.uint8] | None = None,
        box: FaceBox | None = None,
        direction: int = 0,
    ) -> Digest:
        """Adds a portrait; those with the same ``direction`` agree with each other."""
        digest = self._digest()
        encoding = np.zeros(128)
        encoding[direction] = 1.0
        encoding[127] = self._number / 1000
        table = self.catalogue.politicians
        with self.catalogue.writing():
            table.add_portrait(whose, digest=digest, file_name=file_name)
            if state is not PortraitState.PENDING:
                refused = state is PortraitState.REFUSED
                analysis = PortraitAnalysis(
                    0 if refused else 1,
                    "",
                    None if refused else box or FaceBox(20, 20, 60, 60),
                    None if refused else encoding,
                    b"" if refused else bytes([self._number % 256] * 32),
                    b"" if refused else bytes([255 - self._number % 256] * 32),
                )
                table.keep_analysis(digest, model=ENCODING_MODEL, analysis=analysis)
                table.settle_portraits(digest, refusal=refusal)
        if pixels is not None:
            self._media.write_preview(digest, pixels=pixels)
        return digest

    def submission(
        self,
        file_name: str = "beach.jpg",
        *,
        claimed: PoliticianId | None = None,
        claim: Claim | None = None,
        analysed: bool = True,
        original: Path | None = None,
        size: tuple[int, int] = (160, 120),
    ) -> SubmissionId:
        """Receives a picture; ``original`` is copied into the store, so that it can be exported."""
        digest = self._digest() if original is None else self._media.receive(original).digest
        if claim is None and claimed is not None:
            who = self.catalogue.politicians.get(claimed)
            claim = Claim(who.given_name, who.surname, who.country, who.role)
        arrival = Arrival(digest, 1000, file_name, "a folder", Kind.DEEPFAKE, claim or Claim())
        table = self.catalogue.submissions
        with self.catalogue.writing():
            submission_id, _ = table.receive(arrival, claimed_id=claimed)
            if analysed:
                mark = bytes([self._number % 256] * 32)
                table.keep_facts(
                    submission_id, facts=PictureFacts("PNG", *size), model="fake", hashes=(mark, mark)
                )
                face = FoundFace(FaceBox(40, 30, 60, 60), 0.9, (), None)
                self.catalogue.faces.replace(submission_id, found=(face,), model="fake")
                assessment = Assessment(
                    (
                        Finding("one_face", Outcome.APPROVE, None, {"size": 60}),
                        Finding(
                            "claim_near",
                            Outcome.LOOK_CLOSER,
                            Reason.NOT_CLAIMED,
                            {"distance": 0.58, "rank": 1, "match_limit": 0.55},
                        ),
                    ),
                    Advice(Outcome.LOOK_CLOSER, Reason.NOT_CLAIMED),
                )
                self.catalogue.assessments.keep([Assessed(submission_id, assessment, 0.58)], mark="made up")
        return submission_id

    def decide(
        self,
        *submission_ids: SubmissionId,
        verdict: Verdict = Verdict.APPROVED,
        reason: Reason | None = None,
        note: str = "",
        curator: str = CURATOR,
    ) -> None:
        decisions.decide(
            self.catalogue,
            submission_ids,
            verdict=verdict,
            reason=reason,
            note=note,
            curator=curator,
            thresholds=Thresholds(),
        )

    def open(self) -> Session:
        """Closes the catalogue and opens it as a session, whose workers have a fake face finder."""
        self.catalogue.close()
        settings = WorkerSettings(count=1, finder=f"{fakes.__name__}:{fakes.make_finder.__name__}")
        return Session(
            lambda ready: Workspace.open(self.folder, settings=settings, on_ready=ready), curator=CURATOR
        )

    def _clock(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now

    def _digest(self) -> Digest:
        self._number += 1
        return Digest(hashlib.sha256(f"{self._number}".encode()).hexdigest())
