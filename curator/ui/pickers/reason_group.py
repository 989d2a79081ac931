"""The reasons to reject for, as a row of small keys and as a menu in words."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from curator.engine.records import Reason
from curator.engine.said import said
from curator.engine.wording import REASON_WORDS
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import BY_NAME, Name
from curator.ui.keyboard.keys import cap_of, pressed
from curator.ui.language import tr
from curator.ui.theme import GRID, RADIUS, RING, Role, set_role, tokens_of
from curator.ui.widgets import KeyButton, describe, set_tip
from curator.ui.widgets.buttons import SIDE, button_height, cap_height, cap_width, paint_cap

REASON_NAMES: Mapping[Reason, Name] = {
    Reason.NOT_CLAIMED: Name.NOT_CLAIMED,
    Reason.SEVERAL_FACES: Name.SEVERAL_FACES,
    Reason.NO_FACE: Name.NO_FACE,
    Reason.DUPLICATE: Name.DUPLICATE,
    Reason.UNSAFE: Name.UNSAFE,
}
"""The reasons that are commands of their own, as they come."""
REASON_KEYS: Mapping[Reason, str] = {reason: BY_NAME[name].keys[0] for reason, name in REASON_NAMES.items()}
"""Their keys, unless a person chose others."""
SHORT_WORDS: Mapping[Reason, str] = {
    Reason.NOT_CLAIMED: said("someone else"),
    Reason.SEVERAL_FACES: said("many faces"),
    Reason.NO_FACE: said("no face"),
    Reason.DUPLICATE: said("duplicate"),
    Reason.UNSAFE: said("unsafe"),
    Reason.NOT_INDEXED: said("not in the index"),
}
"""What stands beside the keys where there is room."""
MENU_REASONS = (
    *REASON_KEYS,
    Reason.AMBIGUOUS,
    Reason.NOT_INDEXED,
    Reason.LOOKS_GENUINE,
    Reason.TOO_SMALL,
    Reason.UNREADABLE,
    Reason.OTHER,
)
"""Every reason that a rejection may have; asking a colleague is none."""

_KEY_GAP = GRID // 2


class ReasonMenu(QMenu):
    """All reasons in words; a reason's own key chooses it here too."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = {reason: QAction(self) for reason in MENU_REASONS}
        for reason, action in self._actions.items():
            if reason is Reason.AMBIGUOUS:
                self.addSeparator()
            action.setData(reason)
            self.addAction(action)
        self._bound: Mapping[Reason, str] = {}
        self._keys: Mapping[Reason, str] = {}
        self._claimed = True
        self.set_keys(REASON_KEYS)

    def set_claimed(self, on: bool) -> None:
        """Offer what fits a submission that claims somebody, or nobody."""
        if on == self._claimed:
            return  # asked at each picture, and seldom another than before
        self._claimed = on
        self._actions[Reason.NOT_CLAIMED].setVisible(on)
        self.set_keys(self._bound)

    def set_keys(self, keys: Mapping[Reason, str]) -> None:
        """Tell other keys, as ``keys.written`` says them."""
        self._bound = keys
        self._keys = {reason.meant(claimed=self._claimed): key for reason, key in keys.items()}
        for reason, action in self._actions.items():
            words = tr(REASON_WORDS[reason])
            # What follows the tab is only shown, at the right: the menu answers to it itself.
            action.setText(f"{words[:1].upper()}{words[1:]}\t{cap_of(self._keys.get(reason, ''))}".rstrip())

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the menu."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # While the menu is open its keys are its own, not the window's.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key."""
        typed = pressed(event)
        reason = next((one for one, key in self._keys.items() if typed and key == typed), None)
        if reason is None:
            super().keyPressEvent(event)
            return
        self.close()
        self._actions[reason].trigger()


class ReasonGroup(QWidget):
    """A button that opens the menu of reasons, and a key to click for each frequent one.

    Attributes:
        chosen: the Reason to reject for.
    """

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = ReasonMenu(parent=self)
        self.menu.triggered.connect(lambda action: self.chosen.emit(Reason(action.data())))
        self.more = KeyButton(tr("Other reason"))
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(lambda: self.open_menu(self.more))
        self.keys = {reason: ReasonKey(reason, key=key) for reason, key in REASON_KEYS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_KEY_GAP)
        row.addWidget(self.more)
        for reason, button in self.keys.items():
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, chosen=reason: self.chosen.emit(chosen))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Reject for another reason"))

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound; to be called again when they change."""
        bound = {reason: bindings.keys_of(name) for reason, name in REASON_NAMES.items()}
        self.set_keys({reason: keys[0] for reason, keys in bound.items() if keys})

    def set_keys(self, keys: Mapping[Reason, str]) -> None:
        """Show other keys, as ``keys.written`` says them; a reason without one keeps its button."""
        self.menu.set_keys(keys)
        for reason, button in self.keys.items():
            button.set_key(cap_of(keys.get(reason, "")))

    def set_claimed(self, on: bool) -> None:
        """Say what fits a submission that claims somebody, or nobody."""
        self.menu.set_claimed(on)
        for button in self.keys.values():
            button.set_claimed(on)

    def set_brief(self, on: bool) -> None:
        """Say only dots on the button that opens the menu, or its words."""
        words = tr("Other reason")
        self.more.set_label("…" if on else words)
        self.more.setAccessibleName(words)
        set_tip(self.more, words if on else "")

    def set_worded(self, on: bool) -> None:
        """Show short words beside the keys, or the keys alone."""
        for button in self.keys.values():
            button.set_worded(on)

    def set_keys_shown(self, on: bool) -> None:
        """Show the keys, or leave them to the menu, which names them too."""
        for button in self.keys.values():
            button.setVisible(on)

    def width_worded(self, on: bool) -> int:
        """How wide the group is with or without words, in logical pixels."""
        keys = sum(button.width_worded(on) for button in self.keys.values())
        more = 0 if self.more.isHidden() else self.more.sizeHint().width()
        return more + keys + len(self.keys) * _KEY_GAP

    def width_brief(self) -> int:
        """How wide the group is with dots and the keys alone, in logical pixels."""
        keys = sum(button.width_worded(False) for button in self.keys.values())
        return self.width_least() + keys + len(self.keys) * _KEY_GAP

    def width_least(self) -> int:
        """How wide the group is with nothing but dots, in logical pixels."""
        dots = self.more.fontMetrics().horizontalAdvance("…")
        return min(self.more.minimumSizeHint().width(), 2 * SIDE + dots + 1)

    def open_menu(self, anchor: QWidget) -> None:
        """Open the menu above a button, with its first line current."""
        place = anchor.mapToGlobal(QPoint(0, -self.menu.sizeHint().height() - GRID))
        self.menu.popup(place)
        self.menu.setActiveAction(self.menu.actions()[0])


class ReasonKey(QPushButton):
    """A key cap to click, with short words beside it where there is room."""

    def __init__(self, reason: Reason, *, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = self._meant = reason
        self._key = key
        self._worded = False
        set_role(self, Role.BODY)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_key(key)

    @property
    def key(self) -> str:
        """The key in the cap."""
        return self._key

    @property
    def worded(self) -> bool:
        """Whether the words are shown beside the key."""
        return self._worded

    def set_claimed(self, on: bool) -> None:
        """Say what it means for a submission that claims somebody, or nobody."""
        meant = self._reason.meant(claimed=on)
        if meant is not self._meant:
            self._meant = meant
            self.set_key(self._key)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        name = tr("Reject: {reason}", reason=tr(REASON_WORDS[self._meant]))
        self.setAccessibleName(name)
        set_tip(self, f"{name} ({key})" if key else name)
        describe(self, tr("Key {key}", key=key) if key else "")
        self.updateGeometry()
        self.update()

    def set_worded(self, on: bool) -> None:
        """Show or hide the words."""
        if on != self._worded:
            self._worded = on
            self.updateGeometry()
            self.update()

    def width_worded(self, on: bool) -> int:
        """How wide the button is with or without words, in logical pixels."""
        width = cap_width(self._key) + 3 * GRID
        if on or not self._key:
            # Wide enough for all that it may mean: it keeps its place from one picture to the next.
            words = {tr(SHORT_WORDS[self._reason.meant(claimed=on)]) for on in (True, False)}
            width += max(self.fontMetrics().horizontalAdvance(one) for one in words) + 2 * GRID
        return width

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(self.width_worded(self._worded), button_height())

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        ink = QColor(tokens.text if self.isEnabled() else tokens.edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.line if self.isDown() else tokens.hover))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        left = 1.5 * GRID
        cap = QRectF(left, (self.height() - cap_height()) / 2, cap_width(self._key), cap_height())
        if self._key:
            edge = QColor(tokens.edge if self.isEnabled() else tokens.line)
            paint_cap(painter, cap, self._key, color=ink, edge=edge)
        if self._worded or not self._key:
            painter.setFont(self.font())
            painter.setPen(ink)
            place = QRectF(cap.right() + 1.5 * GRID, 0, self.width(), self.height())
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(place, flags, tr(SHORT_WORDS[self._meant]))
