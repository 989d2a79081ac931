"""The pages of the rail, each made when it is first shown: a start waits for the review page only."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from curator.engine.catalogue import SubmissionFilter
from curator.ui.keyboard.bindings import Bindings
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.theme import ThemeKeeper
from curator.ui.window.review_page import ReviewPage

if TYPE_CHECKING:
    from curator.ui.settings.page import SettingsPage


class Place(IntEnum):
    """Where a page stands on the rail."""

    REVIEW = 0
    POLITICIANS = 1
    EXPORT = 2
    LOG = 3
    SETTINGS = 4


class Pages(QObject):
    """The pages of one open catalogue, and what they ask of the window.

    Attributes:
        review: the page that is there from the beginning.
        told: a short sentence for the notice.
        queue_wanted: a ``SubmissionFilter``; the queue is to list that.
        submission_requested: the id of a submission that is to be on the desk.
        curator_changed: the name that signs decisions from now on.
        scheme_changed: the ``Scheme`` to be shown from now on.
        veil_changed: the ``Veil`` from now on.
        text_changed: the size of text in percent.
        breaks_changed: minutes between two suggestions of a break.
    """

    told = Signal(str)
    queue_wanted = Signal(object)
    submission_requested = Signal(int)
    curator_changed = Signal(str)
    scheme_changed = Signal(object)
    veil_changed = Signal(object)
    text_changed = Signal(int)
    breaks_changed = Signal(int)

    def __init__(
        self,
        stack: QStackedWidget,
        session: Session,
        *,
        preferences: Preferences,
        theme: ThemeKeeper,
        bindings: Bindings,
    ) -> None:
        """Makes the review page.

        Args:
            stack: where the pages are shown; goes on to live when these have gone.
            session: of the open catalogue.
            preferences: for the settings.
            theme: for the settings.
            bindings: for the settings.
        """
        super().__init__(stack)
        self._stack = stack
        self._session = session
        self._preferences = preferences
        self._theme = theme
        self._bindings = bindings
        self._made: dict[Place, QWidget] = {}
        self._settings: SettingsPage | None = None
        self.review = ReviewPage(session, parent=stack)
        self._put(Place.REVIEW, self.review)
        session.privacy.rows_erased.connect(self._on_rows_erased)
        self._forget_search()

    def show_page(self, place: Place) -> None:
        """Shows a page, which is made if nobody has seen it yet."""
        if place not in self._made:
            makers: Mapping[Place, Callable[[], QWidget]] = {
                Place.POLITICIANS: self._politicians,
                Place.EXPORT: self._export,
                Place.LOG: self._log,
                Place.SETTINGS: self._settings_page,
            }
            self._put(place, makers[place]())
        self._stack.setCurrentWidget(self._made[place])

    @property
    def reviewing(self) -> bool:
        """Whether the review page is shown."""
        return self._stack.currentWidget() is self.review

    def shows(self, place: Place) -> bool:
        """Whether that page is shown."""
        return place in self._made and self._stack.currentWidget() is self._made[place]

    def show_person(self) -> None:
        """Lets the settings read again what is remembered about the person."""
        if self._settings is not None:
            self._settings.show_person()

    def open_fetch(self, *, over: QWidget) -> None:
        """Opens the dialog that fetches from NocoDB; the window behind it goes on."""
        from curator.ui.fetch.dialog import FetchDialog

        FetchDialog(self._session.fetching, parent=over).open()

    def close(self) -> None:
        """Takes the pages out of the stack; the session is still open."""
        self.review.leave()
        for page in self._made.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self.deleteLater()

    def _on_rows_erased(self) -> None:
        self._forget_search()
        self.review.queue.set_filter(SubmissionFilter())

    def _forget_search(self) -> None:
        """What was searched for may be a name that was erased, and is remembered between two starts."""
        erased_at = self._session.privacy.erased_at
        self._preferences.forget_search(self._session.catalogue_id, erased_at=erased_at)

    def _put(self, place: Place, page: QWidget) -> None:
        self._made[place] = page
        self._stack.addWidget(page)

    # Imported where they are made: nobody waits at the start for what may never be shown.

    def _politicians(self) -> QWidget:
        from curator.ui.politicians.page import PoliticiansPage

        page = PoliticiansPage(self._session, parent=self._stack)
        page.told.connect(self.told)
        page.queue_wanted.connect(lambda wanted, _words: self.queue_wanted.emit(wanted))
        return page

    def _export(self) -> QWidget:
        from curator.ui.export.page import ExportPage
        from curator.ui.export.sheet_section import Listed

        queue = self.review.queue
        page = ExportPage(self._session, listed=lambda: Listed(queue.filter, queue.words), parent=self._stack)
        page.told.connect(self.told)
        page.submission_requested.connect(self.submission_requested)
        return page

    def _log(self) -> QWidget:
        from curator.ui.log.page import LogPage

        page = LogPage(self._session)
        page.submission_requested.connect(self.submission_requested)
        return page

    def _settings_page(self) -> QWidget:
        from curator.ui.settings.page import SettingsPage

        page = SettingsPage(
            self._session, self._preferences, self._theme, bindings=self._bindings, parent=self._stack
        )
        page.curator_changed.connect(self.curator_changed)
        page.scheme_changed.connect(self.scheme_changed)
        page.veil_changed.connect(self.veil_changed)
        page.text_changed.connect(self.text_changed)
        page.breaks_changed.connect(self.breaks_changed)
        page.list_wanted.connect(self.queue_wanted)
        self._settings = page
        return page
