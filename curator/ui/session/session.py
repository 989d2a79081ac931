"""The one bridge between the window and the engine: commands in, changes out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from curator.engine import dossier
from curator.engine.catalogue import SavedFilter, SubmissionCounts, SubmissionFilter, SubmissionRow
from curator.engine.comparison import read_pictures
from curator.engine.deciding import decisions
from curator.engine.records import (
    Changes,
    Decision,
    DecisionId,
    Digest,
    Kind,
    Making,
    Origin,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.workspace import Workspace
from curator.ui.language import tr
from curator.ui.session.background import Background, Progress
from curator.ui.session.crops import Crops
from curator.ui.session.engine import EngineSettings
from curator.ui.session.exporting import Exporter
from curator.ui.session.fetching import Fetcher
from curator.ui.session.folding import LogFolder
from curator.ui.session.hand import HandWork
from curator.ui.session.merging import Merger
from curator.ui.session.people import People
from curator.ui.session.pictures import PictureCache
from curator.ui.session.privacy import Privacy
from curator.ui.session.reading import Reading
from curator.ui.session.reporting import Reporter
from curator.ui.session.running import Commands
from curator.ui.session.upkeep import Upkeep

_IDLE_MS = 3000
"""After so long without a decision the log of SQLite is folded in: erased encodings leave the disk."""


class Session(QObject):
    """One open catalogue, as the views see it. Lives in the main thread.

    Attributes:
        changed: ``Changes`` after each commit, and who asked for it.
        progressed: ``Progress``, at most ten times a second.
        noticed: a sentence that needs no answer.
        failed: a ``CuratorError``; nothing was changed.
        load_ended: how a load of submissions or portraits ended, a ``LoadEnd``.
        portraits_refused: every ``RefusedPortrait`` of an import, once it is through with all.
        closed: nothing can be read any more; views stop their timers.
        people: the index of politicians.
        hand: what is corrected by hand.
        crops: sharp crops of originals.
        engine: how pictures are looked at.
        exports: dry runs and exports.
        fetching: looks at tables of a server, and fetches from them.
        reports: tables and contact sheets for colleagues.
        pictures: previews and thumbnails.
        reading: slow questions about the catalogue.
        upkeep: checks and copies of the catalogue.
        privacy: what is held of people, and erasing it.
        merging: brings in what was decided in another copy.
    """

    changed = Signal(object, object)
    progressed = Signal(object)
    noticed = Signal(str)
    failed = Signal(object)
    load_ended = Signal(object)
    portraits_refused = Signal(object)
    closed = Signal()

    def __init__(self, workspace_of: Callable[[Callable[[], None]], Workspace], *, curator: str) -> None:
        """Opens the workspace.

        Args:
            workspace_of: makes the workspace, given what it is to call when there is work; it may
                be called in any thread.
            curator: who decides from now on.
        """
        super().__init__()
        self.curator = curator
        # What workers bring while something is erased waits in memory until that is done.
        self._background = Background(workspace_of, held=lambda: self.privacy.busy, parent=self)
        self._background.filed.connect(self._on_filed)
        self._background.progressed.connect(self.progressed)
        self._background.failed.connect(self.failed)
        self._background.load_ended.connect(self.load_ended)
        self._background.portraits_refused.connect(self.portraits_refused)
        self._workspace = self._background.workspace
        self._catalogue = self._workspace.catalogue
        self._commands = Commands(self)
        self._commands.changed.connect(self._on_changed)
        self._commands.failed.connect(self.failed)
        self.people = People(self._workspace, self._commands, parent=self)
        self.people.begun.connect(self._background.tell)
        self.hand = HandWork(self._workspace, self._commands, curator=lambda: self.curator, parent=self)
        self.crops = Crops(self._workspace, parent=self)
        self.exports = Exporter(self._workspace, self._commands, curator=lambda: self.curator, parent=self)
        self.engine = EngineSettings(self._workspace, self._commands, exporting=lambda: self.exports.writing)
        self.exports.overtaken.connect(self._on_overtaken)
        self.reports = Reporter(self._catalogue.folder, media=self._workspace.media, parent=self)
        self.fetching = Fetcher(self._workspace, parent=self)
        self.fetching.begun.connect(self._on_fetch_begun)
        self.reading = Reading(self._catalogue.folder, parent=self)
        self.reading.failed.connect(self.failed)
        self.pictures = PictureCache(self._workspace.media, parent=self)
        self.upkeep = Upkeep(self._catalogue.folder, workers=lambda: self._workspace.workers, parent=self)
        self.upkeep.troubled.connect(self.noticed)
        self.changed.connect(self.upkeep.note)
        self.privacy = Privacy(
            self._workspace,
            self._commands,
            reading=self.reading,
            upkeep=self.upkeep,
            pictures=self.pictures,
            files_written=lambda: self.exports.writing or self.reports.writing,
            parent=self,
        )
        self.exports.refuse = self.reports.refuse = self.privacy.refuse_files
        self.privacy.finished.connect(self._on_erased)
        self.merging = Merger(
            self._catalogue.folder,
            self._commands,
            curator=lambda: self.curator,
            erasing=lambda: self.privacy.busy,
            parent=self,
        )
        self.merging.begun.connect(self._expect_comparisons)
        self.merging.brought.connect(self._on_brought)
        self.privacy.merging = self._workspace.files_arrive = lambda: self.merging.busy
        self._log = LogFolder(self._catalogue.path)
        self._loads_wait = False
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(_IDLE_MS)
        self._idle_timer.timeout.connect(self._log.wipe)

    def start(self) -> None:
        """Begins the background work, and goes on with loads that were interrupted."""
        # First: what a load brings might be what is being erased.
        self.privacy.start()
        self._loads_wait = self.privacy.busy
        if not self._loads_wait:
            self._continue_loads()
        if self.counts().pending:
            self._expect_comparisons()
        self.upkeep.start()
        self._catalogue.let_log_grow()
        self._log.start()
        self._background.ready.emit()

    def close(self) -> None:
        """Stops everything in under two seconds; what is unfinished goes on next time."""
        self._background.end()
        self._idle_timer.stop()
        self.closed.emit()
        self.exports.cancel()
        self.fetching.close()
        self.reports.cancel()
        self.upkeep.cancel_check()
        self.crops.close()
        self.reading.close()
        self.pictures.close()
        self.merging.close()
        self.privacy.close()
        self._log.close()
        # Before the export is waited for: it may wait for a worker.
        self._workspace.close()
        self.exports.close()
        self.reports.close()
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

    def count(self, wanted: SubmissionFilter) -> int:
        """How many submissions a filter lets through."""
        return self._catalogue.submissions.count(wanted)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """The filters that were given a name, by name."""
        return self._catalogue.saved_filters.all()

    def keep_filter(self, name: str, wanted: SubmissionFilter) -> bool:
        """Saves a filter under a name, in place of one that had it."""
        with self._commands.running() as command, self._catalogue.writing():
            self._catalogue.saved_filters.keep(name, wanted)
        return command.ok

    def remove_filter(self, name: str) -> bool:
        """Forgets a saved filter."""
        with self._commands.running() as command, self._catalogue.writing():
            self._catalogue.saved_filters.remove(name)
        return command.ok

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
        return self._background.progress

    # ------------------------------------------------------------ deciding

    def decide(
        self,
        ids: Sequence[SubmissionId],
        verdict: Verdict,
        reason: Reason | None = None,
        note: str = "",
        *,
        making: Making | None = None,
        origin: object = None,
    ) -> bool:
        """Gives a verdict, of an approval with how the deepfakes were made; True when it is on disk."""
        with self._commands.running(origin) as command:
            command.changes = decisions.decide(
                self._catalogue,
                ids,
                verdict=verdict,
                reason=reason,
                note=note,
                curator=self.curator,
                thresholds=self.thresholds,
                origin=Origin.CURATOR if len(ids) == 1 else Origin.BULK,
                making=making,
            )
            self._rank_anew(command.changes)
        return command.ok

    def undo(self, *, origin: object = None) -> Changes:
        """Takes the newest step back; empty changes when there was none or it failed."""
        with self._commands.running(origin) as command:
            command.changes = decisions.undo(self._catalogue, curator=self.curator)
            self._rank_anew(command.changes)
        self._background.ready.emit()
        return command.changes

    def redo(self, *, origin: object = None) -> Changes:
        """Does the step again that was undone last."""
        with self._commands.running(origin) as command:
            command.changes = decisions.redo(self._catalogue, curator=self.curator)
            self._rank_anew(command.changes)
        self._background.ready.emit()
        return command.changes

    def look_at(self, submission_id: SubmissionId, neighbours: Sequence[Digest] = ()) -> None:
        """What the curator looks at now is analysed first, and its neighbours are kept ready."""
        with self._commands.running():
            self._workspace.analysis.look_at(submission_id)
        self.pictures.prefetch(neighbours)

    # ------------------------------------------------------------ bringing in

    def expect_pictures(self) -> None:
        """Starts the workers while a person still chooses what to load."""
        self._workspace.workers.warm()

    def load(self, paths: Sequence[Path], *, kind: Kind = Kind.DEEPFAKE) -> None:
        """Starts to load files and folders as submissions."""
        with self._commands.running():
            self._workspace.loads.load(paths, kind=kind)
        self._expect_comparisons()
        self._background.tell()

    def pause(self) -> None:
        """Holds back loads and analysis; they are held back anyway while something is being erased."""
        if self.privacy.busy:
            self.privacy.resume_after(False)
        else:
            self._workspace.pause()
        self._background.tell()

    def resume(self) -> None:
        """Goes on after :meth:`pause`, or once what is being erased is gone."""
        if self.privacy.busy:
            self.privacy.resume_after(True)
        else:
            self._workspace.resume()
        self._background.ready.emit()
        self._background.tell()

    def cancel_load(self) -> None:
        """Ends running loads; what was loaded stays."""
        self._workspace.loads.cancel()

    # ------------------------------------------------------------ inside

    def _rank_anew(self, changes: Changes) -> None:
        """A promoted portrait may have come or gone with a decision."""
        if changes.politicians:
            self._workspace.analysis.portraits_changed()

    def _expect_comparisons(self) -> None:
        """Has the pictures read that new ones are compared with, before the first of those is filed."""
        self.reading.ask("picture-hashes", read_pictures, then=self._workspace.comparison.take_pictures)

    def _on_filed(self, changes: Changes) -> None:
        self.pictures.forget_missing()
        self.changed.emit(changes, self)

    def _on_changed(self, changes: Changes, origin: object) -> None:
        self.changed.emit(changes, origin)
        self._background.tell_soon()
        self._idle_timer.start()

    def _continue_loads(self) -> None:
        if self._workspace.loads.go_on():
            self.noticed.emit(tr("A load was interrupted last time. Curator goes on with it."))

    def _on_erased(self) -> None:
        if self._loads_wait:
            self._loads_wait = False
            with self._commands.running():
                self._continue_loads()
            if self._workspace.analysis.paused:
                # Asked for while there was nothing yet to hold back.
                self._workspace.pause()
        self._background.ready.emit()
        self._background.tell()

    def _on_brought(self, changes: Changes) -> None:
        """What came in from another copy waits for its analysis as whatever is loaded."""
        self._rank_anew(changes)
        self._background.ready.emit()

    def _on_fetch_begun(self) -> None:
        self._expect_comparisons()
        self._background.tell()

    def _on_overtaken(self) -> None:
        self.noticed.emit(
            tr("Something was decided while the export was written. Export again to include it.")
        )
