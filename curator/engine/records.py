"""The nouns of Curator: frozen records that are passed between all parts.

The words are those of ``docs/glossary.md``. Boxes are in pixels of the *upright*
picture (EXIF orientation and any found turn applied). Encodings are float64
arrays of shape (128,) in dlib's encoding space and are handed out read-only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

import numpy as np
from numpy.typing import NDArray

SubmissionId = NewType("SubmissionId", int)
PoliticianId = NewType("PoliticianId", int)
PortraitId = NewType("PortraitId", int)
FaceId = NewType("FaceId", int)
DecisionId = NewType("DecisionId", int)
Digest = NewType("Digest", str)
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""

Encoding = NDArray[np.float64]
"""128 numbers in dlib's encoding space, shape (128,), float64."""

Number = int | float | str
"""What a finding carries beside its words: counts, distances, names."""


class Kind(StrEnum):
    """What a submission says it is."""

    DEEPFAKE = "deepfake"
    PORTRAIT = "portrait"


class Making(StrEnum):
    """How a deepfake was made, as its curator says: what its labels tell the public."""

    FACE_SWAP = "face_swap"
    """Parts of a photo were exchanged or generated."""
    GENERATED = "generated"
    """Wholly generated."""
    MONTAGE = "montage"
    """Put together, with which tool is not known."""


USUAL_MAKING = Making.FACE_SWAP
"""What a deepfake is labelled as unless its curator says otherwise: the campaign asks for altered photos."""


class Verdict(StrEnum):
    """The decision in force for a submission."""

    UNDECIDED = "undecided"
    APPROVED = "approved"
    REJECTED = "rejected"
    SKIPPED = "skipped"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What the program advises; a person decides."""

    APPROVE = "approve"
    LOOK_CLOSER = "look_closer"
    REJECT = "reject"


class Reason(StrEnum):
    """Why a submission is advised against, rejected or set aside."""

    NOT_CLAIMED = "not_claimed"
    SEVERAL_FACES = "several_faces"
    NO_FACE = "no_face"
    AMBIGUOUS = "ambiguous"
    DUPLICATE = "duplicate"
    UNSAFE = "unsafe"
    UNREADABLE = "unreadable"
    NOT_INDEXED = "not_indexed"
    LOOKS_GENUINE = "looks_genuine"
    TOO_SMALL = "too_small"
    OTHER = "other"
    REQUESTED = "requested"
    """Somebody asked for it to be taken down; goes with ``Verdict.WITHDRAWN`` only, like the next."""
    MISTAKE = "mistake"
    """It was approved by mistake."""
    ASK = "ask"
    """Set aside for a colleague; goes with ``Verdict.SKIPPED`` only."""


class AnalysisState(StrEnum):
    """How far the analysis of a picture has come."""

    PENDING = "pending"
    DONE = "done"
    UNREADABLE = "unreadable"


class PortraitState(StrEnum):
    """Whether a reference portrait is used for matching."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class FaceOrigin(StrEnum):
    """Who found a face."""

    DETECTED = "detected"
    DRAWN = "drawn"


class Origin(StrEnum):
    """Where a decision came from."""

    CURATOR = "curator"
    BULK = "bulk"
    MERGE = "merge"
    RULE = "rule"


class Word(StrEnum):
    """The word beside a distance; see ``rules.word_for``."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"
    WEAK = "weak"
    NO_MATCH = "no match"


# ---------------------------------------------------------------- pictures and faces


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A face's place: whole pixels of the upright picture, origin top left."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First column right of the box."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """First row below the box."""
        return self.top + self.height

    @property
    def size(self) -> int:
        """The shorter side in pixels: what "a face of 60 px" means."""
        return min(self.width, self.height)

    def clipped(self, *, width: int, height: int) -> "FaceBox | None":
        """The part of the box inside a picture of that size, or None if there is none."""
        left, top = max(0, self.left), max(0, self.top)
        right, bottom = min(width, self.right), min(height, self.bottom)
        if right <= left or bottom <= top:
            return None
        return FaceBox(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class Point:
    """A landmark, in pixels of the upright picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pose:
    """Which way a head is turned, in degrees; 0, 0, 0 looks straight into the camera, upright.

    An estimate from five points; ``faces.quality`` says how far it can be trusted.

    Attributes:
        yaw: to the picture's right is positive; 90 is in profile. -90 to 90.
        pitch: down is positive. -180 to 180.
        roll: clockwise in the picture is positive. -180 to 180.
    """

    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True, slots=True, eq=False)
class FoundFace:
    """A face as the face finder hands it over.

    Attributes:
        box: in pixels of the upright picture at full size.
        score: the detector's own confidence, larger is surer; its scale is the detector's.
        landmarks: points in the upright picture at full size; may be empty.
        encoding: shape (128,), float64; None when the face could not be encoded.
        sharpness: from 0, typically 15 to 500, see ``faces.quality.sharpness``; None where not measured.
        pose: which way it looks; None where the finder cannot tell.
    """

    box: FaceBox
    score: float
    landmarks: tuple[Point, ...]
    encoding: Encoding | None
    sharpness: float | None = None
    pose: Pose | None = None


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the file is, read from its content and not its name.

    Attributes:
        format: Pillow's name of the format, for example ``JPEG``.
        width: of the upright picture at full size, in pixels.
        height: of the upright picture at full size, in pixels.
        turn: quarter turns counter-clockwise that a face made upright, beyond EXIF; 0..3.
        truncated: the file ended early and was read as far as it goes.
        frames: 1, or more for an animation of which the first frame was read.
    """

    format: str
    width: int
    height: int
    turn: int = 0
    truncated: bool = False
    frames: int = 1


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
    matches: tuple["Match", ...]
    sharpness: float | None = None
    pose: Pose | None = None


# ---------------------------------------------------------------- politicians


@dataclass(frozen=True, slots=True)
class Politician:
    """Someone in the index. ``country`` and ``role`` may be empty when unknown."""

    id: PoliticianId
    given_name: str
    surname: str
    country: str
    role: str

    @property
    def full_name(self) -> str:
        """Given name and surname, as shown."""
        return f"{self.given_name} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class ReferencePortrait:
    """A real photo of a politician that matching compares with.

    Attributes:
        state: whether it is used.
        refusal: why it is not used, as a sentence, or empty.
        box: of its one face, in pixels of the upright picture at full size.
        width: of that picture in pixels; 0 until it was analysed.
        height: of that picture in pixels.
        landmarks: of its face, as those of a ``FoundFace``; may be empty.
    """

    id: PortraitId
    politician_id: PoliticianId
    digest: Digest
    file_name: str
    state: PortraitState
    refusal: str
    box: FaceBox | None
    width: int = 0
    height: int = 0
    landmarks: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PortraitEncoding:
    """One accepted reference portrait's encoding, for matching."""

    portrait_id: PortraitId
    politician_id: PoliticianId
    encoding: Encoding


# ---------------------------------------------------------------- matching and rules


@dataclass(frozen=True, slots=True)
class Match:
    """A politician ranked for a face.

    Attributes:
        politician_id: who.
        distance: d*, 0 = same; see ``matching``.
        rank: 1 is the nearest politician of the index.
        margin: for rank 1 the distance to the runner-up minus this one; for others this
            distance minus the nearest one's. Infinite (no one else) is stored as 9.0.
        word: the word for the distance.
    """

    politician_id: PoliticianId
    distance: float
    rank: int
    margin: float
    word: Word


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another picture that looks the same.

    Attributes:
        id: of that submission or reference portrait.
        bits: of 256 that differ in the perceptual hash; 0 also stands for the same bytes.
        mirrored: it is the mirror image that looks the same.
        same_faces: whether the faces are the same too; a face swapped into a known picture
            looks like that picture. None when that cannot be told.
    """

    id: int
    bits: int
    mirrored: bool = False
    same_faces: bool | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One house rule or warning that was looked at, with its numbers.

    ``outcome`` APPROVE is a tick (the rule is kept); LOOK_CLOSER and REJECT hold
    against the submission. ``reason`` is what a rejection on it would say.
    """

    code: str
    outcome: Outcome
    reason: Reason | None = None
    numbers: Mapping[str, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Advice:
    """The program's summary of the findings, with the reason pre-selected."""

    outcome: Outcome
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings of one submission and the advice drawn from them."""

    findings: tuple[Finding, ...]
    advice: Advice


# ---------------------------------------------------------------- submissions


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


# ---------------------------------------------------------------- change


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command changed: views refresh what concerns them.

    Attributes:
        submissions: whose own facts, findings or verdict changed.
        politicians: whose names or reference portraits changed.
        decided: the decision log grew.
        arrived: submissions or politicians came that no view can have shown yet.
    """

    submissions: frozenset[SubmissionId] = frozenset()
    politicians: frozenset[PoliticianId] = frozenset()
    decided: bool = False
    arrived: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.submissions | other.submissions,
            self.politicians | other.politicians,
            self.decided or other.decided,
            self.arrived or other.arrived,
        )

    def __bool__(self) -> bool:
        return bool(self.submissions or self.politicians or self.decided or self.arrived)
