"""Reads ordinary files from wherever a person points: never a pipe, and nothing that changes meanwhile."""

import os
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from curator.engine.errors import RefusedFile
from curator.engine.said import said
from curator.engine.text import clean_line

_CHUNK = 1 << 20
# Without O_NONBLOCK opening a pipe waits for ever; the others exist on one system only.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def shown_name(path: Path) -> str:
    """A file's name for a sentence: cleaned, cut, in quotation marks."""
    return f'"{clean_line(path.name or str(path), limit=80)}"'


def open_regular(path: Path) -> FileIO:
    """Open a file for reading that may be anything, without ever waiting for it.

    Looked at before opening, because opening a device may already do something, and
    again afterwards, because it may have been exchanged in between.

    Returns:
        The open file, not buffered, at its start.

    Raises:
        RefusedFile: it is absent, a folder, a pipe, a device, or may not be read.
    """
    name = shown_name(path)
    try:
        _refuse_irregular(os.stat(path), name=name)
        file = open(os.open(path, _OPEN_FLAGS), "rb", buffering=0)  # noqa: SIM115
    except FileNotFoundError as error:
        if path.is_symlink():
            raise RefusedFile(
                said("{name} is a link to a file that is not there.", name=name),
                advice=said("Load the file itself."),
            ) from error
        raise RefusedFile(
            said("{name} is no longer there.", name=name), advice=said("Look where it went.")
        ) from error
    except PermissionError as error:
        raise RefusedFile(
            said("{name} may not be read.", name=name),
            advice=said("Change its permissions, or copy it to your own folder."),
        ) from error
    except OSError as error:
        raise RefusedFile(
            said("{name} could not be opened: {reason}.", name=name, reason=error.strerror or error)
        ) from error
    try:
        _refuse_irregular(os.fstat(file.fileno()), name=name)
    except RefusedFile:
        file.close()
        raise
    return file


def _refuse_irregular(status: os.stat_result, *, name: str) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        raise RefusedFile(
            said("{name} is a folder, not a picture.", name=name), advice=said("Load the pictures in it.")
        )
    raise RefusedFile(
        said("{name} is a pipe, a socket or a device, not an ordinary file.", name=name),
        advice=said("Leave it out."),
    )


def chunks_of(file: FileIO, *, name: str) -> Iterator[bytes]:
    """The bytes of a file from where it stands, a megabyte at a time.

    Raises:
        RefusedFile: the disk does not give them; in place of one of them.
    """
    while True:
        try:
            chunk = file.read(_CHUNK)
        except OSError as error:
            raise RefusedFile(
                said(
                    "{name} could not be read to its end: {reason}.",
                    name=name,
                    reason=error.strerror or error,
                ),
                advice=said("Copy it to another disk and load it again."),
            ) from error
        if not chunk:
            return
        yield chunk


def unchanged(file: FileIO, *, before: os.stat_result, name: str) -> Iterator[bytes]:
    """The bytes of a file, all of them as they were when it was opened.

    Args:
        file: at its start.
        before: its status then.
        name: of the file, for sentences, in quotation marks.

    Raises:
        RefusedFile: behind the last of them, when it was written to meanwhile.
    """
    size = 0
    for chunk in chunks_of(file, name=name):
        size += len(chunk)
        if size > before.st_size:
            break
        yield chunk
    after = os.fstat(file.fileno())
    if (size, after.st_size, after.st_mtime_ns) != (before.st_size, before.st_size, before.st_mtime_ns):
        raise RefusedFile(
            said("{name} was changed while it was read.", name=name),
            advice=said("Load it again when it is complete."),
        )
