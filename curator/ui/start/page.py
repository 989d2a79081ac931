"""The start page: who decides, and with which catalogue."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.ui.assets import Icon, app_icon
from curator.ui.language import tr
from curator.ui.start.choice import ChoiceButton
from curator.ui.theme import GRID, Role, Surface, size_with_text
from curator.ui.widgets import IconMark, set_surface, text_label

_WIDTH, _NAME_WIDTH = 672, 280
"""In logical pixels at 100 %."""
_LONGEST_NAME = 60


class StartPage(QWidget):
    """Offers to make, open or try a catalogue.

    Attributes:
        new_wanted: a new catalogue is to be made.
        open_wanted: a catalogue is to be chosen and opened.
        sample_wanted: the sample with invented people is to be opened.
        last_wanted: the catalogue that was open last is to be opened.
        curator_changed: the name that signs decisions from now on; never empty.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    last_wanted = Signal()
    curator_changed = Signal(str)

    def __init__(self, *, curator: str, last: Path | None) -> None:
        super().__init__()
        self._curator = curator
        set_surface(self, Surface.PANEL)
        self.go_on: ChoiceButton | None = None
        if last is not None:
            self.go_on = ChoiceButton(
                Icon.CATALOGUE,
                tr("Go on with {name}", name=last.name or last),
                f"{last}",
                wide=True,
                primary=True,
            )
        self.new = ChoiceButton(
            Icon.ADD,
            tr("New catalogue …"),
            tr("Begin in an empty folder of this computer."),
            primary=last is None,
        )
        self.open = ChoiceButton(
            Icon.FOLDER, tr("Open catalogue …"), tr("Go on where you or a colleague stopped.")
        )
        self.sample = ChoiceButton(
            Icon.PICTURES,
            tr("Look at the sample"),
            tr("Try everything with invented people and drawn faces."),
        )
        self.name = QLineEdit(curator)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(tr("Your name"))
        self.name.setAccessibleDescription(tr("It signs your decisions."))
        self._lay_out()
        self.name.editingFinished.connect(self._settle_name)
        if self.go_on is not None:
            self.go_on.clicked.connect(self._on_last)
        self.new.clicked.connect(self._on_new)
        self.open.clicked.connect(self._on_open)
        self.sample.clicked.connect(self._on_sample)
        (self.go_on or self.new).setFocus()

    def _lay_out(self) -> None:
        middle = QWidget()
        size_with_text(middle, width=_WIDTH)
        titles = QVBoxLayout()
        titles.setSpacing(GRID)
        titles.addStretch(1)
        titles.addWidget(text_label("Curator", role=Role.HEADING))
        titles.addWidget(
            text_label(
                tr(
                    "Look through the pictures that people sent in, decide about each,"
                    " and hand on what is good."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        titles.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(4 * GRID)
        head.addWidget(_Logo())
        head.addLayout(titles, 1)
        choices = QGridLayout()
        choices.setSpacing(3 * GRID)
        if self.go_on is not None:
            choices.addWidget(self.go_on, 0, 0, 1, 3)
        for column, choice in enumerate((self.new, self.open, self.sample)):
            choices.addWidget(choice, 1, column)
            choices.setColumnStretch(column, 1)
        size_with_text(self.name, width=_NAME_WIDTH)
        label = text_label(tr("Your name (it signs your decisions)"))
        label.setBuddy(self.name)
        who = QHBoxLayout()
        who.setSpacing(3 * GRID)
        who.addWidget(label)
        who.addWidget(self.name)
        who.addStretch(1)
        privacy = QHBoxLayout()
        privacy.setSpacing(2 * GRID)
        privacy.addWidget(IconMark(Icon.PRIVACY))
        privacy.addWidget(
            text_label(
                tr("Everything stays on this computer: no picture, name or face is sent anywhere."),
                role=Role.DIM,
                wrap=True,
            ),
            1,
        )
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addSpacing(6 * GRID)
        rows.addLayout(choices)
        rows.addSpacing(6 * GRID)
        rows.addLayout(who)
        rows.addSpacing(5 * GRID)
        rows.addLayout(privacy)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 6 * GRID)
        outer.addStretch(2)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _settle_name(self) -> None:
        """Tells a new name once it is whole; an empty field gets the old one back."""
        name = " ".join(self.name.text().split())
        if not name:
            self.name.setText(self._curator)
        elif name != self._curator:
            self._curator = name
            self.curator_changed.emit(name)

    # A click need not end the typing in the field, so each choice settles the name first.

    def _on_new(self) -> None:
        self._settle_name()
        self.new_wanted.emit()

    def _on_open(self) -> None:
        self._settle_name()
        self.open_wanted.emit()

    def _on_sample(self) -> None:
        self._settle_name()
        self.sample_wanted.emit()

    def _on_last(self) -> None:
        self._settle_name()
        self.last_wanted.emit()


class _Logo(QWidget):
    """The program's own icon."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = app_icon()
        self.setFixedSize(56, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())
