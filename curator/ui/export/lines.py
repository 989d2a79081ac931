"""What an export would do with each submission, as lines of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.export import Entry, ExportPlan, ExportSummary
from curator.engine.records import SubmissionId


class Fate(StrEnum):
    """What becomes of a submission with the next export; the value is said of it."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    LEFT_OUT = "left out"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Line:
    """One submission in the dry run.

    Attributes:
        id: which.
        fate: what becomes of it.
        name: whom it shows.
        office: role and country, or empty.
        why: the reason, or what is to be known.
    """

    id: SubmissionId
    fate: Fate
    name: str
    office: str
    why: str


def lines_of(plan: ExportPlan) -> tuple[Line, ...]:
    """All lines of a dry run, what needs attention first, then by number."""
    entries = {entry.id: entry for entry in plan.entries}
    unknown = frozenset(plan.not_indexed)
    removed = {one.id for one in plan.removed}
    lines = [
        *(Line(one.id, Fate.REMOVED, one.name or "nobody", "", one.why) for one in plan.removed),
        # What falls out of the set because it became unfit is listed once, as removed.
        *(
            Line(one.id, Fate.LEFT_OUT, one.name or "nobody", "", one.why)
            for one in plan.skipped
            if one.id not in removed
        ),
    ]
    for fate, ids in (
        (Fate.ADDED, plan.added),
        (Fate.CHANGED, plan.changed),
        (Fate.UNCHANGED, plan.unchanged),
    ):
        lines.extend(_line(entries[one], fate, named=one not in unknown) for one in ids)
    return tuple(lines)


def counts_of(lines: Sequence[Line]) -> dict[Fate, int]:
    """How many lines there are of each fate."""
    return {fate: sum(line.fate is fate for line in lines) for fate in Fate}


def pictures(count: int) -> str:
    """``1 picture``, ``12 pictures``."""
    return "1 picture" if count == 1 else f"{count:,} pictures"


def stay_behind(plan: ExportPlan) -> str:
    """``12 undecided, 3 rejected``: what is not approved, in words; empty when there is nothing."""
    return ", ".join(f"{count:,} {what}" for what, count in plan.left_out.items() if count)


def result_sentence(summary: ExportSummary) -> str:
    """How an export ended."""
    changes = [
        f"{count:,} {word}"
        for count, word in (
            (summary.added, "added"),
            (summary.changed, "changed"),
            (len(summary.removed), "removed"),
        )
        if count
    ]
    told = ", ".join(changes) or "nothing changed"
    return (
        f"{pictures(summary.published).capitalize()} stand in {summary.folder.name or summary.folder}"
        f" ({_size(summary.size)}): {told}. Every file was read again and checked."
    )


def _line(entry: Entry, fate: Fate, *, named: bool) -> Line:
    office = ", ".join(part for part in (entry.role, entry.country) if part)
    why = "" if named else "not in the index: the name is exported as it was sent"
    return Line(entry.id, fate, entry.full_name or "nobody", office, why)


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size / 1e3:,.0f} kB"
