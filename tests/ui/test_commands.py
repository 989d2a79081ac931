"""The table of commands, and the window that is made from it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from curator.ui.keyboard.commands import COMMANDS, MENU_TITLES, Menu, Name
from curator.ui.pickers.reason_group import REASON_KEYS
from curator.ui.preferences import Preferences
from curator.ui.theme import Scheme, ThemeKeeper, text_scale
from curator.ui.veil import Veil
from curator.ui.window.main_window import MainWindow

PROMISED = {
    "A": Name.APPROVE,
    "R": Name.REJECT,
    "N": Name.NOT_CLAIMED,
    "M": Name.SEVERAL_FACES,
    "O": Name.NO_FACE,
    "D": Name.DUPLICATE,
    "U": Name.UNSAFE,
    "S": Name.SKIP,
    "Q": Name.ASK,
    "Z": Name.UNDO,
    "Ctrl+Z": Name.UNDO,
    "Shift+Z": Name.REDO,
    "Ctrl+Shift+Z": Name.REDO,
    "Left": Name.PREVIOUS,
    "Right": Name.NEXT,
    "J": Name.NEXT_UNDECIDED,
    "K": Name.PREVIOUS_UNDECIDED,
    "B": Name.BOXES,
    "L": Name.LANDMARKS,
    "F": Name.FULL_SCREEN,
    "/": Name.SEARCH,
    "?": Name.KEYS,
    "+": Name.ZOOM_IN,
    "-": Name.ZOOM_OUT,
    "0": Name.FIT,
    "1": Name.ACTUAL,
    "H": Name.LOOK,
    ",": Name.PREVIOUS_FACE,
    ".": Name.NEXT_FACE,
    "Ctrl+H": Name.VEIL,
    "Ctrl++": Name.TEXT_LARGER,
    "Ctrl+-": Name.TEXT_SMALLER,
    "Ctrl+0": Name.TEXT_USUAL,
}
IN_MENUS = [command for command in COMMANDS if not command.held]


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "curator.ini")


@pytest.fixture
def window(preferences: Preferences, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    theme = ThemeKeeper(qapp, scheme=Scheme.DARK)
    made = MainWindow(preferences=preferences, theme=theme)
    qtbot.addWidget(made)
    yield made
    theme.set_text_percent(100)
    theme.deleteLater()


def menus(window: MainWindow) -> dict[str, QMenu]:
    return {action.text(): action.menu() for action in window.menuBar().actions()}


def action_of(window: MainWindow, words: str) -> QAction:
    return next(one for one in window.actions() if one.text() == words)


# ---------------------------------------------------------------- the table


def test_every_name_is_a_command_once() -> None:
    assert Counter(command.name for command in COMMANDS) == Counter(Name)


def test_no_key_stands_for_two_commands() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_words_stand_twice_in_a_menu() -> None:
    words = Counter((command.menu, command.words) for command in COMMANDS)
    assert max(words.values()) == 1


@pytest.mark.parametrize(("key", "name"), PROMISED.items())
def test_keys_are_those_that_were_promised(key: str, name: Name) -> None:
    assert [command.name for command in COMMANDS if key in command.keys] == [name]


def test_the_bar_shows_the_keys_that_work() -> None:
    keys = {command.name.value: command.keys for command in COMMANDS}
    for reason, key in REASON_KEYS.items():
        assert keys[reason.value] == (key,)


# ---------------------------------------------------------------- the window


def test_each_command_stands_in_its_menu_with_its_keys(window: MainWindow) -> None:
    for command in IN_MENUS:
        title = MENU_TITLES[command.menu]
        actions = [one for one in menus(window)[title].actions() if one.text() == command.words]
        assert len(actions) == 1, command.name
        assert [one.toString() for one in actions[0].shortcuts()] == [
            QKeySequence(key).toString() for key in command.keys
        ]
        # While the menu bar is hidden, too.
        assert actions[0] in window.actions()


def test_a_held_key_decides_nothing(window: MainWindow) -> None:
    moving = {"Next", "Previous", "Zoom in", "Zoom out"}
    repeating = {one.text() for one in window.actions() if one.autoRepeat() and one.text() in _words()}
    assert repeating == moving


def _words() -> set[str]:
    return {command.words for command in COMMANDS}


def test_without_a_catalogue_only_what_makes_sense_can_be_done(window: MainWindow) -> None:
    enabled = {command.name for command in IN_MENUS if action_of(window, command.words).isEnabled()}
    assert enabled == {
        Name.NEW,
        Name.OPEN,
        Name.SAMPLE,
        Name.CURATOR_NAME,
        Name.QUIT,
        Name.VEIL,
        Name.FULL_SCREEN,
        Name.TEXT_LARGER,
        Name.TEXT_SMALLER,
        Name.TEXT_USUAL,
        Name.KEYS,
        Name.ABOUT,
    }


def test_every_command_can_be_called_without_a_catalogue(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Disabled or not: nothing may fail in the moment in which a catalogue closes."""
    for name in ("getExistingDirectory", "getOpenFileNames"):
        nothing = ([], "") if name == "getOpenFileNames" else ""
        monkeypatch.setattr(
            f"curator.ui.window.file_choice.QFileDialog.{name}", lambda *_, nothing=nothing: nothing
        )
    monkeypatch.setattr("curator.ui.window.main_window.QInputDialog.getText", lambda *_, **__: ("", False))
    for command in IN_MENUS:
        if command.name is not Name.QUIT:
            action_of(window, command.words).triggered.emit()
    assert window.session is None


def test_full_screen_hides_the_menus_and_gives_them_back(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(window):
        window.showMaximized()
    action_of(window, "Full screen").trigger()
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()
    assert window.windowState() & Qt.WindowState.WindowMaximized


def test_a_key_that_a_person_chose_works_at_once_and_the_old_one_does_not(
    window: MainWindow, preferences: Preferences, qtbot: QtBot
) -> None:
    with qtbot.waitExposed(window):
        window.show()
    window.bindings.set_keys(Name.FULL_SCREEN, ["Ctrl+Shift+U"])
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    qtbot.keyClick(
        window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert window.isFullScreen()
    assert preferences.keys("full_screen") == ("Ctrl+Shift+U",)


def test_text_grows_and_shrinks_by_key_and_stops_at_both_ends(
    window: MainWindow, preferences: Preferences, qtbot: QtBot
) -> None:
    seen = []
    for name in ["Larger text"] * 4 + ["Smaller text"] * 5 + ["Text at its usual size"]:
        action_of(window, name).trigger()
        seen.append(preferences.text_percent)
    assert seen == [115, 130, 150, 150, 130, 115, 100, 90, 90, 100]
    action_of(window, "Larger text").trigger()
    assert text_scale() == pytest.approx(1.15, abs=0.02)


def test_the_veil_goes_on_and_off_as_it_was_chosen_last(window: MainWindow, preferences: Preferences) -> None:
    choices = next(
        one.menu() for one in menus(window)["&View"].actions() if one.text() == "How pictures are veiled"
    )
    hidden = next(one for one in choices.actions() if one.text() == "Hidden")
    hidden.trigger()
    toggle = action_of(window, "Veil pictures")
    assert preferences.veil is Veil.HIDE
    assert toggle.isChecked()
    toggle.trigger()
    assert preferences.veil is Veil.NONE
    assert not hidden.isChecked()
    assert not toggle.isChecked()
    toggle.trigger()
    assert preferences.veil is Veil.HIDE
    assert hidden.isChecked()


def test_menus_are_five() -> None:
    assert [MENU_TITLES[menu] for menu in Menu] == ["&File", "&Review", "&Picture", "&View", "&Help"]
