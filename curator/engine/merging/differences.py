"""Keeps beside the submissions here what another copy decided otherwise, until a person settles it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.elsewhere import DecidedElsewhere, Signed, same_claim
from curator.engine.catalogue.foreign_rows import DecidedThere, There
from curator.engine.catalogue.merging import OtherCopy
from curator.engine.catalogue.own_side import Here
from curator.engine.merging.standing import LEFT, Standing
from curator.engine.records import Claim, Reason, SubmissionId, Verdict


@dataclass(frozen=True, slots=True)
class Both:
    """A submission on both sides.

    Attributes:
        there: as it is in the other copy.
        here: as it was here before anything came in.
        standing: what became of it.
    """

    there: There
    here: Here
    standing: Standing

    @property
    def id(self) -> SubmissionId:
        """Its number here."""
        return SubmissionId(self.here.id)

    def says(self, one: DecidedElsewhere) -> bool:
        """Whether a third side says what stands here now."""
        now = self.there if self.standing is Standing.COMES else self.here
        return (
            (one.verdict, one.reason, one.kind) == (now.verdict, now.reason, now.kind)
            and same_claim(one.claim, now.claim)
            and not one.other_faces
        )


class Differences:
    """Compares, portion by portion, what is kept here with what the other copy says now.

    What is in force there is kept where a merge leaves it to a person; so is what the other copy itself
    keeps of a third one. What it once decided and holds no longer is forgotten, unless another copy says so.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        other: OtherCopy,
        *,
        check: Callable[[Verdict, Reason | None], None],
        known: Collection[str] | None,
    ) -> None:
        """Begins nothing yet.

        Args:
            catalogue: open for writing in the calling thread.
            other: opened in the calling thread.
            check: raises when a verdict and its reason make no sense together.
            known: names that may come in, when the other copy may hold what was erased here; then no notes
                come in either. None when everything may.
        """
        self._catalogue = catalogue
        self._other = other
        self._check = check
        self._known = known

    def to_compare(self, numbers: Mapping[int, SubmissionId]) -> bool:
        """Whether anything is kept on either side about some submissions.

        Args:
            numbers: here, by those there.
        """
        return bool(self._catalogue.elsewhere.about(numbers.values()) or self._other.elsewhere(numbers))

    def keep(self, some: Sequence[Both], told: Mapping[int, DecidedThere]) -> frozenset[SubmissionId]:
        """Brings what is kept about some submissions up to date, inside the open transaction.

        Args:
            some: after what comes in was written.
            told: the decisions of the other copy that are left to a person, by their rows.

        Returns:
            The submissions of which something else is kept now.
        """
        table = self._catalogue.elsewhere
        wanted = {one.signed: one for one in (*self._carried(some), *self._left(some, told))}
        kept = table.about([one.id for one in some])
        new = [
            one
            for signed, one in wanted.items()
            if signed not in kept or replace(kept[signed], note=one.note) != one
        ]
        gone = self._gone(some, kept, wanted)
        table.keep(new)
        table.forget(gone)
        return frozenset(one.submission_id for one in (*new, *(kept[signed] for signed in gone)))

    def _left(self, some: Sequence[Both], told: Mapping[int, DecidedThere]) -> list[DecidedElsewhere]:
        """What is in force there and left to a person here."""
        found = []
        for one in some:
            if one.standing not in LEFT:
                continue
            there = one.there
            assert there.row is not None, "it was decided there"
            decided = told[there.row]
            faces = one.standing is Standing.OTHER_FACES
            row = DecidedElsewhere(
                one.id,
                decided.curator,
                decided.decided_at,
                there.verdict,
                there.reason,
                decided.note,
                there.kind,
                there.claim,
                faces,
            )
            found.append(self._checked(row))
        return found

    def _carried(self, some: Sequence[Both]) -> list[DecidedElsewhere]:
        """What is open there, less what stands here now, or was decided here in the first place."""
        open_there = self._other.elsewhere({one.there.id: one.id for one in some})
        if not open_there:
            return []
        here = {one.id: one for one in some}
        own = self._catalogue.own_side.decided_by(here)
        return [
            self._checked(one)
            for one in open_there
            if one.signed not in own and not here[one.submission_id].says(one)
        ]

    def _gone(
        self,
        some: Sequence[Both],
        kept: Mapping[Signed, DecidedElsewhere],
        wanted: Collection[Signed],
    ) -> list[Signed]:
        """What the other copy decided once and holds no longer, and what came in by now."""
        asked = {one.submission_id for one in kept.values()}
        if not asked:
            return []
        known = self._other.decided_by({one.there.id: one.id for one in some if one.id in asked})
        came = {one.id: one for one in some if one.standing is Standing.COMES}
        return [
            signed
            for signed, one in kept.items()
            if (signed in known and signed not in wanted)
            or (one.submission_id in came and came[one.submission_id].says(one))
        ]

    def _checked(self, one: DecidedElsewhere) -> DecidedElsewhere:
        self._check(one.verdict, one.reason)
        if self._known is None:
            return one
        claim = one.claim if one.claim.full_name in self._known else Claim()
        return replace(one, note="", claim=claim)
