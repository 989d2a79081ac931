"""Tables and contact sheets beside the window: told when done, one at a time, stopped on request."""

import threading
from datetime import date
from pathlib import Path

import pytest
from made_up import MadeUp
from pytestqt.qtbot import QtBot

from curator.engine import reports
from curator.engine.catalogue import SubmissionFilter
from curator.engine.errors import CuratorError, ExportError
from curator.engine.records import Reason, Verdict
from curator.engine.reports import Form, Format, LogWritten, Written
from curator.ui.contact_sheet import SheetForm, SheetWritten
from curator.ui.session import Session, reporting

PATIENCE = 60
"""Seconds after which a test gives up waiting for a thread; nothing comes near it."""

DAY = date(2026, 3, 4)


class Heard:
    """What the reporter told, in the order of the telling."""

    def __init__(self, session: Session) -> None:
        self.steps: list[tuple[int, int]] = []
        self.failed: list[CuratorError] = []
        self.finished: list[object] = []
        session.reports.progressed.connect(lambda done, total: self.steps.append((done, total)))
        session.reports.failed.connect(self.failed.append)
        session.reports.finished.connect(self.finished.append)


@pytest.fixture
def session(made: MadeUp, sessions: list[Session]) -> Session:
    """Three submissions: approved, rejected as unsafe, undecided."""
    who = made.politician()
    approved, unsafe, _ = (made.submission(f"{n}.png", claimed=who) for n in range(3))
    made.decide(approved, note="a note")
    made.decide(unsafe, verdict=Verdict.REJECTED, reason=Reason.UNSAFE)
    opened = made.open()
    sessions.append(opened)
    return opened


def test_each_file_is_told_when_it_stands(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    heard = Heard(session)
    reports = session.reports
    for begin in (
        lambda: reports.write_submissions(Form(path=tmp_path / "s.csv")),
        lambda: reports.write_submissions(
            Form(path=tmp_path / "a.csv"), wanted=SubmissionFilter(verdicts=frozenset({Verdict.APPROVED}))
        ),
        lambda: reports.write_decisions(Form(path=tmp_path / "d.jsonl", format=Format.JSON_LINES)),
        lambda: reports.write_answers(Form(path=tmp_path / "a.txt", format=Format.TEXT), language="it"),
        lambda: reports.write_contact_sheet(SheetForm(path=tmp_path / "c.pdf", title="Approved", day=DAY)),
        lambda: reports.write_contact_sheet(
            SheetForm(path=tmp_path / "all.pdf", title="All", day=DAY), wanted=SubmissionFilter()
        ),
    ):
        with qtbot.waitSignal(reports.finished):
            assert begin()
            assert reports.writing
        assert not reports.writing
    table, some, log, answers, sheet, all_of_them = heard.finished
    assert isinstance(table, Written)
    assert isinstance(some, Written)
    assert isinstance(log, LogWritten)
    assert isinstance(answers, Written)
    assert isinstance(sheet, SheetWritten)
    assert isinstance(all_of_them, SheetWritten)
    assert (table.rows, some.rows, log.file.rows, answers.rows) == (3, 1, 2, 2)
    assert (sheet.pictures, sheet.unsafe) == (1, 0)
    assert (all_of_them.pictures, all_of_them.unsafe) == (2, 1)
    assert heard.failed == []
    assert (3, 3) in heard.steps
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF-")


def test_headings_are_in_the_language_of_the_window(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "tr", lambda words: words.upper())
    with qtbot.waitSignal(session.reports.finished):
        session.reports.write_submissions(Form(path=tmp_path / "s.csv"))
    assert (tmp_path / "s.csv").read_text(encoding="utf-8-sig").startswith('"NUMBER","KIND"')


def test_a_failure_is_told_once_and_then_that_nothing_was_written(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = Heard(session)
    (tmp_path / "s.csv").write_text("mine")
    with qtbot.waitSignal(session.reports.finished):
        session.reports.write_submissions(Form(path=tmp_path / "s.csv"))
    assert heard.finished == [None]
    (error,) = heard.failed
    assert isinstance(error, ExportError)
    assert "already" in error.sentence
    assert error.advice != ""
    assert error.__traceback__ is None
    assert error.__cause__ is None
    assert (tmp_path / "s.csv").read_text() == "mine"


def test_one_file_at_a_time_and_cancelling_writes_nothing(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(session)
    begun, go_on = threading.Event(), threading.Event()
    gather = reports.gather_sheet

    def slowly(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(PATIENCE)
        return gather(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reports, "gather_sheet", slowly)
    form = SheetForm(path=tmp_path / "c.pdf", title="Approved", day=DAY)
    assert session.reports.write_contact_sheet(form)
    assert begun.wait(PATIENCE)
    assert not session.reports.write_decisions(Form(path=tmp_path / "d.csv"))
    session.reports.cancel()
    with qtbot.waitSignal(session.reports.finished):
        go_on.set()
    assert heard.finished == [None]
    assert heard.failed == []
    assert [path.name for path in tmp_path.iterdir() if path.name != "catalogue"] == []


def test_closing_while_a_file_is_written_tells_nothing_more(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(session)
    begun = threading.Event()
    gather = reports.gather_sheet

    def noted(*arguments: object) -> object:
        begun.set()
        return gather(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reports, "gather_sheet", noted)
    form = SheetForm(path=tmp_path / "c.pdf", title="Approved", day=DAY)
    assert session.reports.write_contact_sheet(form)
    assert begun.wait(PATIENCE)
    session.reports.close()
    assert not session.reports.write_decisions(Form(path=tmp_path / "d.csv"))
    qtbot.wait_until(lambda: not session.reports.writing)
    assert heard.finished == []


def test_what_is_decided_meanwhile_does_not_wait(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    """The table reads beside the window, so a decision is on the disk at once."""
    with qtbot.waitSignal(session.reports.finished):
        session.reports.write_submissions(Form(path=tmp_path / "s.csv"))
        undecided = session.ids(SubmissionFilter(verdicts=frozenset({Verdict.UNDECIDED})))
        assert session.decide(undecided, Verdict.REJECTED, Reason.NO_FACE)
