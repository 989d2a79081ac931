"""The list of submissions as Qt asks for it: ids at once, lines only when they are looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from curator.engine.catalogue import Catalogue, SubmissionFilter, SubmissionRow
from curator.engine.catalogue.lists import Order
from curator.engine.records import Changes, SubmissionId, Verdict
from curator.ui.queue.listed_ids import ListedIds, UndecidedIds
from curator.ui.queue.wording import told
from curator.ui.session import Session

_PAGE = 64
_KEPT_ROWS = 40 * _PAGE
_UNDECIDED = frozenset({Verdict.UNDECIDED})
_SORT = "queue"
_MOST_DROPPED = 500
"""So many that left a list unseen are looked at to say how many are still undecided."""

Index = QModelIndex | QPersistentModelIndex


class QueueRole(IntEnum):
    """What a row can be asked for besides its text."""

    ROW = Qt.ItemDataRole.UserRole
    """The ``SubmissionRow``."""


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What the reading thread found.

    Attributes:
        listed: None when nothing has changed since the question was asked.
        undecided: None unless it was asked for.
        dropped: how many left the list although they are still undecided.
    """

    listed: ListedIds | None = None
    undecided: UndecidedIds | None = None
    dropped: int = 0


class QueueModel(QAbstractListModel):
    """Submissions of one filter. Holds no truth: ids and lines are read again after changes.

    Attributes:
        refreshed: the ids were read again, or one left or came back.
        dropped: so many undecided ones left the list because something else about them changed.
    """

    refreshed = Signal()
    dropped = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._filter = SubmissionFilter()
        self._listed = ListedIds()
        self._undecided: UndecidedIds | None = None
        self._rows: dict[SubmissionId, SubmissionRow] = {}
        self._reading = False
        self._again = False
        self._left_meanwhile: set[SubmissionId] = set()
        self._mark: tuple[SubmissionId, int] | None = None
        session.reading.failed.connect(self._on_reading_failed)

    # ------------------------------------------------------------ ids

    @property
    def filter(self) -> SubmissionFilter:
        """Which submissions are listed."""
        return self._filter

    @property
    def ids(self) -> tuple[SubmissionId, ...]:
        """Everything that is listed, in order; costs a copy."""
        return self._listed.all()

    @property
    def count(self) -> int:
        """How many are listed."""
        return len(self._listed)

    def set_filter(self, wanted: SubmissionFilter) -> None:
        """Lists others, at once: what is pressed next is about what is seen."""
        self._filter = wanted
        self._mark = None
        self.refresh()

    def refresh(self) -> None:
        """Reads the ids again at once; tells the views only when they differ."""
        self._session.reading.forget(_SORT)
        self._reading = self._again = False
        self._undecided = None
        ids = self._session.ids(self._filter)
        if ids != self._listed.all():
            self._take(ListedIds(ids))
        self.refreshed.emit()

    def refresh_soon(self) -> None:
        """Reads the ids again beside the main thread; what is decided meanwhile stays decided."""
        if self._reading:
            self._again = True
        else:
            self._ask()

    def mark(self, submission_id: SubmissionId | None) -> None:
        """Keeps the place of a submission in mind, should it leave the list: see :meth:`gap`."""
        place = None if submission_id is None else self._listed.place_of(submission_id)
        self._mark = None if submission_id is None or place is None else (submission_id, place)

    def gap(self, submission_id: SubmissionId | None) -> int | None:
        """Where a submission stood that :meth:`mark` named and that is no longer listed.

        Returns:
            The place of who follows it now; None when it is listed, or never was.
        """
        if submission_id is None or submission_id in self._listed:
            return None
        if self._mark is not None and self._mark[0] == submission_id:
            return self._mark[1]
        return self._listed.way_back(submission_id)

    def remove(self, submission_id: SubmissionId) -> None:
        """Takes one out of the list without reading all of it again."""
        place = self._listed.place_of(submission_id)
        if place is None:
            return
        self.beginRemoveRows(QModelIndex(), place, place)
        if self._undecided is not None:
            self._undecided.discard(submission_id)
        self._listed.remove(submission_id)
        self.endRemoveRows()
        if self._reading:
            self._left_meanwhile.add(submission_id)
        self._move_mark(place, by=-1)
        self.refreshed.emit()

    def put_back(self, submission_id: SubmissionId) -> bool:
        """Lists one again that :meth:`remove` took out, where it was; False when it is not known where."""
        place = self._listed.way_back(submission_id)
        if place is None:
            return False
        self.beginInsertRows(QModelIndex(), place, place)
        self._listed.put_back(submission_id)
        self.endInsertRows()
        self._undecided = None
        self._move_mark(place, by=1)
        if self._reading:
            # The answer under way may know nothing of its coming back.
            self._ask()
        self.refreshed.emit()
        return True

    def place_of(self, submission_id: SubmissionId) -> int | None:
        """The row of a submission, or None when it is not listed."""
        return self._listed.place_of(submission_id)

    def id_at(self, place: int) -> SubmissionId | None:
        """The submission of a row, or None beyond the ends."""
        return self._listed.at(place)

    def nearest_undecided(self, place: int, *, by: int) -> SubmissionId | None:
        """The first undecided submission after (1) or before (-1) a row, or None."""
        verdicts = self._filter.verdicts
        if verdicts and Verdict.UNDECIDED not in verdicts:
            return None
        at = place
        for _ in range(_PAGE):
            at += by
            if self.id_at(at) is None:
                return None
            row = self.row_at(at)
            # A line without a row was erased a moment ago; the search goes on behind it.
            if row is not None and row.verdict is Verdict.UNDECIDED:
                return row.id
        return self._far_undecided(at, by=by)

    def undecided_near(self, place: int, *, by: int, most: int) -> tuple[SubmissionRow, ...]:
        """Up to so many undecided submissions after (1) or before (-1) a row, the nearest first.

        In a list that holds none it is whatever comes next. Looks no further than a page.
        """
        verdicts = self._filter.verdicts
        any_verdict = bool(verdicts) and Verdict.UNDECIDED not in verdicts
        found: list[SubmissionRow] = []
        for steps in range(1, _PAGE):
            row = self.row_at(place + by * steps)
            if row is None or len(found) == most:
                break
            if any_verdict or row.verdict is Verdict.UNDECIDED:
                found.append(row)
        return tuple(found)

    # ------------------------------------------------------------ lines

    def row_at(self, place: int) -> SubmissionRow | None:
        """What the line of a row shows; reads a page around it when it is not known yet."""
        submission_id = self.id_at(place)
        if submission_id is None:
            return None
        if submission_id not in self._rows:
            self._read_rows(self._listed.some(place - _PAGE // 4, count=_PAGE))
        return self._rows.get(submission_id)

    def is_listed_rightly(self, submission_id: SubmissionId) -> bool:
        """Whether a submission still has a verdict that is listed: the list may be a moment old."""
        if submission_id not in self._rows:
            self._read_rows((submission_id,))
        row = self._rows.get(submission_id)
        verdicts = self._filter.verdicts
        return row is not None and (not verdicts or row.verdict in verdicts)

    def forget(self, changes: Changes) -> None:
        """Reads the lines of changed submissions again when they are next looked at."""
        self._forget(changes.submissions)
        if changes.decided and self._undecided is not None:
            self._forget_undecided(changes.submissions)
        if changes.politicians:
            self._rows.clear()
            self._tell_all()

    # ------------------------------------------------------------ inside

    def _far_undecided(self, place: int, *, by: int) -> SubmissionId | None:
        if self._undecided is None:
            only = replace(self._filter, verdicts=_UNDECIDED)
            self._undecided = UndecidedIds(self._session.ids(only), listed=self._listed)
        while (found := self._undecided.nearest(place, by=by)) is not None:
            if found not in self._rows:
                self._read_rows((found,))
            row = self._rows.get(found)
            if row is not None and row.verdict is Verdict.UNDECIDED:
                break
            self._undecided.discard(found)
        return found

    def _read_rows(self, ids: Sequence[SubmissionId]) -> None:
        if len(self._rows) > _KEPT_ROWS:
            self._rows.clear()
        missing = [one for one in ids if one not in self._rows]
        self._rows.update(self._session.rows(missing))

    def _forget(self, ids: Iterable[SubmissionId]) -> None:
        for submission_id in ids:
            # What was never looked at is not shown either.
            if self._rows.pop(submission_id, None) is None:
                continue
            place = self.place_of(submission_id)
            if place is not None:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _forget_undecided(self, ids: frozenset[SubmissionId]) -> None:
        one = next(iter(ids), None)
        row = self._session.rows((one,)).get(one) if one is not None and len(ids) == 1 else None
        if row is None or row.verdict is Verdict.UNDECIDED or self._undecided is None:
            self._undecided = None
        else:
            self._undecided.discard(row.id)

    def _tell_all(self) -> None:
        if self.count:
            self.dataChanged.emit(self.index(0), self.index(self.count - 1))

    def _take(self, listed: ListedIds, undecided: UndecidedIds | None = None) -> None:
        if self._mark is not None:
            self._mark = (self._mark[0], self._place_in(listed, *self._mark))
        self.beginResetModel()
        self._listed = listed
        self._undecided = undecided
        self.endResetModel()

    def _place_in(self, listed: ListedIds, marked: SubmissionId, place: int) -> int:
        """Where a marked submission, or who followed it when it left, stands in another list."""
        there = listed.place_of(marked)
        if there is None:
            there = self._listed.gap_in(listed, marked)
        if there is not None:
            return there
        follower = self._listed.at(place)
        if follower is None:
            return len(listed)
        there = listed.place_of(follower)
        gap = self._listed.gap_in(listed, follower) if there is None else there
        return len(listed) if gap is None else gap

    def _move_mark(self, place: int, *, by: int) -> None:
        if self._mark is not None and place < self._mark[1]:
            self._mark = (self._mark[0], self._mark[1] + by)

    # ------------------------------------------------------------ reading beside the main thread

    def _ask(self) -> None:
        self._reading, self._again = True, False
        self._left_meanwhile.clear()
        question = partial(
            _read, wanted=self._filter, before=self._listed.all(), far=self._undecided is not None
        )
        self._session.reading.ask(_SORT, question, then=self._on_read)

    def _on_read(self, read: _Read) -> None:
        self._reading = False
        if read.listed is not None:
            for submission_id in self._left_meanwhile:
                if read.undecided is not None:
                    read.undecided.discard(submission_id)
                read.listed.remove(submission_id)
            self._take(read.listed, read.undecided)
        if self._again:
            self._ask()
        self.refreshed.emit()
        if read.dropped:
            self.dropped.emit(read.dropped)

    def _on_reading_failed(self, _error: object) -> None:
        # Whoever asked is not told; the next change asks again.
        self._reading = self._again = False

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in (QueueRole.ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None or role == QueueRole.ROW:
            return row
        line = told(row)
        return f"{line.title}, {line.words}, {line.file}"


def is_narrowed(wanted: SubmissionFilter) -> bool:
    """Whether a filter asks for more than verdicts: then analyses can take undecided ones out of it."""
    plain = SubmissionFilter(verdicts=wanted.verdicts, order=wanted.order, backwards=wanted.backwards)
    return replace(wanted, text=wanted.text.strip()) != plain


def could_change(wanted: SubmissionFilter, changes: Changes) -> bool:
    """Whether a change can move anything in the list of a filter."""
    if changes.arrived or changes.decided:
        return True
    if changes.submissions:
        # An analysis changes neither verdict nor arrival.
        return is_narrowed(wanted) or wanted.order is not Order.ARRIVAL
    return bool(changes.politicians) and (is_narrowed(wanted) or wanted.order is Order.POLITICIAN)


def _read(
    catalogue: Catalogue, *, wanted: SubmissionFilter, before: tuple[SubmissionId, ...], far: bool
) -> _Read:
    """In the reading thread: the list as it is now, beside what it was when the question was asked."""
    ids = catalogue.submissions.ids(wanted)
    if ids == before:
        return _Read()
    listed = ListedIds(ids)
    undecided = None
    if far:
        only = replace(wanted, verdicts=_UNDECIDED)
        undecided = UndecidedIds(catalogue.submissions.ids(only), listed=listed)
    dropped = 0
    if is_narrowed(wanted):
        gone = [one for one in before if one not in listed][:_MOST_DROPPED]
        rows = catalogue.submissions.rows(gone).values()
        dropped = sum(row.verdict is Verdict.UNDECIDED for row in rows)
    return _Read(listed, undecided, dropped)
