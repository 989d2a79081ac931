"""Decodes a part of a picture at up to full size, for looking at it closely.

Runs in worker processes, like everything that touches a submitted file.
"""

import math
from collections.abc import Callable

import numpy as np
from PIL import Image

from curator.engine import kept_sentences
from curator.engine.errors import UnreadablePicture
from curator.engine.pictures import (
    TURNS,
    Loaded,
    Pixels,
    as_rgb,
    decoded_with,
    eight_bits,
    frames_of,
    frozen,
    resizable,
)
from curator.engine.records import FaceBox, PictureFacts

_MARGIN = 8
"""Pixels around the part that are kept while it is shrunk, which looks at neighbours as well."""


def decode_part(
    data: bytes, *, region: FaceBox, turn: int, size_of: Callable[[FaceBox], tuple[int, int]]
) -> tuple[PictureFacts, FaceBox, Pixels]:
    """Decode a picture and keep a part of it; colours and transparency as `pictures.decode_picture`.

    Only the part is converted and turned, so that a large file takes little more than its decoding.

    Args:
        data: the bytes of the file.
        region: in pixels of the upright picture at full size, turned by ``turn``.
        turn: quarter turns counter-clockwise beyond EXIF.
        size_of: the width and height that are wanted of a region inside the picture; not larger.

    Returns:
        What the file is, the region as far as it lies inside the picture, and its pixels.

    Raises:
        UnreadablePicture: it cannot be decoded, or the region lies outside of it.
    """

    def wanted(full_size: tuple[int, int], orientation: int) -> int:
        part = _inside(region, full_size, orientation, turn)
        width, height = size_of(part)
        return math.ceil(max(full_size) * max(width / part.width, height / part.height))

    def finish(loaded: Loaded, truncated: bool) -> tuple[PictureFacts, FaceBox, Pixels]:
        part = _inside(region, loaded.full_size, loaded.orientation, turn)
        width, height = _turned_size(loaded.full_size, loaded.orientation, turn)
        facts = PictureFacts(
            loaded.format, width, height, turn % 4, truncated, frames_of(loaded.image, loaded.format)
        )
        wanted_size = size_of(part)
        stands = (loaded.orientation >= 5) != bool(turn % 2)
        image = _cut(
            loaded,
            _in_the_file(part, loaded.full_size, loaded.orientation, turn),
            (wanted_size[1], wanted_size[0]) if stands else wanted_size,
        )
        operation = TURNS.get(loaded.orientation)
        if operation is not None:
            image = image.transpose(operation)
        return facts, part, frozen(np.rot90(np.asarray(image), turn % 4))

    return decoded_with(data, wanted=wanted, finish=finish)


def _inside(region: FaceBox, full_size: tuple[int, int], orientation: int, turn: int) -> FaceBox:
    width, height = _turned_size(full_size, orientation, turn)
    part = region.clipped(width=width, height=height)
    if part is None:
        raise UnreadablePicture(kept_sentences.OUTSIDE)
    return part


def _turned_size(full_size: tuple[int, int], orientation: int, turn: int) -> tuple[int, int]:
    stands = (orientation in TURNS and orientation >= 5) != bool(turn % 2)
    return (full_size[1], full_size[0]) if stands else full_size


def _in_the_file(box: FaceBox, full_size: tuple[int, int], orientation: int, turn: int) -> FaceBox:
    """Where a part of the upright and turned picture lies in the file's own rows and columns."""
    width, height = _turned_size(full_size, orientation, turn)
    for _ in range(-turn % 4):
        box, width, height = _quarter(box, width), height, width
    match orientation:
        case 2:
            return FaceBox(width - box.right, box.top, box.width, box.height)
        case 3:
            return _quarter(_quarter(box, width), height)
        case 4:
            return FaceBox(box.left, height - box.bottom, box.width, box.height)
        case 5:
            return FaceBox(box.top, box.left, box.height, box.width)
        case 6:
            return _quarter(box, width)
        case 7:
            return FaceBox(height - box.bottom, width - box.right, box.height, box.width)
        case 8:
            return _quarter(_quarter(_quarter(box, width), height), width)
        case _:
            return box


def _quarter(box: FaceBox, width: int) -> FaceBox:
    """The box after the picture of that width was turned counter-clockwise once."""
    return FaceBox(box.top, width - box.right, box.height, box.width)


def _cut(loaded: Loaded, box: FaceBox, size: tuple[int, int]) -> Image.Image:
    """A part of the decoded image in that size, as RGB."""
    image = loaded.image
    if image.mode in {"I", "F"}:
        # How bright such numbers are is told by the brightest of the whole picture.
        image = eight_bits(image)
    across, down = image.width / loaded.full_size[0], image.height / loaded.full_size[1]
    edges = (box.left * across, box.top * down, box.right * across, box.bottom * down)
    frame = (
        max(0, math.floor(edges[0]) - _MARGIN),
        max(0, math.floor(edges[1]) - _MARGIN),
        min(image.width, math.ceil(edges[2]) + _MARGIN),
        min(image.height, math.ceil(edges[3]) + _MARGIN),
    )
    part = eight_bits(resizable(image.crop(frame)))
    within = (
        edges[0] - frame[0],
        edges[1] - frame[1],
        min(edges[2] - frame[0], part.width),
        min(edges[3] - frame[1], part.height),
    )
    part = part.resize(size, Image.Resampling.LANCZOS, box=within, reducing_gap=3.0)
    return as_rgb(part, loaded.profile)
