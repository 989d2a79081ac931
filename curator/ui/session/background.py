"""Background work: what threads and workers bring, filed in the main thread in bits between two events."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from curator.engine.errors import CuratorError
from curator.engine.receiving import Progress as LoadProgress
from curator.engine.records import Verdict
from curator.engine.workspace import Workspace

_PROGRESS_MS = 100


@dataclass(frozen=True, slots=True)
class Progress:
    """The numbers that the window shows while work goes on.

    Attributes:
        decided: submissions that were approved, rejected or withdrawn.
        total: all submissions.
        pending: submissions that wait for their analysis.
        loading: how far loads have come, or None.
        paused: background work is held back.
        set_aside: submissions that were skipped, or wait for a colleague.
    """

    decided: int
    total: int
    pending: int
    loading: LoadProgress | None
    paused: bool
    set_aside: int = 0


class Background(QObject):
    """The workspace of a catalogue, and what it is to do when the main thread has time for it.

    Attributes:
        ready: there is something to do; emitted in any thread.
        filed: ``Changes`` after each commit.
        progressed: ``Progress``, at most ten times a second.
        failed: a ``CuratorError``; what could not be filed is held back.
        load_ended: how a load of submissions or portraits ended, a ``LoadEnd``.
        portraits_refused: every ``RefusedPortrait`` of an import, once it is through with all.
    """

    ready = Signal()
    filed = Signal(object)
    progressed = Signal(object)
    failed = Signal(object)
    load_ended = Signal(object)
    portraits_refused = Signal(object)

    def __init__(
        self,
        workspace_of: Callable[[Callable[[], None]], Workspace],
        *,
        held: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Opens the workspace.

        Args:
            workspace_of: makes it, given what it is to call when there is work.
            held: nothing is to be filed just now; :attr:`ready` is emitted once it may be.
            parent: who owns this.
        """
        super().__init__(parent)
        self.workspace = workspace_of(self.ready.emit)
        self._held = held
        self._ticking = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PROGRESS_MS)
        self._timer.timeout.connect(self.tell)
        self.ready.connect(self._on_ready)

    @property
    def progress(self) -> Progress:
        """How far the work is."""
        counts = self.workspace.catalogue.submissions.counts()
        set_aside = counts.verdicts.get(Verdict.SKIPPED, 0)
        return Progress(
            decided=counts.total - counts.verdicts.get(Verdict.UNDECIDED, 0) - set_aside,
            total=counts.total,
            pending=counts.pending,
            loading=self.workspace.loads.progress,
            paused=self.workspace.analysis.paused,
            set_aside=set_aside,
        )

    def tell_soon(self) -> None:
        """Tells how far the work is, with all that changes within a tenth of a second."""
        if not self._timer.isActive():
            self._timer.start()

    def tell(self) -> None:
        """Tells how far the work is."""
        if not self._closed:
            self.progressed.emit(self.progress)

    def end(self) -> None:
        """Files and tells nothing any more; what is unfinished goes on next time."""
        self._closed = True

    # ------------------------------------------------------------ inside

    def _on_ready(self) -> None:
        # Many results may be announced while one tick runs; they are one more tick, not many.
        if not self._ticking and not self._closed and not self._held():
            self._ticking = True
            QTimer.singleShot(0, self._tick)

    def _tick(self) -> None:
        self._ticking = False
        if self._closed or self._held():
            return
        try:
            tick = self.workspace.tick()
        except CuratorError as error:
            self.workspace.pause()
            self.failed.emit(error)
            self.tell()
            return
        if tick.changes:
            self.filed.emit(tick.changes)
        for end in tick.ended:
            self.load_ended.emit(end)
        if tick.refused_portraits:
            self.portraits_refused.emit(tick.refused_portraits)
        for failure in tick.failures:
            self.failed.emit(failure)
        self.tell_soon()
