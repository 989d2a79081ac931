"""Keeps a held key from being pressed again and again, also where the system forgets to say that it is held.

X11 tells a held key as releases and presses at the same time, and Qt puts them together as repeats
only when it finds both at once: while the program is at work half of them look like new presses, and
a key that is held would decide about picture after picture.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent

_HELD_MS = 150
"""A key that was down for so long may be repeating; the systems wait 200 ms or more before they begin."""
_AT_ONCE_MS = 12
"""Between a release and the next press of a repeat; no finger is back on its key so soon."""


class HeldKeys(QObject):
    """Filters the events of whatever has the focus; swallows what a held key would call once more.

    Not those of the whole application: Python would be asked about each of its thousands of events.
    """

    def __init__(
        self, app: QGuiApplication, repeats: Callable[[QKeyEvent], bool], *, parent: QObject
    ) -> None:
        """Begins at once.

        Args:
            app: tells what has the focus.
            repeats: whether what a key calls may go on while it is held, such as stepping.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._watched: QObject | None = None
        app.focusObjectChanged.connect(self._follow)
        self._repeats = repeats
        self._key = 0
        self._pressed = 0
        self._down = 0
        self._up: int | None = None
        self._held = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notes presses and releases; a repeated press calls no command, but still types letters."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._note_press(event)
            if self._held and not self._repeats(event):
                # Accepted, it goes on as an ordinary key press and not as a shortcut.
                event.accept()
                return True
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and event.key() == self._key:
            self._up = event.timestamp()
        return False

    def _follow(self, focused: QObject | None) -> None:
        if self._watched is not None:
            with suppress(RuntimeError):  # it is gone
                self._watched.removeEventFilter(self)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self)

    def _note_press(self, event: QKeyEvent) -> None:
        now = event.timestamp()
        if event.key() == self._key and self._pressed == now and self._up is None:
            return  # the same press, on its way from the window to the widget
        again = (
            event.key() == self._key
            and self._up is not None
            and now - self._up <= _AT_ONCE_MS
            and self._up - self._down >= _HELD_MS
        )
        self._held = event.isAutoRepeat() or again
        if not self._held:
            self._down = now
        self._key, self._pressed, self._up = event.key(), now, None
