"""How well the index covers the offices: 27 countries by five roles, in numbers and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.catalogue import Standing, SubmissionFilter
from curator.engine.countries import COUNTRIES, ROLE_WORDS, Country, Role, find_country, find_role
from curator.engine.records import Politician, PoliticianId
from curator.engine.text import name_key
from curator.ui.language import tr, tr_of
from curator.ui.politicians.tallies import Tally, tally_words

ROLES: tuple[Role, ...] = tuple(Role)


@dataclass(frozen=True, slots=True)
class Listed:
    """A politician with what the list says of them.

    Attributes:
        politician: who.
        accepted: reference portraits that matching uses.
        disagreeing: of those, how many disagree with the others.
        counts: portraits and submissions; None until they are read.
        waiting: portraits that wait for analysis; nobody knows yet whether they can be used.
    """

    politician: Politician
    accepted: int
    disagreeing: int = 0
    counts: Standing | None = None
    waiting: int = 0

    @property
    def lacks_portraits(self) -> bool:
        """Whether somebody has to bring a portrait: none can be used, and none waits."""
        return not self.accepted and not self.waiting

    def number(self, tally: Tally) -> int | None:
        """How many there are of a sort; None until it is read."""
        if tally is Tally.PORTRAITS:
            return self.accepted
        return None if self.counts is None else tally.of(self.counts)


class Cover(StrEnum):
    """How an office is covered."""

    GAP = "gap"
    NO_PORTRAIT = "unpictured"
    WAITING = "waiting"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Office:
    """One office of one country and who holds it in the index."""

    country: Country
    role: Role
    holders: tuple[Listed, ...] = ()

    @property
    def cover(self) -> Cover:
        """Whether somebody is named and can be matched."""
        if not self.holders:
            return Cover.GAP
        if any(one.lacks_portraits for one in self.holders):
            return Cover.NO_PORTRAIT
        return Cover.COVERED if all(one.accepted for one in self.holders) else Cover.WAITING

    @property
    def name(self) -> str:
        """``Interior Minister, Italy``, in the person's language."""
        return tr("{role}, {country}", role=tr(ROLE_WORDS[self.role.value]), country=tr(self.country.words))

    @property
    def who(self) -> str:
        """Who holds it, or how many people do; empty when nobody is named."""
        if len(self.holders) == 1:
            return self.holders[0].politician.full_name
        return tr_of(len(self.holders), "{n} person", "{n} people") if self.holders else ""

    @property
    def sentence(self) -> str:
        """What a person is told about it, with all numbers."""
        if not self.holders:
            return tr("{office}: nobody is named yet. Press Enter to add someone.", office=self.name)
        known = [(tally, self.number(tally)) for tally in Tally]
        counts = ", ".join(self._told(tally, number) for tally, number in known if number is not None)
        if len(self.holders) == 1:
            name = self.holders[0].politician.full_name
            return tr("{office}: {name}, {counts}.", office=self.name, name=name, counts=counts)
        names = ", ".join(holder_words(one) for one in self.holders)
        return tr(
            "{office}: {n} people ({names}), {counts}.",
            office=self.name,
            n=len(self.holders),
            names=names,
            counts=counts,
        )

    @property
    def filter(self) -> SubmissionFilter:
        """What lets the submissions through that claim its holders."""
        stored = {(one.politician.country, one.politician.role) for one in self.holders}
        if stored <= {(self.country.name, self.role.value)}:
            return SubmissionFilter(
                countries=frozenset({self.country.name}), roles=frozenset({self.role.value})
            )
        # Written in another way, which a filter by words would miss.
        return SubmissionFilter(politicians=frozenset(one.politician.id for one in self.holders))

    def _told(self, tally: Tally, number: int) -> str:
        waiting = sum(one.waiting for one in self.holders)
        none_yet = tally is Tally.PORTRAITS and not number and waiting
        return waiting_words(waiting) if none_yet else tally_words(tally, number)

    def number(self, tally: Tally) -> int | None:
        """How many there are of a sort, of all holders together; None until it is read."""
        numbers = [one.number(tally) for one in self.holders]
        return sum(number for number in numbers if number is not None) if None not in numbers else None


@dataclass(frozen=True, slots=True)
class CountryRow:
    """The offices of one country."""

    country: Country
    offices: tuple[Office, ...]

    @property
    def gaps(self) -> int:
        """In how many offices nobody is named, or somebody without a portrait."""
        return sum(one.cover in (Cover.GAP, Cover.NO_PORTRAIT) for one in self.offices)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All offices of the index.

    Attributes:
        rows: a country each, by English name.
        others: how many politicians hold none of these offices.
    """

    rows: tuple[CountryRow, ...]
    others: int

    @property
    def sentence(self) -> str:
        """The coverage in words."""
        every = [office for row in self.rows for office in row.offices]
        named = sum(bool(office.holders) for office in every)
        covered = sum(office.cover is Cover.COVERED for office in every)
        parts = [tr("{named} of {all} offices named", named=named, all=len(every))]
        if named:
            parts.append(tr("{n} with portraits", n=covered))
        numbers = [office.number(Tally.PENDING) for office in every]
        pending = sum(number for number in numbers if number is not None)
        if pending:
            parts.append(tally_words(Tally.PENDING, pending))
        if self.others:
            parts.append(tr("{n} in other offices", n=self.others))
        return ", ".join(parts)

    def ordered(self, *, gaps_first: bool) -> tuple[CountryRow, ...]:
        """The countries by name in the person's language, or those with most gaps before."""

        def by_name(row: CountryRow) -> str:
            return name_key(tr(row.country.words))

        if not gaps_first:
            return tuple(sorted(self.rows, key=by_name))
        return tuple(sorted(self.rows, key=lambda row: (-row.gaps, by_name(row))))


def portraits(one: Listed) -> str:
    """``no portrait``, ``1 portrait``, ``4 portraits``; ``2 portraits wait`` while none can be used yet."""
    if one.lacks_portraits:
        return tr("no portrait")
    if one.accepted:
        return tr_of(one.accepted, "{n:,} portrait", "{n:,} portraits")
    return waiting_words(one.waiting)


def waiting_words(count: int) -> str:
    """``2 portraits wait``: for analysis."""
    return tr_of(count, "{n:,} portrait waits", "{n:,} portraits wait")


def holder_words(one: Listed) -> str:
    """Who it is and how many portraits there are."""
    return tr("{name}, {portraits}", name=one.politician.full_name, portraits=portraits(one))


def listed(
    politicians: Iterable[Politician],
    *,
    accepted: Mapping[PoliticianId, int],
    waiting: Mapping[PoliticianId, int],
    disagreeing: Mapping[PoliticianId, int],
    counts: Mapping[PoliticianId, Standing],
) -> tuple[Listed, ...]:
    """Puts politicians beside their numbers."""
    return tuple(
        Listed(
            one,
            accepted.get(one.id, 0),
            disagreeing.get(one.id, 0),
            counts.get(one.id),
            waiting.get(one.id, 0),
        )
        for one in politicians
    )


def cover(everyone: Sequence[Listed]) -> Coverage:
    """Sorts everyone into the offices that the index follows."""
    held: dict[tuple[str, Role], list[Listed]] = {}
    others = 0
    for one in everyone:
        country = find_country(one.politician.country)
        role = find_role(one.politician.role)
        if country is None or role is None:
            others += 1
        else:
            held.setdefault((country.code, role), []).append(one)
    rows = tuple(
        CountryRow(
            country,
            tuple(Office(country, role, tuple(held.get((country.code, role), ()))) for role in ROLES),
        )
        for country in COUNTRIES
    )
    return Coverage(rows, others)
