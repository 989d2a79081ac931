"""How well a face can be seen: how sharp its chip is, and which way it looks."""

import numpy as np
from numpy.typing import NDArray

from curator.engine.faces.candidate import Points
from curator.engine.records import Pose

_MODEL = np.array(
    [[-31.5, 0, 0], [31.5, 0, 0], [0, 34, 27], [-25, 68, 3], [25, 68, 3]],
    dtype=np.float64,
)
"""Where YuNet's five points lie on an average adult head, in millimetres: x to the picture's right,
y down, z towards the camera; right eye, left eye, tip of the nose, corners of the mouth. Pupils are 63 mm
apart; the other numbers are rounded from the generic head that pose estimation commonly uses."""

_CENTRED = _MODEL - _MODEL.mean(axis=0)
_SOLVE = np.linalg.pinv(_CENTRED)
"""Shape (3, 5): times the centred points it gives the affine camera of least squares."""


def sharpness(chip: NDArray[np.uint8]) -> float:
    """Variance of the Laplacian over the middle of a face chip."""
    top, bottom, left, right = 35, 135, 30, 120
    grey = chip[top:bottom, left:right].astype(np.float64) @ (0.299, 0.587, 0.114)
    laplacian = (
        grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * grey[1:-1, 1:-1]
    )
    return float(laplacian.var())


def pose(points: Points) -> Pose | None:
    centred = points - points.mean(axis=0)
    camera = (_SOLVE @ centred).T
    left, scales, right = np.linalg.svd(camera, full_matrices=False)
    if not np.isfinite(scales).all() or scales[1] <= 1e-9:
        return None
    across, down = left @ right
    forward = np.cross(across, down)
    return Pose(
        yaw=float(np.degrees(np.arctan2(across[2], forward[2]))),
        pitch=float(np.degrees(np.arctan2(down[2], np.hypot(across[2], forward[2])))),
        roll=float(np.degrees(np.arctan2(down[0], down[1]))),
    )
