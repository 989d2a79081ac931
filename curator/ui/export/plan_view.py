"""The dry run line by line, with what it is filtered by."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.ui.assets import Icon
from curator.ui.export.lines import FATE_WORDS, DryRun, Fate
from curator.ui.export.model import Column, PlanModel
from curator.ui.language import capital, tr
from curator.ui.theme import GRID, Role
from curator.ui.widgets import Chip, EmptyState, FlowRow, RowTable, rule, text_label

_KEPT: Mapping[int, int] = {Column.NUMBER: 96, Column.FATE: 176}
"""Columns that are cut only beyond so many logical pixels at 100 %."""
_SHARES: Mapping[int, float] = {Column.NAME: 0.27, Column.OFFICE: 0.29, Column.WHY: 0.44}
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
        self.table = RowTable(tr("What the export would do"), kept=_KEPT, shares=_SHARES)
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

    def show_dry_run(self, dry_run: DryRun) -> None:
        """Shows another dry run."""
        for fate, chip in self.chips.items():
            chip.set_count(dry_run.counts[fate])
        self.model.set_lines(dry_run.lines)
        self._show_table()

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
