"""Draws a picture at its place in a view: sharp at 100 %, averaged below, veiled if asked."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from curator.ui.assets import Icon, paint_icon
from curator.ui.review.viewport import Viewport
from curator.ui.theme import Tokens
from curator.ui.veil import Veil, through

SHARP_FROM = 4.0
"""From this magnification on, pixels are shown as squares: one looks at pixels then."""
HIDDEN_ICON = 48


class PicturePainter:
    """One picture, with what is worth keeping between two paintings: the veil and the last size."""

    def __init__(self, image: QImage | None = None) -> None:
        self._image = image if image is not None else QImage()
        self._through: tuple[Veil, QImage] | None = None
        self._scaled: tuple[tuple[int, int, int], QPixmap] | None = None

    def paint(self, painter: QPainter, viewport: Viewport, *, veil: Veil, widget: QWidget) -> None:
        """Draw the picture.

        Args:
            painter: open on the widget.
            viewport: where the picture lies.
            veil: how much of it may be seen; what is seen through it is made once.
            widget: which the painter draws on; tells pixel ratio and place on the screen.
        """
        image = self._seen(veil)
        if image is None:
            return
        ratio = widget.devicePixelRatioF()
        target = _on_screen_pixels(viewport, ratio=ratio, origin=widget.mapTo(widget.window(), QPoint(0, 0)))
        wanted = QSize(round(target.width() * ratio), round(target.height() * ratio))
        if wanted.width() <= image.width() and wanted.height() <= image.height():
            painter.drawPixmap(target.topLeft(), self._at_size(image, wanted, ratio=ratio))
            return
        soft = veil is Veil.BLUR or wanted.width() < SHARP_FROM * image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, soft)
        painter.drawImage(target, image, QRectF(image.rect()))

    def _seen(self, veil: Veil) -> QImage | None:
        if veil is Veil.NONE:
            return self._image
        if self._through is None or self._through[0] is not veil:
            image = through(self._image, veil=veil)
            if image is None:
                return None
            self._through = veil, image
        return self._through[1]

    def _at_size(self, image: QImage, wanted: QSize, *, ratio: float) -> QPixmap:
        """The image at its size on screen: averaged, where the painter's own scaling would flicker."""
        key = (image.cacheKey(), wanted.width(), wanted.height())
        if self._scaled is None or self._scaled[0] != key:
            scaled = image.scaled(
                wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled = (key, QPixmap.fromImage(scaled))
        pixmap = self._scaled[1]
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def paint_hidden(painter: QPainter, viewport: Viewport, *, view: QRectF, tokens: Tokens) -> None:
    """Draw a plate with the sign of a hidden picture where the picture lies."""
    plate = QRectF(viewport.left, viewport.top, viewport.shown_width, viewport.shown_height)
    seen = plate.intersected(view)
    painter.fillRect(seen, QColor(tokens.raised))
    corner = seen.center() - QPointF(HIDDEN_ICON / 2, HIDDEN_ICON / 2)
    place = QRectF(round(corner.x()), round(corner.y()), HIDDEN_ICON, HIDDEN_ICON)
    paint_icon(painter, Icon.HIDDEN, place, color=QColor(tokens.dim))


def _on_screen_pixels(viewport: Viewport, *, ratio: float, origin: QPoint) -> QRectF:
    """The picture's place moved to whole pixels of the screen, so that 100 % is not blurred."""

    def whole(value: float, offset: int) -> float:
        return round((value + offset) * ratio) / ratio - offset

    left, top = whole(viewport.left, origin.x()), whole(viewport.top, origin.y())
    width = max(1, round(viewport.shown_width * ratio)) / ratio
    height = max(1, round(viewport.shown_height * ratio)) / ratio
    return QRectF(left, top, width, height)
