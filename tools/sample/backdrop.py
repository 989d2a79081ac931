"""Walls behind a studio portrait: plain, striped like shelves, or out-of-focus lights."""

import numpy as np

from .brushes import Picture, lay, smoothstep, tint, value_noise

COLOURS = ((96, 118, 140), (150, 150, 146), (70, 84, 76), (164, 140, 116), (44, 52, 78), (196, 202, 208))


def paint_wall(random: np.random.RandomState, shape: tuple[int, int], *, number: int) -> Picture:
    """Wall ``number`` (0..5) for a picture of ``shape`` (height, width)."""
    height, width = shape
    down, across = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    base = tint(*COLOURS[number % len(COLOURS)])
    wall = base * (1.12 - 0.35 * np.hypot(across - 0.5, down - 0.4))[..., None]
    if number % 3 == 1:
        wall = wall * (1 + 0.10 * np.sign(np.sin(across * 23 + random.uniform(0, 6))))[..., None]
    if number % 3 == 2:
        for _ in range(9):
            x, y, radius = random.uniform(0, 1), random.uniform(0, 0.8), random.uniform(0.03, 0.09)
            away = np.hypot(across - x, (down - y) * height / width)
            wall = lay(wall, base * 1.5 + 20, 0.4 * smoothstep(radius, radius * 0.8, away))
    return np.asarray(wall + (value_noise(random, shape, cells=(6, 6)) * 5)[..., None])
