"""Measures, backs up and checks a catalogue in threads beside the main one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import monotonic

from PySide6.QtCore import QObject, Signal, SignalInstance

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.sizes import measure
from curator.engine.verification import verify

_PROGRESS_SECONDS = 0.1
_CLOSING_SECONDS = 1.0


class Upkeep(QObject):
    """Does it with reading connections of its own: the window's catalogue is not touched.

    Lives in the main thread; signals are emitted there. Each also brings a ``CuratorError``
    when it could not be done, and None after a mistake of the program.

    Attributes:
        measured: the ``Sizes`` of the catalogue on the disk.
        backed_up: the ``Path`` of the copy.
        checked: the ``Verification``.
        check_progressed: pictures read and in all, at most ten times a second.
    """

    measured = Signal(object)
    backed_up = Signal(object)
    checked = Signal(object)
    check_progressed = Signal(int, int)
    _done = Signal(str, object)
    _stepped = Signal(int, int)

    def __init__(
        self, folder: Path, *, clock: Callable[[], datetime] = datetime.now, parent: QObject
    ) -> None:
        """Begins nothing yet.

        Args:
            folder: of the catalogue.
            clock: tells the local time, which names backups.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self._threads: dict[str, Thread] = {}
        self._cancelled = False
        self._closed = False
        self._done.connect(self._on_done)
        self._stepped.connect(self._on_stepped)

    @property
    def checking(self) -> bool:
        """Whether a check is under way."""
        return "check" in self._threads

    def measure(self) -> None:
        """Begins to add up the catalogue's files."""
        self._begin("measure", measure)

    def back_up(self) -> None:
        """Begins to copy the database into the catalogue's folder of backups."""
        name = f"catalogue-{self._clock():%Y-%m-%d-%H%M%S}.db"

        def copy(catalogue: Catalogue) -> Path:
            path = catalogue.backups_folder / name
            catalogue.back_up(path)
            return path

        self._begin("backup", copy)

    def check(self) -> None:
        """Begins to read everything and to look for what is wrong."""
        self._cancelled = False
        progress = self._throttled()
        self._begin(
            "check",
            lambda catalogue: verify(catalogue, progress=progress, cancelled=lambda: self._cancelled),
        )

    def cancel_check(self) -> None:
        """Ends the check after the picture in hand."""
        self._cancelled = True

    def close(self) -> None:
        """Cancels and waits a little; nothing is told afterwards."""
        self._closed = self._cancelled = True
        until = monotonic() + _CLOSING_SECONDS
        for thread in self._threads.values():
            thread.join(max(0.0, until - monotonic()))

    # ------------------------------------------------------------ in threads of their own

    def _begin(self, what: str, work: Callable[[Catalogue], object]) -> None:
        if what in self._threads or self._closed:
            return
        self._threads[what] = Thread(target=self._run, args=(what, work), name=what, daemon=True)
        self._threads[what].start()

    def _run(self, what: str, work: Callable[[Catalogue], object]) -> None:
        outcome: object = None
        try:
            with Catalogue.read(self._folder) as catalogue:
                outcome = work(catalogue)
        except CuratorError as error:
            outcome = error
        finally:
            # Also when it ends in a mistake of the program: nobody shall wait for ever. A session
            # that was closed meanwhile may be gone.
            with suppress(RuntimeError):
                self._done.emit(what, outcome)

    def _throttled(self) -> Callable[[int, int], None]:
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            now = monotonic()
            if now - told >= _PROGRESS_SECONDS:
                told = now
                with suppress(RuntimeError):
                    self._stepped.emit(done, total)

        return progress

    # ------------------------------------------------------------ back in the main thread

    def _on_stepped(self, done: int, total: int) -> None:
        if self.checking and not self._closed:
            self.check_progressed.emit(done, total)

    def _on_done(self, what: str, outcome: object) -> None:
        self._threads.pop(what, None)
        signals: dict[str, SignalInstance] = {
            "measure": self.measured,
            "backup": self.backed_up,
            "check": self.checked,
        }
        if not self._closed:
            signals[what].emit(outcome)
