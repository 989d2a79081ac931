"""What lists of submissions are asked by and show: filters, lines and numbers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from curator.engine.catalogue.database import SEARCHABLE, searchable
from curator.engine.records import (
    Advice,
    AnalysisState,
    Digest,
    Kind,
    Outcome,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class SubmissionFilter:
    """Which submissions a list shows; an empty field does not filter.

    Attributes:
        text: words that all occur in the file name, note, sender or claimed name; neither case nor
            accents count.
    """

    verdicts: frozenset[Verdict] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    reasons: frozenset[Reason] = frozenset()
    politician_id: PoliticianId | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """What one line of the review list shows."""

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


def where(wanted: SubmissionFilter) -> tuple[str, list[object]]:
    """The condition and its values of a filter, for a query on ``submissions s``."""
    parts, values = ["1"], list[object]()
    for column, chosen in (
        ("s.verdict", wanted.verdicts),
        ("s.outcome", wanted.outcomes),
        ("s.kind", wanted.kinds),
        ("s.reason", wanted.reasons),
    ):
        if chosen:
            parts.append(f"{column} IN ({', '.join('?' * len(chosen))})")
            values.extend(sorted(chosen))
    if wanted.politician_id is not None:
        parts.append("s.claimed_id = ?")
        values.append(wanted.politician_id)
    for term in wanted.text.split():
        told = ("s.file_name", "s.note", "s.sender", "s.claim_given_name", "s.claim_surname")
        joined = " || ' ' || ".join(told)
        named = "given_name || ' ' || surname || ' ' || country"
        parts.append(
            f"(instr({SEARCHABLE}({joined}), ?) > 0 OR s.claimed_id IN"
            f" (SELECT id FROM politicians WHERE instr({SEARCHABLE}({named}), ?) > 0))"
        )
        values.extend([searchable(term)] * 2)
    return " AND ".join(parts), values


def added_up(numbers: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    """The sum for each key."""
    sums: dict[_Key, int] = {}
    for key, number in numbers:
        sums[key] = sums.get(key, 0) + number
    return sums
