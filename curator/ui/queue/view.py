"""The left column of the desk: scope, search, filters and the list."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Changes, Digest, Kind, Outcome, SubmissionId, Verdict
from curator.ui.assets import Icon, icon
from curator.ui.queue.delegate import QueueDelegate
from curator.ui.queue.model import QueueModel
from curator.ui.queue.nothing import NothingListed
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface, font_of
from curator.ui.widgets import Chip, FlowRow, set_surface, text_label

QUEUE_WIDTH = 296
_SEARCH_MS = 150
_REFRESH_MS = 400

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
    """

    chosen = Signal(object)
    load_wanted = Signal()

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
        self._search = QLineEdit()
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
            chips.add(chip)
        self._list = _List()
        self._delegate = QueueDelegate(self._session.pictures)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
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
            action.triggered.connect(lambda _on, place=place: self.set_scope(place))
            group.addAction(action)
            menu.addAction(action)
        return menu

    # ------------------------------------------------------------ what others ask

    @property
    def current(self) -> SubmissionId | None:
        """The submission that is on the desk."""
        return self._current

    def start(self) -> None:
        """Reads the list for the first time and chooses its first submission."""
        self._on_filter_changed()

    def set_scope(self, place: int) -> None:
        """Lists those of another verdict; ``place`` counts in ``SCOPES``."""
        self._scope = place
        actions = self._scope_button.menu().actions()
        actions[place].setChecked(True)
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
        """Chooses a submission, listing everything when the filter hides it."""
        if self._model.place_of(submission_id) is None:
            self._take_filters_off()
            self._current = submission_id
            self.set_scope(len(SCOPES) - 1)
        self._choose(submission_id)

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
        following = self._model.nearest_undecided(beside, by=1)
        if following is None:
            following = self._model.nearest_undecided(beside, by=-1)
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

    def _leaves(self, submission_id: SubmissionId) -> bool:
        verdicts = self._model.filter.verdicts
        if not verdicts:
            return False
        row = self._session.rows([submission_id]).get(submission_id)
        return row is None or row.verdict not in verdicts

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

    def _on_filter_changed(self) -> None:
        wanted = SubmissionFilter(
            verdicts=SCOPES[self._scope][1],
            outcomes=frozenset(one for one, chip in self._outcomes.items() if chip.isChecked()),
            kinds=frozenset(one for one, chip in self._kinds.items() if chip.isChecked()),
            text=self._search.text(),
        )
        self._model.set_filter(wanted)
        if self._place() is None:
            self._choose(self._model.id_at(0))
        self._show_counts()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        self._model.forget(changes)
        # Whoever decided here has already told what leaves the list; the rest may wait a little.
        if not (changes.decided and origin is self) and not self._refresh_timer.isActive():
            self._refresh_timer.start()

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
        self._scope_button.setText(SCOPES[self._scope][0])
        self._count.setText(f"{listed:,}")
        for outcome, chip in self._outcomes.items():
            chip.set_count(counts.outcomes.get(outcome, 0))
        for kind, chip in self._kinds.items():
            chip.set_count(counts.kinds.get(kind, 0))
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
            return "All decided", "Every submission has a verdict. Load more, or export the approved ones."
        return "Nothing here", f"No submission is listed under “{SCOPES[self._scope][0]}”."


class _List(QListView):
    """A list that leaves letters to the keys of the desk instead of searching by them."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QListView.Shape.NoFrame)
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
