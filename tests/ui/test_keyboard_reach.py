"""Tab and Shift+Tab reach everything that can be used, come round again, and show where they are."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from every_view import FILTERS, VIEWS, Filed, Filled, close_window, each, open_window, review_of
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.preferences import Preferences
from curator.ui.queue.facet_words import Facet
from curator.ui.queue.floating import FloatingFrame
from curator.ui.theme import Scheme, ThemeKeeper
from curator.ui.widgets import RailButton
from curator.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

MOST_STOPS = 400
FAINTEST = 3.0
"""WCAG 2.2, 2.4.13: the focus differs from its absence by this contrast, https://www.w3.org/TR/WCAG22/."""
LEAST_PIXELS = 12
PANELS = [f"{FILTERS} {row}" for row in (0, 1, len(Facet), len(Facet) + 1)]
"""A facet with few values, one with a field to search in, the days, and what was saved."""
PAGES = [
    *(
        one
        for one in VIEWS
        if one != "key help" and not one.endswith("picker") and not one.startswith(FILTERS)
    ),
    *PANELS,
]
"""The key help has nothing to go to, and pickers are windows of their own that keys leave by Esc."""


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
    if theme.scheme is not Scheme.DARK:
        theme.set_scheme(Scheme.DARK)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def group_of(widget: QWidget) -> list[QAbstractButton]:
    """The buttons of which one is on: they are one stop, and the arrow keys go from one to the next."""
    if not isinstance(widget, QAbstractButton):
        return []
    if widget.group() is not None and widget.group().exclusive():
        return widget.group().buttons()
    if widget.autoExclusive() and widget.isCheckable():
        beside = widget.parentWidget().findChildren(
            QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        return [one for one in beside if one.autoExclusive()]
    return []


def usable(root: QWidget) -> set[QWidget]:
    """What a person can do something with: it is seen, enabled, and made for the keyboard."""
    return {
        one
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and (one.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(one, QAbstractButton))
        and one.focusProxy() is None
        and not isinstance(one, QMenuBar)
        and not isinstance(one.parentWidget(), QMenuBar)
        # The button that empties a field: who is in the field can do that without it.
        and not isinstance(one.parentWidget(), QLineEdit)
    }


def go_round(window: QWidget, *, forward: bool) -> list[QWidget]:
    """The stops of Tab from where the focus is until it comes to one of them again."""
    stops: list[QWidget] = []
    while len(stops) < MOST_STOPS:
        step(window, forward=forward)
        now = QApplication.focusWidget()
        assert now is not None
        if now in stops:
            break
        stops.append(now)
    return stops


def step(window: QWidget, *, forward: bool = True) -> None:
    held = Qt.KeyboardModifier.NoModifier if forward else Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab, held)


@pytest.mark.parametrize("view", each(PAGES))
def test_tab_reaches_everything(view: str, opened: tuple[MainWindow, Filed], qtbot: QtBot) -> None:
    window, filed = opened
    root = VIEWS[view](window, filed, qtbot)
    frame = next((one for one in window.findChildren(FloatingFrame) if one.isVisible()), None)
    there = go_round(root, forward=True)
    back = go_round(root, forward=False)
    assert len(there) < MOST_STOPS
    assert set(back) == set(there)
    reached = set(there) | {button for stop in there for button in group_of(stop)}
    assert sorted(map(told, usable(frame or root) - reached)) == []


@pytest.mark.parametrize("view", ["review", "grid"])
def test_tab_goes_on_after_a_question(view: str, opened: tuple[MainWindow, Filed], qtbot: QtBot) -> None:
    window, filed = opened
    VIEWS[view](window, filed, qtbot)
    review = review_of(window)
    before = set(go_round(window, forward=True))
    review.approve_as()
    picker = (review.grid.bar if review.in_grid else review.bar).questions.makings
    qtbot.waitUntil(picker.isVisible)
    QTest.keyClick(picker.list, Qt.Key.Key_Escape)
    # Without a window manager nobody gives the focus back to the window.
    with qtbot.waitActive(window):
        window.activateWindow()
    review.attend()
    assert set(go_round(window, forward=True)) == before


def test_arrow_keys_reach_every_page_of_the_rail(opened: tuple[MainWindow, Filed]) -> None:
    window, _ = opened
    buttons = window.findChildren(RailButton)
    for key, first in ((Qt.Key.Key_Down, buttons[0]), (Qt.Key.Key_Up, buttons[-1])):
        first.setFocus(Qt.FocusReason.TabFocusReason)
        reached = {QApplication.focusWidget()}
        for _ in buttons:
            QTest.keyClick(window.windowHandle(), key)
            reached.add(QApplication.focusWidget())
        assert reached == set(buttons)


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """Red, green and blue of each pixel, (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def luminances(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance of each pixel: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    colors = pixels / 255
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


def strong_pixels(one: QImage, other: QImage) -> int:
    """How many pixels differ by so much contrast that everybody sees it."""
    first, second = pixels_of(one), pixels_of(other)
    changed = (first != second).any(axis=2)
    darker, lighter = np.sort([luminances(first[changed]), luminances(second[changed])], axis=0)
    return int(((lighter + 0.05) / (darker + 0.05) >= FAINTEST).sum())


def pixels_of_focus(window: QWidget, stop: QWidget) -> int:
    """What the focus changes about a widget, where it is seen."""
    place = QRect(stop.mapTo(window, QPoint()), stop.size())
    around = stop.parentWidget()
    while around is not None and around is not window:
        place &= QRect(around.mapTo(window, QPoint()), around.size())
        around = around.parentWidget()
    if place.isEmpty():
        return 0  # scrolled out of sight
    with_it = window.grab(place).toImage()
    stop.clearFocus()
    without = window.grab(place).toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    return strong_pixels(with_it, without)


@pytest.mark.parametrize("view", each(["review", "settings", "grid", "person", "fetch preview"]))
def test_the_focus_is_seen(
    view: str, opened: tuple[MainWindow, Filed], theme: ThemeKeeper, qtbot: QtBot
) -> None:
    window, filed = opened
    root = VIEWS[view](window, filed, qtbot)
    unseen = []
    # The one that it has first: each change polishes hundreds of widgets anew.
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.set_scheme(scheme)
        unseen += [f"{scheme.value}: {what}" for what in unseen_stops(root)]
    assert not unseen, "\n".join(unseen)


def unseen_stops(window: QWidget) -> list[str]:
    """Stops of Tab at which nobody could see that they are there."""
    unseen: list[str] = []
    stops: set[QWidget] = set()
    while len(stops) < MOST_STOPS:
        step(window)
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop in stops:
            break
        stops.add(stop)
        pixels = pixels_of_focus(window, stop)
        if pixels < LEAST_PIXELS:
            unseen.append(f"{told(stop)}: {pixels} pixels")
    assert len(stops) > 5
    return unseen
