"""What lies around a politician: their submissions, who looks like them, how their portraits agree."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from curator.engine.catalogue import SubmissionFilter
from curator.engine.neighbours import Neighbour, Relations
from curator.engine.records import Politician, PoliticianId, ReferencePortrait
from curator.ui.language import tr, tr_of, tr_stored
from curator.ui.politicians.coverage import Listed
from curator.ui.politicians.distances import MOST, DistanceSquare
from curator.ui.politicians.lines import LineButton, elided_heading, number_line, warning_line
from curator.ui.politicians.side import SideColumn
from curator.ui.politicians.tallies import OF_SUBMISSIONS, TALLY_WORDS, narrowed
from curator.ui.theme import GRID, Role
from curator.ui.widgets import FollowingArea, text_label

PANEL_WIDTH = 304


class RelationsPanel(SideColumn):
    """Three sections beside the portraits.

    Attributes:
        submissions_wanted: a ``SubmissionFilter`` and what it is of, in words.
        politician_wanted: the ``PoliticianId`` of somebody nearby.
    """

    submissions_wanted = Signal(object, str)
    politician_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(PANEL_WIDTH)
        self._numbers = QVBoxLayout()
        self._nearest = QVBoxLayout()
        for column in (self._numbers, self._nearest):
            column.setSpacing(0)
        self._shown: Listed | None = None
        self._known: list[tuple[Neighbour, Politician]] = []
        self.square = DistanceSquare()
        self._pair = text_label("", role=Role.CAPTION, wrap=True)
        self._pair.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.square.pointed.connect(self._on_pointed)
        self._square_words = ""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 2 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        column.addWidget(elided_heading(tr("Submissions")))
        column.addLayout(self._numbers)
        column.addSpacing(3 * GRID)
        column.addWidget(elided_heading(tr("Nearest other politicians")))
        column.addLayout(self._nearest)
        column.addSpacing(3 * GRID)
        column.addWidget(elided_heading(tr("Between the portraits")))
        column.addWidget(self.square)
        column.addWidget(self._pair)
        column.addStretch(1)
        scroll = FollowingArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    @property
    def neighbours(self) -> tuple[LineButton, ...]:
        """The lines of those nearby, nearest first."""
        return _lines(self._nearest)

    @property
    def numbers(self) -> tuple[LineButton, ...]:
        """The lines of the submissions."""
        return _lines(self._numbers)

    def show_numbers(self, one: Listed) -> None:
        """Shows how many submissions claim a politician."""
        if one == self._shown:
            return
        self._shown = one
        who = one.politician
        wanted = SubmissionFilter(politicians=frozenset({who.id}))
        _empty(self._numbers)
        for tally in OF_SUBMISSIONS:
            line = number_line(tr(TALLY_WORDS[tally]), one.number(tally), leads=True)
            sort = narrowed(wanted, tally)
            line.clicked.connect(
                lambda _on=False, sort=sort: self.submissions_wanted.emit(sort, who.full_name)
            )
            self._numbers.addWidget(line)
        every = LineButton(tr("Show submissions"))
        every.clicked.connect(lambda: self.submissions_wanted.emit(wanted, who.full_name))
        self._numbers.addWidget(every)

    def show_relations(
        self,
        found: Relations | None,
        *,
        everyone: Mapping[PoliticianId, Politician],
        portraits: Sequence[ReferencePortrait],
        beyond: float,
    ) -> None:
        """Shows what the encodings tell.

        Args:
            found: about the politician; None while it is being read.
            everyone: the index.
            portraits: of the politician, refused ones too.
            beyond: the distance from which two portraits do not look like one person.
        """
        self._show_nearest(found, everyone)
        names = {one.id: one.file_name for one in portraits}
        count = 0 if found is None else len(found.mutual.portrait_ids)
        shown = found is not None and 2 <= count <= MOST
        self.square.setVisible(shown)
        if found is not None and shown:
            self.square.show_mutual(found.mutual, names=names, beyond=beyond)
        if found is None:
            self._square_words = tr("Comparing …")
        elif shown:
            self._square_words = tr(
                "Numbers 1 to {n} are those on the portraits. 0 is the same face.", n=count
            )
        elif count < 2:
            self._square_words = tr("Two portraits can be compared with each other. Add photos.")
        else:
            self._square_words = tr("There are too many for a table; each portrait tells its distance.")
        self._on_pointed("")

    # ------------------------------------------------------------ inside

    def _show_nearest(self, found: Relations | None, everyone: Mapping[PoliticianId, Politician]) -> None:
        near = () if found is None else found.neighbours
        known = [(one, everyone[one.politician_id]) for one in near if one.politician_id in everyone]
        if known and known == self._known:
            # The same lines again would only take the focus from one of them.
            return
        self._known = known
        _empty(self._nearest)
        if found is None:
            self._nearest.addWidget(_note(tr("Comparing …")))
            return
        alike = sum(one.alike for one, _ in known)
        if alike:
            words = tr_of(
                alike,
                "Easily mistaken for {n} other: look closer at what claims either.",
                "Easily mistaken for {n} others: look closer at what claims any of them.",
            )
            self._nearest.addWidget(warning_line(words))
        for one, who in known:
            line = LineButton(
                who.full_name,
                value=f"{one.distance:.2f}",
                below=tr_stored(who.country),
                warning=tr("look-alike") if one.alike else "",
            )
            line.clicked.connect(lambda _on=False, who=who: self.politician_wanted.emit(who.id))
            self._nearest.addWidget(line)
        if not known:
            words = (
                tr("Nobody can be compared yet: add portraits of this politician.")
                if not found.mutual.portrait_ids
                else tr("Nobody else in the index has a portrait.")
            )
            self._nearest.addWidget(_note(words))

    def _on_pointed(self, sentence: str) -> None:
        self._pair.setText(sentence or self._square_words)


def _note(words: str) -> QLabel:
    return text_label(words, role=Role.CAPTION, wrap=True)


def _lines(column: QVBoxLayout) -> tuple[LineButton, ...]:
    items = (column.itemAt(place) for place in range(column.count()))
    widgets = (item.widget() for item in items if item is not None)
    return tuple(widget for widget in widgets if isinstance(widget, LineButton))


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
