"""Erases rows for good, and says beforehand which: the only SQL that deletes what was received."""

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from curator.engine.catalogue.catalogue import FILE_NAME, open_read_only
from curator.engine.catalogue.database import Connection, moment
from curator.engine.catalogue.erased_copies import ERASED_AT, UNFINISHED
from curator.engine.catalogue.holdings import Holdings, count
from curator.engine.catalogue.interrupting import interruptible
from curator.engine.catalogue.leaving import LeavingTable
from curator.engine.catalogue.words import WordIndex, folded
from curator.engine.records import Claim, PoliticianId, SubmissionId

_THESE = "(SELECT value FROM json_each(?))"
_ROW = "file_name = :file_name, source = :source, note = :note, sender = :sender, received_at = :received_at"


@dataclass(frozen=True, slots=True)
class Rejected:
    """Submissions whose rejection is older than a day.

    Attributes:
        ids: which, by number.
        oldest: when the first of them was rejected; None when there are none.
        newest: when the last of them was.
    """

    ids: tuple[SubmissionId, ...]
    oldest: datetime | None
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent.

    Attributes:
        spellings: of their name, as they stand in the catalogue.
        alone: submissions that nobody else sent.
        shared: submissions that others sent too.
        arrivals: how often they sent something.
    """

    spellings: tuple[str, ...]
    alone: tuple[SubmissionId, ...]
    shared: tuple[SubmissionId, ...]
    arrivals: int


@dataclass(frozen=True, slots=True)
class Person:
    """What is held of a politician.

    Attributes:
        portraits: reference portraits.
        encodings: of these.
        matches: rankings of faces that name them.
        claims: submissions that are given to them.
        worded: submissions whose claim has their name in words.
    """

    portraits: int
    encodings: int
    matches: int
    claims: tuple[SubmissionId, ...]
    worded: int


class Eraser:
    """A connection of its own to a catalogue that is open elsewhere in this process.

    Bound to the thread that made it. Each method that erases belongs inside :meth:`writing`.

    Attributes:
        leaving: files that are still to be deleted.
        writing: one transaction.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Opens the catalogue of a folder.

        Args:
            folder: of a catalogue that this process has open, so that no other program writes to it.
            read_only: only to look at what would be erased.

        Raises:
            CatalogueError: it cannot be opened.
        """
        if read_only:
            self._sql = open_read_only(folder)
        else:
            self._sql = Connection(folder / FILE_NAME)
            self._sql.make_durable()
        self._words = WordIndex(self._sql)
        self.leaving = LeavingTable(self._sql)
        self.writing = self._sql.writing

    def close(self) -> None:
        """Closes the connection."""
        self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ looking

    def holdings(self) -> Holdings:
        """How much personal and biometric data there is."""
        return count(self._sql)

    def rejected_before(self, day: datetime) -> Rejected:
        """What was rejected before a time and still is."""
        rows = self._sql.rows(
            "SELECT id, at FROM (SELECT s.id, (SELECT d.decided_at FROM decisions d WHERE d.submission_id ="
            " s.id AND d.action IN ('decide', 'undo', 'redo') ORDER BY d.id DESC LIMIT 1) AS at"
            " FROM submissions s WHERE s.verdict = 'rejected') WHERE at < ? ORDER BY at",
            (day.isoformat(timespec="microseconds"),),
        )
        if not rows:
            return Rejected((), None, None)
        ids = tuple(sorted(SubmissionId(row["id"]) for row in rows))
        return Rejected(ids, moment(rows[0]["at"]), moment(rows[-1]["at"]))

    def senders(self) -> tuple[tuple[str, int], ...]:
        """Everybody who sent something under a name, with how often; by name."""
        rows = self._sql.rows("SELECT sender, count(*) FROM arrivals WHERE sender <> '' GROUP BY sender")
        return tuple(sorted(((row[0], row[1]) for row in rows), key=lambda one: (folded(one[0]), one[0])))

    def politicians(self) -> tuple[tuple[PoliticianId, str], ...]:
        """Everybody whose name is there, also those who were taken out of the index; by surname."""
        rows = self._sql.rows("SELECT * FROM politicians ORDER BY sort_key, id")
        return tuple(
            (
                PoliticianId(row["id"]),
                f"{row['given_name']} {row['surname']}".strip()
                + (f", {row['country']}" if row["country"] else ""),
            )
            for row in rows
        )

    def sent_by(self, name: str) -> Sent:
        """What somebody sent; case, accents and blanks make no difference."""
        wanted = plain(name)
        spellings = tuple(one for one, _ in self.senders() if plain(one) == wanted) if wanted else ()
        rows = self._sql.rows(
            f"SELECT submission_id, count(*) AS theirs, (SELECT count(*) FROM arrivals b WHERE"
            f" b.submission_id = a.submission_id) AS every FROM arrivals a WHERE sender IN {_THESE}"
            " GROUP BY submission_id ORDER BY submission_id",
            (json.dumps(spellings),),
        )
        return Sent(
            spellings,
            tuple(SubmissionId(row[0]) for row in rows if row["theirs"] == row["every"]),
            tuple(SubmissionId(row[0]) for row in rows if row["theirs"] < row["every"]),
            sum(row["theirs"] for row in rows),
        )

    def person(self, politician_id: PoliticianId) -> Person:
        """What is held of a politician."""
        names = self._name_of(politician_id)
        value = self._sql.value
        return Person(
            value("SELECT count(*) FROM reference_portraits WHERE politician_id = ?", (politician_id,)),
            value(
                "SELECT count(*) FROM portrait_analyses a WHERE a.vector IS NOT NULL AND a.digest IN"
                " (SELECT digest FROM reference_portraits WHERE politician_id = ?)",
                (politician_id,),
            ),
            value("SELECT count(*) FROM matches WHERE politician_id = ?", (politician_id,)),
            tuple(
                SubmissionId(row[0])
                for row in self._sql.rows("SELECT id FROM submissions WHERE claimed_id = ?", (politician_id,))
            ),
            value("SELECT count(*) FROM submissions WHERE claim_given_name = ? AND claim_surname = ?", names),
        )

    def weight(self, submission_ids: Collection[SubmissionId]) -> int:
        """Bytes of the originals of submissions."""
        return int(
            self._sql.value(
                f"SELECT coalesce(sum(size), 0) FROM submissions WHERE id IN {_THESE}",
                (json.dumps(list(submission_ids)),),
            )
        )

    def promoted(self, submission_ids: Collection[SubmissionId]) -> int:
        """How many reference portraits came from submissions."""
        return int(
            self._sql.value(
                f"SELECT count(*) FROM reference_portraits WHERE submission_id IN {_THESE}",
                (json.dumps(list(submission_ids)),),
            )
        )

    def exports_with(self, submission_ids: Collection[SubmissionId]) -> tuple[tuple[str, int], ...]:
        """Folders whose newest export holds some of the submissions, with how many."""
        rows = self._sql.rows(
            "SELECT e.folder, count(*) FROM exported_submissions x JOIN exports e ON e.id = x.export_id"
            f" WHERE x.submission_id IN {_THESE}"
            " AND e.id = (SELECT max(f.id) FROM exports f WHERE f.folder = e.folder)"
            " GROUP BY e.folder ORDER BY e.folder",
            (json.dumps(list(submission_ids)),),
        )
        return tuple((row[0], row[1]) for row in rows)

    def exports_naming(self, politician_id: PoliticianId) -> tuple[str, ...]:
        """Folders whose newest export was made while somebody was in the index, whom it names therefore."""
        rows = self._sql.rows(
            "SELECT e.folder FROM exports e JOIN politicians p ON p.id = ? WHERE e.exported_at >= p.added_at"
            " AND (p.removed_at IS NULL OR e.exported_at < p.removed_at)"
            " AND e.id = (SELECT max(f.id) FROM exports f WHERE f.folder = e.folder) ORDER BY e.folder",
            (politician_id,),
        )
        return tuple(row[0] for row in rows)

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
            for row in self._sql.rows(f"SELECT id FROM submissions WHERE id IN {_THESE}", ids)
        )
        touched = frozenset(
            PoliticianId(row[0])
            for row in self._sql.rows(
                f"SELECT DISTINCT politician_id FROM reference_portraits WHERE submission_id IN {_THESE}", ids
            )
        )
        self._sql.write(
            f"INSERT OR IGNORE INTO leaving SELECT digest FROM submissions WHERE id IN {_THESE}", ids
        )
        self._forget_words(ids)
        self._sql.write(f"DELETE FROM reference_portraits WHERE submission_id IN {_THESE}", ids)
        self._forget_analyses()
        self._sql.write(f"DELETE FROM submissions WHERE id IN {_THESE}", ids)
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
        given, surname = self._name_of(politician_id)
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

    @property
    def unfinished(self) -> bool:
        """Whether erased rows may still be readable somewhere: in free pages, files or backups."""
        return bool(self._sql.value("SELECT 1 FROM facts WHERE name = ?", (UNFINISHED,)))

    @property
    def erased_at(self) -> str:
        """When something was erased last; empty when nothing ever was."""
        return self._sql.value("SELECT value FROM facts WHERE name = ?", (ERASED_AT,)) or ""

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
        row = self._sql.row("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and row[0] == 0

    def note_finished(self) -> None:
        """Notes that nothing erased is left, inside :meth:`writing`."""
        self._sql.write("DELETE FROM facts WHERE name = ?", (UNFINISHED,))

    # ------------------------------------------------------------ inside

    def _note_unfinished(self) -> None:
        now, last = self._sql.now(), self.erased_at
        if now <= last:
            # Later than the last time, whatever the clock says: copies are told apart by it.
            now = (moment(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
        facts = ((UNFINISHED, "yes"), (ERASED_AT, now))
        self._sql.write_many("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", facts)

    def _name_of(self, politician_id: PoliticianId) -> tuple[str, str]:
        row = self._sql.row("SELECT given_name, surname FROM politicians WHERE id = ?", (politician_id,))
        return ("", "") if row is None else (row["given_name"], row["surname"])

    def _forget_words(self, ids: tuple[str]) -> None:
        """Erases notes and words beside the log, of the log's rows about submissions."""
        about = f"decision_id IN (SELECT id FROM decisions WHERE submission_id IN {_THESE})"
        for table in ("decision_notes", "edited_notes", "decision_words"):
            self._sql.write(f"DELETE FROM {table} WHERE {about}", ids)

    def _forget_analyses(self) -> None:
        self._sql.write(
            "DELETE FROM portrait_analyses WHERE digest NOT IN (SELECT digest FROM reference_portraits)"
        )

    def _unlike(self, ids: tuple[str]) -> None:
        """Takes away the links of others to what was erased."""
        self._sql.write(
            "UPDATE submissions SET duplicate_of = NULL, duplicate_bits = NULL, duplicate_mirrored = NULL,"
            " duplicate_same_faces = NULL, assessed_with = CASE WHEN assessed_with IS NULL THEN NULL ELSE ''"
            f" END WHERE duplicate_of IN {_THESE}",
            ids,
        )

    def _leave(self, submission_id: SubmissionId, spellings: Sequence[str]) -> None:
        """Takes a sender's part out of a submission that others sent too."""
        theirs = self._sql.rows(
            f"SELECT * FROM arrivals WHERE submission_id = ? AND sender IN {_THESE}",
            (submission_id, json.dumps(spellings)),
        )
        self._sql.write_many("DELETE FROM arrivals WHERE id = ?", [(row["id"],) for row in theirs])
        self._forget_words((json.dumps([submission_id]),))
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


def plain(name: str) -> str:
    """A name as it is compared: case, accents and blanks make no difference."""
    return " ".join(folded(name).split())


def _mentions(name: str) -> Callable[[str], bool]:
    """Tells texts that hold a name as words of its own: "al" is not in "also"."""
    wanted = re.compile(rf"(?<!\w){re.escape(folded(name))}(?!\w)")
    return lambda text: bool(folded(name)) and wanted.search(folded(text)) is not None
