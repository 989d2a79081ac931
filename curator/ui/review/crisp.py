"""Keeps the part of a picture that is zoomed into sharp, beyond what its preview holds."""

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from curator.engine.records import FaceBox
from curator.ui.review.viewport import Viewport
from curator.ui.veil import Veil, through

_SETTLED_MS = 120
"""Zooming and panning have come to rest: each crop opens the original once more."""
_AROUND = 0.15
"""Of the visible part, asked for around it, so that a small pan needs no new crop."""
_ENOUGH = 1.1
"""A preview that is short of so little is sharp enough."""


class CrispDetail(QObject):
    """A sharp crop of what is seen, asked for once the view rests.

    Attributes:
        wanted: a ``FaceBox`` in picture pixels, and the longest side in pixels that the view can show.
    """

    wanted = Signal(object, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._preview_width = 0
        self._region: FaceBox | None = None
        self._image: QImage | None = None
        self._next: tuple[FaceBox, int] | None = None
        self._asked: tuple[FaceBox, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._ask)

    def forget(self, *, preview_width: int) -> None:
        """Another picture is shown, whose preview is so many pixels wide; 0 for none."""
        self._preview_width = preview_width
        self._region = self._image = self._next = self._asked = None
        self._timer.stop()

    def take(self, region: FaceBox, image: QImage) -> bool:
        """Receives the crop of a region; False when it is no longer wanted."""
        if self._asked is None or region != self._asked[0]:
            return False
        self._region, self._image = region, image
        return True

    def paint(self, painter: QPainter, viewport: Viewport, *, ratio: float, veil: Veil) -> None:
        """Draw what there is of the sharp crop, and ask for another where it is not enough.

        Args:
            painter: open on the view, over the preview.
            viewport: where the picture lies.
            ratio: pixels of the screen for each of the view.
            veil: nothing sharp is drawn through a veil that blurs or hides.
        """
        if not self._needed(viewport, ratio=ratio) or veil in (Veil.BLUR, Veil.HIDE):
            self._timer.stop()
            return
        if self._image is not None and self._region is not None:
            left, top = viewport.to_view(self._region.left, self._region.top)
            right, bottom = viewport.to_view(self._region.right, self._region.bottom)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            image = through(self._image, veil=veil)
            if image is not None:
                painter.drawImage(QRectF(left, top, right - left, bottom - top), image)
        self._look(viewport, ratio=ratio)

    def _needed(self, viewport: Viewport, *, ratio: float) -> bool:
        """Whether the screen shows more pixels of the picture than the preview has."""
        shown = min(1.0, viewport.scale * ratio) * viewport.picture_width
        return self._preview_width > 0 and shown > _ENOUGH * self._preview_width

    def _look(self, viewport: Viewport, *, ratio: float) -> None:
        visible = _visible(viewport)
        if visible is None:
            return
        # More pixels than the original has would only be blown up.
        scale = min(1.0, viewport.scale * ratio)
        if self._asked is not None and _covers(self._asked, visible, scale=scale):
            return
        around = _visible(viewport, around=_AROUND) or visible
        self._next = around, max(1, round(scale * max(around.width, around.height)))
        self._timer.start()

    def _ask(self) -> None:
        if self._next is not None:
            self._asked, self._next = self._next, None
            self.wanted.emit(*self._asked)


def _visible(viewport: Viewport, *, around: float = 0.0) -> FaceBox | None:
    """The part of the picture inside the view, grown on all sides by a share of it."""
    left, top = viewport.to_picture(0, 0)
    right, bottom = viewport.to_picture(viewport.view_width, viewport.view_height)
    more_x, more_y = around * (right - left), around * (bottom - top)
    box = FaceBox(
        round(left - more_x), round(top - more_y),
        round(right - left + 2 * more_x), round(bottom - top + 2 * more_y),
    )  # fmt: skip
    return box.clipped(width=round(viewport.picture_width), height=round(viewport.picture_height))


def _covers(asked: tuple[FaceBox, int], visible: FaceBox, *, scale: float) -> bool:
    region, side = asked
    inside = (
        region.left <= visible.left
        and region.top <= visible.top
        and region.right >= visible.right
        and region.bottom >= visible.bottom
    )
    return inside and side * _ENOUGH >= scale * max(region.width, region.height)
