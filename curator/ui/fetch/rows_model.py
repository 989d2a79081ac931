"""The first rows of a table as they would be filed, for Qt."""

import html
from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt

from curator.engine.intake.nocodb.request import PreviewRow
from curator.engine.records import Claim
from curator.engine.said import said
from curator.engine.wording import KIND_WORDS
from curator.ui.language import capital, tr, tr_stored
from curator.ui.widgets.titled_rows import Index, TitledRows

_NOTHING = "—"


class Column(IntEnum):
    """The columns, from the left."""

    ROW = 0
    PICTURES = 1
    KIND = 2
    SHOWS = 3
    NOTE = 4
    SENDER = 5


TITLES = {
    Column.ROW: said("Row"),
    Column.PICTURES: said("Pictures"),
    Column.KIND: said("Kind"),
    Column.SHOWS: said("Shows"),
    Column.NOTE: said("Note"),
    Column.SENDER: said("Sender"),
}


class RowsModel(TitledRows):
    """Some rows; empty cells have a dash, so that nobody takes them for not yet there."""

    def __init__(self) -> None:
        super().__init__([TITLES[one] for one in Column])
        self._rows: tuple[PreviewRow, ...] = ()
        self._strangers: frozenset[Claim] = frozenset()

    def set_rows(self, rows: Sequence[PreviewRow], *, strangers: Collection[Claim] = ()) -> None:
        """Shows other rows.

        Args:
            rows: from the top.
            strangers: claims that name nobody of the index.
        """
        self.beginResetModel()
        self._rows = tuple(rows)
        self._strangers = frozenset(strangers)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows; the whole of it as a tool tip, which Qt would read as HTML."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        words = cell_words(row, Column(index.column()))
        if index.column() == Column.SHOWS and row.claim in self._strangers:
            words = tr("{name} (not in the index)", name=words)
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(words.split()) or _NOTHING
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words or tr("nothing")
        if role == Qt.ItemDataRole.ToolTipRole and words:
            return f"<qt>{html.escape(words)}</qt>"
        return None


def cell_words(row: PreviewRow, column: Column) -> str:
    """What a row says in a column; empty for nothing."""
    match column:
        case Column.ROW:
            return row.row_id
        case Column.PICTURES:
            return ", ".join(row.pictures) or tr("no picture")
        case Column.KIND:
            return capital(tr(KIND_WORDS[row.kind]))
        case Column.SHOWS:
            claim = row.claim
            parts = (claim.full_name, tr_stored(claim.role), tr_stored(claim.country))
            return ", ".join(part for part in parts if part)
        case Column.NOTE:
            return row.note
        case Column.SENDER:
            return row.sender
