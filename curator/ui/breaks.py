"""Tells when somebody has been looking at pictures for long, if they asked to be told."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from curator.ui.language import tr

IDLE_SECONDS = 300.0
"""Whoever does nothing for so long has had a break."""


class BreakReminder(QObject):
    """Counts the minutes of activity; needs no timer, since nobody is told who does nothing.

    Attributes:
        due: it is time for a break; the number of minutes since the last one.
    """

    due = Signal(int)

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        """Counts nothing until :meth:`set_minutes`.

        Args:
            clock: seconds, which never run backwards.
            parent: whose life it shares.
        """
        super().__init__(parent)
        self._clock = clock
        self._minutes = 0
        self._began: float | None = None
        self._last = 0.0

    def set_minutes(self, minutes: int) -> None:
        """After how many minutes a break is due; 0 is never."""
        if minutes != self._minutes:
            self._minutes = minutes
            self._began = None

    def note(self) -> None:
        """Something was decided or a key was pressed; tells at once when a break is due."""
        if not self._minutes:
            return
        now = self._clock()
        if self._began is None or now - self._last >= IDLE_SECONDS:
            self._began = now
        self._last = now
        if now - self._began >= 60 * self._minutes:
            # Who goes on is told again after as long a time.
            self._began = now
            self.due.emit(self._minutes)


def break_sentence(minutes: int) -> str:
    """What to tell when a break is due."""
    return tr(
        "You have been looking at pictures for {minutes} minutes. A short break helps to see clearly.",
        minutes=minutes,
    )
