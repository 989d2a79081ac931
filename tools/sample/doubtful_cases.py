"""Submissions of which it is the question whom they show."""

import io

from PIL import Image

from . import scenery
from .case import Case, Claim, claim_of
from .studio import PORTRAIT, Studio, jpeg, reference_portrait
from .view import View


def doubtful_cases(studio: Studio) -> tuple[Case, ...]:
    """Submissions whose face, claim or both are in doubt."""
    return (
        Case(
            "karaoke.jpg",
            "another politician of the index than the claimed one",
            lambda: jpeg(
                studio.shot(
                    "Ilka",
                    View(
                        seed=411, centre_x=0.30, centre_y=0.50, scale=1.0, mouth_open=1.0, smile=0.3, gaze=0.4
                    ),
                    scene=scenery.stage,
                )
            ),
            claim_of(studio.person("Ferris")),
            "deepfake",
            "Singing again instead of working.",
            "Loup",
            outcome="reject",
            reason="not_claimed",
        ),
        Case(
            "lookalike.jpg",
            "somebody who is not in the index",
            lambda: jpeg(
                studio.shot(
                    "Nerys",
                    View(
                        seed=412,
                        centre_x=0.66,
                        centre_y=0.47,
                        scale=0.75,
                        smile=0.5,
                        light_x=-0.4,
                        ambient=0.4,
                    ),
                    scene=scenery.desert,
                )
            ),
            claim_of(studio.person("Tamsin")),
            "deepfake",
            "Pretty sure this is the minister.",
            "Ottilie",
            outcome="reject",
            reason="not_claimed",
        ),
        Case(
            "face_swap.jpg",
            "the claimed politician with half of another face: near, but not near enough",
            lambda: jpeg(
                studio.swapped(
                    "Odalys",
                    "Tamsin",
                    part=SWAPPED_PART,
                    view=View(
                        seed=413, centre_x=0.28, centre_y=0.47, scale=0.90, smile=0.5, light_x=0.3, roll=0.05
                    ),
                    scene=scenery.library,
                )
            ),
            claim_of(studio.person("Odalys")),
            "deepfake",
            "My first face swap, be kind.",
            "Fenna",
            outcome="look_closer",
            reason="not_claimed",
        ),
        Case(
            "new_in_office.jpg",
            "a claim that is not in the index",
            lambda: jpeg(
                studio.shot(
                    "Nerys",
                    View(seed=414, centre_x=0.64, centre_y=0.47, scale=0.70, roll=0.06, smile=0.2, gaze=-0.5),
                    size=PORTRAIT,
                    scene=scenery.press_wall,
                )
            ),
            claim_of(studio.person("Nerys")),
            "deepfake",
            "Sworn in last week, please add them.",
            "Ines",
            outcome="look_closer",
            reason="not_indexed",
        ),
        Case(
            "who_is_this.jpg",
            "no claim; the face is a politician's of the index",
            lambda: jpeg(
                studio.shot(
                    "Ferris",
                    View(
                        seed=415, centre_x=0.30, centre_y=0.50, scale=0.82, roll=-0.1, smile=0.6, light_x=0.35
                    ),
                    scene=scenery.beach,
                )
            ),
            Claim(),
            "deepfake",
            "Somebody sent me this, no idea who it is.",
            "",
            outcome="look_closer",
            reason="other",
        ),
        Case(
            "app_filter.jpg",
            "a reference portrait, saved again and sent in as a deepfake",
            lambda: _saved_again(reference_portrait(studio.person("Tamsin"), number=2)),
            claim_of(studio.person("Tamsin")),
            "deepfake",
            "One hundred percent artificial, I swear.",
            "Rollo",
            outcome="look_closer",
            reason="looks_genuine",
        ),
    )


SWAPPED_PART = 0.50
"""How much of the other face the swap holds: tried until d* lay half-way between a match (0.55) and
what is no longer worth a closer look (0.60, or 0.64 under a claim)."""


def _saved_again(file: bytes) -> bytes:
    """The same picture, compressed once more and a little smaller."""
    with Image.open(io.BytesIO(file)) as image:
        return jpeg(image.resize((360, 450), Image.Resampling.LANCZOS), quality=75)
