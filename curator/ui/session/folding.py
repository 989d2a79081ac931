"""Folds SQLite's log in beside the main thread, whose commits would wait for the disk otherwise."""

from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Thread

from curator.engine.catalogue.folding import Folding
from curator.engine.errors import CuratorError

_SECONDS = 1.0
"""Between two looks whether anything was written."""

_CLOSING_SECONDS = 1.0


class LogFolder:
    """A thread that folds the log in while a catalogue is open. To be called from the main thread.

    Attributes:
        settled: set once something was folded in.
    """

    def __init__(self, database: Path) -> None:
        """Begins nothing yet.

        Args:
            database: of the open catalogue.
        """
        self._database = database
        self._log = database.with_name(f"{database.name}-wal")
        self.settled = Event()
        self._woken = Event()
        self._wiping = False
        self._closed = False
        self._thread = Thread(target=self._run, name="fold-log", daemon=True)

    def start(self) -> None:
        """Folds from now on."""
        self._thread.start()

    def wipe(self) -> None:
        """Has the log cut soon, once nobody reads from it: what was erased still lies there."""
        self._wiping = True
        self._woken.set()

    def close(self) -> None:
        """Ends, after what is being written just now; nothing is folded afterwards."""
        self._closed = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(_CLOSING_SECONDS)

    # ------------------------------------------------------------ in its thread

    def _run(self) -> None:
        """In its thread."""
        while not self._closed:
            # What fails is tried again: a full disk is told by the commits that it hinders.
            with suppress(CuratorError), closing(Folding(self._database)) as folding:
                self._fold(folding)
            self._rest()

    def _fold(self, folding: Folding) -> None:
        seen = 0
        while not self._closed:
            written = self._written()
            if self._wiping:
                # Before it is cut: what is erased meanwhile asks for it once more.
                self._wiping = False
                self._wiping = not folding.wipe() or self._wiping
            elif written != seen:
                folding.fold()
            self.settled.set()
            seen = written
            self._rest()

    def _rest(self) -> None:
        # The call of `close` may be used up by the rest before this one.
        if not self._closed:
            self._woken.wait(_SECONDS)
            self._woken.clear()

    def _written(self) -> int:
        """When the log was written last, in nanoseconds; 0 when there is none."""
        try:
            return self._log.stat().st_mtime_ns
        except OSError:
            return 0
