"""Skin: its colour before the light falls on it, freckles, stubble, and beards."""

from dataclasses import dataclass

import numpy as np

from .brushes import Map, Picture, along, bump, lay, ridge, smoothstep, tint, value_noise
from .geometry import Face, MouthLines
from .light import Light
from .traits import HAIR_COLOURS, SKIN_TONES, Traits
from .view import View

FRECKLE_SEED = 7
"""The same freckles in every picture: they belong to the person and not to the view."""


def skin_tone(traits: Traits) -> Picture:
    """The person's plain skin colour, shape (3,), RGB, float32."""
    return along(SKIN_TONES, traits.skin_tone) * tint(1 + traits.warmth, 1, 1 - traits.warmth)


def hair_colour(traits: Traits) -> Picture:
    """The person's plain hair colour, shape (3,), RGB, float32."""
    return np.array(HAIR_COLOURS[traits.hair_colour], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Whiskers:
    """Where a beard would grow.

    Attributes:
        cheeks: 0..1, sideburns, jaw and chin.
        lip: 0..1, above the mouth.
        texture: noise around 0, hair by hair.
    """

    cheeks: Map
    lip: Map
    texture: Map

    @classmethod
    def of(cls, traits: Traits, *, face: Face, mouth: MouthLines, texture: Map) -> "Whiskers":
        """The places for a beard on this face."""
        x, y, aside = face.x, face.y, face.aside
        nose_y, mouth_y = traits.nose_length, traits.mouth_height
        lip = ridge(y - (nose_y + mouth_y) / 2 - 0.055 - 0.25 * aside**2 - 0.01, 0.048)
        lip = lip * smoothstep(mouth.half_width * 1.15, mouth.half_width * 0.8, aside)
        round_mouth = np.sqrt((x / 1.25) ** 2 + ((y - mouth_y + 0.10) / 0.75) ** 2)
        jaw = (
            smoothstep(0.30, 0.62, y + 0.55 * (aside - 0.35) * (aside > 0.35))
            * smoothstep(0.30, 0.42, round_mouth)
            * smoothstep(mouth_y - 0.26, mouth_y + 0.02, y + 0.3 * aside)
        )
        sideburns = smoothstep(traits.head_width * 0.80, traits.head_width * 0.95, aside)
        sideburns = sideburns * smoothstep(-0.1, 0.25, y)
        return cls(np.clip(jaw + sideburns, 0, 1), lip, texture)


def paint_skin(
    traits: Traits,
    view: View,
    *,
    face: Face,
    mouth: MouthLines,
    light: Light,
    random: np.random.RandomState,
) -> Picture:
    """Skin in its light, with stubble or a beard, over the whole of the face's window."""
    skin = _colour(traits, face=face, random=random)
    texture = value_noise(random, face.grid.shape, cells=face.grid.cells(70, 70))
    whiskers = Whiskers.of(traits, face=face, mouth=mouth, texture=texture)
    hair = hair_colour(traits)
    if traits.beard == "stubble":
        grown = np.maximum(whiskers.cheeks, whiskers.lip) + 0.15 * texture * whiskers.cheeks
        skin = lay(skin, skin_tone(traits) * 0.45 + hair * 0.3, 0.42 * np.clip(grown, 0, 1))
    gloss = (light.gloss * view.gloss * 60 * (1 - 0.3 * traits.skin_tone))[..., None]
    lit: Picture = light.shade[..., None] * skin + gloss * tint(1, 0.98, 0.95)
    if traits.beard in ("full", "moustache"):
        beard = whiskers.lip
        if traits.beard == "full":
            beard = np.maximum(whiskers.cheeks, whiskers.lip * 1.1)
        beard = smoothstep(0.25, 0.75, beard + 0.12 * texture * (beard > 0.05))
        strands = (0.35 + 0.65 * light.shade * (1 + 0.16 * texture))[..., None]
        lit = lay(lit, hair * strands, 0.94 * beard)
    return lit


def _colour(traits: Traits, *, face: Face, random: np.random.RandomState) -> Picture:
    """The skin's own colour: blush, red nose, shadowed lids, mottling, freckles."""
    aside, y, grid = face.aside, face.y, face.grid
    eye_x, eye_y, dark = traits.eye_apart, traits.eye_height, traits.skin_tone
    tone = skin_tone(traits)
    red = tone * tint(1.02, 0.78, 0.76)
    skin: Picture = np.ones((*grid.shape, 3), np.float32) * tone
    cheeks = bump(aside, y, at=(0.42, 0.30), spread=(0.17, 0.14))
    skin = lay(skin, red, (0.25 + 0.45 * traits.blush) * cheeks * (1 - 0.6 * dark))
    nose = bump(face.x, y, at=(0, traits.nose_length - 0.03), spread=(0.10, 0.08))
    skin = lay(skin, red, 0.45 * nose * (1 - 0.5 * dark))
    under = bump(aside, y, at=(eye_x - 0.02, eye_y + 0.06), spread=(0.15, 0.07))
    skin = lay(skin, tone * tint(0.74, 0.66, 0.68), (0.30 + 0.25 * traits.eye_bags) * under)
    lid = bump(aside, y, at=(eye_x, eye_y - traits.eye_opening - 0.02), spread=(0.15, 0.04))
    skin = lay(skin, tone * tint(0.62, 0.54, 0.56), (0.25 + 0.5 * traits.makeup) * lid)

    coarse = value_noise(random, grid.shape, cells=grid.cells(12, 12)) * 0.012
    fine = value_noise(random, grid.shape, cells=grid.cells(60, 60)) * 0.012 * (0.5 + traits.age)
    skin = skin * (1 + (coarse + fine))[..., None]
    spots = value_noise(np.random.RandomState(FRECKLE_SEED), grid.shape, cells=grid.cells(34, 34))
    amount = 0.5 * max(0, traits.freckles - 0.6) * 2.5 * smoothstep(1.5, 2.2, spots)
    where = bump(aside, y, at=(0.28, 0.2), spread=(0.3, 0.16))
    return lay(skin, tone * tint(0.72, 0.56, 0.46), amount * where * (1 - dark))
