"""The tools of the comparison: ways of showing it, the line through the eyes, and what each way needs."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QStackedLayout, QToolButton, QWidget

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
        row.addStretch(1)
        self._guide = ToolButton(Icon.SHOWN, tr("Line through the eyes"), checkable=True, size=ICON_SMALL)
        self._guide.setChecked(True)
        self._guide.toggled.connect(self.guide_chosen)
        close = ToolButton(Icon.CLOSE, tr("Back to the picture"), key="Esc", size=ICON_SMALL)
        close.clicked.connect(self.close_asked)
        row.addWidget(self._guide)
        row.addWidget(close)

    def set_mode(self, mode: CompareMode) -> None:
        """Show which way is chosen."""
        for one, button in self._modes.items():
            button.setChecked(one is mode)

    def set_usable(self, on: bool) -> None:
        """Whether there is something to show; going back is always possible."""
        for button in (*self._modes.values(), self._guide):
            button.setEnabled(on)


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
        row.addWidget(text_label(tr("This face"), role=Role.DIM))
        row.addWidget(self.slider, 1)
        row.addWidget(text_label(tr("Portrait"), role=Role.DIM))
        flicker = QWidget()
        row = QHBoxLayout(flicker)
        row.setContentsMargins(4 * GRID, GRID, 4 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addStretch(1)
        row.addWidget(self._run)
        row.addWidget(KeyCap("Space"))
        row.addWidget(text_label(tr("shows the other one"), role=Role.DIM))
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
