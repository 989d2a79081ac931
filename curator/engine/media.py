"""Where originals and previews lie: files by the SHA-256 of the original, beside the catalogue.

Nothing in here decodes a picture. Originals are bytes that are copied and hashed;
previews and thumbnails are encoded from pixels that a worker process handed over.
"""

import contextlib
import hashlib
import os
import re
import secrets
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, FileIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from curator.engine.disk_errors import is_forbidden, is_full
from curator.engine.errors import CatalogueError, CatalogueFull, CatalogueReadOnly, RefusedFile
from curator.engine.lasting import sync_folder
from curator.engine.ordinary_files import chunks_of, open_regular, shown_name, unchanged
from curator.engine.records import Digest
from curator.engine.said import said
from curator.engine.submitted_file import MAX_BYTES

if TYPE_CHECKING:
    from PIL import Image

PREVIEW_SIDE = 1600
"""Long side of a preview in pixels: the size of the picture that the analysis works on."""

THUMBNAIL_SIDE = 256
"""Long side of a thumbnail in pixels: the queue's 128 on a screen with double density."""

JPEG_QUALITY = 88
"""Of previews and thumbnails: they are looked at, never measured."""

_TEMPORARY_PREFIX = "arriving-"
_UNFILED = "unfiled"
_CLOCK_SECONDS = 60
"""That the clocks of a computer and of its file server may differ."""
_DIGEST = re.compile("[0-9a-f]{64}")
_CREATE_FLAGS = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Received:
    """A file that the store now holds.

    Attributes:
        digest: of its bytes.
        size: in bytes.
    """

    digest: Digest
    size: int


class MediaStore:
    """The folder ``media`` of a catalogue.

    Methods may be called from any thread; two threads that store the same file do no
    harm to each other.
    """

    def __init__(self, root: Path) -> None:
        """Use a folder, which is made when the first file arrives.

        Args:
            root: the folder ``media``; the folder around it has to exist.
        """
        self._root = root
        self._opened_at = time.time()
        self._own_prefix = f"{_TEMPORARY_PREFIX}{secrets.token_hex(4)}-"

    def original(self, digest: Digest) -> Path:
        """Where the original of that digest lies, whether it is there or not."""
        return self._folder("originals", digest) / digest

    def preview(self, digest: Digest) -> Path:
        """Where the preview lies (JPEG, long side at most 1600 pixels), there or not."""
        return self._folder("previews", digest) / f"{digest}.jpg"

    def thumbnail(self, digest: Digest) -> Path:
        """Where the thumbnail lies (JPEG, long side at most 256 pixels), there or not."""
        return self._folder("thumbnails", digest) / f"{digest}.jpg"

    def receive(self, path: Path, *, limit: int = MAX_BYTES) -> Received:
        """Copy a file into the store, byte for byte.

        The file is read once: hashed while it is copied. The copy gets its name when all
        of it is on disk, so a crash leaves either the whole file or none. Receiving the
        same bytes again keeps what is there.

        Args:
            path: any file of the computer; it is never changed.
            limit: bytes that the file may have.

        Raises:
            RefusedFile: it is no ordinary file, empty, too large, not to be read, or was
                changed meanwhile.
            CatalogueFull: the disk of the catalogue is full.
            CatalogueReadOnly: the folder cannot be written to.
        """
        name = shown_name(path)
        with open_regular(path) as source:
            before = os.fstat(source.fileno())
            if before.st_size == 0:
                raise RefusedFile(
                    said("{name} is empty.", name=name), advice=said("Ask the sender for the picture again.")
                )
            if before.st_size > limit:
                raise RefusedFile(
                    said(
                        "{name} has {size:.0f} MB; at most {limit:.0f} MB are taken.",
                        name=name,
                        size=before.st_size / 1e6,
                        limit=limit / 1e6,
                    ),
                    advice=said("Save the picture smaller and load it again."),
                )
            received = self._store(unchanged(source, before=before, name=name))
        assert received is not None, "an empty file was refused above"
        return received

    def receive_stream(
        self, chunks: Iterable[bytes], *, name: str, advice: str, limit: int = MAX_BYTES
    ) -> Received:
        """Take in a file that arrives bit by bit, such as from a network.

        As with :meth:`receive`, a crash leaves either the whole file or none.

        Args:
            chunks: its bytes in order; whatever raises while they come is passed on, and nothing stays.
            name: of the file, for sentences, in quotation marks.
            advice: what to do when it is empty or too large.
            limit: bytes that the file may have; no more than that is ever written.

        Raises:
            RefusedFile: it is empty or too large.
            CatalogueFull: the disk of the catalogue is full.
            CatalogueReadOnly: the folder cannot be written to.
        """
        received = self._store(_limited(chunks, name=name, advice=advice, limit=limit))
        if received is None:
            raise RefusedFile(said("{name} is empty.", name=name), advice=advice)
        return received

    def write_preview(self, digest: Digest, *, pixels: NDArray[np.uint8]) -> None:
        """Write preview and thumbnail of an original, with nothing inside but pixels.

        Takes some ten milliseconds and waits for the disk: not for the main thread.

        Args:
            digest: of the original.
            pixels: the upright picture, shape (height, width, 3), uint8, RGB (sRGB).

        Raises:
            ValueError: the pixels have another shape or type.
            CatalogueFull: the disk of the catalogue is full.
            CatalogueReadOnly: the folder cannot be written to.
        """
        if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or 0 in pixels.shape:
            raise ValueError(f"pixels must be uint8 (height, width, 3), not {pixels.dtype} {pixels.shape}")
        # Imported here and below: a start with nothing to analyse does not wait for it.
        from PIL import Image

        preview = _scaled(Image.fromarray(np.ascontiguousarray(pixels)), side=PREVIEW_SIDE)
        thumbnail = _scaled(preview, side=THUMBNAIL_SIDE)
        for picture, final in ((thumbnail, self.thumbnail(digest)), (preview, self.preview(digest))):
            encoded = BytesIO()
            picture.save(encoded, "JPEG", quality=JPEG_QUALITY)
            with self._writing(), self._temporary() as (temporary, target):
                _write(target, encoded.getbuffer())
                self._keep(temporary, target=target, final=final)

    def remove(self, digest: Digest) -> None:
        """Delete the original, its preview and its thumbnail; absent ones do not matter.

        Raises:
            CatalogueReadOnly: the folder cannot be written to.
        """
        with self._writing():
            for path in (self.original(digest), self.preview(digest), self.thumbnail(digest)):
                with contextlib.suppress(FileNotFoundError):
                    path.unlink()
                    sync_folder(path.parent)
            self._note_of(digest).unlink(missing_ok=True)

    def unfiled(self) -> tuple[Digest, ...]:
        """The originals that were stored and, as far as this store knows, filed in no catalogue.

        Each is noted before it gets its name, so that a crash leaves no picture that nobody knows of.

        Raises:
            CatalogueError: the folder cannot be read.
        """
        with self._writing(), contextlib.suppress(FileNotFoundError):
            names = sorted(one.name for one in (self._root / _UNFILED).iterdir())
            return tuple(Digest(name) for name in names if _DIGEST.fullmatch(name))
        return ()

    def filed(self, digest: Digest) -> None:
        """Notes that a stored original is filed, or gone; one that was not noted does not matter.

        Raises:
            CatalogueReadOnly: the folder cannot be written to.
        """
        with self._writing():
            self._note_of(digest).unlink(missing_ok=True)

    def verify(self, digest: Digest) -> bool:
        """Read an original again: does it still have the bytes that it was named after?

        Returns:
            False too when it is absent or cannot be read.
        """
        hashed = hashlib.sha256()
        path = self.original(digest)
        try:
            with open_regular(path) as file:
                for chunk in chunks_of(file, name=shown_name(path)):
                    hashed.update(chunk)
        except RefusedFile:
            return False
        return hashed.hexdigest() == digest

    def sweep_temporary(self) -> int:
        """Delete what an earlier run left half written.

        Files of this store's own run are kept, and so is whatever has another name.

        Returns:
            How many files were deleted.

        Raises:
            CatalogueReadOnly: the folder cannot be written to.
        """
        folder = self._root / "temporary"
        swept = 0
        with self._writing(), contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith(_TEMPORARY_PREFIX) or entry.name.startswith(self._own_prefix):
                    continue
                status = entry.stat(follow_symlinks=False)
                # What seems to come from the future is old, too: the clock was set back.
                old = not self._opened_at <= status.st_mtime < time.time() + _CLOCK_SECONDS
                if stat.S_ISREG(status.st_mode) and old:
                    Path(entry.path).unlink(missing_ok=True)
                    swept += 1
        return swept

    def _store(self, chunks: Iterable[bytes]) -> Received | None:
        """Write an original while hashing it; None, and nothing written, when there were no bytes."""
        with self._writing(), self._temporary() as (temporary, target):
            digest = hashlib.sha256()
            size = 0
            for chunk in chunks:
                size += len(chunk)
                digest.update(chunk)
                _write(target, chunk)
            if size == 0:
                return None
            received = Received(Digest(digest.hexdigest()), size)
            final = self.original(received.digest)
            if _size_of(final) != size:
                self._make_folder(self._root / _UNFILED)
                self._note_of(received.digest).touch(mode=0o600)
                sync_folder(self._root / _UNFILED)
                self._keep(temporary, target=target, final=final)
        return received

    def _note_of(self, digest: Digest) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"not a SHA-256 digest: {digest!r}")
        return self._root / _UNFILED / digest

    def _folder(self, kind: str, digest: Digest) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"not a SHA-256 digest: {digest!r}")
        return self._root / kind / digest[:2]

    def _make_folder(self, folder: Path) -> None:
        """Make a folder and those between it and the root, for the owner alone."""
        wanted = [folder, *folder.parents]
        for path in reversed(wanted[: wanted.index(self._root) + 1]):
            with contextlib.suppress(FileExistsError):
                path.mkdir(mode=0o700)
                sync_folder(path.parent)

    @contextlib.contextmanager
    def _temporary(self) -> Iterator[tuple[Path, FileIO]]:
        """A new file in the store's file system, gone afterwards unless it was kept."""
        folder = self._root / "temporary"
        self._make_folder(folder)
        path = folder / f"{self._own_prefix}{secrets.token_hex(8)}"
        with open(os.open(path, _CREATE_FLAGS, 0o600), "wb", buffering=0) as file:
            try:
                yield path, file
            finally:
                file.close()  # before unlinking: an open file cannot be deleted everywhere
                path.unlink(missing_ok=True)

    def _keep(self, temporary: Path, *, target: FileIO, final: Path) -> None:
        """Give a complete file its name, so that a crash afterwards does not undo it."""
        os.fsync(target.fileno())
        target.close()
        self._make_folder(final.parent)
        temporary.replace(final)
        sync_folder(final.parent)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Turn the system's errors while writing into sentences."""
        try:
            yield
        except OSError as error:
            if is_full(error):
                raise CatalogueFull(
                    said("The disk that holds the catalogue is full."),
                    advice=said("Free some space, then go on."),
                ) from error
            if is_forbidden(error):
                raise CatalogueReadOnly(
                    said(
                        "The catalogue's folder {folder} cannot be written to.", folder=shown_name(self._root)
                    ),
                    advice=said("Check its permissions, or copy the catalogue to another place."),
                ) from error
            raise CatalogueError(
                said(
                    "The catalogue's folder {folder} could not be used: {reason}.",
                    folder=shown_name(self._root),
                    reason=error.strerror or error,
                ),
                advice=said("Check that the disk is connected, then try again."),
            ) from error


def _limited(chunks: Iterable[bytes], *, name: str, advice: str, limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise RefusedFile(
                said(
                    "{name} has more than {limit:.0f} MB, so it was not taken.", name=name, limit=limit / 1e6
                ),
                advice=advice,
            )
        yield chunk


def _write(file: FileIO, data: bytes | memoryview) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _size_of(path: Path) -> int | None:
    """Bytes of a file, None if there is none: a cut original is replaced by the whole one."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _scaled(picture: "Image.Image", *, side: int) -> "Image.Image":
    """The picture with that long side at most, in proportion, never enlarged."""
    from PIL import Image

    longest = max(picture.size)
    if longest <= side:
        return picture
    width, height = (max(1, round(length * side / longest)) for length in picture.size)
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
