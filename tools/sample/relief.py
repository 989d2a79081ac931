"""The face as a landscape: how far each point stands out towards the camera."""

import numpy as np

from .brushes import Map, blur, bump, ridge, smoothstep
from .geometry import Face, MouthLines
from .traits import Traits
from .view import View


def relief(traits: Traits, view: View, *, face: Face, mouth: MouthLines) -> Map:
    """Height of every pixel of the face in face units, shape of the face's window, float32."""
    height = 0.78 * np.clip(1 - np.clip(face.outline, 0, 1), 0, 1) ** 0.52
    height = _eyes(height, traits, face=face)
    height = _nose(height, traits, face=face)
    height = _cheeks(height, traits, view, face=face)
    height = _mouth(height, traits, face=face, mouth=mouth)
    height = _lines(height, traits, view, face=face)
    return blur(height.astype(np.float32), 0.006 * face.grid.scale)


def _eyes(height: Map, traits: Traits, *, face: Face) -> Map:
    """Brow ridge, sockets, eyeballs and the dip beside the nose."""
    aside, y = face.aside, face.y
    eye_x, eye_y = traits.eye_apart, traits.eye_height
    height = height + 0.030 * bump(aside, y, at=(0.33, eye_y - traits.brow_height), spread=(0.22, 0.07))
    height = height - traits.socket_depth * bump(
        aside, y, at=(eye_x - 0.03, eye_y - 0.02), spread=(0.17, 0.12)
    )
    height = height + 0.045 * bump(aside, y, at=(eye_x, eye_y), spread=(0.115, 0.075))
    return height - 0.045 * bump(aside, y, at=(0.12, eye_y), spread=(0.05, 0.10))


def _nose(height: Map, traits: Traits, *, face: Face) -> Map:
    """Bridge, tip and wings."""
    eye_y, nose_y = traits.eye_height, traits.nose_length
    down = np.clip((face.y - (eye_y - 0.10)) / (nose_y - eye_y + 0.02), 0, 1)
    bridge = traits.nose_height * (0.18 + 0.82 * down**1.3)
    width = traits.bridge_width * (0.8 + 0.65 * down)
    above = 1 - smoothstep(nose_y - 0.01, nose_y + 0.12, face.y)
    height = (
        height
        + 0.85
        * bridge
        * np.exp(-0.5 * (face.x / width) ** 2)
        * smoothstep(eye_y - 0.22, eye_y + 0.02, face.y)
        * above
    )
    tip = traits.nose_tip
    height = height + tip * 0.75 * bump(face.x, face.y, at=(0, nose_y - 0.04), spread=(tip, 0.075))
    wing = (traits.nose_width * 0.86, nose_y - 0.005)
    return height + 0.075 * bump(face.aside, face.y, at=wing, spread=(0.05, 0.055))


def _cheeks(height: Map, traits: Traits, view: View, *, face: Face) -> Map:
    """Cheekbones, which a smile lifts, and full or hollow cheeks."""
    bone = traits.cheekbone * (1 + 0.6 * view.smile)
    place = (0.42, traits.cheekbone_height - 0.03 * view.smile)
    height = (
        height
        + bone * bump(face.aside, face.y, at=place, spread=(0.17, 0.15))
        + 0.05 * traits.fullness * bump(face.aside, face.y, at=(0.42, 0.55), spread=(0.2, 0.2))
    )
    hollow = bump(face.aside, face.y, at=(0.50, 0.58), spread=(0.10, 0.18))
    return height - 0.05 * (1 - traits.fullness) * hollow


def _mouth(height: Map, traits: Traits, *, face: Face, mouth: MouthLines) -> Map:
    """Lips, the mound that they lie on, chin and philtrum."""
    x, y, mouth_y = face.x, face.y, traits.mouth_height
    upper, lower = traits.upper_lip, traits.lower_lip
    height = height + 0.05 * mouth.fullness * ridge(y - mouth.line + upper * 0.6, upper * 0.8)
    height = height + 0.065 * mouth.fullness * ridge(y - mouth.line - mouth.gap - lower * 0.55, lower * 0.7)
    height = (
        height
        + 0.05 * bump(x, y, at=(0, mouth_y), spread=(0.26, 0.17))
        - 0.03 * bump(x, y, at=(0, mouth_y + 0.17), spread=(0.15, 0.035))
    )
    philtrum = (0, (traits.nose_length + mouth_y) / 2 + 0.02)
    height = height + 0.07 * bump(x, y, at=(0, traits.chin - 0.11), spread=(0.15, 0.09))
    return height - 0.018 * bump(x, y, at=philtrum, spread=(0.022, 0.06))


def _lines(height: Map, traits: Traits, view: View, *, face: Face) -> Map:
    """What years and expression draw: folds from nose to mouth, lines of forehead and eyes, bags."""
    x, y, aside, age = face.x, face.y, face.aside, traits.age
    eye_x, eye_y, nose_y, mouth_y = (
        traits.eye_apart,
        traits.eye_height,
        traits.nose_length,
        traits.mouth_height,
    )
    corner = eye_x + traits.eye_width

    spread = np.clip((y - nose_y + 0.05) / 0.35, 0, 1)
    fold_x = 0.17 + 0.32 * spread * (1 + 0.12 * view.smile) * 0.8
    fold = (
        ridge(aside - fold_x, 0.028)
        * smoothstep(nose_y - 0.10, nose_y + 0.03, y)
        * (1 - smoothstep(mouth_y - 0.05, mouth_y + 0.08, y))
    )
    height = height - (0.006 + 0.022 * age + 0.012 * view.smile) * fold

    for number, line_y in enumerate((-0.44, -0.54, -0.64)):
        wave = 0.03 * np.cos(x * 5 + number)
        line = ridge(y - eye_y * 0.5 - line_y - wave, 0.010)
        height = height - 0.010 * max(0, age - 0.35) * line * smoothstep(0.5, 0.3, aside)
    frown = ridge(aside - 0.035, 0.010) * bump(x, y, at=(0, eye_y - 0.2), spread=(0.2, 0.07))
    height = height - 0.012 * age * frown
    for slope in (-1, 0, 1):
        foot = ridge(y - eye_y - slope * 0.5 * (aside - eye_x - traits.eye_width), 0.008)
        reach = smoothstep(corner + 0.01, corner + 0.04, aside) * smoothstep(
            corner + 0.17, corner + 0.08, aside
        )
        height = height - 0.010 * age * foot * reach
    bag = ridge(y - eye_y - traits.eye_opening * 1.25 - 0.035 - 0.5 * (aside - eye_x) ** 2, 0.012)
    under = bump(aside, y, at=(eye_x - 0.02, eye_y + 0.1), spread=(0.10, 0.1))
    return height - (0.006 + 0.016 * traits.eye_bags * (0.4 + 0.6 * age)) * bag * under
