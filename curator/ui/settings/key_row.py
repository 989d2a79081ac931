"""A line of the settings for the keys of one command: shown, recorded, and settled with who has them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon
from curator.ui.keyboard.bindings import Bindings, Conflict
from curator.ui.keyboard.commands import Command
from curator.ui.keyboard.keys import cap_of, pressed
from curator.ui.language import tr
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets import IconMark, KeyButton, KeyCap, ToolButton, text_label

_CAPS_WIDTH = 208
"""Room for the keys of a command, in logical pixels at 100 %."""


class KeyRecorder(QLineEdit):
    """Takes the next key that is pressed, whatever the window would do with it.

    Attributes:
        recorded: the key, as ``keys.written`` says it.
        removed: the person wants the command to have one key less.
        left: the person gave up, by Esc or by going elsewhere.
    """

    recorded = Signal(str)
    removed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(tr("Press a key"))
        self.setAccessibleDescription(tr("Esc keeps it as it was, Backspace takes it away."))

    def event(self, event: QEvent) -> bool:
        """Keep keys from the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record."""
        if event.isAutoRepeat():
            return
        key = pressed(event)
        if key == "Esc":
            self.left.emit()
        elif key == "Backspace":
            self.removed.emit()
        elif key:
            self.recorded.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up."""
        super().focusOutEvent(event)
        self.left.emit()


class KeyRow(QWidget):
    """A command, its keys as caps, and what changes them.

    Attributes:
        began: the name of the command whose key is being changed.
    """

    began = Signal(object)

    def __init__(self, command: Command, bindings: Bindings) -> None:
        super().__init__()
        self._command = command
        self._bindings = bindings
        self._wanted: tuple[str, ...] = ()
        self._asked: Conflict | None = None
        words = tr(command.words).removesuffix(" …")
        if command.held:
            words = tr("{command} (hold the key)", command=words)
        self.setAccessibleName(words)
        self._words = text_label(words, wrap=True)
        self._shown: Sequence[QWidget] = ()
        self._caps = QHBoxLayout()
        self._caps.setSpacing(GRID)
        self._keys = QWidget()
        self._line = QHBoxLayout()
        self.change = KeyButton(tr("Change"))
        self.change.setAccessibleName(tr("Change the key of “{command}”", command=words))
        self.restore = ToolButton(
            Icon.UNDO, tr("Restore the usual keys of “{command}”", command=words), size=ICON_SMALL
        )
        self._prepared = False
        self._lay_out()
        self.change.clicked.connect(self.begin)
        self.restore.clicked.connect(self._on_restore)
        self.show_keys()

    def _prepare(self) -> None:
        """Makes what asks, once somebody changes this key: few of so many ever are."""
        if self._prepared:
            return
        self._prepared = True
        self.recorder = KeyRecorder()
        self.recorder.hide()
        size_with_text(self.recorder, width=_CAPS_WIDTH)
        self._line.insertWidget(2, self.recorder)
        self._mark = IconMark(TONE_ICONS[Tone.WARN], tone=Tone.WARN)
        self._sentence = text_label("", wrap=True)
        self.use = KeyButton(tr("Use it here"))
        self.keep = KeyButton(tr("Keep as it was"))
        self._question = QWidget()
        question = QHBoxLayout(self._question)
        question.setContentsMargins(0, GRID, 0, 2 * GRID)
        question.setSpacing(2 * GRID)
        question.addWidget(self._mark)
        question.addWidget(self._sentence, 1)
        question.addWidget(self.use)
        question.addWidget(self.keep)
        self._question.hide()
        self._column.addWidget(self._question)
        self.recorder.recorded.connect(self._on_recorded)
        self.recorder.removed.connect(self._on_removed)
        self.recorder.left.connect(self._on_left)
        self.use.clicked.connect(self._on_use)
        self.keep.clicked.connect(self._on_keep)
        # Keys first, then what changes them, then what is asked.
        QWidget.setTabOrder(self.restore, self.use)
        QWidget.setTabOrder(self.use, self.keep)

    @property
    def sentence(self) -> str:
        """What is said about a key that cannot be had, or not without asking."""
        return "" if not self._prepared or self._question.isHidden() else self._sentence.text()

    @property
    def caps(self) -> tuple[str, ...]:
        """The keys that are shown."""
        return tuple(cap.key for cap in self._shown if isinstance(cap, KeyCap))

    def show_keys(self) -> None:
        """Shows the keys that the command has now."""
        for before in self._shown:
            self._caps.removeWidget(before)
            before.deleteLater()
        keys = self._bindings.keys_of(self._command.name)
        self._shown = [KeyCap(cap_of(key)) for key in keys] or [text_label(tr("no key"), role=Role.DIM)]
        for place, shown in enumerate(self._shown):
            self._caps.insertWidget(place, shown)
        by_key = self.restore.hasFocus()
        self.restore.setVisible(not self._bindings.is_usual(self._command.name))
        if by_key and self.restore.isHidden():
            self.change.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """Waits for the next key."""
        self._prepare()
        self.began.emit(self._command.name)
        self._asked = None
        self._tell(tr("Esc keeps it as it was, Backspace takes it away."), tone=Tone.NEUTRAL, choice=False)
        self._keys.hide()
        self.recorder.setText(tr("Press a key"))
        self.recorder.show()
        self.recorder.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Waits no longer, and asks nothing."""
        if not self._prepared:
            return
        # Its own keys go back to where they came from, and not to the next thing in line.
        inside = any(one.hasFocus() for one in (self.recorder, self.use, self.keep))
        self._asked = None
        self._question.hide()
        self._keys.show()
        if inside:
            self.change.setFocus(Qt.FocusReason.TabFocusReason)
        self.recorder.hide()

    # ------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self._keys.setLayout(self._caps)
        self._caps.addStretch(1)
        self._caps.setContentsMargins(0, 0, 0, 0)
        size_with_text(self._keys, width=_CAPS_WIDTH)
        kept = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kept.setRetainSizeWhenHidden(True)
        self.restore.setSizePolicy(kept)
        self._line.setSpacing(2 * GRID)
        self._line.addWidget(self._words, 1)
        self._line.addWidget(self._keys)
        self._line.addWidget(self.change)
        self._line.addWidget(self.restore)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._line)

    def _set(self, keys: tuple[str, ...], *, take_over: bool = False) -> None:
        """Gives the command its keys, or says what speaks against it."""
        self._wanted = keys
        found = self._bindings.set_keys(self._command.name, keys, take_over=take_over)
        if found is None:
            self.stop()
            return
        self._prepare()
        self._asked = found
        # What no command can have is only said, and the next key may be a better one.
        self._tell(tr(found.sentence), tone=Tone.WARN, choice=found.holder is not None)
        if found.holder is not None:
            self.recorder.setText(cap_of(found.key))
            self.use.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, sentence: str, *, tone: Tone, choice: bool) -> None:
        self._mark.set_image(TONE_ICONS[tone], tone=tone)
        self._sentence.setText(sentence)
        self._question.setAccessibleName(sentence)
        self.use.setVisible(choice)
        self.keep.setVisible(choice)
        self._question.show()

    def _on_recorded(self, key: str) -> None:
        # The key that is shown is changed; a second one, as Ctrl+Z beside Z, stays.
        rest = self._bindings.keys_of(self._command.name)[1:]
        self._set((key, *(one for one in rest if one != key)))

    def _on_removed(self) -> None:
        self._set(self._bindings.keys_of(self._command.name)[1:])

    def _on_left(self) -> None:
        if self._asked is None or self._asked.holder is None:
            self.stop()

    def _on_restore(self) -> None:
        self.began.emit(self._command.name)
        self._set(tuple(self._command.keys))

    def _on_use(self) -> None:
        self._set(self._wanted, take_over=True)

    def _on_keep(self) -> None:
        self.stop()
