"""The filters of the queue: put together, shown, counted, saved, kept; and what stays when lists change."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from filing import Filing, encoding, face
from hypothesis import given
from hypothesis import strategies as st
from opening import close_session, open_session
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.lists import Order, SubmissionFilter
from curator.engine.records import (
    Changes,
    Digest,
    Kind,
    Outcome,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.ui.queue.active_filters import FilterMark
from curator.ui.queue.choice_list import ChoiceList
from curator.ui.queue.drop_note import DropNote
from curator.ui.queue.facet_words import FINDING_WORDS, Facet, FacetNames, cleared
from curator.ui.queue.filter_panel import FilterPanel
from curator.ui.queue.head import OrderRow
from curator.ui.queue.kept_state import read, written
from curator.ui.queue.listed_ids import ListedIds, UndecidedIds
from curator.ui.queue.model import QueueModel, could_change, is_narrowed
from curator.ui.queue.nothing import NothingListed
from curator.ui.queue.scopes import SCOPES, TO_REVIEW
from curator.ui.queue.thumbnails import Thumbnails
from curator.ui.queue.view import QueueView
from curator.ui.session import Session
from curator.ui.theme import Scheme, apply_theme

EVERYTHING = len(SCOPES) - 1


class Filled:
    """Two politicians of two countries with clear pictures, and one picture that nobody claims."""

    def __init__(self, filing: Filing) -> None:
        self.nerys = filing.politician(
            "Nerys Valdoon",
            country="Malta",
            role="Prime Minister",
            portraits=[encoding(1), encoding(1, away=0.1)],
        )
        self.ilka = filing.politician(
            "Ilka Brandwyn",
            country="Finland",
            role="Justice Minister",
            portraits=[encoding(2), encoding(2, away=0.1)],
        )
        self.maltese = filing.submission(face(1, away=0.2), claimed=self.nerys, name="maltese.jpg")
        self.maltese_too = filing.submission(face(1), claimed=self.nerys, name="maltese_too.jpg")
        self.finnish = filing.submission(face(2, away=0.1), claimed=self.ilka, name="finnish.jpg")
        self.unclaimed = filing.submission(face(3), name="stranger.jpg")


@pytest.fixture
def filled(filing: Filing) -> Filled:
    return Filled(filing)


@pytest.fixture
def opening(catalogue: Catalogue) -> Iterator[Callable[[], Session]]:
    """Opens ``catalogue`` once it is filled; closed when the views are gone."""
    opened: list[Session] = []

    def open_it() -> Session:
        opened.append(open_session(catalogue))
        return opened[-1]

    yield open_it
    for one in opened:
        close_session(one)


@pytest.fixture
def session(filled: Filled, opening: Callable[[], Session]) -> Session:
    return opening()


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> QWidget:
    """A queue beside an empty desk."""
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(QueueView(session))
    row.addWidget(QWidget(), 1)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def view(window: QWidget) -> QueueView:
    made = window.findChild(QueueView)
    made.start()
    return made


def listed(view: QueueView) -> tuple[SubmissionId, ...]:
    return view.findChild(QTableView).model().ids


def only(**fields: object) -> SubmissionFilter:
    return SubmissionFilter(**{"verdicts": TO_REVIEW.verdicts, **fields})


def marks(view: QueueView) -> list[str]:
    return [one.words for one in view.findChildren(FilterMark) if not one.isHidden() and one.isVisible()]


def mark(view: QueueView, words: str) -> FilterMark:
    return next(one for one in view.findChildren(FilterMark) if one.words == words and one.isVisible())


def panel_of(view: QueueView, qtbot: QtBot) -> FilterPanel:
    view.open_filters()
    panel = view.window().findChild(FilterPanel)
    qtbot.waitUntil(lambda: all(one.number is not None for one in values(panel)) and bool(values(panel)))
    return panel


def facets_of(panel: FilterPanel) -> ChoiceList:
    return next(one for one in panel.findChildren(ChoiceList) if one.accessibleName() == "What to filter by")


def values_of(panel: FilterPanel) -> ChoiceList:
    return next(
        one for one in panel.findChildren(ChoiceList) if one is not facets_of(panel) and one.isVisible()
    )


def values(panel: FilterPanel) -> dict[str, int | None]:
    return values_of(panel).choices


def numbers(panel: FilterPanel) -> dict[str, int | None]:
    return {one.words: one.number for one in values_of(panel).choices}


# ---------------------------------------------------------------- ids


@given(
    st.lists(st.integers(1, 60), unique=True, max_size=40),
    st.lists(st.tuples(st.booleans(), st.integers(1, 60)), max_size=60),
)
def test_ids_leave_and_come_back_as_in_a_plain_list(ids: list[int], steps: list[tuple[bool, int]]) -> None:
    listed_ids = ListedIds(SubmissionId(one) for one in ids)
    there = list(ids)
    for leave, number in steps:
        one = SubmissionId(number)
        if leave:
            listed_ids.remove(one)
            there = [other for other in there if other != one]
        else:
            way = listed_ids.way_back(one)
            listed_ids.put_back(one)
            if one in ids and one not in there:
                there = [other for other in ids if other in there or other == one]
                assert way == there.index(one)
        assert list(listed_ids) == there
        assert [listed_ids.place_of(SubmissionId(other)) for other in there] == list(range(len(there)))


@given(st.sets(st.integers(0, 50)), st.sets(st.integers(0, 50)), st.integers(-1, 51))
def test_the_nearest_undecided_is_that_of_a_walk(undecided: set[int], decided: set[int], place: int) -> None:
    listed_ids = ListedIds(SubmissionId(one) for one in range(51))
    ids = UndecidedIds((SubmissionId(one) for one in sorted(undecided)), listed=listed_ids)
    for one in decided:
        ids.discard(SubmissionId(one))
    left = undecided - decided
    assert ids.nearest(place, by=1) == min((one for one in left if one > place), default=None)
    assert ids.nearest(place, by=-1) == max((one for one in left if one < place), default=None)


def test_who_left_is_where_its_follower_is_in_another_list() -> None:
    old = ListedIds(SubmissionId(one) for one in (1, 2, 3, 4, 5))
    new = ListedIds(SubmissionId(one) for one in (9, 1, 4, 5))
    assert old.gap_in(new, SubmissionId(2)) == 2
    assert old.gap_in(new, SubmissionId(7)) is None
    old.remove(SubmissionId(3))
    assert old.gap_in(new, SubmissionId(3)) == 2
    assert old.gap_in(ListedIds(), SubmissionId(2)) == 0


# ---------------------------------------------------------------- kept as text

FULL = SubmissionFilter(
    verdicts=frozenset({Verdict.UNDECIDED, Verdict.SKIPPED}),
    outcomes=frozenset({Outcome.LOOK_CLOSER}),
    kinds=frozenset({Kind.PORTRAIT}),
    reasons=frozenset({Reason.ASK}),
    findings=frozenset({"no_face"}),
    countries=frozenset({"Italy", "Malta"}),
    roles=frozenset({"Prime Minister"}),
    politicians=frozenset({PoliticianId(3)}),
    sources=frozenset({"form.csv"}),
    curators=frozenset({"Ann"}),
    decided_elsewhere=True,
    received_from=date(2025, 11, 3),
    received_to=date(2025, 12, 1),
    text="Valdoon ümlaut",
    order=Order.MARGIN,
    backwards=True,
)


@pytest.mark.parametrize("wanted", [FULL, TO_REVIEW, SubmissionFilter()])
def test_a_filter_is_read_as_it_was_written(wanted: SubmissionFilter) -> None:
    assert read(written(wanted)) == wanted


@pytest.mark.parametrize(
    "told",
    [
        "",
        "nonsense",
        "[]",
        "null",
        "[" * 5000,
        '{"order": "shoe size"}',
        '{"verdicts": "undecided"}',
        '{"verdicts": ["perhaps"]}',
        '{"verdicts": [[]]}',
        '{"politicians": ["1"]}',
        '{"politicians": [true]}',
        '{"politicians": [99999999999999999999]}',
        '{"received_from": "the third"}',
        '{"received_from": 3}',
        '{"text": 3}',
        '{"backwards": "yes"}',
        '{"decided_elsewhere": 1}',
        '{"moods": ["glad"]}',
        '{"text": "' + "x" * 200_000 + '"}',
    ],
)
def test_what_makes_no_sense_is_no_filter(told: str) -> None:
    assert read(told) is None


def test_the_queue_tells_its_place_and_finds_it_again(view: QueueView, filled: Filled) -> None:
    view.set_filter(only(countries=frozenset({"Malta"}), text="too", order=Order.DISTANCE))
    told = view.state()
    view.set_filter(TO_REVIEW)
    view.restore(told)
    assert listed(view) == (filled.maltese_too,)
    assert view.findChild(QLineEdit).text() == "too"
    view.restore("what is this?")
    assert view.state() == told


def test_what_is_restored_before_the_start_is_listed_first(
    session: Session, filled: Filled, qtbot: QtBot
) -> None:
    view = QueueView(session)
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.chosen):
        view.restore(written(only(countries=frozenset({"Finland"}))))
    view.start()
    assert listed(view) == (filled.finnish,)
    assert view.current == filled.finnish


# ---------------------------------------------------------------- being given a filter


def test_a_given_filter_takes_the_place_of_all_and_shows_its_marks(view: QueueView, filled: Filled) -> None:
    view.findChild(QLineEdit).setText("stranger")
    wanted = only(countries=frozenset({"Malta"}), politicians=frozenset({filled.nerys}))
    view.set_filter(wanted)
    assert view.filter == wanted
    assert listed(view) == (filled.maltese, filled.maltese_too)
    assert view.current == filled.maltese
    assert marks(view) == ["Malta", "Nerys Valdoon", "Clear all"]
    assert view.findChild(QLineEdit).text() == ""


def test_marks_are_taken_off_one_by_one_and_all_at_once(view: QueueView, filled: Filled) -> None:
    view.set_filter(only(countries=frozenset({"Malta", "Finland"}), roles=frozenset({"Prime Minister"})))
    assert marks(view) == ["Finland", "Malta", "Prime Minister", "Clear all"]
    mark(view, "Prime Minister").click()
    assert set(listed(view)) == {filled.maltese, filled.maltese_too, filled.finnish}
    mark(view, "Malta").click()
    assert listed(view) == (filled.finnish,)
    mark(view, "Clear all").click()
    assert len(listed(view)) == 4
    assert marks(view) == []


def test_many_values_of_one_facet_are_one_mark(view: QueueView) -> None:
    view.set_filter(only(countries=frozenset({"Malta", "Finland", "Italy", "Spain"})))
    assert marks(view) == ["Country: 4", "Clear all"]


def test_delete_takes_a_mark_off_and_the_next_has_the_keyboard(
    view: QueueView, filled: Filled, qtbot: QtBot
) -> None:
    view.set_filter(only(countries=frozenset({"Malta", "Finland"})))
    mark(view, "Finland").setFocus()
    qtbot.keyClick(mark(view, "Finland"), Qt.Key.Key_Delete)
    assert listed(view) == (filled.maltese, filled.maltese_too)
    assert mark(view, "Malta").hasFocus()


def test_nothing_fitting_offers_to_clear(view: QueueView, qtbot: QtBot) -> None:
    view.set_filter(only(countries=frozenset({"Spain"})))
    nothing = view.findChild(NothingListed)
    assert nothing.heading == "Nothing fits"
    nothing.clear.click()
    assert len(listed(view)) == 4
    assert view.filter == TO_REVIEW


def test_when_all_is_decided_it_offers_to_export(view: QueueView, session: Session, qtbot: QtBot) -> None:
    session.decide(listed(view), Verdict.SKIPPED)
    view.set_scope(0)
    with qtbot.waitSignal(view.export_wanted):
        view.findChild(NothingListed).export.click()


# ---------------------------------------------------------------- the order


def test_lists_are_sorted_and_turned_round(view: QueueView, filled: Filled) -> None:
    view.set_filter(only(order=Order.DISTANCE))
    nearest = listed(view)
    assert nearest[:2] == (filled.maltese_too, filled.finnish)
    row = view.findChild(OrderRow)
    row.order_wanted.emit(Order.DISTANCE, True)
    assert listed(view) == nearest[::-1]
    assert view.filter.backwards
    row.order_wanted.emit(Order.ARRIVAL, False)
    assert listed(view)[-1] == min(filled.maltese, filled.finnish)


def test_sorting_keeps_what_is_on_the_desk(view: QueueView, filled: Filled, qtbot: QtBot) -> None:
    view.show_submission(filled.finnish)
    with qtbot.assertNotEmitted(view.chosen):
        view.set_filter(only(order=Order.ARRIVAL))
    assert view.current == filled.finnish
    assert view.findChild(QTableView).currentIndex().row() == listed(view).index(filled.finnish)


# ---------------------------------------------------------------- the panel


def test_the_panel_counts_values_and_lists_at_once_what_is_ticked(
    view: QueueView, filled: Filled, qtbot: QtBot
) -> None:
    panel = panel_of(view, qtbot)
    facets_of(panel).choose(Facet.COUNTRIES)
    assert numbers(panel) == {"Finland": 1, "Malta": 2}
    countries = values_of(panel)
    countries.begin()
    qtbot.keyClick(countries, Qt.Key.Key_Space)
    assert listed(view) == (filled.finnish,)
    # Its own numbers do not hang on its own ticks, and nothing moves.
    assert numbers(panel) == {"Finland": 1, "Malta": 2}
    qtbot.keyClick(countries, Qt.Key.Key_Down)
    qtbot.keyClick(countries, Qt.Key.Key_Return)
    assert len(listed(view)) == 3
    qtbot.keyClick(countries, Qt.Key.Key_Left)
    assert facets_of(panel).hasFocus()
    facets_of(panel).choose(Facet.ROLES)
    qtbot.waitUntil(lambda: numbers(panel)["Justice Minister"] == 1)


def test_a_click_on_a_line_ticks_it(view: QueueView, filled: Filled, qtbot: QtBot) -> None:
    panel = panel_of(view, qtbot)
    facets_of(panel).choose(Facet.POLITICIANS)
    people = values_of(panel)
    place = people.visualRect(people.model().index(1, 0)).center()
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert listed(view) == (filled.maltese, filled.maltese_too)
    assert people.choices[1].ticked


def test_numbers_of_an_older_filter_never_come(view: QueueView, qtbot: QtBot) -> None:
    panel = panel_of(view, qtbot)
    facets_of(panel).choose(Facet.COUNTRIES)
    view.set_filter(only(roles=frozenset({"Prime Minister"})))
    assert set(numbers(panel).values()) == {None}
    view.set_filter(only(roles=frozenset({"Justice Minister"})))
    shown: list[dict[str, int | None]] = []
    values_of(panel).model().dataChanged.connect(lambda *_: shown.append(numbers(panel)))
    qtbot.waitUntil(lambda: None not in numbers(panel).values())
    assert numbers(panel) == {"Finland": 1, "Malta": 0}
    assert all(one in ({"Finland": None, "Malta": None}, {"Finland": 1, "Malta": 0}) for one in shown)


@pytest.mark.parametrize("way", ["escape", "elsewhere", "button", "close"])
def test_the_panel_closes_in_every_usual_way(view: QueueView, qtbot: QtBot, way: str) -> None:
    panel = panel_of(view, qtbot)
    match way:
        case "escape":
            qtbot.keyClick(facets_of(panel), Qt.Key.Key_Escape)
        case "elsewhere":
            desk = view.window().childAt(QPoint(view.window().width() - 4, view.window().height() - 4))
            qtbot.mouseClick(desk, Qt.MouseButton.LeftButton)
        case "button":
            view._desk.filters.click()
        case _:
            panel._close.click()
    assert panel.isHidden()
    assert not view._desk.filters.isChecked()


def test_chips_and_marks_can_be_pressed_while_the_panel_is_open(
    view: QueueView, filled: Filled, qtbot: QtBot
) -> None:
    view.set_filter(only(countries=frozenset({"Malta"})))
    panel = panel_of(view, qtbot)
    qtbot.mouseClick(mark(view, "Malta"), Qt.MouseButton.LeftButton)
    assert len(listed(view)) == 4
    assert panel.isVisible()
    lines = view.findChild(QTableView)
    place = lines.visualRect(lines.model().index(1, 0)).center()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.isHidden()


def test_days_narrow_the_list(view: QueueView, session: Session, filled: Filled) -> None:
    day = session.rows([filled.maltese])[filled.maltese].received_at.date()
    view.set_filter(only(received_from=day, received_to=day))
    assert len(listed(view)) == 4
    assert [words.split()[0] for words in marks(view)] == ["From", "Until", "Clear"]
    view.set_filter(only(received_from=day + timedelta(days=1)))
    assert listed(view) == ()


# ---------------------------------------------------------------- saved filters


def test_filters_are_saved_found_counted_replaced_and_removed(
    view: QueueView, session: Session, filled: Filled, qtbot: QtBot
) -> None:
    wanted = only(countries=frozenset({"Malta"}), order=Order.DISTANCE)
    view.set_filter(wanted)
    panel = panel_of(view, qtbot)
    name = panel._name
    qtbot.keyClicks(name, "Maltese")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert [one.name for one in session.saved_filters()] == ["Maltese"]
    saved = values_of(panel)
    qtbot.waitUntil(lambda: [one.number for one in saved.choices] == [2])
    view.set_filter(TO_REVIEW)
    saved.begin()
    qtbot.keyClick(saved, Qt.Key.Key_Return)
    assert view.filter == wanted
    view.set_filter(only(countries=frozenset({"Finland"})))
    qtbot.keyClicks(name, "Maltese")
    assert panel._keep.label == "Replace"
    panel._keep.click()
    assert session.saved_filters()[0].filter.countries == {"Finland"}
    saved.begin()
    qtbot.keyClick(saved, Qt.Key.Key_Delete)
    assert session.saved_filters() == ()


def test_the_menu_of_lists_offers_saved_ones_with_numbers(
    view: QueueView, session: Session, qtbot: QtBot
) -> None:
    session.keep_filter("All & everything", SubmissionFilter())
    menu = view._desk.head._menu
    menu.aboutToShow.emit()
    action = menu.actions()[-1]
    assert action.text().startswith("All && everything")
    qtbot.waitUntil(lambda: action.text().endswith("\t4"))
    assert menu.actions()[0].text() == "To review\t4"
    action.trigger()
    assert view.filter == SubmissionFilter()


# ---------------------------------------------------------------- while lists change


def changed_list(view: QueueView) -> QueueModel:
    return view.findChild(QTableView).model()


def test_what_is_decided_while_the_list_is_read_stays_decided(
    view: QueueView, session: Session, filled: Filled, qtbot: QtBot
) -> None:
    model = changed_list(view)
    session.decide([filled.unclaimed], Verdict.SKIPPED)
    model.refresh_soon()
    decided = view.current
    assert decided is not None
    # Out of the list, but not yet in the answer that is under way.
    model.remove(decided)
    with qtbot.waitSignal(model.modelReset):
        pass
    assert decided not in model.ids
    assert filled.unclaimed not in model.ids


def test_one_that_is_undone_comes_back_to_its_place_without_reading_the_list(
    view: QueueView, session: Session, filled: Filled, qtbot: QtBot
) -> None:
    before = listed(view)
    view.show_submission(before[1])
    session.decide([before[1]], Verdict.SKIPPED, origin=view)
    view.after_decision(before[1])
    assert listed(view) == (before[0], *before[2:])
    session.undo(origin=view)
    with qtbot.assertNotEmitted(changed_list(view).modelReset):
        view.show_submission(before[1])
    assert listed(view) == before
    assert view.current == before[1]


def test_steps_never_land_on_one_that_was_decided_elsewhere(
    view: QueueView, session: Session, filled: Filled
) -> None:
    before = listed(view)
    session.decide(before[1:3], Verdict.SKIPPED)
    view.step(1)
    assert view.current == before[3]
    view.step(-1)
    assert view.current == before[0]


def test_undecided_ones_that_drop_out_are_told(
    view: QueueView, session: Session, filled: Filled, qtbot: QtBot
) -> None:
    view.set_filter(only(politicians=frozenset({filled.nerys})))
    note = view.findChild(DropNote)
    with qtbot.waitSignal(changed_list(view).dropped) as told:
        session.hand.correct_claim(filled.maltese_too, filled.ilka)
    assert told.args == [1]
    assert note.told == "1 undecided submission does not fit the filters any more"
    assert view.current == filled.maltese
    view.set_filter(TO_REVIEW)
    assert note.told == ""


def test_one_that_drops_out_of_the_list_stays_on_the_desk_and_its_place_is_kept(
    view: QueueView, session: Session, filled: Filled, qtbot: QtBot
) -> None:
    view.set_filter(only(countries=frozenset({"Malta", "Finland"})))
    first, second, third = listed(view)
    view.step(1)
    with qtbot.waitSignal(changed_list(view).dropped), qtbot.assertNotEmitted(view.chosen):
        session.hand.correct_claim(second, None)
    assert view.current == second
    view.step(1)
    assert view.current == third
    view.step(-1)
    assert view.current == first


@pytest.mark.parametrize(
    ("wanted", "changes", "could"),
    [
        (TO_REVIEW, Changes(arrived=True), True),
        (TO_REVIEW, Changes(decided=True), True),
        (TO_REVIEW, Changes(politicians=frozenset({PoliticianId(1)})), False),
        (TO_REVIEW, Changes(submissions=frozenset({SubmissionId(1)})), True),
        (only(order=Order.ARRIVAL), Changes(submissions=frozenset({SubmissionId(1)})), False),
        (only(order=Order.POLITICIAN), Changes(politicians=frozenset({PoliticianId(1)})), True),
        (only(text="x", order=Order.ARRIVAL), Changes(submissions=frozenset({SubmissionId(1)})), True),
    ],
)
def test_the_list_is_only_read_again_when_it_could_have_changed(
    wanted: SubmissionFilter, changes: Changes, could: bool
) -> None:
    assert could_change(wanted, changes) is could


def test_what_narrows_a_list() -> None:
    assert not is_narrowed(only(order=Order.MARGIN, backwards=True, text="  "))
    assert is_narrowed(only(text="x"))
    assert cleared(FULL) == SubmissionFilter(
        verdicts=frozenset({Verdict.UNDECIDED}), order=Order.MARGIN, backwards=True
    )


def test_every_value_has_words() -> None:
    names = FacetNames(())
    for facet in Facet:
        words = [names.words(facet, value) for value in names.values(facet, ())]
        assert all(words)
        assert len(set(words)) == len(words)
    assert names.words(Facet.FINDINGS, "one_of_a_later_version") == "One of a later version"
    assert names.words(Facet.POLITICIANS, PoliticianId(9)) == "Somebody who was removed"
    assert "no_face" in FINDING_WORDS


def test_letters_that_are_pressed_in_the_panel_are_no_commands(view: QueueView, qtbot: QtBot) -> None:
    pressed: list[object] = []
    action = QAction(view.window())
    action.setShortcut("A")
    action.triggered.connect(lambda _on: pressed.append(1))
    view.window().addAction(action)
    panel = panel_of(view, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is facets_of(panel))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert pressed == []
    panel.close_frame(go_back=True)
    view.window().setFocus()
    qtbot.keyClick(view.window(), Qt.Key.Key_A)
    assert len(pressed) == 1


def test_a_list_is_said_in_a_few_words(view: QueueView, filled: Filled) -> None:
    view.set_filter(
        only(outcomes=frozenset({Outcome.APPROVE}), politicians=frozenset({filled.nerys}), text="too ")
    )
    assert view.words == "To review · Clear · Nerys Valdoon · “too”"


def test_tab_goes_round_in_the_panel_through_everything_that_can_be_pressed(
    view: QueueView, qtbot: QtBot
) -> None:
    panel = panel_of(view, qtbot)
    begun = QApplication.focusWidget()
    been = []
    for _ in range(12):
        been.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert panel.isAncestorOf(QApplication.focusWidget())
        if QApplication.focusWidget() is begun:
            break
    assert QApplication.focusWidget() is begun
    assert {facets_of(panel), values_of(panel), panel._name, panel._close} <= set(been)
    qtbot.keyClick(begun, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is been[-1]


def test_ticks_are_told_to_screen_readers(view: QueueView, qtbot: QtBot) -> None:
    panel = panel_of(view, qtbot)
    facets_of(panel).choose(Facet.COUNTRIES)
    countries = values_of(panel)
    view.set_filter(only(countries=frozenset({"Malta"})))
    lines = QAccessible.queryAccessibleInterface(countries)
    told = [lines.child(place) for place in range(lines.childCount())]
    assert [(one.text(QAccessible.Text.Name), one.state().checked) for one in told] == [
        ("Finland, 1", 0),
        ("Malta, 2", 1),
    ]
    assert all(one.state().checkable for one in told)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_name_of_the_list_can_be_read_in_both_schemes(
    view: QueueView, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    apply_theme(qapp, scheme)
    try:
        image = view._desk.head.grab().toImage()
        tones = {image.pixelColor(x, y).lightness() for x in range(4, 90) for y in range(image.height())}
        assert max(tones) - min(tones) > 150
    finally:
        apply_theme(qapp, Scheme.LIGHT)


# ---------------------------------------------------------------- thumbnails


class SlowPictures(QObject):
    """Hands out a thumbnail only once it was told to arrive."""

    ready = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[str, QImage] = {}
        self.asked: list[str] = []

    def thumbnail(self, digest: Digest) -> QImage | None:
        self.asked.append(digest)
        return self.images.get(digest)

    def arrive(self, digest: str) -> None:
        self.images[digest] = QImage(4, 4, QImage.Format.Format_RGB32)
        self.ready.emit(digest)


def test_thumbnails_that_were_scrolled_past_are_not_loaded(qtbot: QtBot) -> None:
    pictures = SlowPictures()
    thumbnails = Thumbnails(pictures)
    digests = [Digest(f"{number:064x}") for number in range(200)]
    assert all(thumbnails.thumbnail(one) is None for one in digests)
    under_way = list(pictures.asked)
    assert under_way == digests[:6]
    with qtbot.waitSignal(thumbnails.arrived):
        pictures.arrive(under_way[0])
    assert thumbnails.thumbnail(under_way[0]) is not None
    # What was looked at last comes first.
    assert pictures.asked[6] == digests[-1]
    seen: set[str] = set()
    while under := [one for one in pictures.asked if one not in pictures.images]:
        pictures.arrive(under[0])
        seen.add(under[0])
    assert len(seen) < 80
    assert digests[50] not in pictures.asked


def test_what_is_expected_comes_after_what_is_looked_at(qtbot: QtBot) -> None:
    pictures = SlowPictures()
    thumbnails = Thumbnails(pictures)
    digests = [Digest(f"{number:064x}") for number in range(9)]
    for one in digests[:7]:
        thumbnails.thumbnail(one)
    thumbnails.expect(digests[7:])
    pictures.arrive(digests[0])
    assert pictures.asked[-1] == digests[6]
    pictures.arrive(digests[1])
    assert pictures.asked[-1] == digests[7]
    thumbnails.give_up()
    pictures.arrive(digests[2])
    assert digests[8] not in pictures.asked


def test_many_that_were_decided_elsewhere_are_not_stepped_onto(
    catalogue: Catalogue, filing: Filing, opening: Callable[[], Session], qtbot: QtBot
) -> None:
    with catalogue.writing():
        ids = [filing.waiting() for _ in range(100)]
    session = opening()
    view = QueueView(session)
    qtbot.addWidget(view)
    view.start()
    session.decide(ids[1:-1], Verdict.SKIPPED)
    view.step(1)
    assert view.current == ids[-1]
    assert listed(view) == (ids[0], ids[-1])
