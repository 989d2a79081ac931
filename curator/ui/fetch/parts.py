"""The small parts that the dialog is built from: choices, captions, and what is wrong."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.assets import TONE_ICONS
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets import IconMark, text_label

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


class Told(QWidget):
    """A mark and a sentence under what it is about; takes no room until it is told."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark(TONE_ICONS[Tone.BAD], tone=Tone.BAD)
        self._words = text_label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What is told; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, sentence: str, *, tone: Tone = Tone.BAD) -> None:
        """Shows a sentence; none hides it."""
        self._mark.set_image(TONE_ICONS[tone], tone=tone)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def captioned(words: str, field: QWidget) -> QVBoxLayout:
    """A field under its caption, which also names it for screen readers."""
    label = text_label(words, role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
    label.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(GRID)
    column.addWidget(label)
    column.addWidget(field)
    return column
