"""The parts that the export's forms are built from: sections, choices, captions, and what is wrong."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.theme import GRID, Role, Tone, size_with_text, sized
from curator.ui.widgets import FollowingArea, IconMark, KeyButton, rule, text_label

TITLE_WIDTH = 192
"""Of the words beside a section, in logical pixels at 100 %, as on the page of the settings."""
CONTENT_WIDTH = 960
"""Of a whole form: lines that are longer are hard to read."""
_GAP = 8 * GRID
_SIDE = 6 * GRID


class Told(QWidget):
    """A mark and a sentence about what stands above it; takes no room until it is told."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark(TONE_ICONS[Tone.NEUTRAL], tone=Tone.NEUTRAL)
        self._words = text_label("", wrap=True)
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


class Choice(QComboBox):
    """A list of values with words for each; only those who are at it turn it with the wheel."""

    def __init__(self, name: str, *, items: Iterable[tuple[str, str]] = ()) -> None:
        """Offers values.

        Args:
            name: for screen readers.
            items: each value with its words.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Cut rather than push its neighbours out of sight: what a list says may be long.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in items:
            self.addItem(words, value)

    @property
    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Shows another value as chosen; nothing where it is not offered."""
        place = self.findData(value)
        if place >= 0:
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless somebody is at this list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


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
        row.setSpacing(_GAP)
        row.addWidget(titles)
        row.addLayout(self.column, 1)


class FileSection(Section):
    """One file that can be saved.

    Attributes:
        save_wanted: it is to be saved.
        save: the button.
    """

    save_wanted = Signal()

    def __init__(self, title: str, sentence: str, *, save: str) -> None:
        super().__init__(title, sentence)
        self.save = KeyButton(save, image=Icon.DOWNLOAD)
        self.save.clicked.connect(self.save_wanted)

    @property
    def file_name(self) -> str:
        """What the file is called unless somebody calls it otherwise."""
        raise NotImplementedError

    @property
    def kinds(self) -> str:
        """What the dialog says of files of that kind."""
        raise NotImplementedError


class Form(FollowingArea):
    """Sections one under the other, no wider than can be read."""

    def __init__(self, name: str) -> None:
        """Shows nothing yet.

        Args:
            name: for screen readers.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        # Tab goes to the fields themselves, which scroll into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_sections(self, *sections: Section) -> None:
        """Shows sections, from the top."""
        middle = QWidget()
        middle.setMaximumWidth(sized(CONTENT_WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * GRID)
        for place, section in enumerate(sections):
            if place:
                column.addWidget(rule())
            section.column.addStretch(1)
            column.addWidget(section)
        column.addStretch(1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(_SIDE, 4 * GRID, _SIDE, 4 * GRID)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.setWidget(whole)


def field(name: str, *, longest: int, placeholder: str = "") -> QLineEdit:
    """A line to type into.

    Args:
        name: for screen readers.
        longest: letters that fit.
        placeholder: what holds while it is empty.
    """
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMaxLength(longest)
    line.setPlaceholderText(placeholder)
    return line


def captioned(words: str, one: QWidget) -> QVBoxLayout:
    """A field under its caption, which also names it for screen readers."""
    label = text_label(words, role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
    label.setBuddy(one)
    one.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(GRID)
    column.addWidget(label)
    column.addWidget(one)
    return column


def row_of(*widgets: QWidget, gap: int = 2 * GRID) -> QHBoxLayout:
    """Widgets side by side from the left, as wide as they are."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
