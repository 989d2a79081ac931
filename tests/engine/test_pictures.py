"""Pictures of every make become the same upright pixels, and everything else a sentence."""

import os
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageFile

from curator.engine import pictures
from curator.engine.errors import UnreadablePicture
from curator.engine.pictures import (
    decode_picture,
    perceptual_hash,
    perceptual_hashes,
    resized,
)
from curator.engine.submitted_file import MAX_BYTES, digest_of, read_file

RED, GREEN, BLUE, GREY = (220, 30, 20), (30, 200, 40), (20, 40, 210), (128, 128, 128)


def quarters(width: int = 120, height: int = 80) -> Image.Image:
    """Red, green over blue, grey: every turn and mirror of it looks different."""
    image = Image.new("RGB", (width, height), GREY)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def scene(seed: int = 1, *, side: int = 256) -> Image.Image:
    """A soft made-up picture that survives compression."""
    noise = np.random.default_rng(seed).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize((side, side), Image.Resampling.BICUBIC)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def corners(pixels: NDArray[np.uint8]) -> list[tuple[int, ...]]:
    """The colours near the four corners: top left, top right, bottom left, bottom right."""
    height, width = pixels.shape[:2]
    places = [(y, x) for y in (height // 5, -height // 5) for x in (width // 5, -width // 5)]
    return [tuple(int(value) for value in pixels[place]) for place in places]


def assert_quarters(pixels: NDArray[np.uint8], *, within: int = 12) -> None:
    expected = [RED, GREEN, BLUE, GREY]
    assert np.abs(np.array(corners(pixels)) - np.array(expected)).max() <= within


def sentence_of(data: bytes) -> str:
    with pytest.raises(UnreadablePicture) as caught:
        decode_picture(data)
    return caught.value.sentence


# ---------------------------------------------------------------- formats and modes


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "AVIF", "JPEG2000"])
def test_every_format_gives_the_same_pixels(kind: str) -> None:
    picture = decode_picture(saved(quarters(), kind))
    assert picture.facts.format == kind
    assert (picture.facts.width, picture.facts.height, picture.scale) == (120, 80, 1.0)
    assert picture.pixels.dtype == np.uint8
    assert not picture.pixels.flags.writeable
    assert_quarters(picture.pixels)


def test_a_phone_picture_in_heic() -> None:
    file = BytesIO()
    pillow_heif.from_pillow(quarters()).save(file)
    picture = decode_picture(file.getvalue())
    assert picture.facts.format == "HEIF"
    assert_quarters(picture.pixels)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "1", "I;16", "I", "F"])
def test_every_mode_becomes_rgb(mode: str) -> None:
    grey = quarters().convert("L")
    kind = "TIFF" if mode in {"CMYK", "I", "F"} else "PNG"
    if mode == "F":
        image = Image.fromarray(np.asarray(grey, np.float32) / 255)
    elif mode.startswith("I"):
        image = Image.fromarray(np.asarray(grey).astype(np.uint16 if mode == "I;16" else np.int32) * 257)
    else:
        image = quarters().convert(mode)
    picture = decode_picture(saved(image, kind))
    assert picture.pixels.shape == (80, 120, 3)
    if mode in {"P", "RGBA", "CMYK"}:
        assert_quarters(picture.pixels, within=30)  # Pillow's web palette is coarse
    elif mode != "1":
        wanted = np.asarray(grey, np.int16)
        assert np.abs(picture.pixels[..., 0].astype(np.int16) - wanted).max() <= 1


def test_floats_that_are_no_numbers_become_black() -> None:
    values = np.full((40, 40), 0.5, np.float32)
    values[:20] = np.nan
    pixels = decode_picture(saved(Image.fromarray(values), "TIFF")).pixels
    assert pixels[5, 5].tolist() == [0, 0, 0]
    assert pixels[35, 5].tolist() == [127, 127, 127]


def test_transparent_parts_are_white_paper() -> None:
    image = quarters().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    assert decode_picture(saved(image, "PNG")).pixels.min() == 255


def test_a_transparent_palette_colour_is_white_paper() -> None:
    image = quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
    red = image.getpixel((5, 5))
    pixels = decode_picture(saved(image, "PNG", transparency=red)).pixels
    assert pixels[5, 5].tolist() == [255, 255, 255]
    assert np.abs(pixels[5, -5].astype(int) - GREEN).max() < 5


def profile(*, primaries: str) -> bytes:
    """A small RGB colour profile (ICC 2.1) with sRGB's primaries in another order and gamma 2.2."""
    colours = {
        "r": (0.4361, 0.2225, 0.0139),
        "g": (0.3851, 0.7169, 0.0971),
        "b": (0.1431, 0.0606, 0.7141),
    }

    def numbers(values: tuple[float, ...]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    text = b"swapped\0"
    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(2.2 * 256), 0)
    parts = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78),
        b"cprt": b"text\0\0\0\0none",
        b"wtpt": numbers((0.9642, 1.0, 0.8249)),
        **{f"{name}XYZ".encode(): numbers(colours[of]) for name, of in zip("rgb", primaries, strict=True)},
        **{f"{name}TRC".encode(): curve for name in "rgb"},
    }
    place = 128 + 4 + 12 * len(parts)
    table, body = struct.pack(">I", len(parts)), b""
    for name, content in parts.items():
        padded = content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", place + len(body), len(content))
        body += padded
    header = struct.pack(">I4sI4s4s4s", place + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += bytes(12) + b"acsp" + bytes(28) + numbers((0.9642, 1.0, 0.8249))[8:] + bytes(48)
    return header + table + body


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_colour_profile_is_applied(kind: str) -> None:
    swapped = Image.merge("RGB", [quarters().split()[channel] for channel in (1, 0, 2)])
    pixels = decode_picture(saved(swapped, kind, icc_profile=profile(primaries="grb"))).pixels
    assert_quarters(pixels, within=25)


def test_a_profile_that_does_not_fit_is_ignored() -> None:
    grey = quarters().convert("L")
    for broken in (b"no profile at all", profile(primaries="rgb")[:200], profile(primaries="rgb")):
        pixels = decode_picture(saved(grey, "PNG", icc_profile=broken)).pixels
        assert (pixels[..., 0] == np.asarray(grey)).all()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_only_the_first_frame_of_an_animation_is_read(kind: str) -> None:
    frames = [Image.new("RGB", (120, 80), colour) for colour in (GREEN, BLUE, GREY)]
    data = saved(quarters(), kind, save_all=True, append_images=frames)
    picture = decode_picture(data)
    assert picture.facts.frames == 4
    assert_quarters(picture.pixels, within=40)


# ---------------------------------------------------------------- orientation and size


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_orientation_is_undone(orientation: int, kind: str) -> None:
    turned = quarters()
    undo = pictures.TURNS.get(orientation)
    if undo is not None:
        inverse = {
            Image.Transpose.ROTATE_90: Image.Transpose.ROTATE_270,
            Image.Transpose.ROTATE_270: Image.Transpose.ROTATE_90,
        }.get(undo, undo)
        turned = turned.transpose(inverse)
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode_picture(saved(turned, kind, exif=exif.tobytes()))
    assert (picture.facts.width, picture.facts.height) == (120, 80)
    assert_quarters(picture.pixels)


def test_a_hostile_orientation_is_ignored() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = exif.tobytes()
    for hostile in (data.replace(b"\x12\x01\x03", b"\x12\x01\x02"), data[:-6], data[:9] + b"\xff" * 9):
        assert decode_picture(saved(quarters(), "JPEG", exif=hostile)).facts.format == "JPEG"
    exif[0x0112] = 77
    assert_quarters(decode_picture(saved(quarters(), "JPEG", exif=exif.tobytes())).pixels)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_is_made_work_size(kind: str) -> None:
    picture = decode_picture(saved(quarters(3000, 2000), kind), longest_side=600)
    assert picture.pixels.shape == (400, 600, 3)
    assert (picture.facts.width, picture.facts.height) == (3000, 2000)
    assert picture.scale == pytest.approx(0.2)
    assert_quarters(picture.pixels)


def test_a_strip_keeps_at_least_one_row() -> None:
    picture = decode_picture(saved(Image.new("RGB", (9000, 2)), "PNG"), longest_side=100)
    assert picture.pixels.shape == (1, 100, 3)


def test_turning_changes_sides_and_keeps_count() -> None:
    picture = decode_picture(saved(quarters(), "PNG"))
    turned = picture.turned(1)
    assert (turned.facts.width, turned.facts.height, turned.facts.turn) == (80, 120, 1)
    assert_quarters(np.rot90(turned.pixels, -1))
    again = turned.turned(3)
    assert again.facts == picture.facts
    assert (again.pixels == picture.pixels).all()
    assert picture.turned(4) is picture


@given(width=st.integers(1, 400), height=st.integers(1, 400), wanted=st.integers(1, 500))
def test_resizing_keeps_proportions_and_never_enlarges(width: int, height: int, wanted: int) -> None:
    small = resized(np.zeros((height, width, 3), np.uint8), width=wanted)
    assert small.shape[1] == min(width, wanted)
    assert abs(small.shape[0] - height * small.shape[1] / width) <= 1
    assert small.shape[0] >= 1


# ---------------------------------------------------------------- what cannot be read


def test_a_cut_file_is_read_as_far_as_it_goes() -> None:
    data = saved(scene(), "JPEG")
    picture = decode_picture(data[: len(data) * 2 // 3])
    assert picture.facts.truncated
    whole = decode_picture(data)
    assert not whole.facts.truncated
    top = slice(0, 64)
    assert np.abs(picture.pixels[top].astype(int) - whole.pixels[top]).max() < 8


def test_a_file_that_ends_in_its_header_has_no_picture() -> None:
    data = saved(scene(), "JPEG")
    assert sentence_of(data[:300]) == "The file ends before the picture begins."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\0\1\2hello there", "The file is not a picture of a known kind."),
        (b"Dear campaign,\r\n", "The file is not a picture but text."),
        (b"%PDF-1.7\n...", "The file is not a picture but a PDF document."),
        (b"\n<!DOCTYPE html><html>", "The file is not a picture but a web page."),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "The file is not a picture but an SVG drawing."),
        (b'{"error": "no such file"}', "The file is not a picture but a data file."),
        (b"\0\0\0\x20ftypisom\0\0", "The file is not a picture but a video."),
        (b"PK\x03\x04 ...", "The file is not a picture but a ZIP archive or an office document."),
        (b"\xff\xd8\xff\xe0", "The picture is damaged: its beginning cannot be read."),
    ],
)
def test_other_files_are_named(data: bytes, sentence: str) -> None:
    assert sentence_of(data) == sentence


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(("side", "told"), [(10_001, 100), (12_000, 144), (40_000, 1600)])
def test_too_many_pixels_are_refused_before_decoding(side: int, told: int) -> None:
    wanted = f"The picture is larger than 100 megapixels ({told})."
    assert sentence_of(png_of_size(side, side)) == wanted


def test_pillow_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 4321)
    data = saved(scene(), "JPEG")
    for accepts in (True, False):  # importing face_recognition switches this on for good
        monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", accepts)
        assert decode_picture(data[: len(data) // 2]).facts.truncated
        assert Image.MAX_IMAGE_PIXELS == 4321
        assert ImageFile.LOAD_TRUNCATED_IMAGES is accepts


@given(st.data())
def test_damage_gives_pixels_or_a_sentence_and_nothing_else(draw: st.DataObject) -> None:
    kind = draw.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"]))
    data = bytearray(saved(quarters(24, 16), kind))
    for place in draw.draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=8)):
        data[place] = draw.draw(st.integers(0, 255))
    outcome: object = None
    with suppress(UnreadablePicture):
        outcome = decode_picture(bytes(data[: draw.draw(st.integers(1, len(data)))])).pixels.shape[2]
    assert outcome in {None, 3}


# ---------------------------------------------------------------- files


def test_opening_reads_the_bytes_that_are_there(tmp_path: Path) -> None:
    path = tmp_path / "photo of someone.txt"
    data = saved(quarters(), "PNG")
    path.write_bytes(data)
    picture = decode_picture(read_file(path))
    assert picture.facts.format == "PNG"
    assert digest_of(picture.data) == digest_of(data)


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture, match="a folder, not a picture file"):
        read_file(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture, match="no longer there"):
        read_file(tmp_path / "gone.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_is_called_jpg_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    os.mkfifo(path)
    with pytest.raises(UnreadablePicture, match="a device or a pipe"):
        read_file(path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "secret.png"
    target.write_bytes(saved(quarters(), "PNG"))
    link = tmp_path / "photo.png"
    link.symlink_to(target)
    with pytest.raises(UnreadablePicture, match="a link to another file"):
        read_file(link)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadablePicture, match=r"larger than 200 megabytes \(200\)"):
        read_file(path)


# ---------------------------------------------------------------- the same picture again


def hamming(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def test_hashes_survive_encoding_and_scaling() -> None:
    original = scene()
    ours = perceptual_hash(np.asarray(original))
    assert len(ours) == 32
    for other in (
        decode_picture(saved(original, "JPEG", quality=30)).pixels,
        np.asarray(original.resize((100, 100))),
        np.asarray(original.convert("L").convert("RGB")),
    ):
        assert hamming(ours, perceptual_hash(other)) <= 20


def test_hashes_of_others_are_far_away() -> None:
    hashes = [perceptual_hash(np.asarray(scene(seed))) for seed in range(12)]
    distances = [hamming(one, other) for i, one in enumerate(hashes) for other in hashes[:i]]
    assert min(distances) > 80


def test_a_mirrored_picture_is_recognised() -> None:
    pixels = np.asarray(scene())
    upright, mirrored = perceptual_hashes(pixels)
    assert hamming(mirrored, perceptual_hash(pixels[:, ::-1])) <= 2
    assert hamming(upright, mirrored) > 80


def test_a_blank_picture_has_a_hash() -> None:
    assert len(perceptual_hash(np.zeros((5, 7, 3), np.uint8))) == 32
