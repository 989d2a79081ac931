"""Says where a submission came from and what its file is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from curator.engine.records import Arrival, Kind, PictureFacts, Submission
from curator.ui.assets import Icon
from curator.ui.review.findings import SaidLine
from curator.ui.review.long_words import breakable
from curator.ui.review.moments import day_and_time
from curator.ui.review.sections import Section
from curator.ui.theme import GRID, Role
from curator.ui.widgets import text_label

MOST_ARRIVALS = 6
"""Lines for further arrivals; a picture that goes round is sent in by dozens."""


class FactsSection(Section):
    """Sender, source, file: names at the left, facts at the right."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Where it came from", parent=parent)

    def show_submission(self, submission: Submission) -> None:
        """Show the facts of another submission."""
        self.set_rows([_Table(facts_of(submission))], aside=f"submission {submission.id}")


class ArrivalsSection(Section):
    """The other times that the same picture was sent in."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("The same picture, sent in again", parent=parent)

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
            rows.append(SaidLine(f"and {left_out} more", image=Icon.MORE))
        self.set_rows(rows)


def facts_of(submission: Submission, *, today: date | None = None) -> tuple[tuple[str, str], ...]:
    """What is known of a submission's way and file, as pairs of name and fact.

    Args:
        submission: whose facts.
        today: the day from which years are told; now when None.
    """
    facts = [
        ("Sent by", submission.sender or "nobody is named"),
        ("Source", submission.source or "not known"),
        ("Received", day_and_time(submission.received_at, today=today)),
        ("File", submission.file_name),
        ("Size", file_size(submission.size)),
    ]
    if submission.facts is not None:
        facts.append(("Picture", picture_words(submission.facts)))
        odd = _oddities(submission.facts)
        if odd:
            facts.append(("Shown", odd))
    return tuple(facts)


def picture_words(facts: PictureFacts) -> str:
    """Format and size of a picture: ``JPEG, 1280 × 1600 px``."""
    return f"{facts.format}, {facts.width} × {facts.height} px"


def file_size(size: int) -> str:
    """A number of bytes as people say it, in thousands.

    Args:
        size: in bytes.
    """
    if size < 1000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"


def _oddities(facts: PictureFacts) -> str:
    odd = []
    if facts.frames > 1:
        odd.append(f"the first of {facts.frames} frames of an animation")
    if facts.truncated:
        odd.append("only as far as the file goes, the rest is missing")
    if facts.turn:
        odd.append(f"turned by {90 * facts.turn}° so that the face is upright")
    return "; ".join(odd)


def _arrival_words(arrival: Arrival) -> str:
    said = arrival.claim.full_name or "nobody claimed"
    kind = "deepfake" if arrival.kind is Kind.DEEPFAKE else "portrait"
    note = f"\n“{arrival.note}”" if arrival.note else ""
    return f"{said}, {kind}{note}"


def _arrival_detail(arrival: Arrival) -> str:
    return " · ".join(part for part in (arrival.sender, arrival.source, arrival.file_name) if part)


class _Table(QWidget):
    """Two columns; file names are cut in the middle, the rest breaks into lines."""

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for row, (name, fact) in enumerate(facts):
            one_line = name in ("File", "Source")
            heading = text_label(name, role=Role.DIM)
            shown = fact if one_line else breakable(fact)
            label = text_label(
                shown,
                wrap=not one_line,
                elide=Qt.TextElideMode.ElideMiddle if one_line else None,
                selectable=not one_line and shown == fact,
            )
            label.setAccessibleName(f"{name}: {fact}")
            if one_line:
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(heading, row, 0, top)
            grid.addWidget(label, row, 1)
