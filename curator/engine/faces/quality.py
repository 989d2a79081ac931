"""How well a face can be seen: how sharp it is, and which way it looks.

Both are told to people and advise nothing by themselves; ``docs/performance.md`` says how they relate to
distances.
"""

import numpy as np
from numpy.typing import NDArray

from curator.engine.faces.candidate import Points
from curator.engine.records import Pose

_MIDDLE = (slice(35, 135), slice(30, 120))
"""Rows and columns of a 150 px chip that the face fills, without hair and background."""

_GREY = (0.299, 0.587, 0.114)
"""ITU-R BT.601, as Pillow's mode L."""

_HEAD = np.array([[-31.5, 0, 0], [31.5, 0, 0], [0, 33, 27], [-26, 60, 3], [26, 60, 3]], dtype=np.float64)
"""Where YuNet's five points lie on a head, in millimetres: x to the picture's right, y down, z towards
the camera. Pupils of adults are 63 mm apart; x and y are medians of 453 press photos taken from the front;
how far the nose stands out is that of the generic head that pose estimation commonly uses (0.43 of the
pupils' distance)."""

_CENTRED_HEAD = _HEAD - _HEAD.mean(axis=0)
_TO_CAMERA = np.linalg.pinv(_CENTRED_HEAD)
"""Shape (3, 5): times the centred points of a picture it gives the affine camera of least squares."""

_FLAT = 1e-9


def sharpness(chip: NDArray[np.uint8]) -> float:
    """How much fine detail a face has: 1000 times variance of the Laplacian by variance of the grey values.

    Divided by the contrast, it is the same in the dark (184 in full light, 188 at a quarter of it).
    Measured on faces cut to 150 px, 5 to 95 of 100: web and official portraits 61 to 564, median 184;
    press photos with faces of 110 px 16 to 120, median 45; the portraits blurred with a radius of 1 px
    10 to 50, of 1.5 px 4 to 19, of 3 px 1 to 4; shrunk to a face of 40 px 6 to 25.

    Args:
        chip: shape (150, 150, 3), uint8, RGB.

    Returns:
        0 for a blank chip; 64000 for a chessboard of single pixels, which is the most there is.
    """
    grey = chip[_MIDDLE].astype(np.float64) @ _GREY
    contrast = float(grey.var())
    if contrast < _FLAT:
        return 0.0
    inner = grey[1:-1, 1:-1]
    laplacian = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * inner
    return 1000 * float(laplacian.var()) / contrast


def pose(points: Points) -> Pose | None:
    """Which way a head is turned, from YuNet's five points in a picture.

    A head of average shape is fitted to the points by least squares under weak perspective, the first
    step of DeMenthon and Davis, Model-Based Object Pose in 25 Lines of Code (1995): the 2 x 3 camera
    matrix is ``(pinv(head) @ points).T``, its nearest rows at right angles are ``U @ V`` of its singular
    value decomposition, and the angles are read from the rotation that they begin. On 40 press photos the
    order of yaw agreed with the eye's; pitch depends on the shape of the head, and some 10 degrees of it
    mean nothing.

    Returns:
        None where the points lie on a line or are no numbers.
    """
    if not np.isfinite(points).all():
        return None
    camera = (_TO_CAMERA @ (points - points.mean(axis=0))).T
    left, scales, right = np.linalg.svd(camera, full_matrices=False)
    if scales[1] <= _FLAT:
        return None
    across, down = left @ right
    forward = np.cross(across, down)
    # The rotation is roll after yaw after pitch; its first column and last row hold each by itself.
    yaw, pitch, roll = np.degrees(
        [
            np.arctan2(-forward[0], np.hypot(forward[1], forward[2])),
            np.arctan2(-forward[1], forward[2]),
            np.arctan2(down[0], across[0]),
        ]
    )
    return Pose(float(yaw), float(pitch), float(roll))
