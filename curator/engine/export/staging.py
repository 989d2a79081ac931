"""Writes an export beside its place, then exchanges it for the one that stood there."""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from curator.engine.disk_errors import is_forbidden, is_full
from curator.engine.errors import ExportError
from curator.engine.export.manifest import FILE_NAME, FileNote, Manifest, read_manifest
from curator.engine.lasting import sync_folder
from curator.engine.litter import is_litter
from curator.engine.said import said

_NEW = "curator-new"
_OLD = "curator-old"
_LOCK = "curator-lock"

_NAME_REFUSED = frozenset({errno.EINVAL, errno.EEXIST, errno.ENAMETOOLONG, errno.EILSEQ})
"""What systems say of a file name that their disk cannot hold, or not beside another one."""


class Staging:
    """A folder beside the target that becomes the target, or goes without a trace.

    Attributes:
        target: where the export shall stand, with links resolved.
        folder: where it is written: a sibling, so that renaming never copies.
        standing: the manifest of the export that stands there, if one does.
    """

    def __init__(self, target: Path, *, standing: Manifest | None) -> None:
        """Use :func:`staging`, which looks at the target first."""
        self.target = target
        self.standing = standing
        self.folder = _sibling(target, kind=_NEW)
        self._unsynced: list[Path] = []

    def write(self, path: str, *, data: bytes) -> None:
        """Writes a file of the export; :meth:`sync` has to follow."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)
        self._unsynced.append(place)

    def put(self, path: str, *, data: bytes) -> None:
        """Writes a file, or takes it over from the standing export when it is the same."""
        noted = None if self.standing is None else self.standing.files.get(path)
        if noted is not None and noted == FileNote.of(path, data=data) and self.read_standing(path) == data:
            self.take_over(path)
        else:
            self.write(path, data=data)

    def read_standing(self, path: str) -> bytes | None:
        """The bytes of a file of the standing export; None when they are not what its manifest says."""
        noted = None if self.standing is None else self.standing.files.get(path)
        place = self.target / path
        if noted is None or place.is_symlink() or not place.is_file():
            return None
        data = place.read_bytes()
        return data if FileNote.of(path, data=data) == noted else None

    def take_over(self, path: str) -> None:
        """Takes a file over from the standing export: a second name for it, else a copy."""
        source, place = self.target / path, self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, place, follow_symlinks=False)
        except (OSError, NotImplementedError):
            # Not every file system has second names; copying tells whatever else is wrong.
            self.write(path, data=source.read_bytes())

    def put_names(self, folder: str, *, files: Mapping[str, bytes]) -> bool:
        """Writes files whose names not every disk can hold: all of them, or none.

        Args:
            folder: of the export, which holds nothing else; it is gone when they do not fit.
            files: bytes by path inside the export.

        Returns:
            Whether the disk could hold all those names side by side.

        Raises:
            OSError: it failed for another reason.
        """
        place = self.folder / folder
        kept = len(self._unsynced)
        try:
            for path, data in files.items():
                self.put(path, data=data)
        except OSError as error:
            if error.errno not in _NAME_REFUSED:
                raise
        else:
            found = {one.relative_to(self.folder).as_posix() for one in place.rglob("*") if one.is_file()}
            # Some file servers drop a blank at the end, and say nothing.
            if found == files.keys():
                return True
        shutil.rmtree(place, ignore_errors=True)
        del self._unsynced[kept:]
        return False

    def sync(self) -> None:
        """Waits until the disk has every file, then every name.

        All files first and then this: a disk that is asked after each file takes twice as long.
        """
        for place in self._unsynced:
            # Windows syncs only what is open for writing.
            with place.open("rb+") as file:
                os.fsync(file.fileno())
        self._unsynced.clear()
        for folder in sorted((path for path in self.folder.rglob("*") if path.is_dir()), reverse=True):
            sync_folder(folder)
        sync_folder(self.folder)

    def swap(self) -> None:
        """Puts the new folder in the target's place.

        Folders cannot be exchanged in one step everywhere, so the old one is renamed
        aside first. A crash in between leaves it there, and :func:`repair` brings it back.
        """
        aside: Path | None = None
        if self.target.exists():
            aside = _sibling(self.target, kind=_OLD)
            self.target.rename(aside)
        try:
            self.folder.rename(self.target)
        except OSError:
            if aside is not None:
                aside.rename(self.target)
            raise
        # From here on the new export stands, whatever else fails.
        with contextlib.suppress(OSError):
            sync_folder(self.target.parent)
        if aside is not None:
            # What cannot be deleted now goes the next time.
            shutil.rmtree(aside, ignore_errors=True)


@contextlib.contextmanager
def staging(folder: Path, *, catalogue_id: str, home: Path | None = None) -> Iterator[Staging]:
    """A new folder beside the target, gone at the end unless it was swapped in.

    Repairs first what a crashed export left behind.

    Args:
        folder: where the export shall stand.
        catalogue_id: whose export it is.
        home: folder of that catalogue, if it has one.

    Raises:
        ExportError: the target is not ours to replace, or something could not be written;
            the target stands as before.
    """
    with sentences(folder):
        target = folder.expanduser().resolve()
        if not target.name:
            raise ExportError(
                said("{target} is a whole disk.", target=target), advice=said("Choose a folder on it.")
            )
        if home is not None:
            refuse_inside(target, home=home)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target):
            repair(target)
            stage = Staging(target, standing=_standing(target, catalogue_id=catalogue_id))
            stage.folder.mkdir()
            try:
                yield stage
            finally:
                shutil.rmtree(stage.folder, ignore_errors=True)


def refuse_inside(folder: Path, *, home: Path) -> None:
    """Refuses what lies in a catalogue's own folder: it would be taken for a part of it.

    Raises:
        ExportError: it does.
    """
    if folder.expanduser().resolve().is_relative_to(home.expanduser().resolve()):
        raise ExportError(
            said("{file} lies inside the catalogue's folder.", file=folder),
            advice=said("Choose another folder."),
        )


@contextlib.contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Keeps every other export away from that target, in this process and in others.

    Raises:
        ExportError: one is under way there.
    """
    place = target.with_name(f".{target.name}.{_LOCK}")
    lock = FileLock(place, mode=0o600)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise ExportError(
            said("Another export to {target} is under way.", target=target),
            advice=said("Wait until it has ended, then export again. Nothing was changed."),
        ) from None
    try:
        yield
    finally:
        # While it is held: whoever opens the old file in this moment sees that it has no name any
        # more, and tries again. Windows deletes no file that is open; there the release does it.
        with contextlib.suppress(OSError):
            place.unlink()
            sync_folder(place.parent)
        lock.release()


def tidy_up(target: Path) -> bool:
    """Tidies up after an export to that place that crashed; False when its disk is not there.

    Raises:
        ExportError: another export is under way there.
        OSError: something could not be renamed or deleted.
    """
    if not target.parent.is_dir():
        return False
    with _alone(target):
        repair(target)
    return True


def repair(target: Path) -> None:
    """Tidies up after an export that crashed: nothing of it is left, and what stood there stands.

    Raises:
        OSError: something could not be renamed or deleted.
    """
    for half_written in _siblings(target, kind=_NEW):
        shutil.rmtree(half_written)
    aside = sorted(_siblings(target, kind=_OLD), key=lambda path: path.stat().st_mtime)
    if not aside:
        return
    if not target.exists():
        aside.pop().rename(target)
    if read_manifest(target) is not None:
        for outdated in aside:
            shutil.rmtree(outdated)


@contextlib.contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Turns the system's errors while writing into sentences.

    Raises:
        ExportError: full disk, read-only folder, or another failure of the system.
    """
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise ExportError(
                said("The disk that holds {place} is full.", place=folder),
                advice=said(
                    "Free some space or choose another disk, then export again. Nothing was changed."
                ),
            ) from error
        if is_forbidden(error):
            raise ExportError(
                said("Curator cannot write to {place}.", place=folder),
                advice=said(
                    "Close programs that use it, check that you may write there and around it,"
                    " or choose another folder. Nothing was changed."
                ),
            ) from error
        raise ExportError(
            said(
                "The export to {folder} could not be written: {reason}.",
                folder=folder,
                reason=error.strerror or error,
            ),
            advice=said("Check that the disk is connected, then export again. Nothing was changed."),
        ) from error


def _standing(target: Path, *, catalogue_id: str) -> Manifest | None:
    """The export that stands in the target; None when there is nothing.

    Raises:
        ExportError: there is something else, which is not Curator's to delete.
    """
    if not target.exists():
        return None
    if not target.is_dir():
        raise ExportError(said("{target} is a file.", target=target), advice=said("Choose a folder."))
    found = [path for path in target.iterdir() if not is_litter(path.name)]
    if not found:
        return None
    manifest = read_manifest(target)
    if manifest is None:
        raise ExportError(
            said("The folder {target} is not empty, and Curator did not write it.", target=target),
            advice=said("Choose a new folder, an empty one, or an earlier export. Nothing was changed."),
        )
    if manifest.catalogue_id != catalogue_id:
        raise ExportError(
            said("The export in {target} comes from another catalogue.", target=target),
            advice=said("Choose another folder, or move that export away first. Nothing was changed."),
        )
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        foreign = name not in manifest.files and name != FILE_NAME and not is_litter(path.name)
        if foreign and (path.is_symlink() or not path.is_dir()):
            raise ExportError(
                said(
                    "The export in {target} holds a file that Curator did not write: {name}.",
                    target=target,
                    name=name,
                ),
                advice=said("Move it to another folder, then export again. Nothing was changed."),
            )
    return manifest


def _sibling(target: Path, *, kind: str) -> Path:
    return target.with_name(f".{target.name}.{kind}-{secrets.token_hex(4)}")


def _siblings(target: Path, *, kind: str) -> list[Path]:
    start = f".{target.name}.{kind}-"
    return [
        path
        for path in target.parent.iterdir()
        if path.name.startswith(start) and path.is_dir() and not path.is_symlink()
    ]
