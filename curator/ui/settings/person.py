"""The settings of the person at this computer: name, colours, blur."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton

from curator.ui.preferences import Preferences
from curator.ui.settings.parts import Section, labelled, row_of
from curator.ui.theme import GRID, Role, Scheme, ThemeKeeper
from curator.ui.widgets import text_label

_LONGEST_NAME = 60
_SCHEMES = {Scheme.SYSTEM: "As the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class PersonSection(Section):
    """Who decides, and how pictures and the window look to them.

    Attributes:
        curator_changed: the name that signs decisions from now on.
        scheme_changed: the ``Scheme`` to be shown from now on.
        veil_changed: whether pictures are blurred until a key is held.
    """

    curator_changed = Signal(str)
    scheme_changed = Signal(object)
    veil_changed = Signal(bool)

    def __init__(self, preferences: Preferences, theme: ThemeKeeper) -> None:
        super().__init__("You", "Kept on this computer, for your account.")
        self._preferences = preferences
        self._theme = theme
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setFixedWidth(280)
        self.column.addLayout(labelled("Your name", self.name))
        self.name.setAccessibleDescription("It signs your decisions.")
        self.column.addWidget(
            text_label("It signs your decisions, and stays in the log of the catalogue.", role=Role.DIM)
        )
        self.column.addSpacing(2 * GRID)
        self.schemes: dict[Scheme, QRadioButton] = {}
        group = QButtonGroup(self)
        colours = text_label("Colours")
        colours.setMinimumWidth(112)
        for scheme, words in _SCHEMES.items():
            button = QRadioButton(words)
            button.setAccessibleName(f"Colours: {words.lower()}")
            button.clicked.connect(lambda _on=False, scheme=scheme: self.scheme_changed.emit(scheme))
            group.addButton(button)
            self.schemes[scheme] = button
        self.column.addLayout(row_of(colours, *self.schemes.values(), gap=4 * GRID))
        self.column.addSpacing(2 * GRID)
        self.veil = QCheckBox("Blur pictures until H is held")
        self.veil.clicked.connect(self.veil_changed)
        self.column.addLayout(row_of(self.veil))
        self.name.editingFinished.connect(self._settle_name)
        self.show_person()

    def show_person(self) -> None:
        """Reads again what is remembered; menus change the same things."""
        if not self.name.isModified():
            self.name.setText(self._preferences.curator)
        self.schemes[self._theme.scheme].setChecked(True)
        self.veil.setChecked(self._preferences.veiled)

    def _settle_name(self) -> None:
        """Tells a new name once it is whole; an empty field gets the old one back."""
        name = " ".join(self.name.text().split())
        if name and name != self._preferences.curator:
            self.curator_changed.emit(name)
        self.name.setText(self._preferences.curator)
        self.name.setModified(False)
