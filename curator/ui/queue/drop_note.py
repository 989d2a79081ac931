"""A line that says how many left the list without having been looked at."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon
from curator.ui.language import tr, tr_of
from curator.ui.theme import Role, Tone
from curator.ui.widgets import IconMark, ToolButton, text_label


class DropNote(QWidget):
    """Stays until it is closed or other filters are chosen: nothing is left out silently."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._words = text_label("", role=Role.CAPTION, wrap=True)
        close = ToolButton(Icon.CLOSE, tr("Close this notice"), size=ICON_SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconMark(TONE_ICONS[Tone.NEUTRAL], size=ICON_SMALL))
        row.addWidget(self._words, 1)
        row.addWidget(close)
        close.clicked.connect(self.forget)
        self.hide()

    @property
    def told(self) -> str:
        """What it says; empty while it says nothing."""
        return self._words.text() if self._count else ""

    def add(self, count: int) -> None:
        """Tells of so many more."""
        self._count += count
        self._words.setText(
            tr_of(
                self._count,
                "{n:,} undecided submission does not fit the filters any more",
                "{n:,} undecided submissions do not fit the filters any more",
            )
        )
        self.setAccessibleName(self._words.text())
        self.show()

    def forget(self) -> None:
        """Tells nothing."""
        self._count = 0
        self.hide()
