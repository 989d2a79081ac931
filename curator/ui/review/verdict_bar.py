"""The bar at the foot of the desk: the verdicts with their keys, how far the work is, and undo."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from curator.engine.catalogue import CLAIM
from curator.engine.decisions import Step
from curator.engine.dossier import Dossier
from curator.engine.records import AnalysisState, Outcome, Reason, Submission, Verdict
from curator.engine.said import Said, said
from curator.engine.wording import REASON_WORDS, VERDICT_WORDS
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.bindings import Bindings, usual_key
from curator.ui.commands import Name
from curator.ui.language import tr, tr_of
from curator.ui.moments import day
from curator.ui.pickers.reason_group import ReasonGroup
from curator.ui.review.history import in_force, look_of
from curator.ui.session import Progress
from curator.ui.theme import GRID, Role, Surface, Tone, size_with_text, sized, text_scale
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

HEIGHT = 60
LEAST_STATUS_WIDTH, STATUS_WIDTH, MOST_STATUS_WIDTH = 120, 208, 320
"""Room for the words about progress: where it gets narrow, usually, and where there is more."""
UNDO_WIDTH = 320
"""All widths and heights in logical pixels at 100 %."""
_VERBS: Mapping[Verdict, Said] = {
    Verdict.APPROVED: said("approve {what}", what=""),
    Verdict.REJECTED: said("reject {what}", what=""),
    Verdict.SKIPPED: said("skip {what}", what=""),
    Verdict.WITHDRAWN: said("withdraw {what}", what=""),
    Verdict.UNDECIDED: said("open {what} again", what=""),
}
_HAND_WORK: Mapping[str, Said] = {
    CLAIM: said("claim of {what}", what=""),
    "face": said("faces of {what}", what=""),
    "kind": said("kind of {what}", what=""),
    "note": said("note on {what}", what=""),
}
"""Steps that are no verdicts, by the action that the log calls them."""
_ASKED = said("ask about {what}", what="")


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
        self._bindings: Bindings | None = None
        self._fitted: tuple[object, ...] = ()
        self.approve_button = KeyButton(tr("Approve"), tone=ButtonTone.OK)
        self.reject_button = KeyButton(tr("Reject …"), tone=ButtonTone.BAD)
        self.reasons = ReasonGroup()
        self.skip_button = KeyButton(tr("Skip"))
        self.ask_button = KeyButton(tr("Ask"))
        self.undo_button = KeyButton(tr("Undo"))
        self.redo_button = ToolButton(Icon.REDO, tr("Do again"))
        self._standing = ToneMark(Tone.NEUTRAL, "", role=Role.CAPTION, tinted=False)
        size_with_text(self._standing, height=ICON_SMALL + GRID)
        self._words = text_label("", role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
        self._line = ThinProgress(name=tr("Decided"))
        self._build()
        self.approve_button.clicked.connect(self.approve)
        self.reject_button.clicked.connect(self.reject_as_advised)
        self.reasons.chosen.connect(self.reject_for)
        self.skip_button.clicked.connect(self.skip)
        self.ask_button.clicked.connect(self.ask)
        self.undo_button.clicked.connect(self.undo_requested)
        self.redo_button.clicked.connect(self.redo_requested)
        self._show_keys()
        self.show_dossier(None)
        self.show_undo(None)

    # ------------------------------------------------------------ showing

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        shown = usual_key if self._bindings is None else self._bindings.shown
        self.approve_button.set_key(shown(Name.APPROVE))
        self.reject_button.set_key(shown(Name.REJECT))
        self.skip_button.set_key(shown(Name.SKIP))
        self.ask_button.set_key(shown(Name.ASK))
        self.undo_button.set_key(shown(Name.UNDO))
        self.redo_button.set_key(shown(Name.REDO))
        words = tr("Set aside for a colleague")
        set_tip(self.ask_button, f"{words} ({shown(Name.ASK)})" if shown(Name.ASK) else words)
        if self._bindings is not None:
            self.reasons.set_bindings(self._bindings)
        self._fit()

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Pre-select the reason that is advised, and say what is in force already."""
        self._dossier = dossier
        reason = self.advised_reason
        self.reject_button.set_label(
            tr("Reject …") if reason is None else tr("Reject: {reason}", reason=tr(REASON_WORDS[reason]))
        )
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
        label = tr("Undo") if step is None else tr("Undo: {step}", step=step_words(step))
        self.undo_button.set_label(label)
        self.undo_button.setEnabled(step is not None)
        set_tip(self.undo_button, label if step is not None else tr("There is nothing to undo."))
        self.redo_button.setVisible(redo is not None)
        self.redo_button.set_name(
            tr("Do again") if redo is None else tr("Do again: {step}", step=step_words(redo))
        )
        self._fit()

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
        return QSize(1280, sized(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use: whatever can be missed is missed."""
        fixed = (self.approve_button, self.skip_button, self.ask_button)
        cut = (self.reject_button, self.undo_button)
        width = sum(one.sizeHint().width() for one in fixed) + sum(
            one.minimumSizeHint().width() for one in cut
        )
        width += self.reasons.width_brief() + sized(LEAST_STATUS_WIDTH) + 24 * GRID
        return QSize(width, sized(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when something in it needs more or less room, as with another size of text."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _build(self) -> None:
        self._status = QWidget()
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
        # Otherwise it could never get narrower than what it happens to say; see minimumSizeHint.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
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
        size_with_text(self, height=HEIGHT)
        self.setAccessibleName(tr("Verdict"))

    def _fit(self) -> None:
        """Give away what can be missed as it gets narrow: the verdicts are said in full to the last."""
        others = (self.approve_button, self.reject_button, self.skip_button, self.ask_button)
        # Whatever changes a width asks for a new layout, and that asks here: only news are worked on.
        asked = (
            self.width(),
            text_scale(),
            self.redo_button.isHidden(),
            *((one.label, one.key) for one in (*others, self.undo_button)),
            *(one.key for one in self.reasons.keys.values()),
        )
        if asked == self._fitted:
            return
        self._fitted = asked
        self.undo_button.setMaximumWidth(sized(UNDO_WIDTH))
        undo = self.undo_button.minimumSizeHint().width()
        redo = 0 if self.redo_button.isHidden() else self.redo_button.sizeHint().width() + 2 * GRID
        room = self.width() - sum(one.sizeHint().width() for one in others) - redo - 24 * GRID
        status = sized(STATUS_WIDTH)
        # Words beside the keys, the keys alone, dots for "Other reason", fewer words about progress.
        self.reasons.set_brief(False)
        worded = self.reasons.width_worded(True) + status + sized(UNDO_WIDTH) <= room
        self.reasons.set_worded(worded)
        left = room - self.reasons.width_worded(worded) - status - undo
        if left < 0:
            self.reasons.set_brief(True)
            left = room - self.reasons.width_worded(False) - status - undo
        if left < 0:
            status = max(sized(LEAST_STATUS_WIDTH), status + left)
            left = room - self.reasons.width_worded(False) - status - undo
        self._status.setMinimumWidth(status)
        self._status.setMaximumWidth(sized(MOST_STATUS_WIDTH))
        for button in others:
            button.setFixedWidth(button.sizeHint().width())
        if left < 0:
            reject = self.reject_button
            reject.setFixedWidth(max(reject.minimumSizeHint().width(), reject.width() + left))
        cut = self.reject_button.width() < self.reject_button.sizeHint().width()
        set_tip(self.reject_button, self.reject_button.label if cut else "")

    def _show_standing(self) -> None:
        submission = self._dossier.submission if self._dossier is not None else None
        if self._dossier is None or submission is None or submission.verdict is Verdict.UNDECIDED:
            self._standing.hide()
            return
        tone, image = look_of(submission.verdict, submission.reason)
        self._standing.set_mark(tone, _standing_words(self._dossier), image=image)
        self._standing.show()


def progress_words(progress: Progress) -> str:
    """``37 of 249 decided, 3 set aside · analysing 12 more``."""
    decided, total = progress.decided, progress.total
    if total == 0:
        words = tr("Nothing loaded yet")
    elif decided >= total:
        words = tr("All {n:,} decided", n=total)
    elif progress.set_aside:
        words = tr(
            "{decided:,} of {total:,} decided, {aside:,} set aside",
            decided=decided,
            total=total,
            aside=progress.set_aside,
        )
    else:
        words = tr("{decided:,} of {total:,} decided", decided=decided, total=total)
    return " · ".join(part for part in (words, _background(progress)) if part)


def step_words(step: Step) -> str:
    """What a step did, for a button: ``approve Odalys Quent``."""
    decision = step.decision
    what = step.name if step.count == 1 else tr_of(step.count, "{n:,} submission", "{n:,} submissions")
    words = _HAND_WORK.get(decision.action)
    if words is None:
        words = _ASKED if decision.reason is Reason.ASK else _VERBS[decision.verdict]
    return tr(said(words.pattern, what=what))


def _standing_words(dossier: Dossier) -> str:
    """``Rejected by Ben, 3 Nov: no face``."""
    submission, row = dossier.submission, in_force(dossier.history)
    asked = submission.reason is Reason.ASK
    verdict = tr("set aside for a colleague") if asked else tr(VERDICT_WORDS[submission.verdict])
    verdict = f"{verdict[:1].upper()}{verdict[1:]}"
    reason = "" if submission.reason is None or asked else tr(REASON_WORDS[submission.reason])
    if row is None:
        return tr("{verdict}: {reason}", verdict=verdict, reason=reason) if reason else verdict
    when = day(row.decided_at)
    if not reason:
        return tr("{verdict} by {curator}, {day}", verdict=verdict, curator=row.curator, day=when)
    return tr(
        "{verdict} by {curator}, {day}: {reason}",
        verdict=verdict,
        curator=row.curator,
        day=when,
        reason=reason,
    )


def _background(progress: Progress) -> str:
    loading, pending = progress.loading, progress.pending
    if progress.paused:
        return tr("paused, {n:,} to analyse", n=pending) if pending else tr("paused")
    if loading is None:
        return tr("analysing {n:,} more", n=pending) if pending else ""
    if loading.total is None:
        return tr("loading")
    return tr("loading {done:,} of {total:,}", done=loading.done, total=loading.total)


def _unseen(submission: Submission) -> str:
    """Why nobody can have seen the picture; empty when it can be seen."""
    if submission.state is AnalysisState.UNREADABLE:
        return tr("A picture that cannot be opened cannot be approved.")
    return tr("Wait until the picture has been analysed.") if submission.facts is None else ""


def _outcome(dossier: Dossier) -> Outcome | None:
    advice = dossier.submission.advice
    return advice.outcome if advice is not None else None
