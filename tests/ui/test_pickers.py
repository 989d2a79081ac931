"""The small windows that ask: every answer has a key, Escape says nothing, and nothing is said by mistake."""

from pathlib import Path

import pytest
from builders import HOSTILE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from curator.engine.records import Making, Reason
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.pickers.choice_picker import MOST_WIDTH, ChoicePicker, Offer
from curator.ui.pickers.making_picker import MAKING_KEYS, MakingPicker
from curator.ui.pickers.promote_picker import PromotePicker
from curator.ui.pickers.withdraw_picker import WITHDRAW_REASONS, WithdrawPicker
from curator.ui.preferences import Preferences
from curator.ui.theme import Role, Scheme, apply_theme, font_of, sized

# The offscreen platform says this when a popup opens; there is nothing to raise or to grab there.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

OFFERS = (Offer("a", "First", "F"), Offer("b", "Second", "S", "With a detail"), Offer("c", "Third"))


@pytest.fixture
def anchor(qtbot: QtBot, qapp: QApplication) -> QPushButton:
    apply_theme(qapp, Scheme.DARK)
    made = QPushButton("Here")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def opened(qtbot: QtBot, anchor: QPushButton, *, with_note: bool = False) -> ChoicePicker:
    picker = ChoicePicker(name="Which", with_note=with_note, parent=anchor)
    picker.ask(anchor, title="Which one?", hint="It counts.", offers=OFFERS, current="b")
    qtbot.waitUntil(picker.isVisible)
    return picker


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([Qt.Key.Key_F], "a"),
        ([Qt.Key.Key_S], "b"),
        ([Qt.Key.Key_Return], "b"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Enter], "c"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return], "a"),
    ],
)
def test_keys_choose(qtbot: QtBot, anchor: QPushButton, keys: list[Qt.Key], value: str) -> None:
    picker = opened(qtbot, anchor)
    with qtbot.waitSignal(picker.picked) as picked:
        for key in keys:
            qtbot.keyClick(picker.list, key)
    assert picked.args == [value, ""]
    assert not picker.isVisible()


def test_a_click_chooses(qtbot: QtBot, anchor: QPushButton) -> None:
    picker = opened(qtbot, anchor)
    place = picker.list.visualRect(picker.list.model().index(2, 0)).center()
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == ["c", ""]


def test_escape_and_foreign_keys_choose_nothing(qtbot: QtBot, anchor: QPushButton) -> None:
    picker = opened(qtbot, anchor)
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(picker.list, Qt.Key.Key_X)
        qtbot.keyClick(picker.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert picker.isVisible()
        qtbot.keyClick(picker.list, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_a_note_is_written_without_choosing(qtbot: QtBot, anchor: QPushButton) -> None:
    picker = opened(qtbot, anchor, with_note=True)
    qtbot.keyClick(picker.list, Qt.Key.Key_Tab)
    assert picker.note.hasFocus()
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClicks(picker.note, "fs by letter")
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.note, Qt.Key.Key_Down)
        qtbot.keyClick(picker.note, Qt.Key.Key_Return)
    assert picked.args == ["c", "fs by letter"]
    picker.ask(anchor, title="Again?", hint="", offers=OFFERS)
    assert (picker.note.text(), picker.current) == ("", "a")


def test_submitted_text_is_shown_as_letters(qtbot: QtBot, anchor: QPushButton) -> None:
    picker = PromotePicker(parent=anchor)
    picker.open_over(anchor, name=HOSTILE)
    assert picker.words[0] == f"Use it as a reference portrait of {HOSTILE}?"
    assert picker.width() <= sized(MOST_WIDTH)
    picker.close()


@pytest.mark.parametrize("percent", [100, 150])
def test_every_line_is_shown_whole(qapp: QApplication, anchor: QPushButton, percent: int) -> None:
    try:
        apply_theme(qapp, Scheme.DARK, text_percent=percent)
        picker = WithdrawPicker(parent=anchor)
        picker.open_over(anchor, what="Bartholomew Featherstonehaugh-Cholmondeley")
        metrics = QFontMetrics(font_of(Role.BODY))
        for place, offer in enumerate(picker.offers):
            row = picker.list.visualRect(picker.list.model().index(place, 0))
            assert metrics.horizontalAdvance(offer.words) < row.width()
            assert picker.list.viewport().rect().contains(row)
        picker.close()
    finally:
        apply_theme(qapp, Scheme.DARK)


def test_more_answers_than_the_screen_holds_can_be_scrolled(qtbot: QtBot, anchor: QPushButton) -> None:
    picker = ChoicePicker(name="Which", with_note=True, parent=anchor)
    picker.ask(anchor, title="Which one?", hint="", offers=[Offer(n, f"Answer {n}") for n in range(60)])
    qtbot.waitUntil(picker.isVisible)
    assert picker.height() <= anchor.screen().availableGeometry().height()
    assert picker.rect().contains(picker.note.geometry())
    assert picker.note.height() >= picker.note.sizeHint().height()
    assert picker.list.verticalScrollBar().maximum() > 0
    picker.close()


# ---------------------------------------------------------------- the three questions


@pytest.mark.parametrize("making", list(Making))
def test_each_making_has_its_key(qtbot: QtBot, anchor: QPushButton, making: Making) -> None:
    picker = MakingPicker(parent=anchor)
    picker.open_over(anchor, current=making)
    assert picker.current is making
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClicks(picker.list, MAKING_KEYS[making].lower())
    assert chosen.args == [making]
    assert isinstance(chosen.args[0], Making)


def test_every_reason_to_withdraw_has_a_key_of_its_own(qtbot: QtBot, anchor: QPushButton) -> None:
    assert {*WITHDRAW_REASONS, Reason.ASK} == set(Reason)
    picker = WithdrawPicker(parent=anchor)
    picker.open_over(anchor, what="beach.jpg")
    assert picker.words == ("Withdraw beach.jpg: why?", "The next export goes without it and says why.")
    keys = [offer.key for offer in picker.offers]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert picker.current is Reason.REQUESTED
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.list, Qt.Key.Key_B)
    assert chosen.args == [Reason.MISTAKE, ""]


def test_the_keys_of_the_desk_count_here_too(qtbot: QtBot, anchor: QPushButton, tmp_path: Path) -> None:
    bindings = Bindings(Preferences(tmp_path / "curator.ini"))
    bindings.set_keys(Name.DUPLICATE, ["P"])
    picker = WithdrawPicker(parent=anchor)
    picker.set_bindings(bindings)
    picker.open_over(anchor, what="beach.jpg")
    keys = {offer.value: offer.key for offer in picker.offers}
    assert keys[Reason.DUPLICATE] == "P"
    # Whose key was taken is gone to with the arrows.
    assert keys[Reason.UNREADABLE] == ""
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.list, Qt.Key.Key_P)
    assert chosen.args == [Reason.DUPLICATE, ""]


def test_only_a_yes_is_a_yes(qtbot: QtBot, anchor: QPushButton) -> None:
    picker = PromotePicker(parent=anchor)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_N, Qt.Key.Key_Escape):
        picker.open_over(anchor, name="Odalys Quent")
        with qtbot.assertNotEmitted(picker.confirmed):
            qtbot.keyClick(picker.list, key)
        assert not picker.isVisible()
    picker.open_over(anchor, name="Odalys Quent")
    with qtbot.waitSignal(picker.confirmed):
        qtbot.keyClick(picker.list, Qt.Key.Key_Y)


def test_a_key_that_comes_after_the_question_was_taken_back_answers_nothing(
    qtbot: QtBot, anchor: QPushButton
) -> None:
    picker = opened(qtbot, anchor)
    picker.close()
    with qtbot.assertNotEmitted(picker.picked):
        for key in (Qt.Key.Key_F, Qt.Key.Key_Return):
            # Straight to the list: a key click would not reach a window that is closed.
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(picker.list, event)
