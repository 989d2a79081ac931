"""A veil over a page that says what letting go of dragged files would do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.ui.politicians.drops import Drop
from curator.ui.theme import RADIUS, Role, font_of, tokens_of


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
        painter.setPen(QColor(tokens.text))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._drop.words)
