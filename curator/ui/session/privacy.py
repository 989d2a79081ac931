"""What the catalogue holds of people, and erasing some of it, in threads beside the main one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread

from PySide6.QtCore import QObject, Signal

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.erasable import erasable_in
from curator.engine.errors import CuratorError, RefusedChange
from curator.engine.privacy import erasing, looking
from curator.engine.privacy.erasing import Finished, PartlyErased
from curator.engine.privacy.held import held as held_by
from curator.engine.privacy.looking import Erasure, What
from curator.engine.records import Changes, PoliticianId
from curator.engine.said import said
from curator.engine.workspace import Workspace
from curator.ui.session.pictures import PictureCache
from curator.ui.session.reading import Reading
from curator.ui.session.running import Commands
from curator.ui.session.upkeep import Upkeep

_CLOSING_SECONDS = 1.0
_BROKEN = said("An error in Curator ended the erasing.")
_ERASING = said("Something is being erased just now.")
_PREVIEW, _HELD = "erasure", "held"


@dataclass(frozen=True, slots=True)
class Eraseable:
    """Whom one can choose to erase.

    Attributes:
        senders: names, by name.
        politicians: numbers with names and countries, also of those who were taken out of the index.
    """

    senders: tuple[str, ...]
    politicians: tuple[tuple[PoliticianId, str], ...]


class Privacy(QObject):
    """Counts, previews and erases. Lives in the main thread; signals are emitted there.

    Attributes:
        counted: the ``Held`` of the catalogue.
        listed: the ``Eraseable`` of the catalogue.
        previewed: an ``Erasure``, or the ``CuratorError`` why there is none.
        progressed: pictures deleted, and in all.
        rows_erased: the rows are gone: whoever remembers words of them forgets them.
        finished: the ``Finished`` of an erasure, or the ``CuratorError`` that kept it from being done.
    """

    counted = Signal(object)
    listed = Signal(object)
    previewed = Signal(object)
    progressed = Signal(int, int)
    rows_erased = Signal()
    finished = Signal(object)
    _gone = Signal(object)
    _ended = Signal(object)
    _stepped = Signal(int, int)

    def __init__(
        self,
        workspace: Workspace,
        commands: Commands,
        *,
        reading: Reading,
        upkeep: Upkeep,
        pictures: PictureCache,
        files_written: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Begins nothing yet.

        Args:
            workspace: whose catalogue it is.
            commands: tell what was erased.
            reading: counts and looks.
            upkeep: makes backups, which are held meanwhile.
            pictures: forget what was erased.
            files_written: tells whether files with pictures are being written, which might be erased.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._catalogue = workspace.catalogue
        self._folder = workspace.catalogue.folder
        self._commands = commands
        self._reading = reading
        self._upkeep = upkeep
        self._pictures = pictures
        self._files_written = files_written
        self.merging: Callable[[], bool] = lambda: False
        self._thread: Thread | None = None
        self._resume = False
        self._changes = Changes()
        self._closed = False
        self._writing_anew = False
        self._naming = False
        workspace.loads.refuse = self.refuse_while_erasing
        self._gone.connect(self._on_gone)
        self._ended.connect(self._on_ended)
        self._stepped.connect(self._on_stepped)

    # ------------------------------------------------------------ looking

    @property
    def busy(self) -> bool:
        """Whether something is being erased."""
        return self._thread is not None

    @property
    def grace_days(self) -> int:
        """After how many days rejected pictures may be purged."""
        return looking.grace_days(self._catalogue)

    @property
    def erased_at(self) -> str:
        """When something was erased last; empty when nothing ever was."""
        return erasing.erased_at(self._catalogue)

    def set_grace_days(self, days: int) -> bool:
        """Sets it for this catalogue."""
        with self._commands.running() as command:
            looking.keep_grace_days(self._catalogue, days)
        return command.ok

    def count(self) -> None:
        """Counts what is held; :attr:`counted` follows, then :attr:`listed`."""
        self._reading.ask(_HELD, lambda catalogue: held_by(catalogue.folder), then=self.counted.emit)
        self._reading.ask("eraseable", _eraseable, then=self.listed.emit)

    def look_at_rejected(self, days: int) -> None:
        """Looks what a purge would erase; :attr:`previewed` follows."""
        self._look(lambda catalogue: looking.rejected(catalogue.folder, days=days))

    def look_at_sender(self, name: str) -> None:
        """Looks what erasing a sender would erase."""
        self._look(lambda catalogue: looking.sender(catalogue.folder, name))

    def look_at_politician(self, politician_id: PoliticianId) -> None:
        """Looks what erasing a politician would erase."""
        self._look(lambda catalogue: looking.politician(catalogue.folder, politician_id))

    # ------------------------------------------------------------ erasing

    def start(self) -> None:
        """Finishes what an earlier run left behind, if anything."""
        with self._commands.running():
            if erasing.unfinished(self._folder):
                self._begin(None)

    def erase(self, wanted: Erasure) -> bool:
        """Begins to erase what was previewed; :attr:`finished` follows. False while it cannot be."""
        with self._commands.running() as command:
            if self._workspace.loads.progress is not None:
                raise RefusedChange(
                    said("Pictures are being loaded just now."),
                    advice=said("Erase when that is done, or cancel it."),
                )
            if self.busy:
                raise RefusedChange(said("Something else is being erased just now."))
            if self.merging():
                raise RefusedChange(
                    said("Decisions of another copy are being brought in just now."),
                    advice=said("Erase when that is done, or cancel it."),
                )
            if self._files_written():
                raise RefusedChange(
                    said("An export or a file for colleagues is being written just now."),
                    advice=said("Erase when it is written, or cancel it."),
                )
            self._begin(wanted)
        return command.ok

    def refuse_while_erasing(self) -> None:
        """For loads: what arrives just now might be what is being deleted.

        Raises:
            RefusedChange: something is being erased.
        """
        if self.busy:
            raise RefusedChange(_ERASING, advice=said("Load again when that is done."))

    def refuse_files(self) -> None:
        """For exports and files for colleagues: they might hold what is being erased.

        Raises:
            RefusedChange: something is being erased.
        """
        if self.busy:
            raise RefusedChange(_ERASING, advice=said("Write it again when that is done."))

    def resume_after(self, wanted: bool) -> None:
        """While something is being erased: whether loads and analysis go on when that has ended."""
        self._resume = wanted

    def close(self) -> None:
        """Has it stop, and waits until it does; what is left to erase is erased at the next start."""
        self._closed = True
        if self._thread is not None:
            self._thread.join(_CLOSING_SECONDS)

    # ------------------------------------------------------------ inside

    def _look(self, question: Callable[[Catalogue], Erasure]) -> None:
        def look(catalogue: Catalogue) -> Erasure | CuratorError:
            try:
                return question(catalogue)
            except CuratorError as error:
                return error

        # An answer that is an error would be told as a failure of the window.
        self._reading.ask(_PREVIEW, lambda catalogue: (look(catalogue),), then=self._on_looked)

    def _on_looked(self, answer: tuple[Erasure | CuratorError]) -> None:
        self.previewed.emit(answer[0])

    def _begin(self, wanted: Erasure | None) -> None:
        self._resume = not self._workspace.analysis.paused
        # Nothing is to be written about what is being erased, and no backup made of it.
        self._workspace.pause()
        held = self._upkeep.hold_backups()
        # A face that is ranked before the portraits are read again would name nobody's number.
        self._naming = wanted is not None and wanted.what is What.POLITICIAN
        self._catalogue.give_way(self._refusal)
        self._thread = Thread(target=self._run, args=(wanted, held), name="erase", daemon=True)
        self._thread.start()

    def _refusal(self, busy: bool) -> RefusedChange | None:
        """Why nothing can be saved just now, instead of holding the window up until it can.

        Args:
            busy: it would have to wait for the erasing.
        """
        if not busy and not self._writing_anew and not self._naming:
            return None
        return RefusedChange(
            _ERASING, advice=said("Nothing was changed by what you just did: do it again in some seconds.")
        )

    def _go_on(self) -> None:
        self._catalogue.give_way(None)
        self._upkeep.release_backups()
        if self._resume:
            self._workspace.resume()

    def _run(self, wanted: Erasure | None, held: Callable[[], None]) -> None:
        """In a thread of its own, with connections of its own."""
        outcome: Finished | CuratorError | None = None
        try:
            held()
            failure = None if wanted is None else self._erase_rows(wanted)
            outcome = erasing.finish(
                self._folder,
                progress=self._step,
                go_on=self._may_go_on,
                writing_anew=self._tell_writing_anew,
            )
            outcome = failure or outcome
        except CuratorError as error:
            outcome = error
        finally:
            # A session that was closed meanwhile may be gone.
            with suppress(RuntimeError):
                self._ended.emit(outcome)

    def _erase_rows(self, wanted: Erasure) -> CuratorError | None:
        """In the erasing's thread: what kept some of them from being erased, if anything did.

        Raises:
            CuratorError: none were erased.
        """
        failure = None
        try:
            changes = erasing.erase(self._folder, wanted, go_on=self._may_go_on)
        except PartlyErased as error:
            changes, failure = error.changes, error
        with suppress(RuntimeError):
            self._gone.emit(changes)
        return failure

    def _may_go_on(self) -> bool:
        return not self._closed

    def _tell_writing_anew(self, now: bool) -> None:
        """In the erasing's thread."""
        self._writing_anew = now

    def _step(self, done: int, total: int) -> None:
        with suppress(RuntimeError):
            self._stepped.emit(done, total)

    # ------------------------------------------------------------ back in the main thread

    def _on_stepped(self, done: int, total: int) -> None:
        if not self._closed:
            self.progressed.emit(done, total)

    def _on_gone(self, changes: Changes) -> None:
        if self._closed:
            return
        if changes.politicians:
            self._workspace.comparison.reload_portraits()
        self._naming = False
        self._pictures.forget_all()
        self.rows_erased.emit()
        self._changes |= changes
        with self._commands.running() as command:
            command.changes = changes

    def _on_ended(self, outcome: Finished | CuratorError | None) -> None:
        self._thread = None
        self._writing_anew = self._naming = False
        if self._closed:
            return
        changes, self._changes = self._changes, Changes()
        self._go_on()
        # Ranked anew only now: it would have been refused while the file was written anew.
        if changes.politicians:
            self._workspace.analysis.portraits_changed()
        self._workspace.analysis.reassess(changes.submissions)
        self.finished.emit(
            CuratorError(_BROKEN, advice=said("It goes on when the catalogue is opened the next time."))
            if outcome is None
            else outcome
        )
        self.count()


def _eraseable(catalogue: Catalogue) -> Eraseable:
    with erasable_in(catalogue.folder) as erasable:
        return Eraseable(tuple(name for name, _ in erasable.senders()), erasable.politicians())
