"""The bar at the foot of the grid: how many are selected, the verdicts on all of them, and undo."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.records import USUAL_MAKING, Reason, Verdict
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.grid.tally import Tally, selected_words
from curator.ui.keyboard.bindings import Bindings, usual_key
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr, tr_of
from curator.ui.pickers.questions import Questions
from curator.ui.pickers.reason_group import ReasonGroup
from curator.ui.theme import GRID, Role, Surface, Tone, size_with_text
from curator.ui.widgets import ButtonTone, KeyButton, ToneMark, ToolButton, set_surface, set_tip, text_label


class BulkBar(QWidget):
    """Says verdicts; whoever listens gives them to all that is selected.

    Attributes:
        decided: a Verdict and its Reason, or None where it has none.
        approved_as: the Making that all deepfakes among them are to be labelled as.
        withdrawn: the Reason why their approvals are taken back, and a note.
        undo_requested: what was done last is to be taken back.
        nothing_wanted: nothing is to be selected any more.
    """

    decided = Signal(object, object)
    approved_as = Signal(object)
    withdrawn = Signal(object, str)
    undo_requested = Signal()
    nothing_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bindings: Bindings | None = None
        self._count = 0
        self._words = text_label("", role=Role.STRONG, elide=Qt.TextElideMode.ElideRight)
        self.nothing = ToolButton(Icon.CLOSE, tr("Select nothing"), key="Ctrl+Shift+A", size=ICON_SMALL)
        self._done = ToneMark(Tone.OK, "", tinted=False)
        self.undo_button = KeyButton(tr("Undo"))
        self.approve_button = KeyButton("", tone=ButtonTone.OK)
        self.approve_as_button = ToolButton(Icon.UP, tr("Approve as …"), size=ICON_SMALL)
        self.questions = Questions(self)
        self.reject_button = KeyButton("", tone=ButtonTone.BAD)
        self.reasons = ReasonGroup()
        # Rejecting always asks here, so one button for the menu is enough.
        self.reasons.more.hide()
        self.skip_button = KeyButton("")
        self.ask_button = KeyButton("")
        set_tip(self.ask_button, tr("Set aside for a colleague"))
        self._build()
        self.nothing.clicked.connect(self.nothing_wanted)
        self.undo_button.clicked.connect(self.undo_requested)
        self.approve_button.clicked.connect(lambda: self.decided.emit(Verdict.APPROVED, None))
        self.approve_as_button.clicked.connect(self.approve_as)
        self.questions.approved_as.connect(self.approved_as)
        self.questions.withdrawn.connect(self.withdrawn)
        self.reject_button.clicked.connect(self.open_reasons)
        # A menu hands an enum of texts back as plain text.
        self.reasons.chosen.connect(lambda reason: self.decided.emit(Verdict.REJECTED, Reason(reason)))
        self.skip_button.clicked.connect(lambda: self.decided.emit(Verdict.SKIPPED, None))
        self.ask_button.clicked.connect(lambda: self.decided.emit(Verdict.SKIPPED, Reason.ASK))
        self._show_keys()
        self.show_selected(0, None)
        self.show_done("")

    @property
    def words(self) -> str:
        """What is said about the selection."""
        return self._words.text()

    @property
    def done(self) -> str:
        """What is said about the step that undo would take back; empty for none."""
        return self._done.text if self._done.isVisibleTo(self) else ""

    def set_bindings(self, bindings: Bindings) -> None:
        """Shows the keys that are bound, and follows them."""
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def show_selected(self, count: int, tally: Tally | None) -> None:
        """Says how many are selected, and offers the verdicts on as many.

        Args:
            count: how many.
            tally: the same in detail; None while it is counted.
        """
        self._count = count
        self._words.setText(selected_words(count, tally))
        self.nothing.setVisible(count > 0)
        if count:
            self.approve_button.set_label(tr("Approve {n:,}", n=count))
            self.reject_button.set_label(tr("Reject {n:,} …", n=count))
            self.skip_button.set_label(tr("Skip {n:,}", n=count))
            self.ask_button.set_label(tr("Ask {n:,}", n=count))
        else:
            self.approve_button.set_label(tr("Approve"))
            self.reject_button.set_label(tr("Reject …"))
            self.skip_button.set_label(tr("Skip"))
            self.ask_button.set_label(tr("Ask"))
        for part in (
            self.approve_button,
            self.approve_as_button,
            self.reject_button,
            self.reasons,
            self.skip_button,
            self.ask_button,
        ):
            part.setEnabled(count > 0)
        self._fit()

    def show_done(self, sentence: str, *, undoable: bool = True) -> None:
        """Says what was done, and offers to take it back; an empty sentence says nothing.

        Args:
            sentence: what was done.
            undoable: whether undo would take back just that.
        """
        self._done.set_mark(Tone.OK if undoable else Tone.NEUTRAL, sentence)
        self._done.setVisible(bool(sentence))
        self.undo_button.setVisible(bool(sentence) and undoable)

    def open_reasons(self) -> None:
        """Offers every reason to reject for."""
        if self.reject_button.isEnabled():
            self.reasons.open_menu(self.reject_button)

    def approve_as(self) -> None:
        """Asks how they were made, and approves them as that."""
        if self.approve_button.isEnabled():
            self.questions.ask_how(self.approve_button, current=USUAL_MAKING, count=self._count)

    def withdraw(self) -> None:
        """Asks why, and takes their approvals back."""
        what = tr_of(self._count, "{n:,} submission", "{n:,} submissions")
        self.questions.ask_why(self.approve_button, what=what, count=self._count)

    # ------------------------------------------------------------ inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use: the menu of reasons has their keys too."""
        return QSize(self._verdicts_width(), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Says the reasons in words where there is room for them, by their keys, or in the menu alone."""
        for button in self._verdicts():
            button.setFixedWidth(button.sizeHint().width())
        room = self.width() - self._verdicts_width()
        self.reasons.set_worded(self.reasons.width_worded(True) <= room)
        self.reasons.set_keys_shown(self.reasons.width_worded(False) <= room)

    def _verdicts(self) -> tuple[KeyButton, ...]:
        return self.approve_button, self.reject_button, self.skip_button, self.ask_button, self.undo_button

    def _verdicts_width(self) -> int:
        """How wide all but the reasons is, with the gaps."""
        taken = sum(button.sizeHint().width() for button in self._verdicts())
        return taken + self.approve_as_button.sizeHint().width() + 22 * GRID

    def _show_keys(self) -> None:
        shown = usual_key if self._bindings is None else self._bindings.shown
        self.approve_button.set_key(shown(Name.APPROVE))
        self.approve_as_button.set_key(shown(Name.APPROVE_AS))
        self.reject_button.set_key(shown(Name.REJECT))
        self.skip_button.set_key(shown(Name.SKIP))
        self.ask_button.set_key(shown(Name.ASK))
        self.undo_button.set_key(shown(Name.UNDO))
        if self._bindings is not None:
            self.reasons.set_bindings(self._bindings)
            self.questions.set_bindings(self._bindings)
        self._fit()

    def _build(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(2 * GRID)
        said.addWidget(self._words)
        said.addWidget(self.nothing)
        said.addSpacing(4 * GRID)
        said.addStretch(1)
        said.addWidget(self._done)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        approve = QHBoxLayout()
        approve.setSpacing(GRID // 2)
        approve.addWidget(self.approve_button)
        approve.addWidget(self.approve_as_button)
        buttons.addLayout(approve)
        for part in (
            self.reject_button,
            self.reasons,
            self.skip_button,
            self.ask_button,
        ):
            buttons.addWidget(part)
        buttons.addStretch(1)
        buttons.addWidget(self.undo_button)
        # The buttons below stay where they are, whatever stands above them.
        size_with_text(self._words, least_height=28)
        size_with_text(self.nothing, height=24)
        size_with_text(self._done, height=24)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(said)
        column.addLayout(buttons)
        size_with_text(self, height=88)
        set_surface(self, Surface.PANEL)
        self.setAccessibleName(tr("Decide about the selected faces"))
