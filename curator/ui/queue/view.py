"""The left column of the desk: scope, search, filters and the list."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Changes, Digest, Kind, Outcome, SubmissionId, Verdict
from curator.ui.assets import Icon, icon
from curator.ui.queue.delegate import ROW_HEIGHT, QueueDelegate
from curator.ui.queue.model import QueueModel
from curator.ui.queue.nothing import NothingListed
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface, font_of
from curator.ui.widgets import Chip, FlowRow, set_surface, text_label

QUEUE_WIDTH = 296
_SEARCH_MS = 150
_REFRESH_MS = 400
_ALL_DECIDED = "All decided"

SCOPES: tuple[tuple[str, frozenset[Verdict]], ...] = (
    ("To review", frozenset({Verdict.UNDECIDED})),
    ("Set aside", frozenset({Verdict.SKIPPED})),
    ("Approved", frozenset({Verdict.APPROVED})),
    ("Rejected", frozenset({Verdict.REJECTED})),
    ("Withdrawn", frozenset({Verdict.WITHDRAWN})),
    ("Everything", frozenset()),
)


class QueueView(QWidget):
    """Shows which submissions there are and which one is on the desk.

    Attributes:
        chosen: the id of the submission that is to be on the desk, or None for none.
        load_wanted: the person wants to load pictures.
        search_left: the person leaves the search field, and goes back to work.
    """

    chosen = Signal(object)
    load_wanted = Signal()
    search_left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._scope = 0
        self._current: SubmissionId | None = None
        self._scrolled = 0
        self._current_top: int | None = None
        self.setFixedWidth(QUEUE_WIDTH)
        set_surface(self, Surface.PANEL)
        self._model = QueueModel(session)
        self._build()
        self._search_timer = _single_shot(self, _SEARCH_MS, self._on_filter_changed)
        self._refresh_timer = _single_shot(self, _REFRESH_MS, self._refresh)
        self._search.textChanged.connect(lambda _text: self._search_timer.start())
        session.changed.connect(self._on_changed)
        session.closed.connect(self._search_timer.stop)
        session.closed.connect(self._refresh_timer.stop)
        session.pictures.ready.connect(lambda _digest: self._list.viewport().update())
        self._model.modelAboutToBeReset.connect(self._note_view)
        self._model.modelReset.connect(self._restore_view)

    def _build(self) -> None:
        self._scope_button = QToolButton()
        self._scope_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._scope_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._scope_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scope_button.setAccessibleName("Which submissions are listed")
        self._scope_button.setMenu(self._scope_menu())
        self._scope_button.setProperty("dropdown", "true")
        self._scope_button.setFont(font_of(Role.HEADING))
        self._count = text_label("", role=Role.DIM)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._scope_button)
        top.addStretch(1)
        top.addWidget(self._count)
        self._search = _Search()
        self._search.done.connect(self._on_search_done)
        self._search.given_up.connect(self._on_search_given_up)
        self._search.down.connect(self._on_search_down)
        self._search.setPlaceholderText("Search names, notes, files   /")
        self._search.setAccessibleName("Search names, notes and files")
        self._search.setClearButtonEnabled(True)
        self._search.addAction(icon(Icon.SEARCH, tint="dim"), QLineEdit.ActionPosition.LeadingPosition)
        chips = FlowRow()
        self._outcomes = {
            Outcome.LOOK_CLOSER: Chip("Look closer"),
            Outcome.APPROVE: Chip("Clear"),
            Outcome.REJECT: Chip("Out"),
        }
        self._kinds = {Kind.DEEPFAKE: Chip("Deepfakes"), Kind.PORTRAIT: Chip("Portraits")}
        for chip in (*self._outcomes.values(), *self._kinds.values()):
            chip.toggled.connect(lambda _on: self._on_filter_changed())
            chip.clicked.connect(lambda _on: self._leave_search())
            chips.add(chip)
        self._list = _List()
        self._delegate = QueueDelegate(self._session.pictures)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.pressed.connect(lambda _index: self._leave_search())
        self._empty = NothingListed()
        self._empty.load_wanted.connect(self.load_wanted)
        # A QStackedLayout without a widget would show the list as a window of its own.
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._search)
        column.addWidget(chips)
        column.addWidget(self._stack, 1)

    def _scope_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for place, (name, _) in enumerate(SCOPES):
            action = QAction(name, menu, checkable=True)
            action.setChecked(place == 0)
            action.triggered.connect(lambda _on, place=place: self._on_scope_chosen(place))
            group.addAction(action)
            menu.addAction(action)
        return menu

    # ------------------------------------------------------------ what others ask

    @property
    def current(self) -> SubmissionId | None:
        """The submission that is on the desk."""
        return self._current

    @property
    def nothing(self) -> str:
        """What an empty desk says: why nothing is on it."""
        if self._model.ids:
            return "Nothing is selected."
        heading, _ = self._nothing(self._session.counts().total)
        return "Nothing to review." if heading == _ALL_DECIDED else f"{heading}."

    def start(self) -> None:
        """Reads the list for the first time and chooses its first submission."""
        self._list_wanted()

    def set_scope(self, place: int) -> None:
        """Lists those of another verdict; ``place`` counts in ``SCOPES``."""
        self._mark_scope(place)
        self._on_filter_changed()

    def set_veiled(self, veiled: bool) -> None:
        """Leaves thumbnails out, or shows them again."""
        self._delegate.veiled = veiled
        self._list.viewport().update()

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def show_submission(self, submission_id: SubmissionId) -> None:
        """Chooses a submission; lists those of its verdict when it is not listed.

        Search and chips stay on unless they would hide it.
        """
        if self._model.place_of(submission_id) is None:
            # An undone decision brings it back into a list that was read before.
            self._model.refresh()
        if self._model.place_of(submission_id) is None:
            self._current = submission_id
            self._mark_scope(self._scope_of(submission_id))
            self._model.set_filter(self._wanted())
        if self._model.place_of(submission_id) is None:
            self._take_filters_off()
            self._model.set_filter(self._wanted())
        self._choose(submission_id)
        self._show_counts()

    def step(self, by: int) -> None:
        """Chooses the next (1) or the previous (-1) submission of the list."""
        place = self._place()
        wanted = self._model.id_at(0 if place is None else place + by)
        if wanted is not None:
            self._choose(wanted)

    def step_undecided(self, by: int) -> None:
        """Chooses the next or the previous submission that is undecided."""
        place = self._place()
        wanted = self._model.nearest_undecided(-1 if place is None else place, by=by)
        if wanted is not None:
            self._choose(wanted)

    def after_decision(self, submission_id: SubmissionId) -> None:
        """Moves on to the next undecided submission once a verdict is on disk.

        At the end of the list it goes back to the last undecided one, so that nobody has to
        look for what was left.
        """
        place = self._model.place_of(submission_id)
        # It may be on the desk without being listed, after a search or a filter.
        beside = -1 if place is None else place
        following = self._next_to(beside)
        if following is None and self._refresh_timer.isActive():
            # What has arrived meanwhile is listed before the desk is left empty.
            self._refresh_timer.stop()
            self._model.refresh()
            again = self._model.place_of(submission_id)
            following = self._next_to(-1 if again is None else again)
        if following is not None:
            self._choose(following)
        if place is not None and self._leaves(submission_id):
            self._model.remove(submission_id)
            if following is None:
                self._choose(self._model.id_at(min(place, len(self._model.ids) - 1)))
        self._show_counts()

    def neighbours(self) -> tuple[Digest, ...]:
        """The digests of what comes next and of what came before, nearest first."""
        place = self._place()
        if place is None:
            return ()
        rows = (self._model.row_at(place + by) for by in (1, 2, 3, -1))
        return tuple(row.digest for row in rows if row is not None)

    # ------------------------------------------------------------ inside

    def _next_to(self, place: int) -> SubmissionId | None:
        """The first undecided submission after a row, else the last before it."""
        following = self._model.nearest_undecided(place, by=1)
        return following if following is not None else self._model.nearest_undecided(place, by=-1)

    def _leaves(self, submission_id: SubmissionId) -> bool:
        verdicts = self._model.filter.verdicts
        if not verdicts:
            return False
        row = self._session.rows([submission_id]).get(submission_id)
        return row is None or row.verdict not in verdicts

    def _mark_scope(self, place: int) -> None:
        self._scope = place
        self._scope_button.menu().actions()[place].setChecked(True)

    def _scope_of(self, submission_id: SubmissionId) -> int:
        """The scope that lists a submission: this one if it does, else that of its verdict."""
        row = self._session.rows([submission_id]).get(submission_id)
        verdict = None if row is None else row.verdict
        here = SCOPES[self._scope][1]
        if not here or verdict in here:
            return self._scope
        # The last one lists everything.
        return next(
            place for place, (_, verdicts) in enumerate(SCOPES) if not verdicts or verdict in verdicts
        )

    def _take_filters_off(self) -> None:
        self._search.clear()
        self._search_timer.stop()
        for chip in (*self._outcomes.values(), *self._kinds.values()):
            # Silently: each would list others, and put others on the desk, on the way.
            with QSignalBlocker(chip):
                chip.setChecked(False)

    def _place(self) -> int | None:
        return None if self._current is None else self._model.place_of(self._current)

    def _choose(self, submission_id: SubmissionId | None) -> None:
        self._current = submission_id
        place = None if submission_id is None else self._model.place_of(submission_id)
        if place is not None:
            index = self._model.index(place)
            self._list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._list.scrollTo(index)
        self.chosen.emit(submission_id)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        submission_id = self._model.id_at(current.row()) if current.isValid() else None
        if submission_id is not None and submission_id != self._current:
            self._current = submission_id
            self.chosen.emit(submission_id)

    def _on_scope_chosen(self, place: int) -> None:
        self.set_scope(place)
        self._leave_search()

    def _leave_search(self) -> None:
        """Whoever does something else has typed enough: letters are decisions again."""
        if self._search.hasFocus():
            self.search_left.emit()

    def _on_search_done(self) -> None:
        self._list_found()
        self.search_left.emit()

    def _on_search_down(self) -> None:
        self._list_found()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search_given_up(self) -> None:
        self._search.clear()
        self._list_at_once()
        self.search_left.emit()

    def _list_found(self) -> None:
        """Puts the first of what was searched for on the desk."""
        self._list_at_once()
        if self._search.text().strip() and self._model.ids and self._place() != 0:
            self._choose(self._model.id_at(0))

    def _list_at_once(self) -> None:
        if self._search_timer.isActive():
            self._search_timer.stop()
            self._on_filter_changed()

    def _wanted(self) -> SubmissionFilter:
        return SubmissionFilter(
            verdicts=SCOPES[self._scope][1],
            outcomes=frozenset(one for one, chip in self._outcomes.items() if chip.isChecked()),
            kinds=frozenset(one for one, chip in self._kinds.items() if chip.isChecked()),
            text=self._search.text(),
        )

    def _on_filter_changed(self) -> None:
        self._list_wanted()

    def _list_wanted(self) -> None:
        self._model.set_filter(self._wanted())
        if self._place() is None:
            self._choose(self._model.id_at(0))
        self._show_counts()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        self._model.forget(changes)
        # Whoever decided here has already told what leaves the list; the rest may wait a little.
        if not (changes.decided and origin is self) and not self._refresh_timer.isActive():
            # Nobody shall sit before an empty desk.
            self._refresh_timer.start(0 if self._current is None else _REFRESH_MS)

    def _refresh(self) -> None:
        self._model.refresh()
        if self._current is None:
            self._choose(self._model.id_at(0))
        self._show_counts()

    def _note_view(self) -> None:
        """Keeps in mind what the list shows, before it is read again."""
        self._scrolled = self._list.verticalScrollBar().value()
        place = self._place()
        rect = QRect() if place is None else self._list.visualRect(self._model.index(place))
        self._current_top = rect.top() if rect.intersects(self._list.viewport().rect()) else None

    def _restore_view(self) -> None:
        """Leaves the current line where it was in view, or the view where the person scrolled to."""
        place = self._place()
        bar = self._list.verticalScrollBar()
        if place is None:
            bar.setValue(self._scrolled)
            return
        index = self._model.index(place)
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self._current_top is None:
            bar.setValue(self._scrolled)
        else:
            bar.setValue(bar.value() + self._list.visualRect(index).top() - self._current_top)

    def _show_counts(self) -> None:
        counts = self._session.counts()
        listed = len(self._model.ids)
        outcomes = counts.outcomes_under(SCOPES[self._scope][1])
        kinds = counts.kinds_under(SCOPES[self._scope][1])
        self._scope_button.setText(SCOPES[self._scope][0])
        self._count.setText(f"{listed:,}")
        for outcome, chip in self._outcomes.items():
            chip.set_count(outcomes.get(outcome, 0))
        for kind, chip in self._kinds.items():
            chip.set_count(kinds.get(kind, 0))
        self._stack.setCurrentIndex(0 if listed else 1)
        if not listed:
            heading, sentence = self._nothing(counts.total)
            self._empty.tell(heading, sentence, may_load=not counts.total)

    def _nothing(self, total: int) -> tuple[str, str]:
        if not total:
            return "No submissions yet", "Drop pictures or folders here, or load them from a folder."
        wanted = self._model.filter
        if wanted.text.strip() or wanted.outcomes or wanted.kinds:
            return "Nothing fits", "No submission fits the search and the filters above."
        if self._scope == 0:
            return _ALL_DECIDED, "Every submission has a verdict. Load more, or export the approved ones."
        return "Nothing here", f"No submission is listed under “{SCOPES[self._scope][0]}”."


class _Search(QLineEdit):
    """A field that is left by Enter with its words, by Escape without them, and by Down to the list."""

    done = Signal()
    given_up = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.done.emit()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case Qt.Key.Key_Down:
                self.down.emit()
            case _:
                super().keyPressEvent(event)


class _List(QTableView):
    """A list that leaves letters to the keys of the desk instead of searching by them.

    A table of one column: a QListView asks the model for every single line whenever one of them
    goes, which takes a fifth of a second with 100,000.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Submissions")

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: a letter is a decision or a command here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The list would swallow letters too, although it does not search by them.
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)


def _single_shot(parent: QWidget, milliseconds: int, slot: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
