"""Asks what was exported before, and looks into the folders from a thread of its own."""

from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from curator.engine.export.past import Found, PastExport, look_at, past
from curator.ui.session.reading import Reading, weakly

_POLL_MS = 50


class PastExports(QObject):
    """Lists the exports at once, and tells what stands in their folders when it is known.

    A folder may lie on a disk of the network that answers late or never, so not even the thread that
    answers other questions about the catalogue waits for it. Lives in the main thread; the thread that
    looks is handed no QObject, and its answer is fetched.

    Attributes:
        listed: a tuple of ``PastExport``, the newest first.
        looked: what was found of each, a ``Found`` by its id; of the newest list only.
    """

    listed = Signal(object)
    looked = Signal(object)

    def __init__(self, reading: Reading, *, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._answers: SimpleQueue[dict[int, Found]] | None = None
        self._waits: tuple[PastExport, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._fetch)

    @property
    def looking(self) -> bool:
        """Whether folders are being looked into."""
        return self._answers is not None

    def ask(self) -> None:
        """Asks anew."""
        self._reading.ask("past-exports", past, then=weakly(self._on_listed))

    def _on_listed(self, exports: tuple[PastExport, ...]) -> None:
        self.listed.emit(exports)
        if self.looking:
            # One thread at a time, or each visit would leave one waiting for a disk that is not there.
            self._waits = exports
        else:
            self._begin(exports)

    def _begin(self, exports: tuple[PastExport, ...]) -> None:
        self._waits = None
        self._answers = SimpleQueue()
        Thread(target=_look, args=(exports, self._answers), name="past-exports", daemon=True).start()
        self._timer.start()

    def _fetch(self) -> None:
        if self._answers is None:
            return
        try:
            found = self._answers.get_nowait()
        except Empty:
            return
        self._answers = None
        self._timer.stop()
        if self._waits is not None:
            self._begin(self._waits)
        else:
            self.looked.emit(found)


def _look(exports: tuple[PastExport, ...], answers: SimpleQueue[dict[int, Found]]) -> None:
    """In a thread of its own."""
    found: dict[int, Found] = {}
    try:
        found = look_at(exports)
    finally:
        # Also when it ends in a mistake of the program: nobody shall wait for ever.
        answers.put(found)
