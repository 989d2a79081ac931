"""The grid of faces: sorts a filter's faces in the background and decides about what is selected."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from curator.engine.catalogue import Order, SubmissionFilter
from curator.engine.media import MediaStore
from curator.engine.records import Changes, Making, PoliticianId, Reason, SubmissionId, Verdict
from curator.engine.said import joined
from curator.engine.text import clean_text
from curator.ui.assets import Icon
from curator.ui.grid.asking import counting, sorting
from curator.ui.grid.bar import BulkBar
from curator.ui.grid.cells import CellSize
from curator.ui.grid.head import GridHead
from curator.ui.grid.sections import Sorted
from curator.ui.grid.tally import (
    Tally,
    done_words,
    left_out,
    none_analysed,
    read_tally,
    refused,
)
from curator.ui.grid.view import FaceView
from curator.ui.keyboard.bindings import Bindings
from curator.ui.language import tr, tr_of
from curator.ui.pickers.choice_picker import LONGEST_NOTE
from curator.ui.session import Session
from curator.ui.session.reading import weakly
from curator.ui.theme import Tone
from curator.ui.veil import Veil
from curator.ui.widgets import EmptyState, Notice, rule

_REFRESH_MS: Final = 2000
"""While pictures are analysed the grid is sorted anew no more often."""

_AT_ONCE: Final = 400
"""Lines of a selection that are read while the person waits, some 5 ms; more are read in the background."""

MOST_AT_ONCE = 2000
"""Faces in one step: what a person can have looked through, and what is on disk in half a second."""


class FaceGrid(QWidget):
    """All faces of a filter or of one politician, to be selected and decided in bulk.

    Attributes:
        closed: the person goes back to the desk.
        submission_requested: the number of a submission to be put on the desk.
        told: a short sentence about what a key could not do.
    """

    closed = Signal()
    submission_requested = Signal(int)
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._base = SubmissionFilter(order=Order.DISTANCE)
        self._politician: PoliticianId | None = None
        self._begun = False
        self._fresh = True
        self._forced = False
        self._stale = False
        self._held: Sorted | None = None
        self._back: frozenset[SubmissionId] = frozenset()
        self._tally: Tally | None = None
        self._others: tuple[SubmissionId, ...] = ()
        self.head = GridHead()
        self.view = FaceView(
            session.rows, media=MediaStore(session.folder / "media"), thresholds=session.thresholds
        )
        self.empty = EmptyState(Icon.GRID, "", "", primary=tr("Back to the desk"))
        self.notice = Notice()
        self.bar = BulkBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        self._build()
        session.changed.connect(self._on_changed)
        session.closed.connect(self._on_session_closed)

    # ------------------------------------------------------------ for the window

    @property
    def selected(self) -> tuple[SubmissionId, ...]:
        """What is selected, in the order of the grid."""
        return self.view.selection.ids

    @property
    def filter(self) -> SubmissionFilter:
        """What is shown: the filter, narrowed to the politician that was chosen."""
        if self._politician is None:
            return self._base
        return replace(self._base, politicians=frozenset({self._politician}))

    def show_filter(self, wanted: SubmissionFilter, words: str) -> None:
        """Shows the faces of a filter; the same filter again keeps place and selection.

        Args:
            wanted: which submissions; always sorted by distance here.
            words: what the filter is called.
        """
        base = replace(wanted, order=Order.DISTANCE, backwards=False)
        self.head.show_filter(words)
        if base != self._base or not self._begun:
            self._base, self._politician, self._fresh = base, None, True
        self._begun = True
        self._read_at_once()

    def show_politician(self, politician_id: PoliticianId | None) -> None:
        """Shows the faces of one politician within the filter; None shows all of it."""
        if politician_id != self._politician:
            self._politician, self._fresh = politician_id, True
            self._read_at_once()
        self.attend()

    def attend(self) -> None:
        """Takes the focus: arrows move in the grid and letters decide."""
        (self.view if self._stack.currentWidget() is self.view else self.empty).setFocus()

    def set_bindings(self, bindings: Bindings) -> None:
        """Shows the keys that are bound."""
        self.bar.set_bindings(bindings)

    def set_veil(self, veil: Veil) -> None:
        """Shows faces through another veil."""
        self.view.set_veil(veil)

    def look(self, on: bool) -> None:
        """Lifts the veil while a person asks to look."""
        self.view.look(on)

    # ------------------------------------------------------------ deciding

    def decide(
        self,
        verdict: Verdict,
        reason: Reason | None = None,
        *,
        making: Making | None = None,
        note: str = "",
    ) -> bool:
        """Gives a verdict about everything that is selected, as one step; True when it is on disk.

        Args:
            verdict: which.
            reason: of a rejection, a withdrawal or a question.
            making: of an approval, how the deepfakes were made; None is what was said of each.
            note: kept with each decision.
        """
        ids = self.selected
        if not ids:
            self.told.emit(tr("Nothing is selected. Click a face, or go to one and press Space."))
            return False
        if len(ids) > MOST_AT_ONCE:
            self._tell_too_many(len(ids))
            return False
        self._others = ()
        self.notice.hide()
        unseen: frozenset[SubmissionId] = frozenset()
        if verdict is Verdict.APPROVED:
            tally = self._tally_now(ids)
            if tally.unreadable:
                words = refused(len(tally.unreadable), of=len(ids))
                self._refuse(words, others_than=tally.unreadable | tally.unseen)
                return False
            unseen = tally.unseen
        seen = tuple(one for one in ids if one not in unseen) if unseen else ids
        if not seen:
            self.told.emit(none_analysed(len(unseen)))
            return False
        claimed = len(seen)
        if reason is not None:
            claimed -= self._tally_now(ids).unclaimed
        if not self._session.decide(seen, verdict, reason, note, making=making, origin=self):
            return False
        sentences = done_words(verdict, reason, claimed=claimed, unclaimed=len(seen) - claimed)
        if unseen:
            sentences.append(left_out(len(unseen)))
        self.bar.show_done(tr(joined(sentences)))
        # A key pressed twice must not decide about the same ones again.
        self.view.select_none()
        return True

    def approve_as(self) -> None:
        """Asks how the deepfakes that are selected were made, and approves them as that."""
        if self.selected:
            self.bar.approve_as()
        else:
            self.told.emit(tr("Nothing is selected. Click a face, or go to one and press Space."))

    def withdraw(self) -> None:
        """Asks why what is selected is to be taken back; all of it has to be approved."""
        ids = self.selected
        if not ids:
            self.told.emit(tr("Nothing is selected. Click a face, or go to one and press Space."))
        elif len(ids) > MOST_AT_ONCE:
            self._tell_too_many(len(ids))
        elif self._tally_now(ids).verdicts.get(Verdict.APPROVED, 0) < len(ids):
            self.told.emit(tr("Not all of the selected are approved, and only those can be withdrawn."))
        else:
            self.bar.withdraw()

    def _tell_too_many(self, count: int) -> None:
        self.told.emit(
            tr(
                "{n:,} are selected. At most {most:,} are decided at once: nobody has looked at so many.",
                n=count,
                most=MOST_AT_ONCE,
            )
        )

    def _on_approved_as(self, making: Making) -> None:
        self.decide(Verdict.APPROVED, making=making)

    def _on_withdrawn(self, reason: Reason, note: str) -> None:
        self.decide(Verdict.WITHDRAWN, reason, note=clean_text(note, limit=LONGEST_NOTE))

    def reject_as_advised(self) -> None:
        """Asks for the reason: what is advised differs from one to the other."""
        if self.selected:
            self.bar.open_reasons()
        else:
            self.told.emit(tr("Nothing is selected. Click a face, or go to one and press Space."))

    def undo(self) -> None:
        """Takes the newest step back, and selects what it was about."""
        self._taken(self._session.undo(origin=self), nothing=tr("There is nothing to undo."), undone=True)

    def redo(self) -> None:
        """Does the step again that was undone last, and selects what it is about."""
        self._taken(
            self._session.redo(origin=self), nothing=tr("There is nothing to do again."), undone=False
        )

    def _taken(self, changes: Changes, *, nothing: str, undone: bool) -> None:
        if not changes.submissions:
            self.told.emit(nothing)
            return
        self._back = changes.submissions
        count = len(changes.submissions)
        if undone:
            words = tr_of(count, "Undone for {n:,} picture.", "Undone for {n:,} pictures.")
        else:
            words = tr_of(count, "Done again for {n:,} picture.", "Done again for {n:,} pictures.")
        self.bar.show_done(words, undoable=not undone)

    def _refuse(self, words: str, *, others_than: frozenset[SubmissionId]) -> None:
        self._others = tuple(one for one in self.selected if one not in others_than)
        action = tr("Select the others") if self._others else ""
        self.notice.tell(words, tone=Tone.WARN, action=action)

    def _on_others_wanted(self) -> None:
        self.notice.hide()
        self.view.select(self._others)
        self.attend()

    # ------------------------------------------------------------ reading

    def _read_at_once(self) -> None:
        self._timer.stop()
        self._forced = True
        self._read()

    def _read(self) -> None:
        self._stale = False
        self._session.reading.ask(
            "faces", sorting(self.filter, self._session.thresholds), then=weakly(self._on_sorted)
        )

    def _on_sorted(self, listed: Sorted) -> None:
        shown = self.view.listed
        same = listed.ids == shown.ids and listed.sections == shown.sections
        if not same and not self._forced and self._is_selecting():
            self._held = listed
            self.head.show_news(len(listed.places.keys() - shown.places.keys()), waiting=True)
            return
        self._forced = False
        self._show(listed)

    def _show(self, listed: Sorted) -> None:
        self._held = None
        self.head.show_news(0, waiting=False)
        if self._fresh:
            self._fresh = False
            self.view.start_over()
        self.view.set_thresholds(self._session.thresholds)
        self.view.show_sorted(listed, named=len(self.filter.politicians) != 1)
        if self._back:
            self.view.select(self._back)
            self._back = frozenset()
        self._show_selected()
        self.head.show_count(len(listed.ids))
        self.head.show_politicians(
            self._session.people.all(),
            numbers=listed.politicians,
            everyone=listed.everyone,
            chosen=self._politician,
        )
        before, after = (self.empty, self.view) if listed.ids else (self.view, self.empty)
        if not listed.ids:
            self.empty.tell(*self._nothing())
        focused = before.hasFocus()
        self._stack.setCurrentWidget(after)
        if focused:
            # Escape still goes back, and the keys of the grid work as soon as there is one again.
            after.setFocus()

    def _nothing(self) -> tuple[str, str]:
        if self._politician is not None:
            return tr("No faces of this politician"), tr(
                "Nothing in the filter claims them any more. Choose “All in the filter” above."
            )
        if self._base == SubmissionFilter(order=Order.DISTANCE):
            return tr("No submissions yet"), tr(
                "Drop pictures or folders here, or load them on the desk. Their faces will stand here."
            )
        return tr("Nothing fits"), tr(
            "The filter of the desk lets nothing through. Go back and change it, or load more pictures."
        )

    def _is_selecting(self) -> bool:
        return self.view.selecting or len(self.view.selection) > 0

    def _on_refresh_wanted(self) -> None:
        if self._held is not None:
            self._show(self._held)
        self.attend()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if not self._begun:
            return
        self.view.forget(changes)
        if origin is self:
            self._tally = None
            self._read_at_once()
            return
        if self._tally is not None and not changes.submissions.isdisjoint(self._tally.ids):
            self._show_selected()
        if changes.decided:
            # Undo would take back something else now.
            self.bar.show_done("")
        if not self.isVisible():
            self._stale = True
        elif not self._timer.isActive():
            self._timer.start(0 if changes.decided else _REFRESH_MS)

    def _on_session_closed(self) -> None:
        self._timer.stop()
        self.view.end()

    # ------------------------------------------------------------ selection

    def _tally_now(self, ids: Sequence[SubmissionId]) -> Tally:
        if self._tally is None or self._tally.ids != tuple(ids):
            self._tally = read_tally(ids, self._session.rows)
        return self._tally

    def _show_selected(self) -> None:
        ids = self.selected
        self._tally = None
        if len(ids) <= _AT_ONCE:
            self.bar.show_selected(len(ids), self._tally_now(ids))
            return
        self.bar.show_selected(len(ids), None)
        self._session.reading.ask("selected-faces", counting(ids), then=weakly(self._on_tally))

    def _on_tally(self, tally: Tally) -> None:
        if tally.ids == self.selected:
            self._tally = tally
            self.bar.show_selected(len(tally.ids), tally)

    def _on_selection_changed(self) -> None:
        self._show_selected()
        if self._others:
            self._others = ()
            self.notice.hide()
        if self._held is not None and not self._is_selecting() and not self._timer.isActive():
            self._timer.start(_REFRESH_MS)

    # ------------------------------------------------------------ inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read_at_once()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_sizes(self) -> None:
        sizes = tuple(CellSize)
        now = self.view.size_of_faces
        self.head.show_sizes(smaller=now is not sizes[0], larger=now is not sizes[-1])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        column.addWidget(rule())
        column.addWidget(self.bar)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_sizes()
        self.head.back_wanted.connect(self.closed)
        self.empty.primary_clicked.connect(self.closed)
        self.head.politician_chosen.connect(self.show_politician)
        self.head.refresh_wanted.connect(self._on_refresh_wanted)
        self.head.resize_wanted.connect(self.view.enlarge)
        self.view.size_changed.connect(self._show_sizes)
        self.view.selection_changed.connect(self._on_selection_changed)
        self.view.opened.connect(self.submission_requested)
        self.notice.action_clicked.connect(self._on_others_wanted)
        self.bar.decided.connect(self.decide)
        self.bar.approved_as.connect(self._on_approved_as)
        self.bar.withdrawn.connect(self._on_withdrawn)
        self.bar.undo_requested.connect(self.undo)
        self.bar.nothing_wanted.connect(self.view.select_none)
