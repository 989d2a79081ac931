"""The nouns of Curator: frozen records that are passed between all parts.

The words are those of ``docs/glossary.md``. Boxes are in pixels of the *upright*
picture (EXIF orientation and any found turn applied). Encodings are float64
arrays of shape (128,) in dlib's encoding space and are handed out read-only.
"""

from curator.engine.records.changes import Changes
from curator.engine.records.codes import (
    USUAL_MAKING,
    AnalysisState,
    FaceOrigin,
    Kind,
    Making,
    Origin,
    Outcome,
    PortraitState,
    Reason,
    Verdict,
    Word,
)
from curator.engine.records.findings import Advice, Assessment, Finding, Likeness, Match, Number
from curator.engine.records.ids import DecisionId, Digest, FaceId, PoliticianId, PortraitId, SubmissionId
from curator.engine.records.pictures import Encoding, FaceBox, FoundFace, PictureFacts, Point, Pose
from curator.engine.records.politicians import Politician, PortraitEncoding, ReferencePortrait
from curator.engine.records.submissions import Arrival, Claim, Decision, Face, Submission

__all__ = [
    "USUAL_MAKING",
    "Advice",
    "AnalysisState",
    "Arrival",
    "Assessment",
    "Changes",
    "Claim",
    "Decision",
    "DecisionId",
    "Digest",
    "Encoding",
    "Face",
    "FaceBox",
    "FaceId",
    "FaceOrigin",
    "Finding",
    "FoundFace",
    "Kind",
    "Likeness",
    "Making",
    "Match",
    "Number",
    "Origin",
    "Outcome",
    "PictureFacts",
    "Point",
    "Politician",
    "PoliticianId",
    "PortraitEncoding",
    "PortraitId",
    "PortraitState",
    "Pose",
    "Reason",
    "ReferencePortrait",
    "Submission",
    "SubmissionId",
    "Verdict",
    "Word",
]
