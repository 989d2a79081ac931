"""A catalogue: one folder with ``catalogue.db`` and ``media/``, opened by one Curator at a time."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Self
from uuid import uuid4

from filelock import FileLock

from curator import __version__
from curator.engine.catalogue import schema
from curator.engine.catalogue.assessments import AssessmentTable
from curator.engine.catalogue.copying import copy_database
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.decisions import DecisionLog
from curator.engine.catalogue.elsewhere import ElsewhereTable
from curator.engine.catalogue.faces import FaceTable
from curator.engine.catalogue.facets import coverage
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.catalogue.fetched import FetchedTable
from curator.engine.catalogue.journals import Journals
from curator.engine.catalogue.leaving import LeavingTable
from curator.engine.catalogue.lists import Standing
from curator.engine.catalogue.locking import LOCK_NAME, lock_folder
from curator.engine.catalogue.mending import Mending
from curator.engine.catalogue.own_side import OwnSide
from curator.engine.catalogue.politicians import PoliticianTable
from curator.engine.catalogue.report_rows import ReportRows
from curator.engine.catalogue.saved_filters import SavedFilters
from curator.engine.catalogue.submissions import SubmissionTable
from curator.engine.errors import (
    CatalogueDamaged,
    CatalogueError,
    CatalogueNewer,
    CuratorError,
    RefusedChange,
)
from curator.engine.lasting import sync_folder
from curator.engine.litter import is_litter
from curator.engine.records import PoliticianId
from curator.engine.said import said, said_of

FILE_NAME = "catalogue.db"
EXPORT_SECRET = "export_secret"
"""The fact of random digits that marks of published pictures are made with; it is never published."""
_BACKUPS = "backups"
_MEDIA = "media"
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_MOST_LOG = 16_000
"""Pages of SQLite's log, 64 MB, from which a commit folds it in, whoever else may."""

Clock = Callable[[], datetime]


class Catalogue:
    """Everything Curator knows. Bound to the thread that opened it.

    Attributes:
        folder: holds ``catalogue.db`` and ``media/``.
        politicians: the index and its reference portraits.
        submissions: what was received.
        faces: the faces found in them.
        assessments: findings and advice.
        decisions: the append-only log.
        journals: loads and exports.
        fetched: what came from which server.
        saved_filters: that curators kept under a name.
        reports: rows of tables for people.
        mending: what can be computed anew.
        leaving: files that are still to be deleted.
        own_side: what a merge asks.
        elsewhere: what other copies decided otherwise.
    """

    def __init__(self, folder: Path, connection: Connection, lock: FileLock | None) -> None:
        """Use :meth:`create`, :meth:`open` or :meth:`read`."""
        self.folder = folder
        self._connection = connection
        self._lock = lock
        self.politicians = PoliticianTable(connection)
        self.submissions = SubmissionTable(connection)
        self.faces = FaceTable(connection)
        self.assessments = AssessmentTable(connection)
        self.decisions = DecisionLog(connection)
        self.journals = Journals(connection)
        self.fetched = FetchedTable(connection)
        self.saved_filters = SavedFilters(connection)
        self.reports = ReportRows(connection)
        self.mending = Mending(connection)
        self.leaving = LeavingTable(connection)
        self.own_side = OwnSide(connection)
        self.elsewhere = ElsewhereTable(connection)

    # ------------------------------------------------------------ opening

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether the folder holds a catalogue."""
        return (folder / FILE_NAME).is_file()

    @classmethod
    def create(cls, folder: Path, *, clock: Clock | None = None) -> Self:
        """Makes a new, empty catalogue in a new or empty folder and opens it.

        Raises:
            RefusedChange: there is something in the folder already.
            CatalogueError: the folder cannot be written to, or the disk is full.
        """
        with sorted_errors(folder):
            if folder.exists() and not folder.is_dir():
                raise RefusedChange(
                    said("{folder} is a file.", folder=folder), advice=said("Choose a folder.")
                )
            if cls.exists(folder):
                raise RefusedChange(
                    said("{folder} already holds a catalogue.", folder=folder),
                    advice=said("Open it instead."),
                )
            if not folder.exists():
                # Only a folder of our own is closed to others: an existing one may be shared on purpose.
                folder.mkdir(mode=0o700, parents=True)
                sync_folder(folder.parent)
            elif any(one.name != LOCK_NAME and not is_litter(one.name) for one in folder.iterdir()):
                _refuse_lost(folder)
                raise RefusedChange(
                    said("The folder {folder} is not empty.", folder=folder),
                    advice=said("Choose a new or an empty folder."),
                )
        return cls._open_locked(folder, clock=clock)

    @classmethod
    def open(cls, folder: Path, *, clock: Clock | None = None) -> Self:
        """Opens a catalogue for work, bringing an older one up to date after a backup.

        Raises:
            CatalogueBusy: another Curator has it open.
            CatalogueNewer: a newer Curator wrote it.
            CatalogueError: it is not there, damaged, or cannot be written to.
        """
        if not cls.exists(folder):
            _refuse_lost(folder)
            raise CatalogueError(
                said("There is no catalogue in {folder}.", folder=folder),
                advice=said("Choose another folder."),
            )
        return cls._open_locked(folder, clock=clock)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Opens a catalogue for reading only, also while another Curator works on it.

        Raises:
            CatalogueError: it is not there, damaged, newer, or must first be brought up to date.
        """
        return cls(folder, open_read_only(folder), None)

    @classmethod
    def beside(cls, folder: Path, *, clock: Clock | None = None) -> Self:
        """A second connection to a catalogue that this process has open: for a thread that writes to it.

        Raises:
            CatalogueError: it cannot be opened.
        """
        connection = Connection(folder / FILE_NAME, clock=clock)
        try:
            connection.make_durable()
        except BaseException:
            connection.close()
            raise
        return cls(folder, connection, None)

    @classmethod
    def _open_locked(cls, folder: Path, *, clock: Clock | None) -> Self:
        path = folder / FILE_NAME
        _refuse_old_sqlite()
        lock = lock_folder(folder)
        try:
            connection = Connection(path, clock=clock)
            try:
                _bring_up_to_date(connection, folder)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise
        return cls(folder, connection, lock)

    # ------------------------------------------------------------ work

    @property
    def path(self) -> Path:
        """Of the database."""
        return self.folder / FILE_NAME

    @property
    def media_folder(self) -> Path:
        """Where originals and previews lie."""
        return self.folder / _MEDIA

    @property
    def backups_folder(self) -> Path:
        """Where copies of the database lie."""
        return self.folder / _BACKUPS

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[None]:
        """One transaction: all of it is on disk afterwards, or none of it.

        Args:
            lasting: wait for the disk; False only for what is computed again if a power cut takes it back.

        Raises:
            CatalogueError: full disk, read-only folder, or another sorted failure.
        """
        with self._connection.writing(lasting=lasting):
            yield

    def give_way(self, refusal: Callable[[bool], CuratorError | None] | None) -> None:
        """Has what is written here give way to another thread of this program that writes for long.

        A transaction then waits 20 milliseconds at most instead of seconds, and is refused.

        Args:
            refusal: asked before each transaction with False, and with True when it would have to wait:
                the error that refuses it, or None. None instead of it ends this.
        """
        self._connection.give_way(refusal)

    def fact(self, name: str) -> str:
        """A fact about the catalogue itself, such as ``catalogue_id``; empty if unknown."""
        return self._connection.value("SELECT value FROM facts WHERE name = ?", (name,)) or ""

    def keep_fact(self, name: str, value: str) -> None:
        """Writes a fact about the catalogue itself, inside the open transaction; empty is unknown."""
        self._connection.write("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))

    def coverage_counts(self) -> dict[PoliticianId, Standing]:
        """How well each politician of the index is covered, nobody left out."""
        return coverage(self._connection)

    def pragmas(self) -> dict[str, str]:
        """The settings of SQLite that durability and erasing rest on, as SQLite tells them."""
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return {name: str(self._connection.value(f"PRAGMA {name}")) for name in names}

    @staticmethod
    def sqlite_version() -> str:
        """The version of SQLite that Python brings along."""
        return sqlite3.sqlite_version

    def complaints(self) -> tuple[str, ...]:
        """What SQLite, the foreign keys and the decision chain find wrong, in words; empty when sound."""
        looked = self.mending.look()
        return (*looked.beyond, *self.forged(), *looked.mendable)

    def forged(self) -> tuple[str, ...]:
        """What was changed in the decision log, its notes and what rests on them, in words."""
        found: list[str] = []
        broken = self.decisions.broken_link()
        if broken is not None:
            found.append(said("The decision log was changed from outside, first at row {row}.", row=broken))
        if cut := self.decisions.cut_rows():
            found.append(
                said_of(
                    cut,
                    "The last row of the decision log was taken away from outside.",
                    "The last {n} rows of the decision log were taken away from outside.",
                )
            )
        found += [
            said("The note of row {row} of the decision log was changed from outside.", row=one)
            for one in self.decisions.changed_notes()
        ]
        if wrong := self.politicians.wrongly_promoted():
            found.append(
                said(
                    "A reference portrait came from submission {number}, which is no such approved portrait.",
                    number=wrong[0],
                )
            )
        if odd := self.elsewhere.wrong():
            found.append(
                said(
                    "What another copy decided about submission {number} was changed from outside.",
                    number=odd[0],
                )
            )
        return tuple(found)

    def let_log_grow(self) -> None:
        """Has commits leave folding the log in to a ``Folding`` beside, unless that does not come to it."""
        self._connection.rows(f"PRAGMA wal_autocheckpoint = {_MOST_LOG}")

    def close(self) -> None:
        """Closes the catalogue and lets the next Curator have it."""
        try:
            self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_read_only(folder: Path) -> Connection:
    """A connection to a catalogue that cannot change it, also while another one works on it.

    Raises:
        CatalogueError: it is not there, damaged, newer, or must first be brought up to date.
    """
    if not (folder / FILE_NAME).is_file():
        raise CatalogueError(
            said("There is no catalogue in {folder}.", folder=folder), advice=said("Choose another folder.")
        )
    _refuse_old_sqlite()
    connection = Connection(folder / FILE_NAME, read_only=True)
    try:
        with sorted_errors(folder / FILE_NAME):
            _refuse_newer(connection, folder)
            if not schema.shipped_names() <= schema.applied_names(connection):
                raise CatalogueError(
                    said("The catalogue in {folder} is from an older Curator.", folder=folder),
                    advice=said("Open it once in the window, which brings it up to date."),
                )
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_lost(folder: Path) -> None:
    """Says of a folder without a database that it was a catalogue, if it was."""
    if (folder / _MEDIA).is_dir():
        raise CatalogueDamaged(
            said("The file {file} is gone although there are pictures beside it.", file=folder / FILE_NAME),
            advice=said("Put a copy in its place, for example from the folder “backups” beside it."),
        )


def _refuse_newer(connection: Connection, folder: Path) -> None:
    """Refuses what this Curator must not touch: sqlite-utils itself passes over unknown migrations."""
    # A power cut while it was made leaves a file without tables, or with that of the migrations alone.
    tables = connection.tables()
    if not tables - {schema.MIGRATIONS_TABLE}:
        if (folder / _MEDIA).exists():
            raise CatalogueDamaged(
                said(
                    "The file {file} is empty although there are pictures beside it.", file=folder / FILE_NAME
                ),
                advice=said("Put a copy in its place, for example from the folder “backups” beside it."),
            )
        return
    applied = schema.applied_names(connection)
    if not applied:
        raise CatalogueDamaged(
            said("{file} is a database, but not a catalogue of Curator.", file=folder / FILE_NAME),
            advice=said("Choose another folder."),
        )
    shipped = schema.shipped_names()
    if not applied <= shipped:
        raise CatalogueNewer(
            said("The catalogue in {folder} was written by a newer Curator.", folder=folder),
            advice=said("Install the newest Curator to open it. Nothing was changed."),
        )
    if applied == shipped and not schema.kept_tables() <= tables:
        raise CatalogueDamaged(
            said("Parts of the catalogue in {file} are gone.", file=folder / FILE_NAME),
            advice=said("Restore a backup. Nothing was changed."),
        )


def _refuse_old_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise CatalogueError(
            said(
                "The SQLite {version} of this computer's Python is too old for Curator.",
                version=sqlite3.sqlite_version,
            ),
            advice=said("Install Python from python.org, or a newer version of this system."),
        )


def _bring_up_to_date(connection: Connection, folder: Path) -> None:
    with sorted_errors(folder / FILE_NAME):
        _refuse_newer(connection, folder)
        connection.make_durable()
        applied = schema.applied_names(connection)
        pending = [name for name in schema.steps() if name not in applied]
        if pending and applied:
            _back_up(folder, name=f"catalogue-before-{pending[0]}.db")
        if pending:
            steps = schema.migrations()
            # The library makes its table and then that one's index: a kill in between left it without.
            with connection.db.atomic():
                steps.ensure_migrations_table(connection.db)
                connection.db.table(steps.migrations_table).create_index(
                    ["migration_set", "name"], unique=True, if_not_exists=True
                )
            steps.apply(connection.db)
        with connection.writing():
            for name, value in (
                ("catalogue_id", uuid4().hex),
                ("created_with", __version__),
                (EXPORT_SECRET, token_hex()),
            ):
                connection.write("INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)", (name, value))


def _back_up(folder: Path, *, name: str) -> None:
    """Keeps the database as it is before it is brought up to date."""
    path = folder / _BACKUPS / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = path.with_name(f"{name}.unfinished")
    copy_database(folder / FILE_NAME, unfinished)
    unfinished.replace(path)
    sync_folder(path.parent)
