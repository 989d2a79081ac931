"""How SQLite goes about lists and numbers: through the right index, without reading all, without sorting.

The queries are those that the program really sends, caught on their way with their values.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from filing import THRESHOLDS, Clock, Filing, encoding, face

from curator.engine.catalogue import Catalogue, Order, SubmissionFilter, facets, selection
from curator.engine.comparison import Comparison
from curator.engine.countries import Role
from curator.engine.deciding import decisions
from curator.engine.records import Kind, Outcome, PoliticianId, Reason, SubmissionId, Verdict

UNDECIDED = frozenset({Verdict.UNDECIDED})
INDEX_OF = {
    Order.ADVICE: "submissions_by_advice",
    Order.MARGIN: "submissions_by_margin",
    Order.DISTANCE: "submissions_by_distance",
    Order.ARRIVAL: "submissions_by_arrival",
    Order.POLITICIAN: "submissions_by_claim",
}
BESIDE = {
    "outcomes": frozenset({Outcome.REJECT}),
    "kinds": frozenset({Kind.PORTRAIT}),
    "reasons": frozenset({Reason.NO_FACE}),
    "findings": frozenset({"not_claimed", "no_face"}),
    "countries": frozenset({"Malta"}),
    "roles": frozenset({Role.PRIME_MINISTER}),
    "politicians": frozenset({PoliticianId(1)}),
    "sources": frozenset({"a folder"}),
    "curators": frozenset({"Ada"}),
    "received_from": date(2026, 3, 4),
    "received_to": date(2026, 3, 4),
    "text": "jpg",
}
"""One value for each field beside the verdict."""

SELECTIVE = {
    "findings": "findings_against",
    "countries": "submissions_by_claim",
    "politicians": "submissions_by_claim",
    "sources": "submissions_by_source",
    "received_from": "submissions_by_arrival",
    "text": "VIRTUAL TABLE INDEX",
}
"""What finds the few that meet a field."""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    folder = tmp_path_factory.mktemp("plans") / "catalogue"
    with Catalogue.create(folder, clock=Clock()) as made:
        filing = Filing(made)
        nerys = filing.politician(portraits=[encoding(1)])
        for number in range(4):
            one = filing.submission(face(number), claimed=nerys)
        decisions.decide(made, [one], verdict=Verdict.APPROVED, curator="Ada", thresholds=THRESHOLDS)
        yield made


@pytest.fixture
def walking(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a large catalogue, where no field is met by few."""
    monkeypatch.setattr(selection, "_FEW", -1)


def sent(catalogue: Catalogue, work: Callable[[], Any]) -> list[str]:
    """The statements that some work sends, values and all."""
    statements: list[str] = []
    connection = catalogue._connection.db.conn
    connection.set_trace_callback(statements.append)
    try:
        work()
    finally:
        connection.set_trace_callback(None)
    # What the full-text index asks of its own tables is told too, as a comment.
    return [one for one in statements if not one.startswith("--")]


def plan(catalogue: Catalogue, statement: str) -> list[str]:
    return [row[3] for row in catalogue._connection.rows(f"EXPLAIN QUERY PLAN {statement}")]


def plans(catalogue: Catalogue, work: Callable[[], Any]) -> list[list[str]]:
    found = [plan(catalogue, one) for one in sent(catalogue, work)]
    assert found
    return found


def reading(lines: list[str]) -> list[str]:
    """The lines of a plan that read submissions."""
    return [one for one in lines if re.match(r"(SCAN|SEARCH) (s|submissions)\b", one)]


@pytest.mark.usefixtures("walking")
@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    "verdicts", [frozenset(), UNDECIDED, frozenset({Verdict.APPROVED, Verdict.REJECTED})]
)
def test_lists_come_sorted_from_an_index_that_covers_them(
    catalogue: Catalogue, order: Order, backwards: bool, verdicts: frozenset[Verdict]
) -> None:
    wanted = SubmissionFilter(verdicts=verdicts, order=order, backwards=backwards)
    for lines in plans(catalogue, lambda: catalogue.submissions.ids(wanted)):
        assert reading(lines)
        for line in reading(lines):
            assert line.startswith(f"SEARCH s USING COVERING INDEX {INDEX_OF[order]} (verdict=?")
        assert not [line for line in lines if "TEMP B-TREE" in line], lines


@pytest.mark.usefixtures("walking")
@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("field", list(BESIDE))
def test_filters_beside_the_verdict_neither_sort_nor_read_the_wide_table(
    catalogue: Catalogue, order: Order, field: str
) -> None:
    asked: Any = {field: BESIDE[field]}
    wanted = SubmissionFilter(verdicts=UNDECIDED, order=order, **asked)
    for lines in plans(catalogue, lambda: catalogue.submissions.ids(wanted)):
        for line in reading(lines):
            assert "COVERING INDEX" in line, lines
            assert line.startswith("SEARCH"), lines
        # Sets of ids are put together in a tree; the list itself is not sorted.
        assert not [line for line in lines if "B-TREE FOR" in line], lines


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("field", list(SELECTIVE))
def test_few_are_found_through_their_own_index(catalogue: Catalogue, order: Order, field: str) -> None:
    asked: Any = {field: BESIDE[field]}
    wanted = SubmissionFilter(verdicts=UNDECIDED, order=order, **asked)
    statements = sent(catalogue, lambda: catalogue.submissions.ids(wanted))
    lines = plan(catalogue, statements[-1])
    assert any(SELECTIVE[field] in line for line in lines), lines
    assert "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)" in lines
    assert not [line for line in reading(lines) if line.startswith("SCAN")], lines


def test_probing_stops_early(catalogue: Catalogue) -> None:
    wanted = SubmissionFilter(text="jpg", sources=frozenset({"a folder"}))
    probes = [one for one in sent(catalogue, lambda: catalogue.submissions.ids(wanted)) if "count(*)" in one]
    assert probes
    for probe in probes:
        assert f"LIMIT {selection._FEW + 1})" in probe
        assert not [line for line in plan(catalogue, probe) if "TEMP B-TREE" in line]


@pytest.mark.parametrize(
    "wanted",
    [
        SubmissionFilter(verdicts=UNDECIDED),
        SubmissionFilter(verdicts=UNDECIDED, countries=frozenset({"Malta"}), findings=frozenset({"no_face"})),
    ],
)
def test_numbers_come_from_the_tallies(catalogue: Catalogue, wanted: SubmissionFilter) -> None:
    table = catalogue.submissions
    counting = sent(catalogue, lambda: table.count(wanted))[-1]
    assert reading(plan(catalogue, counting)) == [
        line for line in plan(catalogue, counting) if "SEARCH s USING PRIMARY KEY" in line
    ]
    assert "FROM tallies" in counting
    # Not through the table, which counts only when something was written since.
    for statement in sent(catalogue, lambda: facets.counts(catalogue._connection)):
        lines = plan(catalogue, statement)
        assert any("tallies" in line or "submissions_by_state (state=?)" in line for line in lines), lines


@pytest.mark.usefixtures("walking")
@pytest.mark.parametrize("field", list(BESIDE))
def test_facets_do_not_read_the_wide_table(catalogue: Catalogue, field: str) -> None:
    asked: Any = {field: BESIDE[field]}
    wanted = SubmissionFilter(verdicts=UNDECIDED, **asked)
    for statement in sent(catalogue, lambda: catalogue.submissions.facets(wanted)):
        if "FROM submissions" in statement:
            lines = plan(catalogue, statement)
            tallied = "FROM tallies s" in statement or "FROM found s" in statement
            for line in reading(lines):
                assert "COVERING INDEX" in line or (tallied and "submissions" not in line), lines


def test_sources_are_counted_in_the_order_of_their_index(catalogue: Catalogue) -> None:
    wanted = SubmissionFilter(verdicts=UNDECIDED)
    statement = sent(catalogue, lambda: catalogue.submissions.facets(wanted))[-1]
    lines = plan(catalogue, statement)
    assert any("COVERING INDEX submissions_by_source" in line for line in lines)
    assert "USE TEMP B-TREE FOR GROUP BY" not in lines


def test_lines_are_read_by_their_number(catalogue: Catalogue) -> None:
    asked = [SubmissionId(1), SubmissionId(2)]
    for lines in plans(catalogue, lambda: catalogue.submissions.rows(asked)):
        for line in reading(lines):
            assert line.startswith("SEARCH s USING "), lines
            assert "PRIMARY KEY" in line or "submissions_by_likeness" in line, lines


@pytest.mark.parametrize(
    "work",
    [
        lambda catalogue: catalogue.submissions.outdated(mark="now", limit=1),
        lambda catalogue: catalogue.submissions.pending(limit=5),
        lambda catalogue: catalogue.submissions.counts(),
        lambda catalogue: catalogue.coverage_counts(),
        lambda catalogue: catalogue.submissions.duplicate_of(SubmissionId(1)),
        lambda catalogue: catalogue.decisions.latest(limit=1),
    ],
    ids=["outdated", "pending", "counts", "coverage", "duplicate", "log"],
)
def test_what_opening_asks_reads_no_whole_table(
    catalogue: Catalogue, work: Callable[[Catalogue], Any]
) -> None:
    for lines in plans(catalogue, lambda: work(catalogue)):
        for line in reading(lines):
            assert line.startswith("SEARCH"), lines


def test_opening_reads_no_hashes(catalogue: Catalogue) -> None:
    comparison = Comparison(catalogue, model="dlib-resnet-v1", thresholds=THRESHOLDS)
    assert comparison._known_pictures is None
    assert len(comparison._pictures) == 4
    ((line, *_),) = [
        [line for line in lines if "submissions" in line]
        for lines in plans(catalogue, catalogue.submissions.hashes)
    ]
    assert line == "SCAN submissions USING COVERING INDEX submissions_with_hash"


def test_faces_that_wait_to_be_encoded_are_found_without_going_through_what_is_undecided(
    catalogue: Catalogue,
) -> None:
    for lines in plans(catalogue, lambda: catalogue.faces.unencoded(model="any", limit=3)):
        assert lines[0] == "SCAN f USING INDEX faces_drawn"
        assert reading(lines) == ["SEARCH s USING INTEGER PRIMARY KEY (rowid=?)"]
        assert not [line for line in lines if "B-TREE" in line], lines


def test_past_exports_are_listed_from_the_newest_without_going_through_all(catalogue: Catalogue) -> None:
    (lines,) = plans(catalogue, lambda: catalogue.journals.past_exports(most=5))
    assert lines[0] == "SCAN e", "in the order of their numbers, as far as the limit"
    assert [line for line in lines if line.startswith(("SCAN", "SEARCH"))][1:] == [
        "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)",
        "SEARCH x USING COVERING INDEX sqlite_autoindex_exported_submissions_1 (export_id=?)",
    ]
    assert not [line for line in lines if "B-TREE" in line], lines
