"""Near-duplicates side by side: what would be rejected is counted exactly, and keys alone are enough."""

from datetime import UTC, datetime
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import SubmissionRow
from curator.engine.deciding.copies import Copy
from curator.engine.records import (
    AnalysisState,
    Digest,
    FaceBox,
    Kind,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.ui.review.copies import CopiesView
from curator.ui.review.previews import Pictures
from curator.ui.veil import Veil

ONE, TWO, THREE = (SubmissionId(number) for number in (1, 2, 3))


class FakePictures(QObject):
    ready = Signal(str)

    def preview(self, digest: Digest) -> QImage | None:
        image = QImage(64, 48, QImage.Format.Format_RGB888)
        image.fill(QColor("orange"))
        return image


def copy(submission_id: SubmissionId, *, bits: int = 6, same_faces: bool | None = True) -> Copy:
    return Copy(submission_id, Digest(f"{submission_id:064x}"), bits, False, same_faces)


def row(submission_id: SubmissionId, *, verdict: Verdict = Verdict.UNDECIDED) -> SubmissionRow:
    return SubmissionRow(
        id=submission_id,
        digest=Digest(f"{submission_id:064x}"),
        file_name=f"{submission_id}.jpg",
        kind=Kind.DEEPFAKE,
        claimed="Odalys Quent",
        source="folder",
        state=AnalysisState.DONE,
        advice=None,
        distance=0.4,
        verdict=verdict,
        reason=Reason.DUPLICATE if verdict is Verdict.REJECTED else None,
        margin=0.1,
        face=FaceBox(1, 1, 20, 20),
        width=640,
        height=480,
        received_at=datetime(2026, 3, 4, tzinfo=UTC),
        copies=2,
    )


@pytest.fixture
def view(qtbot: QtBot) -> CopiesView:
    made = CopiesView(cast(Pictures, FakePictures()))
    qtbot.addWidget(made)
    made.resize(645, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(view: CopiesView, *copies: Copy, verdicts: dict[SubmissionId, Verdict] | None = None) -> None:
    told = verdicts or {}
    rows = {
        one.submission_id: row(one.submission_id, verdict=told.get(one.submission_id, Verdict.UNDECIDED))
        for one in copies
    }
    view.show_copies(copies, rows=rows, on_desk=TWO)


def tiles(view: CopiesView) -> list[QAbstractButton]:
    return [
        one
        for one in view.findChildren(QAbstractButton)
        if ".jpg" in one.accessibleName() and one.isVisible()
    ]


def test_the_one_on_the_desk_is_chosen_and_the_others_are_counted(view: CopiesView) -> None:
    show(view, copy(ONE), copy(TWO, bits=0), copy(THREE))
    assert view.chosen == TWO
    assert view.keep_button.label == "Keep this, reject 2 as duplicates"
    assert len(tiles(view)) == 3


def test_only_undecided_ones_with_the_same_face_would_be_rejected(view: CopiesView) -> None:
    show(
        view, copy(ONE, same_faces=False), copy(TWO, bits=0), copy(THREE), verdicts={THREE: Verdict.REJECTED}
    )
    assert not view.keep_button.isEnabled()
    assert view.keep_button.label == "Nothing left to reject"
    show(view, copy(ONE, same_faces=False), copy(TWO, bits=0), copy(THREE))
    assert view.keep_button.label == "Keep this, reject 1 as duplicate"


def test_of_one_with_another_face_nothing_is_said_about_the_others(view: CopiesView, qtbot: QtBot) -> None:
    show(view, copy(ONE, same_faces=False), copy(TWO, bits=0), copy(THREE))
    assert view.keep_button.isEnabled()
    tiles(view)[0].click()
    assert view.chosen == ONE
    assert not view.keep_button.isEnabled()
    with qtbot.assertNotEmitted(view.keep_requested):
        qtbot.keyClick(tiles(view)[0], Qt.Key.Key_Return)


def test_arrows_choose_enter_keeps_and_escape_closes(view: CopiesView, qtbot: QtBot) -> None:
    show(view, copy(ONE), copy(TWO, bits=0), copy(THREE))
    view.attend()
    focus = next(tile for tile in tiles(view) if tile.hasFocus())
    qtbot.keyClick(focus, Qt.Key.Key_Right)
    assert view.chosen == THREE
    focus = next(tile for tile in tiles(view) if tile.hasFocus())
    with qtbot.waitSignal(view.keep_requested) as told:
        qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert told.args == [THREE]
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(focus, Qt.Key.Key_Escape)


def test_what_was_chosen_stays_chosen_over_a_refresh(view: CopiesView, qtbot: QtBot) -> None:
    copies = copy(ONE), copy(TWO, bits=0), copy(THREE)
    show(view, *copies)
    next(tile for tile in tiles(view) if tile.accessibleName().startswith("1.jpg")).click()
    show(view, *copies)
    assert view.chosen == ONE


def test_a_picture_that_is_alone_says_so(view: CopiesView) -> None:
    show(view)
    assert not view.keep_button.isVisible()
    assert not tiles(view)


def test_a_veil_that_hides_leaves_nothing_of_the_picture(view: CopiesView) -> None:
    show(view, copy(ONE), copy(TWO, bits=0))
    orange = QColor("orange")

    def coloured() -> bool:
        seen = tiles(view)[0].grab().toImage()
        return any(seen.pixelColor(x, 100) == orange for x in range(0, seen.width(), 5))

    assert coloured()
    view.set_veil(Veil.HIDE)
    assert not coloured()


def test_a_double_click_puts_one_on_the_desk(view: CopiesView, qtbot: QtBot) -> None:
    show(view, copy(ONE), copy(TWO, bits=0))
    with qtbot.waitSignal(view.submission_requested) as told:
        qtbot.mouseDClick(tiles(view)[0], Qt.MouseButton.LeftButton)
    assert told.args == [ONE]
