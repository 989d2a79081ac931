"""Every view of the window over a made-up catalogue, for tests that look at all of them."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import fakes
import numpy as np
import pytest
from filing import MODEL, THRESHOLDS, Clock, Filing, encoding, picture_hash
from numpy.typing import NDArray
from opening import CURATOR
from outside import PHOTOS, PREVIEW, ROWS, FakeOutside
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.comparison import Comparison
from curator.engine.deciding import decisions
from curator.engine.declarations import Code, Declaration
from curator.engine.media import MediaStore
from curator.engine.records import (
    Claim,
    FaceBox,
    FoundFace,
    Kind,
    Likeness,
    Point,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.safekeeping import backups
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from curator.ui.export.page import ExportPage
from curator.ui.fetch.dialog import FetchDialog
from curator.ui.keyboard.commands import Name
from curator.ui.log.page import LogPage
from curator.ui.politicians.page import PoliticiansPage
from curator.ui.preferences import Preferences
from curator.ui.queue.facet_words import Facet
from curator.ui.queue.filter_panel import FilterPanel
from curator.ui.review.compare import CompareMode
from curator.ui.session import Session
from curator.ui.settings.merging import MergeDialog
from curator.ui.settings.page import SettingsPage
from curator.ui.settings.restore import RestoreDialog
from curator.ui.theme import ThemeKeeper
from curator.ui.window.key_help import KeyHelp
from curator.ui.window.main_window import MainWindow
from curator.ui.window.pages import Place
from curator.ui.window.review_page import ReviewPage

_LONG_NOTE = "Sent by a reader. " * 20
_DECLARED = (
    Declaration(Code.SOURCE_AI, "compositeWithTrainedAlgorithmicMedia"),
    Declaration(Code.PROMPT, "a minister on the beach, " * 8),
    Declaration(Code.GPS),
)
_LANDMARKS = tuple(Point(x, y) for x, y in ((150, 140), (250, 140), (200, 190), (160, 230), (240, 230)))


@dataclass(frozen=True)
class Filed:
    """What stands out among what was filed."""

    who: PoliticianId
    two_faces: SubmissionId
    copied: SubmissionId


@dataclass(frozen=True)
class Filled:
    """A folder that was filled once, to be copied: filling takes longer than what most tests do with it."""

    folder: Path
    filed: Filed


def fill_folder(folder: Path) -> Filled:
    """Fills an empty catalogue, and gives it pictures."""
    clock = Clock()
    with Catalogue.open(folder, clock=clock) as catalogue:
        filed = fill(Filing(catalogue), clock)
        media = MediaStore(catalogue.media_folder)
        ids = catalogue.submissions.ids(SubmissionFilter())
        for number, row in enumerate(catalogue.submissions.rows(ids).values()):
            media.write_preview(row.digest, pixels=_plain(60 + 10 * number, 120, 90))
        for politician in catalogue.politicians.all():
            for portrait in catalogue.politicians.portraits(politician.id):
                media.write_preview(portrait.digest, pixels=_plain(150, 120, 90))
    return Filled(folder, filed)


def fill(filing: Filing, clock: Clock) -> Filed:
    """A catalogue in which every view has something to show."""
    catalogue = filing.catalogue
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    other = filing.politician("Ivo Tarn", role="Interior Minister", portraits=[encoding(3)])
    filing.politician("Brannoc Ilves", country="Italy")
    faces = [_face(1, left=100), _face(3, left=330)]
    two_faces = filing.submission(*faces, claimed=who, name="beach.jpg", note=_LONG_NOTE)
    copies = [filing.submission(_face(1), claimed=who, name=f"copy {number}.jpg") for number in range(3)]
    with catalogue.writing():
        for number, one in enumerate(copies):
            facts = catalogue.submissions.get(one).facts
            assert facts is not None
            hashes = (picture_hash(7, flipped=number), picture_hash(8))
            catalogue.submissions.keep_facts(one, facts=facts, model=MODEL, hashes=hashes)
            if number:
                likeness = Likeness(copies[0], bits=number, same_faces=True)
                catalogue.submissions.keep_duplicate(one, of=likeness)
    with catalogue.writing():
        catalogue.submissions.keep_declarations(two_faces, _DECLARED)
        catalogue.elsewhere.keep([_elsewhere(two_faces, at=clock.time)])
    filing.submission(_face(3, away=0.49), claimed=other, name="street.png")
    filing.submission(claimed=other)
    filing.unreadable()
    filing.waiting(claimed=who)
    decided = [filing.submission(_face(1), claimed=who) for _ in range(3)]
    everything = catalogue.submissions.ids(SubmissionFilter())
    with catalogue.writing():
        Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS).rerank(everything)
    for one, verdict, reason in zip(
        decided,
        (Verdict.APPROVED, Verdict.REJECTED, Verdict.SKIPPED),
        (None, Reason.NOT_CLAIMED, None),
        strict=True,
    ):
        clock.advance(minutes=1)
        decisions.decide(
            catalogue,
            [one],
            verdict=verdict,
            reason=reason,
            note="",
            curator=CURATOR,
            thresholds=THRESHOLDS,
        )
    return Filed(who, two_faces, copies[0])


def open_window(
    filled: Filled, folder: Path, *, preferences: Preferences, theme: ThemeKeeper, qtbot: QtBot
) -> tuple[MainWindow, Filed]:
    """The window over a copy of what was filled, at the least usual size; it closes its session.

    Args:
        filled: what is copied.
        folder: a new one for the copy.
        preferences: of the window.
        theme: of the window.
        qtbot: closes the window if the test does not.
    """
    preferences.curator = CURATOR
    shutil.copytree(filled.folder, folder)
    session = _session(folder)
    window = MainWindow(preferences=preferences, theme=theme)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)
    window.show_session(session, title="Test")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.resize(1366, 768)
    # At once and not in a while: the button of this bar is a stop of Tab, too.
    session.progressed.emit(session.progress())
    return window, filled.filed


def close_window(window: MainWindow) -> None:
    """Closes the window, and ends what its views would still read."""
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def review_of(window: MainWindow) -> ReviewPage:
    """The review page, which is there once a catalogue is open."""
    assert window.review is not None
    return window.review


def _session(folder: Path) -> Session:
    """Paused, so that nothing changes while a test looks; a worker may start all the same."""
    settings = WorkerSettings(count=1, finder=f"{fakes.__name__}:{fakes.make_finder.__name__}")
    session = Session(
        lambda ready: Workspace.open(folder, settings=settings, on_ready=ready), curator=CURATOR
    )
    session.pause()
    return session


def _plain(*color: int) -> NDArray[np.uint8]:
    return np.full((120, 160, 3), color, np.uint8)


def _face(person: int, *, away: float = 0.0, left: int = 100) -> FoundFace:
    moved = tuple(Point(point.x + left - 100, point.y) for point in _LANDMARKS)
    return FoundFace(FaceBox(left, 80, 200, 200), 0.9, moved, encoding(person, away=away))


def _elsewhere(submission_id: SubmissionId, *, at: datetime) -> DecidedElsewhere:
    claim = Claim("Ivo", "Tarn")
    return DecidedElsewhere(
        submission_id, "Ada", at, Verdict.REJECTED, Reason.OTHER, _LONG_NOTE, Kind.PORTRAIT, claim, True
    )


# ---------------------------------------------------------------- the views


def _review(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    review = review_of(window)
    qtbot.waitUntil(lambda: review.queue.lists(filed.two_faces))
    review.show_submission(filed.two_faces)
    return window


def _note(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _review(window, filed, qtbot)
    review_of(window).act(Name.NOTE)
    return window


def _picker(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _review(window, filed, qtbot)
    review_of(window).act(Name.CLAIM)
    return window


def _making_picker(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _review(window, filed, qtbot)
    review_of(window).approve_as()
    return review_of(window).bar.questions.makings


def _withdraw_picker(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _approved(window, filed, qtbot)
    review_of(window).withdraw()
    return review_of(window).bar.questions.withdrawals


def _promote_picker(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _approved(window, filed, qtbot)
    review_of(window).bar.promote()
    return review_of(window).bar.questions.second_yes


def _approved(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    """What is approved has more buttons; the first copy is made such a portrait."""
    _review(window, filed, qtbot)
    assert window.session is not None
    if window.session.dossier(filed.copied).submission.kind is Kind.DEEPFAKE:
        window.session.hand.correct_kind(filed.copied, Kind.PORTRAIT)
    review = review_of(window)
    review.show_submission(filed.copied)
    # By the page, which takes it off the list at once: else it leaves the desk at the next reading.
    review.decide(Verdict.APPROVED, None)
    review.show_submission(filed.copied)
    return window


def _compare(mode: CompareMode) -> "Opener":
    def open_it(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
        _review(window, filed, qtbot)
        review_of(window).act(Name.COMPARE)
        review_of(window).desk.compare.set_mode(mode)
        return window

    return open_it


def _copies(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _review(window, filed, qtbot)
    review_of(window).show_submission(filed.copied)
    review_of(window).act(Name.COPIES)
    return window


def _grid(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    _review(window, filed, qtbot)
    review_of(window).toggle_grid()
    grid = review_of(window).grid
    qtbot.waitUntil(lambda: len(grid.view.listed.ids) > 1)
    grid.view.select(grid.view.listed.ids[:2])
    return window


def _filters(row: int) -> "Opener":
    def open_it(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
        _review(window, filed, qtbot)
        review_of(window).open_filters()
        panel = window.findChild(FilterPanel)
        assert panel is not None
        QApplication.processEvents()
        panel._facets.setCurrentIndex(panel._facets.model().index(row, 0))
        return window

    return open_it


def _page(place: Place) -> "Opener":
    def open_it(window: MainWindow, _filed: Filed, _qtbot: QtBot) -> QWidget:
        window.show_page(place)
        return window

    return open_it


def _export_along(window: MainWindow, _filed: Filed, qtbot: QtBot) -> QWidget:
    page = _export_page(window, qtbot)
    page.site.side.change.click()
    page.site.options.signing.bring.click()
    return window


def _export_colleagues(window: MainWindow, _filed: Filed, qtbot: QtBot) -> QWidget:
    page = _export_page(window, qtbot)
    page.tabs.setCurrentIndex(1)
    page.colleagues.submissions.personal["senders"].click()
    return window


def _export_past(window: MainWindow, _filed: Filed, qtbot: QtBot) -> QWidget:
    assert window.session is not None
    catalogue = window.session._workspace.catalogue
    with catalogue.writing():
        catalogue.journals.keep_export(
            folder=Path("the site"), curator=CURATOR, manifest_digest="", decisions_head="", published={}
        )
    page = _export_page(window, qtbot)
    page.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.past.model.found_at(0) is not None)
    return window


def _export_page(window: MainWindow, qtbot: QtBot) -> ExportPage:
    assert window.session is not None
    with qtbot.waitSignal(window.session.exports.planned):
        window.show_page(Place.EXPORT)
    page = window.findChild(ExportPage)
    assert page is not None
    return page


def _person(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    window.show_page(Place.POLITICIANS)
    page = window.findChild(PoliticiansPage)
    assert page is not None
    page.select(filed.who)
    return window


def _log(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    window.show_page(Place.LOG)
    page = window.findChild(LogPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return window


def _start(window: MainWindow, _filed: Filed, _qtbot: QtBot) -> QWidget:
    window.close_session()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return window


def _key_help(window: MainWindow, _filed: Filed, _qtbot: QtBot) -> QWidget:
    window._menus.actions[Name.KEYS].trigger()
    shown = window.findChild(KeyHelp)
    assert shown is not None
    return shown


def _fetch(window: MainWindow, _filed: Filed, _qtbot: QtBot) -> QWidget:
    assert window.session is not None
    # Without the rows that are there to be taken for HTML.
    there = FakeOutside([replace(PREVIEW, rows=ROWS[:2])])
    window.session.fetching._outside = there.outside
    window._menus.actions[Name.FETCH].trigger()
    dialog = window.findChild(FetchDialog)
    assert dialog is not None
    return dialog


def _fetch_preview(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    dialog = _fetch(window, filed, qtbot)
    assert window.session is not None
    assert isinstance(dialog, FetchDialog)
    dialog.source.show_source(PHOTOS)
    dialog.source.token.setText("a token")
    with qtbot.waitSignal(window.session.fetching.looked):
        dialog.source.look.click()
    return dialog


def _restore(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    assert window.session is not None
    upkeep = window.session.upkeep
    backups.make(window.session.folder)
    with qtbot.waitSignal(upkeep.listed):
        page = _page(Place.SETTINGS)(window, filed, qtbot).findChild(SettingsPage)
    assert page is not None
    with qtbot.waitSignal(upkeep.planned):
        page.backups.restore.click()
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    return dialog


def _merge(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    assert window.session is not None
    upkeep, merging = window.session.upkeep, window.session.merging
    backups.make(window.session.folder)
    with qtbot.waitSignal(upkeep.listed):
        page = _page(Place.SETTINGS)(window, filed, qtbot).findChild(SettingsPage)
    assert page is not None
    with qtbot.waitSignal(merging.looked):
        page.backups.merge.click()
    dialog = window.findChild(MergeDialog)
    assert dialog is not None
    return dialog


FILTERS = "filters"
"""How the views of the panel of filters begin."""

Opener = Callable[[MainWindow, Filed, QtBot], QWidget]

VIEWS: Mapping[str, Opener] = {
    "review": _review,
    "note": _note,
    "picker": _picker,
    "approved": _approved,
    "making picker": _making_picker,
    "withdraw picker": _withdraw_picker,
    "promote picker": _promote_picker,
    **{f"compare {mode.name.lower()}": _compare(mode) for mode in CompareMode},
    "near-duplicates": _copies,
    "grid": _grid,
    **{f"{FILTERS} {row}": _filters(row) for row in range(len(Facet) + 2)},
    "board": _page(Place.POLITICIANS),
    "person": _person,
    "export": _page(Place.EXPORT),
    "export along": _export_along,
    "export colleagues": _export_colleagues,
    "export past": _export_past,
    "log": _log,
    "settings": _page(Place.SETTINGS),
    "restore": _restore,
    "merge": _merge,
    "start": _start,
    "key help": _key_help,
    "fetch": _fetch,
    "fetch preview": _fetch_preview,
}
"""What each view is called, and how it is opened; gives the window or the dialog that it is in."""

EVERYDAY = frozenset({"review", "grid", "person", "log"})
"""What the everyday run looks at: for each view that is opened the whole window starts with a catalogue."""


def each(names: Iterable[str]) -> list[pytest.ParameterSet]:
    """The views as parameters of a test, which is slow for all but those of the everyday run."""
    return [pytest.param(one, marks=() if one in EVERYDAY else pytest.mark.slow) for one in names]
