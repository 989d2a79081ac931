"""What stands in the dialog while a server is asked: whom Curator waits for, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.ui.assets import Icon
from curator.ui.language import tr
from curator.ui.theme import GRID, Role, size_with_text
from curator.ui.widgets import IconMark, KeyButton, ThinProgress, text_label

_TRACK_WIDTH = 320


class Waiting(QWidget):
    """A sentence, a line that moves, and a button.

    Attributes:
        cancelled: a person does not wait any longer.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._words = text_label("", role=Role.HEADING, elide=Qt.TextElideMode.ElideMiddle)
        self._words.setAlignment(centre)
        patience = text_label(
            tr("A server that does not answer is given up after a while. Nothing is taken in yet."),
            role=Role.DIM,
            wrap=True,
        )
        patience.setAlignment(centre)
        self._track = ThinProgress(name=tr("Waiting for the server"))
        size_with_text(self._track, width=_TRACK_WIDTH)
        self.cancel = KeyButton(tr("Stop waiting"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(IconMark(Icon.ONLINE, size=32), 0, centre)
        column.addSpacing(3 * GRID)
        column.addWidget(self._words)
        column.addSpacing(GRID)
        column.addWidget(patience)
        column.addSpacing(4 * GRID)
        column.addWidget(self._track, 0, centre)
        column.addSpacing(5 * GRID)
        column.addWidget(self.cancel, 0, centre)
        column.addStretch(3)
        self.cancel.clicked.connect(self.cancelled)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def begin(self, host: str) -> None:
        """Says who is asked."""
        self._words.setText(tr("Asking {host} …", host=host))
        self._track.setRange(0, 0)

    def end(self) -> None:
        """Lets the line stand still: what nobody sees need not move."""
        self._track.setRange(0, 1)
