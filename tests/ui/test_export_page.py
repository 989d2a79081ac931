"""The export for the site: dry run, what goes along, writing in the background, cancelling, failing."""

import json
from pathlib import Path

import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueError, CuratorError
from curator.engine.export import ExportPlan, LeftOut, interrupted
from curator.engine.records import Reason, SubmissionId, Verdict
from curator.ui.export.lines import Fate, Line, changes_sentence, counts_of, lines_of, step_sentence
from curator.ui.export.model import Column, PlanModel
from curator.ui.export.page import ExportPage
from curator.ui.session import Session


def page_of(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> tuple[ExportPage, Session]:
    """A page that has made its first dry run."""
    session = made.open()
    sessions.append(session)
    page = ExportPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    with qtbot.waitSignal(session.exports.planned):
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
    model = page.site.lines.model
    return [
        (model.index(row, Column.FATE).data(), model.index(row, Column.WHY).data())
        for row in range(model.rowCount())
    ]


def written(page: ExportPage, session: Session, qtbot: QtBot, folder: Path) -> None:
    """Writes the export and waits for the dry run that follows it."""
    page.site.side.set_folder(folder)
    with qtbot.waitSignals([session.exports.finished, session.exports.planned]):
        page.site.side.write.click()


# ---------------------------------------------------------------- words and models


def test_what_falls_out_as_unfit_is_listed_once() -> None:
    gone = LeftOut(SubmissionId(7), "Odalys Quent", "the file could not be read", Verdict.APPROVED)
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


def test_what_was_withdrawn_comes_first_and_what_was_erased_cannot_be_looked_at() -> None:
    erased = LeftOut(SubmissionId(3), "", "erased from the catalogue")
    rejected = LeftOut(SubmissionId(5), "Odalys Quent", "rejected: unsafe", Verdict.REJECTED)
    withdrawn = LeftOut(SubmissionId(9), "Odalys Quent", "withdrawn", Verdict.WITHDRAWN, "MEP", "Denmark")
    plan = ExportPlan((), (), (), (), (erased, rejected, withdrawn), (), {}, (), (), "", "")
    lines = lines_of(plan)
    assert [(one.id, one.fate, one.there) for one in lines] == [
        (9, Fate.WITHDRAWN, True),
        (3, Fate.REMOVED, False),
        (5, Fate.REMOVED, True),
    ]
    assert [one.office for one in lines] == ["MEP, Denmark", "", ""]
    assert changes_sentence(counts_of(lines)) == "1 withdrawn, 2 removed"


@pytest.mark.parametrize(
    ("done", "gallery", "words"),
    [
        (1, True, "Making 1 of 3 pictures"),
        (3, True, "Making 3 of 3 pictures"),
        (4, True, "Writing the gallery: 1 of 3 pictures"),
        (9, True, "Checking 3 of 3 pictures"),
        (12, True, "Checking the gallery: 3 of 3 pictures"),
        (6, False, "Making 6 of 6 pictures"),
        (7, False, "Checking 1 of 6 pictures"),
        (12, False, "Checking 6 of 6 pictures"),
    ],
)
def test_every_part_of_the_work_is_named(done: int, gallery: bool, words: str) -> None:
    assert step_sentence(done, 12, gallery=gallery) == words


# ---------------------------------------------------------------- the dry run


def test_the_first_dry_run_adds_what_is_approved(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    made.submission("undecided.png")
    page, _ = page_of(made, sessions, qtbot)
    assert page.site.side.headline == "2 pictures would be published"
    assert fates(page) == [("added", ""), ("added", "")]
    assert page.site.lines.chips[Fate.ADDED].text() == "Added 2"
    assert not page.site.side.write.isEnabled(), "no folder is chosen yet"


def test_approved_but_not_analysed_is_left_out_with_the_reason(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.decide(made.submission(claimed=made.politician(), analysed=False))
    page, _ = page_of(made, sessions, qtbot)
    assert page.site.side.headline == "Nothing is approved yet"
    assert fates(page) == [("left out", "not analysed yet")]


def test_nothing_approved_is_said(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    page, _ = page_of(made, sessions, qtbot)
    assert page.site.lines.empty.isVisible()
    assert page.site.side.headline == "Nothing is approved yet"


def test_chips_filter_the_lines(made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path) -> None:
    approved(made, tmp_path)
    page, _ = page_of(made, sessions, qtbot)
    page.site.lines.chips[Fate.REMOVED].click()
    assert fates(page) == []
    assert page.site.lines.empty.isVisible()
    page.site.lines.chips[Fate.ADDED].click()
    assert len(fates(page)) == 2


def test_a_decision_brings_a_new_dry_run(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    ids = approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(session.exports.planned):
        session.decide(ids[:1], Verdict.REJECTED, Reason.NO_FACE)
    assert len(fates(page)) == 1


def test_dry_runs_that_are_asked_for_together_are_made_one_after_the_other(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    session = made.open()
    sessions.append(session)
    plans: list[ExportPlan] = []
    session.exports.planned.connect(plans.append)
    with qtbot.waitSignal(session.exports.planned):
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
    assert page.site.side.result.startswith("2 pictures stand in site (")
    assert ": 2 added. Every file was read again and checked." in page.site.side.result
    assert steps[-1] == (8, 8), "pictures, gallery, and the check of both, of two entries"
    assert not session.exports.writing
    assert [fate for fate, _ in fates(page)] == ["unchanged", "unchanged"]
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.site.side.open_folder.click()
    page.site.side.open_gallery.click()
    assert opened == [QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(folder / "gallery/index.html"))]


def estrange(folder: Path, *, without: SubmissionId) -> None:
    """As if another copy of the catalogue had exported there, after one picture was withdrawn in it."""
    manifest = folder / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    del told["pictures"][f"{without}"]
    manifest.write_text(json.dumps({**told, "decisions_head": "0" * 64}), encoding="utf-8")


def test_what_another_copy_exported_is_written_over_by_a_second_yes_only(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    first, _ = approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    side, folder = page.site.side, tmp_path / "site"
    assert side.anyway.isHidden()
    written(page, session, qtbot, folder)
    estrange(folder, without=first)
    with qtbot.waitSignal(session.exports.planned):
        session.exports.plan()
    assert f"even if it was withdrawn: number {first}." in side.notices[0]
    assert not side.anyway.isHidden()
    assert not side.write.isEnabled()
    side.anyway.click()
    assert side.write.isEnabled()
    # Another one came meanwhile: that yes was not to this.
    estrange(folder, without=SubmissionId(first + 1))
    with qtbot.waitSignal(session.exports.planned):
        session.exports.plan()
    assert not side.anyway.isChecked()
    assert not side.write.isEnabled()
    # Nor does anything write without a yes.
    failed: list[CuratorError] = []
    session.exports.write_failed.connect(failed.append)
    with qtbot.waitSignals([session.exports.finished, session.exports.planned]):
        session.exports.write(folder)
    assert "even those that were withdrawn" in f"{failed[0]}"
    # Nor by a yes to what has become another one since, of which no dry run told.
    side.anyway.click()
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**told, "decisions_head": "1" * 64}), encoding="utf-8")
    with qtbot.waitSignals([session.exports.finished, session.exports.planned]):
        side.write.click()
    assert "Look at them first" in f"{failed[1]}"
    assert not side.anyway.isChecked()
    side.anyway.click()
    written(page, session, qtbot, folder)
    assert "2 pictures stand in site" in side.result
    assert side.anyway.isHidden()
    assert side.write.isEnabled()


def test_another_folder_is_compared_with(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    for name in ("one", "two"):
        written(page, session, qtbot, tmp_path / name)
    estrange(tmp_path / "one", without=first)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: f"{tmp_path / 'one'}")
    with qtbot.waitSignal(session.exports.planned):
        page.site.side.choose.click()
    assert [fate for fate, _ in fates(page)] == ["added", "unchanged"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: f"{made.folder / 'media'}")
    with qtbot.waitSignal(session.exports.plan_failed):
        page.site.side.choose.click()
    assert "lies inside the catalogue's folder" in page.site.side.fault
    assert not page.site.side.write.isEnabled()


def test_what_is_withdrawn_is_taken_out_with_the_reason(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    ids = approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "site"
    written(page, session, qtbot, folder)
    with qtbot.waitSignal(session.exports.planned):
        session.decide(ids[:1], Verdict.WITHDRAWN, Reason.REQUESTED)
    assert fates(page)[0] == ("withdrawn", "withdrawn: asked to be taken down")
    offices = [page.site.lines.model.index(row, Column.OFFICE).data() for row in range(2)]
    assert offices[0] == offices[1] != "", "what is taken out names the office as well"
    written(page, session, qtbot, folder)
    assert "1 withdrawn" in page.site.side.result
    assert "removed" not in page.site.side.result
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
    page.site.side.choose.click()
    assert page.site.side.write.isEnabled()
    written(page, session, qtbot, tmp_path / "site")
    again = ExportPage(session)
    qtbot.addWidget(again)
    with qtbot.waitSignal(session.exports.planned):
        again.show()
    assert again.site.side.write.isEnabled(), "the last export's folder is offered"


def test_a_folder_of_somebody_else_is_left_alone(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear", encoding="utf-8")
    page.site.side.set_folder(folder)
    with qtbot.waitSignals([session.exports.failed, session.exports.finished]):
        page.site.side.write.click()
    assert "is not empty, and Curator did not write it." in page.site.side.result
    assert page.site.side.result.endswith("What stood in the folder before still stands.")
    assert page.site.side.open_folder.isHidden()
    assert page.site.side.write.isEnabled()
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_cancelled_export_writes_nothing(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "site"
    page.site.side.set_folder(folder)
    with qtbot.waitSignal(session.exports.finished) as finished:
        page.site.side.write.click()
        assert session.exports.writing
        assert not page.site.side.write.isEnabled()
        page.site.side.course.cancel.click()
    assert finished.args == [None]
    assert page.site.side.result.startswith("Nothing was written.")
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
        page.site.lines.table.activated.emit(page.site.lines.model.index(1, 0))
    assert asked.args == [ids[1]]


def test_a_line_of_what_was_erased_leads_nowhere(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path, count=1)
    page, _ = page_of(made, sessions, qtbot)
    page.site.lines.model.set_lines([Line(SubmissionId(99), Fate.REMOVED, "nobody", "", "erased", False)])
    with qtbot.assertNotEmitted(page.submission_requested):
        page.site.lines.table.activated.emit(page.site.lines.model.index(0, 0))


def test_no_dry_run_is_said_in_its_place(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    page.site.side.set_folder(tmp_path / "site")

    def fail(*_: object, **__: object) -> None:
        raise CatalogueError("The catalogue cannot be read.", advice="Try again.")

    with monkeypatch.context() as broken:
        broken.setattr("curator.ui.session.exporting.export.plan", fail)
        with qtbot.waitSignal(session.exports.plan_failed):
            session.exports.plan()
        assert page.site.side.fault == "The catalogue cannot be read. Try again."
        assert not page.site.side.write.isEnabled()
    with qtbot.waitSignal(session.exports.planned):
        session.exports.plan()
    assert page.site.side.fault == ""
    assert page.site.side.write.isEnabled()


def test_an_export_that_cannot_be_noted_does_not_begin(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    page.site.side.set_folder(tmp_path / "site")

    def fail(*_: object) -> None:
        raise CatalogueError("The catalogue is full.", advice="Make room.")

    monkeypatch.setattr("curator.ui.session.exporting.export.begin", fail)
    with qtbot.waitSignal(session.exports.finished):
        page.site.side.write.click()
    assert page.site.side.result.startswith("The catalogue is full. Make room.")
    assert not session.exports.writing
    assert not (tmp_path / "site").exists()


def test_an_export_is_noted_once(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(made, tmp_path)
    page, session = page_of(made, sessions, qtbot)
    page.site.side.set_folder(tmp_path / "site")
    noted: list[Path] = []

    def begin(catalogue: Catalogue, folder: Path) -> None:
        noted.append(folder)
        interrupted.begin(catalogue, folder)

    monkeypatch.setattr("curator.ui.session.exporting.export.begin", begin)
    with qtbot.waitSignal(session.exports.finished):
        page.site.side.write.click()
    assert noted == [tmp_path / "site"]


def test_an_export_that_ends_while_nobody_looks_is_told(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    approved(made, tmp_path)
    page, _ = page_of(made, sessions, qtbot)
    page.site.side.set_folder(tmp_path / "site")
    with qtbot.waitSignal(page.told) as told:
        page.site.side.write.click()
        page.hide()
    assert told.args == [page.site.side.result]
    assert "2 added" in page.site.side.result


def test_a_click_on_a_tab_puts_nobody_into_a_field(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    page, _ = page_of(made, sessions, qtbot)
    with qtbot.waitActive(page):
        page.activateWindow()
    assert page.hasFocus()
    place = page.tabs.tabRect(1).center()
    qtbot.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=place)
    assert page.colleagues.isVisible()
    assert page.hasFocus()
    page.tabs.setFocus()
    qtbot.keyClick(page.tabs, Qt.Key.Key_Left)
    assert page.site.isVisible()
    assert page.tabs.hasFocus()
