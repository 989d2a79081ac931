"""A large button with an icon, a title and a sentence."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from curator.ui.assets import Icon, paint_icon
from curator.ui.theme import GRID, RADIUS, RING, Role, font_of, size_with_text, sized, tokens_of

ICON = 28
CORNER = RADIUS + 2
SIDE = 4 * GRID
HEIGHT, WIDE_HEIGHT = 136, 72
"""In logical pixels at 100 %."""


class ChoiceButton(QPushButton):
    """One of a few ways to begin.

    Wide ones have the icon beside the words, others above them. Unlike the buttons of the desk
    it takes the focus by a click too: no keys wait elsewhere on its page.
    """

    def __init__(
        self,
        image: Icon,
        title: str,
        sentence: str,
        *,
        wide: bool = False,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            image: the icon.
            title: in a few words.
            sentence: what comes of it; cut in the middle when it is wide and too long.
            wide: icon beside the words.
            primary: the one that most people want.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._image = image
        self._title = title
        self._sentence = sentence
        self._wide = wide
        self._primary = primary
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        size_with_text(self, height=WIDE_HEIGHT if wide else HEIGHT)

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(sized(320 if self._wide else 208), self.height())

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(sized(160), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does; outside of dialogs a button knows the space bar only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = tokens.accent if self._primary or self.underMouse() else tokens.line
        painter.setPen(QPen(QColor(edge), 1))
        fill = tokens.line if self.isDown() else tokens.hover if self.underMouse() else tokens.raised
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(body, CORNER, CORNER)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        inner = QRectF(self.rect()).adjusted(SIDE, SIDE, -SIDE, -SIDE)
        if self._wide:
            mark = QRectF(inner.left(), round(inner.center().y() - ICON / 2), ICON, ICON)
            words = QRectF(
                mark.right() + SIDE, inner.top(), inner.right() - mark.right() - SIDE, inner.height()
            )
        else:
            mark = QRectF(inner.left(), inner.top(), ICON, ICON)
            words = inner.adjusted(0, ICON + 2 * GRID, 0, 0)
        paint_icon(painter, self._image, mark, color=QColor(tokens.accent))
        self._paint_words(painter, words)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        tokens = tokens_of(self)
        title = QRectF(area.left(), area.top(), area.width(), sized(20))
        painter.setFont(font_of(Role.STRONG))
        painter.setPen(QColor(tokens.text))
        painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), self._title)
        below = QRectF(area.left(), title.bottom(), area.width(), area.bottom() - title.bottom())
        font = font_of(Role.BODY)
        painter.setFont(font)
        painter.setPen(QColor(tokens.dim))
        if self._wide:
            shown = QFontMetrics(font).elidedText(
                self._sentence, Qt.TextElideMode.ElideMiddle, int(below.width())
            )
            painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        else:
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self._sentence)
