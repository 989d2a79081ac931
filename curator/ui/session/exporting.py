"""Plans and writes exports in threads beside the main one, and tells how they go."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.workspace import Workspace
from curator.ui.session.running import Commands

if TYPE_CHECKING:
    from curator.engine.export import ExportOptions, ExportPlan
    from curator.engine.export.certificate_check import Certificate

_PROGRESS_SECONDS = 0.1
_CLOSING_SECONDS = 1.5


_PACKAGES = ("c2pa", "cryptography")
"""What signing needs; both come with one extra."""


@dataclass(frozen=True, slots=True)
class Signing:
    """How it stands with the signatures of exported deepfakes.

    Attributes:
        possible: whether what signs is installed.
        certificate: that is signed with; None while there is none, or none that serves.
        problem: why nothing can be signed; None where it can, if need be with a certificate that
            the first signed export makes.
        brought: whether the certificate is the campaign's own, also when it does not serve.
    """

    possible: bool = True
    certificate: "Certificate | None" = None
    problem: CuratorError | None = None
    brought: bool = False


@dataclass(slots=True)
class _Writing:
    cancelled: bool = False
    thread: Thread | None = None


class Exporter(QObject):
    """Gathers and writes with a reading connection of its own: the window's catalogue is not touched.

    10,000 approved pictures take over a second to gather, which no click may wait for. Lives
    in the main thread; signals are emitted there.

    Attributes:
        folder: where the next export is to go, which dry runs compare with; that of the last one when None.
        planned: the ``ExportPlan`` of a dry run.
        signing_told: how it stands with signatures, a ``Signing``; before each dry run is told.
        prepared: what ``prepare`` made of it; likewise.
        progressed: steps done and in all, at most ten times a second.
        failed: the ``CuratorError`` that came instead of a plan or of an export.
        plan_failed: the same, if instead of a plan.
        write_failed: the same, if instead of an export.
        finished: the ``ExportSummary``, or None when nothing was written: it was cancelled,
            or it failed, which ``failed`` has told before.
        overtaken: something was decided while the export was written.
        refuse: asked before an export begins; raises the ``CuratorError`` why it must not.
        prepare: makes of a dry run what a view shows of it, in the dry run's thread: thousands of lines.
    """

    planned = Signal(object)
    signing_told = Signal(object)
    prepared = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(object)
    plan_failed = Signal(object)
    write_failed = Signal(object)
    finished = Signal(object)
    overtaken = Signal()
    _gathered = Signal(object)
    _stepped = Signal(int, int)
    _written = Signal(object)

    def __init__(
        self, workspace: Workspace, commands: Commands, *, curator: Callable[[], str], parent: QObject
    ) -> None:
        """Ready to plan and to write.

        Args:
            workspace: whose approved set it is.
            commands: notes in the catalogue what was exported.
            curator: tells who exports.
            parent: closes it.
        """
        super().__init__(parent)
        self.folder: Path | None = None
        self.refuse: Callable[[], None] = lambda: None
        self.prepare: Callable[[ExportPlan], object] = lambda _plan: None
        self._workspace = workspace
        self._commands = commands
        self._curator = curator
        self._home = workspace.catalogue.folder
        self._planning = False
        self._plan_again = False
        self._writing: _Writing | None = None
        self._closed = False
        self.plan_failed.connect(self.failed)
        self.write_failed.connect(self.failed)
        self._gathered.connect(self._on_gathered)
        self._stepped.connect(self._on_stepped)
        self._written.connect(self._on_written)

    @property
    def writing(self) -> bool:
        """Whether an export is being written."""
        return self._writing is not None

    @property
    def options(self) -> "ExportOptions":
        """What a person chose for exports."""
        return export.options_of(self._workspace.catalogue)

    def keep_options(self, options: "ExportOptions") -> bool:
        """Puts other options in force, and begins a dry run with them; False when it failed."""
        if options == self.options:
            return True
        with self._commands.running() as command:
            export.keep_options(self._workspace.catalogue, options)
        if command.ok:
            self.plan()
        return command.ok

    def bring_certificate(self, *, chain: Path, key: Path) -> None:
        """Signs with a campaign's own certificate from now on, and begins a dry run.

        Args:
            chain: PEM file, the signing certificate first.
            key: PEM file with its private key.

        Raises:
            SigningError: it does not serve; what was signed with before still is.
        """
        # Imported here and below: a start does not wait for what signs.
        from curator.engine.export import certificates

        certificates.bring(export.signing_folder(self._workspace.catalogue), chain=chain, key=key)
        self.plan()

    def go_back_to_own_certificate(self) -> None:
        """Signs with a certificate that Curator makes from now on, and begins a dry run.

        Raises:
            SigningError: the campaign's own could not be put away.
        """
        from curator.engine.export import certificates

        certificates.go_back(export.signing_folder(self._workspace.catalogue))
        self.plan()

    def plan(self) -> None:
        """Begins a dry run; when one is under way already, it is done once more after it."""
        if self._planning:
            self._plan_again = True
            return
        self._planning, self._plan_again = True, False
        Thread(target=self._plan, args=(self.folder,), name="export-plan", daemon=True).start()

    def write(self, folder: Path, *, meant: "ExportPlan | None" = None) -> None:
        """Begins to write the approved set into a folder; one export at a time.

        Args:
            folder: where to, also of the next dry runs.
            meant: the dry run that somebody said a second yes to. What is found now may ask something
                else, and is not written then.
        """
        if self._writing is not None:
            return
        self.folder = folder
        try:
            self.refuse()
            export.begin(self._workspace.catalogue, folder)
        except CuratorError as error:
            # What a crash leaves behind would never be found again, so nothing begins.
            self.write_failed.emit(error)
            self.finished.emit(None)
            return
        writing = _Writing()
        writing.thread = Thread(
            target=self._write, args=(writing, folder, meant), name="export-write", daemon=True
        )
        self._writing = writing
        writing.thread.start()

    def cancel(self) -> None:
        """Ends the export after the picture in hand; what stood in the folder before still stands."""
        if self._writing is not None:
            self._writing.cancelled = True

    def close(self) -> None:
        """Cancels and waits for it, under two seconds; nothing is told afterwards."""
        self._closed = True
        self.cancel()
        if self._writing is not None and self._writing.thread is not None:
            self._writing.thread.join(_CLOSING_SECONDS)

    # ------------------------------------------------------------ in threads of their own

    def _plan(self, folder: Path | None) -> None:
        """In the dry run's thread."""
        outcome: object = None
        try:
            with Catalogue.read(self._home) as catalogue:
                plan = export.plan(catalogue, folder=folder)
            outcome = (plan, _signing(plan.signing), self.prepare(plan))
        except CuratorError as error:
            outcome = error
        finally:
            # Also when it ends in a mistake of the program: nobody shall wait for ever.
            self._hand_over(self._gathered, outcome)

    def _write(self, writing: _Writing, folder: Path, meant: "ExportPlan | None") -> None:
        """In the export's thread."""

        def cancelled() -> bool:
            return writing.cancelled

        outcome: object = None
        try:
            with Catalogue.read(self._home) as catalogue:
                plan = export.plan(catalogue, folder=folder)
            renderer = export.WorkerRenderer(
                self._workspace.workers, media=self._workspace.media, cancelled=cancelled
            )
            outcome = export.write(
                plan,
                folder=folder,
                renderer=renderer,
                progress=self._throttled(),
                cancelled=cancelled,
                anyway=meant is not None and plan.asks_the_same(meant),
            )
        except CuratorError as error:
            outcome = error
        finally:
            self._hand_over(self._written, outcome)

    def _hand_over(self, signal: SignalInstance, outcome: object) -> None:
        # A session that was closed meanwhile may be gone, and whoever waited for this with it.
        with suppress(RuntimeError):
            signal.emit(outcome)

    def _throttled(self) -> Callable[[int, int], None]:
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            now = monotonic()
            if done == total or now - told >= _PROGRESS_SECONDS:
                told = now
                with suppress(RuntimeError):
                    self._stepped.emit(done, total)

        return progress

    # ------------------------------------------------------------ back in the main thread

    def _on_gathered(self, outcome: object) -> None:
        self._planning = False
        if self._closed:
            return
        if self._plan_again:
            self.plan()
        elif isinstance(outcome, CuratorError):
            self.plan_failed.emit(outcome)
        elif isinstance(outcome, tuple):
            plan, signing, prepared = outcome
            self.signing_told.emit(signing)
            self.prepared.emit(prepared)
            self.planned.emit(plan)

    def _on_stepped(self, done: int, total: int) -> None:
        if self._writing is not None and not self._closed:
            self.progressed.emit(done, total)

    def _on_written(self, outcome: object) -> None:
        self._writing = None
        if self._closed:
            return
        if isinstance(outcome, CuratorError):
            self.write_failed.emit(outcome)
        summary = outcome if isinstance(outcome, export.ExportSummary) else None
        if summary is not None:
            self._record(summary)
        self.finished.emit(summary)

    def _record(self, summary: export.ExportSummary) -> None:
        with self._commands.running():
            catalogue = self._workspace.catalogue
            export.record(catalogue, summary, curator=self._curator())
            if export.decided_since(catalogue, summary):
                self.overtaken.emit()


def _signing(folder: Path | None) -> Signing:
    """How it stands with signatures; in the dry run's thread, since certificates are looked through."""
    from curator.engine.export import certificates
    from curator.engine.export.certificate_check import missing_package

    absent = [name for name in _PACKAGES if find_spec(name) is None]
    if absent:
        return Signing(possible=False, problem=missing_package(ImportError(absent[0])))
    if folder is None or not certificates.identity_of(folder):
        return Signing()
    brought = certificates.is_brought(folder)
    try:
        return Signing(certificate=certificates.read(folder), brought=brought)
    except CuratorError as error:
        return Signing(problem=error, brought=brought)
