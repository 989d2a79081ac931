"""What lay before the curator when a row of the log was written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from curator.engine.catalogue import DECIDE
from curator.engine.records import Decision
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.language import capital, tr
from curator.ui.log.wording import (
    Seen,
    advice_line,
    face_lines,
    finding_lines,
    look,
    threshold_lines,
    version_lines,
    what,
)
from curator.ui.merged import merged_words
from curator.ui.moments import day_and_time
from curator.ui.theme import GRID, Role, Surface, text_scale
from curator.ui.widgets import (
    IconMark,
    KeyButton,
    section_heading,
    set_surface,
    text_label,
)

LEAST_WIDTH, MOST_WIDTH = 288, 400


class SeenPanel(QScrollArea):
    """The selected row in full.

    Attributes:
        submission_requested: the id of the submission that the row is about.
    """

    submission_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._decision: Decision | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What was seen"))
        self.show_decision(None, picture="", claim="", there=False)

    @property
    def decision(self) -> Decision | None:
        """The row that is shown."""
        return self._decision

    def show_decision(self, decision: Decision | None, *, picture: str, claim: str, there: bool) -> None:
        """Shows another row.

        Args:
            decision: the row, or None for none.
            picture: how the picture is called.
            claim: whom it claimed to show.
            there: the submission can still be looked at.
        """
        self._decision = decision
        if decision is None:
            self.setWidget(_nothing())
            return
        body = QWidget()
        set_surface(body, Surface.PANEL)
        column = QVBoxLayout(body)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(GRID)
        self._add_head(column, decision, picture=picture, claim=claim, there=there)
        for title, lines in self._sections(decision):
            if lines:
                column.addSpacing(3 * GRID)
                column.addWidget(section_heading(title))
                for line in lines:
                    column.addWidget(_Line(line))
        column.addStretch(1)
        self.setWidget(body)

    def _add_head(
        self, column: QVBoxLayout, decision: Decision, *, picture: str, claim: str, there: bool
    ) -> None:
        tone, image = look(decision)
        words = what(decision)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(IconMark(image, tone=tone, first_line=True), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(text_label(capital(words), role=Role.STRONG, wrap=True), 1)
        column.addLayout(head)
        column.addWidget(
            text_label(
                f"#{decision.id} · {decision.curator} · {day_and_time(decision.decided_at)}",
                role=Role.DIM,
                wrap=True,
            )
        )
        column.addWidget(text_label(picture, elide=Qt.TextElideMode.ElideMiddle))
        if claim:
            column.addWidget(text_label(tr("Claim: {name}", name=claim), role=Role.DIM, wrap=True))
        if decision.note:
            column.addWidget(text_label(tr("“{note}”", note=decision.note), wrap=True, selectable=True))
        if there:
            button = KeyButton(tr("Show the picture"), image=Icon.REVIEW)
            button.clicked.connect(lambda: self.submission_requested.emit(decision.submission_id))
            row = QHBoxLayout()
            row.setContentsMargins(0, GRID, 0, 0)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def _sections(self, decision: Decision) -> Sequence[tuple[str, Sequence[Seen]]]:
        versions = version_lines(decision)
        if not decision.seen:
            why = tr("Nothing is noted anew here: it brings back an earlier row.") if decision.undoes else ""
            return ((tr("What was seen"), (Seen(why),) if why else ()), (tr("Versions"), versions))
        merged = merged_words(decision)
        title = tr("What was seen") if decision.action == DECIDE else tr("What was seen then")
        return (
            *(((tr("Where it was decided"), (Seen(merged),)),) if merged else ()),
            (title, (advice_line(decision.seen), *finding_lines(decision.seen))),
            (tr("Distances"), face_lines(decision.seen)),
            (tr("Thresholds"), threshold_lines(decision.seen)),
            (tr("Versions"), versions),
        )


def _nothing() -> QWidget:
    body = QWidget()
    set_surface(body, Surface.PANEL)
    column = QVBoxLayout(body)
    column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
    column.addWidget(section_heading(tr("What was seen")))
    column.addWidget(
        text_label(tr("Select a row to see what lay before the curator."), role=Role.DIM, wrap=True)
    )
    column.addStretch(1)
    return body


class _Line(QWidget):
    """Words with their numbers: beside them where short, else below."""

    _BESIDE = 22
    """Characters of a detail that still fits beside the words, at 100 %."""
    _TOGETHER = 48
    """Characters of both."""

    def __init__(self, line: Seen) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(2 * GRID)
        if line.tone is not None:
            mark = IconMark(TONE_ICONS[line.tone], tone=line.tone, first_line=True)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = text_label(line.words, wrap=True)
        detail = text_label(_breakable(line.detail), role=Role.CAPTION, wrap=True, selectable=True)
        # The panel grows half as fast as its text.
        share = (1 + text_scale()) / 2 / text_scale()
        whole = len(line.words) + len(line.detail)
        if len(line.detail) <= self._BESIDE * share and whole < self._TOGETHER * share:
            row.addWidget(words, 1)
            if line.detail:
                detail.setWordWrap(False)
                row.addWidget(detail)
        else:
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(words)
            both.addWidget(detail)
            row.addLayout(both, 1)
        self.setAccessibleName(f"{line.words} {line.detail}".strip())


def _breakable(text: str) -> str:
    """A digest has no blanks to break at: it stands in two lines, or in four of large letters."""
    if len(text) != 64 or " " in text:
        return text
    each = 32 if text_scale() <= 1 else 16
    return "\n".join(text[start : start + each] for start in range(0, 64, each))
