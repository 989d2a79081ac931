"""The fields of a politician: names, country and role."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from curator.engine.countries import COUNTRIES, find_country
from curator.engine.countries import Role as Office_
from curator.engine.records import Politician
from curator.engine.said import said
from curator.engine.text import name_key
from curator.ui.language import tr, tr_stored
from curator.ui.theme import GRID, Role
from curator.ui.widgets import text_label
from curator.ui.widgets.value_list import ValueList

_LONGEST = 100
_NO_COUNTRY = said("No country")
_OTHER = said("Another country …")
_NO_ROLE = said("No office")
_ELSEWHERE = "*"
"""Stands for a country that is typed in; no country has that name."""
_WIDEST = 1040


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields."""

    given_name: str = ""
    surname: str = ""
    country: str = ""
    role: str = ""

    @classmethod
    def of(cls, politician: Politician) -> "Typed":
        """What the fields show of a politician."""
        return cls(politician.given_name, politician.surname, politician.country, politician.role)

    @property
    def named(self) -> bool:
        """Whether there is a name."""
        return bool(self.given_name or self.surname)


class PoliticianForm(QWidget):
    """Four fields in a row.

    Attributes:
        edited: something in a field changed.
        submitted: Enter was pressed in a field.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = Typed()
        self.given_name = _field(tr("Given name"))
        self.surname = _field(tr("Surname"))
        self.country = _choice(tr("Country"))
        self.other_country = _field(tr("Name of the country"))
        self.role = _choice(tr("Role"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        fields = (
            (tr("Given name"), self.given_name),
            (tr("Surname"), self.surname),
            (tr("Country"), self.country),
            (tr("Role"), self.role),
        )
        for column, (words, field) in enumerate(fields):
            grid.addWidget(_caption(words, field), 0, column)
            grid.addWidget(field, 1, column)
            # Roles have the longest words.
            grid.setColumnStretch(column, 3 if field is self.role else 2)
        grid.addWidget(self.other_country, 2, 2)
        self.setMaximumWidth(_WIDEST)
        self.show_typed(Typed())
        for field in (self.given_name, self.surname, self.other_country):
            field.textEdited.connect(lambda _text: self.edited.emit())
            field.returnPressed.connect(self.submitted)
        self.country.currentIndexChanged.connect(self._on_country)
        self.role.activated.connect(lambda _place: self.edited.emit())

    @property
    def typed(self) -> Typed:
        """What stands in the fields now; a country of the 27 by its usual name."""
        country = self.country.value
        if country == _ELSEWHERE:
            written = self.other_country.text().strip()
            known = find_country(written)
            country = written if known is None else known.name
        return Typed(self.given_name.text().strip(), self.surname.text().strip(), country, self.role.value)

    @property
    def changed(self) -> bool:
        """Whether something else stands in the fields than was put there."""
        return self.typed != self._shown

    def show_typed(self, typed: Typed) -> None:
        """Puts something into the fields, from which changes are counted."""
        self._shown = typed
        self.type_in(typed)

    def type_in(self, typed: Typed) -> None:
        """Puts something into the fields as if a person had typed it."""
        self.given_name.setText(typed.given_name)
        self.surname.setText(typed.surname)
        names = [country.name for country in COUNTRIES]
        other = bool(typed.country) and typed.country not in names
        known = sorted(((name, tr_stored(name)) for name in names), key=lambda one: name_key(one[1]))
        self.country.fill(
            [("", tr(_NO_COUNTRY)), *known, (_ELSEWHERE, tr(_OTHER))],
            chosen=_ELSEWHERE if other else typed.country,
        )
        self.other_country.setText(typed.country if other else "")
        self.other_country.setVisible(other)
        roles = [role.value for role in Office_]
        if typed.role and typed.role not in roles:
            roles.append(typed.role)
        self.role.fill([("", tr(_NO_ROLE)), *((role, tr_stored(role)) for role in roles)], chosen=typed.role)

    def _on_country(self) -> None:
        other = self.country.value == _ELSEWHERE
        # Only once it is shown itself: a field without a visible parent would open as a window.
        self.other_country.setVisible(other)
        if other and self.country.hasFocus():
            self.other_country.setFocus()
        self.edited.emit()


def _choice(name: str) -> ValueList:
    choice = ValueList(name, most_shown=16)
    choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return choice


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(_LONGEST)
    return field


def _caption(words: str, buddy: QWidget) -> QWidget:
    label = text_label(words, role=Role.CAPTION)
    label.setBuddy(buddy)
    return label
