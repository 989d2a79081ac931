"""The coverage board: a column for each country, a row for each office, gaps marked."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from curator.engine.countries import COUNTRIES
from curator.engine.records import Role as Office_
from curator.ui.politicians.coverage import ROLES, Cover, Coverage, Office, cover
from curator.ui.theme import GRID, RADIUS, RING, Role, Tone, font_of, tokens_of
from curator.ui.widgets import text_label

CELL_HEIGHT = 24
HEADER_HEIGHT = 20
ROLE_WIDTH = 128
_MARK = 8
_WIDEST_CELL = 56
_INDENT = 6
"""Of the offices' names, so that they keep clear of the focus ring."""

SHORT_ROLES = {
    Office_.PRIME_MINISTER: "Prime Minister",
    Office_.INTERIOR_MINISTER: "Interior",
    Office_.DEFENSE_MINISTER: "Defense",
    Office_.JUSTICE_MINISTER: "Justice",
    Office_.AIACT_REPRESENTATIVE: "AI Act",
}

Index = QModelIndex | QPersistentModelIndex


class BoardRole(IntEnum):
    """What a cell can be asked for besides its text."""

    OFFICE = Qt.ItemDataRole.UserRole
    """The ``Office``."""


class BoardModel(QAbstractTableModel):
    """Offices as a table."""

    def __init__(self) -> None:
        super().__init__()
        self._coverage = cover(())

    def set_coverage(self, coverage: Coverage) -> None:
        """Shows other numbers; the shape of the board never changes."""
        self._coverage = coverage
        self.dataChanged.emit(self.index(0, 0), self.index(len(ROLES) - 1, len(COUNTRIES) - 1))

    def office_at(self, row: int, column: int) -> Office:
        """The office of a cell."""
        return self._coverage.offices[row][column]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(ROLES)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COUNTRIES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows of an item."""
        if not index.isValid():
            return None
        office = self.office_at(index.row(), index.column())
        if role == BoardRole.OFFICE:
            return office
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.StatusTipRole,
        ):
            return office.sentence
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a view shows in a header."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            country = COUNTRIES[section]
            return country.code if role == Qt.ItemDataRole.DisplayRole else country.name
        office = ROLES[section]
        return SHORT_ROLES[office] if role == Qt.ItemDataRole.DisplayRole else office.value


class CoverageBoard(QTableView):
    """The board; arrows move over it, Enter or a click chooses an office.

    Attributes:
        chosen: the ``Office`` that was clicked or entered.
        pointed: the ``Office`` under the pointer or the keyboard's cell, or None.
    """

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = BoardModel()
        self.setModel(self._model)
        self.setItemDelegate(BoardDelegate(self))
        self.setAccessibleName("Coverage of the offices")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = _Codes(self), _Offices(self)
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        self.setFixedHeight(HEADER_HEIGHT + CELL_HEIGHT * len(ROLES) + 2 * self.frameWidth() + 4)
        self.setMaximumWidth(ROLE_WIDTH + _WIDEST_CELL * len(COUNTRIES) + 4)
        self.clicked.connect(self._choose)
        self.entered.connect(lambda index: self.pointed.emit(index.data(BoardRole.OFFICE)))
        self.selectionModel().currentChanged.connect(
            lambda index, _old: self.pointed.emit(index.data(BoardRole.OFFICE))
        )

    def show_coverage(self, coverage: Coverage) -> None:
        """Shows how the offices are covered now."""
        self._model.set_coverage(coverage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar choose an office."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: cells hold no words that one would type."""

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(ROLE_WIDTH + 24 * len(COUNTRIES), self.height())

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.office_at(index.row(), index.column()))


class BoardDelegate(QStyledItemDelegate):
    """Paints a cell: a disc with the number of portraits, a diamond, or a ring; ``×2`` for two people."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        office = index.data(BoardRole.OFFICE)
        if not isinstance(office, Office):
            return
        tokens = tokens_of(self._view)
        state: QStyle.StateFlag = option.state
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hover if state & QStyle.StateFlag.State_MouseOver else tokens.raised))
        if office.cover is Cover.GAP and not state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.bg))
        painter.drawRoundedRect(cell, RADIUS - 2, RADIUS - 2)
        self._paint_mark(painter, cell, office)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)
        painter.restore()

    def _paint_mark(self, painter: QPainter, cell: QRectF, office: Office) -> None:
        tokens = tokens_of(self._view)
        several = len(office.holders) > 1
        # Portraits of two people in one number would look like one person's.
        count = f"×{len(office.holders)}" if several else f"{sum(one.accepted for one in office.holders)}"
        wide = office.cover is Cover.COVERED or several
        left = round(cell.center().x() - (_MARK + GRID + 7) / 2) if wide else cell.center().x() - _MARK / 2
        mark = QRectF(left, cell.center().y() - _MARK / 2, _MARK, _MARK)
        paint_cover(painter, mark, office.cover)
        if wide:
            painter.setFont(font_of(Role.CAPTION))
            painter.setPen(QColor(tokens.text))
            words = QRectF(mark.right() + GRID, cell.top(), cell.right() - mark.right(), cell.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), count)


def paint_cover(painter: QPainter, mark: QRectF, how: Cover) -> None:
    """The shape of a cover: disc, diamond or ring; told apart without colours."""
    tokens = tokens_of()
    painter.setPen(Qt.PenStyle.NoPen)
    if how is Cover.COVERED:
        painter.setBrush(tokens.color(Tone.OK))
        painter.drawEllipse(mark)
    elif how is Cover.NO_PORTRAIT:
        painter.setBrush(tokens.color(Tone.WARN))
        centre, reach = mark.center(), mark.width() / 2 + 1
        painter.drawPolygon(
            [
                centre + QPointF(0, -reach),
                centre + QPointF(reach, 0),
                centre + QPointF(0, reach),
                centre + QPointF(-reach, 0),
            ]
        )
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.edge), 1.5))
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1))


class _Codes(QHeaderView):
    """The countries' codes, in the middle of their columns."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(20)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        _paint_header(painter, QRectF(rect), self.model().headerData(section, self.orientation()), self)  # type: ignore[call-overload]


class _Offices(QHeaderView):
    """The offices' short names, before their rows."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(CELL_HEIGHT)
        self.setMinimumSectionSize(CELL_HEIGHT)
        self.setFixedWidth(ROLE_WIDTH)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        _paint_header(painter, QRectF(rect), self.model().headerData(section, self.orientation()), self)  # type: ignore[call-overload]


def _paint_header(painter: QPainter, rect: QRectF, text: object, header: QHeaderView) -> None:
    across = header.orientation() is Qt.Orientation.Horizontal
    side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font_of(Role.CAPTION))
    painter.setPen(QColor(tokens_of(header).dim))
    if not across:
        rect = rect.adjusted(_INDENT, 0, 0, 0)
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), str(text))


class Legend(QWidget):
    """What the shapes on the board mean."""

    _ITEMS = (
        (Cover.COVERED, "portraits"),
        (Cover.NO_PORTRAIT, "named, no portrait"),
        (Cover.GAP, "nobody named"),
    )

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, (how, words) in enumerate(self._ITEMS):
            if place:
                row.addSpacing(2 * GRID)
            row.addWidget(_Mark(how))
            row.addWidget(text_label(words, role=Role.CAPTION))


class _Mark(QWidget):
    def __init__(self, how: Cover) -> None:
        super().__init__()
        self._how = how
        self.setFixedSize(12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cover(painter, self.rect().toRectF().adjusted(2, 2, -2, -2), self._how)
