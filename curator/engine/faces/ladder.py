"""The order in which detectors look at a picture, and the guard against turned faces."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.engine.faces.candidate import Candidate, FaceDetector
from curator.engine.pictures import shrunk

GLIMPSE_SCORE = 0.5
"""From here on YuNet's candidates count as a hint at which way is up."""

MIN_SCORE = 0.70
"""YuNet: 98.2 % of the hand-checked faces found, 6 false of 340 (0.75: 97.6 %, 4 false)."""

SURE_SCORE = 0.92
"""Below it the other three turns are looked at: turned faces are found, but encoded wrongly."""

TURN_GAIN = 0.01
"""How much surer than upright a turn must be. Of 1,512 turned photos of 504 pictures one stays turned, and
no upright one is turned; with 0.03 and the first turn that is surer 28 stay."""

TILE_SHARE = 0.58
"""Side of each of 2 x 2 tiles: they overlap by a quarter of their side."""

MAX_OVERLAP = 0.3
"""Two boxes from tiles that share more of the smaller one are the same face."""

FULL_LOOK = 640
"""Longest side that YuNet and HOG are shown: a picture up to this size has been seen whole at full size.

Of 354 pictures in which YuNet finds nothing (portraits dithered, full of noise, in black and white only,
striped), HOG finds 194 in 125 ms when it is shown 640 pixels doubled, and 194 in 285 ms when shown 1000."""


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """What was found: faces in pixels of the picture after that many quarter turns."""

    turn: int
    candidates: list[Candidate]


class Ladder:
    """YuNet, then its other turns, then tiles, then HOG: each only if the one before needs it."""

    def __init__(self, yunet: FaceDetector, make_hog: Callable[[], FaceDetector]) -> None:
        """Args: YuNet with a threshold of GLIMPSE_SCORE; HOG is made when first needed."""
        self._yunet = yunet
        self._make_hog = make_hog
        self._hog: FaceDetector | None = None

    def detect(self, pixels: NDArray[np.uint8]) -> Detection:
        """Faces, and the counter-clockwise quarter turns that make them upright."""
        turn, glimpsed = self._upright(pixels)
        found = [candidate for candidate in glimpsed if candidate.score >= MIN_SCORE]
        if not found and max(pixels.shape[:2]) > FULL_LOOK:
            found = self._in_tiles(pixels)
        if not found:
            if self._hog is None:
                self._hog = self._make_hog()
            found = self._hog.detect(pixels)
        return Detection(turn, found)

    def _upright(self, pixels: NDArray[np.uint8]) -> tuple[int, list[Candidate]]:
        # Shrunk once for all turns: turning and shrinking the large picture takes longer than looking.
        small, factor = shrunk(pixels, FULL_LOOK)
        best = self._yunet.detect(small)
        best_score, best_turn = _best_score(best), 0
        wanted = max(best_score + TURN_GAIN, MIN_SCORE)
        if best_score < SURE_SCORE:
            for turn in (1, 2, 3):
                found = self._yunet.detect(np.ascontiguousarray(np.rot90(small, turn)))
                score = _best_score(found)
                if score > max(best_score, wanted):
                    best, best_score, best_turn = found, score, turn
        return best_turn, [candidate.moved(factor=1 / factor) for candidate in best]

    def _in_tiles(self, pixels: NDArray[np.uint8]) -> list[Candidate]:
        height, width = pixels.shape[:2]
        tile_height, tile_width = int(height * TILE_SHARE), int(width * TILE_SHARE)
        seen: list[Candidate] = []
        for top in (0, height - tile_height):
            for left in (0, width - tile_width):
                tile = np.ascontiguousarray(pixels[top : top + tile_height, left : left + tile_width])
                seen += [candidate.moved(x=left, y=top) for candidate in self._yunet.detect(tile)]
        # A face in the overlap is seen up to four times, and cut off in some: the surest look counts.
        found: list[Candidate] = []
        for candidate in sorted(seen, key=lambda candidate: -candidate.score):
            if candidate.score >= MIN_SCORE and all(
                candidate.overlap(other) < MAX_OVERLAP for other in found
            ):
                found.append(candidate)
        return found


def _best_score(candidates: list[Candidate]) -> float:
    return max((candidate.score for candidate in candidates), default=0.0)
