"""What an export would do with each submission, and how one went, in words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from curator.engine.export import ExportPlan, ExportSummary, LeftOut
from curator.engine.records import Kind, SubmissionId
from curator.engine.said import Said, said
from curator.ui.language import tr, tr_of, tr_stored
from curator.ui.moments import day_and_time


class Fate(StrEnum):
    """What becomes of a submission with the next export."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    """Taken down on purpose; apart from whatever else is no longer in the set."""
    REMOVED = "removed"
    LEFT_OUT = "left_out"
    UNCHANGED = "unchanged"


FATE_WORDS: Mapping[Fate, Said] = {
    Fate.ADDED: said("added"),
    Fate.CHANGED: said("changed"),
    Fate.WITHDRAWN: said("withdrawn"),
    Fate.REMOVED: said("removed"),
    Fate.LEFT_OUT: said("left out"),
    Fate.UNCHANGED: said("unchanged"),
}
"""What is said of a submission with that fate."""

LANGUAGE_WORDS: Mapping[str, Said] = {
    "en": said("English"),
    "it": said("Italian"),
    "de": said("German"),
    "fr": said("French"),
}
"""What the gallery and answers can be written in."""


_NOBODY = said("nobody")
_UNKNOWN = said("not in the index: the name is exported as it was sent")
_UNDERSTATED = said("its file says that more of it was made with AI than its label will say")


@dataclass(frozen=True, slots=True)
class Line:
    """One submission in the dry run.

    Attributes:
        id: which.
        fate: what becomes of it.
        name: whom it shows.
        office: role and country, or empty.
        why: the reason, or what is to be known.
        there: whether the submission is still in the catalogue, to be looked at.
    """

    id: SubmissionId
    fate: Fate
    name: str
    office: str
    why: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a view shows of a dry run.

    Attributes:
        lines: one a submission.
        counts: how many there are of each fate.
        notices: what a person should know before writing, in sentences.
    """

    lines: tuple[Line, ...] = ()
    counts: Mapping[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    notices: tuple[str, ...] = ()


def dry_run_of(plan: ExportPlan) -> DryRun:
    """All that goes through thousands of entries, for any thread: the main one must not wait for it."""
    lines = lines_of(plan)
    return DryRun(lines, counts_of(lines), notices_of(plan))


def lines_of(plan: ExportPlan) -> tuple[Line, ...]:
    """All lines of a dry run, what needs attention first, then by number."""
    entries = {entry.id: entry for entry in plan.entries}
    unknown, understated = frozenset(plan.not_indexed), frozenset(plan.understated)
    removed = {one.id for one in plan.removed}
    # Thousands of lines show a hundred people for a handful of reasons: each is said once.
    office_of, said_once = cache(_office), cache(tr)
    lines = [
        *(
            _without(one, _gone(one), office_of=office_of, there=one.verdict is not None)
            for one in sorted(plan.removed, key=lambda one: not one.is_withdrawn)
        ),
        # What falls out of the set because it became unfit is listed once, as removed.
        *(_without(one, Fate.LEFT_OUT, office_of=office_of) for one in plan.skipped if one.id not in removed),
    ]
    for fate, ids in (
        (Fate.ADDED, plan.added),
        (Fate.CHANGED, plan.changed),
        (Fate.UNCHANGED, plan.unchanged),
    ):
        for one in ids:
            entry = entries[one]
            why = ""
            if one in understated:
                why = said_once(_UNDERSTATED)
            elif one in unknown:
                why = said_once(_UNKNOWN)
            name = entry.full_name or said_once(_NOBODY)
            lines.append(Line(one, fate, name, office_of(entry.role, entry.country), why))
    return tuple(lines)


def counts_of(lines: Sequence[Line]) -> dict[Fate, int]:
    """How many lines there are of each fate."""
    counted = Counter(line.fate for line in lines)
    return {fate: counted[fate] for fate in Fate}


def stay_behind(plan: ExportPlan) -> str:
    """``12 undecided, 3 rejected``: what is not approved, in words; empty when there is nothing."""
    return ", ".join(
        tr("{count:,} {what}", count=count, what=what) for what, count in plan.left_out.items() if count
    )


def changes_sentence(counts: Mapping[Fate, int]) -> str:
    """``3 added, 1 withdrawn``: what the export would change, with the unchanged at the end."""
    return ", ".join(
        tr("{count:,} {what}", count=counts[fate], what=tr(FATE_WORDS[fate])) for fate in Fate if counts[fate]
    )


def last_sentence(plan: ExportPlan) -> str:
    """When the last export was written, and of how many pictures."""
    if plan.previous is None:
        return tr("Nothing was exported from this catalogue before.")
    return tr_of(
        plan.previous.pictures,
        "Last export: {moment}, {n:,} picture.",
        "Last export: {moment}, {n:,} pictures.",
        moment=day_and_time(plan.previous.exported_at, with_year=True),
    )


def notices_of(plan: ExportPlan) -> tuple[str, ...]:
    """What a person should know before writing, in sentences."""
    told = [tr(one) for one in plan.notices]
    portraits = sum(one.kind is Kind.PORTRAIT for one in plan.entries)
    if portraits and (plan.options.credit or plan.options.licence):
        told.append(
            tr_of(
                portraits,
                "Credit and licence also go onto {n:,} portrait. Is it the campaign's own?",
                "Credit and licence also go onto {n:,} portraits. Are they the campaign's own?",
            )
        )
    return tuple(told)


def step_sentence(done: int, total: int, *, gallery: bool) -> str:
    """How far an export has come.

    Args:
        done: steps done: each entry counts once for each of the parts of the work.
        total: steps in all.
        gallery: whether a gallery is written, which is two parts more.
    """
    parts = 4 if gallery else 2
    each = max(1, total // parts)
    part = min(parts - 1, max(0, done - 1) // each)
    done -= part * each
    if part == 0:
        return tr_of(each, "Making {done:,} of {n:,} picture", "Making {done:,} of {n:,} pictures", done=done)
    if part == 1 and gallery:
        return tr_of(
            each,
            "Writing the gallery: {done:,} of {n:,} picture",
            "Writing the gallery: {done:,} of {n:,} pictures",
            done=done,
        )
    if part < 3:
        return tr_of(
            each, "Checking {done:,} of {n:,} picture", "Checking {done:,} of {n:,} pictures", done=done
        )
    return tr_of(
        each,
        "Checking the gallery: {done:,} of {n:,} picture",
        "Checking the gallery: {done:,} of {n:,} pictures",
        done=done,
    )


def result_sentence(summary: ExportSummary) -> str:
    """How an export ended."""
    changes = []
    if summary.added:
        changes.append(tr_of(summary.added, "{n:,} added", "{n:,} added"))
    if summary.changed:
        changes.append(tr_of(summary.changed, "{n:,} changed", "{n:,} changed"))
    if summary.withdrawn:
        changes.append(tr_of(len(summary.withdrawn), "{n:,} withdrawn", "{n:,} withdrawn"))
    removed = len(summary.removed) - len(summary.withdrawn)
    if removed:
        changes.append(tr_of(removed, "{n:,} removed", "{n:,} removed"))
    told = tr_of(
        summary.published,
        "{n:,} picture stands in {folder} ({size}): {changes}. Every file was read again and checked.",
        "{n:,} pictures stand in {folder} ({size}): {changes}. Every file was read again and checked.",
        folder=summary.folder.name or summary.folder,
        size=size_words(summary.size),
        changes=", ".join(changes) or tr("nothing changed"),
    )
    if not summary.signed:
        return told
    return " ".join(
        (told, tr_of(summary.signed, "{n:,} of the files is signed.", "{n:,} of the files are signed."))
    )


def size_words(size: int) -> str:
    """A size in bytes, in words: ``1.2 MB``."""
    if size >= 100_000:
        return tr("{size:,.1f} MB", size=size / 1e6)
    return tr("{size:,.0f} kB", size=size / 1e3)


def _gone(one: LeftOut) -> Fate:
    """What becomes of what the last export had and this one has not."""
    return Fate.WITHDRAWN if one.is_withdrawn else Fate.REMOVED


def _without(one: LeftOut, fate: Fate, *, office_of: Callable[[str, str], str], there: bool = True) -> Line:
    return Line(one.id, fate, one.name or tr(_NOBODY), office_of(one.role, one.country), tr(one.why), there)


def _office(role: str, country: str) -> str:
    return ", ".join(tr_stored(part) for part in (role, country) if part)
