"""The head of the grid: what is shown, of whom, how large, and whether there is more by now."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.engine.records import Politician, PoliticianId
from curator.engine.text import name_key
from curator.ui.assets import Icon
from curator.ui.language import figures, tr, tr_of, tr_stored
from curator.ui.pickers.politician_picker import Choice, PoliticianPicker
from curator.ui.theme import GRID, Role, Surface, size_with_text
from curator.ui.widgets import KeyButton, ToolButton, rule, set_surface, set_tip, text_label

_MOST_NAME = 280
"""Width of the button with the politician's name at most, in logical pixels at 100 %."""


class GridHead(QWidget):
    """Names what is shown.

    Attributes:
        back_wanted: the person goes back to the desk.
        politician_chosen: a PoliticianId, or None for all in the filter.
        refresh_wanted: what came meanwhile is to be shown.
        resize_wanted: faces are to be larger (1) or smaller (-1).
    """

    back_wanted = Signal()
    politician_chosen = Signal(object)
    refresh_wanted = Signal()
    resize_wanted = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Choice, ...] = ()
        self.back = ToolButton(Icon.PREVIOUS, tr("Back to the desk"), key="Esc")
        self._heading = text_label(tr("Faces"), role=Role.HEADING)
        self._filter = text_label("", role=Role.DIM, elide=Qt.TextElideMode.ElideRight)
        self._count = text_label("", role=Role.DIM)
        self.refresh = KeyButton("", image=Icon.REDO)
        self.who = KeyButton("", image=Icon.PERSON)
        self.picker = PoliticianPicker(parent=self)
        self.picker.setAccessibleName(tr("Politicians"))
        self.picker.field.setAccessibleName(tr("Whose faces?"))
        self.smaller = ToolButton(Icon.ZOOM_OUT, tr("Smaller faces"), key="-")
        self.larger = ToolButton(Icon.ZOOM_IN, tr("Larger faces"), key="+")
        self._build()
        self.back.clicked.connect(self.back_wanted)
        self.refresh.clicked.connect(self.refresh_wanted)
        self.who.clicked.connect(self.open_picker)
        self.picker.chosen.connect(self.politician_chosen)
        self.smaller.clicked.connect(lambda: self.resize_wanted.emit(-1))
        self.larger.clicked.connect(lambda: self.resize_wanted.emit(1))
        self.show_news(0, waiting=False)

    @property
    def news(self) -> str:
        """What is said about what came meanwhile; empty for nothing."""
        return self.refresh.label if self.refresh.isVisibleTo(self) else ""

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Whose faces can be shown, with their numbers."""
        return self._offered

    def show_filter(self, words: str) -> None:
        """Says which filter is shown."""
        self._filter.setText(words)

    def show_count(self, count: int) -> None:
        """Says how many faces there are."""
        self._count.setText(
            tr_of(count, "{n:,} picture, nearest first", "{n:,} pictures, nearest first") if count else ""
        )

    def show_politicians(
        self,
        politicians: Sequence[Politician],
        *,
        numbers: Mapping[PoliticianId, int],
        everyone: int,
        chosen: PoliticianId | None,
    ) -> None:
        """Offers those that anything in the filter claims.

        Args:
            politicians: the index.
            numbers: how many submissions claim each.
            everyone: how many submissions the filter has in all.
            chosen: whose faces are shown, or None for all.
        """
        known = {one.id: one for one in politicians}
        every = tr("All in the filter")
        self._offered = (
            Choice(None, every, distance=figures(everyone), key=name_key(every)),
            *(
                _choice(one, numbers.get(one.id, 0))
                for one in sorted(
                    politicians, key=lambda one: (-numbers.get(one.id, 0), name_key(one.full_name))
                )
                if numbers.get(one.id) or one.id == chosen
            ),
        )
        name = every if chosen is None or chosen not in known else known[chosen].full_name
        self.who.set_label(name)
        set_tip(self.who, tr("Whose faces are shown: {name}", name=name))
        self.who.setAccessibleName(tr("Whose faces are shown: {name}", name=name))

    def show_news(self, count: int, *, waiting: bool) -> None:
        """Says that there is more by now, which is not shown under the pointer of who selects.

        Args:
            count: how many are new.
            waiting: whether anything waits; without anything new the order has changed.
        """
        words = tr_of(count, "{n:,} new, refresh", "{n:,} new, refresh") if count else tr("Sort again")
        self.refresh.set_label(words)
        self.refresh.setVisible(waiting)

    def show_sizes(self, *, smaller: bool, larger: bool) -> None:
        """Says which other sizes there are."""
        self.smaller.setEnabled(smaller)
        self.larger.setEnabled(larger)

    def open_picker(self) -> None:
        """Offers whose faces are to be shown."""
        self.picker.open_under(self.who, offered=self._offered)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self.back)
        row.addWidget(self._heading)
        row.addSpacing(GRID)
        row.addWidget(self._filter, 1)
        row.addWidget(self.refresh)
        row.addWidget(self._count)
        row.addSpacing(2 * GRID)
        row.addWidget(self.who)
        row.addSpacing(GRID)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        self.who.setMaximumWidth(_MOST_NAME)
        size_with_text(self, height=56)
        set_surface(self, Surface.PANEL)


def _choice(one: Politician, number: int) -> Choice:
    country, role = tr_stored(one.country), tr_stored(one.role)
    return Choice(
        one.id,
        one.full_name,
        " · ".join(part for part in (role, country) if part),
        figures(number),
        name_key(f"{one.full_name} {country} {role}"),
    )
