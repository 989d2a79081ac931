"""Lines of submissions, read in pages around what is shown and forgotten when they change."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from curator.engine.catalogue import SubmissionRow
from curator.engine.records import SubmissionId

PAGE = 64
"""So many lines are read at once: two or three lines of the grid on a wide screen."""

_MOST_PAGES = 60
"""Some 4,000 lines, about 4 MB."""

Reader = Callable[[Sequence[SubmissionId]], dict[SubmissionId, SubmissionRow]]


class Rows:
    """What is known of the submissions on and near the screen; the rest is never asked for."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._ids: tuple[SubmissionId, ...] = ()
        self._kept: OrderedDict[SubmissionId, SubmissionRow] = OrderedDict()

    def list(self, ids: tuple[SubmissionId, ...]) -> None:
        """Follows another list; what was read stays known."""
        self._ids = ids

    def at(self, place: int) -> SubmissionRow | None:
        """The line of a place; None when it is not read yet or there is none."""
        return self._kept.get(self._ids[place]) if 0 <= place < len(self._ids) else None

    def ensure(self, places: range) -> bool:
        """Reads what is not known of the pages that some places are in.

        Returns:
            Whether anything was read.
        """
        if not places:
            return False
        first = places.start // PAGE * PAGE
        last = -(-places.stop // PAGE) * PAGE
        missing = [one for one in self._ids[first:last] if one not in self._kept]
        if not missing:
            return False
        self._kept.update(self._read(missing))
        while len(self._kept) > _MOST_PAGES * PAGE:
            self._kept.popitem(last=False)
        return True

    def end(self) -> None:
        """Reads no more: the catalogue is being closed."""
        self._read = lambda _ids: {}

    def forget(self, ids: Iterable[SubmissionId]) -> None:
        """Those are read again when they are next shown."""
        for one in ids:
            self._kept.pop(one, None)

    def forget_all(self) -> None:
        """Everything is read again when it is next shown."""
        self._kept.clear()
