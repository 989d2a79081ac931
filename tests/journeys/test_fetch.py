"""From the campaign's table on a server to submissions on the desk, through the window alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nocodb_server import TOKEN, Table, attachment, serving
from person import Person, save_picture
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.engine import tokens
from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Kind
from curator.ui.fetch.dialog import FetchDialog
from curator.ui.intake.refused import RefusedDialog

pytestmark = pytest.mark.slow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests has a keyring of their own, which is none of their business."""
    monkeypatch.setattr(tokens, "kept_token", lambda server: None)
    monkeypatch.setattr(tokens, "can_keep", lambda: False)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    files = {
        f"{number}.png": save_picture(tmp_path / f"{number}.png", seed=number).read_bytes()
        for number in range(3)
    }
    files["letter.pdf"] = b"%PDF-1.4 a letter"
    rows: list[dict[str, object]] = [
        {
            "Id": 1,
            "image": [attachment("0.png"), attachment("1.png")],
            "Description": "Found on a forum",
            "isfake": 1,
            "subject": [{"Id": 7, "full Name": "Odalys Quent"}],
        },
        {"Id": 2, "image": [attachment("2.png")], "Description": None, "isfake": 0, "subject": []},
        {"Id": 3, "image": [attachment("letter.pdf", mimetype="application/pdf")], "isfake": 1},
        {"Id": 4, "image": [attachment("gone.png")], "isfake": 1},
    ]
    return Table(rows, files)


@pytest.fixture
def address(table: Table) -> Iterator[str]:
    with serving(table) as address:
        yield address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "catalogue"


def open_dialog(person: Person, qtbot: QtBot) -> FetchDialog:
    person.press(Qt.Key.Key_N, CTRL_SHIFT)
    dialog = next(one for one in person.window.findChildren(FetchDialog) if one.isVisible())
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def press(dialog: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(dialog.windowHandle(), key)


def type_in(dialog: FetchDialog, *words: str) -> None:
    """One field after the other, by Tab."""
    for text in words:
        for letter in text:
            QTest.keyClick(dialog.windowHandle(), letter)
        press(dialog, Qt.Key.Key_Tab)


def test_a_table_is_fetched_and_fetched_again(
    person: Person, folder: Path, table: Table, address: str, tmp_path: Path, qtbot: QtBot
) -> None:
    assert person.open(folder, create=True)
    assert not table.asked, "nothing is asked before a person asks"
    dialog = open_dialog(person, qtbot)
    type_in(dialog, address, "DNTSPY", "photos", "mistyped")
    with qtbot.waitSignal(person.session.fetching.look_failed):
        press(dialog, Qt.Key.Key_Return)
    assert "does not accept the token" in dialog.source.faults[0]

    # The cursor is there, and what was typed is selected.
    type_in(dialog, TOKEN)
    with qtbot.waitSignal(person.session.fetching.looked):
        press(dialog, Qt.Key.Key_Return)
    model = dialog.preview.model
    assert [str(model.index(0, column).data()) for column in range(model.columnCount())] == [
        "1",
        "0.png, 1.png",
        "Deepfake",
        "Odalys Quent (not in the index)",
        "Found on a forum",
        "—",
    ]
    assert not any("download" in asked for asked in table.asked)
    dialog.mark.tick.click()
    with qtbot.waitSignal(person.session.load_ended) as ended:
        press(dialog, Qt.Key.Key_Return)
    person.wait_until_done(total=3)
    assert ended.args[0].summary.loaded == 3
    assert person.told.startswith("3 pictures loaded, 2 refused.")
    assert sorted(table.marked) == ["1", "2"]
    see_the_refused(person)
    see_what_is_there(person)

    dialog = open_dialog(person, qtbot)
    assert dialog.source.typed.url == address
    assert not dialog.mark.tick.isChecked()
    type_in(dialog, TOKEN)
    with qtbot.waitSignal(person.session.fetching.looked):
        press(dialog, Qt.Key.Key_Return)
    table.asked.clear()
    with qtbot.waitSignal(person.session.load_ended) as ended:
        press(dialog, Qt.Key.Key_Return)
    assert (ended.args[0].summary.loaded, ended.args[0].summary.already) == (0, 3)
    assert not any(asked.endswith(".png") and "gone" not in asked for asked in table.asked)
    assert len(person.session.ids(SubmissionFilter())) == 3

    person.leave()
    assert table.tokens[False] == {"mistyped", TOKEN}
    assert table.tokens[True] == set(), "files are asked for without it"
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 5
    assert not [path for path in written if TOKEN.encode() in path.read_bytes()]


def see_the_refused(person: Person) -> None:
    person.messages._on_action()
    refused = person.window.findChild(RefusedDialog)
    assert refused is not None
    listed = refused.text.toPlainText()
    assert "letter.pdf" in listed
    assert "gone.png" in listed
    assert str(person.session.folder) not in listed
    refused.close()


def see_what_is_there(person: Person) -> None:
    rows = person.session.rows(person.session.ids(SubmissionFilter())).values()
    assert {row.file_name: row.kind for row in rows} == {
        "0.png": Kind.DEEPFAKE,
        "1.png": Kind.DEEPFAKE,
        "2.png": Kind.PORTRAIT,
    }
    first = next(one.id for one in rows if one.file_name == "1.png")
    submission = person.session.dossier(first).submission
    assert submission.claim.full_name == "Odalys Quent"
    assert submission.note == "Found on a forum"


def test_a_server_that_is_not_there_is_said_at_its_address(
    person: Person, folder: Path, table: Table, qtbot: QtBot
) -> None:
    assert person.open(folder, create=True)
    with serving(table) as address:
        pass
    dialog = open_dialog(person, qtbot)
    type_in(dialog, address, "DNTSPY", "photos", TOKEN)
    with qtbot.waitSignal(person.session.fetching.look_failed, timeout=20_000):
        press(dialog, Qt.Key.Key_Return)
    assert "cannot be reached" in dialog.source.faults[0]
    assert dialog.focusWidget() is dialog.source.address
    press(dialog, Qt.Key.Key_Escape)
    assert not [one for one in person.window.findChildren(FetchDialog) if one.isVisible()]
    assert person.told == ""
