"""One SQLite connection: transactions, rows and errors in the same way for every table."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from curator.engine.catalogue.failures import sorted_errors, sorted_sqlite_errors
from curator.engine.errors import CatalogueError, CuratorError
from curator.engine.said import said

if TYPE_CHECKING:
    from sqlite_utils import Database

Parameters = Sequence[object] | Mapping[str, object]

THESE = "(SELECT value FROM json_each(?))"
"""What stands behind ``IN``: any number of values as one parameter, a list in JSON."""

_PATIENCE_MS = 5000
"""So long a writer waits for another connection."""

_IMPATIENCE_MS = 20
"""And while another thread of this program writes for long: a hand at a key must not notice it."""


class Connection:
    """A catalogue's connection. Bound to the thread that made it, like SQLite's own.

    Attributes:
        path: of ``catalogue.db``.
        raw: Python's own connection; a statement outside of a transaction is one by itself.
    """

    def __init__(
        self, path: Path, *, read_only: bool = False, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Opens the file, and makes an empty one if there is none; changes nothing in it yet.

        Args:
            path: of ``catalogue.db``.
            read_only: refuse every write.
            clock: gives the time in UTC; the system's when None.

        Raises:
            CatalogueError: the file cannot be opened, or is no database.
        """
        self.path = path
        self._file: tuple[int, int] | None = None
        self._give_way: Callable[[bool], CuratorError | None] | None = None
        self._clock = clock or (lambda: datetime.now(UTC))
        with sorted_errors(path):
            if not read_only and not path.exists():
                path.touch(mode=0o600)
            mode = "ro" if read_only else "rw"
            self.raw = sqlite3.connect(
                f"{_uri(path)}?mode={mode}", uri=True, timeout=_PATIENCE_MS / 1000, isolation_level=None
            )
            if read_only:
                _have_played_back(self.raw, path)
            self.raw.row_factory = sqlite3.Row
            # A row that another replaces has its triggers too.
            self.raw.execute("PRAGMA recursive_triggers = ON")
            self.raw.execute("PRAGMA foreign_keys = ON")
            # What a statement with triggers notes on the way, and what is sorted, is no business of the disk.
            self.raw.execute("PRAGMA temp_store = MEMORY")
        self._savepoints = count()

    @cached_property
    def db(self) -> "Database":
        """What makes a catalogue and brings it up to date; made when it is first asked for."""
        # Imported here: it brings parts of a command line along, and a start with a catalogue that is up to
        # date does not wait for them.
        from sqlite_utils import Database

        # Plugins of a curator's other tools have no business in this file.
        return Database(self.raw, execute_plugins=False, strict=True)

    def make_durable(self) -> None:
        """Sets what writing needs. Writes to the file, so whose file it is must be known before.

        Raises:
            CatalogueError: the file cannot be written to.
        """
        with sorted_sqlite_errors(self.path):
            # FULL: a decision is on the disk before the next picture shows, power cut or not.
            self.raw.execute("PRAGMA journal_mode = WAL")
            self.raw.execute("PRAGMA synchronous = FULL")
            # Erased encodings shall not linger in free pages.
            self.raw.execute("PRAGMA secure_delete = ON")
        self._file = _which(self.path)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query; fetched at once, so that no cursor stays open."""
        with sorted_sqlite_errors(self.path):
            return self.raw.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        with sorted_sqlite_errors(self.path):
            found: sqlite3.Row | None = self.raw.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def state(self) -> tuple[int, int] | None:
        """Differs from an earlier one if anything may have been written since, by whichever connection.

        None inside a transaction, which may yet be taken back.
        """
        if self.raw.in_transaction:
            return None
        return self.raw.total_changes, int(self.value("PRAGMA data_version"))

    def tables(self) -> frozenset[str]:
        """The names of all tables."""
        return frozenset(row[0] for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'"))

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs one writing statement inside the open transaction; returns the last row id."""
        assert self.raw.in_transaction, "writes belong inside writing()"
        with sorted_sqlite_errors(self.path):
            return self.raw.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, parameters: Sequence[Parameters]) -> None:
        """Runs one writing statement for many rows inside the open transaction."""
        assert self.raw.in_transaction, "writes belong inside writing()"
        with sorted_sqlite_errors(self.path):
            self.raw.executemany(sql, parameters)

    def give_way(self, refusal: Callable[[bool], CuratorError | None] | None) -> None:
        """Waits for no other connection for more than an instant, until it is called with None.

        Args:
            refusal: asked before each transaction with False, and with True when another connection
                writes just now: the error that is raised then instead of waiting.
        """
        self._give_way = refusal
        self.rows(f"PRAGMA busy_timeout = {_PATIENCE_MS if refusal is None else _IMPATIENCE_MS}")

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[None]:
        """One transaction: all of it is on disk afterwards, or none of it.

        Args:
            lasting: wait until it is on the disk. Without, a power cut may take it back, whole; whatever
                lasts and comes later lasts with all that came before it.

        Raises:
            CatalogueError: it could not be written, or the file is gone.
            CuratorError: it had to give way.
        """
        if self._file is not None and _which(self.path) != self._file:
            # SQLite would go on writing into a file that has no name any more, and call it saved.
            raise CatalogueError(
                said("The catalogue {path} is no longer where it was.", path=self.path),
                advice=said(
                    "Connect its disk again or put the folder back. Nothing more is saved until then."
                ),
            )
        if not lasting and not self.raw.in_transaction:
            with self._unhurried(), self.writing():
                yield
            return
        with sorted_sqlite_errors(self.path), self._transaction():
            yield

    @contextmanager
    def _unhurried(self) -> Iterator[None]:
        """Commits that do not wait for the disk; a log written ahead still keeps them whole."""
        self.raw.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self.raw.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.raw.in_transaction:
            with self._savepoint():
                yield
            return
        self._begin()
        try:
            yield
            self.raw.execute("COMMIT")
        except BaseException:
            # Nothing to do where the error itself has ended the transaction.
            self.raw.rollback()
            raise

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        """A part of the open transaction that may fail by itself."""
        name = f"part_{next(self._savepoints)}"
        self.raw.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            # The error itself may have ended the whole transaction, and this with it.
            if self.raw.in_transaction:
                self.raw.execute(f"ROLLBACK TO {name}")
                self.raw.execute(f"RELEASE {name}")
            raise
        self.raw.execute(f"RELEASE {name}")

    def _begin(self) -> None:
        if self._give_way is not None and (refused := self._give_way(False)) is not None:
            raise refused
        try:
            # IMMEDIATE: a transaction that only reads at first and writes after another connection of this
            # process did (one that erases, say) would fail at once instead of waiting its turn.
            self.raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if busy and self._give_way is not None and (refused := self._give_way(True)) is not None:
                raise refused from error
            raise

    def now(self) -> str:
        """The time in UTC as the catalogue writes it, to the microsecond."""
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds")

    def close(self) -> None:
        """Closes the connection; SQLite folds the write-ahead log into the file."""
        self.raw.close()


def _which(path: Path) -> tuple[int, int] | None:
    """What tells a file from another that may have taken its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _have_played_back(reader: sqlite3.Connection, path: Path) -> None:
    """Has what a killed program left half written taken back, which who only reads may not do.

    Only a restore that was killed leaves such a thing: it goes through a database without a log.
    """
    try:
        reader.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_READONLY_ROLLBACK":
            return  # It is told when something is asked.
        with closing(sqlite3.connect(f"{_uri(path)}?mode=rw", uri=True)) as writer:
            writer.execute("PRAGMA schema_version")


def _uri(path: Path) -> str:
    """A path as SQLite takes it; ``Path.as_uri`` gives network folders of Windows a form that it refuses."""
    absolute = path.absolute().as_posix()
    root = "" if absolute.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(absolute), safe='/:')}"


def moment(text: str) -> datetime:
    """A time as the catalogue reads it."""
    return datetime.fromisoformat(text)
