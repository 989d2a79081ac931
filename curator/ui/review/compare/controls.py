"""The tools of the comparison: ways of showing it, the line through the eyes, and what each way needs."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QSlider, QStackedLayout, QToolButton, QWidget

from curator.ui.assets import ICON_SMALL, Icon, icon
from curator.ui.language import tr
from curator.ui.review.compare.modes import ICONS, NAMES, TIPS, CompareMode
from curator.ui.theme import GRID, Role, Surface
from curator.ui.widgets import KeyCap, ToolButton, set_surface, set_tip, text_label

_SLIDER_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)

_RIGHT = Qt.TextElideMode.ElideRight
_ICON_PADDING = 4 * GRID
"""What the style sheet puts around the icon of a tool, with some to spare."""


class ModeBar(QWidget):
    """The row above the faces.

    Attributes:
        mode_chosen: a ``CompareMode``.
        guide_chosen: whether a line through the eyes is wanted.
        close_asked: the picture is wanted back.
    """

    mode_chosen = Signal(object)
    guide_chosen = Signal(bool)
    close_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.PANEL)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        self._modes: dict[CompareMode, QToolButton] = {}
        # Not a group of buttons: Qt takes all but the checked one of a group out of the reach of Tab.
        for mode in CompareMode:
            button = QToolButton()
            button.setText(tr(NAMES[mode]))
            button.setIcon(icon(ICONS[mode]))
            button.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(tr(NAMES[mode]))
            set_tip(button, tr(TIPS[mode]))
            button.clicked.connect(lambda _on, chosen=mode: self.mode_chosen.emit(chosen))
            self._modes[mode] = button
            row.addWidget(button)
        # Otherwise the row could never get narrower than its words; see minimumSizeHint.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addStretch(1)
        self._guide = ToolButton(Icon.SHOWN, tr("Line through the eyes"), checkable=True, size=ICON_SMALL)
        self._guide.setChecked(True)
        self._guide.toggled.connect(self.guide_chosen)
        self._close = ToolButton(Icon.CLOSE, tr("Back to the picture"), key="Esc", size=ICON_SMALL)
        self._close.clicked.connect(self.close_asked)
        row.addWidget(self._guide)
        row.addWidget(self._close)

    def set_mode(self, mode: CompareMode) -> None:
        """Show which way is chosen."""
        for one, button in self._modes.items():
            button.setChecked(one is mode)
        self._fit()

    def set_usable(self, on: bool) -> None:
        """Whether there is something to show; going back is always possible."""
        for button in (*self._modes.values(), self._guide):
            button.setEnabled(on)

    def minimumSizeHint(self) -> QSize:
        """The chosen way in words, the others as their icons."""
        words = [self._width_of(button) for button in self._modes.values()]
        icons = [button.iconSize().width() + _ICON_PADDING for button in self._modes.values()]
        widest = max(word - image for word, image in zip(words, icons, strict=True))
        return QSize(sum(icons) + widest + self._beside(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all ways in words, or only the chosen one where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit anew when the words need more or less room, as with another size of text."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        wide = sum(map(self._width_of, self._modes.values())) + self._beside() <= self.width()
        styles = Qt.ToolButtonStyle
        for button in self._modes.values():
            worded = wide or button.isChecked()
            style = styles.ToolButtonTextBesideIcon if worded else styles.ToolButtonIconOnly
            if button.toolButtonStyle() is not style:
                button.setToolButtonStyle(style)

    def _beside(self) -> int:
        """How wide all else in the row is, with the gaps."""
        return self._guide.sizeHint().width() + self._close.sizeHint().width() + (len(CompareMode) + 6) * GRID

    @staticmethod
    def _width_of(button: QToolButton) -> int:
        """How wide a button is with its words, whether it shows them now or not."""
        words = button.fontMetrics().horizontalAdvance(button.text())
        return button.iconSize().width() + _ICON_PADDING + 2 * GRID + words


class MixSlider(QSlider):
    """How strong the portrait lies over the face; while it has the focus its keys are its own."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(25)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Portrait over face"))
        set_tip(self, tr("Left shows the face, right the portrait"))

    def event(self, event: QEvent) -> bool:
        """Claim the arrow keys from shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _SLIDER_KEYS
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            event.accept()
            return True
        return super().event(event)


class ModeTools(QWidget):
    """The row below the faces: a slider for the overlay, a switch for the flicker, else nothing.

    Attributes:
        mixed: how strong the portrait should be, 0 to 1.
        run_asked: whether the pictures should turn over by themselves.
    """

    mixed = Signal(float)
    run_asked = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.PANEL)
        self.slider = MixSlider()
        self.slider.valueChanged.connect(lambda value: self.mixed.emit(value / 100))
        self._run = ToolButton(Icon.PLAY, tr("Turn over by itself"), checkable=True, size=ICON_SMALL)
        self._run.clicked.connect(self.run_asked)
        overlay = QWidget()
        row = QHBoxLayout(overlay)
        row.setContentsMargins(4 * GRID, GRID, 4 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(text_label(tr("This face"), role=Role.DIM, elide=_RIGHT))
        row.addWidget(self.slider, 1)
        row.addWidget(text_label(tr("Portrait"), role=Role.DIM, elide=_RIGHT))
        flicker = QWidget()
        row = QHBoxLayout(flicker)
        row.setContentsMargins(4 * GRID, GRID, 4 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addStretch(1)
        row.addWidget(self._run)
        row.addWidget(KeyCap("Space"))
        row.addWidget(text_label(tr("shows the other one"), role=Role.DIM, elide=_RIGHT))
        row.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(overlay)
        self._pages.addWidget(flicker)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def mix(self) -> float:
        """How strong the slider wants the portrait, 0 to 1."""
        return self.slider.value() / 100

    def set_mode(self, mode: CompareMode) -> None:
        """Show what that way of comparing needs."""
        self.setVisible(mode is not CompareMode.SIDE_BY_SIDE)
        self._pages.setCurrentIndex(0 if mode is CompareMode.OVERLAY else 1)

    def set_running(self, on: bool) -> None:
        """Show whether the pictures turn over by themselves."""
        self._run.setChecked(on)
        self._run.setIcon(icon(Icon.PAUSE if on else Icon.PLAY))
