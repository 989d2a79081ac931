"""The dialog that brings in decisions of another copy: a list, what it would bring, and one yes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.engine.merging.merging import MergePlan
from curator.engine.merging.words import merged_lines, plan_lines
from curator.engine.safekeeping.backups import Backup
from curator.engine.text import clean_line
from curator.engine.wording import DECIDED_ELSEWHERE
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.session import Session
from curator.ui.session.merging import Ended
from curator.ui.settings.restore_wording import backup_words, failure_words
from curator.ui.theme import GRID, Role, Tone, sized
from curator.ui.widgets import ButtonTone, KeyButton, ThinProgress, Told, row_of, text_label

_LIST_WIDTH = 340
_ROW_HEIGHT = 32
_LONGEST_PATH = 300


class MergeDialog(QDialog):
    """Changes nothing before the yes; then decisions come in bit by bit, until it is done or cancelled.

    Attributes:
        list_wanted: the ``SubmissionFilter`` of what was left to a person, to be shown in the queue.
        copies: the list: backups, newest first, and whatever was chosen besides.
        plan: what the chosen one would bring, and then what it brought.
        file: chooses a backup that lies elsewhere.
        folder: chooses the folder of another catalogue.
        merge: the yes.
        show_left: shows what was left to a person.
        close_button: leaves everything as it is; while decisions come in, ends that.
    """

    list_wanted = Signal(object)

    def __init__(self, session: Session, found: Sequence[Backup], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bring in decisions"))
        self.resize(900, 520)
        self._merger = session.merging
        self._paths: list[Path] = []
        self._ended: Ended | None = None
        self.copies = QListWidget()
        self.copies.setAccessibleName(tr("Backups, newest first, and other copies"))
        self.copies.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.copies.setMinimumWidth(_LIST_WIDTH)
        self.copies.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for one in found:
            self._add(one.path, backup_words(one))
        self.file = KeyButton(tr("A backup …"), image=Icon.FOLDER)
        self.folder = KeyButton(tr("A catalogue’s folder …"), image=Icon.FOLDER)
        self.plan = Told(selectable=True)
        self.track = ThinProgress(name=tr("Progress"))
        self.merge = KeyButton(tr("Bring in"))
        self.show_left = KeyButton(tr("Show them"))
        self.close_button = KeyButton(tr("Change nothing"), tone=ButtonTone.PRIMARY)
        self._lay_out()
        self.copies.currentRowChanged.connect(self._on_chosen)
        self.file.clicked.connect(self._on_file)
        self.folder.clicked.connect(self._on_folder)
        self.merge.clicked.connect(self._on_merge)
        self.show_left.clicked.connect(self._on_show_left)
        self.close_button.clicked.connect(self.reject)
        self._merger.looked.connect(self._on_looked)
        self._merger.progressed.connect(self._on_progressed)
        self._merger.ended.connect(self._on_ended)
        session.closed.connect(self.close)
        self.merge.setEnabled(False)
        self.show_left.hide()
        self.track.hide()
        if found:
            self.copies.setCurrentRow(0)
        else:
            self.plan.tell(
                tr(
                    "Choose a backup, or the folder of a catalogue: a colleague’s copy on a stick, for"
                    " example."
                ),
                tone=Tone.NEUTRAL,
            )

    def reject(self) -> None:
        """Leaves everything as it is; while decisions come in, ends that and says what came in."""
        if self._merger.busy:
            self.close_button.setEnabled(False)
            self._merger.cancel()
            return
        self._merger.leave()
        super().reject()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        left.addWidget(self.copies, 1)
        left.addLayout(row_of(self.file, self.folder))
        right = QVBoxLayout()
        right.setSpacing(2 * GRID)
        right.addWidget(self.plan)
        right.addWidget(self.track)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(4 * GRID)
        middle.addLayout(left, 2)
        middle.addLayout(right, 3)
        buttons = row_of(self.merge, self.show_left)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(text_label(tr("Bring in decisions"), role=Role.HEADING))
        column.addWidget(
            text_label(
                tr(
                    "What was decided in another copy of this catalogue comes in where nobody has decided"
                    " here. What was decided here stays as it is. The other copy is only read."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _add(self, path: Path, words: str, *, place: int | None = None) -> None:
        item = QListWidgetItem(words)
        item.setSizeHint(QSize(0, sized(_ROW_HEIGHT)))
        item.setToolTip(clean_line(f"{path}", limit=_LONGEST_PATH))
        place = self.copies.count() if place is None else place
        self._paths.insert(place, path)
        self.copies.insertItem(place, item)

    # ------------------------------------------------------------ choosing

    def _on_file(self) -> None:
        told, _ = QFileDialog.getOpenFileName(
            self, tr("A backup of this catalogue"), f"{Path.home()}", tr("Backups (*.db)")
        )
        if told:
            self.choose(Path(told))

    def _on_folder(self) -> None:
        told = QFileDialog.getExistingDirectory(
            self, tr("The folder of another copy of this catalogue"), f"{Path.home()}"
        )
        if told:
            self.choose(Path(told))

    def choose(self, path: Path) -> None:
        """Puts a copy on top of the list, if it is not there yet, and looks at it."""
        if path not in self._paths:
            self._add(path, clean_line(f"{path}", limit=_LONGEST_PATH), place=0)
        row = self._paths.index(path)
        if row == self.copies.currentRow():
            self._on_chosen(row)
        self.copies.setCurrentRow(row)

    def _on_chosen(self, row: int) -> None:
        if row < 0 or self._merger.busy:
            return
        self.merge.setEnabled(False)
        self.show_left.hide()
        self.close_button.set_label(tr("Change nothing"))
        self.plan.tell(tr("Reading the copy and checking it …"), tone=Tone.NEUTRAL)
        self._show_track(True)
        self._merger.look(self._paths[row])

    # ------------------------------------------------------------ what happens

    def _on_looked(self, outcome: object) -> None:
        self._show_track(False)
        if not isinstance(outcome, MergePlan):
            self.plan.tell(failure_words(outcome), tone=Tone.BAD)
            return
        nothing = outcome.counted.nothing and not outcome.counted.leaves
        self.plan.tell(
            *map(tr, plan_lines(outcome)),
            "" if nothing else _sound_words(outcome),
            tone=Tone.NEUTRAL if nothing else Tone.OK,
        )
        self.merge.setEnabled(not nothing)

    def _on_merge(self) -> None:
        if self._merger.merge(tr(DECIDED_ELSEWHERE)):
            self._begin(True)
            self.plan.tell(tr("Bringing in …"), tone=Tone.NEUTRAL)

    def _on_progressed(self, done: int, total: int) -> None:
        self.track.setRange(0, max(1, total))
        self.track.setValue(done)
        if self._merger.busy:
            self.plan.tell(
                tr_of(
                    total,
                    "Compared {done:,} of {n:,} submission …",
                    "Compared {done:,} of {n:,} submissions …",
                    done=done,
                ),
                tone=Tone.NEUTRAL,
            )

    def _on_ended(self, outcome: object) -> None:
        self._begin(False)
        self.merge.setEnabled(False)
        self.close_button.set_label(tr("Close"))
        if not isinstance(outcome, Ended):
            self.plan.tell(failure_words(outcome), tone=Tone.BAD)
            return
        self._ended = outcome
        left = outcome.left is not None
        self.plan.tell(
            *map(tr, merged_lines(outcome.merged, pictures=outcome.pictures)),
            tr("What is left to a person is kept among the saved filters.") if left else "",
            tone=Tone.WARN if outcome.merged.stopped else Tone.OK,
        )
        self.show_left.setVisible(left)

    def _on_show_left(self) -> None:
        if self._ended is not None and self._ended.left is not None:
            self.list_wanted.emit(self._ended.left)
        self.accept()

    def _begin(self, under_way: bool) -> None:
        for widget in (self.copies, self.file, self.folder, self.merge):
            widget.setEnabled(not under_way)
        self.close_button.setEnabled(True)
        self.close_button.set_label(tr("Cancel") if under_way else tr("Close"))
        self._show_track(under_way)

    def _show_track(self, shown: bool) -> None:
        # Nobody knows how much there is, before the first portion.
        self.track.setRange(0, 0)
        self.track.setVisible(shown)


def _sound_words(plan: MergePlan) -> str:
    if plan.counted.decisions:
        return tr("It is sound. Undo takes the decisions back in one step.")
    return tr("It is sound.")
