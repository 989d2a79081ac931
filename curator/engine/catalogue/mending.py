"""Finds and makes anew what the catalogue only computes: indexes, triggers, counts, words to search by."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue import schema, search_index
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.decisions import DecisionLog
from curator.engine.catalogue.facets import count_anew, miscounted
from curator.engine.catalogue.search_index import WORDS
from curator.engine.errors import CatalogueDamaged
from curator.engine.said import Said, said, said_of
from curator.engine.text import clean_line

PROTECTION = {
    "decisions_only_grow",
    "decisions_never_change",
    "decisions_never_go",
    "decisions_take_force",
    "decisions_count_in_steps",
}
"""The triggers that the decision log rests on."""

_FILE_NAME = "catalogue.db"
_OF_INDEXES = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index")
# Not the table of the library's own.
_SHAPE = (
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT GLOB 'sqlite_*' AND NOT (name GLOB '_sqlite_*' AND type IN ('table', 'index'))"
)
_WHOLE_SHAPE = "SELECT type, name, tbl_name, sql FROM sqlite_master"
_SQLITES_OWN = ("sqlite_sequence", "sqlite_stat", "sqlite_autoindex_")
_KINDS: Mapping[str, Said] = {"index": said("index"), "trigger": said("trigger"), "view": said("view")}
_EVERY_KIND: Mapping[str, Said] = {**_KINDS, "table": said("table")}
_LONGEST_NAME = 80

VERDICTS_DIFFER = (
    "SELECT count(*) FROM submissions s LEFT JOIN verdicts v ON v.submission_id = s.id"
    " WHERE s.verdict <> coalesce(v.verdict, 'undecided') OR s.reason IS NOT v.reason"
    " OR s.decided_by IS NOT CASE s.verdict WHEN 'undecided' THEN NULL"
    f" ELSE {schema.given_by('s.id')} END"
)
"""How many submissions have another verdict than the log gives them."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a database, in words.

    Attributes:
        beyond: what only a backup can mend: damaged pages, rows that refer to nothing, altered tables.
        mendable: what :meth:`Mending.mend` makes anew.
    """

    beyond: tuple[str, ...]
    mendable: tuple[str, ...]


class Mending:
    """What can be computed anew from the rest of the catalogue; decisions are only read."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self._fresh: tuple[tuple[str, str, str], ...] = ()

    # ------------------------------------------------------------ looking

    def look(self) -> Looked:
        """Reads the whole database: some seconds for a large one."""
        integrity = self._integrity()
        beyond = (
            *self._pages(integrity),
            *(
                said(
                    "A row of the table {table} refers to a missing row of {other}.",
                    table=row[0],
                    other=row[2],
                )
                for row in self._sql.rows("PRAGMA foreign_key_check")
            ),
            *self._tables(),
        )
        mendable = (
            *self._shape(),
            *self._indexes(integrity),
            *self._verdicts(),
            *self._counts(),
            *self._words(),
        )
        return Looked(beyond, mendable)

    def foreign(self) -> Iterator[str]:
        """What of the schema is not as Curator makes it, more or less: stricter than :meth:`look`.

        For a database that others may have written: only the list of what there is gets read, so that
        no view, trigger or virtual table of theirs is run.
        """
        wanted = {(kind, name): sql for kind in _EVERY_KIND for name, sql in self._wanted(kind).items()}
        for kind, name, table, sql in map(tuple, self._sql.rows(_WHOLE_SHAPE)):
            plain = kind in ("table", "index") and not str(sql or "").upper().startswith("CREATE VIRTUAL")
            own = plain and (name.startswith(_SQLITES_OWN) or table == schema.MIGRATIONS_TABLE)
            known = wanted.pop((kind, name), None)
            # SQLite itself makes the tables behind the words, each version in its way.
            shadow = plain and known is not None and name not in WORDS and name.startswith(WORDS)
            if own or shadow or known == sql:
                continue
            shown = clean_line(name, limit=_LONGEST_NAME)
            if known is None:
                yield said("The {kind} {name} is not one of Curator's.", kind=_EVERY_KIND[kind], name=shown)
            else:
                yield said(
                    "The {kind} {name} is not as Curator makes it.", kind=_EVERY_KIND[kind], name=shown
                )
        for kind, name in wanted:
            yield said("The {kind} {name} is missing.", kind=_EVERY_KIND[kind], name=name)

    def migrations(self) -> frozenset[str]:
        """The names of the migrations that made the schema, if their table is one."""
        if schema.MIGRATIONS_TABLE not in self._sql.tables():
            return frozenset()
        return frozenset(str(row[0]) for row in self._sql.rows(f"SELECT name FROM {schema.MIGRATIONS_TABLE}"))

    # ------------------------------------------------------------ mending

    def mend(self) -> Iterator[str]:
        """Makes anew what :meth:`look` finds mendable, each part in a transaction of its own.

        Yields:
            What was done, in words, after it is on the disk.

        Raises:
            CatalogueDamaged: there is something that only a backup can mend; nothing was changed.
            CatalogueError: it could not be written; what was told is done.
        """
        integrity = self._integrity()
        for wrong in (*self._pages(integrity), *self._tables()):
            raise CatalogueDamaged(wrong, advice=said("Restore a backup. Nothing was changed."))
        if any(self._shape()):
            with self._sql.writing():
                names = self._mend_shape()
            yield said("Made anew as Curator makes it: {names}.", names=", ".join(names))
        if any(self._indexes(integrity)):
            with self._sql.writing():
                self._sql.write("REINDEX")
            yield said("Made all indexes of the database anew.")
        # Only from a log that can be believed.
        if any(self._verdicts()) and DecisionLog(self._sql).broken_link() is None:
            with self._sql.writing():
                self._mend_verdicts()
            yield said("Took the verdicts of submissions from the decision log again.")
        if any(self._counts()):
            with self._sql.writing():
                self._mend_counts()
            yield said("Counted anew: the numbers beside the filters, and what undo takes back.")
        if any(self._words()):
            wanted = self._wanted("table")
            with self._sql.writing():
                for name in WORDS:
                    search_index.fill_anew(self._sql, name, made_by=wanted[name])
            yield said("Made the words anew that searching finds.")

    # ------------------------------------------------------------ one thing each

    def _integrity(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._sql.rows("PRAGMA integrity_check") if row[0] != "ok")

    def _pages(self, integrity: Iterable[str]) -> Iterator[str]:
        for one in integrity:
            if not _OF_INDEXES.match(one):
                yield said("The database is damaged: {what}.", what=one)

    def _tables(self) -> Iterator[str]:
        present = self._present("table")
        for name, sql in self._wanted("table").items():
            if present.get(name) != sql and name not in schema.COUNTED and not name.startswith(WORDS):
                yield said("The table {name} is not as Curator makes it.", name=name)

    def _shape(self) -> Iterator[str]:
        missing = {*self._missing("trigger")}
        if protection := sorted(missing & PROTECTION):
            yield said("The protection of the decision log is missing: {names}.", names=", ".join(protection))
        for kind, word in _KINDS.items():
            wanted, present = self._wanted(kind), self._present(kind)
            for name, sql in wanted.items():
                if name not in present and name not in PROTECTION:
                    yield said("The {kind} {name} is missing.", kind=word, name=name)
                elif name in present and present[name] != sql:
                    yield said("The {kind} {name} is not as Curator makes it.", kind=word, name=name)
            for name in present.keys() - wanted.keys():
                if kind == "trigger":
                    yield said("The trigger {name} is not one of Curator's.", name=name)
        present = self._present("table")
        for name in schema.COUNTED:
            if present.get(name) != self._wanted("table")[name]:
                yield said("The table {name} is not as Curator makes it.", name=name)

    def _indexes(self, integrity: Iterable[str]) -> Iterator[str]:
        for one in integrity:
            if _OF_INDEXES.match(one):
                yield said("An index of the database is damaged: {what}.", what=one)

    def _counts(self) -> Iterator[str]:
        if not {*schema.COUNTED} <= self._present("table").keys():
            return
        if steps := DecisionLog(self._sql).miscounted_steps():
            yield said(
                "What undo would take back differs from the decision log, first at step {step}.",
                step=steps[0],
            )
        if miscounted(self._sql):
            yield said("The numbers beside the filters differ from the submissions.")

    def _verdicts(self) -> Iterator[str]:
        if "verdicts" in self._present("view") and (different := self._sql.value(VERDICTS_DIFFER)):
            yield said_of(
                different,
                "The verdict of {n} submission differs from the decision log.",
                "The verdict of {n} submissions differs from the decision log.",
            )

    def _words(self) -> Iterator[str]:
        if any(search_index.is_wrong(self._sql, name) for name in WORDS):
            yield said("The words that searching finds differ from what they were taken from.")

    def _mend_shape(self) -> list[str]:
        names = set()
        # Triggers first: nothing of what follows shall run one that somebody else wrote.
        for kind in ("trigger", "view", "table", "index"):
            wanted = self._wanted(kind)
            for name, sql in self._present(kind).items():
                foreign = kind == "trigger" and name not in wanted
                altered = (
                    name in wanted and sql != wanted[name] and (kind != "table" or name in schema.COUNTED)
                )
                if foreign or altered:
                    self._sql.write(f"DROP {kind.upper()} {_quoted(name)}")
                    names.add(name)
        for kind in ("table", "index", "view", "trigger"):
            present = self._present(kind)
            for name, sql in self._wanted(kind).items():
                if name not in present and (kind != "table" or name in schema.COUNTED):
                    self._sql.write(sql)
                    names.add(name)
        return sorted(names)

    def _mend_counts(self) -> None:
        self._sql.write("DELETE FROM steps")
        self._sql.write(
            "INSERT INTO steps SELECT d.step, max(d.action = 'undo'),"
            " sum(NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
            " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id)))"
            " FROM decisions d WHERE d.action <> 'redo' GROUP BY d.step"
        )
        count_anew(self._sql)

    def _mend_verdicts(self) -> None:
        self._sql.write(
            "UPDATE submissions AS s SET (verdict, reason, decided_by) = (SELECT"
            " coalesce(max(v.verdict), 'undecided'), max(v.reason),"
            " CASE coalesce(max(v.verdict), 'undecided') WHEN 'undecided' THEN NULL"
            f" ELSE {schema.given_by('s.id')} END FROM verdicts v WHERE v.submission_id = s.id)"
        )

    def _missing(self, kind: str) -> set[str]:
        return self._wanted(kind).keys() - self._present(kind).keys()

    def _present(self, kind: str) -> dict[str, str]:
        return {name: sql for one, name, sql in map(tuple, self._sql.rows(_SHAPE)) if one == kind}

    def _wanted(self, kind: str) -> dict[str, str]:
        """What a new catalogue has, as SQLite keeps it."""
        if not self._fresh:
            # Imported here: nobody who only opens a catalogue waits for it.
            from sqlite_utils import Database

            # Made once: it takes longer than all that is compared with it.
            fresh = Database(memory=True, execute_plugins=False, strict=True)
            schema.migrations().apply(fresh)
            self._fresh = tuple(tuple(row) for row in fresh.execute(_SHAPE).fetchall())
            fresh.close()
        return {name: sql for one, name, sql in self._fresh if one == kind}


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def mend(folder: Path) -> Iterator[str]:
    """Mends the catalogue of a folder with a connection of its own, also while this program has it open.

    For any thread; whoever writes at the same time waits some seconds at most. The caller sees to it
    that no other program has the catalogue open. See :meth:`Mending.mend`.
    """
    with closing(Connection(folder / _FILE_NAME)) as connection:
        connection.make_durable()
        yield from Mending(connection).mend()
