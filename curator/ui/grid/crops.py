"""Face crops for the grid, cut beside the main thread and kept while they are near the screen."""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter

from curator.engine.media import THUMBNAIL_SIDE, MediaStore
from curator.engine.records import Digest, FaceBox
from curator.ui.face_crop import MARGIN
from curator.ui.veil import Veil, through

_BYTES = 24_000_000
"""Of crops that are kept: 320 of 136 pixels, six times what a screen of 1920 by 1080 shows."""

_THREADS = 2
_IN_FLIGHT = 4
"""More are not handed to the threads at once, so that what is scrolled past is never cut."""

_ENOUGH = 0.8
"""Of the pixels that a crop wants, a thumbnail must have so many to be cut from instead of the preview."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One crop: of which picture, and how.

    Attributes:
        face: in pixels of the upright picture; None cuts nothing away.
        width: of the upright picture, in pixels.
        height: of the upright picture, in pixels.
        side: of the square that results, in device pixels.
        veil: what it is seen through.
    """

    digest: Digest
    face: FaceBox | None
    width: int
    height: int
    side: int
    veil: Veil = Veil.NONE


class FaceCrops(QObject):
    """Hands out crops at once when they are in memory, else cuts them in threads of its own.

    Only previews and thumbnails are decoded here, which Curator wrote itself from pixels.

    Attributes:
        ready: the ``Cut`` that can now be had.
    """

    ready = Signal(object)

    def __init__(self, media: MediaStore, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media = media
        self._kept: OrderedDict[Cut, QImage] = OrderedDict()
        self._size = 0
        self._todo: list[Cut] = []
        self._under_way: set[Cut] = set()
        self._missing: set[Cut] = set()
        self._closed = False
        self._threads = ThreadPoolExecutor(max_workers=_THREADS, thread_name_prefix="crops")
        self._post = _Post(QCoreApplication.instance())
        self._post.made.connect(self._on_made)
        self.destroyed.connect(partial(_end, self._threads, self._post))

    def get(self, cut: Cut) -> QImage | None:
        """The crop, or None while it is not there; a null image when the picture has none."""
        image = self._kept.get(cut)
        if image is not None:
            self._kept.move_to_end(cut)
        return image

    def want(self, cuts: Sequence[Cut]) -> None:
        """Cuts these, the first ones first; what was wanted before and is not any more is dropped."""
        self._todo = [one for one in cuts if one not in self._kept and one not in self._under_way]
        self._todo.reverse()
        self._hand_out()

    def forget_missing(self) -> None:
        """Looks again for previews that were not there: an analysis may have written them since."""
        for cut in self._missing:
            self._kept.pop(cut, None)
        self._missing.clear()

    @property
    def waiting(self) -> int:
        """How many crops are still to be cut."""
        return len(self._todo) + len(self._under_way)

    def close(self) -> None:
        """Waits for what is being cut; nothing is delivered afterwards."""
        self._closed = True
        self._todo = []
        self._threads.shutdown(wait=True, cancel_futures=True)

    # ------------------------------------------------------------ inside

    def _hand_out(self) -> None:
        while self._todo and len(self._under_way) < _IN_FLIGHT and not self._closed:
            cut = self._todo.pop()
            self._under_way.add(cut)
            paths = self._media.thumbnail(cut.digest), self._media.preview(cut.digest)
            self._threads.submit(_make, self._post, cut, *paths)

    def _on_made(self, cut: Cut, image: QImage) -> None:
        self._under_way.discard(cut)
        if self._closed:
            return
        self._kept[cut] = image
        self._size += image.sizeInBytes()
        if image.isNull():
            self._missing.add(cut)
        while self._size > _BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._size -= old.sizeInBytes()
        self._hand_out()
        self.ready.emit(cut)


class _Post(QObject):
    """Carries crops to the main thread.

    The one object that the threads hold. It belongs to the application and outlives them, so that
    they never let go of it last: an object of Qt must not end in another thread.

    Attributes:
        made: a ``Cut`` and its image.
    """

    made = Signal(object, object)


def _make(post: _Post, cut: Cut, thumbnail: Path, preview: Path) -> None:
    """In a thread of the pool; Python's own, because Qt's deletes its tasks behind Python's back."""
    post.made.emit(cut, cut_face(cut, thumbnail=thumbnail, preview=preview))


def _end(threads: ThreadPoolExecutor, post: _Post) -> None:
    """Once nobody wants crops any more: first the threads end, then what they hold."""
    threads.shutdown(wait=True, cancel_futures=True)
    post.deleteLater()


def cut_face(cut: Cut, *, thumbnail: Path, preview: Path) -> QImage:
    """Decodes no more of a preview than the square around the face, at the size that is shown.

    The face is as high in every crop, as ``face_crop`` has it. May run in any thread.

    Returns:
        A square with clear edges where the picture ends; null when there is no preview.
    """
    if cut.face is None or not cut.width or not cut.height:
        return _whole(cut, thumbnail)
    length = (1 + MARGIN) * max(cut.face.width, cut.face.height)
    small = THUMBNAIL_SIDE / max(cut.width, cut.height)
    reader = QImageReader(str(thumbnail if length * small >= _ENOUGH * cut.side else preview))
    size = reader.size()
    if size.isEmpty():
        return QImage()
    across, down = size.width() / cut.width, size.height() / cut.height
    square = QRectF(0, 0, length * across, length * down)
    middle = QPointF(cut.face.left + cut.face.width / 2, cut.face.top + cut.face.height / 2)
    square.moveCenter(QPointF(middle.x() * across, middle.y() * down))
    square.moveTo(
        _within(square.left(), length=square.width(), room=size.width()),
        _within(square.top(), length=square.height(), room=size.height()),
    )
    region = square.toAlignedRect().intersected(QRect(0, 0, size.width(), size.height()))
    if region.isEmpty():
        return QImage()
    scale = cut.side / square.width(), cut.side / square.height()
    target = QRectF(
        (region.left() - square.left()) * scale[0],
        (region.top() - square.top()) * scale[1],
        region.width() * scale[0],
        region.height() * scale[1],
    )
    reader.setClipRect(region)
    reader.setScaledSize(target.size().toSize().expandedTo(QSize(1, 1)))
    return _on_square(cut, reader.read(), target)


def _whole(cut: Cut, thumbnail: Path) -> QImage:
    reader = QImageReader(str(thumbnail))
    size = reader.size()
    if size.isEmpty():
        return QImage()
    shown = size.scaled(cut.side, cut.side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    reader.setScaledSize(shown)
    target = QRectF(QPointF(0, 0), QSizeF(shown))
    target.moveCenter(QPointF(cut.side / 2, cut.side / 2))
    return _on_square(cut, reader.read(), target)


def _on_square(cut: Cut, piece: QImage, target: QRectF) -> QImage:
    seen = None if piece.isNull() else through(piece, veil=cut.veil)
    if seen is None:
        return QImage()
    crop = QImage(cut.side, cut.side, QImage.Format.Format_ARGB32_Premultiplied)
    crop.fill(Qt.GlobalColor.transparent)
    painter = QPainter(crop)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, seen)
    painter.end()
    return crop


def _within(start: float, *, length: float, room: float) -> float:
    if length > room:
        return (room - length) / 2
    return min(max(start, 0.0), room - length)
