"""Faces eye on eye: eyes are found in every order of landmarks and land at the same places."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from curator.engine.alignment import (
    EYE_DISTANCE,
    EYE_LINE,
    TYPICAL_LEFT,
    TYPICAL_RIGHT,
    Eyes,
    Similarity,
    eyes_of,
    places_of_eyes,
    upon_eyes,
)
from curator.engine.records import FaceBox, Point

BOX = FaceBox(0, 0, 1000, 1000)
# Medians of 98 portraits in thousandths of the box, as the detectors gave them.
YUNET = ((316, 307), (740, 298), (532, 543), (356, 725), (727, 719))
DLIB = ((790, 327), (636, 327), (242, 332), (398, 333), (515, 627))
LIBRARY = tuple(DLIB[place] for place in (4, 2, 3, 0, 1))
ORDERS = {"yunet": YUNET, "dlib": DLIB, "face_recognition": LIBRARY}
DLIB_EYES = ((320, 332.5), (713, 327))
EYES = {"yunet": YUNET[:2], "dlib": DLIB_EYES, "face_recognition": DLIB_EYES}

coordinates = st.floats(-5000, 5000)
points = st.builds(Point, coordinates, coordinates)
sides = st.floats(16, 2000)


def spots(places: tuple[tuple[float, float], ...]) -> tuple[Point, ...]:
    return tuple(Point(float(x), float(y)) for x, y in places)


def moved(
    places: tuple[Point, ...], *, turn: float, size: float, by: tuple[float, float]
) -> tuple[Point, ...]:
    move = Similarity(size * math.cos(turn), size * math.sin(turn), *by)
    return tuple(map(move.of, places))


def box_around(places: tuple[Point, ...], *, size: float) -> FaceBox:
    """As large as the detectors draw it around these points, which lie in its middle."""
    x = sum(place.x for place in places) / len(places)
    y = sum(place.y for place in places) / len(places)
    side = round(1000 * size)
    return FaceBox(round(x - side / 2), round(y - side / 2), side, side)


def near(one: Point, other: Point, *, within: float = 1e-6) -> bool:
    return math.hypot(one.x - other.x, one.y - other.y) <= within


@pytest.mark.parametrize("order", ORDERS)
def test_the_order_of_the_landmarks_is_told_by_their_geometry(order: str) -> None:
    eyes = eyes_of(spots(ORDERS[order]), box=BOX)
    assert eyes.seen
    assert (eyes.left, eyes.right) == spots(EYES[order])


@given(
    order=st.sampled_from(sorted(ORDERS)),
    turn=st.floats(-math.pi, math.pi),
    size=st.floats(0.05, 4),
    by=st.tuples(coordinates, coordinates),
    noise=st.lists(st.tuples(st.floats(-12, 12), st.floats(-12, 12)), min_size=5, max_size=5),
)
def test_turn_size_place_and_noise_change_no_order(
    order: str, turn: float, size: float, by: tuple[float, float], noise: list[tuple[float, float]]
) -> None:
    shaken = tuple((x + dx, y + dy) for (x, y), (dx, dy) in zip(ORDERS[order], noise, strict=True))
    face = moved(spots(shaken), turn=turn, size=size, by=by)
    eyes = eyes_of(face, box=box_around(face, size=size))
    left, right = moved(spots(EYES[order]), turn=turn, size=size, by=by)
    assert eyes.seen
    assert near(eyes.left, left, within=18 * size)
    assert near(eyes.right, right, within=18 * size)


@given(
    order=st.sampled_from(sorted(ORDERS)),
    turn=st.floats(-math.pi, math.pi),
    size=st.floats(0.05, 4),
    by=st.tuples(coordinates, coordinates),
    side=sides,
)
def test_a_face_lies_in_the_square_alike_however_it_lay_in_its_picture(
    order: str, turn: float, size: float, by: tuple[float, float], side: float
) -> None:
    face = spots(ORDERS[order])
    other = moved(face, turn=turn, size=size, by=by)
    here = upon_eyes(eyes_of(face, box=BOX), side=side)
    there = upon_eyes(eyes_of(other, box=box_around(other, size=size)), side=side)
    for point, same in zip(face, other, strict=True):
        assert near(here.of(point), there.of(same), within=1e-6 * side)


@given(left=points, right=points, side=sides)
def test_eyes_land_where_they_should(left: Point, right: Point, side: float) -> None:
    eyes = Eyes(left, right, seen=True)
    assume(eyes.distance > 1)
    move = upon_eyes(eyes, side=side)
    for eye, place in zip((left, right), places_of_eyes(side), strict=True):
        assert near(move.of(eye), place, within=1e-6 * side)
    assert math.isclose(move.scale * eyes.distance, EYE_DISTANCE * side, rel_tol=1e-9)


@given(left=points, right=points, point=points, side=sides)
def test_the_way_back_leads_back(left: Point, right: Point, point: Point, side: float) -> None:
    eyes = Eyes(left, right, seen=True)
    assume(eyes.distance > 1)
    move = upon_eyes(eyes, side=side)
    back = move.inverse()
    assert near(back.of(move.of(point)), point, within=1e-5)
    assert math.isclose(back.scale, 1 / move.scale)
    assert math.isclose(math.cos(math.radians(back.degrees + move.degrees)), 1)


def test_eyes_lie_level_and_in_the_middle_of_the_square() -> None:
    left, right = places_of_eyes(200)
    assert left.y == right.y == EYE_LINE * 200
    assert math.isclose((left.x + right.x) / 2, 100)


@given(left=points, turn=st.floats(-179, 179), apart=st.floats(5, 500))
def test_a_head_that_leans_is_set_upright(left: Point, turn: float, apart: float) -> None:
    angle = math.radians(turn)
    right = Point(left.x + apart * math.cos(angle), left.y + apart * math.sin(angle))
    assert math.isclose(upon_eyes(Eyes(left, right, seen=True), side=300).degrees, -turn, abs_tol=1e-6)


@given(
    landmarks=st.lists(points, max_size=8),
    box=st.builds(
        FaceBox,
        st.integers(-100, 2000),
        st.integers(-100, 2000),
        st.integers(1, 900),
        st.integers(1, 900),
    ),
    side=sides,
)
def test_whatever_the_landmarks_are_the_eyes_can_be_laid_upon_others(
    landmarks: list[Point], box: FaceBox, side: float
) -> None:
    eyes = eyes_of(landmarks, box=box)
    assert eyes.distance > 0
    assert near(upon_eyes(eyes, side=side).of(eyes.left), places_of_eyes(side)[0], within=1e-6 * side)


@pytest.mark.parametrize(
    "landmarks",
    [
        pytest.param((), id="none"),
        pytest.param(YUNET[:4], id="four"),
        pytest.param(((500, 300),) * 5, id="all at one place"),
        pytest.param(
            ((500, 300), (500, 300), (532, 543), (356, 725), (727, 719)), id="both eyes at one place"
        ),
        pytest.param(((480, 300), (530, 300), (660, 543), (480, 725), (520, 719)), id="in profile"),
        pytest.param(((math.nan, 0.0), *YUNET[1:]), id="no number"),
        pytest.param(((math.inf, 0.0), *YUNET[1:]), id="endless"),
        pytest.param(tuple((x + 3000, y) for x, y in YUNET), id="of another face"),
        pytest.param(tuple((4 * x - 1500, 4 * y - 1000) for x, y in YUNET), id="too large for the box"),
    ],
)
def test_nonsense_falls_back_to_the_box(landmarks: tuple[tuple[float, float], ...]) -> None:
    box = FaceBox(100, 200, 400, 500)
    scaled = tuple((100 + x * 0.4, 200 + y * 0.5) for x, y in landmarks)
    eyes = eyes_of(spots(scaled), box=box)
    assert not eyes.seen
    assert near(eyes.left, Point(100 + TYPICAL_LEFT[0] * 400, 200 + TYPICAL_LEFT[1] * 500))
    assert near(eyes.right, Point(100 + TYPICAL_RIGHT[0] * 400, 200 + TYPICAL_RIGHT[1] * 500))


def test_one_place_for_both_eyes_is_refused() -> None:
    here = Point(3, 4)
    with pytest.raises(ValueError, match="at one place"):
        upon_eyes(Eyes(here, here, seen=True), side=100)
    with pytest.raises(ValueError, match="no way back"):
        Similarity(0, 0, 3, 4).inverse()
