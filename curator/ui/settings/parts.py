"""The parts that sections of the settings are built from."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.ui.assets import TONE_ICONS
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets import IconMark, text_label

TITLE_WIDTH = 192
LABEL_WIDTH = 148
"""Of the words before a field, in logical pixels at 100 %."""
GAP = 8 * GRID
CONTENT_WIDTH = 760
"""Lines that are longer are hard to read."""


class Section(QWidget):
    """A title with a sentence at the left, and the settings themselves in :attr:`column` at the right.

    Attributes:
        column: where the settings go, one under the other.
    """

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(text_label(title, role=Role.HEADING))
        left.addWidget(text_label(sentence, role=Role.DIM, wrap=True))
        left.addStretch(1)
        titles = QWidget()
        size_with_text(titles, width=TITLE_WIDTH)
        titles.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(2 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(titles)
        row.addLayout(self.column, 1)


class Outcome(QWidget):
    """A mark and what came of something, under the button that began it; hidden until it is told."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark(TONE_ICONS[Tone.NEUTRAL], tone=Tone.NEUTRAL)
        self._words = text_label("", wrap=True, selectable=True)
        # Nothing to be done with it by keys, and a stop of Tab for each would be in the way.
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

    def tell(self, *sentences: str, tone: Tone) -> None:
        """Shows sentences, one a line."""
        self._mark.set_image(TONE_ICONS[tone], tone=tone)
        self._words.setText("\n".join(sentences))
        self.setAccessibleName(" ".join(sentences))
        self.show()


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


def row_of(*widgets: QWidget, gap: int = 2 * GRID) -> QHBoxLayout:
    """Widgets side by side from the left, as wide as they are."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


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
