"""What the program makes of a picture: matches, likenesses, findings, advice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from curator.engine.records.codes import Outcome, Reason, Word
from curator.engine.records.ids import PoliticianId

Number = int | float | str
"""What a finding carries beside its words: counts, distances, names."""


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
