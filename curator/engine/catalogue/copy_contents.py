"""Tells what a copy of a catalogue's database holds, and what it lacks beside another."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curator.engine.catalogue import schema
from curator.engine.catalogue.catalogue import Catalogue
from curator.engine.catalogue.database import Connection, moment
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.errors import CatalogueDamaged, CatalogueNewer
from curator.engine.records import Digest
from curator.engine.said import said


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds.

    Attributes:
        catalogue_id: what tells its catalogue from all others.
        submissions: how many there are.
        decisions: rows of the decision log.
        politicians: that are in the index.
        portraits: reference portraits.
        head: of the decision chain; whatever was decided shows in it.
        decided_at: when the newest row of the log was written; None without any.
    """

    catalogue_id: str
    submissions: int
    decisions: int
    politicians: int
    portraits: int
    head: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Missing:
    """What one database has that another lacks.

    Attributes:
        submissions: pictures that the other does not know.
        decisions: rows of the log that the other does not have, or has otherwise.
        politicians: likewise.
        portraits: reference portraits, likewise.
    """

    submissions: int = 0
    decisions: int = 0
    politicians: int = 0
    portraits: int = 0


def contents_of(database: Path) -> Contents:
    """Counts what a database holds; milliseconds.

    Raises:
        CatalogueError: it is not there, damaged, no catalogue, or of a newer Curator.
    """
    with _opened(database) as sql:
        newest = sql.row("SELECT chain, decided_at FROM decisions ORDER BY id DESC LIMIT 1")
        return Contents(
            catalogue_id=sql.value("SELECT value FROM facts WHERE name = 'catalogue_id'") or "",
            submissions=sql.value("SELECT count(*) FROM submissions"),
            decisions=sql.value("SELECT count(*) FROM decisions"),
            politicians=sql.value("SELECT count(*) FROM politicians WHERE removed_at IS NULL"),
            portraits=sql.value("SELECT count(*) FROM reference_portraits"),
            head="" if newest is None else newest["chain"],
            decided_at=None if newest is None else moment(newest["decided_at"]),
        )


def complaints_of(database: Path, *, mendable: bool = True) -> tuple[str, ...]:
    """What is wrong with a database, its decision chain included, in words; seconds for a large one.

    Args:
        database: that is looked through.
        mendable: tell also what a repair does away with.

    Raises:
        CatalogueError: it is not there, no catalogue, or of a newer Curator.
    """
    with _opened(database) as sql:
        if not schema.shipped_names() <= schema.applied_names(sql):
            # Of a shape that this Curator only knows how to bring up to date.
            rows = sql.rows("PRAGMA integrity_check")
            return tuple(
                said("The database is damaged: {what}.", what=row[0]) for row in rows if row[0] != "ok"
            )
        catalogue = Catalogue(database.parent, sql, None)
        if mendable:
            return catalogue.complaints()
        return (*catalogue.mending.look().beyond, *catalogue.forged())


def missing_in(database: Path, *, of: Path) -> Missing:
    """What a database lacks of what another one has.

    Args:
        database: that may lack something.
        of: that may have more.

    Raises:
        CatalogueError: one of them cannot be read.
    """
    with _opened(of) as sql, _opened(database):
        sql.rows("ATTACH ? AS other", (f"{database.absolute().as_uri()}?mode=ro",))
        return Missing(
            submissions=sql.value(
                "SELECT count(*) FROM submissions WHERE digest NOT IN (SELECT digest FROM other.submissions)"
            ),
            decisions=sql.value(
                "SELECT count(*) FROM decisions d WHERE NOT EXISTS"
                " (SELECT 1 FROM other.decisions o WHERE o.id = d.id AND o.chain = d.chain)"
            ),
            politicians=sql.value(
                "SELECT count(*) FROM politicians p WHERE p.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM"
                " other.politicians o WHERE o.removed_at IS NULL AND o.name_key = p.name_key"
                " AND o.country = p.country)"
            ),
            portraits=sql.value(
                "SELECT count(*) FROM (SELECT DISTINCT digest FROM reference_portraits"
                " EXCEPT SELECT digest FROM other.reference_portraits)"
            ),
        )


def digests_of(database: Path) -> frozenset[Digest]:
    """The originals that a database refers to.

    Raises:
        CatalogueError: it cannot be read.
    """
    with _opened(database) as sql:
        rows = sql.rows("SELECT digest FROM submissions UNION SELECT digest FROM reference_portraits")
        return frozenset(Digest(row[0]) for row in rows)


@contextlib.contextmanager
def _opened(database: Path) -> Iterator[Connection]:
    """A reading connection to a catalogue's database or a copy of one."""
    with sorted_errors(database), contextlib.closing(Connection(database, read_only=True)) as sql:
        applied = schema.applied_names(sql)
        if not applied or not {"facts", "submissions", "decisions"} <= sql.tables():
            raise CatalogueDamaged(
                said("{file} is no copy of a catalogue.", file=database),
                advice=said("Choose another backup."),
            )
        if not applied <= schema.shipped_names():
            raise CatalogueNewer(
                said("{file} was written by a newer Curator.", file=database),
                advice=said("Install the newest Curator to use it. Nothing was changed."),
            )
        yield sql
