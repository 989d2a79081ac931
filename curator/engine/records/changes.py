"""What a command changed."""

from dataclasses import dataclass

from curator.engine.records.ids import PoliticianId, SubmissionId


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
