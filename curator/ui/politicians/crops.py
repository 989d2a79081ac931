"""Face crops of reference portraits, cut once and kept while their politician is shown."""

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage

from curator.engine.media import PREVIEW_SIDE
from curator.engine.records import Digest, FaceBox, ReferencePortrait
from curator.ui.pictures import PictureCache

MARGIN = 0.6
"""Of the face's size, added around it: hair and chin belong to how a person is recognised."""

SIDE = 224
"""Of a crop in device pixels: sharp at 112 logical pixels on a screen with double density."""


class Crops(QObject):
    """Asks for previews and cuts the faces out of them.

    Previews are large and only some fit into memory at once; the crops are small and are kept.

    Attributes:
        ready: a crop that was asked for can now be had.
    """

    ready = Signal()

    def __init__(self, pictures: PictureCache, *, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._boxes: dict[Digest, FaceBox | None] = {}
        self._made: dict[Digest, QImage] = {}
        self._asked: set[Digest] = set()
        pictures.ready.connect(self._on_ready)

    def show_only(self, portraits: tuple[ReferencePortrait, ...]) -> None:
        """Forgets the crops of all other portraits, and asks anew for those that did not come."""
        boxes = {one.digest: one.box for one in portraits}
        self._made = {
            digest: crop
            for digest, crop in self._made.items()
            if digest in boxes and boxes[digest] == self._boxes.get(digest)
        }
        self._boxes = boxes
        self._asked.clear()

    def get(self, digest: Digest) -> QImage | None:
        """The crop, or None: then :attr:`ready` tells when there is one, if there will be."""
        if digest in self._made:
            return self._made[digest]
        if digest in self._asked or digest not in self._boxes:
            return None
        # Once: a preview that was put out of memory again must not be asked for by every repaint.
        self._asked.add(digest)
        image = self._pictures.preview(digest)
        return None if image is None or image.isNull() else self._cut(digest, image)

    def _on_ready(self, digest: str) -> None:
        known = Digest(digest)
        if known in self._boxes and known not in self._made:
            image = self._pictures.preview(known)
            if image is not None and not image.isNull():
                self._cut(known, image)
                self.ready.emit()

    def _cut(self, digest: Digest, image: QImage) -> QImage:
        crop = face_crop(image, box=self._boxes[digest], side=SIDE)
        self._made[digest] = crop
        return crop


def face_crop(image: QImage, *, box: FaceBox | None, side: int) -> QImage:
    """The square around a face; the upper middle of the picture when its place is not known.

    A preview is as large as the picture unless its long side is ``PREVIEW_SIDE``: then it may have
    been shrunk, by how much is not known here, and the box says nothing about the preview.

    Args:
        image: the preview.
        box: of the face, in pixels of the upright picture at full size.
        side: of the result, in pixels.
    """
    full = image.size() if max(image.width(), image.height()) < PREVIEW_SIDE else None
    square = _upper_middle(image.size()) if box is None or full is None else _around(box, image.size())
    return image.copy(square).scaled(
        side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _around(box: FaceBox, size: QSize) -> QRect:
    length = min(round((1 + MARGIN) * max(box.width, box.height)), size.width(), size.height())
    left = box.left + box.width // 2 - length // 2
    top = box.top + box.height // 2 - length // 2
    return QRect(
        min(max(left, 0), size.width() - length), min(max(top, 0), size.height() - length), length, length
    )


def _upper_middle(size: QSize) -> QRect:
    length = min(size.width(), size.height())
    return QRect((size.width() - length) // 2, (size.height() - length) // 4, length, length)
