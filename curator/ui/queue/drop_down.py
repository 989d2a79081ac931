"""A button that opens a menu and says in words what was chosen there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from curator.ui.assets import Icon, paint_icon
from curator.ui.theme import GRID, RADIUS, RING, Role, set_role, sized, tokens_of

SIDE = 8
"""Before the words, in logical pixels."""
_CARET = 10
_HEIGHT = 28


class DropDown(QToolButton):
    """Painted by hand, so that its words stand where a column begins and its ring is whole."""

    def __init__(self, name: str, *, menu: QMenu, role: Role) -> None:
        """Makes a button.

        Args:
            name: what is chosen with it, for screen readers; what was chosen is added.
            menu: of what there is to choose.
            role: of the words.
        """
        super().__init__()
        self._name = name
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
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(words + 2 * SIDE + GRID + _CARET, sized(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(sized(60), sized(_HEIGHT))

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
        room = self.width() - 2 * SIDE - GRID - _CARET
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(SIDE, 0, room + 1, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        caret = QRectF(self.width() - SIDE - _CARET, (self.height() - _CARET) / 2 + 1, _CARET, _CARET)
        paint_icon(painter, Icon.DOWN, caret, color=QColor(tokens.dim))
