"""Copies a catalogue's database while it is in use, and puts a copy in place of it."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.catalogue.locking import lock_folder
from curator.engine.errors import CatalogueBusy, CatalogueDamaged
from curator.engine.said import said

_PAGES = 256
"""Of 4 KiB each, copied in one step: some milliseconds, after which the copy can be abandoned."""

_STEPS_TO_SYNC = 8
"""After so many steps, 8 MiB, the copy waits for the disk. Hundreds of megabytes that go there at once at
its end keep every decision of that moment waiting behind them for a fifth of a second."""

_INSTRUCTIONS = 20_000
"""Of SQLite's, after which the check of a copy can be abandoned."""


class _Abandoned(Exception):
    """Somebody no longer wants the copy."""


def copy_database(source: Path, target: Path, *, go_on: Callable[[], bool] = lambda: True) -> bool:
    """Copies a database through SQLite's own backup, and checks the copy.

    A reading connection of its own sees the database as it was in one moment, also what only the
    write-ahead log holds; whoever writes meanwhile neither waits nor makes the copy begin anew.
    The copy is one file that opens without others beside it, mode 0600, and on the disk when this
    returns. For any thread.

    Args:
        source: a ``catalogue.db``.
        target: the new file; replaced if it is there, gone if the copy fails or is abandoned.
        go_on: asked every few milliseconds; False abandons the copy.

    Returns:
        Whether there is a copy: False when it was abandoned.

    Raises:
        CatalogueDamaged: the copy, and so the database, is not sound.
        CatalogueError: the database could not be read or the copy not written.
    """
    whole = False
    try:
        # Sentences name the folder: the file has no name yet that a person could know.
        with sorted_errors(target.parent):
            _remove(target)
            with contextlib.closing(Connection(source, read_only=True)) as origin:
                _copy(origin, target, go_on=go_on)
            _sync(target)
        whole = True
    except _Abandoned:
        return False
    finally:
        if not whole:
            with contextlib.suppress(OSError):
                _remove(target)
    return True


def put_in_place(prepared: Path, database: Path, *, kept: Path) -> None:
    """Puts a copy in place of a catalogue's database, which is kept under another name.

    At every moment the folder holds one whole database or the other. A damaged database is kept
    as it is, together with its write-ahead log.

    Args:
        prepared: a copy that :func:`copy_database` made, in the folder of the database; gone afterwards.
        database: ``catalogue.db`` of a catalogue that nobody has open.
        kept: where the database goes; its folder has to exist.

    Raises:
        CatalogueBusy: a program has the catalogue open.
        CatalogueError: a file could not be written; the database is as it was.
    """
    lock = lock_folder(database.parent)
    try:
        with sorted_errors(database):
            if database.exists():
                _settle(database)
                _keep(database, kept)
            for beside in _beside(database):
                # A log that belongs to the other database would be played into this one.
                beside.unlink(missing_ok=True)
            prepared.replace(database)
            _sync(database.parent)
    finally:
        lock.release()


def _copy(origin: Connection, target: Path, *, go_on: Callable[[], bool]) -> None:
    steps = 0

    def step(*_: object) -> None:
        nonlocal steps
        if not go_on():
            raise _Abandoned
        steps += 1
        if steps % _STEPS_TO_SYNC == 0:
            # SQLite's lock on it goes with the descriptor; nobody else opens a copy without a name.
            _sync(target)

    with contextlib.closing(Connection(target)) as copy:
        raw = copy.raw
        # The open transaction is what keeps the copy from beginning anew with every write of others.
        origin.raw.execute("BEGIN")
        origin.rows("SELECT count(*) FROM sqlite_master")
        step()
        origin.raw.backup(raw, pages=_PAGES, progress=step, sleep=0)
        origin.raw.rollback()
        # Without a log beside it, so that it opens from a read-only stick too.
        copy.rows("PRAGMA journal_mode = DELETE")
        raw.set_progress_handler(lambda: not go_on(), _INSTRUCTIONS)
        try:
            faults = [row[0] for row in copy.rows("PRAGMA integrity_check(3)") if row[0] != "ok"]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname == "SQLITE_INTERRUPT":
                raise _Abandoned from error
            raise
        if faults:
            raise CatalogueDamaged(
                said("The database is damaged: {what}.", what=faults[0]),
                advice=said("No backup was made of it; older ones are kept. Check the catalogue."),
            )


def _settle(database: Path) -> None:
    """Folds the write-ahead log in and does away with it, which SQLite only does when nobody reads."""
    try:
        with contextlib.closing(Connection(database)) as connection:
            mode = connection.value("PRAGMA journal_mode = DELETE")
    except CatalogueDamaged:
        return
    except CatalogueBusy:
        mode = "wal"
    if mode != "delete":
        raise CatalogueBusy(
            said("Another program is reading the catalogue {place}.", place=database),
            advice=said("Close it, then try again. Nothing was changed."),
        )


def _keep(database: Path, kept: Path) -> None:
    """Gives the database a second name; where a file can have only one, a copy gets it."""
    unfinished = kept.with_name(f"{kept.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        os.link(database, unfinished)
    except OSError:
        shutil.copyfile(database, unfinished)
    unfinished.chmod(0o600)
    _sync(unfinished)
    log = database.with_name(f"{database.name}-wal")
    if log.exists():
        beside = kept.with_name(f"{kept.name}-wal")
        shutil.copyfile(log, beside)
        beside.chmod(0o600)
        _sync(beside)
    unfinished.replace(kept)
    _sync(kept.parent)


def _beside(database: Path) -> tuple[Path, ...]:
    return tuple(database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm", "-journal"))


def _remove(copy: Path) -> None:
    for path in (copy, *_beside(copy)):
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Makes a file or a new name in a folder last; Windows opens no folders for it."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
