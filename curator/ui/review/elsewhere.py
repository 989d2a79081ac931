"""Says what other copies of the catalogue decided otherwise, to whoever settles it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.records import Submission
from curator.engine.wording import DECIDED_ELSEWHERE, elsewhere_lines
from curator.ui.language import capital, tr
from curator.ui.moments import day
from curator.ui.review.findings import SaidLine
from curator.ui.review.history import look_of, verdict_words
from curator.ui.review.sections import Section


class ElsewhereSection(Section):
    """One line for each decision of another copy, until a person has decided here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr(DECIDED_ELSEWHERE), parent=parent)

    def show_elsewhere(self, found: Sequence[DecidedElsewhere], *, submission: Submission) -> None:
        """Show what other copies decided about a submission, oldest first."""
        self.set_rows([_line(one, submission) for one in found])


def _line(one: DecidedElsewhere, submission: Submission) -> SaidLine:
    words = [capital(verdict_words(one.verdict, one.reason))]
    words += [tr(line) for line in elsewhere_lines(one, submission=submission)]
    if one.note:
        words.append(tr("“{note}”", note=one.note))
    tone, image = look_of(one.verdict, one.reason)
    return SaidLine(
        "\n".join(words),
        detail=f"{one.curator}, {day(one.decided_at)}",
        tone=tone,
        image=image,
        spoken=tr(DECIDED_ELSEWHERE),
    )
