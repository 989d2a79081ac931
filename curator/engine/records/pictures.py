"""A picture and the faces in it, as a worker sees them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Encoding = NDArray[np.float64]
"""128 numbers in dlib's encoding space, shape (128,), float64."""


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A face's place: whole pixels of the upright picture, origin top left."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First column right of the box."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """First row below the box."""
        return self.top + self.height

    @property
    def size(self) -> int:
        """The shorter side in pixels: what "a face of 60 px" means."""
        return min(self.width, self.height)

    def clipped(self, *, width: int, height: int) -> "FaceBox | None":
        """The part of the box inside a picture of that size, or None if there is none."""
        left, top = max(0, self.left), max(0, self.top)
        right, bottom = min(width, self.right), min(height, self.bottom)
        if right <= left or bottom <= top:
            return None
        return FaceBox(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class Point:
    """A landmark, in pixels of the upright picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pose:
    """Which way a head is turned, in degrees; 0, 0, 0 looks straight into the camera, upright.

    An estimate from five points; ``faces.quality`` says how far it can be trusted.

    Attributes:
        yaw: to the picture's right is positive; 90 is in profile. -90 to 90.
        pitch: down is positive. -180 to 180.
        roll: clockwise in the picture is positive. -180 to 180.
    """

    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True, slots=True, eq=False)
class FoundFace:
    """A face as the face finder hands it over.

    Attributes:
        box: in pixels of the upright picture at full size.
        score: the detector's own confidence, larger is surer; its scale is the detector's.
        landmarks: points in the upright picture at full size; may be empty.
        encoding: shape (128,), float64; None when the face could not be encoded.
        sharpness: from 0, typically 15 to 500, see ``faces.quality.sharpness``; None where not measured.
        pose: which way it looks; None where the finder cannot tell.
    """

    box: FaceBox
    score: float
    landmarks: tuple[Point, ...]
    encoding: Encoding | None
    sharpness: float | None = None
    pose: Pose | None = None


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the file is, read from its content and not its name.

    Attributes:
        format: Pillow's name of the format, for example ``JPEG``.
        width: of the upright picture at full size, in pixels.
        height: of the upright picture at full size, in pixels.
        turn: quarter turns counter-clockwise that a face made upright, beyond EXIF; 0..3.
        truncated: the file ended early and was read as far as it goes.
        frames: 1, or more for an animation of which the first frame was read.
    """

    format: str
    width: int
    height: int
    turn: int = 0
    truncated: bool = False
    frames: int = 1
