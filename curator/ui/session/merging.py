"""Looks at another copy of the catalogue and brings in what was decided there, beside the main thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.lists import SubmissionFilter
from curator.engine.errors import CuratorError, RefusedChange
from curator.engine.records import Changes
from curator.engine.said import said
from curator.ui.session.running import Commands

if TYPE_CHECKING:
    from curator.engine.merging.merging import Merged, MergePlan
    from curator.engine.merging.source import Source

_CLOSING_SECONDS = 1.0
_TOLD_SECONDS = 0.1
_CHANGES_SECONDS = 0.5
"""Views list anew what changed: not for each of many transactions."""
_BROKEN = said("An error in Curator ended it.")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a merge ended.

    Attributes:
        merged: what came in.
        pictures: whether the other copy has its pictures with it.
        left: what is left to a person, as the queue lists it; None when nothing is.
    """

    merged: "Merged"
    pictures: bool
    left: SubmissionFilter | None


class Merger(QObject):
    """One thread, with connections of its own; one thing after the other. Lives in the main thread.

    Attributes:
        looked: what merging would bring, a ``MergePlan``, or the ``CuratorError`` why it cannot be told.
            Nothing is told of a look that another one has overtaken.
        progressed: submissions looked at, and in all, at most ten times a second.
        begun: decisions are being brought in from now on.
        brought: what came in so far, as ``Changes``; they are told as those of a command as well.
        ended: the ``Ended`` of a merge, or the ``CuratorError`` that stopped it.
    """

    looked = Signal(object)
    progressed = Signal(int, int)
    begun = Signal()
    brought = Signal(object)
    ended = Signal(object)
    _done = Signal(int, object)
    _stepped = Signal(int, int, int)
    _changed = Signal(object)

    def __init__(
        self,
        folder: Path,
        commands: Commands,
        *,
        curator: Callable[[], str],
        erasing: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Begins nothing yet.

        Args:
            folder: of the catalogue that is open.
            commands: tell what came in.
            curator: who merges.
            erasing: tells whether something is being erased, which must not come back.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._folder = folder
        self._commands = commands
        self._curator = curator
        self._erasing = erasing
        self._thread: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._number = 0
        self._merging = 0
        self._source: Source | None = None
        self._pictures = False
        self._done.connect(self._on_done)
        self._stepped.connect(self._on_stepped)
        self._changed.connect(self._on_changed)

    @property
    def busy(self) -> bool:
        """Whether decisions are being brought in."""
        return bool(self._merging)

    def look(self, path: Path) -> None:
        """Begins to look what merging a backup or another catalogue's folder would bring."""
        if not self.busy:
            self._submit(lambda go_on, step: self._look(path, go_on=go_on, step=step))

    def merge(self, list_name: str) -> bool:
        """Begins to bring in what was looked at last; False while it cannot be.

        Args:
            list_name: of the saved filter that holds what is left to a person.
        """
        with self._commands.running() as command:
            if self._erasing():
                raise RefusedChange(
                    said("Something is being erased just now."), advice=said("Try again when that is done.")
                )
            if not self.busy:
                by = self._curator()
                self._submit(lambda go_on, step: self._merge(by, list_name, go_on=go_on, step=step))
                self._merging = self._number
                self.begun.emit()
        return command.ok

    def cancel(self) -> None:
        """Ends a merge between two portions; what it brought in stays."""
        if self.busy:
            self._number += 1

    def leave(self) -> None:
        """Wants nothing more of what was looked at: its private copy is deleted."""
        if not self.busy and self._thread is not None:
            self._submit(lambda _go_on, _step: self._let_go())

    def close(self) -> None:
        """Cancels and waits a little; nothing is told afterwards."""
        if self._thread is None:
            return
        self._submit(lambda _go_on, _step: self._let_go())
        assert self._last is not None, "it was submitted"
        self._thread.shutdown(wait=False)
        wait((self._last,), timeout=_CLOSING_SECONDS)
        # Whatever it still tells is of nothing that anybody waits for.
        self._number = -1

    # ------------------------------------------------------------ in a thread of its own

    def _submit(self, work: Callable[[Callable[[], bool], Callable[[int, int], None]], object]) -> None:
        if self._number < 0:
            return
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="merging")
        # Whatever runs ends early: only the newest is wanted.
        self._number += 1
        self._last = self._thread.submit(self._run, self._number, work)

    def _run(
        self, number: int, work: Callable[[Callable[[], bool], Callable[[int, int], None]], object]
    ) -> None:
        outcome: object = None
        told = 0.0

        def step(done: int, total: int) -> None:
            nonlocal told
            if monotonic() - told >= _TOLD_SECONDS:
                told = monotonic()
                with suppress(RuntimeError):
                    self._stepped.emit(number, done, total)

        # Imported here and below: a start waits for nothing of what merges.
        from curator.engine.catalogue.merging import Abandoned

        try:
            outcome = work(lambda: self._number == number, step)
        except Abandoned:
            outcome = None
        except Exception as error:  # also a mistake of the program, which nobody would hear of in here
            outcome = error
        # A session that was closed meanwhile may be gone.
        with suppress(RuntimeError):
            self._done.emit(number, outcome)

    def _look(
        self, path: Path, *, go_on: Callable[[], bool], step: Callable[[int, int], None]
    ) -> "MergePlan":
        from curator.engine.merging import merging
        from curator.engine.merging.source import take

        self._let_go()
        source = take(self._folder, path, go_on=go_on)
        try:
            plan = merging.look(self._folder, source, progress=step, go_on=go_on)
        except BaseException:
            source.close()
            raise
        self._source = source
        self._pictures = plan.pictures
        return plan

    def _merge(
        self, by: str, list_name: str, *, go_on: Callable[[], bool], step: Callable[[int, int], None]
    ) -> Ended | None:
        from curator.engine.merging import merging

        if self._source is None:
            return None
        waiting, told = Changes(), monotonic()

        def changed(changes: Changes) -> None:
            nonlocal waiting, told
            waiting |= changes
            if monotonic() - told >= _CHANGES_SECONDS:
                self._tell(waiting)
                waiting, told = Changes(), monotonic()

        try:
            with Catalogue.beside(self._folder) as catalogue:
                merged = merging.merge(
                    catalogue, self._source, by=by, progress=step, changed=changed, go_on=go_on
                )
                left = merging.keep_list(catalogue, merged.counted, name=list_name)
                return Ended(merged, self._pictures, merging.LEFT_TO_A_PERSON if left else None)
        finally:
            self._tell(waiting)
            self._let_go()

    def _tell(self, changes: Changes) -> None:
        if changes:
            with suppress(RuntimeError):
                self._changed.emit(changes)

    def _let_go(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.close()

    # ------------------------------------------------------------ back in the main thread

    def _on_stepped(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self.progressed.emit(done, total)

    def _on_changed(self, changes: Changes) -> None:
        if self._number < 0:
            return
        with self._commands.running() as command:
            command.changes = changes
        self.brought.emit(changes)

    def _on_done(self, number: int, outcome: object) -> None:
        if self._number < 0:
            return
        bug = outcome if isinstance(outcome, Exception) and not isinstance(outcome, CuratorError) else None
        told = CuratorError(_BROKEN) if bug is not None else outcome
        if number == self._merging:
            self._merging = 0
            if told is not None:
                self.ended.emit(told)
        elif number == self._number and told is not None:
            self.looked.emit(told)
        if bug is not None:
            raise bug
