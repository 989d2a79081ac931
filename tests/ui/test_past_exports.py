"""The list of past exports: empty, filled, with folders that have gone, and shown in their folder."""

import shutil
from pathlib import Path

import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.export.past import State
from curator.ui.export.page import ExportPage
from curator.ui.export.past_model import Column
from curator.ui.session import Session

PAST = 2


@pytest.fixture
def session(made: MadeUp, tmp_path: Path, sessions: list[Session]) -> Session:
    path = tmp_path / "1.png"
    Image.new("RGB", (160, 120), (40, 120, 90)).save(path)
    made.decide(made.submission(path.name, claimed=made.politician(), original=path))
    opened = made.open()
    sessions.append(opened)
    return opened


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ExportPage:
    shown = ExportPage(session)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitSignal(session.exports.planned):
        shown.show()
    return shown


def write(session: Session, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.exports.finished):
        session.exports.write(folder)


def look(page: ExportPage, qtbot: QtBot) -> list[tuple[str, str, str]]:
    """Goes to the list; pictures, folder and standing of each line once folders were looked into."""
    page.tabs.setCurrentIndex(0)
    with qtbot.waitSignal(page.past._past.looked):
        page.tabs.setCurrentIndex(PAST)
    model = page.past.model
    columns = (Column.PICTURES, Column.FOLDER, Column.STATE)
    rows = range(model.rowCount())
    return [
        (words[0], Path(words[1]).name, words[2])
        for words in ([str(model.index(row, one).data()) for one in columns] for row in rows)
    ]


def test_before_the_first_export_the_list_says_what_it_is_for(page: ExportPage, qtbot: QtBot) -> None:
    assert look(page, qtbot) == []
    assert page.past.empty.isVisible()
    assert not page.past.table.isVisible()
    assert not page.past.open_folder.isVisible()


def test_each_export_is_listed_with_what_stands_there_now(
    page: ExportPage, session: Session, tmp_path: Path, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    for name in ("stick", "site", "site"):
        write(session, tmp_path / name, qtbot)
    assert look(page, qtbot) == [
        ("1", "site", "stands there whole"),
        ("1", "site", "replaced by a newer one"),
        ("1", "stick", "stands there whole"),
    ]
    qtmodeltester.check(page.past.model)
    shutil.rmtree(tmp_path / "stick")
    (tmp_path / "site" / "individuals.json").unlink()
    assert [one[2] for one in look(page, qtbot)] == [
        "1 file is missing or changed",
        "replaced by a newer one",
        "the folder is not there",
    ]


def test_a_folder_is_shown_while_it_is_there(
    page: ExportPage, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    for name in ("site", "stick"):
        write(session, tmp_path / name, qtbot)
    shutil.rmtree(tmp_path / "stick")
    look(page, qtbot)
    assert page.past.model.found_at(0) is not None
    assert not page.past.open_folder.isEnabled()
    page.past.table.activated.emit(page.past.model.index(0, 0))
    assert page.past.told.words == f"{tmp_path / 'stick'}: the folder is not there."
    page.past.table.selectRow(1)
    assert page.past.told.words == ""
    page.past.open_folder.click()
    page.past.table.activated.emit(page.past.model.index(1, 0))
    assert [Path(one) for one in opened] == [tmp_path / "site"] * 2


def test_an_export_that_ends_while_the_list_is_shown_is_added(
    page: ExportPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    look(page, qtbot)
    with qtbot.waitSignal(page.past._past.looked):
        write(session, tmp_path / "site", qtbot)
    found = page.past.model.found_at(0)
    assert found is not None
    assert found.state is State.WHOLE
    assert page.past.table.isVisible()
