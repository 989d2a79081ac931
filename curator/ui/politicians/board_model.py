"""The coverage board as Qt asks for it: a row for each country, a column for each office."""

import html
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from curator.engine.countries import COUNTRIES, ROLE_WORDS
from curator.ui.language import tr, tr_of
from curator.ui.politicians.coverage import ROLES, CountryRow, Coverage, Office, cover
from curator.ui.politicians.tallies import short_words_told

Index = QModelIndex | QPersistentModelIndex


class BoardRole(IntEnum):
    """What a cell or a header can be asked for besides its text."""

    OFFICE = Qt.ItemDataRole.UserRole
    """The ``Office`` of a cell."""
    ROW = Qt.ItemDataRole.UserRole + 1
    """The ``CountryRow`` of a vertical header."""


class BoardModel(QAbstractTableModel):
    """Offices as a table, in one of two orders of countries."""

    def __init__(self) -> None:
        super().__init__()
        self._coverage = cover(())
        self._gaps_first = True
        self._rows = self._coverage.ordered(gaps_first=True)

    def set_coverage(self, coverage: Coverage) -> None:
        """Shows other numbers; the shape of the board never changes, but the order may."""
        self._coverage = coverage
        self._arrange()

    def set_gaps_first(self, gaps_first: bool) -> None:
        """Puts the countries with most gaps at the top, or sorts all by name."""
        self._gaps_first = gaps_first
        self._arrange()

    def office_at(self, row: int, column: int) -> Office:
        """The office of a cell."""
        return self._rows[row].offices[column]

    def place_of(self, office: Office) -> QModelIndex:
        """Where that office is now."""
        codes = [row.country.code for row in self._rows]
        return self.index(codes.index(office.country.code), ROLES.index(office.role))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(COUNTRIES)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(ROLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows of an item."""
        if not index.isValid():
            return None
        office = self.office_at(index.row(), index.column())
        if role == BoardRole.OFFICE:
            return office
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.StatusTipRole,
        ):
            return office.sentence
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a view shows in a header."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.ToolTipRole:
                told = ", ".join(short_words_told())
                return f"<qt>{html.escape(told)}</qt>"
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return tr(ROLE_WORDS[ROLES[section].value]) if shown else None
        row = self._rows[section]
        if role == BoardRole.ROW:
            return row
        name = tr(row.country.words)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{country}, {gaps}", country=name, gaps=gap_words(row))
        return None

    def _arrange(self) -> None:
        rows = self._coverage.ordered(gaps_first=self._gaps_first)
        moved = [row.country for row in rows] != [row.country for row in self._rows]
        if moved:
            self.layoutAboutToBeChanged.emit()
            current = self.persistentIndexList()
            offices = [self.office_at(one.row(), one.column()) for one in current]
        self._rows = rows
        if moved:
            self.changePersistentIndexList(current, [self.place_of(office) for office in offices])
            self.layoutChanged.emit()
        self.dataChanged.emit(self.index(0, 0), self.index(len(COUNTRIES) - 1, len(ROLES) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(COUNTRIES) - 1)


def gap_words(row: CountryRow) -> str:
    """``2 gaps``, ``complete``."""
    return tr_of(row.gaps, "{n} gap", "{n} gaps") if row.gaps else tr("complete")
