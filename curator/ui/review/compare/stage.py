"""Lays out the squares with their captions: beside each other, above each other, or one alone."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.language import tr
from curator.ui.review.compare.pane import AlignedPane
from curator.ui.theme import GRID, RING, Role, tokens_of
from curator.ui.widgets import ToolButton, text_label

GAP = 3 * GRID
SMALLEST = 96
"""Side of the smallest square that is still of use."""
_MIDDLE = Qt.TextElideMode.ElideMiddle
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Caption(QWidget):
    """Two lines under a square: what it is, and its numbers. Widgets may stand beside the first."""

    def __init__(
        self, *beside: QWidget, elide: Qt.TextElideMode = _MIDDLE, parent: QWidget | None = None
    ) -> None:
        """Make an empty caption.

        Args:
            beside: stand at the end of the first line.
            elide: where the first line is cut when it is too long; a name of a file in its middle.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._title = text_label("", role=Role.STRONG, elide=elide)
        self._detail = text_label("", role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._title, 1)
        for widget in beside:
            row.addWidget(widget)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, GRID, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(row)
        lines.addWidget(self._detail)

    @property
    def words(self) -> tuple[str, str]:
        """Both lines."""
        return self._title.text(), self._detail.text()

    def set_words(self, title: str, detail: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._detail.setText(detail)


class Stage(QWidget):
    """The face and the portrait, as large as the room allows.

    Attributes:
        step_asked: the next (1) or the previous (-1) portrait is wanted.
        single: whether one square shows both.
    """

    step_asked = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.single = False
        self._ring = False
        self.face = AlignedPane(parent=self)
        self.portrait = AlignedPane(parent=self)
        self.portrait.set_mix(1.0)
        self._previous = ToolButton(Icon.PREVIOUS, tr("Previous portrait"), key="[", size=ICON_SMALL)
        self._next = ToolButton(Icon.NEXT, tr("Next portrait"), key="]", size=ICON_SMALL)
        self._previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self._next.clicked.connect(lambda: self.step_asked.emit(1))
        self.face_caption = Caption(parent=self)
        # Its politician stands at the beginning, which says more than the end of its file's name.
        right = Qt.TextElideMode.ElideRight
        self.portrait_caption = Caption(self._previous, self._next, elide=right, parent=self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Comparison"))

    def set_single(self, on: bool) -> None:
        """Show both faces in one square, or each in its own."""
        self.single = on
        if not on:
            self.face.set_mix(0.0)
            self.face.set_tag("")
        self.portrait.setVisible(not on)
        self._arrange()

    def set_guide(self, on: bool) -> None:
        """Draw a line through the eyes, or none."""
        for pane in (self.face, self.portrait):
            pane.set_guide(on)

    def set_stepping(self, on: bool) -> None:
        """Offer other portraits, or not when there is only one."""
        for button in (self._previous, self._next):
            button.setVisible(on)

    def set_keys(self, *, previous: str, following: str) -> None:
        """Tell other keys for stepping; binding them is the window's part."""
        self._previous.set_key(previous)
        self._next.set_key(following)

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return QSize(2 * SMALLEST + 3 * GAP, SMALLEST + self._caption_height() + 2 * GAP)

    def event(self, event: QEvent) -> bool:
        """Make room for captions that became higher."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use all of the room."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by a key."""
        self._ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the focus ring."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        if self._ring:
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _caption_height(self) -> int:
        return max(self.face_caption.sizeHint().height(), self.portrait_caption.sizeHint().height())

    def _arrange(self) -> None:
        room = self.rect().adjusted(GAP, GAP, -GAP, -GAP)
        caption = self._caption_height()
        if self.single:
            self._arrange_single(room, caption=caption)
            return
        across = min((room.width() - GAP) // 2, room.height() - caption)
        above = min(room.width(), (room.height() - GAP) // 2 - caption)
        side = max(across, above, 1)
        both = (self.face, self.face_caption), (self.portrait, self.portrait_caption)
        if across >= above:
            left = room.center().x() - side - GAP // 2
            top = room.top() + max(0, room.height() - side - caption) // 2
            corners = [(left, top), (left + side + GAP, top)]
        else:
            left = room.center().x() - side // 2
            used = 2 * (side + caption) + GAP
            top = room.top() + max(0, room.height() - used) // 2
            corners = [(left, top), (left, top + side + caption + GAP)]
        for (pane, words), (x, y) in zip(both, corners, strict=True):
            pane.setGeometry(x, y, side, side)
            words.setGeometry(x, y + side, side, caption)

    def _arrange_single(self, room: QRect, *, caption: int) -> None:
        side = max(min(room.width(), room.height() - caption), 1)
        top = room.top() + max(0, room.height() - side - caption) // 2
        self.face.setGeometry(room.center().x() - side // 2, top, side, side)
        # Captions may be wider than the square, or names would be cut beside empty room.
        width = min(room.width(), max(side, 640))
        left, half = room.center().x() - width // 2, (width - GAP) // 2
        self.face_caption.setGeometry(left, top + side, half, caption)
        self.portrait_caption.setGeometry(left + half + GAP, top + side, half, caption)
