"""Records made by hand for the tests of views: each with defaults that can be overridden."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage

from curator.engine.dossier import Dossier, Strip, main_face, match_of
from curator.engine.records import (
    Advice,
    AnalysisState,
    Arrival,
    Claim,
    Decision,
    DecisionId,
    Digest,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    Finding,
    Kind,
    Match,
    Origin,
    Outcome,
    PictureFacts,
    Politician,
    PoliticianId,
    PortraitId,
    PortraitState,
    Reason,
    ReferencePortrait,
    Submission,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Subject, Thresholds, assess, word_for

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b> & "quotes"'
RECEIVED = datetime(2025, 11, 3, 9, 30).astimezone()
"""Here: days are shown in the zone of the machine."""


class FakePictures(QObject):
    """Previews from a dictionary; what is not in it is still being loaded."""

    ready = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[str, QImage] = {}
        self.asked: list[str] = []

    def preview(self, digest: Digest) -> QImage | None:
        self.asked.append(digest)
        return self.images.get(digest)

    def arrive(self, digest: str, image: QImage) -> None:
        """What the cache does when a picture has been decoded."""
        self.images[digest] = image
        self.ready.emit(digest)


def digest(number: int) -> Digest:
    return Digest(f"{number:064x}")


def plain_image(*, width: int = 400, height: int = 500, color: str = "#406080") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def politician(
    number: int = 1, *, given: str = "Odalys", surname: str = "Quent", **kwargs: str
) -> Politician:
    values = {"country": "Italy", "role": "Interior Minister"} | kwargs
    return Politician(PoliticianId(number), given, surname, **values)


CAST = (
    politician(1),
    politician(2, given="Nerys", surname="Valdoon", country="Malta", role="Prime Minister"),
    politician(3, given="Ilka", surname="Brandwyn", country="Finland", role="Justice Minister"),
    politician(4, given="Cosmo", surname="Treadgold", country="Ireland", role="Defense Minister"),
    politician(5, given="Ferris", surname="Molander", country="Sweden", role="AIAct Gov Representative"),
)


def matches(*distances: tuple[int, float]) -> tuple[Match, ...]:
    """A ranking from pairs of a politician's number and d*."""
    ordered = sorted(distances, key=lambda pair: pair[1])
    nearest = ordered[0][1] if ordered else 0.0
    lead = ordered[1][1] - nearest if len(ordered) > 1 else 9.0
    return tuple(
        Match(
            PoliticianId(number),
            distance,
            rank,
            lead if rank == 1 else distance - nearest,
            word_for(distance, thresholds=Thresholds()),
        )
        for rank, (number, distance) in enumerate(ordered, start=1)
    )


def face(
    number: int = 1, *, box: FaceBox | None = None, ranking: tuple[Match, ...] = (), **kwargs: Any
) -> Face:
    values: dict[str, Any] = {
        "origin": FaceOrigin.DETECTED,
        "score": 0.97,
        "landmarks": (),
        "dismissed": False,
    }
    box = box or FaceBox(500, 560, 214, 214)
    return Face(FaceId(number), SubmissionId(7), box, matches=ranking, **(values | kwargs))


def portrait(number: int, *, of: int = 1, box: FaceBox | None = None) -> ReferencePortrait:
    return ReferencePortrait(
        PortraitId(number),
        PoliticianId(of),
        digest(100 + number),
        f"portrait_{number}.jpg",
        PortraitState.ACCEPTED,
        "",
        box or FaceBox(120, 130, 160, 160),
    )


def decision(number: int, verdict: Verdict = Verdict.APPROVED, **kwargs: Any) -> Decision:
    values: dict[str, Any] = {
        "step": number,
        "action": "decide",
        "undoes": None,
        "submission_id": SubmissionId(7),
        "digest": digest(7),
        "curator": "Anna",
        "decided_at": datetime(2025, 11, 3, 13, number).astimezone(),
        "verdict": verdict,
        "reason": None,
        "note": "",
        "origin": Origin.CURATOR,
        "seen": {},
        "change": {},
    }
    return Decision(DecisionId(number), **(values | kwargs))


def submission(**kwargs: Any) -> Submission:
    values: dict[str, Any] = {
        "id": SubmissionId(7),
        "digest": digest(7),
        "size": 342_000,
        "file_name": "minister_beach.jpg",
        "source": "form.csv",
        "kind": Kind.DEEPFAKE,
        "claim": Claim("Odalys", "Quent", "Italy", "Interior Minister"),
        "claimed_id": PoliticianId(1),
        "note": "Found on a forum, he never went to that beach.",
        "sender": "fox-12",
        "received_at": RECEIVED,
        "state": AnalysisState.DONE,
        "unreadable": "",
        "facts": PictureFacts("JPEG", 1280, 1600),
        "advice": None,
        "verdict": Verdict.UNDECIDED,
        "reason": None,
        "arrivals": 1,
    }
    return Submission(**(values | kwargs))


def dossier(
    *,
    faces: Iterable[Face] | None = None,
    findings: tuple[Finding, ...] | None = None,
    portraits: int = 4,
    own: tuple[float, ...] = (0.31, 0.36, 0.38, 0.42),
    arrivals: tuple[Arrival, ...] = (),
    history: tuple[Decision, ...] = (),
    **kwargs: Any,
) -> Dossier:
    """A dossier of one submission; findings and advice come from the rules unless given."""
    made = submission(**kwargs)
    found = (
        tuple(faces)
        if faces is not None
        else (face(ranking=matches((1, 0.58), (2, 0.71), (3, 0.74), (4, 0.78), (5, 0.83))),)
    )
    names = {one.id: one for one in CAST}
    if findings is None and made.state is not AnalysisState.PENDING:
        subject = Subject(
            kind=made.kind,
            claim=made.claim,
            claimed_id=made.claimed_id,
            claimed_portraits=portraits,
            unreadable=made.unreadable,
            faces=found,
            names={one.id: one.full_name for one in CAST},
        )
        assessment = assess(subject, thresholds=Thresholds())
        findings = assessment.findings
        if "advice" not in kwargs:
            made = submission(**(kwargs | {"advice": assessment.advice}))
    main = main_face(found, claimed_id=made.claimed_id, thresholds=Thresholds())
    compared = made.claimed_id
    if compared is None and main is not None and main.matches:
        compared = main.matches[0].politician_id
    this = match_of(main, compared) if main is not None else None
    others = (
        tuple(one.distance for one in main.matches if one.politician_id != compared)
        if main is not None
        else ()
    )
    strip = Strip(own, None if this is None else this.distance, others) if compared is not None else Strip()
    return Dossier(
        submission=made,
        faces=found,
        main_face=main,
        findings=findings or (),
        claimed=names.get(made.claimed_id) if made.claimed_id is not None else None,
        compared=names.get(compared) if compared is not None else None,
        portraits=tuple(portrait(number + 1) for number in range(portraits)) if compared is not None else (),
        names=names,
        strip=strip,
        arrivals=arrivals,
        history=history,
    )


def advice(outcome: Outcome, reason: Reason | None = None) -> Advice:
    return Advice(outcome, reason)
