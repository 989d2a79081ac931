"""The politicians nearest to a face, as rows with bars, distances and words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from curator.engine.matching import score
from curator.engine.records import Match, Politician, PoliticianId
from curator.engine.wording import DISTANCE_WORDS
from curator.ui.language import tr, tr_stored
from curator.ui.review.sections import Section
from curator.ui.review.strip import Bands
from curator.ui.theme import GRID, Role, Tone, set_role, size_with_text, sized
from curator.ui.widgets import BarTrack, text_label

ROW_HEIGHT = 24
"""At 100 %."""
_BAR_SHARE, _LEAST_BAR = 0.25, 32
"""Of the room for name and bar, and what a bar is worth showing with: it repeats the number beside it."""
_NAME, _LEAST_WORD = 152, 40
"""Names have so much room, in logical pixels at 100 %, before there are bars, and before words are whole:
a name that is cut is lost."""


class RankingSection(Section):
    """Nearest first; the politician that the face is compared with is bold and in its tone."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Nearest politicians"), parent=parent)
        self._table = _Table()
        self.set_rows([self._table])
        self.hide()

    def show_matches(
        self,
        matches: Sequence[Match],
        *,
        names: Mapping[PoliticianId, Politician],
        claimed_id: PoliticianId | None,
        bands: Bands,
    ) -> None:
        """Show the ranking of a face.

        Args:
            matches: nearest first; the claimed politician may be far down and still among them.
            names: the politicians that occur.
            claimed_id: who is claimed; None marks the nearest instead.
            bands: for the tone of the marked row.
        """
        if matches:
            marked = claimed_id if claimed_id is not None else matches[0].politician_id
            self._table.show_matches(matches, names=names, marked=marked, claimed_id=claimed_id, bands=bands)
        # Shown without a parent it would open as a window of its own.
        self.setVisible(bool(matches) and self.parentWidget() is not None)


class _Table(QWidget):
    """A grid, so that bars, distances and words of all rows line up.

    Its rows stay from one face to the next: making them anew was a tenth of every decision.
    """

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[_Row] = []
        # How wide a bar is, and a word.
        self._shape = 0, 0
        self.setAccessibleName(tr("Nearest politicians"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show bars only where they leave room for names."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again when the size of text has changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        if not self._rows:
            return
        beside = sum(max(one.sizeHint().width(), one.minimumWidth()) for one in self._rows[0].numbers)
        # By the size of text and not by these names and words: what came and went would draw the eye.
        widest = self._rows[0].widest_word()
        room = self.width() - beside - widest - 3 * self._grid.horizontalSpacing()
        word = max(sized(_LEAST_WORD), widest - max(0, sized(_NAME) - room))
        room -= self._grid.horizontalSpacing()
        bar = min(round(_BAR_SHARE * room), room - sized(_NAME))
        self._shape = bar if bar >= _LEAST_BAR else 0, word
        for row in self._rows:
            row.set_shape(bar=self._shape[0], word=word)

    def show_matches(
        self,
        matches: Sequence[Match],
        *,
        names: Mapping[PoliticianId, Politician],
        marked: PoliticianId,
        claimed_id: PoliticianId | None,
        bands: Bands,
    ) -> None:
        """Show one row for each match, nearest first."""
        shown = _shown_names(matches, names=names)
        while len(self._rows) < len(matches):
            self._rows.append(_Row(self._grid, len(self._rows)))
            bar, room = self._shape
            self._rows[-1].set_shape(bar=bar, word=room)
        for row in self._rows[len(matches) :]:
            row.set_visible(False)
        spoken = []
        for row, match in zip(self._rows, matches, strict=False):
            name = shown[match.politician_id]
            word = tr(DISTANCE_WORDS[bands.word_of(match)])
            strong = match.politician_id == marked
            told = tr(
                "{name}, rank {rank}, {distance:.2f}, {word}",
                name=tr("{name}, the claim", name=name) if match.politician_id == claimed_id else name,
                rank=match.rank,
                distance=match.distance,
                word=word,
            )
            tone = bands.tone(match.distance) if strong else Tone.NEUTRAL
            row.show_match(match, name=name, word=word, told=told, strong=strong, tone=tone)
            row.set_visible(True)
            spoken.append(told)
        self.setAccessibleDescription("; ".join(spoken))


class _Row:
    """The cells of one row."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self._rank = text_label("", role=Role.CAPTION)
        self._rank.setMinimumWidth(self._rank.fontMetrics().horizontalAdvance("00"))
        self._name = text_label("", elide=Qt.TextElideMode.ElideRight)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar = BarTrack(0.0, tone=Tone.NEUTRAL)
        self._distance = text_label("", role=Role.DIM)
        self._word = text_label("", role=Role.CAPTION, elide=Qt.TextElideMode.ElideRight)
        self._strong: bool | None = None
        self._barred = True
        self._visible = True
        self.numbers = (self._rank, self._distance)
        self._cells = (self._rank, self._name, self._bar, self._distance, self._word)
        size_with_text(self._rank, least_height=ROW_HEIGHT)
        for column, cell in enumerate(self._cells):
            grid.addWidget(cell, place, column, _ALIGNMENTS[column])

    def widest_word(self) -> int:
        """How wide the longest word is, in logical pixels."""
        metrics = self._word.fontMetrics()
        return max(metrics.horizontalAdvance(tr(one)) for one in DISTANCE_WORDS.values()) + 2

    def show_match(self, match: Match, *, name: str, word: str, told: str, strong: bool, tone: Tone) -> None:
        """Show one politician; ``told`` is the whole row for screen readers."""
        if strong != self._strong:
            self._strong = strong
            set_role(self._name, Role.STRONG if strong else Role.BODY)
            set_role(self._distance, Role.STRONG if strong else Role.DIM)
            # The colour of a role comes from the style sheet, which looks again only when it is told.
            for label in (self._name, self._distance):
                label.style().unpolish(label)
                label.style().polish(label)
        self._rank.setText(str(match.rank))
        self._name.setText(name)
        self._name.setAccessibleName(told)
        self._bar.set_bar(score(match.distance) / 100, tone=tone)
        self._distance.setText(f"{match.distance:.2f}")
        self._word.setText(word)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the whole row."""
        self._visible = visible
        for cell in self._cells:
            shown = visible and (self._barred or cell is not self._bar)
            if cell.isHidden() is shown:
                cell.setVisible(shown)

    def set_shape(self, *, bar: int, word: int) -> None:
        """Give bar and word so many logical pixels; none for the bar leaves its room to the name."""
        if self._word.minimumWidth() != word:
            self._word.setFixedWidth(word)
        if bar and self._bar.minimumWidth() != bar:
            self._bar.setFixedWidth(bar)
        if self._barred != bool(bar):
            self._barred = bool(bar)
            self.set_visible(self._visible)


_ALIGNMENTS = (
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignVCenter,
)


def _shown_names(
    matches: Sequence[Match], *, names: Mapping[PoliticianId, Politician]
) -> dict[PoliticianId, str]:
    """Names as shown: with the country where two would read the same."""
    ids = [match.politician_id for match in matches]
    plain = {
        one: names[one].full_name if one in names else tr("politician {number}", number=one) for one in ids
    }
    often = Counter(plain.values())
    return {
        one: f"{name}, {tr_stored(names[one].country)}"
        if often[name] > 1 and one in names and names[one].country
        else name
        for one, name in plain.items()
    }
