"""The field that a person searches the queue with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from curator.ui.language import tr
from curator.ui.widgets import make_search_field


class SearchField(QLineEdit):
    """A field that is left by Enter with its words, by Escape without them, and by Down to the list.

    Attributes:
        done: what was typed is what is sought.
        given_up: nothing is sought any more.
        down: the person goes on to what was found.
    """

    done = Signal()
    given_up = Signal()
    down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Search names, notes and files"))
        make_search_field(self)
        self.show_key("/")

    def show_key(self, key: str) -> None:
        """Tells which key leads here; empty for none."""
        words = tr("Search names, notes, files")
        self.setPlaceholderText(f"{words}   {key}".rstrip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.done.emit()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case Qt.Key.Key_Down:
                self.down.emit()
            case _:
                super().keyPressEvent(event)
