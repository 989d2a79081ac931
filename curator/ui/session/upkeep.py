"""Measures, backs up, checks, repairs and prepares to restore a catalogue, in threads beside the main one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueDamaged, CatalogueError, CuratorError, RefusedChange
from curator.engine.records import Changes
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Backup, Kind, Place
from curator.engine.safekeeping.repair import repair
from curator.engine.safekeeping.restoring import Prepared, all_by_contents, plan_restore, prepare
from curator.engine.safekeeping.sizes import measure
from curator.engine.safekeeping.verification import verify
from curator.engine.said import said
from curator.engine.workers.jobs import Workers
from curator.ui.language import tr

DECISIONS = 100
"""After so many there is a backup, and a day after the last one if anything was done since."""

_PROGRESS_SECONDS = 0.1
_CLOSING_SECONDS = 1.0
"""With the backup at the end; one that takes longer is made when the catalogue is opened the next time."""
_FIRST_MS = 20_000
_HOURLY_MS = 3_600_000
_DAY = timedelta(hours=24)
_HOLDING_SECONDS = 5.0
_COPIES = ("backup", "automatic")
_PREPARE = "prepare"


@dataclass(frozen=True, slots=True)
class Kept:
    """The backups that there are.

    Attributes:
        found: newest first.
        chosen: the folder that they go to; None for the catalogue's own.
        places: all folders that may hold some.
    """

    found: tuple[Backup, ...]
    chosen: Path | None
    places: tuple[Place, ...]


class Upkeep(QObject):
    """Does it with connections of its own: the window's catalogue is not touched.

    Lives in the main thread; signals are emitted there. Each also brings a ``CuratorError``
    when it could not be done, and None after a mistake of the program or when it was cancelled.

    Attributes:
        measured: the ``Sizes`` of the catalogue on the disk.
        listed: the backups that there are, as ``Kept``.
        backed_up: the ``Path`` of a copy that was made by hand.
        backed_up_itself: the ``Path`` of a copy that nobody had to ask for.
        troubled: why no automatic copy could be made: a sentence, once until one is made again.
        checked: the ``Verification``.
        repaired: what was ``Repaired``.
        planned: what restoring would bring, a ``RestorePlan``.
        prepared: a ``Prepared`` copy of a backup; whoever hears of it closes the catalogue and
            puts the copy in its place.
        check_progressed: pictures read or shown anew, and in all, at most ten times a second.
    """

    measured = Signal(object)
    listed = Signal(object)
    backed_up = Signal(object)
    backed_up_itself = Signal(object)
    troubled = Signal(str)
    checked = Signal(object)
    repaired = Signal(object)
    planned = Signal(object)
    prepared = Signal(object)
    check_progressed = Signal(int, int)
    _done = Signal(str, object)
    _stepped = Signal(int, int)

    def __init__(
        self,
        folder: Path,
        *,
        workers: Callable[[], Workers],
        clock: Callable[[], datetime] = backups.utc_now,
        parent: QObject,
    ) -> None:
        """Begins nothing yet.

        Args:
            folder: of the catalogue.
            workers: those of the window, which make previews.
            clock: tells the time in UTC, which names backups.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._folder = folder
        self._workers = workers
        self._clock = clock
        self._threads: dict[str, Thread] = {}
        self._cancelled = False
        self._held = False
        self._closed = False
        self._automatic = False
        self._decided = 0
        self._list_again = False
        self._told: set[str] = set()
        self._done.connect(self._on_done)
        self._stepped.connect(self._on_stepped)
        self._hourly = QTimer(self)
        self._hourly.setInterval(_HOURLY_MS)
        self._hourly.timeout.connect(lambda: self._back_up_itself(after=_DAY))

    @property
    def checking(self) -> bool:
        """Whether a check or a repair is under way."""
        return "check" in self._threads or "repair" in self._threads

    def measure(self) -> None:
        """Begins to add up the catalogue's files."""
        self._begin("measure", self._reading(measure))

    # ------------------------------------------------------------ backups

    def start(self) -> None:
        """Makes backups from now on without being asked: soon, if the last run could not."""
        self._automatic = True
        self._hourly.start()
        QTimer.singleShot(_FIRST_MS, self, self._back_up_itself)

    def note(self, changes: Changes, _origin: object = None) -> None:
        """Counts what is decided; after a hundred decisions there is a backup."""
        if changes.decided:
            self._decided += max(1, len(changes.submissions))
        if self._automatic and self._decided >= DECISIONS:
            self._back_up_itself()

    def list_backups(self) -> None:
        """Begins to look for backups, also on disks that may be slow."""
        if "list" in self._threads:
            # What is being looked at may be older than the question.
            self._list_again = True
        self._begin("list", self._kept)

    def choose_folder(self, chosen: Path | None) -> None:
        """Has backups go to another folder from now on; they are listed anew afterwards."""

        def choose() -> Kept:
            backups.choose_folder(self._folder, chosen)
            return self._kept()

        self._begin("choose", choose)

    def back_up(self) -> None:
        """Begins to copy the database to where backups go."""

        def copy() -> Path | None:
            made = backups.make(self._folder, kind=Kind.BY_HAND, clock=self._clock, go_on=self._may_copy)
            return None if made is None else made.path

        self._begin("backup", copy)

    def hold_backups(self) -> Callable[[], None]:
        """Makes and prepares no copy until :meth:`release_backups`; one that is being made is abandoned.

        Returns:
            What waits until it is: some seconds at most, so not in the main thread.
        """
        self._held = True
        threads = [self._threads[what] for what in (*_COPIES, _PREPARE) if what in self._threads]

        def wait() -> None:
            until = monotonic() + _HOLDING_SECONDS
            for thread in threads:
                thread.join(max(0.0, until - monotonic()))

        return wait

    def release_backups(self) -> None:
        """Makes backups again."""
        self._held = False

    # ------------------------------------------------------------ restoring

    def plan_restore(self, backup: Backup) -> None:
        """Begins to look what restoring a backup would bring."""
        self._begin("plan", lambda: plan_restore(self._folder, backup))

    def prepare_restore(self, backup: Backup) -> None:
        """Begins to check and copy a backup; the catalogue may be used meanwhile.

        Not while something is being erased: what is erased would come back with the backup. A copy that
        is being prepared when that begins is abandoned.
        """
        if self._held:
            self.prepared.emit(_held_back())
            return
        self._begin(_PREPARE, lambda: prepare(self._folder, backup, go_on=self._may_copy))

    # ------------------------------------------------------------ checking

    def check(self) -> None:
        """Begins to read everything and to look for what is wrong."""
        self._cancelled = False
        progress = self._throttled()
        self._begin(
            "check",
            self._reading(lambda one: verify(one, progress=progress, cancelled=lambda: self._cancelled)),
        )

    def repair(self) -> None:
        """Begins to make anew what a check found repairable."""
        self._cancelled = False
        progress, workers = self._throttled(), self._workers()
        self._begin(
            "repair",
            lambda: repair(
                self._folder, workers=workers, progress=progress, cancelled=lambda: self._cancelled
            ),
        )

    def cancel_check(self) -> None:
        """Ends the check or the repair after the picture in hand."""
        self._cancelled = True

    def close(self) -> None:
        """Cancels and waits a little, then backs up what was done; nothing is told afterwards."""
        self._closed = self._cancelled = True
        self._hourly.stop()
        until = monotonic() + _CLOSING_SECONDS
        for thread in self._threads.values():
            thread.join(max(0.0, until - monotonic()))
        if not self._automatic or self._held:
            return
        # What fails now is tried again, and told, when the catalogue is opened the next time.
        with suppress(CuratorError):
            self._copy_if_changed(go_on=lambda: monotonic() < until, patience=0)

    # ------------------------------------------------------------ in threads of their own

    def _back_up_itself(self, *, after: timedelta = timedelta()) -> None:
        if not self._held and not any(one in self._threads for one in _COPIES):
            self._decided = 0
            self._begin("automatic", lambda: self._copy_if_changed(go_on=self._may_copy, after=after))

    def _copy_if_changed(
        self, *, go_on: Callable[[], bool], after: timedelta = timedelta(), patience: float = backups.PATIENCE
    ) -> Path | None:
        newest = next(iter(backups.all_of(self._folder)), None)
        if newest is not None and timedelta() <= self._clock() - newest.made_at < after:
            return None
        if not backups.changed_since(self._folder, newest):
            return None
        chosen = backups.chosen_folder(self._folder)
        try:
            made = self._make(None, go_on=go_on, patience=patience)
        except CatalogueDamaged:
            raise
        except CatalogueError as error:
            if chosen is None:
                raise CuratorError(
                    said("No backup could be made. {why}", why=error.sentence), advice=error.advice
                ) from error
            self._make(self._folder, go_on=go_on, patience=patience)
            raise CuratorError(
                said("The folder {folder} for backups cannot be used.", folder=chosen),
                advice=said(
                    "Backups go into the catalogue's own folder until its disk is connected again, or another"
                    " folder is chosen in the settings."
                ),
            ) from error
        return None if made is None else made.path

    def _make(self, into: Path | None, *, go_on: Callable[[], bool], patience: float) -> Backup | None:
        return backups.make(self._folder, into=into, clock=self._clock, go_on=go_on, patience=patience)

    def _kept(self) -> Kept:
        folder = self._folder
        return Kept(all_by_contents(folder), backups.chosen_folder(folder), backups.places(folder))

    def _may_copy(self) -> bool:
        return not self._closed and not self._held

    def _reading(self, work: Callable[[Catalogue], object]) -> Callable[[], object]:
        def run() -> object:
            with Catalogue.read(self._folder) as catalogue:
                return work(catalogue)

        return run

    def _begin(self, what: str, work: Callable[[], object]) -> None:
        if what in self._threads or self._closed:
            return
        self._threads[what] = Thread(target=self._run, args=(what, work), name=what, daemon=True)
        self._threads[what].start()

    def _run(self, what: str, work: Callable[[], object]) -> None:
        outcome: object = None
        try:
            outcome = work()
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
        if self._closed:
            return
        if what == "automatic":
            self._tell_trouble(outcome)
        if what == _PREPARE and self._held:
            if isinstance(outcome, Prepared):
                outcome.path.unlink(missing_ok=True)
            outcome = _held_back()
        signals: dict[str, SignalInstance] = {
            "measure": self.measured,
            "list": self.listed,
            "choose": self.listed,
            "backup": self.backed_up,
            "automatic": self.backed_up_itself,
            "plan": self.planned,
            _PREPARE: self.prepared,
            "check": self.checked,
            "repair": self.repaired,
        }
        signals[what].emit(outcome)
        if what == "list" and self._list_again:
            self._list_again = False
            self.list_backups()

    def _tell_trouble(self, outcome: object) -> None:
        if isinstance(outcome, CuratorError):
            if outcome.sentence not in self._told:
                self._told.add(outcome.sentence)
                self.troubled.emit(f"{tr(outcome.sentence)} {tr(outcome.advice)}".strip())
        elif isinstance(outcome, Path):
            self._told.clear()


def _held_back() -> RefusedChange:
    return RefusedChange(
        said("Something is being erased just now."), advice=said("Restore when that is done.")
    )
