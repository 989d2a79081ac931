"""What the columns of a table mean: a choice for each field, and the campaign's tables as presets."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.intake.nocodb.request import (
    CAMPAIGN_CONTRIBUTIONS,
    CAMPAIGN_PHOTOS,
    FIELD_WORDS,
    Field,
    Mapped,
)
from curator.engine.records import Kind
from curator.engine.said import Said, said
from curator.engine.text import clean_line
from curator.engine.wording import KIND_WORDS
from curator.ui.fetch.parts import Choice
from curator.ui.language import capital, tr
from curator.ui.theme import GRID
from curator.ui.widgets import captioned, section_heading

_LONGEST_TITLE = 60
_PRESET_WIDTH = 300
_IN_A_ROW = 5
_ORDER = (
    Field.IMAGE,
    Field.CLAIM,
    Field.GIVEN_NAME,
    Field.SURNAME,
    Field.NOTE,
    Field.IS_FAKE,
    None,
    Field.COUNTRY,
    Field.ROLE,
    Field.SENDER,
)
"""Two rows: what a picture is over what it is called. None is the kind of rows that do not say theirs."""


class Preset(StrEnum):
    """Mappings that can be chosen at once."""

    GUESSED = "guessed"
    PHOTOS = "photos"
    CONTRIBUTIONS = "contributions"
    OWN = "own"


_PRESET_WORDS: Mapping[Preset, Said] = {
    Preset.GUESSED: said("guessed from the titles"),
    Preset.PHOTOS: said("the campaign's table “photos”"),
    Preset.CONTRIBUTIONS: said("the campaign's table “contributions”"),
    Preset.OWN: said("chosen by hand"),
}


class MappingForm(QWidget):
    """A list of columns for each field.

    Attributes:
        changed: a person chose another column or kind: the rows are to be read anew.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._presets: dict[Preset, Mapped] = {}
        self.preset = Choice(tr("Choice of columns"), width=_PRESET_WIDTH)
        self.choices: dict[Field, Choice] = {field: Choice(tr(words)) for field, words in FIELD_WORDS.items()}
        self.kind = Choice(tr("Kind, if not told"))
        self.kind.fill(((kind.value, capital(tr(KIND_WORDS[kind]))) for kind in Kind), chosen=Kind.DEEPFAKE)
        self._lay_out()
        self.preset.activated.connect(self._on_preset)
        for choice in self.choices.values():
            choice.activated.connect(self._on_chosen)
        self.kind.activated.connect(self.changed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * GRID)
        head.addWidget(section_heading(tr("What the columns mean")))
        head.addWidget(self.preset)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for place, field in enumerate(_ORDER):
            choice = self.kind if field is None else self.choices[field]
            words = self.kind.accessibleName() if field is None else tr(FIELD_WORDS[field])
            row, column = divmod(place, _IN_A_ROW)
            grid.addLayout(captioned(words, choice), row, column)
            grid.setColumnStretch(column, 1)
        column_of_both = QVBoxLayout(self)
        column_of_both.setContentsMargins(0, 0, 0, 0)
        column_of_both.setSpacing(2 * GRID)
        column_of_both.addLayout(head)
        column_of_both.addLayout(grid)
        in_order = [self.preset, *(self.kind if field is None else self.choices[field] for field in _ORDER)]
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)

    # ------------------------------------------------------------ what is chosen

    @property
    def mapped(self) -> Mapped:
        """The column of each field that has one."""
        return {field: choice.value for field, choice in self.choices.items() if choice.value}

    @property
    def kind_chosen(self) -> Kind:
        """Of rows that do not say theirs."""
        return Kind(self.kind.value)

    def show_columns(self, columns: Sequence[str], *, mapped: Mapped, kind: Kind, guessed: bool) -> None:
        """Offers the columns of another table.

        Args:
            columns: their titles.
            mapped: what they are taken to mean.
            kind: of rows that do not say theirs.
            guessed: nobody has said yet what they mean.
        """
        self._columns = tuple(columns)
        self._presets = {
            preset: known
            for preset, campaign in (
                (Preset.PHOTOS, CAMPAIGN_PHOTOS),
                (Preset.CONTRIBUTIONS, CAMPAIGN_CONTRIBUTIONS),
            )
            if (known := {field: title for field, title in campaign.items() if title in self._columns})
            and Field.IMAGE in known
        }
        if guessed and dict(mapped) not in self._presets.values():
            self._presets[Preset.GUESSED] = dict(mapped)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self._show(mapped)

    # ------------------------------------------------------------ inside

    def _show(self, mapped: Mapped) -> None:
        columns = [(title, clean_line(title, limit=_LONGEST_TITLE)) for title in self._columns]
        for field, choice in self.choices.items():
            nothing = [] if field is Field.IMAGE and field in mapped else [("", tr("no column"))]
            choice.fill([*nothing, *columns], chosen=mapped.get(field, ""))
        self._show_preset()

    def _show_preset(self) -> None:
        now = dict(self.mapped)
        shown = next((one for one, mapped in self._presets.items() if dict(mapped) == now), Preset.OWN)
        offered = [one for one in Preset if one in self._presets or one is shown]
        self.preset.fill(((one.value, tr(_PRESET_WORDS[one])) for one in offered), chosen=shown.value)

    def _on_preset(self) -> None:
        mapped = self._presets.get(Preset(self.preset.value))
        if mapped is not None and dict(mapped) != dict(self.mapped):
            self._show(mapped)
            self.changed.emit()

    def _on_chosen(self) -> None:
        self._show_preset()
        self.changed.emit()
