"""A list of values to choose one from, as forms have them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from curator.ui.theme import GRID


class ValueList(QComboBox):
    """Values with words for each; only those who are at the list turn it with the wheel."""

    def __init__(self, name: str, *, most_shown: int = 10) -> None:
        """Offers nothing yet.

        Args:
            name: for screen readers.
            most_shown: entries that are seen at once when it is open.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(most_shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def value(self) -> str:
        """What is chosen; empty for an entry that stands for nothing."""
        return str(self.currentData() or "")

    def fill(self, items: Iterable[tuple[str, str]], *, chosen: str) -> None:
        """Offers other values, each with its words; tells nobody.

        Args:
            items: the values with their words.
            chosen: is shown as chosen; the first where it is not offered.
        """
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
