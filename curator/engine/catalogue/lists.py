"""What lists of submissions are asked by and show: filters, orders, lines and numbers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from curator.engine.records import (
    Advice,
    AnalysisState,
    Digest,
    FaceBox,
    Kind,
    Outcome,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)

_Key = TypeVar("_Key")

MOST_SOURCES = 50
"""So many sources have a number in :class:`Facets`, the commonest: each row of a table is one of its own."""


class Order(StrEnum):
    """How a list of submissions is sorted. All are total: what is equal comes by number.

    ``ADVICE``: to be looked at closer, then clear ones, then those advised against, then those
    without advice. ``MARGIN``: the least clear first. ``DISTANCE``: the nearest to the claim first.
    ``ARRIVAL``: the newest first. ``POLITICIAN``: by surname and given name of the claimed
    politician, nobody last, then by distance. What has no margin or distance comes last.
    """

    ADVICE = "advice"
    MARGIN = "margin"
    DISTANCE = "distance"
    ARRIVAL = "arrival"
    POLITICIAN = "politician"


@dataclass(frozen=True, slots=True)
class SubmissionFilter:
    """Which submissions a list shows, and in which order; an empty field does not filter.

    What is named in several fields must all hold, of what is named in one field any.

    Attributes:
        verdicts: in force.
        outcomes: that are advised.
        kinds: that they were sent in as.
        reasons: of the verdicts in force.
        findings: codes of which one holds against it; those with a tick do not count.
        countries: of the claimed politician.
        roles: of the claimed politician.
        politicians: who is claimed.
        sources: that they came from.
        curators: names of who gave the verdict in force.
        submissions: by number, for a list that somebody made.
        decided_elsewhere: decided otherwise in another copy, and not settled here by a person since.
        received_from: the first day of arrival, in UTC.
        received_to: the last day of arrival, in UTC.
        text: words that all begin a word of the file name, note, sender or claimed name, or of the
            indexed politician's name or country; neither case nor accents count.
        order: how the list is sorted.
        backwards: exactly the other way round.
    """

    verdicts: frozenset[Verdict] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    reasons: frozenset[Reason] = frozenset()
    findings: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    politicians: frozenset[PoliticianId] = frozenset()
    sources: frozenset[str] = frozenset()
    curators: frozenset[str] = frozenset()
    submissions: frozenset[SubmissionId] = frozenset()
    decided_elsewhere: bool = False
    received_from: date | None = None
    received_to: date | None = None
    text: str = ""
    order: Order = Order.ADVICE
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """What one line of the review list shows.

    Attributes:
        margin: see ``comparison.listed_margin``; None without a compared face.
        face: the main face, in pixels of the upright picture; None without one.
        width: of the upright picture in pixels; 0 before its analysis.
        height: of the upright picture in pixels; 0 before its analysis.
        copies: how many others look the same, directly or through each other.
    """

    id: SubmissionId
    digest: Digest
    file_name: str
    kind: Kind
    claimed: str
    source: str
    state: AnalysisState
    advice: Advice | None
    distance: float | None
    verdict: Verdict
    reason: Reason | None
    margin: float | None
    face: FaceBox | None
    width: int
    height: int
    received_at: datetime
    copies: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The number beside each value of each field of a filter.

    Each field is counted under all *other* fields of the filter, so that a number tells what a
    list would hold if that value alone were chosen. Values that nothing has are left out.

    Attributes:
        total: under the whole filter.
        sources: the :data:`MOST_SOURCES` commonest, and those that the filter names.
    """

    total: int = 0
    verdicts: dict[Verdict, int] = field(default_factory=dict)
    outcomes: dict[Outcome, int] = field(default_factory=dict)
    kinds: dict[Kind, int] = field(default_factory=dict)
    reasons: dict[Reason, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    politicians: dict[PoliticianId, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    curators: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubmissionCounts:
    """How many submissions there are, in the numbers that filters and progress show.

    Attributes:
        total: all of them.
        pending: wait for their analysis, whatever their verdict.
        verdicts: by verdict.
        groups: by verdict, advised outcome (None before there is advice) and kind together.
    """

    total: int = 0
    pending: int = 0
    verdicts: dict[Verdict, int] = field(default_factory=dict)
    groups: dict[tuple[Verdict, Outcome | None, Kind], int] = field(default_factory=dict)

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """Of the undecided only: what is left to look at."""
        return self.outcomes_under((Verdict.UNDECIDED,))

    @property
    def kinds(self) -> dict[Kind, int]:
        """Of the undecided only."""
        return self.kinds_under((Verdict.UNDECIDED,))

    def outcomes_under(self, verdicts: Collection[Verdict]) -> dict[Outcome, int]:
        """How many have which advice under those verdicts; none named means all."""
        return added_up(
            (outcome, n)
            for (verdict, outcome, _), n in self.groups.items()
            if outcome is not None and (not verdicts or verdict in verdicts)
        )

    def kinds_under(self, verdicts: Collection[Verdict]) -> dict[Kind, int]:
        """How many are of which kind under those verdicts; none named means all."""
        return added_up(
            (kind, n) for (verdict, _, kind), n in self.groups.items() if not verdicts or verdict in verdicts
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a politician is covered.

    Attributes:
        portraits: accepted reference portraits.
        approved_portraits: submissions of real photos that claim them and were approved.
        approved_deepfakes: submissions of deepfakes that claim them and were approved.
        pending: undecided submissions that claim them.
    """

    portraits: int = 0
    approved_portraits: int = 0
    approved_deepfakes: int = 0
    pending: int = 0


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that was kept under a name."""

    name: str
    filter: SubmissionFilter


def added_up(numbers: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    """The sum for each key."""
    sums: dict[_Key, int] = {}
    for key, number in numbers:
        sums[key] = sums.get(key, 0) + number
    return sums
