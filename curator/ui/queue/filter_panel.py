"""The panel in which a person puts filters together: facets, days, and what was saved."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.catalogue.lists import Facets, SavedFilter, SubmissionFilter
from curator.engine.said import said
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.language import tr, tr_of
from curator.ui.queue.choice_list import Choice, ChoiceList
from curator.ui.queue.day_range import DayRange
from curator.ui.queue.facet_page import FacetPage
from curator.ui.queue.facet_words import FACET_WORDS, Facet, FacetNames, cleared
from curator.ui.queue.floating import FloatingFrame
from curator.ui.queue.saved_page import SavedPage
from curator.ui.theme import Role, size_with_text
from curator.ui.widgets import KeyButton, ToolButton, rule, text_label

_WIDTH, _HEIGHT = 620, 560
"""In logical pixels at 100 %."""
_FACETS_WIDTH = 208
_RECEIVED = said("Received")
_SAVED = said("Saved filters")
_LONGEST_NAME = 80


class FilterPanel(FloatingFrame):
    """Facets at the left, the values of one at the right, saving at the foot.

    Attributes:
        wanted: the ``SubmissionFilter`` that the person put together so far.
        keep_wanted: the filters shall be saved under this name.
        remove_wanted: the saved filter of this name shall go.
        chosen: the ``SavedFilter`` that is wanted.
    """

    wanted = Signal(object)
    keep_wanted = Signal(str)
    remove_wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, window: QWidget, names: FacetNames) -> None:
        super().__init__(window, width=_WIDTH, height=_HEIGHT)
        self._filter = SubmissionFilter()
        self.setAccessibleName(tr("Filters"))
        self._pages = {facet: FacetPage(facet, names) for facet in Facet}
        self._days = DayRange()
        self._saved = SavedPage()
        self._stack = QStackedWidget()
        self._facets = ChoiceList(tr("What to filter by"))
        size_with_text(self._facets, width=_FACETS_WIDTH)
        self._total = text_label("", role=Role.DIM, elide=Qt.TextElideMode.ElideRight)
        self._clear = KeyButton(tr("Clear all"))
        self._close = ToolButton(Icon.CLOSE, tr("Close the filters"), key="Esc", size=ICON_SMALL)
        self._name = _NameField()
        self._name.setPlaceholderText(tr("Save these filters as …"))
        self._name.setAccessibleName(tr("Name to save these filters under"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._keep = KeyButton(tr("Save"))
        self._build()
        self._show_facets()
        self._facets.choose(Facet.OUTCOMES)
        self._enable_keeping()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 12, 8)
        top.setSpacing(12)
        top.addWidget(text_label(tr("Filters"), role=Role.HEADING))
        top.addWidget(self._total, 1)
        top.addWidget(self._clear)
        top.addWidget(self._close)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 12, 12, 0)
        middle.setSpacing(12)
        middle.addWidget(self._facets)
        middle.addWidget(rule(vertical=True))
        middle.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._name, 1)
        foot.addWidget(self._keep)
        column = QVBoxLayout(self)
        # The frame's own margins are its shadow's, which a layout does not know.
        margins = self.contentsMargins()
        column.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(margins)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(rule())
        column.addLayout(middle, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        for page in (*self._pages.values(), self._days, self._saved):
            self._stack.addWidget(page)
        for one in self._pages.values():
            one.wanted.connect(self.wanted)
            one.left.connect(self._facets.begin)
        self._days.wanted.connect(self.wanted)
        self._saved.left.connect(self._facets.begin)
        self._saved.chosen.connect(self.chosen)
        self._saved.removed.connect(self.remove_wanted)
        self._facets.selectionModel().currentChanged.connect(lambda _now, _before: self._turn())
        self._facets.ticked.connect(lambda _facet: self._enter())
        self._facets.right.connect(self._enter)
        self._clear.clicked.connect(lambda: self.wanted.emit(cleared(self._filter)))
        self._close.clicked.connect(lambda: self.close_frame(go_back=True))
        self._name.textChanged.connect(lambda _text: self._enable_keeping())
        self._name.done.connect(self._on_keep)
        self._keep.clicked.connect(self._on_keep)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab in the order in which one reads: what to filter by, its choices, then the name."""
        super().showEvent(event)
        stops: list[QWidget] = [self._facets]
        for page in (*self._pages.values(), self._days, self._saved):
            stops += [
                one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
        for one, following in pairwise([*stops, self._name, self._keep, self._clear, self._close]):
            QWidget.setTabOrder(one, following)

    def begin(self) -> None:
        """Takes the focus, on the facet that was shown last."""
        self._facets.begin()

    # ------------------------------------------------------------ what is shown

    def show_filter(self, wanted: SubmissionFilter, *, total: int) -> None:
        """Shows what is filtered by.

        Args:
            wanted: the filter.
            total: how many it lists.
        """
        self._filter = wanted
        for page in self._pages.values():
            page.show_filter(wanted)
        self._days.show_filter(wanted)
        self._total.setText(tr_of(total, "{n:,} submission fits", "{n:,} submissions fit"))
        self._clear.setEnabled(wanted != cleared(wanted))
        self._show_facets()

    def show_range(self, names: FacetNames, facets: Facets) -> None:
        """Shows which values there are."""
        for page in self._pages.values():
            page.show_range(names, facets)

    def show_numbers(self, facets: Facets) -> None:
        """Shows the numbers of the filter that was shown last."""
        for page in self._pages.values():
            page.show_numbers(facets)

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """Shows the saved filters."""
        self._saved.show_saved(saved)
        self._show_facets()
        self._enable_keeping()

    def show_saved_numbers(self, numbers: Mapping[str, int]) -> None:
        """Shows how many each saved filter lists, by name."""
        self._saved.show_numbers(numbers)

    def tell_kept(self) -> None:
        """Shows what was just saved, among the others."""
        self._name.clear()
        self._facets.choose(_SAVED)

    # ------------------------------------------------------------ inside

    def _show_facets(self) -> None:
        choices = []
        for facet in Facet:
            ticked = len(getattr(self._filter, facet))
            choices.append(Choice(facet, tr(FACET_WORDS[facet]), ticked or None))
        days = (self._filter.received_from, self._filter.received_to)
        choices.append(Choice(_RECEIVED, tr(_RECEIVED), sum(day is not None for day in days) or None))
        choices.append(Choice(_SAVED, tr(_SAVED), len(self._saved.names) or None))
        self._facets.show_choices(choices)

    def _page(self) -> FacetPage | DayRange | SavedPage:
        current = self._facets.current
        if current == _SAVED:
            return self._saved
        return self._pages[current] if isinstance(current, Facet) else self._days

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self._page())

    def _enter(self) -> None:
        self._page().begin()

    def _enable_keeping(self) -> None:
        name = self._name.text().strip()
        self._keep.setEnabled(bool(name))
        self._keep.set_label(tr("Replace") if name in self._saved.names else tr("Save"))

    def _on_keep(self) -> None:
        name = self._name.text().strip()
        if name:
            self.keep_wanted.emit(name)


class _NameField(QLineEdit):
    """A field that Enter is done with; an empty one leaves Esc to the panel."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
