"""Draws and encodes the two pictures of an entry, from pixels and nothing else."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from curator.engine.errors import CuratorError
from curator.engine.export.labels import xmp_label
from curator.engine.records import FaceBox
from curator.engine.resources import resources_dir

RECIPE = 1
"""Counts up when pictures are drawn or encoded in another way, so that old ones are made anew."""

MARK: Final = "AI MODIFIED"
"""The visible label of a deepfake: the letters "AI", in words (MEDIA_AND_PRIVACY, AI Act Art. 50(4))."""

JPEG_QUALITY = 88
"""As for previews: no artefacts at 800 pixels, some 150 kB."""

_RED = (255, 32, 32)
_YELLOW = (255, 255, 10)
_INK = (17, 17, 17)
_PAPER = (255, 255, 255)

Pixels = NDArray[np.uint8]


def encoded(pixels: Pixels, *, labelled: bool, fine: bool = False) -> bytes:
    """A JPEG file that holds the pixels and, for a deepfake, the label; no other metadata.

    Args:
        pixels: shape (h, w, 3), uint8, RGB (sRGB).
        labelled: write the machine-readable label.
        fine: keep the full colour resolution, for thin coloured lines and letters.
    """
    file = BytesIO()
    # Named one by one: what is not named here, Pillow may take over from the picture.
    Image.fromarray(np.ascontiguousarray(pixels)).save(
        file,
        "JPEG",
        quality=JPEG_QUALITY,
        subsampling="4:4:4" if fine else "4:2:0",
        optimize=True,
        xmp=xmp_label() if labelled else b"",
        exif=b"",
        icc_profile=b"",
        comment=b"",
    )
    return file.getvalue()


def boxed(pixels: Pixels, *, boxes: Sequence[FaceBox], marked: bool) -> Pixels:
    """The picture with faces framed in the campaign's red and yellow, and with the mark of a deepfake.

    Args:
        pixels: shape (h, w, 3), uint8, RGB; not changed.
        boxes: in pixels of that picture.
        marked: burn in ``AI MODIFIED`` in the top corner away from the faces.

    Returns:
        New pixels of the same shape.
    """
    image = Image.fromarray(np.ascontiguousarray(pixels)).copy()
    draw = ImageDraw.Draw(image)
    for box in boxes:
        _draw_frame(draw, box=box, size=image.size)
    if marked:
        _draw_mark(draw, size=image.size, boxes=boxes)
    return np.asarray(image)


def mark_box(size: tuple[int, int], *, boxes: Sequence[FaceBox]) -> FaceBox:
    """Where the mark stands in a picture of that size (width, height): a top corner.

    The corner where it hides least of the faces, else the one farther from the main face.
    """
    width, height = size
    font = _mark_font(size)
    left, top, right, bottom = font.getbbox(MARK)
    padding = max(2, round((bottom - top) * 0.55))
    mark_width = min(width, round(right - left) + 2 * padding + 2 * _border(size))
    mark_height = min(height, round(bottom - top) + 2 * padding)
    gap = min(max(0, round(width * 0.02)), (width - mark_width) // 2)
    at_left = FaceBox(gap, min(gap, height - mark_height), mark_width, mark_height)
    at_right = FaceBox(width - gap - mark_width, at_left.top, mark_width, mark_height)

    def nuisance(corner: FaceBox) -> tuple[int, float]:
        hidden = sum(_overlap(corner, box) for box in boxes)
        middle = corner.left + corner.width / 2
        away = abs(boxes[0].left + boxes[0].width / 2 - middle) if boxes else 0.0
        return hidden, -away

    # Right first: with nothing to choose by, a mark at the top right is where people look for one.
    return min((at_right, at_left), key=nuisance)


def _draw_frame(draw: ImageDraw.ImageDraw, *, box: FaceBox, size: tuple[int, int]) -> None:
    """A thin yellow frame held by thick red corners: two colours, so that one always stands out."""
    thin = _border(size)
    thick = min(max(2 * thin, round(box.size * 0.025)), 4 * thin, max(1, box.size // 5))
    arm = max(2, round(box.size * 0.24))
    left, top, right, bottom = box.left, box.top, box.right - 1, box.bottom - 1
    draw.rectangle((left, top, right, bottom), outline=_YELLOW, width=min(thin, max(1, box.size // 8)))
    for x, along in ((left, 1), (right, -1)):
        for y, down in ((top, 1), (bottom, -1)):
            # Pushed outwards, so that the corners cover as little of the face as the thin line.
            x0, y0 = x - along * (thick - thin), y - down * (thick - thin)
            _bar(draw, x0, y0, x0 + along * arm, y0 + down * (thick - 1))
            _bar(draw, x0, y0, x0 + along * (thick - 1), y0 + down * arm)


def _bar(draw: ImageDraw.ImageDraw, x0: int, y0: int, x1: int, y1: int) -> None:
    draw.rectangle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), fill=_RED)


def _draw_mark(draw: ImageDraw.ImageDraw, *, size: tuple[int, int], boxes: Sequence[FaceBox]) -> None:
    """White letters on near-black with a white rim: 18.9 to 1, whatever lies behind."""
    place = mark_box(size, boxes=boxes)
    font = _mark_font(size)
    border = _border(size)
    edges = (place.left, place.top, place.right - 1, place.bottom - 1)
    draw.rounded_rectangle(edges, radius=place.height / 4, fill=_INK, outline=_PAPER, width=border)
    left, top, right, bottom = font.getbbox(MARK)
    x = place.left + (place.width - (right - left)) / 2 - left
    y = place.top + (place.height - (bottom - top)) / 2 - top
    draw.text((round(x), round(y)), MARK, font=font, fill=_PAPER)


def _mark_font(size: tuple[int, int]) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The mark's font: letters as high as 1/29 of the width, smaller where they would not fit."""
    width, height = size
    points = max(13, min(round(width * 0.034), 40))
    while points > 5:
        font = _font(points)
        left, top, right, bottom = font.getbbox(MARK)
        if right - left <= width * 0.86 and bottom - top <= height * 0.5:
            return font
        points -= 1
    return _font(5)


def _font(points: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype(resources_dir() / "fonts" / "Inter-SemiBold.ttf", points)
    except (CuratorError, OSError):
        # Without the program's own fonts the label is plainer, but never missing.
        return ImageFont.load_default(points)


def _border(size: tuple[int, int]) -> int:
    return max(1, round(min(size) / 220))


def _overlap(one: FaceBox, other: FaceBox) -> int:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0, width) * max(0, height)
