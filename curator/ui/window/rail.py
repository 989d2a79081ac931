"""The narrow column at the left that leads to the pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.said import said
from curator.ui.assets import Icon
from curator.ui.language import tr
from curator.ui.theme import GRID, Surface
from curator.ui.widgets import RailButton, rule, set_surface

_PAGES = (
    (Icon.REVIEW, said("Review")),
    (Icon.POLITICIANS, said("Politicians")),
    (Icon.EXPORT, said("Export")),
    (Icon.LOG, said("Log")),
    (Icon.SETTINGS, said("Settings")),
)


class Rail(QWidget):
    """One button a page, the settings at the foot.

    Attributes:
        page_wanted: the place of the page in the order of the buttons.
    """

    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, Surface.PANEL)
        self._buttons = []
        self._foot = QVBoxLayout()
        column = QVBoxLayout()
        column.setContentsMargins(GRID, 3 * GRID, GRID, 3 * GRID)
        column.setSpacing(GRID)
        for place, (image, name) in enumerate(_PAGES):
            button = RailButton(image, tr(name))
            if image is Icon.SETTINGS:
                column.addStretch(1)
                column.addLayout(self._foot)
            button.clicked.connect(lambda _on=False, place=place: self.page_wanted.emit(place))
            column.addWidget(button)
            self._buttons.append(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column)
        row.addWidget(rule(vertical=True))

    def put_at_foot(self, widget: QWidget) -> None:
        """Shows something over the settings, in the room that the pages leave."""
        self._foot.addWidget(widget)

    def show_page(self, place: int) -> None:
        """Marks the button of the page that is shown."""
        self._buttons[place].setChecked(True)
