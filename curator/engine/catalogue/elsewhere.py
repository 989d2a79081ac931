"""The table of what other copies decided otherwise, until a person has settled it here."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from curator.engine.catalogue.database import THESE, Connection, moment
from curator.engine.catalogue.decisions import IN_FORCE
from curator.engine.records import Claim, Kind, Reason, SubmissionId, Verdict
from curator.engine.text import name_key

OPEN = (
    "NOT EXISTS (SELECT 1 FROM decisions d WHERE d.submission_id = e.submission_id AND d.id > e.after_row"
    f" AND d.action = 'decide' AND d.origin <> 'merge' AND {IN_FORCE})"
)
"""SQL for a row ``e`` that nobody has settled: no decision of a person here is in force that came after it.

It is asked of the log each time, so that undo opens a difference again and redo closes it.
"""

ELSEWHERE = "SELECT e.*, c.name AS curator FROM decided_elsewhere e JOIN curators c ON c.id = e.curator_id"
"""SQL for rows ``e`` with their curators."""

Signed = tuple[SubmissionId, str, str]
"""What tells one decision from all others in every copy: about whom, by whom, and when it was first made."""


@dataclass(frozen=True, slots=True)
class DecidedElsewhere:
    """A decision that is in force in another copy and differs from what stands here.

    Attributes:
        submission_id: its number here.
        curator: who decided there.
        decided_at: when that was.
        kind: as which it was decided there.
        claim: whom it showed there.
        other_faces: faces were drawn or dismissed there by hand, otherwise than here.
    """

    submission_id: SubmissionId
    curator: str
    decided_at: datetime
    verdict: Verdict
    reason: Reason | None
    note: str
    kind: Kind
    claim: Claim
    other_faces: bool

    @property
    def signed(self) -> Signed:
        """What tells it from all others."""
        return self.submission_id, self.curator, self.decided_at.isoformat(timespec="microseconds")


class ElsewhereTable:
    """Reads and writes what was decided otherwise in other copies; the log knows nothing of it."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def open_for(self, submission_id: SubmissionId) -> tuple[DecidedElsewhere, ...]:
        """What is to be settled about a submission, oldest first."""
        rows = self._sql.rows(
            f"{ELSEWHERE} WHERE e.submission_id = ? AND {OPEN} ORDER BY e.decided_at, e.id", (submission_id,)
        )
        return tuple(_read(row) for row in rows)

    def open_ids(self) -> frozenset[SubmissionId]:
        """The submissions about which something is to be settled."""
        rows = self._sql.rows(f"SELECT DISTINCT e.submission_id FROM decided_elsewhere e WHERE {OPEN}")
        return frozenset(SubmissionId(row[0]) for row in rows)

    def about(self, submission_ids: Collection[SubmissionId]) -> Mapping[Signed, DecidedElsewhere]:
        """All that is kept about some submissions, settled or not."""
        rows = self._sql.rows(
            f"{ELSEWHERE} WHERE e.submission_id IN {THESE}", (json.dumps(list(submission_ids)),)
        )
        return {one.signed: one for one in map(_read, rows)}

    def keep(self, found: Sequence[DecidedElsewhere]) -> None:
        """Keeps rows, inside the open transaction; of those that are there what they are about."""
        after_row = self._sql.value("SELECT coalesce(max(id), 0) FROM decisions")
        for one in found:
            self._sql.write("INSERT OR IGNORE INTO curators (name) VALUES (?)", (one.curator,))
            self._sql.write(
                "INSERT INTO decided_elsewhere (submission_id, curator_id, decided_at, verdict, reason, note,"
                " kind, claim_given_name, claim_surname, claim_country, claim_role, other_faces, after_row)"
                " VALUES (?, (SELECT id FROM curators WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (submission_id, curator_id, decided_at) DO UPDATE SET kind = excluded.kind,"
                " claim_given_name = excluded.claim_given_name, claim_surname = excluded.claim_surname,"
                " claim_country = excluded.claim_country, claim_role = excluded.claim_role,"
                " other_faces = excluded.other_faces",
                (
                    *one.signed,
                    one.verdict.value,
                    None if one.reason is None else one.reason.value,
                    one.note,
                    one.kind.value,
                    *(one.claim.given_name, one.claim.surname, one.claim.country, one.claim.role),
                    int(one.other_faces),
                    after_row,
                ),
            )

    def forget(self, gone: Collection[Signed]) -> None:
        """Forgets rows that hold no longer in the copy that they came from, inside the open transaction."""
        self._sql.write_many(
            "DELETE FROM decided_elsewhere WHERE submission_id = ? AND decided_at = ?"
            " AND curator_id = (SELECT id FROM curators WHERE name = ?)",
            [(number, at, curator) for number, curator, at in gone],
        )

    def wrong(self) -> tuple[SubmissionId, ...]:
        """Submissions of which something is kept that no merge can have written."""
        found = []
        newest = self._sql.value("SELECT coalesce(max(id), 0) FROM decisions")
        for row in self._sql.rows(ELSEWHERE):
            try:
                sound = _read(row).verdict is not Verdict.UNDECIDED and row["after_row"] <= newest
            except ValueError:
                sound = False
            if not sound:
                found.append(SubmissionId(row["submission_id"]))
        return tuple(dict.fromkeys(found))


def same_claim(one: Claim, other: Claim) -> bool:
    """Whether two claims name the same person, as far as names tell; many senders leave the country out."""
    if name_key(one.full_name) != name_key(other.full_name):
        return False
    countries = {name_key(claim.country) for claim in (one, other) if claim.country}
    return len(countries) < 2


def decided_by(connection: Connection, submission_ids: Collection[int]) -> frozenset[tuple[int, str, str]]:
    """Every decision of a log about some submissions: about whom, by whom, and when it was first made."""
    rows = connection.rows(
        "SELECT d.submission_id, c.name, coalesce(json_extract(d.seen, '$.merged.decided_at'), d.decided_at)"
        " FROM decisions d JOIN curators c ON c.id = d.curator_id"
        f" WHERE d.action = 'decide' AND d.submission_id IN {THESE}",
        (json.dumps(list(submission_ids)),),
    )
    return frozenset((row[0], row[1], row[2]) for row in rows)


def _read(row: sqlite3.Row) -> DecidedElsewhere:
    return DecidedElsewhere(
        SubmissionId(row["submission_id"]),
        row["curator"],
        moment(row["decided_at"]),
        Verdict(row["verdict"]),
        Reason(row["reason"]) if row["reason"] else None,
        row["note"],
        Kind(row["kind"]),
        Claim(*(row[f"claim_{part}"] for part in ("given_name", "surname", "country", "role"))),
        bool(row["other_faces"]),
    )
