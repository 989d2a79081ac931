"""Watches for widgets that become windows of their own because they were shown before they lay anywhere.

Such a window flashes on the screen, and takes the keyboard away from the one that somebody types into.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._shown: list[QObject] = []
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.parent() is None:
            self._shown.append(watched)
        elif event.type() is QEvent.Type.ParentChange and any(watched is one for one in self._shown):
            self.found.append(type(watched).__name__)
        return False


@contextmanager
def no_stray_windows() -> Iterator[None]:
    """Fails at its end when a widget was shown meanwhile before it got its parent."""
    application = QApplication.instance()
    assert application is not None
    watch = _Watch()
    application.installEventFilter(watch)
    try:
        yield
    finally:
        application.removeEventFilter(watch)
    assert not watch.found, f"shown as windows of their own: {', '.join(watch.found)}"
