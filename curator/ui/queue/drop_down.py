"""A button that opens a menu and says in words what was chosen there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from curator.ui.assets import Icon, paint_icon
from curator.ui.theme import GRID, RADIUS, RING, Role, set_role, sized, tokens_of
from curator.ui.widgets import set_tip

SIDE = 8
"""Before the words, in logical pixels."""
_CARET = 10
_HEIGHT = 28


class DropDown(QToolButton):
    """Painted by hand, so that its words stand where a column begins and its ring is whole."""

    def __init__(self, name: str, *, menu: QMenu, role: Role, least: int = 60) -> None:
        """Makes a button.

        Args:
            name: what is chosen with it, for screen readers; what was chosen is added.
            menu: of what there is to choose.
            role: of the words.
            least: they are not cut to less than so many logical pixels at 100 %.
        """
        super().__init__()
        self._least = least
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMenu(menu)
        self.setAccessibleName(name)
        set_role(self, role)

    def show_choice(self, words: str) -> None:
        """Says what was chosen."""
        self.setText(words)
        self.setAccessibleDescription(words)
        self._update_tip()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        self._update_tip()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(words + 2 * SIDE + GRID + _CARET, sized(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(min(self.sizeHint().width(), sized(self._least)), sized(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        # The style sheet makes the button's own palette see-through, which tells no scheme.
        tokens = tokens_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        place = QRectF(SIDE, 0, self._room() + 1, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._shown())
        caret = QRectF(self.width() - SIDE - _CARET, (self.height() - _CARET) / 2 + 1, _CARET, _CARET)
        paint_icon(painter, Icon.DOWN, caret, color=QColor(tokens.dim))

    def _room(self) -> int:
        return self.width() - 2 * SIDE - GRID - _CARET

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room())

    def _update_tip(self) -> None:
        set_tip(self, self.text() if self._shown() != self.text() else "")
