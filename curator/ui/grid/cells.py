"""Paints cells and headings of the grid of faces."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen

from curator.ui.assets import ICON_SMALL, ICON_TOOL, Icon, paint_icon
from curator.ui.grid.layout import Measures
from curator.ui.grid.wording import Mark, Told
from curator.ui.theme import GRID, RADIUS, RING, Role, Tokens, font_of, sized

PAD: Final = 6
"""Around a crop and its words, in logical pixels."""
_TINT: Final = 0.16
"""How much accent a selected cell's ground has; texts keep 4.5:1 on it in both schemes."""
_LINE, _HEADING = 18, 40
"""Heights at 100 % of text: of a line of words, of a section's heading."""


_FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class CellSize(StrEnum):
    """How large faces are shown."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


SIDES: Final[Mapping[CellSize, int]] = {CellSize.SMALL: 96, CellSize.MEDIUM: 136, CellSize.LARGE: 208}
"""Of a crop, in logical pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell shows beside its words.

    Attributes:
        image: the crop; None while it is being cut.
        icon: what stands there instead when there will be none.
        whole: the picture is shown whole and small, for it has no face.
        named: a line says who is claimed.
        selected: it is decided about next.
        current: the keys are at it.
        ringed: the keys are at it and go to the grid.
        hovered: the pointer is over it.
    """

    image: QImage | None
    icon: Icon | None
    whole: bool
    named: bool
    selected: bool
    current: bool
    ringed: bool
    hovered: bool


def side_of(size: CellSize) -> int:
    """How wide a crop is shown, in logical pixels: the words below it need their room at any size."""
    return sized(SIDES[size])


def measures(size: CellSize, *, named: bool) -> Measures:
    """What the layout needs to know of cells.

    Args:
        size: of the crops.
        named: whether there is a line for names.
    """
    side = side_of(size)
    lines = (3 if named else 2) * sized(_LINE)
    return Measures(side + 2 * PAD, side + 3 * PAD + lines, 2 * GRID, sized(_HEADING), 4 * GRID)


def selected_ground(tokens: Tokens) -> QColor:
    """The ground of a selected cell."""
    ground, accent = QColor(tokens.panel), QColor(tokens.accent)
    return QColor.fromRgbF(
        ground.redF() + _TINT * (accent.redF() - ground.redF()),
        ground.greenF() + _TINT * (accent.greenF() - ground.greenF()),
        ground.blueF() + _TINT * (accent.blueF() - ground.blueF()),
    )


Fitted = dict[tuple[str, Role, int], str]
"""Texts as they are shown, by text, role and room in pixels."""


class CellPainter:
    """Paints onto one painter; made anew for every repaint, for fonts and colours may have changed.

    While the grid is scrolled only a strip is new: what of a cell lies outside is left out.
    """

    def __init__(
        self, painter: QPainter, *, area: QRect, tokens: Tokens, size: CellSize, fitted: Fitted
    ) -> None:
        """Begins to paint.

        Args:
            painter: of the grid's viewport.
            area: that has to be painted.
            tokens: the colours.
            size: of the crops.
            fitted: texts cut to their room, kept from one repaint to the next.
        """
        self._painter = painter
        self._area = QRectF(area)
        self._fitted = fitted
        self._tokens = tokens
        self._side = side_of(size)
        self._line = sized(_LINE)
        self._fonts = {role: font_of(role) for role in (Role.STRONG, Role.BODY, Role.CAPTION, Role.HEADING)}
        self._metrics = {role: QFontMetrics(font) for role, font in self._fonts.items()}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def heading(self, place: QRect, *, words: str, count: str) -> None:
        """A section's heading: its word, how many, and a line to the end."""
        words = words[:1].upper() + words[1:]
        # Nearer to what it is about than to what is above.
        line = QRectF(place).adjusted(PAD, GRID, -PAD, 0)
        width = self._metrics[Role.HEADING].horizontalAdvance(words) + 2 * GRID
        self._text(line, words, Role.HEADING, self._tokens.text)
        line.setLeft(line.left() + width)
        self._text(line, count, Role.BODY, self._tokens.dim)
        line.setLeft(line.left() + self._metrics[Role.BODY].horizontalAdvance(count) + 3 * GRID)
        self._painter.setPen(QPen(QColor(self._tokens.line), 1))
        middle = round(line.center().y()) + 0.5
        self._painter.drawLine(QPointF(line.left(), middle), QPointF(line.right(), middle))

    def cell(self, place: QRect, told: Told | None, look: Look) -> None:
        """One cell; without words while its line could not be read."""
        body = QRectF(place)
        self._ground(body, look)
        crop = QRectF(body.left() + PAD, body.top() + PAD, self._side, self._side)
        self._picture(crop, look)
        if told is not None:
            if told.verdict is not None and crop.intersects(self._area):
                self._plate(crop, told.verdict)
            self._words(body, crop.bottom() + PAD, told, named=look.named)
        if look.selected:
            self._badge(crop)
        if look.current:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QColor(self._tokens.accent if look.ringed else self._tokens.edge)
            self._painter.setPen(QPen(ring, RING if look.ringed else 1))
            self._painter.drawRoundedRect(body.adjusted(-2, -2, 2, 2), RADIUS + 3, RADIUS + 3)

    # ------------------------------------------------------------ parts

    def _ground(self, body: QRectF, look: Look) -> None:
        if not look.selected and not look.hovered:
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(
            selected_ground(self._tokens) if look.selected else QColor(self._tokens.raised)
        )
        self._painter.drawRoundedRect(body, RADIUS + 2, RADIUS + 2)

    def _picture(self, crop: QRectF, look: Look) -> None:
        if not crop.intersects(self._area):
            return
        clip = QPainterPath()
        clip.addRoundedRect(crop, RADIUS, RADIUS)
        self._painter.fillPath(clip, QColor(self._tokens.canvas))
        if look.icon is not None:
            half = ICON_TOOL / 2
            middle = crop.center()
            place = QRectF(round(middle.x() - half), round(middle.y() - half), ICON_TOOL, ICON_TOOL)
            paint_icon(self._painter, look.icon, place, color=QColor(self._tokens.dim))
        elif look.image is not None:
            inset = self._side * 0.14 if look.whole else 0.0
            self._painter.save()
            self._painter.setClipPath(clip)
            self._painter.drawImage(crop.adjusted(inset, inset, -inset, -inset), look.image)
            self._painter.restore()

    def _badge(self, crop: QRectF) -> None:
        size = ICON_TOOL + 4
        place = QRectF(crop.left() + GRID, crop.top() + GRID, size, size)
        self._painter.setPen(QPen(QColor(self._tokens.panel), RING))
        self._painter.setBrush(QColor(self._tokens.accent))
        self._painter.drawEllipse(place)
        mark = QRectF(place.left() + 4, place.top() + 4, ICON_SMALL, ICON_SMALL)
        paint_icon(self._painter, Icon.CHECK, mark, color=QColor(self._tokens.on_accent))

    def _plate(self, crop: QRectF, mark: Mark) -> None:
        """The verdict on the picture itself, on a ground of its own."""
        metrics = self._metrics[Role.CAPTION]
        room = crop.width() - 2 * GRID - ICON_SMALL - 3 * GRID
        words = mark.more if metrics.horizontalAdvance(mark.more) <= room else mark.words
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        width = ICON_SMALL + metrics.horizontalAdvance(words) + 3.5 * GRID
        height = self._line + 2
        plate = QRectF(crop.left() + GRID, crop.bottom() - GRID - height, width, height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._tokens.panel))
        self._painter.drawRoundedRect(plate, RADIUS - 2, RADIUS - 2)
        color = self._tokens.color(mark.tone)
        place = QRectF(
            plate.left() + GRID, round(plate.center().y() - ICON_SMALL / 2), ICON_SMALL, ICON_SMALL
        )
        paint_icon(self._painter, mark.icon, place, color=color)
        plate.setLeft(place.right() + GRID)
        self._text(plate, words, Role.CAPTION, color.name())

    def _words(self, body: QRectF, top: float, told: Told, *, named: bool) -> None:
        left = body.left() + PAD
        line = QRectF(left, top, self._side + PAD - 2, self._line)
        if named:
            self._text(line, told.name, Role.STRONG, self._tokens.text)
            line.translate(0, self._line)
        self._text(line, told.near, Role.BODY if named else Role.STRONG, self._tokens.text)
        line.translate(0, self._line)
        if told.advice is not None and line.intersects(self._area):
            color = self._tokens.color(told.advice.tone)
            mark = QRectF(left, round(line.center().y() - ICON_SMALL / 2), ICON_SMALL, ICON_SMALL)
            paint_icon(self._painter, told.advice.icon, mark, color=color)
            line.setLeft(mark.right() + GRID)
            self._text(line, told.advice.words, Role.BODY, color.name())

    def _text(self, place: QRectF, text: str, role: Role, color: str) -> None:
        if not place.intersects(self._area):
            return
        key = text, role, int(place.width())
        shown = self._fitted.get(key)
        if shown is None:
            shown = self._metrics[role].elidedText(text, Qt.TextElideMode.ElideRight, key[2])
            self._fitted[key] = shown
        self._painter.setFont(self._fonts[role])
        self._painter.setPen(QColor(color))
        self._painter.drawText(place, _FLAGS, shown)
