"""A small window with a list of painted lines in it: what the pickers have in common."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.ui.theme import RADIUS, Role, font_of, tokens_of

LIST_FRAME = 4
"""Pixels that the frame of a list takes of its height: two on either side, see the style sheet."""


class Popup(QFrame):
    """Opens beside something and stays on its screen."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)

    def open_at(self, corner: QPoint, *, area: QRect) -> None:
        """Opens with its upper left corner there, or as near to that as the screen lets it.

        Args:
            corner: in pixels of the screen.
            area: of the screen.
        """
        left = max(area.left(), min(corner.x(), area.right() - self.width()))
        top = max(area.top(), min(corner.y(), area.bottom() - self.height()))
        self.move(left, top)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setPen(QColor(tokens.edge))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class LineList(QListView):
    """Lines that a delegate paints; the one under the pointer stands out."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def step(self, by: int) -> None:
        """Goes so many lines down, or up; not beyond the first and the last."""
        model = self.model()
        row = min(max(self.currentIndex().row() + by, 0), model.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(model.index(row, 0))


class LineDelegate(QStyledItemDelegate):
    """Paints what all lines have: the ground of the chosen one, and of the one under the pointer."""

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, inset: int) -> None:
        """Paints it; the bar before the chosen line ends so many pixels from its top and bottom."""
        place, state, tokens = QRect(option.rect), option.state, tokens_of(option.widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            painter.setBrush(QColor(tokens.accent))
            bar = QRect(place.left(), place.top() + inset, 3, place.height() - 2 * inset)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(place, RADIUS, RADIUS)


def draw_cut(painter: QPainter, place: QRect, text: str, *, role: Role, ink: str) -> None:
    """One line of plain text, cut where there is no more room."""
    painter.setFont(font_of(role))
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, shown)
