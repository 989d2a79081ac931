"""What an export would do with each submission, as lines of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.export import Entry, ExportPlan, ExportSummary
from curator.engine.records import SubmissionId
from curator.engine.said import Said, said
from curator.ui.language import tr, tr_of, tr_stored


class Fate(StrEnum):
    """What becomes of a submission with the next export."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    LEFT_OUT = "left_out"
    UNCHANGED = "unchanged"


FATE_WORDS: Mapping[Fate, Said] = {
    Fate.ADDED: said("added"),
    Fate.CHANGED: said("changed"),
    Fate.REMOVED: said("removed"),
    Fate.LEFT_OUT: said("left out"),
    Fate.UNCHANGED: said("unchanged"),
}
"""What is said of a submission with that fate."""


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
        *(Line(one.id, Fate.REMOVED, one.name or tr("nobody"), "", tr(one.why)) for one in plan.removed),
        # What falls out of the set because it became unfit is listed once, as removed.
        *(
            Line(one.id, Fate.LEFT_OUT, one.name or tr("nobody"), "", tr(one.why))
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


def stay_behind(plan: ExportPlan) -> str:
    """``12 undecided, 3 rejected``: what is not approved, in words; empty when there is nothing."""
    return ", ".join(
        tr("{count:,} {what}", count=count, what=what) for what, count in plan.left_out.items() if count
    )


def result_sentence(summary: ExportSummary) -> str:
    """How an export ended."""
    changes = []
    if summary.added:
        changes.append(tr_of(summary.added, "{n:,} added", "{n:,} added"))
    if summary.changed:
        changes.append(tr_of(summary.changed, "{n:,} changed", "{n:,} changed"))
    if summary.removed:
        changes.append(tr_of(len(summary.removed), "{n:,} removed", "{n:,} removed"))
    return tr_of(
        summary.published,
        "{n:,} picture stands in {folder} ({size}): {changes}. Every file was read again and checked.",
        "{n:,} pictures stand in {folder} ({size}): {changes}. Every file was read again and checked.",
        folder=summary.folder.name or summary.folder,
        size=_size(summary.size),
        changes=", ".join(changes) or tr("nothing changed"),
    )


def _line(entry: Entry, fate: Fate, *, named: bool) -> Line:
    office = ", ".join(tr_stored(part) for part in (entry.role, entry.country) if part)
    why = "" if named else tr("not in the index: the name is exported as it was sent")
    return Line(entry.id, fate, entry.full_name or tr("nobody"), office, why)


def _size(size: int) -> str:
    if size >= 100_000:
        return tr("{size:,.1f} MB", size=size / 1e6)
    return tr("{size:,.0f} kB", size=size / 1e3)
