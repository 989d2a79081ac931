"""A face finder for the workers of the windows' tests: bright pictures hold one face, dark ones none."""

from collections.abc import Sequence

import numpy as np

from curator.engine.faces import FaceFinder, FinderSettings, FoundFaces
from curator.engine.pictures import WorkPicture
from curator.engine.records import Encoding, FaceBox, FoundFace

DARK = 40
"""Pictures whose mean is below hold no face."""


class BrightFinder:
    """One face in the middle; its encoding tells the picture's brightness."""

    name = "fake-v1/none"
    notes = ()
    runtime = ""

    def find(self, picture: WorkPicture) -> FoundFaces:
        facts, mean = picture.facts, float(picture.pixels.mean())
        box = FaceBox(facts.width // 4, facts.height // 4, facts.width // 2, facts.height // 2)
        face = FoundFace(box=box, score=1.0, landmarks=(), encoding=np.full(128, 0.05 + mean / 10_000))
        faces = () if mean < DARK else (face,)
        return FoundFaces(picture=picture, faces=faces, seconds={"detect": 0.0, "encode": 0.0})

    def encode(self, picture: WorkPicture, boxes: Sequence[FaceBox]) -> tuple[Encoding | None, ...]:
        return tuple(np.full(128, 0.05) for _ in boxes)


def make_finder(settings: FinderSettings) -> FaceFinder:
    return BrightFinder()
