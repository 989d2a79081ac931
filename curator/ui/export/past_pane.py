"""What was exported before: when, by whom, where, and whether it still stands there."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.export import ExportSummary
from curator.engine.export.past import Found, PastExport, State
from curator.ui.assets import Icon
from curator.ui.export.past_model import STATE_WORDS, Column, PastModel
from curator.ui.language import tr
from curator.ui.session import Session
from curator.ui.session.past_exports import PastExports
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import EmptyState, KeyButton, RowTable, Told, rule, text_label

_KEPT: Mapping[int, int] = {Column.WHEN: 200, Column.PICTURES: 112}
"""Columns that are cut only beyond so many logical pixels at 100 %."""
_SHARES: Mapping[int, float] = {Column.CURATOR: 0.17, Column.FOLDER: 0.43, Column.STATE: 0.4}
"""Of the width that is left."""
_NOT_THERE = (State.GONE, State.UNREADABLE)


class PastPane(QWidget):
    """A list of exports, read when it is shown.

    Attributes:
        model: the lines.
        table: shows them.
        empty: stands where there are none.
        open_folder: shows the folder of the chosen one.
        told: why a folder could not be shown.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(tr("Past exports"))
        self.model = PastModel()
        # Folders are cut in their middle: both ends tell them apart.
        self.table = RowTable(tr("Past exports"), kept=_KEPT, shares=_SHARES, middle=(Column.FOLDER,))
        self.table.setModel(self.model)
        self.empty = EmptyState(
            Icon.EXPORT,
            tr("Nothing was exported yet"),
            tr("Each export for the site is listed here, with its folder and whether it still stands there."),
        )
        self.open_folder = KeyButton(tr("Show the folder"), image=Icon.FOLDER)
        self.told = Told()
        self._past = PastExports(session.reading, parent=self)
        self._stack = QStackedWidget()
        self._foot = QWidget()
        self._lay_out()
        self._past.listed.connect(self._on_listed)
        self._past.looked.connect(self._on_looked)
        session.exports.finished.connect(self._on_finished)
        self.table.activated.connect(lambda _index: self._show_folder())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.open_folder.clicked.connect(self._show_folder)
        self._show_buttons()

    def _lay_out(self) -> None:
        self._stack.addWidget(QWidget())  # nothing is said before it is known
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        hint = text_label(
            tr("Looked at are the list of files and their sizes. Export again to make one whole."),
            role=Role.CAPTION,
            wrap=True,
        )
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        foot.setSpacing(4 * GRID)
        words = QVBoxLayout()
        words.addWidget(hint)
        words.addWidget(self.told)
        foot.addLayout(words, 1)
        foot.addWidget(self.open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(rule())
        column.addWidget(self._foot)
        self._foot.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew each time: folders are moved and disks are pulled out behind the program's back."""
        super().showEvent(event)
        self.told.tell()
        self._past.ask()

    # ------------------------------------------------------------ what happens

    def _on_finished(self, summary: ExportSummary | None) -> None:
        if summary is not None and self.isVisible():
            self._past.ask()

    def _on_listed(self, exports: tuple[PastExport, ...]) -> None:
        chosen = self.model.export_at(self.table.currentIndex().row())
        self.model.show_exports(exports)
        self._stack.setCurrentWidget(self.table if exports else self.empty)
        self._foot.setVisible(bool(exports))
        ids = [one.id for one in exports]
        if exports:
            self.table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        self._show_buttons()

    def _on_looked(self, found: dict[int, Found]) -> None:
        self.model.show_found(found)
        self._show_buttons()

    def _on_row(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.told.tell()
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self.table.currentIndex().row()
        found = self.model.found_at(row)
        there = found is not None and found.state not in _NOT_THERE
        self.open_folder.setEnabled(self.model.export_at(row) is not None and there)

    def _show_folder(self) -> None:
        row = self.table.currentIndex().row()
        export, found = self.model.export_at(row), self.model.found_at(row)
        if export is None or found is None:
            return
        if found.state in _NOT_THERE:
            told = tr("{folder}: {state}.", folder=export.folder, state=tr(STATE_WORDS[found.state]))
            self.told.tell(told, tone=Tone.NEUTRAL)
        else:
            # Only ever a folder that Curator itself wrote from this catalogue.
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(export.folder)))
