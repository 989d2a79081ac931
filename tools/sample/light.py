"""The light on the face: bright, shadowed and glossy parts from the relief."""

from dataclasses import dataclass

import numpy as np

from .brushes import Map, blur, bump
from .geometry import Face
from .traits import Traits
from .view import View


def light_direction(view: View) -> tuple[float, float, float]:
    """Unit vector towards the light: right, down, towards the camera."""
    length = (view.light_x**2 + view.light_y**2 + 1) ** 0.5
    return view.light_x / length, view.light_y / length, 1 / length


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """How much light comes back from each pixel of the face.

    Attributes:
        shade: factor for the skin's colour, about 0..1.2.
        gloss: 0..1, highlights that are added on top.
    """

    shade: Map
    gloss: Map

    @classmethod
    def on(cls, height: Map, traits: Traits, view: View, *, face: Face) -> "Light":
        """Wrapped Lambert shading, Blinn highlights, and shadow in the hollows."""
        scale = face.grid.scale
        slope_y, slope_x = np.gradient(height * scale)
        normal = np.sqrt(slope_x**2 + slope_y**2 + 1)
        right, down, near = light_direction(view)
        lambert = (-slope_x * right - slope_y * down + near) / normal
        diffuse = np.clip((lambert + 0.25) / 1.25, 0, 1)  # wrapped: light creeps round the cheek as in skin

        length = (right**2 + down**2 + (near + 1) ** 2) ** 0.5
        half = (right / length, down / length, (near + 1) / length)
        gloss = np.clip((-slope_x * half[0] - slope_y * half[1] + half[2]) / normal, 0, 1) ** 24

        hollow = np.clip((height - blur(height, 0.09 * scale)) * 4.0, -0.45, 0.12)
        shade = view.ambient + (0.98 - view.ambient) * diffuse**1.1 + hollow
        below_nose = bump(
            face.x, face.y, at=(0, traits.nose_length + 0.065), spread=(traits.nose_width * 0.8, 0.030)
        )
        return cls(shade * (1 - 0.20 * below_nose), gloss)
