"""A face box while it is drawn by hand, with the mouse or with the arrow keys."""

from PySide6.QtCore import QPoint, QPointF, QRectF

from curator.engine.records import FaceBox
from curator.ui.review.viewport import Viewport

SMALLEST = 8.0
"""Sides below this many view pixels are a slip of the hand and make no box."""
NUDGE = 8.0
"""How far one arrow key moves or grows the box, in view pixels."""


class HandDrawnBox:
    """The box so far, in view pixels."""

    def __init__(self) -> None:
        self.rect: QRectF | None = None

    def clear(self) -> None:
        """Forget the box."""
        self.rect = None

    def drag(self, start: QPointF, end: QPointF) -> None:
        """The box between two corners, in any order."""
        self.rect = QRectF(start, end).normalized()

    def nudge(self, step: QPoint, *, grow: bool, view: QRectF) -> None:
        """Move or grow the box by a key; the first key puts a square in the middle of the view."""
        if self.rect is None:
            side = min(view.width(), view.height()) / 4
            self.rect = QRectF(0, 0, side, side)
            self.rect.moveCenter(view.center())
        elif grow:
            self.rect.setWidth(max(SMALLEST, self.rect.width() + NUDGE * step.x()))
            self.rect.setHeight(max(SMALLEST, self.rect.height() + NUDGE * step.y()))
        else:
            self.rect.translate(NUDGE * step.x(), NUDGE * step.y())

    def box(self, viewport: Viewport, *, width: int, height: int) -> FaceBox | None:
        """The box in picture pixels, cut to a picture of that size; None if nothing is left."""
        if self.rect is None or min(self.rect.width(), self.rect.height()) < SMALLEST:
            return None
        left, top = viewport.to_picture(self.rect.left(), self.rect.top())
        right, bottom = viewport.to_picture(self.rect.right(), self.rect.bottom())
        drawn = FaceBox(round(left), round(top), round(right - left), round(bottom - top))
        return drawn.clipped(width=width, height=height)
