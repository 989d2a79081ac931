"""The desk and the review page: what lies there, what a verdict is about, and what is veiled."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from filing import Filing, encoding, face
from opening import close_session, open_session, write_preview
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.records import Changes, FaceBox, Reason, SubmissionId, Verdict
from curator.ui.keyboard.commands import Name
from curator.ui.queue.view import SCOPES
from curator.ui.review.canvas import PictureCanvas
from curator.ui.review.desk import ReviewDesk
from curator.ui.session import Session
from curator.ui.theme import Tone
from curator.ui.veil import Veil
from curator.ui.widgets import ToolButton
from curator.ui.window.review_page import ReviewPage

APPROVED, EVERYTHING = 2, len(SCOPES) - 1
GREEN = (20, 200, 20)
NARROWEST = 686
"""Of the desk: what a window of 1024 pixels leaves beside the widest rail and the narrowest queue."""


@dataclass(frozen=True)
class Filed:
    match: SubmissionId
    other: SubmissionId
    stranger: SubmissionId
    two: SubmissionId
    nothing: SubmissionId
    unreadable: SubmissionId
    waiting: SubmissionId


@pytest.fixture
def filed(filing: Filing) -> Filed:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    filing.politician("Ilka Brandwyn", country="Finland", portraits=[encoding(2)])
    left, right = FaceBox(20, 100, 120, 120), FaceBox(300, 100, 120, 120)
    return Filed(
        match=filing.submission(face(1), claimed=who, name="match.jpg"),
        other=filing.submission(face(2), claimed=who, name="other.jpg"),
        stranger=filing.submission(face(9), claimed=who, name="stranger.jpg"),
        two=filing.submission(face(9, box=left), face(1, box=right), claimed=who, name="two.jpg"),
        nothing=filing.submission(name="lake.jpg"),
        unreadable=filing.unreadable(),
        waiting=filing.waiting(name="later.jpg"),
    )


@pytest.fixture
def session(filed: Filed, catalogue: Catalogue) -> Iterator[Session]:
    opened = open_session(catalogue)
    yield opened
    close_session(opened)


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> ReviewDesk:
    made = ReviewDesk(session)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReviewPage:
    made = ReviewPage(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.start()
    return made


def tool(desk: ReviewDesk, name: str) -> ToolButton:
    return next(one for one in desk.findChildren(ToolButton) if name in one.accessibleName())


def said(canvas: PictureCanvas) -> list[tuple[str, str, Tone]]:
    return [
        (one.title, one.detail.split()[-1] if one.detail else "", one.tone) for one in canvas.content.faces
    ]


# ---------------------------------------------------------------- what is shown


def test_an_empty_desk_says_so(desk: ReviewDesk) -> None:
    assert desk.submission_id is None
    assert desk.canvas.content.message == "Nothing is selected."


def test_each_face_has_a_name_a_distance_and_a_word(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.match)
    assert said(desk.canvas) == [("Nerys Valdoon", "strong", Tone.OK)]
    assert desk.canvas.content.faces[0].detail.startswith("0.")


def test_another_politician_is_not_painted_as_fine(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.other)
    ((title, _word, tone),) = said(desk.canvas)
    assert title == "Ilka Brandwyn"
    assert tone is Tone.BAD


def test_a_stranger_gets_no_name(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.stranger)
    assert [title for title, _word, _tone in said(desk.canvas)] == ["not Nerys Valdoon"]


def test_a_face_that_matches_the_claim_is_not_crossed_out_among_others(
    desk: ReviewDesk, filed: Filed
) -> None:
    desk.show_submission(filed.two)
    by_title = {title: (word, tone) for title, word, tone in said(desk.canvas)}
    assert by_title == {
        "Nerys Valdoon": ("strong", Tone.OK),
        "not Nerys Valdoon": ("match", Tone.NEUTRAL),
    }
    assert {one.title: one.quiet for one in desk.canvas.content.faces} == {
        "Nerys Valdoon": False,
        "not Nerys Valdoon": True,
    }


def test_the_picture_and_the_plot_tell_the_same(filing: Filing, catalogue: Catalogue, qtbot: QtBot) -> None:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1)])
    number = filing.submission(face(1, away=0.63))
    claimed = filing.submission(face(1, away=0.63), claimed=who)
    speck = filing.submission(face(1, box=FaceBox(10, 10, 30, 30)), claimed=who)
    session = open_session(catalogue)
    desk = ReviewDesk(session)
    qtbot.addWidget(desk)
    desk.show_submission(number)
    assert said(desk.canvas) == [("nobody in the index", "match", Tone.BAD)]
    assert "0.63: no match." in desk.evidence.plot.in_words()
    desk.show_submission(claimed)
    assert said(desk.canvas) == [("Nerys Valdoon", "weak", Tone.WARN)]
    assert "0.63: look closer." in desk.evidence.plot.in_words()
    desk.show_submission(speck)
    assert said(desk.canvas) == [("too small to name", "", Tone.NEUTRAL)]
    desk.deleteLater()
    close_session(session)


def test_a_narrow_desk_cuts_its_heading_and_nothing_else(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.match)
    assert desk.minimumSizeHint().width() <= NARROWEST


def test_of_several_faces_that_of_the_claim_is_selected(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.two)
    titles = {one.id: one.title for one in desk.canvas.content.faces}
    assert len(titles) == 2
    assert desk.canvas.selected is not None
    assert titles[desk.canvas.selected] == "Nerys Valdoon"
    assert desk.evidence.face is not None
    assert desk.evidence.face.id == desk.canvas.selected


def test_stepping_to_another_face_shows_its_evidence(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.two)
    before = desk.canvas.selected
    desk.canvas.step_face(1)
    assert desk.canvas.selected != before
    assert desk.evidence.face is not None
    assert desk.evidence.face.id == desk.canvas.selected


def test_an_unreadable_file_says_why(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.unreadable)
    assert desk.canvas.content.broken
    assert desk.canvas.content.message == "The file is empty."


def test_one_that_waits_says_so(desk: ReviewDesk, filed: Filed) -> None:
    desk.show_submission(filed.waiting)
    assert desk.canvas.content.message == "Curator is looking for faces …"


def test_the_picture_comes_when_it_is_decoded(
    desk: ReviewDesk, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    write_preview(session, filed.match, color=GREEN)
    # The previews of the portraits beside it are announced as well.
    with qtbot.waitSignal(
        session.pictures.ready, check_params_cb=lambda _digest: desk.canvas.content.has_picture
    ):
        desk.show_submission(filed.match)
        assert desk.canvas.content.message == "Opening the picture …"
        assert not desk.canvas.content.has_picture
    assert desk.canvas.content.has_picture
    assert desk.canvas.content.message == ""


def test_a_lost_preview_is_told(desk: ReviewDesk, session: Session, filed: Filed, qtbot: QtBot) -> None:
    sentence = "The preview of this picture is missing."
    with qtbot.waitSignal(
        session.pictures.ready, check_params_cb=lambda _digest: desk.canvas.content.message == sentence
    ):
        desk.show_submission(filed.match)


def test_tools_show_what_is_on(desk: ReviewDesk) -> None:
    boxes, landmarks = tool(desk, "Face boxes"), tool(desk, "Landmarks")
    assert (boxes.isChecked(), landmarks.isChecked()) == (True, False)
    desk.act(Name.BOXES)
    landmarks.click()
    assert (boxes.isChecked(), landmarks.isChecked()) == (False, True)
    assert desk.canvas.landmarks_shown


# ---------------------------------------------------------------- veils


def test_pictures_can_be_veiled_until_a_key_is_held(desk: ReviewDesk, filed: Filed) -> None:
    desk.set_veil(Veil.BLUR)
    desk.show_submission(filed.match)
    assert desk.canvas.veiled
    desk.look(True)
    assert not desk.canvas.veiled
    desk.look(False)
    assert desk.canvas.veiled


def test_a_held_key_does_not_uncover_the_next_picture(desk: ReviewDesk, filed: Filed) -> None:
    desk.set_veil(Veil.BLUR)
    desk.show_submission(filed.match)
    desk.look(True)
    desk.show_submission(filed.match)
    assert not desk.canvas.veiled
    desk.show_submission(filed.other)
    assert desk.canvas.veiled


def test_a_veiled_picture_says_how_to_look(
    desk: ReviewDesk, session: Session, filed: Filed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints: list[str] = []
    monkeypatch.setattr(
        "curator.ui.review.overlay.paint_hint", lambda _painter, hint, **_kwargs: hints.append(hint)
    )
    write_preview(session, filed.match, color=GREEN)
    with qtbot.waitSignal(
        session.pictures.ready, check_params_cb=lambda _digest: desk.canvas.content.has_picture
    ):
        desk.show_submission(filed.match)
    desk.set_veil(Veil.BLUR)
    desk.canvas.grab()
    assert hints == ["Hold H to look."]


def test_unsafe_is_veiled_at_once_and_uncovered_when_decided_otherwise(
    desk: ReviewDesk, session: Session, filed: Filed
) -> None:
    desk.show_submission(filed.match)
    assert not desk.canvas.veiled
    session.decide([filed.match], Verdict.REJECTED, Reason.UNSAFE)
    desk.show_submission(filed.match)
    assert desk.canvas.veiled
    session.undo()
    desk.show_submission(filed.match)
    assert not desk.canvas.veiled


# ---------------------------------------------------------------- the page


def decide_all(page: ReviewPage, *, up_to: int) -> list[SubmissionId]:
    decided = []
    for _ in range(up_to):
        if page.desk.submission_id is None:
            break
        decided.append(page.desk.submission_id)
        page.decide(Verdict.SKIPPED, None)
    return decided


def test_a_verdict_is_about_what_is_on_the_desk_and_the_next_follows(
    page: ReviewPage, session: Session, filed: Filed
) -> None:
    decided = decide_all(page, up_to=99)
    assert sorted(decided) == list(range(1, 8))
    assert page.desk.submission_id is None
    assert {row.verdict for row in session.rows(decided).values()} == {Verdict.SKIPPED}
    assert [one.submission_id for one in reversed(session.log(limit=99))] == decided


def test_the_next_is_read_once(page: ReviewPage, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk is the costliest part of a decision."""
    shown: list[object] = []
    page.desk.shown.connect(shown.append)
    page.decide(Verdict.SKIPPED, None)
    assert len(shown) == 1


def test_a_failed_decision_leaves_desk_and_queue_as_they_are(
    page: ReviewPage, session: Session, qtbot: QtBot
) -> None:
    before = (page.desk.submission_id, page.queue.current, session.counts())
    with qtbot.waitSignal(session.failed):
        page.decide(Verdict.REJECTED, None)
    assert (page.desk.submission_id, page.queue.current, session.counts()) == before


def test_with_nothing_on_the_desk_a_key_says_so(page: ReviewPage, qtbot: QtBot) -> None:
    decide_all(page, up_to=99)
    with qtbot.waitSignal(page.told) as told:
        page.decide(Verdict.APPROVED, None)
    assert told.args == ["There is nothing on the desk to decide about."]


def test_what_nobody_can_have_seen_is_not_approved_but_may_be_set_aside(
    page: ReviewPage, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    page.queue.show_submission(filed.waiting)
    with qtbot.waitSignal(page.told) as told:
        page.decide(Verdict.APPROVED, None)
    assert told.args == ["Wait until the picture has been analysed."]
    assert session.rows([filed.waiting])[filed.waiting].verdict is Verdict.UNDECIDED
    page.decide(Verdict.SKIPPED, None)
    assert session.rows([filed.waiting])[filed.waiting].verdict is Verdict.SKIPPED


def test_an_empty_desk_says_why(page: ReviewPage, filed: Filed) -> None:
    page.queue.set_scope(APPROVED)
    assert page.desk.canvas.content.message == "Nothing here."
    page.queue.set_scope(0)
    decide_all(page, up_to=99)
    assert page.desk.canvas.content.message == "Nothing to review."


def test_undo_puts_what_it_is_about_on_the_desk(page: ReviewPage, session: Session, filed: Filed) -> None:
    first, second, *_ = decide_all(page, up_to=3)
    page.undo()
    page.undo()
    assert page.desk.submission_id == second
    page.undo()
    assert page.desk.submission_id == first
    page.redo()
    assert page.desk.submission_id == first
    assert session.rows([first])[first].verdict is Verdict.SKIPPED


def test_undo_and_redo_leave_the_list_at_what_is_to_review(
    page: ReviewPage, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    first = decide_all(page, up_to=1)[0]
    shown: list[object] = []
    page.desk.shown.connect(lambda dossier: shown.append(dossier.submission.id))
    page.undo()
    page.redo()
    # Nothing else comes on the desk on the way.
    assert set(shown) == {first}
    with qtbot.waitSignal(page.queue.findChild(QTableView).model().refreshed):
        pass
    assert page.desk.submission_id == first
    page.queue.step_undecided(1)
    following = page.desk.submission_id
    assert following is not None
    assert session.rows([following])[following].verdict is Verdict.UNDECIDED


def test_with_nothing_to_undo_a_key_says_so(page: ReviewPage, qtbot: QtBot) -> None:
    for act, sentence in (
        (page.undo, "There is nothing to undo."),
        (page.redo, "There is nothing to do again."),
    ):
        with qtbot.waitSignal(page.told) as told:
            act()
        assert told.args == [sentence]


def test_the_last_one_stays_veiled_on_the_desk_when_it_is_unsafe(
    page: ReviewPage, session: Session, filed: Filed
) -> None:
    decide_all(page, up_to=6)
    page.queue.set_scope(EVERYTHING)
    last = next(
        one for one, row in session.rows(tuple(range(1, 8))).items() if row.verdict is Verdict.UNDECIDED
    )
    page.queue.show_submission(last)
    assert not page.desk.canvas.veiled
    page.decide(Verdict.REJECTED, Reason.UNSAFE)
    assert page.desk.submission_id == last
    assert page.desk.canvas.veiled
    assert "unsafe" in page.bar.standing.lower()


def test_a_change_of_what_is_on_the_desk_is_shown(
    page: ReviewPage, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    page.queue.show_submission(filed.match)
    with qtbot.waitSignal(page.desk.shown) as shown:
        session.decide([filed.match], Verdict.APPROVED)
    assert shown.args is not None
    assert shown.args[0].submission.verdict is Verdict.APPROVED


def test_changes_of_others_leave_the_desk_alone(
    page: ReviewPage, session: Session, filed: Filed, qtbot: QtBot
) -> None:
    page.queue.show_submission(filed.match)
    with qtbot.assertNotEmitted(page.desk.shown):
        session.changed.emit(Changes(submissions=frozenset({filed.other}), arrived=True), None)


def test_veiling_reaches_desk_and_queue(page: ReviewPage, filed: Filed) -> None:
    page.set_veil(Veil.BLUR)
    assert page.desk.canvas.veiled
    page.set_veil(Veil.NONE)
    assert not page.desk.canvas.veiled


def test_undo_of_many_shows_the_first_of_them(page: ReviewPage, session: Session, filed: Filed) -> None:
    several = (filed.other, filed.stranger, filed.two)
    session.decide(several, Verdict.SKIPPED)
    page.undo()
    assert page.desk.submission_id == filed.other
    assert session.next_undo() is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_name_is_picked_for_what_lay_there_when_it_was_asked(
    page: ReviewPage, filed: Filed, qtbot: QtBot
) -> None:
    page.show_submission(filed.match)
    page.desk.act(Name.CLAIM)
    picker = page.desk.evidence.claim.picker
    qtbot.waitUntil(picker.isVisible)
    page.show_submission(filed.other)
    assert not picker.isVisible()
    page.desk.act(Name.CLAIM)
    qtbot.waitUntil(picker.isVisible)
    page.desk.show_submission(None)
    assert not picker.isVisible()
