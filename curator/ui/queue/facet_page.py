"""The page of the filters with the values of one facet."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from curator.engine.catalogue.lists import Facets, SubmissionFilter
from curator.engine.text import name_key
from curator.ui.language import tr
from curator.ui.queue.choice_list import Choice, ChoiceList
from curator.ui.queue.facet_words import FACET_WORDS, Facet, FacetNames, with_values
from curator.ui.theme import Role
from curator.ui.widgets import make_search_field, text_label

_SEARCHED_FROM = 12
"""With more values than this there is a field to search among them."""


class FacetPage(QWidget):
    """Values that can be ticked, any number of them, each with what it would list.

    Values never leave while the page is shown, so that nothing moves under the pointer.

    Attributes:
        wanted: the ``SubmissionFilter`` with one value more or less.
        left: the person goes back to the list of facets.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self, facet: Facet, names: FacetNames) -> None:
        super().__init__()
        self._facet = facet
        self._names = names
        self._filter = SubmissionFilter()
        self._range: frozenset[Hashable] = frozenset()
        self._numbers: dict[Hashable, int] | None = None
        words = tr(FACET_WORDS[facet])
        self._search = _ValueSearch()
        self._search.setPlaceholderText(tr("Search in this list"))
        self._search.setAccessibleName(tr("Search in: {facet}", facet=words))
        make_search_field(self._search)
        self._list = ChoiceList(words)
        self._nothing = text_label("", role=Role.DIM, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._search.textChanged.connect(lambda _text: self._show())
        self._search.down.connect(self._list.begin)
        self._list.left.connect(self.left)
        self._list.ticked.connect(self._on_ticked)

    def show_filter(self, wanted: SubmissionFilter) -> None:
        """Shows what is ticked; numbers are blank until those of this filter come."""
        if self._without_own(wanted) != self._without_own(self._filter):
            self._numbers = None
        self._filter = wanted
        self._show()

    def show_range(self, names: FacetNames, facets: Facets) -> None:
        """Shows which values there are."""
        self._names = names
        self._range = frozenset(getattr(facets, self._facet))
        self._show()

    def show_numbers(self, facets: Facets) -> None:
        """Shows the numbers of the filter that was shown last."""
        self._numbers = dict(getattr(facets, self._facet))
        self._range |= self._numbers.keys()
        self._show()

    def begin(self) -> None:
        """Takes the focus."""
        if self._search.isHidden():
            self._list.begin()
        else:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _without_own(self, wanted: SubmissionFilter) -> SubmissionFilter:
        # The numbers of a facet do not hang on its own values.
        return with_values(wanted, self._facet, frozenset())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if not self.isVisible():
            # Ten pages need not follow every tick.
            return
        ticked: frozenset[Hashable] = getattr(self._filter, self._facet)
        values = self._names.values(self._facet, self._range | ticked)
        self._search.setVisible(len(values) > _SEARCHED_FROM)
        sought = name_key(self._search.text())
        choices = []
        for value in values:
            words = self._names.words(self._facet, value)
            if not sought or sought in name_key(words):
                number = None if self._numbers is None else self._numbers.get(value, 0)
                choices.append(Choice(value, words, number, value in ticked))
        self._list.show_choices(choices)
        self._nothing.setVisible(not choices)
        if values:
            self._nothing.setText(tr("Nothing in this list fits the search."))
        else:
            self._nothing.setText(tr("No submission tells anything here yet."))

    def _on_ticked(self, value: Hashable) -> None:
        ticked: frozenset[Hashable] = getattr(self._filter, self._facet)
        self.wanted.emit(with_values(self._filter, self._facet, ticked ^ {value}))


class _ValueSearch(QLineEdit):
    """A field that is left downwards into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
