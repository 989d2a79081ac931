"""What is chosen from a few: each a word that the catalogue keeps as it stands."""

from enum import StrEnum


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

    def meant(self, *, claimed: bool) -> "Reason":
        """What it says of a submission: "not the politician" where nobody is claimed is "not in the index".

        So the same key means "this is none of them" whatever lies on the desk, and what is logged is true.

        Args:
            claimed: whether the submission is said to show somebody.
        """
        return Reason.NOT_INDEXED if self is Reason.NOT_CLAIMED and not claimed else self


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
