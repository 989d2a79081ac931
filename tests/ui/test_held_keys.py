"""A held key does one thing, however its repeats are told."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.keyboard.held_keys import HeldKeys

A, S = Qt.Key.Key_A, Qt.Key.Key_S


class Keyboard:
    """Sends what a window gets, with the times that the system gives."""

    def __init__(self, keys: HeldKeys) -> None:
        self._keys = keys

    def press(self, key: Qt.Key, at: int, *, repeat: bool = False) -> bool:
        """Whether the press may call a command."""
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "x", repeat)
        event.setTimestamp(at)
        swallowed = [self._keys.eventFilter(self._keys, event) for _ in range(2)]
        assert swallowed[0] == swallowed[1] == event.isAccepted()
        return not swallowed[0]

    def release(self, key: Qt.Key, at: int) -> None:
        event = QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, "x")
        event.setTimestamp(at)
        assert not self._keys.eventFilter(self._keys, event)


@pytest.fixture
def keyboard(qapp: QApplication) -> Keyboard:
    return Keyboard(HeldKeys(qapp, lambda event: event.key() == S, parent=qapp))


def test_a_key_that_is_pressed_again_and_again_calls_each_time(keyboard: Keyboard) -> None:
    for number in range(20):
        assert keyboard.press(A, 1000 + 66 * number)
        keyboard.release(A, 1000 + 66 * number)


def test_keys_sent_by_a_program_without_any_pause_call_each_time(keyboard: Keyboard) -> None:
    for _ in range(5):
        assert keyboard.press(A, 1000)
        keyboard.release(A, 1000)
        assert keyboard.press(Qt.Key.Key_B, 1000)
        keyboard.release(Qt.Key.Key_B, 1000)


def test_repeats_that_are_told_as_such_call_nothing(keyboard: Keyboard) -> None:
    assert keyboard.press(A, 1000)
    assert not any(keyboard.press(A, 1660 + 40 * number, repeat=True) for number in range(5))


def test_repeats_that_look_like_new_presses_call_nothing(keyboard: Keyboard) -> None:
    assert keyboard.press(A, 1000)
    for number in range(10):
        at = 1660 + 40 * number
        keyboard.release(A, at)
        assert not keyboard.press(A, at, repeat=number % 2 == 1)
    keyboard.release(A, 2100)
    assert keyboard.press(A, 2250), "a new press after the key was let go"


def test_a_quick_second_press_is_a_press(keyboard: Keyboard) -> None:
    assert keyboard.press(A, 1000)
    keyboard.release(A, 1090)
    assert keyboard.press(A, 1098)


def test_what_may_go_on_while_its_key_is_held_goes_on(keyboard: Keyboard) -> None:
    assert keyboard.press(S, 1000)
    assert all(keyboard.press(S, 1660 + 40 * number, repeat=True) for number in range(5))


def test_another_key_in_between_is_no_repeat(keyboard: Keyboard) -> None:
    assert keyboard.press(A, 1000)
    keyboard.release(A, 1660)
    assert keyboard.press(Qt.Key.Key_B, 1660)


def test_whatever_has_the_focus_is_watched(qapp: QApplication, qtbot: QtBot) -> None:
    asked: list[int] = []
    keys = HeldKeys(qapp, lambda event: bool(asked.append(event.key())), parent=qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QPushButton("One"), QPushButton("Two")
    for button in (first, second):
        column.addWidget(button)
    window.show()
    window.activateWindow()
    for button in (first, second):
        button.setFocus()
        qtbot.waitUntil(lambda button=button: qapp.focusObject() is button)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, A, Qt.KeyboardModifier.NoModifier, "a", True)
        QApplication.sendEvent(button, event)
        assert event.isAccepted()
    assert asked == [A, A]
    keys.deleteLater()
