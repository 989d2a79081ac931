"""A column at the side of a page: as wide as its text wants it, narrower where there is little room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui.theme import sized

_LEAST = 232
"""In logical pixels, whatever the size of text: what is longer is cut or broken into lines."""


class SideColumn(QWidget):
    """Put it into a row with a stretch of its share; it never grows beyond its width."""

    def __init__(self, width: int) -> None:
        """Make an empty column.

        Args:
            width: that it wants, in logical pixels at 100 %. It grows half as fast as the text, since its
                lines wrap or are cut: the table beside it has to be read too.
        """
        super().__init__()
        self._wanted = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(self._most())

    def sizeHint(self) -> QSize:
        """The width that it wants."""
        return QSize(self._most(), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.setMaximumWidth(self._most())

    def _most(self) -> int:
        return (self._wanted + sized(self._wanted)) // 2
