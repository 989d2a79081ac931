"""The seven invented people, read from ``cast.json``."""

import json
from dataclasses import dataclass
from pathlib import Path

from .traits import Traits


@dataclass(frozen=True, slots=True)
class Character:
    """An invented person with the invented office that the sample gives them.

    Attributes:
        number: place in the cast, from 0.
        name: given name.
        surname: family name.
        country: one of the EU's.
        role: the office.
        portraits: how many reference portraits of them the sample ships; 0 leaves them out of its index.
        traits: what they look like.
    """

    number: int
    name: str
    surname: str
    country: str
    role: str
    portraits: int
    traits: Traits

    @property
    def full_name(self) -> str:
        """Given name and surname, as folders are called."""
        return f"{self.name} {self.surname}"

    @property
    def is_indexed(self) -> bool:
        """Whether they are in the sample's index of politicians."""
        return self.portraits > 0


def read_cast() -> tuple[Character, ...]:
    """All seven, in the order of ``cast.json``."""
    rows = json.loads((Path(__file__).with_name("cast.json")).read_text(encoding="utf-8"))
    return tuple(
        Character(
            number=number,
            name=row["name"],
            surname=row["surname"],
            country=row["country"],
            role=row["role"],
            portraits=row["portraits"],
            traits=Traits.read(row["traits"]),
        )
        for number, row in enumerate(rows)
    )
