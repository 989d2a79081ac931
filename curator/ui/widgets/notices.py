"""Sentences to the person that do not get in the way: a notice bar and an empty page."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon
from curator.ui.language import tr
from curator.ui.theme import RADIUS, Role, Tone, size_with_text, sized, tokens_of
from curator.ui.widgets.buttons import ButtonTone, KeyButton, ToolButton
from curator.ui.widgets.chips import IconMark
from curator.ui.widgets.labels import text_label

_SENTENCE_WIDTH, _LEAST_SENTENCE = 400, 120
_SIDE = 24
_FLOATING_WIDTH, _FOOT = 600, 72
"""Of a notice over a window: its width, and how far its foot is from the window's; above the verdicts."""


class Notice(QFrame):
    """A sentence in a bar, with one step to take; stays until closed or replaced.

    Where it floats over a window it moves nothing that somebody is about to click.

    Attributes:
        action_clicked: the person takes the step.
        closed: the person closed the bar; it has hidden itself.
    """

    action_clicked = Signal()
    closed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._beside: QWidget | None = None
        self._mark = IconMark(TONE_ICONS[Tone.NEUTRAL], tone=Tone.NEUTRAL)
        self._sentence = text_label("", wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = KeyButton("")
        self._close = ToolButton(Icon.CLOSE, tr("Close this notice"), size=ICON_SMALL)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        size_with_text(self, least_height=48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._action.clicked.connect(self.action_clicked)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def float_over(self, ground: QWidget, *, beside: QWidget) -> None:
        """Stand over the foot of a window instead of taking room in a layout.

        Args:
            ground: the window's contents.
            beside: what stands at their left, and is not covered.
        """
        self.setParent(ground)
        self._beside = beside
        ground.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() is QEvent.Type.Resize and self._beside is not None:
            self._find_place()
        return super().eventFilter(watched, event)

    def _find_place(self) -> None:
        ground, beside = self.parentWidget(), self._beside
        if ground is None or beside is None:
            return
        left = beside.width() if beside.isVisible() else 0
        room = ground.width() - left
        width = min(sized(_FLOATING_WIDTH), room - 2 * _SIDE)
        height = max(self.minimumHeight(), self._row.heightForWidth(width))
        top = ground.height() - sized(_FOOT) - height
        self.setGeometry(left + (room - width) // 2, top, width, height)
        self.raise_()

    @property
    def sentence(self) -> str:
        """What the bar says."""
        return self._sentence.text()

    def tell(self, sentence: str, *, tone: Tone = Tone.NEUTRAL, action: str = "") -> None:
        """Show a sentence, replacing the one before.

        Args:
            sentence: what happened and what to do next.
            tone: how bad it is.
            action: the words on the button; empty for no button.
        """
        self._tone = tone
        self._mark.set_image(TONE_ICONS[tone], tone=tone)
        self._sentence.setText(sentence)
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self._find_place()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.raised))
        painter.fillRect(0, 0, 4, self.height(), tokens.color(self._tone))
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """A page with nothing on it yet: what belongs here and how to get it.

    Attributes:
        primary_clicked: the first button.
        secondary_clicked: the second button.
    """

    primary_clicked = Signal()
    secondary_clicked = Signal()

    def __init__(
        self,
        image: Icon,
        heading: str,
        sentence: str,
        *,
        primary: str = "",
        secondary: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._heading = text_label(heading, role=Role.HEADING, elide=Qt.TextElideMode.ElideRight)
        self._sentence = text_label(sentence, role=Role.DIM, wrap=True)
        self._sentence.setAlignment(centre)
        self._primary = KeyButton(primary, tone=ButtonTone.PRIMARY)
        self._secondary = KeyButton(secondary)
        # Only ever hidden here: showing a button that has no parent yet would open it as a window.
        if not primary:
            self._primary.hide()
        if not secondary:
            self._secondary.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._primary)
        buttons.addWidget(self._secondary)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.setSpacing(0)
        column.addStretch(2)
        self._badge = _Badge(image)
        column.addWidget(self._badge, 0, centre)
        column.addSpacing(16)
        column.addWidget(self._heading, 0, centre)
        column.addSpacing(4)
        column.addWidget(self._sentence, 0, centre)
        column.addSpacing(20)
        column.addLayout(buttons)
        column.addStretch(3)
        # Otherwise the sentence, which follows the width, would keep the page as wide as it was once.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._primary.clicked.connect(self.primary_clicked)
        self._secondary.clicked.connect(self.secondary_clicked)
        self._make_room()

    def tell(self, heading: str, sentence: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use: the sentence in short lines."""
        shown = [one for one in (self._primary, self._secondary) if not one.isHidden()]
        buttons = sum(one.minimumSizeHint().width() + 8 for one in shown)
        width = max(_LEAST_SENTENCE, buttons, self._heading.minimumSizeHint().width()) + 2 * _SIDE
        return QSize(width, self._height(with_badge=False))

    def event(self, event: QEvent) -> bool:
        """Make room again once the text or the page has another size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().event(event)

    def _height(self, *, with_badge: bool) -> int:
        badge = self._badge.height()
        now = super().minimumSizeHint().height()
        return now + (badge if with_badge else 0) - (0 if self._badge.isHidden() else badge)

    def _make_room(self) -> None:
        room = max(_LEAST_SENTENCE, self.width() - 2 * _SIDE)
        width = min(sized(_SENTENCE_WIDTH), room)
        # The layout asks for the height at its own width, which may be far wider than the sentence's.
        needed = max(0, self._sentence.heightForWidth(width))
        if (width, needed) != (self._sentence.maximumWidth(), self._sentence.minimumHeight()):
            self._sentence.setFixedWidth(width)
            self._sentence.setMinimumHeight(needed)
        # In a low window the words have the room.
        self._badge.setVisible(self.height() >= self._height(with_badge=True))


class _Badge(QWidget):
    """A large quiet icon on a raised disc."""

    def __init__(self, image: Icon) -> None:
        super().__init__()
        self.setFixedSize(64, 64)
        mark = IconMark(image, size=32, parent=self)
        mark.move(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).raised))
        painter.drawRoundedRect(self.rect(), 2 * RADIUS + 20, 2 * RADIUS + 20)
