"""The line over the picture: which file it is, and the tools for looking at it and working on it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QWidget

from curator.engine.dossier import Dossier
from curator.ui.assets import Icon
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr
from curator.ui.review.zoom_readout import ZoomReadout
from curator.ui.theme import GRID, Role, Surface, sized
from curator.ui.widgets import ToolButton, rule, set_surface, text_label

_LEAST_TITLE = 150
"""With less room than this beside the tools, the title has a line of its own; in logical pixels at 100 %."""

_ZOOM_PLACE = 2
"""Among the tools: after those that it goes with."""


class DeskHead(QWidget):
    """Title, facts, and a button for each tool; in two lines where one would leave no room for the title.

    Attributes:
        pressed: the ``Name`` of the command whose button was pressed.
        zoom: how large the picture is shown.
    """

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, Surface.PANEL)
        self._title = text_label("", role=Role.STRONG, elide=Qt.TextElideMode.ElideMiddle)
        self._facts = text_label("", role=Role.DIM)
        self.zoom = ZoomReadout()
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
        self._bindings: Bindings | None = None
        self._two_lines: bool | None = None
        self._title_line = QWidget()
        self._tools_line = QWidget()
        self._title_row = QHBoxLayout(self._title_line)
        self._tools_row = QHBoxLayout(self._tools_line)
        self._grid = QGridLayout(self)
        self._lay_out()
        self.zoom.clicked.connect(self._on_zoom_pressed)

    def _lay_out(self) -> None:
        title = self._title_row
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(2 * GRID)
        # Otherwise the line could never get narrower than what it happens to say.
        title.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        title.addWidget(self._title, 0)
        title.addWidget(self._facts, 0)
        title.addStretch(1)
        tools = self._tools_row
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(GRID)
        for name, tool in self._tools.items():
            tool.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
            if name in (Name.BOXES, Name.DRAW_FACE, Name.COPIES, Name.FULL_SCREEN):
                tools.addWidget(rule(vertical=True))
            tools.addWidget(tool)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self._arrange()

    # ------------------------------------------------------------ one line or two

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(640, self._height())

    def minimumSizeHint(self) -> QSize:
        """All tools; the title has a line of its own then, which the zoom shares with it."""
        return QSize(self._tools_width() + 4 * GRID, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when something in it needs more or less room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        # Not by how long this title is: a head that grew and shrank would move the picture each time.
        tools = self._tools_width() + GRID + self.zoom.sizeHint().width() + 9 * GRID
        two_lines = self.width() - tools < sized(_LEAST_TITLE)
        if two_lines != self._two_lines:
            self._two_lines = two_lines
            for part in (self._title_line, self._tools_line):
                self._grid.removeWidget(part)
            side = 2 * GRID if two_lines else 4 * GRID
            self._grid.setContentsMargins(side, 2 * GRID, min(side, 3 * GRID), 2 * GRID)
            self._grid.addWidget(self._title_line, 0, 0)
            if two_lines:
                self._title_row.addWidget(self.zoom)
                self._grid.addWidget(self._tools_line, 1, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._tools_row.insertWidget(_ZOOM_PLACE, self.zoom)
                self._grid.addWidget(self._tools_line, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(self._height())
        # A number that is cut says something else: it is there whole or not at all.
        room = self.width() - (6 * GRID + self.zoom.sizeHint().width() if two_lines else tools)
        needed = self._title.sizeHint().width() + 2 * GRID + self._facts.sizeHint().width()
        self._facts.setVisible(bool(self._facts.text()) and needed <= room)

    def _tools_width(self) -> int:
        """How wide the tools are without the zoom."""
        zoom = 0 if self._two_lines else GRID + self.zoom.sizeHint().width()
        return self._tools_line.sizeHint().width() - (0 if self._two_lines is None else zoom)

    def _height(self) -> int:
        tools, title = self._tools_line.sizeHint().height(), self._title_line.sizeHint().height()
        return 4 * GRID + (tools + GRID + title if self._two_lines else max(tools, title))

    # ------------------------------------------------------------ showing

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        if self._bindings is None:
            return
        shown = self._bindings.shown
        for name, tool in self._tools.items():
            tool.set_key(shown(name))
        self.zoom.set_keys(fit=shown(Name.FIT), actual=shown(Name.ACTUAL))

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Say which picture it is, and offer what can be done with it."""
        self._title.setText("" if dossier is None else dossier.submission.file_name)
        self._facts.setText("" if dossier is None else _facts(dossier))
        self._arrange()
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

    def _on_zoom_pressed(self) -> None:
        full = self.zoom.fitted and self.zoom.percent != 100
        self.pressed.emit(Name.ACTUAL if full else Name.FIT)


def _facts(dossier: Dossier) -> str:
    facts = dossier.submission.facts
    return "" if facts is None else tr("{width} × {height}", width=facts.width, height=facts.height)
