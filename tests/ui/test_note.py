"""The note of a submission is corrected in its place, and never lost to a slip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.ui.review.note import NoteSection


@pytest.fixture
def section(qtbot: QtBot) -> NoteSection:
    made = NoteSection()
    qtbot.addWidget(made)
    made.show_note("Taken in Rome", same=False)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(section: NoteSection) -> list[str]:
    return [label.text() for label in section.findChildren(QLabel) if label.isVisible()]


def test_a_note_is_quoted_and_none_is_told(section: NoteSection) -> None:
    assert "“Taken in Rome”" in shown(section)
    section.show_note("", same=False)
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
    section.show_note("Taken in Rome", same=True)
    assert section.editing
    assert section.field.toPlainText() == "Half a sen"
    section.show_note("Of another", same=False)
    assert not section.editing


def test_letters_typed_into_the_note_stay_there(section: NoteSection, qtbot: QtBot) -> None:
    section.begin()
    qtbot.keyClicks(section.field, "a r n m o")
    assert section.field.toPlainText() == "a r n m o"


def test_a_note_of_one_long_word_is_copied_whole(section: NoteSection) -> None:
    long = "x" * 400
    section.show_note(long, same=False)
    assert section.copy_button.isVisible()
    section.copy_button.click()
    assert QGuiApplication.clipboard().text() == long
