"""Messages: what a person is told, in which order, and what goes by itself."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.errors import CatalogueFull
from curator.ui.messages import About, Messages
from curator.ui.widgets import KeyButton, Notice, ToolButton

FULL = CatalogueFull("The disk is full.", advice="Free some space.")


class Window(QWidget):
    """A window with a notice bar, whose passing sentences pass at once when they are told to."""

    def __init__(self, *, passing_ms: int = 3_600_000) -> None:
        super().__init__()
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        self.below = QPushButton("below")
        column.addWidget(self.below)
        self.messages = Messages(self.notice, parent=self, passing_ms=passing_ms)

    @property
    def shown(self) -> str:
        """What the bar says; empty while it is hidden."""
        return self.notice.sentence if self.notice.isVisibleTo(self) else ""

    def close_notice(self) -> None:
        self.notice.findChild(ToolButton).click()

    def let_pass(self, *, qtbot: QtBot) -> None:
        """What happens when the time is over, without waiting for it."""
        timer = self.messages.findChild(QTimer)
        assert timer.isActive()
        timer.setInterval(0)
        with qtbot.waitSignal(timer.timeout):
            pass
        timer.setInterval(3_600_000)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def passes(window: Window) -> bool:
    return window.messages.findChild(QTimer).isActive()


# ---------------------------------------------------------------- one above the other


def test_closing_one_shows_the_one_before(window: Window) -> None:
    window.messages.tell("First.")
    window.messages.show(FULL)
    window.messages.tell("Third.")
    assert window.shown == "Third."
    window.close_notice()
    assert window.shown == "The disk is full. Free some space."
    window.close_notice()
    assert window.shown == "", "what needed no answer does not come back"


def test_a_newer_message_about_the_same_takes_the_place_of_the_old(window: Window) -> None:
    window.messages.show(FULL, about=About.EXPORT)
    window.messages.show(CatalogueFull("No room.", advice="Free some."), about=About.EXPORT)
    window.close_notice()
    assert window.shown == ""


def test_success_takes_away_what_went_wrong_before_and_nothing_else(window: Window) -> None:
    other = CatalogueFull("No room.", advice="Free some.")
    window.messages.show(FULL, about=About.EXPORT)
    window.messages.show(other, about=About.CATALOGUE)
    window.messages.settled(About.EXPORT)
    assert window.shown == str(other)
    window.messages.settled(About.EXPORT)
    window.messages.show(FULL, about=About.EXPORT)
    window.messages.settled(About.EXPORT)
    assert window.shown == str(other)
    window.messages.settled(About.CATALOGUE)
    assert window.shown == ""


def test_everything_can_be_cleared(window: Window) -> None:
    window.messages.clear()
    window.messages.show(FULL)
    window.messages.tell("Loaded.", action="Show which", act=lambda: None)
    window.messages.clear()
    assert window.shown == ""


def test_what_may_name_erased_people_is_forgotten_and_errors_are_not(window: Window) -> None:
    window.messages.show(FULL)
    window.messages.tell("2 were refused.", action="Show which", act=lambda: None)
    window.messages.tell("Jana Qvist was added.")
    window.messages.forget_told()
    assert window.shown == str(FULL)


def test_the_same_sentence_is_told_once(window: Window) -> None:
    for _ in range(3):
        window.messages.show(FULL)
    window.messages.tell("Other.", action="Show", act=lambda: None)
    window.messages.show(FULL)
    window.close_notice()
    assert window.shown == "Other."
    window.close_notice()
    assert window.shown == ""


def test_each_offer_is_taken_on_its_own_message(window: Window) -> None:
    taken: list[str] = []
    window.messages.tell("First.", action="Show", act=lambda: taken.append("first"))
    window.messages.tell("Second.", action="Show", act=lambda: taken.append("second"))
    button = window.notice.findChild(KeyButton)
    button.click()
    window.close_notice()
    button.click()
    assert taken == ["second", "first"]


def test_told_again_with_another_offer_the_newest_counts(window: Window) -> None:
    taken: list[int] = []
    for number in (1, 2):
        window.messages.tell("Loaded.", action="Show", act=lambda number=number: taken.append(number))
    window.notice.findChild(KeyButton).click()
    assert taken == [2]


# ---------------------------------------------------------------- what goes by itself


def test_what_needs_no_answer_goes_by_itself(window: Window, qtbot: QtBot) -> None:
    window.messages.tell("23 pictures loaded.")
    assert window.shown == "23 pictures loaded."
    window.let_pass(qtbot=qtbot)
    assert window.shown == ""
    assert not passes(window)


def test_errors_and_offers_stay(window: Window) -> None:
    window.messages.show(FULL)
    assert not passes(window)
    window.messages.tell("2 were refused.", action="Show which", act=lambda: None)
    assert not passes(window)


def test_an_error_shows_again_when_what_came_later_has_passed(window: Window, qtbot: QtBot) -> None:
    window.messages.show(FULL)
    window.messages.tell("23 pictures loaded.")
    window.messages.tell("Curator 1.0.")
    window.let_pass(qtbot=qtbot)
    assert window.shown == "The disk is full. Free some space."
    assert not passes(window)


def test_what_an_error_covered_and_needed_no_answer_is_over(window: Window) -> None:
    window.messages.tell("23 pictures loaded.")
    window.messages.show(FULL)
    assert not passes(window)
    window.close_notice()
    assert window.shown == ""
    assert not passes(window)


def test_many_go_together(window: Window, qtbot: QtBot) -> None:
    for number in range(50):
        window.messages.tell(f"{number}.jpg cannot be a reference portrait.")
    window.let_pass(qtbot=qtbot)
    assert window.shown == ""


def test_closed_by_hand_nothing_is_left_to_pass(window: Window) -> None:
    window.messages.tell("23 pictures loaded.")
    window.close_notice()
    assert not passes(window)


def test_it_stays_while_somebody_is_at_it(window: Window, qtbot: QtBot) -> None:
    window.messages.tell("23 pictures loaded.")
    window.notice.findChild(ToolButton).setFocus()
    window.let_pass(qtbot=qtbot)
    assert window.shown == "23 pictures loaded."
    window.below.setFocus()
    window.let_pass(qtbot=qtbot)
    assert window.shown == ""


def test_the_time_is_the_one_that_was_asked_for(qtbot: QtBot) -> None:
    short = Window(passing_ms=0)
    qtbot.addWidget(short)
    with qtbot.waitSignal(short.messages.findChild(QTimer).timeout):
        short.messages.tell("Gone at once.")
    assert short.shown == ""


# ---------------------------------------------------------------- mistakes of the program


def test_a_mistake_is_told_once_at_a_time_with_a_report_to_copy(window: Window, qtbot: QtBot) -> None:
    window.messages.report_bug("KeyError\n  session.py", log="curator.log")
    window.messages.report_bug("Second", log="curator.log")
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 1
    assert dialogs[0].findChild(QPlainTextEdit).toPlainText() == "KeyError\n  session.py"
    buttons = dialogs[0].findChild(QDialogButtonBox)
    copy = next(one for one in buttons.buttons() if one.text() == "Copy the report")
    copy.click()
    assert QGuiApplication.clipboard().text() == "KeyError\n  session.py"
    with qtbot.waitSignal(dialogs[0].destroyed):
        buttons.button(QDialogButtonBox.StandardButton.Close).click()
    window.messages.report_bug("Third", log="curator.log")
    assert [one.findChild(QPlainTextEdit).toPlainText() for one in window.findChildren(QDialog)] == ["Third"]
