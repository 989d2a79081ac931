"""The few operations on pixel maps that every stage of a portrait is painted with."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Map = NDArray[np.floating[Any]]
"""One number a pixel, shape (height, width); masks run from 0 to 1."""

Picture = NDArray[np.floating[Any]]
"""Red, green, blue a pixel, shape (height, width, 3), 0..255."""

Colour = tuple[float, float, float] | NDArray[np.floating[Any]]
"""Red, green, blue, 0..255: one colour, or a Picture of them."""

Window = tuple[slice, slice]
"""Rows and columns that cut a part out of a Map or a Picture."""


def tint(red: float, green: float, blue: float) -> NDArray[np.float32]:
    """Three factors or colour parts as an array of shape (3,), float32."""
    return np.array([red, green, blue], np.float32)


def ridge(offset: Map, spread: float) -> Map:
    """A soft line: 1 where ``offset`` is 0, falling off as a Gaussian of that spread."""
    return np.asarray(np.exp(-0.5 * (offset / spread) ** 2))


def bump(x: Map, y: Map, *, at: tuple[float, float], spread: tuple[float, float]) -> Map:
    """A soft spot: a Gaussian in two directions, 1 at its centre ``at``."""
    across = ((x - at[0]) / spread[0]) ** 2
    along = ((y - at[1]) / spread[1]) ** 2
    return np.asarray(np.exp(-0.5 * (across + along)))


def smoothstep(start: float | Map, end: float | Map, value: Map) -> Map:
    """0 at ``start``, 1 at ``end``, smooth between; ``start`` may be the larger one."""
    t = np.clip((value - start) / (end - start), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def lay(picture: Picture, colour: Colour, mask: Map) -> Picture:
    """The picture with a colour (or another picture) laid over it as far as the mask says."""
    cover = np.clip(mask, 0, 1)[..., None]
    return np.asarray(picture * (1 - cover) + np.asarray(colour, np.float32) * cover)


def value_noise(random: np.random.RandomState, shape: tuple[int, int], *, cells: tuple[int, int]) -> Map:
    """Smooth noise around 0 with a spread of about 1; ``cells`` are the lumps down and across.

    ``RandomState`` and not the newer generators: its stream is frozen, so that a seed
    gives the same picture with every release of numpy.
    """
    lumps = random.standard_normal((max(2, cells[0]), max(2, cells[1]))).astype(np.float32)
    return np.asarray(Image.fromarray(lumps).resize((shape[1], shape[0]), Image.Resampling.BICUBIC))


def blur(field: Map, radius: float) -> Map:
    """The map smoothed by three box passes of ``radius`` pixels, which is nearly a Gaussian."""
    if radius > 8:  # a wide blur looks the same at a quarter of the size, and is much quicker
        height, width = field.shape
        small = Image.fromarray(field).resize((width // 4 + 1, height // 4 + 1), Image.Resampling.BOX)
        smooth = Image.fromarray(blur(np.asarray(small), radius / 4))
        return np.asarray(smooth.resize((width, height), Image.Resampling.BICUBIC))
    reach = max(1, round(radius))
    for _ in range(3):
        for axis in (0, 1):
            margin = [(reach + 1, reach) if side == axis else (0, 0) for side in (0, 1)]
            sums = np.cumsum(np.pad(field, margin, mode="edge").astype(np.float64), axis=axis)
            box = 2 * reach + 1
            total = sums[box:] - sums[:-box] if axis == 0 else sums[:, box:] - sums[:, :-box]
            field = (total / box).astype(np.float32)
    return field


def window_around(mask: NDArray[np.bool_]) -> Window:
    """The smallest window that holds every true pixel of the mask."""
    rows, columns = np.where(mask.any(1))[0], np.where(mask.any(0))[0]
    if not len(rows):
        return slice(0, 1), slice(0, 1)
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def along(colours: Sequence[tuple[int, int, int]], position: float) -> NDArray[np.float32]:
    """The colour at ``position`` (0..1) of an evenly spaced row of colours; shape (3,), float32."""
    place = min(max(position, 0.0), 1.0) * (len(colours) - 1)
    first = min(int(place), len(colours) - 2)
    part = place - first
    mixed = (
        np.array(colours[first], np.float32) * (1 - part) + np.array(colours[first + 1], np.float32) * part
    )
    return np.asarray(mixed, np.float32)
