"""The start page: the ways to begin, and the name that signs decisions."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.ui.start.page import StartPage


def page_of(qtbot: QtBot, *, last: Path | None = None) -> StartPage:
    page = StartPage(curator="Ada", last=last)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize(
    ("button", "signal"),
    [("new", "new_wanted"), ("open", "open_wanted"), ("sample", "sample_wanted"), ("go_on", "last_wanted")],
)
def test_each_choice_asks_for_its_catalogue(qtbot: QtBot, button: str, signal: str) -> None:
    page = page_of(qtbot, last=Path("campaign"))
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)


def test_the_last_catalogue_is_offered_only_when_there_is_one(qtbot: QtBot) -> None:
    assert page_of(qtbot).go_on is None
    page = page_of(qtbot, last=Path("somewhere") / "campaign")
    assert page.go_on is not None
    assert page.go_on.accessibleName() == "Go on with campaign"
    assert page.focusWidget() is page.go_on


def test_choices_work_by_keyboard(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(page.new_wanted):
            qtbot.keyClick(page.new, key)


def test_a_new_name_is_told_when_it_is_whole(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    told: list[str] = []
    page.curator_changed.connect(told.append)
    page.name.clear()
    qtbot.keyClicks(page.name, "  Bram   Okker ")
    assert told == []
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert told == ["Bram Okker"]


def test_a_name_that_is_being_typed_counts_for_the_choice(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    order: list[str] = []
    page.curator_changed.connect(order.append)
    page.open_wanted.connect(lambda: order.append("open"))
    page.name.setText("Bram")
    page.open.click()
    assert order == ["Bram", "open"]


def test_an_empty_name_gets_the_old_one_back(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.name.clear()
    with qtbot.assertNotEmitted(page.curator_changed):
        qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert page.name.text() == "Ada"
