"""A veil over a page that says what letting go of dragged files would do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.ui.politicians.drops import Drop
from curator.ui.theme import GRID, RADIUS, Role, font_of, tokens_of

_SIDE = 12 * GRID


class DropVeil(QWidget):
    """Says over the whole page what letting go would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drop = Drop("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, drop: Drop) -> None:
        """Comes up with those words."""
        self._drop = drop
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.panel)
        ground.setAlphaF(0.88)
        painter.fillRect(self.rect(), ground)
        color = QColor(tokens.accent if self._drop.wanted else tokens.edge)
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(12, 12, -12, -12), RADIUS, RADIUS)
        painter.setFont(font_of(Role.HEADING))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        room = self.rect().adjusted(_SIDE, _SIDE, -_SIDE, -_SIDE)
        # On a plate of their own: what lies below the veil has words too.
        words = painter.boundingRect(room, flags, self._drop.words)
        painter.setPen(QPen(color, 1))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(words.adjusted(-5 * GRID, -3 * GRID, 5 * GRID, 3 * GRID), RADIUS, RADIUS)
        painter.setPen(QColor(tokens.text))
        painter.drawText(room, flags, self._drop.words)
