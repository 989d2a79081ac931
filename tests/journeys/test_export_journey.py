"""Approved, exported, withdrawn, exported again: what stands on the site, and what the window says of it."""

import json
from pathlib import Path

import pytest
from person import Person, save_picture
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Reason, SubmissionId, Verdict
from curator.ui.export.model import Column
from curator.ui.export.page import ExportPage

CTRL = Qt.KeyboardModifier.ControlModifier
PICTURES = 3
DIALOG = "PySide6.QtWidgets.QFileDialog"

# Said by the offscreen platform when the question is asked.
pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


@pytest.fixture
def reviewer(person: Person, tmp_path: Path) -> Person:
    """Somebody with a few analysed pictures in a new catalogue."""
    for number in range(PICTURES):
        save_picture(tmp_path / f"sent in/{number}.png", seed=number, grey=60 + 40 * number)
    assert person.open(tmp_path / "catalogue", create=True)
    person.session.load([tmp_path / "sent in"])
    person.wait_until_done(total=PICTURES)
    return person


def approve_all(person: Person) -> list[SubmissionId]:
    for _ in range(PICTURES):
        person.wait_for(person.review.desk.shown, lambda: person.on_desk is not None)
        person.press(Qt.Key.Key_A)
    approved = SubmissionFilter(verdicts=frozenset({Verdict.APPROVED}))
    ids = sorted(person.session.ids(approved))
    assert len(ids) == PICTURES
    return ids


def open_page(person: Person, qtbot: QtBot) -> ExportPage:
    with qtbot.waitSignal(person.session.exports.planned):
        person.press(Qt.Key.Key_E, CTRL)
    page = person.window.findChild(ExportPage)
    assert isinstance(page, ExportPage)
    assert page.isVisible()
    return page


def write(person: Person, page: ExportPage, qtbot: QtBot) -> None:
    """Goes to the button by Tab, presses it, and waits for the dry run that follows."""
    go_to(person, page.site.side.write)
    with qtbot.waitSignals([person.session.exports.finished, person.session.exports.planned]):
        person.press(Qt.Key.Key_Space)


def go_to(person: Person, wanted: QWidget) -> None:
    for _ in range(60):
        if wanted.hasFocus():
            return
        person.press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not come to {wanted.accessibleName()}")


def lines(page: ExportPage) -> list[tuple[str, str, str]]:
    model = page.site.lines.model
    return [
        tuple(model.index(row, column).data() for column in (Column.NUMBER, Column.FATE, Column.WHY))
        for row in range(model.rowCount())
    ]


def published(folder: Path) -> list[int]:
    return [one["Id"] for one in json.loads((folder / "individuals.json").read_text(encoding="utf-8"))]


def test_what_is_withdrawn_leaves_the_site_with_the_next_export(
    reviewer: Person, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = approve_all(reviewer)
    folder = tmp_path / "site"
    page = open_page(reviewer, qtbot)
    monkeypatch.setattr(f"{DIALOG}.getExistingDirectory", lambda *_: str(folder))
    page.site.side.choose.click()
    write(reviewer, page, qtbot)
    assert "3 added" in page.site.side.result
    assert published(folder) == ids
    gone = f"data/photos/{ids[0]}"
    assert (folder / f"{gone}-resized.jpg").is_file()
    assert (folder / f"gallery/en/x/{ids[0]}.html").is_file()
    # Whoever wrote it by the keyboard is where it can be shown.
    reviewer.attend()
    assert page.site.side.open_folder.hasFocus()

    reviewer.press(Qt.Key.Key_1, CTRL)
    reviewer.review.show_submission(ids[0])
    reviewer.wait_for(reviewer.review.desk.shown, lambda: reviewer.on_desk == ids[0])
    reviewer.review.bar.withdraw_button.click()
    picker = reviewer.review.bar.questions.withdrawals
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.list, Qt.Key.Key_T)
    row = reviewer.session.rows([ids[0]])[ids[0]]
    assert (row.verdict, row.reason) == (Verdict.WITHDRAWN, Reason.REQUESTED)
    reviewer.attend()

    assert open_page(reviewer, qtbot) is page
    assert lines(page) == [
        (f"{ids[0]}", "withdrawn", "withdrawn: asked to be taken down"),
        *(
            (f"{one}", "unchanged", "not in the index: the name is exported as it was sent")
            for one in ids[1:]
        ),
    ]
    write(reviewer, page, qtbot)
    assert "1 withdrawn" in page.site.side.result
    assert published(folder) == ids[1:]
    assert not [path for path in folder.rglob("*") if path.name.startswith((f"{ids[0]}-", f"{ids[0]}_"))]
    assert not (folder / f"gallery/en/x/{ids[0]}.html").exists()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["removed"] == [{"Id": ids[0], "reason": "withdrawn: asked to be taken down"}]
    assert reviewer.told in ("", "It is withdrawn: the next export goes without it.")


def test_a_failure_is_told_once_where_it_was_begun_or_in_the_bar(
    reviewer: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    approve_all(reviewer)
    page = open_page(reviewer, qtbot)
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear", encoding="utf-8")
    page.site.side.set_folder(folder)
    exports = reviewer.session.exports
    with qtbot.waitSignals([exports.failed, exports.finished]):
        page.site.side.write.click()
    assert "is not empty" in page.site.side.result
    assert "is not empty" not in reviewer.told

    with qtbot.waitSignals([exports.failed, exports.finished]):
        page.site.side.write.click()
        reviewer.window.show_page(0)
    assert "is not empty" in reviewer.told


def test_a_line_of_the_dry_run_leads_to_the_desk(reviewer: Person, qtbot: QtBot) -> None:
    ids = approve_all(reviewer)
    page = open_page(reviewer, qtbot)
    go_to(reviewer, page.site.lines.table)
    reviewer.press(Qt.Key.Key_Down)
    reviewer.press(Qt.Key.Key_Down)
    reviewer.press(Qt.Key.Key_Return)
    assert reviewer.window.review is not None
    assert reviewer.window.review.isVisible()
    assert reviewer.on_desk in ids
