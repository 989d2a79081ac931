"""What the rail tells of background work, and the list of files that were not loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from curator.engine.receiving import NotReceived, Summary
from curator.engine.receiving import Progress as Load
from curator.ui.intake.activity import Activity, sentence
from curator.ui.intake.refused import RefusedDialog, heading
from curator.ui.session import Progress, Session


@pytest.fixture
def session(made: MadeUp) -> Iterator[Session]:
    opened = made.open()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(0, 9, 12, Load(340, 1000), False), "Loading 340 of 1,000 · 12 pictures wait for analysis"),
        (Progress(0, 9, 0, Load(0, None), False), "Looking what there is to load …"),
        (Progress(0, 9, 1, None, False), "1 picture waits for analysis"),
        (Progress(0, 9, 1200, None, True), "Paused · 1,200 pictures wait for analysis"),
        (Progress(0, 9, 0, Load(3, 10, True), False), "Paused · Loading 3 of 10"),
        (Progress(0, 9, 0, None, False), ""),
    ],
)
def test_the_work_is_said_in_words(progress: Progress, words: str) -> None:
    assert sentence(progress) == words


def test_it_is_there_only_while_something_goes_on(session: Session, qtbot: QtBot) -> None:
    shown = Activity(session)
    qtbot.addWidget(shown)
    assert shown.isHidden()
    shown.show_progress(Progress(0, 9, 8, Load(5, 20), False))
    assert shown.isVisible()
    assert (shown.track.value(), shown.track.maximum()) == (5, 20)
    assert shown.cancel.isVisible()
    shown.show_progress(Progress(0, 9, 6, None, False))
    assert (shown.track.value(), shown.track.maximum()) == (2, 8)
    assert not shown.cancel.isVisible(), "an analysis is paused, not cancelled"
    assert shown.accessibleName() == shown.words == "6 pictures wait for analysis"
    shown.show_progress(Progress(0, 9, 0, None, False))
    assert shown.isHidden()


def test_one_picture_that_is_looked_at_again_is_not_worth_a_word(session: Session, qtbot: QtBot) -> None:
    shown = Activity(session)
    qtbot.addWidget(shown)
    shown.show_progress(Progress(3, 9, 1, None, False))
    assert shown.isHidden()
    shown.show_progress(Progress(3, 9, 1, None, True))
    assert shown.isVisible(), "somebody has to be able to let it go on"
    shown.show_progress(Progress(3, 9, 0, None, False))
    shown.show_progress(Progress(3, 9, 2, None, False))
    shown.show_progress(Progress(3, 9, 1, None, False))
    assert shown.isVisible(), "the last of several is followed to the end"


def test_work_is_held_back_and_goes_on(session: Session, qtbot: QtBot) -> None:
    shown = Activity(session)
    qtbot.addWidget(shown)
    shown.show_progress(Progress(0, 9, 3, None, False))
    with qtbot.waitSignal(session.progressed, check_params_cb=lambda progress: progress.paused):
        shown.pause.click()
    shown.show_progress(Progress(0, 9, 3, None, True))
    assert shown.pause.name == "Go on"
    with qtbot.waitSignal(session.progressed, check_params_cb=lambda progress: not progress.paused):
        shown.pause.click()


def test_a_load_is_followed_to_its_end(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    shown = Activity(session)
    qtbot.addWidget(shown)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        Image.new("RGB", (32, 32), (100 + number, 120, 140)).save(folder / f"{number}.png")
    said: list[str] = []
    session.progressed.connect(lambda progress: said.append(shown.words))
    with qtbot.waitSignal(
        session.progressed,
        check_params_cb=lambda progress: (
            progress.total == 3 and not progress.pending and not progress.loading
        ),
    ):
        session.load([folder])
    assert shown.isHidden()
    assert any(words for words in said)


def test_refused_files_are_listed_to_be_copied(qtbot: QtBot) -> None:
    summary = Summary(
        loaded=12,
        refused=(NotReceived(Path("in") / "<b>notes</b>.txt", "It is no picture. Save it as JPEG."),),
        warnings=("Row 3 names nobody.",),
    )
    dialog = RefusedDialog(summary)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.isModal()
    assert heading(summary) == "1 was not taken in, 1 warning"
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == (
        f"{Path('in') / '<b>notes</b>.txt'}\n    It is no picture. Save it as JPEG.\n\n"
        "Taken in, but doubtful:\n    Row 3 names nobody."
    )
    dialog.close_button.click()
    assert dialog.isHidden()
