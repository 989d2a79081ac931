"""What all tables of the window have in common: rows that stand side by side under titles."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from curator.engine.said import Said
from curator.ui.language import tr

Index = QModelIndex | QPersistentModelIndex


class TitledRows(QAbstractTableModel):
    """A table's rows and titles; what a cell says is for those to tell who know the rows."""

    def __init__(self, titles: Sequence[Said]) -> None:
        """Begins with no rows.

        Args:
            titles: of the columns, from the left.
        """
        super().__init__()
        self._titles = titles
        self._rows: Sequence[object] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self._titles[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
