"""Timers that fire once, some time after they were started last."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(parent: QObject, milliseconds: int, act: Callable[[], object]) -> QTimer:
    """A timer that calls ``act`` that long after each start, unless it is started again before."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
