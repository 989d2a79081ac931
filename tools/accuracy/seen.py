"""What the face finder saw in a picture, and which of the faces the picture is of."""

from dataclasses import dataclass

import numpy as np

from curator.engine.records import FaceBox, FoundFace, PictureFacts


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A picture after analysis.

    Attributes:
        facts: size and turn.
        faces: largest first, in pixels of the upright picture.
        perceptual_hash: 32 bytes, empty when unreadable.
        problem: why the picture could not be read, or empty.
    """

    facts: PictureFacts
    faces: tuple[FoundFace, ...] = ()
    perceptual_hash: bytes = b""
    problem: str = ""

    @property
    def main_face(self) -> FoundFace | None:
        """The encoded face that the photo is of: near to the middle, and rather large than small."""
        middle = np.array([self.facts.width / 2, self.facts.height / 2])

        def off_centre(face: FoundFace) -> float:
            box = face.box
            centre = np.array([box.left + box.width / 2, box.top + box.height / 2])
            return float(np.linalg.norm(centre - middle)) - box.size

        encoded = [face for face in self.faces if face.encoding is not None]
        return min(encoded, key=off_centre, default=None)

    def face_at(self, box: FaceBox) -> FoundFace | None:
        """The encoded face that shares most with a box, if it is a third of both together or more."""
        encoded = [face for face in self.faces if face.encoding is not None]
        best = max(encoded, key=lambda face: overlap(face.box, box), default=None)
        return best if best is not None and overlap(best.box, box) >= 1 / 3 else None


def overlap(one: FaceBox, other: FaceBox) -> float:
    """Shared area by the area of both together (IoU), 0 to 1."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.width * one.height + other.width * other.height - shared)
