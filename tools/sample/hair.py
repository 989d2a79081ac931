"""Hair: the part that falls behind the head, and the part that frames the face."""

from dataclasses import dataclass

import numpy as np

from .brushes import Map, Picture, blur, lay, smoothstep, value_noise
from .geometry import Grid, silhouette
from .light import light_direction
from .skin import hair_colour
from .traits import Traits
from .view import View

STRAND_SEED = 11
"""The same strands in every picture: they belong to the hair-do and not to the view."""

EXTRA_VOLUME = {"curly": 0.12, "bob": 0.05, "long": 0.05}

TEMPLES = {"bald": -9, "short": 0.55, "side": 0.6, "long": 0.95, "bob": 1.0, "curly": 0.6, "swept": 0.45}
"""How far the hairline comes down at the temples, in face units."""

LOWEST = {"long": 1.2, "bob": 0.8}
"""Where hair beside the face ends; other styles end above the ears."""


@dataclass(frozen=True, slots=True, eq=False)
class Hair:
    """Hair over a whole picture, before it is cut to its shape.

    Attributes:
        texture: noise around 0, strand by strand.
        colour: RGB of every pixel, in its light.
        volume: how far it stands off the head, in face units.
    """

    texture: Map
    colour: Picture
    volume: float

    @classmethod
    def of(cls, traits: Traits, view: View, *, grid: Grid) -> "Hair":
        """The hair of this person in this view's light."""
        random = np.random.RandomState(STRAND_SEED)
        if traits.hair_style == "curly":
            texture = value_noise(random, grid.shape, cells=grid.cells(22, 22)) * 1.4
        else:
            texture = value_noise(random, grid.shape, cells=grid.cells(6, 46))
        colour = hair_colour(traits)
        contrast = 0.20 if colour.mean() < 120 else 0.10
        right, _, _ = light_direction(view)
        sheen = 0.35 * np.clip(0.5 - grid.y * 0.35 - grid.x * -right * 0.5, 0, 1)
        bright = 0.62 + contrast * texture + sheen
        return cls(
            texture,
            colour * bright[..., None] + 7 * np.clip(texture, 0, 2)[..., None],
            traits.hair_volume + EXTRA_VOLUME.get(traits.hair_style, 0),
        )


def paint_back_hair(picture: Picture, traits: Traits, *, grid: Grid, hair: Hair) -> Picture:
    """The picture with the hair that falls behind neck and shoulders; only long styles have any."""
    x, y, soft = grid.x, grid.y, grid.softness
    if traits.hair_style == "long":
        end, spread = 1.7, np.ones_like(y)
    elif traits.hair_style == "bob":
        end, spread = 0.78, smoothstep(0.9, 0.6, y)
    else:
        return picture
    flare = 0.10 * smoothstep(-0.2, 1.0, y) + 0.02 * np.sin(y * 7)
    width = traits.head_width + hair.volume + flare * spread
    shape = smoothstep(width + soft, width - soft, np.abs(x) + 0.03 * hair.texture * 0.3)
    shape = shape * smoothstep(end + 0.04, end - 0.04, y + 0.05 * hair.texture) * (y > -0.2)
    shadow = (0.80 - 0.25 * smoothstep(0.9, 0.2, np.abs(x)))[..., None]
    return lay(picture, hair.colour * shadow, shape)


def paint_front_hair(
    picture: Picture, traits: Traits, view: View, *, grid: Grid, hair: Hair, head: Map, depth: Map
) -> Picture:
    """The picture with the hair over and beside the head.

    Args:
        picture: with everything else painted.
        traits: of the person.
        view: of the picture.
        grid: of the whole picture.
        hair: of the whole picture.
        head: 1 inside the head's outline, whole picture.
        depth: of the face, 0 outside it; shifts the hairline of a turned head.
    """
    window = grid.window(aside=traits.head_width + 0.5, above=traits.crown + 0.5, below=1.6)
    here, texture, head = grid.part(window), hair.texture[window], head[window]
    face_x = here.x - view.yaw * depth[window]
    face_y = here.y - view.pitch * depth[window]
    style, soft = traits.hair_style, here.softness

    line: Map | float = traits.hairline + 0.04 * texture * 0.3
    if style in ("side", "swept"):
        rise = 0.22 if style == "side" else 0.10
        line = line + rise * np.clip((here.x - traits.parting) * np.sign(traits.parting or 1), -1, 1)
    edge = line + TEMPLES[style] * (np.abs(face_x) / traits.head_width) ** 3.2
    low = LOWEST.get(style, -0.02)

    squeezed = np.minimum(here.y, 0) * (traits.crown / (traits.crown + hair.volume * 0.6))
    stands_off = hair.volume * np.clip(1 - np.maximum(here.y, -0.2) * 0.9 - 0.3, 0.3, 1)
    outline = silhouette(traits, here.x, squeezed, grow=stands_off, power=2.7)
    within = smoothstep(1 + 5 * soft, 1 - 5 * soft, outline + 0.03 * texture * (style == "curly"))

    front = smoothstep(edge + 0.035, edge - 0.035, face_y + 0.022 * texture)
    front = front * smoothstep(low + 0.08, low - 0.02, here.y) * within
    around = within * (1 - head) * smoothstep(low + 0.03, low - 0.08, here.y)
    around = around * smoothstep(0.30, 0.50, np.abs(here.x) + 0.9 * (here.y < 0.55))
    if style == "bald":
        ring = smoothstep(0.90, 0.99, np.abs(here.x) / traits.head_width)
        ring = ring * smoothstep(-0.75, -0.5, here.y) * smoothstep(0.1, -0.05, here.y)
        front, around = 0.55 * ring * head * (traits.hair_volume > 0.12), np.zeros_like(around)

    part = picture[window]
    shadow = 0.5 * blur((front > 0.5).astype(np.float32), 0.03 * here.scale) * head
    part = lay(part, part * 0.55, shadow)
    painted = picture.copy()
    painted[window] = lay(part, hair.colour[window], np.maximum(front, around))
    return painted
