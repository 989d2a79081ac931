"""The page of the settings: its sections, one under the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.records import Changes
from curator.ui.keyboard.bindings import Bindings
from curator.ui.language import tr
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.settings.advice import AdviceSection
from curator.ui.settings.backing_up import BackupsSection
from curator.ui.settings.engine import EngineSection
from curator.ui.settings.keeping import CatalogueSection
from curator.ui.settings.keys import KeysSection
from curator.ui.settings.parts import CONTENT_WIDTH, WheelGuard
from curator.ui.settings.person import PersonSection
from curator.ui.settings.privacy import PrivacySection
from curator.ui.theme import GRID, Surface, ThemeKeeper, sized
from curator.ui.widgets import FollowingArea, rule, set_surface
from curator.ui.widgets.forms import GAP, TITLE_WIDTH

_WIDTH = TITLE_WIDTH + GAP + CONTENT_WIDTH
_SCROLLING = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class SettingsPage(QWidget):
    """Shows and changes what can be set.

    What menus change too is only asked for here: the window does it, and calls
    :meth:`show_person`.

    Attributes:
        curator_changed: the name that signs decisions from now on.
        scheme_changed: the ``Scheme`` to be shown from now on.
        text_changed: how large text is from now on, in percent of its usual size.
        veil_changed: the ``Veil`` of pictures from now on.
        breaks_changed: after how many minutes a break is suggested from now on; 0 is never.
        list_wanted: a ``SubmissionFilter``; the queue is to list that.
    """

    curator_changed = Signal(str)
    scheme_changed = Signal(object)
    text_changed = Signal(int)
    veil_changed = Signal(object)
    breaks_changed = Signal(int)
    list_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        theme: ThemeKeeper,
        *,
        bindings: Bindings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_surface(self, Surface.PANEL)
        self.setAccessibleName(tr("Settings"))
        wheel = WheelGuard(self)
        self.person = PersonSection(preferences, theme, bindings=bindings, wheel=wheel)
        self.engine = EngineSection(session, preferences, wheel=wheel)
        self.advice = AdviceSection(session, wheel=wheel)
        self.catalogue = CatalogueSection(session)
        self.backups = BackupsSection(session)
        self.privacy = PrivacySection(session, wheel=wheel)
        self.keys = KeysSection(bindings)
        kept = (self.catalogue, self.backups, self.privacy)
        self._sections = (self.person, self.engine, self.advice, *kept, self.keys)
        self._lay_out()
        self.backups.list_wanted.connect(self.list_wanted)
        self.person.curator_changed.connect(self.curator_changed)
        self.person.scheme_changed.connect(self.scheme_changed)
        self.person.text_changed.connect(self.text_changed)
        self.person.veil_changed.connect(self.veil_changed)
        self.person.breaks_changed.connect(self.breaks_changed)
        session.progressed.connect(self._on_progressed)
        session.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        # From the outside in: whatever gets another parent tells everything in it that its style may be new.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area = FollowingArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        # Tab goes to the settings themselves, which scroll into view; see also keyPressEvent.
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.area)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 6 * GRID)
        row.setSpacing(0)
        self.area.setWidget(whole)
        self._middle = QWidget()
        self._middle.setMaximumWidth(sized(_WIDTH))
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        sections = QVBoxLayout(self._middle)
        sections.setContentsMargins(0, 0, 0, 0)
        sections.setSpacing(6 * GRID)
        for place, section in enumerate(self._sections):
            if place:
                sections.addWidget(rule())
            sections.addWidget(section)
        sections.addStretch(1)

    def show_person(self) -> None:
        """Reads again what is remembered about the person."""
        self.person.show_person()
        self._middle.setMaximumWidth(sized(_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what may have changed while nobody looked."""
        super().showEvent(event)
        self.show_person()
        self.engine.show_engine()
        self.advice.show_thresholds()
        self.catalogue.show_catalogue()
        self.backups.show_backups()
        self.privacy.show_privacy()
        # Not in the first field: a key for the desk would become a letter of the name.
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, as long as nothing on the page has the focus."""
        if event.key() in _SCROLLING:
            self.area.verticalScrollBar().event(event)
        else:
            super().keyPressEvent(event)

    def _on_progressed(self, _progress: object) -> None:
        if self.isVisible():
            self.engine.show_engine()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.isVisible() and (changes.arrived or changes.decided):
            self.catalogue.show_count()
