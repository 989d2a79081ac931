"""The grid of faces: what stands where, what is selected, and what happens to all of it at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from filing import MODEL, THRESHOLDS, Filing, encoding, face
from hypothesis import given
from hypothesis import strategies as st
from opening import close_session, open_session, write_preview
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, SubmissionFilter, SubmissionRow
from curator.engine.comparison import Comparison
from curator.engine.media import MediaStore
from curator.engine.records import (
    AnalysisState,
    Digest,
    FaceBox,
    Kind,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.ui.grid.cells import CellSize, selected_ground
from curator.ui.grid.crops import Cut, cut_face
from curator.ui.grid.layout import GridLayout, Measures
from curator.ui.grid.page import FaceGrid
from curator.ui.grid.sections import Band, Section, Sorted
from curator.ui.grid.selection import Selection
from curator.ui.grid.view import FaceView
from curator.ui.session import Session
from curator.ui.theme import DARK, LIGHT, Tokens
from curator.ui.veil import Veil

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALL = SubmissionFilter()
RED = (230, 20, 20)


@dataclass(frozen=True)
class Filed:
    """One of each band, in the order in which they stand."""

    who: PoliticianId
    strong: SubmissionId
    good: SubmissionId
    other: SubmissionId
    faceless: SubmissionId
    unreadable: SubmissionId
    waiting: SubmissionId

    @property
    def in_order(self) -> tuple[SubmissionId, ...]:
        return (self.strong, self.good, self.other, self.faceless, self.unreadable, self.waiting)


@pytest.fixture
def filed(filing: Filing) -> Filed:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    waiting = filing.waiting(claimed=who)
    unreadable = filing.unreadable()
    with filing.catalogue.writing():
        Comparison(filing.catalogue, model=MODEL, thresholds=THRESHOLDS).rerank([unreadable])
    return Filed(
        who,
        waiting=waiting,
        unreadable=unreadable,
        faceless=filing.submission(claimed=who),
        other=filing.submission(face(2), claimed=filing.politician("Ivo Tarn", portraits=[encoding(3)])),
        good=filing.submission(face(1, away=0.49), claimed=who),
        strong=filing.submission(face(1), claimed=who, name="beach.jpg"),
    )


@pytest.fixture
def opening(catalogue: Catalogue) -> Iterator[Callable[[], Session]]:
    """Opens ``catalogue`` once it is filled; closed when the views are gone."""
    opened: list[Session] = []

    def run() -> Session:
        opened.append(open_session(catalogue))
        return opened[-1]

    yield run
    for session in opened:
        close_session(session)


@pytest.fixture
def session(filed: Filed, opening: Callable[[], Session]) -> Session:
    return opening()


def shown(session: Session, qtbot: QtBot, wanted: SubmissionFilter = ALL) -> FaceGrid:
    grid = FaceGrid(session)
    qtbot.addWidget(grid)
    grid.resize(1100, 640)
    with qtbot.waitExposed(grid):
        grid.show()
    grid.show_filter(wanted, "All")
    lists(grid, session.ids(wanted), qtbot)
    grid.attend()
    return grid


def lists(grid: FaceGrid, ids: Sequence[SubmissionId], qtbot: QtBot) -> None:
    """Waits until the grid shows those, in whatever order."""
    qtbot.waitUntil(lambda: set(grid.view.listed.ids) == set(ids))


def click(grid: FaceGrid, qtbot: QtBot, place: int, held: Qt.KeyboardModifier | None = None) -> None:
    at = grid.view.cell_rect(place).center()
    held = Qt.KeyboardModifier.NoModifier if held is None else held
    qtbot.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, held, at)


# ---------------------------------------------------------------- where things stand


def test_nearest_first_and_those_without_a_distance_by_why(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    grid = shown(session, qtbot)
    assert grid.view.listed.ids == filed.in_order
    assert [(one.band, one.first, one.count) for one in grid.view.listed.sections] == [
        (Band.STRONG, 0, 1),
        (Band.GOOD, 1, 1),
        (Band.NO_MATCH, 2, 1),
        (Band.NO_FACE, 3, 1),
        (Band.UNREADABLE, 4, 1),
        (Band.WAITING, 5, 1),
    ]


def test_one_politician_is_chosen_among_those_that_are_claimed(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    grid = shown(session, qtbot)
    assert [(one.name, one.distance) for one in grid.head.offered] == [
        ("All in the filter", "6"),
        ("Nerys Valdoon", "4"),
        ("Ivo Tarn", "1"),
    ]
    grid.head.politician_chosen.emit(filed.who)
    lists(grid, (filed.strong, filed.good, filed.faceless, filed.waiting), qtbot)
    assert grid.head.who.label == "Nerys Valdoon"
    grid.head.politician_chosen.emit(None)
    lists(grid, filed.in_order, qtbot)


counts = st.lists(st.integers(1, 40), max_size=6)


@given(counts=counts, width=st.integers(50, 900), top=st.integers(-50, 3000), height=st.integers(1, 900))
def test_only_what_reaches_into_a_strip_lies_in_it(
    counts: list[int], width: int, top: int, height: int
) -> None:
    sections = [Section(Band.STRONG, sum(counts[:number]), count) for number, count in enumerate(counts)]
    layout = GridLayout(sections, width=width, measures=Measures(60, 80, 8, 30, 16))
    found = layout.places_between(top, top + height)
    strip = QRect(0, top, 10_000, height)
    for place in range(sum(counts)):
        cell = layout.cell(place)
        assert not cell.intersects(strip) or place in found
        assert layout.place_at(cell.center().x(), cell.center().y()) == place
        assert layout.section_at(layout.vertically(place, lines=1)) - layout.section_at(place) in (0, 1)
        assert cell.bottom() < layout.height
    # At most the gaps around the strip are in it besides.
    assert all(layout.cell(place).adjusted(0, -8, 0, 8).intersects(strip) for place in found)


def test_every_cell_is_reached_line_by_line() -> None:
    sections = (Section(Band.STRONG, 0, 5), Section(Band.GOOD, 5, 2), Section(Band.WEAK, 7, 4))
    layout = GridLayout(sections, width=3 * 60 + 2 * 8 + 32, measures=Measures(60, 80, 8, 30, 16))
    assert layout.columns == 3
    down = [2]
    while layout.vertically(down[-1], lines=1) != down[-1]:
        down.append(layout.vertically(down[-1], lines=1))
    assert down == [2, 4, 6, 8, 10]
    assert layout.vertically(10, lines=-99) == 0
    assert layout.vertically(9, lines=-1) == 6


# ---------------------------------------------------------------- selecting


def listed(count: int) -> Sorted:
    ids = tuple(SubmissionId(1000 + place) for place in range(count))
    return Sorted(ids, {one: place for place, one in enumerate(ids)}, (Section(Band.STRONG, 0, count),))


def test_a_range_is_taken_from_its_anchor_and_keeps_what_was_selected_before() -> None:
    selection = Selection()
    selection.list(listed(20))
    selection.toggle(2)
    selection.toggle(8)
    selection.extend(11)
    selection.extend(6)
    assert [one - 1000 for one in selection.ids] == [2, 6, 7, 8]
    selection.only(4)
    assert [one - 1000 for one in selection.ids] == [4]


def test_what_is_not_listed_any_more_is_not_selected() -> None:
    selection = Selection()
    selection.list(listed(20))
    selection.take([SubmissionId(1003), SubmissionId(1015), SubmissionId(5)])
    selection.move(15)
    selection.list(listed(10))
    assert selection.ids == (1003,)
    assert selection.current == 9


def test_the_mouse_selects_one_adds_some_and_takes_a_range(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    grid = shown(session, qtbot)
    click(grid, qtbot, 1)
    click(grid, qtbot, 0, CONTROL)
    assert grid.selected == (filed.strong, filed.good)
    click(grid, qtbot, 1, CONTROL)
    assert grid.selected == (filed.strong,)
    click(grid, qtbot, 0)
    click(grid, qtbot, 2, SHIFT)
    assert grid.selected == (filed.strong, filed.good, filed.other)
    qtbot.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 120))
    assert grid.selected == ()


def test_a_band_is_drawn_around_some(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    view = grid.view.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 5))
    assert grid.view.selecting
    qtbot.mouseMove(view, grid.view.cell_rect(1).center())
    assert grid.selected == (filed.strong, filed.good)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=grid.view.cell_rect(1).center())
    assert not grid.view.selecting
    assert grid.selected == (filed.strong, filed.good)


def test_keys_move_toggle_extend_and_take_all(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    press = lambda key, held=Qt.KeyboardModifier.NoModifier: qtbot.keyClick(grid.view, key, held)  # noqa: E731
    press(Qt.Key.Key_Right)
    assert (grid.view.selection.current, grid.selected) == (1, ())
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down, SHIFT)
    assert grid.selected == (filed.good, filed.other)
    press(Qt.Key.Key_End)
    assert (grid.view.selection.current, len(grid.selected)) == (5, 2)
    assert grid.view.viewport().rect().contains(grid.view.cell_rect(5).center())
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_PageDown)
    assert 0 < grid.view.selection.current < 5
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_A, CONTROL)
    assert grid.selected == (filed.strong,)
    press(Qt.Key.Key_A, CONTROL)
    assert grid.selected == filed.in_order
    press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert grid.selected == ()


def test_enter_and_a_double_click_open_and_escape_closes(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    grid = shown(session, qtbot)
    with qtbot.waitSignal(grid.submission_requested) as opened:
        qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    assert opened.args == [filed.strong]
    with qtbot.waitSignal(grid.submission_requested) as opened:
        at = grid.view.cell_rect(1).center()
        qtbot.mouseDClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [filed.good]
    with qtbot.waitSignal(grid.closed):
        qtbot.keyClick(grid.view, Qt.Key.Key_Escape)


def test_three_sizes(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    qtbot.keyClick(grid.view, Qt.Key.Key_Plus)
    assert grid.view.size_of_faces is CellSize.LARGE
    assert not grid.head.larger.isEnabled()
    for _ in range(3):
        qtbot.keyClick(grid.view, Qt.Key.Key_Minus)
    assert grid.view.size_of_faces is CellSize.SMALL
    assert not grid.head.smaller.isEnabled()


# ---------------------------------------------------------------- deciding


def verdicts(session: Session, *ids: SubmissionId) -> list[Verdict]:
    rows = session.rows(ids)
    return [rows[one].verdict for one in ids]


def test_all_selected_are_decided_in_one_step_that_one_undo_takes_back(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    session.decide([filed.strong], Verdict.APPROVED)
    grid = shown(session, qtbot)
    grid.view.select((filed.strong, filed.good, filed.other))
    assert grid.bar.words == "3 selected: 2 undecided, 1 already approved"
    assert grid.bar.reject_button.label == "Reject 3 …"
    grid.decide(Verdict.REJECTED, Reason.NOT_CLAIMED)
    assert verdicts(session, filed.strong, filed.good, filed.other) == [Verdict.REJECTED] * 3
    step = session.next_undo()
    assert step is not None
    assert step.count == 3
    assert grid.bar.done == "3 rejected: not the politician."
    assert grid.selected == ()
    grid.bar.undo_button.click()
    assert verdicts(session, filed.strong, filed.good, filed.other) == [
        Verdict.APPROVED,
        Verdict.UNDECIDED,
        Verdict.UNDECIDED,
    ]
    qtbot.waitUntil(lambda: grid.selected == (filed.strong, filed.good, filed.other))


def test_the_buttons_of_the_bar_decide(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    for place, button in enumerate((grid.bar.approve_button, grid.bar.skip_button, grid.bar.ask_button)):
        grid.view.select(filed.in_order[place : place + 1])
        button.click()
    assert verdicts(session, *filed.in_order[:3]) == [Verdict.APPROVED, Verdict.SKIPPED, Verdict.SKIPPED]
    assert session.rows([filed.other])[filed.other].reason is Reason.ASK
    assert not grid.bar.approve_button.isEnabled()


def test_more_than_anybody_can_have_looked_through_are_not_decided_at_once(
    session: Session, filed: Filed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.ui.grid.page.MOST_AT_ONCE", 2)
    grid = shown(session, qtbot)
    grid.view.select((filed.strong, filed.good, filed.other))
    with qtbot.waitSignal(grid.told) as told:
        grid.decide(Verdict.REJECTED, Reason.NOT_CLAIMED)
    assert told.args[0].startswith("3 are selected. At most 2 are decided at once")
    assert session.next_undo() is None
    assert len(grid.selected) == 3
    grid.view.select((filed.strong, filed.good))
    grid.decide(Verdict.REJECTED, Reason.NOT_CLAIMED)
    assert verdicts(session, filed.strong, filed.good) == [Verdict.REJECTED] * 2


def test_what_claims_nobody_is_rejected_as_not_in_the_index(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    session.hand.correct_claim(filed.good, None)
    grid = shown(session, qtbot)
    grid.view.select((filed.strong, filed.good))
    assert grid.decide(Verdict.REJECTED, Reason.NOT_CLAIMED)
    rows = session.rows([filed.strong, filed.good])
    assert [rows[one].reason for one in (filed.strong, filed.good)] == [
        Reason.NOT_CLAIMED,
        Reason.NOT_INDEXED,
    ]
    assert grid.bar.done == "1 rejected: not the politician. 1 rejected: not in the index."
    step = session.next_undo()
    assert step is not None
    assert step.count == 2
    grid.view.select((filed.strong, filed.good))
    assert grid.decide(Verdict.REJECTED, Reason.NO_FACE)
    assert grid.bar.done == "2 rejected: no face."


def test_without_a_selection_keys_say_so(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    for act in (lambda: grid.decide(Verdict.APPROVED), grid.reject_as_advised):
        with qtbot.waitSignal(grid.told) as told:
            act()
        assert "Nothing is selected" in told.args[0]
    assert session.next_undo() is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_rejecting_without_a_reason_asks_for_it(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    grid.view.select((filed.good, filed.other))
    grid.reject_as_advised()
    menu = grid.bar.reasons.menu
    assert menu.isVisible()
    next(action for action in menu.actions() if action.data() == Reason.AMBIGUOUS).trigger()
    menu.close()
    assert verdicts(session, filed.good, filed.other) == [Verdict.REJECTED] * 2
    assert session.rows([filed.good])[filed.good].reason is Reason.AMBIGUOUS


def test_one_that_cannot_be_opened_refuses_the_step_and_the_others_can_be_selected(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    grid = shown(session, qtbot)
    grid.view.select(filed.in_order)
    grid.decide(Verdict.APPROVED)
    assert grid.notice.sentence == (
        "Nothing was approved: 1 of the 6 selected cannot be opened, so it cannot be approved."
    )
    assert session.next_undo() is None
    grid.notice.action_clicked.emit()
    assert grid.selected == (filed.strong, filed.good, filed.other, filed.faceless)
    assert not grid.notice.isVisible()


def test_what_nobody_has_seen_is_left_out_of_an_approval(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    grid = shown(session, qtbot)
    grid.view.select((filed.strong, filed.waiting))
    assert grid.bar.words == "2 selected: 2 undecided, 1 not analysed yet"
    grid.decide(Verdict.APPROVED)
    assert verdicts(session, filed.strong, filed.waiting) == [Verdict.APPROVED, Verdict.UNDECIDED]
    assert grid.bar.done == ("1 approved. 1 was left out, because it has not been analysed yet.")
    grid.view.select((filed.waiting,))
    with qtbot.waitSignal(grid.told) as told:
        grid.decide(Verdict.APPROVED)
    assert "not been analysed yet" in told.args[0]
    assert verdicts(session, filed.waiting) == [Verdict.UNDECIDED]


def test_another_step_takes_the_undo_away(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    grid.view.select((filed.strong,))
    grid.decide(Verdict.APPROVED)
    assert grid.bar.done
    session.decide([filed.good], Verdict.SKIPPED)
    assert grid.bar.done == ""


def test_what_was_decided_leaves_a_list_of_undecided_ones(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    undecided = replace(ALL, verdicts=frozenset({Verdict.UNDECIDED}))
    grid = shown(session, qtbot, undecided)
    grid.view.select((filed.strong, filed.good))
    grid.decide(Verdict.APPROVED)
    lists(grid, filed.in_order[2:], qtbot)
    grid.undo()
    lists(grid, filed.in_order, qtbot)
    assert grid.selected == (filed.strong, filed.good)


# ---------------------------------------------------------------- refreshing


def test_what_comes_meanwhile_waits_until_nothing_is_selected(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    undecided = replace(ALL, verdicts=frozenset({Verdict.UNDECIDED}))
    session.decide([filed.strong], Verdict.APPROVED)
    grid = shown(session, qtbot, undecided)
    grid.view.select((filed.good, filed.other))
    session.undo()
    qtbot.waitUntil(lambda: grid.head.news == "1 new, refresh")
    assert filed.strong not in grid.view.listed.places
    grid.head.refresh.click()
    lists(grid, filed.in_order, qtbot)
    assert grid.selected == (filed.good, filed.other)
    assert grid.head.news == ""


def test_a_hidden_grid_reads_again_when_it_is_shown(session: Session, filed: Filed, qtbot: QtBot) -> None:
    undecided = replace(ALL, verdicts=frozenset({Verdict.UNDECIDED}))
    grid = shown(session, qtbot, undecided)
    grid.hide()
    session.decide([filed.strong], Verdict.APPROVED)
    assert filed.strong in grid.view.listed.places
    grid.show()
    lists(grid, filed.in_order[1:], qtbot)


def test_an_empty_grid_says_what_to_do(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    grid.show_filter(SubmissionFilter(text="zzz"), "zzz")
    qtbot.waitUntil(grid.empty.isVisible)
    with qtbot.waitSignal(grid.closed):
        grid.empty.primary_clicked.emit()
    grid.show_filter(ALL, "All")
    qtbot.waitUntil(grid.view.isVisible)


# ---------------------------------------------------------------- a hundred thousand


def row(submission_id: SubmissionId) -> SubmissionRow:
    return SubmissionRow(
        id=submission_id,
        digest=Digest(f"{submission_id:064x}"),
        file_name="a.jpg",
        kind=Kind.DEEPFAKE,
        claimed="Nerys Valdoon",
        source="",
        state=AnalysisState.DONE,
        advice=None,
        distance=0.3,
        verdict=Verdict.UNDECIDED,
        reason=None,
        margin=None,
        face=FaceBox(10, 10, 50, 50),
        width=100,
        height=100,
        received_at=datetime(2026, 1, 1, tzinfo=UTC),
        copies=0,
    )


def test_of_a_hundred_thousand_only_those_in_sight_are_read(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[SubmissionId] = []

    def read(ids: Sequence[SubmissionId]) -> dict[SubmissionId, SubmissionRow]:
        asked.extend(ids)
        return {one: row(one) for one in ids}

    view = FaceView(read, media=MediaStore(tmp_path), thresholds=THRESHOLDS)
    qtbot.addWidget(view)
    view.resize(1100, 640)
    with qtbot.waitExposed(view):
        view.show()
    whole = listed(100_000)
    view.show_sorted(whole, named=False)
    view.viewport().repaint()
    qtbot.waitUntil(lambda: not view.crops.waiting)
    in_sight = len(view.visible_places())
    assert set(whole.ids[:in_sight]) <= set(asked)
    assert len(asked) < 4 * in_sight + 2 * 64
    asked.clear()
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.viewport().repaint()
    qtbot.waitUntil(lambda: not view.crops.waiting)
    assert whole.ids[-1] in asked
    assert min(asked) > whole.ids[-1] - 4 * in_sight - 2 * 64
    assert len(asked) == len(set(asked))
    place = view.visible_places().start
    offset = view.cell_rect(place).top()
    view.show_sorted(listed(100_000), named=False)
    assert view.cell_rect(place).top() == offset
    view.end()


# ---------------------------------------------------------------- what is seen


def reds(grid: FaceGrid, place: int) -> bool:
    """Whether a cell's picture is red in its middle."""
    cell = grid.view.cell_rect(place)
    color = grid.view.viewport().grab().toImage().pixelColor(cell.center().x(), cell.top() + 60)
    return color.red() > color.green() + 80


def test_faces_are_seen_through_the_veil_and_unsafe_ones_never(
    session: Session, filed: Filed, qtbot: QtBot
) -> None:
    write_preview(session, filed.strong, color=RED)
    write_preview(session, filed.good, color=RED)
    grid = shown(session, qtbot)
    qtbot.waitUntil(lambda: reds(grid, 0) and reds(grid, 1))
    grid.set_veil(Veil.HIDE)
    assert not reds(grid, 0)
    grid.look(True)
    assert reds(grid, 0)
    grid.look(False)
    grid.set_veil(Veil.GREY)
    grid.view.viewport().repaint()
    qtbot.waitUntil(lambda: not grid.view.crops.waiting)
    assert not reds(grid, 0)
    grid.set_veil(Veil.NONE)
    grid.view.select((filed.good,))
    grid.decide(Verdict.REJECTED, Reason.UNSAFE)
    assert reds(grid, 0)
    assert not reds(grid, 1)
    grid.look(True)
    assert not reds(grid, 1)


@pytest.mark.parametrize("full", [(400, 300), (4000, 3000)])
def test_a_crop_shows_the_face_at_one_size(tmp_path: Path, full: tuple[int, int]) -> None:
    """A white face on black is as high in the crop whether its picture is large or small."""
    scale = full[0] // 400
    pixels = np.zeros((300, 400, 3), np.uint8)
    pixels[60:160, 100:200] = 255
    preview = tmp_path / "preview.jpg"
    Image.fromarray(pixels).save(preview, quality=95)
    cut = Cut(Digest("0" * 64), FaceBox(*(one * scale for one in (100, 60, 100, 100))), *full, side=160)
    image = cut_face(cut, thumbnail=preview, preview=preview)
    bright = [y for y in range(160) if image.pixelColor(80, y).lightness() > 128]
    assert abs(len(bright) - 100) <= 3
    assert abs(bright[0] - 30) <= 3


def test_a_picture_without_a_preview_gives_nothing(tmp_path: Path) -> None:
    cut = Cut(Digest("0" * 64), FaceBox(1, 1, 9, 9), 100, 100, side=96)
    gone = tmp_path / "none.jpg"
    assert cut_face(cut, thumbnail=gone, preview=gone) == QImage()


def test_a_screen_reader_hears_the_current_face(session: Session, filed: Filed, qtbot: QtBot) -> None:
    grid = shown(session, qtbot)
    heard = QAccessible.queryAccessibleInterface(grid.view)
    assert heard.text(QAccessible.Text.Name) == "Faces"
    words = heard.text(QAccessible.Text.Description)
    for part in ("Nerys Valdoon", "strong", "advice: clear match", "undecided", "beach.jpg"):
        assert part in words
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    assert "good" in heard.text(QAccessible.Text.Description)


@pytest.mark.parametrize(
    ("key", "held", "own"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Down, SHIFT, True),
        (Qt.Key.Key_A, CONTROL, True),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Z, CONTROL, False),
    ],
)
def test_moving_keys_are_the_grids_and_letters_are_the_windows(
    session: Session, filed: Filed, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, own: bool
) -> None:
    grid = shown(session, qtbot)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(grid.view, event)
    assert event.isAccepted() is own


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
def test_words_on_a_selected_cell_can_be_read(tokens: Tokens) -> None:
    ground = selected_ground(tokens)
    for ink in (tokens.text, tokens.ok, tokens.warn, tokens.bad):
        assert contrast(QColor(ink), ground) >= 4.5, ink


def contrast(one: QColor, other: QColor) -> float:
    def luminance(color: QColor) -> float:
        parts = [color.redF(), color.greenF(), color.blueF()]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
