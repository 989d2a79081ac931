"""YuNet, a small face detector with five landmarks, in onnxruntime.

Wu et al., YuNet: A Tiny Millisecond-level Face Detector (2023). Of the 19 faces that can
be reached in the campaign's fakes it finds 19, dlib's HOG 12.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.engine.faces.candidate import Candidate, Points
from curator.engine.faces.onnx_session import open_session
from curator.engine.pictures import shrunk

SIDE = 640
"""Longest side that the model is shown; a larger one is worse, as it knows no faces over some 300 px."""

STRIDES = (8, 16, 32)
"""Pixels to a cell in the model's three grids; what it is shown is a whole number of the largest."""

_FIXED_SIDES = b"\x08\x80\x05\x0a\x03\x08\x80\x05"
_FREE_SIDES = b"\x12\x01h\x0a\x03\x12\x01w"
"""The height and width 640 of the model's input as ONNX writes them, and two names of the same length
instead: any size is allowed then. Nothing inside the model depends on it."""

MAX_OVERLAP = 0.3
"""Of two boxes that share more (intersection over union), the surer one stays; OpenCV's default."""


class YuNet:
    """Looks at a picture once, scaled to a longest side of 640."""

    def __init__(self, weights: Path, *, min_score: float) -> None:
        """Loads the weights.

        Raises:
            ImportError: onnxruntime is not installed.
        """
        # The time goes with the area, and few pictures are squares of 640.
        self._session = open_session(weights.read_bytes().replace(_FIXED_SIDES, _FREE_SIDES))
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._min_score = min_score

    def detect(self, pixels: NDArray[np.uint8]) -> list[Candidate]:
        """Faces, surest first, scored 0 to 1."""
        small, factor = shrunk(pixels, SIDE)
        height, width = small.shape[:2]
        whole_height, whole_width = (-(-side // STRIDES[-1]) * STRIDES[-1] for side in (height, width))
        canvas = np.zeros((1, 3, whole_height, whole_width), np.float32)
        canvas[0, :, :height, :width] = small[..., ::-1].transpose(2, 0, 1)  # blue, green, red
        results = dict(zip(self._outputs, self._session.run(self._outputs, {"input": canvas}), strict=True))
        rows = np.concatenate(
            [self._decoded(results, stride, cells=whole_width // stride) for stride in STRIDES]
        )
        return [
            _candidate(row).moved(factor=1 / factor)
            for row in _without_doubles(rows[np.argsort(-rows[:, 4], kind="stable")])
        ]

    def _decoded(self, results: dict[str, Any], stride: int, *, cells: int) -> NDArray[np.float64]:
        """Rows of left, top, right, bottom, score and five points, from one grid so many cells wide."""
        scores = np.sqrt(
            np.clip(results[f"cls_{stride}"][0, :, 0], 0, 1)
            * np.clip(results[f"obj_{stride}"][0, :, 0], 0, 1)
        )
        kept = np.flatnonzero(scores >= self._min_score)
        anchors = np.stack([kept % cells, kept // cells], axis=1).astype(np.float64)
        boxes = results[f"bbox_{stride}"][0, kept].astype(np.float64)
        centres = (anchors + boxes[:, :2]) * stride
        halves = np.exp(boxes[:, 2:4]) * stride / 2
        points = results[f"kps_{stride}"][0, kept].reshape(-1, 5, 2).astype(np.float64)
        points = (points + anchors[:, None]) * stride
        return np.concatenate(
            [centres - halves, centres + halves, scores[kept, None], points.reshape(-1, 10)], axis=1
        )


def hog_like_sides(points: Points) -> tuple[float, float, float, float]:
    """The box that dlib's HOG detector would draw around five landmarks: left, top, right, bottom.

    Fitted on faces that both find: encodings of the two boxes differ by 0.040 (median).
    """
    eyes, mouth = points[:2], points[3:]
    reach = float(
        np.hypot(np.linalg.norm(eyes.mean(axis=0) - mouth.mean(axis=0)), np.linalg.norm(eyes[0] - eyes[1]))
    )
    x, y = points.mean(axis=0) + np.array([-0.057, -0.030]) * reach
    half = 1.673 * reach / 2
    return float(x - half), float(y - half), float(x + half), float(y + half)


def _candidate(row: NDArray[np.float64]) -> Candidate:
    points = row[5:15].reshape(5, 2)
    left, top, right, bottom = hog_like_sides(points)
    return Candidate(left, top, right, bottom, float(row[4]), points)


def _without_doubles(rows: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Rows sorted by score, less those that overlap a surer one."""
    kept: list[NDArray[np.float64]] = []
    for row in rows:
        if all(_union_overlap(row, other) <= MAX_OVERLAP for other in kept):
            kept.append(row)
    return kept


def _union_overlap(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    sides = np.minimum(one[2:4], other[2:4]) - np.maximum(one[:2], other[:2])
    if (sides <= 0).any():
        return 0.0
    shared = float(sides.prod())
    areas = float((one[2:4] - one[:2]).prod() + (other[2:4] - other[:2]).prod())
    return shared / (areas - shared)
