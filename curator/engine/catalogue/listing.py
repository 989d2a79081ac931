"""Lists of submissions for review: which, in which order, what a line shows, and how many."""

import json
import sqlite3
from collections.abc import Sequence

from curator.engine.catalogue import facets
from curator.engine.catalogue.database import Connection, moment
from curator.engine.catalogue.lists import Facets, SubmissionCounts, SubmissionFilter, SubmissionRow
from curator.engine.catalogue.selection import Selection
from curator.engine.records import (
    Advice,
    AnalysisState,
    Claim,
    Digest,
    FaceBox,
    Kind,
    Outcome,
    Reason,
    SubmissionId,
    Verdict,
)

_ROWS = """
SELECT s.id, s.digest, s.file_name, s.kind, s.claim_given_name, s.claim_surname, s.claim_country,
       s.claim_role, s.source, s.state, s.outcome, s.advice_reason, s.distance, s.verdict, s.reason, s.margin,
       s.width, s.height, s.received_at, trim(p.given_name || ' ' || p.surname) AS indexed_name,
       f.box_left, f.box_top, f.box_width, f.box_height
FROM submissions s LEFT JOIN politicians p ON p.id = s.claimed_id LEFT JOIN faces f ON f.id = s.main_face_id
WHERE s.id IN (SELECT value FROM json_each(?))
"""

_COPIES = """
WITH RECURSIVE alike (asked, id) AS (
    SELECT value, value FROM json_each(?)
    UNION SELECT alike.asked, s.duplicate_of FROM alike JOIN submissions s ON s.id = alike.id
        WHERE s.duplicate_of IS NOT NULL
    UNION SELECT alike.asked, s.id FROM alike JOIN submissions s ON s.duplicate_of = alike.id
)
SELECT asked, count(*) - 1 FROM alike GROUP BY asked
"""
"""Whoever looks like one that looks like one …: the links lead from each picture to one earlier one."""


def claim_of(row: sqlite3.Row) -> Claim:
    """What the sender says, from a row that holds the claim's columns."""
    return Claim(row["claim_given_name"], row["claim_surname"], row["claim_country"], row["claim_role"])


def advice_of(row: sqlite3.Row) -> Advice | None:
    """The advice, from a row that holds its columns."""
    if row["outcome"] is None:
        return None
    return Advice(Outcome(row["outcome"]), Reason(row["advice_reason"]) if row["advice_reason"] else None)


class SubmissionLists:
    """Reads lists of submissions. Costs little in a catalogue of any size."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self._counted: tuple[tuple[int, int], SubmissionCounts] | None = None

    def ids(self, wanted: SubmissionFilter | None = None) -> tuple[SubmissionId, ...]:
        """Ids of a filtered list, in the order that the filter says."""
        found: list[SubmissionId] = []
        for query in Selection(self._sql, wanted or SubmissionFilter()).ids():
            # As one value: a hundred thousand rows take three times as long to hand over.
            listed = self._sql.value(f"SELECT json_group_array(id) FROM ({query.sql})", query.values)
            found += json.loads(listed)
        return tuple(found)

    def count(self, wanted: SubmissionFilter | None = None) -> int:
        """How many :meth:`ids` would give."""
        return facets.count(self._sql, wanted or SubmissionFilter())

    def counts(self) -> SubmissionCounts:
        """The numbers that filters and progress show; counted again only when something was written."""
        now = self._sql.state()
        if self._counted is not None and self._counted[0] == now:
            return self._counted[1]
        counted = facets.counts(self._sql)
        self._counted = None if now is None else (now, counted)
        return counted

    def facets(self, wanted: SubmissionFilter | None = None) -> Facets:
        """The number beside each value of each filter."""
        return facets.facets(self._sql, wanted or SubmissionFilter())

    def rows(self, ids: Sequence[SubmissionId]) -> dict[SubmissionId, SubmissionRow]:
        """The lines of a list for those ids; what there is no more is left out."""
        asked = (json.dumps(list(ids)),)
        copies = {row[0]: row[1] for row in self._sql.rows(_COPIES, asked)}
        return {
            SubmissionId(row["id"]): SubmissionRow(
                SubmissionId(row["id"]),
                Digest(row["digest"]),
                row["file_name"],
                Kind(row["kind"]),
                row["indexed_name"] or claim_of(row).full_name,
                row["source"],
                AnalysisState(row["state"]),
                advice_of(row),
                row["distance"],
                Verdict(row["verdict"]),
                Reason(row["reason"]) if row["reason"] else None,
                row["margin"],
                _box(row),
                row["width"] or 0,
                row["height"] or 0,
                moment(row["received_at"]),
                copies.get(row["id"], 0),
            )
            for row in self._sql.rows(_ROWS, asked)
        }


def _box(row: sqlite3.Row) -> FaceBox | None:
    if row["box_left"] is None:
        return None
    return FaceBox(row["box_left"], row["box_top"], row["box_width"], row["box_height"])
