"""One life of the window: the same random work, through the session that all views stand on."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from curator.app import App
from curator.engine.errors import CuratorError
from curator.engine.export import ExportOptions, ExportSummary
from curator.engine.intake.nocodb.request import FetchRequest
from curator.engine.merging.merging import MergePlan
from curator.engine.privacy.erasing import Finished
from curator.engine.privacy.looking import Erasure
from curator.engine.records import FaceBox, FaceId, Kind, PoliticianId, Reason, SubmissionId, Verdict
from curator.ui.assets import load_fonts
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.session.merging import Ended
from torturing.acting import Somebody, Stuff
from torturing.telling import BEGUN, ERASED, EXPORTED, FAILED, KEPT, Teller

_STEP_MS = 5


class WindowHands:
    """Does things as the views do them."""

    def __init__(self, session: Session, *, teller: Teller) -> None:
        self._session = session
        self._teller = teller
        self._target = ""
        self._erasing = ""
        self.waiting = False
        session.exports.finished.connect(self._on_exported)
        session.privacy.rows_erased.connect(self._on_rows_erased)
        session.privacy.finished.connect(self._on_erased)
        session.merging.looked.connect(self._on_looked)
        session.merging.ended.connect(self._on_merged)

    def decide(self, ids: list[SubmissionId], verdict: Verdict, reason: Reason | None, note: str) -> None:
        self._session.decide(ids, verdict, reason, note)

    def undo(self) -> None:
        self._session.undo()

    def redo(self) -> None:
        self._session.redo()

    def draw(self, one: SubmissionId, box: FaceBox) -> None:
        self._session.hand.draw_face(one, box)

    def dismiss(self, one: SubmissionId, face: FaceId) -> None:
        self._session.hand.dismiss_face(one, face)

    def claim(self, one: SubmissionId, whom: PoliticianId | None) -> None:
        self._session.hand.correct_claim(one, whom)

    def kind(self, one: SubmissionId, kind: Kind) -> None:
        self._session.hand.correct_kind(one, kind)

    def note(self, one: SubmissionId, text: str) -> None:
        self._session.hand.edit_note(one, text)

    def promote(self, one: SubmissionId) -> None:
        self._session.hand.promote(one)

    def load(self, folder: Path) -> None:
        self._session.load([folder])

    def people(self, folder: Path) -> None:
        self._session.people.import_from(folder)

    def portraits(self, whom: PoliticianId, paths: list[Path]) -> None:
        self._session.people.add_portraits(whom, paths)

    def fetch(self, request: FetchRequest, token: str) -> None:
        raise AssertionError("a window is given no server: only its dialog opens tables")

    def export(self, folder: Path, options: ExportOptions) -> None:
        if not self._session.exports.writing:
            self._target = str(folder)
            self._session.exports.keep_options(options)
            self._session.exports.write(folder)

    @property
    def may_erase(self) -> bool:
        """Nothing is loaded, and nothing else erased."""
        session = self._session
        return session._workspace.loads.progress is None and not (
            session.privacy.busy or session.merging.busy
        )

    def erase(self, wanted: Erasure, token: str) -> None:
        # What is decided before the rows are gone might be about them, and is then another story.
        self._erasing, self.waiting = token, True
        if not self._session.privacy.erase(wanted):
            # While an export is written, for one: another erasure may take some of it along later.
            self._teller.say(KEPT, token=token)
            self._erasing, self.waiting = "", False

    def merge(self, path: Path) -> None:
        if not (self._session.merging.busy or self._session.privacy.busy):
            self._session.merging.look(path)

    def _on_looked(self, told: MergePlan | CuratorError) -> None:
        if isinstance(told, MergePlan):
            self._session.merging.merge("Left by a merge")
        else:
            self._on_merged(told)

    def _on_merged(self, told: Ended | CuratorError) -> None:
        # A copy may be given up for another while it is read; nothing else may go wrong with it.
        if isinstance(told, CuratorError):
            self._teller.say(FAILED, why=f"merge: {told.sentence}")

    def _on_rows_erased(self) -> None:
        if self._erasing:
            self._teller.say(BEGUN, token=self._erasing)
        self.waiting = False

    def _on_erased(self, told: Finished | CuratorError) -> None:
        self.waiting = False
        if isinstance(told, Finished) and not told.not_yet and self._erasing:
            self._teller.say(ERASED, token=self._erasing)
        self._erasing = ""

    def _on_exported(self, summary: ExportSummary | None) -> None:
        if summary is not None:
            self._teller.say(EXPORTED, folder=self._target, manifest=summary.manifest_digest)


def live(stuff: Stuff, teller: Teller) -> None:
    """Opens the window with the catalogue and works in it; only a kill ends it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["curator"])
    load_fonts()
    home = stuff.home / "person"
    app = App(
        application=application,
        preferences=Preferences(home / "curator.ini"),
        data_folder=home / "data",
        log_file=home / "curator.log",
        settings=stuff.settings,
    )
    app.window.setWindowState(Qt.WindowState.WindowNoState)
    app.window.show()
    if not app.open(stuff.folder, create=not stuff.folder.joinpath("catalogue.db").is_file()):
        teller.say(FAILED, why="the window could not open the catalogue")
        os._exit(1)
    session = app.window.session
    assert session is not None
    catalogue = session._catalogue

    def on_failed(error: CuratorError) -> None:
        if type(error).__name__.startswith("Catalogue"):
            teller.say(FAILED, why=error.sentence)

    session.failed.connect(on_failed)
    teller.begin(catalogue)
    sys.excepthook = lambda kind, error, _trace: teller.say(FAILED, why=f"{kind.__name__}: {error}")
    stuff = replace(stuff, address="")
    hands = WindowHands(session, teller=teller)
    somebody = Somebody(stuff, hands, catalogue, teller=teller)

    def step() -> None:
        teller.tell_new(catalogue)
        if not hands.waiting:
            somebody.act()

    timer = QTimer(interval=_STEP_MS)
    timer.timeout.connect(step)
    timer.start()
    application.exec()
