"""Paints faces with round corners: the ground of a pane, its picture, and the line around it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from curator.ui.theme import RADIUS, Tokens


def square_in(body: QRectF) -> QRectF:
    """The largest square in the middle of a pane."""
    side = min(body.width(), body.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(body.center())
    return square


def paint_ground(painter: QPainter, body: QRectF, *, tokens: Tokens) -> None:
    """What lies behind a picture, and in its place while there is none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.raised))
    painter.drawRoundedRect(body, RADIUS, RADIUS)


def paint_picture(painter: QPainter, image: QImage, square: QRectF, *, ratio: float) -> None:
    """A picture of ``ratio`` times as many pixels as the square has."""
    # A brush rather than a clip: only a brush has smooth corners.
    brush = QBrush(image)
    brush.setTransform(QTransform.fromTranslate(square.left(), square.top()).scale(1 / ratio, 1 / ratio))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(square, RADIUS, RADIUS)


def paint_edge(painter: QPainter, body: QRectF, *, tokens: Tokens) -> None:
    """The line around it all."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
