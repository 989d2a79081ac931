"""What the desk needs of whoever loads previews."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage

from curator.engine.records import Digest


class Pictures(Protocol):
    """Where previews come from: at once from memory, or later with a signal."""

    @property
    def ready(self) -> SignalInstance:
        """Emitted with the digest when a preview that was asked for has been loaded."""

    def preview(self, digest: Digest) -> QImage | None:
        """The preview, or None while it is loaded; a null image if there will be none."""
