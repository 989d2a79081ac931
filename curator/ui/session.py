"""The one bridge between the window and the engine: commands in, changes out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from curator.engine import decisions, dossier, export, politicians
from curator.engine.catalogue import SubmissionCounts, SubmissionFilter, SubmissionRow
from curator.engine.errors import CuratorError, RefusedChange
from curator.engine.faces.finder import Detector
from curator.engine.receiving import Progress as LoadProgress
from curator.engine.records import (
    Changes,
    Decision,
    DecisionId,
    Digest,
    Kind,
    Origin,
    Politician,
    PoliticianId,
    PortraitId,
    Reason,
    ReferencePortrait,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.workspace import EngineState, Workspace
from curator.ui.exporting import Exporter
from curator.ui.pictures import PictureCache
from curator.ui.upkeep import Upkeep

_PROGRESS_MS = 100
_IDLE_MS = 3000
"""After so long without a decision the log of SQLite is folded in: erased encodings leave the disk."""


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


class Session(QObject):
    """One open catalogue, as the views see it. Lives in the main thread.

    Attributes:
        changed: ``Changes`` after each commit, and who asked for it.
        progressed: ``Progress``, at most ten times a second.
        noticed: a sentence that needs no answer.
        failed: a ``CuratorError``; nothing was changed.
        load_ended: how a load of submissions or portraits ended, a ``LoadEnd``.
        portraits_refused: every ``RefusedPortrait`` of an import, once it is through with all.
        export_planned: the ``ExportPlan`` of a dry run.
        export_progressed: steps done and in all, at most ten times a second.
        export_failed: the ``CuratorError`` that came instead of a plan or of an export.
        export_finished: the ``ExportSummary``, or None when nothing was written: it was cancelled,
            or it failed, which ``export_failed`` has told before.
        closed: nothing can be read any more; views stop their timers.
    """

    changed = Signal(object, object)
    progressed = Signal(object)
    noticed = Signal(str)
    failed = Signal(object)
    load_ended = Signal(object)
    portraits_refused = Signal(object)
    export_planned = Signal(object)
    export_progressed = Signal(int, int)
    export_failed = Signal(object)
    export_finished = Signal(object)
    closed = Signal()
    _background_ready = Signal()

    def __init__(self, workspace_of: Callable[[Callable[[], None]], Workspace], *, curator: str) -> None:
        """Opens the workspace.

        Args:
            workspace_of: makes the workspace, given what it is to call when there is work; it may
                be called in any thread.
            curator: who decides from now on.
        """
        super().__init__()
        self.curator = curator
        self._workspace = workspace_of(self._background_ready.emit)
        self._catalogue = self._workspace.catalogue
        self.pictures = PictureCache(self._workspace.media, parent=self)
        self.upkeep = Upkeep(self._catalogue.folder, parent=self)
        self._ticking = False
        self._closed = False
        self._exporter = Exporter(self._workspace, parent=self)
        self._background_ready.connect(self._on_background_ready)
        self._exporter.planned.connect(self._on_export_planned)
        self._exporter.progressed.connect(self.export_progressed)
        self._exporter.ended.connect(self._on_export_ended)
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(_IDLE_MS)
        self._idle_timer.timeout.connect(self._on_idle)
        self._progress_timer = QTimer(self)
        self._progress_timer.setSingleShot(True)
        self._progress_timer.setInterval(_PROGRESS_MS)
        self._progress_timer.timeout.connect(self._tell_progress)

    def start(self) -> None:
        """Begins the background work, and goes on with loads that were interrupted."""
        if self._workspace.continue_loads():
            self.noticed.emit("A load was interrupted last time. Curator goes on with it.")
        self._background_ready.emit()

    def close(self) -> None:
        """Stops everything in under two seconds; what is unfinished goes on next time."""
        self._closed = True
        self.closed.emit()
        self._exporter.cancel()
        self.upkeep.cancel_check()
        self.pictures.close()
        # Before the export is waited for: it may wait for a worker.
        self._workspace.close()
        self._exporter.close()
        self.upkeep.close()

    # ------------------------------------------------------------ reading

    @property
    def folder(self) -> Path:
        """The catalogue's folder."""
        return self._catalogue.folder

    @property
    def catalogue_id(self) -> str:
        """What tells this catalogue from all others."""
        return self._catalogue.fact("catalogue_id")

    @property
    def thresholds(self) -> Thresholds:
        """The bands in force."""
        return self._workspace.thresholds

    def ids(self, wanted: SubmissionFilter) -> tuple[SubmissionId, ...]:
        """Ids of a filtered list in the order of review."""
        return self._catalogue.submissions.ids(wanted)

    def rows(self, ids: Sequence[SubmissionId]) -> dict[SubmissionId, SubmissionRow]:
        """The lines of a list for those ids."""
        return self._catalogue.submissions.rows(ids)

    def counts(self) -> SubmissionCounts:
        """The numbers on filters."""
        return self._catalogue.submissions.counts()

    def dossier(self, submission_id: SubmissionId) -> dossier.Dossier:
        """Everything that is known about a submission."""
        return dossier.gather(
            self._catalogue,
            submission_id,
            spread=self._workspace.comparison.spread,
            thresholds=self.thresholds,
        )

    def politicians(self) -> tuple[Politician, ...]:
        """Everyone in the index, by country, then surname."""
        return self._catalogue.politicians.all()

    def portraits(self, politician_id: PoliticianId) -> tuple[ReferencePortrait, ...]:
        """Reference portraits of one politician, refused ones included."""
        return self._catalogue.politicians.portraits(politician_id)

    def portrait_counts(self) -> dict[PoliticianId, int]:
        """Accepted portraits of each politician that has any."""
        return self._catalogue.politicians.portrait_counts()

    def odd_portraits(self) -> dict[PortraitId, float]:
        """Portraits that disagree with the others of their politician, and how far they are."""
        return dict(self._workspace.comparison.odd_ones)

    def next_undo(self) -> decisions.Step | None:
        """What undo would take back."""
        return decisions.next_undo(self._catalogue)

    def next_redo(self) -> decisions.Step | None:
        """What redo would do again."""
        return decisions.next_redo(self._catalogue)

    def log(self, *, limit: int, before: DecisionId | None = None) -> tuple[Decision, ...]:
        """The newest decisions first."""
        return self._catalogue.decisions.latest(limit=limit, before=before)

    def progress(self) -> Progress:
        """The numbers that the window shows while work goes on."""
        counts = self.counts()
        set_aside = counts.verdicts.get(Verdict.SKIPPED, 0)
        decided = counts.total - counts.verdicts.get(Verdict.UNDECIDED, 0) - set_aside
        paused = self._workspace.analysis.paused
        return Progress(
            decided, counts.total, counts.pending, self._workspace.loading, paused, set_aside=set_aside
        )

    # ------------------------------------------------------------ deciding

    def decide(
        self,
        ids: Sequence[SubmissionId],
        verdict: Verdict,
        reason: Reason | None = None,
        note: str = "",
        *,
        origin: object = None,
    ) -> bool:
        """Gives a verdict; True when it is on disk."""
        with self._command(origin) as done:
            done.changes = decisions.decide(
                self._catalogue,
                ids,
                verdict=verdict,
                reason=reason,
                note=note,
                curator=self.curator,
                thresholds=self.thresholds,
                origin=Origin.CURATOR if len(ids) == 1 else Origin.BULK,
            )
        return done.ok

    def undo(self, *, origin: object = None) -> Changes:
        """Takes the newest step back; empty changes when there was none or it failed."""
        with self._command(origin) as done:
            done.changes = decisions.undo(self._catalogue, curator=self.curator)
        self._background_ready.emit()
        return done.changes

    def redo(self, *, origin: object = None) -> Changes:
        """Does the step again that was undone last."""
        with self._command(origin) as done:
            done.changes = decisions.redo(self._catalogue, curator=self.curator)
        self._background_ready.emit()
        return done.changes

    def correct_claim(
        self, submission_id: SubmissionId, politician_id: PoliticianId | None, *, origin: object = None
    ) -> bool:
        """Says whom a submission shows; it is ranked and assessed anew at once."""
        with self._command(origin) as done:
            done.changes = decisions.correct_claim(
                self._catalogue,
                submission_id,
                claimed_id=politician_id,
                curator=self.curator,
                thresholds=self.thresholds,
            )
            self._workspace.analysis.reassess([submission_id])
        return done.ok

    def look_at(self, submission_id: SubmissionId, neighbours: Sequence[Digest] = ()) -> None:
        """What the curator looks at now is analysed first, and its neighbours are kept ready."""
        with self._command(None):
            self._workspace.analysis.look_at(submission_id)
        self.pictures.prefetch(neighbours)

    # ------------------------------------------------------------ bringing in

    def expect_pictures(self) -> None:
        """Starts the workers while a person still chooses what to load."""
        self._workspace.workers.warm()

    def load(self, paths: Sequence[Path], *, kind: Kind = Kind.DEEPFAKE) -> None:
        """Starts to load files and folders as submissions."""
        with self._command(None):
            self._workspace.load(paths, kind=kind)
        self._tell_progress()

    def import_politicians(self, path: Path) -> None:
        """Starts to import a folder tree or a table of politicians."""
        with self._command(None):
            self._workspace.import_people(path)
        self._tell_progress()

    def add_portraits(self, politician_id: PoliticianId, paths: Sequence[Path]) -> None:
        """Starts to add photos of one politician."""
        with self._command(None):
            self._workspace.add_portraits(politician_id, paths)
        self._tell_progress()

    def add_politician(
        self, *, given_name: str, surname: str, country: str, role: str
    ) -> PoliticianId | None:
        """Adds someone to the index; None when refused."""
        with self._command(None) as done:
            done.changes = politicians.add(
                self._catalogue, given_name=given_name, surname=surname, country=country, role=role
            )
            self._rerank()
        return next(iter(done.changes.politicians), None)

    def edit_politician(self, politician: Politician) -> bool:
        """Corrects names, country or role."""
        with self._command(None) as done:
            done.changes = politicians.edit(self._catalogue, politician)
            self._rerank()
        return done.ok

    def remove_politician(self, politician_id: PoliticianId) -> bool:
        """Takes someone out of the index."""
        with self._command(None) as done:
            done.changes = politicians.remove(self._catalogue, politician_id)
            self._rerank()
        return done.ok

    def remove_portrait(self, portrait: ReferencePortrait) -> bool:
        """Takes one reference portrait away."""
        with self._command(None) as done:
            done.changes = politicians.remove_portrait(
                self._catalogue, portrait.id, politician_id=portrait.politician_id
            )
            self._rerank()
        return done.ok

    def pause(self) -> None:
        """Holds back loads and analysis."""
        self._workspace.pause()
        self._tell_progress()

    def resume(self) -> None:
        """Goes on after :meth:`pause`."""
        self._workspace.resume()
        self._background_ready.emit()
        self._tell_progress()

    def cancel_load(self) -> None:
        """Ends running loads; what was loaded stays."""
        self._workspace.cancel_loads()

    # ------------------------------------------------------------ settings

    def set_thresholds(self, thresholds: Thresholds) -> bool:
        """Puts other thresholds in force; everything undecided is assessed anew soon."""
        with self._command(None) as done:
            self._workspace.set_thresholds(thresholds)
        return done.ok

    def engine(self) -> EngineState:
        """How pictures are looked at, and what the workers say of themselves."""
        return self._workspace.engine

    def set_worker_limit(self, limit: int) -> None:
        """Lets at most so many workers run from now on."""
        self._workspace.set_worker_limit(limit)

    def set_detector(self, detector: Detector) -> bool:
        """Looks for faces in another way from now on; False while an export needs the workers."""
        with self._command(None) as done:
            if self.exporting:
                raise RefusedChange(
                    "The workers are busy with an export.", advice="Change the detector when it is done."
                )
            self._workspace.set_detector(detector)
        return done.ok

    def analysed_undecided(self) -> int:
        """How many pictures :meth:`look_again` would put back in line."""
        return len(self._catalogue.submissions.analysed_undecided())

    def look_again(self) -> int:
        """Puts all undecided pictures back in line for their analysis; returns how many."""
        with self._command(None) as done:
            done.changes = Changes(submissions=self._workspace.look_again())
        return len(done.changes.submissions)

    # ------------------------------------------------------------ inside

    def _rerank(self) -> None:
        self._workspace.analysis.portraits_changed()

    @contextmanager
    def _command(self, origin: object) -> Iterator["_Done"]:
        """Runs a command: its changes are told after the commit, its failure as a sentence."""
        done = _Done()
        try:
            yield done
        except CuratorError as error:
            done.ok = False
            done.changes = Changes()
            self.failed.emit(error)
            return
        if done.changes:
            self.changed.emit(done.changes, origin)
            self._progress_soon()
            self._idle_timer.start()

    def _on_idle(self) -> None:
        if not self._closed:
            with self._command(None):
                self._catalogue.fold_log()

    def _on_background_ready(self) -> None:
        # Many results may be announced while one tick runs; they are one more tick, not many.
        if not self._ticking and not self._closed:
            self._ticking = True
            QTimer.singleShot(0, self._tick)

    def _tick(self) -> None:
        self._ticking = False
        if self._closed:
            return
        try:
            tick = self._workspace.tick()
        except CuratorError as error:
            self._workspace.pause()
            self.failed.emit(error)
            self._tell_progress()
            return
        if tick.changes:
            self.pictures.forget_missing()
            self.changed.emit(tick.changes, self)
        for end in tick.ended:
            self.load_ended.emit(end)
        if tick.refused_portraits:
            self.portraits_refused.emit(tick.refused_portraits)
        for failure in tick.failures:
            self.failed.emit(failure)
        self._progress_soon()

    def _progress_soon(self) -> None:
        if not self._progress_timer.isActive():
            self._progress_timer.start()

    def _tell_progress(self) -> None:
        if not self._closed:
            self.progressed.emit(self.progress())

    # ------------------------------------------------------------ exporting

    @property
    def exporting(self) -> bool:
        """Whether an export is being written."""
        return self._exporter.writing

    def plan_export(self) -> None:
        """Begins the dry run; :attr:`export_planned` brings it, or :attr:`export_failed` why not."""
        self._exporter.plan()

    def export(self, folder: Path) -> None:
        """Begins to write the approved set into a folder, in place of an earlier export there.

        :attr:`export_progressed` tells how far it is, :attr:`export_finished` that it has ended.
        """
        self._exporter.write(folder)

    def cancel_export(self) -> None:
        """Ends the export after the picture in hand; what stood in the folder before still stands."""
        self._exporter.cancel()

    def _on_export_planned(self, outcome: object) -> None:
        if isinstance(outcome, CuratorError):
            self.export_failed.emit(outcome)
        else:
            self.export_planned.emit(outcome)

    def _on_export_ended(self, outcome: object) -> None:
        if isinstance(outcome, CuratorError):
            self.export_failed.emit(outcome)
        summary = outcome if isinstance(outcome, export.ExportSummary) else None
        if summary is not None:
            with self._command(None):
                export.record(self._catalogue, summary, curator=self.curator)
                if export.decided_since(self._catalogue, summary):
                    self.noticed.emit(
                        "Something was decided while the export was written. Export again to include it."
                    )
        self.export_finished.emit(summary)


@dataclass(slots=True)
class _Done:
    changes: Changes = Changes()
    ok: bool = True
