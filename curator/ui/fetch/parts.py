"""The list of values that the dialog's forms choose from."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from curator.ui.theme import GRID, size_with_text

_MOST_SHOWN = 14


class Choice(QComboBox):
    """A list of values with words for each; only those who are at it turn it with the wheel."""

    def __init__(self, name: str, *, width: int | None = None) -> None:
        """Nothing is offered yet.

        Args:
            name: for screen readers.
            width: in logical pixels at 100 %; None is as wide as its place.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Never as wide as its words: titles of columns may have any length.
        wide = QSizePolicy.Policy.Ignored if width is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        size_with_text(self, width=width)

    @property
    def value(self) -> str:
        """What is chosen; empty for the first entry when that stands for nothing."""
        return str(self.currentData() or "")

    def fill(self, items: Iterable[tuple[str, str]], *, chosen: str) -> None:
        """Offers other values, each with its words; tells nobody."""
        self.blockSignals(True)
        self.clear()
        for value, words in items:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless somebody is at this list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Open the list so high and wide that no entry is cut."""
        view = self.view()
        # Qt counts the rows without the padding that the sheet gives the list.
        rows = min(self.count(), self.maxVisibleItems())
        frame = view.height() - view.viewport().height() if view.isVisible() else 2 * GRID + 4
        view.setMinimumHeight(rows * view.sizeHintForRow(0) + frame)
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 6 * GRID))
        super().showPopup()
