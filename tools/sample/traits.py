"""What makes an invented person look like themselves: some forty numbers and words.

Lengths are in face units: the origin lies between the eyes, x runs to the right, y runs
DOWN, a head is about 1.5 wide and 2.3 tall. The ranges in the comments are those within
which faces look like people and are found by face detectors.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, Self

HairStyle = Literal["bald", "short", "side", "long", "bob", "curly", "swept"]
Beard = Literal["none", "stubble", "full", "moustache"]
Glasses = Literal["none", "thin", "thick", "round"]

IRIS_COLOURS = {
    "brown": (74, 48, 30),
    "amber": (110, 78, 44),
    "green": (88, 110, 70),
    "blue": (92, 128, 160),
    "grey": (110, 120, 128),
}
HAIR_COLOURS = {
    "black": (24, 20, 19),
    "dark brown": (58, 38, 26),
    "brown": (104, 68, 40),
    "blond": (186, 146, 86),
    "red": (140, 60, 30),
    "grey": (140, 138, 136),
    "white": (215, 213, 210),
}
SKIN_TONES = (
    (246, 214, 194),
    (233, 190, 162),
    (206, 154, 118),
    (160, 108, 76),
    (104, 66, 46),
    (66, 42, 32),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One person's face, hair and clothes; the same in every picture of them."""

    # head
    head_width: float  # half of it, 0.66..0.90
    jaw_fall: float  # 2.0..3.6, larger keeps the width further down
    jaw_round: float  # 1.45..2.3
    chin: float  # below the origin, 1.02..1.18
    crown: float  # above the origin, 1.08..1.20
    fullness: float  # 0 gaunt .. 1 round
    age: float  # 0 smooth .. 1 lined
    cheekbone: float  # 0..0.10, how far it stands out
    cheekbone_height: float  # 0.15..0.38

    # eyes
    eye_apart: float  # half the distance between the eyes, 0.27..0.40
    eye_height: float  # -0.12..0
    eye_width: float  # 0.12..0.20
    eye_opening: float  # 0.045..0.10
    eye_tilt: float  # -0.16..0.16, larger lifts the outer corner
    lid_crease: float  # 0..0.9
    iris_radius: float  # 0.068..0.092
    iris_colour: str
    socket_depth: float  # 0.03..0.12
    eye_bags: float  # 0..1

    # brows
    brow_height: float  # above the eye, 0.17..0.26
    brow_thickness: float  # 0.016..0.072
    brow_tilt: float  # -0.25..0.16
    brow_arch: float  # 0..0.09
    brow_density: float  # 0.35..1

    # nose
    nose_length: float  # 0.30..0.53
    nose_width: float  # 0.09..0.21
    nose_height: float  # how far it stands out, 0.12..0.30
    bridge_width: float  # 0.05..0.10
    nose_tip: float  # 0.07..0.13

    # mouth
    mouth_height: float  # below the origin, 0.64..0.76
    mouth_width: float  # half of it, 0.18..0.34
    upper_lip: float  # 0.025..0.065
    lower_lip: float  # 0.035..0.125
    lipstick: float  # 0..1

    # skin
    skin_tone: float  # 0 light .. 1 dark
    warmth: float  # -0.09..0.09, towards blue or towards red
    freckles: float  # 0..1, shown above 0.6
    makeup: float  # 0..1; above 0.5 lips are painted and there is no tie
    blush: float  # 0..1

    # hair
    hair_style: HairStyle
    hair_colour: str
    hairline: float  # -0.95..-0.50
    hair_volume: float  # 0.03..0.22
    parting: float  # -0.5..0.5
    beard: Beard

    # worn
    glasses: Glasses
    cloth_seed: int  # which suit, which tie, which folds

    @property
    def is_made_up(self) -> bool:
        """Whether make-up is worn: painted lips, an open collar in place of a tie."""
        return self.makeup > 0.5

    def blended(self, other: "Traits", *, part: float) -> "Traits":
        """These traits with ``part`` (0..1) of the other face's measures, as a face swap mixes two people.

        Words (hair, beard, glasses, colours) and clothes stay one's own.
        """
        mixed = {}
        for field in fields(self):
            mine, theirs = getattr(self, field.name), getattr(other, field.name)
            mixed[field.name] = mine + part * (theirs - mine) if isinstance(mine, float) else mine
        return replace(self, **mixed)

    @classmethod
    def read(cls, table: dict[str, object]) -> Self:
        """Traits from a table as it stands in ``cast.json``; numbers become floats.

        Raises:
            TypeError: a trait is missing or not known.
        """
        values: dict[str, Any] = {
            k: float(v) if isinstance(v, int) and k != "cloth_seed" else v for k, v in table.items()
        }
        return cls(**values)
