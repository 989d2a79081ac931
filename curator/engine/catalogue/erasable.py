"""Says what is held of people, and what goes with it when it is erased; changes nothing."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curator.engine.catalogue.catalogue import open_read_only
from curator.engine.catalogue.database import THESE, Connection, moment
from curator.engine.catalogue.erased_copies import ERASED_AT, UNFINISHED
from curator.engine.catalogue.holdings import Holdings, count
from curator.engine.catalogue.words import folded
from curator.engine.records import PoliticianId, SubmissionId


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


@contextmanager
def erasable_in(folder: Path) -> Iterator["Erasable"]:
    """What there is to erase in the catalogue of a folder, through a connection that can only read.

    Raises:
        CatalogueError: it cannot be opened.
    """
    connection = open_read_only(folder)
    try:
        yield Erasable(connection)
    finally:
        connection.close()


class Erasable:
    """Questions about what an ``Eraser`` can erase, and about what it has not finished."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

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
            f" b.submission_id = a.submission_id) AS every FROM arrivals a WHERE sender IN {THESE}"
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
        names = self.name_of(politician_id)
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
                f"SELECT coalesce(sum(size), 0) FROM submissions WHERE id IN {THESE}",
                (json.dumps(list(submission_ids)),),
            )
        )

    def promoted(self, submission_ids: Collection[SubmissionId]) -> int:
        """How many reference portraits came from submissions."""
        return int(
            self._sql.value(
                f"SELECT count(*) FROM reference_portraits WHERE submission_id IN {THESE}",
                (json.dumps(list(submission_ids)),),
            )
        )

    def exports_with(self, submission_ids: Collection[SubmissionId]) -> tuple[tuple[str, int], ...]:
        """Folders whose newest export holds some of the submissions, with how many."""
        rows = self._sql.rows(
            "SELECT e.folder, count(*) FROM exported_submissions x JOIN exports e ON e.id = x.export_id"
            f" WHERE x.submission_id IN {THESE}"
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

    @property
    def unfinished(self) -> bool:
        """Whether erased rows may still be readable somewhere: in free pages, files or backups."""
        return bool(self._sql.value("SELECT 1 FROM facts WHERE name = ?", (UNFINISHED,)))

    @property
    def erased_at(self) -> str:
        """When something was erased last; empty when nothing ever was."""
        return self._sql.value("SELECT value FROM facts WHERE name = ?", (ERASED_AT,)) or ""

    def name_of(self, politician_id: PoliticianId) -> tuple[str, str]:
        """Given name and surname; empty where there is no such politician."""
        row = self._sql.row("SELECT given_name, surname FROM politicians WHERE id = ?", (politician_id,))
        return ("", "") if row is None else (row["given_name"], row["surname"])


def plain(name: str) -> str:
    """A name as it is compared: case, accents and blanks make no difference."""
    return " ".join(folded(name).split())
