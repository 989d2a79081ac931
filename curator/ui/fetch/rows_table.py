"""The table of the first rows: whole rows, no scrolling for five of them, columns that share the width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from curator.ui.fetch.rows_model import Column, RowsModel
from curator.ui.language import tr
from curator.ui.theme import sized

ROWS = 5
_ROW_HEIGHT = 30
_FRAME = 6
_WIDTHS = {Column.ROW: 80, Column.KIND: 104}
_SHARES = {Column.PICTURES: 0.23, Column.SHOWS: 0.37, Column.NOTE: 0.26, Column.SENDER: 0.14}
"""Of the width that is left."""


class RowsTable(QTableView):
    """Shows at most five rows."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setAccessibleName(tr("The first rows as they would be filed"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(sized(_ROW_HEIGHT))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROWS * sized(_ROW_HEIGHT) + _FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        fixed = {column: sized(width) for column, width in _WIDTHS.items()}
        room = self.viewport().width() - sum(fixed.values())
        for column, width in fixed.items():
            header.resizeSection(column, width)
        for column, share in _SHARES.items():
            header.resizeSection(column, int(share * room))
