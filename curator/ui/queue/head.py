"""The head of the queue: which list it is, how long, and in which order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from curator.engine.catalogue.lists import Order, SavedFilter, SubmissionFilter
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.language import figures, tr, tr_of
from curator.ui.queue.drop_down import DropDown
from curator.ui.queue.scopes import (
    BACKWARDS_WORDS,
    ORDER_WORDS,
    SCOPES,
    order_words,
    scope_of,
    scope_words,
)
from curator.ui.theme import Role
from curator.ui.widgets import ToolButton, set_tip, text_label

COLUMN_SIDE = 12
"""Between the edge of the queue and what is in it, in logical pixels."""
_LEAST_NAME = 120
"""For the name of the list, in logical pixels at 100 %: the order beside it is cut before."""
_PLACE_FOR_NUMBER = "\t" + "\u2007" * 6
"""So wide that a menu does not grow when its numbers come: figure spaces."""


class QueueHead(QWidget):
    """Names the list and offers others: those by verdict, and the filters that were saved.

    Attributes:
        scope_chosen: the place in ``SCOPES`` of the list that is wanted.
        saved_chosen: the ``SavedFilter`` that is wanted.
        menu_opening: the numbers of all lists are wanted.
    """

    scope_chosen = Signal(int)
    saved_chosen = Signal(object)
    menu_opening = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        # None is chosen when several verdicts are that are no scope.
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._saved: dict[str, QAction] = {}
        for place, (words, _) in enumerate(SCOPES):
            action = QAction(tr(words), self._menu, checkable=True)
            action.triggered.connect(lambda _on=False, place=place: self.scope_chosen.emit(place))
            self._group.addAction(action)
            self._menu.addAction(action)
        self._menu.aboutToShow.connect(self.menu_opening)
        self._scope = DropDown(
            tr("Which submissions are listed"), menu=self._menu, role=Role.HEADING, least=_LEAST_NAME
        )
        self._count = text_label("", role=Role.DIM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scope)
        row.addWidget(self._count)

    @property
    def told(self) -> str:
        """How many are listed, in words."""
        return self._count.accessibleName()

    def show_count(self, count: int) -> None:
        """Says how many are listed."""
        words = tr_of(count, "{n:,} listed", "{n:,} listed")
        self._count.setText(figures(count))
        self._count.setAccessibleName(words)
        set_tip(self._count, words)

    def show_filter(self, wanted: SubmissionFilter) -> None:
        """Says which list it is."""
        place = scope_of(wanted.verdicts)
        self._scope.show_choice(tr(scope_words(wanted.verdicts)))
        for at, action in enumerate(self._group.actions()):
            action.setChecked(at == place)

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """Offers other saved filters."""
        for action in self._menu.actions()[len(SCOPES) :]:
            self._menu.removeAction(action)
            action.deleteLater()
        self._saved = {}
        if not saved:
            return
        self._menu.addSection(tr("Saved filters"))
        for one in saved:
            action = QAction(_plain(one.name), self._menu)
            action.triggered.connect(lambda _on=False, one=one: self.saved_chosen.emit(one))
            self._menu.addAction(action)
            self._saved[one.name] = action

    def await_numbers(self) -> None:
        """Leaves room for the numbers that were asked for."""
        for action, words in self._named():
            action.setText(words + _PLACE_FOR_NUMBER)

    def show_numbers(self, scopes: Mapping[int, int], saved: Mapping[str, int]) -> None:
        """Shows how many each list holds; by place in ``SCOPES``, and by name."""
        named = self._named()
        numbers = [scopes.get(place) for place in range(len(SCOPES))] + [
            saved.get(name) for name in self._saved
        ]
        for (action, words), number in zip(named, numbers, strict=True):
            action.setText(words + (_PLACE_FOR_NUMBER if number is None else f"\t{figures(number)}"))

    def _named(self) -> list[tuple[QAction, str]]:
        scopes = [(action, tr(SCOPES[at][0])) for at, action in enumerate(self._group.actions())]
        return scopes + [(action, _plain(name)) for name, action in self._saved.items()]


class OrderRow(QWidget):
    """Says how the list is sorted, and lets a person sort it.

    Attributes:
        order_wanted: an ``Order`` and whether it goes backwards.
    """

    order_wanted = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = SubmissionFilter()
        self._menu = QMenu(self)
        group = QActionGroup(self._menu)
        self._orders: dict[Order, QAction] = {}
        for order in ORDER_WORDS:
            action = QAction("", self._menu, checkable=True)
            action.triggered.connect(lambda _on=False, order=order: self._on_order(order))
            group.addAction(action)
            self._menu.addAction(action)
            self._orders[order] = action
        self._order = DropDown(tr("How the list is sorted"), menu=self._menu, role=Role.CAPTION)
        self._turn = ToolButton(Icon.SORT, tr("The other way round"), checkable=True, size=ICON_SMALL)
        self._turn.clicked.connect(lambda on: self.order_wanted.emit(self._wanted.order, on))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._order)
        row.addWidget(self._turn)

    def show_filter(self, wanted: SubmissionFilter) -> None:
        """Says how the list is sorted."""
        self._wanted = wanted
        self._order.show_choice(tr(order_words(wanted)))
        for order, action in self._orders.items():
            words = BACKWARDS_WORDS if wanted.backwards else ORDER_WORDS
            action.setText(tr(words[order]))
            action.setChecked(order is wanted.order)
        self._turn.setChecked(wanted.backwards)

    def _on_order(self, order: Order) -> None:
        self.order_wanted.emit(order, self._wanted.backwards)


def _plain(text: str) -> str:
    """Menus read "&" as a key and a tab as the beginning of one."""
    return " ".join(text.split()).replace("&", "&&")
