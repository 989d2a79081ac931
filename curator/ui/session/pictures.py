"""Previews and thumbnails for the views: decoded off the main thread, kept while likely to be seen."""

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from curator.engine.media import MediaStore
from curator.engine.records import Digest

_PREVIEW_MEGABYTES = 56
"""Room for seven of the largest: what is on the desk, what comes next, and what came before."""
_THUMBNAIL_MEGABYTES = 24

Key = tuple[str, Digest]


class PictureCache(QObject):
    """Hands out images at once when they are in memory, else loads them in the background.

    Only files that Curator itself wrote from pixels are decoded here, never a submitted one.

    Attributes:
        ready: the digest of an image that can now be had.
    """

    ready = Signal(str)
    _loaded = Signal(object, object)

    def __init__(self, media: MediaStore, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media = media
        self._kept = {
            "preview": _Shelf(_PREVIEW_MEGABYTES * 1_000_000),
            "thumbnail": _Shelf(_THUMBNAIL_MEGABYTES * 1_000_000),
        }
        self._under_way: dict[Key, int] = {}
        self._round = 0
        self._closed = False
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="previews")
        self._loaded.connect(self._on_loaded)

    def preview(self, digest: Digest) -> QImage | None:
        """The preview, or None until :attr:`ready` tells; a null image when there is none."""
        return self._get("preview", digest)

    def thumbnail(self, digest: Digest) -> QImage | None:
        """The thumbnail, or None until :attr:`ready` tells; a null image when there is none."""
        return self._get("thumbnail", digest)

    def prefetch(self, digests: Iterable[Digest]) -> None:
        """Loads previews that will be wanted soon."""
        for digest in digests:
            self._get("preview", digest)

    def forget_missing(self) -> None:
        """Looks again for images that were not there: an analysis may have written them since."""
        self._round += 1
        for shelf in self._kept.values():
            shelf.drop_null()

    def forget_all(self) -> None:
        """Lets go of all images: some of them were erased."""
        self._round += 1
        for shelf in self._kept.values():
            shelf.clear()

    def close(self) -> None:
        """Waits for what is being decoded; nothing is delivered afterwards."""
        self._closed = True
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _get(self, kind: str, digest: Digest) -> QImage | None:
        image = self._kept[kind].get(digest)
        if image is None and (kind, digest) not in self._under_way and not self._closed:
            path = self._media.preview(digest) if kind == "preview" else self._media.thumbnail(digest)
            self._under_way[kind, digest] = self._round
            self._threads.submit(self._decode, (kind, digest), path)
        return image

    def _decode(self, key: Key, path: Path) -> None:
        """In a thread of the pool; Python's own, because Qt's deletes its tasks behind Python's back."""
        self._loaded.emit(key, QImage(str(path)))

    def _on_loaded(self, key: Key, image: QImage) -> None:
        asked = self._under_way.pop(key)
        if self._closed:
            return
        kind, digest = key
        # What was missing in an earlier round may have been written since: whoever asks again gets it.
        if not image.isNull() or asked == self._round:
            self._kept[kind].put(digest, image)
        self.ready.emit(digest)


class _Shelf:
    """Images up to a number of bytes; those not asked for longest go first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._images: OrderedDict[Digest, QImage] = OrderedDict()

    def get(self, digest: Digest) -> QImage | None:
        if digest in self._images:
            self._images.move_to_end(digest)
        return self._images.get(digest)

    def put(self, digest: Digest, image: QImage) -> None:
        self.pop(digest)
        self._images[digest] = image
        self._size += image.sizeInBytes()
        while self._size > self._limit and len(self._images) > 1:
            self.pop(next(iter(self._images)))

    def drop_null(self) -> None:
        for digest in [digest for digest, image in self._images.items() if image.isNull()]:
            self.pop(digest)

    def clear(self) -> None:
        self._images.clear()
        self._size = 0

    def pop(self, digest: Digest) -> None:
        image = self._images.pop(digest, None)
        if image is not None:
            self._size -= image.sizeInBytes()
