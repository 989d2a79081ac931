"""Face crops of reference portraits, cut once and kept while their politician is shown."""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from curator.engine.records import Digest, ReferencePortrait
from curator.ui.face_crop import face_crop, whole_crop
from curator.ui.session.pictures import PictureCache

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
        self._portraits: dict[Digest, ReferencePortrait] = {}
        self._made: dict[Digest, QImage] = {}
        self._asked: set[Digest] = set()
        pictures.ready.connect(self._on_ready)

    def show_only(self, portraits: tuple[ReferencePortrait, ...]) -> None:
        """Forgets the crops of all other portraits, and asks anew for those that did not come."""
        shown = {one.digest: one for one in portraits}
        self._made = {
            digest: crop
            for digest, crop in self._made.items()
            if digest in shown and shown[digest].box == self._portraits[digest].box
        }
        self._portraits = shown
        self._asked.clear()

    def get(self, digest: Digest) -> QImage | None:
        """The crop, or None: then :attr:`ready` tells when there is one, if there will be."""
        if digest in self._made:
            return self._made[digest]
        if digest in self._asked or digest not in self._portraits:
            return None
        # Once: a preview that was put out of memory again must not be asked for by every repaint.
        self._asked.add(digest)
        image = self._pictures.preview(digest)
        return None if image is None or image.isNull() else self._cut(digest, image)

    def _on_ready(self, digest: str) -> None:
        known = Digest(digest)
        if known in self._portraits and known not in self._made:
            image = self._pictures.preview(known)
            if image is not None and not image.isNull():
                self._cut(known, image)
                self.ready.emit()

    def _cut(self, digest: Digest, image: QImage) -> QImage:
        portrait = self._portraits[digest]
        full_size = QSize(portrait.width, portrait.height)
        if portrait.box is None or full_size.isEmpty():
            crop = whole_crop(image, side=SIDE)
        else:
            crop = face_crop(image, box=portrait.box, full_size=full_size, side=SIDE)
        self._made[digest] = crop
        return crop
