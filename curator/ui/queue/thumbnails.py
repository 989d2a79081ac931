"""Thumbnails for the lines in view: those seen last first, and those scrolled past not at all."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from curator.engine.records import Digest
from curator.ui.session.pictures import PictureCache

_AT_ONCE = 6
"""So many are being loaded at a time: whoever scrolls on waits for no more than these."""
_WAITING = 48
"""So many wait; older wishes are given up."""
_KNOWN = 4_096


class Thumbnails(QObject):
    """Hands out what is in memory and asks for the rest a few at a time. Lives in the main thread.

    Attributes:
        arrived: some can be had now that could not before.
    """

    arrived = Signal()

    def __init__(self, pictures: PictureCache, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._known: set[Digest] = set()
        self._under_way: set[Digest] = set()
        self._wanted: OrderedDict[Digest, None] = OrderedDict()
        pictures.ready.connect(self._on_ready)

    def thumbnail(self, digest: Digest) -> QImage | None:
        """The thumbnail, or None until :attr:`arrived` tells; a null image when there is none."""
        if digest in self._known or (digest not in self._under_way and len(self._under_way) < _AT_ONCE):
            return self._ask(digest)
        if digest not in self._under_way:
            self._wanted[digest] = None
            self._wanted.move_to_end(digest)
            self._drop()
        return None

    def expect(self, digests: Iterable[Digest]) -> None:
        """Loads what will be looked at soon, after all that is looked at now."""
        for digest in digests:
            if digest not in self._known and digest not in self._under_way:
                self._wanted[digest] = None
                self._wanted.move_to_end(digest, last=False)
        self._pump()

    def give_up(self) -> None:
        """Wants no more of what waits; lines that are still in view ask again when they are painted."""
        self._wanted.clear()

    def _ask(self, digest: Digest) -> QImage | None:
        image = self._pictures.thumbnail(digest)
        if image is None:
            self._under_way.add(digest)
        else:
            self._know(digest)
        return image

    def _know(self, digest: Digest) -> None:
        if len(self._known) >= _KNOWN:
            self._known.clear()
        self._known.add(digest)

    def _drop(self) -> None:
        while len(self._wanted) > _WAITING:
            self._wanted.popitem(last=False)

    def _pump(self) -> None:
        while self._wanted and len(self._under_way) < _AT_ONCE:
            digest, _ = self._wanted.popitem()
            if self._ask(digest) is not None:
                self.arrived.emit()

    def _on_ready(self, told: str) -> None:
        digest = Digest(told)
        # Previews are told by the same signal; only what lines asked for is of interest here.
        if digest not in self._under_way and digest not in self._known:
            return
        self._under_way.discard(digest)
        self._know(digest)
        self._pump()
        self.arrived.emit()
