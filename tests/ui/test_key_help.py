"""The key help: every key as it is bound, on every screen."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import COMMANDS, Name
from curator.ui.keyboard.keys import cap_of
from curator.ui.preferences import Preferences
from curator.ui.theme import Scheme, apply_theme
from curator.ui.widgets import KeyCap
from curator.ui.window.key_help import KeyHelp


@pytest.fixture
def bindings(tmp_path: Path) -> Bindings:
    return Bindings(Preferences(tmp_path / "curator.ini"))


@pytest.fixture
def key_help(bindings: Bindings, qapp: QApplication, qtbot: QtBot) -> Iterator[KeyHelp]:
    apply_theme(qapp, Scheme.DARK)
    window = QWidget()
    qtbot.addWidget(window)
    made = KeyHelp(window, bindings=bindings)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def caps(key_help: KeyHelp) -> Counter[str]:
    shown = [cap for cap in key_help.findChildren(KeyCap) if cap.isVisibleTo(key_help)]
    return Counter(cap.key for cap in shown)


def words(key_help: KeyHelp) -> set[str]:
    return {label.text() for label in key_help.findChildren(QLabel)}


def test_it_lists_every_key_and_none_else(key_help: KeyHelp, bindings: Bindings) -> None:
    assert caps(key_help) == Counter(
        cap_of(key) for command in COMMANDS for key in bindings.keys_of(command.name)
    )
    assert {"→", "←"} <= set(caps(key_help))


def test_it_says_what_each_key_does(key_help: KeyHelp) -> None:
    plain = {command.words.removesuffix(" …") for command in COMMANDS if command.keys and not command.held}
    assert plain <= words(key_help)
    assert "Look at a veiled picture (hold the key)" in words(key_help)


def test_it_follows_the_keys(key_help: KeyHelp, bindings: Bindings) -> None:
    bindings.set_keys(Name.APPROVE, ["F7"])
    bindings.set_keys(Name.SKIP, [])
    assert "F7" in caps(key_help)
    assert not {"A", "S"} & set(caps(key_help))


def test_what_does_not_fit_on_the_screen_can_be_scrolled_to(key_help: KeyHelp) -> None:
    area = key_help.findChild(QScrollArea)
    room = key_help.screen().availableSize()
    assert key_help.width() <= room.width()
    assert key_help.height() <= room.height()
    hidden = area.widget().height() - area.viewport().height()
    assert area.verticalScrollBar().maximum() == max(0, hidden)


def test_its_columns_fit_side_by_side_on_the_smallest_screen(key_help: KeyHelp) -> None:
    assert key_help.findChild(QScrollArea).widget().sizeHint().width() <= 1366 - 80


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, "?", Qt.Key.Key_F1])
def test_it_closes_by_key(key_help: KeyHelp, qtbot: QtBot, key: Qt.Key | str) -> None:
    if isinstance(key, str):
        qtbot.keyClicks(key_help, key)
    else:
        qtbot.keyClick(key_help, key)
    assert not key_help.isVisible()


def test_it_closes_with_the_key_that_was_chosen_for_it(
    key_help: KeyHelp, bindings: Bindings, qtbot: QtBot
) -> None:
    bindings.set_keys(Name.KEYS, ["F6"])
    qtbot.keyClick(key_help, Qt.Key.Key_F1)
    assert key_help.isVisible()
    qtbot.keyClick(key_help, Qt.Key.Key_F6)
    assert not key_help.isVisible()
