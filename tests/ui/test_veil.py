"""The veil: what of a picture can be seen through it, in the view, in the pane and in the queue."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.records import FaceBox
from curator.ui.review.face_pane import FacePane
from curator.ui.review.picture_view import PictureView
from curator.ui.theme import Scheme, Tokens, apply_theme
from curator.ui.veil import Veil, through

WIDTH, HEIGHT = 240, 180


@pytest.fixture
def tokens(qapp: QApplication) -> Tokens:
    return apply_theme(qapp, Scheme.DARK)


@pytest.fixture
def picture() -> QImage:
    """Stripes of strong colours, two pixels wide."""
    pixels = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    pixels[:, 0::4] = pixels[:, 1::4] = (250, 20, 20)
    pixels[:, 2::4] = pixels[:, 3::4] = (20, 20, 250)
    return QImage(pixels.tobytes(), WIDTH, HEIGHT, 3 * WIDTH, QImage.Format.Format_RGB888).copy()


@pytest.fixture
def view(picture: QImage, tokens: Tokens, qtbot: QtBot) -> PictureView:
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(WIDTH + 40, HEIGHT + 40)
    made.show_picture(picture, full_width=WIDTH, full_height=HEIGHT)
    return made


def inside(widget: QWidget) -> list[QColor]:
    """The colours along a line through the lower half, where no sign stands."""
    image = widget.grab().toImage()
    y = image.height() * 3 // 4
    return [image.pixelColor(x, y) for x in range(image.width() // 3, image.width() * 2 // 3)]


def has_color(colors: list[QColor]) -> bool:
    return any(max(c.red(), c.green(), c.blue()) - min(c.red(), c.green(), c.blue()) > 60 for c in colors)


def contrast(colors: list[QColor]) -> float:
    levels = [color.lightness() for color in colors]
    return float(np.abs(np.diff(levels)).max())


def test_without_a_veil_the_image_itself_is_seen(picture: QImage) -> None:
    assert through(picture, veil=Veil.NONE) is picture


def test_grey_is_sharp_and_of_full_size(picture: QImage) -> None:
    seen = through(picture, veil=Veil.GREY)
    assert seen is not None
    assert seen.size() == picture.size()
    assert seen.isGrayscale()
    assert seen.pixelColor(0, 50) != seen.pixelColor(2, 50)


def test_blur_keeps_neither_colour_nor_stripes(picture: QImage) -> None:
    seen = through(picture, veil=Veil.BLUR)
    assert seen is not None
    assert seen.isGrayscale()
    levels = [seen.pixelColor(x, seen.height() // 2).lightness() for x in range(40, seen.width() - 40)]
    assert max(levels) - min(levels) < 25


def test_hidden_is_nothing_at_all(picture: QImage) -> None:
    assert through(picture, veil=Veil.HIDE) is None


def test_the_view_shows_what_may_be_seen(view: PictureView) -> None:
    view.zoom_actual()
    assert has_color(inside(view))
    view.set_veil(Veil.GREY)
    assert not has_color(inside(view))
    assert contrast(inside(view)) > 15
    view.set_veil(Veil.BLUR)
    assert not has_color(inside(view))
    assert contrast(inside(view)) < 15
    view.set_veil(Veil.NONE)
    assert has_color(inside(view))


def test_a_hidden_picture_is_an_even_plate(view: PictureView, tokens: Tokens) -> None:
    view.set_veil(Veil.HIDE)
    assert {color.name() for color in inside(view)} == {tokens.raised}


def test_a_veil_can_follow_upon_another(view: PictureView) -> None:
    view.set_veil(Veil.BLUR)
    inside(view)
    view.set_veil(Veil.GREY)
    assert contrast(inside(view)) > 15


def test_whoever_listens_hears_that_the_veil_is_another(view: PictureView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.view_changed):
        view.set_veil(Veil.HIDE)
    assert view.veiled
    view.set_veil(Veil.NONE)
    assert view.veil is Veil.NONE
    view.set_veil(Veil.BLUR)
    assert view.veil is Veil.BLUR


@pytest.mark.parametrize("veil", list(Veil))
def test_the_pane_shows_the_same(picture: QImage, tokens: Tokens, qtbot: QtBot, veil: Veil) -> None:
    pane = FacePane()
    qtbot.addWidget(pane)
    pane.resize(150, 150)
    pane.show_face(picture, box=FaceBox(40, 20, 120, 120), full_size=QSize(WIDTH, HEIGHT))
    pane.set_veil(veil)
    assert has_color(inside(pane)) is (veil is Veil.NONE)
    if veil is Veil.HIDE:
        with pytest.raises(ValueError, match="no picture"):
            pane.crop(150)
