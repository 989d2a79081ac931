"""Findings as rows: an icon in its tone, the words, and the numbers at the end of the line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from curator.engine.records import Finding, Outcome
from curator.engine.said import Said, said
from curator.engine.wording import describe
from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon, icon
from curator.ui.language import tr
from curator.ui.review.long_words import breakable
from curator.ui.review.sections import Section
from curator.ui.theme import GRID, Role, Tone, font_of
from curator.ui.widgets import IconMark, text_label

TONES = {Outcome.APPROVE: Tone.OK, Outcome.LOOK_CLOSER: Tone.WARN, Outcome.REJECT: Tone.BAD}
"""How good or bad an outcome is."""
MEANINGS: Mapping[Tone, Said] = {
    Tone.OK: said("Kept"),
    Tone.WARN: said("Look closer"),
    Tone.BAD: said("Against it"),
    Tone.NEUTRAL: said("Note"),
}
"""What the icon of a finding says, for screen readers."""


class SaidLine(QWidget):
    """An icon, words, and a dim detail: on the same line where both fit, else under the words."""

    TEXT_LEFT = ICON_SMALL + 2 * GRID
    PADDING = GRID
    GAP = 3 * GRID

    def __init__(
        self,
        words: str,
        *,
        detail: str = "",
        tone: Tone = Tone.NEUTRAL,
        image: Icon | None = None,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a line.

        Args:
            words: shown as written, broken into lines where they are long.
            detail: numbers.
            tone: of the icon.
            image: another icon than the tone's.
            spoken: what the icon means, said before the words by screen readers.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._mark = IconMark(image or TONE_ICONS[tone], tone=tone, parent=self)
        self._said = words, detail
        self._words = text_label(breakable(words), wrap=True, parent=self)
        self._detail = text_label(breakable(detail), role=Role.CAPTION, wrap=True, parent=self)
        self._detail.setVisible(bool(detail))
        self._action: QToolButton | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(": ".join(part for part in (spoken, words) if part))
        self.setAccessibleDescription(detail)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._said[0]

    @property
    def detail(self) -> str:
        """The numbers."""
        return self._said[1]

    def set_action(self, button: QToolButton) -> None:
        """Put a button under the text: what can be done about it."""
        button.setParent(self)
        self._action = button
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at that width."""
        # A layout asks a dozen times in a row, and measuring words is what takes long.
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(width, place=False)
        return height

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        width = self.TEXT_LEFT + self._advance(self._words)
        if self.detail:
            width += self.GAP + self._advance(self._detail)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return QSize(self.TEXT_LEFT + 80, 6 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a label has changed."""
        # A QLabel posts this to its parent when its text or font changes.
        if event.type() is QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.updateGeometry()
            self._arrange(self.width(), place=True)
        return super().event(event)

    def _arrange(self, width: int, *, place: bool) -> int:
        room = max(1, width - self.TEXT_LEFT)
        words, detail = self._advance(self._words), self._advance(self._detail)
        if place:
            # Level with the first line, however large its letters are.
            line = self._words.fontMetrics().height()
            self._mark.move(0, self.PADDING + max(0, (line - ICON_SMALL) // 2))
        beside = bool(self.detail) and words + self.GAP + detail <= room
        words_width = room - detail - self.GAP if beside else room
        height = self._words.heightForWidth(words_width)
        top = self.PADDING
        if place:
            self._words.setGeometry(self.TEXT_LEFT, top, words_width, height)
        if beside and place:
            # Level with the first line of the words, of which a note may add more.
            line = self._words.fontMetrics().height()
            self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._detail.setGeometry(width - detail, top, detail, line)
        bottom = top + height
        if self.detail and not beside:
            more = self._detail.heightForWidth(room)
            if place:
                self._detail.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self._detail.setGeometry(self.TEXT_LEFT, bottom, room, more)
            bottom += more
        if self._action is not None:
            size = self._action.sizeHint()
            if place:
                # The button's own padding is outside of the column, so that its words line up.
                self._action.setGeometry(self.TEXT_LEFT - 6, bottom, size.width(), size.height())
            bottom += size.height()
        return max(ICON_SMALL + 2 * self.PADDING, bottom + self.PADDING)

    @staticmethod
    def _advance(label: QLabel) -> int:
        """Width of the label's longest line in whole pixels, with some to spare: nothing breaks early."""
        metrics = label.fontMetrics()
        return max(metrics.horizontalAdvance(line) + 2 for line in label.text().split("\n"))


class FindingsSection(Section):
    """All findings of a submission, one line each.

    Attributes:
        submission_requested: the person wants to see the submission of that number.
    """

    submission_requested = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Findings"), parent=parent)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings in the order given."""
        self.set_rows([self._row(finding) for finding in findings])

    def show_waiting(self) -> None:
        """Say that there are no findings yet."""
        words = tr("The picture has not been analysed yet.")
        self.set_rows([SaidLine(words, image=Icon.WAITING, spoken=tr("Waiting"))])

    def _row(self, finding: Finding) -> SaidLine:
        words, detail = (tr(text) for text in describe(finding))
        if finding.code == "unreadable":
            # Why it cannot be opened stands large in place of the picture.
            detail = tr("Reject it as unreadable, or ask the sender for another copy.")
        tone = TONES[finding.outcome]
        line = SaidLine(words, detail=detail, tone=tone, spoken=tr(MEANINGS[tone]))
        other = finding.numbers.get("of")
        if finding.code in ("duplicate", "like_another") and isinstance(other, int):
            line.set_action(self._link(other))
        return line

    def _link(self, other: int) -> QToolButton:
        button = QToolButton()
        button.setText(tr("Show submission {number}", number=other))
        button.setIcon(icon(Icon.LINK, tint="accent"))
        button.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFont(font_of(Role.BODY))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda: self.submission_requested.emit(other))
        return button
