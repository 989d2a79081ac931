"""The keys at a glance, read from the table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from curator.ui.commands import COMMANDS, Menu
from curator.ui.theme import Role
from curator.ui.widgets import KeyCap, section_heading, text_label

_TITLES = {
    Menu.REVIEW: "Deciding and moving",
    Menu.VIEW: "Looking",
    Menu.FILE: "Catalogue",
    Menu.HELP: "Help",
}
_COLUMNS = ((Menu.REVIEW,), (Menu.VIEW,), (Menu.FILE, Menu.HELP))
_FURTHER = (
    (Menu.VIEW, "Look at a blurred picture", ("H held",)),
    (Menu.VIEW, "Previous and next face", (",", ".")),
)
"""Keys that are no commands: held ones, and those of the picture itself."""


class KeyHelp(QDialog):
    """Lists every key with what it does; any of Esc, Enter, F1 and ? closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 24, 28, 24)
        row.setSpacing(48)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(8)
            for menu in menus:
                column.addWidget(section_heading(_TITLES[menu]))
                column.addLayout(_table(menu))
                column.addSpacing(12)
            column.addStretch(1)
            row.addLayout(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the keys that open it, too."""
        opened_by = event.text() == "?" or event.key() == Qt.Key.Key_F1
        if opened_by or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)


def _table(menu: Menu) -> QGridLayout:
    lines = [(command.words, command.keys) for command in COMMANDS if command.menu is menu and command.keys]
    lines += [(words, keys) for further, words, keys in _FURTHER if further is menu]
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for place, (words, keys) in enumerate(lines):
        grid.addWidget(text_label(words.removesuffix(" …"), role=Role.BODY), place, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(KeyCap(_shown(key)))
        caps.addStretch(1)
        grid.addLayout(caps, place, 1, Qt.AlignmentFlag.AlignLeft)
    return grid


def _shown(key: str) -> str:
    return {"Right": "→", "Left": "←"}.get(key, key)
