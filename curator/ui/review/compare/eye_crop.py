"""Cuts a face out of a preview so that its eyes lie where the eyes of every face lie."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from curator.engine.alignment import Eyes, Similarity, upon_eyes
from curator.engine.records import Point
from curator.ui.veil import Veil, through

_KEPT = 4
"""Crops of one face that are kept: of two sizes of square, veiled and plain."""


class EyeCrop:
    """A face in a preview, and its crops of the sizes that were asked for last."""

    def __init__(self, image: QImage, *, eyes: Eyes, full_size: QSize) -> None:
        """Remember where the face is; nothing is cut yet.

        Args:
            image: the preview, a file that the program itself wrote.
            eyes: in pixels of the upright picture at full size.
            full_size: of that picture.
        """
        self.eyes = eyes
        self._image = image
        self._full_size = full_size
        self._made: dict[tuple[int, Veil], QImage] = {}

    def at(self, side: int, *, veil: Veil) -> QImage:
        """The face in a square; takes milliseconds the first time.

        Args:
            side: of the square in device pixels.
            veil: what it is seen through; nothing is left of a hidden one.
        """
        if (side, veil) not in self._made:
            made = aligned(self._image, eyes=self.eyes, full_size=self._full_size, side=side)
            seen = through(made, veil=veil)
            if seen is None:
                made.fill(Qt.GlobalColor.transparent)
            elif veil is not Veil.NONE:
                made = seen.scaled(
                    side,
                    side,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            while len(self._made) >= _KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[side, veil] = made
        return self._made[side, veil]


def aligned(image: QImage, *, eyes: Eyes, full_size: QSize, side: int) -> QImage:
    """A square with the eyes at ``engine.alignment``'s places; clear where the picture has ended.

    Args:
        image: the preview.
        eyes: in pixels of the picture at full size.
        full_size: of the upright picture.
        side: of the result, in pixels.
    """
    across, down = image.width() / full_size.width(), image.height() / full_size.height()
    left, right = (Point(eye.x * across, eye.y * down) for eye in (eyes.left, eyes.right))
    move = upon_eyes(Eyes(left, right, seen=eyes.seen), side=side)
    crop = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    crop.fill(Qt.GlobalColor.transparent)
    seen = _seen(move.inverse(), side=side).intersected(QRectF(image.rect()))
    if seen.isEmpty():
        return crop
    region = seen.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(image.rect())
    piece = image.copy(region)
    if move.scale < 1:
        # Painting shrinks by sampling four pixels; scaling the piece first averages all of them.
        size = (QRectF(region).size() * move.scale).toSize().expandedTo(QSize(1, 1))
        piece = piece.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    painter = QPainter(crop)
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(move.a, move.b, -move.b, move.a, move.dx, move.dy))
    painter.drawImage(QRectF(region), piece)
    painter.end()
    return crop


def _seen(back: Similarity, *, side: int) -> QRectF:
    """The part of the picture around what comes to lie in the square."""
    corners = [back.of(Point(x, y)) for x in (0, side) for y in (0, side)]
    xs, ys = [point.x for point in corners], [point.y for point in corners]
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
