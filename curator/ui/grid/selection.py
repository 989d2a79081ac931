"""Which submissions are selected and which one the keys are at; knows no window."""

from collections.abc import Collection

from curator.engine.records import SubmissionId
from curator.ui.grid.sections import Sorted


class Selection:
    """Ids, not places: it survives that they are sorted anew.

    What Shift extends is a range from the anchor. What was selected before the anchor was set
    stays selected.
    """

    def __init__(self) -> None:
        self._sorted = Sorted()
        self._chosen: set[SubmissionId] = set()
        self._base: set[SubmissionId] = set()
        self._anchor: SubmissionId | None = None
        self._current: SubmissionId | None = None

    @property
    def current(self) -> int | None:
        """The place that the keys are at; None when nothing is listed."""
        return None if self._current is None else self._sorted.places.get(self._current)

    @property
    def ids(self) -> tuple[SubmissionId, ...]:
        """What is selected, in the order of the places."""
        return tuple(sorted(self._chosen, key=self._sorted.places.__getitem__))

    def __len__(self) -> int:
        return len(self._chosen)

    def __contains__(self, submission_id: SubmissionId) -> bool:
        return submission_id in self._chosen

    def list(self, listed: Sorted) -> None:
        """Follows another list: what it lacks is not selected any more."""
        place = self.current
        self._sorted = listed
        self._chosen &= listed.places.keys()
        self._base &= listed.places.keys()
        if self._anchor not in listed.places:
            self._anchor = None
        if self._current not in listed.places:
            near = min(place or 0, len(listed.ids) - 1)
            self._current = listed.ids[near] if listed.ids else None

    def only(self, place: int) -> None:
        """Selects one and nothing else."""
        self._chosen = {self._sorted.ids[place]}
        self._set_anchor(place, base=())

    def toggle(self, place: int) -> None:
        """Selects one besides the others, or takes it out."""
        self._chosen ^= {self._sorted.ids[place]}
        self._set_anchor(place, base=self._chosen)

    def move(self, place: int) -> None:
        """Goes there; what is selected stays so."""
        self._anchor = None
        self._current = self._sorted.ids[place]

    def extend(self, place: int) -> None:
        """Selects everything from the anchor to there, which is where the keys are from then on."""
        if self._anchor is None:
            start = self.current
            self._set_anchor(place if start is None else start, base=self._chosen)
        assert self._anchor is not None, "it was set the moment before"
        first, last = sorted((self._sorted.places[self._anchor], place))
        self._chosen = self._base | set(self._sorted.ids[first : last + 1])
        self._current = self._sorted.ids[place]

    def take(self, ids: Collection[SubmissionId]) -> None:
        """Selects those that are listed, and nothing else."""
        self._chosen = {one for one in ids if one in self._sorted.places}
        self._base, self._anchor = set(), None

    def _set_anchor(self, place: int, *, base: Collection[SubmissionId]) -> None:
        self._anchor = self._current = self._sorted.ids[place]
        self._base = set(base)
