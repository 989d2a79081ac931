"""The numbers beside filters, counted from tallies where these suffice."""

from typing import Any

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.lists import (
    MOST_SOURCES,
    Facets,
    Standing,
    SubmissionCounts,
    SubmissionFilter,
    added_up,
)
from curator.engine.catalogue.selection import Query, Selection, joined
from curator.engine.records import Kind, Outcome, PoliticianId, Reason, Verdict

_GROUPED = (
    "s.verdict AS verdict, coalesce(s.outcome, '') AS outcome, s.kind AS kind,"
    " coalesce(s.reason, '') AS reason, coalesce(s.claimed_id, 0) AS claimed_id,"
    " coalesce(s.decided_by, 0) AS decided_by, s.held AS held"
)
"""The columns of ``tallies``, as a row ``s`` of submissions gives them."""

_FACETS = (
    ("verdicts", "s.verdict", ""),
    ("outcomes", "s.outcome", ""),
    ("kinds", "s.kind", ""),
    ("reasons", "s.reason", ""),
    ("findings", "s.held", ""),
    ("politicians", "s.claimed_id", ""),
    ("countries", "p.country", "JOIN politicians p ON p.id = s.claimed_id"),
    ("roles", "p.role", "JOIN politicians p ON p.id = s.claimed_id"),
    ("curators", "c.name", "JOIN curators c ON c.id = s.decided_by"),
)
"""Field of the filter, what it is counted by, and what must be joined to ``tallies s`` for it."""


def counts(connection: Connection) -> SubmissionCounts:
    """The numbers that filters and progress show."""
    rows = connection.rows(
        "SELECT verdict, outcome, kind, sum(number) AS number FROM tallies WHERE number > 0 GROUP BY 1, 2, 3"
    )
    groups = {
        (Verdict(row[0]), Outcome(row[1]) if row[1] else None, Kind(row[2])): int(row[3]) for row in rows
    }
    verdicts = added_up((verdict, n) for (verdict, _, _), n in groups.items())
    pending = connection.value("SELECT count(*) FROM submissions WHERE state = 'pending'")
    return SubmissionCounts(sum(verdicts.values()), pending, verdicts, groups)


def count(connection: Connection, wanted: SubmissionFilter) -> int:
    """How many submissions a filter lets through."""
    selection = Selection(connection, wanted)
    if selection.tallied:
        condition = selection.tally_condition()
        query = Query(f"SELECT sum(s.number) FROM tallies s WHERE {condition.sql}", condition.values)
    else:
        rows = selection.rows(index="submissions_by_advice")
        query = Query(f"SELECT count(*) {rows.sql}", rows.values)
    return connection.value(query.sql, query.values) or 0


def facets(connection: Connection, wanted: SubmissionFilter) -> Facets:
    """The numbers beside all filters, in two statements."""
    selection = Selection(connection, wanted)
    numbers: dict[str, dict[Any, int]] = {name: {} for name, _, _ in _FACETS}
    total = 0
    query = _counting(selection)
    for name, value, number in connection.rows(query.sql, query.values):
        if name == "total":
            total = number or 0
        elif value:
            numbers[name][value] = number
    return Facets(
        total,
        {Verdict(value): n for value, n in numbers["verdicts"].items()},
        {Outcome(value): n for value, n in numbers["outcomes"].items()},
        {Kind(value): n for value, n in numbers["kinds"].items()},
        {Reason(value): n for value, n in numbers["reasons"].items()},
        added_up((code, n) for held, n in numbers["findings"].items() for code in _codes(held)),
        {value: n for value, n in numbers["countries"].items()},
        {value: n for value, n in numbers["roles"].items()},
        {PoliticianId(value): n for value, n in numbers["politicians"].items()},
        _sources(connection, selection, wanted.sources),
        {value: n for value, n in numbers["curators"].items()},
    )


def coverage(connection: Connection) -> dict[PoliticianId, Standing]:
    """How well each politician of the index is covered, nobody left out."""
    portraits = {
        row[0]: row[1]
        for row in connection.rows(
            "SELECT politician_id, count(*) FROM reference_portraits WHERE state = 'accepted' GROUP BY 1"
        )
    }
    claims = connection.rows(
        "SELECT claimed_id,"
        " sum(number) FILTER (WHERE verdict = 'approved' AND kind = 'portrait') AS portraits,"
        " sum(number) FILTER (WHERE verdict = 'approved' AND kind = 'deepfake') AS deepfakes,"
        " sum(number) FILTER (WHERE verdict = 'undecided') AS pending"
        " FROM tallies WHERE number > 0 GROUP BY claimed_id"
    )
    counted = {row["claimed_id"]: tuple(number or 0 for number in row[1:]) for row in claims}
    people = connection.rows("SELECT id FROM politicians WHERE removed_at IS NULL")
    return {
        PoliticianId(row[0]): Standing(portraits.get(row[0], 0), *counted.get(row[0], (0, 0, 0)))
        for row in people
    }


def miscounted(connection: Connection) -> bool:
    """Whether the tallies differ from the submissions, which only a change from outside can bring about."""
    counted = f"SELECT {_GROUPED}, count(*) FROM submissions s GROUP BY 1, 2, 3, 4, 5, 6, 7"
    kept = "SELECT * FROM tallies WHERE number > 0"
    return any(
        connection.row(f"SELECT 1 FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1")
        for one, other in ((counted, kept), (kept, counted))
    )


def count_anew(connection: Connection) -> None:
    """Makes the tallies equal to the submissions again, inside the open transaction."""
    connection.write("DELETE FROM tallies")
    connection.write(
        f"INSERT INTO tallies SELECT {_GROUPED}, count(*) FROM submissions s GROUP BY 1, 2, 3, 4, 5, 6, 7"
    )


def _codes(held: str) -> list[str]:
    return held.strip(",").split(",") if held else []


def _counting(selection: Selection) -> Query:
    """One statement for all fields but the sources, so that what is searched for is found only once."""
    apart = [part for part in selection.parts if not part.tallied]
    source, found = "tallies s", Query("")
    if apart:
        rows = selection.rows(index="submissions_by_advice", parts=apart)
        found = Query(
            f"WITH found AS MATERIALIZED (SELECT {_GROUPED}, count(*) AS number {rows.sql}"
            " GROUP BY 1, 2, 3, 4, 5, 6, 7) ",
            rows.values,
        )
        source = "found s"
    condition = selection.tally_condition()
    each = [Query(f"SELECT 'total', '', sum(s.number) FROM {source} WHERE {condition.sql}", condition.values)]
    for name, column, joining in _FACETS:
        condition = selection.tally_condition(but=name)
        each.append(
            Query(
                f"SELECT '{name}', {column}, sum(s.number) FROM {source} {joining}"
                f" WHERE {condition.sql} GROUP BY {column}",
                condition.values,
            )
        )
    return joined([found, joined(each, word=" UNION ALL ")], word="")


def _sources(connection: Connection, selection: Selection, named: frozenset[str]) -> dict[str, int]:
    parts = [part for part in selection.parts if part.field != "sources"]
    rows = selection.rows(index="submissions_by_source", parts=parts)
    found = connection.rows(
        f"SELECT s.source, count(*) {rows.sql} AND s.source <> '' GROUP BY s.source"
        f" ORDER BY 2 DESC, 1 LIMIT {MOST_SOURCES}",
        rows.values,
    )
    numbers = {str(source): int(number) for source, number in found}
    if missing := sorted(named - numbers.keys()):
        marks = ", ".join("?" * len(missing))
        rest = connection.rows(
            f"SELECT s.source, count(*) {rows.sql} AND s.source IN ({marks}) GROUP BY s.source",
            (*rows.values, *missing),
        )
        numbers |= {str(source): int(number) for source, number in rest}
    return numbers
