"""The picture canvas: mapping, painting, plates, keys, mouse, veil, drawing by hand."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.records import FaceBox, Point
from curator.ui.review.canvas import CanvasContent, CanvasFace, PictureCanvas
from curator.ui.review.canvas_content import in_words
from curator.ui.review.plates import PlateRequest, place_plates
from curator.ui.review.viewport import Viewport
from curator.ui.theme import DARK, LIGHT, Scheme, Tone, apply_theme
from curator.ui.veil import Veil, veiled

GREY = 128


def grey(width: int = 800, height: int = 600) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(GREY, GREY, GREY))
    return image


def noise(width: int, height: int) -> QImage:
    """A picture in which no pixel is like its neighbour."""
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return QImage(pixels.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()


ONE = CanvasFace(
    7,
    FaceBox(600, 400, 400, 400),
    (Point(700, 500), Point(900, 500)),
    "Odalys Quent",
    "0.54 possible",
    Tone.WARN,
)
TWO = CanvasFace(9, FaceBox(1100, 420, 300, 300), (), "Cosmo Treadgold", "0.78 no match", Tone.BAD)


def content(*faces: CanvasFace, image: QImage | None = None) -> CanvasContent:
    """A picture of 1600 x 1200 of which a preview of half the size is shown."""
    return CanvasContent(image or grey(), 1600, 1200, faces)


@pytest.fixture
def canvas(qapp: QApplication, qtbot: QtBot) -> PictureCanvas:
    apply_theme(qapp, Scheme.DARK)
    made = PictureCanvas()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def grabbed(canvas: PictureCanvas) -> QImage:
    return canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def distinct(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


# ---------------------------------------------------------------- mapping

sizes = st.floats(10, 5000)


@given(
    view_width=sizes,
    view_height=sizes,
    width=sizes,
    height=sizes,
    scale=st.floats(0.01, 20),
    x=st.floats(-1, 2),
    y=st.floats(-1, 2),
)
def test_there_and_back_is_the_same_point(
    view_width: float, view_height: float, width: float, height: float, scale: float, x: float, y: float
) -> None:
    viewport = Viewport(view_width, view_height, width, height).scaled_at(scale, x=0, y=0)
    back = viewport.to_picture(*viewport.to_view(x * width, y * height))
    assert back == pytest.approx((x * width, y * height), abs=1e-5 * max(width, height))


@given(
    view_width=sizes,
    view_height=sizes,
    width=sizes,
    height=sizes,
    dx=st.floats(-9e3, 9e3),
    scale=st.floats(0.01, 20),
)
def test_a_picture_never_leaves_a_needless_gap(
    view_width: float, view_height: float, width: float, height: float, dx: float, scale: float
) -> None:
    moved = Viewport(view_width, view_height, width, height).scaled_at(scale, x=0, y=0).moved(dx, -dx)
    if moved.shown_width <= view_width:
        assert moved.left == pytest.approx((view_width - moved.shown_width) / 2)
    else:
        assert moved.left <= 1e-6
        assert moved.left + moved.shown_width >= view_width - 1e-6


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    viewport = Viewport(700, 500, 1600, 1200).scaled_at(1.0, x=350, y=250)
    before = viewport.to_picture(400, 300)
    assert viewport.scaled_at(2.0, x=400, y=300).to_picture(400, 300) == pytest.approx(before)


def test_a_picture_is_fitted_with_a_margin_and_again_when_the_view_grows(canvas: PictureCanvas) -> None:
    canvas.show_content(content(ONE))
    assert canvas.fitted
    assert canvas.viewport.shown_height == pytest.approx(500 - 32)
    canvas.resize(1000, 800)
    assert canvas.viewport.shown_width == pytest.approx(1000 - 32)
    canvas.zoom_actual()
    middle = canvas.viewport.to_picture(500, 400)
    canvas.resize(900, 700)
    assert canvas.viewport.to_picture(450, 350) == pytest.approx(middle)
    assert canvas.zoom_percent == 100


def test_a_small_picture_is_not_blown_up_without_end(canvas: PictureCanvas) -> None:
    canvas.show_content(CanvasContent(grey(40, 30), 40, 30))
    assert canvas.zoom_percent == 300
    canvas.zoom_actual()
    assert canvas.zoom_percent == 100


# ---------------------------------------------------------------- painting


@pytest.mark.parametrize("zoom", ["fit", "actual", "in", "far in"])
@pytest.mark.parametrize("tone", list(Tone))
def test_the_line_of_a_box_has_the_colour_of_its_tone(canvas: PictureCanvas, zoom: str, tone: Tone) -> None:
    face = CanvasFace(1, ONE.box, tone=tone)
    canvas.show_content(content(face))
    if zoom != "fit":
        canvas.zoom_actual()
        # The left edge of the box in the middle of the view, as far as the picture reaches.
        x, _ = canvas.viewport.to_view(face.box.left, 0)
        canvas.pan(350 - x, 0)
    for _ in range({"in": 1, "far in": 3}.get(zoom, 0)):
        canvas.zoom_in()
    left, middle = canvas.viewport.to_view(face.box.left, face.box.top + face.box.height / 2)
    image = grabbed(canvas)
    expected = DARK.color(tone).name()
    assert expected in {image.pixelColor(round(left) + off, round(middle)).name() for off in (-1, 0, 1)}
    # The halo lies on both sides of the line, dark on a grey picture.
    for side in ((-4, -3, -2), (2, 3, 4)):
        row = [image.pixelColor(round(left) + off, round(middle)).lightness() for off in side]
        assert min(row) < 60
    # Well inside there is only the picture.
    assert image.pixelColor(round(left) + 12, round(middle)).red() == GREY


def test_boxes_and_landmarks_are_there_only_when_asked(canvas: PictureCanvas) -> None:
    canvas.show_content(content(ONE))
    x, y = (round(value) for value in canvas.viewport.to_view(700, 500))
    assert grabbed(canvas).pixelColor(x, y).red() == GREY
    canvas.set_landmarks_shown(True)
    assert grabbed(canvas).pixelColor(x, y).name() == DARK.accent
    canvas.set_landmarks_shown(False)
    canvas.set_boxes_shown(False)
    image = grabbed(canvas)
    left, top = (round(value) for value in canvas.viewport.to_view(0, 0))
    assert {image.pixel(px, py) for px in range(left + 2, 600, 7) for py in range(top + 2, 480, 7)} == {
        QColor(GREY, GREY, GREY).rgb()
    }
    assert canvas.plates == ()


def test_100_percent_is_pixel_for_pixel(canvas: PictureCanvas) -> None:
    picture = noise(900, 701)  # odd, so that centring would fall between two pixels
    canvas.show_content(CanvasContent(picture, 900, 701))
    canvas.zoom_actual()
    image = grabbed(canvas)
    left, top = round(canvas.viewport.left), round(canvas.viewport.top)
    for x, y in ((5, 5), (350, 250), (690, 490)):
        assert image.pixelColor(x, y) == picture.pixelColor(x - left, y - top)
    small = noise(301, 201)
    canvas.show_content(CanvasContent(small, 301, 201))
    canvas.zoom_actual()
    shown = grabbed(canvas)
    cut = shown.copy(round(canvas.viewport.left), round(canvas.viewport.top), 301, 201)
    assert cut == small.convertToFormat(QImage.Format.Format_RGB32)


def test_the_selected_face_of_several_stands_out(canvas: PictureCanvas) -> None:
    canvas.show_content(content(ONE, TWO))
    assert canvas.selected == ONE.id
    first = grabbed(canvas)
    canvas.select_face(TWO.id)
    assert canvas.selected == TWO.id
    second = grabbed(canvas)
    assert first != second
    corner = canvas.viewport.to_view(TWO.box.left, TWO.box.top)
    spot = (round(corner[0]) - 6, round(corner[1]) + 2)
    assert second.pixelColor(*spot).lightness() > 200
    assert first.pixelColor(*spot).lightness() < 200


def test_the_ground_follows_the_scheme(canvas: PictureCanvas, qapp: QApplication) -> None:
    canvas.show_content(content())
    assert grabbed(canvas).pixelColor(2, 2).name() == DARK.canvas
    apply_theme(qapp, Scheme.LIGHT)
    assert grabbed(canvas).pixelColor(2, 2).name() == LIGHT.canvas


def test_without_a_picture_a_sentence_stands_there(canvas: PictureCanvas) -> None:
    sentence = "This file could not be read: it ends too early."
    canvas.show_content(CanvasContent(message=sentence, broken=True))
    image = grabbed(canvas)
    assert distinct(image) > 3
    assert canvas.accessibleDescription() == sentence
    for command in (canvas.zoom_in, canvas.zoom_actual, canvas.zoom_fit, canvas.start_drawing):
        command()
    assert not canvas.drawing
    assert grabbed(canvas) == image


@pytest.mark.parametrize(
    "made",
    [
        CanvasContent(QImage(), 10, 10, (ONE,)),
        CanvasContent(grey(), 0, 0, (ONE,)),
        CanvasContent(None, 10, 10, (ONE,)),
    ],
)
def test_half_a_picture_is_none(canvas: PictureCanvas, made: CanvasContent) -> None:
    canvas.show_content(made)
    assert not made.has_picture
    assert canvas.accessibleDescription() == "No picture."
    assert canvas.plates == ()


# ---------------------------------------------------------------- plates


def test_plates_stay_in_sight_and_apart(canvas: PictureCanvas) -> None:
    corners = [(0, 0), (1400, 0), (0, 1000), (1400, 1000), (600, 500), (760, 500), (600, 660)]
    faces = tuple(
        CanvasFace(
            number, FaceBox(x, y, 150, 150), (), f"Politician number {number}", "0.54 possible", Tone.WARN
        )
        for number, (x, y) in enumerate(corners)
    )
    canvas.show_content(content(*faces))
    grabbed(canvas)
    assert len(canvas.plates) == len(faces)
    view = QRectF(canvas.rect())
    for plate in canvas.plates:
        assert view.contains(plate)
    for one, other in combinations(canvas.plates, 2):
        assert not one.intersects(other)


def test_a_plate_that_is_as_wide_as_the_view_still_says_a_name(canvas: PictureCanvas) -> None:
    canvas.resize(220, 200)
    box, words = FaceBox(600, 400, 300, 300), "0.79 in words that are longer than the view is wide"
    seen = []
    for name in ("Odalys Quent", "Ferris Molander"):
        canvas.show_content(content(CanvasFace(1, box, (), name, words, Tone.BAD)))
        seen.append(grabbed(canvas))
    assert seen[0] != seen[1]


def test_a_face_out_of_sight_has_no_plate(canvas: PictureCanvas) -> None:
    far = CanvasFace(1, FaceBox(0, 0, 60, 60), (), "Odalys Quent", "0.54 possible", Tone.WARN)
    canvas.show_content(content(far))
    grabbed(canvas)
    assert len(canvas.plates) == 1
    canvas.zoom_by(8, at=QPointF(500, 400))
    grabbed(canvas)
    assert canvas.plates == ()


@given(
    boxes=st.lists(
        st.tuples(st.floats(-200, 800), st.floats(-200, 600), st.floats(5, 900), st.floats(5, 900)),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_the_boxes_plates_lie_inside(boxes: list[tuple[float, float, float, float]]) -> None:
    view = QRectF(0, 0, 600, 400)
    requests = [PlateRequest(QRectF(*box), (QSizeF(900, 24), QSizeF(80, 24))) for box in boxes]
    for request, place in zip(requests, place_plates(requests, view=view), strict=True):
        assert (place is not None) == request.box.intersects(view)
        if place is not None:
            assert view.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(place.rect)


def test_a_bystander_says_who_it_is_only_when_pointed_at(canvas: PictureCanvas, qtbot: QtBot) -> None:
    main = CanvasFace(1, FaceBox(100, 300, 200, 200), (), "Odalys Quent", "0.41 good", Tone.OK)
    other = CanvasFace(2, FaceBox(900, 300, 200, 200), (), "nobody", "0.80 no match", quiet=True)
    canvas.show_content(content(main, other))
    grabbed(canvas)
    assert len(canvas.plates) == 1
    qtbot.mouseMove(canvas, at(canvas, 1000, 400))
    grabbed(canvas)
    assert len(canvas.plates) == 2
    qtbot.mouseMove(canvas, at(canvas, 600, 100))
    grabbed(canvas)
    assert len(canvas.plates) == 1
    canvas.select_face(2)
    grabbed(canvas)
    assert len(canvas.plates) == 2


def test_a_plate_stays_on_the_picture_and_off_all_faces() -> None:
    view, picture = QRectF(0, 0, 900, 400), QRectF(300, 0, 300, 400)
    # At the right edge of the picture, with a face without a plate above it.
    request = PlateRequest(QRectF(540, 150, 60, 60), (QSizeF(220, 24), QSizeF(90, 24)))
    above = QRectF(320, 100, 270, 48)
    (place,) = place_plates([request], view=view, picture=picture, others=[above])
    assert place is not None
    assert picture.contains(place.rect)
    assert place.size_index == 0
    assert not place.rect.intersects(request.box)
    assert not place.rect.intersects(above)


def test_a_plate_shrinks_before_it_hides_a_face() -> None:
    view = QRectF(0, 0, 600, 400)
    sizes = (QSizeF(220, 24), QSizeF(90, 24))
    row = [PlateRequest(QRectF(20 + 120 * number, 100, 100, 200), sizes) for number in range(4)]
    places = [place for place in place_plates(row, view=view) if place is not None]
    for place in places:
        assert all(not place.rect.intersects(request.box) for request in row)
    for one, other in combinations(places, 2):
        assert not one.rect.intersects(other.rect)


# ---------------------------------------------------------------- mouse and keys


def at(canvas: PictureCanvas, x: float, y: float) -> QPoint:
    left, top = canvas.viewport.to_view(x, y)
    return QPoint(round(left), round(top))


def test_a_click_on_a_face_selects_it(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content(ONE, TWO))
    with qtbot.waitSignal(canvas.face_selected) as told:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 1250, 570))
    assert told.args == [TWO.id]
    assert canvas.selected == TWO.id
    with qtbot.assertNotEmitted(canvas.face_selected):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 100, 100))


def test_the_smaller_of_two_faces_on_each_other_can_be_reached(canvas: PictureCanvas, qtbot: QtBot) -> None:
    inside = CanvasFace(3, FaceBox(700, 500, 100, 100))
    canvas.show_content(content(inside, ONE))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 750, 550))
    assert canvas.selected == 3
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 950, 750))
    assert canvas.selected == ONE.id


def test_faces_are_stepped_through_round_and_round(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content(ONE, TWO))
    with qtbot.waitSignal(canvas.face_selected) as told:
        canvas.step_face(1)
    assert told.args == [TWO.id]
    canvas.step_face(1)
    assert canvas.selected == ONE.id
    canvas.step_face(-1)
    assert canvas.selected == TWO.id


def test_zooming_goes_up_to_400_percent_and_down_to_fitted(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content(ONE))
    fitted = canvas.viewport
    with qtbot.waitSignal(canvas.view_changed):
        canvas.zoom_actual()
    assert (canvas.zoom_percent, canvas.fitted) == (100, False)
    canvas.zoom_in()
    assert canvas.zoom_percent == 125
    canvas.zoom_out()
    assert canvas.zoom_percent == 100
    for _ in range(20):
        canvas.zoom_in()
    assert canvas.zoom_percent == 400
    canvas.zoom_fit()
    assert canvas.viewport == fitted
    canvas.zoom_out()
    assert canvas.viewport == fitted


@pytest.mark.parametrize("key", ["b", "l", ",", ".", "+", "-", "0", "1"])
def test_letters_and_signs_are_left_to_the_windows_commands(canvas: PictureCanvas, key: str) -> None:
    canvas.show_content(content(ONE, TWO))
    before = canvas.viewport, canvas.boxes_shown, canvas.landmarks_shown, canvas.selected
    event = QKeyEvent(QEvent.Type.KeyPress, QKeySequence(key)[0].key(), Qt.KeyboardModifier.NoModifier, key)
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()
    assert (canvas.viewport, canvas.boxes_shown, canvas.landmarks_shown, canvas.selected) == before


def wheel(canvas: PictureCanvas, notches: float, position: QPointF) -> None:
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_to_the_pointer(canvas: PictureCanvas) -> None:
    canvas.show_content(content(ONE))
    canvas.zoom_actual()
    pointer = QPointF(200, 150)
    before = canvas.viewport.to_picture(200, 150)
    wheel(canvas, 2, pointer)
    assert canvas.zoom_percent == round(100 * 1.25**2)
    assert canvas.viewport.to_picture(200, 150) == pytest.approx(before)
    wheel(canvas, 99, pointer)
    assert canvas.zoom_percent == 400
    wheel(canvas, -99, pointer)
    assert canvas.fitted


def test_a_drag_pans_and_is_no_click(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content(ONE))
    canvas.zoom_actual()
    canvas.zoom_in()
    start = canvas.viewport
    with qtbot.assertNotEmitted(canvas.face_selected):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(350, 250))
        qtbot.mouseMove(canvas, QPoint(310, 230))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(310, 230))
    assert (canvas.viewport.left, canvas.viewport.top) == pytest.approx((start.left - 40, start.top - 20))


def test_a_double_click_goes_between_fitted_and_100_percent(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content())
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert canvas.zoom_percent == 100
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert canvas.fitted


def test_arrows_pan_only_while_there_is_something_to_pan(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Scheme.DARK)
    window = QWidget()
    canvas = PictureCanvas()
    QHBoxLayout(window).addWidget(canvas)
    moves: list[str] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Right), window)
    shortcut.activated.connect(lambda: moves.append("next picture"))
    qtbot.addWidget(window)
    window.resize(600, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    canvas.show_content(content())
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Right)
    assert moves == ["next picture"]
    canvas.zoom_actual()
    canvas.zoom_in()
    left = canvas.viewport.left
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Right)
    assert moves == ["next picture"]
    assert canvas.viewport.left == pytest.approx(left - 64)


def test_other_keys_are_left_to_the_window(canvas: PictureCanvas) -> None:
    canvas.show_content(content(ONE))
    for key, text in ((Qt.Key.Key_A, "a"), (Qt.Key.Key_Left, ""), (Qt.Key.Key_Escape, "")):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        canvas.keyPressEvent(event)
        assert not event.isAccepted()


def test_the_ring_shows_when_the_focus_came_by_a_key(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Scheme.DARK)
    window = QWidget()
    row = QHBoxLayout(window)
    button, canvas = QPushButton("First"), PictureCanvas()
    row.addWidget(button)
    row.addWidget(canvas)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    qtbot.waitUntil(canvas.hasFocus)
    assert grabbed(canvas).pixelColor(1, 40).name() == DARK.accent
    button.setFocus()
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert grabbed(canvas).pixelColor(1, 40).name() == DARK.canvas


# ---------------------------------------------------------------- same picture, other picture


def test_the_same_picture_keeps_its_place_and_another_is_fitted(canvas: PictureCanvas) -> None:
    image = grey()
    canvas.show_content(content(ONE, image=image))
    canvas.zoom_actual()
    canvas.show_content(content(ONE, TWO, image=image), selected=TWO.id)
    assert canvas.zoom_percent == 100
    assert canvas.selected == TWO.id
    canvas.show_content(content(ONE))
    assert canvas.fitted
    assert canvas.selected == ONE.id
    canvas.show_content(content())
    assert canvas.selected is None


def test_faces_are_told_in_words() -> None:
    assert in_words(content(), selected=None) == "No face is marked."
    assert in_words(content(ONE), selected=7) == "1 face: Odalys Quent, 0.54 possible."
    assert (
        in_words(content(ONE, TWO), selected=9)
        == "2 faces: Odalys Quent, 0.54 possible; Cosmo Treadgold, 0.78 no match (selected)."
    )
    assert in_words(content(CanvasFace(1, ONE.box)), selected=1) == "1 face: no name."


def test_screen_readers_hear_of_a_selection(canvas: PictureCanvas) -> None:
    canvas.show_content(content(ONE, TWO))
    assert canvas.accessibleName() == "Picture"
    assert "Odalys Quent, 0.54 possible (selected)" in canvas.accessibleDescription()
    canvas.step_face(1)
    assert "0.78 no match (selected)" in canvas.accessibleDescription()
    canvas.set_veil(Veil.BLUR)
    assert canvas.accessibleDescription().startswith("Veiled. 2 faces")


# ---------------------------------------------------------------- veil


def test_a_veil_takes_colour_and_features(busy_picture: QImage) -> None:
    veil = veiled(busy_picture)
    assert veil.isGrayscale()
    assert max(veil.width(), veil.height()) == 320
    small = veil.scaled(
        20, 20, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    back = small.scaled(
        veil.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    assert np.abs(levels(back).astype(int) - levels(veil)).mean() < 6  # nothing finer than 20 pixels is left


@pytest.fixture
def busy_picture() -> QImage:
    """Colour with fine detail, as a picture has it."""
    return noise(640, 800)


def levels(image: QImage) -> np.ndarray:
    rows = image.convertToFormat(QImage.Format.Format_Grayscale8)
    buffer = np.frombuffer(rows.constBits(), np.uint8).reshape(rows.height(), rows.bytesPerLine())
    return buffer[:, : rows.width()]


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (17, 19)])
def test_any_picture_can_be_veiled(size: tuple[int, int]) -> None:
    veil = veiled(noise(*size))
    assert not veil.isNull()
    assert max(veil.width(), veil.height()) == 320


def test_a_veiled_canvas_shows_nothing_of_the_picture(canvas: PictureCanvas) -> None:
    canvas.show_content(content(image=noise(800, 600)))
    clear = grabbed(canvas)
    canvas.set_veil_hint("Hold H to look.")
    canvas.set_veil(Veil.BLUR)
    image = grabbed(canvas)
    assert all(
        abs(image.pixelColor(x, 200).red() - image.pixelColor(x, 200).blue()) <= 1 for x in range(60, 640)
    )
    steps = [abs(image.pixelColor(x, 200).red() - image.pixelColor(x + 1, 200).red()) for x in range(60, 640)]
    assert max(steps) < 12
    canvas.set_veil(Veil.NONE)
    assert grabbed(canvas) == clear


# ---------------------------------------------------------------- drawing a face by hand


def test_a_face_is_drawn_with_the_mouse(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content())
    canvas.start_drawing()
    with qtbot.waitSignals([canvas.box_drawn, canvas.drawing_ended]):
        drawn: list[FaceBox] = []
        canvas.box_drawn.connect(drawn.append)
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 900, 800))
        qtbot.mouseMove(canvas, at(canvas, 400, 500))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 400, 500))
    assert not canvas.drawing
    (box,) = drawn
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((400, 500, 900, 800), abs=3)


def test_a_drawn_face_ends_at_the_edge_of_the_picture(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content())
    canvas.start_drawing()
    with qtbot.waitSignal(canvas.box_drawn) as told:
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 1400, 1000))
        qtbot.mouseMove(canvas, QPoint(699, 499))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(699, 499))
    box = told.args[0]
    assert (box.right, box.bottom) == (1600, 1200)


def test_a_slip_of_the_hand_draws_nothing(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content(ONE))
    canvas.start_drawing()
    with qtbot.assertNotEmitted(canvas.box_drawn), qtbot.waitSignal(canvas.drawing_ended):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 800, 600))


def test_a_face_is_drawn_with_keys(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content())
    canvas.start_drawing()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    before = grabbed(canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grabbed(canvas) != before
    with qtbot.waitSignal(canvas.box_drawn) as told:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    box = told.args[0]
    scale = canvas.viewport.scale
    assert (box.width, box.height) == pytest.approx((125 / scale, 133 / scale), abs=2)


def test_escape_gives_up_drawing(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content())
    canvas.start_drawing()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(canvas.box_drawn), qtbot.waitSignal(canvas.drawing_ended):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)


def test_another_picture_ends_drawing(canvas: PictureCanvas, qtbot: QtBot) -> None:
    canvas.show_content(content())
    canvas.start_drawing()
    with qtbot.waitSignal(canvas.drawing_ended):
        canvas.show_content(content())
    assert not canvas.drawing


# ---------------------------------------------------------------- real pictures


def test_a_real_picture_with_many_faces_is_labelled_apart(canvas: PictureCanvas, shared_data: Path) -> None:
    path = shared_data / "scenes" / "dlib" / "bald_guys.jpg"
    rows = [
        line.rsplit(",", 5)
        for line in (shared_data / "faces_by_eye.csv").read_text(encoding="utf-8").splitlines()
        if line.startswith("scenes/dlib/bald_guys.jpg")
    ]
    boxes = [tuple(int(value) for value in row[1:5]) for row in rows]
    faces = tuple(
        CanvasFace(number, FaceBox(left, top, right - left, bottom - top), (), "A. Name", "0.61", Tone.WARN)
        for number, (left, top, right, bottom) in enumerate(boxes)
    )
    image = QImage(str(path))
    canvas.resize(1000, 800)
    canvas.show_content(CanvasContent(image, image.width(), image.height(), faces))
    grabbed(canvas)
    assert len(canvas.plates) == len(faces) > 20
    for one, other in combinations(canvas.plates, 2):
        assert not one.intersects(other)
