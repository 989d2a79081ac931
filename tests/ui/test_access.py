"""What a screen reader is told: every view says in words what it holds and what can be done there."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from every_view import FILTERS, VIEWS, Filed, Filled, close_window, each, open_window
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from curator.ui.assets import Icon
from curator.ui.preferences import Preferences
from curator.ui.queue.filter_panel import FilterPanel
from curator.ui.theme import Scheme, ThemeKeeper
from curator.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ROLE, TEXT = QAccessible.Role, QAccessible.Text
BUTTONS = {ROLE.Button, ROLE.ButtonMenu, ROLE.ButtonDropDown, ROLE.CheckBox, ROLE.RadioButton}
FIELDS = {ROLE.ComboBox, ROLE.SpinBox, ROLE.EditableText, ROLE.Slider}
LISTS = {ROLE.List, ROLE.Table, ROLE.Tree, ROLE.ListItem, ROLE.TreeItem}
NAMED = BUTTONS | FIELDS | LISTS | {ROLE.Dialog, ROLE.Window, ROLE.MenuItem, ROLE.PageTab, ROLE.Graphic}
READ = {ROLE.StaticText, ROLE.Cell}
"""Words that can be selected or stood on: they are their own name, a number among them."""
UNFIT = {ROLE.NoRole, ROLE.Client}
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
DECORATION = {
    "BarTrack": "its number stands beside it",
    "CoverMark": "the word of the legend stands beside it",
    "DropVeil": "it lies over the page while something is dragged",
    "IconMark": "the word of its tone stands beside it",
    "_Badge": "the heading stands under it",
    "_Logo": "the name stands beside it",
}
"""Pictures that say nothing that is not said beside them, and why."""

WORD = re.compile(r"[^\W\d_]{2}")
WRONG = {
    "a mnemonic": re.compile(r"&"),
    "a pattern": re.compile(r"[{}]"),
    "HTML": re.compile(r"<\w+>|&\w+;"),
    # The library face_recognition is called so.
    "a name of the program": re.compile(
        r"(?<!face)_[a-z]|\b[A-Z][A-Za-z]+\.[A-Z_]{2,}\b|\bNone\b|0x[0-9a-f]{6}"
    ),
    "a folder": re.compile(r"(?:^|\s)(?:/\w+|[A-Za-z]:\\)"),
}
ICONS = {one.value for one in Icon if "-" in one.value}


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> ThemeKeeper:
    return ThemeKeeper(qapp, scheme=Scheme.DARK)


@pytest.fixture
def opened(
    every_view: Filled, tmp_path: Path, theme: ThemeKeeper, qtbot: QtBot
) -> Iterator[tuple[MainWindow, Filed]]:
    preferences = Preferences(tmp_path / "curator.ini")
    window, filed = open_window(
        every_view, tmp_path / "catalogue", preferences=preferences, theme=theme, qtbot=qtbot
    )
    yield window, filed
    close_window(window)


@dataclass(frozen=True)
class Heard:
    """What is told of one thing. Read at once: Qt throws its own objects away whenever it likes."""

    role: QAccessible.Role
    name: str
    description: str
    acts: bool
    leaf: bool
    place: tuple[int, ...]
    widget: QObject | None

    def __str__(self) -> str:
        kind = "item" if self.widget is None else type(self.widget).__name__
        return f"{self.role.name} {kind} {self.name!r}"


def heard(root: QWidget) -> list[Heard]:
    """Everything that is visible to a screen reader."""
    found: list[Heard] = []

    def visit(one: QAccessibleInterface, place: tuple[int, ...]) -> None:
        state = one.state()
        if state.invisible:
            return
        widget, count = one.object(), one.childCount()
        # Where Qt names a list to choose from by its label, the choice itself stands in the name's place.
        name = widget.accessibleName() if isinstance(widget, QComboBox) else one.text(TEXT.Name)
        acts = bool(state.focusable) or (widget is not None and widget is QApplication.focusWidget())
        found.append(Heard(one.role(), name, one.text(TEXT.Description), acts, count == 0, place, widget))
        for number in range(count):
            child = one.child(number)
            if child is not None:
                visit(child, (*place, number))

    visit(QAccessible.queryAccessibleInterface(root), ())
    return found


def wrong_words(one: Heard) -> list[str]:
    """What nobody should have to listen to; where a folder lies may be read, but is nothing's name."""
    found = []
    if one.role is ROLE.StaticText and Path(one.name).is_absolute():
        return []
    for words in (one.name, one.description):
        found += [f"{kind} in {words!r}" for kind, sign in WRONG.items() if sign.search(words)]
        if words in ICONS:
            found.append(f"an icon's name: {words!r}")
    return found


def wrong_with(one: Heard) -> list[str]:
    found = wrong_words(one)
    worded = WORD.search(one.name) is not None
    if (one.role in NAMED or (one.acts and one.role not in READ)) and not worded:
        found.append("no name in words")
    if isinstance(one.widget, CONTROLS) and not isinstance(one.widget, QScrollBar) and one.role in UNFIT:
        found.append("no fitting role")
    if is_picture(one) and not worded:
        found.append("a picture without words")
    if isinstance(one.widget, QAbstractItemView):
        found += wrong_current(one.widget)
    return [f"{one}: {what}" for what in found]


def is_picture(one: Heard) -> bool:
    """Whether it is painted by hand and is not a mere decoration."""
    kind = type(one.widget)
    return (
        isinstance(one.widget, QWidget)
        and one.leaf
        and one.role is ROLE.Client
        and kind is not QWidget
        and "paintEvent" in vars(kind)
        and kind.__name__ not in DECORATION
    )


def wrong_current(view: QAbstractItemView) -> list[str]:
    """Somebody who stands on a line hears what it says."""
    current, model = view.currentIndex(), view.model()
    if not current.isValid():
        return []
    role = Qt.ItemDataRole
    words = model.data(current, role.AccessibleTextRole) or model.data(current, role.DisplayRole)
    return [] if str(words or "").strip() else [f"nothing is said of line {current.row()}"]


def same_names(everything: list[Heard]) -> list[str]:
    """Buttons beside each other that nobody could tell apart by ear."""
    buttons = Counter((one.place[:-1], one.name) for one in everything if one.role in BUTTONS)
    return [f"{count} buttons {name!r}" for (_, name), count in buttons.items() if count > 1]


@pytest.mark.parametrize("view", each(one for one in VIEWS if not one.startswith(FILTERS)))
def test_everything_says_what_it_is(view: str, opened: tuple[MainWindow, Filed], qtbot: QtBot) -> None:
    window, filed = opened
    everything = heard(VIEWS[view](window, filed, qtbot))
    assert len(everything) > 5
    wrong = [what for one in everything for what in wrong_with(one)] + same_names(everything)
    assert not wrong, "\n".join(wrong)


def test_every_filter_says_what_it_is(opened: tuple[MainWindow, Filed], qtbot: QtBot) -> None:
    window, filed = opened
    wrong = []
    for view, open_it in VIEWS.items():
        if view.startswith(FILTERS):
            open_it(window, filed, qtbot)
            panel = window.findChild(FilterPanel)
            assert panel is not None
            assert panel.isVisible()
            everything = heard(panel)
            assert len(everything) > 10
            found = [what for one in everything for what in wrong_with(one)] + same_names(everything)
            wrong += [f"{view}: {what}" for what in found]
    assert not wrong, "\n".join(wrong)
