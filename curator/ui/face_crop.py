"""Cuts faces out of previews, all of them to the same size of face.

Boxes are in pixels of the upright picture at full size and previews are smaller, so
every place is scaled by preview size over full size. Only previews that the program
wrote itself get here; see ``engine.media``.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from curator.engine.records import FaceBox

MARGIN = 0.6
"""Of the face's size, added around it: hair and chin belong to how a person is recognised."""


def face_crop(image: QImage, *, box: FaceBox, full_size: QSize, side: int) -> QImage:
    """The square around a face, scaled so that the face is as high in every crop.

    The square is moved into the picture where it would reach over the edge; what still
    lies outside (the picture is smaller than the square) stays clear.

    Args:
        image: the preview.
        box: of the face, in pixels of the picture at full size.
        full_size: of the upright picture, in pixels.
        side: of the result, in device pixels.
    """
    across = image.width() / full_size.width()
    down = image.height() / full_size.height()
    length = (1 + MARGIN) * max(box.width * across, box.height * down)
    square = QRectF(0, 0, length, length)
    square.moveCenter(QPointF((box.left + box.width / 2) * across, (box.top + box.height / 2) * down))
    square.moveTo(
        _within(square.left(), length, image.width()), _within(square.top(), length, image.height())
    )
    return _drawn(image, square, side)


def whole_crop(image: QImage, *, side: int) -> QImage:
    """The whole picture in a square, for where nobody knows the face's place in the preview."""
    length = max(image.width(), image.height())
    square = QRectF(0, 0, length, length)
    square.moveCenter(QPointF(image.width() / 2, image.height() / 2))
    return _drawn(image, square, side)


def _drawn(image: QImage, square: QRectF, side: int) -> QImage:
    crop = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    crop.fill(Qt.GlobalColor.transparent)
    seen = square.intersected(QRectF(image.rect()))
    if seen.isEmpty():
        return crop
    scale = side / square.width()
    region = seen.toAlignedRect().intersected(image.rect())
    target = QRectF(
        QPointF(region.left() - square.left(), region.top() - square.top()) * scale,
        QSizeF(region.size()) * scale,
    )
    # Painting shrinks by sampling four pixels; scaling the piece first averages all of them.
    size = target.size().toSize().expandedTo(QSize(1, 1))
    piece = image.copy(region).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(crop)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, piece)
    painter.end()
    return crop


def _within(start: float, length: float, room: float) -> float:
    if length > room:
        return (room - length) / 2
    return min(max(start, 0.0), room - length)
