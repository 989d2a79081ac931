"""Finds places for the label plates of faces: in sight, and clear of each other where it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from PySide6.QtCore import QRectF, QSizeF

GAP = 4.0
"""Between a plate and its box, in view pixels."""
SHRINK_COST = 150.0
"""What a cut name has to save in square view pixels, a strip of 150 x 1; no name at all: four times that."""


@dataclass(frozen=True, slots=True)
class PlateRequest:
    """A plate that wants a place.

    Attributes:
        box: of the face in the view, not clipped.
        sizes: of the plate, best first, smaller ones after: what it may shrink to.
    """

    box: QRectF
    sizes: tuple[QSizeF, ...]


@dataclass(frozen=True, slots=True)
class PlatePlace:
    """Where a plate lies, and which of the sizes it was asked in it got."""

    rect: QRectF
    size_index: int


def place_plates(requests: Sequence[PlateRequest], *, view: QRectF) -> tuple[PlatePlace | None, ...]:
    """Place plates one after the other; the first in the sequence choose first.

    A plate lies above its box, else below, inside or beside it, moved into the view.
    A smaller size is taken before lying on another plate or face. If nothing is free, the
    place that hides least is taken: a name that is half hidden is better than none.

    Returns:
        A place for each request, None for boxes that are out of sight.
    """
    taken: list[QRectF] = []
    faces = [request.box for request in requests]
    places: list[PlatePlace | None] = []
    for request in requests:
        if not request.box.intersects(view):
            places.append(None)
            continue
        costs = [
            (_cost(place, own=request.box, taken=taken, faces=faces), place)
            for place in _candidates(request, view=view)
        ]
        best = min(costs, key=itemgetter(0))[1]
        taken.append(best.rect)
        places.append(best)
    return tuple(places)


def _candidates(request: PlateRequest, *, view: QRectF) -> Iterator[PlatePlace]:
    seen = request.box.intersected(view)
    for index, wanted in enumerate(request.sizes):
        size = QSizeF(min(wanted.width(), view.width()), min(wanted.height(), view.height()))
        right, bottom = seen.right() - size.width(), seen.bottom() - size.height()
        spots = (
            (seen.left(), seen.top() - size.height() - GAP),
            (right, seen.top() - size.height() - GAP),
            (seen.left(), seen.bottom() + GAP),
            (right, seen.bottom() + GAP),
            (seen.left() + GAP, seen.top() + GAP),
            (seen.left() + GAP, bottom - GAP),
            (seen.right() + GAP, seen.top()),
            (seen.left() - size.width() - GAP, seen.top()),
        )
        for x, y in spots:
            left = min(max(x, view.left()), view.right() - size.width())
            top = min(max(y, view.top()), view.bottom() - size.height())
            yield PlatePlace(QRectF(left, top, size.width(), size.height()), index)


def _cost(place: PlatePlace, *, own: QRectF, taken: Sequence[QRectF], faces: Sequence[QRectF]) -> float:
    """How bad a place is, in square view pixels that are covered.

    Hiding another plate weighs most, then a face; the own face is the least loss, since
    its box still tells where it is. A cut name costs as much as a strip of a face, a missing
    one four times that.
    """
    on_plates = sum(_overlap(place.rect, rect) for rect in taken)
    on_faces = sum(_overlap(place.rect, rect) for rect in faces if rect is not own)
    shrunk = SHRINK_COST * place.size_index**2
    return 8 * on_plates + on_faces + 0.5 * _overlap(place.rect, own) + shrunk


def _overlap(one: QRectF, other: QRectF) -> float:
    common = one.intersected(other)
    return common.width() * common.height() if not common.isEmpty() else 0.0
