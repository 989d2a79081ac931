"""Answers slow questions about the catalogue from a thread beside the main one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QObject, Signal

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError

_Answer = TypeVar("_Answer")


class Reading(QObject):
    """One thread with a reading connection of its own. Lives in the main thread; answers come there.

    Of questions of one sort only the newest is answered: whoever types on or clicks on does not
    wait for what is no longer wanted.

    Attributes:
        failed: the ``CuratorError`` that came instead of an answer.
    """

    failed = Signal(object)
    _answered = Signal(str, int, object)

    def __init__(self, folder: Path, *, parent: QObject) -> None:
        """Opens nothing yet; the first question does.

        Args:
            folder: of the catalogue.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._folder = folder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._catalogue: Catalogue | None = None
        # Who is to be told stays in the main thread: threads must never let go of a QObject last.
        self._wanted: dict[str, tuple[int, Callable[[Any], None]]] = {}
        self._asked = 0
        self._closed = False
        self._answered.connect(self._on_answered)

    def ask(
        self, sort: str, question: Callable[[Catalogue], _Answer], *, then: Callable[[_Answer], None]
    ) -> None:
        """Asks something.

        Args:
            sort: what it is about; a newer question of the same sort takes its place.
            question: called with the catalogue in the reading thread; holds on to no QObject.
            then: called with the answer in the main thread; not at all when the question was
                overtaken, failed, or the catalogue was closed.
        """
        if self._closed:
            return
        self._asked += 1
        self._wanted[sort] = self._asked, then
        self._thread.submit(self._run, sort, self._asked, question)

    def forget(self, sort: str) -> None:
        """Wants no answer of that sort any more."""
        self._wanted.pop(sort, None)

    def close(self) -> None:
        """Drops what waits and lets go of the catalogue; nothing is answered afterwards."""
        if self._closed:
            return
        self._closed = True
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=True)

    # ------------------------------------------------------------ in the reading thread

    def _run(self, sort: str, number: int, question: Callable[[Catalogue], object]) -> None:
        """In the reading thread."""
        if self._closed or not self._is_wanted(sort, number):
            return
        answer: object
        try:
            if self._catalogue is None:
                self._catalogue = Catalogue.read(self._folder)
            answer = question(self._catalogue)
        except CuratorError as error:
            answer = error
        with suppress(RuntimeError):
            # A window that was closed meanwhile may be gone.
            self._answered.emit(sort, number, answer)

    def _is_wanted(self, sort: str, number: int) -> bool:
        wanted = self._wanted.get(sort)
        return wanted is not None and wanted[0] == number

    def _let_go(self) -> None:
        """In the reading thread: SQLite's connections belong to the thread that made them."""
        if self._catalogue is not None:
            self._catalogue.close()

    # ------------------------------------------------------------ back in the main thread

    def _on_answered(self, sort: str, number: int, answer: object) -> None:
        if self._closed or not self._is_wanted(sort, number):
            return
        _, then = self._wanted.pop(sort)
        if isinstance(answer, CuratorError):
            self.failed.emit(answer)
        else:
            then(answer)


def weakly(method: Callable[[_Answer], None]) -> Callable[[_Answer], None]:
    """A method to be called with an answer, unless its object is gone by then: that is not kept for it."""
    known = WeakMethod(method)

    def run(answer: _Answer) -> None:
        found = known()
        if found is not None:
            found(answer)

    return run
