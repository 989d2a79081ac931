"""Around the eyes: eyeballs, lids, brows and glasses."""

import numpy as np

from .brushes import Map, Picture, bump, lay, ridge, smoothstep, tint, value_noise
from .geometry import EyeLines, Face
from .light import Light
from .skin import hair_colour, skin_tone
from .traits import IRIS_COLOURS, Traits
from .view import View

EDGE = 0.012
"""How soft the outlines of eye and iris are, in face units."""

FRAMES = {
    # width of the rim, half width and half height of a lens, squareness, colour
    "thin": (0.012, 0.215, 0.145, 5, (70, 66, 62)),
    "thick": (0.028, 0.235, 0.175, 5, (22, 20, 22)),
    "round": (0.016, 0.20, 0.19, 2.1, (96, 62, 34)),
}


def paint_eyes(
    picture: Picture, traits: Traits, view: View, *, face: Face, eyes: EyeLines, light: Light
) -> Picture:
    """The picture with both eyes, their lashes and the crease of the lid."""
    y, t = face.y, eyes.along
    tone = skin_tone(traits)
    opening = (
        smoothstep(eyes.upper - EDGE * 0.7, eyes.upper + EDGE * 0.7, y)
        * smoothstep(eyes.lower + EDGE * 0.7, eyes.lower - EDGE * 0.7, y)
        * (np.abs(t) < 1)
    )
    picture = lay(picture, _eyeballs(traits, view, face=face, eyes=eyes, light=light), opening)
    lash = ridge(y - eyes.upper, 0.011 + 0.011 * traits.makeup) * smoothstep(1.12, 0.92, np.abs(t))
    picture = lay(picture, tone * 0.14, (0.75 + 0.2 * traits.makeup) * lash)
    lower = ridge(y - eyes.lower, 0.009) * smoothstep(1.05, 0.9, np.abs(t))
    picture = lay(picture, tone * 0.40, 0.42 * lower)
    crease = ridge(y - eyes.upper + 0.030 + 0.03 * traits.lid_crease, 0.010) * smoothstep(1.2, 0.8, np.abs(t))
    picture = lay(picture, tone * 0.45, 0.55 * traits.lid_crease * crease)
    corner = (
        traits.eye_apart - traits.eye_width * 0.93,
        traits.eye_height + traits.eye_tilt * traits.eye_width,
    )
    pink = bump(face.aside, y, at=corner, spread=(0.02, 0.02))
    return lay(picture, tone * tint(0.85, 0.55, 0.52), 0.7 * opening * pink)


def _eyeballs(traits: Traits, view: View, *, face: Face, eyes: EyeLines, light: Light) -> Picture:
    """White, iris, pupil and the glint of the lamp, as if there were no lids."""
    x, y, eye_x, radius = face.x, face.y, traits.eye_apart, traits.iris_radius
    ball = tint(236, 232, 228) * (0.58 + 0.40 * np.clip(light.shade, 0, 1.1))[..., None]
    ball = ball * (1 - 0.45 * smoothstep(0.045, 0.0, y - eyes.upper) - 0.25 * eyes.along**4)[..., None]
    look = view.gaze * 0.03
    from_iris = np.hypot(np.where(x > 0, x - eye_x - look, x + eye_x - look), y - traits.eye_height + 0.012)
    rings = 0.75 + 0.5 * smoothstep(0.3 * radius, radius, from_iris)
    rings = rings - 0.65 * smoothstep(0.8 * radius, radius, from_iris)
    iris = np.array(IRIS_COLOURS[traits.iris_colour], np.float32) * rings[..., None]
    ball = lay(ball, iris, smoothstep(radius + EDGE * 0.5, radius - EDGE * 0.5, from_iris))
    pupil = 0.46 * radius
    ball = lay(ball, (12, 10, 10), smoothstep(pupil + EDGE * 0.5, pupil - EDGE * 0.5, from_iris))
    from_eye = np.where(x > 0, x - eye_x, x + eye_x)
    from_glint = np.hypot(from_eye - 0.026 * np.sign(view.light_x or 1), y - traits.eye_height + 0.040)
    return lay(ball, (255, 255, 255), smoothstep(0.022, 0.012, from_glint))


def paint_brows(
    picture: Picture, traits: Traits, view: View, *, face: Face, light: Light, random: np.random.RandomState
) -> Picture:
    """The picture with eyebrows, darker than the hair."""
    t = (face.aside - (traits.eye_apart + 0.01)) / (traits.eye_width * 1.45)
    middle = (
        traits.eye_height
        - traits.brow_height
        - 0.02 * view.brow_raise
        - traits.brow_tilt * (face.aside - traits.eye_apart)
        - traits.brow_arch * (1 - t**2)
    )
    thickness = traits.brow_thickness * np.clip(1.05 - 0.55 * np.clip(t, -1, 1), 0.3, 1.3)
    brow = smoothstep(1, 0.35, np.abs(face.y - middle) / np.maximum(thickness * 1.25, 1e-3))
    brow = brow * smoothstep(1.08, 0.9, np.abs(t))
    hair = hair_colour(traits)
    colour = hair * 0.55 if hair.mean() < 175 else hair * 0.72
    strands = value_noise(random, face.grid.shape, cells=face.grid.cells(20, 90))
    cover = traits.brow_density * brow * np.clip(0.85 + 0.2 * strands, 0, 1)
    return lay(picture, colour * (0.5 + 0.5 * light.shade)[..., None], cover)


def paint_glasses(picture: Picture, traits: Traits, *, face: Face) -> Picture:
    """The picture with the glasses that the person wears, if any."""
    if traits.glasses == "none":
        return picture
    rim_width, half_width, half_height, squareness, colour = FRAMES[traits.glasses]
    aside, y, eye_x, eye_y = face.aside, face.y, traits.eye_apart, traits.eye_height

    def rim(offset: Map) -> Map:
        return smoothstep(rim_width, rim_width * 0.45, offset)

    across = np.abs((aside - eye_x - 0.01) / half_width) ** squareness
    down = np.abs((y - eye_y - 0.025) / half_height) ** squareness
    lens = (across + down) ** (1 / squareness)
    picture = lay(picture, (235, 240, 245), 0.07 * smoothstep(1.0, 0.97, lens))
    around = rim(np.abs(lens - 1) * min(half_width, half_height))
    bridge = rim(np.abs(y - eye_y + 0.035 + 0.25 * (aside - 0.05) ** 2)) * (aside < eye_x - half_width + 0.02)
    temple = rim(np.abs(y - eye_y + 0.03)) * (aside > eye_x + half_width)
    return lay(picture, colour, 0.95 * np.maximum(around, np.maximum(bridge, temple)))
