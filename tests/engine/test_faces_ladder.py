"""The order of detectors, the turn guard, and boxes on their way to the full picture and back."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from curator.engine.faces.assembly import MIN_SIDE, _sides, _usable_box
from curator.engine.faces.candidate import Candidate
from curator.engine.faces.ladder import FULL_LOOK, Ladder
from curator.engine.faces.yunet import _without_doubles, hog_like_sides
from curator.engine.pictures import WorkPicture
from curator.engine.records import FaceBox, PictureFacts

Pixels = NDArray[np.uint8]
Look = Callable[[Pixels], list[Candidate]]


def face(score: float, *, at: tuple[float, float] = (10, 10), side: float = 40) -> Candidate:
    return Candidate(at[0], at[1], at[0] + side, at[1] + side, score)


class Eye:
    """A detector that answers what a function says, and remembers what it was shown."""

    def __init__(self, look: Look) -> None:
        self.seen: list[Pixels] = []
        self._look = look

    def detect(self, pixels: Pixels) -> list[Candidate]:
        self.seen.append(pixels)
        return self._look(pixels)


def nothing(pixels: Pixels) -> list[Candidate]:
    return []


def marked(height: int = 60, width: int = 90) -> Pixels:
    """A black picture whose top left pixel is white: tells how it was turned."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[0, 0] = 255
    return pixels


def turn_of(pixels: Pixels) -> int:
    return [pixels[0, 0, 0], pixels[-1, 0, 0], pixels[-1, -1, 0], pixels[0, -1, 0]].index(255)


def seen_by_turn(*scores: float) -> Look:
    """Sees one face; how surely depends on the quarter turns counter-clockwise."""
    return lambda pixels: [face(scores[turn_of(pixels)])]


@pytest.mark.parametrize(
    ("scores", "turn", "looks"),
    [
        ((0.93, 0.99, 0.99, 0.99), 0, 1),  # sure at once: no second look
        ((0.910, 0.915, 0.5, 0.5), 0, 4),  # a hair surer is not enough
        ((0.90, 0.92, 0.5, 0.5), 1, 4),
        ((0.80, 0.86, 0.87, 0.5), 2, 4),  # the surest of the surer ones
        ((0.72, 0.80, 0.90, 0.85), 2, 4),
        ((0.55, 0.60, 0.65, 0.75), 3, 4),
        ((0.75, 0.60, 0.65, 0.70), 0, 4),
    ],
)
def test_the_turn_guard(scores: tuple[float, ...], turn: int, looks: int) -> None:
    yunet, hog = Eye(seen_by_turn(*scores)), Eye(nothing)
    detection = Ladder(yunet, lambda: hog).detect(marked())
    assert detection.turn == turn
    assert len(yunet.seen) == looks
    assert all(pixels.flags.c_contiguous for pixels in yunet.seen)
    assert [candidate.score for candidate in detection.candidates] == [scores[turn]]
    assert not hog.seen


def test_a_glimpse_below_the_threshold_is_no_face() -> None:
    detection = Ladder(Eye(seen_by_turn(0.69, 0.1, 0.1, 0.1)), lambda: Eye(nothing)).detect(marked())
    assert (detection.turn, detection.candidates) == (0, [])


def test_hog_is_made_and_asked_last() -> None:
    made: list[Eye] = []

    def make() -> Eye:
        made.append(Eye(lambda _: [face(0.3)]))
        return made[-1]

    ladder = Ladder(Eye(nothing), make)
    for _ in range(2):
        assert [one.score for one in ladder.detect(marked()).candidates] == [0.3]
    assert len(made) == 1
    assert len(made[0].seen) == 2


def test_tiles_cover_a_large_picture_and_see_each_face_once() -> None:
    bright = (700, 500)  # lies in all four tiles

    def look(pixels: Pixels) -> list[Candidate]:
        if max(pixels.shape) == FULL_LOOK:
            return []  # the whole picture, shrunk
        rows, columns = np.nonzero(pixels[..., 0])
        return [face(0.8 + rows[0] / 1e5, at=(float(columns[0]), float(rows[0])))] if len(rows) else []

    pixels = np.zeros((1000, 1400, 3), np.uint8)
    pixels[bright[1], bright[0]] = 255
    yunet, hog = Eye(look), Eye(nothing)
    (found,) = Ladder(yunet, lambda: hog).detect(pixels).candidates
    assert (found.left, found.top) == bright
    assert not hog.seen
    tiles = [seen.shape[:2] for seen in yunet.seen[4:]]
    assert tiles == [(580, 812)] * 4


def test_a_large_picture_is_looked_at_small_and_its_faces_told_at_full_size() -> None:
    scores = {(384, 640): 0.8, (640, 384): 0.85}
    yunet = Eye(lambda pixels: [face(scores[pixels.shape[:2]], at=(32, 64), side=20)])
    detection = Ladder(yunet, lambda: Eye(nothing)).detect(np.zeros((960, 1600, 3), np.uint8))
    (found,) = detection.candidates
    assert detection.turn == 1
    assert (found.left, found.top, found.side) == (80, 160, 50)
    assert {seen.shape[:2] for seen in yunet.seen} == scores.keys()


def test_a_small_picture_is_not_tiled() -> None:
    yunet = Eye(nothing)
    Ladder(yunet, lambda: Eye(nothing)).detect(np.zeros((640, 640, 3), np.uint8))
    assert len(yunet.seen) == 4


# ---------------------------------------------------------------- boxes


def work_picture(width: int, height: int, longest_side: int) -> WorkPicture:
    factor = min(1.0, longest_side / max(width, height))
    size = max(1, round(height * factor)), max(1, round(width * factor))
    return WorkPicture(
        pixels=np.zeros((*size, 3), np.uint8),
        facts=PictureFacts(format="PNG", width=width, height=height),
        scale=max(size) / max(width, height),
    )


@given(
    width=st.integers(40, 5000),
    height=st.integers(40, 5000),
    longest_side=st.integers(100, 700),
    place=st.tuples(st.floats(-0.3, 1), st.floats(-0.3, 1), st.floats(0.02, 1.5)),
)
def test_a_box_at_full_size_leads_back_to_the_same_pixels(
    width: int, height: int, longest_side: int, place: tuple[float, float, float]
) -> None:
    picture = work_picture(width, height, longest_side)
    rows, columns = picture.pixels.shape[:2]
    assume(min(rows, columns) > 20)
    left, top, side = place[0] * columns, place[1] * rows, max(MIN_SIDE, place[2] * min(rows, columns))
    box = _usable_box(Candidate(left, top, left + side, top + side, 0.9), picture)
    assume(box is not None)
    assert box is not None
    assert box.clipped(width=width, height=height) == box
    sides = _sides(box, picture)
    assert sides is not None
    wanted = (
        max(0, round(left)),
        max(0, round(top)),
        min(columns, round(left + side)),
        min(rows, round(top + side)),
    )
    assert max(abs(one - other) for one, other in zip(sides, wanted, strict=True)) <= 1
    again = _sides(FaceBox(box.left, box.top, box.width, box.height), picture)
    assert again == sides


@pytest.mark.parametrize(
    "candidate",
    [
        Candidate(0, 0, np.nan, 50, 0.9),
        Candidate(0, 0, np.inf, 50, 0.9),
        Candidate(10, 10, 10 + MIN_SIDE - 1, 60, 0.9),
        Candidate(50, 50, 20, 20, 0.9),
        Candidate(-40, 10, 20, 70, 0.9),
        Candidate(300, 300, 360, 360, 0.9),
    ],
)
def test_boxes_that_make_no_sense_are_dropped(candidate: Candidate) -> None:
    assert _usable_box(candidate, work_picture(200, 100, 200)) is None


def test_the_hog_like_box_goes_with_the_points() -> None:
    points = np.array([(30.0, 40.0), (70.0, 40.0), (50.0, 60.0), (35.0, 80.0), (65.0, 80.0)])
    left, top, right, bottom = hog_like_sides(points)
    assert right - left == pytest.approx(bottom - top)
    assert right - left == pytest.approx(1.673 * np.hypot(40, 40))
    assert left < 30 < 70 < right
    assert top < 40 < 80 < bottom
    moved = hog_like_sides(points * 3 + (100, 7))
    assert moved == pytest.approx((left * 3 + 100, top * 3 + 7, right * 3 + 100, bottom * 3 + 7))


@given(factor=st.floats(0.1, 10), x=st.floats(-100, 100), y=st.floats(-100, 100))
def test_moving_keeps_overlap_and_score(factor: float, x: float, y: float) -> None:
    one, other = face(0.8), face(0.9, at=(30, 20))
    moved = [candidate.moved(x=x, y=y, factor=factor) for candidate in (one, other)]
    assert moved[0].overlap(moved[1]) == pytest.approx(one.overlap(other))
    assert moved[0].overlap(moved[0]) == pytest.approx(1.0)
    assert moved[0].score == 0.8
    assert one.overlap(face(0.5, at=(500, 500))) == 0.0


def test_doubles_of_a_surer_box_are_left_out() -> None:
    rows = np.array([[0, 0, 100, 100, 0.9], [5, 5, 105, 105, 0.8], [90, 90, 190, 190, 0.7]], float)
    kept = [float(row[4]) for row in _without_doubles(rows)]
    assert kept == [0.9, 0.7]
