"""The page where curators live: the queue and the desk, joined by the flow of decisions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.records import Changes, PoliticianId, Reason, SubmissionId, Verdict
from curator.ui.queue.view import QueueView
from curator.ui.review.desk import ReviewDesk
from curator.ui.review.verdict_bar import VerdictBar
from curator.ui.session import Session
from curator.ui.widgets import rule


class ReviewPage(QWidget):
    """Decides about what is on the desk, saves it, and puts the next submission there.

    Attributes:
        load_wanted: the person wants to load pictures.
        told: a short sentence about what a key could not do.
    """

    load_wanted = Signal()
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.queue = QueueView(session)
        self.desk = ReviewDesk(session)
        self.bar = VerdictBar()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.desk, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(rule())
        column.addWidget(self.bar)
        self.queue.chosen.connect(self._on_chosen)
        self.queue.load_wanted.connect(self.load_wanted)
        self.queue.search_left.connect(self.attend)
        self.desk.shown.connect(self.bar.show_dossier)
        self.bar.decided.connect(self.decide)
        self.bar.undo_requested.connect(self.undo)
        self.bar.redo_requested.connect(self.redo)
        self.desk.claim_corrected.connect(self._on_claim_corrected)
        self.desk.submission_requested.connect(
            lambda submission_id: self.queue.show_submission(SubmissionId(submission_id))
        )
        session.changed.connect(self._on_changed)
        session.progressed.connect(self.bar.show_progress)

    def start(self) -> None:
        """Reads the queue and puts its first submission on the desk."""
        self.queue.start()
        self._show_undo()
        self.attend()

    def attend(self) -> None:
        """Makes letters decisions again, wherever was typed before."""
        self.desk.canvas.setFocus()

    def set_veiled(self, veiled: bool) -> None:
        """Veils pictures and thumbnails until a person asks to look, or shows them plainly."""
        self.queue.set_veiled(veiled)
        self.desk.set_veiled(veiled)

    # ------------------------------------------------------------ deciding

    def decide(self, verdict: Verdict, reason: Reason | None) -> None:
        """Gives a verdict about the submission on the desk; the next one is shown once it is on disk."""
        shown = self.desk.submission_id
        if shown is None:
            self.told.emit("There is nothing on the desk to decide about.")
            return
        if verdict is Verdict.APPROVED and self.desk.waits_for_analysis:
            self.told.emit("Wait until the picture has been analysed.")
            return
        if self._session.decide([shown], verdict, reason, origin=self.queue):
            self.queue.after_decision(shown)
            if self.desk.submission_id == shown:
                # Nothing undecided is left to move on to.
                self.desk.show_submission(shown)

    def reject_as_advised(self) -> None:
        """Rejects with the pre-selected reason, or asks for one."""
        self.bar.reject_as_advised()

    def undo(self) -> None:
        """Takes the newest step back and shows what it was about."""
        self._show_first(self._session.undo(origin=self), nothing="There is nothing to undo.")

    def redo(self) -> None:
        """Does the step again that was undone last, and shows what it is about."""
        self._show_first(self._session.redo(origin=self), nothing="There is nothing to do again.")

    def _show_first(self, changes: Changes, *, nothing: str) -> None:
        if not changes.submissions:
            self.told.emit(nothing)
            return
        self.queue.show_submission(min(changes.submissions))

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
        if changes.decided:
            self._show_undo()

    def _on_claim_corrected(self, politician_id: PoliticianId | None) -> None:
        shown = self.desk.submission_id
        if shown is not None:
            self._session.correct_claim(shown, politician_id)
