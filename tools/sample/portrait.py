"""A finished picture of an invented person: the stages in their order, and the camera."""

import numpy as np
from PIL import Image, ImageFilter

from .backdrop import paint_wall
from .brushes import Picture, lay, smoothstep, tint
from .clothes import paint_body, paint_ears
from .eyes import paint_brows, paint_eyes, paint_glasses
from .geometry import EyeLines, Face, Grid, MouthLines
from .hair import Hair, paint_back_hair, paint_front_hair
from .light import Light
from .mouth import paint_mouth, paint_nostrils
from .relief import relief
from .skin import paint_skin
from .traits import Traits
from .view import View


def portrait(
    traits: Traits, view: View, *, size: tuple[int, int] = (400, 500), scene: Picture | None = None
) -> Image.Image:
    """An RGB picture of ``size`` (width, height); the same arguments give the same pixels.

    Args:
        traits: who is shown.
        view: how.
        size: width and height in pixels.
        scene: what is behind the person, shape (height, width, 3), 0..255; by default the
            studio wall that the view names.
    """
    random = np.random.RandomState(view.seed)
    return _photograph(_paint(traits, view, size=size, scene=scene, random=random), view, random=random)


def cut_out(traits: Traits, view: View, *, size: tuple[int, int] = (400, 500)) -> Image.Image:
    """The person alone on nothing: an RGBA picture of ``size``.

    Painted once on black and once on white: what shines through tells the alpha.
    """
    black, white = (
        np.clip(
            _paint(
                traits,
                view,
                size=size,
                scene=np.full((size[1], size[0], 3), level, np.float32),
                random=np.random.RandomState(view.seed),
            ),
            0,
            255,
        )
        for level in (0.0, 255.0)
    )
    alpha = 1 - np.clip((white - black).max(axis=2) / 255, 0, 1)
    colour = black / np.maximum(alpha, 1e-3)[..., None]
    rgba = np.dstack([np.clip(colour, 0, 255), alpha * 255])
    return Image.fromarray(rgba.round().astype(np.uint8), "RGBA")


def _paint(
    traits: Traits,
    view: View,
    *,
    size: tuple[int, int],
    scene: Picture | None,
    random: np.random.RandomState,
) -> Picture:
    """Everything before the camera, back to front; shape (height, width, 3), about 0..255."""
    grid = Grid.of(view, size=size)
    window = grid.window(aside=traits.head_width + 0.06, above=traits.crown + 0.05, below=traits.chin + 0.06)
    face = Face.of(traits, view, grid=grid.part(window))
    features = _paint_face(traits, view, face=face, random=random)
    edge = 3.2 * grid.softness
    head, depth = np.zeros(grid.shape, np.float32), np.zeros(grid.shape, np.float32)
    head[window] = smoothstep(1 + edge, 1 - edge, face.outline)
    depth[window] = face.depth

    picture = paint_wall(random, grid.shape, number=view.backdrop) if scene is None else scene
    hair = Hair.of(traits, view, grid=grid)
    picture = paint_back_hair(picture, traits, grid=grid, hair=hair)
    picture = paint_body(picture, traits, view, grid=grid)
    picture = paint_ears(picture, traits, view, grid=grid).copy()
    picture[window] = lay(picture[window], np.clip(features, 0, 255), head[window])
    return paint_front_hair(picture, traits, view, grid=grid, hair=hair, head=head, depth=depth)


def _paint_face(traits: Traits, view: View, *, face: Face, random: np.random.RandomState) -> Picture:
    """The face over the whole of its window, to be cut to the head's outline."""
    mouth, eyes = MouthLines.of(traits, view, face=face), EyeLines.of(traits, view, face=face)
    light = Light.on(relief(traits, view, face=face, mouth=mouth), traits, view, face=face)
    picture = paint_skin(traits, view, face=face, mouth=mouth, light=light, random=random)
    picture = paint_mouth(picture, traits, view, face=face, mouth=mouth, light=light)
    picture = paint_nostrils(picture, traits, face=face)
    picture = paint_eyes(picture, traits, view, face=face, eyes=eyes, light=light)
    picture = paint_brows(picture, traits, view, face=face, light=light, random=random)
    return paint_glasses(picture, traits, face=face)


def _photograph(picture: Picture, view: View, *, random: np.random.RandomState) -> Image.Image:
    """The painted scene through a camera: exposure, white balance, focus and grain."""
    warm = tint(1 + view.white_balance, 1, 1 - view.white_balance)
    exposed = np.clip(np.clip(picture.astype(np.float32), 0, 255) * view.gain * warm, 0, 255)
    image = Image.fromarray(exposed.astype(np.uint8))
    if view.blur:
        image = image.filter(ImageFilter.GaussianBlur(view.blur))
    height, width = picture.shape[:2]
    grey = random.standard_normal((height, width, 1)) * view.grain
    colour = random.standard_normal((height, width, 3)) * view.grain * 0.5
    return Image.fromarray(np.clip(np.asarray(image, np.float32) + grey + colour, 0, 255).astype(np.uint8))
