"""What the system keeps the processes from that open submitted pictures, line by line."""

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.engine.workers.sandbox import PROTECTION_WORDS, Protection
from curator.ui.language import tr
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import ToneMark, text_label


class ProtectionList(QWidget):
    """A line for each protection, with a mark that says whether it is in force here.

    Attributes:
        marks: the lines.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting = text_label(
            tr("no worker has started yet; one does with the next picture"), role=Role.DIM, wrap=True
        )
        self.marks = {one: ToneMark(Tone.NEUTRAL, "", tinted=False) for one in Protection}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._waiting)
        for mark in self.marks.values():
            column.addWidget(mark)
        self.show_active(None)

    def show_active(self, active: Collection[Protection] | None) -> None:
        """Shows what is in force; None before any worker has said it."""
        self._waiting.setVisible(active is None)
        for one, mark in self.marks.items():
            words = tr(PROTECTION_WORDS[one])
            if active is not None and one in active:
                mark.set_mark(Tone.OK, words)
            else:
                mark.set_mark(Tone.WARN, tr("{what}: this system does not see to it", what=words))
            mark.setVisible(active is not None)
