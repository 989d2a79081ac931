"""The line over the picture: which file it is, and the tools for looking at it and working on it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.engine.dossier import Dossier
from curator.ui.assets import Icon
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr
from curator.ui.theme import GRID, Role, Surface
from curator.ui.widgets import ToolButton, rule, set_surface, text_label


class DeskHead(QWidget):
    """Title, facts, and a button for each tool.

    Attributes:
        pressed: the ``Name`` of the command whose button was pressed.
    """

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, Surface.PANEL)
        self._title = text_label("", role=Role.STRONG, elide=Qt.TextElideMode.ElideMiddle)
        self._facts = text_label("", role=Role.DIM, elide=Qt.TextElideMode.ElideRight)
        self._tools = {
            Name.FIT: ToolButton(Icon.FIT, tr("Fit the picture"), checkable=True),
            Name.ACTUAL: ToolButton(Icon.ACTUAL_SIZE, tr("Full size")),
            Name.BOXES: ToolButton(Icon.BOXES, tr("Face boxes"), checkable=True),
            Name.LANDMARKS: ToolButton(Icon.LANDMARKS, tr("Landmarks"), checkable=True),
            Name.DRAW_FACE: ToolButton(Icon.DRAW_FACE, tr("Draw a missed face"), checkable=True),
            Name.NOT_A_FACE: ToolButton(Icon.NOT_A_FACE, tr("Not a face")),
            Name.COPIES: ToolButton(Icon.DUPLICATE, tr("Near-duplicates"), checkable=True),
            Name.COMPARE: ToolButton(Icon.COMPARE, tr("Compare with the portrait"), checkable=True),
            Name.FULL_SCREEN: ToolButton(Icon.FULL_SCREEN, tr("Full screen")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2 * GRID, 12, 2 * GRID)
        row.setSpacing(GRID)
        row.addWidget(self._title, 0)
        row.addSpacing(GRID)
        row.addWidget(self._facts, 1)
        for name, tool in self._tools.items():
            tool.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
            if name in (Name.BOXES, Name.DRAW_FACE, Name.COPIES, Name.FULL_SCREEN):
                row.addWidget(rule(vertical=True))
            row.addWidget(tool)

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        for name, tool in self._tools.items():
            tool.set_key(self._bindings.shown(name))

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Say which picture it is, and offer what can be done with it."""
        self._title.setText("" if dossier is None else dossier.submission.file_name)
        self._facts.setText("" if dossier is None else _facts(dossier))
        seen = dossier is not None and dossier.submission.facts is not None
        for name in (Name.DRAW_FACE, Name.COMPARE):
            self._tools[name].setEnabled(seen)
        faces = dossier is not None and any(not face.dismissed for face in dossier.faces)
        self._tools[Name.NOT_A_FACE].setEnabled(faces)
        self._tools[Name.COPIES].setEnabled(dossier is not None and len(dossier.copies) > 1)

    def show_checked(self, checked: Mapping[Name, bool]) -> None:
        """Show which tools are on."""
        for name, on in checked.items():
            self._tools[name].setChecked(on)


def _facts(dossier: Dossier) -> str:
    facts = dossier.submission.facts
    return "" if facts is None else tr("{width} × {height}", width=facts.width, height=facts.height)
