"""Rows for tables that people read: submissions with all that is told of them, and the chained log."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from curator.engine.catalogue.database import THESE, Connection, moment
from curator.engine.catalogue.listing import advice_of, claim_of
from curator.engine.declarations import Declaration
from curator.engine.records import (
    Advice,
    AnalysisState,
    DecisionId,
    Digest,
    FaceBox,
    Finding,
    Kind,
    Making,
    Outcome,
    Reason,
    SubmissionId,
    Verdict,
    Word,
)

CHAINED = (
    "id", "step", "action", "undoes", "submission_id", "digest", "curator_id", "decided_at",
    "verdict", "reason", "origin", "change", "seen", "note_hash",
)  # fmt: skip
"""The columns of the log that a link of its chain is made from, in their order."""

_DECIDED_AT = (
    "(SELECT d.decided_at FROM decisions d WHERE d.submission_id = s.id AND +d.action = 'decide'"
    " AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
    " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id)) ORDER BY d.id DESC LIMIT 1)"
)
"""When the verdict in force was given: the newest verdict that was not undone for good."""

_ROWS = f"""
SELECT s.id, s.digest, s.kind, s.making, s.claim_given_name, s.claim_surname, s.claim_country, s.claim_role,
       s.claimed_id, p.given_name, p.surname, p.country, p.role,
       s.state, s.outcome, s.advice_reason, s.distance, s.verdict, s.reason, s.received_at, s.source, s.note,
       s.file_name, s.sender, s.width, s.height, c.name AS decided_by,
       CASE WHEN s.verdict <> 'undecided' THEN {_DECIDED_AT} END AS decided_at,
       f.box_left, f.box_top, f.box_width, f.box_height,
       m.word, trim(q.given_name || ' ' || q.surname) AS compared_with
FROM submissions s
LEFT JOIN politicians p ON p.id = s.claimed_id
LEFT JOIN curators c ON c.id = s.decided_by
LEFT JOIN faces f ON f.id = s.main_face_id AND f.dismissed = 0
LEFT JOIN matches m ON m.face_id = f.id AND m.politician_id = coalesce(
    (SELECT t.politician_id FROM matches t WHERE t.face_id = f.id AND t.politician_id = s.claimed_id),
    (SELECT t.politician_id FROM matches t WHERE t.face_id = f.id ORDER BY t.rank LIMIT 1))
LEFT JOIN politicians q ON q.id = m.politician_id
WHERE s.id IN {THESE}
"""
"""As lists do, the number is that of the claimed politician, else that of the nearest."""

_LOG = (
    f"SELECT {', '.join(f'd.{name}' for name in CHAINED)}, d.chain, c.name AS curator,"
    " coalesce(n.note, '') AS note FROM decisions d JOIN curators c ON c.id = d.curator_id"
    " LEFT JOIN decision_notes n ON n.decision_id = d.id WHERE d.id > ? ORDER BY d.id LIMIT 500"
)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A submission as tables and contact sheets tell of it.

    Attributes:
        making: what a curator said of how it was made; None as long as nobody did.
        given_name: of the indexed politician, else as claimed; may be empty, like the next three.
        surname: likewise.
        country: likewise.
        role: likewise.
        indexed: whether the name comes from the index.
        distance: of the main face to ``compared_with``; None without a compared face.
        word: for that distance.
        compared_with: the claimed politician, else the nearest; empty without a compared face.
        findings: in the order in which they are shown.
        declarations: what the file says about itself.
        decided_by: who gave the verdict in force; empty as long as there is none.
        decided_at: when that was, in UTC.
        face: the main face, in pixels of the upright picture; None without one.
        width: of the upright picture in pixels; 0 before its analysis.
        height: likewise.
    """

    id: SubmissionId
    digest: Digest
    kind: Kind
    making: Making | None
    given_name: str
    surname: str
    country: str
    role: str
    indexed: bool
    state: AnalysisState
    advice: Advice | None
    distance: float | None
    word: Word | None
    compared_with: str
    findings: tuple[Finding, ...]
    declarations: tuple[Declaration, ...]
    verdict: Verdict
    reason: Reason | None
    received_at: datetime
    source: str
    note: str
    file_name: str
    sender: str
    decided_by: str
    decided_at: datetime | None
    face: FaceBox | None
    width: int
    height: int

    @property
    def full_name(self) -> str:
        """Given name and surname, as shown."""
        return f"{self.given_name} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class Sending:
    """One time that a picture was sent in: by whom, and under which name.

    Attributes:
        sender: as they called themselves; may be empty.
        file_name: as they called the file.
    """

    submission_id: SubmissionId
    sender: str
    file_name: str


@dataclass(frozen=True, slots=True)
class ChainedRow:
    """A row of the log exactly as its link was made from it.

    Attributes:
        values: one for each of :data:`CHAINED`: numbers, texts and None.
        link: SHA-256 over the link before it and the values, as the catalogue holds it.
        curator: the name that belongs to ``curator_id``; not part of the chain.
        note: kept apart from the log; empty too when it was erased.
    """

    values: tuple[int | str | None, ...]
    link: str
    curator: str
    note: str

    @property
    def id(self) -> DecisionId:
        """Its number in the log."""
        return DecisionId(int(self.values[0] or 0))


class ReportRows:
    """Reads what tables for people hold, in sets of a few hundred."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def rows(self, ids: Collection[SubmissionId]) -> dict[SubmissionId, ReportRow]:
        """The submissions with those ids; what there is no more is left out. Three queries."""
        asked = (json.dumps(list(ids)),)
        findings: dict[int, list[Finding]] = {}
        for row in self._sql.rows(
            f"SELECT * FROM findings WHERE submission_id IN {THESE} ORDER BY submission_id, position", asked
        ):
            findings.setdefault(row["submission_id"], []).append(_finding(row))
        declarations: dict[int, list[Declaration]] = {}
        for row in self._sql.rows(
            f"SELECT submission_id, code, text FROM declarations WHERE submission_id IN {THESE}"
            " ORDER BY submission_id, position",
            asked,
        ):
            declarations.setdefault(row["submission_id"], []).append(Declaration(row["code"], row["text"]))
        return {
            SubmissionId(row["id"]): _report_row(
                row,
                findings=tuple(findings.get(row["id"], ())),
                declarations=tuple(declarations.get(row["id"], ())),
            )
            for row in self._sql.rows(_ROWS, asked)
        }

    def sendings(self, ids: Collection[SubmissionId]) -> tuple[Sending, ...]:
        """Every time that those pictures were sent in, by number and then oldest first."""
        rows = self._sql.rows(
            f"SELECT submission_id, sender, file_name FROM arrivals WHERE submission_id IN {THESE}"
            " ORDER BY submission_id, id",
            (json.dumps(list(ids)),),
        )
        return tuple(Sending(SubmissionId(row[0]), row[1], row[2]) for row in rows)

    def chained_log(self) -> Iterator[ChainedRow]:
        """The whole log, oldest first, read in portions."""
        last = 0
        while rows := self._sql.rows(_LOG, (last,)):
            for row in rows:
                values = tuple(row[name] for name in CHAINED)
                yield ChainedRow(values, row["chain"], row["curator"], row["note"])
            last = rows[-1]["id"]

    def log_length(self) -> int:
        """How many rows the log has."""
        return int(self._sql.value("SELECT count(*) FROM decisions"))


def _finding(row: sqlite3.Row) -> Finding:
    return Finding(
        row["code"],
        Outcome(row["outcome"]),
        Reason(row["reason"]) if row["reason"] else None,
        json.loads(row["numbers"]),
    )


def _report_row(
    row: sqlite3.Row, *, findings: tuple[Finding, ...], declarations: tuple[Declaration, ...]
) -> ReportRow:
    claim = claim_of(row)
    indexed = row["claimed_id"] is not None
    return ReportRow(
        id=SubmissionId(row["id"]),
        digest=Digest(row["digest"]),
        kind=Kind(row["kind"]),
        making=None if row["making"] is None else Making(row["making"]),
        given_name=row["given_name"] if indexed else claim.given_name,
        surname=row["surname"] if indexed else claim.surname,
        country=row["country"] if indexed else claim.country,
        role=row["role"] if indexed else claim.role,
        indexed=indexed,
        state=AnalysisState(row["state"]),
        advice=advice_of(row),
        distance=row["distance"],
        word=None if row["word"] is None else Word(row["word"]),
        compared_with=row["compared_with"] or "",
        findings=findings,
        declarations=declarations,
        verdict=Verdict(row["verdict"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        received_at=moment(row["received_at"]),
        source=row["source"],
        note=row["note"],
        file_name=row["file_name"],
        sender=row["sender"],
        decided_by=row["decided_by"] or "",
        decided_at=None if row["decided_at"] is None else moment(row["decided_at"]),
        face=_box(row),
        width=row["width"] or 0,
        height=row["height"] or 0,
    )


def _box(row: sqlite3.Row) -> FaceBox | None:
    if row["box_left"] is None:
        return None
    return FaceBox(row["box_left"], row["box_top"], row["box_width"], row["box_height"])
