"""How well the index covers the offices: 27 countries by five roles, in numbers and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.countries import COUNTRIES, Country, find_country, find_role
from curator.engine.records import Politician, PoliticianId, Role

ROLES: tuple[Role, ...] = tuple(Role)


@dataclass(frozen=True, slots=True)
class Standing:
    """A politician with what the list says of them.

    Attributes:
        politician: who.
        accepted: reference portraits that matching uses.
        disagreeing: of those, how many disagree with the others.
    """

    politician: Politician
    accepted: int
    disagreeing: int = 0


class Cover(StrEnum):
    """How an office is covered."""

    GAP = "nobody named"
    NO_PORTRAIT = "no portrait"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Office:
    """One office of one country and who holds it in the index."""

    country: Country
    role: Role
    holders: tuple[Standing, ...] = ()

    @property
    def cover(self) -> Cover:
        """Whether somebody is named and can be matched."""
        if not self.holders:
            return Cover.GAP
        return Cover.COVERED if all(one.accepted for one in self.holders) else Cover.NO_PORTRAIT

    @property
    def sentence(self) -> str:
        """What a person is told about it."""
        place = f"{self.role.value}, {self.country.name}"
        if not self.holders:
            return f"{place}: nobody is named yet. Press Enter or click to add someone."
        several = f"{len(self.holders)} people: " if len(self.holders) > 1 else ""
        return f"{place}: {several}{'; '.join(holder_words(one) for one in self.holders)}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """All offices of the index.

    Attributes:
        offices: a row of countries for each role.
        others: how many politicians hold none of these offices.
        without_portrait: how many politicians of all have no accepted portrait.
    """

    offices: tuple[tuple[Office, ...], ...]
    others: int
    without_portrait: int

    @property
    def sentence(self) -> str:
        """The coverage in words."""
        every = [office for row in self.offices for office in row]
        named = sum(bool(office.holders) for office in every)
        parts = [f"{named} of {len(every)} offices named"]
        if self.without_portrait:
            parts.append(f"{people(self.without_portrait)} without a portrait")
        elif named:
            parts.append("everyone has a portrait")
        if self.others:
            parts.append(f"{self.others} in other offices")
        return ", ".join(parts)


def people(count: int) -> str:
    """``1 politician``, ``12 politicians``."""
    return "1 politician" if count == 1 else f"{count:,} politicians"


def portraits(count: int) -> str:
    """``no portrait``, ``1 portrait``, ``4 portraits``."""
    return "no portrait" if not count else "1 portrait" if count == 1 else f"{count:,} portraits"


def holder_words(standing: Standing) -> str:
    """Who it is and how many portraits there are."""
    return f"{standing.politician.full_name}, {portraits(standing.accepted)}"


def standings(
    politicians: Iterable[Politician],
    *,
    accepted: Mapping[PoliticianId, int],
    disagreeing: Mapping[PoliticianId, int],
) -> tuple[Standing, ...]:
    """Puts politicians beside the numbers of their portraits."""
    return tuple(Standing(one, accepted.get(one.id, 0), disagreeing.get(one.id, 0)) for one in politicians)


def cover(everyone: Sequence[Standing]) -> Coverage:
    """Sorts everyone into the offices that the index follows."""
    held: dict[tuple[str, Role], list[Standing]] = {}
    others = 0
    for standing in everyone:
        country = find_country(standing.politician.country)
        role = find_role(standing.politician.role)
        if country is None or role is None:
            others += 1
        else:
            held.setdefault((country.code, role), []).append(standing)
    offices = tuple(
        tuple(Office(country, role, tuple(held.get((country.code, role), ()))) for country in COUNTRIES)
        for role in ROLES
    )
    return Coverage(offices, others, sum(not standing.accepted for standing in everyone))
