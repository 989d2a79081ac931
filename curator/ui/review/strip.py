"""Draws how far is far: this face between the politician's own portraits and everybody else."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.engine.dossier import Dossier, Strip
from curator.engine.records import Match, Word
from curator.engine.rules import Thresholds
from curator.engine.said import Said, said
from curator.ui.language import tr, tr_of
from curator.ui.theme import GRID, Role, Tokens, Tone, font_of, tokens_of
from curator.ui.widgets import set_tip

USUAL = (0.2, 0.9)
"""The distances that the plot spans unless some lie outside: faces of one person hardly come
nearer than the first, strangers mostly lie before the second. A fixed span is learnt by the eye."""
BAND_ALPHA = 0.22
DOT = 3.5
DIAMOND = 6.5
_BAND_WORDS: Mapping[Tone, Said] = {
    Tone.OK: said("match"),
    Tone.WARN: said("look closer"),
    Tone.BAD: said("no match"),
}


@dataclass(frozen=True, slots=True)
class Bands:
    """Where the words change.

    Attributes:
        match: up to this distance a face matches.
        closer: up to this distance a person looks closer; beyond it is no match.
    """

    match: float
    closer: float

    def tone(self, distance: float) -> Tone:
        """The tone of a distance."""
        if distance <= self.match:
            return Tone.OK
        return Tone.WARN if distance <= self.closer else Tone.BAD

    def word_of(self, match: Match) -> Word:
        """The word beside a match: beyond the bands it is no match, whatever would do for a claim."""
        return Word.NO_MATCH if match.distance > self.closer else match.word

    def band(self, distance: float) -> str:
        """In which band a distance lies."""
        return tr(_BAND_WORDS[self.tone(distance)])


def bands_of(dossier: Dossier, *, thresholds: Thresholds) -> Bands:
    """The bands that a submission is judged by, wherever a distance of it is shown.

    A claim is a question of its own, with wider bands than naming a face.

    Args:
        dossier: of the submission.
        thresholds: the numbers in force.
    """
    if dossier.submission.claimed_id is not None:
        return Bands(thresholds.match_claimed, thresholds.closer_claimed)
    return Bands(thresholds.match_unclaimed, thresholds.closer_unclaimed)


class StripPlot(QWidget):
    """Distances on a line, from near to far, over the bands of the thresholds.

    Shapes tell the three kinds apart without colour: dots are the politician's own portraits
    (each against the others), the diamond is this face, rings are the nearest other politicians.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = Strip()
        self._bands = Bands(0.5, 0.6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How far is far"))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare: the politician's own portraits alone tell nothing."""
        return self._strip.this is None and not self._strip.others

    def show_strip(self, strip: Strip, *, bands: Bands) -> None:
        """Draw other distances."""
        self._strip = strip
        self._bands = bands
        words = self.in_words()
        self.setAccessibleDescription(words)
        set_tip(self, words)
        self.update()

    def in_words(self) -> str:
        """The plot as sentences, for screen readers and the tool tip."""
        this, own, others = self._strip.this, sorted(self._strip.own), sorted(self._strip.others)
        told = []
        if this is not None:
            told.append(
                tr("This face is at {distance:.2f}: {band}.", distance=this, band=self._bands.band(this))
            )
        if own:
            told.append(
                tr_of(
                    len(own),
                    "The politician's own portrait lies {span} from the others.",
                    "The politician's own {n} portraits lie {span} from each other.",
                    span=_span(own),
                )
            )
        if others:
            told.append(
                tr_of(
                    len(others),
                    "The nearest other lies {span} from this face.",
                    "The nearest {n} others lie {span} from this face.",
                    span=_span(others),
                )
            )
        told.append(
            tr(
                "Up to {match:.2f} is a match, up to {closer:.2f} look closer, beyond is no match.",
                match=self._bands.match,
                closer=self._bands.closer,
            )
        )
        return " ".join(told)

    def span(self) -> tuple[float, float]:
        """The distances at the left and the right end."""
        values = [*self._strip.own, *self._strip.others]
        if self._strip.this is not None:
            values.append(self._strip.this)
        near = min([USUAL[0], *(math.floor(value * 20) / 20 for value in values)])
        far = max([USUAL[1], *(math.ceil(value * 20) / 20 for value in values)])
        return max(0.0, near), far

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(280, 72)

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return QSize(200, 72)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of colours or type."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of(Role.CAPTION))
        band = QRectF(0, 16, self.width(), 20)
        self._paint_bands(painter, band, tokens=tokens)
        self._paint_marks(painter, band, tokens=tokens)
        self._paint_legend(painter, QRectF(0, 56, self.width(), 16), tokens=tokens)

    def _x(self, distance: float, band: QRectF) -> float:
        near, far = self.span()
        inner = band.adjusted(2 * GRID, 0, -2 * GRID, 0)
        return inner.left() + (distance - near) / (far - near) * inner.width()

    def _paint_bands(self, painter: QPainter, band: QRectF, *, tokens: Tokens) -> None:
        metrics = QFontMetricsF(painter.font())
        stops = (
            band.left(),
            self._x(self._bands.match, band),
            self._x(self._bands.closer, band),
            band.right(),
        )
        tones = (Tone.OK, Tone.WARN, Tone.BAD)
        painter.setPen(Qt.PenStyle.NoPen)
        for tone, left, right in zip(tones, stops, stops[1:], strict=False):
            fill = tokens.color(tone)
            fill.setAlphaF(BAND_ALPHA)
            painter.fillRect(QRectF(round(left), band.top(), round(right) - round(left), band.height()), fill)
        below = QRectF(band.left(), band.bottom() + 2, band.width(), 14)
        painter.setPen(QColor(tokens.dim))
        edges = []
        for limit, x in ((self._bands.match, stops[1]), (self._bands.closer, stops[2])):
            painter.drawLine(QPointF(round(x) + 0.5, band.top()), QPointF(round(x) + 0.5, band.bottom() + 3))
            text = f"{limit:.2f}"
            width = metrics.horizontalAdvance(text) + 2
            # Each number stands on its own side of the narrow band between them, or they would touch.
            left = x - width + 8 if limit == self._bands.match else x - 8
            edges.append(QRectF(left, below.top(), width, below.height()))
            painter.drawText(edges[-1], Qt.AlignmentFlag.AlignCenter, text)
        words = (
            (tr(_BAND_WORDS[Tone.OK]), (below.left() + edges[0].left()) / 2),
            (tr(_BAND_WORDS[Tone.BAD]), (edges[1].right() + below.right()) / 2),
        )
        for word, centre in words:
            width = metrics.horizontalAdvance(word) + 2
            place = QRectF(centre - width / 2, below.top(), width, below.height())
            if place.left() >= 0 and place.right() <= self.width() and not any(map(place.intersects, edges)):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_marks(self, painter: QPainter, band: QRectF, *, tokens: Tokens) -> None:
        middle = band.center().y()
        for distance in self._strip.others:
            _ring(painter, QPointF(self._x(distance, band), middle), tokens=tokens)
        for distance in self._strip.own:
            _dot(painter, QPointF(self._x(distance, band), middle), tokens=tokens)
        this = self._strip.this
        if this is None:
            return
        x = self._x(this, band)
        color = tokens.color(self._bands.tone(this))
        _diamond(painter, QPointF(x, middle), color=color, tokens=tokens)
        text = tr("this face {distance:.2f}", distance=this)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(left, 0, width, 14), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_legend(self, painter: QPainter, line: QRectF, *, tokens: Tokens) -> None:
        """What dots and rings are; the diamond is named beside itself."""
        metrics = QFontMetricsF(painter.font())
        own, others = len(self._strip.own), len(self._strip.others)
        end = line.right()
        if others:
            text = tr_of(others, "nearest other", "nearest others")
            left = line.right() - metrics.horizontalAdvance(text) - 2
            _ring(painter, QPointF(left - 8, line.center().y()), tokens=tokens)
            painter.setPen(QColor(tokens.dim))
            painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
            end = left - 16
        if own:
            _dot(painter, QPointF(line.left() + 8, line.center().y()), tokens=tokens)
            text = tr_of(own, "own portrait", "{n} own portraits")
            painter.setPen(QColor(tokens.dim))
            room = line.adjusted(16, 0, end - line.right(), 0)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _span(distances: list[float]) -> str:
    near, far = f"{distances[0]:.2f}", f"{distances[-1]:.2f}"
    return near if near == far else tr("{near} to {far}", near=near, far=far)


def _dot(painter: QPainter, centre: QPointF, *, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.panel), 1))
    painter.setBrush(QColor(tokens.text))
    painter.drawEllipse(centre, DOT + 0.5, DOT + 0.5)


def _ring(painter: QPainter, centre: QPointF, *, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.text), 1.5))
    painter.setBrush(QColor(tokens.panel))
    painter.drawEllipse(centre, DOT, DOT)


def _diamond(painter: QPainter, centre: QPointF, *, color: QColor, tokens: Tokens) -> None:
    """In the tone, with an edge of the panel's colour so that it stands out from dots beneath."""
    points = [QPointF(0, -DIAMOND), QPointF(DIAMOND, 0), QPointF(0, DIAMOND), QPointF(-DIAMOND, 0)]
    painter.setPen(QPen(QColor(tokens.panel), 1.5))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([centre + point for point in points]))
