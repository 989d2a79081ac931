"""Drives a workspace's background work to its end, without an event loop."""

import signal
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Self

from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Tick, Workspace

_WAIT_SECONDS = 0.2
"""Longest wait for the background, and so the longest that Ctrl+C goes unseen."""


class Interrupts:
    """Notes Ctrl+C instead of breaking off in the middle of a step; a second one does break off.

    Only the main thread gets signals; in any other thread this does nothing.
    """

    def __init__(self) -> None:
        """Changes nothing yet; entering the context does."""
        self._pressed = False
        self._before: Any = None

    @property
    def pressed(self) -> bool:
        """Whether somebody pressed Ctrl+C since the context was entered."""
        return self._pressed

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None

    def _note(self, number: int, frame: FrameType | None) -> None:
        # No lock may be taken here: the code that was interrupted may be holding it.
        self._pressed = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


class Background:
    """An open catalogue whose background work the caller waits for.

    Attributes:
        workspace: with the analysis held back until somebody wants it.
    """

    def __init__(self, folder: Path, *, settings: WorkerSettings, create: bool = False) -> None:
        """Opens the catalogue, or makes it.

        Raises:
            CatalogueError: it cannot be opened.
            RefusedChange: it cannot be made there.
        """
        self._ready = threading.Event()
        self.workspace = Workspace.open(folder, create=create, settings=settings, on_ready=self._ready.set)
        self.workspace.analysis.pause()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.workspace.close()

    def begin_analysis(self) -> None:
        """Hands the workers what waits; :meth:`finish` then waits for it."""
        self.workspace.analysis.resume()
        self.workspace.analysis.pump()

    def finish(self, tell: Callable[[Tick], None]) -> None:
        """Waits until nothing is left to do.

        Args:
            tell: called after each round of work.

        Raises:
            CuratorError: something holds the work up, such as a full disk.
            KeyboardInterrupt: somebody pressed Ctrl+C; raised between two rounds only.
        """
        with Interrupts() as interrupts:
            while self.workspace.busy:
                # A signal does not wake a waiting thread on every system, hence the limit.
                self._ready.wait(_WAIT_SECONDS)
                self._ready.clear()
                if interrupts.pressed:
                    raise KeyboardInterrupt
                tick = self.workspace.tick()
                for failure in tick.failures:
                    raise failure
                tell(tick)
