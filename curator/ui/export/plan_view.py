"""The dry run line by line, with what it is filtered by."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from curator.engine.export import ExportPlan
from curator.ui.assets import Icon
from curator.ui.export.lines import FATE_WORDS, Fate, counts_of, lines_of
from curator.ui.export.model import Column, PlanModel
from curator.ui.language import capital, tr
from curator.ui.theme import GRID, Role, sized
from curator.ui.widgets import Chip, EmptyState, FlowRow, rule, text_label

_ROW_HEIGHT = 32
_WIDTHS = {Column.NUMBER: 72, Column.FATE: 160}
_SHARES = {Column.NAME: 0.27, Column.OFFICE: 0.29, Column.WHY: 0.44}
"""Of the width that is left."""


class PlanView(QWidget):
    """What would become of each submission.

    Attributes:
        submission_requested: the id of a submission to put on the desk.
        model: the lines.
        table: shows them.
        chips: which fates are listed; all while none is on.
        empty: stands where there are no lines.
    """

    submission_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model = PlanModel()
        self.chips = {fate: Chip(capital(tr(FATE_WORDS[fate]))) for fate in Fate}
        self.table = _Table()
        self.table.setModel(self.model)
        self.empty = EmptyState(Icon.EXPORT, "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        chips = FlowRow()
        for chip in self.chips.values():
            chip.toggled.connect(lambda _on: self._on_filter())
            chips.add(chip)
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        head.setSpacing(4 * GRID)
        head.addWidget(text_label(tr("Dry run"), role=Role.HEADING))
        head.addWidget(chips, 1)
        self._hint = text_label(
            tr("Nothing is written until you say so. Enter or a double click puts a picture on the desk."),
            role=Role.CAPTION,
            wrap=True,
        )
        foot = QVBoxLayout()
        foot.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        foot.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        self.table.activated.connect(self._on_activated)
        self._show_table()

    def show_plan(self, plan: ExportPlan) -> dict[Fate, int]:
        """Shows another dry run; returns how many submissions have which fate."""
        lines = lines_of(plan)
        counts = counts_of(lines)
        for fate, chip in self.chips.items():
            chip.set_count(counts[fate])
        self.model.set_lines(lines)
        self._show_table()
        return counts

    def _on_filter(self) -> None:
        self.model.set_fates(frozenset(fate for fate, chip in self.chips.items() if chip.isChecked()))
        self._show_table()

    def _show_table(self) -> None:
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if any(chip.isChecked() for chip in self.chips.values()):
            self.empty.tell(tr("Nothing of that kind"), tr("No picture is listed under the chosen filters."))
        else:
            self.empty.tell(
                tr("Nothing to export"),
                tr("Approved pictures are listed here, with what changed since the last export."),
            )

    def _on_activated(self, index: QModelIndex) -> None:
        line = self.model.line_at(index.row())
        if line is not None and line.there:
            self.submission_requested.emit(line.id)


class _Table(QTableView):
    """Whole rows, one height; the columns share the width."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What the export would do"))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(sized(_ROW_HEIGHT))
        widths = {column: sized(width) for column, width in _WIDTHS.items()}
        room = self.viewport().width() - sum(widths.values())
        for column, width in widths.items():
            header.resizeSection(column, width)
        for column, share in _SHARES.items():
            header.resizeSection(column, int(share * room))
