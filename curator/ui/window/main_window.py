"""The window: rail, pages, menus and shortcuts; no rules."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from curator import __version__
from curator.engine.catalogue import SubmissionFilter
from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.records import Changes
from curator.ui.breaks import BreakReminder, break_sentence
from curator.ui.intake.activity import Activity
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import BY_NAME, Name
from curator.ui.keyboard.held_keys import HeldKeys
from curator.ui.keyboard.keys import pressed
from curator.ui.language import tr
from curator.ui.messages import Messages
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.start.page import StartPage
from curator.ui.theme import TEXT_PERCENTS, Scheme, ThemeKeeper
from curator.ui.veil import Veil
from curator.ui.widgets import Notice
from curator.ui.window.desk_commands import desk_commands
from curator.ui.window.file_choice import FileChoice
from curator.ui.window.key_help import KeyHelp
from curator.ui.window.menus import Menus
from curator.ui.window.outcomes import Outcomes
from curator.ui.window.pages import Pages, Place
from curator.ui.window.rail import Rail
from curator.ui.window.review_page import ReviewPage

_PAGE_COMMANDS = (
    Name.REVIEW_PAGE,
    Name.POLITICIANS_PAGE,
    Name.EXPORT_PAGE,
    Name.LOG_PAGE,
    Name.SETTINGS_PAGE,
)
_DESK_LAYOUT = "desk"
_SMALL_SCREEN = QSize(1600, 960)
"""On a screen up to this size the window takes all of it at the first start."""


class MainWindow(QMainWindow):
    """Shows the start page, or the pages of the open catalogue.

    Attributes:
        catalogue_wanted: a folder, and whether a new catalogue is to be made there.
        sample_wanted: the sample catalogue is to be opened.
    """

    catalogue_wanted = Signal(object, bool)
    sample_wanted = Signal()

    def __init__(self, *, preferences: Preferences, theme: ThemeKeeper) -> None:
        super().__init__()
        self._preferences = preferences
        self._theme = theme
        self._session: Session | None = None
        self._pages: Pages | None = None
        self._help: KeyHelp | None = None
        self._choose = FileChoice(self)
        self.setWindowTitle("Curator")
        self.setAcceptDrops(True)
        self._notice = Notice()
        self.messages = Messages(self._notice, parent=self)
        self._start = StartPage(curator=preferences.curator, last=preferences.last_catalogue)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._rail = Rail()
        self._rail.page_wanted.connect(self.show_page)
        self._activity: Activity | None = None
        self._bindings = Bindings(preferences, parent=self)
        self._held = HeldKeys(theme.application, self._repeats, parent=self)
        self._menus = Menus(self, slots=self._slots(), bindings=self._bindings)
        self._menus.scheme_wanted.connect(self._on_scheme)
        self._menus.veil_wanted.connect(self._set_veil)
        self._menus.show_scheme(preferences.scheme)
        self._menus.show_veil(preferences.veil)
        self._breaks = BreakReminder(parent=self)
        self._breaks.set_minutes(preferences.break_minutes)
        self._breaks.due.connect(lambda minutes: self.messages.tell(break_sentence(minutes)))
        self._menus.acted.connect(self._breaks.note)
        self._lay_out()
        self._start.new_wanted.connect(self._on_new)
        self._start.open_wanted.connect(self._on_open)
        self._start.sample_wanted.connect(self.sample_wanted)
        self._start.last_wanted.connect(self._on_last)
        self._start.curator_changed.connect(self._set_curator)
        self._enable_actions()
        self._place()

    # ------------------------------------------------------------ catalogue

    @property
    def session(self) -> Session | None:
        """The open catalogue, if there is one."""
        return self._session

    @property
    def bindings(self) -> Bindings:
        """Which keys call which command."""
        return self._bindings

    @property
    def review(self) -> ReviewPage | None:
        """The review page of the open catalogue."""
        return None if self._pages is None else self._pages.review

    def show_session(self, session: Session, *, title: str) -> None:
        """Shows the pages of a catalogue that was opened."""
        self.close_session()
        self._session = session
        pages = Pages(
            self._stack,
            session,
            preferences=self._preferences,
            theme=self._theme,
            bindings=self._bindings,
        )
        self._pages = pages
        review = pages.review
        self._activity = Activity(session)
        self._rail.put_at_foot(self._activity)
        Outcomes(
            session,
            messages=self.messages,
            shows_export=lambda: pages.shows(Place.EXPORT),
            window=self,
        )
        session.changed.connect(self._on_changed)
        review.load_wanted.connect(self._on_load_files)
        review.export_wanted.connect(lambda: self.show_page(Place.EXPORT))
        review.told.connect(self.messages.tell)
        review.desk.full_screen_requested.connect(self._on_full_screen)
        pages.told.connect(self.messages.tell)
        pages.queue_wanted.connect(self._on_queue_wanted)
        pages.submission_requested.connect(self._on_submission_requested)
        pages.curator_changed.connect(self._set_curator)
        pages.scheme_changed.connect(self._on_scheme)
        pages.veil_changed.connect(self._set_veil)
        pages.text_changed.connect(self._set_text)
        pages.breaks_changed.connect(self._breaks.set_minutes)
        self.setWindowTitle(f"{title} — Curator")
        self._rail.show()
        review.set_bindings(self._bindings)
        self._show_veil()
        self.show_page(Place.REVIEW)
        self._go_on(review, session.catalogue_id)
        session.start()
        self._enable_actions()

    def close_session(self) -> None:
        """Puts the catalogue away; takes under two seconds."""
        if self._session is None:
            return
        session, pages = self._session, self._pages
        self._session = self._pages = None
        if self._activity is not None:
            self._activity.deleteLater()
            self._activity = None
        self._stack.setCurrentIndex(0)
        if pages is not None:
            self._note_place(pages.review, session.catalogue_id)
            pages.close()
        self._rail.hide()
        session.close()
        self.messages.clear()
        session.deleteLater()
        self.setWindowTitle("Curator")
        self._enable_actions()

    def _go_on(self, review: ReviewPage, catalogue_id: str) -> None:
        """Puts the review page where it was when this catalogue was open last."""
        layout = self._preferences.layout(_DESK_LAYOUT)
        if not layout.isEmpty():
            review.desk.splitter.restoreState(layout)
        review.start(
            state=self._preferences.last_filter(catalogue_id),
            place=self._preferences.last_place(catalogue_id),
        )

    def _note_place(self, review: ReviewPage, catalogue_id: str) -> None:
        with self._preferences.in_one_go():
            self._preferences.keep_layout(_DESK_LAYOUT, review.desk.splitter.saveState())
            self._preferences.keep_last_filter(catalogue_id, review.queue.state())
            self._preferences.keep_last_place(catalogue_id, review.queue.current)

    def show_page(self, place: int) -> None:
        """Shows a page of the rail: review, politicians, export, log, settings; none without a catalogue."""
        if self._pages is None:
            return
        self._pages.show_page(Place(place))
        self._rail.show_page(place)
        self._enable_actions()
        if self._pages.reviewing:
            # A field that was left with its page would take the keys of the desk for words.
            self._pages.review.attend()

    # ------------------------------------------------------------ building

    def _place(self) -> None:
        """Puts the window where it was; at the first start it takes a small screen whole."""
        geometry = self._preferences.geometry
        if not geometry.isEmpty() and self.restoreGeometry(geometry):
            return
        room = self.screen().availableSize()
        if room.width() <= _SMALL_SCREEN.width() or room.height() <= _SMALL_SCREEN.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.resize(_SMALL_SCREEN.boundedTo(room))

    def _lay_out(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._notice.float_over(body, beside=self._rail)
        self._rail.hide()

    def _slots(self) -> Mapping[Name, Callable[[], None]]:
        slots: dict[Name, Callable[[], None]] = {
            Name.NEW: self._on_new,
            Name.OPEN: self._on_open,
            Name.SAMPLE: self.sample_wanted.emit,
            Name.LOAD_FILES: self._on_load_files,
            Name.LOAD_FOLDER: self._on_load_folder,
            Name.FETCH: self._on_fetch,
            Name.IMPORT_POLITICIANS: self._on_import_politicians,
            Name.EXPORT: lambda: self.show_page(Place.EXPORT),
            Name.CURATOR_NAME: self._on_curator_name,
            Name.QUIT: lambda: (self.close(), None)[1],
            Name.VEIL: self._on_veil,
            Name.TEXT_LARGER: partial(self._step_text, 1),
            Name.TEXT_SMALLER: partial(self._step_text, -1),
            Name.TEXT_USUAL: partial(self._set_text, 100),
            Name.FULL_SCREEN: self._on_full_screen,
            Name.KEYS: self._on_keys,
            Name.ABOUT: self._on_about,
        }
        for place, name in enumerate(_PAGE_COMMANDS):
            slots[name] = partial(self.show_page, place)
        return slots | {name: self._on_desk(act) for name, act in desk_commands().items()}

    def _on_desk(self, act: Callable[[ReviewPage], None]) -> Callable[[], None]:
        def run() -> None:
            if self._pages is not None and self._pages.reviewing:
                act(self._pages.review)

        return run

    def _repeats(self, event: QKeyEvent) -> bool:
        """Whether a key may go on while it is held; those that call nothing may."""
        name = self._bindings.holder(pressed(event))
        return name is None or BY_NAME[name].repeats or BY_NAME[name].held

    def _enable_actions(self) -> None:
        reviewing = self._pages is not None and self._pages.reviewing
        self._menus.enable(has_catalogue=self._session is not None, reviewing=reviewing)

    # ------------------------------------------------------------ commands

    def _on_new(self) -> None:
        folder = self._choose.folder(tr("A new or empty folder for the catalogue"))
        if folder is not None:
            self.catalogue_wanted.emit(folder, True)

    def _on_open(self) -> None:
        folder = self._choose.folder(tr("The folder of the catalogue"))
        if folder is not None:
            self.catalogue_wanted.emit(folder, False)

    def _on_last(self) -> None:
        if self._preferences.last_catalogue is not None:
            self.catalogue_wanted.emit(self._preferences.last_catalogue, False)

    def _on_load_files(self) -> None:
        if self._session is None:
            return
        self._session.expect_pictures()
        files = self._choose.pictures()
        if files:
            self._session.load(files)

    def _on_load_folder(self) -> None:
        if self._session is None:
            return
        self._session.expect_pictures()
        folder = self._choose.folder(tr("A folder of pictures to load"))
        if folder is not None:
            self._session.load([folder])

    def _on_fetch(self) -> None:
        if self._session is not None and self._pages is not None:
            self._session.expect_pictures()
            self._pages.open_fetch(over=self)

    def _on_import_politicians(self) -> None:
        folder = self._choose.folder(tr("A folder laid out as Country/Name Surname"))
        if folder is not None and self._session is not None:
            self._session.people.import_from(folder)
            self.show_page(Place.POLITICIANS)

    def _on_curator_name(self) -> None:
        name, ok = QInputDialog.getText(
            self, tr("Your name"), tr("It signs your decisions:"), text=self._preferences.curator
        )
        if ok:
            self._set_curator(name)

    def _set_curator(self, name: str) -> None:
        self._preferences.curator = name.strip()
        if self._session is not None:
            self._session.curator = self._preferences.curator
        # Each curator has a veil of their own.
        self._show_veil()

    def _on_queue_wanted(self, wanted: SubmissionFilter) -> None:
        if self.review is not None:
            self.show_page(Place.REVIEW)
            self.review.show_filter(wanted)

    def _on_submission_requested(self, submission_id: int) -> None:
        if self.review is not None:
            self.show_page(Place.REVIEW)
            self.review.show_submission(submission_id)

    def _on_veil(self) -> None:
        veiled = self._preferences.veil is not Veil.NONE
        self._set_veil(Veil.NONE if veiled else self._preferences.last_veil)

    def _set_veil(self, veil: Veil) -> None:
        self._preferences.veil = veil
        self._show_veil()

    def _show_veil(self) -> None:
        veil = self._preferences.veil
        self._menus.show_veil(veil)
        if self.review is not None:
            self.review.set_veil(veil)
        self._show_person()

    def _step_text(self, step: int) -> None:
        place = TEXT_PERCENTS.index(self._preferences.text_percent) + step
        self._set_text(TEXT_PERCENTS[min(max(place, 0), len(TEXT_PERCENTS) - 1)])

    def _set_text(self, percent: int) -> None:
        self._preferences.text_percent = percent
        self._theme.set_text_percent(percent)
        self._show_person()

    def _on_full_screen(self) -> None:
        full = not self.isFullScreen()
        self.menuBar().setVisible(not full)
        self._rail.setVisible(not full and self._session is not None)
        # By state and not by showNormal(), which would forget that the window was maximised.
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_scheme(self, scheme: Scheme) -> None:
        self._preferences.scheme = scheme
        self._theme.set_scheme(scheme)
        self._menus.show_scheme(scheme)
        self._show_person()

    def _show_person(self) -> None:
        """The menus and the settings change the same things."""
        if self._pages is not None:
            self._pages.show_person()

    def _on_keys(self) -> None:
        if self._help is None:
            self._help = KeyHelp(self, bindings=self._bindings)
        self._help.show()

    def _on_about(self) -> None:
        self.messages.tell(
            tr(
                "Curator {version}. It uses the network for nothing but a fetch that you start yourself.",
                version=__version__,
            )
        )

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.decided:
            self._breaks.note()

    # ------------------------------------------------------------ what Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._bindings.calls(Name.LOOK, event) and not event.isAutoRepeat():
            if self.review is not None:
                self.review.look(True)
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self._on_full_screen()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        looked = self._bindings.calls(Name.LOOK, event) and not event.isAutoRepeat()
        if looked and self.review is not None:
            self.review.look(False)
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        # The release of a held key goes to whatever window is active by then.
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.review:
            self.review.look(False)
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _dragged(event)
        if self._session is not None and paths:
            self._session.expect_pictures()
            event.acceptProposedAction()
        elif self._session is None and _catalogue_among(paths) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dragged(event)
        if self._session is not None and paths:
            event.acceptProposedAction()
            self._session.load(paths)
        elif self._session is None and (folder := _catalogue_among(paths)) is not None:
            event.acceptProposedAction()
            self.catalogue_wanted.emit(folder, False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.geometry = self.saveGeometry()
        self.close_session()
        super().closeEvent(event)


def _dragged(event: QDropEvent) -> list[Path]:
    """The files and folders of this computer that are dragged onto the window."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _catalogue_among(paths: Sequence[Path]) -> Path | None:
    """The one folder that is dragged, or that of a dragged database; opening it tells whether it is one."""
    if len(paths) != 1:
        return None
    (path,) = paths
    folder = path.parent if path.name == FILE_NAME else path
    return folder if folder.is_dir() else None
