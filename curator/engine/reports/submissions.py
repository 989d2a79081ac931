"""The table of submissions for colleagues: what each is, what was advised and decided, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from curator.engine.catalogue import Catalogue, ReportRow, SubmissionFilter
from curator.engine.countries import COUNTRY_WORDS, ROLE_WORDS
from curator.engine.declarations import LONGEST, Declaration, value_of, words_of
from curator.engine.records import AnalysisState, Finding, Kind, Number, Outcome, SubmissionId
from curator.engine.reports.formats import (
    DECIMALS,
    Cell,
    Form,
    Format,
    Written,
    steps,
    write_csv,
    write_json_lines,
)
from curator.engine.said import Said, joined, said
from curator.engine.text import clean_line, clean_text
from curator.engine.wording import (
    DISTANCE_WORDS,
    KIND_WORDS,
    MAKING_WORDS,
    OUTCOME_WORDS,
    REASON_WORDS,
    VERDICT_WORDS,
    describe,
)

LONGEST_NOTE = 4000
"""Characters of a note, as of those that arrive."""

LONGEST_NAME = 200
"""Characters of names, senders, sources and file names."""

_PORTION = 500

_HEADINGS = (
    said("Number"),
    said("Kind"),
    said("How it was made"),
    said("Claimed politician"),
    said("Country"),
    said("Role"),
    said("In the index"),
    said("Verdict"),
    said("Reason"),
    said("Advice"),
    said("Advised reason"),
    said("Distance"),
    said("Word for it"),
    said("Compared with"),
    said("What holds against it"),
    said("Received"),
    said("Source"),
    said("What the file says of itself"),
    said("Decided by"),
    said("Decided at (UTC)"),
)
_NOTE = said("Note (internal)")
_FILE_NAME = said("File name (internal)")
_SENDER = said("Sender (internal)")


def write_submissions(
    catalogue: Catalogue,
    form: Form,
    *,
    wanted: SubmissionFilter | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Written | None:
    """Writes a table of submissions, by number.

    Notes, file names and senders are in it only when the form asks for them; their headings then
    say that they are internal, and in JSON Lines they stand under ``internal``.

    Args:
        catalogue: to read from; of the calling thread.
        form: how and where; CSV or JSON Lines.
        wanted: which submissions; all when None. Its order does not count.
        progress: told rows done and in all.
        cancelled: asked after each row.

    Returns:
        What was written; None when it was cancelled.

    Raises:
        ExportError: nothing was changed.
        CatalogueError: the catalogue cannot be read.
    """
    ids = sorted(catalogue.submissions.ids(wanted or SubmissionFilter()))
    step = steps(len(ids), progress=progress, cancelled=cancelled)
    rows = rows_of(catalogue, ids)
    if form.format is Format.JSON_LINES:
        records = (record_of(row, form=form) for row in rows)
        return write_json_lines(form, records=records, outside=catalogue.folder, step=step)
    return write_csv(
        form,
        headings=[form.said(one) for one in _headings(form)],
        rows=(_cells(row, form=form) for row in rows),
        outside=catalogue.folder,
        step=step,
    )


def rows_of(catalogue: Catalogue, ids: Sequence[SubmissionId]) -> Iterator[ReportRow]:
    """Those submissions in that order, read in portions; what there is no more is left out."""
    for start in range(0, len(ids), _PORTION):
        portion = ids[start : start + _PORTION]
        rows = catalogue.reports.rows(portion)
        yield from (rows[one] for one in portion if one in rows)


def record_of(row: ReportRow, *, form: Form) -> Mapping[str, Any]:
    """A submission as a line of JSON Lines: codes and numbers, text as it is kept."""
    waits = row.state is AnalysisState.PENDING
    record: dict[str, Any] = {
        "id": row.id,
        "kind": row.kind,
        "making": row.making,
        "claim": row.full_name or None,
        "country": row.country or None,
        "role": row.role or None,
        "indexed": row.indexed,
        "verdict": row.verdict,
        "reason": row.reason,
        "state": row.state,
        "advice": None
        if waits or row.advice is None
        else {"outcome": row.advice.outcome, "reason": row.advice.reason},
        "distance": None if waits or row.distance is None else round(row.distance, DECIMALS + 1),
        "word": None if waits else row.word,
        "compared_with": None if waits else row.compared_with or None,
        "findings": [] if waits else [_told(one) for one in row.findings],
        "received": row.received_at.astimezone(UTC).date().isoformat(),
        "source": row.source,
        "file_says": [{"code": one.code, "text": one.text} for one in row.declarations],
        "decided_by": row.decided_by or None,
        "decided_at": None if row.decided_at is None else row.decided_at.astimezone(UTC).isoformat(),
    }
    internal = {}
    if form.notes:
        internal["note"] = row.note
    if form.file_names:
        internal["file"] = row.file_name
    if form.senders:
        internal["sender"] = row.sender
    return {**record, "internal": internal} if internal else record


def _told(finding: Finding) -> dict[str, Any]:
    numbers = {name: _rounded(value) for name, value in finding.numbers.items()}
    return {**numbers, "code": finding.code, "outcome": finding.outcome}


def _rounded(value: Number) -> Number | None:
    if not isinstance(value, float):
        return value
    # Nobody else in the index is an infinite distance away, which JSON cannot say.
    return round(value, DECIMALS + 1) if isfinite(value) else None


# ---------------------------------------------------------------- CSV


def _headings(form: Form) -> tuple[Said, ...]:
    asked = ((form.notes, _NOTE), (form.file_names, _FILE_NAME), (form.senders, _SENDER))
    return (*_HEADINGS, *(heading for wanted, heading in asked if wanted))


def _cells(row: ReportRow, *, form: Form) -> tuple[Cell, ...]:
    say = form.said
    waits = row.state is AnalysisState.PENDING
    advice = None if waits else row.advice
    asked = (
        (form.notes, clean_text(row.note, limit=LONGEST_NOTE)),
        (form.file_names, clean_line(row.file_name, limit=LONGEST_NAME)),
        (form.senders, clean_line(row.sender, limit=LONGEST_NAME)),
    )
    return (
        row.id,
        say(KIND_WORDS[row.kind]),
        "" if row.kind is Kind.PORTRAIT or row.making is None else say(MAKING_WORDS[row.making]),
        clean_line(row.full_name, limit=LONGEST_NAME),
        say(COUNTRY_WORDS.get(row.country) or clean_line(row.country, limit=LONGEST_NAME)),
        say(ROLE_WORDS.get(row.role) or clean_line(row.role, limit=LONGEST_NAME)),
        say(said("yes") if row.indexed else said("no")),
        say(VERDICT_WORDS[row.verdict]),
        "" if row.reason is None else say(REASON_WORDS[row.reason]),
        say(said("waiting")) if advice is None else say(OUTCOME_WORDS[advice.outcome]),
        "" if advice is None or advice.reason is None else say(REASON_WORDS[advice.reason]),
        None if waits else row.distance,
        "" if waits or row.word is None else say(DISTANCE_WORDS[row.word]),
        "" if waits else clean_line(row.compared_with, limit=LONGEST_NAME),
        "" if waits else _against(row, form=form),
        row.received_at.astimezone(UTC).date().isoformat(),
        clean_line(row.source, limit=LONGEST_NAME),
        _declared(row, form=form),
        clean_line(row.decided_by, limit=LONGEST_NAME),
        day_and_time(row.decided_at),
        *(text for wanted, text in asked if wanted),
    )


def day_and_time(moment: datetime | None) -> str:
    """A moment in UTC as spreadsheets take it; empty for none."""
    return "" if moment is None else f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def _against(row: ReportRow, *, form: Form) -> str:
    """The findings that hold against it, in words."""
    told = (describe(one) for one in row.findings if one.outcome is not Outcome.APPROVE)
    return "; ".join(form.said(joined(parts, between=": ")) for parts in told)


def _declared(row: ReportRow, *, form: Form) -> str:
    """What the file says about itself; of what is personal only that it is there."""
    return "; ".join(form.said(_declaration(one)) for one in row.declarations)


def _declaration(one: Declaration) -> str:
    try:
        words, value = words_of(one), value_of(one)
    except ValueError:
        # Named by a later version: its own words have no translation.
        words, value = said("Other"), one.code
    return joined(
        (words, value if isinstance(value, Said) else clean_line(value, limit=LONGEST)), between=": "
    )
