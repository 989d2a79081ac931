"""Draws a picture at its place in a view: sharp at 100 %, averaged below, veiled if asked."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from curator.ui.review.veil import veiled as make_veil
from curator.ui.review.viewport import Viewport

SHARP_FROM = 4.0
"""From this magnification on, pixels are shown as squares: one looks at pixels then."""


class PicturePainter:
    """One picture, with what is worth keeping between two paintings: the veil and the last size."""

    def __init__(self, image: QImage | None = None) -> None:
        self._image = image if image is not None else QImage()
        self._veil: QImage | None = None
        self._scaled: tuple[tuple[int, int, int], QPixmap] | None = None

    def paint(self, painter: QPainter, viewport: Viewport, *, veiled: bool, widget: QWidget) -> None:
        """Draw the picture.

        Args:
            painter: open on the widget.
            viewport: where the picture lies.
            veiled: blurred and grey; the veil is made once.
            widget: which the painter draws on; tells pixel ratio and place on the screen.
        """
        if veiled and self._veil is None:
            self._veil = make_veil(self._image)
        image = self._veil if veiled and self._veil is not None else self._image
        ratio = widget.devicePixelRatioF()
        target = _on_screen_pixels(viewport, ratio=ratio, origin=widget.mapTo(widget.window(), QPoint(0, 0)))
        wanted = QSize(round(target.width() * ratio), round(target.height() * ratio))
        if wanted.width() <= image.width() and wanted.height() <= image.height():
            painter.drawPixmap(target.topLeft(), self._at_size(image, wanted, ratio=ratio))
            return
        soft = veiled or wanted.width() < SHARP_FROM * image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, soft)
        painter.drawImage(target, image, QRectF(image.rect()))

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


def _on_screen_pixels(viewport: Viewport, *, ratio: float, origin: QPoint) -> QRectF:
    """The picture's place moved to whole pixels of the screen, so that 100 % is not blurred."""

    def whole(value: float, offset: int) -> float:
        return round((value + offset) * ratio) / ratio - offset

    left, top = whole(viewport.left, origin.x()), whole(viewport.top, origin.y())
    width = max(1, round(viewport.shown_width * ratio)) / ratio
    height = max(1, round(viewport.shown_height * ratio)) / ratio
    return QRectF(left, top, width, height)
