"""The page of the filters on which saved ones are chosen and taken away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.catalogue.lists import SavedFilter
from curator.ui.language import tr
from curator.ui.queue.choice_list import Choice, ChoiceList
from curator.ui.theme import Role
from curator.ui.widgets import KeyButton, text_label


class SavedPage(QWidget):
    """Saved filters by name, each with the number of what it lists.

    Attributes:
        chosen: the ``SavedFilter`` that is wanted.
        removed: the name of one that is not wanted any more.
        left: the person goes back to the list of facets.
    """

    chosen = Signal(object)
    removed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._saved: dict[str, SavedFilter] = {}
        self._numbers: dict[str, int] = {}
        self._list = ChoiceList(tr("Saved filters"))
        self._nothing = text_label(
            tr("Nothing is saved yet. Choose filters, give them a name below, and save them."),
            role=Role.DIM,
            wrap=True,
        )
        self._use = KeyButton(tr("Use"))
        self._remove = KeyButton(tr("Remove"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._use)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        self._list.left.connect(self.left)
        self._list.selectionModel().currentChanged.connect(lambda _now, _before: self._enable())
        self._list.doubleClicked.connect(lambda _index: self._on_use())
        self._list.ticked.connect(lambda _name: self._on_use())
        self._use.clicked.connect(self._on_use)
        self._remove.clicked.connect(self._on_remove)
        self.show_saved(())

    @property
    def names(self) -> tuple[str, ...]:
        """The names in order."""
        return tuple(self._saved)

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """Shows others."""
        self._saved = {one.name: one for one in saved}
        self._nothing.setVisible(not saved)
        self._list.setVisible(bool(saved))
        self._show()

    def show_numbers(self, numbers: Mapping[str, int]) -> None:
        """Shows how many each lists, by name."""
        self._numbers = dict(numbers)
        self._show()

    def begin(self) -> None:
        """Takes the focus, if there is anything to choose."""
        if self._saved:
            self._list.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._list.hasFocus():
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._list.show_choices([Choice(name, name, self._numbers.get(name)) for name in self._saved])
        self._enable()

    def _enable(self) -> None:
        for button in (self._use, self._remove):
            button.setEnabled(self._current() is not None)

    def _current(self) -> SavedFilter | None:
        return self._saved.get(str(self._list.current))

    def _on_use(self) -> None:
        saved = self._current()
        if saved is not None:
            self.chosen.emit(saved)

    def _on_remove(self) -> None:
        saved = self._current()
        if saved is not None:
            self.removed.emit(saved.name)
