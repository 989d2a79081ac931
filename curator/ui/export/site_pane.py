"""The export for the campaign's site: what it would do, what goes along, where to, and how it went."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.errors import CuratorError
from curator.engine.export import ExportOptions, ExportPlan, ExportSummary
from curator.engine.records import Changes
from curator.ui.assets import Icon
from curator.ui.export.lines import DryRun, dry_run_of
from curator.ui.export.options_form import OptionsForm
from curator.ui.export.plan_view import PlanView
from curator.ui.export.side import ExportSide
from curator.ui.language import tr
from curator.ui.session import Session
from curator.ui.session.exporting import Signing
from curator.ui.theme import GRID, Role
from curator.ui.widgets import KeyButton, rule, text_label

_REFRESH_MS = 400


class SitePane(QWidget):
    """Shows what an export would do, lets a person say what goes along, and writes it.

    Attributes:
        submission_requested: the id of a submission to put on the desk.
        told: how an export ended, while nobody looks at this.
        side: what is to be known before, and the button.
        lines: the dry run, submission by submission.
        options: what goes along, in the place of the dry run.
        back: shows the dry run again.
    """

    submission_requested = Signal(int)
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self._signing = Signing()
        self._dry_run = DryRun()
        self.side = ExportSide()
        self.lines = PlanView()
        self.options = OptionsForm()
        self.back = KeyButton(tr("Back to the dry run"), image=Icon.PREVIOUS)
        self._along = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        exports = session.exports
        self._timer.timeout.connect(exports.plan)
        session.changed.connect(self._on_changed)
        exports.signing_told.connect(self._on_signing)
        exports.prepare = dry_run_of
        exports.prepared.connect(self._on_prepared)
        exports.planned.connect(self._on_planned)
        exports.plan_failed.connect(self.side.show_no_plan)
        exports.progressed.connect(self.side.show_progress)
        exports.write_failed.connect(self.side.show_failure)
        exports.finished.connect(self._on_finished)
        self.side.write_wanted.connect(self._on_write)
        self.side.folder_chosen.connect(self._on_folder)
        self.side.cancel_wanted.connect(exports.cancel)
        self.side.options_wanted.connect(self.show_options)
        self.back.clicked.connect(self.show_lines)
        self.options.changed.connect(self._on_options)
        self.options.signing.bring_wanted.connect(self._on_bring)
        self.options.signing.back_wanted.connect(self._on_back_wanted)
        self.lines.submission_requested.connect(self.submission_requested)
        # What the catalogue keeps, before the first dry run tells it again.
        self.options.show_options(exports.options)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._stack, 1)
        self._stack.addWidget(self.lines)
        self._stack.addWidget(self._along)
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        head.setSpacing(4 * GRID)
        head.addWidget(text_label(tr("What goes along"), role=Role.HEADING))
        head.addWidget(
            text_label(
                tr("Kept for the next time. A change holds at once."),
                role=Role.CAPTION,
                elide=Qt.TextElideMode.ElideRight,
            ),
            1,
        )
        head.addWidget(self.back)
        along = QVBoxLayout(self._along)
        along.setContentsMargins(0, 0, 0, 0)
        along.setSpacing(0)
        along.addLayout(head)
        along.addWidget(rule())
        along.addWidget(self.options, 1)

    # ------------------------------------------------------------ what Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """Make a dry run when this is looked at and something changed since the last one."""
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from what goes along to the dry run."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._along:
            self.show_lines()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ which of the two

    def show_options(self) -> None:
        """Shows what goes along, to be changed."""
        by_key = self.side.change.hasFocus()
        self._stack.setCurrentWidget(self._along)
        if by_key:
            self.options.gallery.setFocus(Qt.FocusReason.TabFocusReason)

    def show_lines(self) -> None:
        """Shows the dry run."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._along.isAncestorOf(focused)
        self._stack.setCurrentWidget(self.lines)
        if inside:
            self.side.change.setFocus(Qt.FocusReason.TabFocusReason)

    # ------------------------------------------------------------ what happens

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not (changes.decided or changes.submissions or changes.politicians):
            return
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()
        elif not self.isVisible():
            self._stale = True

    def _on_signing(self, signing: Signing) -> None:
        self._signing = signing

    def _on_prepared(self, dry_run: DryRun) -> None:
        self._dry_run = dry_run

    def _on_planned(self, plan: ExportPlan) -> None:
        self.lines.show_dry_run(self._dry_run)
        self.options.show_options(plan.options)
        self.options.show_signing(self._signing)
        self.side.show_plan(plan, dry_run=self._dry_run, signing=self._signing)

    def _on_options(self, options: ExportOptions) -> None:
        self._session.exports.keep_options(options)

    def _on_bring(self, chain: Path, key: Path) -> None:
        try:
            self._session.exports.bring_certificate(chain=chain, key=key)
        except CuratorError as error:
            self.options.signing.tell(error)
        else:
            self.options.signing.brought()

    def _on_back_wanted(self) -> None:
        try:
            self._session.exports.go_back_to_own_certificate()
        except CuratorError as error:
            self.options.signing.tell_not_back(error)
        else:
            self.options.signing.went_back()

    def _on_folder(self, folder: Path) -> None:
        self._session.exports.folder = folder
        self._session.exports.plan()

    def _on_write(self, folder: Path, meant: ExportPlan | None) -> None:
        # What is half typed goes along as far as it came: nobody has to press Enter first.
        self.options.settle()
        self.side.show_started()
        self.options.setEnabled(False)
        self._session.exports.write(folder, meant=meant)

    def _on_finished(self, summary: ExportSummary | None) -> None:
        self.options.setEnabled(True)
        self.side.show_finished(summary)
        if summary is not None and not self.isVisible():
            self.told.emit(self.side.result)
        self._session.exports.plan()
