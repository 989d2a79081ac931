"""The middle of the face: lips, teeth and nostrils."""

import numpy as np

from .brushes import Picture, bump, lay, ridge, smoothstep, tint
from .geometry import Face, MouthLines
from .light import Light
from .skin import skin_tone
from .traits import Traits
from .view import View

EDGE = 0.012
"""How soft the lips' outline is, in face units."""


def paint_mouth(
    picture: Picture, traits: Traits, view: View, *, face: Face, mouth: MouthLines, light: Light
) -> Picture:
    """The picture with lips, and with teeth where the mouth is open."""
    y, t, line = face.y, mouth.along, mouth.line
    tone = skin_tone(traits)
    bow = 1 - 0.28 * np.exp(-((t / 0.16) ** 2))
    top = line - traits.upper_lip * mouth.fullness * bow * (1 - 0.35 * view.smile * 0.6)
    bottom = line + mouth.gap + traits.lower_lip * np.clip(1 - t**2, 0, 1) ** 0.75
    inside = smoothstep(1.03, 0.97, np.abs(t))

    lips = smoothstep(top - EDGE, top + EDGE, y) * smoothstep(bottom + EDGE, bottom - EDGE, y) * inside
    upper_darker = (light.shade * (1 - 0.20 * smoothstep(line + 0.01, line - 0.01, y)))[..., None]
    picture = lay(picture, _lip_colour(traits) * upper_darker + (light.gloss * 18)[..., None], 0.85 * lips)
    if view.mouth_open > 0.05:
        under = line + mouth.gap
        gap = smoothstep(line - EDGE * 0.6, line + EDGE * 0.4, y)
        gap = gap * smoothstep(under + EDGE, under - EDGE * 0.2, y) * inside
        picture = lay(picture, (52, 20, 20), 0.95 * gap)
        teeth = tint(226, 218, 206) * (0.55 + 0.45 * light.shade[..., None])
        picture = lay(picture, teeth, 0.92 * gap * smoothstep(0.9, 0.75, np.abs(t)))
    picture = lay(picture, tone * 0.28, 0.75 * ridge(y - line, 0.010) * smoothstep(1.10, 0.95, np.abs(t)))
    corner = (mouth.half_width * 1.02, traits.mouth_height - 0.05 * view.smile)
    return lay(picture, tone * 0.35, 0.45 * bump(face.aside, y, at=corner, spread=(0.022, 0.020)))


def _lip_colour(traits: Traits) -> Picture:
    """Shape (3,): the skin's own, redder; painted when make-up is worn."""
    tone = skin_tone(traits)
    if not traits.is_made_up:
        return tone * tint(0.86, 0.62, 0.60)
    painted = tone * 0.35 + tint(150, 34, 44) * 0.65
    return tone * tint(0.86, 0.60, 0.58) * (1 - traits.lipstick) + painted * traits.lipstick


def paint_nostrils(picture: Picture, traits: Traits, *, face: Face) -> Picture:
    """The picture with nostrils and the lines around the nose's wings."""
    aside, y, nose_y, width = face.aside, face.y, traits.nose_length, traits.nose_width
    tone = skin_tone(traits)
    nostril = bump(aside, y, at=(width * 0.52, nose_y + 0.035), spread=(width * 0.21, 0.020))
    picture = lay(picture, tone * 0.22, 0.80 * nostril)
    wing = ridge(np.hypot((aside - width * 0.80) / 0.9, y - nose_y + 0.005) - 0.062, 0.010)
    return lay(picture, tone * 0.45, 0.35 * wing * smoothstep(width * 0.80, width * 0.95, aside))
