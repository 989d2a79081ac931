"""Where things lie: the pixel grid in face units, the head's outline, the lines of mouth and lids."""

from dataclasses import dataclass

import numpy as np

from .brushes import Map, Window, bump, window_around
from .traits import Traits
from .view import View

PIXELS_PER_UNIT = 0.245
"""Of the picture's height, at scale 1: a head of 2.3 units fills a good half of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Face coordinates of every pixel of a picture, or of a window of it.

    Position, scale and roll are in the coordinates, so that whatever is painted is a
    plain function of x and y.

    Attributes:
        x: to the right, in face units, shape (height, width).
        y: down.
        scale: pixels per face unit.
    """

    x: Map
    y: Map
    scale: float

    @classmethod
    def of(cls, view: View, *, size: tuple[int, int]) -> "Grid":
        """The grid of a whole picture of ``size`` (width, height)."""
        width, height = size
        scale = view.scale * height * PIXELS_PER_UNIT
        down, across = np.mgrid[0:height, 0:width].astype(np.float32)
        across = (across - width * view.centre_x) / scale
        down = (down - height * view.centre_y) / scale
        cos, sin = np.cos(view.roll), np.sin(view.roll)
        return cls(across * cos + down * sin, -across * sin + down * cos, scale)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width in pixels."""
        return self.x.shape[0], self.x.shape[1]

    @property
    def softness(self) -> float:
        """One and a half pixels in face units: how soft an outline is, so that it shows no steps."""
        return 1.5 / self.scale

    def cells(self, down: int, across: int) -> tuple[int, int]:
        """How many lumps of noise the grid takes, when a face unit takes that many."""
        rows, columns = int(self.shape[0] / self.scale), int(self.shape[1] / self.scale)
        return down * rows + 2, across * columns + 2

    def part(self, window: Window) -> "Grid":
        """The grid of a part of the picture."""
        return Grid(self.x[window], self.y[window], self.scale)

    def window(self, *, aside: float, above: float, below: float) -> Window:
        """The part of the picture within that many face units of the origin."""
        return window_around((np.abs(self.x) < aside) & (self.y > -above) & (self.y < below))


def silhouette(traits: Traits, x: Map, y: Map, *, grow: Map | float = 0.0, power: float = 2.3) -> Map:
    """How far out each point is: below 1 inside the head's outline, 1 on it.

    Args:
        traits: of the person.
        x: in face units.
        y: in face units.
        grow: how much wider and taller than the head, in face units; for hair.
        power: of the skull's curve: 2 is an ellipse, larger is squarer.
    """
    half = traits.head_width + grow
    skull = np.abs(x / half) ** power + np.abs(np.minimum(y, 0) / (traits.crown + grow)) ** power
    fallen = np.clip(np.maximum(y, 0) / (traits.chin + grow), 0, 1.5)
    roundness = traits.jaw_round + 0.25 * traits.fullness
    width = half * np.clip(1 - fallen**traits.jaw_fall, 0.0, 1) ** (1 / roundness / 1.15)
    jaw = np.where(width > 1e-3, np.abs(x) / np.maximum(width, 1e-3), 9) ** 2.3
    jaw = np.where(fallen >= 1, 9, (jaw**3 + fallen**9.6) ** (1 / 3))
    return np.where(y < 0, skull, jaw)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """The coordinates that features are painted in.

    Attributes:
        x: to the right, shifted by depth, so that a turned head shows parallax.
        y: down, likewise.
        aside: the absolute of x; features come in pairs.
        outline: of the silhouette, below 1 inside.
        depth: 0 at the outline, largest at the nose.
        grid: the window of the picture that holds the head.
    """

    x: Map
    y: Map
    aside: Map
    outline: Map
    depth: Map
    grid: Grid

    @classmethod
    def of(cls, traits: Traits, view: View, *, grid: Grid) -> "Face":
        """The face within a grid that just holds the head."""
        outline = silhouette(traits, grid.x, grid.y)
        depth = (1 - np.clip(outline, 0, 1)) * 0.75
        nose = (0, traits.nose_length * 0.9)
        depth = depth + 0.18 * bump(grid.x, grid.y, at=nose, spread=(0.11, 0.14))
        x, y = grid.x - view.yaw * depth, grid.y - view.pitch * depth
        return cls(x, y, np.abs(x), outline, depth, grid)


@dataclass(frozen=True, slots=True, eq=False)
class MouthLines:
    """Where the lips meet.

    Attributes:
        half_width: from the middle to a corner, in face units.
        along: -1 at one corner, 1 at the other.
        line: y of the line between the lips.
        gap: how far the lips are apart.
        fullness: 1 in the middle, 0 at the corners.
    """

    half_width: float
    along: Map
    line: Map
    gap: Map
    fullness: Map

    @classmethod
    def of(cls, traits: Traits, view: View, *, face: Face) -> "MouthLines":
        """The mouth of this person in this view."""
        half_width = traits.mouth_width * (1 + 0.16 * view.smile)
        along = face.x / half_width
        line = (
            traits.mouth_height
            - (0.014 + 0.05 * view.smile) * along**2
            - 0.007 * np.cos(along * 3.1) * (1 - 0.5 * view.smile)
        )
        gap = view.mouth_open * 0.055 * np.clip(1 - along**2, 0, 1)
        return cls(half_width, along, line, gap, np.clip(1 - along**2, 0, 1) ** 0.6)


@dataclass(frozen=True, slots=True, eq=False)
class EyeLines:
    """Where the lids run; both eyes at once, by the distance from the middle.

    Attributes:
        along: -1 at the inner corner, 1 at the outer one.
        upper: y of the upper lid.
        lower: y of the lower lid.
    """

    along: Map
    upper: Map
    lower: Map

    @classmethod
    def of(cls, traits: Traits, view: View, *, face: Face) -> "EyeLines":
        """The eyes of this person in this view."""
        opening = traits.eye_opening * (1 - 0.25 * view.squint) * view.eyes_open
        along = (face.aside - traits.eye_apart) / traits.eye_width
        middle = traits.eye_height - traits.eye_tilt * (face.aside - traits.eye_apart)
        arc = np.clip(1 - along**2, 0, 1)
        upper = middle - opening * arc**0.8 * (1.0 - 0.12 * along)
        lower = middle + opening * 0.62 * arc**0.9 * (1 + 0.15 * along)
        return cls(along, upper, lower)
