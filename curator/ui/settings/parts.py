"""The parts that sections of the settings are built from."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from curator.ui.theme import GRID, Role, size_with_text
from curator.ui.widgets import row_of, text_label

LABEL_WIDTH = 148
"""Of the words before a field, in logical pixels at 100 %."""
CONTENT_WIDTH = 760
"""Lines that are longer are hard to read."""


class Facts(QGridLayout):
    """Names at the left, what is so at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(4 * GRID)
        self.setVerticalSpacing(GRID)
        self.setColumnStretch(1, 1)

    def add(self, name: str) -> QLabel:
        """Adds a line; returns the label of what is so."""
        fact = text_label("", wrap=True)
        row = self.rowCount()
        label = text_label(name, role=Role.DIM)
        size_with_text(label, least_width=LABEL_WIDTH)
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(fact, row, 1)
        return fact


class WheelGuard(QObject):
    """Lets the wheel turn the page, and not the number of a field that the pointer happens to be over."""

    def guard(self, field: QWidget) -> None:
        """Looks after a field from now on."""
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes away what is not meant for a field."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def labelled(words: str, field: QWidget) -> QHBoxLayout:
    """A field with its words before it, which also name it for screen readers."""
    label = text_label(words)
    label.setBuddy(field)
    size_with_text(label, least_width=LABEL_WIDTH)
    field.setAccessibleName(words)
    return row_of(label, field, gap=4 * GRID)


def indented(words: str | QLabel) -> QHBoxLayout:
    """A sentence under a field, where the field begins."""
    space = QWidget()
    size_with_text(space, width=LABEL_WIDTH, height=1)
    row = QHBoxLayout()
    row.setSpacing(4 * GRID)
    row.addWidget(space)
    row.addWidget(text_label(words, role=Role.DIM, wrap=True) if isinstance(words, str) else words, 1)
    return row
