"""Whether rows are marked on the server once they were taken in, and in which column; off unless ticked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from curator.engine.text import clean_line
from curator.ui.fetch.parts import Choice
from curator.ui.language import tr
from curator.ui.theme import GRID
from curator.ui.widgets import set_tip

_LONGEST_TITLE = 60
_WIDTH = 170
_USUAL = ("imported", "analyzed")
"""Columns that are meant for it: by their name, and in the campaign's table ``photos``."""


class MarkRow(QWidget):
    """A tick, and the columns of check boxes that it could be about."""

    def __init__(self) -> None:
        super().__init__()
        self.tick = QCheckBox()
        self.column = Choice(tr("Column to tick"), width=_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.tick)
        row.addWidget(self.column)
        self.tick.toggled.connect(self.column.setEnabled)
        self.offer(())

    @property
    def chosen(self) -> str:
        """The column that is to be ticked on the server; empty writes nothing there."""
        return self.column.value if self.tick.isChecked() else ""

    @property
    def lacks_column(self) -> bool:
        """Whether rows are to be marked and nobody has said where."""
        return self.tick.isChecked() and not self.column.value

    def forget(self) -> None:
        """Takes the tick away: it was for another table."""
        self.tick.setChecked(False)
        self.column.fill((), chosen="")

    def offer(self, free: Sequence[str]) -> None:
        """Offers columns; one that was chosen stays chosen.

        Args:
            free: columns of check boxes that mean nothing else, and may be written over.
        """
        before = self.column.value
        usual = next((title for title in free if title.casefold() in _USUAL), "")
        only = free[0] if len(free) == 1 else ""
        chosen = before if before in free else usual or only
        named = [(title, clean_line(title, limit=_LONGEST_TITLE)) for title in free]
        self.column.fill(named if chosen else [("", tr("choose one")), *named], chosen=chosen)
        self.tick.setChecked(self.tick.isChecked() and bool(free))
        self.tick.setEnabled(bool(free))
        self.tick.setText(
            tr("Mark rows as imported on the server:")
            if free
            else tr("Rows cannot be marked on the server: it has no column of check boxes for it.")
        )
        set_tip(self.tick, tr("Curator writes nothing else there.") if free else "")
        self.column.setEnabled(self.tick.isChecked())
        self.column.setVisible(bool(free))
