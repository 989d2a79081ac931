"""The coverage of the offices: summary and order above, the board, and one office beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from curator.ui.language import tr
from curator.ui.politicians.board import CoverageBoard, Legend
from curator.ui.politicians.coverage import Coverage, Office
from curator.ui.politicians.office_panel import OfficePanel
from curator.ui.theme import GRID, Role
from curator.ui.widgets import Chip, rule, text_label


class BoardView(QWidget):
    """Shows where the index has gaps, and leads to people and their submissions.

    Attributes:
        submissions_wanted: a ``SubmissionFilter`` and what it is of, in words.
        politician_wanted: the ``PoliticianId`` that is to be opened.
        person_wanted: the ``Office`` that somebody is to be added to.
    """

    submissions_wanted = Signal(object, str)
    politician_wanted = Signal(int)
    person_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._hint = tr("Arrow keys move over the board; Enter shows the submissions of an office.")
        self._pointed_at: Office | None = None
        self.board = CoverageBoard()
        self.panel = OfficePanel()
        self.gaps_first = Chip(tr("Gaps first"))
        self.by_name = Chip(tr("By name"))
        self.summary = text_label("", role=Role.STRONG, elide=Qt.TextElideMode.ElideRight)
        self.sentence = text_label(self._hint, role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
        order = QButtonGroup(self)
        order.addButton(self.gaps_first)
        order.addButton(self.by_name)
        self.gaps_first.setChecked(True)
        self._lay_out()
        self.gaps_first.toggled.connect(self.board.set_gaps_first)
        self.board.pointed.connect(self._on_pointed)
        self.board.selected.connect(self.panel.show_office)
        self.board.entered_office.connect(self._on_entered)
        self.board.opened.connect(self._on_opened)
        self.panel.submissions_wanted.connect(self.submissions_wanted)
        self.panel.politician_wanted.connect(self.politician_wanted)
        self.panel.person_wanted.connect(self.person_wanted)

    def show_coverage(self, coverage: Coverage) -> None:
        """Shows how the offices are covered now."""
        self.summary.setText(coverage.sentence)
        self.board.show_coverage(coverage)
        self.panel.show_office(self.board.current_office)
        if self._pointed_at is not None:
            key = self._pointed_at.country, self._pointed_at.role
            offices = (office for row in coverage.rows for office in row.offices)
            self._on_pointed(next((one for one in offices if (one.country, one.role) == key), None))

    # ------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        top.setSpacing(GRID)
        top.addWidget(self.summary, 1)
        top.addSpacing(3 * GRID)
        top.addWidget(self.gaps_first)
        top.addWidget(self.by_name)
        # The sentence has a line of its own: it holds all numbers of an office and is long.
        foot = QVBoxLayout()
        foot.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self.sentence)
        foot.addWidget(Legend())
        board = QHBoxLayout()
        board.setContentsMargins(2 * GRID, 0, GRID, GRID)
        board.addWidget(self.board)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(top)
        left.addLayout(board, 1)
        left.addWidget(rule())
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 2)
        row.addWidget(rule(vertical=True))
        row.addWidget(self.panel, 1)

    def _on_pointed(self, office: Office | None) -> None:
        self._pointed_at = office
        self.sentence.setText(self._hint if office is None else office.sentence)

    def _on_entered(self, office: Office) -> None:
        if office.holders:
            self.submissions_wanted.emit(office.filter, office.name)
        else:
            self.person_wanted.emit(office)

    def _on_opened(self, office: Office) -> None:
        if office.holders:
            self.politician_wanted.emit(office.holders[0].politician.id)
        else:
            self.person_wanted.emit(office)
