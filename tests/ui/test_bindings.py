"""Keys that a person chose: conflicts, what cannot be given away, and nonsense in the file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from curator.ui.keyboard.bindings import Bindings, usual_key
from curator.ui.keyboard.commands import COMMANDS, Name
from curator.ui.keyboard.keys import cap_of, pressed, why_reserved, written
from curator.ui.preferences import Preferences

NO, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "curator.ini"


@pytest.fixture
def bindings(path: Path) -> Bindings:
    return Bindings(Preferences(path))


def again(path: Path) -> Bindings:
    return Bindings(Preferences(path))


def press(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NO) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


# ---------------------------------------------------------------- from the start


def test_at_first_every_command_has_its_usual_keys(bindings: Bindings) -> None:
    for command in COMMANDS:
        assert bindings.keys_of(command.name) == tuple(written(key) for key in command.keys)
        assert bindings.is_usual(command.name)
        assert bindings.shown(command.name) == usual_key(command.name)
    assert bindings.all_usual
    assert bindings.shown(Name.NEXT) == "→"
    assert bindings.shown(Name.ABOUT) == ""


def test_keys_from_the_start_are_never_refused(bindings: Bindings) -> None:
    for command in COMMANDS:
        assert bindings.set_keys(command.name, command.keys) is None


# ---------------------------------------------------------------- other keys


def test_a_free_key_is_given_at_once_and_remembered(bindings: Bindings, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bindings.changed):
        assert bindings.set_keys(Name.APPROVE, ["y", "ctrl+shift+y"]) is None
    assert bindings.keys_of(Name.APPROVE) == again(path).keys_of(Name.APPROVE) == ("Y", "Ctrl+Shift+Y")
    assert bindings.holder("Y") is Name.APPROVE
    assert bindings.holder("A") is None
    assert not bindings.all_usual


@pytest.mark.parametrize(
    ("name", "key", "holder", "sentence"),
    [
        (Name.APPROVE, "R", Name.REJECT, "R belongs to “Reject with the advised reason”."),
        # One works on the review page only, the other everywhere.
        (Name.SETTINGS_PAGE, "A", Name.APPROVE, "A belongs to “Approve”."),
        (Name.APPROVE, "Ctrl+Z", Name.UNDO, "Ctrl+Z belongs to “Undo”."),
        (Name.APPROVE, "h", Name.LOOK, "H belongs to “Look at a veiled picture”."),
        (Name.APPROVE, "Right", None, "Arrows and page keys move in lists, fields and pictures"),
    ],
)
def test_a_key_that_somebody_has_is_refused_in_words(
    bindings: Bindings, qtbot: QtBot, name: Name, key: str, holder: Name | None, sentence: str
) -> None:
    before = bindings.keys_of(name)
    with qtbot.assertNotEmitted(bindings.changed):
        found = bindings.set_keys(name, [key])
    assert found is not None
    assert found.holder is holder
    assert found.sentence.startswith(sentence)
    assert bindings.keys_of(name) == before


def test_taking_over_leaves_the_other_what_it_has_besides(bindings: Bindings, path: Path) -> None:
    assert bindings.set_keys(Name.APPROVE, ["Z"], take_over=True) is None
    assert bindings.keys_of(Name.APPROVE) == ("Z",)
    assert bindings.keys_of(Name.UNDO) == ("Ctrl+Z",)
    assert bindings.shown(Name.UNDO) == "Ctrl+Z"
    assert again(path).keys_of(Name.UNDO) == ("Ctrl+Z",)
    assert bindings.set_keys(Name.SKIP, ["Ctrl+Z"], take_over=True) is None
    assert bindings.shown(Name.UNDO) == ""
    assert again(path).keys_of(Name.UNDO) == ()


@pytest.mark.parametrize(
    "key",
    [
        "Return", "Enter", "Esc", "Tab", "Backtab", "Shift+Tab", "Up", "Down", "Home", "PgDown", "Space",
        "Backspace", "Del", "Ctrl+C", "Ctrl+V", "Alt+F",
    ],
)  # fmt: skip
def test_keys_that_fields_and_pictures_need_cannot_be_given_away(bindings: Bindings, key: str) -> None:
    found = bindings.set_keys(Name.APPROVE, [key], take_over=True)
    assert found is not None
    assert found.holder is None
    assert found.sentence.endswith("cannot be used here.")
    assert bindings.all_usual


@pytest.mark.parametrize("key", ["", "Shift", "Ctrl+Shift", "Z, X", "crystal ball", "\u202e"])
def test_what_is_no_single_key_is_refused(bindings: Bindings, key: str) -> None:
    assert bindings.set_keys(Name.APPROVE, [key], take_over=True) is not None
    assert bindings.all_usual


def test_a_held_key_stands_alone(bindings: Bindings) -> None:
    found = bindings.set_keys(Name.LOOK, ["Ctrl+G"])
    assert found is not None
    assert found.sentence == "A key that is held works without Ctrl, Alt and Shift."
    assert bindings.set_keys(Name.LOOK, ["Y"]) is None
    assert bindings.calls(Name.LOOK, press(Qt.Key.Key_Y, "y"))
    assert not bindings.calls(Name.LOOK, press(Qt.Key.Key_Y, "Y", SHIFT))
    released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Y, SHIFT, "Y")
    assert bindings.calls(Name.LOOK, released)


# ---------------------------------------------------------------- the usual keys again


def test_one_command_gets_its_usual_keys_back(bindings: Bindings, path: Path) -> None:
    bindings.set_keys(Name.APPROVE, ["Y"])
    assert bindings.restore(Name.APPROVE) is None
    assert bindings.is_usual(Name.APPROVE)
    assert "approve" not in path.read_text(encoding="utf-8")


def test_keys_that_another_took_meanwhile_are_asked_for(bindings: Bindings) -> None:
    bindings.set_keys(Name.APPROVE, ["Y"])
    bindings.set_keys(Name.SKIP, ["A"])
    found = bindings.restore(Name.APPROVE)
    assert found is not None
    assert found.holder is Name.SKIP
    assert bindings.keys_of(Name.APPROVE) == ("Y",)
    assert bindings.restore(Name.APPROVE, take_over=True) is None
    assert bindings.keys_of(Name.SKIP) == ()


def test_all_get_their_usual_keys_back(bindings: Bindings, path: Path) -> None:
    bindings.set_keys(Name.APPROVE, ["R"], take_over=True)
    bindings.set_keys(Name.NEXT, ["F3"])
    bindings.restore_all()
    assert bindings.all_usual
    assert again(path).all_usual


# ---------------------------------------------------------------- the file


def test_what_a_person_chose_goes_before_what_is_usual(path: Path) -> None:
    Preferences(path).keep_keys({"log_page": ["A"]})
    found = again(path)
    assert found.keys_of(Name.LOG_PAGE) == ("A",)
    assert found.keys_of(Name.APPROVE) == ()


def test_of_two_that_claim_a_key_in_the_file_the_first_command_has_it(path: Path) -> None:
    Preferences(path).keep_keys({"skip": ["F8"], "approve": ["F8", "F8"]})
    found = again(path)
    assert found.keys_of(Name.APPROVE) == ("F8",)
    assert found.keys_of(Name.SKIP) == ()


def test_nonsense_in_the_file_gives_nobody_a_key(path: Path) -> None:
    Preferences(path).keep_keys(
        {"approve": ["Esc", "nothing", "Ctrl+", "F9"], "look": ["Ctrl+J"], "unknown": ["F4"]}
    )
    found = again(path)
    assert found.keys_of(Name.APPROVE) == ("F9",)
    assert found.keys_of(Name.LOOK) == ()
    assert found.holder("F4") is None


KEYS = st.one_of(
    st.sampled_from([key for command in COMMANDS for key in command.keys]),
    st.sampled_from(["F2", "Shift+A", "É", "ß", "Tab", "x", ""]),
    st.text(max_size=6),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # one file for all examples: each writes it anew
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(list(Name)), st.lists(KEYS, max_size=3), st.booleans()), max_size=6
    )
)
def test_whatever_is_done_no_key_calls_two_commands_and_the_file_says_the_same(
    path: Path, steps: list[tuple[Name, list[str], bool]]
) -> None:
    path.unlink(missing_ok=True)
    bindings = again(path)
    for name, keys, take_over in steps:
        bindings.set_keys(name, keys, take_over=take_over)
    held = [key for name in Name for key in bindings.keys_of(name)]
    assert len(held) == len(set(held))
    after = again(path)
    assert {name: after.keys_of(name) for name in Name} == {name: bindings.keys_of(name) for name in Name}


# ---------------------------------------------------------------- what was pressed


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (press(Qt.Key.Key_A, "a"), "A"),
        (press(Qt.Key.Key_Z, "Z", SHIFT), "Shift+Z"),
        (press(Qt.Key.Key_Z, "\x1a", CONTROL), "Ctrl+Z"),
        # Signs are typed with Shift on some keyboards and without on others.
        (press(Qt.Key.Key_Question, "?", SHIFT), "?"),
        (press(Qt.Key.Key_Plus, "+", SHIFT), "+"),
        (press(Qt.Key.Key_1, "1", SHIFT), "1"),
        (press(Qt.Key.Key_1, "1", Qt.KeyboardModifier.KeypadModifier), "1"),
        (press(Qt.Key.Key_F5, "", SHIFT), "Shift+F5"),
        (press(Qt.Key.Key_Backtab, "", SHIFT), "Shift+Backtab"),
        (press(Qt.Key.Key_Shift, "", SHIFT), ""),
        (press(Qt.Key.Key_Control, "", CONTROL), ""),
        (press(Qt.Key.Key_unknown), ""),
    ],
)
def test_a_press_is_written_as_the_key_that_it_was(event: QKeyEvent, key: str) -> None:
    assert pressed(event) == key


def test_backtab_is_tab_however_it_is_held() -> None:
    assert why_reserved("Shift+Backtab") is not None


@pytest.mark.parametrize(("key", "cap"), [("Left", "←"), ("Ctrl+Z", "Ctrl+Z"), ("/", "/"), ("", "")])
def test_keys_are_shown_as_they_stand_on_keyboards(key: str, cap: str) -> None:
    assert cap_of(key) == cap
