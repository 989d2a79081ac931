"""The append-only log of decisions: rows in, history and chain out."""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curator.engine.catalogue.database import Connection, moment
from curator.engine.records import (
    Decision,
    DecisionId,
    Digest,
    Origin,
    Reason,
    SubmissionId,
    Verdict,
)

DECIDE = "decide"
"""A verdict was given."""
CLAIM = "claim"
"""The claim was corrected; the verdict stays."""
UNDO = "undo"
"""A step was taken back; the row names the row it undoes."""
REDO = "redo"
"""An undone step was done again; the row names the undo row."""

_SELECT = (
    "SELECT d.*, c.name AS curator, coalesce(n.note, '') AS note FROM decisions d"
    " JOIN curators c ON c.id = d.curator_id LEFT JOIN decision_notes n ON n.decision_id = d.id"
)
_CHAINED = (
    "id", "step", "action", "undoes", "submission_id", "digest", "curator_id", "decided_at",
    "verdict", "reason", "origin", "change", "seen", "note_hash",
)  # fmt: skip
_IN_FORCE = (
    "d.action IN ('decide', 'claim') AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
    " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id))"
)
"""A row is in force unless it was undone; an undo that was redone does not count."""


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What is to be written as one row of the log."""

    action: str
    submission_id: SubmissionId
    digest: Digest
    curator: str
    verdict: Verdict
    reason: Reason | None = None
    note: str = ""
    origin: Origin = Origin.CURATOR
    undoes: DecisionId | None = None
    change: Mapping[str, object] = field(default_factory=dict)
    """For a corrected claim: ``before`` and ``after``; empty for a verdict."""
    seen: Mapping[str, object] = field(default_factory=dict)


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(
        DecisionId(row["id"]),
        row["step"],
        row["action"],
        None if row["undoes"] is None else DecisionId(row["undoes"]),
        SubmissionId(row["submission_id"]),
        Digest(row["digest"]),
        row["curator"],
        moment(row["decided_at"]),
        Verdict(row["verdict"]),
        Reason(row["reason"]) if row["reason"] else None,
        row["note"],
        Origin(row["origin"]),
        json.loads(row["seen"]),
        json.loads(row["change"]),
    )


class DecisionLog:
    """Reads and appends decisions. Nothing here changes or deletes a row."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def append(self, new: NewDecision, *, step: int | None = None) -> Decision:
        """Writes one row; the verdict takes force with it.

        Args:
            new: the row.
            step: the step that the row belongs to; a new step when None.
        """
        row_id = 1 + int(self._sql.value("SELECT coalesce(max(id), 0) FROM decisions"))
        salt = secrets.token_hex(16) if new.note else ""
        values: dict[str, object] = {
            "id": row_id,
            "step": row_id if step is None else step,
            "action": new.action,
            "undoes": new.undoes,
            "submission_id": new.submission_id,
            "digest": new.digest,
            "curator_id": self._curator_id(new.curator),
            "decided_at": self._sql.now(),
            "verdict": new.verdict,
            "reason": new.reason,
            "origin": new.origin,
            "change": _plain(new.change),
            "seen": _plain(new.seen),
            "note_hash": _note_hash(salt, new.note) if new.note else "",
        }
        values["chain"] = _link(self.head(), values)
        columns = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        self._sql.write(f"INSERT INTO decisions ({columns}) VALUES ({marks})", values)
        if new.note:
            self._sql.write(
                "INSERT INTO decision_notes (decision_id, salt, note) VALUES (?, ?, ?)",
                (row_id, salt, new.note),
            )
        return self.get(DecisionId(row_id))

    def get(self, decision_id: DecisionId) -> Decision:
        """One row of the log."""
        row = self._sql.row(f"{_SELECT} WHERE d.id = ?", (decision_id,))
        assert row is not None, f"decision {decision_id} was named but never written"
        return _decision(row)

    def of(self, submission_id: SubmissionId) -> tuple[Decision, ...]:
        """Every row about a submission, oldest first."""
        rows = self._sql.rows(f"{_SELECT} WHERE d.submission_id = ? ORDER BY d.id", (submission_id,))
        return tuple(_decision(row) for row in rows)

    def of_step(self, step: int) -> tuple[Decision, ...]:
        """The rows of one step, oldest first; a bulk decision has many."""
        rows = self._sql.rows(f"{_SELECT} WHERE d.step = ? ORDER BY d.id", (step,))
        return tuple(_decision(row) for row in rows)

    def before(self, decision: Decision) -> Decision | None:
        """The row that was in force for the same submission before this one."""
        row = self._sql.row(
            f"{_SELECT} WHERE d.submission_id = ? AND d.id < ? ORDER BY d.id DESC LIMIT 1",
            (decision.submission_id, decision.id),
        )
        return None if row is None else _decision(row)

    def latest(self, *, limit: int, before: DecisionId | None = None) -> tuple[Decision, ...]:
        """The newest rows first, for the log page; ``before`` pages on."""
        rows = self._sql.rows(
            f"{_SELECT} WHERE d.id < ? ORDER BY d.id DESC LIMIT ?", (before or 2**62, limit)
        )
        return tuple(_decision(row) for row in rows)

    def everything(self) -> Iterator[Decision]:
        """The whole log, oldest first, read in portions."""
        last = 0
        while rows := self._sql.rows(f"{_SELECT} WHERE d.id > ? ORDER BY d.id LIMIT 500", (last,)):
            yield from map(_decision, rows)
            last = rows[-1]["id"]

    # ------------------------------------------------------------ undo and redo

    def undoable(self) -> int | None:
        """The newest step that is in force: what undo takes back."""
        found: int | None = self._sql.value(
            f"SELECT d.step FROM decisions d WHERE {_IN_FORCE} ORDER BY d.id DESC LIMIT 1"
        )
        return found

    def undoable_for(self, submission_id: SubmissionId) -> Decision | None:
        """The newest row in force of one submission."""
        row = self._sql.row(
            f"{_SELECT} WHERE d.submission_id = ? AND {_IN_FORCE} ORDER BY d.id DESC LIMIT 1",
            (submission_id,),
        )
        return None if row is None else _decision(row)

    def in_force(self, step: int) -> tuple[Decision, ...]:
        """The rows of a step that were not taken back, oldest first."""
        rows = self._sql.rows(f"{_SELECT} WHERE d.step = ? AND {_IN_FORCE} ORDER BY d.id", (step,))
        return tuple(_decision(row) for row in rows)

    def first_in_force(self, step: int) -> tuple[Decision, int] | None:
        """The first of the rows that :meth:`in_force` gives, and how many they are."""
        found = self._sql.row(
            f"SELECT min(d.id), count(*) FROM decisions d WHERE d.step = ? AND {_IN_FORCE}", (step,)
        )
        return None if found is None or found[0] is None else (self.get(DecisionId(found[0])), found[1])

    def redoable(self) -> int | None:
        """The undo step that was made last, unless it was redone or something was decided since."""
        found: int | None = self._sql.value(
            "SELECT u.step FROM decisions u WHERE u.action = 'undo'"
            " AND u.id > coalesce((SELECT max(id) FROM decisions WHERE action = 'decide'), 0)"
            " AND u.id > coalesce((SELECT max(id) FROM decisions WHERE action = 'claim'), 0)"
            " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id) ORDER BY u.id DESC LIMIT 1"
        )
        return found

    def first_undone(self, undo_step: int) -> tuple[Decision, int] | None:
        """The first of the rows that an undo step took back, and how many they are."""
        found = self._sql.row("SELECT min(undoes), count(*) FROM decisions WHERE step = ?", (undo_step,))
        return None if found is None or found[0] is None else (self.get(DecisionId(found[0])), found[1])

    # ------------------------------------------------------------ chain

    def head(self) -> str:
        """The chain's newest link; whoever notes it elsewhere can tell a cut tail."""
        return self._sql.value("SELECT chain FROM decisions ORDER BY id DESC LIMIT 1") or ""

    def broken_link(self) -> DecisionId | None:
        """The first row whose content or place does not fit the chain, or None."""
        link, last = "", 0
        while rows := self._sql.rows("SELECT * FROM decisions WHERE id > ? ORDER BY id LIMIT 1000", (last,)):
            for row in rows:
                link = _link(link, {name: row[name] for name in _CHAINED})
                if link != row["chain"]:
                    return DecisionId(row["id"])
                last = row["id"]
        return None

    def cut_rows(self) -> int:
        """How many of the newest rows are gone, as far as SQLite's own count tells; 0 when none are."""
        gone = self._sql.value(
            "SELECT seq - (SELECT coalesce(max(id), 0) FROM decisions) FROM sqlite_sequence"
            " WHERE name = 'decisions'"
        )
        return max(0, gone or 0)

    def changed_notes(self) -> tuple[DecisionId, ...]:
        """Rows whose note does not fit its hash; an erased note is none of them."""
        rows = self._sql.rows(
            "SELECT n.decision_id, n.salt, n.note, d.note_hash FROM decision_notes n"
            " JOIN decisions d ON d.id = n.decision_id ORDER BY n.decision_id"
        )
        return tuple(
            DecisionId(row["decision_id"])
            for row in rows
            if _note_hash(row["salt"], row["note"]) != row["note_hash"]
        )

    def _curator_id(self, name: str) -> int:
        known: int | None = self._sql.value("SELECT id FROM curators WHERE name = ?", (name,))
        return known or self._sql.write("INSERT INTO curators (name) VALUES (?)", (name,))


def _plain(values: Mapping[str, object]) -> str:
    return json.dumps(dict(values), sort_keys=True, ensure_ascii=False)


def _note_hash(salt: str, note: str) -> str:
    return hashlib.sha256(f"{salt}{note}".encode()).hexdigest()


def _link(previous: str, values: Mapping[str, object]) -> str:
    row = [values[name] for name in _CHAINED]
    return hashlib.sha256((previous + json.dumps(row, ensure_ascii=False)).encode()).hexdigest()
