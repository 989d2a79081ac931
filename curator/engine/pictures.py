"""Turn a picture file of any origin into upright RGB pixels, or into a sentence that says why not.

Everything here runs in worker processes: the bytes are hostile until they are pixels.
"""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TypeVar

import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from curator.engine import kept_sentences
from curator.engine.bad_files import explained, too_many_pixels
from curator.engine.errors import UnreadablePicture
from curator.engine.records import PictureFacts
from curator.engine.submitted_file import MAX_PIXELS

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3), uint8, RGB, row 0 at the top."""

_Made = TypeVar("_Made")

WORK_SIDE = 1600
"""Longest side that faces are looked for in: chips of faces over 100 px there lose nothing (0.06)."""

DETAIL_PIXELS = 40_000_000
"""At most so many are decoded for small faces: 120 MB."""

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000", "HEIF")
"""What may be decoded, told by content. MPO is opened by the JPEG reader and must not be named here."""

_MANY_FRAMES = frozenset({"GIF", "PNG", "WEBP", "AVIF", "TIFF"})

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation to the operation that undoes it (EXIF 2.32, tag 0x0112)."""

_ORIENTATION_TAG = 0x0112


@dataclass(frozen=True, slots=True, eq=False)
class WorkPicture:
    """A decoded picture at work size.

    Attributes:
        pixels: shape (h, w, 3), uint8, RGB, read-only, upright by EXIF and by ``facts.turn``.
        facts: what the file is; width and height are those of the upright picture at full size.
        scale: work size divided by full size, at most 1.
        data: the file's bytes, for a second look at full size.
    """

    pixels: Pixels
    facts: PictureFacts
    scale: float
    data: bytes = b""

    def turned(self, quarters: int) -> "WorkPicture":
        """The picture turned counter-clockwise by that many quarters more."""
        quarters %= 4
        if quarters == 0:
            return self
        width, height = self.facts.width, self.facts.height
        if quarters % 2:
            width, height = height, width
        facts = replace(self.facts, width=width, height=height, turn=(self.facts.turn + quarters) % 4)
        return replace(self, pixels=frozen(np.rot90(self.pixels, quarters)), facts=facts)


def load_formats() -> None:
    """Loads every part of the libraries that decoding may take, for a process that can load nothing later."""
    pillow_heif.register_heif_opener()
    Image.init()
    ImageCms.createProfile("sRGB")


def decode_picture(data: bytes, *, longest_side: int = WORK_SIDE) -> WorkPicture:
    """Decode a picture once and resize it once.

    Upright by EXIF, first frame, alpha over white, colour profile applied (sRGB), 16 bits
    and floats scaled to 8. A file that ends early is read as far as it goes and marked.

    Args:
        data: the bytes of the file.
        longest_side: larger pictures are made this large, smaller ones stay, in pixels.

    Raises:
        UnreadablePicture: with one sentence for a person.
    """
    return decoded_with(
        data,
        wanted=lambda _size, _orientation: longest_side,
        finish=lambda loaded, truncated: _finish(loaded, data, longest_side, truncated),
    )


def decoded_with(
    data: bytes,
    *,
    wanted: Callable[[tuple[int, int], int], int],
    finish: Callable[["Loaded", bool], _Made],
) -> _Made:
    """Decode a picture and make something of it, whatever its bytes try.

    Args:
        data: the bytes of the file.
        wanted: the longest side that is needed of the whole, from its size in the file and its EXIF
            orientation; a JPEG is decoded no larger than need be.
        finish: makes pixels of the decoded image, told whether the file ended early.

    Raises:
        UnreadablePicture: with one sentence for a person.
    """
    if not data:
        raise UnreadablePicture(kept_sentences.EMPTY)
    truncated = False
    # Pillow answers hostile bytes with eight kinds of exception (struct.error, KeyError,
    # SyntaxError, ...), hence the broad catch: this is the edge where they get a meaning.
    try:
        try:
            with _pillow_limits(accept_truncated=False):
                loaded = _load(data, wanted)
        except UnidentifiedImageError:
            raise
        except (OSError, SyntaxError, EOFError):
            with _pillow_limits(accept_truncated=True):
                loaded = _load(data, wanted)
            truncated = True
        if truncated and _is_one_colour(loaded.image):
            raise UnreadablePicture(kept_sentences.ENDS_EARLY)
        with _pillow_limits(accept_truncated=truncated):
            return finish(loaded, truncated)
    except UnreadablePicture:
        raise
    except Exception as error:
        raise explained(error, data, most_pixels=MAX_PIXELS) from error


def detailed(picture: WorkPicture) -> WorkPicture:
    """The same picture decoded again at full size, or at `DETAIL_PIXELS` where it has more.

    For faces that are small at work size. Returns the picture itself when there is no more
    to see in the file.
    """
    full = picture.facts.width * picture.facts.height
    longest_side = int(
        max(picture.facts.width, picture.facts.height) * min(1.0, (DETAIL_PIXELS / full) ** 0.5)
    )
    if not picture.data or longest_side <= max(picture.pixels.shape):
        return picture
    try:
        return decode_picture(picture.data, longest_side=longest_side).turned(picture.facts.turn)
    except UnreadablePicture:
        return picture  # it was readable at work size: memory is short


def resized(pixels: Pixels, *, width: int) -> Pixels:
    """The picture at that width in pixels with its proportions kept; never enlarged."""
    full_height, full_width = pixels.shape[:2]
    if full_width <= width:
        return pixels
    height = max(1, round(full_height * width / full_width))
    image = Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return frozen(np.asarray(image))


def shrunk(pixels: Pixels, longest_side: int) -> tuple[Pixels, float]:
    """The picture no larger than that for a detector, and the factor it was scaled by (at most 1)."""
    height, width = pixels.shape[:2]
    size = fitted((width, height), longest_side)
    if size == (width, height):
        return pixels, 1.0
    # A box filter is as good as any past a half, and several times faster.
    kind = Image.Resampling.BOX if width > 2 * size[0] else Image.Resampling.BILINEAR
    return np.asarray(Image.fromarray(pixels).resize(size, kind)), max(size) / max(width, height)


def perceptual_hashes(pixels: Pixels) -> tuple[bytes, bytes]:
    """256 bits that survive re-encoding, and the same of the mirrored picture.

    The 16 x 16 lowest frequencies of the cosine transform of a 64 x 64 grey copy, each
    bit telling whether it lies above the median (the method of the ImageHash library's
    ``phash``, hash_size 16). Compare by Hamming distance: at most 80 of 256 is the same
    picture (0 false of 820 pairs), 81 to 96 perhaps.

    Returns:
        Two values of 32 bytes: upright, mirrored left to right.
    """
    # With the gap, Pillow averages whole pixels first: an eighth of the time, and the same to the eye.
    grey = Image.fromarray(pixels).convert("L").resize((64, 64), Image.Resampling.LANCZOS, reducing_gap=3.0)
    steps = np.arange(64)
    cosines = 2.0 * np.cos(np.pi * np.outer(np.arange(16), 2 * steps + 1) / 128)
    low = cosines @ np.asarray(grey, dtype=np.float64) @ cosines.T
    # Mirroring turns the sign of every odd horizontal frequency.
    mirrored = low * np.where(np.arange(16) % 2, -1.0, 1.0)
    return _bits(low), _bits(mirrored)


def perceptual_hash(pixels: Pixels) -> bytes:
    """The upright one of `perceptual_hashes`: 32 bytes."""
    return perceptual_hashes(pixels)[0]


# ---------------------------------------------------------------- decoding


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A decoded image before it is resized, and what its header said.

    Attributes:
        image: as it lies in the file, perhaps shrunk by the decoder.
        format: Pillow's name of it.
        full_size: width and height in the file.
        orientation: EXIF's, 1 to 8.
        profile: the colour profile, or nothing.
    """

    image: Image.Image
    format: str
    full_size: tuple[int, int]
    orientation: int
    profile: bytes


@contextmanager
def _pillow_limits(*, accept_truncated: bool) -> Iterator[None]:
    """Pillow's two process-wide switches, set for one decoding and put back."""
    before = Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES
    Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = MAX_PIXELS, accept_truncated
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = before


def _load(data: bytes, wanted: Callable[[tuple[int, int], int], int]) -> Loaded:
    pillow_heif.register_heif_opener()
    image = Image.open(BytesIO(data), formats=FORMATS)
    full_size = image.size
    if full_size[0] * full_size[1] > MAX_PIXELS:
        raise too_many_pixels(full_size[0] * full_size[1], limit=MAX_PIXELS)
    if image.format in {"JPEG", "MPO"}:
        # libjpeg shrinks by 2, 4 or 8 while it decodes, never below what is asked for.
        image.draft("RGB", fitted(full_size, wanted(full_size, _orientation(image))))
    image.load()
    return Loaded(
        image=image,
        format="JPEG" if image.format == "MPO" else str(image.format),
        full_size=full_size,
        orientation=_orientation(image),
        profile=_profile(image),
    )


def _finish(loaded: Loaded, data: bytes, longest_side: int, truncated: bool) -> WorkPicture:
    image = resizable(loaded.image)
    target = fitted(loaded.full_size, longest_side)
    if image.size != target:
        # A box filter is as good as any past a half and several times faster.
        shrinks_much = image.width > 2 * target[0]
        image = image.resize(target, Image.Resampling.BOX if shrinks_much else Image.Resampling.BILINEAR)
    image = as_rgb(eight_bits(image), loaded.profile)
    width, height = loaded.full_size
    turn = TURNS.get(loaded.orientation)
    if turn is not None:
        image = image.transpose(turn)
        if loaded.orientation >= 5:
            width, height = height, width
    return WorkPicture(
        pixels=frozen(np.asarray(image)),
        facts=PictureFacts(
            format=loaded.format,
            width=width,
            height=height,
            truncated=truncated,
            frames=frames_of(loaded.image, loaded.format),
        ),
        scale=max(target) / max(width, height),
        data=data,
    )


def fitted(size: tuple[int, int], longest_side: int) -> tuple[int, int]:
    """A size no longer than that, with its proportions."""
    factor = min(1.0, longest_side / max(size))
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _orientation(image: Image.Image) -> int:
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # hostile EXIF raises many kinds; the picture itself may still be sound
        return 1
    return value if isinstance(value, int) else 1


def _profile(image: Image.Image) -> bytes:
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) else b""


def frames_of(image: Image.Image, name: str) -> int:
    """How many frames an animation has; 1 for anything else."""
    if name not in _MANY_FRAMES:
        return 1
    try:
        return max(1, int(getattr(image, "n_frames", 1)))
    except Exception:  # a damaged later frame does not matter: the first one has been read
        return 1


def resizable(image: Image.Image) -> Image.Image:
    """The image in a mode that can be resized smoothly, with its transparency kept."""
    if image.mode in {"PA", "La", "RGBa"} or (image.mode != "RGBA" and "transparency" in image.info):
        return image.convert("RGBA")
    if image.mode == "P":
        return image.convert("RGB")
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith("I;16"):
        # Floats from here on: Pillow resizes only some of the 16-bit modes.
        return Image.fromarray(np.asarray(image).astype(np.float32) / np.float32(65535))
    return image


def eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit, 32-bit and float grey to 8 bits; Pillow's own conversion cuts off at 255."""
    if image.mode not in {"I", "F"}:
        return image
    values = np.nan_to_num(np.asarray(image, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    largest = float(values.max())
    top = next((top for top in (1.0, 255.0, 65535.0) if largest <= top), largest)
    return Image.fromarray(np.clip(values * (255.0 / top), 0, 255).astype(np.uint8))


def as_rgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Transparent parts over white, then colours as sRGB."""
    if image.mode in {"RGBA", "LA"}:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
        paper.alpha_composite(image)
        image = paper.convert("RGB")
    if profile and b"sRGB" not in profile and b"s\0R\0G\0B" not in profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None  # a broken or foreign profile: the plain numbers are the best guess
        if converted is not None:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def frozen(pixels: NDArray[np.uint8]) -> Pixels:
    """Pixels that nobody changes."""
    kept = np.ascontiguousarray(pixels)
    kept.flags.writeable = False
    return kept


def _is_one_colour(image: Image.Image) -> bool:
    extrema = image.getextrema()
    pairs = extrema if isinstance(extrema[0], tuple) else (extrema,)
    return all(low == high for low, high in pairs)


def _bits(low: NDArray[np.float64]) -> bytes:
    return np.packbits(low > np.median(low)).tobytes()
