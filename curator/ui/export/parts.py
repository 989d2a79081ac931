"""The parts that only the export's forms are built from: choices, files to be saved, whole forms."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from curator.ui.assets import Icon
from curator.ui.theme import GRID, sized
from curator.ui.widgets import FollowingArea, KeyButton, Section, rule
from curator.ui.widgets.value_list import ValueList

CONTENT_WIDTH = 960
"""Of a whole form: lines that are longer are hard to read."""
_SIDE = 6 * GRID


class Choice(ValueList):
    """Cut rather than push its neighbours out of sight: what a list says may be long."""

    def __init__(self, name: str, *, items: Iterable[tuple[str, str]]) -> None:
        """Offers values, the first of them as chosen.

        Args:
            name: for screen readers.
            items: each value with its words.
        """
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.fill(items, chosen="")

    def choose(self, value: str) -> None:
        """Shows another value as chosen; nothing where it is not offered."""
        place = self.findData(value)
        if place >= 0:
            self.setCurrentIndex(place)


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
        # From the outside in: whatever gets another parent tells everything in it that its style may be new.
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(_SIDE, 4 * GRID, _SIDE, 4 * GRID)
        self.setWidget(whole)
        middle = QWidget()
        middle.setMaximumWidth(sized(CONTENT_WIDTH))
        row.addWidget(middle, 1000)
        row.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * GRID)
        for place, section in enumerate(sections):
            if place:
                column.addWidget(rule())
            section.column.addStretch(1)
            column.addWidget(section)
        column.addStretch(1)


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
