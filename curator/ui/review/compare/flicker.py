"""Turns two pictures over in time, never so fast that it could harm."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

TURN_MS: Final = 600
"""How long each picture stays while they turn over by themselves."""
FASTEST_MS: Final = 167
"""The least time between two turns. A flash is a turn there and back; WCAG 2.2, 2.3.1 allows three
flashes in a second, which are six turns."""


class Flicker(QObject):
    """Which of two pictures is in front now.

    Attributes:
        turned: whether the second one is in front from now on.
        ran: whether they turn over by themselves from now on.
    """

    turned = Signal(bool)
    ran = Signal(bool)

    def __init__(
        self,
        *,
        turn_ms: int = TURN_MS,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Stand still, the first picture in front.

        Args:
            turn_ms: how long each picture stays; never less than ``FASTEST_MS``.
            clock: seconds.
            parent: what it belongs to.
        """
        super().__init__(parent)
        self._clock = clock
        self._second = False
        self._turned_at = -float("inf")
        self._timer = QTimer(self)
        self._timer.setInterval(max(FASTEST_MS, turn_ms))
        self._timer.timeout.connect(self._turn)

    @property
    def running(self) -> bool:
        """Whether they turn over by themselves."""
        return self._timer.isActive()

    @property
    def turn_ms(self) -> int:
        """How long each picture stays."""
        return self._timer.interval()

    @property
    def second(self) -> bool:
        """Whether the second picture is in front."""
        return self._second

    def start(self) -> None:
        """Turn over by itself from now on."""
        if not self.running:
            self._timer.start()
            self.ran.emit(True)

    def stop(self) -> None:
        """Stand still."""
        if self.running:
            self._timer.stop()
            self.ran.emit(False)

    def by_hand(self) -> None:
        """Stand still and bring the other picture to the front, unless that would be too fast."""
        self.stop()
        if 1000 * (self._clock() - self._turned_at) >= FASTEST_MS:
            self._turn()

    def _turn(self) -> None:
        self._turned_at = self._clock()
        self._second = not self._second
        self.turned.emit(self._second)
