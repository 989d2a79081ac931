"""The distances of a politician's portraits to each other, as a small square of numbers."""

from enum import IntEnum

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from curator.engine.neighbours import Mutual
from curator.engine.records import PortraitId
from curator.ui.language import tr
from curator.ui.theme import RING, Role, Tone, font_of, sized, tokens_of

MOST = 12
"""Portraits that the square still shows readably; of more the list beside it tells enough."""
_LEAST_CELL, _WIDEST_CELL = 20, 44
_ROW, _FEW = 28, 8
"""The height of rows of at most so many portraits."""
_SHORT_BELOW = 34
"""Narrower cells leave out the zero before the point: in logical pixels at 100 %."""

Index = QModelIndex | QPersistentModelIndex


class CellRole(IntEnum):
    """What a cell can be asked for besides its text."""

    DISTANCE = Qt.ItemDataRole.UserRole
    """Plain distance of two portraits; None on the diagonal."""
    FAR = Qt.ItemDataRole.UserRole + 1
    """Whether the two are further apart than two pictures of one person should be."""


class DistanceModel(QAbstractTableModel):
    """Every portrait against every other one."""

    def __init__(self) -> None:
        super().__init__()
        self._mutual = Mutual((), np.empty((0, 0)))
        self._names: dict[PortraitId, str] = {}
        self._beyond = 0.0

    def set_mutual(self, mutual: Mutual, *, names: dict[PortraitId, str], beyond: float) -> None:
        """Shows other distances.

        Args:
            mutual: between portraits, at most :data:`MOST` of them.
            names: of their files.
            beyond: the distance from which two do not look like one person.
        """
        self.beginResetModel()
        self._mutual, self._names, self._beyond = mutual, names, beyond
        self.endResetModel()

    def shows(self, mutual: Mutual, *, names: dict[PortraitId, str], beyond: float) -> bool:
        """Whether it shows exactly that already."""
        return (
            mutual.portrait_ids == self._mutual.portrait_ids
            and names == self._names
            and beyond == self._beyond
            and np.array_equal(mutual.distances, self._mutual.distances)
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._mutual.portrait_ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return self.rowCount(parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A portrait has no distance to itself that one would look at."""
        if not index.isValid() or index.row() == index.column():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows of an item."""
        if not index.isValid() or index.row() == index.column():
            return None
        distance = float(self._mutual.distances[index.row(), index.column()])
        if role == CellRole.DISTANCE:
            return distance
        if role == CellRole.FAR:
            return distance > self._beyond
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{distance:.2f}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index)
        return None

    def sentence(self, index: Index) -> str:
        """What a person is told about a pair."""
        one, other = (self._mutual.portrait_ids[place] for place in (index.row(), index.column()))
        distance = float(self._mutual.distances[index.row(), index.column()])
        values = {"one": self._names.get(one, ""), "other": self._names.get(other, ""), "distance": distance}
        if distance > self._beyond:
            return tr("{one} and {other}: {distance:.2f}, far apart for one person.", **values)
        return tr("{one} and {other}: {distance:.2f}.", **values)

    def headerData(
        self, section: int, _orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The number of a portrait, as its card shows it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{section + 1}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._names.get(self._mutual.portrait_ids[section], "")
        return None


class DistanceSquare(QTableView):
    """The numbers; far pairs in bold with a frame.

    Attributes:
        pointed: a sentence about the pair under the pointer or the keyboard's cell, or empty.
    """

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = DistanceModel()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Distances between the portraits"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalHeader(_Numbers(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Numbers(Qt.Orientation.Vertical, self))
        self.entered.connect(self._on_pointed)
        self.selectionModel().currentChanged.connect(lambda index, _old: self._on_pointed(index))

    def show_mutual(self, mutual: Mutual, *, names: dict[PortraitId, str], beyond: float) -> None:
        """Shows other distances, as :meth:`DistanceModel.set_mutual` takes them."""
        if not self._model.shows(mutual, names=names, beyond=beyond):
            self._model.set_mutual(mutual, names=names, beyond=beyond)
            self._measure()

    def leaveEvent(self, event: QEvent) -> None:
        """Speak of the keyboard's pair again."""
        super().leaveEvent(event)
        self._on_pointed(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new width: the square fills it as far as numbers are wide."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(sized(200), self.height())

    def _measure(self) -> None:
        count = self._model.rowCount()
        head = sized(_LEAST_CELL)
        frame = 2 * self.frameWidth()
        room = max(0, self.width() - head - frame) // max(1, count)
        side = min(sized(_WIDEST_CELL), max(sized(_LEAST_CELL), room))
        # By their number and not by the width: a height that follows the width, in a column that gets
        # narrower by its scroll bar as it gets higher, would never come to rest.
        height = sized(_ROW if count <= _FEW else _LEAST_CELL)
        for header, length in ((self.horizontalHeader(), side), (self.verticalHeader(), height)):
            header.setMinimumSectionSize(length)
            header.setDefaultSectionSize(length)
        self.horizontalHeader().setFixedHeight(head)
        self.verticalHeader().setFixedWidth(head)
        wanted = head + height * count + frame + 2
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def _on_pointed(self, index: QModelIndex) -> None:
        pair = index.isValid() and index.row() != index.column()
        self.pointed.emit(self._model.sentence(index) if pair else "")


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        tokens = tokens_of(self._view)
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        distance = index.data(CellRole.DISTANCE)
        if not isinstance(distance, float):
            painter.setBrush(QColor(tokens.line))
            painter.drawEllipse(QRectF(cell.center().x() - 2, cell.center().y() - 2, 4, 4))
            painter.restore()
            return
        far = bool(index.data(CellRole.FAR))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        narrow = cell.width() < sized(_SHORT_BELOW)
        # Narrow cells would be a heap of plates: there the numbers alone make the rows.
        ground = tokens.hover if hovered else tokens.panel if narrow else tokens.raised
        painter.setBrush(QColor(ground))
        if far:
            painter.setPen(QPen(tokens.color(Tone.WARN), 1))
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)
        painter.setFont(font_of(Role.SECTION if far else Role.CAPTION))
        painter.setPen(tokens.color(Tone.WARN) if far else QColor(tokens.text))
        words = f"{distance:.2f}"
        shown = words[1:] if narrow and distance < 1 else words
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.restore()


class _Numbers(QHeaderView):
    """The numbers of the portraits."""

    def __init__(self, orientation: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setFont(font_of(Role.CAPTION))
        painter.setPen(QColor(tokens_of(self).dim))
        painter.drawText(QRectF(rect), int(Qt.AlignmentFlag.AlignCenter), f"{section + 1}")
