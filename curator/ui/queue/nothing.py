"""What stands in the queue while nothing is listed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.ui.assets import Icon
from curator.ui.theme import GRID, Role
from curator.ui.widgets import ButtonTone, IconMark, KeyButton, text_label


class NothingListed(QWidget):
    """Says why the list is empty and what to do, within the queue's narrow column.

    Attributes:
        load: the button for it.
        load_wanted: the person wants to load pictures.
    """

    load_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._heading = text_label("", role=Role.STRONG)
        self._sentence = text_label("", role=Role.DIM, wrap=True)
        self._sentence.setAlignment(centre)
        self.load = KeyButton("Load pictures …", key="Ctrl+L", tone=ButtonTone.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 4 * GRID, 2 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(IconMark(Icon.REVIEW, size=32), 0, centre)
        column.addWidget(self._heading, 0, centre)
        column.addWidget(self._sentence)
        column.addSpacing(2 * GRID)
        column.addWidget(self.load, 0, centre)
        column.addStretch(3)
        self.load.clicked.connect(self.load_wanted)

    @property
    def heading(self) -> str:
        """What is said first."""
        return self._heading.text()

    def tell(self, heading: str, sentence: str, *, may_load: bool) -> None:
        """Says something else.

        Args:
            heading: a few words.
            sentence: why, and what to do.
            may_load: offers to load pictures.
        """
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.load.setVisible(may_load)
