"""The bar at the foot of the desk: the verdicts with their keys, how far the work is, and undo."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.catalogue import CLAIM
from curator.engine.decisions import Step
from curator.engine.dossier import Dossier
from curator.engine.records import AnalysisState, Outcome, Reason, Submission, Verdict
from curator.engine.wording import REASON_WORDS
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.review.history import in_force, look_of, verdict_words
from curator.ui.review.moments import day
from curator.ui.review.reason_group import ReasonGroup
from curator.ui.session import Progress
from curator.ui.theme import GRID, Role, Surface, Tone
from curator.ui.widgets import (
    ButtonTone,
    KeyButton,
    ThinProgress,
    ToneMark,
    ToolButton,
    set_surface,
    set_tip,
    text_label,
)

STATUS_WIDTH, MOST_STATUS_WIDTH = 208, 320
"""Room for the words about progress: on the smallest screen, and where there is more."""
UNDO_WIDTH = 320
_VERBS: Mapping[Verdict, str] = {
    Verdict.APPROVED: "approve",
    Verdict.REJECTED: "reject",
    Verdict.SKIPPED: "skip",
    Verdict.WITHDRAWN: "withdraw",
    Verdict.UNDECIDED: "open again",
}


class VerdictBar(QWidget):
    """Says verdicts; whoever listens gives them to the submission on the desk.

    Attributes:
        decided: a Verdict and its Reason, or None where it has none.
        undo_requested: the newest step is to be taken back.
        redo_requested: the step undone last is to be done again.
    """

    decided = Signal(object, object)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self.approve_button = KeyButton("Approve", key="A", tone=ButtonTone.OK)
        self.reject_button = KeyButton("Reject …", key="R", tone=ButtonTone.BAD)
        self.reasons = ReasonGroup()
        self.skip_button = KeyButton("Skip", key="S")
        self.ask_button = KeyButton("Ask", key="Q")
        set_tip(self.ask_button, "Set aside for a colleague (Q)")
        self.undo_button = KeyButton("Undo", key="Z")
        self.redo_button = ToolButton(Icon.REDO, "Do again", key="Shift+Z")
        self._standing = ToneMark(Tone.NEUTRAL, "", role=Role.CAPTION, tinted=False)
        self._standing.setFixedHeight(ICON_SMALL + GRID)
        self._words = text_label("", role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
        self._line = ThinProgress(name="Decided")
        self._build()
        self.approve_button.clicked.connect(self.approve)
        self.reject_button.clicked.connect(self.reject_as_advised)
        self.reasons.chosen.connect(self.reject_for)
        self.skip_button.clicked.connect(self.skip)
        self.ask_button.clicked.connect(self.ask)
        self.undo_button.clicked.connect(self.undo_requested)
        self.redo_button.clicked.connect(self.redo_requested)
        self.show_dossier(None)
        self.show_undo(None)

    # ------------------------------------------------------------ showing

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Pre-select the reason that is advised, and say what is in force already."""
        self._dossier = dossier
        reason = self.advised_reason
        self.reject_button.set_label("Reject …" if reason is None else f"Reject: {REASON_WORDS[reason]}")
        clear = dossier is not None and _outcome(dossier) is Outcome.APPROVE
        unseen = "" if dossier is None else _unseen(dossier.submission)
        # Filled is what the program advises; an open question is not a yes.
        self.approve_button.set_tone(ButtonTone.OK if clear and not unseen else ButtonTone.NEUTRAL)
        for button in (self.reject_button, self.reasons, self.skip_button, self.ask_button):
            button.setEnabled(dossier is not None)
        self.approve_button.setEnabled(dossier is not None and not unseen)
        set_tip(self.approve_button, unseen)
        self._show_standing()
        self._fit()

    def show_progress(self, progress: Progress) -> None:
        """Say how many are decided, and what goes on in the background."""
        self._words.setText(progress_words(progress))
        self._line.setMaximum(max(1, progress.total))
        self._line.setValue(progress.decided)

    def show_undo(self, step: Step | None, redo: Step | None = None) -> None:
        """Say what undo would take back and what redo would do again; None is nothing."""
        label = "Undo" if step is None else f"Undo: {step_words(step)}"
        self.undo_button.set_label(label)
        self.undo_button.setEnabled(step is not None)
        set_tip(self.undo_button, label if step is not None else "There is nothing to undo.")
        self.redo_button.setVisible(redo is not None)
        if redo is not None:
            self.redo_button.setAccessibleName(f"Do again: {step_words(redo)}")
            set_tip(self.redo_button, f"Do again: {step_words(redo)} (Shift+Z)")

    @property
    def advised_reason(self) -> Reason | None:
        """The reason that a rejection would have without asking; "other" says nothing, so it asks."""
        advice = self._dossier.submission.advice if self._dossier is not None else None
        return None if advice is None or advice.reason is Reason.OTHER else advice.reason

    @property
    def words(self) -> str:
        """What is said about progress."""
        return self._words.text()

    @property
    def standing(self) -> str:
        """What is said about the verdict in force; empty for an undecided submission."""
        return self._standing.text if self._standing.isVisibleTo(self) else ""

    # ------------------------------------------------------------ deciding

    def approve(self) -> None:
        """Say that the submission on the desk is approved."""
        if self.approve_button.isEnabled():
            self.decided.emit(Verdict.APPROVED, None)

    def reject_as_advised(self) -> None:
        """Reject for the reason that is advised; without one, ask for it in the menu."""
        if not self.reject_button.isEnabled():
            return
        reason = self.advised_reason
        if reason is None:
            self.reasons.open_menu(self.reject_button)
        else:
            self.reject_for(reason)

    def reject_for(self, reason: Reason) -> None:
        """Reject for a reason."""
        if self.reject_button.isEnabled():
            self.decided.emit(Verdict.REJECTED, reason)

    def skip(self) -> None:
        """Leave the submission for later."""
        if self.skip_button.isEnabled():
            self.decided.emit(Verdict.SKIPPED, None)

    def ask(self) -> None:
        """Set the submission aside for a colleague."""
        if self.ask_button.isEnabled():
            self.decided.emit(Verdict.SKIPPED, Reason.ASK)

    # ------------------------------------------------------------ inside

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(1280, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.undo_button.setMaximumWidth(UNDO_WIDTH)
        self._status = QWidget()
        self._status.setMinimumWidth(STATUS_WIDTH)
        self._status.setMaximumWidth(MOST_STATUS_WIDTH)
        status = QVBoxLayout(self._status)
        status.setContentsMargins(0, 0, 0, 0)
        status.setSpacing(0)
        status.addStretch(1)
        status.addWidget(self._standing)
        status.addWidget(self._words)
        status.addSpacing(GRID)
        status.addWidget(self._line)
        status.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        for part in (
            self.approve_button,
            self.reject_button,
            self.reasons,
            self.skip_button,
            self.ask_button,
        ):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._status)
        row.addWidget(self.redo_button)
        row.addWidget(self.undo_button)
        set_surface(self, Surface.PANEL)
        self.setFixedHeight(60)
        self.setAccessibleName("Verdict")

    def _fit(self) -> None:
        """Put words beside the keys of the reasons if they leave enough room for the rest."""
        others = (self.approve_button, self.reject_button, self.skip_button, self.ask_button)
        for button in others:
            # Only undo gives way when it gets narrow: the verdicts are always said in full.
            button.setFixedWidth(button.sizeHint().width())
        taken = sum(button.width() for button in others) + STATUS_WIDTH + UNDO_WIDTH
        self.reasons.set_worded(taken + self.reasons.width_worded(True) + 24 * GRID <= self.width())

    def _show_standing(self) -> None:
        submission = self._dossier.submission if self._dossier is not None else None
        if self._dossier is None or submission is None or submission.verdict is Verdict.UNDECIDED:
            self._standing.hide()
            return
        row = in_force(self._dossier.history)
        words = verdict_words(submission.verdict, submission.reason)
        head, _, reason = words.partition(": ")
        by = f" by {row.curator}, {day(row.decided_at)}" if row is not None else ""
        said = f"{head[:1].upper()}{head[1:]}{by}" + (f": {reason}" if reason else "")
        tone, image = look_of(submission.verdict, submission.reason)
        self._standing.set_mark(tone, said, image=image)
        self._standing.show()


def progress_words(progress: Progress) -> str:
    """``37 of 249 decided, 3 set aside · analysing 12 more``."""
    if progress.total == 0:
        decided = "Nothing loaded yet"
    elif progress.decided >= progress.total:
        decided = f"All {progress.total} decided"
    else:
        decided = f"{progress.decided} of {progress.total} decided"
        if progress.set_aside:
            decided += f", {progress.set_aside} set aside"
    return " · ".join(part for part in (decided, _background(progress)) if part)


def step_words(step: Step) -> str:
    """What a step did, for a button: ``approve Odalys Quent``."""
    decision = step.decision
    what = step.name if step.count == 1 else f"{step.count} submissions"
    if decision.action == CLAIM:
        return f"claim of {what}"
    if decision.reason is Reason.ASK:
        return f"ask about {what}"
    return f"{_VERBS[decision.verdict]} {what}"


def _background(progress: Progress) -> str:
    loading = progress.loading
    if progress.paused:
        return f"paused, {progress.pending} to analyse" if progress.pending else "paused"
    if loading is not None:
        return f"loading {loading.done} of {loading.total}" if loading.total is not None else "loading"
    return f"analysing {progress.pending} more" if progress.pending else ""


def _unseen(submission: Submission) -> str:
    """Why nobody can have seen the picture; empty when it can be seen."""
    if submission.state is AnalysisState.UNREADABLE:
        return "A picture that cannot be opened cannot be approved."
    return "Wait until the picture has been analysed." if submission.facts is None else ""


def _outcome(dossier: Dossier) -> Outcome | None:
    advice = dossier.submission.advice
    return advice.outcome if advice is not None else None
