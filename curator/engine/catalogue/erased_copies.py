"""Tells whether a copy of a database is from before an erasure, and hands an unfinished one over to it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.catalogue.leaving import LeavingTable
from curator.engine.errors import CatalogueDamaged
from curator.engine.records import Digest
from curator.engine.said import said

UNFINISHED = "erasing_unfinished"
"""The fact that erased rows may still be readable in the file or in backups."""

ERASED_AT = "erased_at"
"""The fact when something was erased last."""


@dataclass(frozen=True, slots=True)
class Erasures:
    """What a database tells of what was erased from it.

    Attributes:
        at: when something was erased last, in UTC as the catalogue writes times, so that two can be
            compared as texts; empty when nothing ever was.
        unfinished: what was erased may still be readable in its free pages.
        leaving: pictures whose files were still to be deleted.
    """

    at: str = ""
    unfinished: bool = False
    leaving: tuple[Digest, ...] = ()


def erasures_of(database: Path) -> Erasures:
    """What a database tells of what was erased from it; milliseconds.

    Raises:
        CatalogueError: it is not there, damaged, or no catalogue.
    """
    with _opened(database) as sql:
        rows = sql.rows("SELECT name, value FROM facts WHERE name IN (?, ?)", (UNFINISHED, ERASED_AT))
        facts = {str(row["name"]): str(row["value"]) for row in rows}
        leaving: tuple[Digest, ...] = ()
        with suppress(CatalogueDamaged):
            # In a damaged file these may be lost, which must not hide the rest.
            leaving = LeavingTable(sql).some()
    return Erasures(facts.get(ERASED_AT, ""), UNFINISHED in facts, leaving)


def senders_in(database: Path) -> frozenset[str]:
    """The names of all who sent something, as they stand in a database.

    Raises:
        CatalogueError: it is not there, damaged, or no catalogue.
    """
    with _opened(database) as sql:
        return frozenset(row[0] for row in sql.rows("SELECT DISTINCT sender FROM arrivals"))


def hand_over(told: Erasures, *, to: Path) -> None:
    """Has an erasure that is unfinished in one database be finished in the copy that takes its place.

    Args:
        told: by the database that is about to be replaced.
        to: the copy; files that were to be deleted are deleted later, unless it uses them.

    Raises:
        CatalogueError: the copy could not be read or written.
    """
    facts = [(ERASED_AT, told.at)] if told.at > erasures_of(to).at else []
    if told.unfinished:
        facts.append((UNFINISHED, "yes"))
    leaving = [(one,) for one in told.leaving]
    if not facts and not leaving:
        return
    with closing(Connection(to)) as copy, copy.writing():
        copy.write_many("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", facts)
        copy.write_many("INSERT OR IGNORE INTO leaving (digest) VALUES (?)", leaving)


def note_finished_in(copy: Path) -> None:
    """Notes in a copy of a database written anew that nothing erased is left.

    Restored, it would otherwise have everything erased again that was kept since, backups above all.

    Raises:
        CatalogueError: it could not be written.
    """
    with closing(Connection(copy)) as sql, sql.writing():
        sql.write("DELETE FROM facts WHERE name = ?", (UNFINISHED,))


@contextmanager
def _opened(database: Path) -> Iterator[Connection]:
    with sorted_errors(database), closing(Connection(database, read_only=True)) as sql:
        if not {"facts", "arrivals", "leaving"} <= sql.tables():
            raise CatalogueDamaged(
                said("{file} is no copy of a catalogue.", file=database),
                advice=said("Choose another backup."),
            )
        yield sql
