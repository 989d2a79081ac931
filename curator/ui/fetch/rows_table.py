"""The table of the first rows: whole rows, no scrolling for five of them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from curator.ui.fetch.rows_model import Column, RowsModel
from curator.ui.language import tr
from curator.ui.theme import sized
from curator.ui.widgets import RowTable
from curator.ui.widgets.row_table import ROW_HEIGHT

ROWS = 5
_FRAME = 6
_KEPT: Mapping[int, int] = {Column.ROW: 112, Column.KIND: 128}
"""Columns that are cut only beyond so many logical pixels at 100 %."""
_SHARES: Mapping[int, float] = {
    Column.PICTURES: 0.23,
    Column.SHOWS: 0.37,
    Column.NOTE: 0.26,
    Column.SENDER: 0.14,
}
"""Of the width that is left."""


class RowsTable(RowTable):
    """Shows at most five rows."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__(tr("The first rows as they would be filed"), kept=_KEPT, shares=_SHARES)
        self.setModel(model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROWS * sized(ROW_HEIGHT) + _FRAME)
