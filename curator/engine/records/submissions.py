"""What was sent in, and what was decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from curator.engine.records.codes import AnalysisState, FaceOrigin, Kind, Making, Origin, Reason, Verdict
from curator.engine.records.findings import Advice, Match
from curator.engine.records.ids import DecisionId, Digest, FaceId, PoliticianId, SubmissionId
from curator.engine.records.pictures import FaceBox, PictureFacts, Point, Pose


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a submission, as the catalogue keeps it; ``FoundFace`` describes what it shares with it."""

    id: FaceId
    submission_id: SubmissionId
    box: FaceBox
    origin: FaceOrigin
    score: float
    landmarks: tuple[Point, ...]
    dismissed: bool
    matches: tuple[Match, ...]
    sharpness: float | None = None
    pose: Pose | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the sender says whom it shows; empty strings where nothing is said."""

    given_name: str = ""
    surname: str = ""
    country: str = ""
    role: str = ""

    @property
    def full_name(self) -> str:
        """Given name and surname, as shown."""
        return f"{self.given_name} {self.surname}".strip()

    def __bool__(self) -> bool:
        return bool(self.given_name or self.surname)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One time that a picture was sent in, before it is a submission.

    Attributes:
        digest: of the bytes.
        size: of the file in bytes.
        file_name: as the sender called it, cleaned; for showing only, never a path on disk.
        source: where it came from, for people: a folder, a table.
    """

    digest: Digest
    size: int
    file_name: str
    source: str
    kind: Kind = Kind.DEEPFAKE
    claim: Claim = field(default_factory=Claim)
    note: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """One received picture with everything the catalogue keeps of it, less its faces."""

    id: SubmissionId
    digest: Digest
    size: int
    file_name: str
    source: str
    kind: Kind
    claim: Claim
    claimed_id: PoliticianId | None
    note: str
    sender: str
    received_at: datetime
    state: AnalysisState
    unreadable: str
    facts: PictureFacts | None
    advice: Advice | None
    verdict: Verdict
    reason: Reason | None
    arrivals: int = 1
    making: Making | None = None
    """What a curator said of how it was made; None as long as nobody did."""

    @property
    def claims_somebody(self) -> bool:
        """Whether it is said to show somebody, of the index or not."""
        return self.claimed_id is not None or bool(self.claim)


@dataclass(frozen=True, slots=True)
class Decision:
    """A logged row: who, when, what, why, and what was seen. Never changed, never deleted."""

    id: DecisionId
    step: int
    action: str
    undoes: DecisionId | None
    submission_id: SubmissionId
    digest: Digest
    curator: str
    decided_at: datetime
    verdict: Verdict
    reason: Reason | None
    note: str
    origin: Origin
    seen: Mapping[str, object]
    change: Mapping[str, object] = field(default_factory=dict)
