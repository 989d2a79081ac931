"""Lays faces eye on eye: where the eyes are, and the move that puts them at fixed places of a square.

Places are in pixels, x to the right and y down; left and right are those of the picture, not of
the person.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.engine.records import FaceBox, Point

EYE_LINE = 0.45
"""How far down the eyes lie, in sides of the square: half-way down a head, with some of the neck below."""

EYE_DISTANCE = 0.24
"""Between the eyes, in sides of the square. A head with its hair is some 230 mm high and the pupils are
63 mm apart, so that half of it, what lies above the eyes, takes 0.44 sides."""

TYPICAL_LEFT, TYPICAL_RIGHT = (0.316, 0.302), (0.740, 0.302)
"""Where the eyes lie in a face's box, in its sides: medians of YuNet's points in the boxes that are drawn
from them, of 98 portraits with one face. Half of the eyes lay within 0.014 of there, 95 of 100 within
0.062; of dlib's eyes within 0.04 of YuNet's (median)."""

NARROWEST = 0.2
"""Eyes nearer to each other than this part of the box tell no size: of 98 portraits the nearest were at
0.31, and a head in profile comes to 0.2 at 70 degrees. Up to there sizes differ by a factor of two."""

WIDEST = 1.0
"""Eyes further apart than the box is long are not those of the face in it."""

FLAT = 0.2
"""Four points whose scatter across is below this part of that along a line are four corners of eyes.
Of 98 portraits dlib's came to at most 0.07; YuNet's points to at least 0.42, and on a head of average
shape turned by up to 90 degrees and nodding by 40 to at least 0.35."""

_FIVE = 5


@dataclass(frozen=True, slots=True)
class Eyes:
    """Where the centres of a face's eyes are.

    Attributes:
        left: the one at the picture's left when the face is upright.
        right: the other one.
        seen: from landmarks; else guessed from the face's box.
    """

    left: Point
    right: Point
    seen: bool

    @property
    def distance(self) -> float:
        """Between the two, in pixels."""
        return math.hypot(self.right.x - self.left.x, self.right.y - self.left.y)


@dataclass(frozen=True, slots=True)
class Similarity:
    """A turn, a change of size and a move: x' = a x - b y + dx, y' = b x + a y + dy."""

    a: float
    b: float
    dx: float
    dy: float

    @property
    def scale(self) -> float:
        """How many times as large things become."""
        return math.hypot(self.a, self.b)

    @property
    def degrees(self) -> float:
        """The turn, clockwise in the picture, -180 to 180."""
        return math.degrees(math.atan2(self.b, self.a))

    def of(self, point: Point) -> Point:
        """Where a point comes to lie."""
        return Point(
            self.a * point.x - self.b * point.y + self.dx, self.b * point.x + self.a * point.y + self.dy
        )

    def inverse(self) -> "Similarity":
        """The way back.

        Raises:
            ValueError: everything comes to lie in one point, from which there is none.
        """
        squared = self.a * self.a + self.b * self.b
        if squared == 0:
            raise ValueError("there is no way back from a single point")
        a, b = self.a / squared, -self.b / squared
        return Similarity(a, b, -(a * self.dx - b * self.dy), -(b * self.dx + a * self.dy))


def eyes_of(landmarks: Sequence[Point], *, box: FaceBox) -> Eyes:
    """The eyes of a face by its landmarks, or where they typically are in its box.

    Five landmarks come in one of three orders, and their geometry tells which:

    - YuNet: eye, eye, nose, mouth corner, mouth corner; each pair begins at the picture's left (OpenCV,
      ``FaceDetectorYN::detect``, where left and right are the person's).
    - dlib's five-point model: both corners of the eye at the picture's right, outer first, both of the other,
      outer first, the foot of the nose. The first four lie on a line.
    - face_recognition's ``face_landmarks(model="small")`` gives the same five as nose, left eye, right eye.
      The last four lie on a line.

    Args:
        landmarks: of a ``Face`` or a ``ReferencePortrait``; any number.
        box: of the same face.

    Returns:
        Eyes at two different places. They are guessed from the box where there are no five landmarks, or
        where these are no numbers, lie outside of the box, or have the eyes (nearly) at one place.
    """
    pair = _by_landmarks(landmarks) if len(landmarks) == _FIVE else None
    if pair is not None and _plausible(pair, box):
        return Eyes(*pair, seen=True)
    left, right = (
        Point(box.left + x * box.width, box.top + y * box.height) for x, y in (TYPICAL_LEFT, TYPICAL_RIGHT)
    )
    return Eyes(left, right, seen=False)


def places_of_eyes(side: float) -> tuple[Point, Point]:
    """Where ``upon_eyes`` puts the left and the right eye of every face, in a square of that side."""
    half = EYE_DISTANCE / 2
    return Point((0.5 - half) * side, EYE_LINE * side), Point((0.5 + half) * side, EYE_LINE * side)


def upon_eyes(eyes: Eyes, *, side: float) -> Similarity:
    """The move that puts a face's eyes where those of all faces lie in a square of that side.

    Raises:
        ValueError: both eyes are at one place, which tells neither size nor turn.
    """
    if eyes.distance == 0:
        raise ValueError("both eyes are at one place")
    left, right = places_of_eyes(side)
    # As complex numbers: what turns and stretches the line between the eyes into the level one.
    line = complex(eyes.right.x - eyes.left.x, eyes.right.y - eyes.left.y)
    turn = complex(right.x - left.x, right.y - left.y) / line
    move = complex(left.x, left.y) - turn * complex(eyes.left.x, eyes.left.y)
    return Similarity(turn.real, turn.imag, move.real, move.imag)


def _by_landmarks(landmarks: Sequence[Point]) -> tuple[Point, Point] | None:
    points = np.array([(point.x, point.y) for point in landmarks], dtype=np.float64)
    if not np.isfinite(points).all():
        return None
    first, last = _flatness(points[:4]), _flatness(points[1:])
    if first < min(last, FLAT):
        left, right = points[2:4].mean(axis=0), points[:2].mean(axis=0)
    elif last < FLAT:
        left, right = points[1:3].mean(axis=0), points[3:].mean(axis=0)
    else:
        left, right = points[0], points[1]
    return Point(float(left[0]), float(left[1])), Point(float(right[0]), float(right[1]))


def _flatness(points: NDArray[np.float64]) -> float:
    """Scatter of points across the line through them by that along it: 0 on a line, 1 all around."""
    along, across = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)
    return float(across / along) if along > 0 else 1.0


def _plausible(pair: tuple[Point, Point], box: FaceBox) -> bool:
    left, right = pair
    side = max(box.width, box.height)
    middle = Point((left.x + right.x) / 2, (left.y + right.y) / 2)
    inside = box.left <= middle.x <= box.right and box.top <= middle.y <= box.bottom
    apart = math.hypot(right.x - left.x, right.y - left.y)
    return inside and NARROWEST * side <= apart <= WIDEST * side
