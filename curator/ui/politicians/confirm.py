"""A button for what cannot be taken back: it asks in its own place, without a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.ui.assets import Icon
from curator.ui.language import tr
from curator.ui.theme import GRID, Role
from curator.ui.widgets import ButtonTone, KeyButton, text_label


class ConfirmButton(QWidget):
    """Turns into a question with "Remove" and "Keep" when it is pressed.

    Attributes:
        confirmed: the person said yes.
    """

    confirmed = Signal()

    def __init__(self, label: str, *, image: Icon | None = None) -> None:
        super().__init__()
        self._question = ""
        self.button = KeyButton(label, image=image)
        self._asked = text_label("", role=Role.STRONG, elide=Qt.TextElideMode.ElideMiddle)
        self.yes = KeyButton(tr("Remove"), tone=ButtonTone.BAD)
        self.keep = KeyButton(tr("Keep"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        for widget in (self._asked, self.yes, self.keep, self.button):
            row.addWidget(widget)
        self._show(asking=False)
        self.button.clicked.connect(self._on_clicked)
        self.yes.clicked.connect(self._on_yes)
        self.keep.clicked.connect(lambda: self._show(asking=False, focus=self.keep.hasFocus()))

    @property
    def asking(self) -> bool:
        """Whether it waits for an answer."""
        return not self._asked.isHidden()

    @property
    def question(self) -> str:
        """What it asks."""
        return self._asked.text()

    def set_question(self, question: str) -> None:
        """What it will ask; a question that is being asked is withdrawn."""
        if question != self._question:
            self._question = question
            self._asked.setText(question)
            self.yes.setAccessibleDescription(question)
            self._show(asking=False)

    def ask(self) -> None:
        """Asks, as if the button were pressed."""
        if self.button.isEnabled() and not self.asking:
            self._show(asking=True, focus=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps."""
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self._show(asking=False, focus=True)
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self._show(asking=True, focus=True)

    def _on_yes(self) -> None:
        self._show(asking=False)
        self.confirmed.emit()

    def _show(self, *, asking: bool, focus: bool = False) -> None:
        self.button.setVisible(not asking)
        for widget in (self._asked, self.yes, self.keep):
            widget.setVisible(asking)
        if focus:
            # On the harmless answer: Enter pressed twice must not remove anything.
            (self.keep if asking else self.button).setFocus(Qt.FocusReason.OtherFocusReason)
