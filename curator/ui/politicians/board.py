"""The coverage board: a row for each country, a column for each office, gaps marked."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from curator.engine.said import said
from curator.ui.language import tr
from curator.ui.politicians.board_delegate import (
    LEAST_COLUMN,
    BoardDelegate,
    paint_country,
    paint_cover,
    paint_role,
)
from curator.ui.politicians.board_model import BoardModel, BoardRole
from curator.ui.politicians.coverage import CountryRow, Cover, Coverage, Office
from curator.ui.politicians.tallies import short_words_told
from curator.ui.theme import GRID, Role, sized
from curator.ui.widgets import FlowRow, text_label

ROW_HEIGHT = 44
HEADER_HEIGHT = 58
COUNTRY_WIDTH = 124
"""In logical pixels at 100 %, as all sizes here that have to hold text."""


class CoverageBoard(QTableView):
    """The board: arrows move over it, a click selects, Enter and a double click act.

    Attributes:
        entered_office: the ``Office`` on which Enter was pressed, or that was clicked twice.
        opened: the ``Office`` on which Shift and Enter were pressed.
        selected: the ``Office`` that is selected now.
        pointed: the ``Office`` under the pointer, or the selected one, or None.
    """

    entered_office = Signal(object)
    opened = Signal(object)
    selected = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = BoardModel()
        self.setModel(self._model)
        self.setItemDelegate(BoardDelegate(self))
        self.setAccessibleName(tr("Coverage of the offices"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(_Roles(self))
        self.setVerticalHeader(_Countries(self))
        self._measure()
        self.doubleClicked.connect(lambda index: self.entered_office.emit(self._office(index)))
        self.entered.connect(lambda index: self.pointed.emit(self._office(index)))
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def current_office(self) -> Office | None:
        """The office that is selected, as it stands now."""
        index = self.currentIndex()
        return self._office(index) if index.isValid() else None

    def show_coverage(self, coverage: Coverage) -> None:
        """Shows how the offices are covered now; what is selected stays so."""
        self._model.set_coverage(coverage)

    def set_gaps_first(self, gaps_first: bool) -> None:
        """Sorts the countries; the selected office is brought into sight again."""
        self._model.set_gaps_first(gaps_first)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts on the selected office."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            office = self.current_office
            if office is not None:
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                (self.opened if shifted else self.entered_office).emit(office)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A letter goes to the next country that begins with it."""
        count = self._model.rowCount()
        current = self.currentIndex()
        start = current.row() if current.isValid() else -1
        for step in range(1, count + 1):
            row = (start + step) % count
            name = self._model.headerData(row, Qt.Orientation.Vertical)
            if str(name).casefold().startswith(search.casefold()):
                self.setCurrentIndex(self._model.index(row, max(0, current.column())))
                return

    def leaveEvent(self, event: QEvent) -> None:
        """Speak of the selected office again."""
        super().leaveEvent(event)
        self.pointed.emit(self.current_office)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(sized(COUNTRY_WIDTH + 2 * LEAST_COLUMN), sized(HEADER_HEIGHT + 3 * ROW_HEIGHT))

    def _measure(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        if isinstance(across, _Roles) and isinstance(down, _Countries):
            across.setMinimumSectionSize(sized(LEAST_COLUMN))
            across.setFixedHeight(sized(HEADER_HEIGHT))
            down.setMinimumSectionSize(sized(ROW_HEIGHT))
            down.setDefaultSectionSize(sized(ROW_HEIGHT))
            down.setFixedWidth(sized(COUNTRY_WIDTH))

    def _office(self, index: QModelIndex) -> Office:
        return self._model.office_at(index.row(), index.column())

    def _on_current(self, index: QModelIndex, _old: QModelIndex) -> None:
        if index.isValid():
            self.selected.emit(self._office(index))
            self.pointed.emit(self._office(index))


class _Roles(QHeaderView):
    """The offices over their columns, and what each number is."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        name = str(self.model().headerData(section, self.orientation()))
        paint_role(painter, QRectF(rect), name)


class _Countries(QHeaderView):
    """The countries before their rows, with the number of their gaps."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        row = self.model().headerData(section, self.orientation(), BoardRole.ROW)
        if isinstance(row, CountryRow):
            paint_country(painter, QRectF(rect), row)


class Legend(QWidget):
    """What the shapes on the board mean, and the words over its numbers."""

    _ITEMS = (
        (Cover.COVERED, said("with portraits")),
        (Cover.NO_PORTRAIT, said("no portrait")),
        (Cover.WAITING, said("portraits wait")),
        (Cover.GAP, said("nobody named")),
    )

    def __init__(self) -> None:
        super().__init__()
        flow = FlowRow(gap=4 * GRID, between=GRID)
        for how, words in self._ITEMS:
            item = QWidget()
            row = QHBoxLayout(item)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(CoverMark(how))
            row.addWidget(text_label(tr(words), role=Role.CAPTION))
            flow.add(item)
        for told in short_words_told():
            flow.add(text_label(told, role=Role.CAPTION))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)


class CoverMark(QWidget):
    """The shape of a cover."""

    def __init__(self, how: Cover) -> None:
        super().__init__()
        self._how = how
        self.setFixedSize(12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cover(painter, self.rect().toRectF().adjusted(2, 2, -2, -2), self._how)
