"""The strip plot: what it spans, what it says, and where it draws."""

import pytest
from builders import dossier, face, matches
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from curator.engine.dossier import Strip
from curator.ui.review.strip import Bands, StripPlot
from curator.ui.theme import DARK, LIGHT, Scheme, Tone, apply_theme

BANDS = Bands(0.55, 0.64)


@pytest.fixture
def plot(qtbot: QtBot) -> StripPlot:
    made = StripPlot()
    qtbot.addWidget(made)
    made.resize(320, 72)
    return made


@pytest.mark.parametrize(
    ("distance", "tone", "word"),
    [
        (0.55, Tone.OK, "match"),
        (0.551, Tone.WARN, "look closer"),
        (0.64, Tone.WARN, "look closer"),
        (0.641, Tone.BAD, "no match"),
    ],
)
def test_bands_end_where_the_thresholds_say(distance: float, tone: Tone, word: str) -> None:
    assert BANDS.tone(distance) is tone
    assert BANDS.band(distance) == word


def test_the_plot_is_told_in_words_with_every_number(plot: StripPlot) -> None:
    plot.show_strip(Strip((0.31, 0.42), 0.58, (0.83, 0.71)), bands=BANDS)
    said = plot.accessibleDescription()
    assert "This face is at 0.58: look closer." in said
    assert "own 2 portraits lie 0.31 to 0.42" in said
    assert "nearest 2 others lie 0.71 to 0.83" in said
    assert "Up to 0.55 is a match, up to 0.64 look closer" in said
    assert "%" not in said


def test_usual_distances_always_lie_at_the_same_place(plot: StripPlot) -> None:
    plot.show_strip(Strip((0.31,), 0.58, (0.83,)), bands=BANDS)
    assert plot.span() == (0.2, 0.9)


def test_words_of_the_legend_do_not_lie_over_each_other(plot: StripPlot) -> None:
    plot.resize(130, 72)
    seen = []
    for own in ((), (0.3, 0.31, 0.32)):
        plot.show_strip(Strip(own, 0.58, (0.8, 0.9)), bands=BANDS)
        image = plot.grab().toImage()
        legend = image.copy(0, image.height() - 14, image.width(), 14)
        seen.append([legend.copy(40, 0, 90, 14), legend.copy(0, 0, 30, 14)])
    (others_alone, nothing), (others, own_words) = seen
    assert others == others_alone
    assert own_words != nothing


def test_unusual_distances_widen_the_plot(plot: StripPlot) -> None:
    plot.show_strip(Strip((0.0,), 0.12, (1.03,)), bands=BANDS)
    near, far = plot.span()
    assert near == 0.0
    assert 1.03 <= far < 1.1


def test_without_a_face_there_is_nothing_to_compare(plot: StripPlot) -> None:
    assert plot.is_empty
    plot.show_strip(Strip((0.3, 0.4)), bands=BANDS)
    assert plot.is_empty
    plot.show_strip(Strip((), None, (0.7,)), bands=BANDS)
    assert not plot.is_empty


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
@pytest.mark.parametrize("distance", [0.3, 0.6, 0.8])
def test_the_diamond_stands_at_its_distance_in_its_tone(
    qtbot: QtBot, qapp: object, scheme: Scheme, distance: float
) -> None:
    apply_theme(qapp, scheme)  # type: ignore[arg-type]
    plot = StripPlot()
    qtbot.addWidget(plot)
    plot.resize(320, 72)
    plot.show_strip(Strip((), distance, ()), bands=BANDS)
    image = drawn(plot)
    tokens = DARK if scheme is Scheme.DARK else LIGHT
    x = round(8 + (distance - 0.2) / 0.7 * (320 - 16))
    assert image.pixelColor(QPoint(x, 26)) == tokens.color(BANDS.tone(distance))


def test_own_portraits_are_filled_and_others_are_hollow(plot: StripPlot, qapp: object) -> None:
    apply_theme(qapp, Scheme.DARK)  # type: ignore[arg-type]
    plot.show_strip(Strip((0.2,), None, (0.9,)), bands=BANDS)
    image = drawn(plot)
    assert image.pixelColor(8, 26) == QColor(DARK.text)
    assert image.pixelColor(312, 26) == QColor(DARK.panel)


def test_a_dossier_gives_the_distances(plot: StripPlot) -> None:
    made = dossier(faces=[face(ranking=matches((1, 0.41), (2, 0.7)))], own=(0.3,))
    plot.show_strip(made.strip, bands=BANDS)
    assert "This face is at 0.41: match." in plot.in_words()


def drawn(plot: StripPlot) -> QImage:
    image = QImage(plot.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor(plot.palette().window().color()))
    plot.render(image)
    return image
