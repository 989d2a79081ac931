"""The bar at the foot of the desk: the verdicts with their keys, how far the work is, and undo."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from curator.engine.deciding.consequences import making_for
from curator.engine.deciding.decisions import Step
from curator.engine.dossier import Dossier
from curator.engine.records import (
    AnalysisState,
    Kind,
    Making,
    Outcome,
    Reason,
    Submission,
    SubmissionId,
    Verdict,
)
from curator.engine.wording import REASON_WORDS
from curator.ui.assets import ICON_SMALL, Icon, icon
from curator.ui.keyboard.bindings import Bindings, usual_key
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr
from curator.ui.pickers.questions import Questions
from curator.ui.pickers.reason_group import ReasonGroup
from curator.ui.review.bar_words import (
    AS_PORTRAIT,
    AS_WORDS,
    progress_words,
    standing_words,
    step_words,
)
from curator.ui.review.history import look_of
from curator.ui.session import Progress
from curator.ui.theme import GRID, Role, Surface, Tone, size_with_text, sized, text_scale
from curator.ui.widgets import (
    ButtonTone,
    KeyButton,
    ThinProgress,
    ToneMark,
    ToolButton,
    fitting_label,
    set_surface,
    set_tip,
)

HEIGHT = 60
TIGHT_STATUS_WIDTH, LEAST_STATUS_WIDTH, STATUS_WIDTH, MOST_STATUS_WIDTH = 72, 120, 208, 320
"""Room for the words about progress: with large text, where it gets narrow, usually, where there is more."""
_ADVISED_OFTEN = (Reason.NOT_CLAIMED, Reason.SEVERAL_FACES, Reason.NO_FACE, Reason.DUPLICATE)
"""The house rules: whichever is advised, Skip stays under the pointer of who has just skipped."""
UNDO_WIDTH = 208
"""All widths and heights in logical pixels at 100 %."""


class VerdictBar(QWidget):
    """Says verdicts; whoever listens gives them to the submission on the desk.

    Attributes:
        decided: a Verdict and its Reason, or None where it has none.
        approved_as: the Making that a deepfake is to be labelled as.
        withdrawn: the Reason why an approval is taken back, and a note.
        promoted: the second yes was said: it is to become a reference portrait.
        told: a short sentence about what a key could not do.
        undo_requested: the newest step is to be taken back.
        redo_requested: the step undone last is to be done again.
    """

    decided = Signal(object, object)
    approved_as = Signal(object)
    withdrawn = Signal(object, str)
    promoted = Signal()
    told = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._bindings: Bindings | None = None
        self._fitted: tuple[object, ...] = ()
        self.approve_button = KeyButton(tr("Approve"), tone=ButtonTone.OK)
        self.approve_as_button = ToolButton(Icon.UP, tr("Approve as …"), size=ICON_SMALL)
        self.reject_button = KeyButton(tr("Reject …"), tone=ButtonTone.BAD)
        self.reasons = ReasonGroup()
        self.skip_button = KeyButton(tr("Skip"))
        self.ask_button = KeyButton(tr("Ask"))
        self.undo_button = KeyButton(tr("Undo"))
        self.redo_button = ToolButton(Icon.REDO, tr("Do again"))
        self.promote_button = ToolButton(Icon.POLITICIANS, tr("Use as reference portrait …"))
        self.withdraw_button = ToolButton(Icon.WITHDRAWN, tr("Withdraw …"))
        # Filled as its shape is, it would draw the eye away from what is to be decided.
        self.withdraw_button.setIcon(icon(Icon.WITHDRAWN, tint="dim"))
        self.questions = Questions(self)
        # Whatever is on the desk, the buttons stay where they are.
        self.approve_button.keep_room_for(tr(one) for one in (*AS_WORDS.values(), AS_PORTRAIT))
        self.reject_button.keep_room_for(
            (tr(REASON_WORDS[one]) for one in _ADVISED_OFTEN), labels=(tr("Reject …"), tr("Reject"))
        )
        self._standing = ToneMark(Tone.NEUTRAL, "", role=Role.CAPTION, tinted=False)
        size_with_text(self._standing, height=ICON_SMALL + GRID)
        self._words = fitting_label(role=Role.CAPTION)
        self._line = ThinProgress(name=tr("Decided"))
        self._build()
        self.approve_button.clicked.connect(self.approve)
        self.approve_as_button.clicked.connect(self.approve_as)
        self.reject_button.clicked.connect(self.reject_as_advised)
        self.reasons.chosen.connect(self.reject_for)
        self.skip_button.clicked.connect(self.skip)
        self.ask_button.clicked.connect(self.ask)
        self.questions.approved_as.connect(self.approved_as)
        self.questions.withdrawn.connect(self.withdrawn)
        self.questions.promoted.connect(self.promoted)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.promote_button.clicked.connect(self.promote)
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
        self.approve_as_button.set_key(shown(Name.APPROVE_AS))
        self.withdraw_button.set_key(shown(Name.WITHDRAW))
        self.promote_button.set_key(shown(Name.PROMOTE))
        words = tr("Set aside for a colleague")
        set_tip(self.ask_button, f"{words} ({shown(Name.ASK)})" if shown(Name.ASK) else words)
        if self._bindings is not None:
            self.reasons.set_bindings(self._bindings)
            self.questions.set_bindings(self._bindings)
        self._fit()

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Pre-select the reason that is advised, and say what is in force already."""
        if _shown(dossier) != _shown(self._dossier):
            # A question is about what lay there when it was asked.
            self.questions.close()
            self.reasons.menu.close()
        self._dossier = dossier
        reason = self.advised_reason
        self.reject_button.set_label(tr("Reject …") if reason is None else tr("Reject"))
        words = "" if reason is None else tr(REASON_WORDS[reason])
        self.reject_button.set_second(words, spoken=tr("Reject: {reason}", reason=words) if words else "")
        clear = dossier is not None and _outcome(dossier) is Outcome.APPROVE
        unseen = "" if dossier is None else _unseen(dossier.submission)
        # Filled is what the program advises; an open question is not a yes.
        self.approve_button.set_tone(ButtonTone.OK if clear and not unseen else ButtonTone.NEUTRAL)
        for button in (self.reject_button, self.reasons, self.skip_button, self.ask_button):
            button.setEnabled(dossier is not None)
        self.reasons.set_claimed(dossier is None or dossier.submission.claims_somebody)
        self.approve_button.setEnabled(dossier is not None and not unseen)
        set_tip(self.approve_button, unseen)
        making = self.making
        portrait = "" if dossier is None else tr(AS_PORTRAIT)
        self.approve_button.set_second(portrait if making is None else tr(AS_WORDS[making]))
        self.approve_as_button.setEnabled(making is not None and not unseen)
        approved = dossier is not None and dossier.submission.verdict is Verdict.APPROVED
        self.withdraw_button.setVisible(approved)
        promoted = dossier is not None and any(
            one.digest == dossier.submission.digest for one in dossier.portraits
        )
        self.promote_button.setVisible(approved and making is None and not promoted)
        self._show_standing()
        self._fit()

    def show_progress(self, progress: Progress) -> None:
        """Say how many are decided, and what goes on in the background."""
        self._words.set_texts(*progress_words(progress))
        self._line.setMaximum(max(1, progress.total))
        self._line.setValue(progress.decided)

    def show_undo(self, step: Step | None, redo: Step | None = None) -> None:
        """Say what undo would take back and what redo would do again; None is nothing."""
        words = "" if step is None else step_words(step)
        told = tr("Undo: {step}", step=words) if words else ""
        self.undo_button.set_second(words, spoken=told)
        self.undo_button.setEnabled(step is not None)
        set_tip(self.undo_button, told or tr("There is nothing to undo."))
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
    def making(self) -> Making | None:
        """What an approval would label it as; None of a portrait, and while nothing is on the desk."""
        if self._dossier is None or self._dossier.submission.kind is Kind.PORTRAIT:
            return None
        return making_for(self._dossier.submission.making, self._dossier.declarations)

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

    def approve_as(self) -> None:
        """Ask how it was made, and approve it as that."""
        making = self.making
        if self._dossier is None:
            self.told.emit(tr("There is nothing on the desk to decide about."))
        elif making is None:
            self.told.emit(tr("A portrait is never labelled as made up. Approve it as it is."))
        elif self.approve_button.isEnabled():
            self.questions.ask_how(self.approve_button, current=making)
        else:
            self.told.emit(_unseen(self._dossier.submission))

    def withdraw(self) -> None:
        """Ask why, and take the approval back."""
        submission = None if self._dossier is None else self._dossier.submission
        if submission is None:
            self.told.emit(tr("There is nothing on the desk to decide about."))
        elif submission.verdict is Verdict.APPROVED:
            what = submission.claim.full_name or submission.file_name
            self.questions.ask_why(self._over(self.withdraw_button), what=what)
        elif submission.verdict is Verdict.WITHDRAWN:
            self.told.emit(tr("It is withdrawn already."))
        else:
            self.told.emit(tr("It is not approved, so there is nothing to withdraw."))

    def promote(self) -> None:
        """Ask for the second yes to making it a reference portrait; refusals are for whoever listens."""
        if self._dossier is not None and self._dossier.claimed is not None:
            self.questions.ask_once_more(
                self._over(self.promote_button), name=self._dossier.claimed.full_name
            )

    def _over(self, button: QWidget) -> QWidget:
        return button if button.isVisible() else self.undo_button

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
        cut = (
            self.approve_button,
            self.reject_button,
            self.skip_button,
            self.ask_button,
            self.undo_button,
        )
        width = sum(one.minimumSizeHint().width() for one in cut)
        width += self.reasons.width_least() + 18 * GRID + self._tools_width()
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
        approve = QHBoxLayout()
        approve.setSpacing(GRID // 2)
        approve.addWidget(self.approve_button)
        approve.addWidget(self.approve_as_button)
        row.addLayout(approve)
        for part in (
            self.reject_button,
            self.reasons,
            self.skip_button,
            self.ask_button,
        ):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._status)
        row.addWidget(self.promote_button)
        row.addWidget(self.withdraw_button)
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
            *(one.isHidden() for one in self._tools()),
            *((one.label, one.second, one.key) for one in others),
            self.undo_button.minimumSizeHint().width(),
            *(one.key for one in self.reasons.keys.values()),
        )
        if asked == self._fitted:
            return
        self._fitted = asked
        undo, status = self.undo_button.minimumSizeHint().width(), sized(LEAST_STATUS_WIDTH)
        room = self.width() - sum(one.sizeHint().width() for one in others) - self._tools_width() - 18 * GRID
        # Words beside the keys, the keys alone, dots for "Other reason".
        self.reasons.set_brief(False)
        self.reasons.set_keys_shown(True)
        worded = self.reasons.width_worded(True) + sized(STATUS_WIDTH) + sized(UNDO_WIDTH) <= room
        self.reasons.set_worded(worded)
        left = room - self.reasons.width_worded(worded) - status - undo
        if left < 0:
            self.reasons.set_brief(True)
            left = room - self.reasons.width_brief() - status - undo
        for button in others:
            button.setFixedWidth(button.sizeHint().width())
        left = _cut(self.reject_button, left=left)
        if left < 0:
            # Large text: the menu of reasons has their keys too, and they work all the same.
            self.reasons.set_keys_shown(False)
            self.reject_button.setFixedWidth(self.reject_button.sizeHint().width())
            left = room - self.reasons.width_least() - status - undo
            left = _cut(self.reject_button, left=left)
            status, left = _taken(left, of=status, least=sized(TIGHT_STATUS_WIDTH))
            for button in (self.skip_button, self.ask_button, self.approve_button):
                left = _cut(button, left=left)
        self._status.setVisible(left >= 0)
        # Not as wide as its step is long: what stands beside it would move with each decision.
        wide = max(undo, min(sized(UNDO_WIDTH), undo + left))
        self.undo_button.setFixedWidth(wide)
        left -= wide - undo
        self._status.setMinimumWidth(max(status, min(sized(STATUS_WIDTH), status + left)))
        self._status.setMaximumWidth(sized(MOST_STATUS_WIDTH))
        for button in (self.reject_button, self.skip_button):
            set_tip(button, button.accessibleName() if button.width() < button.sizeHint().width() else "")

    def _tools(self) -> tuple[ToolButton, ...]:
        return self.approve_as_button, self.promote_button, self.withdraw_button, self.redo_button

    def _tools_width(self) -> int:
        """How wide those are that are offered now, with the gaps beside them."""
        return sum(one.sizeHint().width() + 2 * GRID for one in self._tools() if not one.isHidden())

    def _show_standing(self) -> None:
        submission = self._dossier.submission if self._dossier is not None else None
        if self._dossier is None or submission is None or submission.verdict is Verdict.UNDECIDED:
            self._standing.hide()
            return
        tone, image = look_of(submission.verdict, submission.reason)
        self._standing.set_mark(tone, standing_words(self._dossier), image=image)
        self._standing.show()


def _taken(left: int, *, of: int, least: int) -> tuple[int, int]:
    """Takes what is lacking from a width, but not more than it can miss; the width, and what is left then."""
    given = min(max(0, -left), max(0, of - least))
    return of - given, left + given


def _cut(button: KeyButton, *, left: int) -> int:
    """Takes what is lacking from the words of a button; what is left then."""
    wide = button.sizeHint().width()
    width, left = _taken(left, of=wide, least=button.minimumSizeHint().width())
    button.setFixedWidth(width)
    return left


def _unseen(submission: Submission) -> str:
    """Why nobody can have seen the picture; empty when it can be seen."""
    if submission.state is AnalysisState.UNREADABLE:
        return tr("A picture that cannot be opened cannot be approved.")
    return tr("Wait until the picture has been analysed.") if submission.facts is None else ""


def _shown(dossier: Dossier | None) -> SubmissionId | None:
    return None if dossier is None else dossier.submission.id


def _outcome(dossier: Dossier) -> Outcome | None:
    advice = dossier.submission.advice
    return advice.outcome if advice is not None else None
