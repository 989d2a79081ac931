"""Picks the politician that a submission really shows, by typing a few letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.engine.records import Match, Politician, PoliticianId
from curator.engine.said import said
from curator.engine.text import name_key
from curator.engine.wording import DISTANCE_WORDS
from curator.ui.language import tr, tr_stored
from curator.ui.theme import GRID, RADIUS, Role, font_of, tokens_of
from curator.ui.widgets import text_label

ROW_HEIGHT = 40
MOST_ROWS = 7
NOBODY = said("Nobody: nothing is claimed")
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list.

    Attributes:
        politician_id: who; None takes the claim away.
        name: as shown.
        detail: role and country.
        distance: how near the face is and the word for it; empty when far down or unknown.
        key: what typed words are looked up in.
    """

    politician_id: PoliticianId | None
    name: str
    detail: str = ""
    distance: str = ""
    key: str = ""


def choices(
    politicians: Sequence[Politician], *, matches: Sequence[Match], claimed_id: PoliticianId | None
) -> tuple[Choice, ...]:
    """Everyone who can be claimed instead, nearest first, then by name.

    Args:
        politicians: the index.
        matches: of the face, nearest first.
        claimed_id: who is claimed now and therefore not offered; None offers no "nobody" either.
    """
    near: Mapping[PoliticianId, Match] = {match.politician_id: match for match in matches}
    far = float("inf")

    def order(one: Politician) -> tuple[float, str]:
        return (near[one.id].distance if one.id in near else far), name_key(one.full_name)

    found = [
        Choice(
            one.id,
            one.full_name,
            " · ".join(tr_stored(part) for part in (one.role, one.country) if part),
            f"{near[one.id].distance:.2f} {tr(DISTANCE_WORDS[near[one.id].word])}" if one.id in near else "",
            # In English too: that is how the index is written.
            name_key(
                f"{one.full_name} {one.country} {one.role} {tr_stored(one.country)} {tr_stored(one.role)}"
            ),
        )
        for one in sorted(politicians, key=order)
        if one.id != claimed_id
    ]
    if claimed_id is not None:
        found.append(Choice(None, tr(NOBODY), key=name_key(tr(NOBODY))))
    return tuple(found)


def fits(choice: Choice, typed: str) -> bool:
    """Whether each typed word begins a word of the name, the country or the role."""
    words = choice.key.split()
    return all(any(word.startswith(part) for word in words) for part in name_key(typed).split())


class PoliticianPicker(QFrame):
    """A field over a list, in a small window of its own; Escape closes it.

    Attributes:
        chosen: a PoliticianId, or None for "nothing is claimed".
    """

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._all: tuple[Choice, ...] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name, country or role"))
        self.field.setAccessibleName(tr("Who is it?"))
        self.field.setFont(font_of(Role.BODY))
        self._model = _ChoiceModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The field keeps the focus: letters always type, the arrows are handed on to the list.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Politicians"))
        self._none = text_label(tr("Nobody of that name is in the index."), role=Role.DIM, wrap=True)
        self._none.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._none)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self._choose)
        self.setAccessibleName(tr("Correct the claim"))

    def open_under(self, anchor: QWidget, *, offered: Sequence[Choice]) -> None:
        """Open below a widget, as wide as it, with the field empty and the first choice current."""
        self._all = tuple(offered)
        self.field.clear()
        self._on_typed("")
        self.setFixedWidth(max(320, anchor.width()))
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + GRID))
        area = anchor.screen().availableGeometry()
        corner.setX(max(area.left(), min(corner.x(), area.right() - self.width())))
        corner.setY(max(area.top(), min(corner.y(), area.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def offered(self) -> tuple[Choice, ...]:
        """The choices that fit what is typed."""
        return self._model.choices

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the keys that move and choose on to the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if key is Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setPen(QColor(tokens.edge))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _on_typed(self, typed: str) -> None:
        self._model.show([choice for choice in self._all if fits(choice, typed)])
        rows = self._model.rowCount()
        self.list.setVisible(rows > 0)
        self._none.setVisible(rows == 0)
        # Four more: the list's frame is two pixels on either side, see the style sheet.
        self.list.setFixedHeight(ROW_HEIGHT * min(MOST_ROWS, max(1, len(self._all))) + 4)
        if rows:
            self.list.setCurrentIndex(self._model.index(0))

    def _move(self, by: int) -> None:
        last = self._model.rowCount() - 1
        row = min(max(self.list.currentIndex().row() + by, 0), last)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            choice = self._model.choices[index.row()]
            self.close()
            self.chosen.emit(choice.politician_id)


_MOVES: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
}


class _ChoiceModel(QAbstractListModel):
    """The choices that fit, as rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (choice.name, choice.detail, choice.distance) if part)
        return choice if role == Qt.ItemDataRole.UserRole else None


class _ChoiceDelegate(QStyledItemDelegate):
    """Two lines: the name with the distance at the end, role and country below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        view: Any = option.widget
        place = QRect(option.rect)
        state = option.state
        tokens = tokens_of(view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRect(place.left(), place.top() + 8, 3, place.height() - 16), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        inner = place.adjusted(3 * GRID, GRID, -2 * GRID, -GRID)
        two_lines = bool(choice.detail)
        line = inner.height() // 2 if two_lines else inner.height()
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        painter.setFont(font_of(Role.CAPTION))
        painter.setPen(QColor(tokens.dim))
        if choice.distance:
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(first, flags, choice.distance)
            first.setRight(
                first.right() - painter.fontMetrics().horizontalAdvance(choice.distance) - 2 * GRID
            )
        if two_lines:
            second = QRect(inner.left(), inner.top() + line, inner.width(), line)
            _draw(painter, second, choice.detail)
        painter.setFont(font_of(Role.BODY))
        painter.setPen(QColor(tokens.text))
        _draw(painter, first, choice.name)
        painter.restore()


def _draw(painter: QPainter, place: QRect, text: str) -> None:
    """One line of plain text, cut where there is no more room."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, shown)
