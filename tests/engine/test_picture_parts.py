"""A part of a picture is the same as that part of the whole, however the file lies."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from curator.engine.errors import UnreadablePicture
from curator.engine.picture_parts import decode_part
from curator.engine.pictures import Pixels, decode_picture
from curator.engine.records import FaceBox, PictureFacts
from curator.engine.workers.messages import Crop

SMOOTH = np.asarray(
    Image.fromarray(np.random.default_rng(3).integers(0, 256, (9, 12, 3), dtype=np.uint8)).resize(
        (120, 90), Image.Resampling.BICUBIC
    )
)


def encoded(image: Image.Image, kind: str = "PNG", *, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = BytesIO()
    image.save(file, kind, exif=exif, quality=98)
    return file.getvalue()


def part_of(
    data: bytes, region: FaceBox, *, turn: int = 0, longest_side: int = 8192
) -> tuple[PictureFacts, FaceBox, Pixels]:
    request = Crop(path=Path("x"), region=region, turn=turn, longest_side=longest_side)
    return decode_part(data, region=region, turn=turn, size_of=request.size_of)


def far_from(some: Pixels, others: Pixels) -> int:
    assert some.shape == others.shape
    return int(np.abs(some.astype(int) - others).max())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_part_is_that_of_the_whole(orientation: int, kind: str) -> None:
    data = encoded(Image.fromarray(SMOOTH), kind, orientation=orientation)
    for turn in range(4):
        whole = decode_picture(data).turned(turn)
        for region in (FaceBox(10, 20, 30, 25), FaceBox(-5, 60, 30, 100)):
            facts, part, pixels = part_of(data, region, turn=turn)
            assert facts == whole.facts
            assert part == region.clipped(width=facts.width, height=facts.height)
            assert not pixels.flags.writeable
            assert far_from(pixels, whole.pixels[part.top : part.bottom, part.left : part.right]) <= 3


def test_a_jpeg_is_decoded_no_larger_than_need_be_and_no_smaller() -> None:
    large = Image.fromarray(SMOOTH).resize((2400, 1800), Image.Resampling.BICUBIC)
    data = encoded(large, "JPEG")
    region = FaceBox(600, 400, 1200, 800)
    _, _, full = part_of(data, region)
    assert far_from(full, np.asarray(large)[400:1200, 600:1800]) <= 12
    _, _, half = part_of(data, region, longest_side=600)
    assert half.shape == (400, 600, 3)
    expected = np.asarray(large.crop((600, 400, 1800, 1200)).resize((600, 400), Image.Resampling.BOX))
    assert far_from(half, expected) <= 12


def test_a_dark_part_of_a_deep_picture_stays_dark() -> None:
    deep = np.zeros((40, 60), np.int32)
    deep[:, 30:] = 60_000
    deep[:, :30] = 600
    file = BytesIO()
    Image.fromarray(deep).save(file, "TIFF")
    data = file.getvalue()
    whole = decode_picture(data).pixels
    _, _, pixels = part_of(data, FaceBox(0, 0, 20, 20))
    assert far_from(pixels, whole[:20, :20]) <= 1
    assert pixels.max() < 10


def test_transparent_parts_are_white_paper() -> None:
    glass = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    _, _, pixels = part_of(encoded(glass), FaceBox(5, 5, 10, 10))
    assert (pixels == 255).all()


def test_what_is_no_picture_or_lies_outside_is_a_sentence() -> None:
    with pytest.raises(UnreadablePicture, match="outside the picture"):
        part_of(encoded(Image.fromarray(SMOOTH)), FaceBox(120, 0, 10, 10))
    with pytest.raises(UnreadablePicture, match="text"):
        part_of(b"hello", FaceBox(0, 0, 10, 10))
