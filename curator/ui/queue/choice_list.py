"""Lists of choices with a number beside each, in the panel of filters."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from curator.ui.assets import Icon, paint_icon
from curator.ui.language import figures
from curator.ui.theme import GRID, RADIUS, RING, Role, font_of, sized, tokens_of

_ROW = 30
_BOX = 16
_TICK = 12

Index = QModelIndex | QPersistentModelIndex


class ChoiceRole(IntEnum):
    """What a line can be asked for besides its text."""

    CHOICE = Qt.ItemDataRole.UserRole
    """The ``Choice``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line.

    Attributes:
        value: what it stands for.
        words: what it says.
        number: beside it; None while it is not known, or for none.
        ticked: whether it is chosen; None for a line without a box.
    """

    value: Hashable
    words: str
    number: int | None = None
    ticked: bool | None = None


class ChoiceModel(QAbstractListModel):
    """The lines. Numbers and ticks change without the lines moving."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The lines in order."""
        return self._choices

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Shows other lines, or the same with other numbers and ticks."""
        wanted = tuple(choices)
        if wanted == self._choices:
            return
        if [one.value for one in wanted] == [one.value for one in self._choices]:
            self._choices = wanted
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        self.beginResetModel()
        self._choices = wanted
        self.endResetModel()

    def place_of(self, value: Hashable) -> int | None:
        """The line of a value, or None."""
        return next((place for place, one in enumerate(self._choices) if one.value == value), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self._choices[index.row()].ticked is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return choice.words if choice.number is None else f"{choice.words}, {figures(choice.number)}"
            case Qt.ItemDataRole.CheckStateRole if choice.ticked is not None:
                return Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked
            case ChoiceRole.CHOICE:
                return choice
            case _:
                return None


class ChoiceList(QListView):
    """Lines with or without a box.

    Attributes:
        ticked: the value of a line that was pressed: by Space or Enter, and with a box by a click.
        left: the person goes back to what stands at the left of the list.
        right: the person goes on to what stands at the right of it.
    """

    ticked = Signal(object)
    left = Signal()
    right = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = ChoiceModel()
        self.setModel(self._model)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        # The line in focus has a ring of its own: one around the whole list says nothing more.
        self.setProperty("ring", "own")
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The lines in order."""
        return self._model.choices

    @property
    def current(self) -> Hashable | None:
        """The value of the current line."""
        choice = self.currentIndex().data(ChoiceRole.CHOICE)
        return choice.value if isinstance(choice, Choice) else None

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Shows other lines; the current one stays current while it is among them."""
        current = self.current
        self._model.show_choices(choices)
        place = self._model.place_of(current) if current is not None else None
        if place is not None and self.currentIndex().row() != place:
            self.setCurrentIndex(self._model.index(place))

    def choose(self, value: Hashable) -> None:
        """Makes the line of a value the current one."""
        place = self._model.place_of(value)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))

    def begin(self) -> None:
        """Takes the focus, on its first line unless another is current."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self._tick_current,
            Qt.Key.Key_Return: self._tick_current,
            Qt.Key.Key_Enter: self._tick_current,
            Qt.Key.Key_Left: self.left.emit,
            Qt.Key.Key_Right: self.right.emit,
        }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _tick_current(self) -> None:
        if self.current is not None:
            self.ticked.emit(self.current)

    def _on_clicked(self, index: QModelIndex) -> None:
        choice = index.data(ChoiceRole.CHOICE)
        if isinstance(choice, Choice) and choice.ticked is not None:
            self.ticked.emit(choice.value)


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints a box, words and a number at the right, where it keeps its room."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, sized(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(ChoiceRole.CHOICE)
        if not isinstance(choice, Choice):
            return
        tokens = tokens_of(option.widget)
        state: QStyle.StateFlag = option.state
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = choice.ticked is None and bool(state & QStyle.StateFlag.State_Selected)
        if picked or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        # The widget's own focus: an item tells its own only after a key.
        focused = option.widget.hasFocus()
        if focused and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        left = area.left() + 2 * GRID
        if choice.ticked is not None:
            box = QRectF(left, area.center().y() - _BOX / 2, _BOX, _BOX)
            painter.setPen(QPen(QColor(tokens.accent if choice.ticked else tokens.edge), 1))
            painter.setBrush(QColor(tokens.accent if choice.ticked else tokens.raised))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if choice.ticked:
                inset = (_BOX - _TICK) / 2
                place = box.adjusted(inset, inset, -inset, -inset)
                paint_icon(painter, Icon.CHECK, place, color=QColor(tokens.on_accent))
            left = box.right() + 2 * GRID
        right = area.right() - 2 * GRID
        if choice.number is not None:
            font = font_of(Role.CAPTION)
            told = figures(choice.number)
            width = QFontMetrics(font).horizontalAdvance(told) + 1
            painter.setFont(font)
            painter.setPen(QColor(tokens.dim))
            painter.drawText(
                QRectF(right - width, area.top(), width, area.height()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
                told,
            )
            right -= width + 2 * GRID
        font = font_of(Role.STRONG if picked else Role.BODY)
        painter.setFont(font)
        nothing = choice.number == 0 and not choice.ticked
        painter.setPen(QColor(tokens.dim if nothing else tokens.text))
        words = QFontMetrics(font).elidedText(choice.words, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(
            QRectF(left, area.top(), right - left, area.height()), int(Qt.AlignmentFlag.AlignVCenter), words
        )
        painter.restore()
