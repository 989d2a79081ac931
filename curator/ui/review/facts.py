"""Says where a submission came from and what its file is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from curator.engine.records import Arrival, PictureFacts, Submission
from curator.engine.said import Said, said
from curator.engine.wording import KIND_WORDS
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.moments import day_and_time
from curator.ui.review.findings import SaidLine
from curator.ui.review.long_words import breakable
from curator.ui.review.sections import Section
from curator.ui.theme import GRID, Role
from curator.ui.widgets import set_selectable, text_label

FILE, SOURCE = said("File"), said("Source")
MOST_ARRIVALS = 6
"""Lines for further arrivals; a picture that goes round is sent in by dozens."""


class FactsSection(Section):
    """Sender, source, file: names at the left, facts at the right."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where it came from"), parent=parent)
        self._table: _Table | None = None

    def show_submission(self, submission: Submission) -> None:
        """Show the facts of another submission."""
        facts = facts_of(submission)
        aside = tr("submission {number}", number=submission.id)
        if self._table is not None and self._table.names == tuple(name for name, _ in facts):
            # Its lines stay from one picture to the next: made anew they took longest of all that is told.
            self._table.tell(facts)
            self.set_aside(aside)
            return
        self._table = _Table(facts)
        self.set_rows([self._table], aside=aside)


class ArrivalsSection(Section):
    """The other times that the same picture was sent in."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("The same picture, sent in again"), parent=parent)

    def show_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Show all but the first arrival, which the submission itself tells.

        Args:
            arrivals: of the submission, oldest first.
        """
        further = arrivals[1:]
        rows = [
            SaidLine(_arrival_words(one), detail=_arrival_detail(one), image=Icon.DUPLICATE)
            for one in further[:MOST_ARRIVALS]
        ]
        left_out = len(further) - len(rows)
        if left_out:
            rows.append(SaidLine(tr_of(left_out, "and {n} more", "and {n} more"), image=Icon.MORE))
        self.set_rows(rows)


def facts_of(submission: Submission, *, today: date | None = None) -> tuple[tuple[Said, str], ...]:
    """What is known of a submission's way and file, as pairs of name and fact.

    The names are told in English, for the table to translate; the facts as they are shown.

    Args:
        submission: whose facts.
        today: the day from which years are told; now when None.
    """
    facts = [
        (said("Sent by"), submission.sender or tr("nobody is named")),
        (SOURCE, submission.source or tr("not known")),
        (said("Received"), day_and_time(submission.received_at, today=today)),
        (FILE, submission.file_name),
        (said("Size"), file_size(submission.size)),
    ]
    if submission.facts is not None:
        facts.append((said("Picture"), picture_words(submission.facts)))
        odd = _oddities(submission.facts)
        if odd:
            facts.append((said("Shown"), odd))
    return tuple(facts)


def picture_words(facts: PictureFacts) -> str:
    """Format and size of a picture: ``JPEG, 1280 × 1600 px``."""
    return tr("{format}, {width} × {height} px", format=facts.format, width=facts.width, height=facts.height)


def file_size(size: int) -> str:
    """A number of bytes as people say it, in thousands.

    Args:
        size: in bytes.
    """
    if size < 1000:
        return tr_of(size, "{n} byte", "{n} bytes")
    if size < 999_500:
        return tr("{size:,.0f} kB", size=size / 1000)
    return tr("{size:,.1f} MB", size=size / 1_000_000)


def _oddities(facts: PictureFacts) -> str:
    odd = []
    if facts.frames > 1:
        odd.append(
            tr_of(
                facts.frames,
                "the only frame of an animation",
                "the first of {n} frames of an animation",
            )
        )
    if facts.truncated:
        odd.append(tr("only as far as the file goes, the rest is missing"))
    if facts.turn:
        odd.append(tr("turned by {degrees}° so that the face is upright", degrees=90 * facts.turn))
    return "; ".join(odd)


def _arrival_words(arrival: Arrival) -> str:
    who = arrival.claim.full_name or tr("nobody claimed")
    words = f"{who}, {tr(KIND_WORDS[arrival.kind])}"
    return f"{words}\n{tr('“{note}”', note=arrival.note)}" if arrival.note else words


def _arrival_detail(arrival: Arrival) -> str:
    return " · ".join(part for part in (arrival.sender, arrival.source, arrival.file_name) if part)


class _Table(QWidget):
    """Two columns; file names are cut in the middle, the rest breaks into lines."""

    def __init__(self, facts: Sequence[tuple[Said, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self.names = tuple(name for name, _ in facts)
        self._labels: list[QLabel] = []
        for row, name in enumerate(self.names):
            one_line = name in (FILE, SOURCE)
            heading = text_label(tr(name), role=Role.DIM)
            label = text_label(
                "", wrap=not one_line, elide=Qt.TextElideMode.ElideMiddle if one_line else None
            )
            if one_line:
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(heading, row, 0, top)
            grid.addWidget(label, row, 1)
            self._labels.append(label)
        self.tell(facts)

    def tell(self, facts: Sequence[tuple[Said, str]]) -> None:
        """Say other facts beside the same names."""
        for label, (name, fact) in zip(self._labels, facts, strict=True):
            one_line = name in (FILE, SOURCE)
            shown = fact if one_line else breakable(fact)
            set_selectable(label, not one_line and shown == fact)
            label.setText(shown)
            label.setAccessibleName(f"{tr(name)}: {fact}")
