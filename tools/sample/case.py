"""What a submission of the sample is: a file, what it says it shows, what should come of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from .cast import Character

Outcome = Literal["approve", "look_closer", "reject"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Whom the sender says the picture shows; empty where nothing is said."""

    name: str = ""
    surname: str = ""
    country: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One submission, and the advice that it should get.

    Attributes:
        file: its name in ``submissions/``.
        shows: the case, in words, for the README.
        make: gives the file's bytes.
        claim: whom it says it shows.
        kind: ``deepfake`` or ``portrait``.
        description: the sender's note.
        sender: an invented pseudonym.
        faces: how many faces it holds.
        outcome: of the advice.
        reason: of the advice, a value of ``records.Reason``; None when there is nothing against it.
        same_as: the file with the very same bytes that comes before it.
    """

    file: str
    shows: str
    make: Callable[[], bytes] = field(repr=False)
    claim: Claim
    kind: Literal["deepfake", "portrait"]
    description: str
    sender: str
    faces: int = 1
    outcome: Outcome = "approve"
    reason: str | None = None
    same_as: str | None = None


def claim_of(person: Character) -> Claim:
    """The claim that a picture shows that person, in full."""
    return Claim(person.name, person.surname, person.country, person.role)
