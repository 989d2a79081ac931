"""What stands in the queue while nothing is listed."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.engine.said import Said, said
from curator.ui.assets import Icon
from curator.ui.language import tr
from curator.ui.theme import GRID, Role
from curator.ui.widgets import ButtonTone, IconMark, KeyButton, text_label


class Why(StrEnum):
    """Why a list is empty."""

    NO_SUBMISSIONS = "no-submissions"
    FILTERED = "filtered"
    ALL_DECIDED = "all-decided"
    NOT_THIS_VERDICT = "not-this-verdict"


HEADINGS: Mapping[Why, Said] = {
    Why.NO_SUBMISSIONS: said("No submissions yet"),
    Why.FILTERED: said("Nothing fits"),
    Why.ALL_DECIDED: said("All decided"),
    Why.NOT_THIS_VERDICT: said("Nothing here"),
}

ON_THE_DESK: Mapping[Why, Said] = {
    Why.NO_SUBMISSIONS: said("No submissions yet."),
    Why.FILTERED: said("Nothing fits."),
    Why.ALL_DECIDED: said("Nothing to review."),
    Why.NOT_THIS_VERDICT: said("Nothing here."),
}
"""What the empty desk says meanwhile."""

_SENTENCES: Mapping[Why, Said] = {
    Why.NO_SUBMISSIONS: said(
        "Drop pictures or folders here, load them from a folder, or fetch them from NocoDB."
    ),
    Why.FILTERED: said("No submission fits the search and the filters above."),
    Why.ALL_DECIDED: said("Every submission has a verdict. Load more, or export the approved ones."),
}


class NothingListed(QWidget):
    """Says why the list is empty and what to do, within the queue's narrow column.

    Attributes:
        load: the button to load pictures.
        clear: the button to take all filters off.
        export: the button to export what was approved.
    """

    load_wanted = Signal()
    clear_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._heading = text_label("", role=Role.STRONG)
        self._sentence = text_label("", role=Role.DIM, wrap=True)
        self._sentence.setAlignment(centre)
        self.load = KeyButton(tr("Load pictures …"), key="Ctrl+L", tone=ButtonTone.PRIMARY)
        self.clear = KeyButton(tr("Clear all filters"), tone=ButtonTone.PRIMARY)
        self.export = KeyButton(tr("Export …"), tone=ButtonTone.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 4 * GRID, 2 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(IconMark(Icon.REVIEW, size=32), 0, centre)
        column.addWidget(self._heading, 0, centre)
        column.addWidget(self._sentence)
        column.addSpacing(2 * GRID)
        for button in (self.load, self.clear, self.export):
            button.hide()
            column.addWidget(button, 0, centre)
        column.addStretch(3)
        self.load.clicked.connect(self.load_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.export.clicked.connect(self.export_wanted)

    @property
    def heading(self) -> str:
        """What is said first."""
        return self._heading.text()

    def tell(self, why: Why, *, listed: str) -> None:
        """Says something else.

        Args:
            why: the list is empty.
            listed: what the list is called.
        """
        self._heading.setText(tr(HEADINGS[why]))
        sentence = _SENTENCES.get(why)
        if sentence is None:
            self._sentence.setText(tr("No submission is listed under “{list}”.", list=listed))
        else:
            self._sentence.setText(tr(sentence))
        self.load.setVisible(why is Why.NO_SUBMISSIONS)
        self.clear.setVisible(why is Why.FILTERED)
        self.export.setVisible(why is Why.ALL_DECIDED)
