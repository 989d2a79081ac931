"""Every view of the window over a made-up catalogue, for tests that look at all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import fakes
import numpy as np
from filing import MODEL, THRESHOLDS, Clock, Filing, encoding, picture_hash
from opening import CURATOR, write_preview
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.engine import decisions
from curator.engine.catalogue import SubmissionFilter
from curator.engine.comparison import Comparison
from curator.engine.media import MediaStore
from curator.engine.messages import WorkerSettings
from curator.engine.records import (
    Digest,
    FaceBox,
    FoundFace,
    Likeness,
    Point,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.workspace import Workspace
from curator.ui.commands import Name
from curator.ui.key_help import KeyHelp
from curator.ui.log.page import LogPage
from curator.ui.main_window import MainWindow
from curator.ui.pages import Place
from curator.ui.politicians.page import PoliticiansPage
from curator.ui.preferences import Preferences
from curator.ui.queue.facet_words import Facet
from curator.ui.queue.filter_panel import FilterPanel
from curator.ui.review.compare import CompareMode
from curator.ui.review_page import ReviewPage
from curator.ui.session import Session
from curator.ui.theme import ThemeKeeper

PATIENCE = 20_000
"""Milliseconds after which a test gives up waiting; nothing comes near it."""

_LONG_NOTE = "Sent by a reader. " * 20
_LANDMARKS = tuple(Point(x, y) for x, y in ((150, 140), (250, 140), (200, 190), (160, 230), (240, 230)))


@dataclass(frozen=True)
class Filed:
    """What stands out among what was filed."""

    who: PoliticianId
    two_faces: SubmissionId
    copied: SubmissionId


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
    filing: Filing, clock: Clock, *, preferences: Preferences, theme: ThemeKeeper, qtbot: QtBot
) -> tuple[MainWindow, Filed]:
    """The window over a filled catalogue with pictures, at the least usual size; it closes its session."""
    preferences.curator = CURATOR
    filed = fill(filing, clock)
    session = _session(filing)
    for number, one in enumerate(session.ids(SubmissionFilter())):
        write_preview(session, one, color=(60 + 10 * number, 120, 90))
    for politician in session.people.all():
        for portrait in session.people.portraits(politician.id):
            _write_portrait(session, portrait.digest)
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
    return window, filed


def close_window(window: MainWindow) -> None:
    """Closes the window, and ends what its views would still read."""
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def review_of(window: MainWindow) -> ReviewPage:
    """The review page, which is there once a catalogue is open."""
    assert window.review is not None
    return window.review


def _session(filing: Filing) -> Session:
    """Paused, so that nothing changes while a test looks; a worker may start all the same."""
    filing.catalogue.close()
    settings = WorkerSettings(count=1, finder=f"{fakes.__name__}:{fakes.make_finder.__name__}")
    folder = filing.catalogue.folder
    session = Session(
        lambda ready: Workspace.open(folder, settings=settings, on_ready=ready), curator=CURATOR
    )
    session.pause()
    return session


def _write_portrait(session: Session, portrait: str) -> None:
    pixels = np.full((120, 160, 3), (150, 120, 90), np.uint8)
    MediaStore(session.folder / "media").write_preview(Digest(portrait), pixels=pixels)


def _face(person: int, *, away: float = 0.0, left: int = 100) -> FoundFace:
    moved = tuple(Point(point.x + left - 100, point.y) for point in _LANDMARKS)
    return FoundFace(FaceBox(left, 80, 200, 200), 0.9, moved, encoding(person, away=away))


# ---------------------------------------------------------------- the views


def _review(window: MainWindow, filed: Filed, qtbot: QtBot) -> QWidget:
    review = review_of(window)
    qtbot.waitUntil(lambda: review.queue.lists(filed.two_faces), timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(grid.view.listed.ids) > 1, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=PATIENCE)
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


FILTERS = "filters"
"""How the views of the panel of filters begin."""

Opener = Callable[[MainWindow, Filed, QtBot], QWidget]

VIEWS: Mapping[str, Opener] = {
    "review": _review,
    "note": _note,
    "picker": _picker,
    **{f"compare {mode.name.lower()}": _compare(mode) for mode in CompareMode},
    "near-duplicates": _copies,
    "grid": _grid,
    **{f"{FILTERS} {row}": _filters(row) for row in range(len(Facet) + 2)},
    "board": _page(Place.POLITICIANS),
    "person": _person,
    "export": _page(Place.EXPORT),
    "log": _log,
    "settings": _page(Place.SETTINGS),
    "start": _start,
    "key help": _key_help,
}
"""What each view is called, and how it is opened; gives the window or the dialog that it is in."""
