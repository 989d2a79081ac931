"""A square in which two faces lie eye on eye, each as strong as is asked for."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from curator.engine.alignment import places_of_eyes
from curator.ui.assets import Icon, paint_icon
from curator.ui.review.compare.eye_crop import EyeCrop
from curator.ui.review.rounded import paint_edge, paint_ground, paint_picture, square_in
from curator.ui.theme import DARK, GRID, RADIUS, Role, font_of, tokens_of
from curator.ui.veil import Veil

PLACEHOLDER_ICON = 32
_EYE_GAP = 0.065
"""Where the line through the eyes leaves them free, to both sides of each, in sides of the square: an eye
is half as wide as the pupils are apart."""
_HALO = QColor(8, 10, 13, 160)
_LINE = QColor(255, 255, 255, 230)
_PLATE = QColor(14, 16, 19, 230)
"""On pictures colours are the same in both schemes, over a dark halo."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One of the two faces, or why it is not there.

    Attributes:
        crop: the face; None when it cannot be shown.
        words: why not.
        image: beside the words.
        veil: what it is seen through.
    """

    crop: EyeCrop | None = None
    words: str = ""
    image: Icon = Icon.PICTURE
    veil: Veil = Veil.NONE


class AlignedPane(QWidget):
    """Shows the first face, the second, or the second over the first."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = self._second = Layer()
        self._mix = 0.0
        self._guide = True
        self._tag = ""

    @property
    def mix(self) -> float:
        """How strong the second face is: 0 not at all, 1 alone."""
        return self._mix

    @property
    def message(self) -> str:
        """What stands in place of the face that should be seen; empty when it is there."""
        front = self._front()
        return front.words if front.crop is None else ""

    def show_layers(self, first: Layer, second: Layer) -> None:
        """Show other faces."""
        self._first, self._second = first, second
        self._prepare()

    def set_mix(self, mix: float) -> None:
        """Make the second face so strong, from 0 to 1."""
        self._mix = mix
        self._prepare()

    def set_guide(self, on: bool) -> None:
        """Draw a line through the eyes, or none."""
        self._guide = on
        self.update()

    def set_tag(self, words: str) -> None:
        """Name what is seen, in a corner of the picture; empty for nothing."""
        self._tag = words
        self.update()

    def event(self, event: QEvent) -> bool:
        """Cut anew for a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._prepare()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Cut what came while nobody saw it."""
        super().showEvent(event)
        self._prepare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut for the new size."""
        super().resizeEvent(event)
        self._prepare()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; the faces have been cut already."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        body = QRectF(self.rect())
        paint_ground(painter, body, tokens=tokens)
        if self._front().crop is None:
            self._paint_placeholder(painter, body)
            return
        for layer, strength in self._strengths():
            self._paint_layer(painter, layer, strength=strength, body=body)
        if self._guide:
            self._paint_guide(painter)
        if self._tag:
            self._paint_tag(painter)
        paint_edge(painter, body, tokens=tokens)

    def _front(self) -> Layer:
        return self._second if self._mix >= 0.5 else self._first

    def _strengths(self) -> list[tuple[Layer, float]]:
        """What is drawn, from below to above; a face whose other is missing is drawn alone."""
        if self._first.crop is None or self._mix >= 1:
            return [(self._second, 1.0)]
        if self._second.crop is None or self._mix <= 0:
            return [(self._first, 1.0)]
        return [(self._first, 1.0), (self._second, self._mix)]

    def _side(self) -> int:
        return round(min(self.width(), self.height()) * self.devicePixelRatioF())

    def _prepare(self) -> None:
        """Cut the faces that are seen, so that painting them costs nothing."""
        if self.isVisible() and self._side() > 0:
            for layer, _ in self._strengths():
                if layer.crop is not None:
                    layer.crop.at(self._side(), veil=layer.veil)
        self.update()

    def _paint_layer(self, painter: QPainter, layer: Layer, *, strength: float, body: QRectF) -> None:
        if layer.crop is None or self._side() < 1:
            return
        painter.setOpacity(strength)
        image = layer.crop.at(self._side(), veil=layer.veil)
        paint_picture(painter, image, square_in(body), ratio=self.devicePixelRatioF())
        painter.setOpacity(1.0)

    def _paint_guide(self, painter: QPainter) -> None:
        square = square_in(QRectF(self.rect()))
        painter.save()
        painter.translate(square.topLeft())
        side = square.width()
        left, right = places_of_eyes(side)
        height, gap = round(left.y) + 0.5, _EYE_GAP * side
        parts = ((1.0, left.x - gap), (left.x + gap, right.x - gap), (right.x + gap, side - 1.0))
        for color, width in ((_HALO, 3.0), (_LINE, 1.0)):
            painter.setPen(QPen(color, width))
            for start, end in parts:
                painter.drawLine(QPointF(start, height), QPointF(end, height))
        painter.restore()

    def _paint_tag(self, painter: QPainter) -> None:
        painter.setFont(font_of(Role.CAPTION))
        metrics = QFontMetricsF(painter.font())
        height = metrics.height() + 2 * GRID
        plate = QRectF(2 * GRID, 2 * GRID, metrics.horizontalAdvance(self._tag) + 4 * GRID, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PLATE)
        painter.drawRoundedRect(plate, RADIUS, RADIUS)
        painter.setPen(QColor(DARK.text))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._tag)

    def _paint_placeholder(self, painter: QPainter, body: QRectF) -> None:
        tokens = tokens_of(self)
        front = self._front()
        painter.setFont(font_of(Role.BODY))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        room = body.adjusted(4 * GRID, 0, -4 * GRID, 0)
        words = painter.boundingRect(room, flags, front.words)
        top = round(body.center().y() - (PLACEHOLDER_ICON + 2 * GRID + words.height()) / 2)
        place = QRectF(
            round(body.center().x() - PLACEHOLDER_ICON / 2), top, PLACEHOLDER_ICON, PLACEHOLDER_ICON
        )
        paint_icon(painter, front.image, place, color=QColor(tokens.dim))
        painter.setPen(QColor(tokens.dim))
        room.setTop(place.bottom() + 2 * GRID)
        painter.drawText(room, flags, front.words)
