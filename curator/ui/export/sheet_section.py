"""What can be said about a contact sheet before it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from curator.engine.catalogue import SubmissionFilter
from curator.engine.text import clean_line
from curator.ui.contact_sheet import Paper, SheetForm, usual_paper
from curator.ui.export.parts import Choice, FileSection, field
from curator.ui.language import capital, tr
from curator.ui.theme import GRID
from curator.ui.widgets import captioned

_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Listed:
    """What the review page lists.

    Attributes:
        wanted: as a filter.
        words: the same in a few words.
    """

    wanted: SubmissionFilter
    words: str


class SheetSection(FileSection):
    """The contact sheet.

    Attributes:
        which: pictures of what.
        title: at the head of its pages.
        paper: of its pages.
        boxed: whether faces are framed.
    """

    def __init__(self, *, listed: Callable[[], Listed] | None) -> None:
        """Offers the approved set, and what the review page lists where there is one.

        Args:
            listed: tells what that is.
        """
        super().__init__(
            tr("Contact sheet"),
            tr("Pictures on pages of paper, for meetings. Unsafe ones are never in it."),
            save=tr("Save the contact sheet …"),
        )
        self._listed_of = listed
        self._listed: Listed | None = None
        self.which = Choice(tr("Pictures"), items=[("approved", tr("The approved set"))])
        self.title = field(tr("Title"), longest=_LONGEST_TITLE)
        self.paper = Choice(
            tr("Paper"), items=[(Paper.A4.value, "A4"), (Paper.LETTER.value, tr("US Letter"))]
        )
        self.paper.choose(usual_paper(QLocale()).value)
        self.boxed = QCheckBox(tr("Frame the faces"))
        self.boxed.setChecked(True)
        choices = QHBoxLayout()
        choices.setSpacing(3 * GRID)
        choices.addLayout(captioned(tr("Pictures"), self.which), 1)
        choices.addLayout(captioned(tr("Title"), self.title), 1)
        foot = QHBoxLayout()
        foot.setSpacing(3 * GRID)
        foot.addLayout(captioned(tr("Paper"), self.paper))
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, GRID)  # on one line with the words of the list
        beside.addStretch(1)
        beside.addWidget(self.boxed)
        foot.addLayout(beside)
        foot.addStretch(1)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(choices)
        self.column.addLayout(foot)
        self.which.currentIndexChanged.connect(lambda _place: self._show_title())
        self.show_listed()

    def show_listed(self) -> None:
        """Offers what the review page lists now."""
        if self._listed_of is None:
            self._show_title()
            return
        self._listed = self._listed_of()
        words = tr("What the review page lists: {what}", what=self._listed.words)
        place = self.which.findData("listed")
        if place < 0:
            self.which.addItem(words, "listed")
        else:
            self.which.setItemText(place, words)
        self._show_title()

    @property
    def wanted(self) -> SubmissionFilter | None:
        """Of which submissions; None for the approved set."""
        chosen = self.which.value == "listed" and self._listed is not None
        return self._listed.wanted if chosen and self._listed is not None else None

    @property
    def file_name(self) -> str:
        """See the class above."""
        return f"{tr('contact sheet')}.pdf"

    @property
    def kinds(self) -> str:
        """See the class above."""
        return f"{tr('PDF files')} (*.pdf)"

    def form(self, path: Path, *, replace: bool) -> SheetForm:
        """How and where it is to be written.

        Args:
            path: of the file.
            replace: write over one of that name.
        """
        typed = clean_line(self.title.text(), limit=_LONGEST_TITLE) if self.title.text() else ""
        return SheetForm(
            path=path,
            title=typed or self.title.placeholderText(),
            day=date.today(),
            boxed=self.boxed.isChecked(),
            paper=Paper(self.paper.value),
            replace=replace,
        )

    def _show_title(self) -> None:
        listed = self.wanted is not None and self._listed is not None
        words = capital(self._listed.words) if listed and self._listed is not None else ""
        self.title.setPlaceholderText(words or tr("Approved pictures"))
