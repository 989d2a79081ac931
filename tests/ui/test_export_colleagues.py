"""Files for colleagues: what is chosen, where they lie, how it goes, and that nobody is named unasked."""

import csv
import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from made_up import MadeUp
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from curator.engine import reports
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.records import DecisionId, Kind, Reason, Verdict
from curator.engine.reports import Form, LogWritten, Written
from curator.ui.contact_sheet import Paper, SheetWritten
from curator.ui.export.colleagues import ColleaguesPane
from curator.ui.export.page import ExportPage
from curator.ui.export.parts import FileSection
from curator.ui.export.saved import saved_sentences
from curator.ui.export.sheet_section import Listed
from curator.ui.session import Session
from curator.ui.theme import Tone

PATIENCE = 60
"""Seconds after which a test gives up waiting for a thread; nothing comes near it."""
LISTED = Listed(SubmissionFilter(kinds=frozenset({Kind.DEEPFAKE})), "deepfakes")


@pytest.fixture
def session(made: MadeUp, sessions: list[Session]) -> Session:
    """Over one approved, one rejected and one undecided."""
    who = made.politician()
    first, second, _ = (made.submission(f"{name}.png", claimed=who) for name in ("one", "two", "three"))
    made.decide(first, note="seen twice")
    made.decide(second, verdict=Verdict.REJECTED, reason=Reason.NO_FACE)
    opened = made.open()
    sessions.append(opened)
    return opened


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ColleaguesPane:
    shown = ColleaguesPane(session, listed=lambda: LISTED)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def save(
    pane: ColleaguesPane,
    section: FileSection,
    path: Path,
    *,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Saves as that; gives back what the dialog would have called the file."""
    offered: list[str] = []

    def choose(_parent: object, _title: str, usual: str, _kinds: str) -> tuple[str, str]:
        offered.append(usual)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(pane._session.reports.finished):
        section.save.click()
    return Path(offered[0]).name


def cells(path: Path, *, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


# ---------------------------------------------------------------- tables


def test_a_table_of_submissions_names_nobody_unasked(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.csv"
    offered = save(pane, pane.submissions, path, qtbot=qtbot, monkeypatch=monkeypatch)
    assert offered == "submissions.csv"
    headings, *rows = cells(path)
    assert len(rows) == 3
    assert not [one for one in headings if "internal" in one]
    assert "one.png" not in path.read_text(encoding="utf-8")
    assert pane.course.words.startswith(f"3 rows stand in {tmp_path.name}/all.csv (")


def test_people_are_named_where_it_is_ticked_and_that_is_said(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pane.submissions.warning.words == ""
    pane.submissions.personal["file_names"].click()
    assert pane.submissions.warning.words.startswith("This file will name people")
    pane.submissions.verdicts[Verdict.REJECTED].click()
    pane.submissions.way.choose("semicolon")
    save(pane, pane.submissions, tmp_path / "some.csv", qtbot=qtbot, monkeypatch=monkeypatch)
    headings, row = cells(tmp_path / "some.csv", delimiter=";")
    assert "internal" in headings[-1]
    assert row[-1] == "two.png"


def test_numbers_stand_on_the_verdicts_and_follow_decisions(pane: ColleaguesPane, session: Session) -> None:
    chips = pane.submissions.verdicts
    assert [chips[one].text() for one in (Verdict.APPROVED, Verdict.UNDECIDED)] == [
        "Approved 1",
        "Undecided 1",
    ]
    session.decide(session.ids(SubmissionFilter()), Verdict.APPROVED)
    assert chips[Verdict.APPROVED].text() == "Approved 3"
    assert set(pane.answers.verdicts) == {Verdict.APPROVED, Verdict.REJECTED, Verdict.WITHDRAWN}


def test_the_log_is_saved_as_lines(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.log.way.choose("lines")
    pane.log.personal["notes"].click()
    path = tmp_path / "log.jsonl"
    assert save(pane, pane.log, path, qtbot=qtbot, monkeypatch=monkeypatch) == "decisions.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [row["verdict"] for row in rows] == ["approved", "rejected"]
    assert rows[0]["internal"] == {"note": "seen twice"}
    assert pane.course.words.startswith("2 rows stand in ")


def test_answers_are_written_in_the_language_that_was_chosen(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.answers.language.choose("de")
    path = tmp_path / "answers.txt"
    assert save(pane, pane.answers, path, qtbot=qtbot, monkeypatch=monkeypatch) == "answers-de.txt"
    assert "Guten Tag" in path.read_text(encoding="utf-8")
    assert pane.course.words.startswith("2 answers stand in ")


@pytest.mark.parametrize(("way", "ending"), [("tab", ".csv"), ("lines", ".jsonl"), ("text", ".txt")])
def test_a_file_is_called_by_its_format(pane: ColleaguesPane, way: str, ending: str) -> None:
    pane.answers.way.choose(way)
    assert pane.answers.file_name == f"answers-en{ending}"
    assert pane.answers.kinds.endswith(f"(*{ending})")


# ---------------------------------------------------------------- where it lies


def test_a_name_without_ending_gets_one_and_replaces_nothing(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.csv").write_text("dear", encoding="utf-8")
    save(pane, pane.submissions, tmp_path / "table", qtbot=qtbot, monkeypatch=monkeypatch)
    assert (tmp_path / "table.csv").read_text(encoding="utf-8") == "dear"
    assert "table.csv" in pane.course.words
    assert not (tmp_path / "table").exists()
    save(pane, pane.submissions, tmp_path / "other", qtbot=qtbot, monkeypatch=monkeypatch)
    assert len(cells(tmp_path / "other.csv")) == 4


def test_a_file_that_the_dialog_asked_about_is_replaced(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.csv").write_text("old", encoding="utf-8")
    save(pane, pane.submissions, tmp_path / "table.csv", qtbot=qtbot, monkeypatch=monkeypatch)
    assert len(cells(tmp_path / "table.csv")) == 4


def test_what_fails_is_said_in_its_place(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(pane, pane.log, tmp_path / "nowhere/log.csv", qtbot=qtbot, monkeypatch=monkeypatch)
    assert pane.course.words.startswith("There is no folder ")
    assert pane.open_folder.isHidden()
    assert pane.log.save.isEnabled()


def test_a_dialog_that_is_closed_writes_nothing(
    pane: ColleaguesPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for section in (pane.submissions, pane.log, pane.answers, pane.sheet):
        section.save.click()
    assert not session.reports.writing
    assert not pane.course.isVisible()


def test_what_is_cancelled_is_not_written(
    pane: ColleaguesPane, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    write = reports.write_submissions

    def slowly(catalogue: Catalogue, form: Form, **rest: Any) -> Written | None:
        assert go_on.wait(PATIENCE)
        return write(catalogue, form, **rest)

    monkeypatch.setattr(reports, "write_submissions", slowly)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "t.csv"), ""))
    with qtbot.waitSignal(session.reports.finished):
        pane.submissions.save.click()
        assert [one.save.isEnabled() for one in (pane.submissions, pane.log, pane.answers)] == [False] * 3
        pane.course.cancel.click()
        go_on.set()
    assert pane.course.words == "Nothing was written."
    assert not (tmp_path / "t.csv").exists()


def test_the_folder_can_be_shown(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    save(pane, pane.submissions, tmp_path / "t.csv", qtbot=qtbot, monkeypatch=monkeypatch)
    pane.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_file_that_is_done_while_nobody_looks_is_told(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ExportPage(session)
    qtbot.addWidget(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "t.csv"), ""))
    with qtbot.waitSignal(page.told) as told:
        page.colleagues.submissions.save.click()
    assert told.args == [page.colleagues.course.words]


# ---------------------------------------------------------------- contact sheets


def test_a_contact_sheet_of_the_approved_set(
    pane: ColleaguesPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "meeting.pdf"
    assert save(pane, pane.sheet, path, qtbot=qtbot, monkeypatch=monkeypatch) == "contact sheet.pdf"
    assert path.read_bytes().startswith(b"%PDF-")
    assert pane.course.words.startswith(f"1 picture stands in {tmp_path.name}/meeting.pdf (1 page, ")


def test_a_contact_sheet_of_what_the_review_page_lists(pane: ColleaguesPane, tmp_path: Path) -> None:
    sheet = pane.sheet
    assert sheet.wanted is None
    assert sheet.form(tmp_path / "a.pdf", replace=False).title == "Approved pictures"
    sheet.which.choose("listed")
    assert sheet.which.currentText() == "What the review page lists: deepfakes"
    assert sheet.wanted == LISTED.wanted
    assert sheet.form(tmp_path / "a.pdf", replace=False).title == "Deepfakes"
    sheet.title.setText("  Meeting  of May ")
    sheet.paper.choose(Paper.LETTER.value)
    sheet.boxed.click()
    form = sheet.form(tmp_path / "a.pdf", replace=True)
    assert (form.title, form.paper, form.boxed, form.replace) == (
        "Meeting of May",
        Paper.LETTER,
        False,
        True,
    )


# ---------------------------------------------------------------- words


def test_a_broken_chain_and_unsafe_pictures_are_told() -> None:
    written = Written(Path("out/log.csv"), 1, 2_000)
    sentences, tone = saved_sentences(LogWritten(written, "head", DecisionId(4)), answers=False)
    assert sentences == (
        "1 row stands in out/log.csv (2 kB).",
        "The log does not fit its chain, first at row 4. Check the catalogue in the settings.",
    )
    assert tone is Tone.BAD
    sheet = SheetWritten(Path("out/a.pdf"), 30, 3, 2, 1_200_000)
    sentences, tone = saved_sentences(sheet, answers=False)
    assert sentences == (
        "30 pictures stand in out/a.pdf (3 pages, 1.2 MB).",
        "2 pictures are not in it because they were called unsafe.",
    )
    assert tone is Tone.OK
