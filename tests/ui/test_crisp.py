"""A picture that is zoomed into is shown sharper than its preview, once the view rests."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from curator.engine.records import FaceBox
from curator.ui.review.canvas import CanvasContent, PictureCanvas
from curator.ui.review.crisp import CrispDetail
from curator.ui.review.viewport import Viewport
from curator.ui.veil import Veil

PREVIEW, FULL = 400, 4000


def canvas_with(qtbot: QtBot, *, full: int = FULL) -> PictureCanvas:
    canvas = PictureCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    image = QImage(PREVIEW, PREVIEW, QImage.Format.Format_RGB888)
    image.fill(QColor("navy"))
    canvas.show_content(CanvasContent(image=image, full_width=full, full_height=full))
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def zoom(canvas: PictureCanvas) -> None:
    for _ in range(10):
        canvas.zoom_in()


def test_the_part_that_is_seen_is_asked_for_at_the_screens_resolution(qtbot: QtBot) -> None:
    canvas = canvas_with(qtbot)
    with qtbot.waitSignal(canvas.detail_wanted) as told:
        zoom(canvas)
    region, side = told.args
    left, top = canvas.viewport.to_picture(0, 0)
    right, bottom = canvas.viewport.to_picture(400, 400)
    assert region.left <= left
    assert region.top <= top
    assert region.right >= right
    assert region.bottom >= bottom
    assert side == pytest.approx(canvas.viewport.scale * max(region.width, region.height), abs=1)


def test_the_sharp_part_is_drawn_over_the_preview(qtbot: QtBot) -> None:
    canvas = canvas_with(qtbot)
    with qtbot.waitSignal(canvas.detail_wanted) as told:
        zoom(canvas)
    region, side = told.args
    sharp = QImage(side, side, QImage.Format.Format_RGB888)
    sharp.fill(QColor("yellow"))
    canvas.show_detail(region, sharp)
    assert canvas.grab().toImage().pixelColor(200, 200) == QColor("yellow")


def test_a_veil_that_blurs_keeps_sharp_parts_out(qtbot: QtBot) -> None:
    canvas = canvas_with(qtbot)
    with qtbot.waitSignal(canvas.detail_wanted) as told:
        zoom(canvas)
    region, side = told.args
    sharp = QImage(side, side, QImage.Format.Format_RGB888)
    sharp.fill(QColor("yellow"))
    canvas.show_detail(region, sharp)
    canvas.set_veil(Veil.BLUR)
    assert canvas.grab().toImage().pixelColor(200, 200) != QColor("yellow")


def test_a_crop_of_another_picture_is_not_drawn(qtbot: QtBot) -> None:
    canvas = canvas_with(qtbot)
    with qtbot.waitSignal(canvas.detail_wanted) as told:
        zoom(canvas)
    other = QImage(PREVIEW, PREVIEW, QImage.Format.Format_RGB888)
    other.fill(QColor("navy"))
    canvas.show_content(CanvasContent(image=other, full_width=FULL, full_height=FULL))
    zoom(canvas)
    sharp = QImage(10, 10, QImage.Format.Format_RGB888)
    sharp.fill(QColor("yellow"))
    canvas.show_detail(told.args[0], sharp)
    assert canvas.grab().toImage().pixelColor(200, 200) != QColor("yellow")


def painted(detail: CrispDetail, viewport: Viewport, *, ratio: float = 1.0) -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    detail.paint(painter, viewport, ratio=ratio, veil=Veil.NONE)
    painter.end()


def test_nothing_is_asked_for_where_the_preview_is_sharp_enough(qtbot: QtBot) -> None:
    parent = QObject()
    detail = CrispDetail(parent)
    detail.forget(preview_width=PREVIEW)
    with qtbot.assertNotEmitted(detail.wanted, wait=200):
        painted(detail, Viewport(400, 400, FULL, FULL, scale=0.1))
        # A picture as small as its preview holds no more.
        painted(detail, Viewport(400, 400, PREVIEW, PREVIEW, scale=4.0))


def test_a_small_pan_inside_of_what_was_asked_for_asks_nothing_new(qtbot: QtBot) -> None:
    parent = QObject()
    detail = CrispDetail(parent)
    detail.forget(preview_width=PREVIEW)
    near = Viewport(400, 400, FULL, FULL, scale=1.0, left=-1000, top=-1000)
    with qtbot.waitSignal(detail.wanted) as told:
        painted(detail, near)
    assert isinstance(told.args[0], FaceBox)
    with qtbot.assertNotEmitted(detail.wanted, wait=200):
        painted(detail, near.moved(-20, 10))
    with qtbot.waitSignal(detail.wanted):
        painted(detail, near.moved(-300, 0))
