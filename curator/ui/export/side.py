"""All that a person needs before an export for the site is written, the button, and how it went."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QVBoxLayout, QWidget

from curator.engine.errors import CuratorError
from curator.engine.export import ExportPlan, ExportSummary
from curator.ui.assets import Icon
from curator.ui.export.along import Along
from curator.ui.export.course import Course
from curator.ui.export.lines import (
    DryRun,
    changes_sentence,
    last_sentence,
    result_sentence,
    stay_behind,
    step_sentence,
)
from curator.ui.language import tr, tr_error, tr_of
from curator.ui.session.exporting import Signing
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets import (
    ButtonTone,
    FlowRow,
    FollowingArea,
    KeyButton,
    Told,
    row_of,
    rule,
    section_heading,
    text_label,
)

SIDE_WIDTH = 368
"""In logical pixels at 100 %."""
_MARGIN = 4 * GRID


class ExportSide(QWidget):
    """The column at the left of the dry run.

    Attributes:
        write_wanted: the ``Path`` of the folder that the set is to be written to, and the ``ExportPlan``
            that somebody said a second yes to, or None.
        folder_chosen: the ``Path`` of another folder, which a dry run has to compare with.
        cancel_wanted: the export that runs is to end.
        options_wanted: what goes along is to be changed.
        along: what goes along.
        course: how far an export is, and how it ended.
        anyway: the second yes, where an export would undo what was exported elsewhere.
    """

    write_wanted = Signal(object, object)
    folder_chosen = Signal(object)
    cancel_wanted = Signal()
    options_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: ExportPlan | None = None
        self._folder: Path | None = None
        self._result: ExportSummary | None = None
        self._failure: CuratorError | None = None
        self._running = False
        self._gallery = True
        size_with_text(self, width=SIDE_WIDTH, gently=True)
        self._headline = text_label(tr("Looking at the approved set …"), role=Role.HEADING, wrap=True)
        self._changes = text_label("", wrap=True)
        self._last = text_label("", role=Role.DIM, wrap=True)
        self._fault = Told()
        self._notices = QVBoxLayout()
        self._notices.setSpacing(2 * GRID)
        self._behind = text_label("", role=Role.DIM, wrap=True)
        self.along = Along()
        self.change = KeyButton(tr("Change what goes along …"), image=Icon.EDIT)
        self._place = text_label("", elide=Qt.TextElideMode.ElideMiddle)
        self.choose = KeyButton(tr("Choose folder …"), image=Icon.FOLDER)
        self.anyway = QCheckBox(tr("Write it all the same"))
        self.write = KeyButton(tr("Write the export"), tone=ButtonTone.PRIMARY, image=Icon.EXPORT)
        self.open_folder = KeyButton(tr("Show the folder"), image=Icon.FOLDER)
        self.open_gallery = KeyButton(tr("Open the gallery"), image=Icon.PICTURES)
        self.course = Course(tr("Progress of the export"), self.open_folder, self.open_gallery)
        self._lay_out()
        self.change.clicked.connect(self.options_wanted)
        self.choose.clicked.connect(self._on_choose)
        self.anyway.toggled.connect(lambda _on: self._show_folder())
        self.write.clicked.connect(self._on_write)
        self.course.cancel_wanted.connect(self.cancel_wanted)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.open_gallery.clicked.connect(self._on_open_gallery)
        self._show_folder()

    # ------------------------------------------------------------ what is shown

    @property
    def headline(self) -> str:
        """What would be published."""
        return self._headline.text()

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be known before writing."""
        items = [self._notices.itemAt(place) for place in range(self._notices.count())]
        shown = [item.widget() for item in items if item is not None]
        return tuple(one.accessibleName() for one in shown if one is not None)

    @property
    def fault(self) -> str:
        """Why there is no dry run; empty when there is one."""
        return self._fault.words

    @property
    def result(self) -> str:
        """How the last export ended; empty when there was none or it is written now."""
        return self.course.words

    def show_plan(self, plan: ExportPlan, *, dry_run: DryRun, signing: Signing) -> None:
        """Shows a dry run.

        Args:
            plan: the dry run.
            dry_run: what is told of it.
            signing: how it stands with signatures.
        """
        if self._plan is None or not plan.asks_the_same(self._plan):
            # A yes is to what was said, and to nothing else.
            self.anyway.setChecked(False)
        self._plan = plan
        self._fault.tell()
        published = len(plan.entries)
        self._headline.setText(
            tr_of(published, "{n:,} picture would be published", "{n:,} pictures would be published")
            if published
            else tr("Nothing is approved yet")
        )
        changes = changes_sentence(dry_run.counts)
        self._changes.setText(tr("With this export: {changes}.", changes=changes) if changes else "")
        self._changes.setVisible(bool(changes))
        self._last.setText(last_sentence(plan))
        # With these nothing will be written, or not without a second yes.
        worst = {tr(one) for one in (plan.unsignable, plan.estrangement) if one}
        self._show_notices(dry_run.notices, worst=worst)
        behind = stay_behind(plan)
        self._behind.setText(tr("Not approved and not exported: {what}.", what=behind) if behind else "")
        self._behind.setVisible(bool(behind))
        self.along.show_options(plan.options, signing=signing)
        if self._folder is None and plan.previous is not None:
            self._folder = plan.previous.folder
        self._show_folder()

    def show_no_plan(self, error: CuratorError) -> None:
        """There is no dry run, and nothing can be written."""
        self._plan = None
        self._headline.setText(tr("The dry run could not be made"))
        self._changes.hide()
        self._behind.hide()
        self._last.setText("")
        self._show_notices(())
        self._fault.tell(tr_error(error))
        self._show_folder()

    def show_started(self) -> None:
        """An export began."""
        self._running = True
        self._result = self._failure = None
        self._gallery = self._plan is None or self._plan.options.gallery
        self.course.begin(tr("Gathering the approved set …"), by_key=self.write.hasFocus())
        self._show_folder()

    def show_progress(self, done: int, total: int) -> None:
        """An export came further."""
        self.course.step(step_sentence(done, total, gallery=self._gallery), done=done, total=total)

    def show_failure(self, error: CuratorError) -> None:
        """Why an export is about to end without having written anything."""
        self._failure = error

    def show_finished(self, summary: ExportSummary | None) -> None:
        """An export ended; None when nothing was written."""
        self._running = False
        self._result = summary
        self._show_folder()
        if summary is not None:
            # What the dry run says already stands above.
            more = [tr(one) for one in summary.notices if self._plan is None or one not in self._plan.notices]
            steps = (self.open_folder, *((self.open_gallery,) if summary.gallery is not None else ()))
            self.course.end(result_sentence(summary), *more, tone=Tone.OK, go_to=self.write, steps=steps)
            return
        if self._failure is not None:
            still = tr("What stood in the folder before still stands.")
            self.course.end(tr_error(self._failure), still, tone=Tone.BAD, go_to=self.write)
            return
        self.course.end(
            tr("Nothing was written. What stood in the folder before still stands."),
            tone=Tone.NEUTRAL,
            go_to=self.write,
        )

    def set_folder(self, folder: Path) -> None:
        """Writes there from now on."""
        self._folder = folder
        self._show_folder()

    # ------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        told = QWidget()
        upper = QVBoxLayout(told)
        upper.setContentsMargins(_MARGIN - 2, _MARGIN, _MARGIN - 2, 2 * GRID)  # the area's own edge
        upper.setSpacing(2 * GRID)
        upper.addWidget(self._headline)
        upper.addWidget(self._changes)
        upper.addWidget(self._last)
        upper.addWidget(self._fault)
        upper.addLayout(self._notices)
        upper.addSpacing(2 * GRID)
        upper.addWidget(section_heading(tr("What goes along")))
        upper.addWidget(self.along)
        upper.addLayout(row_of(self.change))
        upper.addSpacing(GRID)
        upper.addWidget(self._behind)
        upper.addStretch(1)
        area = FollowingArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("Before the export is written"))
        area.setWidget(told)
        buttons = FlowRow(gap=2 * GRID)
        buttons.add(self.write)
        buttons.add(self.choose)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 3 * GRID, _MARGIN, _MARGIN)
        foot.setSpacing(2 * GRID)
        foot.addWidget(section_heading(tr("Folder")))
        foot.addWidget(self._place)
        foot.addWidget(self.anyway)
        foot.addWidget(buttons)
        foot.addWidget(self.course)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        self._changes.hide()
        self._behind.hide()

    def _show_notices(self, sentences: Sequence[str], *, worst: Collection[str] = ()) -> None:
        _clear(self._notices)
        for sentence in sentences:
            notice = Told()
            # First: what is shown and lies nowhere is a window of its own for a moment.
            self._notices.addWidget(notice)
            notice.tell(sentence, tone=Tone.BAD if sentence in worst else Tone.WARN)

    def _show_folder(self) -> None:
        self._place.setText(tr("No folder is chosen yet.") if self._folder is None else f"{self._folder}")
        self.choose.set_label(tr("Choose folder …") if self._folder is None else tr("Another folder …"))
        self.choose.setEnabled(not self._running)
        self.change.setEnabled(not self._running)
        estranged = self._plan is not None and bool(self._plan.estrangement)
        self.anyway.setVisible(estranged)
        self.anyway.setEnabled(not self._running)
        self.write.setEnabled(
            self._plan is not None
            and self._folder is not None
            and not self._running
            and (self.anyway.isChecked() or not estranged)
        )

    def _on_choose(self) -> None:
        start = "" if self._folder is None else f"{self._folder.parent}"
        chosen = QFileDialog.getExistingDirectory(self, tr("A new, empty or earlier export's folder"), start)
        if chosen:
            self.course.forget()
            self.set_folder(Path(chosen))
            self.folder_chosen.emit(Path(chosen))

    def _on_write(self) -> None:
        if self._folder is not None:
            self.write_wanted.emit(self._folder, self._plan if self.anyway.isChecked() else None)

    # Only ever what Curator itself has just written on this computer.

    def _on_open_folder(self) -> None:
        if self._result is not None and self._result.folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._result.folder)))

    def _on_open_gallery(self) -> None:
        gallery = None if self._result is None else self._result.gallery
        if gallery is not None and gallery.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(gallery)))


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
