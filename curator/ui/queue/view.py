"""The left column of the desk: what is listed, and which of it is on the desk."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.catalogue.lists import SubmissionFilter
from curator.engine.records import Changes, Digest, SubmissionId, Verdict
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr
from curator.ui.queue.drop_down import SIDE
from curator.ui.queue.drop_note import DropNote
from curator.ui.queue.facet_words import cleared
from curator.ui.queue.filter_desk import SEARCH_MS, FilterDesk
from curator.ui.queue.head import COLUMN_SIDE
from curator.ui.queue.kept_rows import KeptRows
from curator.ui.queue.kept_state import read, written
from curator.ui.queue.list_view import QueueList
from curator.ui.queue.model import QueueModel, could_change
from curator.ui.queue.moving import beside, next_to
from curator.ui.queue.nothing import ON_THE_DESK, NothingListed, Why
from curator.ui.queue.scopes import SCOPES, scope_words
from curator.ui.queue.soon import single_shot
from curator.ui.queue.thumbnails import Thumbnails
from curator.ui.session import Session
from curator.ui.theme import Surface, size_with_text, sized
from curator.ui.veil import Veil
from curator.ui.widgets import set_surface

__all__ = ["QUEUE_WIDTH", "SCOPES", "SEARCH_MS", "QueueView"]

QUEUE_WIDTH, _LEAST_WIDTH = 296, 240
"""Usually, and in the narrowest windows; in logical pixels at 100 %."""
_REFRESH_MS = 400
_AHEAD_MS = 80
"""So long after the last turn of the wheel the lines beyond the view are made ready."""
_AHEAD = 12
_NEXT, _BEFORE = 3, 1
_STALE = 32
"""So many lines are dropped one by one; with more the list is read again."""
_LOOK_CHANGES = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.LanguageChange,
)


class QueueView(QWidget):
    """Shows which submissions there are and which one is on the desk.

    Attributes:
        chosen: the id of the submission that is to be on the desk, or None for none.
        load_wanted: the person wants to load pictures.
        export_wanted: the person wants to export what was approved.
        search_left: the person leaves the search or the filters, and goes back to work.
    """

    chosen = Signal(object)
    load_wanted = Signal()
    export_wanted = Signal()
    search_left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._started = False
        self._current: SubmissionId | None = None
        self._before_search: SubmissionId | None = None
        size_with_text(self, least_width=_LEAST_WIDTH, gently=True)
        set_surface(self, Surface.PANEL)
        self._desk = FilterDesk(session, queue=self)
        self._model = QueueModel(session)
        self._thumbnails = Thumbnails(session.pictures, parent=self)
        self._delegate = KeptRows(self._thumbnails)
        self._list = QueueList(self._model, self._delegate)
        self._dropped = DropNote()
        self._empty = NothingListed()
        # A QStackedLayout without a widget would show the list as a window of its own.
        self._stack = QStackedWidget()
        self._build()
        self._refresh_timer = single_shot(self, _REFRESH_MS, self._model.refresh_soon)
        self._ahead_timer = single_shot(self, _AHEAD_MS, self._look_ahead)
        self._connect()

    def _build(self) -> None:
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        desk = self._desk
        rest = QVBoxLayout()
        rest.setContentsMargins(COLUMN_SIDE, 0, COLUMN_SIDE, 0)
        rest.setSpacing(8)
        for widget in (desk.search, desk.chips, desk.active, self._dropped):
            rest.addWidget(widget)
        rest.addWidget(self._stack, 1)
        head = QHBoxLayout()
        # The words of the first button begin where the column does.
        head.setContentsMargins(COLUMN_SIDE - SIDE, 0, COLUMN_SIDE, 0)
        head.addWidget(desk.head)
        head.addStretch(1)
        head.addWidget(desk.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(rest, 1)

    def _connect(self) -> None:
        desk, lines = self._desk, self._list
        desk.changed.connect(self._on_filter_changed)
        desk.left_search.connect(self._leave_search)
        desk.panel_closed.connect(self._on_panel_closed)
        desk.search.done.connect(self._on_search_done)
        desk.search.given_up.connect(self._on_search_given_up)
        desk.search.down.connect(self._on_search_down)
        lines.selectionModel().currentChanged.connect(self._on_current_changed)
        lines.pressed.connect(lambda _index: self._leave_search())
        lines.verticalScrollBar().valueChanged.connect(lambda _value: self._ahead_timer.start())
        self._empty.load_wanted.connect(self.load_wanted)
        self._empty.export_wanted.connect(self.export_wanted)
        self._empty.clear_wanted.connect(desk.clear)
        self._thumbnails.arrived.connect(lines.viewport().update)
        self._model.refreshed.connect(self._on_refreshed)
        self._model.modelReset.connect(self._thumbnails.give_up)
        self._model.modelReset.connect(self._ahead_timer.start)
        self._model.dropped.connect(self._dropped.add)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self._refresh_timer.stop)
        self._session.closed.connect(self._ahead_timer.stop)

    # ------------------------------------------------------------ what others ask

    @property
    def current(self) -> SubmissionId | None:
        """The submission that is on the desk."""
        return self._current

    @property
    def filter(self) -> SubmissionFilter:
        """What is listed, and in which order."""
        return self._desk.filter

    @property
    def words(self) -> str:
        """What is listed, in a few words."""
        return self._desk.words

    @property
    def nothing(self) -> str:
        """What an empty desk says: why nothing is on it."""
        if self._model.count:
            return tr("Nothing is selected.")
        return tr(ON_THE_DESK[self._why()])

    def start(self, *, place: SubmissionId | None = None) -> None:
        """Reads the list for the first time and chooses a submission, once: each is read from the disk.

        Args:
            place: the one to choose if it is listed; else the first is chosen.
        """
        self._model.set_filter(self._desk.filter)
        self._started = True
        listed = place is not None and self.lists(place)
        self._choose(place if listed else self._model.id_at(0))
        self._show_listed(at_once=True)

    def lists(self, submission_id: SubmissionId) -> bool:
        """Whether a submission is in the list."""
        return self._model.place_of(submission_id) is not None

    def set_scope(self, place: int) -> None:
        """Lists those of another verdict; ``place`` counts in ``SCOPES``."""
        self._desk.set_scope(place)

    def set_filter(self, wanted: SubmissionFilter) -> None:
        """Lists what a filter lets through, in place of all filters that are on."""
        self._desk.set_filter(wanted)

    def open_filters(self) -> None:
        """Opens the panel of filters."""
        self._desk.open_panel()

    def state(self) -> str:
        """The filter with its scope and order, for :meth:`restore`."""
        return written(self._desk.filter)

    def restore(self, state: str) -> None:
        """Lists what :meth:`state` told; anything else changes nothing."""
        wanted = read(state)
        if wanted is not None:
            self._desk.set_filter(wanted)

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        shown = self._bindings.shown
        self._desk.search.show_key(shown(Name.SEARCH))
        self._desk.filters.show_key(shown(Name.FILTERS))
        self._empty.load.set_key(shown(Name.LOAD_FILES))
        self._empty.export.set_key(shown(Name.EXPORT))

    def set_veil(self, veil: Veil) -> None:
        """Shows thumbnails as pictures are shown."""
        self._delegate.veil = veil
        self._list.viewport().update()

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._desk.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._desk.search.selectAll()

    def show_submission(self, submission_id: SubmissionId) -> None:
        """Chooses a submission; lists those of its verdict when it is not listed.

        Search and filters stay on unless they would hide it.
        """
        if self._model.place_of(submission_id) is None and self._model.is_listed_rightly(submission_id):
            # An undone decision brings it back to where it was.
            self._model.put_back(submission_id)
        if self._model.place_of(submission_id) is None:
            self._model.refresh()
        if self._model.place_of(submission_id) is None:
            self._current = submission_id
            row = self._session.rows([submission_id]).get(submission_id)
            self._relist(self._desk.filter_for(None if row is None else row.verdict))
        if self._model.place_of(submission_id) is None:
            self._relist(cleared(self._desk.filter))
        self._choose(submission_id)
        self._show_listed(at_once=False)

    def step(self, by: int) -> None:
        """Chooses the next (1) or the previous (-1) submission of the list."""
        for _ in range(_STALE):
            wanted = self._model.id_at(beside(self._model, self._current, by=by))
            if wanted is None:
                return
            if self._model.is_listed_rightly(wanted):
                self._choose(wanted)
                return
            # It was decided elsewhere a moment ago, and the list has not been read since.
            self._model.remove(wanted)
        self._model.refresh()
        self.step(by)

    def step_undecided(self, by: int) -> None:
        """Chooses the next or the previous submission that is undecided."""
        wanted = self._model.nearest_undecided(beside(self._model, self._current, by=by) - by, by=by)
        if wanted is not None:
            self._choose(wanted)

    def after_decision(self, submission_id: SubmissionId) -> None:
        """Moves on to the next undecided submission once a verdict is on disk.

        At the end of the list it goes back to the last undecided one, so that nobody has to
        look for what was left.
        """
        following = next_to(self._model, submission_id)
        if following is None and self._refresh_timer.isActive():
            # What has arrived meanwhile is listed before the desk is left empty.
            self._refresh_timer.stop()
            self._model.refresh()
            following = next_to(self._model, submission_id)
        place = self._model.place_of(submission_id)
        leaves = place is None or not self._model.is_listed_rightly(submission_id)
        stood = self._model.gap(submission_id) if place is None else place
        if following is not None:
            self._choose(following)
        if leaves:
            self._model.remove(submission_id)
            if following is None and stood is not None:
                self._choose(self._model.id_at(min(stood, self._model.count - 1)))
        self._show_listed(at_once=False)

    def neighbours(self) -> tuple[Digest, ...]:
        """The digests of what comes next and of what came before, nearest first."""
        place = self._model.place_of(self._current) if self._current is not None else None
        if place is None:
            return ()
        rows = self._model.undecided_near(place, by=1, most=_NEXT)
        rows += self._model.undecided_near(place, by=-1, most=_BEFORE)
        return tuple(row.digest for row in rows)

    # ------------------------------------------------------------ inside

    def _choose(self, submission_id: SubmissionId | None) -> None:
        self._current = submission_id
        self._model.mark(submission_id)
        self._list.choose(submission_id)
        self.chosen.emit(submission_id)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        submission_id = self._model.id_at(current.row()) if current.isValid() else None
        if submission_id is not None and submission_id != self._current:
            self._current = submission_id
            self._model.mark(submission_id)
            self._list.note(submission_id)
            self.chosen.emit(submission_id)

    # ------------------------------------------------------------ filters

    def _relist(self, wanted: SubmissionFilter) -> None:
        """Lists others without choosing anything."""
        self._desk.take(wanted)
        self._dropped.forget()
        self._model.set_filter(wanted)

    def _on_filter_changed(self) -> None:
        if not self.filter.text.strip():
            self._before_search = None
        elif self._before_search is None:
            # Where to go back to when the search is given up.
            self._before_search = self._current
        self._dropped.forget()
        if self._started:
            self._list_wanted()

    def _list_wanted(self) -> None:
        self._model.set_filter(self._desk.filter)
        if self._current is None or self._model.place_of(self._current) is None:
            self._choose(self._model.id_at(0))
        else:
            self._model.mark(self._current)
            self._list.choose(self._current)
        self._show_listed(at_once=True)

    # ------------------------------------------------------------ the search

    def _leave_search(self) -> None:
        """Whoever does something else has typed enough: letters are decisions again."""
        if self._desk.search.hasFocus():
            self.search_left.emit()

    def _on_panel_closed(self, go_back: bool) -> None:
        if go_back:
            self.search_left.emit()

    def _on_search_done(self) -> None:
        self._list_found()
        self.search_left.emit()

    def _on_search_down(self) -> None:
        self._list_found()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search_given_up(self) -> None:
        before = self._before_search
        self._desk.search.clear()
        self._desk.seek_now()
        if before is not None and before != self._current and self.lists(before):
            self._choose(before)
        self.search_left.emit()

    def _list_found(self) -> None:
        """Puts the first of what was searched for on the desk."""
        self._desk.seek_now()
        first = self._model.id_at(0)
        if self._desk.search.text().strip() and first is not None and first != self._current:
            self._choose(first)

    # ------------------------------------------------------------ while work goes on

    def _on_changed(self, changes: Changes, origin: object) -> None:
        self._model.forget(changes)
        self._desk.forget(changes)
        # Whoever decided here has already told what leaves the list; the rest may wait a little.
        mine = changes.decided and origin is self
        if mine or not could_change(self._model.filter, changes) or self._refresh_timer.isActive():
            return
        # Nobody shall sit before an empty desk.
        self._refresh_timer.start(0 if self._current is None else _REFRESH_MS)

    def _on_refreshed(self) -> None:
        if self._started and self._current is None and self._model.count:
            self._choose(self._model.id_at(0))
        self._show_listed(at_once=False)

    def _look_ahead(self) -> None:
        """Asks for the thumbnails of the lines beyond those in view, once these have come to rest."""
        shown = self._list.shown_rows()
        places = (*range(shown.stop, shown.stop + _AHEAD), *range(shown.start - _AHEAD // 2, shown.start))
        rows = (self._model.row_at(place) for place in places if place >= 0)
        self._thumbnails.expect(row.digest for row in rows if row is not None)

    def _show_listed(self, *, at_once: bool) -> None:
        listed = self._model.count
        self._desk.show_listed(listed, at_once=at_once)
        self._stack.setCurrentIndex(0 if listed else 1)
        if not listed:
            self._empty.tell(self._why(), listed=tr(scope_words(self._desk.filter.verdicts)))

    def _why(self) -> Why:
        if not self._session.counts().total:
            return Why.NO_SUBMISSIONS
        if self._desk.filter != cleared(self._desk.filter):
            return Why.FILTERED
        undecided = self._desk.filter.verdicts == frozenset({Verdict.UNDECIDED})
        return Why.ALL_DECIDED if undecided else Why.NOT_THIS_VERDICT

    def sizeHint(self) -> QSize:
        """As wide as it usually is; it grows half as fast as the text, as its least width does."""
        return QSize((QUEUE_WIDTH + sized(QUEUE_WIDTH)) // 2, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGES and hasattr(self, "_list"):
            self._delegate.forget()
            self._list.fit_text()
