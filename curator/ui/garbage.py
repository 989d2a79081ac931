"""Frees what Python's reference counts cannot, and only ever in the main thread.

Python looks for unreachable cycles in whichever thread happens to allocate. Widgets and sessions
lie in cycles, as signals hold methods of those who own them; freed from a thread that reads or
exports, a QObject is destroyed while the main thread hands events to it, and the program dies
(docs/decisions/0007).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1000


class GarbageKeeper(QObject):
    """Takes the collecting of cycles over from Python: in the main thread, between two events."""

    def __init__(self, *, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def settle(self) -> None:
        """Leaves out for ever what lives now, modules above all: looking through it takes several frames."""
        gc.freeze()


def collect_due() -> None:
    """Looks through the oldest generation that is due, and the younger ones with it.

    As lazy as Python itself: a generation is due once as many objects have come, or younger
    generations were looked through as often, as ``gc.get_threshold`` says.
    """
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counted) if most and count > most]
    if due:
        gc.collect(max(due))
