"""The append-only log of decisions: rows in, history and chain out."""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from curator.engine.catalogue.database import Connection, moment
from curator.engine.catalogue.evidence import Evidence
from curator.engine.catalogue.likenesses import Likenesses
from curator.engine.catalogue.log_words import LogNames
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
KIND = "kind"
"""The kind was corrected; the verdict stays."""
NOTE = "note"
"""The submission's own note was edited; the verdict stays."""
FACE = "face"
"""A face was drawn, or one that was found was dismissed; the verdict stays."""
PROMOTE = "promote"
"""An approved portrait became a reference portrait; the verdict stays."""
UNDO = "undo"
"""A step was taken back; the row names the row it undoes."""
REDO = "redo"
"""An undone step was done again; the row names the undo row."""

_SELECT = (
    "SELECT d.*, c.name AS curator, coalesce(n.note, '') AS note, w.words FROM decisions d"
    " JOIN curators c ON c.id = d.curator_id LEFT JOIN decision_notes n ON n.decision_id = d.id"
    " LEFT JOIN decision_words w ON w.decision_id = d.id"
)
_CHAINED = (
    "id", "step", "action", "undoes", "submission_id", "digest", "curator_id", "decided_at",
    "verdict", "reason", "origin", "change", "seen", "note_hash",
)  # fmt: skip
_INSERT = f"INSERT INTO decisions ({', '.join(_CHAINED)}, chain) VALUES ({', '.join('?' * len(_CHAINED))}, ?)"
_SELECT_CHAINED = f"SELECT {', '.join(_CHAINED)}, chain FROM decisions WHERE id > ? ORDER BY id LIMIT 1000"
IN_FORCE = (
    "d.action NOT IN ('undo', 'redo') AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
    " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id))"
)
"""A row is in force unless it was undone; an undo that was redone does not count."""
_BEFORE = (
    "LEFT JOIN decisions b ON b.id ="
    " (SELECT max(l.id) FROM decisions l WHERE l.submission_id = d.submission_id AND l.id < d.id)"
)
_TAKEN_BACK = (
    "SELECT d.id AS row, d.id AS original, d.action, d.submission_id, d.digest, d.origin, d.change, w.words,"
    " d.verdict AS until_now, coalesce(b.verdict, 'undecided') AS verdict, b.reason"
    f" FROM decisions d LEFT JOIN decision_words w ON w.decision_id = d.id {_BEFORE}"
)
_DONE_AGAIN = (
    "SELECT u.id AS row, d.id AS original, d.action, d.submission_id, d.digest, d.origin, d.change, w.words,"
    " u.verdict AS until_now, d.verdict, d.reason"
    " FROM decisions u JOIN decisions d ON d.id = u.undoes"
    " LEFT JOIN decision_words w ON w.decision_id = d.id"
)


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
    """What was ``before`` and is ``after`` it; of a verdict what follows from it besides, or nothing."""
    seen: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EditedNote:
    """A submission's note before and after an edit, each with the hash that the log is to hold of it.

    Attributes:
        change: for the row of the log: ``before`` and ``after`` with their ``note_hash``.
        kept: side, salt and words of those that are not empty, to be kept apart from the log.
    """

    change: Mapping[str, object]
    kept: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, before: str, after: str) -> "EditedNote":
        """Salts and hashes the two."""
        change: dict[str, object] = {}
        kept = []
        for side, note in (("before", before), ("after", after)):
            salt = secrets.token_hex(16)
            change[side] = {"note_hash": _note_hash(salt, note) if note else ""}
            if note:
                kept.append((side, salt, note))
        return cls(change, tuple(kept))


@dataclass(frozen=True, slots=True)
class Reversal:
    """A row of a curator that is to be taken back or done again, without all that was seen.

    Attributes:
        row: which the new row undoes: the original itself, or the undo that is to be redone.
        original: what the curator did.
        action: of the original.
        submission_id: whom it is about.
        digest: of that submission.
        origin: of the original.
        change: of the original.
        until_now: the verdict that was in force before the new row.
        verdict: that the new row puts in force.
        reason: that goes with it.
    """

    row: DecisionId
    original: DecisionId
    action: str
    submission_id: SubmissionId
    digest: Digest
    origin: Origin
    change: Mapping[str, object]
    until_now: Verdict
    verdict: Verdict
    reason: Reason | None


def _reversal(row: sqlite3.Row, names: LogNames) -> Reversal:
    change, _ = names.together(row["change"], "{}", row["words"])
    return Reversal(
        DecisionId(row["row"]),
        DecisionId(row["original"]),
        row["action"],
        SubmissionId(row["submission_id"]),
        Digest(row["digest"]),
        Origin(row["origin"]),
        change,
        Verdict(row["until_now"]),
        Verdict(row["verdict"]),
        Reason(row["reason"]) if row["reason"] else None,
    )


def _decision(row: sqlite3.Row, names: LogNames) -> Decision:
    change, seen = names.together(row["change"], row["seen"], row["words"])
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
        seen,
        change,
    )


class DecisionLog:
    """Reads and appends decisions. Nothing here changes or deletes a row.

    Attributes:
        evidence: what lay before the curator.
        likenesses: which submissions look alike.
    """

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self.evidence = Evidence(connection)
        self.likenesses = Likenesses(connection)

    def append(self, new: Sequence[NewDecision], *, step: int | None = None) -> int:
        """Writes rows of one step; their verdicts take force with them.

        Args:
            new: the rows, at least one.
            step: the step that they belong to; a new step when None.

        Returns:
            The step.
        """
        row_id = 1 + int(self._sql.value("SELECT coalesce(max(id), 0) FROM decisions"))
        step = row_id if step is None else step
        link, at = self.head(), self._sql.now()
        curators = {name: self._curator_id(name) for name in {one.curator for one in new}}
        names = LogNames(self._sql)
        rows, notes, words = [], [], []
        for number, one in enumerate(new, start=row_id):
            note_hash = ""
            if one.note:
                salt = secrets.token_hex(16)
                note_hash = _note_hash(salt, one.note)
                notes.append((number, salt, one.note))
            apart = names.apart(one.change, one.seen)
            if apart.words is not None:
                words.append((number, *apart.words))
            row = (
                number,
                step,
                one.action,
                one.undoes,
                one.submission_id,
                one.digest,
                curators[one.curator],
                at,
                # Plain strings: SQLite's binding takes several times as long over members of an enum.
                one.verdict.value,
                None if one.reason is None else one.reason.value,
                one.origin.value,
                _plain(apart.change),
                _plain(apart.seen),
                note_hash,
            )
            link = _link(link, row)
            rows.append((*row, link))
        self._sql.write_many(_INSERT, rows)
        if notes:
            self._sql.write_many(
                "INSERT INTO decision_notes (decision_id, salt, note) VALUES (?, ?, ?)", notes
            )
        if words:
            self._sql.write_many(
                "INSERT INTO decision_words (decision_id, salt, words) VALUES (?, ?, ?)", words
            )
        return step

    def keep_edited_note(self, decision_id: DecisionId, edited: EditedNote) -> None:
        """Keeps the words of an edited note beside its row, where they can be erased."""
        self._sql.write_many(
            "INSERT INTO edited_notes (decision_id, side, salt, note) VALUES (?, ?, ?, ?)",
            [(decision_id, *one) for one in edited.kept],
        )

    def edited_note(self, decision_id: DecisionId, *, side: str) -> str:
        """A submission's note ``before`` or ``after`` an edit; empty too when it was erased since."""
        found: str | None = self._sql.value(
            "SELECT note FROM edited_notes WHERE decision_id = ? AND side = ?", (decision_id, side)
        )
        return found or ""

    def get(self, decision_id: DecisionId) -> Decision:
        """One row of the log."""
        row = self._sql.row(f"{_SELECT} WHERE d.id = ?", (decision_id,))
        assert row is not None, f"decision {decision_id} was named but never written"
        return _decision(row, LogNames(self._sql))

    def of(self, submission_id: SubmissionId) -> tuple[Decision, ...]:
        """Every row about a submission, oldest first."""
        rows = self._sql.rows(f"{_SELECT} WHERE d.submission_id = ? ORDER BY d.id", (submission_id,))
        names = LogNames(self._sql)
        return tuple(_decision(row, names) for row in rows)

    def latest(self, *, limit: int, before: DecisionId | None = None) -> tuple[Decision, ...]:
        """The newest rows first, for the log page; ``before`` pages on."""
        rows = self._sql.rows(
            f"{_SELECT} WHERE d.id < ? ORDER BY d.id DESC LIMIT ?", (before or 2**62, limit)
        )
        names = LogNames(self._sql)
        return tuple(_decision(row, names) for row in rows)

    def everything(self) -> Iterator[Decision]:
        """The whole log, oldest first, read in portions."""
        last = 0
        while rows := self._sql.rows(f"{_SELECT} WHERE d.id > ? ORDER BY d.id LIMIT 500", (last,)):
            names = LogNames(self._sql)
            yield from (_decision(row, names) for row in rows)
            last = rows[-1]["id"]

    # ------------------------------------------------------------ undo and redo

    def undoable(self) -> int | None:
        """The newest step that is in force: what undo takes back."""
        found: int | None = self._sql.value(
            "SELECT max(step) FROM steps WHERE takes_back = 0 AND standing > 0"
        )
        return found

    def undoable_for(self, submission_id: SubmissionId) -> Reversal | None:
        """The newest row in force of one submission, as it is to be taken back."""
        row = self._sql.row(
            f"{_TAKEN_BACK} WHERE d.submission_id = ? AND {IN_FORCE} ORDER BY d.id DESC LIMIT 1",
            (submission_id,),
        )
        return None if row is None else _reversal(row, LogNames(self._sql))

    def to_take_back(self, step: int) -> tuple[Reversal, ...]:
        """The rows of a step that are in force, oldest first."""
        rows = self._sql.rows(f"{_TAKEN_BACK} WHERE d.step = ? AND {IN_FORCE} ORDER BY d.id", (step,))
        names = LogNames(self._sql)
        return tuple(_reversal(row, names) for row in rows)

    def first_in_force(self, step: int) -> tuple[Decision, int] | None:
        """The first of the rows that :meth:`to_take_back` gives, and how many they are."""
        found = self._sql.value(
            f"SELECT d.id FROM decisions d WHERE d.step = ? AND {IN_FORCE} ORDER BY d.id LIMIT 1", (step,)
        )
        return None if found is None else (self.get(DecisionId(found)), self._standing(step))

    def redoable(self) -> int | None:
        """The undo step that was made last, unless it was redone or something was decided since."""
        found: int | None = self._sql.value(
            "SELECT max(step) FROM steps WHERE takes_back = 1 AND standing > 0"
            " AND step > coalesce((SELECT max(step) FROM steps WHERE takes_back = 0), 0)"
        )
        return found

    def to_do_again(self, undo_step: int) -> tuple[Reversal, ...]:
        """The rows that an undo step took back, in the order in which it did."""
        rows = self._sql.rows(f"{_DONE_AGAIN} WHERE u.step = ? ORDER BY u.id", (undo_step,))
        names = LogNames(self._sql)
        return tuple(_reversal(row, names) for row in rows)

    def first_undone(self, undo_step: int) -> tuple[Decision, int] | None:
        """The first of the rows that an undo step took back, and how many they are."""
        found = self._sql.value(
            "SELECT undoes FROM decisions WHERE step = ? ORDER BY id LIMIT 1", (undo_step,)
        )
        return None if found is None else (self.get(DecisionId(found)), self._standing(undo_step))

    def _standing(self, step: int) -> int:
        return int(self._sql.value("SELECT standing FROM steps WHERE step = ?", (step,)))

    def miscounted_steps(self) -> tuple[int, ...]:
        """Steps whose number of rows in force differs from the log, which triggers keep it equal to."""
        rows = self._sql.rows(
            "WITH told AS (SELECT step, standing FROM steps), logged AS (SELECT d.step,"
            " sum(NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
            " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id))) AS standing"
            " FROM decisions d WHERE d.action <> 'redo' GROUP BY d.step)"
            " SELECT step FROM (SELECT * FROM told EXCEPT SELECT * FROM logged)"
            " UNION SELECT step FROM (SELECT * FROM logged EXCEPT SELECT * FROM told) ORDER BY 1"
        )
        return tuple(row[0] for row in rows)

    # ------------------------------------------------------------ chain

    def head(self) -> str:
        """The chain's newest link; whoever notes it elsewhere can tell a cut tail."""
        return self._sql.value("SELECT chain FROM decisions ORDER BY id DESC LIMIT 1") or ""

    def holds(self, head: str) -> bool:
        """Whether that was the chain's newest link once, so that the log goes on from there.

        Args:
            head: as :meth:`head` told it; empty for the beginning.
        """
        if not head:
            return True
        # From the newest on: what is asked for mostly is.
        found = self._sql.value("SELECT 1 FROM decisions WHERE chain = ? ORDER BY id DESC LIMIT 1", (head,))
        return found is not None

    def broken_link(self) -> DecisionId | None:
        """The first row whose content or place does not fit the chain, or None."""
        link, last = "", 0
        while rows := self._sql.rows(_SELECT_CHAINED, (last,)):
            for row in rows:
                link = _link(link, tuple(row[:-1]))
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
            " JOIN decisions d ON d.id = n.decision_id"
            " UNION ALL SELECT e.decision_id, e.salt, e.note,"
            " json_extract(d.change, '$.' || e.side || '.note_hash') FROM edited_notes e"
            " JOIN decisions d ON d.id = e.decision_id"
            " UNION ALL SELECT w.decision_id, w.salt, w.words, json_extract(d.seen, '$.\"$words_hash\"')"
            " FROM decision_words w JOIN decisions d ON d.id = w.decision_id ORDER BY 1"
        )
        changed = (
            DecisionId(row["decision_id"])
            for row in rows
            if _note_hash(row["salt"], row["note"]) != row["note_hash"]
        )
        return tuple(dict.fromkeys(changed))

    def _curator_id(self, name: str) -> int:
        known: int | None = self._sql.value("SELECT id FROM curators WHERE name = ?", (name,))
        return known or self._sql.write("INSERT INTO curators (name) VALUES (?)", (name,))


def _plain(values: Mapping[str, object]) -> str:
    return json.dumps(dict(values), sort_keys=True, ensure_ascii=False)


def _note_hash(salt: str, note: str) -> str:
    return hashlib.sha256(f"{salt}{note}".encode()).hexdigest()


def _link(previous: str, row: Sequence[object]) -> str:
    return hashlib.sha256((previous + json.dumps(row, ensure_ascii=False)).encode()).hexdigest()
