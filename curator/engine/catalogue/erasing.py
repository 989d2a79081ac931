"""Erases rows for good: the only SQL that deletes what was received."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Self

from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.database import THESE, Connection, moment
from curator.engine.catalogue.erasable import Erasable, Sent
from curator.engine.catalogue.erased_copies import ERASED_AT, UNFINISHED
from curator.engine.catalogue.interrupting import interruptible
from curator.engine.catalogue.leaving import LeavingTable
from curator.engine.catalogue.words import WordIndex, folded
from curator.engine.records import Claim, PoliticianId, SubmissionId

_ROW = "file_name = :file_name, source = :source, note = :note, sender = :sender, received_at = :received_at"
_NO_CLAIM = "claim_given_name = '', claim_surname = '', claim_country = '', claim_role = ''"

_FOLDING_SECONDS = 2.0
"""So long it is tried again to cut the log; to fold it takes others a fraction of that."""


class Eraser:
    """A connection of its own to a catalogue that is open elsewhere in this process.

    Bound to the thread that made it. Each method that erases belongs inside :meth:`writing`.

    Attributes:
        erasable: what there is to erase.
        leaving: files that are still to be deleted.
        writing: one transaction.
    """

    def __init__(self, folder: Path) -> None:
        """Opens the catalogue of a folder.

        Args:
            folder: of a catalogue that this process has open, so that no other program writes to it.

        Raises:
            CatalogueError: it cannot be opened.
        """
        self._sql = Connection(folder / FILE_NAME)
        self._sql.make_durable()
        self._words = WordIndex(self._sql)
        self.erasable = Erasable(self._sql)
        self.leaving = LeavingTable(self._sql)
        self.writing = self._sql.writing

    def close(self) -> None:
        """Closes the connection."""
        self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ erasing rows

    def erase_submissions(
        self, submission_ids: Sequence[SubmissionId]
    ) -> tuple[frozenset[SubmissionId], frozenset[PoliticianId]]:
        """Erases submissions with all that hangs on them, their files excepted, which follow.

        The rows of the decision log stay: numbers, codes and digests. Notes and words beside them go.

        Returns:
            Those that were there, and the politicians who lose a reference portrait that came from them.
        """
        ids = (json.dumps(list(submission_ids)),)
        there = frozenset(
            SubmissionId(row[0])
            for row in self._sql.rows(f"SELECT id FROM submissions WHERE id IN {THESE}", ids)
        )
        touched = frozenset(
            PoliticianId(row[0])
            for row in self._sql.rows(
                f"SELECT DISTINCT politician_id FROM reference_portraits WHERE submission_id IN {THESE}", ids
            )
        )
        self._sql.write(
            f"INSERT OR IGNORE INTO leaving SELECT digest FROM submissions WHERE id IN {THESE}", ids
        )
        self._forget_words(ids)
        self._fetch_no_more(ids)
        self._sql.write(f"DELETE FROM reference_portraits WHERE submission_id IN {THESE}", ids)
        self._forget_analyses()
        self._sql.write(f"DELETE FROM submissions WHERE id IN {THESE}", ids)
        self._unlike(ids)
        self._note_unfinished()
        return there, touched

    def erase_sender(
        self, sent: Sent, *, name: str
    ) -> tuple[frozenset[SubmissionId], frozenset[PoliticianId]]:
        """Erases what somebody sent: of what others sent too, their part in it.

        Args:
            sent: what they sent; nothing for whom only backups still know.
            name: as it was typed.

        Returns:
            Which submissions changed or went, and whose reference portraits.
        """
        gone, touched = self.erase_submissions(sent.alone)
        for one in sent.shared:
            self._leave(one, sent.spellings)
        for spelling in sent.spellings or (name,):
            self._forget_mentions(spelling)
            self._forget_filters(spelling)
        return gone | frozenset(sent.shared), touched

    def erase_politician(self, politician_id: PoliticianId) -> frozenset[SubmissionId]:
        """Erases a politician: portraits and what was seen in them, rankings, and the name.

        What senders wrote stays what they wrote: submissions that claim the name claim somebody who
        is not in the index from now on.

        Returns:
            The submissions that were given to them or compared with them by name.
        """
        mine = (politician_id,)
        given, surname = self.erasable.name_of(politician_id)
        full = f"{given} {surname}".strip()
        changed = {row[0] for row in self._sql.rows("SELECT id FROM submissions WHERE claimed_id = ?", mine)}
        changed |= self._unname(full)
        self._sql.write(
            "UPDATE submissions SET claimed_id = NULL,"
            " assessed_with = CASE WHEN assessed_with IS NULL THEN NULL ELSE '' END WHERE claimed_id = ?",
            mine,
        )
        self._sql.write("DELETE FROM matches WHERE politician_id = ?", mine)
        self._sql.write(
            "INSERT OR IGNORE INTO leaving SELECT digest FROM reference_portraits WHERE politician_id = ?",
            mine,
        )
        self._sql.write("DELETE FROM reference_portraits WHERE politician_id = ?", mine)
        self._forget_analyses()
        for row in self._sql.rows("SELECT decision_id, words FROM decision_words"):
            words = set(json.loads(row["words"]))
            if full in words or {given, surname} - {""} <= words:
                self._sql.write("DELETE FROM decision_words WHERE decision_id = ?", (row[0],))
        self._forget_mentions(full)
        self._forget_filters(full, politician_id)
        self._sql.write("DELETE FROM politician_words WHERE rowid = ?", mine)
        self._sql.write("DELETE FROM politicians WHERE id = ?", mine)
        self._note_unfinished()
        return frozenset(SubmissionId(one) for one in changed)

    # ------------------------------------------------------------ erasing what is left of them

    def scrub(self, *, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Writes the file anew without what was erased: about three seconds for 100,000 submissions.

        Deleting alone is not enough, even with ``secure_delete``: copies that SQLite left behind when
        it moved rows between pages stay readable, and so does the write-ahead log.

        Args:
            go_on: asked twenty times a second; False has SQLite stop, and the file is as it was.

        Returns:
            False when somebody reads just now, so that the old log could not be cut: try again.

        Raises:
            Interrupted: it was stopped.
            CatalogueError: the disk is full, or another sorted failure.
        """
        with interruptible(self._sql, go_on=go_on):
            with self.writing():
                for table in ("submission_words", "politician_words"):
                    self._sql.write(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            self._sql.rows("VACUUM")
            return self.fold()

    def fold(self) -> bool:
        """Cuts the write-ahead log; False when a reader keeps it from being cut."""
        # For a reader SQLite waits as long as it does for a writer; for somebody else who folds just now, as
        # the window's own thread does each second, it does not wait at all.
        until = monotonic() + _FOLDING_SECONDS
        while not self._cut():
            if monotonic() > until:
                return False
            sleep(0.01)
        return True

    def note_finished(self) -> None:
        """Notes that nothing erased is left, inside :meth:`writing`."""
        self._sql.write("DELETE FROM facts WHERE name = ?", (UNFINISHED,))

    # ------------------------------------------------------------ inside

    def _cut(self) -> bool:
        row = self._sql.row("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and row[0] == 0

    def _note_unfinished(self) -> None:
        now, last = self._sql.now(), self.erasable.erased_at
        if now <= last:
            # Later than the last time, whatever the clock says: copies are told apart by it.
            now = (moment(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
        facts = ((UNFINISHED, "yes"), (ERASED_AT, now))
        self._sql.write_many("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", facts)

    def _forget_words(self, ids: tuple[str]) -> None:
        """Erases notes and words beside the log, of the log's rows about submissions."""
        about = f"decision_id IN (SELECT id FROM decisions WHERE submission_id IN {THESE})"
        for table in ("decision_notes", "edited_notes", "decision_words"):
            self._sql.write(f"DELETE FROM {table} WHERE {about}", ids)
        self._sql.write(f"UPDATE decided_elsewhere SET note = '' WHERE submission_id IN {THESE}", ids)

    def _fetch_no_more(self, ids: tuple[str]) -> None:
        """Has no row of a server that brought one of these filed again, whoever else sends the picture."""
        self._sql.write(
            "UPDATE fetched SET fetched_at = '' WHERE digest IN"
            f" (SELECT digest FROM submissions WHERE id IN {THESE})",
            ids,
        )

    def _forget_analyses(self) -> None:
        self._sql.write(
            "DELETE FROM portrait_analyses WHERE digest NOT IN (SELECT digest FROM reference_portraits)"
        )

    def _unlike(self, ids: tuple[str]) -> None:
        """Takes away the links of others to what was erased."""
        self._sql.write(
            "UPDATE submissions SET duplicate_of = NULL, duplicate_bits = NULL, duplicate_mirrored = NULL,"
            " duplicate_same_faces = NULL, assessed_with = CASE WHEN assessed_with IS NULL THEN NULL ELSE ''"
            f" END WHERE duplicate_of IN {THESE}",
            ids,
        )

    def _leave(self, submission_id: SubmissionId, spellings: Sequence[str]) -> None:
        """Takes a sender's part out of a submission that others sent too."""
        theirs = self._sql.rows(
            f"SELECT * FROM arrivals WHERE submission_id = ? AND sender IN {THESE}",
            (submission_id, json.dumps(spellings)),
        )
        self._sql.write_many("DELETE FROM arrivals WHERE id = ?", [(row["id"],) for row in theirs])
        self._forget_words((json.dumps([submission_id]),))
        self._fetch_no_more((json.dumps([submission_id]),))
        rest = self._sql.row(
            "SELECT * FROM arrivals WHERE submission_id = ? ORDER BY id LIMIT 1", (submission_id,)
        )
        row = self._sql.row("SELECT * FROM submissions WHERE id = ?", (submission_id,))
        assert rest is not None, "others sent it too"
        assert row is not None, "an arrival belongs to a submission"
        # Also an edited note may quote the one that goes.
        told = {name: rest[name] for name in ("file_name", "source", "note", "sender", "received_at")}
        self._sql.write(f"UPDATE submissions SET {_ROW} WHERE id = :id", {**told, "id": submission_id})
        claim = tuple(f"claim_{part}" for part in ("given_name", "surname", "country", "role"))
        if row["claimed_id"] is None and any(
            all(one[part] == row[part] for part in claim[:2]) for one in theirs
        ):
            self._sql.write(
                f"UPDATE submissions SET {', '.join(f'{part} = ?' for part in claim)}, assessed_with ="
                " CASE WHEN assessed_with IS NULL THEN NULL ELSE '' END WHERE id = ?",
                (*(rest[part] for part in claim), submission_id),
            )
            self._unname(Claim(*(row[part] for part in claim)).full_name, only=submission_id)
        now = self._sql.row("SELECT * FROM submissions WHERE id = ?", (submission_id,))
        assert now is not None
        # Another copy may have decided about the claim of the one who goes.
        self._sql.write(
            f"UPDATE decided_elsewhere SET {_NO_CLAIM} WHERE submission_id = ?"
            " AND (claim_given_name <> ? OR claim_surname <> ?)",
            (submission_id, now[claim[0]], now[claim[1]]),
        )
        self._sql.write(
            "UPDATE decided_elsewhere SET claim_country = ?, claim_role = ? WHERE submission_id = ?"
            " AND (claim_given_name <> '' OR claim_surname <> '')",
            (now[claim[2]], now[claim[3]], submission_id),
        )
        self._sql.write("DELETE FROM submission_words WHERE rowid = ?", (submission_id,))
        self._words.file(
            submission_id,
            file_name=now["file_name"],
            note=now["note"],
            sender=now["sender"],
            claim=Claim(*(now[part] for part in claim)),
        )
        self._note_unfinished()

    def _forget_mentions(self, name: str) -> None:
        """Erases what curators wrote that names somebody, whatever it is about."""
        mentions = _mentions(name)
        edited = self._sql.rows(
            "SELECT DISTINCT s.id, s.note FROM edited_notes e JOIN decisions d ON d.id = e.decision_id"
            " JOIN submissions s ON s.id = d.submission_id"
        )
        for table in ("decision_notes", "edited_notes"):
            for row in self._sql.rows(f"SELECT rowid AS place, note FROM {table}"):
                if mentions(row["note"]):
                    self._sql.write(f"DELETE FROM {table} WHERE rowid = ?", (row["place"],))
        for row in edited:
            if mentions(row["note"]):
                self._give_back_note(SubmissionId(row["id"]))
        for row in self._sql.rows("SELECT id, note, claim_given_name, claim_surname FROM decided_elsewhere"):
            if mentions(row["note"]):
                self._sql.write("UPDATE decided_elsewhere SET note = '' WHERE id = ?", (row["id"],))
            if mentions(f"{row['claim_given_name']} {row['claim_surname']}"):
                self._sql.write(f"UPDATE decided_elsewhere SET {_NO_CLAIM} WHERE id = ?", (row["id"],))

    def _give_back_note(self, submission_id: SubmissionId) -> None:
        """Puts what the sender wrote in place of what a curator made of it."""
        sent = self._sql.value(
            "SELECT note FROM arrivals WHERE submission_id = ? ORDER BY id LIMIT 1", (submission_id,)
        )
        self._sql.write("UPDATE submissions SET note = ? WHERE id = ?", (sent or "", submission_id))
        self._words.set_note(submission_id, sent or "")

    def _forget_filters(self, name: str, politician_id: PoliticianId | None = None) -> None:
        """Forgets saved filters that look for somebody."""
        mentions = _mentions(name)
        for row in self._sql.rows("SELECT name, filter FROM saved_filters"):
            told = json.loads(row["filter"])
            texts = (row["name"], told.get("text", ""), *told.get("sources", ()))
            if any(mentions(text) for text in texts) or politician_id in told.get("politicians", ()):
                self._sql.write("DELETE FROM saved_filters WHERE name = ?", (row["name"],))

    def _unname(self, full_name: str, *, only: SubmissionId | None = None) -> set[int]:
        """Takes a name out of findings, of all or of one; returns the submissions that these are of."""
        changed = set()
        for row in self._sql.rows(
            "SELECT submission_id, position, numbers FROM findings"
            " WHERE instr(numbers, ?) AND (? IS NULL OR submission_id = ?)",
            (json.dumps(full_name), only, only),
        ):
            # Sentences about the claim can do without its name; the others need something to stand there.
            numbers = {
                key: value if value != full_name else "" if key == "name" else "…"
                for key, value in json.loads(row["numbers"]).items()
            }
            self._sql.write(
                "UPDATE findings SET numbers = ? WHERE submission_id = ? AND position = ?",
                (json.dumps(numbers), row["submission_id"], row["position"]),
            )
            changed.add(row["submission_id"])
        return changed


def _mentions(name: str) -> Callable[[str], bool]:
    """Tells texts that hold a name as words of its own: "al" is not in "also"."""
    wanted = re.compile(rf"(?<!\w){re.escape(folded(name))}(?!\w)")
    return lambda text: bool(folded(name)) and wanted.search(folded(text)) is not None
