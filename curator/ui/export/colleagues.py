"""Files for people inside the campaign: tables, the decision log, answers to senders, contact sheets."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.errors import CuratorError
from curator.engine.records import Changes
from curator.ui.assets import Icon
from curator.ui.export.course import Course
from curator.ui.export.parts import CONTENT_WIDTH, FileSection, Form
from curator.ui.export.saved import row_sentence, saved_sentences
from curator.ui.export.sheet_section import Listed, SheetSection
from curator.ui.export.table_sections import AnswersSection, log_section, submissions_section
from curator.ui.language import tr, tr_error
from curator.ui.session import Session
from curator.ui.session.reporting import Outcome
from curator.ui.theme import GRID, Tone, sized
from curator.ui.widgets import KeyButton, rule


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file that is being written.

    Attributes:
        section: that it was asked for in.
        path: of the file.
    """

    section: FileSection
    path: Path


class ColleaguesPane(QWidget):
    """One section a file; one file at a time is written, and how it goes stands at the foot.

    Attributes:
        told: how it ended, while nobody looks at this.
        submissions: the table of submissions.
        log: the decision log.
        answers: answers to senders.
        sheet: the contact sheet.
        course: how far a file is, and how it ended.
    """

    told = Signal(str)

    def __init__(self, session: Session, *, listed: Callable[[], Listed] | None) -> None:
        """Offers every file.

        Args:
            session: of the open catalogue.
            listed: tells what the review page lists now; None where there is none.
        """
        super().__init__()
        self._session = session
        self._begun: _Begun | None = None
        self._failure: CuratorError | None = None
        self._begin_in = Path.home()
        self.submissions = submissions_section()
        self.log = log_section()
        self.answers = AnswersSection()
        self.sheet = SheetSection(listed=listed)
        self._sections: tuple[FileSection, ...] = (self.submissions, self.log, self.answers, self.sheet)
        self.open_folder = KeyButton(tr("Show the folder"), image=Icon.FOLDER)
        self.course = Course(tr("Progress of the file"), self.open_folder, wide=True)
        self._foot = QWidget()
        self._lay_out()
        self.submissions.save_wanted.connect(self._on_submissions)
        self.log.save_wanted.connect(self._on_log)
        self.answers.save_wanted.connect(self._on_answers)
        self.sheet.save_wanted.connect(self._on_sheet)
        self.open_folder.clicked.connect(self._on_open_folder)
        reports = session.reports
        self.course.cancel_wanted.connect(reports.cancel)
        reports.progressed.connect(self._on_progressed)
        reports.failed.connect(self._on_failed)
        reports.finished.connect(self._on_finished)
        session.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        form = Form(tr("For colleagues"))
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        inner = QHBoxLayout()
        inner.setContentsMargins(6 * GRID + 2, 2 * GRID, 6 * GRID, 2 * GRID)
        self.course.setMaximumWidth(sized(CONTENT_WIDTH))
        inner.addWidget(self.course, 1000)
        inner.addStretch(1)
        foot.addWidget(rule())
        foot.addLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(form, 1)
        column.addWidget(self._foot)
        form.show_sections(*self._sections)
        self._foot.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what may have changed while nobody looked."""
        super().showEvent(event)
        self._show_counts()
        self.sheet.show_listed()

    def _show_counts(self) -> None:
        verdicts = self._session.counts().verdicts
        self.submissions.show_counts(verdicts)
        self.answers.show_counts(verdicts)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.isVisible() and (changes.decided or changes.arrived):
            self._show_counts()

    # ------------------------------------------------------------ saving

    def _on_submissions(self) -> None:
        asked = self._ask(self.submissions)
        if asked is not None:
            path, replace = asked
            form = self.submissions.form(path, replace=replace)
            begun = self._session.reports.write_submissions(form, wanted=self.submissions.wanted)
            self._begin(self.submissions, path, begun=begun)

    def _on_log(self) -> None:
        asked = self._ask(self.log)
        if asked is not None:
            path, replace = asked
            begun = self._session.reports.write_decisions(self.log.form(path, replace=replace))
            self._begin(self.log, path, begun=begun)

    def _on_answers(self) -> None:
        asked = self._ask(self.answers)
        if asked is not None:
            path, replace = asked
            begun = self._session.reports.write_answers(
                self.answers.form(path, replace=replace),
                language=self.answers.language.value,
                wanted=self.answers.wanted,
            )
            self._begin(self.answers, path, begun=begun)

    def _on_sheet(self) -> None:
        asked = self._ask(self.sheet)
        if asked is not None:
            path, replace = asked
            form = self.sheet.form(path, replace=replace)
            begun = self._session.reports.write_contact_sheet(form, wanted=self.sheet.wanted)
            self._begin(self.sheet, path, begun=begun)

    def _ask(self, section: FileSection) -> tuple[Path, bool] | None:
        """Where a file is to lie, and whether somebody said that one of that name may go; None for not."""
        usual = section.file_name
        told, _ = QFileDialog.getSaveFileName(
            self, section.accessibleName(), str(self._begin_in / usual), section.kinds
        )
        if not told:
            return None
        path = Path(told)
        self._begin_in = path.parent
        if path.suffix:
            return path, True
        # The dialog asked about the name without its ending.
        return path.with_name(path.name + Path(usual).suffix), False

    def _begin(self, section: FileSection, path: Path, *, begun: bool) -> None:
        if not begun:
            return
        self._begun, self._failure = _Begun(section, path), None
        by_key = section.save.hasFocus()
        for one in self._sections:
            one.save.setEnabled(False)
        self._foot.show()
        self.course.begin(tr("Writing {file} …", file=path.name), by_key=by_key)

    # ------------------------------------------------------------ how it goes

    def _on_progressed(self, done: int, total: int) -> None:
        if self._begun is not None:
            self.course.step(row_sentence(done, total, file=self._begun.path.name), done=done, total=total)

    def _on_failed(self, error: CuratorError) -> None:
        self._failure = error

    def _on_finished(self, outcome: "Outcome | None") -> None:
        begun = self._begun
        for one in self._sections:
            one.save.setEnabled(True)
        if begun is None:
            return
        go_to = begun.section.save
        if outcome is None:
            why = "" if self._failure is None else tr_error(self._failure)
            tone = Tone.NEUTRAL if self._failure is None else Tone.BAD
            self._begun = None
            self.course.end(why or tr("Nothing was written."), tone=tone, go_to=go_to)
        else:
            sentences, tone = saved_sentences(outcome, answers=begun.section is self.answers)
            self.course.end(*sentences, tone=tone, go_to=go_to, steps=(self.open_folder,))
        if not self.isVisible():
            self.told.emit(self.course.words)

    def _on_open_folder(self) -> None:
        # Only ever the folder that Curator itself has just written into.
        if self._begun is not None and self._begun.path.parent.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._begun.path.parent)))
