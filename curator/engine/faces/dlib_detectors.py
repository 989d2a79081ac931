"""dlib's two face detectors, HOG and CNN, as face_recognition uses them."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.engine.faces.candidate import Candidate
from curator.engine.pictures import shrunk

CNN_SIDE = 1000
"""The CNN takes 12 s and 1.5 GB for 1000 x 1248 pixels: it is never shown more."""


class Hog:
    """The frontal face detector; its score is 0 at its own threshold and about 3 at best."""

    def __init__(self, *, longest_side: int, upsample: int, min_score: float = 0.0) -> None:
        """A detector that sees the picture at that size, then doubled so many times."""
        import dlib

        self._detector: Any = dlib.get_frontal_face_detector()
        self._longest_side = longest_side
        self._upsample = upsample
        self._min_score = min_score

    def detect(self, pixels: NDArray[np.uint8]) -> list[Candidate]:
        """Faces of at least 80 px in what the detector sees."""
        small, factor = shrunk(pixels, self._longest_side)
        boxes, scores, _ = self._detector.run(small, self._upsample, self._min_score)
        return [
            _candidate(box, score).moved(factor=1 / factor) for box, score in zip(boxes, scores, strict=True)
        ]


class HogSteps:
    """HOG, looking closer only when nothing was found: a third of the time of always doing so."""

    def __init__(self) -> None:
        """Three detectors, cheapest first."""
        self._steps = (
            Hog(longest_side=1000, upsample=0),
            Hog(longest_side=1000, upsample=1),
            Hog(longest_side=1600, upsample=1),
        )

    def detect(self, pixels: NDArray[np.uint8]) -> list[Candidate]:
        """Faces of the first step that finds any."""
        for step in self._steps:
            found = step.detect(pixels)
            if found:
                return found
        return []


class Cnn:
    """The ``mmod`` network: slow, misses what does not look like a photo, finds odd angles."""

    def __init__(self, path: Path) -> None:
        """Loads the network from its ``.dat`` file."""
        import dlib

        self._detector: Any = dlib.cnn_face_detection_model_v1(str(path))

    def detect(self, pixels: NDArray[np.uint8]) -> list[Candidate]:
        """Faces of at least 40 px in what the detector sees; scores about 1."""
        small, factor = shrunk(pixels, CNN_SIDE)
        found = self._detector(np.ascontiguousarray(small), 0)
        return [_candidate(face.rect, face.confidence).moved(factor=1 / factor) for face in found]


def _candidate(box: Any, score: float) -> Candidate:
    return Candidate(box.left(), box.top(), box.right(), box.bottom(), float(score))
