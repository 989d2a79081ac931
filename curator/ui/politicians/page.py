"""The page of the index: coverage above, the list at the left, one politician at the right."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Changes, Politician, PoliticianId, ReferencePortrait, Verdict
from curator.ui.assets import Icon, icon
from curator.ui.politicians.board import CoverageBoard, Legend
from curator.ui.politicians.coverage import Office, Standing, cover, standings
from curator.ui.politicians.detail import DetailPanel
from curator.ui.politicians.drop_veil import DropVeil
from curator.ui.politicians.drops import Drop, meaning
from curator.ui.politicians.form import Typed
from curator.ui.politicians.people_delegate import PeopleDelegate
from curator.ui.politicians.people_model import PeopleModel
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface
from curator.ui.widgets import Chip, EmptyState, KeyButton, rule, set_surface, text_label

LIST_WIDTH = 320
_REFRESH_MS = 200
_PHOTOS = "Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.avif);;All files (*)"
_TABLES = "Tables (*.csv);;All files (*)"
_HINT = "Arrow keys move over the board; Enter or a click selects who is named, or adds someone."


class PoliticiansPage(QWidget):
    """Shows the index and takes corrections, photos and imports.

    Attributes:
        told: a short sentence about why something that was dropped was not taken.
    """

    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._everyone: dict[PoliticianId, Standing] = {}
        self._current: PoliticianId | None = None
        self._adding = False
        self._stale = True
        self._pointed_at: Office | None = None
        self.setAcceptDrops(True)
        set_surface(self, Surface.PANEL)
        self._build()
        self._veil = DropVeil(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the index when it is looked at and something changed since."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while nobody looks: an import changes a lot."""
        super().hideEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._stale = True

    # ------------------------------------------------------------ what others ask

    @property
    def current(self) -> PoliticianId | None:
        """The politician that is shown."""
        return self._current

    def refresh(self) -> None:
        """Reads the index again."""
        self._stale = False
        disagreeing: Counter[PoliticianId] = Counter()
        odd = self._session.odd_portraits()
        everyone = self._session.politicians()
        if odd:
            for one in everyone:
                disagreeing[one.id] = sum(portrait.id in odd for portrait in self._session.portraits(one.id))
        listed = standings(everyone, accepted=self._session.portrait_counts(), disagreeing=disagreeing)
        self._everyone = {one.politician.id: one for one in listed}
        coverage = cover(listed)
        self._sentence.setText(coverage.sentence)
        self.board.show_coverage(coverage)
        self.detail.set_everyone(everyone)
        if self._pointed_at is not None:
            key = self._pointed_at.country, self._pointed_at.role
            offices = (office for row in coverage.offices for office in row)
            self._on_pointed(next((one for one in offices if (one.country, one.role) == key), None))
        self._gaps.set_count(coverage.without_portrait)
        self._model.set_everyone(listed)
        if self._current not in self._everyone:
            self._current = None
        if self._current is None and listed and not self._adding:
            self._current = self._first()
        self._pages.setCurrentIndex(0 if listed or self._adding else 1)
        self._show_current()

    def select(self, politician_id: PoliticianId) -> None:
        """Shows a politician, listing everyone when the search hides them."""
        if self._model.place_of(politician_id) is None:
            self.search.clear()
            self._gaps.setChecked(False)
        self._adding = False
        self._current = politician_id
        self._show_current()

    def add(self, typed: Typed | None = None) -> None:
        """Shows fields for someone new, perhaps with country and role filled in."""
        self._adding = True
        self._pages.setCurrentIndex(0)
        self.detail.show_new(typed or Typed())
        self._right.setCurrentWidget(self.detail)
        self.list.selectionModel().clear()
        self.detail.form.given_name.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self._sentence = text_label("", role=Role.DIM)
        self.import_button = KeyButton("Import …", image=Icon.LOAD)
        self.import_button.clicked.connect(self._on_import)
        self.add_button = KeyButton("Add politician", image=Icon.ADD)
        self.add_button.clicked.connect(self._on_add)
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 0)
        head.setSpacing(2 * GRID)
        head.addWidget(text_label("Politicians", role=Role.HEADING))
        head.addSpacing(2 * GRID)
        head.addWidget(self._sentence)
        head.addStretch(1)
        head.addWidget(self.import_button)
        head.addWidget(self.add_button)
        self.board = CoverageBoard()
        self.board.chosen.connect(self._on_office)
        self.board.pointed.connect(self._on_pointed)
        board = QHBoxLayout()
        board.setContentsMargins(2 * GRID, 2 * GRID, 3 * GRID, 0)
        # Two stretches: at the left of a wide window the board ends where its widest cells end.
        board.addWidget(self.board, 1000)
        board.addStretch(1)
        self._pointed = text_label(_HINT, role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
        foot = QHBoxLayout()
        foot.setContentsMargins(4 * GRID, GRID, 4 * GRID, 3 * GRID)
        foot.setSpacing(4 * GRID)
        foot.addWidget(self._pointed, 1)
        foot.addWidget(Legend())
        self.detail = DetailPanel(self._session.pictures)
        self._connect_detail()
        self._nobody = EmptyState(
            Icon.PERSON, "Nobody selected", "Select a politician at the left, or add one."
        )
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.detail)
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self._make_left())
        lower.addWidget(rule(vertical=True))
        lower.addWidget(self._right, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(board)
        column.addLayout(foot)
        column.addWidget(rule())
        column.addLayout(lower, 1)
        self._empty = EmptyState(
            Icon.POLITICIANS,
            "No politicians yet",
            "Drop a folder here that is laid out as Country/Name Surname/*.jpg, or a table (CSV) with the"
            " columns country, role, name, surname. Pictures are compared with the photos that lie there.",
            primary="Import …",
            secondary="Add politician",
        )
        self._empty.primary_clicked.connect(self._on_import)
        self._empty.secondary_clicked.connect(self._on_add)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(filled)
        self._pages.addWidget(self._empty)

    def _make_left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(LIST_WIDTH)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search names, countries, roles")
        self.search.setAccessibleName("Search names, countries and roles")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(Icon.SEARCH, tint="dim"), QLineEdit.ActionPosition.LeadingPosition)
        self._gaps = Chip("Without portrait")
        self._count = text_label("", role=Role.CAPTION)
        filters = QHBoxLayout()
        filters.addWidget(self._gaps)
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
        self.list.setAccessibleName("Politicians")
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._none_fits = EmptyState(Icon.SEARCH, "Nobody fits", "No politician fits the search.")
        self._listed = QStackedWidget()
        self._listed.addWidget(self.list)
        self._listed.addWidget(self._none_fits)
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addWidget(self._listed, 1)
        self.search.textChanged.connect(lambda _text: self._on_filter())
        self._gaps.toggled.connect(lambda _on: self._on_filter())
        return left

    def _connect_detail(self) -> None:
        self.detail.saved.connect(self._on_saved)
        self.detail.added.connect(self._on_added)
        self.detail.removed.connect(self._on_removed)
        self.detail.add_cancelled.connect(self._on_add_cancelled)
        self.detail.photos_wanted.connect(self._on_photos)
        self.detail.portraits_removed.connect(self._on_portraits_removed)

    # ------------------------------------------------------------ showing

    def _show_current(self) -> None:
        self._count.setText(f"{self._model.shown:,} shown" if self._filtered else "")
        self._listed.setCurrentIndex(0 if self._model.shown else 1)
        self._select_in_list()
        if self._adding:
            return
        if self._current is None:
            self._right.setCurrentWidget(self._nobody)
            return
        claiming = SubmissionFilter(verdicts=frozenset({Verdict.UNDECIDED}), politician_id=self._current)
        self.detail.show_politician(
            self._everyone[self._current].politician, open_claims=len(self._session.ids(claiming))
        )
        self.detail.show_portraits(self._session.portraits(self._current), odd=self._session.odd_portraits())
        self._right.setCurrentWidget(self.detail)

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
        return bool(self.search.text().strip()) or self._gaps.isChecked()

    def _first(self) -> PoliticianId | None:
        for place in range(self._model.rowCount()):
            found = self._model.id_at(place)
            if found is not None:
                return found
        return None

    # ------------------------------------------------------------ what the person does

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not (changes.politicians or changes.arrived):
            return
        if not self.isVisible():
            self._stale = True
        elif not self._timer.isActive():
            self._timer.start()

    def _on_add(self) -> None:
        self.add()

    def _on_filter(self) -> None:
        self._model.set_filter(text=self.search.text(), gaps_only=self._gaps.isChecked())
        self._show_current()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        chosen = self._model.id_at(current.row()) if current.isValid() else None
        if chosen is not None and (chosen != self._current or self._adding):
            self._adding = False
            self._current = chosen
            self._show_current()

    def _on_office(self, office: Office) -> None:
        if not office.holders:
            self.add(Typed(country=office.country.name, role=office.role.value))
            return
        ids = [one.politician.id for one in office.holders]
        # An office that two people hold shows them in turn.
        following = ids.index(self._current) + 1 if self._current in ids and not self._adding else 0
        self.select(ids[following % len(ids)])

    def _on_pointed(self, office: Office | None) -> None:
        self._pointed_at = office
        self._pointed.setText(_HINT if office is None else office.sentence)

    def _on_saved(self, politician: Politician) -> None:
        if self._session.edit_politician(politician):
            self.detail.forget_draft(politician.id)
            self.refresh()

    def _on_added(self, typed: Typed) -> None:
        added = self._session.add_politician(
            given_name=typed.given_name, surname=typed.surname, country=typed.country, role=typed.role
        )
        if added is not None:
            self._adding = False
            self.refresh()
            self.select(added)
            self.detail.add_photos.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, politician_id: PoliticianId) -> None:
        place = self._model.place_of(politician_id)
        if not self._session.remove_politician(politician_id):
            return
        self.detail.forget_draft(politician_id)
        self._current = None
        if place is not None:
            # Whoever stands next in the list comes up, not the top of the list.
            self._current = self._model.id_at(place + 1) or self._model.id_at(place - 1)
        self.refresh()

    def _on_add_cancelled(self) -> None:
        self._adding = False
        self.refresh()

    def _on_portraits_removed(self, portraits: tuple[ReferencePortrait, ...]) -> None:
        for portrait in portraits:
            if not self._session.remove_portrait(portrait):
                break
        self.refresh()

    def _on_photos(self) -> None:
        if self._current is None:
            return
        files, _ = QFileDialog.getOpenFileNames(self, "Photos of one face each", "", _PHOTOS)
        if files:
            self._session.add_portraits(self._current, [Path(one) for one in files])

    def _on_import(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon(Icon.FOLDER), "A folder: Country/Name Surname/photos …", self.import_folder)
        menu.addAction(icon(Icon.TABLE), "A table (CSV): country, role, name, surname …", self.import_table)
        sender = self.import_button if self._pages.currentIndex() == 0 else self._empty
        below = sender.rect().bottomLeft() if sender is self.import_button else sender.rect().center()
        menu.popup(sender.mapToGlobal(below))

    def import_folder(self) -> None:
        """Asks for a folder of politicians and imports it."""
        folder = QFileDialog.getExistingDirectory(self, "A folder laid out as Country/Name Surname")
        if folder:
            self._session.import_politicians(Path(folder))

    def import_table(self) -> None:
        """Asks for a table of politicians and imports it."""
        file, _ = QFileDialog.getOpenFileName(self, "A table of politicians", "", _TABLES)
        if file:
            self._session.import_politicians(Path(file))

    # ------------------------------------------------------------ dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what letting go would do."""
        drop = self._meaning(event)
        if drop is not None:
            # Also what is not wanted: accepting lets the page say why.
            event.acceptProposedAction()
            self._veil.tell(drop)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Say nothing any more."""
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped, or say why not."""
        self._veil.hide()
        drop = self._meaning(event)
        if drop is None:
            return
        event.acceptProposedAction()
        if drop.to_import is not None:
            self._session.import_politicians(drop.to_import)
        elif drop.portraits and self._current is not None:
            self._session.add_portraits(self._current, drop.portraits)
        else:
            self.told.emit(drop.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())

    def _meaning(self, event: QDropEvent) -> Drop | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return None
        selected = None
        if self._current is not None and not self._adding:
            selected = self._everyone[self._current].politician
        return meaning(paths, selected=selected)
