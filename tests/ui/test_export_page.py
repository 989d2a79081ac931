"""The page of the export: dry run, writing in the background, cancelling, failing."""

import json
from pathlib import Path

import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.export import ExportPlan, LeftOut
from curator.engine.records import Reason, SubmissionId, Verdict
from curator.ui.export.lines import Fate, Line, counts_of, lines_of
from curator.ui.export.model import Column, PlanModel
from curator.ui.export.page import ExportPage
from curator.ui.session import Session

PATIENCE = 20_000
"""Milliseconds after which a test gives up waiting for workers; nothing comes near it."""


def page_of(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> tuple[ExportPage, Session]:
    """A page that has made its first dry run."""
    session = made.open()
    sessions.append(session)
    page = ExportPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    with qtbot.waitSignal(session.exports.planned, timeout=PATIENCE):
        page.show()
    return page, session


def picture(folder: Path, number: int) -> Path:
    path = folder / f"{number}.png"
    Image.new("RGB", (160, 120), (number * 40 % 256, 120, 90)).save(path)
    return path


def approved(made: MadeUp, folder: Path, *, count: int = 2) -> list[SubmissionId]:
    who = made.politician()
    ids = [made.submission(f"{n}.png", claimed=who, original=picture(folder, n)) for n in range(count)]
    made.decide(*ids)
    return ids


def fates(page: ExportPage) -> list[tuple[str, str]]:
    model = page.model
    return [
        (model.index(row, Column.FATE).data(), model.index(row, Column.WHY).data())
        for row in range(model.rowCount())
    ]


def written(page: ExportPage, session: Session, qtbot: QtBot, folder: Path) -> None:
    """Writes the export and waits for the dry run that follows it."""
    page.side.set_folder(folder)
    with qtbot.waitSignals([session.exports.finished, session.exports.planned], timeout=PATIENCE):
        page.side.write.click()


# ---------------------------------------------------------------- words and models


def test_what_falls_out_as_unfit_is_listed_once() -> None:
    gone = LeftOut(SubmissionId(7), "Odalys Quent", "the file could not be read")
    plan = ExportPlan((), (), (), (), (gone,), (gone,), {}, (), (), "", "")
    lines = lines_of(plan)
    assert lines == (Line(SubmissionId(7), Fate.REMOVED, "Odalys Quent", "", "the file could not be read"),)
    assert counts_of(lines)[Fate.LEFT_OUT] == 0


def test_the_dry_run_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = PlanModel()
    model.set_lines(
        [
            Line(SubmissionId(1), Fate.ADDED, "A", "Prime Minister, Italy", ""),
            Line(SubmissionId(2), Fate.REMOVED, "B", "", "withdrawn"),
        ]
    )
    qtmodeltester.check(model)
    model.set_fates(frozenset({Fate.REMOVED}))
    qtmodeltester.check(model)
    assert model.index(0, Column.WHY).data() == "withdrawn"


# ---------------------------------------------------------------- the dry run


def test_the_first_dry_run_adds_what_is_approved(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    made.submission("undecided.png")
    page, _ = page_of(made, sessions, qtbot)
    assert page.side.headline == "2 pictures would be published"
    assert fates(page) == [("added", ""), ("added", "")]
    assert page._chips[Fate.ADDED].text() == "Added 2"
    assert not page.side.write.isEnabled(), "no folder is chosen yet"


def test_approved_but_not_analysed_is_left_out_with_the_reason(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.decide(made.submission(claimed=made.politician(), analysed=False))
    page, _ = page_of(made, sessions, qtbot)
    assert page.side.headline == "Nothing is approved yet"
    assert fates(page) == [("left out", "not analysed yet")]


def test_nothing_approved_is_said(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    page, _ = page_of(made, sessions, qtbot)
    assert page._empty.isVisible()
    assert page.side.headline == "Nothing is approved yet"


def test_chips_filter_the_lines(made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path) -> None:
    approved(made, tmp_path)
    page, _ = page_of(made, sessions, qtbot)
    page._chips[Fate.REMOVED].click()
    assert fates(page) == []
    assert page._empty.isVisible()
    page._chips[Fate.ADDED].click()
    assert len(fates(page)) == 2


def test_a_decision_brings_a_new_dry_run(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    ids = approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(session.exports.planned, timeout=PATIENCE):
        session.decide(ids[:1], Verdict.REJECTED, Reason.NO_FACE)
    assert len(fates(page)) == 1


def test_dry_runs_that_are_asked_for_together_are_made_one_after_the_other(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    session = made.open()
    sessions.append(session)
    plans: list[ExportPlan] = []
    session.exports.planned.connect(plans.append)
    with qtbot.waitSignal(session.exports.planned, timeout=PATIENCE):
        session.exports.plan()
        session.exports.plan()
        session.exports.plan()
    assert len(plans) == 1, "the first one was out of date when it came"


# ---------------------------------------------------------------- writing


def test_an_export_is_written_and_noted(
    made: MadeUp,
    sessions: list[Session],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    steps: list[tuple[int, int]] = []
    session.exports.progressed.connect(lambda done, total: steps.append((done, total)))
    folder = tmp_path / "site"
    written(page, session, qtbot, folder)
    assert len(json.loads((folder / "individuals.json").read_text(encoding="utf-8"))) == 2
    assert page.side.result.startswith("2 pictures stand in site (")
    assert ": 2 added. Every file was read again and checked." in page.side.result
    assert steps[-1] == (4, 4)
    assert not session.exports.writing
    assert [fate for fate, _ in fates(page)] == ["unchanged", "unchanged"]
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.side.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(folder))]


def test_what_is_withdrawn_is_removed_with_the_reason(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    ids = approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "site"
    written(page, session, qtbot, folder)
    with qtbot.waitSignal(session.exports.planned, timeout=PATIENCE):
        session.decide(ids[:1], Verdict.WITHDRAWN)
    assert fates(page)[0][0] == "removed"
    assert "withdrawn" in fates(page)[0][1]
    written(page, session, qtbot, folder)
    assert "1 removed" in page.side.result
    assert not (folder / f"data/photos/{ids[0]}_box.jpg").exists()


def test_the_folder_is_chosen_in_a_dialog_and_remembered(
    made: MadeUp,
    sessions: list[Session],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "site"))
    page.side.choose.click()
    assert page.side.write.isEnabled()
    written(page, session, qtbot, tmp_path / "site")
    again = ExportPage(session)
    qtbot.addWidget(again)
    with qtbot.waitSignal(session.exports.planned, timeout=PATIENCE):
        again.show()
    assert again.side.write.isEnabled(), "the last export's folder is offered"


def test_a_folder_of_somebody_else_is_left_alone(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear", encoding="utf-8")
    page.side.set_folder(folder)
    with qtbot.waitSignals([session.exports.failed, session.exports.finished], timeout=PATIENCE):
        page.side.write.click()
    assert page.side.result == "Nothing was written. What stood in the folder before still stands."
    assert page.side.open_folder.isHidden()
    assert page.side.write.isEnabled()
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_cancelled_export_writes_nothing(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "site"
    page.side.set_folder(folder)
    with qtbot.waitSignal(session.exports.finished, timeout=PATIENCE) as finished:
        page.side.write.click()
        assert session.exports.writing
        assert not page.side.write.isEnabled()
        page.side.cancel.click()
    assert finished.args == [None]
    assert page.side.result.startswith("Nothing was written.")
    assert not folder.exists()


def test_closing_while_an_export_runs_leaves_nothing_behind(
    made: MadeUp, qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path, count=6)
    session = made.open()
    folder = tmp_path / "site"
    session.exports.write(folder)
    session.close()
    assert not folder.exists()


def test_activating_a_line_asks_for_its_picture(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    ids = approved(made, tmp_path)
    page, _ = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(page.submission_requested) as asked:
        page.table.activated.emit(page.model.index(1, 0))
    assert asked.args == [ids[1]]
