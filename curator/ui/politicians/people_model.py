"""The list of politicians as Qt asks for it: country headings with their people below."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from curator.engine.records import PoliticianId
from curator.engine.text import name_key
from curator.ui.language import tr, tr_stored
from curator.ui.politicians.coverage import Listed, holder_words

NO_COUNTRY = ""
"""Of those without one; they come last."""

Index = QModelIndex | QPersistentModelIndex


class PeopleRole(IntEnum):
    """What a row can be asked for besides its text."""

    ROW = Qt.ItemDataRole.UserRole
    """A ``Heading`` or a ``Listed``."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A country over its politicians."""

    country: str
    count: int


class PeopleModel(QAbstractListModel):
    """Politicians that fit the search, under the countries' names."""

    def __init__(self) -> None:
        super().__init__()
        self._everyone: tuple[Listed, ...] = ()
        self._rows: tuple[Heading | Listed, ...] = ()
        self._places: dict[PoliticianId, int] = {}
        self._text = ""
        self._gaps_only = False

    @property
    def shown(self) -> int:
        """How many politicians fit."""
        return len(self._places)

    def set_everyone(self, everyone: Sequence[Listed]) -> None:
        """Lists the index anew."""
        self._everyone = tuple(everyone)
        self._arrange()

    def set_filter(self, *, text: str, gaps_only: bool) -> None:
        """Lists only some.

        Args:
            text: words that all occur in name, country or role; accents and case do not matter.
            gaps_only: only those that somebody has to bring a portrait for.
        """
        self._text, self._gaps_only = text, gaps_only
        self._arrange()

    def place_of(self, politician_id: PoliticianId) -> int | None:
        """The row of a politician, or None when they are not listed."""
        return self._places.get(politician_id)

    def id_at(self, place: int) -> PoliticianId | None:
        """The politician of a row, or None for a heading and beyond the ends."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return row.politician.id if isinstance(row, Listed) else None

    def _arrange(self) -> None:
        words = name_key(self._text).split()
        fitting = [one for one in self._everyone if self._fits(one, words)]
        by_country: dict[str, list[Listed]] = {}
        for one in fitting:
            by_country.setdefault(one.politician.country, []).append(one)
        rows: list[Heading | Listed] = []
        for country in sorted(by_country, key=lambda name: (name == NO_COUNTRY, name_key(tr_stored(name)))):
            rows.append(
                Heading(tr_stored(country) if country else tr("No country"), len(by_country[country]))
            )
            rows.extend(by_country[country])
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {row.politician.id: place for place, row in enumerate(rows) if isinstance(row, Listed)}
        self.endResetModel()

    def _fits(self, one: Listed, words: Sequence[str]) -> bool:
        if self._gaps_only and not one.lacks_portraits:
            return False
        who = one.politician
        words_of = (who.full_name, who.country, who.role, tr_stored(who.country), tr_stored(who.role))
        key = name_key(" ".join(words_of))
        return all(word in key for word in words)

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected."""
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows of an item."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == PeopleRole.ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Heading):
            return row.country
        office = (tr_stored(part) for part in (row.politician.role, row.politician.country) if part)
        return ", ".join((holder_words(row), *office))
