"""The window on small screens: nothing keeps it wider than they are, what comes and goes moves nothing."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from every_view import VIEWS, Filed, Filled, close_window, open_window, review_of
from PySide6.QtCore import QLocale, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.receiving import Progress as Load
from curator.ui import translators
from curator.ui.intake.activity import Activity
from curator.ui.preferences import Preferences
from curator.ui.session import Progress
from curator.ui.theme import Scheme, ThemeKeeper
from curator.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HALF, SMALL = QSize(1024, 610), QSize(1280, 690)
"""What a title bar leaves of 1024 x 640, and of 1280 x 720: for usual text, and for the largest."""
# What is approved is listed elsewhere, so of those that need the queue it comes last.
VISITED = (
    "review",
    next(one for one in VIEWS if one.startswith("compare")),
    "near-duplicates",
    "grid",
    "approved",
    "board",
    "person",
    "export",
    "log",
    "settings",
)


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    translators.install(qapp, request.param)
    yield request.param
    translators.install(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture
def percent(request: pytest.FixtureRequest) -> int:
    return int(getattr(request, "param", 100))


@pytest.fixture
def opened(
    every_view: Filled, tmp_path: Path, qapp: QApplication, qtbot: QtBot, percent: int
) -> Iterator[tuple[MainWindow, Filed]]:
    theme = ThemeKeeper(qapp, scheme=Scheme.LIGHT, text_percent=percent)
    preferences = Preferences(tmp_path / "curator.ini")
    window, filed = open_window(
        every_view, tmp_path / "catalogue", preferences=preferences, theme=theme, qtbot=qtbot
    )
    yield window, filed
    close_window(window)
    theme.set_text_percent(100)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("language", "percent", "screen"),
    [
        pytest.param("de", 100, HALF),
        *(pytest.param(one, 100, HALF, marks=pytest.mark.slow) for one in ("en", "fr", "it")),
        *(pytest.param(one, 150, SMALL, marks=pytest.mark.slow) for one in ("en", "de", "fr", "it")),
    ],
    indirect=["language", "percent"],
)
def test_every_page_fits_a_small_screen(
    language: str, opened: tuple[MainWindow, Filed], screen: QSize, qtbot: QtBot
) -> None:
    window, filed = opened
    too_large = {}
    for name in VISITED:
        VIEWS[name](window, filed, qtbot)
        settle()
        least = window.minimumSizeHint()
        if least.width() > screen.width() or least.height() > screen.height():
            too_large[name] = least.toTuple()
    assert too_large == {}


def test_parts_of_the_desk_do_not_lie_over_each_other_in_half_a_screen(
    opened: tuple[MainWindow, Filed], qtbot: QtBot
) -> None:
    window, filed = opened
    VIEWS["approved"](window, filed, qtbot)
    window.resize(HALF)
    settle()
    assert window.size() == HALF
    review = review_of(window)
    row = [place_of(one, window) for one in (review.queue, review.desk.canvas, review.desk.evidence)]
    assert all(before.right() < after.left() for before, after in pairwise(row))
    assert row[-1].right() < window.width()
    bar = [
        place_of(one, window)
        for one in (
            review.bar.approve_button,
            review.bar.reject_button,
            review.bar.reasons,
            review.bar.skip_button,
            review.bar.ask_button,
            review.bar.undo_button,
        )
    ]
    assert all(before.right() < after.left() for before, after in pairwise(bar))
    assert bar[-1].right() < window.width()


def test_work_that_begins_and_ends_moves_nothing_on_the_desk(
    opened: tuple[MainWindow, Filed], qtbot: QtBot
) -> None:
    window, filed = opened
    VIEWS["review"](window, filed, qtbot)
    activity, review = window.findChild(Activity), review_of(window)
    parts = (review.queue, review.desk.canvas, review.desk.evidence, review.bar.approve_button, window._rail)
    seen = []
    for progress in (
        Progress(3, 9, 0, None, False),
        Progress(3, 20_000, 1_200, Load(12_345, 19_999), False),
        Progress(3, 20_000, 1_200, None, True),
        Progress(3, 20_000, 0, None, False),
    ):
        activity.show_progress(progress)
        settle()
        seen.append([place_of(one, window).getRect() for one in parts])
    assert seen[1:] == seen[:-1]


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
