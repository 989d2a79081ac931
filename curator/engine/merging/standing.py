"""Tells of each submission of another copy what a merge does with it, and counts that."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from curator.engine.catalogue.elsewhere import same_claim
from curator.engine.catalogue.face_boxes import Marked
from curator.engine.catalogue.foreign_rows import There
from curator.engine.catalogue.own_side import Here
from curator.engine.records import Arrival, Claim, SubmissionId, Verdict


class Standing(StrEnum):
    """What a merge does with what another copy says of a submission that is here, or that came just now."""

    NOTHING = "nothing"
    """It is undecided there."""
    SAME = "same"
    """It is decided alike on both sides; if approved, then as the same kind and person."""
    COMES = "comes"
    """It is undecided here: the decision is brought in."""
    DIFFERS = "differs"
    """It is decided otherwise here, and stays so."""
    OTHER_CLAIM = "other claim"
    """It was decided there as another kind or as showing somebody else: about something else, then."""
    OTHER_FACES = "other faces"
    """It was approved there with faces that a person drew or dismissed, on one side and not on the other."""
    UNREADABLE = "unreadable"
    """It was approved there, and cannot be read here."""


LEFT = (Standing.DIFFERS, Standing.OTHER_CLAIM, Standing.OTHER_FACES, Standing.UNREADABLE)
"""What a merge leaves to a person."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What there is to bring in, or was brought in.

    Attributes:
        verdicts: how many decisions, by verdict.
        submissions: how many pictures with all that was sent with them; their decisions are among those.
        same: decided alike on both sides.
        differing: decided otherwise here; stays as it is here.
        other_claims: decided there with another claim or kind than they have here; stays undecided.
        other_faces: approved there with faces corrected by hand otherwise than here; stays undecided.
        unreadable: approved there, not to be read here; stays undecided.
        without_picture: only there, and their files are not in reach.
        erased: only there, and erased here, or perhaps so.
        left: all of these that are left to a person by their numbers here, withdrawn ones first; of pictures
            that are only there a look knows no number yet.
    """

    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    submissions: int = 0
    same: int = 0
    differing: int = 0
    other_claims: int = 0
    other_faces: int = 0
    unreadable: int = 0
    without_picture: int = 0
    erased: int = 0
    left: tuple[SubmissionId, ...] = ()

    @property
    def decisions(self) -> int:
        """How many decisions, whatever their verdict."""
        return sum(self.verdicts.values())

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to bring in."""
        return not (self.decisions or self.submissions)

    @property
    def leaves(self) -> bool:
        """Whether there is anything that is left to a person."""
        return bool(self.differing or self.other_claims or self.other_faces or self.unreadable)


class Counting:
    """Adds up what becomes of submissions, one after the other."""

    def __init__(self) -> None:
        self._verdicts: Counter[Verdict] = Counter()
        self._standings: Counter[Standing] = Counter()
        self._left: list[tuple[bool, SubmissionId]] = []
        self.submissions = self.without_picture = self.erased = 0

    def add(self, there: There, standing: Standing, *, here: SubmissionId | None) -> None:
        """Counts one that is here, or would be."""
        self._standings[standing] += 1
        if standing is Standing.COMES:
            self._verdicts[there.verdict] += 1
        elif standing in LEFT and here is not None:
            self._left.append((there.verdict is not Verdict.WITHDRAWN, here))

    def counted(self) -> Counted:
        """All so far."""
        return Counted(
            dict(self._verdicts),
            self.submissions,
            self._standings[Standing.SAME],
            self._standings[Standing.DIFFERS],
            self._standings[Standing.OTHER_CLAIM],
            self._standings[Standing.OTHER_FACES],
            self._standings[Standing.UNREADABLE],
            self.without_picture,
            self.erased,
            tuple(here for _, here in sorted(self._left)),
        )


def standing_of(there: There, here: Here) -> Standing:
    """What a merge does with a submission that is on both sides."""
    if there.verdict is Verdict.UNDECIDED:
        return Standing.NOTHING
    alike = there.kind is here.kind and same_claim(there.claim, here.claim)
    if here.verdict is not Verdict.UNDECIDED:
        same = (there.verdict, there.reason) == (here.verdict, here.reason)
        # Two approvals as different people are no agreement.
        return Standing.SAME if same and (alike or here.verdict is not Verdict.APPROVED) else Standing.DIFFERS
    if not alike:
        return Standing.OTHER_CLAIM
    if there.verdict is Verdict.APPROVED and here.unreadable:
        return Standing.UNREADABLE
    # Whatever is approved is published with a frame around a face.
    if there.verdict is Verdict.APPROVED and there.faces.corrected_otherwise(here.faces):
        return Standing.OTHER_FACES
    return Standing.COMES


def as_sent(arrivals: tuple[Arrival, ...]) -> Here:
    """How a submission will be here that is only there, before anybody decides."""
    claim = next((one.claim for one in arrivals if one.claim), Claim())
    return Here(0, arrivals[0].kind, claim, Verdict.UNDECIDED, None, False, Marked())
