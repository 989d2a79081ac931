"""The desk with words that are longer by two fifths, at 150 % of the text, on the smallest screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from every_view import VIEWS, Filed, Filled, close_window, each, open_window, review_of
from PySide6.QtCore import QCoreApplication, QRect, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.language import CONTEXT
from curator.ui.preferences import Preferences
from curator.ui.theme import Scheme, ThemeKeeper
from curator.ui.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LARGE = 150


class Longer(QTranslator):
    """Says everything with two fifths more letters, in words that can be broken."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context != CONTEXT or len(source) < 3:
            return None
        more = round(0.4 * len(source))
        return f"{source} " + " ".join("ü" * min(8, more - first) for first in range(0, more, 9))


@pytest.fixture
def opened(
    every_view: Filled, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[tuple[MainWindow, Filed]]:
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    theme = ThemeKeeper(qapp, scheme=Scheme.LIGHT, text_percent=LARGE)
    preferences = Preferences(tmp_path / "curator.ini")
    window, filed = open_window(
        every_view, tmp_path / "catalogue", preferences=preferences, theme=theme, qtbot=qtbot
    )
    yield window, filed
    close_window(window)
    theme.set_text_percent(100)
    QCoreApplication.removeTranslator(longer)


def crowded(root: QWidget) -> list[str]:
    """Buttons without room for what they are, and lines that are cut below."""
    found = []
    for one in root.findChildren(QWidget):
        if not one.isVisible():
            continue
        told = one.accessibleName() or (one.text() if isinstance(one, QLabel) else "")
        if isinstance(one, QAbstractButton) and one.width() < one.minimumSizeHint().width():
            found.append(f"no room: {told}")
        folded = one.height() == one.maximumHeight()
        if (
            isinstance(one, QLabel)
            and one.wordWrap()
            and not folded
            and one.height() < one.heightForWidth(one.width())
        ):
            found.append(f"cut: {told}")
    return found


def overlapping(row: QWidget) -> list[tuple[str, str]]:
    """Buttons that lie over each other."""
    buttons = [one for one in row.findChildren(QAbstractButton) if one.isVisible()]
    places = [QRect(one.mapTo(row, one.rect().topLeft()), one.size()) for one in buttons]
    return [
        (one.accessibleName(), other.accessibleName())
        for place, one in enumerate(buttons)
        for beside, other in enumerate(buttons[:place])
        if places[place].intersects(places[beside])
    ]


@pytest.mark.parametrize(
    "name",
    each(["review", "approved", "near-duplicates", *(one for one in VIEWS if one.startswith("compare"))]),
)
def test_nothing_on_the_desk_is_crowded(opened: tuple[MainWindow, Filed], name: str, qtbot: QtBot) -> None:
    window, filed = opened
    VIEWS[name](window, filed, qtbot)
    for _ in range(3):
        QApplication.processEvents()
    page = review_of(window)
    desk, bar, evidence = page.desk, page.bar, page.desk.evidence
    for part in (desk.head, desk.compare, desk.copies, evidence):
        if part.isVisible():
            assert crowded(part) == [], type(part).__name__
    assert crowded(bar) == []
    assert overlapping(bar) == []
    assert overlapping(desk.head) == []
    content = evidence._area.widget()
    assert content.width() <= evidence._area.viewport().width(), "nothing lies beyond the edge"
    parts = (desk.head, desk.canvas, desk.compare, desk.copies)
    widths = {type(one).__name__: one.minimumSizeHint().width() for one in parts}
    assert max(widths.values()) <= desk.head.width(), widths
    right = evidence.mapTo(window, evidence.rect().bottomRight()).x()
    assert right < window.width()


def test_the_plot_of_the_comparison_is_whole(opened: tuple[MainWindow, Filed], qtbot: QtBot) -> None:
    window, filed = opened
    VIEWS["compare overlay"](window, filed, qtbot)
    QApplication.processEvents()
    compare = review_of(window).desk.compare
    assert compare.plot.height() >= compare.plot.sizeHint().height(), "its words would lie over each other"
    assert compare.stage.height() >= compare.stage.minimumSizeHint().height()
