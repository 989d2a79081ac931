"""Marks of what narrows the list, each of which can be taken off."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.assets import Icon, paint_icon
from curator.ui.language import tr
from curator.ui.queue.facet_words import ActiveFilter
from curator.ui.theme import GRID, RING, Role, set_role, sized, tokens_of
from curator.ui.widgets import FlowRow, set_tip

_HEIGHT = 24
_SIDE = 10
_CROSS = 12
_WIDEST = 232
"""In logical pixels at 100 %; longer words are cut."""


class FilterMark(QPushButton):
    """A filter that is on; pressing it takes it off, and so do Delete and Backspace."""

    def __init__(self, words: str, *, image: Icon | None = Icon.CLOSE) -> None:
        """Makes a mark.

        Args:
            words: what it lets through.
            image: stands at its end; None for a plain button in the same row.
        """
        super().__init__()
        self._words = words
        self._image = image
        set_role(self, Role.CAPTION)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(words.replace("&", "&&"))
        taken_off = words if image is None else tr("Take off the filter {words}", words=words)
        self.setAccessibleName(taken_off)
        set_tip(self, taken_off)

    @property
    def words(self) -> str:
        """What the filter lets through."""
        return self._words

    def sizeHint(self) -> QSize:
        """The size that shows everything, up to the width of the queue."""
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 * _SIDE + 2
        width += 0 if self._image is None else _CROSS + GRID
        return QSize(min(width, sized(_WIDEST)), sized(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._image is not None:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        plain = self._image is None
        painter.setBrush(
            QColor(tokens.hover if self.underMouse() else tokens.panel if plain else tokens.raised)
        )
        painter.setPen(QPen(QColor(tokens.panel if plain else tokens.accent), 1))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            inner = body.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        ink = QColor(tokens.accent if plain else tokens.text)
        area = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        if self._image is not None:
            place = QRectF(area.right() - _CROSS + 2, (self.height() - _CROSS) / 2, _CROSS, _CROSS)
            paint_icon(painter, self._image, place, color=QColor(tokens.dim))
            area.setRight(place.left() - GRID)
        painter.setFont(self.font())
        painter.setPen(ink)
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideMiddle, int(area.width()) + 1
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class ActiveFilters(QWidget):
    """A strip of marks with one to take off all; takes no room while nothing narrows the list.

    Attributes:
        wanted: the ``SubmissionFilter`` without what was taken off.
        clear_wanted: all of it shall go.
    """

    wanted = Signal(object)
    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ActiveFilter, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row: FlowRow | None = None
        self.setAccessibleName(tr("Filters that are on"))
        self.hide()

    def show_filters(self, active: Sequence[ActiveFilter], *, may_clear: bool) -> None:
        """Shows other marks.

        Args:
            active: what narrows the list.
            may_clear: offers to take all off, the chips and the search included.
        """
        if tuple(active) == self._shown and self._row is not None:
            return
        focused = self._focused()
        self._shown = tuple(active)
        if self._row is not None:
            self._column.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._row = FlowRow()
        marks = []
        for one in active:
            mark = FilterMark(one.words)
            mark.clicked.connect(lambda _on=False, without=one.without: self.wanted.emit(without))
            self._row.add(mark)
            marks.append(mark)
        if active and may_clear:
            clear = FilterMark(tr("Clear all"), image=None)
            clear.clicked.connect(self.clear_wanted)
            self._row.add(clear)
            marks.append(clear)
        self._column.addWidget(self._row)
        self.setVisible(bool(active))
        # Else it is shown one turn of the event loop later, and cannot have the keyboard before.
        self._row.show()
        if focused is not None and marks:
            marks[min(focused, len(marks) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> int | None:
        marks = self.findChildren(FilterMark)
        return next((place for place, one in enumerate(marks) if one.hasFocus()), None)
