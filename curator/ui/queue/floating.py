"""A frame that floats over the window beside what opened it, and goes when a person turns elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from curator.ui.theme import GRID, sized, tokens_of

SHADOW = 12
"""So many logical pixels around the frame are its shadow."""
_RADIUS = 10


class FloatingFrame(QFrame):
    """A part of the window, above all others: no window of its own, and never modal.

    Esc closes it, and so does a press elsewhere, which still does there what it does. Letters that
    are pressed in it stay in it: under it lies the desk, where letters are decisions.

    Attributes:
        closed: it is not shown any more; true when the keyboard is to go back to where it was.
    """

    closed = Signal(bool)

    def __init__(self, window: QWidget, *, width: int, height: int) -> None:
        """Makes a frame that is not shown yet.

        Args:
            window: it lies over this.
            width: in logical pixels at 100 %; less where the window is smaller.
            height: the same.
        """
        super().__init__(window)
        self._wanted = (width, height)
        self._beside: QWidget | None = None
        self._friends: Sequence[QWidget] = ()
        self.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def open_beside(self, widget: QWidget, *, friends: Sequence[QWidget]) -> None:
        """Shows it at the right edge of a widget.

        Args:
            widget: stands still while it is open.
            friends: may be pressed without closing it.
        """
        self._beside, self._friends = widget, friends
        self._place()
        self.show()
        self.raise_()
        self._watch(True)

    def close_frame(self, *, go_back: bool) -> None:
        """Hides it.

        Args:
            go_back: the keyboard is to go back to where it was; it is anyway when it was in here.
        """
        if self.isHidden():
            return
        self._watch(False)
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self.closed.emit(go_back or inside)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Goes round within the frame: what lies under it is not to be typed into unseen."""
        start: QWidget = QApplication.focusWidget() or self
        one: QWidget | None = start
        while one is not None:
            one = one.nextInFocusChain() if forward else one.previousInFocusChain()
            if one is None or one is start:
                return False
            takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes and self.isAncestorOf(one) and one.isVisible() and one.isEnabled():
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                one.setFocus(reason)
                return True
        return False

    def event(self, event: QEvent) -> bool:
        """Keeps plain keys from the commands of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            if held == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the whole program while it is open."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if isinstance(watched, QWidget) and not self._belongs(watched):
                self.close_frame(go_back=False)
        elif kind is QEvent.Type.Resize and watched in (self.window(), self._beside):
            self._place()
        elif kind is QEvent.Type.Hide and watched is self._beside:
            self.close_frame(go_back=False)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_frame(go_back=True)
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        for ring in range(SHADOW, 0, -2):
            painter.setBrush(QColor(0, 0, 0, 5))
            spread = body.adjusted(-ring, -ring + 2, ring, ring)
            painter.drawRoundedRect(spread, _RADIUS + ring, _RADIUS + ring)
        painter.setBrush(QColor(tokens.panel))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _watch(self, on: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if app is not None and on:
            app.installEventFilter(self)

    def _belongs(self, widget: QWidget) -> bool:
        if widget.window() is not self.window():
            # A menu of it, or of a friend.
            return True
        return any(one is widget or one.isAncestorOf(widget) for one in (self, *self._friends))

    def _place(self) -> None:
        if self._beside is None:
            return
        window = self.window()
        corner = self._beside.mapTo(window, QPoint(self._beside.width(), 0))
        width, height = (sized(length) + 2 * SHADOW for length in self._wanted)
        place = QRect(corner.x() + GRID - SHADOW, corner.y() + 2 * GRID - SHADOW, width, height)
        room = window.rect().adjusted(GRID, GRID, -GRID + SHADOW, -GRID + SHADOW)
        # Where the window is narrow it is narrower too, and only then lies over what it stands beside.
        place.setRight(min(place.right(), room.right()))
        place.setWidth(max(place.width(), self.minimumSizeHint().width()))
        if place.right() > room.right():
            place.moveRight(room.right())
        self.setGeometry(place.intersected(room))
