"""Joins the parts of the window: paths, log, catalogue, session, theme."""

import argparse
import logging
import logging.handlers
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from platformdirs import PlatformDirs
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from curator import __version__
from curator.engine.catalogue import Catalogue
from curator.engine.cores import usable_cores
from curator.engine.errors import CuratorError
from curator.engine.safekeeping.restoring import Prepared, finish
from curator.engine.said import said
from curator.engine.sample import fill_with_sample
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from curator.ui.assets import app_icon, load_fonts
from curator.ui.garbage import GarbageKeeper
from curator.ui.language import tr
from curator.ui.messages import About
from curator.ui.preferences import FILE_NAME, Preferences
from curator.ui.session import Session
from curator.ui.theme import ThemeKeeper
from curator.ui.translators import install as install_language
from curator.ui.window.main_window import MainWindow
from curator.ui.window.rescue import Rescue, can_help

_LOG = logging.getLogger("curator")


class App(QObject):
    """The program with its window; opens and closes catalogues.

    Attributes:
        window: the one window.
        garbage: collects cycles in the main thread.
    """

    _bug_found = Signal(str)
    _failed = Signal(object)

    def __init__(
        self,
        *,
        application: QApplication,
        preferences: Preferences,
        data_folder: Path,
        log_file: Path,
        settings: WorkerSettings,
        jobs: int | None = None,
    ) -> None:
        """Shows nothing yet.

        Args:
            application: Qt's, made by whoever runs the program.
            preferences: what is remembered about the person.
            data_folder: where the sample catalogue is made.
            log_file: named in reports of mistakes.
            settings: how workers are run; how many of them, and how they look for faces, is remembered
                about the person.
            jobs: so many workers, whatever is remembered.
        """
        super().__init__()
        self.garbage = GarbageKeeper(parent=self)
        self._preferences = preferences
        self._data_folder = data_folder
        self._log_file = log_file
        self._settings = settings
        self._jobs = jobs
        self._open_again: Callable[[], bool] = lambda: False
        self._rescue: Rescue | None = None
        self._theme = ThemeKeeper(
            application, scheme=preferences.scheme, text_percent=preferences.text_percent, parent=self
        )
        self.window = MainWindow(preferences=preferences, theme=self._theme)
        self.window.catalogue_wanted.connect(self._on_catalogue_wanted)
        self.window.sample_wanted.connect(self.open_sample)
        self._bug_found.connect(self._on_bug_found)
        self._failed.connect(self.window.messages.show)

    def open(self, folder: Path, *, create: bool = False) -> bool:
        """Opens or makes a catalogue and shows it; False when it could not be, which is told."""
        return self._open(folder, create=create, title=folder.name)

    def open_sample(self, folder: Path | None = None) -> bool:
        """Opens the sample catalogue, which is made at the first time."""
        folder = folder or self._data_folder / "sample"
        return self._open(
            folder, create=not Catalogue.exists(folder), title=tr("Sample catalogue"), fill=fill_with_sample
        )

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes what nobody caught, from any thread.

        A failure that a person can act on is told as such; anything else is a mistake of the
        program, which goes into the log and is told with a report.
        """
        if isinstance(error, CuratorError):
            self._failed.emit(error)
            return
        # Only places in the program and the kind of error: messages and folders may hold names of people.
        frames = "".join(
            f"  {Path(one.filename).name}, line {one.lineno}, in {one.name}\n"
            for one in traceback.extract_tb(trace)
        )
        about = f"Curator {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
        report = f"{about}\n{kind.__name__}\n{frames}"
        _LOG.error("A mistake in the program.\n%s", report)
        if not issubclass(kind, KeyboardInterrupt):
            self._bug_found.emit(report)

    # ------------------------------------------------------------ inside

    def _open(
        self, folder: Path, *, create: bool, title: str, fill: Callable[[Workspace], None] | None = None
    ) -> bool:
        # The open catalogue is closed first: it may be the very one that is wanted.
        self.window.close_session()
        self._forget_rescue()
        limit = self._jobs or self._preferences.worker_limit or self._settings.count
        finder_settings = replace(self._settings.finder_settings, detector=self._preferences.detector)
        settings = replace(self._settings, finder_settings=finder_settings)

        # A sample stays one, but what was restored is not filled anew.
        again = None if fill is None else _leave_alone

        def workspace_of(on_ready: Callable[[], None]) -> Workspace:
            workspace = Workspace.open(folder, create=create, settings=settings, on_ready=on_ready)
            workspace.set_worker_limit(limit)
            if fill is not None:
                try:
                    fill(workspace)
                except BaseException:
                    workspace.close()
                    raise
            return workspace

        try:
            session = Session(workspace_of, curator=self._preferences.curator)
        except CuratorError as error:
            self.window.messages.show(error, about=About.CATALOGUE)
            if can_help(error, folder=folder):
                self._open_again = lambda: self._open(folder, create=False, title=title, fill=again)
                self._offer_backups(folder, error)
            return False
        if fill is None:
            # Whoever tries the sample goes on with their own work the next time.
            self._preferences.last_catalogue = folder.absolute()
        # What went wrong before this one was open says nothing about it.
        self.window.messages.clear()
        self.window.show_session(session, title=title)
        self._open_again = lambda: self._open(folder, create=False, title=title, fill=again)
        # Queued: the session that tells of it is closed by it.
        session.upkeep.prepared.connect(self._on_prepared, Qt.ConnectionType.QueuedConnection)
        return True

    def _on_catalogue_wanted(self, folder: Path, create: bool) -> None:
        self.open(folder, create=create)

    def _on_prepared(self, prepared: object) -> None:
        """Puts a backup in place of the open catalogue, and opens that; what failed before is told there."""
        session = self.window.session
        if not isinstance(prepared, Prepared) or session is None or session.folder != prepared.folder:
            return
        session.upkeep.hold_backups()
        self.window.close_session()
        failure: CuratorError | None = None
        try:
            kept = finish(prepared)
        except CuratorError as error:
            failure = error
        if not self._open_again():
            return
        if failure is not None:
            self.window.messages.show(failure, about=About.CATALOGUE)
        else:
            self.window.messages.tell(
                tr(
                    "The backup was restored. What was there before is kept as {file}; restore that to take"
                    " it back.",
                    file=kept.path.name,
                )
            )

    def _offer_backups(self, folder: Path, error: CuratorError) -> None:
        """Has the sentence that a catalogue cannot be opened offer its backups, once any are found."""
        offer = CuratorError(
            error.sentence, advice=said("It can be restored from a backup. First you see what that holds.")
        )
        rescue = self._rescue = Rescue(folder, parent=self)

        def tell(found: int) -> None:
            if found:
                self.window.messages.show(
                    offer,
                    action=tr("Restore the newest backup …"),
                    act=lambda: rescue.offer(over=self.window),
                    about=About.CATALOGUE,
                )

        rescue.looked.connect(tell)
        # Queued: opening it anew ends the rescue that tells of it.
        rescue.prepared.connect(self._on_rescued, Qt.ConnectionType.QueuedConnection)
        rescue.look()

    def _forget_rescue(self) -> None:
        if self._rescue is not None:
            self._rescue.close()
            self._rescue.deleteLater()
            self._rescue = None

    def _on_rescued(self, prepared: object) -> None:
        """Puts a backup in place of a database that could not be opened, and opens that."""
        if not isinstance(prepared, Prepared) or self._rescue is None:
            return
        try:
            kept = finish(prepared)
        except CuratorError as error:
            self.window.messages.show(error, about=About.CATALOGUE)
            return
        if not self._open_again():
            return
        if kept == prepared.backup:
            self.window.messages.tell(tr("The backup was restored."))
        else:
            self.window.messages.tell(
                tr("The backup was restored. The damaged file is kept as {file}.", file=kept.path.name)
            )

    def _on_bug_found(self, report: str) -> None:
        self.window.messages.report_bug(report, log=str(self._log_file))


def main(arguments: Sequence[str]) -> int:
    """Runs the window until it is closed.

    Args:
        arguments: without the program's name.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(prog="curator", description="Curate pictures in a window.")
    parser.add_argument("--catalogue", type=Path, metavar="FOLDER", help="the catalogue to open")
    parser.add_argument("--sample", action="store_true", help="open the sample catalogue of invented people")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="how many worker processes (default: as the settings say)"
    )
    told = parser.parse_args(arguments)
    jobs: int | None = None if told.jobs is None else max(1, told.jobs)
    folders = PlatformDirs("curator", appauthor=False)
    log_file = start_log(folders.user_log_path)
    application = QApplication(["curator"])
    application.setApplicationName("Curator")
    application.setApplicationVersion(__version__)
    load_fonts()
    application.setWindowIcon(app_icon())
    preferences = Preferences(folders.user_config_path / FILE_NAME)
    # Before anything is said: what is on the screen keeps its words.
    install_language(application, preferences.language)
    app = App(
        application=application,
        preferences=preferences,
        data_folder=folders.user_data_path,
        log_file=log_file,
        settings=WorkerSettings(count=max(usable_cores(), jobs or 1)),
        jobs=jobs,
    )
    catch_everything(app)
    app.garbage.settle()
    app.window.show()
    try:
        if told.sample:
            app.open_sample(told.catalogue)
        elif told.catalogue is not None:
            app.open(told.catalogue, create=not Catalogue.exists(told.catalogue))
    except Exception as error:
        # Told like any other mistake, over the start page, instead of ending without a word.
        app.report(type(error), error, error.__traceback__)
    return application.exec()


class _PrivateLog(logging.handlers.RotatingFileHandler):
    """A log that only its owner can read, whatever the system's usual mode is."""

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        with suppress(OSError):
            Path(self.baseFilename).chmod(0o600)
        return stream


def start_log(folder: Path) -> Path:
    """Writes what happens to a small local log that names no one; returns its path."""
    path = folder / "curator.log"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _PrivateLog(
            path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        # A read-only home is no reason not to work.
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return path


def catch_everything(app: App) -> None:
    """Sends what nobody caught, in any thread and in Qt, to the log and to the person."""
    sys.excepthook = app.report
    threading.excepthook = lambda told: app.report(
        told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
    )
    qInstallMessageHandler(_log_qt)


def _leave_alone(_workspace: Workspace) -> None:
    """Fills a catalogue with nothing."""


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(
        kind, logging.WARNING
    )
    logging.getLogger("qt").log(level, message)
