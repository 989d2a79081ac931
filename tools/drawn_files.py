"""Files of a fabricated catalogue: a few drawn pictures, and many files that show them."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sample.cast import read_cast
from sample.portrait import portrait
from sample.view import numbered_view

from curator.engine.media import MediaStore
from curator.engine.records import Digest, FaceBox, Point

SIZE = (320, 400)
"""Width and height of every picture, in pixels."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn picture: its file, its preview's pixels and the place of its face."""

    data: bytes
    pixels: NDArray[np.uint8]
    box: FaceBox


def draw(number: int) -> Drawing:
    """One of the pictures, the same for the same number."""
    cast = read_cast()
    traits = cast[number % 7].traits.blended(
        cast[(number // 7 + number + 1) % 7].traits, part=0.15 + 0.6 * (number * 0.37 % 1)
    )
    view = numbered_view(number, person=number % 50)
    image = portrait(traits, view, size=SIZE).convert("RGB")
    file = BytesIO()
    image.save(file, "JPEG", quality=60)
    width, height = SIZE
    side = int(0.42 * width * view.scale)
    left = min(max(0, int(view.centre_x * width) - side // 2), width - side)
    top = min(max(0, int((view.centre_y + 0.04) * height) - side // 2), height - side)
    return Drawing(file.getvalue(), np.asarray(image, np.uint8), FaceBox(left, top, side, side))


def with_comment(data: bytes, comment: str) -> bytes:
    """A JPEG file with a comment in it: other bytes, the same picture."""
    text = comment.encode()
    return data[:2] + b"\xff\xfe" + (len(text) + 2).to_bytes(2, "big") + text + data[2:]


class Files:
    """Puts the files of many submissions into a catalogue's media folder."""

    def __init__(self, media: MediaStore, drawings: Sequence[Drawing]) -> None:
        """Takes the pictures that everything is made of."""
        self._media = media
        self._drawings = drawings
        self._first: dict[int, Digest] = {}

    def add(self, drawing: int, *, comment: str) -> tuple[Digest, int]:
        """One more file of that picture; gives its digest and size.

        The first of each picture goes the way of every submission. The others are
        written beside it without waiting for the disk, which this catalogue can do without.
        """
        data = with_comment(self._drawings[drawing].data, comment)
        digest = Digest(hashlib.sha256(data).hexdigest())
        original = self._media.original(digest)
        _write(original, data)
        first = self._first.setdefault(drawing, digest)
        if first == digest:
            self._media.write_preview(digest, pixels=self._drawings[drawing].pixels)
        else:
            for where in (self._media.preview, self._media.thumbnail):
                _link(where(first), where(digest))
        return digest, len(data)


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except FileNotFoundError:
        new.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.link(old, new)


def landmarks(box: FaceBox) -> tuple[Point, ...]:
    """Eyes, nose and corners of the mouth where a face in that box has them."""
    places = ((0.3, 0.38), (0.7, 0.38), (0.5, 0.58), (0.35, 0.78), (0.65, 0.78))
    return tuple(Point(box.left + x * box.width, box.top + y * box.height) for x, y in places)
