"""What an export would change in numbers, where it goes, and how it went."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.export import ExportPlan, ExportSummary
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.export.lines import FATE_WORDS, Fate, result_sentence, stay_behind
from curator.ui.language import capital, tr, tr_of
from curator.ui.moments import day_and_time
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import (
    ButtonTone,
    IconMark,
    KeyButton,
    ThinProgress,
    rule,
    section_heading,
    text_label,
)

SIDE_WIDTH = 368


class ExportSide(QWidget):
    """The column at the left of the dry run.

    Attributes:
        write_wanted: the ``Path`` of the folder that the set is to be written to.
        cancel_wanted: the export that runs is to end.
    """

    write_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: ExportPlan | None = None
        self._folder: Path | None = None
        self._result: Path | None = None
        self._running = False
        self.setFixedWidth(SIDE_WIDTH)
        self._headline = text_label(tr("Looking at the approved set …"), role=Role.HEADING, wrap=True)
        self._last = text_label("", role=Role.DIM, wrap=True)
        self._numbers = QGridLayout()
        self._numbers.setHorizontalSpacing(3 * GRID)
        self._numbers.setVerticalSpacing(GRID)
        self._numbers.setColumnStretch(0, 1)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(2 * GRID)
        self._behind = text_label("", role=Role.DIM, wrap=True)
        self._place = text_label("", elide=Qt.TextElideMode.ElideMiddle)
        self.choose = KeyButton(tr("Choose folder …"), image=Icon.FOLDER)
        self.write = KeyButton(tr("Write the export"), tone=ButtonTone.PRIMARY, image=Icon.EXPORT)
        self._words = text_label("", role=Role.DIM, wrap=True)
        self.track = ThinProgress(name=tr("Progress of the export"))
        self.cancel = KeyButton(tr("Cancel"))
        self._mark = IconMark(TONE_ICONS[Tone.OK], tone=Tone.OK)
        self._told = text_label("", wrap=True)
        self.open_folder = KeyButton(tr("Open the folder"), image=Icon.FOLDER)
        self._progress = QWidget()
        self._outcome = QWidget()
        self._lay_out()
        self.choose.clicked.connect(self._on_choose)
        self.write.clicked.connect(self._on_write)
        self.cancel.clicked.connect(self._on_cancel)
        self.open_folder.clicked.connect(self._on_open)
        self._show_folder()

    # ------------------------------------------------------------ showing

    @property
    def headline(self) -> str:
        """What would be published."""
        return self._headline.text()

    @property
    def result(self) -> str:
        """How the last export ended; empty when there was none or it is written now."""
        return "" if self._outcome.isHidden() else self._told.text()

    def show_plan(self, plan: ExportPlan, *, counts: Mapping[Fate, int]) -> None:
        """Shows the numbers of a dry run."""
        self._plan = plan
        published = len(plan.entries)
        self._headline.setText(
            tr_of(published, "{n:,} picture would be published", "{n:,} pictures would be published")
            if published
            else tr("Nothing is approved yet")
        )
        self._last.setText(last_sentence(plan))
        _clear(self._numbers)
        for row, fate in enumerate(Fate):
            strong = bool(counts[fate]) and fate is not Fate.UNCHANGED
            name = text_label(capital(tr(FATE_WORDS[fate])), role=Role.BODY if strong else Role.DIM)
            number = text_label(f"{counts[fate]:,}", role=Role.STRONG if strong else Role.DIM)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._numbers.addWidget(name, row, 0)
            self._numbers.addWidget(number, row, 1)
        _clear(self._notices)
        for sentence in plan.notices:
            self._notices.addWidget(_Notice(tr(sentence)))
        behind = stay_behind(plan)
        self._behind.setText(tr("Not approved and not exported: {what}.", what=behind) if behind else "")
        self._behind.setVisible(bool(behind))
        if self._folder is None and plan.previous is not None:
            self._folder = plan.previous.folder
        self._show_folder()

    def show_started(self) -> None:
        """An export began."""
        self._running = True
        self._result = None
        self.track.setRange(0, 1)
        self.track.setValue(0)
        self._words.setText(tr("Gathering the approved set …"))
        self.cancel.setEnabled(True)
        self._outcome.hide()
        self._progress.show()
        self._show_folder()

    def show_progress(self, done: int, total: int) -> None:
        """An export came further: each picture counts once when it is made and once when it is checked."""
        self.track.setRange(0, max(1, total))
        self.track.setValue(done)
        half = total // 2
        if done <= half:
            self._words.setText(
                tr_of(
                    half, "Making {done:,} of {n:,} picture", "Making {done:,} of {n:,} pictures", done=done
                )
            )
        else:
            self._words.setText(
                tr_of(
                    half,
                    "Checking {done:,} of {n:,} picture",
                    "Checking {done:,} of {n:,} pictures",
                    done=done - half,
                )
            )

    def show_finished(self, summary: ExportSummary | None) -> None:
        """An export ended; None when nothing was written."""
        self._running = False
        self._progress.hide()
        if summary is None:
            self._result = None
            self._mark.set_image(TONE_ICONS[Tone.NEUTRAL], tone=Tone.NEUTRAL)
            self._told.setText(tr("Nothing was written. What stood in the folder before still stands."))
        else:
            self._result = summary.folder
            self._mark.set_image(TONE_ICONS[Tone.OK], tone=Tone.OK)
            self._told.setText(result_sentence(summary))
        self.open_folder.setVisible(summary is not None)
        self._outcome.show()
        self._show_folder()

    def set_folder(self, folder: Path) -> None:
        """Writes there from now on."""
        self._folder = folder
        self._show_folder()

    # ------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        progress = QVBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(2 * GRID)
        progress.addWidget(self._words)
        progress.addWidget(self.track)
        progress.addLayout(_row(self.cancel))
        told = QHBoxLayout()
        told.setSpacing(2 * GRID)
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._told, 1)
        outcome = QVBoxLayout(self._outcome)
        outcome.setContentsMargins(0, 0, 0, 0)
        outcome.setSpacing(2 * GRID)
        outcome.addLayout(told)
        outcome.addLayout(_row(self.open_folder))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._headline)
        column.addWidget(self._last)
        column.addSpacing(2 * GRID)
        column.addWidget(section_heading(tr("With this export")))
        column.addLayout(self._numbers)
        column.addLayout(self._notices)
        column.addWidget(self._behind)
        column.addSpacing(2 * GRID)
        column.addWidget(rule())
        column.addSpacing(2 * GRID)
        column.addWidget(section_heading(tr("Folder")))
        column.addWidget(self._place)
        # One below the other: in other languages than English both do not fit beside each other.
        column.addLayout(_row(self.write))
        column.addLayout(_row(self.choose))
        column.addSpacing(GRID)
        column.addWidget(self._progress)
        column.addWidget(self._outcome)
        column.addStretch(1)
        self._progress.hide()
        self._outcome.hide()

    def _show_folder(self) -> None:
        self._place.setText(tr("No folder is chosen yet.") if self._folder is None else f"{self._folder}")
        self.choose.set_label(tr("Choose folder …") if self._folder is None else tr("Another folder …"))
        self.choose.setEnabled(not self._running)
        self.write.setEnabled(self._plan is not None and self._folder is not None and not self._running)

    def _on_choose(self) -> None:
        start = "" if self._folder is None else f"{self._folder.parent}"
        chosen = QFileDialog.getExistingDirectory(self, tr("A new, empty or earlier export's folder"), start)
        if chosen:
            self.set_folder(Path(chosen))

    def _on_write(self) -> None:
        if self._folder is not None:
            self.write_wanted.emit(self._folder)

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._words.setText(tr("Cancelling …"))
        self.cancel_wanted.emit()

    def _on_open(self) -> None:
        # Only ever a folder of this computer that Curator itself has just written.
        if self._result is not None and self._result.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._result)))


class _Notice(QWidget):
    """A sentence to know before exporting."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(IconMark(TONE_ICONS[Tone.WARN], tone=Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(sentence, wrap=True), 1)


def last_sentence(plan: ExportPlan) -> str:
    """When the last export was written."""
    if plan.previous is None:
        return tr("Nothing was exported from this catalogue before.")
    return tr("Last export: {moment}.", moment=day_and_time(plan.previous.exported_at, with_year=True))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GRID)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
