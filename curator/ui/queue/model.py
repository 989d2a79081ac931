"""The list of submissions as Qt asks for it: ids at once, lines only when they are looked at."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from curator.engine.catalogue import SubmissionFilter, SubmissionRow
from curator.engine.records import Changes, SubmissionId, Verdict
from curator.ui.queue.wording import told
from curator.ui.session import Session

_PAGE = 64

Index = QModelIndex | QPersistentModelIndex


class QueueRole(IntEnum):
    """What a row can be asked for besides its text."""

    ROW = Qt.ItemDataRole.UserRole
    """The ``SubmissionRow``."""


class QueueModel(QAbstractListModel):
    """Submissions of one filter. Holds no truth: ids and lines are read again after changes.

    Attributes:
        refreshed: the ids were read again.
    """

    refreshed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._filter = SubmissionFilter()
        self._ids: tuple[SubmissionId, ...] = ()
        self._places: dict[SubmissionId, int] = {}
        self._gone: list[int] = []
        self._rows: dict[SubmissionId, SubmissionRow] = {}

    # ------------------------------------------------------------ ids

    @property
    def filter(self) -> SubmissionFilter:
        """Which submissions are listed."""
        return self._filter

    @property
    def ids(self) -> tuple[SubmissionId, ...]:
        """Everything that is listed, in order."""
        return self._ids

    def set_filter(self, wanted: SubmissionFilter) -> None:
        """Lists others."""
        self._filter = wanted
        self.refresh()

    def refresh(self) -> None:
        """Reads the ids again; tells the views only when they differ."""
        ids = self._session.ids(self._filter)
        if ids != self._ids:
            self.beginResetModel()
            self._take(ids)
            self.endResetModel()
        self.refreshed.emit()

    def remove(self, submission_id: SubmissionId) -> None:
        """Takes one out of the list without reading all of it again."""
        place = self.place_of(submission_id)
        if place is None:
            return
        self.beginRemoveRows(QModelIndex(), place, place)
        self._ids = self._ids[:place] + self._ids[place + 1 :]
        # The places of 100,000 others are not counted anew for one that goes.
        insort(self._gone, self._places.pop(submission_id))
        self.endRemoveRows()
        self.refreshed.emit()

    def place_of(self, submission_id: SubmissionId) -> int | None:
        """The row of a submission, or None when it is not listed."""
        place = self._places.get(submission_id)
        return None if place is None else place - bisect_left(self._gone, place)

    def id_at(self, place: int) -> SubmissionId | None:
        """The submission of a row, or None beyond the ends."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def nearest_undecided(self, place: int, *, by: int) -> SubmissionId | None:
        """The first undecided submission after (1) or before (-1) a row, or None."""
        verdicts = self._filter.verdicts
        if verdicts and Verdict.UNDECIDED not in verdicts:
            return None
        at = place
        for _ in range(_PAGE):
            at += by
            row = self.row_at(at)
            if row is None:
                return None
            if row.verdict is Verdict.UNDECIDED:
                return row.id
        # Further away: a list of 100,000 is not walked line by line.
        undecided = self._session.ids(replace(self._filter, verdicts=frozenset({Verdict.UNDECIDED})))
        places = [found for one in undecided if (found := self.place_of(one)) is not None]
        beyond = [found for found in places if (found - at) * by > 0]
        if not beyond:
            return None
        return self.id_at(min(beyond) if by > 0 else max(beyond))

    def row_at(self, place: int) -> SubmissionRow | None:
        """What the line of a row shows; reads a page around it when it is not known yet."""
        submission_id = self.id_at(place)
        if submission_id is None:
            return None
        if submission_id not in self._rows:
            first = max(0, place - _PAGE // 4)
            if len(self._rows) > 40 * _PAGE:
                self._rows.clear()
            self._rows.update(self._session.rows(self._ids[first : first + _PAGE]))
        return self._rows.get(submission_id)

    def forget(self, changes: Changes) -> None:
        """Reads the lines of changed submissions again when they are next looked at."""
        self._forget(changes.submissions)
        if changes.politicians:
            self._rows.clear()
            self._tell_all()

    def _forget(self, ids: Iterable[SubmissionId]) -> None:
        for submission_id in ids:
            self._rows.pop(submission_id, None)
            place = self.place_of(submission_id)
            if place is not None:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _tell_all(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def _take(self, ids: tuple[SubmissionId, ...]) -> None:
        self._ids = ids
        self._places = {submission_id: place for place, submission_id in enumerate(ids)}
        self._gone = []

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

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
