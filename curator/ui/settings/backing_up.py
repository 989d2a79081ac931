"""Backups in the settings: when and where they are made, making one now, and the way to restore one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from curator.engine.safekeeping.backups import OWN
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.session import Session
from curator.ui.session.upkeep import DECISIONS, Kept
from curator.ui.settings.merging import MergeDialog
from curator.ui.settings.parts import Facts
from curator.ui.settings.restore import RestoreDialog
from curator.ui.settings.restore_wording import backup_words, failure_words
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import KeyButton, Section, Told, row_of, text_label


class BackupsSection(Section):
    """Shows the backups of the open catalogue; everything slow runs in threads of ``Session.upkeep``.

    Attributes:
        restoring: the dialog that restores was opened.
        merging: the dialog that brings in decisions was opened.
        list_wanted: a ``SubmissionFilter``; the queue is to list that.
    """

    restoring = Signal(object)
    merging = Signal(object)
    list_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("Backups"),
            tr("Copies of the database with all names and decisions, without the pictures."),
        )
        self._session = session
        self._kept = Kept((), None, ())
        facts = Facts()
        self.newest_fact = facts.add(tr("Newest"))
        self.number_fact = facts.add(tr("Kept"))
        facts.addWidget(text_label(tr("Folder"), role=Role.DIM), facts.rowCount(), 0)
        self.folder_fact = text_label("", elide=Qt.TextElideMode.ElideMiddle)
        facts.addWidget(self.folder_fact, facts.rowCount() - 1, 1)
        self.back_up = KeyButton(tr("Back up now"))
        self.restore = KeyButton(tr("Restore a backup …"))
        self.merge = KeyButton(tr("Bring in decisions …"))
        self.choose = KeyButton(tr("Choose another folder …"), image=Icon.FOLDER)
        self.own = KeyButton(tr("Use the catalogue's own folder"))
        self.backed_up = Told(selectable=True)
        self.column.addLayout(facts)
        self.column.addLayout(row_of(self.back_up, self.restore, self.merge))
        self.column.addWidget(self.backed_up)
        self.column.addLayout(row_of(self.choose, self.own))
        self.column.addWidget(
            text_label(
                tr(
                    "Made without being asked when the catalogue is closed, after {n} decisions, and a day"
                    " after the last one, if anything was done since. Of these are kept: the newest five, one"
                    " a day for a week, one a week for a month. What you made yourself is kept until you"
                    " delete it. Erasing reaches all backups whose disk is connected.",
                    n=DECISIONS,
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        self.column.addSpacing(GRID)
        self._show_kept()
        self.back_up.clicked.connect(self._on_back_up)
        self.restore.clicked.connect(self._on_restore)
        self.merge.clicked.connect(self._on_merge)
        self.choose.clicked.connect(self._on_choose)
        self.own.clicked.connect(lambda: session.upkeep.choose_folder(None))
        upkeep = session.upkeep
        upkeep.listed.connect(self._on_listed)
        upkeep.backed_up.connect(self._on_backed_up)
        upkeep.backed_up_itself.connect(lambda _outcome: self.show_backups())

    def show_backups(self) -> None:
        """Looks for backups again; they are shown when they are found."""
        if self.isVisible():
            self._session.upkeep.list_backups()

    # ------------------------------------------------------------ what happens

    def _on_listed(self, outcome: object) -> None:
        if not isinstance(outcome, Kept):
            self.backed_up.tell(failure_words(outcome), tone=Tone.BAD)
            return
        self._kept = outcome
        self._show_kept()

    def _show_kept(self) -> None:
        kept = self._kept
        self.newest_fact.setText(backup_words(kept.found[0]) if kept.found else tr("none yet"))
        gone = sum(not place.reachable for place in kept.places[1:])
        number = tr_of(len(kept.found), "{n:,} backup", "{n:,} backups")
        if gone:
            number = tr_of(
                gone,
                "{found}; the disk of {n:,} folder with more is not connected",
                "{found}; the disks of {n:,} folders with more are not connected",
                found=number,
            )
        self.number_fact.setText(number)
        self.folder_fact.setText(f"{kept.chosen or self._session.folder / OWN}")
        self.restore.setEnabled(bool(kept.found))
        self.own.setVisible(kept.chosen is not None)

    def _on_back_up(self) -> None:
        self.back_up.setEnabled(False)
        self.backed_up.tell(tr("Copying the database …"), tone=Tone.NEUTRAL)
        self._session.upkeep.back_up()

    def _on_backed_up(self, outcome: object) -> None:
        self.back_up.setEnabled(True)
        if isinstance(outcome, Path):
            self.backed_up.tell(
                tr("Saved as {file}, and checked.", file=f"{outcome.parent.name}/{outcome.name}"),
                tone=Tone.OK,
            )
            self._session.upkeep.measure()
        else:
            self.backed_up.tell(failure_words(outcome), tone=Tone.BAD)
        self.show_backups()

    def _on_choose(self) -> None:
        told = QFileDialog.getExistingDirectory(
            self, tr("A folder for backups, best on another disk"), f"{self._kept.chosen or Path.home()}"
        )
        if told:
            self._session.upkeep.choose_folder(Path(told))

    def _on_restore(self) -> None:
        dialog = RestoreDialog(self._session.upkeep, self._kept.found, parent=self.window())
        self._session.closed.connect(dialog.close)
        self.restoring.emit(dialog)
        dialog.open()

    def _on_merge(self) -> None:
        dialog = MergeDialog(self._session, self._kept.found, parent=self.window())
        dialog.list_wanted.connect(self.list_wanted)
        self.merging.emit(dialog)
        dialog.open()
