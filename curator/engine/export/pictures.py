"""Draws and encodes the pictures of an entry, from pixels and nothing else."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from curator.engine.errors import CuratorError
from curator.engine.export.contents import PHOTO_WIDTH
from curator.engine.export.labels import Label, xmp_packet
from curator.engine.records import FaceBox, Making, Point
from curator.engine.resources import resources_dir

RECIPE = 2
"""Counts up when pictures are drawn or encoded in another way, so that old ones are made anew."""

JPEG_QUALITY = 88
"""As for previews: no artefacts at 800 pixels, some 150 kB."""

_MARKS: Final = {
    Making.FACE_SWAP: "AI MODIFIED",
    Making.GENERATED: "AI GENERATED",
    # Whether a montage was put together by AI is not known; saying too much is the safer mistake.
    Making.MONTAGE: "AI MODIFIED",
}

_RED = (255, 32, 32)
_YELLOW = (255, 255, 10)
_INK = (17, 17, 17)
_PAPER = (255, 255, 255)

_SHORT_MARK = "AI"
"""Instead of a mark that a small picture has no room for: the letters that the code of practice asks for."""

_MARK_SIZE = 0.042
"""Size of the mark's letters for each pixel of width: 15 px where a phone shows the picture 360 px wide."""

_LEGIBLE = 9
"""Points under which the words of a mark cannot be read."""

_SMALLEST_MARKED = 14
"""Pixels of either side under which not even the letters fit as large as that, with their rim."""

_SMALLEST_DOTTED = 40
"""Pixels of a face on which dots still leave the face to be seen."""

Pixels = NDArray[np.uint8]


def encoded(pixels: Pixels, *, label: Label | None, fine: bool = False) -> bytes:
    """A JPEG file that holds the pixels and the label; no other metadata.

    Args:
        pixels: shape (h, w, 3), uint8, RGB (sRGB).
        label: written as XMP; None for none.
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
        xmp=b"" if label is None else xmp_packet(label),
        exif=b"",
        icc_profile=b"",
        comment=b"",
    )
    return file.getvalue()


def mark_of(making: Making | None) -> str:
    """The visible mark of a deepfake: the letters "AI", in words (AI Act Art. 50(4)).

    Empty for None, which stands for a portrait.
    """
    return "" if making is None else _MARKS[making]


def can_bear_mark(width: int, height: int) -> bool:
    """Whether a picture of that size in pixels is exported large enough for a mark that can be read."""
    exported = min(width, PHOTO_WIDTH)
    return min(exported, round(height * exported / width)) >= _SMALLEST_MARKED


def boxed(pixels: Pixels, *, boxes: Sequence[FaceBox], landmarks: Sequence[Point], mark: str) -> Pixels:
    """The picture with faces framed and dotted in the campaign's red and yellow, and with the mark.

    Args:
        pixels: shape (h, w, 3), uint8, RGB; not changed.
        boxes: in pixels of that picture.
        landmarks: likewise, of all faces; those in no box are not drawn.
        mark: burnt in in the top corner away from the faces; empty for none.

    Returns:
        New pixels of the same shape.
    """
    height, width = pixels.shape[:2]
    drawn = np.array(pixels, dtype=np.uint8, order="C")
    for point in landmarks:
        around = [box for box in boxes if _holds(box, point=point)]
        if around:
            _draw_dot(drawn, point=point, face=min(box.size for box in around))
    image = Image.fromarray(drawn)
    draw = ImageDraw.Draw(image)
    for box in boxes:
        _draw_frame(draw, box=box, size=(width, height))
    if mark:
        _draw_mark(draw, mark=mark, size=(width, height), boxes=boxes)
    return np.asarray(image)


def marked(pixels: Pixels, *, boxes: Sequence[FaceBox], mark: str) -> Pixels:
    """The picture with the mark alone, in the same place as where faces are framed.

    Args:
        pixels: shape (h, w, 3), uint8, RGB; not changed.
        boxes: in pixels of that picture; not drawn, but kept free.
        mark: empty for none.

    Returns:
        New pixels of the same shape.
    """
    image = Image.fromarray(np.array(pixels, dtype=np.uint8, order="C"))
    if mark:
        _draw_mark(ImageDraw.Draw(image), mark=mark, size=image.size, boxes=boxes)
    return np.asarray(image)


def mark_box(mark: str, *, size: tuple[int, int], boxes: Sequence[FaceBox]) -> FaceBox:
    """Where a mark stands in a picture of that size (width, height): a top corner.

    The corner where it hides least of the faces, else the one farther from the main face.
    """
    width, height = size
    text, font = _fitting(mark, size=size)
    left, top, right, bottom = font.getbbox(text)
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
    thin = min(max(_border(size), round(box.size / 180)), max(1, box.size // 16))
    thick = min(max(2 * thin, round(box.size * 0.025)), 4 * thin, max(1, box.size // 5))
    arm = max(2, round(box.size * 0.24))
    left, top, right, bottom = box.left, box.top, box.right - 1, box.bottom - 1
    draw.rectangle((left, top, right, bottom), outline=_YELLOW, width=thin)
    for x, along in ((left, 1), (right, -1)):
        for y, down in ((top, 1), (bottom, -1)):
            # Pushed outwards, so that the corners cover as little of the face as the thin line.
            x0, y0 = x - along * (thick - thin), y - down * (thick - thin)
            _bar(draw, x0, y0, x0 + along * arm, y0 + down * (thick - 1))
            _bar(draw, x0, y0, x0 + along * (thick - 1), y0 + down * arm)


def _bar(draw: ImageDraw.ImageDraw, x0: int, y0: int, x1: int, y1: int) -> None:
    draw.rectangle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), fill=_RED)


def _draw_dot(drawn: Pixels, *, point: Point, face: int) -> None:
    """A yellow dot with a red rim, its edges smoothed: one of the two stands out from any skin.

    Args:
        drawn: changed in place.
        point: where, to a fraction of a pixel.
        face: shorter side of its box, in pixels; smaller faces get smaller dots, tiny ones none.
    """
    if face < _SMALLEST_DOTTED:
        return
    radius = min(max(1.1, face * 0.016), 6.0)
    rim = min(max(0.9, radius * 0.5), 2.2)
    height, width = drawn.shape[:2]
    reach = radius + rim + 1
    left, right = max(0, int(point.x - reach)), min(width, int(point.x + reach) + 2)
    top, bottom = max(0, int(point.y - reach)), min(height, int(point.y + reach) + 2)
    # Points are measured from the corner of the first pixel, whose middle is at one half.
    rows, columns = np.mgrid[top:bottom, left:right] + 0.5
    distance = np.hypot(columns - point.x, rows - point.y)[..., np.newaxis]
    window = drawn[top:bottom, left:right].astype(np.float64)
    for colour, edge in ((_RED, radius + rim), (_YELLOW, radius)):
        covered = np.clip(edge + 0.5 - distance, 0.0, 1.0)
        window += (np.asarray(colour, np.float64) - window) * covered
    drawn[top:bottom, left:right] = np.rint(window).astype(np.uint8)


def _draw_mark(
    draw: ImageDraw.ImageDraw, *, mark: str, size: tuple[int, int], boxes: Sequence[FaceBox]
) -> None:
    """White letters on near-black with a white rim: 18.9 to 1, whatever lies behind."""
    place = mark_box(mark, size=size, boxes=boxes)
    text, font = _fitting(mark, size=size)
    border = _border(size)
    edges = (place.left, place.top, place.right - 1, place.bottom - 1)
    draw.rounded_rectangle(edges, radius=place.height / 4, fill=_INK, outline=_PAPER, width=border)
    left, top, right, bottom = font.getbbox(text)
    x = place.left + (place.width - (right - left)) / 2 - left
    y = place.top + (place.height - (bottom - top)) / 2 - top
    draw.text((round(x), round(y)), text, font=font, fill=_PAPER)


def _fitting(mark: str, *, size: tuple[int, int]) -> tuple[str, ImageFont.FreeTypeFont | ImageFont.ImageFont]:
    """What a picture of that size has room for, with its font: the words, else the letters alone."""
    width, height = size
    usual = max(13, min(round(width * _MARK_SIZE), 48))
    for text, largest, smallest in ((mark, usual, _LEGIBLE), (_SHORT_MARK, _LEGIBLE + 1, 5)):
        for points in range(largest, smallest - 1, -1):
            font = _font(points)
            left, top, right, bottom = font.getbbox(text)
            if right - left <= width * 0.86 and bottom - top <= height * 0.5:
                return text, font
    return _SHORT_MARK, _font(5)


def _font(points: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype(resources_dir() / "fonts" / "Inter-SemiBold.ttf", points)
    except (CuratorError, OSError):
        # Without the program's own fonts the label is plainer, but never missing.
        return ImageFont.load_default(points)


def _border(size: tuple[int, int]) -> int:
    return max(1, round(min(size) / 220))


def _holds(box: FaceBox, *, point: Point) -> bool:
    return box.left <= point.x < box.right and box.top <= point.y < box.bottom


def _overlap(one: FaceBox, other: FaceBox) -> int:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0, width) * max(0, height)
