"""Below and beside the face: neck, ears, suit, shirt and tie."""

import numpy as np

from .brushes import Picture, lay, smoothstep, tint, value_noise
from .geometry import Grid
from .light import light_direction
from .skin import skin_tone
from .traits import Traits
from .view import View

SUITS = ((38, 44, 62), (52, 52, 56), (30, 34, 38), (92, 40, 52), (44, 74, 84), (120, 108, 92))
TIES = ((150, 30, 40), (34, 62, 120), (40, 96, 74), (120, 80, 140), (190, 140, 50))
SHIRT = (232, 232, 236)


def paint_body(picture: Picture, traits: Traits, view: View, *, grid: Grid) -> Picture:
    """The picture with neck, suit, shirt, and a tie or an open collar."""
    y, aside, soft = grid.y, np.abs(grid.x), grid.softness
    right, _, _ = light_direction(view)
    base = traits.head_width * 0.60 + 0.06 * traits.fullness
    neck_width = base + 0.30 * smoothstep(1.15, 1.75, y) ** 2
    neck = smoothstep(neck_width + soft, neck_width - soft, aside) * (y > 0.2)
    roundness = np.sqrt(np.clip(1 - (grid.x / (neck_width + 0.02)) ** 2, 0, 1))
    neck_light = view.ambient + 0.62 * np.clip(roundness + 0.4 * right * grid.x / neck_width, 0, 1)
    neck_skin = skin_tone(traits) * (neck_light * (1 - 0.45 * smoothstep(1.45, 0.95, y)))[..., None]
    picture = lay(picture, neck_skin, neck)

    random = np.random.RandomState(traits.cloth_seed)
    suit, tie = tint(*SUITS[random.randint(len(SUITS))]), tint(*TIES[random.randint(len(TIES))])
    folds = 1 + 0.06 * value_noise(random, grid.shape, cells=grid.cells(3, 5))
    folds = folds - 0.25 * smoothstep(0.6, 1.6, aside)
    shoulder = 1.42 + 0.30 * np.clip((aside - 0.35) / 1.0, 0, 3) ** 1.4
    shoulder = shoulder + 2.2 * np.clip(aside - 1.75, 0, None) ** 2  # the arms hang down beyond it
    body = smoothstep(shoulder - soft, shoulder + soft, y)
    picture = lay(picture, suit * folds[..., None], body)
    lapel = np.abs(aside - (2.45 - y) * 0.36 - 0.13) - 0.002
    picture = lay(picture, suit * 0.55, 0.8 * smoothstep(0.014, 0.002, lapel) * body * (y > 1.55))
    picture = lay(picture, SHIRT, smoothstep(soft, -soft, aside - (2.45 - y) * 0.36) * body)
    if traits.is_made_up:
        collar = smoothstep(soft, -soft, aside - (1.78 - y) * 0.72) * (y > 1.3)
        return lay(picture, neck_skin, collar)
    picture = lay(picture, neck_skin, neck * smoothstep(1.60, 1.50, y + 0.3 * aside))
    tie_width = 0.085 + 0.05 * (y - 1.6)
    knot = smoothstep(1.60 - soft, 1.60 + soft, y)
    return lay(picture, tie * folds[..., None], smoothstep(soft, -soft, aside - tie_width) * knot)


def paint_ears(picture: Picture, traits: Traits, view: View, *, grid: Grid) -> Picture:
    """The picture with ears, unless hair hides them."""
    if traits.hair_style in ("long", "bob"):
        return picture
    right, _, _ = light_direction(view)
    from_middle = np.hypot((np.abs(grid.x) - traits.head_width - 0.005) / 0.095, (grid.y - 0.12) / 0.22)
    bright = view.ambient + 0.45 - 0.25 * smoothstep(0.7, 0.2, from_middle) + 0.25 * right * np.sign(grid.x)
    ear = skin_tone(traits) * tint(0.96, 0.86, 0.84) * bright[..., None]
    return lay(picture, ear, smoothstep(1.03, 0.97, from_middle))
