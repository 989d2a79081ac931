"""Everything around the list that says and changes what it lists."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from curator.engine.catalogue.lists import Facets, Order, SavedFilter, SubmissionCounts, SubmissionFilter
from curator.engine.records import Changes, Verdict
from curator.ui.language import tr
from curator.ui.queue.active_filters import ActiveFilters
from curator.ui.queue.facet_words import KIND_CHIPS, OUTCOME_CHIPS, FacetNames, cleared
from curator.ui.queue.filter_panel import FilterPanel
from curator.ui.queue.filters_button import FiltersButton
from curator.ui.queue.head import OrderRow, QueueHead
from curator.ui.queue.model import is_narrowed
from curator.ui.queue.numbers import Numbers
from curator.ui.queue.scopes import SCOPES, TO_REVIEW, scope_words
from curator.ui.queue.search_field import SearchField
from curator.ui.queue.soon import single_shot
from curator.ui.session import Session
from curator.ui.widgets import Chip, FlowRow

SEARCH_MS = 150
_COUNT_MS = 250
_FACETS_MS = 1_000
"""While decisions or analyses go on, numbers of facets are asked for this often at most."""


class FilterDesk(QObject):
    """Holds the filter that is wanted and the widgets that show it; the list itself is elsewhere.

    Attributes:
        changed: the filter is another one; the list is to be read.
        left_search: the person did something else than search.
        panel_closed: the panel of filters is gone; true when the keyboard should go back.
    """

    changed = Signal()
    left_search = Signal()
    panel_closed = Signal(bool)

    def __init__(self, session: Session, *, queue: QWidget) -> None:
        super().__init__(queue)
        self._session = session
        self._queue = queue
        self._filter = TO_REVIEW
        self._names: FacetNames | None = None
        self._panel: FilterPanel | None = None
        self._listed = 0
        self.head = QueueHead()
        self.search = SearchField()
        self.outcomes = {outcome: Chip(tr(words)) for outcome, words in OUTCOME_CHIPS.items()}
        self.kinds = {kind: Chip(tr(words)) for kind, words in KIND_CHIPS.items()}
        self.chips = FlowRow()
        self.filters = FiltersButton()
        self.active = ActiveFilters()
        self.order = OrderRow()
        self._numbers = Numbers(session, parent=self)
        self._search_timer = single_shot(self, SEARCH_MS, self._take_text)
        self._count_timer = single_shot(self, _COUNT_MS, self._count)
        self._facets_timer = single_shot(self, _FACETS_MS, self._ask_facets)
        self._connect()
        self._show_filter()

    def _connect(self) -> None:
        for chip in (*self.outcomes.values(), *self.kinds.values()):
            chip.toggled.connect(lambda _on: self._on_chip())
            chip.clicked.connect(lambda _on: self.left_search.emit())
            self.chips.add(chip)
        self.chips.add(self.filters)
        self.filters.toggled.connect(self._on_filters_toggled)
        self.head.scope_chosen.connect(self._on_scope)
        self.head.saved_chosen.connect(self._on_saved_chosen)
        self.head.menu_opening.connect(self._on_menu_opening)
        self.active.wanted.connect(self.set_filter)
        self.active.clear_wanted.connect(self.clear)
        self.order.order_wanted.connect(self._on_order)
        self.search.textChanged.connect(lambda _text: self._search_timer.start())
        self._numbers.counted.connect(self._on_facets)
        self._numbers.ranged.connect(self._on_range)
        self._numbers.scopes_counted.connect(self._on_scopes_counted)
        for timer in (self._search_timer, self._count_timer, self._facets_timer):
            self._session.closed.connect(timer.stop)

    # ------------------------------------------------------------ the filter

    @property
    def filter(self) -> SubmissionFilter:
        """What is wanted now."""
        return self._filter

    @property
    def words(self) -> str:
        """The filter in a few words: its list, and what narrows it."""
        wanted = self._filter
        parts = [tr(scope_words(wanted.verdicts))]
        parts += [tr(words) for one, words in OUTCOME_CHIPS.items() if one in wanted.outcomes]
        parts += [tr(words) for one, words in KIND_CHIPS.items() if one in wanted.kinds]
        parts += [one.words for one in self.names().active(wanted)]
        if wanted.text.strip():
            parts.append(f"“{wanted.text.strip()}”")
        return " · ".join(parts)

    def take(self, wanted: SubmissionFilter) -> None:
        """Shows another filter without telling; for whoever lists it anyway."""
        self._search_timer.stop()
        self._filter = wanted
        self._show_filter()

    def set_filter(self, wanted: SubmissionFilter) -> None:
        """Wants another filter, order and search included."""
        self.take(wanted)
        self.changed.emit()

    def clear(self) -> None:
        """Takes everything off that narrows the list; its scope and order stay."""
        self.set_filter(cleared(self._filter))

    def seek_now(self) -> None:
        """Seeks at once what was typed."""
        if self._search_timer.isActive():
            self._take_text()

    def filter_for(self, verdict: Verdict | None) -> SubmissionFilter:
        """The filter with the scope that lists a verdict: the present one if it does."""
        here = self._filter.verdicts
        if not here or verdict in here:
            return self._filter
        # The last scope lists everything.
        there = next(verdicts for _, verdicts in SCOPES if not verdicts or verdict in verdicts)
        return replace(self._filter, verdicts=there)

    # ------------------------------------------------------------ numbers

    def show_listed(self, count: int, *, at_once: bool) -> None:
        """Says how many are listed.

        Args:
            count: so many.
            at_once: the numbers beside the filters are counted now, not soon.
        """
        self._listed = count
        self.head.show_count(count)
        if self._panel is not None and not self._panel.isHidden():
            self._panel.show_filter(self._filter, total=count)
        if at_once:
            self._count()
        elif not self._count_timer.isActive():
            self._count_timer.start()

    def forget(self, changes: Changes) -> None:
        """Takes note of what changed in the catalogue."""
        if changes.politicians:
            self._names = None
            if any(self._filter.politicians):
                self._show_filter()
        self._facets_soon()

    def names(self) -> FacetNames:
        """The words for values; read once, and again when politicians change."""
        if self._names is None:
            self._names = FacetNames(self._session.people.all())
        return self._names

    # ------------------------------------------------------------ the panel

    def open_panel(self) -> None:
        """Opens the panel of filters."""
        self.filters.setChecked(True)

    def _on_filters_toggled(self, on: bool) -> None:
        if not on:
            if self._panel is not None:
                self._panel.close_frame(go_back=True)
            return
        panel = self._panel_of_window()
        panel.show_saved(self._session.saved_filters())
        panel.show_filter(self._filter, total=self._listed)
        friends = (self.head, self.search, self.chips, self.active, self.order)
        panel.open_beside(self._queue, friends=friends)
        panel.begin()
        self._numbers.ask_range()
        self._ask_facets()
        self._ask_saved_counts()

    def _panel_of_window(self) -> FilterPanel:
        window = self._queue.window()
        if self._panel is None or self._panel.window() is not window:
            panel = FilterPanel(window, self.names())
            panel.wanted.connect(self.set_filter)
            panel.closed.connect(self._on_panel_closed)
            panel.keep_wanted.connect(self._on_keep)
            panel.remove_wanted.connect(self._on_remove)
            panel.chosen.connect(self._on_saved_chosen)
            # The queue may go before the window does.
            self._queue.destroyed.connect(panel.deleteLater)
            self._panel = panel
        return self._panel

    def _on_panel_closed(self, go_back: bool) -> None:
        with QSignalBlocker(self.filters):
            self.filters.setChecked(False)
        self.panel_closed.emit(go_back)

    def _on_keep(self, name: str) -> None:
        if self._session.keep_filter(name, self._filter):
            self._show_saved()
            if self._panel is not None:
                self._panel.tell_kept()

    def _on_remove(self, name: str) -> None:
        if self._session.remove_filter(name):
            self._show_saved()

    def _show_saved(self) -> None:
        if self._panel is not None:
            self._panel.show_saved(self._session.saved_filters())
        self._ask_saved_counts()

    def _on_saved_chosen(self, saved: SavedFilter) -> None:
        self.set_filter(saved.filter)
        self.left_search.emit()

    # ------------------------------------------------------------ inside

    def _on_chip(self) -> None:
        self._take_typed()
        outcomes = frozenset(one for one, chip in self.outcomes.items() if chip.isChecked())
        kinds = frozenset(one for one, chip in self.kinds.items() if chip.isChecked())
        self.set_filter(replace(self._filter, outcomes=outcomes, kinds=kinds))

    def _on_scope(self, place: int) -> None:
        self.set_scope(place)
        self.left_search.emit()

    def set_scope(self, place: int) -> None:
        """Wants those of another verdict; ``place`` counts in ``SCOPES``."""
        self._take_typed()
        self.set_filter(replace(self._filter, verdicts=SCOPES[place][1]))

    def _on_order(self, order: Order, backwards: bool) -> None:
        self._take_typed()
        self.set_filter(replace(self._filter, order=order, backwards=backwards))

    def _take_typed(self) -> None:
        self._filter = replace(self._filter, text=self.search.text())

    def _take_text(self) -> None:
        self._search_timer.stop()
        self.set_filter(replace(self._filter, text=self.search.text()))

    def _show_filter(self) -> None:
        wanted = self._filter
        if self.search.text() != wanted.text:
            with QSignalBlocker(self.search):
                self.search.setText(wanted.text)
        for outcome, chip in self.outcomes.items():
            _check(chip, outcome in wanted.outcomes)
        for kind, chip in self.kinds.items():
            _check(chip, kind in wanted.kinds)
        narrow = is_narrowed(replace(wanted, outcomes=frozenset(), kinds=frozenset(), text=""))
        active = self.names().active(wanted) if narrow or wanted.verdicts else ()
        self.active.show_filters(active, may_clear=wanted != cleared(wanted))
        self.head.show_filter(wanted)
        self.filters.show_filters_on(len(active))
        self.order.show_filter(wanted)

    def _count(self) -> None:
        self._count_timer.stop()
        if self._counted_by_facets():
            self._ask_facets()
        else:
            self._show_chips(self._session.counts())
            if self._panel is not None and not self._panel.isHidden():
                self._ask_facets()

    def _counted_by_facets(self) -> bool:
        """Whether the numbers on the chips hang on more than the chips and the scope."""
        return is_narrowed(replace(self._filter, outcomes=frozenset(), kinds=frozenset()))

    def _show_chips(self, counts: SubmissionCounts) -> None:
        wanted = self._filter
        for outcome, chip in self.outcomes.items():
            chip.set_count(_sum(counts, replace(wanted, outcomes=frozenset({outcome}))))
        for kind, chip in self.kinds.items():
            chip.set_count(_sum(counts, replace(wanted, kinds=frozenset({kind}))))

    def _facets_soon(self) -> None:
        shown = self._panel is not None and not self._panel.isHidden()
        if (shown or self._counted_by_facets()) and not self._facets_timer.isActive():
            self._facets_timer.start()

    def _ask_facets(self) -> None:
        self._facets_timer.stop()
        self._numbers.ask(self._filter)

    def _on_facets(self, facets: Facets) -> None:
        if self._counted_by_facets():
            for outcome, chip in self.outcomes.items():
                chip.set_count(facets.outcomes.get(outcome, 0))
            for kind, chip in self.kinds.items():
                chip.set_count(facets.kinds.get(kind, 0))
        if self._panel is not None and not self._panel.isHidden():
            self._panel.show_numbers(facets)

    def _on_range(self, facets: Facets) -> None:
        if self._panel is not None:
            self._panel.show_range(self.names(), facets)

    def _on_menu_opening(self) -> None:
        saved = self._session.saved_filters()
        self.head.show_saved(saved)
        self.head.await_numbers()
        self._ask_saved_counts()

    def _ask_saved_counts(self) -> None:
        filters = {f"/{place}": replace(TO_REVIEW, verdicts=one) for place, (_, one) in enumerate(SCOPES)}
        filters |= {f"={one.name}": one.filter for one in self._session.saved_filters()}
        self._numbers.ask_counts(filters)

    def _on_scopes_counted(self, counts: dict[str, int]) -> None:
        scopes = {int(name[1:]): count for name, count in counts.items() if name.startswith("/")}
        saved = {name[1:]: count for name, count in counts.items() if name.startswith("=")}
        self.head.show_numbers(scopes, saved)
        if self._panel is not None:
            self._panel.show_saved_numbers(saved)


def _sum(counts: SubmissionCounts, wanted: SubmissionFilter) -> int:
    return sum(
        n
        for (verdict, outcome, kind), n in counts.groups.items()
        if (not wanted.verdicts or verdict in wanted.verdicts)
        and (not wanted.outcomes or outcome in wanted.outcomes)
        and (not wanted.kinds or kind in wanted.kinds)
    )


def _check(chip: Chip, on: bool) -> None:
    if chip.isChecked() != on:
        # Silently: each would list others, and put others on the desk, on the way.
        with QSignalBlocker(chip):
            chip.setChecked(on)
        chip.updateGeometry()
        chip.update()
