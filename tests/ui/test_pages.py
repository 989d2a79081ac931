"""The pages of the window: made when they are first shown, and what they ask of each other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_up import MadeUp
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.errors import RefusedChange
from curator.engine.loads import LoadEnd
from curator.engine.privacy.erasing import Finished
from curator.engine.receiving import NotReceived, Summary
from curator.engine.records import SubmissionId, Verdict
from curator.ui.export.page import ExportPage
from curator.ui.intake.refused import RefusedDialog
from curator.ui.keyboard.commands import Name
from curator.ui.log.page import LogPage
from curator.ui.politicians.page import PoliticiansPage
from curator.ui.preferences import Preferences
from curator.ui.queue.search_field import SearchField
from curator.ui.session import Session
from curator.ui.session.privacy import Privacy
from curator.ui.settings.page import SettingsPage
from curator.ui.theme import Scheme, ThemeKeeper
from curator.ui.widgets import Notice
from curator.ui.window.main_window import MainWindow
from curator.ui.window.pages import Place
from curator.ui.window.review_page import ReviewPage

LATER = {
    Place.POLITICIANS: PoliticiansPage,
    Place.EXPORT: ExportPage,
    Place.LOG: LogPage,
    Place.SETTINGS: SettingsPage,
}


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "curator.ini")


@pytest.fixture
def ids(made: MadeUp) -> tuple[SubmissionId, ...]:
    who = made.politician()
    return tuple(made.submission(claimed=one) for one in (who, who, None))


@pytest.fixture
def window(
    made: MadeUp, ids: tuple[SubmissionId, ...], preferences: Preferences, qapp: QApplication, qtbot: QtBot
) -> Iterator[MainWindow]:
    theme = ThemeKeeper(qapp, scheme=Scheme.LIGHT)
    shown = MainWindow(preferences=preferences, theme=theme)
    qtbot.addWidget(shown)
    shown.setWindowState(Qt.WindowState.WindowNoState)
    shown.resize(1366, 768)
    shown.show_session(made.open(), title="Test")
    with qtbot.waitExposed(shown):
        shown.show()
    # Once more: at first it is as large as the screen of the tests at most.
    shown.resize(1366, 768)
    QApplication.processEvents()
    yield shown
    shown.close()


def review_of(window: MainWindow) -> ReviewPage:
    assert window.review is not None
    return window.review


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def test_a_start_makes_the_review_page_alone(window: MainWindow) -> None:
    assert review_of(window).isVisible()
    assert not [kind for kind in LATER.values() if window.findChild(kind) is not None]


@pytest.mark.parametrize("place", list(LATER))
def test_a_page_is_made_once_when_it_is_first_shown(window: MainWindow, place: Place) -> None:
    window.show_page(place)
    window.show_page(Place.REVIEW)
    window.show_page(place)
    (page,) = window.findChildren(LATER[place])
    assert page.isVisible()
    assert not review_of(window).isVisible()


def test_the_politicians_page_filters_the_queue(window: MainWindow, ids: tuple[SubmissionId, ...]) -> None:
    window.show_page(Place.POLITICIANS)
    politician = session_of(window).people.all()[0].id
    wanted = SubmissionFilter(politicians=frozenset({politician}))
    window.findChild(PoliticiansPage).queue_wanted.emit(wanted, "Odalys Quent")
    review = review_of(window)
    assert review.isVisible()
    assert review.queue.filter == wanted
    assert review.desk.submission_id in ids[:2]


def test_the_log_puts_a_submission_on_the_desk(window: MainWindow, ids: tuple[SubmissionId, ...]) -> None:
    window.show_page(Place.LOG)
    window.findChild(LogPage).submission_requested.emit(ids[2])
    assert review_of(window).isVisible()
    assert review_of(window).desk.submission_id == ids[2]


def test_place_filter_and_columns_are_as_they_were(
    window: MainWindow, made: MadeUp, ids: tuple[SubmissionId, ...], preferences: Preferences
) -> None:
    review = review_of(window)
    wanted = SubmissionFilter(verdicts=frozenset({Verdict.UNDECIDED}), text="jpg")
    review.show_filter(wanted)
    review.show_submission(ids[1])
    review.desk.splitter.setSizes([500, 400])
    sizes = review.desk.splitter.sizes()
    window.close_session()
    window.show_session(made.open(), title="Again")
    again = review_of(window)
    assert again.queue.filter == wanted
    assert again.desk.submission_id == ids[1]
    assert again.desk.splitter.sizes() == sizes


def test_keys_can_be_changed_after_a_catalogue_was_put_away(
    window: MainWindow, made: MadeUp, qtbot: QtBot
) -> None:
    for place in LATER:
        window.show_page(place)
    gone = review_of(window)
    window.close_session()
    qtbot.waitUntil(lambda: not isValid(gone))
    window.show_session(made.open(), title="Again")
    # Heard by nothing that is gone: pytest-qt fails for what slots raise.
    assert window.bindings.set_keys(Name.SEARCH, ("Ctrl+Shift+9",)) is None
    field = review_of(window).findChild(SearchField)
    assert isinstance(field, SearchField)
    assert "Ctrl+Shift+9" in field.placeholderText()


def test_what_was_on_the_desk_and_is_decided_by_now_is_not_gone_back_to(
    window: MainWindow, made: MadeUp, ids: tuple[SubmissionId, ...]
) -> None:
    review_of(window).show_submission(ids[1])
    session_of(window).decide([ids[1]], Verdict.SKIPPED)
    window.close_session()
    window.show_session(made.open(), title="Again")
    assert review_of(window).desk.submission_id in (ids[0], ids[2])


def test_a_notice_moves_nothing_that_somebody_is_about_to_click(window: MainWindow) -> None:
    review = review_of(window)
    before = review.geometry(), review.bar.mapTo(window, review.bar.rect().topLeft())
    window.messages.tell("Something that is worth knowing, and then some more of it.")
    notice = window.findChild(Notice)
    assert notice.isVisible()
    assert (review.geometry(), review.bar.mapTo(window, review.bar.rect().topLeft())) == before
    foot = notice.mapTo(window, notice.rect().bottomLeft()).y()
    assert foot < before[1].y(), "the verdicts are not covered"
    window.resize(1400, 800)
    assert notice.mapTo(window, notice.rect().bottomRight()).x() < 1400


def refused_of(window: MainWindow, qtbot: QtBot) -> RefusedDialog:
    """What the button beside the sentence about a load opens."""
    summary = Summary(refused=(NotReceived(Path("notes.txt"), "It is no picture. Save it as JPEG."),))
    session_of(window).load_ended.emit(LoadEnd(what="submissions", summary=summary))
    notice = window.findChild(Notice)
    assert notice.isVisible()
    notice.action_clicked.emit()
    (dialog,) = window.findChildren(RefusedDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_what_was_refused_goes_with_its_catalogue(window: MainWindow, qtbot: QtBot) -> None:
    dialog = refused_of(window, qtbot)
    window.close_session()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert not window.findChild(Notice).isVisible()


def test_what_was_refused_goes_with_erased_rows(window: MainWindow, qtbot: QtBot) -> None:
    dialog = refused_of(window, qtbot)
    session_of(window).privacy.rows_erased.emit()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_what_was_refused_is_no_longer_offered_once_rows_are_erased(window: MainWindow, qtbot: QtBot) -> None:
    refused_of(window, qtbot)
    session_of(window).privacy.rows_erased.emit()
    notice = window.findChild(Notice)
    assert not notice.isVisible()
    qtbot.waitUntil(lambda: not window.findChildren(RefusedDialog))


def test_a_note_that_cannot_be_saved_stays_in_its_field(window: MainWindow) -> None:
    review, session = review_of(window), session_of(window)
    note = review.desk.evidence.note
    session._catalogue.give_way(lambda _: RefusedChange("Just now it is being erased."))
    note.begin()
    note.field.setPlainText("Seen in Turin")
    note.save_button.click()
    assert note.editing
    assert note.field.toPlainText() == "Seen in Turin"
    session._catalogue.give_way(None)
    note.save_button.click()
    assert not note.editing
    shown = review.desk.submission_id
    assert shown is not None
    assert session.dossier(shown).submission.note == "Seen in Turin"


LEAVING: dict[str, Callable[[MainWindow], object]] = {
    "next": lambda window: review_of(window).step(1),
    "approve": lambda window: review_of(window).bar.approve_button.click(),
    "close": lambda window: window.close(),
}


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING.keys())
def test_a_note_that_is_left_is_saved_with_the_picture_that_it_is_about(
    window: MainWindow, leave: Callable[[MainWindow], object]
) -> None:
    review, session = review_of(window), session_of(window)
    shown, note = review.desk.submission_id, review.desk.evidence.note
    assert shown is not None
    note.begin()
    note.field.setPlainText("Seen in Turin")
    folder = session.folder
    leave(window)
    with Catalogue.read(folder) as catalogue:
        kept = {one: catalogue.submissions.get(one).note for one in catalogue.submissions.ids()}
    assert kept.pop(shown) == "Seen in Turin"
    assert "Seen in Turin" not in kept.values()
    assert not note.editing


def test_a_decision_waits_for_a_note_that_cannot_be_saved(window: MainWindow) -> None:
    review, session = review_of(window), session_of(window)
    note = review.desk.evidence.note
    note.begin()
    note.field.setPlainText("Seen in Turin")
    session._catalogue.give_way(lambda _: RefusedChange("Just now it is being erased."))
    assert not review.decide(Verdict.SKIPPED, None)
    session._catalogue.give_way(None)
    assert note.field.toPlainText() == "Seen in Turin"
    assert review.decide(Verdict.SKIPPED, None)


def test_a_decision_that_cannot_be_saved_leaves_the_picture_on_the_desk(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, session = review_of(window), session_of(window)
    shown = review.desk.submission_id
    session._catalogue.give_way(lambda _: RefusedChange("Just now it is being erased."))
    monkeypatch.setattr(Privacy, "busy", True)
    assert not review.decide(Verdict.SKIPPED, None)
    assert review.desk.submission_id == shown
    notice = window.findChild(Notice)
    assert notice.sentence == "Just now it is being erased."
    assert notice.isVisible()
    monkeypatch.undo()
    session._catalogue.give_way(None)
    session.privacy.finished.emit(Finished())
    assert not notice.isVisible(), "what is no longer true is not left standing"
    assert review.decide(Verdict.SKIPPED, None)
    assert review.desk.submission_id != shown


def test_what_was_refused_can_be_closed_before_its_catalogue(window: MainWindow, qtbot: QtBot) -> None:
    dialog = refused_of(window, qtbot)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    window.close_session()
    assert window.session is None
