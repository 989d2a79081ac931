"""The ids of a list in order, made so that one can leave a list of 100,000 at once."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

from curator.engine.records import SubmissionId


class ListedIds:
    """Ids in order, each with its place. Knows no Qt; made in whatever thread, then used in one.

    Leaving costs no counting anew: every id keeps the place that it was listed at first, and the
    places that fell empty since are kept apart.
    """

    def __init__(self, ids: Iterable[SubmissionId] = ()) -> None:
        self._ids = list(ids)
        self._first = dict(zip(self._ids, range(len(self._ids)), strict=True))
        self._empty: list[int] = []
        self._left: dict[SubmissionId, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[SubmissionId]:
        return iter(self._ids)

    def __contains__(self, submission_id: SubmissionId) -> bool:
        return submission_id in self._first

    def all(self) -> tuple[SubmissionId, ...]:
        """Everything that is listed, in order; costs a copy."""
        return tuple(self._ids)

    def at(self, place: int) -> SubmissionId | None:
        """Who stands at a place, or None beyond the ends."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def some(self, first: int, *, count: int) -> Sequence[SubmissionId]:
        """Those from a place on, fewer at the end."""
        return self._ids[max(0, first) : max(0, first) + count]

    def place_of(self, submission_id: SubmissionId) -> int | None:
        """Where someone stands, or None when it is not listed."""
        first = self._first.get(submission_id)
        return None if first is None else first - bisect_left(self._empty, first)

    def remove(self, submission_id: SubmissionId) -> None:
        """Takes one out that is listed."""
        place = self.place_of(submission_id)
        if place is None:
            return
        del self._ids[place]
        first = self._first.pop(submission_id)
        insort(self._empty, first)
        self._left[submission_id] = first

    def way_back(self, submission_id: SubmissionId) -> int | None:
        """The place that one left by :meth:`remove` would have again, or None if it never was here."""
        first = self._left.get(submission_id)
        return None if first is None else first - bisect_left(self._empty, first)

    def put_back(self, submission_id: SubmissionId) -> None:
        """Lists one again that :meth:`remove` took out, where it was."""
        place = self.way_back(submission_id)
        if place is None:
            return
        first = self._left.pop(submission_id)
        del self._empty[bisect_left(self._empty, first)]
        self._first[submission_id] = first
        self._ids.insert(place, submission_id)

    def gap_in(self, other: "ListedIds", submission_id: SubmissionId) -> int | None:
        """Where one of this list would stand in another that does not hold it: before who follows here.

        Returns:
            A place of ``other``, its length for the end; None when this list never held it.
        """
        place = self.place_of(submission_id)
        after = self.way_back(submission_id) if place is None else place + 1
        if after is None:
            return None
        for following in range(after, len(self._ids)):
            there = other.place_of(self._ids[following])
            if there is not None:
                return there
        return len(other)


class UndecidedIds:
    """Which of a long list are undecided, to find the nearest without walking from line to line."""

    def __init__(self, ids: Iterable[SubmissionId], *, listed: ListedIds) -> None:
        """Takes those of ``ids`` that are listed.

        Args:
            ids: undecided, in the order of the list.
            listed: the list; places are asked from it whenever they are wanted.
        """
        self._listed = listed
        self._ids = [one for one in ids if one in listed]

    def nearest(self, place: int, *, by: int) -> SubmissionId | None:
        """The first after (1) or before (-1) a place of the list, or None."""
        at = bisect_left(self._ids, place + 1 if by > 0 else place, key=self._place)
        at = at if by > 0 else at - 1
        return self._ids[at] if 0 <= at < len(self._ids) else None

    def discard(self, submission_id: SubmissionId) -> None:
        """Leaves one out that is not undecided any more; before it leaves the list."""
        place = self._listed.place_of(submission_id)
        if place is None:
            return
        at = bisect_left(self._ids, place, key=self._place)
        if at < len(self._ids) and self._ids[at] == submission_id:
            del self._ids[at]

    def _place(self, submission_id: SubmissionId) -> int:
        place = self._listed.place_of(submission_id)
        if place is None:
            raise LookupError(f"submission {submission_id} left the list and was not discarded")
        return place
