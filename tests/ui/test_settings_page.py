"""The page of the settings: what it changes holds at once, is remembered, and agrees with the menus."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pytest
from made_up import CURATOR, MadeUp
from opening import close_session, save_picture, write_preview
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from curator.app import App
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.records import SubmissionId, Verdict
from curator.engine.rules import RULE_SET, Thresholds
from curator.engine.safekeeping.sizes import Sizes
from curator.engine.safekeeping.verification import Verification
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import COMMANDS, Name
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.settings.page import SettingsPage
from curator.ui.settings.wording import (
    DETECTORS,
    GROUPS,
    THRESHOLDS,
    check_sentences,
    size,
    sizes_sentence,
)
from curator.ui.theme import Scheme, ThemeKeeper, text_scale
from curator.ui.veil import Veil
from curator.ui.widgets import DecimalField
from curator.ui.window.main_window import MainWindow
from curator.ui.window.pages import Place

WORKERS = 3


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    kept = Preferences(tmp_path / "curator.ini")
    kept.curator = CURATOR
    return kept


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> ThemeKeeper:
    return ThemeKeeper(qapp, scheme=Scheme.DARK)


def opened(made: MadeUp) -> Session:
    """What was made, with three workers that have a fake face finder; paused."""
    made.catalogue.close()
    settings = WorkerSettings(count=WORKERS, finder="cli_finders:make")
    session = Session(
        lambda ready: Workspace.open(made.folder, settings=settings, on_ready=ready), curator=CURATOR
    )
    session.pause()
    return session


@pytest.fixture
def session_of(made: MadeUp) -> Iterator[Callable[[], Session]]:
    """Opens what was made."""
    sessions: list[Session] = []

    def open_it() -> Session:
        sessions.append(opened(made))
        return sessions[-1]

    yield open_it
    for session in sessions:
        close_session(session)


@pytest.fixture
def page_of(
    session_of: Callable[[], Session], preferences: Preferences, theme: ThemeKeeper, qtbot: QtBot
) -> Iterator[Callable[[], tuple[SettingsPage, Session]]]:
    """Opens what was made, and shows its settings in all the room that the smallest window leaves."""
    pages: list[SettingsPage] = []

    def show_it() -> tuple[SettingsPage, Session]:
        session = session_of()
        page = SettingsPage(session, preferences, theme, bindings=Bindings(preferences))
        pages.append(page)
        page.resize(952, 568)
        with qtbot.waitSignal(session.upkeep.measured), qtbot.waitExposed(page):
            page.show()
        return page, session

    yield show_it
    for page in pages:
        page.close()
        page.deleteLater()


@pytest.fixture
def _both(page_of: Callable[[], tuple[SettingsPage, Session]]) -> tuple[SettingsPage, Session]:
    return page_of()


@pytest.fixture
def page(_both: tuple[SettingsPage, Session]) -> SettingsPage:
    return _both[0]


@pytest.fixture
def session(_both: tuple[SettingsPage, Session]) -> Session:
    return _both[1]


@pytest.fixture
def window(made: MadeUp, preferences: Preferences, theme: ThemeKeeper, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(preferences=preferences, theme=theme)
    qtbot.addWidget(shown)
    shown.setWindowState(Qt.WindowState.WindowNoState)
    shown.resize(1366, 768)
    shown.show_session(opened(made), title="Test")
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def settings_of(window: MainWindow) -> SettingsPage:
    window.show_page(Place.SETTINGS)
    return window.findChild(SettingsPage)


def action(window: MainWindow, words: str) -> QAction:
    found: list[QAction] = [*window.actions()]
    for entry in window.menuBar().actions():
        for one in entry.menu().actions():
            found += [one] if one.menu() is None else one.menu().actions()
    return next(one for one in found if one.text() == words)


def turn_wheel(page: SettingsPage, widget: QWidget) -> None:
    """As the system would: by place, and with whatever widget stands there."""
    place = widget.mapTo(page, widget.rect().center())
    QTest.wheelEvent(page.windowHandle(), QPointF(place), QPoint(0, -120))
    QApplication.processEvents()


# ---------------------------------------------------------------- the window


def test_the_fifth_button_and_its_key_show_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    assert window.findChild(SettingsPage) is None
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    page = window.findChild(SettingsPage)
    assert page.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not page.isVisible()


def test_a_key_that_was_meant_for_the_desk_does_not_change_the_name(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "Settings").trigger()
    page = settings_of(window)
    qtbot.keyClicks(QApplication.focusWidget() or window, "ar")
    assert page.person.name.text() == CURATOR
    before = page.area.verticalScrollBar().value()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > before


def test_name_colours_and_veil_agree_with_the_menus(
    window: MainWindow, preferences: Preferences, theme: ThemeKeeper, qtbot: QtBot
) -> None:
    session = window.session
    assert session is not None
    action(window, "Settings").trigger()
    person = settings_of(window).person
    person.schemes[Scheme.LIGHT].click()
    assert (theme.scheme, preferences.scheme) == (Scheme.LIGHT, Scheme.LIGHT)
    assert action(window, "Light").isChecked()
    action(window, "Dark").trigger()
    assert person.schemes[Scheme.DARK].isChecked()
    person.veils[Veil.GREY].click()
    assert preferences.veil is Veil.GREY
    assert action(window, "Veil pictures").isChecked()
    action(window, "Veil pictures").trigger()
    assert person.veils[Veil.NONE].isChecked()
    assert preferences.veil is Veil.NONE
    person.name.selectAll()
    person.name.insert("  Žofie   Nováková ")
    qtbot.keyClick(person.name, Qt.Key.Key_Return)
    assert person.name.text() == preferences.curator == session.curator == "Žofie Nováková"


def test_another_curator_has_another_veil(window: MainWindow, preferences: Preferences, qtbot: QtBot) -> None:
    person = settings_of(window).person
    action(window, "Settings").trigger()
    person.veils[Veil.HIDE].click()
    person.name.selectAll()
    person.name.insert("Somebody else")
    qtbot.keyClick(person.name, Qt.Key.Key_Return)
    assert person.veils[Veil.NONE].isChecked()
    assert not action(window, "Veil pictures").isChecked()
    person.name.selectAll()
    person.name.insert(CURATOR)
    qtbot.keyClick(person.name, Qt.Key.Key_Return)
    assert person.veils[Veil.HIDE].isChecked()
    assert action(window, "Veil pictures").isChecked()


def test_text_size_language_and_breaks_are_chosen_here(
    window: MainWindow, preferences: Preferences, theme: ThemeKeeper
) -> None:
    action(window, "Settings").trigger()
    person = settings_of(window).person
    try:
        choose(person.text, "130 %")
        assert preferences.text_percent == theme.text_percent == 130
        assert text_scale() == pytest.approx(1.3, abs=0.02)
        assert person.name.fontMetrics().height() > 16
        label = next(one for one in person.findChildren(QLabel) if one.text() == "Your name")
        assert label.font().pixelSize() == 17
    finally:
        action(window, "Text at its usual size").trigger()
    assert person.text.currentText() == "usual"
    assert text_scale() == 1.0
    choose(person.language, "Français")
    assert preferences.language == "fr"
    assert person.breaks.currentText() == "never"
    choose(person.breaks, "after 45 minutes")
    assert preferences.break_minutes == 45


def choose(box: QComboBox, words: str) -> None:
    """As a person would: the list tells what was activated."""
    place = box.findText(words)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


# ---------------------------------------------------------------- keys


def test_a_key_is_changed_by_pressing_it(window: MainWindow, preferences: Preferences, qtbot: QtBot) -> None:
    action(window, "Settings").trigger()
    row = settings_of(window).keys.rows[Name.UNDO]
    assert row.caps == ("Z", "Ctrl+Z")
    row.change.click()
    assert row.recorder.isVisible()
    qtbot.keyClick(row.recorder, Qt.Key.Key_F8)
    assert row.caps == ("F8", "Ctrl+Z")
    assert not row.recorder.isVisible()
    assert row.change.hasFocus()
    assert preferences.keys("undo") == ("F8", "Ctrl+Z")
    assert window.review is not None
    assert window.review.bar.undo_button.key == "F8"
    assert [one.toString() for one in action(window, "Undo").shortcuts()] == ["F8", "Ctrl+Z"]
    row.restore.click()
    assert row.caps == ("Z", "Ctrl+Z")
    assert not row.restore.isVisible()
    assert window.review.bar.undo_button.key == "Z"


def test_recording_takes_keys_that_the_window_would_take(
    window: MainWindow, preferences: Preferences, qtbot: QtBot
) -> None:
    action(window, "Settings").trigger()
    page = settings_of(window)
    row = page.keys.rows[Name.APPROVE]
    row.change.click()
    qtbot.keyClick(row.recorder, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.isVisible()
    assert row.sentence == "Ctrl+1 belongs to “Review”."
    assert row.use.hasFocus()
    qtbot.keyClick(row.use, Qt.Key.Key_Space)
    assert row.caps == ("Ctrl+1",)
    assert page.keys.rows[Name.REVIEW_PAGE].caps == ()
    assert row.sentence == ""


def test_a_key_of_another_command_can_be_left_to_it(page: SettingsPage, qtbot: QtBot) -> None:
    row = page.keys.rows[Name.APPROVE]
    row.change.click()
    qtbot.keyClick(row.recorder, Qt.Key.Key_R)
    assert row.sentence == "R belongs to “Reject with the advised reason”."
    row.keep.click()
    assert row.caps == ("A",)
    assert row.sentence == ""
    assert not row.recorder.isVisible()


def test_a_key_that_no_command_can_have_is_told_and_another_can_be_pressed(
    page: SettingsPage, qtbot: QtBot
) -> None:
    row = page.keys.rows[Name.APPROVE]
    row.change.click()
    qtbot.keyClick(row.recorder, Qt.Key.Key_Return)
    assert row.sentence.startswith("Enter presses buttons")
    assert not row.use.isVisible()
    assert row.recorder.hasFocus()
    qtbot.keyClick(row.recorder, Qt.Key.Key_F6)
    assert row.caps == ("F6",)
    assert row.sentence == ""


def test_esc_keeps_the_key_and_backspace_takes_it_away(page: SettingsPage, qtbot: QtBot) -> None:
    row = page.keys.rows[Name.UNDO]
    row.change.click()
    qtbot.keyClick(row.recorder, Qt.Key.Key_Escape)
    assert row.caps == ("Z", "Ctrl+Z")
    for caps in (("Ctrl+Z",), ()):
        row.change.click()
        qtbot.keyClick(row.recorder, Qt.Key.Key_Backspace)
        assert row.caps == caps
    assert row.restore.isVisible()


def test_only_one_key_is_changed_at_a_time(page: SettingsPage) -> None:
    rows = page.keys.rows
    rows[Name.APPROVE].change.click()
    rows[Name.SKIP].change.click()
    assert not rows[Name.APPROVE].recorder.isVisible()
    assert rows[Name.SKIP].recorder.isVisible()


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("ctrl+shift+z", {Name.REDO}),
        ("full s", {Name.FULL_SCREEN, Name.ACTUAL}),
        ("portrait", {Name.NEXT_PORTRAIT, Name.PREVIOUS_PORTRAIT, Name.COMPARE, Name.KIND, Name.PROMOTE}),
        ("→", {Name.NEXT}),
        ("no such thing", set()),
    ],
)
def test_commands_are_found_by_words_and_by_keys(page: SettingsPage, sought: str, found: set[Name]) -> None:
    keys = page.keys
    keys.search.setText(sought)
    shown = {name for name, row in keys.rows.items() if not row.isHidden()}
    assert shown == found
    keys.search.clear()
    assert not any(row.isHidden() for row in keys.rows.values())


def test_all_keys_are_restored_after_it_was_said_how_many(page: SettingsPage, qtbot: QtBot) -> None:
    keys = page.keys
    assert not keys.restore_all.isEnabled()
    for name, key in ((Name.APPROVE, Qt.Key.Key_F6), (Name.SKIP, Qt.Key.Key_F7)):
        keys.rows[name].change.click()
        qtbot.keyClick(keys.rows[name].recorder, key)
    keys.restore_all.click()
    assert keys.outcome.words == "2 commands would get their usual keys back."
    keys.keep_mine.click()
    assert keys.rows[Name.APPROVE].caps == ("F6",)
    keys.restore_all.click()
    keys.restore_them.click()
    assert keys.rows[Name.APPROVE].caps == ("A",)
    assert keys.rows[Name.SKIP].caps == ("S",)
    assert not keys.restore_all.isEnabled()


def test_every_command_has_a_line(page: SettingsPage) -> None:
    assert set(page.keys.rows) == {command.name for command in COMMANDS}


def test_an_empty_name_gets_the_old_one_back(page: SettingsPage, qtbot: QtBot) -> None:
    heard: list[str] = []
    page.curator_changed.connect(heard.append)
    page.person.name.selectAll()
    qtbot.keyClick(page.person.name, Qt.Key.Key_Delete)
    qtbot.keyClick(page.person.name, Qt.Key.Key_Return)
    assert page.person.name.text() == CURATOR
    assert heard == []


# ---------------------------------------------------------------- this computer


def test_the_number_of_workers_holds_at_once_and_is_remembered(
    page: SettingsPage, session: Session, preferences: Preferences
) -> None:
    engine = page.engine
    assert (engine.workers.value(), engine.workers.maximum()) == (WORKERS, WORKERS)
    engine.workers.setValue(2)
    assert session.engine.state().workers == preferences.worker_limit == 2
    engine.one.click()
    assert session.engine.state().workers == preferences.worker_limit == engine.workers.value() == 1
    assert not engine.one.isEnabled()


def test_the_detector_is_remembered(page: SettingsPage, session: Session, preferences: Preferences) -> None:
    assert page.engine.detectors["yunet"].isChecked()
    page.engine.detectors["hog"].click()
    assert session.engine.state().detector == preferences.detector == "hog"


def test_while_an_export_needs_the_workers_the_detector_stays(
    page: SettingsPage, session: Session, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[CuratorError] = []
    session.failed.connect(told.append)
    with qtbot.waitSignal(session.exports.finished):
        session.exports.write(tmp_path / "export")
        page.engine.detectors["cnn"].click()
        assert [one.sentence for one in told] == ["The workers are busy with an export."]
    assert session.engine.state().detector == preferences.detector == "yunet"
    assert page.engine.detectors["yunet"].isChecked()


def test_looking_again_says_how_many_first(
    made: MadeUp,
    page_of: Callable[[], tuple[SettingsPage, Session]],
    qtbot: QtBot,
) -> None:
    ids = [made.submission(f"{n}.png") for n in range(3)]
    made.decide(ids[0])
    page, session = page_of()
    engine = page.engine
    engine.again.click()
    assert engine.go.isVisible()
    assert engine.go.label == "Look at 2 pictures again"
    engine.leave.click()
    assert not engine.go.isVisible()
    assert session.counts().pending == 0
    engine.again.click()
    with qtbot.waitSignal(session.changed) as told:
        engine.go.click()
    assert told.args[0].submissions == frozenset(ids[1:])
    assert engine.outcome.words == "2 pictures wait in line to be looked at."
    assert session.counts().pending == 2
    engine.again.click()
    assert engine.outcome.words == "No analysed picture is undecided."
    assert not engine.go.isVisible()


def test_what_the_workers_report_is_shown_when_one_has_started(
    made: MadeUp,
    page_of: Callable[[], tuple[SettingsPage, Session]],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for folder in ("tests", "tests/engine"):
        monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / folder))
    page, session = page_of()
    engine = page.engine
    assert "no worker has started yet" in engine.detector_fact.text()
    assert engine.notes.words == ""
    session.load([save_picture(tmp_path / "one.png", seed=1)])
    session.resume()
    qtbot.waitUntil(lambda: engine.network_fact.text() == "dlib-resnet-v1")
    assert engine.detector_fact.text() == "fake"
    assert engine.runtime_fact.text() == "arithmetic"
    assert engine.notes.words == "This is a fake."


def test_the_program_starts_as_many_workers_as_are_remembered(
    tmp_path: Path, preferences: Preferences, qapp: QApplication, qtbot: QtBot
) -> None:
    # The program's theme outlives it here; one that follows the system would meddle with later tests.
    preferences.scheme = Scheme.DARK
    preferences.worker_limit = 2
    preferences.detector = "hog"
    for jobs, workers in ((None, 2), (3, 3)):
        app = App(
            application=qapp,
            preferences=preferences,
            data_folder=tmp_path / "data",
            log_file=tmp_path / "log",
            settings=WorkerSettings(count=WORKERS, finder="cli_finders:make"),
            jobs=jobs,
        )
        qtbot.addWidget(app.window)
        assert app.open(tmp_path / f"{jobs}", create=True)
        assert app.window.session is not None
        engine = app.window.session.engine.state()
        assert (engine.workers, engine.most, engine.detector) == (workers, WORKERS, "hog")
        app.window.close()


# ---------------------------------------------------------------- advice


def test_every_threshold_has_words_and_a_place() -> None:
    names = [one.name for one in fields(Thresholds)]
    assert sorted(THRESHOLDS) == sorted(names)
    assert [name for group in GROUPS.values() for name in group] == names
    assert len({one.words for one in THRESHOLDS.values()}) == len(names)


def test_fields_reach_every_default(page: SettingsPage) -> None:
    for name, field in page.advice.fields.items():
        assert field.value() == getattr(Thresholds(), name)
        assert field.minimum() <= field.value() < field.maximum()


def test_the_rule_set_is_named(page: SettingsPage) -> None:
    assert any(RULE_SET in label.text() for label in page.advice.findChildren(QLabel))


def test_a_change_holds_when_it_is_put_in_force_and_no_sooner(
    made: MadeUp,
    page_of: Callable[[], tuple[SettingsPage, Session]],
    qtbot: QtBot,
) -> None:
    for n in range(2):
        made.submission(f"{n}.png")
    page, session = page_of()
    advice = page.advice
    assert advice.outcome.words == "The defaults are in force."
    assert not advice.apply.isEnabled()
    advice.fields["match_claimed"].setValue(0.57)
    assert session.thresholds == Thresholds()
    assert "2 undecided submissions would be assessed anew" in advice.outcome.words
    advice.apply.click()
    assert session.thresholds == Thresholds(match_claimed=0.57)
    assert advice.outcome.words == "In force. 2 undecided submissions are assessed anew."
    assert not advice.apply.isEnabled()
    assert not advice.discard.isEnabled()
    with Catalogue.read(made.folder) as catalogue:
        assert catalogue.fact("thresholds") == '{"match_claimed": 0.57}'
    advice.restore.click()
    assert session.thresholds == Thresholds(match_claimed=0.57)
    advice.apply.click()
    assert session.thresholds == Thresholds()
    assert not advice.restore.isEnabled()


def test_bands_that_contradict_each_other_are_told_and_cannot_be_put_in_force(
    page: SettingsPage, session: Session
) -> None:
    advice = page.advice
    advice.fields["match_claimed"].setValue(0.70)
    assert advice.outcome.words.startswith("The thresholds contradict each other.")
    assert not advice.apply.isEnabled()
    advice.discard.click()
    assert advice.outcome.words == "The defaults are in force."
    assert advice.fields["match_claimed"].value() == 0.55
    assert session.thresholds == Thresholds()


def test_more_digits_than_a_field_shows_are_not_lost(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    session.engine.set_thresholds(Thresholds(strong=0.3912))
    page.hide()
    page.show()
    assert not page.advice.apply.isEnabled()
    page.advice.fields["duplicate_bits"].setValue(20)
    page.advice.apply.click()
    assert session.thresholds == Thresholds(strong=0.3912, duplicate_bits=20)


def test_the_wheel_turns_the_page_and_no_number(page: SettingsPage) -> None:
    field = page.advice.fields["strong"]
    page.area.ensureWidgetVisible(field)
    assert not field.hasFocus()
    before = page.area.verticalScrollBar().value()
    turn_wheel(page, field)
    assert field.value() == 0.40
    assert page.area.verticalScrollBar().value() > before
    page.area.ensureWidgetVisible(field)
    field.setFocus()
    turn_wheel(page, field)
    assert field.value() == 0.39


# ---------------------------------------------------------------- the catalogue


def test_the_catalogue_is_described(page: SettingsPage, session: Session) -> None:
    assert page.catalogue.folder_fact.text() == f"{session.folder}"
    assert len(page.catalogue.id_fact.text()) == 32
    assert page.catalogue.count_fact.text() == "0, of which 0 undecided"
    assert "kB database" in page.catalogue.size_fact.text()


def test_the_folder_is_opened(page: SettingsPage, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.catalogue.open_folder.click()
    assert opened == [QUrl.fromLocalFile(f"{session.folder}")]


def test_a_backup_holds_what_the_catalogue_holds(
    made: MadeUp,
    page_of: Callable[[], tuple[SettingsPage, Session]],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    made.decide(made.submission("beach.jpg"))
    page, session = page_of()
    section = page.backups
    with qtbot.waitSignal(session.upkeep.backed_up) as told:
        section.back_up.click()
        assert not section.back_up.isEnabled()
    copy: Path = told.args[0]
    assert copy.parent == session.folder / "backups"
    assert datetime.strptime(copy.name, "catalogue-%Y%m%dT%H%M%SZ-by-hand.db")
    assert section.backed_up.words == f"Saved as backups/{copy.name}, and checked."
    assert section.back_up.isEnabled()
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "catalogue.db").write_bytes(copy.read_bytes())
    with Catalogue.open(tmp_path / "again") as again:
        assert again.complaints() == ()
        assert again.submissions.get(SubmissionId(1)).verdict is Verdict.APPROVED


def test_a_backup_that_cannot_be_written_is_told(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    (session.folder / "backups").write_text("in the way")
    with qtbot.waitSignal(session.upkeep.backed_up):
        page.backups.back_up.click()
    assert page.backups.backed_up.words not in ("", "Copying the database …", "It could not be done.")
    assert page.backups.back_up.isEnabled()


def test_a_check_tells_what_is_missing(
    made: MadeUp,
    page_of: Callable[[], tuple[SettingsPage, Session]],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    made.submission("there.png", original=save_picture(tmp_path / "there.png", seed=1))
    made.submission("gone.png")
    page, session = page_of()
    write_preview(session, SubmissionId(1), color=(9, 9, 9))
    section = page.catalogue
    with qtbot.waitSignal(session.upkeep.checked):
        section.check.click()
        assert section.cancel.isVisible()
    assert section.checked.words.splitlines() == [
        "1 complaint. Keep a copy of the folder before you change anything.",
        "The picture of submission 2 (gone.png) is missing.",
    ]
    assert not section.cancel.isVisible()
    assert section.check.isEnabled()


def test_a_sound_catalogue_is_in_order(page: SettingsPage, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.upkeep.checked):
        page.catalogue.check.click()
    assert page.catalogue.checked.words == "All is in order: the database, the decision log and 0 pictures."


@pytest.mark.parametrize(
    ("found", "sentences"),
    [
        (
            Verification((), 7, whole=False),
            ["The check was cancelled. Nothing was wrong up to then, with 7 pictures read."],
        ),
        (
            Verification(("A.",), 7, whole=False),
            [
                "1 complaint. Keep a copy of the folder before you change anything. The check was cancelled.",
                "A.",
            ],
        ),
    ],
)
def test_a_cancelled_check_says_so(found: Verification, sentences: list[str]) -> None:
    assert list(check_sentences(found)) == sentences


def test_a_long_list_of_complaints_is_cut() -> None:
    told = check_sentences(Verification(tuple(f"{n}." for n in range(20)), 20))
    assert len(told) == 10
    assert told[-1] == "And 12 more; “curator verify” lists all."


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 kB"), (820_400, "820 kB"), (1_300_000, "1.3 MB"), (2_000_000_000, "2.0 GB")]
)
def test_sizes_are_said_as_people_say_them(count: int, words: str) -> None:
    assert size(count) == words


def test_backups_are_named_when_there_are_any() -> None:
    assert sizes_sentence(Sizes(1_000_000, 5, 0)) == "1.0 MB database, 0 kB pictures with their previews"
    assert sizes_sentence(Sizes(1_000_000, 5, 2_000_000)).endswith(", 2.0 MB backups")


# ---------------------------------------------------------------- reach and room


def test_every_control_can_be_reached_by_tab_has_a_name_and_scrolls_into_view(
    page: SettingsPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.setFocus()
    reached: list[QWidget] = []
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in reached:
            break
        reached.append(focused)
        top = focused.mapTo(page.area.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= page.area.viewport().height() - focused.height(), focused.accessibleName()
    wanted: list[QWidget] = [
        page.person.name,
        page.person.language,
        page.person.text,
        page.person.breaks,
        page.engine.workers,
        page.engine.again,
        *page.advice.fields.values(),
        page.catalogue.open_folder,
        page.catalogue.check,
        page.backups.back_up,
        page.keys.search,
        *(row.change for row in page.keys.rows.values()),
    ]
    assert [one for one in wanted if one not in reached] == []
    for one in reached:
        assert one.accessibleName() or (one.property("text") or ""), one


@pytest.mark.parametrize("width", [952, 1294, 1848])
def test_nothing_is_cut_at_any_width(page: SettingsPage, width: int, qtbot: QtBot) -> None:
    page.advice.fields["bystander_share"].setValue(0.35)
    page.engine.again.click()
    page.resize(width, 700)
    QApplication.processEvents()
    content = page.area.widget()
    assert content.width() == page.area.viewport().width()
    for label in content.findChildren(QLabel):
        if label.isVisible() and label not in (page.catalogue.folder_fact, page.backups.folder_fact):
            need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= need, label.text()
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()
    for widget in content.findChildren(QWidget):
        # The signs within a field are Qt's own affair.
        if widget.isVisible() and not isinstance(widget.parent(), QLineEdit):
            right = widget.mapTo(content, QPoint(widget.width(), 0)).x()
            assert right <= content.width(), widget
            assert widget.width() >= widget.minimumSizeHint().width(), widget


def test_numbers_have_a_point_whatever_the_system_says(page: SettingsPage) -> None:
    field = page.advice.fields["strong"]
    assert isinstance(field, DecimalField)
    assert field.text() == "0.40"


def test_every_detector_is_offered(page: SettingsPage) -> None:
    assert [page.engine.detectors[one].text() for one in DETECTORS] == [
        words for words, _ in DETECTORS.values()
    ]
    assert page.engine.detectors["cnn"].accessibleDescription().startswith("Slow")
