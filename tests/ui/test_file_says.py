"""The evidence tells what a file says about itself: as words of the file, never as a verdict."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import CAST, HOSTILE, FakePictures, dossier
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from curator.engine.declarations import PERSONAL, TERM_WORDS, Code, Declaration, value_of
from curator.engine.records import AnalysisState
from curator.engine.rules import Thresholds
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.review.evidence import NARROW, EvidencePanel
from curator.ui.review.file_says import FileSaysSection
from curator.ui.review.findings import SaidLine
from curator.ui.review.long_words import BREAK
from curator.ui.theme import Scheme, Tone, apply_theme
from curator.ui.widgets import ElidedLabel, IconMark

EVERYTHING = tuple(
    Declaration(code, "" if code in PERSONAL else "compositeSynthetic" if "source" in code else f"a {code}")
    for code in Code
)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> EvidencePanel:
    apply_theme(qapp, Scheme.LIGHT)
    made = EvidencePanel(FakePictures())
    qtbot.addWidget(made)
    made.resize(NARROW, 680)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(
    panel: EvidencePanel,
    declarations: Sequence[Declaration],
    *,
    state: AnalysisState = AnalysisState.DONE,
) -> FileSaysSection:
    shown = replace(dossier(state=state), declarations=tuple(declarations))
    panel.show_dossier(shown, thresholds=Thresholds(), politicians=CAST)
    return panel.file_says


def texts(section: FileSaysSection) -> list[str]:
    """What is written under the heading, in reading order."""
    labels = [label for row in section.rows() for label in row.findChildren(QLabel)]
    labels += [row for row in section.rows() if isinstance(row, QLabel)]
    return [label.text().replace(BREAK, "") for label in labels if label.text()]


def first_line(section: FileSaysSection) -> SaidLine:
    line = section.rows()[0]
    assert isinstance(line, SaidLine)
    return line


def icon_of(line: SaidLine) -> Icon:
    (mark,) = line.findChildren(IconMark)
    return mark._image


def test_silence_is_said_to_mean_nothing(panel: EvidencePanel) -> None:
    section = show(panel, ())
    assert section.isVisibleTo(panel)
    assert texts(section) == ["Nothing.", "That means nothing: most made-up pictures are silent."]
    assert icon_of(first_line(section)) is Icon.HELP


def test_a_file_that_tells_of_its_camera_says_nothing_about_ai(panel: EvidencePanel) -> None:
    section = show(
        panel, (Declaration(Code.CAMERA, "NIKON D800"), Declaration(Code.SOURCE, "digitalCapture"))
    )
    assert texts(section) == [
        "It says nothing about AI.",
        "That means nothing: most made-up pictures are silent.",
        "Camera",
        "NIKON D800",
        "Origin",
        "Taken with a digital camera",
    ]


def test_ai_is_told_with_another_shape_and_as_the_words_of_the_file(panel: EvidencePanel) -> None:
    section = show(
        panel,
        (
            Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia"),
            Declaration(Code.GENERATOR, "ChatGPT"),
            Declaration(Code.GENERATOR, "GPT-4o"),
            Declaration(Code.CREDENTIALS, "ChatGPT"),
        ),
    )
    assert texts(section) == [
        "It says that AI was used.",
        "Nobody has checked that: a file can say anything.",
        "Origin",
        "Made by generative AI",
        "AI generator",
        "ChatGPT",
        "GPT-4o",
        "Credentials",
        "C2PA by ChatGPT, not checked",
    ]
    line = first_line(section)
    assert icon_of(line) is TONE_ICONS[Tone.NEUTRAL]
    assert line.accessibleName() == "Note: It says that AI was used."


def test_the_code_behind_the_words_is_the_tip(panel: EvidencePanel) -> None:
    section = show(panel, (Declaration(Code.SOURCE_AI, "compositeSynthetic"),))
    (label,) = [
        one for one in section.findChildren(QLabel) if one.text() == "Put together, with synthetic parts"
    ]
    assert "compositeSynthetic" in label.toolTip()
    assert label.accessibleName() == "Origin: Put together, with synthetic parts"


def test_people_and_places_are_named_and_not_shown(panel: EvidencePanel) -> None:
    section = show(panel, tuple(Declaration(code) for code in Code if code in PERSONAL))
    assert texts(section)[-1] == (
        "In the file, but never in an export: a position (GPS), an author or owner, a serial number,"
        " a small preview."
    )
    assert len(section.rows()) == 2


def test_long_words_are_cut_with_the_whole_as_tip(panel: EvidencePanel) -> None:
    words = "a minister riding a goose " * 11
    section = show(panel, (Declaration(Code.PROMPT, words.strip()),))
    (label,) = [one for one in section.findChildren(ElidedLabel) if one.text() == words.strip()]
    assert label.shown_text().endswith("…")
    assert label.shown_text() != label.text()
    assert words.strip() in label.toolTip()
    assert label.accessibleName() == f"AI prompt: {words.strip()}"


def test_hostile_words_are_shown_as_written(panel: EvidencePanel) -> None:
    section = show(panel, (Declaration(Code.CREDENTIALS, HOSTILE), Declaration(Code.CAPTION, HOSTILE)))
    shown = [label for label in section.findChildren(QLabel) if "<b>" in label.text()]
    assert len(shown) == 2
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    assert all("<img" not in label.toolTip() for label in shown)


@pytest.mark.parametrize("state", [AnalysisState.PENDING, AnalysisState.UNREADABLE])
def test_nothing_is_told_of_a_file_that_was_not_read(panel: EvidencePanel, state: AnalysisState) -> None:
    assert not show(panel, (), state=state).isVisibleTo(panel)
    assert show(panel, EVERYTHING, state=state).isVisibleTo(panel)


def test_everything_at_once_fits_the_narrowest_column(panel: EvidencePanel, qtbot: QtBot) -> None:
    section = show(panel, EVERYTHING)
    qtbot.waitUntil(lambda: section.width() > 0)
    assert section.minimumSizeHint().width() <= section.width() <= NARROW
    assert all(row.geometry().right() <= section.width() for row in section.rows())
    told = texts(section)
    for one in EVERYTHING:
        assert one.code in PERSONAL or value_of(one).lower() in [text.lower() for text in told]


def test_no_term_is_shown_as_a_code() -> None:
    assert not any(words in TERM_WORDS for words in TERM_WORDS.values())
