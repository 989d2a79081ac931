"""The comparison: faces eye on eye at one size, three ways of showing them, and how far is far in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import (
    FakePictures,
    digest,
    dossier,
    face,
    matches,
    plain_image,
    politician,
)
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.alignment import Eyes, places_of_eyes
from curator.engine.dossier import Dossier
from curator.engine.records import (
    AnalysisState,
    Claim,
    Face,
    FaceBox,
    FaceOrigin,
    Point,
    PortraitId,
    Reason,
    ReferencePortrait,
    Verdict,
)
from curator.ui.review.compare import CompareMode, CompareView
from curator.ui.review.compare.eye_crop import EyeCrop, aligned
from curator.ui.review.compare.flicker import FASTEST_MS, TURN_MS, Flicker
from curator.ui.review.compare.pane import AlignedPane, Layer
from curator.ui.review.compare.plot import SpreadPlot
from curator.ui.review.compare.wording import Spread, told
from curator.ui.review.strip import Bands
from curator.ui.theme import DARK, Scheme, apply_theme
from curator.ui.veil import Veil
from curator.ui.widgets.labels import ElidedLabel

BANDS = Bands(0.55, 0.64)
LEFT, RIGHT = QColor("#ff0000"), QColor("#0000ff")
RANKING = matches((1, 0.41), (2, 0.58), (3, 0.74))
WIDTHS = [(645, 605), (1030, 920), (460, 900)]


class Clock:
    """Seconds that stand still until they are told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Compared:
    """A view with pictures, as the desk would use it."""

    def __init__(self, qtbot: QtBot, *, size: tuple[int, int] = (645, 605)) -> None:
        self.pictures = FakePictures()
        self.clock = Clock()
        self.view = CompareView(self.pictures, flicker=Flicker(turn_ms=FASTEST_MS, clock=self.clock))
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.closed = 0
        self.steps: list[int] = []
        self.view.closed.connect(self._on_closed)
        self.view.portrait_changed.connect(self.steps.append)

    def show(self, shown: Dossier, *, of: Face | None = None) -> None:
        for number in (7, *range(101, 101 + len(shown.portraits))):
            self.pictures.images.setdefault(digest(number), plain_image(width=640, height=800))
        self.view.show_dossier(shown, face=of or shown.main_face)

    def key(self, key: Qt.Key, *, repeated: bool = False) -> bool:
        """Presses a key on the stage; whether the view took it."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(self.view, event)
        return event.isAccepted()

    def _on_closed(self) -> None:
        self.closed += 1


@pytest.fixture
def compared(qtbot: QtBot, qapp: QApplication) -> Compared:
    apply_theme(qapp, Scheme.DARK)
    return Compared(qtbot)


def made(**kwargs: object) -> Dossier:
    """A dossier whose portraits know how large they are."""
    values: dict[str, object] = {"faces": [face(ranking=RANKING)]} | kwargs
    shown = dossier(**values)  # type: ignore[arg-type]
    return replace(shown, portraits=tuple(sized(one) for one in shown.portraits))


def sized(portrait: ReferencePortrait, **kwargs: object) -> ReferencePortrait:
    return replace(portrait, **({"width": 400, "height": 500} | kwargs))  # type: ignore[arg-type]


def eyes_painted(*, left: tuple[int, int], right: tuple[int, int], size: tuple[int, int]) -> QImage:
    """A grey picture with a red spot for the left eye and a blue one for the right."""
    image = plain_image(width=size[0], height=size[1], color="#808080")
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    for color, place in ((LEFT, left), (RIGHT, right)):
        painter.setBrush(color)
        painter.drawEllipse(QPointF(*place), 12, 12)
    painter.end()
    return image


def spot(image: QImage, wanted: Callable[[QColor], bool]) -> QPointF:
    """The middle of all pixels of a colour."""
    places = [
        QPointF(x, y)
        for y in range(image.height())
        for x in range(image.width())
        if wanted(image.pixelColor(x, y))
    ]
    assert places
    return QPointF(sum(at.x() for at in places) / len(places), sum(at.y() for at in places) / len(places))


def is_left(color: QColor) -> bool:
    return color.red() > 200 and color.blue() < 60


def is_right(color: QColor) -> bool:
    return color.blue() > 200 and color.red() < 60


def face_mix(compared: Compared) -> float:
    return compared.view.stage.face.mix


# ---------------------------------------------------------------- eye on eye


@pytest.mark.parametrize(
    ("left", "right", "size", "times"),
    [
        ((150, 200), (250, 200), (400, 500), 1),
        ((150, 200), (250, 240), (400, 500), 2),
        ((300, 350), (220, 380), (600, 700), 4),
        ((700, 800), (1100, 700), (1600, 1200), 3),
    ],
)
def test_eyes_come_to_lie_at_the_same_places_whatever_the_picture(
    left: tuple[int, int], right: tuple[int, int], size: tuple[int, int], times: int
) -> None:
    image = eyes_painted(left=left, right=right, size=size)
    # The picture itself is larger than its preview; eyes are told in its pixels.
    eyes = Eyes(Point(left[0] * times, left[1] * times), Point(right[0] * times, right[1] * times), seen=True)
    full_size = QSize(size[0] * times, size[1] * times)
    crop = aligned(image, eyes=eyes, full_size=full_size, side=240)
    assert crop.size() == QSize(240, 240)
    for found, place in zip((spot(crop, is_left), spot(crop, is_right)), places_of_eyes(240), strict=True):
        assert (found - QPointF(place.x - 0.5, place.y - 0.5)).manhattanLength() < 1.5


def test_what_lies_outside_of_the_picture_stays_clear() -> None:
    image = plain_image(width=100, height=100)
    crop = aligned(image, eyes=Eyes(Point(2, 5), Point(30, 5), seen=True), full_size=image.size(), side=100)
    assert crop.pixelColor(0, 0).alpha() == 0
    assert crop.pixelColor(70, 80).alpha() == 255
    far_away = Eyes(Point(9000, 9000), Point(9030, 9000), seen=True)
    crop = aligned(image, eyes=far_away, full_size=image.size(), side=100)
    assert crop.pixelColor(50, 50).alpha() == 0


def test_a_crop_is_made_once_and_veiled_beyond_recognition() -> None:
    image = eyes_painted(left=(150, 200), right=(250, 200), size=(400, 500))
    crop = EyeCrop(image, eyes=Eyes(Point(150, 200), Point(250, 200), seen=True), full_size=image.size())
    plain = crop.at(200, veil=Veil.NONE)
    assert crop.at(200, veil=Veil.NONE).cacheKey() == plain.cacheKey()
    veil = crop.at(200, veil=Veil.BLUR)
    assert veil.size() == plain.size()
    colors = [veil.pixelColor(x, y) for x in range(0, 200, 7) for y in range(0, 200, 7)]
    assert all(color.red() == color.green() == color.blue() for color in colors)


def test_face_and_portrait_lie_eye_on_eye_by_their_landmarks(compared: Compared) -> None:
    # A face of YuNet's order that leans, and a portrait of dlib's order, in previews of half their size.
    leaning = tuple(Point(x, y) for x, y in ((520, 640), (600, 600), (590, 660), (580, 720), (640, 690)))
    corners = tuple(Point(x, y) for x, y in ((220, 180), (200, 180), (140, 180), (160, 180), (180, 230)))
    shown = made(faces=[face(ranking=RANKING, box=FaceBox(480, 560, 200, 200), landmarks=leaning)])
    shown = replace(
        shown,
        portraits=(sized(shown.portraits[0], landmarks=corners, box=FaceBox(105, 115, 150, 150)),),
    )
    compared.pictures.images[digest(7)] = eyes_painted(left=(260, 320), right=(300, 300), size=(640, 800))
    compared.pictures.images[digest(101)] = eyes_painted(left=(75, 90), right=(105, 90), size=(200, 250))
    compared.view.bar.guide_chosen.emit(False)
    compared.show(shown)
    stage = compared.view.stage
    assert stage.face.size() == stage.portrait.size()
    assert stage.face.y() == stage.portrait.y()
    for pane in (stage.face, stage.portrait):
        drawn = pane.grab().toImage()
        for eye, place in ((is_left, 0), (is_right, 1)):
            wanted = places_of_eyes(drawn.width())[place]
            assert (spot(drawn, eye) - QPointF(wanted.x, wanted.y)).manhattanLength() < 3
    assert "eyes guessed" not in "".join((*stage.face_caption.words, *stage.portrait_caption.words))


def test_without_landmarks_the_caption_says_that_the_eyes_are_a_guess(compared: Compared) -> None:
    compared.show(made())
    assert compared.view.stage.face_caption.words == (
        "minister_beach.jpg",
        "this face · 214 px · eyes guessed",
    )
    assert compared.view.stage.portrait_caption.words == (
        "Odalys Quent · portrait_1.jpg",
        "portrait 1 of 4 · eyes guessed",
    )


def test_a_line_leads_through_the_eyes_and_can_be_switched_off(compared: Compared, qtbot: QtBot) -> None:
    compared.show(made())
    pane = compared.view.stage.portrait
    height = round(places_of_eyes(pane.width())[0].y)
    on_the_line = QPoint(10, height)
    assert pane.grab().toImage().pixelColor(on_the_line).lightness() > 200
    (button,) = [one for one in compared.view.bar.findChildren(QToolButton) if "Line" in one.accessibleName()]
    button.click()
    assert pane.grab().toImage().pixelColor(on_the_line) == QColor("#406080")


# ---------------------------------------------------------------- layout


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("mode", list(CompareMode))
def test_squares_fill_the_room_and_nothing_lies_over_anything_else(
    qtbot: QtBot, size: tuple[int, int], mode: CompareMode
) -> None:
    compared = Compared(qtbot, size=size)
    compared.show(made())
    compared.view.set_mode(mode)
    stage = compared.view.stage
    qtbot.waitUntil(lambda: stage.face_caption.height() >= stage.face_caption.sizeHint().height())
    parts: list[QWidget] = [stage.face, stage.face_caption, stage.portrait_caption]
    if mode is CompareMode.SIDE_BY_SIDE:
        parts.append(stage.portrait)
        assert stage.face.size() == stage.portrait.size()
    assert stage.face.width() == stage.face.height()
    rects = [part.geometry() for part in parts]
    assert all(stage.rect().contains(rect) for rect in rects)
    assert not any(one.intersects(other) for place, one in enumerate(rects) for other in rects[:place])
    used = QRect()
    for rect in rects:
        used |= rect
    spare = stage.rect().size() - used.size()
    assert min(spare.width(), spare.height()) <= 40


@pytest.mark.parametrize("size", WIDTHS[:2])
def test_no_words_are_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    compared = Compared(qtbot, size=size)
    compared.show(made())
    for mode in CompareMode:
        compared.view.set_mode(mode)
        for label in compared.view.findChildren(QLabel):
            if not label.isVisible() or not label.text():
                continue
            if isinstance(label, ElidedLabel):
                assert label.shown_text() == label.text()
            elif label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width())
            else:
                assert label.width() >= label.sizeHint().width()


def test_a_tall_room_stacks_the_squares(qtbot: QtBot) -> None:
    compared = Compared(qtbot, size=(460, 900))
    compared.show(made())
    stage = compared.view.stage
    assert stage.portrait.y() > stage.face.geometry().bottom()
    assert stage.portrait.x() == stage.face.x()


# ---------------------------------------------------------------- portraits


def test_steps_go_round_and_are_told(compared: Compared) -> None:
    compared.show(made(portraits=3))
    compared.view.step_portrait(-1)
    compared.view.step_portrait(1)
    compared.view.step_portrait(1)
    assert compared.steps == [2, 0, 1]
    assert compared.view.portrait_place == 1
    assert compared.view.stage.portrait_caption.words[1].startswith("portrait 2 of 3")


def test_a_portrait_that_was_stepped_to_elsewhere_is_shown_and_not_told(compared: Compared) -> None:
    compared.show(made(portraits=3))
    compared.view.show_portrait(2)
    compared.view.show_portrait(3)
    compared.view.show_portrait(-1)
    assert compared.view.portrait_place == 2
    assert compared.steps == []


def test_portraits_without_a_preview_are_passed_over(compared: Compared) -> None:
    compared.pictures.images[digest(102)] = QImage()
    compared.show(made(portraits=3))
    compared.view.step_portrait(1)
    assert compared.steps == [2]
    compared.view.show_portrait(1)
    assert compared.view.stage.portrait.message == "The preview is missing"


def test_the_only_portrait_offers_no_steps(compared: Compared) -> None:
    compared.show(made(portraits=1))
    compared.view.step_portrait(1)
    assert compared.steps == []
    names = {
        one.accessibleName()
        for one in compared.view.stage.findChildren(QToolButton)
        if one.isVisibleTo(compared.view)
    }
    assert names == set()


def test_another_face_of_the_picture_keeps_the_portrait(compared: Compared) -> None:
    second = face(2, ranking=matches((1, 0.7)), box=FaceBox(10, 20, 90, 100), origin=FaceOrigin.DRAWN)
    shown = made(faces=[face(ranking=RANKING), second])
    compared.show(shown)
    compared.view.step_portrait(1)
    compared.show(shown, of=second)
    assert compared.view.portrait_place == 1
    detail = compared.view.stage.face_caption.words[1]
    assert detail == "face 2 of 2 · 90 px · drawn by hand · eyes guessed"
    assert "This face is 0.70 from Odalys Quent: no match." in compared.view.words()[0]


def test_a_portraits_own_distance_is_told_where_it_is_known(compared: Compared) -> None:
    shown = made()
    compared.show(shown)
    compared.view.show_dossier(shown, face=shown.main_face, distances={PortraitId(1): 0.433})
    assert "0.43 from this face" in compared.view.stage.portrait_caption.words[1]
    compared.view.step_portrait(1)
    assert "from this face" not in compared.view.stage.portrait_caption.words[1]


# ---------------------------------------------------------------- ways of showing


def test_the_slider_lays_the_portrait_over_the_face(compared: Compared) -> None:
    compared.show(made())
    compared.pictures.arrive(digest(7), plain_image(width=640, height=800, color="#ff0000"))
    compared.pictures.arrive(digest(101), plain_image(width=200, height=250, color="#0000ff"))
    view = compared.view
    view.set_mode(CompareMode.OVERLAY)
    assert not view.stage.portrait.isVisible()
    middle = QPoint(view.stage.face.width() // 2, view.stage.face.height() // 4)
    seen = []
    for value in (0, 50, 100):
        view.tools.slider.setValue(value)
        color = view.stage.face.grab().toImage().pixelColor(middle)
        seen.append((color.red(), color.blue()))
    assert seen[0] == (255, 0)
    assert seen[1] == (pytest.approx(128, abs=2), pytest.approx(128, abs=2))
    assert seen[2] == (0, 255)


def test_arrows_belong_to_the_slider_while_it_has_the_focus(compared: Compared, qtbot: QtBot) -> None:
    compared.show(made())
    compared.view.set_mode(CompareMode.OVERLAY)
    slider = compared.view.tools.slider
    before = compared.view.stage.face.mix
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(slider, override)
    assert override.isAccepted()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert compared.view.stage.face.mix == pytest.approx(before + 0.05)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert compared.view.stage.face.mix == pytest.approx(before)


def test_letters_are_left_to_the_window(compared: Compared) -> None:
    compared.show(made())
    assert not compared.key(Qt.Key.Key_A)
    assert not compared.key(Qt.Key.Key_Space)
    assert not compared.key(Qt.Key.Key_Right)


def test_the_flicker_turns_over_by_itself_and_says_what_is_seen(qtbot: QtBot, compared: Compared) -> None:
    compared.show(made())
    view = compared.view
    with qtbot.waitSignal(view.flicker.turned) as turned:
        view.toggle_flicker()
    assert view.mode is CompareMode.FLICKER
    assert turned.args == [True]
    assert face_mix(compared) == 1.0
    with qtbot.waitSignal(view.flicker.turned):
        pass
    assert face_mix(compared) == 0.0
    view.toggle_flicker()
    assert not view.flicker.running
    view.toggle_flicker()
    assert view.flicker.running


def test_space_stands_still_and_shows_the_other_one(compared: Compared) -> None:
    compared.show(made())
    compared.view.toggle_flicker()
    assert compared.key(Qt.Key.Key_Space)
    assert not compared.view.flicker.running
    assert face_mix(compared) == 1.0
    compared.clock.now += 1
    compared.key(Qt.Key.Key_Space)
    assert face_mix(compared) == 0.0


def test_neither_a_held_key_nor_quick_fingers_flash(compared: Compared) -> None:
    compared.show(made())
    compared.view.set_mode(CompareMode.FLICKER)
    turns: list[bool] = []
    compared.view.flicker.turned.connect(turns.append)
    for _ in range(20):
        assert compared.key(Qt.Key.Key_Space, repeated=True)
    assert turns == []
    for _ in range(60):  # for two seconds thirty times a second
        compared.key(Qt.Key.Key_Space)
        compared.clock.now += 1 / 30
    assert 0 < len(turns) <= 2 * 6


def test_no_time_between_turns_is_dangerous() -> None:
    most = 1000 / (2 * 3)  # WCAG 2.3.1: three flashes in a second, each there and back
    assert most <= FASTEST_MS
    assert most <= TURN_MS
    assert Flicker().turn_ms == TURN_MS
    assert Flicker(turn_ms=1).turn_ms == FASTEST_MS


def test_the_flicker_stops_when_it_is_hidden_or_left(compared: Compared) -> None:
    compared.show(made())
    compared.view.toggle_flicker()
    compared.view.hide()
    assert not compared.view.flicker.running
    compared.view.set_mode(CompareMode.FLICKER)
    assert not compared.view.flicker.running
    compared.view.show()
    compared.view.toggle_flicker()
    assert compared.view.flicker.running
    compared.view.set_mode(CompareMode.SIDE_BY_SIDE)
    assert not compared.view.flicker.running
    assert face_mix(compared) == 0.0


def test_the_flicker_stops_when_there_is_nothing_left_to_compare(compared: Compared) -> None:
    compared.show(made())
    compared.view.toggle_flicker()
    compared.view.show_dossier(made(faces=[]), face=None)
    assert not compared.view.flicker.running
    compared.view.toggle_flicker()
    assert not compared.view.flicker.running


def test_the_veil_lies_on_the_face_alone(compared: Compared) -> None:
    compared.show(made())
    compared.view.set_veil(Veil.BLUR)
    stage = compared.view.stage
    middle = QPoint(stage.face.width() // 2, stage.face.height() // 4)
    veiled, portrait = (pane.grab().toImage().pixelColor(middle) for pane in (stage.face, stage.portrait))
    assert veiled.red() == veiled.green() == veiled.blue()
    assert portrait == QColor("#406080")
    compared.view.set_veil(Veil.NONE)
    assert stage.face.grab().toImage().pixelColor(middle) == QColor("#406080")


def test_nothing_is_cut_while_it_is_painted(compared: Compared, monkeypatch: pytest.MonkeyPatch) -> None:
    compared.show(made())

    def refuse(*_: object, **__: object) -> QImage:
        raise AssertionError("a face was cut while it was painted")

    monkeypatch.setattr("curator.ui.review.compare.eye_crop.aligned", refuse)
    assert not compared.view.grab().isNull()


def test_a_missing_face_leaves_the_other_one_whole(qtbot: QtBot) -> None:
    pane = AlignedPane()
    qtbot.addWidget(pane)
    pane.resize(120, 120)
    image = plain_image()
    crop = EyeCrop(image, eyes=Eyes(Point(150, 200), Point(250, 200), seen=True), full_size=image.size())
    pane.set_guide(False)
    pane.show_layers(Layer(words="Loading …"), Layer(crop))
    assert pane.message == "Loading …"
    pane.set_mix(0.6)
    assert pane.message == ""
    assert pane.grab().toImage().pixelColor(60, 60) == QColor("#406080")


# ---------------------------------------------------------------- nothing to see


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (lambda: made(faces=[]), "draw a box around it"),
        (lambda: made(portraits=0), "Odalys Quent has no reference portraits"),
        (
            lambda: made(claimed_id=None, faces=[face()], claim=Claim("Ruta", "Vell")),
            "Ruta Vell is not in the index",
        ),
        (lambda: made(claimed_id=None, faces=[face()], claim=Claim()), "Nothing is claimed"),
        (
            lambda: made(faces=[], state=AnalysisState.PENDING, facts=None),
            "Curator is looking for faces in this picture.",
        ),
        (
            lambda: made(
                faces=[], state=AnalysisState.UNREADABLE, unreadable="It ends too early.", facts=None
            ),
            "It ends too early.",
        ),
    ],
)
def test_an_empty_view_says_why_and_what_to_do(
    compared: Compared, shown: Callable[[], Dossier], says: str
) -> None:
    compared.show(shown())
    assert says in compared.view.message
    visible = " ".join(one.text() for one in compared.view.findChildren(QLabel) if one.isVisible())
    assert compared.view.message in visible
    assert not compared.view.stage.isVisible()
    compared.show(made())
    assert compared.view.message == ""
    assert compared.view.stage.isVisible()


def test_with_nothing_chosen_it_says_so(compared: Compared) -> None:
    compared.view.show_dossier(None, face=None)
    assert "Choose a submission" in compared.view.message
    compared.view.step_portrait(1)
    compared.view.show_portrait(1)
    assert compared.steps == []


def test_pictures_appear_when_they_are_ready(compared: Compared) -> None:
    shown = made()
    compared.view.show_dossier(shown, face=shown.main_face)
    stage = compared.view.stage
    assert stage.face.message == stage.portrait.message.replace("portrait", "") == "Loading …"
    compared.pictures.arrive(digest(101), plain_image())
    assert (stage.face.message, stage.portrait.message) == ("Loading …", "")
    compared.pictures.arrive(digest(7), plain_image())
    assert stage.face.message == ""
    assert stage.face.grab().toImage().pixelColor(30, 30) == QColor("#406080")


def test_nothing_is_loaded_while_nobody_looks(compared: Compared) -> None:
    compared.view.hide()
    compared.show(made())
    compared.view.step_portrait(1)
    asked = [one for one in compared.pictures.asked if one == digest(7)]
    assert asked == []
    compared.view.show()
    assert compared.view.portrait_place == 1
    assert digest(7) in compared.pictures.asked
    assert compared.view.stage.portrait_caption.words[1].startswith("portrait 2 of 4")


def test_an_unsafe_picture_stays_hidden(compared: Compared) -> None:
    compared.show(made(verdict=Verdict.REJECTED, reason=Reason.UNSAFE))
    assert compared.view.stage.face.message == "Hidden: marked as unsafe"
    assert digest(7) not in compared.pictures.asked


# ---------------------------------------------------------------- how far is far


def test_distances_are_told_in_words_and_never_as_a_percentage(compared: Compared) -> None:
    compared.show(made(own=(0.28, 0.47, 0.3)))
    sentences, others = compared.view.words()
    assert sentences == (
        "This face is 0.41 from Odalys Quent: match. "
        "Their own portraits lie 0.28 to 0.47 from each other. "
        "The nearest other person is Nerys Valdoon at 0.58."
    )
    assert others == "Nearest others: Nerys Valdoon 0.58 · Ilka Brandwyn 0.74"
    assert compared.view.plot.accessibleDescription() == sentences
    everything = " ".join(one.text() for one in compared.view.findChildren(QLabel))
    assert "%" not in everything


@pytest.mark.parametrize(
    ("spread", "portraits", "claimed", "says"),
    [
        (Spread("Odalys Quent", (), None, ()), 1, True, "has not been compared with Odalys Quent"),
        (Spread("Odalys Quent", (), 0.6, ()), 1, True, "With one portrait it cannot be told"),
        (Spread("Odalys Quent", (0.3, 0.301), 0.6, ()), 2, True, "portraits lie 0.30 from each other"),
        (Spread("Odalys Quent", (), 0.7, ()), 2, False, "the nearest is Odalys Quent at 0.70: no match"),
        (Spread("Odalys Quent", (), 0.6, ()), 2, True, "0.60 from Odalys Quent: look closer"),
    ],
)
def test_every_case_has_its_sentence(spread: Spread, portraits: int, claimed: bool, says: str) -> None:
    assert says in told(spread, bands=BANDS, portraits=portraits, claimed=claimed)


def test_a_face_that_was_never_measured_has_no_plot(compared: Compared) -> None:
    compared.show(made(faces=[face()]))
    assert not compared.view.plot.isVisible()
    assert "has not been compared with Odalys Quent" in compared.view.words()[0]


def test_the_marks_of_the_plot_have_names(qtbot: QtBot) -> None:
    plot = SpreadPlot()
    qtbot.addWidget(plot)
    plot.resize(700, plot.sizeHint().height())
    spread = Spread("Odalys Quent", (0.2,), 0.55, (("Nerys Valdoon", 0.9), ("Ilka <b>", 0.9)))
    plot.show_spread(spread, bands=BANDS, words="")
    image = plot.grab().toImage()
    height = plot.sizeHint().height()
    ends = {12.0: set(), 350.0: set(), 688.0: set()}
    for x, lines in ends.items():
        for y in range(height):
            lines.update(plot.told_at(QPointF(x, y)).splitlines())
    assert ends[12.0] == {"a portrait of Odalys Quent, 0.20 from their others"}
    assert ends[350.0] == {"this face 0.55"}
    assert ends[688.0] == {"Nerys Valdoon 0.90", "Ilka <b> 0.90"}
    assert image.width() == 700


def test_far_distances_widen_the_plot(qtbot: QtBot) -> None:
    plot = SpreadPlot()
    qtbot.addWidget(plot)
    plot.show_spread(Spread("", (0.3,), 0.6, (("", 0.8),)), bands=BANDS, words="")
    assert plot.span() == (0.2, 0.9)
    plot.show_spread(Spread("", (0.11,), 0.6, (("", 1.02),)), bands=BANDS, words="")
    near, far = plot.span()
    assert near <= 0.11
    assert far >= 1.02


# ---------------------------------------------------------------- keys and names


def test_escape_and_the_cross_close(compared: Compared) -> None:
    compared.show(made())
    assert compared.key(Qt.Key.Key_Escape)
    (cross,) = [one for one in compared.view.bar.findChildren(QToolButton) if "Back" in one.accessibleName()]
    cross.click()
    assert compared.closed == 2
    compared.view.show_dossier(None, face=None)
    assert cross.isEnabled()


def test_a_ring_shows_that_the_faces_have_the_focus(compared: Compared) -> None:
    compared.show(made())
    stage = compared.view.stage
    corner = QPoint(1, stage.height() // 2)
    stage.clearFocus()
    assert stage.grab().toImage().pixelColor(corner) == QColor(DARK.canvas)
    compared.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.hasFocus()
    assert stage.grab().toImage().pixelColor(corner) == QColor(DARK.accent)


@pytest.mark.parametrize("mode", list(CompareMode))
def test_all_tools_are_named_and_reached_with_tab(compared: Compared, mode: CompareMode) -> None:
    compared.show(made())
    compared.view.set_mode(mode)
    tools = [
        one
        for one in compared.view.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert all(one.accessibleName() for one in tools)
    reached: list[QWidget] = []
    compared.view.setFocus()
    assert compared.view.focusWidget() is compared.view.stage
    while (now := compared.view.focusWidget()) not in reached:
        reached.append(now)
        compared.view.focusNextChild()
    assert set(tools) <= set(reached)


def test_the_chosen_way_is_checked_and_the_others_are_not(compared: Compared) -> None:
    compared.show(made())
    buttons = [one for one in compared.view.bar.findChildren(QToolButton) if one.text()]
    for button, mode in zip(buttons, CompareMode, strict=True):
        button.click()
        assert compared.view.mode is mode
        assert [one.isChecked() for one in buttons] == [one is button for one in buttons]


def test_hostile_names_are_only_letters(compared: Compared) -> None:
    name = "<b>Odalys</b>"
    shown = made(file_name='<img src="x">.jpg')
    shown = replace(shown, compared=politician(1, given=name))
    compared.show(shown)
    assert compared.view.stage.face_caption.words[0] == '<img src="x">.jpg'
    labels = compared.view.findChildren(QLabel)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)


def test_a_high_view_can_become_low_again(compared: Compared) -> None:
    compared.view.resize(645, 400)
    compared.show(made())
    QApplication.processEvents()
    low = compared.view.minimumSizeHint().height()
    compared.view.resize(645, 1200)
    QApplication.processEvents()
    assert compared.view.minimumSizeHint().height() == low < 400
