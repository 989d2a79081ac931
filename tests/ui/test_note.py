"""The note of a submission is corrected in its place, and never lost to a slip."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.engine.deciding.hand_work import LONGEST_NOTE
from curator.engine.records import SubmissionId
from curator.ui.review.note import NoteSection

ONE, OTHER = SubmissionId(1), SubmissionId(2)


@pytest.fixture
def section(qtbot: QtBot) -> NoteSection:
    made = NoteSection()
    qtbot.addWidget(made)
    made.show_note("Taken in Rome", about=ONE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(section: NoteSection) -> list[str]:
    return [label.text() for label in section.findChildren(QLabel) if label.isVisible()]


def test_a_note_is_quoted_and_none_is_told(section: NoteSection) -> None:
    assert "“Taken in Rome”" in shown(section)
    section.show_note("", about=OTHER)
    assert "No note" in shown(section)


def test_what_is_written_is_told_once_with_control_and_enter(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    assert section.field.hasFocus()
    assert section.field.toPlainText() == "Taken in Rome"
    qtbot.keyClicks(section.field, "Taken in Turin")
    with qtbot.waitSignal(section.editing_ended), qtbot.waitSignal(section.edited) as told:
        qtbot.keyClick(section.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Taken in Turin"]
    assert not section.editing


def test_escape_leaves_the_note_as_it_was(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    qtbot.keyClicks(section.field, "A slip")
    with qtbot.assertNotEmitted(section.edited), qtbot.waitSignal(section.editing_ended):
        qtbot.keyClick(section.field, Qt.Key.Key_Escape)
    assert "“Taken in Rome”" in shown(section)


def test_an_unchanged_note_is_no_edit(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    with qtbot.assertNotEmitted(section.edited), qtbot.waitSignal(section.editing_ended):
        section.save_button.click()


def test_a_refresh_of_the_same_submission_keeps_what_is_typed(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    qtbot.keyClicks(section.field, "Half a sen")
    section.show_note("Taken in Rome", about=ONE)
    assert section.editing
    assert section.field.toPlainText() == "Half a sen"


def test_leaving_saves_what_is_typed(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    qtbot.keyClicks(section.field, "Taken in Turin")
    with qtbot.waitSignal(section.edited) as told:
        section.leave()
    assert told.args == ["Taken in Turin"]
    section.show_note("Of another", about=OTHER)
    with qtbot.assertNotEmitted(section.edited):
        section.leave()
        section.begin()
        section.leave()


def test_what_could_not_be_saved_waits_for_somebody_to_come_back(section: NoteSection, qtbot: QtBot) -> None:
    section.edited.connect(section.take_back)
    section.begin()
    qtbot.keyClicks(section.field, "Half a sen")
    section.leave()
    assert section.editing
    section.show_note("Of another", about=OTHER)
    assert not section.editing
    assert "“Of another”" in shown(section)
    section.show_note("Taken in Rome", about=ONE)
    assert section.editing
    assert section.field.toPlainText() == "Half a sen"


def test_no_more_is_taken_than_is_kept(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    assert not section.too_long.isVisible()
    section.field.setPlainText("b" * (LONGEST_NOTE - 3))
    section.field.moveCursor(QTextCursor.MoveOperation.Start)
    QGuiApplication.clipboard().setText("abcdefgh")
    section.field.paste()
    assert section.field.toPlainText() == "abc" + "b" * (LONGEST_NOTE - 3), "nothing that was there is cut"
    assert section.too_long.isVisible()
    qtbot.keyClicks(section.field, "x")
    assert len(section.field.toPlainText()) == LONGEST_NOTE
    section.field.selectAll()
    qtbot.keyClicks(section.field, "x")
    assert section.field.toPlainText() == "x"
    section.leave()
    section.begin()
    assert not section.too_long.isVisible()


def test_a_file_is_no_note(section: NoteSection, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    section.begin()
    assert not section.field.canInsertFromMimeData(dropped)
    section.field.insertFromMimeData(dropped)
    assert section.field.toPlainText() == "Taken in Rome"


def test_letters_typed_into_the_note_stay_there(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    qtbot.keyClicks(section.field, "a r n m o")
    assert section.field.toPlainText() == "a r n m o"


def test_a_note_of_one_long_word_is_copied_whole(section: NoteSection) -> None:
    long = "x" * 400
    section.show_note(long, about=OTHER)
    assert section.copy_button.isVisible()
    section.copy_button.click()
    assert QGuiApplication.clipboard().text() == long
