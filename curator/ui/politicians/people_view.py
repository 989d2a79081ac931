"""Everybody of the index in a list, and the one that is selected beside it."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.engine.neighbours import Relations
from curator.engine.records import Politician, PoliticianId, ReferencePortrait
from curator.ui.assets import Icon
from curator.ui.language import tr
from curator.ui.politicians.detail import DetailPanel
from curator.ui.politicians.form import Typed
from curator.ui.politicians.index import Index
from curator.ui.politicians.people_delegate import PeopleDelegate
from curator.ui.politicians.people_model import PeopleModel
from curator.ui.politicians.side import SideColumn
from curator.ui.session import Session
from curator.ui.theme import GRID, Role
from curator.ui.widgets import Chip, EmptyState, make_search_field, rule, text_label

LIST_WIDTH = 320
_PHOTOS = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "avif")


class PeopleView(QWidget):
    """The list with its search, and the politician whose portraits and fields are shown.

    Attributes:
        submissions_wanted: a ``SubmissionFilter`` and what it is of, in words.
        changed: a command changed the index, which is to be read again.
    """

    submissions_wanted = Signal(object, str)
    changed = Signal()

    def __init__(self, session: Session, index: Index) -> None:
        super().__init__()
        self._session = session
        self._index = index
        self._current: PoliticianId | None = None
        self._relations: Relations | None = None
        self._adding = False
        self.detail = DetailPanel(session.pictures)
        self._nobody = EmptyState(
            Icon.PERSON, tr("Nobody selected"), tr("Select a politician at the left, or add one.")
        )
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_left(), 1)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._right, 2)
        self._connect_detail()
        index.changed.connect(self._on_index)
        index.related.connect(self._on_related)

    # ------------------------------------------------------------ what others ask

    @property
    def current(self) -> PoliticianId | None:
        """The politician that is shown."""
        return self._current

    @property
    def adding(self) -> bool:
        """Whether someone new is being typed in."""
        return self._adding

    @property
    def relations(self) -> Relations | None:
        """What is known of the portraits of the one who is shown."""
        return self._relations

    @property
    def photos_go_to(self) -> Politician | None:
        """Whose portraits files would become that are dropped now."""
        if self._adding or self._current is None:
            return None
        return self._index.everyone[self._current].politician

    def select(self, politician_id: PoliticianId) -> None:
        """Shows a politician, listing everyone when the search hides them."""
        if self._model.place_of(politician_id) is None:
            self.search.clear()
            self.gaps.setChecked(False)
        self._adding = False
        self._current = politician_id
        self._show_current()

    def add(self, typed: Typed) -> None:
        """Shows fields for someone new, perhaps with country and role filled in."""
        self._adding = True
        self.detail.show_new(typed)
        self._right.setCurrentWidget(self.detail)
        self.list.selectionModel().clear()
        self.detail.form.given_name.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ building

    def _make_left(self) -> QWidget:
        left = SideColumn(LIST_WIDTH)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search names, countries, roles"))
        self.search.setAccessibleName(tr("Search names, countries and roles"))
        make_search_field(self.search)
        self.gaps = Chip(tr("Without portrait"))
        self._count = text_label("", role=Role.CAPTION)
        filters = QHBoxLayout()
        filters.addWidget(self.gaps)
        filters.addStretch(1)
        filters.addWidget(self._count)
        self._model = PeopleModel()
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(PeopleDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(tr("Politicians"))
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        none_fits = EmptyState(
            Icon.SEARCH,
            tr("Nobody fits"),
            tr("No politician fits the search. Use fewer words, or clear it."),
            primary=tr("Show everyone"),
        )
        none_fits.primary_clicked.connect(self._on_show_everyone)
        self._listed = QStackedWidget()
        self._listed.addWidget(self.list)
        self._listed.addWidget(none_fits)
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addWidget(self._listed, 1)
        self.search.textChanged.connect(lambda _text: self._on_filter())
        self.gaps.toggled.connect(lambda _on: self._on_filter())
        return left

    def _connect_detail(self) -> None:
        self.detail.saved.connect(self._on_saved)
        self.detail.added.connect(self._on_added)
        self.detail.removed.connect(self._on_removed)
        self.detail.add_cancelled.connect(self._on_add_cancelled)
        self.detail.portraits.photos_wanted.connect(self._on_photos)
        self.detail.portraits.portraits_removed.connect(self._on_portraits_removed)
        self.detail.relations.politician_wanted.connect(self._on_neighbour)
        self.detail.relations.submissions_wanted.connect(self.submissions_wanted)

    # ------------------------------------------------------------ showing

    def _on_index(self) -> None:
        everyone = tuple(self._index.everyone.values())
        self.detail.set_everyone([one.politician for one in everyone])
        self.gaps.set_count(sum(one.lacks_portraits for one in everyone))
        self._model.set_everyone(everyone)
        if self._current not in self._index.everyone:
            self._current = None
        if self._current is None and everyone and not self._adding:
            self._current = self._first()
        self._show_current()

    def _show_current(self) -> None:
        shown = self._model.shown
        self._count.setText(tr("{n:,} shown", n=shown) if self._filtered else "")
        self._listed.setCurrentIndex(0 if shown else 1)
        self._select_in_list()
        if self._adding:
            return
        if self._current is None:
            self._right.setCurrentWidget(self._nobody)
            return
        if self._relations is not None and self._relations.politician_id != self._current:
            self._relations = None
        one = self._index.everyone[self._current]
        self.detail.show_politician(one, portraits=self._session.people.portraits(self._current))
        self._show_portraits()
        self._right.setCurrentWidget(self.detail)
        self._index.ask_relations(self._current)

    def _show_portraits(self) -> None:
        if self._current is not None:
            self.detail.show_portraits(
                self._session.people.portraits(self._current),
                relations=self._relations,
                beyond=self._session.thresholds.closer_unclaimed,
                promoted=self._session.people.promoted(),
            )

    def _on_related(self, found: Relations) -> None:
        if found.politician_id == self._current and not self._adding:
            self._relations = found
            self._show_portraits()

    def _select_in_list(self) -> None:
        place = None if self._current is None or self._adding else self._model.place_of(self._current)
        selection = self.list.selectionModel()
        if place is None:
            selection.blockSignals(True)
            selection.clear()
            selection.blockSignals(False)
            self.list.viewport().update()
        elif self.list.currentIndex().row() != place:
            index = self._model.index(place)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)

    @property
    def _filtered(self) -> bool:
        return bool(self.search.text().strip()) or self.gaps.isChecked()

    def _first(self) -> PoliticianId | None:
        places = range(self._model.rowCount())
        return next((one for one in map(self._model.id_at, places) if one is not None), None)

    # ------------------------------------------------------------ what the person does

    def _on_filter(self) -> None:
        self._model.set_filter(text=self.search.text(), gaps_only=self.gaps.isChecked())
        self._show_current()

    def _on_show_everyone(self) -> None:
        self.search.clear()
        self.gaps.setChecked(False)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        chosen = self._model.id_at(current.row()) if current.isValid() else None
        if chosen is not None and (chosen != self._current or self._adding):
            self._adding = False
            self._current = chosen
            self._show_current()

    def _on_neighbour(self, politician_id: int) -> None:
        self.select(PoliticianId(politician_id))
        # The line that was pressed is gone; from the list one can go on with the arrow keys.
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, politician: Politician) -> None:
        if self._session.people.edit(politician):
            self.detail.forget_draft(politician.id)
            self.changed.emit()

    def _on_added(self, typed: Typed) -> None:
        added = self._session.people.add(
            given_name=typed.given_name, surname=typed.surname, country=typed.country, role=typed.role
        )
        if added is not None:
            self._adding = False
            self.changed.emit()
            self.select(added)
            self.detail.portraits.add_photos.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, politician_id: PoliticianId) -> None:
        place = self._model.place_of(politician_id)
        if not self._session.people.remove(politician_id):
            return
        self.detail.forget_draft(politician_id)
        self._current = None
        if place is not None:
            # Whoever stands next in the list comes up, not the top of the list.
            self._current = self._model.id_at(place + 1) or self._model.id_at(place - 1)
        self.changed.emit()

    def _on_add_cancelled(self) -> None:
        self._adding = False
        self.changed.emit()

    def _on_portraits_removed(self, portraits: tuple[ReferencePortrait, ...]) -> None:
        for portrait in portraits:
            if not self._session.people.remove_portrait(portrait):
                break
        self.changed.emit()

    def _on_photos(self) -> None:
        if self._current is None:
            return
        patterns = " ".join(f"*.{ending}" for ending in _PHOTOS)
        kinds = f"{tr('Photos')} ({patterns});;{tr('All files')} (*)"
        files, _ = QFileDialog.getOpenFileNames(self, tr("Photos of one face each"), "", kinds)
        if files:
            self._session.people.add_portraits(self._current, [Path(one) for one in files])
