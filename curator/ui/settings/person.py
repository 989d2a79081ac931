"""The settings of the person at this computer: name, language, colours, text, veil, breaks."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout

from curator.engine.said import said
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr, tr_of
from curator.ui.preferences import BREAK_MINUTES, LANGUAGES, Preferences
from curator.ui.settings.parts import LABEL_WIDTH, WheelGuard, indented, labelled
from curator.ui.theme import (
    GRID,
    SCHEME_WORDS,
    TEXT_PERCENTS,
    Role,
    Scheme,
    ThemeKeeper,
    size_with_text,
)
from curator.ui.veil import VEIL_WORDS, Veil
from curator.ui.widgets import Section, text_label

_Choice = TypeVar("_Choice", Scheme, Veil)
_LONGEST_NAME = 60
_NAME_WIDTH = 280
_COMBO_WIDTH = 200
_LANGUAGE_NAMES: Mapping[str, str] = {
    "": said("As the system"),
    # Each in its own language, so that whoever is lost finds back.
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "it": "Italiano",
}


class PersonSection(Section):
    """Who decides, and how pictures and the window look to them.

    Attributes:
        curator_changed: the name that signs decisions from now on.
        scheme_changed: the ``Scheme`` to be shown from now on.
        text_changed: how large text is from now on, in percent of its usual size.
        veil_changed: the ``Veil`` of pictures from now on.
        breaks_changed: after how many minutes a break is suggested from now on; 0 is never.
    """

    curator_changed = Signal(str)
    scheme_changed = Signal(object)
    text_changed = Signal(int)
    veil_changed = Signal(object)
    breaks_changed = Signal(int)

    def __init__(
        self, preferences: Preferences, theme: ThemeKeeper, *, bindings: Bindings, wheel: WheelGuard
    ) -> None:
        super().__init__(tr("You"), tr("Kept on this computer, for your account."))
        self._preferences = preferences
        self._theme = theme
        self._bindings = bindings
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        size_with_text(self.name, width=_NAME_WIDTH)
        self.language = _combo(wheel)
        self.text = _combo(wheel)
        self.breaks = _combo(wheel)
        self.schemes: dict[Scheme, QRadioButton] = {}
        self.veils: dict[Veil, QRadioButton] = {}
        self._look_words = text_label("", role=Role.DIM, wrap=True)
        self._lay_out()
        self.name.editingFinished.connect(self._settle_name)
        self.language.activated.connect(self._on_language)
        self.text.activated.connect(lambda place: self.text_changed.emit(TEXT_PERCENTS[place]))
        self.breaks.activated.connect(self._on_breaks)
        bindings.changed.connect(self.show_person)
        self.show_person()

    def _lay_out(self) -> None:
        add = self.column.addLayout
        add(labelled(tr("Your name"), self.name))
        self.name.setAccessibleDescription(tr("It signs your decisions."))
        add(indented(tr("It signs your decisions, and stays in the log of the catalogue.")))
        self.column.addSpacing(2 * GRID)
        for language in LANGUAGES:
            self.language.addItem(tr(_LANGUAGE_NAMES[language]))
        add(labelled(tr("Language"), self.language))
        add(indented(tr("Another language is spoken from the next start on.")))
        self.column.addSpacing(2 * GRID)
        self._add_radios(self.schemes, SCHEME_WORDS, name=tr("Colours"))
        self.column.addSpacing(2 * GRID)
        for percent in TEXT_PERCENTS:
            self.text.addItem(tr("usual") if percent == 100 else f"{percent} %")
        add(labelled(tr("Text size"), self.text))
        self.column.addSpacing(2 * GRID)
        self._add_radios(self.veils, VEIL_WORDS, name=tr("Veil pictures"))
        add(indented(self._look_words))
        self.column.addSpacing(2 * GRID)
        for minutes in BREAK_MINUTES:
            words = tr_of(minutes, "after {n} minute", "after {n} minutes") if minutes else tr("never")
            self.breaks.addItem(words)
        add(labelled(tr("Suggest a break"), self.breaks))
        for scheme, button in self.schemes.items():
            button.clicked.connect(lambda _on=False, scheme=scheme: self.scheme_changed.emit(scheme))
        for veil, button in self.veils.items():
            button.clicked.connect(lambda _on=False, veil=veil: self.veil_changed.emit(veil))

    def _add_radios(
        self, buttons: dict[_Choice, QRadioButton], words: Mapping[_Choice, str], *, name: str
    ) -> None:
        """One under the other: words of any language fit, and the eye finds the one that is on."""
        list_of_them = QVBoxLayout()
        list_of_them.setSpacing(0)
        group = QButtonGroup(self)
        for value, said_words in words.items():
            button = QRadioButton(tr(said_words))
            button.setAccessibleName(f"{name}: {tr(said_words)}")
            group.addButton(button)
            buttons[value] = button
            list_of_them.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        label = text_label(name)
        size_with_text(label, least_width=LABEL_WIDTH)
        label.setContentsMargins(0, GRID, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(4 * GRID)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(list_of_them, 1)
        self.column.addLayout(row)

    def show_person(self) -> None:
        """Reads again what is remembered; menus change the same things."""
        kept = self._preferences
        if not self.name.isModified():
            self.name.setText(kept.curator)
        self.language.setCurrentIndex(LANGUAGES.index(kept.language))
        self.schemes[self._theme.scheme].setChecked(True)
        self.text.setCurrentIndex(TEXT_PERCENTS.index(kept.text_percent))
        self.veils[kept.veil].setChecked(True)
        self.breaks.setCurrentIndex(BREAK_MINUTES.index(kept.break_minutes))
        key = self._bindings.shown(Name.LOOK)
        self._look_words.setText(
            tr("Hold {key} to see one as it is. Each curator has a choice of their own.", key=key)
            if key
            else tr("Each curator has a choice of their own.")
        )

    def _on_language(self, place: int) -> None:
        self._preferences.language = LANGUAGES[place]

    def _on_breaks(self, place: int) -> None:
        self._preferences.break_minutes = BREAK_MINUTES[place]
        self.breaks_changed.emit(BREAK_MINUTES[place])

    def _settle_name(self) -> None:
        """Tells a new name once it is whole; an empty field gets the old one back."""
        name = " ".join(self.name.text().split())
        if name and name != self._preferences.curator:
            self.curator_changed.emit(name)
        self.name.setText(self._preferences.curator)
        self.name.setModified(False)


def _combo(wheel: WheelGuard) -> QComboBox:
    box = QComboBox()
    size_with_text(box, least_width=_COMBO_WIDTH)
    wheel.guard(box)
    return box
