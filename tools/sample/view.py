"""How one picture of a person was taken: pose, light, expression and camera."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything about a picture that is not the person; the defaults are a plain studio picture."""

    seed: int = 1  # of the grain, the skin's mottling and the backdrop
    scale: float = 1.0  # of the head; 1 makes it about half of the picture's height
    centre_x: float = 0.5  # where the face's origin lies, in picture widths
    centre_y: float = 0.46  # in picture heights
    roll: float = 0.0  # radians, tilted towards a shoulder
    yaw: float = 0.0  # -0.12..0.12, turned aside
    pitch: float = 0.0  # -0.06..0.06, nodding
    light_x: float = -0.35  # where the light comes from; below 0 is left
    light_y: float = -0.45  # below 0 is above
    ambient: float = 0.34  # light in the shadows, 0..1
    gloss: float = 1.0  # of the skin
    smile: float = 0.2  # 0..1
    mouth_open: float = 0.0  # 0..1
    squint: float = 0.0  # 0..1
    eyes_open: float = 1.0  # 0..1
    gaze: float = 0.0  # -1 left .. 1 right
    brow_raise: float = 0.0  # -1..1
    backdrop: int = 0  # which wall is behind, 0..5
    gain: float = 1.0  # exposure
    white_balance: float = 0.0  # -0.05 cold .. 0.05 warm
    grain: float = 2.0  # noise of the camera, in grey levels
    blur: float = 0.0  # out of focus, radius in pixels


def numbered_view(number: int, *, person: int = 0) -> View:
    """View ``number``, by the same recipe for each person; number 0 is the plain studio picture.

    Args:
        number: which view.
        person: the person's place in the cast, so that no two share their grain.
    """
    if number == 0:
        return View(seed=1 + 100 * person)
    draw = np.random.RandomState(1000 + number)
    return View(
        seed=50 + number + 100 * person,
        scale=draw.uniform(0.72, 1.12),
        centre_x=draw.uniform(0.42, 0.58),
        centre_y=draw.uniform(0.42, 0.52),
        roll=draw.uniform(-0.12, 0.12),
        yaw=draw.uniform(-0.12, 0.12),
        pitch=draw.uniform(-0.06, 0.06),
        light_x=draw.uniform(-0.55, 0.55),
        light_y=draw.uniform(-0.7, -0.2),
        ambient=draw.uniform(0.32, 0.45),
        gloss=draw.uniform(0.4, 1.4),
        smile=draw.uniform(0, 0.9),
        mouth_open=float(draw.rand() < 0.35) * draw.uniform(0.5, 1),
        squint=draw.uniform(0, 0.4),
        gaze=draw.uniform(-1, 1),
        brow_raise=draw.uniform(-0.5, 1),
        backdrop=int(draw.randint(6)),
        gain=draw.uniform(0.92, 1.12),
        white_balance=draw.uniform(-0.05, 0.05),
        grain=draw.uniform(1, 5),
        blur=float(draw.choice([0, 0, 0.6, 0.9])),
    )
