"""The page where curators live: the queue and the desk, or the grid, joined by the flow of decisions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import (
    Changes,
    FaceBox,
    FaceId,
    Kind,
    Making,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.text import clean_text
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr, tr_error, tr_of
from curator.ui.pickers.choice_picker import LONGEST_NOTE
from curator.ui.queue.view import QueueView
from curator.ui.review.desk import ReviewDesk
from curator.ui.review.verdict_bar import VerdictBar
from curator.ui.session import Session
from curator.ui.veil import Veil
from curator.ui.widgets import rule

if TYPE_CHECKING:
    from curator.ui.grid.page import FaceGrid

_GRID_SIZES = {Name.ZOOM_IN: 1, Name.ZOOM_OUT: -1}


class ReviewPage(QWidget):
    """Decides about what is on the desk, saves it, and puts the next submission there.

    Attributes:
        load_wanted: the person wants to load pictures.
        export_wanted: the person wants to export what was approved.
        told: a short sentence about what a key could not do, or what it did.
    """

    load_wanted = Signal()
    export_wanted = Signal()
    told = Signal(str)

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # From the outside in: whatever gets another parent tells everything in it that its style may be new.
        self._stack = QStackedWidget(self)
        self._desk_page = QWidget(self._stack)
        self.queue = QueueView(session)
        self.desk = ReviewDesk(session, parent=self._desk_page)
        self.bar = VerdictBar()
        self._grid: FaceGrid | None = None
        self._bindings: Bindings | None = None
        self._veil = Veil.NONE
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._stack.addWidget(self._desk_page)
        column = QVBoxLayout(self._desk_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(rule())
        column.addWidget(self.bar)
        row.addWidget(self.queue)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.desk, 1)

    def _connect(self) -> None:
        session = self._session
        self.queue.chosen.connect(self._on_chosen)
        self.queue.load_wanted.connect(self.load_wanted)
        self.queue.export_wanted.connect(self.export_wanted)
        self.queue.search_left.connect(self.attend)
        self.desk.shown.connect(self.bar.show_dossier)
        self.desk.told.connect(self.told)
        self.desk.left.connect(self.attend)
        self.desk.claim_corrected.connect(self._on_claim_corrected)
        self.desk.note_edited.connect(self._on_note_edited)
        self.desk.face_drawn.connect(self._on_face_drawn)
        self.desk.face_dismissed.connect(self._on_face_dismissed)
        self.desk.keep_requested.connect(self._on_keep_requested)
        self.desk.submission_requested.connect(self.show_submission)
        self.bar.decided.connect(self.decide)
        self.bar.approved_as.connect(self._on_approved_as)
        self.bar.withdrawn.connect(self._on_withdrawn)
        self.bar.promoted.connect(self._on_promoted)
        self.bar.told.connect(self.told)
        self.bar.undo_requested.connect(self.undo)
        self.bar.redo_requested.connect(self.redo)
        session.changed.connect(self._on_changed)
        session.progressed.connect(self.bar.show_progress)

    def start(self, *, state: str = "", place: SubmissionId | None = None) -> None:
        """Reads the queue and puts a submission on the desk.

        Args:
            state: of the queue when this catalogue was open last; empty for the usual one.
            place: the submission that was on the desk then.
        """
        self.queue.restore(state)
        self.queue.start(place=place)
        self._show_undo()
        self.attend()

    def leave(self) -> None:
        """Saves what is being typed, before the catalogue is closed."""
        self.desk.evidence.leave_note()

    def attend(self) -> None:
        """Makes letters decisions again, wherever was typed before."""
        if self.in_grid:
            self.grid.attend()
        else:
            self.desk.attend()

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self._bindings = bindings
        for view in (self.queue, self.desk, self.bar):
            view.set_bindings(bindings)
        if self._grid is not None:
            self._grid.set_bindings(bindings)

    def set_veil(self, veil: Veil) -> None:
        """Veils pictures, faces and thumbnails until a person asks to look, or shows them plainly."""
        self._veil = veil
        for view in (self.queue, self.desk):
            view.set_veil(veil)
        if self._grid is not None:
            self._grid.set_veil(veil)

    def look(self, looking: bool) -> None:
        """Lifts the veil while a key is held."""
        if self.in_grid:
            self.grid.look(looking)
        else:
            self.desk.look(looking)

    # ------------------------------------------------------------ desk or grid

    @property
    def grid(self) -> "FaceGrid":
        """The grid, which is made when it is first wanted."""
        if self._grid is None:
            from curator.ui.grid.page import FaceGrid

            self._grid = FaceGrid(self._session)
            self._grid.closed.connect(self.show_desk)
            self._grid.submission_requested.connect(self.show_submission)
            self._grid.told.connect(self.told)
            self._grid.set_veil(self._veil)
            if self._bindings is not None:
                self._grid.set_bindings(self._bindings)
            self._stack.addWidget(self._grid)
        return self._grid

    @property
    def in_grid(self) -> bool:
        """Whether the grid is shown in place of queue and desk."""
        return self._grid is not None and self._stack.currentWidget() is self._grid

    def toggle_grid(self) -> None:
        """Shows the faces of what the queue lists, or the desk again."""
        if self.in_grid:
            self.show_desk()
            return
        self._stack.setCurrentWidget(self.grid)
        self.grid.show_filter(self.queue.filter, self.queue.words)
        self.grid.attend()

    def show_desk(self) -> None:
        """Shows queue and desk."""
        self._stack.setCurrentWidget(self._desk_page)
        self.attend()

    def show_submission(self, submission_id: int) -> None:
        """Puts a submission on the desk."""
        self.show_desk()
        self.queue.show_submission(SubmissionId(submission_id))

    def show_filter(self, wanted: SubmissionFilter) -> None:
        """Lists other submissions."""
        self.show_desk()
        self.queue.set_filter(wanted)

    def step(self, by: int, *, undecided: bool = False) -> None:
        """Goes to the next (1) or the previous (-1) submission of the queue."""
        if self.in_grid:
            return
        if undecided:
            self.queue.step_undecided(by)
        else:
            self.queue.step(by)

    def search(self) -> None:
        """Puts the cursor into the search field."""
        self.show_desk()
        self.queue.focus_search()

    def open_filters(self) -> None:
        """Opens the panel of filters."""
        self.show_desk()
        self.queue.open_filters()

    # ------------------------------------------------------------ deciding

    def decide(
        self, verdict: Verdict, reason: Reason | None, *, making: Making | None = None, note: str = ""
    ) -> bool:
        """Gives a verdict about what is on the desk, or about what is selected in the grid.

        The next submission is shown once the verdict is on disk.

        Args:
            verdict: which.
            reason: of a rejection, a withdrawal or a question.
            making: of an approval, how a deepfake was made; None is what the button says.
            note: kept with the decision.

        Returns:
            Whether it is on disk.
        """
        if self.in_grid:
            return self.grid.decide(verdict, reason)
        shown = self.desk.submission_id
        if shown is None:
            self.told.emit(tr("There is nothing on the desk to decide about."))
            return False
        if verdict is Verdict.APPROVED and self.desk.waits_for_analysis:
            self.told.emit(tr("Wait until the picture has been analysed."))
            return False
        if not self.desk.evidence.leave_note():
            return False
        if self._session.decide([shown], verdict, reason, note, making=making, origin=self.queue):
            self.queue.after_decision(shown)
            if self.desk.submission_id == shown:
                # Nothing undecided is left to move on to.
                self.desk.show_submission(shown)
            # After the next picture: nobody waits for what undo would take back.
            self._show_undo()
            return True
        return False

    def reject_as_advised(self) -> None:
        """Rejects with the pre-selected reason, or asks for one."""
        if self.in_grid:
            self.grid.reject_as_advised()
        else:
            self.bar.reject_as_advised()

    def approve_as(self) -> None:
        """Asks how it was made, and approves it as that."""
        if self.in_grid:
            self.grid.approve_as()
        else:
            self.bar.approve_as()

    def withdraw(self) -> None:
        """Asks why something that was approved is to be taken back, and does it."""
        if self.in_grid:
            self.grid.withdraw()
        else:
            self.bar.withdraw()

    def promote(self) -> None:
        """Asks for the second yes to making what is on the desk a reference portrait."""
        shown = self.desk.submission_id
        if self.in_grid or shown is None:
            self.told.emit(tr("Put a portrait on the desk first."))
            return
        refusal = self._session.hand.why_not_promoted(shown)
        if refusal is None:
            self.bar.promote()
        else:
            self.told.emit(tr_error(refusal))

    def _on_approved_as(self, making: Making) -> None:
        self.decide(Verdict.APPROVED, None, making=making)

    def _on_withdrawn(self, reason: Reason, note: str) -> None:
        if self.decide(Verdict.WITHDRAWN, reason, note=clean_text(note, limit=LONGEST_NOTE)):
            self.told.emit(tr("It is withdrawn: the next export goes without it."))

    def _on_promoted(self) -> None:
        shown = self.desk.submission_id
        if shown is not None and self._session.hand.promote(shown):
            self.told.emit(tr("It is a reference portrait now. Undo takes it back."))

    def undo(self) -> None:
        """Takes the newest step back and shows what it was about."""
        if self.in_grid:
            self.grid.undo()
            return
        self._show_first(self._session.undo(origin=self), nothing=tr("There is nothing to undo."))

    def redo(self) -> None:
        """Does the step again that was undone last, and shows what it is about."""
        if self.in_grid:
            self.grid.redo()
            return
        self._show_first(self._session.redo(origin=self), nothing=tr("There is nothing to do again."))

    def _show_first(self, changes: Changes, *, nothing: str) -> None:
        if not changes.submissions:
            self.told.emit(nothing)
        else:
            self.queue.show_submission(min(changes.submissions))

    # ------------------------------------------------------------ work by hand

    def act(self, name: Name) -> None:
        """Does what a tool of the desk does; of those the grid has only a larger and a smaller size."""
        if not self.in_grid:
            self.desk.act(name)
        elif name in _GRID_SIZES:
            self.grid.view.enlarge(_GRID_SIZES[name])

    def toggle_kind(self) -> None:
        """Says that the submission on the desk is of the other kind."""
        dossier = self.desk.dossier
        if dossier is None or self.in_grid:
            return
        submission = dossier.submission
        deepfake = submission.kind is Kind.DEEPFAKE
        if self._session.hand.correct_kind(submission.id, Kind.PORTRAIT if deepfake else Kind.DEEPFAKE):
            self.told.emit(tr("It is a portrait now.") if deepfake else tr("It is a deepfake now."))

    def _on_claim_corrected(self, politician_id: PoliticianId | None) -> None:
        shown = self.desk.submission_id
        if shown is not None:
            self._session.hand.correct_claim(shown, politician_id)

    def _on_note_edited(self, note: str) -> None:
        shown = self.desk.submission_id
        if shown is not None and not self._session.hand.edit_note(shown, note):
            self.desk.evidence.note.take_back(note)

    def _on_face_drawn(self, box: FaceBox) -> None:
        shown = self.desk.submission_id
        if shown is not None and self._session.hand.draw_face(shown, box):
            self.told.emit(tr("The face was added. It is compared in the background."))

    def _on_face_dismissed(self, face_id: int) -> None:
        shown = self.desk.submission_id
        if shown is not None and self._session.hand.dismiss_face(shown, FaceId(face_id)):
            self.told.emit(tr("Marked as not a face. Undo brings it back."))

    def _on_keep_requested(self, submission_id: int) -> None:
        changes = self._session.hand.keep_one(SubmissionId(submission_id))
        if changes.submissions:
            count = len(changes.submissions)
            self.told.emit(
                tr_of(
                    count,
                    "{n} near-duplicate was rejected. Decide about the one that stays.",
                    "{n} near-duplicates were rejected. Decide about the one that stays.",
                )
            )
            self.show_submission(submission_id)

    # ------------------------------------------------------------ inside

    def _show_undo(self) -> None:
        self.bar.show_undo(self._session.next_undo(), self._session.next_redo())

    def _on_chosen(self, submission_id: SubmissionId | None) -> None:
        self.desk.show_submission(submission_id, nothing=self.queue.nothing)
        if submission_id is not None:
            self._session.look_at(submission_id, self.queue.neighbours())

    def _on_changed(self, changes: Changes, origin: object) -> None:
        shown = self.desk.submission_id
        concerned = shown is not None and (shown in changes.submissions or bool(changes.politicians))
        # What is decided here leaves the desk at once, so it is not read again first.
        if concerned and origin is not self.queue:
            self.desk.show_submission(shown)
        if changes.decided and origin is not self.queue:
            self._show_undo()
