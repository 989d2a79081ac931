"""How well a face can be seen: numbers that do what their names say, and are kept."""

import numpy as np
import pytest
from filing import BOX, Filing, encoding
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from curator.engine.catalogue import Catalogue
from curator.engine.faces.quality import _HEAD, pose, sharpness
from curator.engine.records import FoundFace, Pose

Pixels = NDArray[np.uint8]


def chip(*, blur: float = 0.0, light: float = 1.0) -> Pixels:
    """Something with edges of many sizes."""
    rows, columns = np.mgrid[:150, :150]
    waves = 128 + 60 * np.sin(rows / 3) * np.cos(columns / 4) + 40 * (((rows // 9) + (columns // 7)) % 2)
    image = Image.fromarray(np.repeat((waves * light).astype(np.uint8)[..., None], 3, axis=-1))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(blur)))


def turned_head(yaw: float, pitch: float, roll: float, *, scale: float = 1.0) -> NDArray[np.float64]:
    """YuNet's five points of the average head, far away from the camera."""
    y, p, r = np.radians([yaw, pitch, roll])
    around = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    nod = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])
    tilt = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    points: NDArray[np.float64] = (_HEAD @ (tilt @ around @ nod).T)[:, :2] * scale + (300, 200)
    return points


def test_a_blurred_chip_is_less_sharp() -> None:
    measured = [sharpness(chip(blur=radius)) for radius in (0, 0.7, 1.2, 2)]
    assert measured == sorted(measured, reverse=True)
    assert measured[0] > 5 * measured[-1]


def test_light_changes_sharpness_little() -> None:
    assert sharpness(chip(light=0.4)) == pytest.approx(sharpness(chip()), rel=0.1)


def test_the_ends_of_the_scale() -> None:
    assert sharpness(np.full((150, 150, 3), 200, np.uint8)) == 0
    chessboard = np.indices((150, 150)).sum(axis=0) % 2 * 255
    assert sharpness(np.repeat(chessboard[..., None], 3, axis=-1).astype(np.uint8)) == pytest.approx(64_000)


@given(yaw=st.floats(-85, 85), pitch=st.floats(-40, 40), roll=st.floats(-170, 170), scale=st.floats(0.05, 50))
def test_a_turned_head_is_seen_as_turned(yaw: float, pitch: float, roll: float, scale: float) -> None:
    found = pose(turned_head(yaw, pitch, roll, scale=scale))
    assert found is not None
    assert (found.yaw, found.pitch, found.roll) == pytest.approx((yaw, pitch, roll), abs=0.01)


@pytest.mark.parametrize(
    "points", [np.zeros((5, 2)), np.outer(np.arange(5), [1, 2]).astype(float), np.full((5, 2), np.nan)]
)
def test_points_that_are_no_face_have_no_pose(points: NDArray[np.float64]) -> None:
    assert pose(points) is None


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=5, max_size=5))
def test_any_points_give_angles_in_range_or_none(places: list[tuple[float, float]]) -> None:
    found = pose(np.array(places))
    assert found is None or (abs(found.yaw) <= 90 and abs(found.pitch) <= 180 and abs(found.roll) <= 180)


def test_the_catalogue_keeps_it(catalogue: Catalogue, filing: Filing) -> None:
    seen = FoundFace(BOX, 0.9, (), encoding(1), sharpness=181.25, pose=Pose(-31.5, 4.0, 0.5))
    submission = filing.submission(seen)
    (kept,) = catalogue.faces.of(submission)
    assert (kept.sharpness, kept.pose) == (181.25, Pose(-31.5, 4.0, 0.5))
    (kept,) = catalogue.faces.of(filing.submission(FoundFace(BOX, 0.9, (), encoding(2))))
    assert (kept.sharpness, kept.pose) == (None, None)
