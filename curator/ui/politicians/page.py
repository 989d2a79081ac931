"""The page of the index: the coverage of the offices, and everybody who is in it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.engine.records import Changes, PoliticianId
from curator.ui.assets import Icon, icon
from curator.ui.language import tr
from curator.ui.politicians.board_view import BoardView
from curator.ui.politicians.coverage import Listed, Office, cover
from curator.ui.politicians.drop_veil import DropVeil
from curator.ui.politicians.drops import Drop, meaning
from curator.ui.politicians.form import Typed
from curator.ui.politicians.index import Index
from curator.ui.politicians.people_view import PeopleView
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface
from curator.ui.widgets import Chip, EmptyState, KeyButton, rule, set_surface, text_label

_REFRESH_MS = 200


class PoliticiansPage(QWidget):
    """Shows the index and takes corrections, photos and imports.

    Attributes:
        told: a short sentence about why something that was dropped was not taken.
        queue_wanted: a ``SubmissionFilter`` that the review list is to show, and what it is of in
            words: a politician's name or an office.
    """

    told = Signal(str)
    queue_wanted = Signal(object, str)

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._numbers_only = True
        self.setAcceptDrops(True)
        set_surface(self, Surface.PANEL)
        self.setAccessibleName(tr("Politicians"))
        self._index = Index(session, parent=self)
        self.coverage = BoardView()
        self.people = PeopleView(session, self._index)
        self._build()
        self._veil = DropVeil(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._on_time)
        self._index.changed.connect(self._on_index)
        self.coverage.submissions_wanted.connect(self.queue_wanted)
        self.coverage.politician_wanted.connect(self._on_politician)
        self.coverage.person_wanted.connect(self._on_person_wanted)
        self.people.submissions_wanted.connect(self.queue_wanted)
        self.people.changed.connect(self.refresh)
        session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the index when it is looked at and something changed since."""
        super().showEvent(event)
        # Stand nowhere, as on the other pages: Tab goes to the views first.
        self.setFocus()
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
        """The politician that is shown among the people."""
        return self.people.current

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The index as it is shown."""
        return tuple(self._index.everyone.values())

    def refresh(self) -> None:
        """Reads the index again."""
        self._stale, self._numbers_only = False, True
        self._index.read()

    def select(self, politician_id: PoliticianId) -> None:
        """Shows a politician."""
        self.show_people.setChecked(True)
        self.people.select(politician_id)

    def add(self, typed: Typed | None = None) -> None:
        """Shows fields for someone new, perhaps with country and role filled in."""
        self._pages.setCurrentIndex(0)
        self.show_people.setChecked(True)
        self.people.add(typed or Typed())

    def import_folder(self) -> None:
        """Asks for a folder of politicians and imports it."""
        folder = QFileDialog.getExistingDirectory(self, tr("A folder laid out as Country/Name Surname"))
        if folder:
            self._session.people.import_from(Path(folder))

    def import_table(self) -> None:
        """Asks for a table of politicians and imports it."""
        kinds = f"{tr('Tables')} (*.csv);;{tr('All files')} (*)"
        file, _ = QFileDialog.getOpenFileName(self, tr("A table of politicians"), "", kinds)
        if file:
            self._session.people.import_from(Path(file))

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self.show_coverage = Chip(tr("Coverage"))
        self.show_people = Chip(tr("People"))
        views = QButtonGroup(self)
        for chip in (self.show_coverage, self.show_people):
            views.addButton(chip)
        self.show_coverage.setChecked(True)
        self.import_button = KeyButton(tr("Import …"), image=Icon.LOAD)
        self.import_button.clicked.connect(self._on_import)
        self.add_button = KeyButton(tr("Add politician"), image=Icon.ADD)
        self.add_button.clicked.connect(self._on_add)
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        head.setSpacing(2 * GRID)
        head.addWidget(text_label(tr("Politicians"), role=Role.HEADING))
        head.addSpacing(3 * GRID)
        head.addWidget(self.show_coverage)
        head.addWidget(self.show_people)
        head.addStretch(1)
        head.addWidget(self.import_button)
        head.addWidget(self.add_button)
        # From the outside in: whatever gets another parent tells everything in it that its style may be new.
        self._pages = QStackedLayout(self)
        filled = QWidget()
        self._pages.addWidget(filled)
        self._views = QStackedWidget()
        self.show_people.toggled.connect(lambda on: self._views.setCurrentIndex(int(on)))
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._views, 1)
        self._views.addWidget(self.coverage)
        self._views.addWidget(self.people)
        self._empty = EmptyState(
            Icon.POLITICIANS,
            tr("No politicians yet"),
            tr(
                "Drop a folder here that is laid out as Country/Name Surname/*.jpg, or a table (CSV) with"
                " the columns country, role, name, surname. Pictures are compared with the photos that lie"
                " there."
            ),
            primary=tr("Import …"),
            secondary=tr("Add politician"),
        )
        self._empty.primary_clicked.connect(self._on_import)
        self._empty.secondary_clicked.connect(self._on_add)
        self._pages.addWidget(self._empty)

    # ------------------------------------------------------------ what happens

    def _on_index(self) -> None:
        everyone = self.listed
        self.coverage.show_coverage(cover(everyone))
        self._pages.setCurrentIndex(0 if everyone or self.people.adding else 1)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        people = bool(changes.politicians or changes.arrived)
        if not (people or changes.submissions):
            return
        self._numbers_only = self._numbers_only and not people
        if not self.isVisible():
            self._stale = True
        elif not self._timer.isActive():
            self._timer.start()

    def _on_time(self) -> None:
        if self._numbers_only:
            self._index.read_numbers()
        else:
            self.refresh()

    def _on_add(self) -> None:
        self.add()

    def _on_politician(self, politician_id: int) -> None:
        self.select(PoliticianId(politician_id))
        self.people.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_person_wanted(self, office: Office) -> None:
        self.add(Typed(country=office.country.name, role=office.role.value))

    def _on_import(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon(Icon.FOLDER), tr("A folder: Country/Name Surname/photos …"), self.import_folder)
        menu.addAction(
            icon(Icon.TABLE), tr("A table (CSV): country, role, name, surname …"), self.import_table
        )
        sender = self.import_button if self._pages.currentIndex() == 0 else self._empty
        below = sender.rect().bottomLeft() if sender is self.import_button else sender.rect().center()
        menu.popup(sender.mapToGlobal(below))

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
            self._session.people.import_from(drop.to_import)
        elif drop.portraits and drop.of is not None:
            self._session.people.add_portraits(drop.of, drop.portraits)
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
        # On the board nobody is in sight whose photos they could be.
        shown = self.show_people.isChecked()
        selected = self.people.photos_go_to if shown else None
        return meaning(paths, selected=selected, anybody=bool(self.listed))
