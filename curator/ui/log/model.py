"""The log as Qt asks for it: the newest rows first, older ones as they are wanted."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon

from curator.engine.catalogue import SubmissionRow
from curator.engine.records import Decision, DecisionId, SubmissionId
from curator.engine.said import said
from curator.engine.text import name_key
from curator.ui.assets import Icon, icon
from curator.ui.language import tr
from curator.ui.log.wording import look, what
from curator.ui.moments import day_and_time
from curator.ui.session import Session
from curator.ui.theme import Tone, tokens_of

_PAGE = 200
_FIRST_MATCHES = 60
"""Rows that fill a tall window: a search goes on by itself until it has so many."""

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    WHEN = 1
    CURATOR = 2
    PICTURE = 3
    CLAIM = 4
    WHAT = 5


TITLES = {
    Column.NUMBER: "#",
    Column.WHEN: said("When"),
    Column.CURATOR: said("Curator"),
    Column.PICTURE: said("Picture"),
    Column.CLAIM: said("Claim"),
    Column.WHAT: said("What"),
}


class LogRole(IntEnum):
    """What a row can be asked for besides its texts."""

    DECISION = Qt.ItemDataRole.UserRole
    """The ``Decision``."""


class LogModel(QAbstractTableModel):
    """Rows of the log that hold all words of the filter. The log itself never changes, it only grows.

    Attributes:
        scanned: rows were read; a search through a long log takes several rounds.
    """

    scanned = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._words: tuple[str, ...] = ()
        self._rows: list[Decision] = []
        self._pictures: dict[SubmissionId, SubmissionRow] = {}
        self._icons: dict[Icon, QIcon] = {}
        self._newest: DecisionId | None = None
        self._oldest: DecisionId | None = None
        self._at_end = False
        self._wanted = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._scan_on)
        session.closed.connect(self._on_closed)

    @property
    def searching(self) -> bool:
        """Whether older rows are still being looked through."""
        return self._timer.isActive()

    @property
    def complete(self) -> bool:
        """Whether the log was read to its beginning."""
        return self._at_end

    def start(self) -> None:
        """Reads the newest rows, forgetting what was read before."""
        self.beginResetModel()
        self._rows, self._pictures = [], {}
        self._newest = self._oldest = None
        self._at_end = False
        self._timer.stop()
        self._wanted = _FIRST_MATCHES
        self._rows = self._older()
        self.endResetModel()
        self._go_on()

    def stop(self) -> None:
        """Ends a search for now; scrolling goes on with it."""
        self._timer.stop()

    def set_filter(self, text: str) -> None:
        """Lists only rows that hold all these words; accents and case do not matter."""
        words = tuple(name_key(text).split())
        if words != self._words:
            self._words = words
            self.start()

    def grow(self) -> None:
        """Puts what was decided since at the top."""
        fresh: list[Decision] = []
        before: DecisionId | None = None
        while True:
            page = self._session.log(limit=_PAGE, before=before)
            new = [one for one in page if self._newest is None or one.id > self._newest]
            fresh.extend(new)
            if len(new) < len(page) or not page:
                break
            before = page[-1].id
        if not fresh:
            return
        self._newest = fresh[0].id
        if self._oldest is None:
            self._oldest = fresh[-1].id
        matching = self._matching(fresh)
        if matching:
            self.beginInsertRows(QModelIndex(), 0, len(matching) - 1)
            self._rows[:0] = matching
            self.endInsertRows()
        self.scanned.emit()

    def decision_at(self, place: int) -> Decision | None:
        """The row at a place, or None beyond the ends."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def picture_of(self, decision: Decision) -> str:
        """How the picture is called; a picture that was erased has only its digest left."""
        row = self._pictures.get(decision.submission_id)
        return tr("erased ({digest})", digest=decision.digest[:8]) if row is None else row.file_name

    def has_picture(self, decision: Decision) -> bool:
        """Whether the submission is still there to look at."""
        return decision.submission_id in self._pictures

    def claim_of(self, decision: Decision) -> str:
        """Whom the picture claimed to show when it was decided, else now."""
        told = decision.seen.get("claim")
        if told is not None:
            return str(told) or tr("nobody")
        row = self._pictures.get(decision.submission_id)
        return "" if row is None else row.claimed or tr("nobody")

    # ------------------------------------------------------------ reading

    def _on_closed(self) -> None:
        # The table may ask once more before it goes, when there is nothing left to read from.
        self._timer.stop()
        self._at_end = True

    def _older(self) -> list[Decision]:
        """Reads one more page; returns what of it fits the filter."""
        page = self._session.log(limit=_PAGE, before=self._oldest)
        if self._newest is None and page:
            self._newest = page[0].id
        if page:
            self._oldest = page[-1].id
        self._at_end = len(page) < _PAGE
        return self._matching(page)

    def _scan_on(self) -> None:
        """One round of a search: short enough that nothing else waits for it."""
        matching = self._older()
        if matching:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(matching) - 1)
            self._rows.extend(matching)
            self.endInsertRows()
        self._go_on()

    def _go_on(self) -> None:
        if not self._at_end and len(self._rows) < self._wanted:
            self._timer.start()
        self.scanned.emit()

    def _matching(self, decisions: Sequence[Decision]) -> list[Decision]:
        self._read_pictures(decisions)
        if not self._words:
            return list(decisions)
        return [one for one in decisions if self._fits(one)]

    def _fits(self, decision: Decision) -> bool:
        told = (
            f"{decision.curator} {self.picture_of(decision)} {self.claim_of(decision)}"
            f" {what(decision)} {decision.note}"
        )
        key = name_key(told)
        return all(word in key for word in self._words)

    def _read_pictures(self, decisions: Sequence[Decision]) -> None:
        wanted = {one.submission_id for one in decisions} - self._pictures.keys()
        if wanted:
            self._pictures.update(self._session.rows(tuple(wanted)))

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows were read so far and fit."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older rows may be there."""
        return not parent.isValid() and not self._at_end

    def fetchMore(self, parent: Index) -> None:
        """Reads older rows, because the end of the list came into sight."""
        if not parent.isValid() and not self._at_end and not self.searching:
            self._wanted = len(self._rows) + _FIRST_MATCHES
            self._scan_on()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return tr(TITLES[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        decision = self._rows[index.row()]
        column = Column(index.column())
        if role == LogRole.DECISION:
            return decision
        if role == Qt.ItemDataRole.DecorationRole and column is Column.WHAT:
            return self._icon(decision)
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.PICTURE:
            # The colour of links: a click there leads to the picture.
            return QColor(tokens_of().accent) if self.has_picture(decision) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(decision, column)
        return None

    def _icon(self, decision: Decision) -> QIcon:
        tone, image = look(decision)
        if image not in self._icons:
            self._icons[image] = icon(image, tint="dim" if tone is Tone.NEUTRAL else tone.value)
        return self._icons[image]

    def _text(self, decision: Decision, column: Column) -> str:
        match column:
            case Column.NUMBER:
                return f"{decision.id}"
            case Column.WHEN:
                return day_and_time(decision.decided_at)
            case Column.CURATOR:
                return decision.curator
            case Column.PICTURE:
                return self.picture_of(decision)
            case Column.CLAIM:
                return self.claim_of(decision)
            case Column.WHAT:
                return what(decision)
