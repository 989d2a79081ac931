"""Draws how far is far, larger than the evidence does: a row for their own portraits, a row for others."""

import html
import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from curator.ui.language import tr, tr_of
from curator.ui.review.compare.wording import BAND_WORDS, Spread
from curator.ui.review.strip import BAND_ALPHA, USUAL, Bands
from curator.ui.theme import GRID, Role, Tokens, Tone, font_of, tokens_of

_LANE = 22
"""Height of the row of own portraits, and of the row of others."""
_MARK = 5.0
_DIAMOND = 8.0
_REACH = 8.0
"""How far from a mark the pointer may be to be told about it; all in logical pixels."""


class SpreadPlot(QWidget):
    """Distances from near to far over the bands of the thresholds.

    Shapes and rows tell the three kinds apart without colour: filled dots above are the politician's
    own portraits, each against their others; rings below are the nearest other politicians; the diamond
    with a line through both rows is this face.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spread = Spread()
        self._bands = Bands(0.5, 0.6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How far is far"))

    def show_spread(self, spread: Spread, *, bands: Bands, words: str) -> None:
        """Draw other distances.

        Args:
            spread: the distances.
            bands: where the words change.
            words: the same as sentences, for screen readers.
        """
        self._spread, self._bands = spread, bands
        self.setAccessibleDescription(words)
        self.update()

    def span(self) -> tuple[float, float]:
        """The distances at the left and the right end: the usual ones, more where some lie outside."""
        values = [*self._spread.own, *(distance for _, distance in self._spread.others)]
        if self._spread.this is not None:
            values.append(self._spread.this)
        near = min([USUAL[0], *(math.floor(value * 20) / 20 for value in values)])
        far = max([USUAL[1], *(math.ceil(value * 20) / 20 for value in values)])
        return max(0.0, near), far

    def told_at(self, position: QPointF) -> str:
        """What the marks near a place of the widget stand for, a line each; empty where there are none."""
        band = self._band()
        lines = []
        if self._spread.this is not None and self._near(position, self._spread.this, band.center().y()):
            lines.append(tr("this face {distance:.2f}", distance=self._spread.this))
        for distance in sorted(self._spread.own):
            if self._near(position, distance, self._own_row()):
                lines.append(
                    tr(
                        "a portrait of {name}, {distance:.2f} from their others",
                        name=self._spread.name,
                        distance=distance,
                    )
                )
        lines += [
            f"{name} {distance:.2f}"
            for name, distance in self._spread.others
            if self._near(position, distance, self._others_row())
        ]
        return "\n".join(lines)

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(480, 2 * _LANE + 3 * self._line())

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return QSize(240, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Name the marks under the pointer; follow a change of colours or type."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.told_at(QPointF(event.pos()))
            shown = "<br>".join(html.escape(line) for line in words.splitlines())
            QToolTip.showText(event.globalPos(), f"<qt>{shown}</qt>" if words else "", self)
            return True
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of(Role.CAPTION))
        self._paint_bands(painter, tokens=tokens)
        self._paint_marks(painter, tokens=tokens)
        self._paint_legend(painter, tokens=tokens)

    # ------------------------------------------------------------ places

    def _line(self) -> int:
        return math.ceil(QFontMetricsF(font_of(Role.CAPTION)).height()) + 2

    def _band(self) -> QRectF:
        return QRectF(0, self._line(), self.width(), 2 * _LANE)

    def _own_row(self) -> float:
        return self._band().top() + _LANE / 2 + 1

    def _others_row(self) -> float:
        return self._band().bottom() - _LANE / 2 - 1

    def _x(self, distance: float) -> float:
        near, far = self.span()
        inner = self._band().adjusted(3 * GRID, 0, -3 * GRID, 0)
        return inner.left() + (distance - near) / (far - near) * inner.width()

    def _near(self, position: QPointF, distance: float, height: float) -> bool:
        away = position - QPointF(self._x(distance), height)
        return abs(away.x()) <= _REACH and abs(away.y()) <= _REACH

    # ------------------------------------------------------------ drawing

    def _paint_bands(self, painter: QPainter, *, tokens: Tokens) -> None:
        band = self._band()
        metrics = QFontMetricsF(painter.font())
        stops = (band.left(), self._x(self._bands.match), self._x(self._bands.closer), band.right())
        below = QRectF(0, band.bottom(), band.width(), self._line() + 2)
        for tone, left, right in zip((Tone.OK, Tone.WARN, Tone.BAD), stops, stops[1:], strict=False):
            fill = tokens.color(tone)
            fill.setAlphaF(BAND_ALPHA)
            painter.fillRect(QRectF(round(left), band.top(), round(right) - round(left), band.height()), fill)
        painter.setPen(QColor(tokens.dim))
        edges = []
        for limit, x in ((self._bands.match, stops[1]), (self._bands.closer, stops[2])):
            painter.drawLine(QPointF(round(x) + 0.5, band.top()), QPointF(round(x) + 0.5, band.bottom() + 3))
            width = metrics.horizontalAdvance(f"{limit:.2f}") + 4
            # Each number stands on its own side of the narrow band between them, or they would touch.
            left = x - width + 8 if limit == self._bands.match else x - 8
            edges.append(QRectF(left, below.top(), width, below.height()))
            painter.drawText(edges[-1], Qt.AlignmentFlag.AlignCenter, f"{limit:.2f}")
        centres = (
            (Tone.OK, (below.left() + edges[0].left()) / 2),
            (Tone.WARN, (edges[0].right() + edges[1].left()) / 2),
            (Tone.BAD, (edges[1].right() + below.right()) / 2),
        )
        for tone, centre in centres:
            word = tr(BAND_WORDS[tone])
            width = metrics.horizontalAdvance(word) + 4
            place = QRectF(centre - width / 2, below.top(), width, below.height())
            if place.left() >= 0 and place.right() <= self.width() and not any(map(place.intersects, edges)):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_marks(self, painter: QPainter, *, tokens: Tokens) -> None:
        for _, distance in self._spread.others:
            _ring(painter, QPointF(self._x(distance), self._others_row()), tokens=tokens)
        for distance in self._spread.own:
            _dot(painter, QPointF(self._x(distance), self._own_row()), tokens=tokens)
        this = self._spread.this
        if this is None:
            return
        band, x = self._band(), self._x(this)
        color = tokens.color(self._bands.tone(this))
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))
        _diamond(painter, QPointF(x, band.center().y()), color=color, tokens=tokens)
        text = tr("this face {distance:.2f}", distance=this)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(left, 0, width, self._line() - 2), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_legend(self, painter: QPainter, *, tokens: Tokens) -> None:
        """What dots and rings are; the diamond is named beside itself."""
        line = QRectF(0, self.height() - self._line(), self.width(), self._line())
        metrics = QFontMetricsF(painter.font())
        own, others = len(self._spread.own), len(self._spread.others)
        end = line.right()
        if others:
            text = tr_of(others, "nearest other", "nearest others")
            left = line.right() - metrics.horizontalAdvance(text) - 2
            _ring(painter, QPointF(left - _MARK - GRID, line.center().y()), tokens=tokens)
            painter.setPen(QColor(tokens.dim))
            painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
            end = left - 2 * (_MARK + GRID)
        if own:
            _dot(painter, QPointF(line.left() + _MARK + 1, line.center().y()), tokens=tokens)
            painter.setPen(QColor(tokens.dim))
            text = tr_of(own, "{n} own portrait", "{n} own portraits")
            room = line.adjusted(4 * GRID, 0, end - line.right(), 0)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _dot(painter: QPainter, centre: QPointF, *, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.panel), 1))
    painter.setBrush(QColor(tokens.text))
    painter.drawEllipse(centre, _MARK, _MARK)


def _ring(painter: QPainter, centre: QPointF, *, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.text), 1.5))
    painter.setBrush(QColor(tokens.panel))
    painter.drawEllipse(centre, _MARK - 0.5, _MARK - 0.5)


def _diamond(painter: QPainter, centre: QPointF, *, color: QColor, tokens: Tokens) -> None:
    """In the tone, with an edge of the panel's colour so that it stands out from what lies beneath."""
    corners = [QPointF(0, -_DIAMOND), QPointF(_DIAMOND, 0), QPointF(0, _DIAMOND), QPointF(-_DIAMOND, 0)]
    painter.setPen(QPen(QColor(tokens.panel), 1.5))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
