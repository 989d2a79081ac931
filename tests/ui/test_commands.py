"""The table of commands, and the window and the key help that are made from it."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from curator.ui.commands import COMMANDS, Menu, Name
from curator.ui.key_help import KeyHelp
from curator.ui.main_window import MainWindow
from curator.ui.preferences import Preferences
from curator.ui.review.reason_group import REASON_KEYS
from curator.ui.theme import Scheme, ThemeKeeper
from curator.ui.widgets import KeyCap

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
}


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    theme = ThemeKeeper(qapp, scheme=Scheme.DARK)
    made = MainWindow(preferences=Preferences(tmp_path / "curator.ini"), theme=theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def key_help(window: MainWindow, qtbot: QtBot) -> KeyHelp:
    made = KeyHelp(window)
    with qtbot.waitExposed(made):
        made.show()
    return made


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
    for command in COMMANDS:
        actions = [one for one in menus(window)[command.menu.value].actions() if one.text() == command.words]
        assert len(actions) == 1, command.name
        assert [one.toString() for one in actions[0].shortcuts()] == [
            QKeySequence(key).toString() for key in command.keys
        ]
        # While the menu bar is hidden, too.
        assert actions[0] in window.actions()


def test_a_held_key_decides_nothing(window: MainWindow) -> None:
    moving = {"Next", "Previous", "Larger", "Smaller"}
    repeating = {one.text() for one in window.actions() if one.autoRepeat() and one.text() in _words()}
    assert repeating == moving


def _words() -> set[str]:
    return {command.words for command in COMMANDS}


def test_without_a_catalogue_only_what_makes_sense_can_be_done(window: MainWindow) -> None:
    enabled = {command.name for command in COMMANDS if action_of(window, command.words).isEnabled()}
    assert enabled == {
        Name.NEW,
        Name.OPEN,
        Name.SAMPLE,
        Name.CURATOR_NAME,
        Name.QUIT,
        Name.VEIL,
        Name.FULL_SCREEN,
        Name.KEYS,
        Name.ABOUT,
    }


def test_every_command_can_be_called_without_a_catalogue(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Disabled or not: nothing may fail in the moment in which a catalogue closes."""
    for name in ("getExistingDirectory", "getOpenFileNames"):
        nothing = ([], "") if name == "getOpenFileNames" else ""
        monkeypatch.setattr(f"curator.ui.main_window.QFileDialog.{name}", lambda *_, nothing=nothing: nothing)
    monkeypatch.setattr("curator.ui.main_window.QInputDialog.getText", lambda *_, **__: ("", False))
    for command in COMMANDS:
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


# ---------------------------------------------------------------- the key help


def test_the_key_help_lists_every_key(key_help: KeyHelp) -> None:
    shown = Counter(cap.accessibleName().removeprefix("Key ") for cap in key_help.findChildren(KeyCap))
    wanted = Counter(
        {"Right": "→", "Left": "←"}.get(key, key) for command in COMMANDS for key in command.keys
    )
    assert wanted - shown == Counter()
    assert set(shown - wanted) == {"H held", ",", "."}


def test_the_key_help_says_what_each_key_does(key_help: KeyHelp) -> None:
    said = {label.text() for label in key_help.findChildren(QLabel)}
    assert {command.words.removesuffix(" …") for command in COMMANDS if command.keys} <= said


def test_the_key_help_fits_on_the_smallest_screen(key_help: KeyHelp) -> None:
    size = key_help.sizeHint()
    assert size.width() <= 1366
    assert size.height() <= 768 - 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, "?", Qt.Key.Key_F1])
def test_the_key_help_closes_by_key(key_help: KeyHelp, qtbot: QtBot, key: Qt.Key | str) -> None:
    if isinstance(key, str):
        qtbot.keyClicks(key_help, key)
    else:
        qtbot.keyClick(key_help, key)
    assert not key_help.isVisible()


def test_menus_are_four() -> None:
    assert [menu.value for menu in Menu] == ["&File", "&Review", "&View", "&Help"]
