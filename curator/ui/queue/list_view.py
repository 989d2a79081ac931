"""The lines of the queue as a widget that costs the same at any length."""

from PySide6.QtCore import QItemSelectionModel, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from curator.engine.records import SubmissionId
from curator.ui.language import tr
from curator.ui.queue.delegate import QueueDelegate, row_height
from curator.ui.queue.model import QueueModel

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class QueueList(QTableView):
    """A list that leaves letters to the keys of the desk instead of searching by them.

    A table of one column: a QListView asks the model for every single line whenever one of them
    goes, which takes a fifth of a second with 100,000. While the ids are read again the current
    line stays where it was in view, or the view where the person scrolled to.
    """

    def __init__(self, model: QueueModel, delegate: QueueDelegate) -> None:
        super().__init__()
        self._queue = model
        self._scrolled = 0
        self._current_top: int | None = None
        self._current: SubmissionId | None = None
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
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Submissions"))
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.fit_text()
        model.modelAboutToBeReset.connect(self._note_view)
        model.modelReset.connect(self._restore_view)

    def fit_text(self) -> None:
        """Makes lines as high as the size of text needs."""
        if self.verticalHeader().defaultSectionSize() != row_height():
            self.verticalHeader().setDefaultSectionSize(row_height())

    def choose(self, submission_id: SubmissionId | None) -> None:
        """Makes a submission's line the current one and brings it into view, if it is listed."""
        self._current = submission_id
        place = None if submission_id is None else self._queue.place_of(submission_id)
        if place is None:
            self.selectionModel().clear()
            return
        index = self._queue.index(place)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)

    def note(self, submission_id: SubmissionId) -> None:
        """Takes note that the person chose a line in the list itself."""
        self._current = submission_id

    def shown_rows(self) -> range:
        """The places of the lines that can be seen, at least in part."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self._queue.count - 1 if last < 0 else last) + 1)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: a letter is a decision or a command here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        chosen = self.currentIndex().isValid()
        with QSignalBlocker(self.selectionModel()):
            super().focusInEvent(event)
            if not chosen:
                # Qt chooses the first line then: something else would lie on the desk for a Tab.
                self.selectionModel().clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The list would swallow letters too, although it does not search by them.
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _note_view(self) -> None:
        self._scrolled = self.verticalScrollBar().value()
        place = None if self._current is None else self._queue.place_of(self._current)
        rect = QRect() if place is None else self.visualRect(self._queue.index(place))
        self._current_top = rect.top() if rect.intersects(self.viewport().rect()) else None

    def _restore_view(self) -> None:
        place = None if self._current is None else self._queue.place_of(self._current)
        bar = self.verticalScrollBar()
        if place is None:
            bar.setValue(self._scrolled)
            return
        index = self._queue.index(place)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        if self._current_top is None:
            bar.setValue(self._scrolled)
        else:
            bar.setValue(bar.value() + self.visualRect(index).top() - self._current_top)
