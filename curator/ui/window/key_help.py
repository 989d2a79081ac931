"""The keys at a glance, as they are bound now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import COMMANDS, MENU_HEADINGS, Command, Menu, Name
from curator.ui.keyboard.keys import cap_of
from curator.ui.language import tr
from curator.ui.widgets import KeyCap, section_heading, text_label

_SCROLLING = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_COLUMNS = ((Menu.REVIEW,), (Menu.PICTURE, Menu.FILE), (Menu.VIEW, Menu.HELP))
"""Of about the same height, so that a small screen shows all of them at once."""
_MARGIN = 80
"""Around the dialog on a small screen, in logical pixels: title bar, panel, some air."""


class KeyHelp(QDialog):
    """Lists every key with what it does; any of Esc, Enter and its own keys closes it."""

    def __init__(self, parent: QWidget, *, bindings: Bindings) -> None:
        """Shows the keys as they are, and follows them.

        Args:
            parent: the window that it lies over.
            bindings: the keys.
        """
        super().__init__(parent)
        self._bindings = bindings
        self.setWindowTitle(tr("Keys"))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        # There is nothing else to go to: the keys that scroll are passed on, see keyPressEvent.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        bindings.changed.connect(self._fill)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the keys that open it, too."""
        opened_by = self._bindings.calls(Name.KEYS, event)
        if opened_by or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() in _SCROLLING:
            self._area.verticalScrollBar().event(event)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        # All at once where there is room, to be scrolled on small screens and with large text.
        room = self.screen().availableSize()
        bar = self._area.verticalScrollBar().sizeHint().width() + 4
        content = self._content(wrap=False)
        if content.sizeHint().width() + bar > room.width() - _MARGIN:
            content.deleteLater()
            content = self._content(wrap=True)
        self._area.setWidget(content)
        wanted = content.sizeHint()
        self.resize(
            min(wanted.width() + bar, room.width() - _MARGIN),
            min(wanted.height() + 4, room.height() - _MARGIN),
        )

    def _content(self, *, wrap: bool) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(28, 24, 28, 24)
        row.setSpacing(40)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addLayout(self._table(menus, wrap=wrap))
            column.addStretch(1)
            row.addLayout(column)
        return content

    def _table(self, menus: tuple[Menu, ...], *, wrap: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        place = 0
        for menu in menus:
            heading = section_heading(tr(MENU_HEADINGS[menu]))
            heading.setContentsMargins(0, 12 if place else 0, 0, 4)
            grid.addWidget(heading, place, 0, 1, 2)
            for command in COMMANDS:
                keys = self._bindings.keys_of(command.name)
                if command.menu is not menu or not keys:
                    continue
                place += 1
                grid.addWidget(text_label(_words(command), wrap=wrap), place, 0)
                caps = QHBoxLayout()
                caps.setSpacing(4)
                for key in keys:
                    caps.addWidget(KeyCap(cap_of(key)))
                caps.addStretch(1)
                grid.addLayout(caps, place, 1, Qt.AlignmentFlag.AlignLeft)
            place += 1
        return grid


def _words(command: Command) -> str:
    words = tr(command.words).removesuffix(" …")
    return tr("{command} (hold the key)", command=words) if command.held else words
