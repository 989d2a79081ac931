"""The lines of a column at the side: headings, warnings, and words with a number that lead somewhere."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon, paint_icon
from curator.ui.language import figures
from curator.ui.theme import GRID, RADIUS, RING, Role, Tone, font_of, set_role, sized, tokens_of
from curator.ui.widgets import IconMark, set_tip, text_label

_HEIGHT = 28
_HEIGHT_OF_TWO = 44
_SIDE = 8
_MARK = 14
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class LineButton(QAbstractButton):
    """Leads to what its words name; a caret at the end says so.

    A number that leads nowhere is a line without a caret that takes no focus.
    """

    def __init__(
        self,
        words: str,
        *,
        value: str = "",
        below: str = "",
        warning: str = "",
        leads: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a line.

        Args:
            words: at the left.
            value: the number at the right, or empty.
            below: dim words under them, or empty.
            warning: a word at the right of those, with its shape, or empty.
            leads: whether it can be clicked.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._value, self._below, self._warning = value, below, warning
        set_role(self, Role.BODY)
        self.setText(words)
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(part for part in (words, value, below, warning) if part))

    @property
    def value(self) -> str:
        """The number at the right."""
        return self._value

    @property
    def warning(self) -> str:
        """The word of warning, or empty."""
        return self._warning

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        line = QFontMetrics(font_of(Role.BODY)).horizontalAdvance(self.text())
        value = QFontMetrics(font_of(Role.STRONG)).horizontalAdvance(self._value)
        return QSize(line + value + 2 * _SIDE + ICON_SMALL + 4 * GRID, self._height)

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(sized(120), self._height)

    @property
    def _height(self) -> int:
        return sized(_HEIGHT_OF_TWO if self._below or self._warning else _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inner = body.adjusted(_SIDE, 0, -_SIDE, 0)
        caret = QRectF(inner.right() - 12, inner.center().y() - 6, 12, 12)
        if self.isEnabled():
            paint_icon(painter, Icon.NEXT, caret.toAlignedRect().toRectF(), color=QColor(tokens.dim))
        inner.setRight(caret.left() - GRID)
        two = bool(self._below or self._warning)
        upper = inner.adjusted(0, 3, 0, -inner.height() / 2) if two else inner
        left = self._paint_value(painter, upper)
        self._paint_words(painter, upper.adjusted(0, 0, left - upper.right(), 0), self.text(), Role.BODY)
        if two:
            lower = inner.adjusted(0, inner.height() / 2, 0, -3)
            left = self._paint_warning(painter, lower)
            self._paint_words(
                painter, lower.adjusted(0, 0, left - lower.right(), 0), self._below, Role.CAPTION
            )

    def _paint_value(self, painter: QPainter, line: QRectF) -> float:
        font = font_of(Role.STRONG)
        width = QFontMetrics(font).horizontalAdvance(self._value) + 1
        painter.setFont(font)
        painter.setPen(QColor(tokens_of(self).text if self._value != "0" else tokens_of(self).dim))
        painter.drawText(line, int(_FLAGS | Qt.AlignmentFlag.AlignRight), self._value)
        return line.right() - width - 2 * GRID

    def _paint_warning(self, painter: QPainter, line: QRectF) -> float:
        if not self._warning:
            return line.right()
        color = tokens_of(self).color(Tone.WARN)
        font = font_of(Role.CAPTION)
        width = QFontMetrics(font).horizontalAdvance(self._warning) + 1
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(line, int(_FLAGS | Qt.AlignmentFlag.AlignRight), self._warning)
        mark = QRectF(line.right() - width - GRID - _MARK, round(line.center().y() - _MARK / 2), _MARK, _MARK)
        paint_icon(painter, TONE_ICONS[Tone.WARN], mark, color=color)
        return mark.left() - 2 * GRID

    def _paint_words(self, painter: QPainter, line: QRectF, words: str, role: Role) -> None:
        tokens = tokens_of(self)
        font = font_of(role)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if role is Role.BODY else tokens.dim))
        plain = " ".join(words.split())
        shown = QFontMetrics(font).elidedText(plain, Qt.TextElideMode.ElideRight, int(line.width()))
        if role is Role.BODY:
            # Only what is cut needs to be said again.
            set_tip(self, plain if shown != plain else "")
        painter.drawText(line, int(_FLAGS), shown)


def number_line(words: str, number: int | None, *, leads: bool) -> LineButton:
    """A line with a number that leads somewhere when there is something to be seen there.

    Args:
        words: what is counted.
        number: how many; None until that is known.
        leads: whether the person can be shown what is counted.
    """
    value = "" if number is None else figures(number)
    return LineButton(words, value=value, leads=leads and bool(number))


def warning_line(words: str) -> QWidget:
    """A warning that is broken into lines where there is little room, with its shape before it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, GRID)
    row.setSpacing(2 * GRID)
    mark = IconMark(TONE_ICONS[Tone.WARN], tone=Tone.WARN, first_line=True)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(words, role=Role.CAPTION, tone=Tone.WARN, wrap=True), 1)
    return line


def elided_heading(words: str) -> QLabel:
    """The small heading over a group, cut where there is too little room; read aloud as written."""
    # Capitals before and not by the font: what is cut is measured as it is written.
    label = text_label(words.upper(), role=Role.SECTION, elide=Qt.TextElideMode.ElideRight)
    label.setAccessibleName(words)
    # As written here too, where the tool tip has the capitals.
    label.setAccessibleDescription(words)
    return label
