"""Takes a private copy of another copy of the catalogue: the other one is only ever read."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from secrets import token_hex
from typing import Self

from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.failures import full, sorted_errors
from curator.engine.catalogue.merging import Abandoned, OtherCopy
from curator.engine.errors import (
    CatalogueBusy,
    CatalogueDamaged,
    CatalogueError,
    CuratorError,
    NotFound,
    RefusedChange,
)
from curator.engine.media import MediaStore
from curator.engine.ordinary_files import open_regular
from curator.engine.safekeeping.backups import UNFINISHED
from curator.engine.said import said
from curator.engine.text import clean_line

LARGEST = 8_000_000_000
"""Bytes of the largest database that is taken: twenty times one of 100,000 submissions."""

_CHUNK = 1 << 20
_BEGINS = b"SQLite format 3\x00"
_LONGEST_NAME = 200
_NOT_CHANGED = said("Choose another copy. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Source:
    """Another copy of the catalogue, as it was in one moment.

    To be closed, which deletes the private copy; what a crash leaves of it goes with the next start.

    Attributes:
        path: of the database that was copied.
        name: of it, for sentences.
        copy: of its database, ours alone.
        media: its pictures; None for a backup, which holds none.
    """

    path: Path
    name: str
    copy: Path
    media: MediaStore | None

    def close(self) -> None:
        """Deletes the private copy."""
        with suppress(OSError):
            _remove(self.copy)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def take(folder: Path, path: Path, *, go_on: Callable[[], bool] = lambda: True) -> Source:
    """Copies the database of another copy beside ours, and checks the copy as restoring does.

    The other one is read as a file and never opened as a database, which would write beside it; what only
    its write-ahead log holds is copied too. For any thread; seconds for a large one.

    Args:
        folder: of the catalogue that decisions are to be brought into.
        path: a backup, or the folder of a catalogue that nobody has open.
        go_on: asked every few milliseconds.

    Raises:
        Abandoned: ``go_on`` was answered with False.
        NotFound: there is no such file, or no catalogue in the folder.
        RefusedChange: it is this catalogue itself, or too large.
        CatalogueBusy: somebody writes to it just now.
        CatalogueDamaged: it is no catalogue, or not sound.
        CatalogueError: it cannot be read, or not be copied.
    """
    path = path.absolute()
    name = clean_line(f"{path}", limit=_LONGEST_NAME)
    with sorted_errors(path):
        database = path / FILE_NAME if path.is_dir() else path
        if not database.is_file():
            raise NotFound(
                said("There is no catalogue and no backup in {path}.", path=name),
                advice=said("Choose a backup, or the folder of a catalogue."),
            )
        if (folder / FILE_NAME).exists() and database.samefile(folder / FILE_NAME):
            raise RefusedChange(said("{path} is this catalogue itself.", path=name), advice=_NOT_CHANGED)
    media = database.parent / "media" if database.name == FILE_NAME else None
    source = Source(
        database,
        name,
        folder / f"catalogue-merging-{token_hex(6)}{UNFINISHED}",
        None if media is None or not media.is_dir() else MediaStore(media),
    )
    try:
        _copy(source, go_on=go_on)
        _check(source, go_on=go_on)
    except BaseException:
        source.close()
        raise
    return source


# ---------------------------------------------------------------- copying


def _copy(source: Source, *, go_on: Callable[[], bool]) -> None:
    log, journal = (source.path.with_name(f"{source.path.name}{end}") for end in ("-wal", "-journal"))
    before = [_looks(one) for one in (source.path, log, journal)]
    _refuse_unfinished(journal, source=source)
    size = before[0][0] + before[1][0]
    if size > LARGEST:
        raise RefusedChange(
            said(
                "{name} has {size:.0f} MB; at most {limit:.0f} MB are read.",
                name=source.name,
                size=size / 1e6,
                limit=LARGEST / 1e6,
            )
        )
    with sorted_errors(source.copy.parent):
        if shutil.disk_usage(source.copy.parent).free < size:
            raise full(source.copy.parent)
    _copy_file(source.path, source.copy, source=source, begins=_BEGINS, go_on=go_on)
    if before[1][0]:
        _copy_file(log, source.copy.with_name(f"{source.copy.name}-wal"), source=source, go_on=go_on)
    if before != [_looks(one) for one in (source.path, log, journal)]:
        raise _busy(source)


def _refuse_unfinished(journal: Path, *, source: Source) -> None:
    """Refuses a database beside which a rollback journal says that a change to it is half made.

    The journal is not taken along: it can name any file of this computer as the journal of several databases,
    and SQLite deletes that one when it is through (``pager_delsuper`` in its ``pager.c``). One that is empty
    or begins with a zero is done with and says nothing (https://sqlite.org/lockingv3.html, section 4.1).
    """
    if not _looks(journal)[0]:
        return
    with open_regular(journal) as file:
        begins = _read(file, 1, source=source)
    if begins not in (b"", b"\0"):
        raise CatalogueBusy(
            said("A change to {name} is half made.", name=source.name),
            advice=said(
                "Open and close that catalogue in Curator there, then try again. Nothing was changed."
            ),
        )


def _copy_file(
    wanted: Path, copy: Path, *, source: Source, go_on: Callable[[], bool], begins: bytes = b""
) -> None:
    with open_regular(wanted) as file:
        if begins and _read(file, len(begins), source=source) != begins:
            raise CatalogueDamaged(
                said("{file} is no copy of a catalogue.", file=source.name), advice=_NOT_CHANGED
            )
        file.seek(0)
        left = LARGEST
        with sorted_errors(copy.parent), copy.open("xb") as into:
            copy.chmod(0o600)
            while chunk := _read(file, _CHUNK, source=source):
                if not go_on():
                    raise Abandoned
                left -= len(chunk)
                if left < 0:
                    raise _busy(source)
                into.write(chunk)


def _read(file: FileIO, size: int, *, source: Source) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        reason = os.strerror(error.errno or errno.EIO)
        raise CatalogueError(
            said("{place} cannot be used: {reason}.", place=source.name, reason=reason),
            advice=said("Check that its disk is connected. Nothing was changed."),
        ) from error


def _looks(path: Path) -> tuple[int, int]:
    """Size and time of a file: whoever writes to it changes them; zeros where there is none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _busy(source: Source) -> CuratorError:
    return CatalogueBusy(
        said("{name} is being written to by another program.", name=source.name),
        advice=said("Close that catalogue there, then try again. Nothing was changed."),
    )


# ---------------------------------------------------------------- checking


def _check(source: Source, *, go_on: Callable[[], bool]) -> None:
    try:
        # Folds the log in and has the copy be one file: no statement of its schema runs for that.
        with closing(Connection(source.copy)) as copy:
            copy.rows("PRAGMA trusted_schema = OFF")
            copy.rows("PRAGMA journal_mode = DELETE")
    except CatalogueDamaged as error:
        raise CatalogueDamaged(
            said("{name} is damaged, or no copy of a catalogue.", name=source.name), advice=_NOT_CHANGED
        ) from error
    with opened(source, go_on=go_on) as other:
        for complaint in other.complaints():
            raise CatalogueDamaged(
                said("{name} is not sound. {what}", name=source.name, what=complaint), advice=_NOT_CHANGED
            )


def opened(source: Source, *, go_on: Callable[[], bool] = lambda: True) -> OtherCopy:
    """The private copy, opened for reading in the calling thread.

    Raises:
        CatalogueError: it cannot be trusted.
    """
    return OtherCopy(source.copy, name=source.name, go_on=go_on)


def _remove(copy: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        copy.with_name(f"{copy.name}{end}").unlink(missing_ok=True)
