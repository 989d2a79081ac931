"""The politicians nearest to a face, as rows with bars, distances and words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from curator.engine.matching import score
from curator.engine.records import Match, Politician, PoliticianId
from curator.engine.wording import DISTANCE_WORDS
from curator.ui.language import tr, tr_stored
from curator.ui.review.sections import Section
from curator.ui.review.strip import Bands
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import BarTrack, text_label

ROW_HEIGHT = 24


class RankingSection(Section):
    """Nearest first; the politician that the face is compared with is bold and in its tone."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Nearest politicians"), parent=parent)

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
        if not matches:
            self.set_rows([])
            return
        marked = claimed_id if claimed_id is not None else matches[0].politician_id
        self.set_rows([_Table(matches, names=names, marked=marked, claimed_id=claimed_id, bands=bands)])


class _Table(QWidget):
    """A grid, so that bars, distances and words of all rows line up."""

    def __init__(
        self,
        matches: Sequence[Match],
        *,
        names: Mapping[PoliticianId, Politician],
        marked: PoliticianId,
        claimed_id: PoliticianId | None,
        bands: Bands,
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 6)
        grid.setColumnStretch(2, 4)
        shown = _shown_names(matches, names=names)
        spoken = []
        for row, match in enumerate(matches):
            strong = match.politician_id == marked
            role = Role.STRONG if strong else Role.BODY
            rank = text_label(str(match.rank), role=Role.CAPTION)
            rank.setMinimumWidth(rank.fontMetrics().horizontalAdvance("00"))
            name = text_label(shown[match.politician_id], role=role, elide=Qt.TextElideMode.ElideRight)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            bar = BarTrack(
                score(match.distance) / 100, tone=bands.tone(match.distance) if strong else Tone.NEUTRAL
            )
            distance = text_label(f"{match.distance:.2f}", role=Role.STRONG if strong else Role.DIM)
            word = tr(DISTANCE_WORDS[bands.word_of(match)])
            word_label = _word_label(word)
            for column, cell in enumerate((rank, name, bar, distance, word_label)):
                grid.addWidget(cell, row, column, _ALIGNMENTS[column])
            grid.setRowMinimumHeight(row, ROW_HEIGHT)
            who = shown[match.politician_id]
            if match.politician_id == claimed_id:
                who = tr("{name}, the claim", name=who)
            told = tr(
                "{name}, rank {rank}, {distance:.2f}, {word}",
                name=who,
                rank=match.rank,
                distance=match.distance,
                word=word,
            )
            name.setAccessibleName(told)
            spoken.append(told)
        self.setAccessibleName(tr("Nearest politicians"))
        self.setAccessibleDescription("; ".join(spoken))


_ALIGNMENTS = (
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignVCenter,
)


def _word_label(word: str) -> QLabel:
    label = text_label(word, role=Role.CAPTION)
    metrics = label.fontMetrics()
    label.setMinimumWidth(max(metrics.horizontalAdvance(tr(one)) for one in DISTANCE_WORDS.values()) + 2)
    return label


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
