"""The page of the index: list, coverage board, fields, portraits, imports and dropped files."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Standing, SubmissionFilter
from curator.engine.countries import COUNTRIES
from curator.engine.countries import Role as Office_
from curator.engine.neighbours import Mutual, PortraitPlace
from curator.engine.records import (
    Changes,
    Digest,
    FaceBox,
    Kind,
    Politician,
    PoliticianId,
    PortraitId,
    PortraitState,
    ReferencePortrait,
    Verdict,
)
from curator.ui.assets import Icon
from curator.ui.politicians.board_model import BoardModel
from curator.ui.politicians.coverage import ROLES, CountryRow, Cover, Coverage, Listed, Office, cover
from curator.ui.politicians.distances import DistanceModel
from curator.ui.politicians.drops import meaning
from curator.ui.politicians.form import Typed
from curator.ui.politicians.lines import LineButton
from curator.ui.politicians.page import PoliticiansPage
from curator.ui.politicians.people_delegate import portrait_mark
from curator.ui.politicians.people_model import Heading, PeopleModel, PeopleRole
from curator.ui.politicians.portrait_model import PortraitModel, PortraitRole, StateLine, state_of
from curator.ui.politicians.portraits_panel import states_sentence
from curator.ui.politicians.tallies import Tally, compact
from curator.ui.session import Session
from curator.ui.theme import Scheme, Tone, apply_theme
from curator.ui.widgets import KeyButton


def page_of(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, *, board: bool = False
) -> tuple[PoliticiansPage, Session]:
    session = made.open()
    sessions.append(session)
    page = PoliticiansPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show_people.setChecked(not board)
    page.show()
    qtbot.waitUntil(lambda: all(one.counts is not None for one in page.listed))
    return page, session


def someone(
    number: int, given_name: str, surname: str, country: str = "Italy", role: str = "Prime Minister"
) -> Politician:
    return Politician(PoliticianId(number), given_name, surname, country, role)


def listed(page: PoliticiansPage) -> list[str]:
    model = page.people.list.model()
    rows = (model.index(place, 0).data(PeopleRole.ROW) for place in range(model.rowCount()))
    return [row.country if isinstance(row, Heading) else row.politician.surname for row in rows]


def press(widget: object, key: Qt.Key) -> None:
    QApplication.sendEvent(
        widget,  # type: ignore[arg-type]
        QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier),
    )


# ---------------------------------------------------------------- words and models


COUNTS = Standing(portraits=3, approved_portraits=1, approved_deepfakes=1234, pending=0)


def office(coverage: Coverage, code: str, role: Office_) -> Office:
    row = next(row for row in coverage.rows if row.country.code == code)
    return row.offices[ROLES.index(role)]


def test_coverage_is_counted_in_offices_and_people() -> None:
    everyone = (
        Listed(someone(1, "A", "One"), 3, counts=replace(COUNTS, pending=4)),
        Listed(someone(2, "B", "Two"), 0, counts=replace(COUNTS, pending=1)),
        Listed(someone(3, "C", "Three", "Deutschland", "Interior Minister"), 2, counts=COUNTS),
        Listed(someone(4, "D", "Four", "Norway"), 0, counts=COUNTS),
    )
    found = cover(everyone)
    assert found.sentence == "2 of 135 offices named, 1 with portraits, 5 pending, 1 in other offices"
    italy = office(found, "IT", Office_.PRIME_MINISTER)
    assert italy.cover is Cover.NO_PORTRAIT
    assert italy.sentence == (
        "Prime Minister, Italy: 2 people (A One, 3 portraits, B Two, no portrait),"
        " 3 reference portraits, 2 approved portraits, 2,468 approved deepfakes, 5 pending."
    )
    germany = office(found, "DE", Office_.INTERIOR_MINISTER)
    assert germany.cover is Cover.COVERED
    assert germany.sentence == (
        "Interior Minister, Germany: C Three, 2 reference portraits, 1 approved portrait,"
        " 1,234 approved deepfakes, nothing pending."
    )
    gap = office(found, "AT", Office_.AIACT_REPRESENTATIVE)
    assert gap.cover is Cover.GAP
    assert gap.sentence == (
        "AIAct Gov Representative, Austria: nobody is named yet. Press Enter to add someone."
    )


def test_portraits_that_wait_for_analysis_are_no_gap() -> None:
    waits = Listed(someone(1, "A", "One"), 0, waiting=2)
    found = cover((waits,))
    italy = office(found, "IT", Office_.PRIME_MINISTER)
    assert italy.cover is Cover.WAITING
    assert italy.sentence == "Prime Minister, Italy: A One, 2 portraits wait."
    assert next(row for row in found.rows if row.country.code == "IT").gaps == 4
    assert portrait_mark(waits) == ("2 portraits wait", Tone.NEUTRAL, Icon.WAITING)
    # Somebody else in the office has none at all, so somebody is to bring one.
    lacks = Listed(someone(2, "B", "Two"), 0)
    assert office(cover((waits, lacks)), "IT", Office_.PRIME_MINISTER).cover is Cover.NO_PORTRAIT
    known = Listed(someone(2, "B", "Two"), 3, waiting=1)
    assert office(cover((waits, known)), "IT", Office_.PRIME_MINISTER).cover is Cover.WAITING
    assert office(cover((known,)), "IT", Office_.PRIME_MINISTER).cover is Cover.COVERED


def test_who_waits_for_analysis_is_not_sought_among_those_without_a_portrait() -> None:
    model = PeopleModel()
    model.set_everyone([Listed(someone(1, "A", "One"), 0, waiting=1), Listed(someone(2, "B", "Two"), 0)])
    model.set_filter(text="", gaps_only=True)
    assert (model.place_of(PoliticianId(1)), model.place_of(PoliticianId(2))) == (None, 1)


def test_an_empty_index_has_only_gaps() -> None:
    found = cover(())
    assert found.sentence == "0 of 135 offices named"
    assert all(row.gaps == 5 for row in found.rows)


def test_numbers_that_are_not_read_yet_are_not_told_as_none() -> None:
    unread = office(cover((Listed(someone(1, "A", "One"), 3),)), "IT", Office_.PRIME_MINISTER)
    assert unread.number(Tally.PENDING) is None
    assert unread.sentence == "Prime Minister, Italy: A One, 3 reference portraits."


def test_countries_with_most_gaps_come_first() -> None:
    everyone = [
        Listed(someone(place, "A", "One", "Sweden", role.value), int(role is not ROLES[0]))
        for place, role in enumerate(ROLES)
    ]

    def names(rows: tuple[CountryRow, ...]) -> list[str]:
        return [row.country.name for row in rows]

    found = cover(everyone)
    assert names(found.ordered(gaps_first=False)) == [one.name for one in COUNTRIES]
    assert names(found.ordered(gaps_first=True))[-1] == "Sweden"
    assert names(found.ordered(gaps_first=True))[:2] == ["Austria", "Belgium"]


def test_an_office_is_filtered_by_its_words_unless_they_are_written_in_another_way() -> None:
    found = cover((Listed(someone(1, "A", "One"), 1), Listed(someone(2, "B", "Two", "Deutschland"), 1)))
    assert office(found, "IT", Office_.PRIME_MINISTER).filter == SubmissionFilter(
        countries=frozenset({"Italy"}), roles=frozenset({"Prime Minister"})
    )
    assert office(found, "DE", Office_.PRIME_MINISTER).filter == SubmissionFilter(
        politicians=frozenset({PoliticianId(2)})
    )


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (9_999, "9999"), (10_000, "10k"), (999_999, "999k"), (2_500_000, "2M")]
)
def test_a_cell_has_room_for_four_signs(number: int, shown: str) -> None:
    assert compact(number) == shown


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.set_everyone([Listed(someone(1, "A", "One"), 1), Listed(someone(2, "B", "Two", ""), 0)])
    qtmodeltester.check(model)
    model.set_filter(text="two", gaps_only=False)
    qtmodeltester.check(model)
    assert model.shown == 1


def test_the_board_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = BoardModel()
    model.set_coverage(cover((Listed(someone(1, "A", "One"), 1),)))
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (27, 5)
    assert model.headerData(0, Qt.Orientation.Vertical) == "Austria"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "AIAct Gov Representative"
    spoken = model.headerData(26, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Italy, 4 gaps"
    model.set_gaps_first(False)
    qtmodeltester.check(model)
    assert model.headerData(26, Qt.Orientation.Vertical) == "Sweden"


def portrait(number: int, state: PortraitState, *, refusal: str = "") -> ReferencePortrait:
    return ReferencePortrait(
        PortraitId(number),
        PoliticianId(1),
        Digest(f"{number:064x}"),
        f"{number}.jpg",
        state,
        refusal,
        FaceBox(1, 2, 3, 4),
    )


def test_portraits_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = PortraitModel()
    model.set_portraits(
        (portrait(1, PortraitState.PENDING), portrait(2, PortraitState.ACCEPTED)), relations=None
    )
    qtmodeltester.check(model)
    assert model.index(0).data() == "1.jpg, waiting, Curator looks for the face."


def test_the_state_of_a_portrait_is_said_in_words() -> None:
    accepted = portrait(1, PortraitState.ACCEPTED)
    only = state_of(accepted, place=None)
    assert (only.words, only.detail, only.tone) == ("used", "", Tone.OK)
    used = state_of(accepted, place=PortraitPlace(PortraitId(1), 0.381, 0.3, False))
    assert (used.detail, used.tone) == ("0.38 to the others", Tone.OK)
    odd = state_of(accepted, place=PortraitPlace(PortraitId(1), 0.75, 0.714, True))
    assert odd.tone is Tone.WARN
    assert odd.detail == "Disagrees with the others: 0.71 to the nearest. Is it the same person?"
    refused = state_of(portrait(1, PortraitState.REFUSED, refusal="It shows 2 faces."), place=None)
    assert (refused.words, refused.detail, refused.tone) == ("refused", "It shows 2 faces.", Tone.BAD)
    assert (
        states_sentence((portrait(1, PortraitState.ACCEPTED), portrait(2, PortraitState.PENDING)))
        == "1 used, 1 waiting"
    )


@pytest.mark.parametrize(
    ("names", "selected", "words", "wanted"),
    [
        (["a.jpg", "b.jpg"], True, "Add 2 photos of Odalys Quent", True),
        (["a.jpg"], True, "Add 1 photo of Odalys Quent", True),
        (["a.jpg"], False, "Select a politician first, then drop the photos.", False),
        (["index.csv"], True, "Import politicians from “index.csv”", True),
        (["folder"], False, "Import politicians from “folder”", True),
        (["folder", "a.jpg"], True, "Drop one folder or one table at a time, or photos only.", False),
    ],
)
def test_what_dropped_files_are_for(
    tmp_path: Path, names: list[str], selected: bool, words: str, wanted: bool
) -> None:
    (tmp_path / "folder").mkdir()
    who = someone(1, "Odalys", "Quent") if selected else None
    drop = meaning([tmp_path / name for name in names], selected=who)
    assert (drop.words, drop.wanted) == (words, wanted)


def test_photos_of_nobody_need_somebody_first(tmp_path: Path) -> None:
    drop = meaning([tmp_path / "a.jpg"], selected=None, anybody=False)
    assert drop.words == "Drop a folder or a table of politicians first, and then their photos."
    assert not drop.wanted


# ---------------------------------------------------------------- the list


def test_politicians_are_listed_by_country(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn", "Austria", "Prime Minister")
    made.politician("Odalys", "Quent")
    made.politician("Cosmo", "Treadgold", "Italy", "Prime Minister")
    page, _ = page_of(made, sessions, qtbot)
    assert listed(page) == ["Austria", "Brandwyn", "Italy", "Quent", "Treadgold"]
    assert page.people.detail.politician is not None
    assert page.people.detail.politician.surname == "Brandwyn"


def test_headings_cannot_be_selected(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn", "Austria", "Prime Minister")
    made.politician("Odalys", "Quent")
    page, _ = page_of(made, sessions, qtbot)
    page.people.list.setFocus()
    press(page.people.list, Qt.Key.Key_Down)
    assert page.people.detail.politician is not None
    assert page.people.detail.politician.surname == "Quent"


def test_the_search_finds_names_countries_and_roles(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician("Jürgen", "Brändwyn", "Austria", "Prime Minister")
    quent = made.politician("Odalys", "Quent")
    made.portrait(quent)
    page, _ = page_of(made, sessions, qtbot)
    page.people.search.setText("jurgen brand")
    assert listed(page) == ["Austria", "Brändwyn"]
    page.people.search.setText("italy interior")
    assert listed(page) == ["Italy", "Quent"]
    page.people.search.setText("nobody")
    assert listed(page) == []
    page.people.search.clear()
    page.people.gaps.setChecked(True)
    assert listed(page) == ["Austria", "Brändwyn"]


def test_without_politicians_the_page_says_what_to_do(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    page, _ = page_of(made, sessions, qtbot)
    assert page._empty.isVisible()
    page._empty.secondary_clicked.emit()
    assert page.people.detail.isVisible()
    assert page.people.detail.politician is None
    page.people.detail.discard.click()
    assert page._empty.isVisible()


# ---------------------------------------------------------------- the board


def cell(page: PoliticiansPage, code: str, role: str) -> tuple[int, int]:
    names = {country.code: country.name for country in COUNTRIES}
    model = page.coverage.board.model()
    shown = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    return shown.index(names[code]), [one.value for one in ROLES].index(role)


def at(page: PoliticiansPage, code: str, role: str) -> QModelIndex:
    return page.coverage.board.model().index(*cell(page, code, role))


def test_a_gap_starts_a_new_politician_there(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot, board=True)
    board = page.coverage.board
    board.scrollTo(at(page, "MT", "Justice Minister"))
    where = board.visualRect(at(page, "MT", "Justice Minister")).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.coverage.panel.office is not None
    assert page.coverage.panel.office.name == "Justice Minister, Malta"
    press(board, Qt.Key.Key_Return)
    form = page.people.detail.form
    assert (form.country.value, form.role.value) == ("Malta", "Justice Minister")
    assert not page.people.detail.save.isEnabled()
    form.given_name.setFocus()
    qtbot.keyClicks(form.given_name, "Nerys")
    qtbot.keyClicks(form.surname, "Valdoon")
    page.people.detail.save.click()
    assert [one.full_name for one in session.people.all()] == ["Odalys Quent", "Nerys Valdoon"]
    assert page.people.detail.politician is not None
    assert page.people.detail.politician.country == "Malta"
    told = "Justice Minister, Malta: Nerys Valdoon, no reference portrait"
    assert at(page, "MT", "Justice Minister").data().startswith(told)


def test_enter_on_an_office_asks_for_its_submissions(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot, board=True)
    page.coverage.board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    with qtbot.waitSignal(page.queue_wanted) as wanted:
        press(page.coverage.board, Qt.Key.Key_Return)
    italy = SubmissionFilter(countries=frozenset({"Italy"}), roles=frozenset({"Interior Minister"}))
    assert wanted.args == [italy, "Interior Minister, Italy"]


def test_a_double_click_asks_for_submissions_too(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot, board=True)
    board = page.coverage.board
    board.scrollTo(at(page, "IT", "Interior Minister"))
    where = board.visualRect(at(page, "IT", "Interior Minister")).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(page.queue_wanted):
        qtbot.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_shift_and_enter_open_who_holds_the_office(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician("Ilka", "Brandwyn", "Austria", "Prime Minister")
    quent = made.politician()
    page, _ = page_of(made, sessions, qtbot, board=True)
    page.coverage.board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    qtbot.keyClick(page.coverage.board, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.people.isVisible()
    assert page.current == quent


def buttons(page: PoliticiansPage) -> list[str]:
    return [one.label for one in page.coverage.panel.findChildren(KeyButton) if one.isVisible()]


def test_each_holder_of_an_office_can_be_opened(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Odalys", "Quent")
    second = made.politician("Tamsin", "Orrelby")
    page, _ = page_of(made, sessions, qtbot, board=True)
    page.coverage.board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    assert buttons(page).count("Open") == 2
    assert "Submissions of all 2" in buttons(page)
    opened = [one for one in page.coverage.panel.findChildren(KeyButton) if one.label == "Open"]
    next(one for one in opened if one.accessibleDescription() == "Tamsin Orrelby").click()
    assert page.current == second


def test_numbers_of_an_office_lead_to_what_they_count(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    who = made.politician()
    made.submission("a.jpg", claimed=who)
    made.decide(made.submission("b.jpg", claimed=who))
    page, _ = page_of(made, sessions, qtbot, board=True)
    page.coverage.board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    lines = {one.text(): one for one in page.coverage.panel.findChildren(LineButton)}
    assert {words: line.value for words, line in lines.items()} == {
        "Reference portraits": "0",
        "Approved portraits": "0",
        "Approved deepfakes": "1",
        "Pending": "1",
    }
    assert [words for words, line in lines.items() if line.isEnabled()] == ["Approved deepfakes", "Pending"]
    with qtbot.waitSignal(page.queue_wanted) as wanted:
        lines["Approved deepfakes"].click()
    only = frozenset({who})
    assert wanted.args == [
        SubmissionFilter(
            verdicts=frozenset({Verdict.APPROVED}), kinds=frozenset({Kind.DEEPFAKE}), politicians=only
        ),
        "Odalys Quent",
    ]


def test_numbers_follow_decisions(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    waiting = made.submission(claimed=who)
    page, session = page_of(made, sessions, qtbot, board=True)
    page.coverage.board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    assert page.coverage.summary.text().endswith(", 1 pending")
    with qtbot.waitSignal(page._index.changed):
        session.decide([waiting], Verdict.APPROVED)
    assert at(page, "IT", "Interior Minister").data().endswith("1 approved deepfake, nothing pending.")
    lines = {one.text(): one.value for one in page.coverage.panel.findChildren(LineButton)}
    assert lines["Pending"] == "0"


def test_numbers_that_change_keep_the_focus_in_the_panel(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    who = made.politician()
    waiting = made.submission(claimed=who)
    page, session = page_of(made, sessions, qtbot, board=True)
    page.coverage.board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    page.activateWindow()
    next(one for one in page.coverage.panel.findChildren(KeyButton) if one.label == "Open").setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    with qtbot.waitSignal(page._index.changed):
        session.decide([waiting], Verdict.APPROVED)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.coverage.panel.isAncestorOf(focus)


def test_the_selected_office_stays_when_the_order_changes(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot, board=True)
    board = page.coverage.board
    board.setCurrentIndex(at(page, "IT", "Interior Minister"))
    page.coverage.by_name.click()
    assert board.current_office is not None
    assert board.current_office.name == "Interior Minister, Italy"
    assert board.model().headerData(0, Qt.Orientation.Vertical) == "Austria"
    qtbot.keyClicks(board, "s")
    assert board.model().headerData(board.currentIndex().row(), Qt.Orientation.Vertical) == "Slovakia"


# ---------------------------------------------------------------- correcting


def test_a_corrected_name_is_saved(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    assert page.people.detail.save.isHidden()
    page.people.detail.form.surname.selectAll()
    qtbot.keyClicks(page.people.detail.form.surname, "Quentin")
    assert page.people.detail.save.isVisible()
    qtbot.keyClick(page.people.detail.form.surname, Qt.Key.Key_Return)
    assert session.people.all()[0].surname == "Quentin"
    assert page.people.detail.save.isHidden()
    assert listed(page) == ["Italy", "Quentin"]


def test_a_country_beyond_the_27_can_be_typed(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    form = page.people.detail.form
    form.country.setCurrentIndex(form.country.count() - 1)
    qtbot.keyClicks(form.other_country, "Norway")
    page.people.detail.save.click()
    assert session.people.all()[0].country == "Norway"
    # Another name of one of the 27 is that one.
    form.show_typed(Typed("A", "B", "Narnia", "Prime Minister"))
    form.other_country.setText("Deutschland")
    assert form.typed.country == "Germany"


def test_what_is_refused_stays_in_the_fields(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn")
    made.politician("Odalys", "Quent")
    page, session = page_of(made, sessions, qtbot)
    page.people.detail.form.given_name.selectAll()
    qtbot.keyClicks(page.people.detail.form.given_name, "Odalys")
    page.people.detail.form.surname.selectAll()
    qtbot.keyClicks(page.people.detail.form.surname, "Quent")
    with qtbot.waitSignal(session.failed) as failed:
        page.people.detail.save.click()
    assert str(failed.args[0]) == "Odalys Quent is already in the index."
    assert page.people.detail.form.surname.text() == "Quent"
    assert page.people.detail.save.isVisible()
    page.people.detail.discard.click()
    assert page.people.detail.form.surname.text() == "Brandwyn"


def test_what_was_typed_stays_while_others_are_looked_at(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    first = made.politician("Ilka", "Brandwyn")
    second = made.politician("Odalys", "Quent")
    page, session = page_of(made, sessions, qtbot)
    qtbot.keyClicks(page.people.detail.form.surname, "er")
    page.select(second)
    assert page.people.detail.save.isHidden()
    session.changed.emit(Changes(politicians=frozenset({first})), None)
    page.select(first)
    assert page.people.detail.form.surname.text() == "Brandwyner"
    assert page.people.detail.save.isVisible()


def test_removing_asks_in_its_place(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn")
    made.politician("Odalys", "Quent")
    page, session = page_of(made, sessions, qtbot)
    remove = page.people.detail.remove
    remove.button.click()
    assert remove.question == "Remove Ilka Brandwyn?"
    assert page.focusWidget() is remove.keep, "Enter pressed twice must not remove"
    remove.keep.click()
    assert not remove.asking
    remove.button.click()
    press(remove.keep, Qt.Key.Key_Escape)
    assert not remove.asking
    assert len(session.people.all()) == 2
    remove.button.click()
    remove.yes.click()
    assert [one.surname for one in session.people.all()] == ["Quent"]
    assert page.people.detail.politician is not None
    assert page.people.detail.politician.surname == "Quent"


def test_the_question_tells_what_depends_on_a_politician(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    who = made.politician()
    made.portrait(who, "01.jpg")
    made.portrait(who, "02.jpg")
    made.submission(claimed=who)
    page, _ = page_of(made, sessions, qtbot)
    remove = page.people.detail.remove
    assert remove.question == "Remove Odalys Quent and 2 portraits? 1 open claim names them."
    assert (remove.yes.label, remove.keep.label) == ("Remove", "Keep")


def test_the_same_name_from_another_country_is_pointed_out_and_allowed(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)

    def said() -> list[str]:
        labels = (label for label in page.people.detail.findChildren(QLabel) if label.isVisible())
        return [label.text() for label in labels if "already" in label.text()]

    page.add(Typed(given_name="Odalys", country="Malta"))
    assert said() == []
    page.people.detail.form.surname.setFocus()
    qtbot.keyClicks(page.people.detail.form.surname, "quent")
    assert said() == ["Odalys Quent is in the index already, for Italy. Go on only if this is somebody else."]
    page.people.detail.save.click()
    assert len(session.people.all()) == 2


def test_the_words_under_the_board_follow_what_is_added(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot)
    page.coverage.board.setCurrentIndex(at(page, "MT", "Justice Minister"))
    press(page.coverage.board, Qt.Key.Key_Return)
    page.people.detail.form.type_in(Typed("Nerys", "Valdoon", "Malta", "Justice Minister"))
    page.people.detail.form.edited.emit()
    page.people.detail.save.click()
    told = [label.text() for label in page.findChildren(QLabel)]
    assert any(words.startswith("Justice Minister, Malta: Nerys Valdoon, no reference") for words in told)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_no_role_is_cut_in_the_list_of_roles(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot)
    roles = page.people.detail.form.role
    roles.showPopup()
    view = roles.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(roles.count() - 1, 0))
    assert last.bottom() < view.viewport().height()
    assert view.sizeHintForColumn(0) <= view.viewport().width()
    roles.hidePopup()


def test_a_question_is_withdrawn_when_somebody_else_is_shown(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician("Ilka", "Brandwyn")
    second = made.politician("Odalys", "Quent")
    page, _ = page_of(made, sessions, qtbot)
    page.people.detail.remove.ask()
    page.select(second)
    assert not page.people.detail.remove.asking


# ---------------------------------------------------------------- portraits


def states(page: PoliticiansPage) -> dict[str, StateLine]:
    model = page.people.detail.portraits.grid.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return {index.data(PortraitRole.PORTRAIT).file_name: index.data(PortraitRole.STATE) for index in indexes}


def test_portraits_that_disagree_are_told(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    for name in ("01.jpg", "02.jpg", "03.jpg"):
        made.portrait(who, name)
    made.portrait(who, "other.jpg", direction=5)
    made.portrait(who, "group.jpg", state=PortraitState.REFUSED, refusal="It shows 3 faces.")
    page, session = page_of(made, sessions, qtbot)
    qtbot.waitUntil(lambda: page.people.relations is not None)
    shown = states(page)
    assert shown["01.jpg"].detail.endswith(" to the others")
    assert shown["other.jpg"].tone is Tone.WARN
    assert shown["other.jpg"].detail == (
        "Disagrees with the others: 1.41 to the nearest. Is it the same person?"
    )
    assert shown["group.jpg"].detail == "It shows 3 faces."
    assert session.people.disagreeing_counts() == {who: 1}
    square = page.people.detail.relations.square.model()
    assert square.rowCount() == 4
    assert square.index(0, 3).data() == "1.41"
    assert square.index(0, 0).data() is None
    spoken = square.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "other.jpg and 01.jpg: 1.41, far apart for one person."


def test_who_looks_alike_is_named_and_can_be_opened(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    first = made.politician("Ilka", "Brandwyn")
    made.portrait(first, direction=1)
    second = made.politician("Odalys", "Quent", "Malta")
    made.portrait(second, direction=1)
    far = made.politician("Nerys", "Valdoon", "Spain")
    made.portrait(far, direction=5)
    made.politician("Cosmo", "Treadgold", "Spain")
    page, _ = page_of(made, sessions, qtbot)
    page.select(first)
    qtbot.waitUntil(lambda: page.people.relations is not None)
    near = page.people.detail.relations.neighbours
    assert [one.text() for one in near] == ["Odalys Quent", "Nerys Valdoon"]
    assert [one.warning for one in near] == ["look-alike", ""]
    assert near[1].value == "1.41"
    near[0].click()
    assert page.current == second


def test_the_numbers_beside_the_portraits_lead_to_submissions(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    who = made.politician()
    made.submission(claimed=who)
    page, _ = page_of(made, sessions, qtbot)
    lines = {one.text(): one for one in page.people.detail.relations.numbers}
    assert lines["Pending"].value == "1"
    with qtbot.waitSignal(page.queue_wanted) as wanted:
        lines["Show submissions"].click()
    assert wanted.args == [SubmissionFilter(politicians=frozenset({who})), "Odalys Quent"]


def test_distances_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = DistanceModel()
    ids = (PortraitId(3), PortraitId(5))
    away = np.array([[0.0, 0.42], [0.42, 0.0]])
    model.set_mutual(Mutual(ids, away), names={ids[0]: "a.jpg", ids[1]: "b.jpg"}, beyond=0.6)
    qtmodeltester.check(model)
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "a.jpg and b.jpg: 0.42."


def test_a_face_crop_comes_up_when_it_is_decoded(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    digest = made.portrait(who, pixels=np.full((120, 120, 3), 200, np.uint8))
    page, _ = page_of(made, sessions, qtbot)
    crops = page.people.detail.portraits.crops
    page.grab()
    qtbot.waitUntil(lambda: crops.get(digest) is not None)
    crop = crops.get(digest)
    assert crop is not None
    assert crop.width() == crop.height()


def test_a_photo_is_removed_after_a_question(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    made.portrait(who, "01.jpg")
    made.portrait(who, "02.jpg")
    page, session = page_of(made, sessions, qtbot)
    grid, remove = page.people.detail.portraits.grid, page.people.detail.portraits.remove_photos
    assert not remove.isVisible()
    grid.setCurrentIndex(grid.model().index(0, 0))
    press(grid, Qt.Key.Key_Delete)
    assert remove.question == "Remove 01.jpg?"
    remove.yes.click()
    assert [one.file_name for one in session.people.portraits(who)] == ["02.jpg"]
    assert list(states(page)) == ["02.jpg"]


def photo(path: Path, brightness: int) -> Path:
    Image.new("RGB", (64, 64), (brightness,) * 3).save(path)
    return path


def drop_on(page: PoliticiansPage, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), action, data, buttons, keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert page._veil.isVisible()
    page.dropEvent(QDropEvent(QPointF(50, 50), action, data, buttons, keys))
    assert not page._veil.isVisible()


def test_dropped_photos_are_looked_at_and_used_or_refused(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    who = made.politician()
    page, session = page_of(made, sessions, qtbot)

    def settled() -> bool:
        found = session.people.portraits(who)
        return len(found) == 2 and all(one.state is not PortraitState.PENDING for one in found)

    with qtbot.waitSignal(session.changed, check_params_cb=lambda _changes, _origin: settled()):
        drop_on(page, [photo(tmp_path / "bright.png", 200), photo(tmp_path / "dark.png", 5)])
    page.refresh()
    shown = states(page)
    assert shown["bright.png"].words == "used"
    assert shown["dark.png"].words == "refused"
    assert shown["dark.png"].detail.startswith("No face was found")


def test_photos_without_a_politician_are_not_taken(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    page, _ = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(page.told) as told:
        drop_on(page, [photo(tmp_path / "bright.png", 200)])
    assert told.args == ["Drop a folder or a table of politicians first, and then their photos."]


def test_a_dropped_table_is_imported(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    page, session = page_of(made, sessions, qtbot)
    table = tmp_path / "index.csv"
    table.write_text("country,role,name,surname\nItaly,Prime Minister,Cosmo,Treadgold\n", encoding="utf-8")
    with qtbot.waitSignal(session.load_ended):
        drop_on(page, [table])
    page.refresh()
    assert listed(page) == ["Italy", "Treadgold"]


def test_a_chosen_folder_is_imported(
    made: MadeUp,
    sessions: list[Session],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "people" / "Austria" / "Ilka Brandwyn"
    folder.mkdir(parents=True)
    photo(folder / "01.png", 180)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "people"))
    with qtbot.waitSignal(session.load_ended):
        page.import_folder()
    page.refresh()
    assert listed(page) == ["Austria", "Brandwyn"]
    assert list(states(page)) == ["01.png"]


def test_chosen_photos_are_added(
    made: MadeUp,
    sessions: list[Session],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    who = made.politician()
    page, session = page_of(made, sessions, qtbot)
    chosen = [str(photo(tmp_path / "a.png", 150))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    with qtbot.waitSignal(session.load_ended):
        page.people.detail.portraits.add_photos.click()
    assert [one.file_name for one in session.people.portraits(who)] == ["a.png"]


def test_the_page_follows_what_changes_elsewhere(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(page._timer.timeout):
        session.people.add(given_name="Cosmo", surname="Treadgold", country="Italy", role="Prime Minister")
    assert listed(page) == ["Italy", "Quent", "Treadgold"]


# ---------------------------------------------------------------- reach


def test_lines_are_buttons_with_names_for_screen_readers(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    who = made.politician()
    made.submission(claimed=who)
    page, _ = page_of(made, sessions, qtbot)
    told = [QAccessible.queryAccessibleInterface(one) for one in page.people.detail.relations.numbers]
    assert [one.text(QAccessible.Text.Name) for one in told] == [
        "Approved portraits, 0",
        "Approved deepfakes, 0",
        "Pending, 1",
        "Show submissions",
    ]
    assert {one.role() for one in told} == {QAccessible.Role.Button}
    reached = [one.focusPolicy() for one in page.people.detail.relations.numbers]
    assert reached == [Qt.FocusPolicy.NoFocus] * 2 + [Qt.FocusPolicy.TabFocus] * 2


@pytest.mark.parametrize("percent", [100, 150])
def test_the_page_fits_a_small_screen_at_every_size_of_text(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    who = made.politician("Ottoline-Wilhelmina Cassandra", "Featherstonehaugh-Montmorency")
    for number in range(12):
        made.portrait(who, f"a rather long name of a photo {number}.jpg")
    try:
        apply_theme(qapp, Scheme.LIGHT, text_percent=percent)
        page, _ = page_of(made, sessions, qtbot)
        qtbot.waitUntil(lambda: page.people.relations is not None)
        assert page.minimumSizeHint().width() <= 1366 - 80
        page.resize(1286, 738)
        for one in page.people.detail.relations.neighbours:
            assert one.width() <= page.people.detail.relations.width()
        square = page.people.detail.relations.square
        assert square.horizontalHeader().length() <= square.viewport().width() or percent > 100
    finally:
        apply_theme(qapp, Scheme.LIGHT)
