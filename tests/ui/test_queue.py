"""The queue: what is listed in which order, and what comes on the desk after a decision."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from filing import Filing, encoding, face
from opening import close_session, open_session, write_preview
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.lists import Order
from curator.engine.records import Arrival, Digest, Kind, Reason, SubmissionId, Verdict
from curator.ui.queue.model import QueueModel, QueueRole
from curator.ui.queue.nothing import NothingListed
from curator.ui.queue.view import SCOPES, QueueView
from curator.ui.queue.wording import told
from curator.ui.session import Session
from curator.ui.veil import Veil
from curator.ui.widgets import Chip

TO_REVIEW, SET_ASIDE, APPROVED, REJECTED, _, EVERYTHING = range(len(SCOPES))
UNDECIDED = SubmissionFilter(verdicts=frozenset({Verdict.UNDECIDED}))
RED = (230, 20, 20)


@dataclass(frozen=True)
class Filed:
    """Two of each advice and one that waits, in the order of their coming."""

    clear: SubmissionId
    out: SubmissionId
    waiting: SubmissionId
    closer: SubmissionId
    clear_too: SubmissionId
    closer_too: SubmissionId

    @property
    def in_order(self) -> tuple[SubmissionId, ...]:
        return (self.closer, self.closer_too, self.clear, self.clear_too, self.out, self.waiting)


@pytest.fixture
def filed(filing: Filing) -> Filed:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    return Filed(
        clear=filing.submission(face(1), claimed=who, name="clear.jpg", note="On a forum"),
        out=filing.submission(claimed=who, name="cat.jpg"),
        waiting=filing.waiting(name="later.jpg"),
        closer=filing.submission(face(1), name="nobody_claimed.jpg", note="Found by chance"),
        clear_too=filing.submission(face(1, away=0.05), claimed=who, name="clear_too.jpg"),
        closer_too=filing.submission(face(2), name="stranger.jpg"),
    )


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
def session(filed: Filed, opening: Callable[[], Session]) -> Session:
    return opening()


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> QueueView:
    made = QueueView(session)
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    with qtbot.waitExposed(made):
        made.show()
    made.start()
    return made


def listed(view: QueueView) -> tuple[SubmissionId, ...]:
    model = view.findChild(QTableView).model()
    rows = (model.index(place, 0).data(QueueRole.ROW) for place in range(model.rowCount()))
    return tuple(row.id for row in rows)


def chip(view: QueueView, label: str) -> Chip:
    return next(one for one in view.findChildren(Chip) if one.label == label)


def search(view: QueueView, text: str, *, qtbot: QtBot) -> None:
    model = view.findChild(QTableView).model()
    with qtbot.waitSignal(model.refreshed):
        view.findChild(QLineEdit).setText(text)


def decide(view: QueueView, session: Session, verdict: Verdict, reason: Reason | None = None) -> SubmissionId:
    """Decides about what is current, as the review page does; gives back what that was."""
    decided = view.current
    assert decided is not None
    assert session.decide([decided], verdict, reason, origin=view)
    view.after_decision(decided)
    return decided


# ---------------------------------------------------------------- the model


def test_the_model_keeps_qts_rules(
    session: Session, filed: Filed, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    model = QueueModel(session)
    qtmodeltester.check(model)
    model.set_filter(UNDECIDED)
    model.remove(filed.out)
    model.remove(filed.out)
    assert model.ids == tuple(one for one in filed.in_order if one != filed.out)
    model.set_filter(SubmissionFilter(text="clear"))
    assert model.ids == (filed.clear, filed.clear_too)


def test_what_needs_a_close_look_comes_first_then_what_is_clear_each_oldest_first(
    session: Session, filed: Filed
) -> None:
    model = QueueModel(session)
    model.set_filter(UNDECIDED)
    assert model.ids == filed.in_order
    assert [model.place_of(one) for one in filed.in_order] == list(range(6))
    assert model.id_at(6) is None
    assert model.id_at(-1) is None


def test_a_line_tells_the_claim_the_advice_and_the_file_in_words(session: Session, filed: Filed) -> None:
    model = QueueModel(session)
    model.set_filter(UNDECIDED)
    lines = [str(model.index(place).data()) for place in range(6)]
    assert lines[2].startswith("Nerys Valdoon, clear match · 0.")
    assert lines[2].endswith("Deepfake · clear.jpg")
    assert lines[0].startswith("nobody_claimed.jpg, who is it? · 0.")
    assert lines[4] == "Nerys Valdoon, no face, Deepfake · cat.jpg"
    assert lines[5] == "later.jpg, waiting for analysis, Deepfake · nobody claimed"


def test_changed_lines_are_read_again(session: Session, filed: Filed, qtbot: QtBot) -> None:
    model = QueueModel(session)
    model.set_filter(SubmissionFilter())
    assert model.row_at(2) is not None
    session.changed.connect(lambda changes, _origin: model.forget(changes))
    with qtbot.waitSignal(model.dataChanged):
        session.decide([filed.clear], Verdict.REJECTED, Reason.UNSAFE)
    row = model.row_at(2)
    assert row is not None
    assert (row.verdict, row.reason) == (Verdict.REJECTED, Reason.UNSAFE)
    line = told(row)
    assert (line.words, line.brief) == ("rejected: unsafe", "unsafe"), "the reason is what must not be cut"
    assert told(replace(row, verdict=Verdict.APPROVED, reason=None)).brief == ""


def test_undecided_ones_are_found_beyond_a_page_of_decided_ones(
    catalogue: Catalogue, filing: Filing, opening: Callable[[], Session], qtbot: QtBot
) -> None:
    with catalogue.writing():
        ids = [filing.waiting() for _ in range(200)]
    session = opening()
    session.decide(ids[1:-1], Verdict.SKIPPED)
    model = QueueModel(session)
    model.set_filter(SubmissionFilter())
    assert model.nearest_undecided(0, by=1) == ids[-1]
    assert model.nearest_undecided(199, by=-1) == ids[0]
    assert model.nearest_undecided(-1, by=1) == ids[0]
    assert model.nearest_undecided(199, by=1) is None
    session.decide([ids[0]], Verdict.SKIPPED)
    model.set_filter(SubmissionFilter())
    assert model.nearest_undecided(199, by=-1) is None


# ---------------------------------------------------------------- filters


def test_the_first_of_the_list_is_chosen_at_the_start(view: QueueView, filed: Filed) -> None:
    assert listed(view) == filed.in_order
    assert view.current == filed.closer


def test_filters_can_be_joined_and_show_how_many_they_would_list(
    view: QueueView, filed: Filed, qtbot: QtBot
) -> None:
    counts = {one.label: one.accessibleName() for one in view.findChildren(Chip)}
    assert "2" in counts["Look closer"]
    assert "1" in counts["Out"]
    chip(view, "Look closer").click()
    assert listed(view) == (filed.closer, filed.closer_too)
    chip(view, "Out").click()
    assert listed(view) == (filed.closer, filed.closer_too, filed.out)
    chip(view, "Portraits").click()
    assert listed(view) == ()


def test_the_numbers_are_those_of_the_list_that_is_shown(
    view: QueueView, session: Session, filed: Filed
) -> None:
    session.decide([filed.closer, filed.out], Verdict.REJECTED, Reason.OTHER)

    def numbers() -> dict[str, str]:
        return {one.label: one.text().removeprefix(f"{one.label} ") for one in view.findChildren(Chip)}

    view.set_scope(REJECTED)
    assert numbers() == {"Look closer": "1", "Clear": "0", "Out": "1", "Deepfakes": "2", "Portraits": "0"}
    view.set_scope(TO_REVIEW)
    assert numbers() == {"Look closer": "1", "Clear": "2", "Out": "0", "Deepfakes": "4", "Portraits": "0"}
    view.set_scope(EVERYTHING)
    assert numbers() == {"Look closer": "2", "Clear": "2", "Out": "1", "Deepfakes": "6", "Portraits": "0"}


def test_kinds_are_told_apart(catalogue: Catalogue, opening: Callable[[], Session], qtbot: QtBot) -> None:
    with catalogue.writing():
        for number, kind in enumerate((Kind.DEEPFAKE, Kind.PORTRAIT)):
            arrival = Arrival(Digest(f"{number:064x}"), 1, f"{number}.jpg", "a folder", kind)
            catalogue.submissions.receive(arrival, claimed_id=None)
    session = opening()
    view = QueueView(session)
    qtbot.addWidget(view)
    view.start()
    chip(view, "Portraits").click()
    assert listed(view) == (2,)
    assert view.current == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("clear", ("clear", "clear_too")),
        ("CLEAR forum", ("clear",)),
        ("valdoon", ("clear", "clear_too", "out")),
        ("by chance", ("closer",)),
        ("100%", ()),
        ("  ", ("closer", "closer_too", "clear", "clear_too", "out", "waiting")),
    ],
)
def test_search_looks_into_names_notes_and_files(
    view: QueueView, filed: Filed, qtbot: QtBot, text: str, found: tuple[str, ...]
) -> None:
    search(view, text, qtbot=qtbot)
    assert listed(view) == tuple(getattr(filed, name) for name in found)


def test_what_is_on_the_desk_stays_there_while_it_is_still_listed(
    view: QueueView, filed: Filed, qtbot: QtBot
) -> None:
    view.step(1)
    view.step(1)
    assert view.current == filed.clear
    with qtbot.assertNotEmitted(view.chosen):
        search(view, "clear", qtbot=qtbot)
    assert view.current == filed.clear
    search(view, "cat", qtbot=qtbot)
    assert view.current == filed.out


@pytest.mark.parametrize(
    ("key", "text", "first"), [(Qt.Key.Key_Return, "cat", "out"), (Qt.Key.Key_Escape, "", "closer")]
)
def test_enter_keeps_the_search_and_escape_takes_it_off_at_once(
    view: QueueView, filed: Filed, qtbot: QtBot, key: Qt.Key, text: str, first: str
) -> None:
    field = view.findChild(QLineEdit)
    qtbot.keyClicks(field, "cat")
    with qtbot.waitSignal(view.search_left):
        qtbot.keyClick(field, key)
    assert field.text() == text
    assert listed(view)[0] == getattr(filed, first)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_put_the_first_that_was_found_on_the_desk(
    view: QueueView, filed: Filed, qtbot: QtBot, key: Qt.Key
) -> None:
    view.show_submission(filed.clear_too)
    field = view.findChild(QLineEdit)
    view.focus_search()
    qtbot.keyClicks(field, "clear")
    qtbot.keyClick(field, key)
    assert view.current == filed.clear
    if key == Qt.Key.Key_Down:
        assert view.findChild(QTableView).hasFocus()


def test_a_search_that_is_given_up_goes_back_to_where_it_began(
    view: QueueView, filed: Filed, qtbot: QtBot
) -> None:
    view.show_submission(filed.clear_too)
    view.focus_search()
    field = view.findChild(QLineEdit)
    with qtbot.waitSignal(view.chosen, check_params_cb=lambda chosen: chosen is None):
        qtbot.keyClicks(field, "nobodyhasthis")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert view.current == filed.clear_too


def test_enter_without_words_leaves_the_desk_as_it_is(view: QueueView, filed: Filed, qtbot: QtBot) -> None:
    view.show_submission(filed.clear_too)
    with qtbot.waitSignal(view.search_left):
        qtbot.keyClick(view.findChild(QLineEdit), Qt.Key.Key_Return)
    assert view.current == filed.clear_too


@pytest.mark.parametrize("act", ["row", "chip", "scope"])
def test_doing_something_else_leaves_the_search(view: QueueView, qtbot: QtBot, act: str) -> None:
    lines = view.findChild(QTableView)
    view.focus_search()
    with qtbot.waitSignal(view.search_left):
        match act:
            case "row":
                place = lines.visualRect(lines.model().index(1, 0)).center()
                qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
            case "chip":
                qtbot.mouseClick(chip(view, "Clear"), Qt.MouseButton.LeftButton)
            case _:
                view.findChild(QMenu).actions()[EVERYTHING].trigger()


# ---------------------------------------------------------------- moving


def test_steps_end_at_the_ends(view: QueueView, filed: Filed) -> None:
    view.step(-1)
    assert view.current == filed.closer
    for wanted in filed.in_order[1:]:
        view.step(1)
        assert view.current == wanted
    view.step(1)
    assert view.current == filed.waiting


def test_steps_to_undecided_ones_pass_over_the_others(
    view: QueueView, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    view.set_scope(EVERYTHING)
    session.decide([filed.closer_too, filed.clear], Verdict.SKIPPED)
    view.step_undecided(1)
    assert view.current == filed.clear_too
    view.step_undecided(-1)
    assert view.current == filed.closer
    view.step_undecided(-1)
    assert view.current == filed.closer


def test_neighbours_are_those_that_come_next_and_the_one_before(
    view: QueueView, session: Session, filed: Filed
) -> None:
    view.step(1)
    digests = {one: row.digest for one, row in session.rows(filed.in_order).items()}
    wanted = (filed.clear, filed.clear_too, filed.out, filed.closer)
    assert view.neighbours() == tuple(digests[one] for one in wanted)


# ---------------------------------------------------------------- after a decision


def test_a_decided_one_leaves_the_list_and_the_next_is_chosen(
    view: QueueView, session: Session, filed: Filed
) -> None:
    seen = [decide(view, session, Verdict.SKIPPED) for _ in range(3)]
    assert seen == [filed.closer, filed.closer_too, filed.clear]
    assert listed(view) == (filed.clear_too, filed.out, filed.waiting)
    assert view.current == filed.clear_too


def test_at_the_end_of_the_list_it_goes_back_to_what_was_left(
    view: QueueView, session: Session, filed: Filed
) -> None:
    view.show_submission(filed.waiting)
    decide(view, session, Verdict.SKIPPED)
    assert view.current == filed.out


def test_at_the_end_of_everything_it_goes_back_past_decided_ones(
    view: QueueView, session: Session, filed: Filed
) -> None:
    view.set_scope(EVERYTHING)
    session.decide([filed.out], Verdict.APPROVED)
    view.show_submission(filed.waiting)
    decide(view, session, Verdict.SKIPPED)
    assert view.current == filed.clear_too
    assert len(listed(view)) == 6


def test_when_all_is_decided_the_desk_is_empty_and_the_list_says_so(
    view: QueueView, session: Session, filed: Filed
) -> None:
    for _ in filed.in_order:
        decide(view, session, Verdict.REJECTED, Reason.OTHER)
    assert view.current is None
    assert view.findChild(NothingListed).heading == "All decided"
    assert view.nothing == "Nothing to review."


def test_deciding_anew_under_a_verdict_moves_on_within_it(
    view: QueueView, session: Session, filed: Filed
) -> None:
    session.decide([filed.closer, filed.clear, filed.out], Verdict.APPROVED)
    view.set_scope(APPROVED)
    view.show_submission(filed.clear)
    decide(view, session, Verdict.REJECTED, Reason.OTHER)
    assert listed(view) == (filed.closer, filed.out)
    assert view.current == filed.out


def test_what_left_the_list_while_on_the_desk_is_followed_by_who_came_after_it(
    view: QueueView, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    view.step(1)
    with qtbot.waitSignal(view.findChild(QTableView).model().refreshed):
        session.decide([filed.closer_too], Verdict.SKIPPED)
    assert view.current == filed.closer_too
    assert filed.closer_too not in listed(view)
    decide(view, session, Verdict.APPROVED)
    assert view.current == filed.clear


def test_a_long_list_is_not_asked_line_by_line_when_one_leaves_it(
    catalogue: Catalogue,
    filing: Filing,
    opening: Callable[[], Session],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with catalogue.writing():
        for _ in range(1500):
            filing.waiting()
    session = opening()
    view = QueueView(session)
    qtbot.addWidget(view)
    view.resize(view.width(), 600)
    with qtbot.waitExposed(view):
        view.show()
    view.start()
    asked: list[int] = []
    count = QueueModel.rowCount

    def counted(model: QueueModel, *parent: QModelIndex) -> int:
        asked.append(1)
        return count(model, *parent)

    monkeypatch.setattr(QueueModel, "rowCount", counted)
    decide(view, session, Verdict.SKIPPED)
    view.grab()
    assert len(asked) < 1000
    assert len(listed(view)) == 1499


# ---------------------------------------------------------------- being shown one


def test_one_that_the_filters_hide_is_shown_under_its_verdict_and_put_on_the_desk_once(
    view: QueueView, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    session.decide([filed.clear], Verdict.APPROVED, origin=view)
    view.after_decision(filed.clear)
    chip(view, "Out").click()
    search(view, "cat", qtbot=qtbot)
    chosen: list[object] = []
    view.chosen.connect(chosen.append)
    view.show_submission(filed.clear)
    assert chosen == [filed.clear]
    assert not any(one.isChecked() for one in view.findChildren(Chip))
    assert view.findChild(QLineEdit).text() == ""
    assert listed(view) == (filed.clear,)


def test_entering_the_list_leaves_the_desk_as_it_is(
    view: QueueView, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    with qtbot.waitExposed(view):
        view.show()
    lines = view.findChild(QTableView)
    with qtbot.waitSignal(lines.model().refreshed):
        session.decide([filed.closer], Verdict.SKIPPED)
    with qtbot.assertNotEmitted(view.chosen):
        lines.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current == filed.closer
    with qtbot.waitSignal(view.chosen):
        qtbot.keyClick(lines, Qt.Key.Key_Down)


def test_filters_stay_on_when_they_do_not_hide_what_is_shown(
    view: QueueView, session: Session, filed: Filed
) -> None:
    session.decide([filed.clear], Verdict.APPROVED, origin=view)
    view.after_decision(filed.clear)
    chip(view, "Clear").click()
    view.show_submission(filed.clear)
    assert chip(view, "Clear").isChecked()
    assert listed(view) == (filed.clear,)


def test_everything_is_still_everything_when_one_of_it_is_shown(
    view: QueueView, session: Session, filed: Filed
) -> None:
    view.set_scope(EVERYTHING)
    chip(view, "Out").click()
    view.show_submission(filed.clear)
    assert len(listed(view)) == 6
    assert view.current == filed.clear


def test_one_that_is_listed_is_shown_without_touching_the_filters(view: QueueView, filed: Filed) -> None:
    chip(view, "Clear").click()
    view.show_submission(filed.clear_too)
    assert chip(view, "Clear").isChecked()
    assert view.current == filed.clear_too


# ---------------------------------------------------------------- when nothing is listed


def test_an_empty_catalogue_offers_to_load(opening: Callable[[], Session], qtbot: QtBot) -> None:
    session = opening()
    view = QueueView(session)
    qtbot.addWidget(view)
    view.start()
    nothing = view.findChild(NothingListed)
    assert nothing.heading == "No submissions yet"
    assert view.current is None
    with qtbot.waitSignal(view.load_wanted):
        nothing.load.click()


def test_an_empty_list_says_why(view: QueueView, qtbot: QtBot) -> None:
    nothing = view.findChild(NothingListed)
    view.set_scope(REJECTED)
    assert nothing.heading == "Nothing here"
    assert nothing.load.isHidden()
    view.set_scope(TO_REVIEW)
    search(view, "no such thing", qtbot=qtbot)
    assert nothing.heading == "Nothing fits"
    assert view.nothing == "Nothing fits."


def test_what_is_said_fits_into_the_column(view: QueueView) -> None:
    view.set_scope(SET_ASIDE)
    nothing = view.findChild(NothingListed)
    assert nothing.isVisible()
    assert nothing.minimumSizeHint().width() <= nothing.width()


# ---------------------------------------------------------------- while work goes on


def test_arrivals_are_listed_and_move_neither_desk_nor_view(
    catalogue: Catalogue, filing: Filing, opening: Callable[[], Session], qtbot: QtBot
) -> None:
    who = filing.politician()
    with catalogue.writing():
        for _ in range(40):
            filing.waiting(claimed=who)
    session = opening()
    view = QueueView(session)
    qtbot.addWidget(view)
    view.resize(view.width(), 500)
    with qtbot.waitExposed(view):
        view.show()
    view.start()
    lines = view.findChild(QTableView)
    lines.verticalScrollBar().setValue(1000)
    before = lines.verticalScrollBar().value()
    assert before > 0
    with qtbot.assertNotEmitted(view.chosen), qtbot.waitSignal(lines.model().modelReset):
        assert session.decide([30, 31], Verdict.SKIPPED)
    assert view.current == 1
    assert len(listed(view)) == 38
    assert lines.verticalScrollBar().value() == before
    assert lines.currentIndex().row() == 0


def test_the_current_line_stays_where_it_was_in_view(
    catalogue: Catalogue, filing: Filing, opening: Callable[[], Session], qtbot: QtBot
) -> None:
    with catalogue.writing():
        for _ in range(40):
            filing.waiting()
    session = opening()
    view = QueueView(session)
    qtbot.addWidget(view)
    view.resize(view.width(), 500)
    with qtbot.waitExposed(view):
        view.show()
    view.start()
    view.show_submission(SubmissionId(20))
    lines = view.findChild(QTableView)
    top = lines.visualRect(lines.currentIndex()).top()
    with qtbot.waitSignal(lines.model().modelReset):
        session.decide([SubmissionId(3), SubmissionId(4)], Verdict.SKIPPED)
    assert view.current == 20
    assert lines.visualRect(lines.currentIndex()).top() == top


def test_letters_and_side_arrows_are_left_to_the_desk(view: QueueView) -> None:
    lines = view.findChild(QTableView)
    for key, text in ((Qt.Key.Key_H, "h"), (Qt.Key.Key_Left, ""), (Qt.Key.Key_Question, "?")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(lines, event)
        assert not event.isAccepted(), text


def test_arrow_keys_in_the_list_choose(view: QueueView, filed: Filed, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view.findChild(QTableView), Qt.Key.Key_Down)
    assert chosen.args == [filed.closer_too]


# ---------------------------------------------------------------- thumbnails


def red_pixels(view: QueueView) -> int:
    image = view.findChild(QTableView).grab().toImage()
    reds = 0
    for x in range(0, 80):
        for y in range(0, min(80, image.height())):
            color = QColor(image.pixel(x, y))
            reds += color.red() > 180 and color.green() < 80 and color.blue() < 80
    return reds


def test_veiled_and_unsafe_pictures_have_no_thumbnail(
    view: QueueView, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    view.set_scope(EVERYTHING)
    write_preview(session, filed.closer, color=RED)
    session.pictures.forget_missing()
    digest = session.rows([filed.closer])[filed.closer].digest

    def there(_ready: str = "") -> bool:
        image = session.pictures.thumbnail(digest)
        return image is not None and not image.isNull()

    if not there():
        with qtbot.waitSignal(session.pictures.ready, check_params_cb=there):
            pass
    assert red_pixels(view) > 1000
    view.set_veil(Veil.HIDE)
    assert red_pixels(view) == 0
    view.set_veil(Veil.NONE)
    assert red_pixels(view) > 1000
    session.decide([filed.closer], Verdict.REJECTED, Reason.UNSAFE)
    # What is left is the mark of a rejected line.
    assert red_pixels(view) < 100


def test_what_stands_over_the_list_leaves_it_the_room(view: QueueView) -> None:
    QApplication.processEvents()
    desk = view._desk
    assert view._list.mapTo(view, QPoint(0, 0)).y() <= 152
    assert desk.head.told == f"{len(listed(view))} listed"
    # The filters stand among the chips, which are filters too.
    assert desk.chips.isAncestorOf(desk.filters)


def test_the_order_gives_way_to_the_name_of_the_list_and_can_still_be_read(view: QueueView) -> None:
    scope, order = (view._desk.head._scope, view._desk.order._order)
    view.resize(view.minimumWidth(), view.height())
    view.set_filter(SubmissionFilter(verdicts=view.filter.verdicts, order=Order.MARGIN))
    QApplication.processEvents()
    assert scope.width() >= scope.sizeHint().width()
    assert order.width() < order.sizeHint().width()
    assert "Most doubtful first" in order.toolTip()
    assert order.accessibleDescription() == "Most doubtful first"
