"""Submissions in which the claimed politician is plainly to be seen."""

from PIL import Image

from . import scenery
from .case import Case, Claim, claim_of
from .studio import PORTRAIT, Studio, jpeg, webp
from .view import View


def at_the_beach(studio: Studio) -> Image.Image:
    """The picture of `minister_beach.jpg`, of which a smaller copy is sent in too."""
    view = View(seed=401, centre_x=0.55, centre_y=0.44, scale=0.84, smile=0.6, light_x=0.4, ambient=0.42)
    return studio.shot("Odalys", view, scene=scenery.beach)


def on_the_moon(studio: Studio) -> Image.Image:
    """The picture of `moon_landing.jpg`, which is sent in twice."""
    view = View(seed=402, centre_x=0.40, centre_y=0.45, scale=0.92, roll=-0.08, light_x=0.5, gaze=0.6)
    return studio.shot("Cosmo", view, scene=scenery.moon)


def clear_cases(studio: Studio) -> tuple[Case, ...]:
    """Submissions in which the claimed politician is plainly to be seen."""
    return (
        Case(
            "minister_beach.jpg",
            "the claimed politician",
            lambda: jpeg(at_the_beach(studio)),
            claim_of(studio.person("Odalys")),
            "deepfake",
            "Found on a forum, he never went to that beach.",
            "Juno",
        ),
        Case(
            "moon_landing.jpg",
            "the claimed politician",
            lambda: jpeg(on_the_moon(studio)),
            claim_of(studio.person("Cosmo")),
            "deepfake",
            "One small step for a prime minister.",
            "Pip",
        ),
        Case(
            "summit_selfie.jpg",
            "the claimed politician; the claim names no role",
            lambda: jpeg(
                studio.shot(
                    "Bruno",
                    View(
                        seed=403,
                        centre_x=0.36,
                        centre_y=0.47,
                        yaw=-0.08,
                        smile=0.8,
                        mouth_open=0.8,
                        ambient=0.45,
                    ),
                    scene=scenery.mountains,
                )
            ),
            Claim("Bruno", "Haverkast", "Netherlands", ""),
            "deepfake",
            "There are no mountains in the Netherlands!",
            "Teo",
        ),
        Case(
            "night_out.webp",
            "the claimed politician, as WebP",
            lambda: webp(
                studio.shot(
                    "Tamsin",
                    View(
                        seed=404, centre_x=0.67, centre_y=0.50, scale=0.98, roll=0.09, smile=0.5, ambient=0.36
                    ),
                    scene=scenery.city,
                )
            ),
            claim_of(studio.person("Tamsin")),
            "deepfake",
            "Made with a free app in ten seconds.",
            "Marisol",
        ),
        Case(
            "press_room.jpg",
            "the claimed politician, sent in as a portrait",
            lambda: jpeg(
                studio.shot(
                    "Ferris",
                    View(
                        seed=405, centre_x=0.27, centre_y=0.47, scale=0.95, yaw=0.06, smile=0.1, light_x=0.2
                    ),
                    scene=scenery.press_wall,
                )
            ),
            claim_of(studio.person("Ferris")),
            "portrait",
            "From the press service, free to use.",
            "Wim",
        ),
        Case(
            "garden_party.jpg",
            "the claimed politician, sent in as a portrait",
            lambda: jpeg(
                studio.shot(
                    "Ilka",
                    View(
                        seed=406,
                        centre_x=0.62,
                        centre_y=0.46,
                        scale=0.82,
                        roll=-0.05,
                        smile=0.7,
                        ambient=0.42,
                    ),
                    scene=scenery.garden,
                )
            ),
            claim_of(studio.person("Ilka")),
            "portrait",
            "I took this one myself at the open day.",
            "Agnes",
        ),
        Case(
            "rock_star.jpg",
            "the claimed politician; the note looks like a web page and like a formula",
            lambda: jpeg(
                studio.shot(
                    "Bruno",
                    View(seed=407, centre_x=0.52, centre_y=0.46, scale=0.80, roll=0.11, smile=0.4, gaze=-0.7),
                    size=PORTRAIT,
                    scene=scenery.stage,
                )
            ),
            claim_of(studio.person("Bruno")),
            "deepfake",
            '=1+1 <img src="x"> <b>Best</b> concert ever',
            "@Zed",
        ),
    )
