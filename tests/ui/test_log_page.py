"""The page of the log: rows in words, paging, searching, and what was seen."""

from datetime import UTC, date, datetime

import pytest
from made_up import MadeUp
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.records import (
    Claim,
    Decision,
    DecisionId,
    Digest,
    Origin,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import RULE_SET, Thresholds
from curator.ui.log.model import Column, LogModel
from curator.ui.log.page import LogPage
from curator.ui.log.wording import (
    Seen,
    advice_line,
    face_lines,
    finding_lines,
    threshold_lines,
    version_lines,
    what,
)
from curator.ui.moments import day_and_time
from curator.ui.session import Session
from curator.ui.theme import Tone


def page_of(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> tuple[LogPage, Session]:
    session = made.open()
    sessions.append(session)
    page = LogPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page, session


def texts(page: LogPage, column: Column) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def decision(
    action: str = "decide",
    *,
    verdict: Verdict = Verdict.APPROVED,
    reason: Reason | None = None,
    undoes: int | None = None,
    origin: Origin = Origin.CURATOR,
    seen: dict[str, object] | None = None,
    change: dict[str, object] | None = None,
) -> Decision:
    return Decision(
        DecisionId(13),
        13,
        action,
        None if undoes is None else DecisionId(undoes),
        SubmissionId(1),
        Digest("ab" * 32),
        "Ada",
        datetime(2026, 3, 4, 5, 6, tzinfo=UTC),
        verdict,
        reason,
        "",
        origin,
        seen or {},
        change or {},
    )


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (decision(), "approved"),
        (decision(verdict=Verdict.REJECTED, reason=Reason.NO_FACE), "rejected: no face"),
        (decision(verdict=Verdict.SKIPPED, reason=Reason.ASK), "set aside for a colleague"),
        (decision(verdict=Verdict.UNDECIDED), "opened again"),
        (
            decision(verdict=Verdict.REJECTED, reason=Reason.DUPLICATE, origin=Origin.BULK),
            "rejected: duplicate, with others at once",
        ),
        (decision("undo", verdict=Verdict.UNDECIDED, undoes=12), "undo of #12"),
        (decision("redo", undoes=12), "undo #12 taken back: approved"),
        (
            decision(
                "claim",
                change={
                    "before": {"given_name": "Odalys", "surname": "Quent"},
                    "after": {"given_name": "", "surname": ""},
                },
            ),
            "claim corrected from Odalys Quent to nobody",
        ),
    ],
)
def test_rows_are_said_in_words(row: Decision, words: str) -> None:
    assert what(row) == words


def test_moments_are_told_in_local_time_and_with_the_year_when_it_is_another() -> None:
    local = datetime(2026, 3, 4, 5, 6).astimezone()
    assert day_and_time(local.astimezone(UTC), today=date(2026, 12, 1)) == "4 Mar, 05:06"
    assert day_and_time(local.astimezone(UTC), today=date(2027, 1, 1)) == "4 Mar 2026, 05:06"


def test_what_was_seen_is_said_with_the_numbers_of_its_day() -> None:
    seen: dict[str, object] = {
        "advice": {"outcome": "reject", "reason": "not_claimed"},
        "findings": [
            {"code": "one_face", "outcome": "approve", "size": 80},
            {"code": "of_the_future", "outcome": "shrug", "n": 3},
        ],
        "face_count": 14,
        "faces": [
            {
                "origin": "drawn",
                "nearest": [
                    {"politician": "Odalys Quent", "distance": 0.7134, "rank": 1},
                    {"politician": "", "distance": 0.8, "rank": 2},
                ],
            }
        ],
        "thresholds": {"duplicate_bits": 80, "strong": 0.4, "new_one": 0.25},
        "rule_set": "2026.1",
        "program": "0.1.0",
    }
    assert advice_line(seen) == Seen("Advice: reject", "not the politician", Tone.BAD)
    assert finding_lines(seen) == (
        Seen("One face", "80 px", Tone.OK),
        Seen("Of the future", "n 3", Tone.NEUTRAL),
    )
    assert face_lines(seen) == (
        Seen("Face 1 (drawn by hand)", "Odalys Quent 0.71, someone removed 0.80"),
        Seen("13 more faces"),
    )
    assert threshold_lines(seen) == (
        Seen("Strong up to", "0.40"),
        Seen("Same picture up to", "80 of 256 points"),
        Seen("New one", "0.25"),
    )
    assert version_lines(decision(seen=seen))[:2] == (
        Seen("Rule set", "2026.1"),
        Seen("Curator", "version 0.1.0"),
    )


def test_rows_without_numbers_are_said_as_well() -> None:
    assert advice_line({}) == Seen("No advice yet", tone=Tone.NEUTRAL)
    assert finding_lines({"findings": "nonsense"}) == ()
    assert face_lines({"faces": None}) == ()
    assert threshold_lines({}) == ()


# ---------------------------------------------------------------- the table


def test_the_log_is_a_sound_model(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    made.decide(made.submission(claimed=made.politician()))
    session = made.open()
    sessions.append(session)
    model = LogModel(session)
    qtmodeltester.check(model)
    model.start()
    qtmodeltester.check(model)
    assert model.rowCount() == 1
    assert model.headerData(Column.WHAT, Qt.Orientation.Horizontal) == "What"


def test_the_newest_row_stands_first(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    first = made.submission("beach.jpg", claimed=who)
    second = made.submission("lake.jpg", claim=Claim("Nerys", "Valdoon"))
    made.decide(first)
    made.decide(second, verdict=Verdict.REJECTED, reason=Reason.NO_FACE, curator="Bram")
    decisions.undo(made.catalogue, curator="Ada")
    page, _ = page_of(made, sessions, qtbot)
    assert texts(page, Column.NUMBER) == ["3", "2", "1"]
    assert texts(page, Column.WHAT) == ["undo of #2", "rejected: no face", "approved as a face swap"]
    assert texts(page, Column.CURATOR) == ["Ada", "Bram", "Ada"]
    assert texts(page, Column.PICTURE) == ["lake.jpg", "lake.jpg", "beach.jpg"]
    assert texts(page, Column.CLAIM) == ["Nerys Valdoon", "Nerys Valdoon", "Odalys Quent"]
    assert page._state.text() == "3 rows"


def test_a_log_with_nothing_in_it_says_so(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    page, _ = page_of(made, sessions, qtbot)
    assert page._empty.isVisible()
    assert page.seen.decision is None


def fill(catalogue: Catalogue, submission_id: SubmissionId, *, count: int) -> None:
    """Decides the same submission many times, in one transaction."""
    with catalogue.writing():
        for number in range(count):
            decisions.decide(
                catalogue,
                [submission_id],
                verdict=Verdict.SKIPPED,
                curator="Bram" if number == 0 else "Ada",
                thresholds=Thresholds(),
            )


@pytest.fixture
def long_log(made: MadeUp) -> MadeUp:
    """450 rows, of which only the oldest is Bram's."""
    fill(made.catalogue, made.submission(claimed=made.politician()), count=450)
    return made


def test_older_rows_come_when_they_are_scrolled_to(
    long_log: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    page, _ = page_of(long_log, sessions, qtbot)
    assert page.model.rowCount() == 200
    for rows in (400, 450):
        with qtbot.waitSignal(page.model.scanned):
            page.table.scrollToBottom()
        assert page.model.rowCount() == rows
    assert page.model.complete
    assert page._state.text() == "450 rows"


def searched(page: LogPage, qtbot: QtBot, text: str) -> None:
    """Types into the search field and waits until the log was looked through."""
    with qtbot.waitSignal(
        page.model.scanned,
        check_params_cb=lambda: page.model.complete and not page.model.searching,
    ):
        page.search.setText(text)


def test_a_search_goes_through_the_whole_log(long_log: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    page, _ = page_of(long_log, sessions, qtbot)
    searched(page, qtbot, "bram skipped quent")
    assert texts(page, Column.NUMBER) == ["1"]
    assert page._state.text() == "1 row found"
    searched(page, qtbot, "nobody at all")
    assert page._empty.isVisible()


def test_what_is_decided_comes_to_the_top(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    first, second = made.submission("a.jpg"), made.submission("b.jpg")
    made.decide(first, verdict=Verdict.SKIPPED)
    page, session = page_of(made, sessions, qtbot)
    page.table.selectRow(0)
    session.decide([second], Verdict.REJECTED, Reason.OTHER)
    assert texts(page, Column.PICTURE) == ["b.jpg", "a.jpg"]
    assert page.seen.decision is not None
    assert page.seen.decision.submission_id == first, "the selected row stays selected"
    page.hide()
    session.undo()
    assert page.model.rowCount() == 2, "nothing is read while nobody looks"
    page.show()
    assert texts(page, Column.WHAT)[0] == "undo of #2"


def test_the_selected_row_says_what_was_seen(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.decide(made.submission(claimed=made.politician()), note="A face swap.")
    page, _ = page_of(made, sessions, qtbot)
    page.table.selectRow(0)
    shown = page.seen.decision
    assert shown is not None
    assert shown.seen["rule_set"] == RULE_SET
    said = [label.text() for label in page.seen.widget().findChildren(type(page._state))]
    assert "“A face swap.”" in said
    assert "Advice: look closer" in said
    assert "Claim is nearest, but not near" in said
    assert "0.58, match up to 0.55" in said
    assert RULE_SET in said


def test_a_row_leads_to_its_picture(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    submission = made.submission(claimed=made.politician())
    made.decide(submission)
    page, _ = page_of(made, sessions, qtbot)
    place = page.table.visualRect(page.model.index(0, Column.PICTURE)).center()
    with qtbot.waitSignal(page.submission_requested) as asked:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [submission]
    with qtbot.waitSignal(page.submission_requested):
        page.table.activated.emit(page.model.index(0, Column.WHAT))
    elsewhere = page.table.visualRect(page.model.index(0, Column.WHAT)).center()
    with qtbot.assertNotEmitted(page.submission_requested):
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)
