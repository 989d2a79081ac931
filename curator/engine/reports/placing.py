"""Puts one finished file in its place: whole or not at all, and over another one only when asked to."""

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from curator.engine.disk_errors import is_forbidden, is_full
from curator.engine.errors import ExportError
from curator.engine.lasting import sync_folder
from curator.engine.said import said

_MARK = "curator-new-"
_LEFT_OVER_SECONDS = 3600.0
"""After so long nobody writes a file any more that a killed program left half written."""


class Placing:
    """A file that is written beside its place, checked there, and then renamed into it.

    Attributes:
        target: where it shall stand, with links resolved.
        path: where it is written: a sibling, so that renaming never copies.
    """

    def __init__(self, target: Path, *, replace: bool) -> None:
        """Use :func:`placing`, which looks at the target first."""
        self.target = target
        self.path = target.with_name(f".{target.name[:120]}.{_MARK}{secrets.token_hex(4)}")
        self._replace = replace
        # For the owner alone: what is told to people inside the campaign is for nobody else on the computer.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = open(os.open(self.path, flags, 0o600), "wb")  # noqa: SIM115

    def write(self, data: bytes) -> None:
        """Adds to the file.

        Raises:
            OSError: the disk is full, or another failure of the system.
        """
        self._file.write(data)

    def finish(self) -> None:
        """Waits until the disk has all of the file, which can be read from ``path`` then."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def keep(self) -> None:
        """Gives the finished file its name.

        Raises:
            ExportError: a file of that name came meanwhile, and is not to be replaced.
        """
        if self._replace:
            self.path.replace(self.target)
        else:
            self._rename_to_new()
        # From here on it stands, whatever else fails.
        with contextlib.suppress(OSError):
            sync_folder(self.target.parent)

    def drop(self) -> None:
        """Takes away what was not kept."""
        with contextlib.suppress(OSError):
            self._file.close()  # writes what is left, which a full disk refuses once more
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _rename_to_new(self) -> None:
        try:
            # A second name is refused where the first stands already; a rename would go over it.
            os.link(self.path, self.target)
        except FileExistsError:
            raise _exists(self.target) from None
        except (OSError, NotImplementedError):
            # Not every file system has second names. Between the look and the rename lies a moment.
            if self.target.exists():
                raise _exists(self.target) from None
            self.path.replace(self.target)
        else:
            self.path.unlink()


@contextlib.contextmanager
def placing(target: Path, *, replace: bool, outside: Path) -> Iterator[Placing]:
    """A new file beside the target, gone at the end unless it was kept.

    Args:
        target: where it shall stand; its folder has to be there.
        replace: write over a file of that name.
        outside: the catalogue's folder, in which nothing may be written over.

    Raises:
        ExportError: the target cannot be written, or may not be; what stood there still stands.
    """
    with sentences(target):
        resolved = target.expanduser().resolve()
        _refuse(resolved, replace=replace, outside=outside)
        _sweep(resolved)
        place = Placing(resolved, replace=replace)
        try:
            yield place
        finally:
            place.drop()


@contextlib.contextmanager
def sentences(target: Path) -> Iterator[None]:
    """Turns the system's errors while writing into sentences.

    Raises:
        ExportError: full disk, read-only folder, or another failure of the system.
    """
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise ExportError(
                said("The disk that holds {place} is full.", place=target),
                advice=said("Free some space or choose another disk, then try again. Nothing was changed."),
            ) from error
        if is_forbidden(error):
            raise ExportError(
                said("Curator cannot write to {place}.", place=target),
                advice=said(
                    "Close programs that use it, check that you may write there,"
                    " or choose another folder. Nothing was changed."
                ),
            ) from error
        raise ExportError(
            said("{file} could not be written: {reason}.", file=target, reason=error.strerror or error),
            advice=said("Check its name and that the disk is connected. Nothing was changed."),
        ) from error


def _refuse(target: Path, *, replace: bool, outside: Path) -> None:
    if not target.name:
        raise ExportError(said("{target} is a whole disk.", target=target), advice=said("Name a file on it."))
    if target.is_relative_to(outside.expanduser().resolve()):
        raise ExportError(
            said("{file} lies inside the catalogue's folder.", file=target),
            advice=said("Choose another folder."),
        )
    if not target.parent.is_dir():
        raise ExportError(
            said("There is no folder {folder}.", folder=target.parent),
            advice=said("Make it first, or choose another."),
        )
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise ExportError(said("{target} is a folder.", target=target), advice=said("Name a file in it."))
    if not stat.S_ISREG(mode):
        raise ExportError(
            said("{file} is a device or a pipe.", file=target), advice=said("Name an ordinary file.")
        )
    if not replace:
        raise _exists(target)


def _exists(target: Path) -> ExportError:
    return ExportError(
        said("There is a file {file} already.", file=target),
        advice=said("Choose another name, or say that it is to be replaced. Nothing was changed."),
    )


def _sweep(target: Path) -> None:
    """Deletes what a program that was killed left half written for the same target."""
    start = f".{target.name[:120]}.{_MARK}"
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            if not path.name.startswith(start) or path.is_symlink() or not path.is_file():
                continue
            if time.time() - path.stat().st_mtime > _LEFT_OVER_SECONDS:
                path.unlink(missing_ok=True)
