"""A table of whole rows: one height, the row under the pointer lit, columns as wide as what they say."""

import html
from collections.abc import Collection, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QHoverEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from curator.ui.theme import sized

ROW_HEIGHT = 32
"""In logical pixels at 100 %."""
_MEASURED = 100
"""So many rows say how wide a column has to be: more cost time, and what is longer is cut."""


class RowTable(QTableView):
    """Shows rows that are read and chosen as a whole.

    Some columns are kept: they are as wide as their longest words. The others share what is left: each
    as wide as it needs where all fit, else by their shares, and what one does not need the others have.
    A column never gets narrower while the size of text stays, so that nothing jumps under the eye.
    """

    def __init__(
        self,
        name: str,
        *,
        kept: Mapping[int, int],
        shares: Mapping[int, float],
        middle: Collection[int] = (),
    ) -> None:
        """Shows nothing yet.

        Args:
            name: for screen readers.
            kept: columns that are not cut below so many logical pixels at 100 %.
            shares: the other columns with their shares.
            middle: columns that are cut in the middle, as file names are; the others at the end.
        """
        super().__init__()
        self._kept = kept
        self._shares = shares
        self._wanted: dict[int, int] = {}
        self._measured = 0
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows = _Rows(self, middle=middle)
        self.setItemDelegate(self.rows)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show other rows, and make room for what they say."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_reset)
            model.rowsInserted.connect(self._on_more)
            model.dataChanged.connect(self._on_reset)
            self._on_reset()

    def viewportEvent(self, event: QEvent) -> bool:
        """Light the row under the pointer, also when the table comes to lie under one that rests."""
        if isinstance(event, QHoverEvent):
            leaves = event.type() is QEvent.Type.HoverLeave
            self.rows.hover(-1 if leaves else self.rowAt(event.position().toPoint().y()))
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size: the columns share it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        # Qt tells of fonts while the table is being made, too.
        if event.type() is QEvent.Type.FontChange and getattr(self, "_wanted", None):
            self._wanted.clear()
            self._on_reset()

    def _on_more(self, *_: object) -> None:
        if self._measured < _MEASURED:
            self._on_reset()

    def _on_reset(self, *_: object) -> None:
        self._measure()
        self._fit()

    def _measure(self) -> None:
        model, header = self.model(), self.horizontalHeader()
        rows = self._measured = min(model.rowCount(), _MEASURED)
        for column in (*self._kept, *self._shares):
            cells = (self.sizeHintForIndex(model.index(row, column)).width() for row in range(rows))
            title = header.sectionSizeFromContents(column).width()
            # One more: whole pixels are given out, and a cell that is one short cuts its last letter.
            self._wanted[column] = max(self._wanted.get(column, 0), max(title, *cells, 0) + 1)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(sized(ROW_HEIGHT))
        if not self._wanted:
            return
        widths = {column: min(self._wanted[column], sized(most)) for column, most in self._kept.items()}
        room = self.viewport().width() - sum(widths.values())
        wanted = {column: self._wanted[column] for column in self._shares}
        for column, width in (widths | shared(room, wanted=wanted, shares=self._shares)).items():
            self.horizontalHeader().resizeSection(column, width)


class _Rows(QStyledItemDelegate):
    """Lights the whole row under the pointer, and cuts some columns in the middle."""

    def __init__(self, table: QTableView, *, middle: Collection[int]) -> None:
        super().__init__(table)
        self._table = table
        self._middle = frozenset(middle)
        self._hovered = -1

    def hover(self, row: int) -> None:
        """Light another row; -1 for none."""
        if row != self._hovered:
            self._hovered = row
            self._table.viewport().update()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """What Qt paints of a cell."""
        super().initStyleOption(option, index)
        if index.row() == self._hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        middle = index.column() in self._middle
        option.textElideMode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say in full what is cut; what can be read needs no tool tip over the next row."""
        if self.sizeHint(option, index).width() <= option.rect.width():
            QToolTip.hideText()
            return True
        if index.data(Qt.ItemDataRole.ToolTipRole) is None:
            # As written: Qt reads tool tips as HTML otherwise.
            told = html.escape(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
            QToolTip.showText(event.globalPos(), f"<qt>{told}</qt>", view)
            return True
        return super().helpEvent(event, view, option, index)


def shared(room: int, *, wanted: Mapping[int, int], shares: Mapping[int, float]) -> dict[int, int]:
    """How wide columns are that share some room.

    Args:
        room: in logical pixels.
        wanted: how wide each would have to be for nothing to be cut.
        shares: of what is left over, and of what is lacking.

    Returns:
        The widths; together they are no wider than the room.
    """
    room = max(0, room)
    spare = room - sum(wanted.values())
    if spare >= 0:
        whole = sum(shares.values())
        return {column: wanted[column] + int(spare * shares[column] / whole) for column in wanted}
    widths: dict[int, int] = {}
    open_ones = dict(shares)
    while open_ones:
        each = (room - sum(widths.values())) / sum(open_ones.values())
        modest = [column for column, share in open_ones.items() if wanted[column] <= each * share]
        if not modest:
            return widths | {column: int(each * share) for column, share in open_ones.items()}
        for column in modest:
            widths[column] = wanted[column]
            del open_ones[column]
    return widths
