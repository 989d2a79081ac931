"""The SQL of a filter: its conditions, the index that finds few, and the order of its list.

A list is made in one of two ways. When one of its conditions is met by few submissions
(:data:`_FEW`; asked of an index, which stops counting there), these are read and sorted.
Otherwise the index of the order is walked: it is sorted already and holds what filters
ask, and whatever it does not hold is a set of ids that another index gives. Which index
serves is said to SQLite outright, since it keeps no statistics to choose by.
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.elsewhere import OPEN
from curator.engine.catalogue.lists import Order, SubmissionFilter
from curator.engine.catalogue.words import terms_of
from curator.engine.records import Verdict

_FEW = 2000
"""Up to so many are read one by one and sorted: 10 ms, half of what walking an index of 100,000 takes."""

_EVERY_VERDICT = f"verdict IN ({', '.join(repr(one.value) for one in Verdict)})"
"""Lets an index that begins with the verdict serve where any verdict will do."""

_COLUMNS = {
    Order.ADVICE: "advice_rank",
    Order.MARGIN: "doubt",
    Order.DISTANCE: "nearness",
    Order.ARRIVAL: "received_at",
}
_NOBODY_LAST = "char(1114111)"
"""Sorts after every name: the last character that there is."""


@dataclass(frozen=True, slots=True)
class Query:
    """A statement and its values."""

    sql: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What one field of a filter asks.

    Attributes:
        field: of the filter.
        row: the condition on a row ``s``.
        ids: finds the ids of all that meet it through an index; None where no index does.
        listed: whether the index of each order holds the columns of ``row``.
        tallied: whether ``tallies`` has the columns of ``row``.
    """

    field: str
    row: Query
    ids: Query | None = None
    listed: bool = True
    tallied: bool = True


def _any_of(column: str, values: Collection[object]) -> Query:
    marks = ", ".join("?" * len(values))
    return Query(f"{column} IN ({marks})", tuple(sorted(values, key=str)))


def _inside(column: str, found: Query) -> Query:
    return Query(f"{column} IN ({found.sql})", found.values)


def joined(queries: Sequence[Query], *, word: str = " AND ") -> Query:
    """Several queries as one."""
    return Query(word.join(one.sql for one in queries), tuple(v for one in queries for v in one.values))


class Selection:
    """The submissions that a filter lets through, as queries.

    Asks the catalogue a few cheap questions when it is made, to choose its way.

    Attributes:
        parts: what the fields of the filter ask; without those that ask nothing.
    """

    def __init__(self, connection: Connection, wanted: SubmissionFilter) -> None:
        self._sql = connection
        self._wanted = wanted
        self.parts = tuple(part for make in _PARTS if (part := make(connection, wanted)) is not None)
        self._seed = self._find_seed()

    def _find_seed(self) -> Part | None:
        """The first part that few submissions meet."""
        for part in self.parts:
            if part.ids is not None:
                probe = f"SELECT count(*) FROM (SELECT 1 FROM ({part.ids.sql}) LIMIT {_FEW + 1})"
                if self._sql.value(probe, part.ids.values) <= _FEW:
                    return part
        return None

    @property
    def tallied(self) -> bool:
        """Whether ``tallies`` alone can count this filter."""
        return all(part.tallied for part in self.parts)

    def tally_condition(self, *, but: str = "") -> Query:
        """The condition on a row ``s`` of ``tallies``, without one field and without those that it lacks."""
        return joined(
            [
                Query("s.number > 0"),
                *(part.row for part in self.parts if part.tallied and part.field != but),
            ]
        )

    def rows(self, *, index: str, parts: Sequence[Part] | None = None) -> Query:
        """``FROM submissions s WHERE`` for some parts, whatever the order.

        Args:
            index: that is walked when no part is met by few.
            parts: all of them when None.
        """
        chosen = self.parts if parts is None else parts
        if self._seed is not None and self._seed in chosen:
            few = self._by_seed(chosen)
            return Query(f"FROM submissions s NOT INDEXED WHERE {few.sql}", few.values)
        walked = joined([Query(f"s.{_EVERY_VERDICT}"), *map(_walked, chosen)])
        return Query(f"FROM submissions s INDEXED BY {index} WHERE {walked.sql}", walked.values)

    def ids(self) -> tuple[Query, ...]:
        """The ids in the order wanted, one a row, in the column ``id``; the lists follow one another."""
        order, backwards = self._wanted.order, self._wanted.backwards
        turn = " DESC" if backwards is not (order is Order.ARRIVAL) else ""
        if self._seed is not None:
            return (self._sorted(turn),)
        if order is not Order.POLITICIAN:
            column = _COLUMNS[order]
            return (self._merged(partial(self._by_column, column), f"place{turn}", f"id{turn}"),)
        claiming = self._merged(
            self._by_politician, f"surname{turn}", f"person{turn}", f"near{turn}", f"id{turn}"
        )
        # Apart, for SQLite sorts anew what comes without a name of its own to merge by.
        nobody = self._merged(self._by_nobody, f"near{turn}", f"id{turn}")
        return (nobody, claiming) if backwards else (claiming, nobody)

    def _merged(self, branch: Callable[[Verdict], Query], *keys: str) -> Query:
        """One branch for each verdict; SQLite merges what its indexes hand over in order."""
        branches = joined([branch(one) for one in self._verdicts()], word=" UNION ALL ")
        return Query(f"{branches.sql} ORDER BY {', '.join(keys)}", branches.values)

    def _verdicts(self) -> list[Verdict]:
        return [one for one in Verdict if not self._wanted.verdicts or one in self._wanted.verdicts]

    def _by_seed(self, parts: Sequence[Part]) -> Query:
        conditions = []
        for part in parts:
            if part is self._seed:
                assert part.ids is not None
                conditions.append(_inside("s.id", part.ids))
            else:
                conditions.append(part.row)
        return joined(conditions)

    def _sorted(self, turn: str) -> Query:
        condition = self._by_seed(self.parts)
        if self._wanted.order is Order.POLITICIAN:
            joining = "LEFT JOIN politicians p ON p.id = s.claimed_id "
            keys = [f"coalesce(p.sort_key, {_NOBODY_LAST})", "p.id", "s.nearness", "s.id"]
        else:
            joining, keys = "", [f"s.{_COLUMNS[self._wanted.order]}", "s.id"]
        return Query(
            f"SELECT s.id AS id FROM submissions s NOT INDEXED {joining}WHERE {condition.sql}"
            f" ORDER BY {', '.join(key + turn for key in keys)}",
            condition.values,
        )

    def _by_column(self, column: str, verdict: Verdict) -> Query:
        condition = self._walking(verdict)
        return Query(
            f"SELECT s.id AS id, s.{column} AS place FROM submissions s"
            f" INDEXED BY submissions_by_{self._wanted.order} WHERE {condition.sql}",
            condition.values,
        )

    def _by_politician(self, verdict: Verdict) -> Query:
        condition = self._walking(verdict)
        return Query(
            "SELECT s.id AS id, p.sort_key AS surname, p.id AS person, s.nearness AS near"
            " FROM politicians p INDEXED BY politicians_by_sort_key"
            " CROSS JOIN submissions s INDEXED BY submissions_by_claim"
            f" WHERE s.claimed_id = p.id AND {condition.sql}",
            condition.values,
        )

    def _by_nobody(self, verdict: Verdict) -> Query:
        condition = self._walking(verdict)
        return Query(
            "SELECT s.id AS id, s.nearness AS near FROM submissions s INDEXED BY submissions_by_claim"
            f" WHERE s.claimed_id IS NULL AND {condition.sql}",
            condition.values,
        )

    def _walking(self, verdict: Verdict) -> Query:
        asked = [_walked(part) for part in self.parts if part.field != "verdicts"]
        return joined([Query("s.verdict = ?", (verdict,)), *asked])


def _walked(part: Part) -> Query:
    """The condition while an order's index is walked: what that does not hold is looked up among ids."""
    if part.listed:
        return part.row
    assert part.ids is not None
    # The plus keeps SQLite from beginning with the ids, which would lose the order.
    return _inside("+s.id", part.ids)


# ---------------------------------------------------------------- what each field asks


def _verdicts(_: Connection, wanted: SubmissionFilter) -> Part | None:
    return Part("verdicts", _any_of("s.verdict", wanted.verdicts)) if wanted.verdicts else None


def _outcomes(_: Connection, wanted: SubmissionFilter) -> Part | None:
    return Part("outcomes", _any_of("s.outcome", wanted.outcomes)) if wanted.outcomes else None


def _kinds(_: Connection, wanted: SubmissionFilter) -> Part | None:
    return Part("kinds", _any_of("s.kind", wanted.kinds)) if wanted.kinds else None


def _reasons(_: Connection, wanted: SubmissionFilter) -> Part | None:
    return Part("reasons", _any_of("s.reason", wanted.reasons)) if wanted.reasons else None


def _text(connection: Connection, wanted: SubmissionFilter) -> Part | None:
    terms = terms_of(wanted.text)
    if not terms:
        return None
    naming = "SELECT rowid FROM politician_words WHERE politician_words MATCH ?"
    saying = "SELECT rowid FROM submission_words WHERE submission_words MATCH ?"
    names = [term for term in terms if connection.row(f"{naming} LIMIT 1", (term,)) is not None]
    sets = [
        Query(
            f"{saying} UNION SELECT id FROM submissions WHERE {_EVERY_VERDICT} AND claimed_id IN ({naming})",
            (term, term),
        )
        for term in names
    ]
    if others := [term for term in terms if term not in names]:
        sets.insert(0, Query(saying, (" AND ".join(others),)))
    ids = sets[0]
    if len(sets) > 1:
        ids = joined([Query(f"SELECT * FROM ({one.sql})", one.values) for one in sets], word=" INTERSECT ")
    return Part("text", _inside("+s.id", ids), ids, listed=False, tallied=False)


def _findings(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.findings:
        return None
    codes = tuple(sorted(wanted.findings))
    held = joined([Query("instr(s.held, ?) > 0", (f",{code},",)) for code in codes], word=" OR ")
    chosen = _any_of("code", codes)
    ids = f"SELECT submission_id FROM findings WHERE outcome <> 'approve' AND {chosen.sql}"
    return Part("findings", Query(f"({held.sql})", held.values), Query(ids, chosen.values), listed=False)


def _sources(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.sources:
        return None
    chosen = _any_of("source", wanted.sources)
    ids = Query(f"SELECT id FROM submissions WHERE {chosen.sql}", chosen.values)
    row = Query(f"s.{chosen.sql}", chosen.values)
    return Part("sources", row, ids, listed=False, tallied=False)


def _claimed(field: str, people: Query) -> Part:
    ids = f"SELECT id FROM submissions WHERE {_EVERY_VERDICT} AND claimed_id IN ({people.sql})"
    return Part(field, _inside("s.claimed_id", people), Query(ids, people.values))


def _politicians(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.politicians:
        return None
    chosen = _any_of("id", wanted.politicians)
    return _claimed("politicians", Query(f"SELECT id FROM politicians WHERE {chosen.sql}", chosen.values))


def _countries(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.countries:
        return None
    chosen = _any_of("country", wanted.countries)
    return _claimed("countries", Query(f"SELECT id FROM politicians WHERE {chosen.sql}", chosen.values))


def _roles(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.roles:
        return None
    chosen = _any_of("role", wanted.roles)
    return _claimed("roles", Query(f"SELECT id FROM politicians WHERE {chosen.sql}", chosen.values))


def _received(_: Connection, wanted: SubmissionFilter) -> Part | None:
    bounds = []
    # Times are text that sorts as time does, so a day begins before every time in it.
    if wanted.received_from is not None:
        bounds.append(Query("received_at >= ?", (wanted.received_from.isoformat(),)))
    if wanted.received_to is not None:
        bounds.append(Query("received_at < ?", ((wanted.received_to + timedelta(days=1)).isoformat(),)))
    if not bounds:
        return None
    between = joined(bounds)
    row = Query(between.sql.replace("received_at", "s.received_at"), between.values)
    ids = Query(f"SELECT id FROM submissions WHERE {_EVERY_VERDICT} AND {between.sql}", between.values)
    return Part("received", row, ids, listed=False, tallied=False)


def _curators(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.curators:
        return None
    chosen = _any_of("name", wanted.curators)
    people = Query(f"SELECT id FROM curators WHERE {chosen.sql}", chosen.values)
    return Part("curators", _inside("s.decided_by", people))


def _submissions(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.submissions:
        return None
    ids = Query("SELECT value FROM json_each(?)", (json.dumps(sorted(wanted.submissions)),))
    return Part("submissions", _inside("+s.id", ids), ids, listed=False, tallied=False)


def _decided_elsewhere(_: Connection, wanted: SubmissionFilter) -> Part | None:
    if not wanted.decided_elsewhere:
        return None
    ids = Query(f"SELECT e.submission_id FROM decided_elsewhere e WHERE {OPEN}")
    return Part("decided_elsewhere", _inside("+s.id", ids), ids, listed=False, tallied=False)


_PARTS: tuple[Callable[[Connection, SubmissionFilter], Part | None], ...] = (
    _submissions,
    _decided_elsewhere,
    _text,
    _findings,
    _sources,
    _politicians,
    _countries,
    _roles,
    _received,
    _verdicts,
    _outcomes,
    _kinds,
    _reasons,
    _curators,
)
"""Those first that are most likely met by few."""
