"""Changes to a photo that make its face harder: small, noisy, blurred, masked, sketched, turned."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from curator.engine.pictures import Pixels
from curator.engine.records import FaceBox, FoundFace

SIZES = (120, 100, 80, 60, 50, 40, 30, 20)
"""Face sizes in pixels that photos are shrunk to."""

NOISE = (15, 30, 60, 90)
"""Standard deviations of Gaussian noise on values of 0 to 255."""

BLUR = (0.02, 0.04, 0.08, 0.12)
"""Radii of a Gaussian blur as parts of the face's size."""

SKETCH = (0.25, 0.5, 0.75, 1.0)
"""How much of the photo is replaced by a pencil sketch of itself."""

MASKS = ("chin", "mouth", "nose")
"""How far up a surgical mask reaches: below the mouth, over the mouth, over the nose."""

Make = Callable[[Pixels, FoundFace, float], NDArray[np.uint8]]
"""(upright pixels, the face in full-size pixels, pixels' size by full size) -> altered pixels."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One change.

    Attributes:
        name: sort and strength, such as ``noise/30``; the key of the cache.
        make: does it.
        face_size: the size in pixels that the face has afterwards, None if unchanged.
    """

    name: str
    make: Make
    face_size: int | None = None

    def expected(self, box: FaceBox, *, scale: float = 1.0) -> FaceBox:
        """Where the face is afterwards, given where it was at full size.

        Args:
            box: in full-size pixels.
            scale: of the pixels that were altered, by full size.
        """
        factor = scale if self.face_size is None else min(scale, self.face_size / box.size)
        left, top, width, height = (
            round(side * factor) for side in (box.left, box.top, box.width, box.height)
        )
        return FaceBox(left, top, max(1, width), max(1, height))


def shrunk_to(size: int) -> Alteration:
    """The whole picture made smaller until the face has that size; a smaller one is left as it is."""

    def make(pixels: Pixels, face: FoundFace, scale: float) -> NDArray[np.uint8]:
        factor = size / (face.box.size * scale)
        if factor >= 1:
            return pixels
        image = Image.fromarray(pixels)
        width, height = (max(1, round(side * factor)) for side in image.size)
        return np.asarray(image.resize((width, height), Image.Resampling.LANCZOS))

    return Alteration(f"size/{size}", make, size)


def noisy(deviation: float) -> Alteration:
    """Gaussian noise, the same at each run."""

    def make(pixels: Pixels, face: FoundFace, scale: float) -> NDArray[np.uint8]:
        del face, scale
        random = np.random.default_rng(int(deviation * 1000))
        return np.clip(pixels + random.normal(0, deviation, pixels.shape), 0, 255).astype(np.uint8)

    return Alteration(f"noise/{deviation:g}", make)


def blurred(part: float) -> Alteration:
    """A Gaussian blur in proportion to the face."""

    def make(pixels: Pixels, face: FoundFace, scale: float) -> NDArray[np.uint8]:
        radius = part * face.box.size * scale
        return np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius)))

    return Alteration(f"blur/{part:g}", make)


def sketched(part: float) -> Alteration:
    """A pencil sketch of the photo (grey, divided by its own blur), mixed with the photo."""

    def make(pixels: Pixels, face: FoundFace, scale: float) -> NDArray[np.uint8]:
        photo = Image.fromarray(pixels)
        grey = ImageOps.grayscale(photo)
        wash = grey.filter(ImageFilter.GaussianBlur(max(1.0, 0.05 * face.box.size * scale)))
        below = np.asarray(wash, np.float64)
        lines = np.clip(np.asarray(grey, np.float64) * 255 / np.maximum(below, 1), 0, 255).astype(np.uint8)
        drawn = Image.fromarray(lines)
        sketch = Image.merge(
            "RGB", (drawn, drawn, ImageChops.multiply(drawn, Image.new("L", drawn.size, 245)))
        )
        return np.asarray(Image.blend(photo, sketch, part))

    return Alteration(f"sketch/{part:g}", make)


def masked(reach: str) -> Alteration:
    """A surgical mask drawn as a pale blue polygon around the five landmarks."""
    # How far down from the eyes (0) past the mouth (1) the upper edge runs at the nose and the cheeks.
    at_nose, at_cheeks = {"chin": (1.12, 1.0), "mouth": (0.78, 0.62), "nose": (0.36, 0.42)}[reach]

    def make(pixels: Pixels, face: FoundFace, scale: float) -> NDArray[np.uint8]:
        points = np.array([(point.x, point.y) for point in face.landmarks]) * scale
        eyes, mouth = points[:2].mean(axis=0), points[3:5].mean(axis=0)
        down = mouth - eyes
        across = points[1] - points[0]
        # A face that looks aside shows its eyes nearer to each other than it is wide.
        across = across / max(float(np.linalg.norm(across)), 1.0) * float(np.linalg.norm(down)) * 0.95

        def at(side: float, depth: float) -> tuple[float, float]:
            x, y = eyes + side * across + depth * down
            return float(x), float(y)

        outline = [at(-0.95, at_cheeks), at(-0.3, at_nose), at(0.3, at_nose), at(0.95, at_cheeks)]
        outline += [at(0.85, 1.2), at(0.45, 1.75), at(-0.45, 1.75), at(-0.85, 1.2)]
        image = Image.fromarray(pixels)
        draw = ImageDraw.Draw(image)
        draw.polygon(outline, fill=(176, 206, 222))
        thick = max(1, round(0.02 * face.box.size * scale))
        for depth in (at_nose + 0.25 * (1.75 - at_nose), at_nose + 0.5 * (1.75 - at_nose)):
            draw.line([at(-0.8, depth), at(0.8, depth)], fill=(150, 182, 202), width=thick)
        return np.asarray(image)

    return Alteration(f"mask/{reach}", make)


def turned(quarters: int) -> Alteration:
    """Quarter turns counter-clockwise, with nothing in the file that says so."""

    def make(pixels: Pixels, face: FoundFace, scale: float) -> NDArray[np.uint8]:
        del face, scale
        return np.rot90(pixels, quarters)

    return Alteration(f"turn/{quarters}", make)
