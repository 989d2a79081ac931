"""One office beside the board: who holds it, their numbers, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from curator.engine.catalogue import SubmissionFilter
from curator.engine.countries import ROLE_WORDS
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.politicians.board import CoverMark
from curator.ui.politicians.coverage import Cover, Listed, Office
from curator.ui.politicians.lines import number_line, warning_line
from curator.ui.politicians.side import SideColumn
from curator.ui.politicians.tallies import OF_SUBMISSIONS, TALLY_WORDS, Tally, narrowed
from curator.ui.theme import GRID, Role
from curator.ui.widgets import ButtonTone, EmptyState, FollowingArea, KeyButton, rule, text_label

PANEL_WIDTH = 300


class OfficePanel(SideColumn):
    """Shows the office that is selected on the board.

    Attributes:
        submissions_wanted: a ``SubmissionFilter`` and what it is of, in words.
        politician_wanted: the ``PoliticianId`` that is to be opened.
        person_wanted: the ``Office`` that somebody is to be added to.
    """

    submissions_wanted = Signal(object, str)
    politician_wanted = Signal(int)
    person_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(PANEL_WIDTH)
        self._office: Office | None = None
        nothing = EmptyState(
            Icon.COVERAGE,
            tr("Select an office"),
            tr(
                "Click a cell, or move with the arrow keys. Who holds the office and what was sent in"
                " about them is shown here."
            ),
        )
        self._scroll = FollowingArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._scroll)

    @property
    def office(self) -> Office | None:
        """What is shown."""
        return self._office

    def show_office(self, office: Office | None) -> None:
        """Shows another office, or the same one with other numbers."""
        if office == self._office:
            return
        self._office = office
        if office is None:
            self._stack.setCurrentIndex(0)
            return
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        content = self._content(office)
        # The old content goes with its scroll area's hold on it.
        self._scroll.setWidget(content)
        self._stack.setCurrentIndex(1)
        button = content.findChild(KeyButton)
        if held and button is not None:
            # Numbers that changed must not throw a person out of the panel.
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ building

    def _content(self, office: Office) -> QWidget:
        content = QWidget()
        content.setAccessibleName(office.name)
        column = QVBoxLayout(content)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        column.addWidget(text_label(tr(ROLE_WORDS[office.role.value]), role=Role.HEADING, wrap=True))
        column.addWidget(text_label(tr(office.country.words), role=Role.DIM, wrap=True))
        column.addSpacing(GRID)
        if office.cover is Cover.GAP:
            self._fill_gap(column, office)
        for one in office.holders:
            column.addWidget(rule())
            column.addSpacing(GRID)
            self._fill_holder(column, one, only=len(office.holders) == 1)
        if len(office.holders) > 1:
            column.addWidget(rule())
            column.addSpacing(GRID)
            button = KeyButton(
                tr_of(len(office.holders), "Submissions of {n}", "Submissions of all {n}"), key=tr("Enter")
            )
            button.clicked.connect(lambda: self.submissions_wanted.emit(office.filter, office.name))
            column.addWidget(button)
        column.addStretch(1)
        return content

    def _fill_gap(self, column: QVBoxLayout, office: Office) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(CoverMark(Cover.GAP))
        row.addWidget(text_label(tr("Nobody named"), role=Role.STRONG), 1)
        column.addLayout(row)
        column.addWidget(
            text_label(
                tr(
                    "What is sent in about whoever holds this office cannot be compared until they are added."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        column.addSpacing(2 * GRID)
        add = KeyButton(tr("Add someone"), key=tr("Enter"), tone=ButtonTone.PRIMARY)
        add.clicked.connect(lambda: self.person_wanted.emit(office))
        column.addWidget(add)

    def _fill_holder(self, column: QVBoxLayout, one: Listed, *, only: bool) -> None:
        who = one.politician
        column.addWidget(text_label(who.full_name, role=Role.STRONG, wrap=True))
        if one.lacks_portraits:
            column.addWidget(warning_line(tr("No portrait: nothing can be compared.")))
        elif not one.accepted:
            words = tr("The portraits wait for analysis: nothing can be compared yet.")
            column.addWidget(text_label(words, role=Role.DIM, wrap=True))
        elif one.disagreeing:
            words = tr_of(one.disagreeing, "{n} portrait disagrees", "{n} portraits disagree")
            column.addWidget(warning_line(words))
        wanted = SubmissionFilter(politicians=frozenset({who.id}))
        for tally in Tally:
            self._add_number(column, one, tally, wanted)
        column.addSpacing(GRID)
        show = KeyButton(
            tr("Show submissions"),
            key=tr("Enter") if only else "",
            tone=ButtonTone.PRIMARY if only else ButtonTone.NEUTRAL,
        )
        show.setAccessibleDescription(who.full_name)
        filtered = self._office.filter if only and self._office is not None else wanted
        show.clicked.connect(lambda: self.submissions_wanted.emit(filtered, who.full_name))
        opened = KeyButton(tr("Open"), key=tr("Shift+Enter") if only else "")
        opened.setAccessibleDescription(who.full_name)
        opened.clicked.connect(lambda: self.politician_wanted.emit(who.id))
        column.addWidget(show)
        column.addWidget(opened)
        column.addSpacing(GRID)

    def _add_number(self, column: QVBoxLayout, one: Listed, tally: Tally, wanted: SubmissionFilter) -> None:
        line = number_line(tr(TALLY_WORDS[tally]), one.number(tally), leads=tally in OF_SUBMISSIONS)
        name = one.politician.full_name
        line.clicked.connect(lambda: self.submissions_wanted.emit(narrowed(wanted, tally), name))
        column.addWidget(line)
