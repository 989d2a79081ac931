"""The dialog that restores a backup: a list, what the chosen one would bring, and one yes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.engine.safekeeping.backups import Backup
from curator.engine.safekeeping.restoring import Prepared, RestorePlan
from curator.ui.language import tr
from curator.ui.session.upkeep import Upkeep
from curator.ui.settings.restore_wording import backup_words, failure_words, plan_sentences
from curator.ui.theme import GRID, Role, Tone, sized
from curator.ui.widgets import ButtonTone, KeyButton, Told, row_of, text_label

_LIST_WIDTH = 320
_ROW_HEIGHT = 32


class RestoreDialog(QDialog):
    """Changes nothing before the yes; then the catalogue is closed, replaced and opened again by the window.

    Attributes:
        backups: the list, newest first.
        plan: what the chosen one would bring.
        restore: the yes.
        close_button: leaves everything as it is.
    """

    def __init__(self, upkeep: Upkeep, found: Sequence[Backup], *, parent: QWidget | None = None) -> None:
        """Begins to look at the newest.

        Args:
            upkeep: of the catalogue, which need not be open.
            found: its backups, newest first; at least one.
            parent: the window that it stands over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Restore a backup"))
        self.resize(860, 460)
        self._upkeep = upkeep
        self._found = tuple(found)
        self._planned: RestorePlan | None = None
        self._asked = -1
        self._looking = False
        self._under_way = False
        self.backups = QListWidget()
        self.backups.setAccessibleName(tr("Backups, newest first"))
        self.backups.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.backups.setMinimumWidth(_LIST_WIDTH)
        self.backups.setTextElideMode(Qt.TextElideMode.ElideRight)
        for one in self._found:
            item = QListWidgetItem(backup_words(one))
            item.setSizeHint(QSize(0, sized(_ROW_HEIGHT)))
            self.backups.addItem(item)
        self.plan = Told(selectable=True)
        self.restore = KeyButton(tr("Restore this backup"), tone=ButtonTone.BAD)
        self.close_button = KeyButton(tr("Change nothing"), tone=ButtonTone.PRIMARY)
        self._lay_out()
        self.backups.currentRowChanged.connect(self._on_chosen)
        self.restore.clicked.connect(self._on_restore)
        self.close_button.clicked.connect(self.reject)
        self._upkeep.planned.connect(self._on_planned)
        self._upkeep.prepared.connect(self._on_prepared)
        self.restore.setEnabled(False)
        self.backups.setCurrentRow(0)

    def reject(self) -> None:
        """Leaves everything as it is; not any more once the copy is being prepared."""
        if not self._under_way:
            super().reject()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(2 * GRID)
        right.addWidget(self.plan)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(4 * GRID)
        middle.addWidget(self.backups, 2)
        middle.addLayout(right, 3)
        buttons = row_of(self.restore)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(text_label(tr("Restore a backup"), role=Role.HEADING))
        column.addWidget(
            text_label(
                tr(
                    "Its decisions, submissions and politicians take the place of those that are there now."
                    " Pictures on the disk are not touched."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    # ------------------------------------------------------------ what happens

    def _on_chosen(self, row: int) -> None:
        self._planned = None
        self.restore.setEnabled(False)
        if row >= 0 and not self._looking:
            # One after the other; what was chosen meanwhile is looked at when this one is done.
            self._looking, self._asked = True, row
            self.plan.tell(tr("Reading the backup …"), tone=Tone.NEUTRAL)
            self._upkeep.plan_restore(self._found[row])

    def _on_planned(self, outcome: object) -> None:
        self._looking = False
        if self.backups.currentRow() != self._asked:
            self._on_chosen(self.backups.currentRow())
            return
        if not isinstance(outcome, RestorePlan):
            self.plan.tell(failure_words(outcome), tone=Tone.BAD)
            return
        tone = Tone.BAD if outcome.complaints else Tone.OK
        self.plan.tell(*plan_sentences(outcome), tone=tone)
        if not outcome.complaints:
            self._planned = outcome
            self.restore.setEnabled(True)

    def _on_restore(self) -> None:
        if self._planned is None:
            return
        self._begin(True)
        self.plan.tell(tr("Copying the backup …"), tone=Tone.NEUTRAL)
        self._upkeep.prepare_restore(self._planned.backup)

    def _on_prepared(self, outcome: object) -> None:
        self._begin(False)
        if isinstance(outcome, Prepared):
            self.accept()
        else:
            self.plan.tell(failure_words(outcome), tone=Tone.BAD)

    def _begin(self, under_way: bool) -> None:
        self._under_way = under_way
        for widget in (self.backups, self.restore, self.close_button):
            widget.setEnabled(not under_way)
