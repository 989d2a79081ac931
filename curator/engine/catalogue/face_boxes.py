"""Compares and turns the boxes of faces, so that a second analysis knows those of the first."""

from collections.abc import Iterable
from dataclasses import dataclass

from curator.engine.records import FaceBox

SAME_FROM = 0.5
"""Overlap from which two boxes are of the same face: the usual bound for detections (PASCAL VOC)."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Where a submission's faces are.

    Attributes:
        boxes: of all that count.
        by_hand: a person drew one of the faces, or dismissed one.
    """

    boxes: tuple[FaceBox, ...] = ()
    by_hand: bool = False

    def corrected_otherwise(self, other: "Marked") -> bool:
        """Whether a person's corrections on one side leave other faces than there are on the other.

        What the program finds alone is not compared: each version finds its own.
        """
        if not (self.by_hand or other.by_hand):
            return False
        if len(self.boxes) != len(other.boxes):
            return True
        return not all(same_face(one, other.boxes) for one in self.boxes)


def overlap(one: FaceBox, other: FaceBox) -> float:
    """Intersection over union of two boxes: 0 apart, 1 the same."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.width * one.height + other.width * other.height - shared)


def same_face(box: FaceBox, others: Iterable[FaceBox]) -> bool:
    """Whether one of the other boxes is of the same face."""
    return any(overlap(box, other) >= SAME_FROM for other in others)


def turned(box: FaceBox, *, quarters: int, width: int, height: int) -> FaceBox:
    """A box in the picture after it was turned counter-clockwise.

    Args:
        box: in pixels of the picture before.
        quarters: how many quarter turns.
        width: of the picture before, in pixels.
        height: of the picture before.
    """
    for _ in range(quarters % 4):
        box = FaceBox(box.top, width - box.right, box.height, box.width)
        width, height = height, width
    return box
