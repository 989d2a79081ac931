"""A picture that can be zoomed, panned and veiled; what lies over it is for subclasses."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from curator.ui.review.picture_painter import PicturePainter, paint_hidden
from curator.ui.review.viewport import Viewport
from curator.ui.theme import RING, Tokens, tokens_of
from curator.ui.veil import Veil

MARGIN: Final = 16.0
"""Around a fitted picture, in view pixels: room for what hangs over its edge."""
FIT_LARGEST: Final = 3.0
"""A small picture is blown up to fit by this at most: beyond, it is only blur."""
ZOOM_STEP: Final = 1.25
ZOOM_LARGEST: Final = 4.0
PAN_STEP: Final = 64.0
NOTCH: Final = 120
"""What Qt reports for one notch of a wheel; touch pads send many small parts of it."""
ARROWS: Final = {
    Qt.Key.Key_Left.value: QPoint(-1, 0),
    Qt.Key.Key_Right.value: QPoint(1, 0),
    Qt.Key.Key_Up.value: QPoint(0, -1),
    Qt.Key.Key_Down.value: QPoint(0, 1),
}
"""Arrow keys and where they point to."""
KEYBOARD_REASONS: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class PictureView(QWidget):
    """Shows one picture. At 100 % one pixel of the picture at full size is one pixel of the screen.

    Attributes:
        view_changed: zoom or veil are others now; for tools that show them.
    """

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._viewport = Viewport(1, 1, 1, 1)
        self._painter = PicturePainter()
        self._fitted = True
        self._veil = Veil.NONE
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 180)

    @property
    def viewport(self) -> Viewport:
        """Where the picture lies in the widget."""
        return self._viewport

    @property
    def fitted(self) -> bool:
        """Whether the picture follows the size of the view."""
        return self._fitted

    @property
    def shows_picture(self) -> bool:
        """Whether there is a picture to zoom; a message stands in its place otherwise."""
        return self._image is not None

    @property
    def zoom_percent(self) -> int:
        """Screen pixels for 100 pixels of the picture at full size."""
        return round(100 * self._viewport.scale / self._actual_scale())

    @property
    def veiled(self) -> bool:
        """Whether the picture is not shown as it is."""
        return self._veil is not Veil.NONE

    @property
    def veil(self) -> Veil:
        """How the picture is shown."""
        return self._veil

    def show_picture(self, image: QImage | None, *, full_width: int, full_height: int) -> bool:
        """Show an image of a picture that is ``full_width`` x ``full_height`` pixels large.

        The same image (as Qt's cache key tells) keeps zoom and place; another is fitted.

        Returns:
            Whether it is another image than before.
        """
        if image is None or image.isNull() or full_width < 1 or full_height < 1:
            image = None
        before = self._image.cacheKey() if self._image is not None else None
        if image is not None and image.cacheKey() == before:
            return False
        self._image = image
        self._painter = PicturePainter(image)
        self._pressed = self._dragged = None
        if image is not None:
            self._viewport = Viewport(self.width(), self.height(), full_width, full_height)
        self.zoom_fit()
        return True

    def set_veil(self, veil: Veil) -> None:
        """Show less of the picture, or all of it."""
        self._veil = veil
        self._changed()

    # ------------------------------------------------------------ zoom and pan

    def zoom_fit(self) -> None:
        """Show the whole picture, and keep doing so when the view changes its size."""
        scale = self._viewport.fit_scale(margin=MARGIN, largest=FIT_LARGEST * self._actual_scale())
        self._viewport = self._viewport.scaled_at(scale, x=0, y=0)
        self._fitted = True
        self._changed()

    def zoom_actual(self, *, at: QPointF | None = None) -> None:
        """100 %: one pixel of the picture is one pixel of the screen."""
        self._zoom_to(self._actual_scale(), at=at)

    def zoom_in(self) -> None:
        """One step nearer, to the middle of the view."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step back; never smaller than fitted."""
        self.zoom_by(1 / ZOOM_STEP)

    def zoom_by(self, factor: float, *, at: QPointF | None = None) -> None:
        """Zoom by a factor, keeping what is under ``at`` (default: the middle) where it is."""
        self._zoom_to(self._viewport.scale * factor, at=at)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by view pixels, as far as there is more of it."""
        self._viewport = self._viewport.moved(dx, dy)
        self.update()

    def _zoom_to(self, scale: float, *, at: QPointF | None) -> None:
        if self._image is None:
            return
        actual = self._actual_scale()
        fit = self._viewport.fit_scale(margin=MARGIN, largest=FIT_LARGEST * actual)
        if scale <= fit and scale < actual:
            # Smaller than fitted shows nothing more; 100 % of a small picture stays reachable.
            self.zoom_fit()
            return
        point = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        scale = min(scale, ZOOM_LARGEST * actual)
        self._viewport = self._viewport.scaled_at(scale, x=point.x(), y=point.y())
        self._fitted = False
        self._changed()

    def _actual_scale(self) -> float:
        """View pixels for each picture pixel at 100 %."""
        return 1 / self.devicePixelRatioF()

    def _changed(self) -> None:
        self.update()
        self.view_changed.emit()

    # ------------------------------------------------------------ for subclasses

    def claims_key(self, event: QKeyEvent) -> bool:
        """Whether a key is this widget's even if a shortcut of the window wants it too."""
        return event.key() in ARROWS and self._viewport.overflows

    def paint_over(self, painter: QPainter, view: QRectF) -> None:
        """Draw what lies over the picture; the picture is there already."""

    def paint_instead(self, painter: QPainter, view: QRectF, tokens: Tokens) -> None:
        """Draw what stands there when there is no picture."""

    def clicked_at(self, position: QPointF) -> None:
        """The picture was clicked, not dragged."""

    # ------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Claim keys from shortcuts; follow pinches and moves to another screen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.claims_key(event):
                event.accept()
                return True
        elif isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), at=event.position())
            return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange and self._fitted:
            self.zoom_fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan; every other key is left to the window, whose commands zoom."""
        step = ARROWS.get(event.key())
        if step is not None and self._viewport.overflows:
            self.pan(-PAN_STEP * step.x(), -PAN_STEP * step.y())
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        if event.angleDelta().y():
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / NOTCH), at=event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton or self._image is None:
            event.ignore()
            return
        self._pressed = event.position()
        self._dragged = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, once the pointer has moved further than a hand trembles."""
        if self._pressed is None:
            return
        here = event.position()
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and far and self._viewport.overflows:
            self._dragged = self._pressed
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged is not None:
            moved = here - self._dragged
            self._dragged = here
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag; without one it was a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            event.ignore()
            return
        dragged = self._dragged is not None
        self._pressed = self._dragged = None
        if dragged:
            self.unsetCursor()
        else:
            self.clicked_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between fitted and 100 %."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._fitted:
            self.zoom_actual(at=event.position())
        else:
            self.zoom_fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by a key."""
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self._ring = False
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep what was in the middle there."""
        super().resizeEvent(event)
        self._viewport = self._viewport.resized(self.width(), self.height())
        if self._fitted:
            self.zoom_fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the picture, what lies over it, and the focus ring."""
        tokens = tokens_of(self)
        view = QRectF(self.rect())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        if self._image is None:
            self.paint_instead(painter, view, tokens)
        else:
            if self._veil is Veil.HIDE:
                paint_hidden(painter, self._viewport, view=view, tokens=tokens)
            self._painter.paint(painter, self._viewport, veil=self._veil, widget=self)
            self.paint_over(painter, view)
        if self._ring:
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(view.adjusted(1, 1, -1, -1))
