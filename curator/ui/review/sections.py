"""A titled part of the evidence column, filled anew for each submission."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.ui.theme import GRID, Role
from curator.ui.widgets import section_heading, text_label


class Section(QWidget):
    """A small heading over rows; hides itself while it has none."""

    def __init__(self, title: str, *, gap: int = 0, parent: QWidget | None = None) -> None:
        """Make an empty section.

        Args:
            title: shown in capitals.
            gap: between rows, in logical pixels.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._aside = text_label("", role=Role.CAPTION)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        heading = section_heading(title)
        # In one line it would make the whole column wider than there is room, in the longest languages.
        heading.setWordWrap(True)
        head.addWidget(heading, 1)
        head.addWidget(self._aside)
        self._body = QVBoxLayout()
        self._body.setSpacing(gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self._body)
        self.setAccessibleName(title)

    def set_rows(self, rows: Sequence[QWidget], *, aside: str = "") -> None:
        """Show other rows, with a few dim words at the end of the heading's line."""
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            self._body.addWidget(row)
            # A layout shows its newcomers only in the next round of events, which may be a frame late.
            row.show()
        self.set_aside(aside)
        if not rows or self.parentWidget() is not None:
            # Shown without a parent it would open as a window of its own; its layout will show it.
            self.setVisible(bool(rows))

    def set_aside(self, words: str) -> None:
        """Say something else in the dim words at the end of the heading's line."""
        self._aside.setText(words)

    def rows(self) -> tuple[QWidget, ...]:
        """The rows as they are shown now, from the top."""
        items = (self._body.itemAt(index) for index in range(self._body.count()))
        return tuple(widget for item in items if item is not None and (widget := item.widget()) is not None)
