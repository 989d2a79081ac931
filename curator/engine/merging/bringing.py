"""Brings portions of another copy in: decisions with whoever made them, and pictures with their files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from curator.engine.catalogue import DECIDE, Catalogue, NewDecision
from curator.engine.catalogue.evidence import Case
from curator.engine.catalogue.foreign_rows import MERGED, DecidedThere, There, without_words
from curator.engine.catalogue.merging import OtherCopy
from curator.engine.catalogue.own_side import Here
from curator.engine.deciding.decisions import consequences_of, put_in_force, refuse_nonsense
from curator.engine.errors import CatalogueDamaged, RefusedChange, RefusedFile
from curator.engine.intake.arrivals import file_arrival
from curator.engine.media import MediaStore, Received
from curator.engine.merging.differences import Both, Differences
from curator.engine.merging.source import Source
from curator.engine.merging.standing import LEFT, Counting, Standing, standing_of
from curator.engine.records import Arrival, Changes, Digest, Making, Origin, Reason, SubmissionId, Verdict
from curator.engine.said import said

_FILES_AT_ONCE = 20
"""So many pictures are copied before they are filed together."""


class Between:
    """What both a look and a merge ask about the two sides.

    Attributes:
        cautious: something was erased here of which the other copy may not know.
    """

    def __init__(self, catalogue: Catalogue, other: OtherCopy, source: Source) -> None:
        """Asks both sides what was erased."""
        self._media = source.media
        erased_at = catalogue.fact("erased_at")
        self.cautious = bool(erased_at) and erased_at != other.fact("erased_at")
        self._erased = catalogue.own_side.erased()

    def sorted_out(
        self, some: Sequence[There], here: Mapping[Digest, Here], counting: Counting
    ) -> list[There]:
        """Counts those that are here and those that stay away; gives those that could come."""
        new = []
        for one in some:
            known = here.get(one.digest)
            if known is not None:
                counting.add(one, standing_of(one, known), here=SubmissionId(known.id))
            elif one.digest in self._erased or (self.cautious and self._media is not None):
                counting.erased += 1
            elif self._media is None or not self._media.original(one.digest).is_file():
                counting.without_picture += 1
            else:
                new.append(one)
        return new


class Bringing:
    """Brings portions in, each decision with whoever made it."""

    def __init__(
        self, catalogue: Catalogue, other: OtherCopy, source: Source, *, by: str, counting: Counting
    ) -> None:
        """Begins nothing yet.

        Args:
            catalogue: open for writing in the calling thread.
            other: opened in the calling thread.
            source: that it was opened from.
            by: who merges.
            counting: counts what becomes of each submission.
        """
        self._catalogue = catalogue
        self._other = other
        self._source = source
        self._by = by
        self._counting = counting
        self._between = Between(catalogue, other, source)
        self._media = MediaStore(catalogue.media_folder)
        self._known: frozenset[str] = frozenset()
        if self._between.cautious:
            people = catalogue.politicians.all()
            self._known = frozenset(
                part for who in people for part in (who.full_name, who.given_name, who.surname, who.country)
            )
        self._differences = Differences(
            catalogue,
            other,
            check=self._refuse_nonsense,
            known=self._known if self._between.cautious else None,
        )
        self._step: int | None = None

    def portion(self, some: Sequence[There], *, go_on: Callable[[], bool]) -> Iterable[Changes]:
        """Brings some in; yields after each transaction."""
        here = self._catalogue.own_side.with_digests([one.digest for one in some])
        mine = [one for one in some if one.digest in here]
        matters = [one for one in mine if standing_of(one, here[one.digest]) in (Standing.COMES, *LEFT)]
        numbers = {one.id: SubmissionId(here[one.digest].id) for one in mine}
        if matters or self._differences.to_compare(numbers):
            told = self._decisions(matters)
            with self._catalogue.writing():
                # Asked again: somebody may have decided since.
                changes = self._decide(mine, told)
            yield changes
        else:
            self._between.sorted_out(mine, here, self._counting)
        new = self._between.sorted_out([one for one in some if one.digest not in here], {}, self._counting)
        for start in range(0, len(new), _FILES_AT_ONCE):
            if not go_on():
                return
            yield self._bring_pictures(new[start : start + _FILES_AT_ONCE], go_on=go_on)

    def _bring_pictures(self, new: Sequence[There], *, go_on: Callable[[], bool]) -> Changes:
        arrivals = self._other.arrivals([one.id for one in new])
        told = self._decisions(new)
        received: list[tuple[There, Received]] = []
        for one in new:
            if not go_on():
                break
            file = self._receive(one.digest) if one.id in arrivals else None
            if file is None:
                self._counting.without_picture += 1
            else:
                received.append((one, file))
        if not received:
            return Changes()
        with self._catalogue.writing():
            for one, file in received:
                self._file(arrivals[one.id], file)
            changes = self._decide([one for one, _ in received], told)
        self._counting.submissions += len(received)
        for one, _ in received:
            self._media.filed(one.digest)
        return changes | Changes(arrived=True)

    def _receive(self, digest: Digest) -> Received | None:
        """Copies an original of theirs, if it has the bytes that it was named after."""
        assert self._source.media is not None, "a backup has no pictures"
        try:
            received = self._media.receive(self._source.media.original(digest))
        except RefusedFile:
            return None
        if received.digest == digest:
            return received
        catalogue = self._catalogue
        if catalogue.submissions.with_digest(received.digest) is None and not catalogue.politicians.uses(
            received.digest
        ):
            self._media.remove(received.digest)
        return None

    def _file(self, arrivals: Sequence[Arrival], file: Received) -> None:
        for arrival in arrivals:
            file_arrival(self._catalogue, replace(arrival, digest=file.digest, size=file.size))

    def _decisions(self, some: Sequence[There]) -> Mapping[int, DecidedThere]:
        return self._other.decisions([one.row for one in some if one.row is not None])

    def _decide(self, some: Sequence[There], told: Mapping[int, DecidedThere]) -> Changes:
        """Writes the decisions about those that are still undecided, inside the open transaction."""
        catalogue = self._catalogue
        here = catalogue.own_side.with_digests([one.digest for one in some])
        both = [
            Both(one, here[one.digest], standing_of(one, here[one.digest]))
            for one in some
            if one.digest in here
        ]
        for each in both:
            self._counting.add(each.there, each.standing, here=each.id)
        changes = self._put_in_force(
            {one.id: one.there for one in both if one.standing is Standing.COMES}, told
        )
        left = [one.there for one in both if one.standing in LEFT and one.there.row not in told]
        return changes | Changes(self._differences.keep(both, {**told, **self._decisions(left)}))

    def _put_in_force(
        self, coming: Mapping[SubmissionId, There], told: Mapping[int, DecidedThere]
    ) -> Changes:
        if not coming:
            return Changes()
        catalogue = self._catalogue
        cases = list(catalogue.decisions.evidence.cases(coming).values())
        also = self._consequences(cases, coming)
        rows = [self._row(case, coming[case.id], told, also.get(case.id, {})) for case in cases]
        if self._step is not None and catalogue.own_side.newest_step() != self._step:
            # Somebody decided meanwhile. Undo goes backwards in time, so what follows is a step of its own.
            self._step = None
        self._step, politicians = put_in_force(catalogue, cases, rows, step=self._step)
        return Changes(frozenset(coming), politicians, decided=True)

    def _consequences(
        self, cases: Sequence[Case], coming: Mapping[SubmissionId, There]
    ) -> dict[SubmissionId, Mapping[str, object]]:
        groups: dict[tuple[Verdict, Making | None], list[Case]] = {}
        for case in cases:
            one = coming[case.id]
            groups.setdefault((one.verdict, one.making), []).append(case)
        found: dict[SubmissionId, Mapping[str, object]] = {}
        for (verdict, making), some in groups.items():
            found.update(consequences_of(self._catalogue, some, verdict=verdict, making=making))
        return found

    def _row(
        self, case: Case, there: There, told: Mapping[int, DecidedThere], change: Mapping[str, object]
    ) -> NewDecision:
        assert there.row is not None, "it was decided there"
        decided = told[there.row]
        self._refuse_nonsense(there.verdict, there.reason)
        seen = decided.seen
        if self._between.cautious:
            seen = without_words(seen, known=self._known)
        origin = {
            "row": decided.row,
            "decided_at": decided.decided_at.isoformat(timespec="microseconds"),
            "chain": decided.chain,
            "by": self._by,
        }
        return NewDecision(
            DECIDE,
            case.id,
            case.digest,
            decided.curator,
            there.verdict,
            there.reason,
            "" if self._between.cautious else decided.note,
            Origin.MERGE,
            change=change,
            seen={**seen, MERGED: origin},
        )

    def _refuse_nonsense(self, verdict: Verdict, reason: Reason | None) -> None:
        try:
            refuse_nonsense(verdict, reason, None)
        except RefusedChange as error:
            raise CatalogueDamaged(
                said("{name} holds a decision that makes no sense.", name=self._source.name),
                advice=said("Choose another copy. What was brought in before stays."),
            ) from error
