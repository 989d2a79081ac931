"""Paints text of any script into a rectangle: wrapped into a few lines, the last one cut with an ellipsis."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from curator.ui.contact_sheet.layout import points
from curator.ui.theme import FAMILY


def font(size: float, *, strong: bool = False) -> QFont:
    """A font for the page.

    Args:
        size: in points.
        strong: in the heavier weight.
    """
    made = QFont([FAMILY, QFont().defaultFamily()])
    made.setPixelSize(points(size))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    # Fitted to no screen: letters stand on paper where they were measured.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def width_of(text: str, *, font: QFont) -> float:
    """How wide a text is on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line_height(font: QFont) -> float:
    """From one line to the next; for scripts that stand higher than Latin too."""
    return QFontMetricsF(font).height()


def paint_lines(
    painter: QPainter,
    text: str,
    rect: QRectF,
    *,
    font: QFont,
    color: QColor,
    most: int = 1,
    right: bool = False,
) -> float:
    """Paints at most so many lines from the top of a rectangle.

    Lines start at the rectangle's left whichever way the script runs, so that cards stay in step.

    Args:
        painter: of the page.
        text: without line breaks.
        rect: its width is kept, its height is not looked at.
        font: see :func:`font`.
        color: of the letters.
        most: lines; what does not fit is cut.
        right: the lines end at the rectangle's right instead.

    Returns:
        The height that was taken.
    """
    if not text:
        return 0.0
    step = line_height(font)
    start, top = 0, rect.top()
    painter.setPen(color)
    for number in range(1, most + 1):
        rest = text[start:]
        line, length = _first_line(rest, width=rect.width(), font=font)
        if number == most and length < len(rest):
            line = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, rect.width())
            length = len(rest)
        _paint_line(
            painter, line.strip(), QRectF(rect.left(), top, rect.width(), step), font=font, right=right
        )
        top += step
        start += length
        if start >= len(text):
            break
    return top - rect.top()


def _first_line(text: str, *, width: float, font: QFont) -> tuple[str, int]:
    """The part of a text that fits on one line, and how many letters of the text it takes."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    # Qt counts in UTF-16, Python in letters.
    units = line.textLength()
    layout.endLayout()
    taken = len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
    taken = max(1, taken)
    return text[:taken], taken


def _paint_line(painter: QPainter, text: str, rect: QRectF, *, font: QFont, right: bool) -> None:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(text) * 2)
    layout.endLayout()
    left = rect.right() - line.naturalTextWidth() if right else rect.left()
    layout.draw(painter, QPointF(left, rect.top()))
