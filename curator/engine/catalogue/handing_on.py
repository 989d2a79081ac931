"""Hands on what a database gave out and published to the copy that is about to take its place."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue.catalogue import EXPORT_SECRET
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.failures import sorted_errors

_SAME = "exported_at, folder, manifest_digest, decisions_head"
"""What tells an export from all others in each copy of a catalogue."""


@dataclass(frozen=True, slots=True)
class NotedExport:
    """An export as a database noted it.

    Attributes:
        told: when, where, its manifest and the head of the log, in the order of ``_SAME``.
        curator: who wrote it.
        published: number, digest and fingerprint of each submission.
    """

    told: tuple[str, ...]
    curator: str
    published: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class GivenOut:
    """What others may know of a database.

    Attributes:
        numbers: the highest that was given to a row, by table. Not of the log, whose rows a copy numbers
            anew: a count that runs ahead of them is how a log that was cut is known.
        secret: that marks of published pictures are made with; empty for none.
        exports: that the copy does not know of, oldest first.
    """

    numbers: tuple[tuple[str, int], ...] = ()
    secret: str = ""
    exports: tuple[NotedExport, ...] = ()


def given_out(database: Path, *, unknown_to: Path) -> GivenOut:
    """What others may know of a database and a copy does not.

    Args:
        database: that is about to be replaced.
        unknown_to: the copy.

    Raises:
        CatalogueError: one of them is not there, damaged, or no catalogue.
    """
    with (
        sorted_errors(database),
        closing(Connection(database, read_only=True)) as sql,
        closing(Connection(unknown_to, read_only=True)) as copy,
    ):
        known = {tuple(row) for row in copy.rows(f"SELECT {_SAME} FROM exports")}
        exports = []
        for row in sql.rows(
            f"SELECT e.id, c.name, {_SAME} FROM exports e JOIN curators c ON c.id = e.curator_id"
            " ORDER BY e.id"
        ):
            number, curator, *told = row
            if tuple(told) not in known:
                published = sql.rows(
                    "SELECT submission_id, digest, fingerprint FROM exported_submissions WHERE export_id = ?",
                    (number,),
                )
                exports.append(
                    NotedExport(tuple(told), curator, tuple((one[0], one[1], one[2]) for one in published))
                )
        numbers = sql.rows(
            "SELECT name, seq FROM sqlite_sequence WHERE name <> 'decisions' AND typeof(seq) = 'integer'"
        )
        secret = sql.value("SELECT value FROM facts WHERE name = ?", (EXPORT_SECRET,)) or ""
        return GivenOut(tuple((row[0], row[1]) for row in numbers), secret, tuple(exports))


def hand_on(told: GivenOut, *, to: Path) -> None:
    """Has a copy go on where the database was that it takes the place of.

    Numbers that were given out are not given again: links would lead to other pictures. Erasures name the
    folders of all exports. What is published in the same way keeps its marks.

    Args:
        told: by the database that is about to be replaced.
        to: the copy.

    Raises:
        CatalogueError: the copy could not be read or written.
    """
    with sorted_errors(to), suppress(sqlite3.IntegrityError), closing(Connection(to)) as copy:
        # What a damaged database tells may make no sense. The copy is then as it was, and takes its place.
        _write(told, copy)


# ---------------------------------------------------------------- inside


def _write(told: GivenOut, copy: Connection) -> None:
    with copy.writing():
        for name, number in told.numbers:
            copy.write("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name))
            copy.write(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ?"
                " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
                (name, number, name),
            )
        if told.secret:
            copy.write(
                "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (EXPORT_SECRET, told.secret)
            )
        for export in told.exports:
            copy.write("INSERT OR IGNORE INTO curators (name) VALUES (?)", (export.curator,))
            number = copy.write(
                f"INSERT INTO exports ({_SAME}, curator_id)"
                " SELECT ?, ?, ?, ?, id FROM curators WHERE name = ?",
                (*export.told, export.curator),
            )
            copy.write_many(
                "INSERT INTO exported_submissions (export_id, submission_id, digest, fingerprint)"
                " VALUES (?, ?, ?, ?)",
                [(number, *one) for one in export.published],
            )
