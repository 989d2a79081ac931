"""What forms are built from: sections, captions, rows, and a sentence under what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.ui.assets import TONE_ICONS
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets.chips import IconMark
from curator.ui.widgets.labels import text_label

TITLE_WIDTH = 192
"""Of the words beside a section, in logical pixels at 100 %."""
GAP = 8 * GRID


class Told(QWidget):
    """A mark and sentences about what stands above it; takes no room until it is told."""

    def __init__(self, *, selectable: bool = False) -> None:
        """Tells nothing yet.

        Args:
            selectable: its words can be selected with the pointer.
        """
        super().__init__()
        self._mark = IconMark(TONE_ICONS[Tone.NEUTRAL], tone=Tone.NEUTRAL, first_line=True)
        self._words = text_label("", wrap=True, selectable=selectable)
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

    def tell(self, *sentences: str, tone: Tone = Tone.BAD) -> None:
        """Shows sentences, one a line; none hides it."""
        words = "\n".join(one for one in sentences if one)
        self._mark.set_image(TONE_ICONS[tone], tone=tone)
        self._words.setText(words)
        self.setAccessibleName(" ".join(words.split("\n")))
        self.setVisible(bool(words))


class Section(QWidget):
    """A title with a sentence at the left, and the fields themselves in :attr:`column` at the right.

    Attributes:
        column: where the fields go, one under the other.
    """

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        titles = QWidget()
        size_with_text(titles, width=TITLE_WIDTH)
        left = QVBoxLayout(titles)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GRID)
        left.addWidget(text_label(title, role=Role.HEADING, wrap=True))
        left.addWidget(text_label(sentence, role=Role.DIM, wrap=True))
        left.addStretch(1)
        self.column = QVBoxLayout()
        self.column.setSpacing(2 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(titles)
        row.addLayout(self.column, 1)


def captioned(words: str, field: QWidget) -> QVBoxLayout:
    """A field under its caption, which also names it for screen readers."""
    label = text_label(words, role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
    label.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(GRID)
    column.addWidget(label)
    column.addWidget(field)
    return column


def row_of(*widgets: QWidget, gap: int = 2 * GRID) -> QHBoxLayout:
    """Widgets side by side from the left, as wide as they are."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
