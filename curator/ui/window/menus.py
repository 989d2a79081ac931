"""The menus of the window, with every command as an action that has its keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import COMMANDS, MENU_TITLES, Command, Menu, Name
from curator.ui.language import tr
from curator.ui.theme import SCHEME_WORDS, Scheme
from curator.ui.veil import VEIL_WORDS, Veil

_WITHOUT_CATALOGUE = frozenset(
    {Name.NEW, Name.OPEN, Name.SAMPLE, Name.CURATOR_NAME, Name.QUIT, Name.VEIL, Name.FULL_SCREEN}
    | {Name.TEXT_LARGER, Name.TEXT_SMALLER, Name.TEXT_USUAL, Name.KEYS, Name.ABOUT}
)


class Menus(QObject):
    """Makes the menus of a window and keeps keys and check marks true.

    Attributes:
        scheme_wanted: the ``Scheme`` that was chosen in the menu.
        veil_wanted: the ``Veil`` that was chosen in the menu.
        acted: a command was called, by key or in a menu.
    """

    scheme_wanted = Signal(object)
    veil_wanted = Signal(object)
    acted = Signal()

    def __init__(
        self, window: QMainWindow, *, slots: Mapping[Name, Callable[[], None]], bindings: Bindings
    ) -> None:
        """Fills the window's menu bar.

        Args:
            window: whose menus they are.
            slots: what each command does, but for those that work while their key is held.
            bindings: the keys.
        """
        super().__init__(window)
        self._window = window
        self._bindings = bindings
        self._schemes: dict[Scheme, QAction] = {}
        self._veils: dict[Veil, QAction] = {}
        self._menus = menus = {menu: QMenu(tr(MENU_TITLES[menu]), window) for menu in Menu}
        for menu in menus.values():
            window.menuBar().addMenu(menu)
        self.actions: dict[Name, QAction] = {}
        for command in COMMANDS:
            if command.held:
                continue
            action = self._action(command, slots[command.name])
            self.actions[command.name] = action
            if command.starts_group:
                menus[command.menu].addSeparator()
            menus[command.menu].addAction(action)
            # Shortcuts must also work while the menu bar is hidden.
            window.addAction(action)
            if command.name is Name.VEIL:
                self._add_veils(menus[command.menu])
        self._add_schemes(menus[Menu.VIEW])
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def enable(self, *, has_catalogue: bool, reviewing: bool) -> None:
        """Lets only those commands be called that make sense now.

        Args:
            has_catalogue: one is open.
            reviewing: the review page is shown.
        """
        for command in COMMANDS:
            action = self.actions.get(command.name)
            if action is not None:
                open_enough = has_catalogue or command.name in _WITHOUT_CATALOGUE
                action.setEnabled(open_enough and (reviewing or not command.on_review))

    def show_scheme(self, scheme: Scheme) -> None:
        """Marks the scheme that is shown."""
        self._schemes[scheme].setChecked(True)

    def show_veil(self, veil: Veil) -> None:
        """Marks how pictures are veiled."""
        self._veils[veil].setChecked(True)
        self.actions[Name.VEIL].setChecked(veil is not Veil.NONE)

    # ------------------------------------------------------------ inside

    def _action(self, command: Command, slot: Callable[[], None]) -> QAction:
        action = QAction(tr(command.words), self._window)
        # A held key must not run through the queue.
        action.setAutoRepeat(command.repeats)
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda _on=False: slot())
        action.triggered.connect(self.acted)
        return action

    def _show_keys(self) -> None:
        for name, action in self.actions.items():
            action.setShortcuts([QKeySequence(key) for key in self._bindings.keys_of(name)])

    def _add_schemes(self, menu: QMenu) -> None:
        self._colours = colours = QMenu(tr("Colours"), menu)
        menu.addSeparator()
        menu.addMenu(colours)
        group = QActionGroup(colours)
        for scheme, words in SCHEME_WORDS.items():
            action = QAction(tr(words), colours)
            colours.addAction(action)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, scheme=scheme: self.scheme_wanted.emit(scheme))
            group.addAction(action)
            self._schemes[scheme] = action

    def _add_veils(self, menu: QMenu) -> None:
        # Held on to: of what only Qt owns, Python's side may go first.
        self._choices = choices = QMenu(tr("How pictures are veiled"), menu)
        menu.addMenu(choices)
        group = QActionGroup(choices)
        for veil, words in VEIL_WORDS.items():
            action = QAction(tr(words), choices)
            choices.addAction(action)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, veil=veil: self.veil_wanted.emit(veil))
            group.addAction(action)
            self._veils[veil] = action
