"""Picks the politician that a submission really shows, by typing a few letters."""

from collections.abc import Callable, Mapping, Sequence
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
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.engine.records import Match, Politician, PoliticianId, Word
from curator.engine.said import said
from curator.engine.text import name_key
from curator.engine.wording import DISTANCE_WORDS
from curator.ui.language import tr, tr_stored
from curator.ui.pickers.popup import LIST_FRAME, LineDelegate, LineList, Popup, draw_cut
from curator.ui.theme import GRID, Role, font_of, sized, tokens_of
from curator.ui.widgets import text_label

ROW_HEIGHT = 40
"""In logical pixels at 100 %."""
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
    politicians: Sequence[Politician],
    *,
    matches: Sequence[Match],
    claimed_id: PoliticianId | None,
    word_of: Callable[[Match], Word] | None = None,
) -> tuple[Choice, ...]:
    """Everyone who can be claimed instead, nearest first, then by name.

    Args:
        politicians: the index.
        matches: of the face, nearest first.
        claimed_id: who is claimed now and therefore not offered; None offers no "nobody" either.
        word_of: the word beside a distance, where the desk says another one than the match itself.
    """
    say = word_of or _own_word
    near: Mapping[PoliticianId, Match] = {match.politician_id: match for match in matches}
    far = float("inf")

    def order(one: Politician) -> tuple[float, str]:
        return (near[one.id].distance if one.id in near else far), name_key(one.full_name)

    found = [
        Choice(
            one.id,
            one.full_name,
            " · ".join(tr_stored(part) for part in (one.role, one.country) if part),
            f"{near[one.id].distance:.2f} {tr(DISTANCE_WORDS[say(near[one.id])])}" if one.id in near else "",
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


def _own_word(match: Match) -> Word:
    return match.word


def fits(choice: Choice, typed: str) -> bool:
    """Whether each typed word begins a word of the name, the country or the role."""
    words = choice.key.split()
    return all(any(word.startswith(part) for word in words) for part in name_key(typed).split())


class PoliticianPicker(Popup):
    """A field over a list, in a small window of its own; Escape closes it.

    Attributes:
        chosen: a PoliticianId, or None for "nothing is claimed".
    """

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Choice, ...] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name, country or role"))
        self.field.setAccessibleName(tr("Who is it?"))
        self.field.setFont(font_of(Role.BODY))
        self._model = _ChoiceModel(self)
        self.list = LineList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
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
        self.open_at(corner, area=area)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def offered(self) -> tuple[Choice, ...]:
        """The choices that fit what is typed."""
        return self._model.choices

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the keys that move and choose on to the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self.list.step(_MOVES[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if key is Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, typed: str) -> None:
        self._model.show([choice for choice in self._all if fits(choice, typed)])
        rows = self._model.rowCount()
        self.list.setVisible(rows > 0)
        self._none.setVisible(rows == 0)
        self.list.setFixedHeight(sized(ROW_HEIGHT) * min(MOST_ROWS, max(1, len(self._all))) + LIST_FRAME)
        if rows:
            self.list.setCurrentIndex(self._model.index(0))

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

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (choice.name, choice.detail, choice.distance) if part)
        return choice if role == Qt.ItemDataRole.UserRole else None


class _ChoiceDelegate(LineDelegate):
    """Two lines: the name with the distance at the end, role and country below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, sized(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        place = QRect(option.rect)
        tokens = tokens_of(option.widget)
        painter.save()
        self.paint_ground(painter, option, inset=8)
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
            draw_cut(painter, second, choice.detail, role=Role.CAPTION, ink=tokens.dim)
        draw_cut(painter, first, choice.name, role=Role.BODY, ink=tokens.text)
        painter.restore()
