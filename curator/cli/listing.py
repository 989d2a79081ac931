"""Commands that show what the catalogue holds; they read only, also while a window has it open."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from curator.cli.analysing import rows_of
from curator.cli.call import Call
from curator.cli.filters import filter_of
from curator.cli.table import print_table
from curator.cli.words import advice_words, counted
from curator.engine.catalogue import Catalogue, SubmissionRow
from curator.engine.countries import COUNTRIES
from curator.engine.records import (
    AnalysisState,
    Face,
    Number,
    Outcome,
    PoliticianId,
    PortraitState,
    SubmissionId,
    Verdict,
)
from curator.engine.text import clean_line
from curator.engine.wording import OUTCOME_WORDS, VERDICT_WORDS

_DIGITS = 4
"""Decimals of distances in JSON: differences beyond are below what a re-encode changes."""

_NOBODY_ELSE = 9.0
"""How the catalogue stores the infinite margin of a politician who is alone in the index."""

_LONGEST_CELL = 80


def list_submissions(call: Call, options: argparse.Namespace) -> int:
    """Lists submissions, by number: as a table, or all about them as JSON."""
    with call.read() as catalogue:
        ids = sorted(catalogue.submissions.ids(filter_of(options)))
        rows = rows_of(catalogue, ids)
        if options.json:
            name_of = _names(catalogue)
            _print_json(_submission(catalogue, rows[one], name_of=name_of) for one in ids)
        else:
            print_table(
                ("id", "verdict", "advice", "claim", "distance", "file"),
                [_cells(rows[one]) for one in ids],
                right=frozenset({0, 4}),
            )
    return 0


def list_politicians(call: Call, options: argparse.Namespace) -> int:
    """Lists the index, with the reference portraits of each."""
    with call.read() as catalogue:
        politicians = catalogue.politicians.all()
        states: dict[PoliticianId, Counter[PortraitState]] = {}
        for portrait in catalogue.politicians.portraits():
            states.setdefault(portrait.politician_id, Counter())[portrait.state] += 1
        none = Counter[PortraitState]()
        if options.json:
            _print_json(
                {
                    "id": one.id,
                    "name": one.full_name,
                    "country": one.country or None,
                    "role": one.role or None,
                    "portraits": {state.value: states.get(one.id, none)[state] for state in PortraitState},
                }
                for one in politicians
            )
        else:
            print_table(
                ("id", "name", "country", "role", *(state.value for state in PortraitState)),
                [
                    (
                        str(one.id),
                        _clean(one.full_name),
                        _clean(one.country),
                        _clean(one.role),
                        *(str(states.get(one.id, none)[state]) for state in PortraitState),
                    )
                    for one in politicians
                ],
                right=frozenset({0, 4, 5, 6}),
            )
    return 0


def print_stats(call: Call, options: argparse.Namespace) -> int:
    """Counts what the catalogue holds."""
    with call.read() as catalogue:
        counts = catalogue.submissions.counts()
        politicians = catalogue.politicians.all()
        shown = catalogue.politicians.portrait_counts()
        states = Counter(one.state for one in catalogue.politicians.portraits())
        covered = {one.country for one in politicians if one.id in shown} & {one.name for one in COUNTRIES}
        last = catalogue.journals.last_export()
        lines = [
            ("submissions", str(counts.total)),
            *((f"  {VERDICT_WORDS[one]}", str(counts.verdicts.get(one, 0))) for one in Verdict),
            ("waiting for analysis", str(counts.pending)),
            *((f"undecided: {OUTCOME_WORDS[one]}", str(counts.outcomes.get(one, 0))) for one in Outcome),
            ("politicians", str(len(politicians))),
            ("  with portraits", str(sum(one.id in shown for one in politicians))),
            ("  countries covered", f"{len(covered)} of {len(COUNTRIES)}"),
            ("reference portraits", str(states.total())),
            *((f"  {one.value}", str(states[one])) for one in PortraitState),
        ]
        width = max(len(name) for name, _ in lines)
        for name, value in lines:
            print(f"{name:<{width}}  {value:>8}")
        if last is None:
            print("Nothing was exported yet.")
        else:
            when = f"{last.exported_at:%Y-%m-%d %H:%M} UTC"
            print(f"Last export: {counted(len(last.fingerprints), 'picture')}, {when}, to {last.folder}")
    return 0


# ---------------------------------------------------------------- table


def _cells(row: SubmissionRow) -> tuple[str, ...]:
    return (
        str(row.id),
        VERDICT_WORDS[row.verdict],
        advice_words(row.advice, state=row.state),
        _clean(row.claimed),
        "" if row.distance is None or row.state is AnalysisState.PENDING else f"{row.distance:.2f}",
        _clean(row.file_name),
    )


def _clean(text: str) -> str:
    return clean_line(text, limit=_LONGEST_CELL)


# ---------------------------------------------------------------- JSON


def _names(catalogue: Catalogue) -> Callable[[PoliticianId], str]:
    """Names by id, each looked up once; removed politicians keep theirs."""

    @cache
    def name_of(politician_id: PoliticianId) -> str:
        return catalogue.politicians.get(politician_id).full_name

    return name_of


def _submission(
    catalogue: Catalogue, row: SubmissionRow, *, name_of: Callable[[PoliticianId], str]
) -> dict[str, Any]:
    waits = row.state is AnalysisState.PENDING
    return {
        "id": row.id,
        "file": row.file_name,
        "claim": row.claimed or None,
        "kind": row.kind,
        "faces": [_face(face, name_of=name_of) for face in catalogue.faces.of(row.id) if not face.dismissed],
        # What an earlier analysis found says nothing while the next one is to come.
        "findings": [] if waits else _findings(catalogue, row.id),
        "advice": None
        if waits or row.advice is None
        else {"outcome": row.advice.outcome, "reason": row.advice.reason},
        "verdict": row.verdict,
        "declarations": [
            {"code": one.code, "text": one.text} for one in catalogue.submissions.declarations(row.id)
        ],
    }


def _face(face: Face, *, name_of: Callable[[PoliticianId], str]) -> dict[str, Any]:
    return {
        "box": [face.box.left, face.box.top, face.box.width, face.box.height],
        "origin": face.origin,
        "matches": [
            {
                "politician": name_of(match.politician_id),
                "distance": round(match.distance, _DIGITS),
                "rank": match.rank,
                "margin": None if match.margin >= _NOBODY_ELSE else round(match.margin, _DIGITS),
                "word": match.word,
            }
            for match in face.matches
        ],
    }


def _findings(catalogue: Catalogue, submission_id: SubmissionId) -> list[dict[str, Any]]:
    return [
        {"code": one.code, **{name: _rounded(value) for name, value in one.numbers.items()}}
        for one in catalogue.submissions.findings(submission_id)
        if one.outcome is not Outcome.APPROVE
    ]


def _rounded(value: Number) -> Number:
    return round(value, _DIGITS) if isinstance(value, float) else value


def _print_json(objects: Iterable[Mapping[str, Any]]) -> None:
    """Prints a list, an object a line, so that a large catalogue never lies in memory as text."""
    # Any other encoding might not have the letters; JSON can do without them.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    separator = "["
    for one in objects:
        print(separator, json.dumps(one, ensure_ascii=plain, allow_nan=False), sep="\n", end="")
        separator = ","
    print("\n]" if separator == "," else "[]")
