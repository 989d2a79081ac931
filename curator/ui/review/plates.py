"""Finds places for the label plates of faces: in sight, and clear of each other where it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf

from PySide6.QtCore import QRectF, QSizeF

GAP = 4.0
"""Between a plate and its box, in view pixels."""
SHRINK_COST = 150.0
"""What a cut name has to save in square view pixels, a strip of 150 x 1; no name at all: four times that."""

OUTSIDE_COST = 0.1
"""What a square view pixel outside of the picture costs, beside 1 on a face."""


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


def place_plates(
    requests: Sequence[PlateRequest],
    *,
    view: QRectF,
    picture: QRectF | None = None,
    others: Sequence[QRectF] = (),
) -> tuple[PlatePlace | None, ...]:
    """Place plates one after the other; the first in the sequence choose first.

    A plate lies above its box, else below, beside or inside it, moved into the picture where it
    can be and always into the view. A smaller size is taken before lying on another plate or face.
    If nothing is free, the place that hides least is taken: a name that is half hidden is better
    than none.

    Args:
        requests: all in view pixels.
        view: in which plates have to lie.
        picture: in which they should lie; the whole view when None.
        others: boxes of faces without a plate, which are kept free as well.

    Returns:
        A place for each request, None for boxes that are out of sight.
    """
    taken: list[QRectF] = []
    faces = [*(request.box for request in requests), *others]
    seen = view if picture is None else view.intersected(picture)
    places: list[PlatePlace | None] = []
    for request in requests:
        if not request.box.intersects(view):
            places.append(None)
            continue
        best = _cheapest(_candidates(request, view=view, seen=seen), taken=taken, faces=faces, seen=seen)
        taken.append(best.rect)
        places.append(best)
    return tuple(places)


def _cheapest(
    candidates: Iterator[PlatePlace], *, taken: Sequence[QRectF], faces: Sequence[QRectF], seen: QRectF
) -> PlatePlace:
    """The first of those that cost least; most plates have a place that costs nothing, and lie there."""
    best, least = next(candidates), inf
    for place in chain((best,), candidates):
        cost = _cost(place, taken=taken, faces=faces, seen=seen)
        if cost < least:
            best, least = place, cost
        if cost <= 0:
            break
    return best


def _candidates(request: PlateRequest, *, view: QRectF, seen: QRectF) -> Iterator[PlatePlace]:
    box = request.box.intersected(view)
    for index, wanted in enumerate(request.sizes):
        size = QSizeF(min(wanted.width(), view.width()), min(wanted.height(), view.height()))
        right, bottom = box.right() - size.width(), box.bottom() - size.height()
        above, below = box.top() - size.height() - GAP, box.bottom() + GAP
        before, behind = box.left() - size.width() - GAP, box.right() + GAP
        spots = (
            (box.left(), above),
            (right, above),
            (box.left(), below),
            (right, below),
            (behind, box.top()),
            (before, box.top()),
            (behind, bottom),
            (before, bottom),
            (box.left() + GAP, box.top() + GAP),
            (box.left() + GAP, bottom - GAP),
        )
        # Within the picture first: of two places that cost the same the earlier is taken.
        rooms = [room for room in (seen, view) if room.width() >= size.width() and not room.isEmpty()]
        for room in rooms or [view]:
            for x, y in spots:
                left = min(max(x, room.left()), room.right() - size.width())
                top = min(max(y, view.top()), view.bottom() - size.height())
                yield PlatePlace(QRectF(left, top, size.width(), size.height()), index)


def _cost(place: PlatePlace, *, taken: Sequence[QRectF], faces: Sequence[QRectF], seen: QRectF) -> float:
    """How bad a place is, in square view pixels that are covered.

    Hiding another plate weighs most, then a face, the own one as well: it is what the picture is
    looked at for. To hang outside of the picture costs little. A cut name costs as much as a strip
    of a face, a missing one four times that.
    """
    on_plates = sum(_overlap(place.rect, rect) for rect in taken)
    on_faces = sum(_overlap(place.rect, rect) for rect in faces)
    outside = place.rect.width() * place.rect.height() - _overlap(place.rect, seen)
    shrunk = SHRINK_COST * place.size_index**2
    return 30 * on_plates + on_faces + OUTSIDE_COST * outside + shrunk


def _overlap(one: QRectF, other: QRectF) -> float:
    common = one.intersected(other)
    return common.width() * common.height() if not common.isEmpty() else 0.0
