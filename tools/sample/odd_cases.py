"""Submissions that say little of a politician: no face, several, seen before, no picture."""

from PIL import Image

from . import scenery
from .case import Case, claim_of
from .clear_cases import at_the_beach, on_the_moon
from .studio import LANDSCAPE, PORTRAIT, Studio, jpeg, png, sideways_jpeg
from .view import View


def counted_cases(studio: Studio) -> tuple[Case, ...]:
    """Submissions with none, several or hardly a face."""
    return (
        Case(
            "working_visit.jpg",
            "two people in one picture",
            lambda: jpeg(
                studio.pair(
                    ("Bruno", "Cosmo"),
                    (
                        View(seed=421, centre_x=0.27, centre_y=0.44, scale=0.80, gaze=0.7, light_x=0.3),
                        View(seed=422, centre_x=0.72, centre_y=0.47, scale=0.80, gaze=-0.7, smile=0.6),
                    ),
                    scene=scenery.library,
                )
            ),
            claim_of(studio.person("Cosmo")),
            "deepfake",
            "The two of them have never met.",
            "Hedda",
            faces=2,
            outcome="reject",
            reason="several_faces",
        ),
        Case(
            "before_after.jpg",
            "the claimed politician twice, in a collage",
            lambda: jpeg(
                studio.collage(
                    "Ilka",
                    (
                        View(seed=423, smile=0.0, backdrop=4, light_x=0.4, brow_raise=-0.5),
                        View(seed=424, smile=0.9, mouth_open=0.9, backdrop=3, roll=0.08, gaze=0.5, scale=0.9),
                    ),
                )
            ),
            claim_of(studio.person("Ilka")),
            "deepfake",
            "Left: before the vote. Right: after the vote.",
            "Bastian",
            faces=2,
            outcome="look_closer",
            reason="several_faces",
        ),
        Case(
            "my_cat.png",
            "no face: a drawing of a cat",
            lambda: png(scenery.cat((600, 450)).quantize(32)),
            claim_of(studio.person("Bruno")),
            "deepfake",
            "My daughter says it is the minister.",
            "Noor",
            faces=0,
            outcome="reject",
            reason="no_face",
        ),
        Case(
            "lake.jpg",
            "no face: a landscape",
            lambda: jpeg(scenery.lake(LANDSCAPE)),
            claim_of(studio.person("Ilka")),
            "portrait",
            "The chancellor is somewhere behind the hill.",
            "Sepp",
            faces=0,
            outcome="reject",
            reason="no_face",
        ),
        Case(
            "on_tv.jpg",
            "a face too small to name",
            lambda: jpeg(
                studio.on_television(
                    "Tamsin", View(seed=425, scale=0.62, centre_y=0.40, backdrop=4, grain=0.5)
                ),
                quality=92,
            ),
            claim_of(studio.person("Tamsin")),
            "deepfake",
            "Sorry, that is as close as I could get.",
            "Mirko",
            outcome="look_closer",
            reason="too_small",
        ),
    )


def repeated_cases(studio: Studio) -> tuple[Case, ...]:
    """Pictures that another submission has brought already."""

    def smaller() -> bytes:
        return jpeg(at_the_beach(studio).resize((480, 360), Image.Resampling.LANCZOS), quality=60)

    return (
        Case(
            "sent_by_a_friend.jpg",
            "a smaller copy of `minister_beach.jpg`",
            smaller,
            claim_of(studio.person("Odalys")),
            "deepfake",
            "Forwarded many times.",
            "Karla",
            outcome="reject",
            reason="duplicate",
        ),
        Case(
            "screenshot.jpg",
            "the very same file as `moon_landing.jpg`: one submission, sent in twice",
            lambda: jpeg(on_the_moon(studio)),
            claim_of(studio.person("Cosmo")),
            "deepfake",
            "Is this real?",
            "Vito",
            same_as="moon_landing.jpg",
        ),
    )


def odd_files(studio: Studio) -> tuple[Case, ...]:
    """Pictures that only a careful program opens rightly, and files that are none."""
    lying = View(seed=431, centre_x=0.36, centre_y=0.52, scale=0.70, roll=0.04, smile=0.5, backdrop=2)
    return (
        Case(
            "sideways.jpg",
            "stored on its side, with the EXIF note that turns it upright",
            lambda: sideways_jpeg(studio.shot("Cosmo", lying, size=PORTRAIT, scene=scenery.underwater)),
            claim_of(studio.person("Cosmo")),
            "deepfake",
            "From my phone.",
            "Elif",
        ),
        Case(
            "cut_out.png",
            "a cut-out with a transparent background",
            lambda: png(
                studio.cut_out(
                    "Ferris",
                    View(
                        seed=432, centre_x=0.34, centre_y=0.47, scale=0.75, roll=0.12, smile=0.7, light_x=0.5
                    ),
                    size=PORTRAIT,
                )
            ),
            claim_of(studio.person("Ferris")),
            "deepfake",
            "Paste it wherever you like.",
            "Quirin",
        ),
        Case(
            "broken.jpg",
            "a picture of which only the first bytes arrived",
            lambda: jpeg(studio.shot("Odalys", lying, size=(200, 250)))[:160],
            claim_of(studio.person("Odalys")),
            "deepfake",
            "My connection is slow.",
            "Dagny",
            faces=0,
            outcome="reject",
            reason="unreadable",
        ),
        Case(
            "letter.jpg",
            "a text with the name of a picture",
            lambda: b"Dear campaign,\n\nI have no picture, but I like what you do.\n\nYours, Oscar\n",
            claim_of(studio.person("Tamsin")),
            "portrait",
            "See attachment.",
            "Oscar",
            faces=0,
            outcome="reject",
            reason="unreadable",
        ),
    )
