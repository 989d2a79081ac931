"""The read-out of the zoom, and the head of the desk that it stands in."""

import pytest
from builders import dossier, plain_image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.ui.keyboard.commands import Name
from curator.ui.review.canvas import CanvasContent, PictureCanvas
from curator.ui.review.head import DeskHead
from curator.ui.review.zoom_readout import ZoomReadout
from curator.ui.theme import Scheme, apply_theme

WIDE, NARROW = 700, 400


@pytest.fixture
def head(qtbot: QtBot, qapp: QApplication) -> DeskHead:
    apply_theme(qapp, Scheme.DARK)
    made = DeskHead()
    qtbot.addWidget(made)
    made.resize(WIDE, 51)
    with qtbot.waitExposed(made):
        made.show()
    made.show_dossier(dossier())
    return made


def pressed(qtbot: QtBot, head: DeskHead) -> Name:
    with qtbot.waitSignal(head.pressed) as said:
        qtbot.mouseClick(head.zoom, Qt.MouseButton.LeftButton)
    return Name((said.args or [""])[0])


def test_it_tells_the_zoom_and_leads_to_the_other_one(qtbot: QtBot, head: DeskHead) -> None:
    head.zoom.set_keys(fit="0", actual="1")
    head.zoom.show_zoom(46, fitted=True)
    assert (head.zoom.text(), head.zoom.accessibleName()) == ("46 %", "Zoom: 46 %")
    assert "Full size (1)" in head.zoom.toolTip()
    assert pressed(qtbot, head) is Name.ACTUAL
    head.zoom.show_zoom(125, fitted=False)
    assert "Fit the picture (0)" in head.zoom.toolTip()
    assert pressed(qtbot, head) is Name.FIT


def test_a_picture_that_fits_at_full_size_is_fitted(qtbot: QtBot, head: DeskHead) -> None:
    head.zoom.show_zoom(100, fitted=True)
    assert pressed(qtbot, head) is Name.FIT


def test_without_a_picture_there_is_no_zoom(qtbot: QtBot) -> None:
    readout = ZoomReadout()
    qtbot.addWidget(readout)
    readout.show_zoom(80, fitted=True)
    readout.show_zoom(None, fitted=True)
    assert (readout.text(), readout.accessibleName(), readout.isEnabled()) == ("", "Zoom", False)


def test_it_is_as_wide_for_every_number(qtbot: QtBot) -> None:
    readout = ZoomReadout()
    qtbot.addWidget(readout)
    widths = set()
    for percent in (None, 7, 46, 100, 400):
        readout.show_zoom(percent, fitted=False)
        widths.add(readout.sizeHint().width())
    assert len(widths) == 1


def test_a_canvas_says_whether_it_shows_a_picture(qtbot: QtBot) -> None:
    canvas = PictureCanvas()
    qtbot.addWidget(canvas)
    assert not canvas.shows_picture
    canvas.show_content(CanvasContent(plain_image(), 400, 500))
    assert canvas.shows_picture


def test_a_narrow_head_has_its_title_over_the_tools(head: DeskHead) -> None:
    one_line = head.height()
    head.resize(NARROW, one_line)
    assert head.height() > one_line
    title = head._title.mapTo(head, head._title.rect().topLeft())
    assert head.zoom.mapTo(head, head.zoom.rect().topLeft()).y() < head._tools_line.y()
    assert title.y() < head._tools_line.y()
    assert head.minimumSizeHint().width() <= NARROW
    head.resize(WIDE, head.height())
    assert head.height() == one_line


def test_the_facts_are_there_whole_or_not_at_all(head: DeskHead) -> None:
    for width in range(NARROW, 1000, 20):
        head.resize(width, head.height())
        facts = head._facts
        assert facts.isHidden() or facts.width() >= facts.sizeHint().width(), width
