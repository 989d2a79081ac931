"""Asks which of a few things is meant, in a small window of its own: each has a key."""

from collections.abc import Sequence
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
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.ui.keyboard.keys import cap_of, pressed
from curator.ui.language import tr
from curator.ui.pickers.popup import LIST_FRAME, LineDelegate, LineList, Popup, draw_cut
from curator.ui.theme import GRID, Role, font_of, sized, tokens_of
from curator.ui.widgets import text_label
from curator.ui.widgets.buttons import cap_height, cap_width, paint_cap

LEAST_WIDTH, MOST_WIDTH = 320, 560
LONGEST_NOTE = 2000
_LEFT, _RIGHT, _GAP = 3 * GRID, 2 * GRID, 4 * GRID
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list.

    Attributes:
        value: what choosing it means.
        words: as shown.
        key: that chooses it, as ``keys.written`` says it; empty for none.
        detail: a second, dim line, or empty.
    """

    value: object
    words: str
    key: str = ""
    detail: str = ""


class ChoicePicker(Popup):
    """A question over its answers; a key or a click chooses at once, Escape chooses nothing.

    Attributes:
        picked: the value that was chosen, and the note beside it.
    """

    picked = Signal(object, str)

    def __init__(self, *, name: str, with_note: bool = False, parent: QWidget | None = None) -> None:
        """Makes it, closed.

        Args:
            name: what it asks, in a few words, for screen readers.
            with_note: whether a note can be written beside the answer.
            parent: the widget that it belongs to.
        """
        super().__init__(parent)
        self._title = text_label("", role=Role.STRONG, wrap=True)
        self._hint = text_label("", role=Role.DIM, wrap=True)
        self._model = _OfferModel(self)
        self.list = LineList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        # All are seen, unless large text makes them more than the screen holds.
        self.list.setVerticalScrollMode(LineList.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(name)
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Note, if you like (Tab)"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setFont(font_of(Role.BODY))
        if not with_note:
            self.note.hide()
        for label in (self._title, self._hint):
            label.setContentsMargins(GRID, 0, GRID, 0)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 3 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(GRID)
        column.addWidget(self.list)
        column.addWidget(self.note)
        self.list.installEventFilter(self)
        self.note.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.setAccessibleName(name)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be chosen, from the top."""
        return self._model.offers

    @property
    def current(self) -> object:
        """What Enter would choose."""
        index = self.list.currentIndex()
        return self.offers[index.row()].value if index.isValid() else None

    @property
    def words(self) -> tuple[str, str]:
        """What it asks, and what it says of it."""
        return self._title.text(), self._hint.text()

    def ask(
        self, anchor: QWidget, *, title: str, hint: str, offers: Sequence[Offer], current: object = None
    ) -> None:
        """Opens beside a widget: above it where there is room, else below.

        Args:
            anchor: the button, or whatever it is about.
            title: the question.
            hint: what follows from an answer.
            offers: the answers.
            current: the value that Enter chooses unless another is gone to; the first when None.
        """
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.note.clear()
        self._model.show(tuple(offers))
        values = [one.value for one in offers]
        self.list.setCurrentIndex(self._model.index(values.index(current) if current in values else 0))
        area = anchor.screen().availableGeometry()
        self._fit(area.height())
        corner = anchor.mapToGlobal(QPoint(0, -self.height() - GRID))
        if corner.y() < area.top():
            corner = anchor.mapToGlobal(QPoint(0, anchor.height() + GRID))
        self.open_at(corner, area=area)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answers to the keys before list and field do."""
        if event.type() is QEvent.Type.ShortcutOverride:
            # While it is open its keys are its own, not the window's.
            event.accept()
            return watched is self.list
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event, writing=watched is self.note)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, *, writing: bool) -> bool:
        if not self.isVisible():
            # A key that was on its way when the question was taken back answers nothing.
            return True
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(1 if key is Qt.Key.Key_Down else -1)
        elif writing or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        else:
            typed = pressed(event)
            place = next((n for n, one in enumerate(self.offers) if typed and one.key == typed), None)
            if place is not None and not event.isAutoRepeat():
                self._choose(self._model.index(place))
        return True

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            value, note = self.offers[index.row()].value, self.note.text()
            self.close()
            self.picked.emit(value, note)

    def _fit(self, room: int) -> None:
        """As wide as its longest line, and as high as all of them, but no higher than the screen."""
        sides = 4 * GRID + LIST_FRAME
        wide = max((_width_of(one) for one in self.offers), default=0) + sides
        self.setFixedWidth(min(max(sized(LEAST_WIDTH), wide), sized(MOST_WIDTH)))
        rows = sum(_height_of(one) for one in self.offers) + LIST_FRAME
        self.list.setFixedHeight(rows)
        for label in (self._title, self._hint):
            label.setFixedHeight(max(0, label.heightForWidth(self.width() - 4 * GRID)))
        # Not adjustSize, which makes no window higher than two thirds of the screen.
        self._column.activate()
        height = self._column.totalSizeHint().height()
        if height > room:
            self.list.setFixedHeight(max(_height_of(self.offers[0]) + LIST_FRAME, rows - (height - room)))
            self._column.activate()
            height = self._column.totalSizeHint().height()
        self.resize(self.width(), height)


class _OfferModel(QAbstractListModel):
    """The answers as rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: tuple[Offer, ...]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (offer.words, offer.detail) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return tr("Key {key}", key=cap_of(offer.key)) if offer.key else ""
        return offer if role == Qt.ItemDataRole.UserRole else None


class _OfferDelegate(LineDelegate):
    """The words with the key at the end, and the detail below."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        offer = index.data(Qt.ItemDataRole.UserRole)
        return QSize(sized(200), _height_of(offer))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        place = QRect(option.rect)
        tokens = tokens_of(option.widget)
        painter.save()
        self.paint_ground(painter, option, inset=6)
        inner = place.adjusted(_LEFT, 0, -_RIGHT, 0)
        cap = cap_of(offer.key)
        if cap:
            width = cap_width(cap)
            top = inner.center().y() - cap_height() / 2 + 1
            paint_cap(
                painter,
                QRectF(inner.right() - width + 1, top, width, cap_height()),
                cap,
                color=QColor(tokens.dim),
                edge=QColor(tokens.edge),
            )
            inner.setRight(inner.right() - width - _GAP)
        if offer.detail:
            half = inner.height() // 2
            draw_cut(
                painter,
                inner.adjusted(0, half - 1, 0, -GRID),
                offer.detail,
                role=Role.CAPTION,
                ink=tokens.dim,
            )
            inner = inner.adjusted(0, GRID, 0, half - inner.height())
        draw_cut(painter, inner, offer.words, role=Role.BODY, ink=tokens.text)
        painter.restore()


def _height_of(offer: Offer) -> int:
    return sized(46) if offer.detail else sized(30)


def _width_of(offer: Offer) -> int:
    words = QFontMetrics(font_of(Role.BODY)).horizontalAdvance(offer.words)
    detail = QFontMetrics(font_of(Role.CAPTION)).horizontalAdvance(offer.detail)
    cap = cap_width(cap_of(offer.key)) + _GAP if offer.key else 0
    return _LEFT + _RIGHT + max(words, detail) + cap + 2
