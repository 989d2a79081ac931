"""The page of the export: numbers and folder at the left, the dry run line by line at the right."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from curator.engine.export import ExportPlan, ExportSummary
from curator.engine.records import Changes
from curator.ui.assets import Icon
from curator.ui.export.lines import FATE_WORDS, Fate, counts_of, lines_of
from curator.ui.export.model import Column, PlanModel
from curator.ui.export.side import ExportSide
from curator.ui.language import capital, tr
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface
from curator.ui.widgets import Chip, EmptyState, rule, set_surface, text_label

_REFRESH_MS = 400
_ROW_HEIGHT = 32
_WIDTHS = {Column.NUMBER: 80, Column.FATE: 168}
_SHARES = {Column.NAME: 0.28, Column.OFFICE: 0.34, Column.WHY: 0.38}
"""Of the width that is left."""


class ExportPage(QWidget):
    """Shows what an export would do and writes it.

    Attributes:
        submission_requested: the id of a submission to put on the desk.
    """

    submission_requested = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        set_surface(self, Surface.PANEL)
        self.model = PlanModel()
        self.side = ExportSide()
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(session.exports.plan)
        session.changed.connect(self._on_changed)
        session.exports.planned.connect(self._on_planned)
        session.exports.progressed.connect(self.side.show_progress)
        session.exports.finished.connect(self._on_finished)
        self.side.write_wanted.connect(self._on_write)
        self.side.cancel_wanted.connect(session.exports.cancel)

    def showEvent(self, event: QShowEvent) -> None:
        """Make a dry run when the page is looked at and something changed since the last one."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._session.exports.plan()

    def hideEvent(self, event: QHideEvent) -> None:
        """Plan nothing while nobody looks."""
        super().hideEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._stale = True

    def _build(self) -> None:
        self._chips = {fate: Chip(capital(tr(FATE_WORDS[fate]))) for fate in Fate}
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        head.setSpacing(GRID)
        head.addWidget(text_label(tr("Dry run"), role=Role.HEADING))
        head.addSpacing(3 * GRID)
        for chip in self._chips.values():
            chip.toggled.connect(lambda _on: self._on_filter())
            head.addWidget(chip)
        head.addSpacing(3 * GRID)
        promise = text_label(
            tr("Nothing is written until you say so."), role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight
        )
        promise.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(promise, 1)
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.activated.connect(self._on_activated)
        self._empty = EmptyState(Icon.EXPORT, "", "")
        self._tell_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(rule())
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(rule(vertical=True))
        row.addLayout(right, 1)

    # ------------------------------------------------------------ what happens

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not (changes.decided or changes.submissions or changes.politicians):
            return
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()
        elif not self.isVisible():
            self._stale = True

    def _on_planned(self, plan: ExportPlan) -> None:
        lines = lines_of(plan)
        counts = counts_of(lines)
        for fate, chip in self._chips.items():
            chip.set_count(counts[fate])
        self.model.set_lines(lines)
        self._show_table()
        self.side.show_plan(plan, counts=counts)

    def _on_filter(self) -> None:
        self.model.set_fates(frozenset(fate for fate, chip in self._chips.items() if chip.isChecked()))
        self._show_table()

    def _show_table(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self._tell_empty()

    def _tell_empty(self) -> None:
        if any(chip.isChecked() for chip in self._chips.values()):
            self._empty.tell(tr("Nothing of that kind"), tr("No picture is listed under the chosen filters."))
        else:
            self._empty.tell(
                tr("Nothing to export"),
                tr("Approved pictures are listed here, with what changed since the last export."),
            )

    def _on_write(self, folder: Path) -> None:
        self.side.show_started()
        self._session.exports.write(folder)

    def _on_finished(self, summary: ExportSummary | None) -> None:
        self.side.show_finished(summary)
        self._session.exports.plan()

    def _on_activated(self, index: QModelIndex) -> None:
        line = self.model.line_at(index.row())
        if line is not None:
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
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        room = self.viewport().width() - sum(_WIDTHS.values())
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        for column, share in _SHARES.items():
            header.resizeSection(column, int(share * room))
