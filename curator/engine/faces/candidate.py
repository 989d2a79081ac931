"""A face as a detector sees it, in the space of the pixels that it was shown."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (5, 2): x, y of the right eye, left eye, nose, right and left mouth corner (the person's)."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A face that a detector proposes.

    The sides are those of dlib's HOG detector, which the encoder was trained with,
    whichever detector found the face: that keeps encodings comparable.
    """

    left: float
    top: float
    right: float
    bottom: float
    score: float
    points: Points | None = None

    @property
    def side(self) -> float:
        """The shorter side in pixels."""
        return min(self.right - self.left, self.bottom - self.top)

    def moved(self, *, x: float = 0.0, y: float = 0.0, factor: float = 1.0) -> "Candidate":
        """The same face after scaling by a factor, then moving by x and y pixels."""
        return Candidate(
            left=self.left * factor + x,
            top=self.top * factor + y,
            right=self.right * factor + x,
            bottom=self.bottom * factor + y,
            score=self.score,
            points=None if self.points is None else self.points * factor + (x, y),
        )

    def overlap(self, other: "Candidate") -> float:
        """Shared area as a part of the smaller one's area, 0 to 1."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        if width <= 0 or height <= 0:
            return 0.0
        return width * height / min(_area(self), _area(other))


class FaceDetector(Protocol):
    """Proposes faces in upright RGB pixels of shape (h, w, 3), uint8."""

    def detect(self, pixels: NDArray[np.uint8]) -> list[Candidate]:
        """Faces in any order, in pixels of what was passed."""
        ...


def _area(candidate: Candidate) -> float:
    return max(1e-9, (candidate.right - candidate.left) * (candidate.bottom - candidate.top))
