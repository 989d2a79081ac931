"""What reaches the public, from the keys of the desk on: how it was made, withdrawing, and the second yes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from builders import submission
from filing import MODEL, THRESHOLDS, Filing, encoding, face
from opening import close_session, open_session
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, PortraitAnalysis, SubmissionFilter
from curator.engine.deciding import decisions, hand_work
from curator.engine.records import (
    Claim,
    FaceBox,
    Kind,
    Making,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.ui.log.wording import look, what
from curator.ui.pickers.choice_picker import ChoicePicker
from curator.ui.politicians.portrait_model import PortraitModel
from curator.ui.review.history import tell
from curator.ui.session import Session
from curator.ui.theme import Tone
from curator.ui.window.review_page import ReviewPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

EVERYTHING = SubmissionFilter()


@dataclass(frozen=True)
class Filed:
    who: PoliticianId
    deepfake: SubmissionId
    another: SubmissionId
    portrait: SubmissionId
    waiting: SubmissionId


@pytest.fixture
def filed(filing: Filing, catalogue: Catalogue) -> Filed:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1)])
    filed = Filed(
        who,
        deepfake=filing.submission(face(1), claimed=who, name="beach.jpg"),
        another=filing.submission(face(1), claimed=who, name="lake.jpg"),
        portrait=filing.submission(face(1), claimed=who, name="official.jpg"),
        waiting=filing.waiting(name="later.jpg"),
    )
    hand_work.correct_kind(
        catalogue, filed.portrait, kind=Kind.PORTRAIT, curator="ada", thresholds=THRESHOLDS
    )
    return filed


@pytest.fixture
def session(filed: Filed, catalogue: Catalogue) -> Iterator[Session]:
    opened = open_session(catalogue)
    yield opened
    close_session(opened)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReviewPage:
    made = ReviewPage(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.start()
    made.show_filter(EVERYTHING)
    return made


def press(qtbot: QtBot, picker: ChoicePicker, key: str) -> None:
    """Answers a question that was just asked."""
    qtbot.waitUntil(picker.isVisible)
    qtbot.keyClicks(picker.list, key.lower())


def state(session: Session, one: SubmissionId) -> tuple[Verdict, Reason | None, Making | None]:
    submission = session.dossier(one).submission
    return submission.verdict, submission.reason, submission.making


def told(qtbot: QtBot, page: ReviewPage, act: str) -> str:
    """What is said when something cannot be done."""
    with qtbot.waitSignal(page.told) as said:
        getattr(page, act)()
    return str((said.args or [""])[0])


# ---------------------------------------------------------------- how it was made


def test_the_button_says_what_the_label_will_say(page: ReviewPage, filed: Filed, session: Session) -> None:
    page.show_submission(filed.deepfake)
    assert page.bar.approve_button.second == "as face swap"
    session.decide([filed.deepfake], Verdict.APPROVED, making=Making.MONTAGE)
    assert page.bar.approve_button.second == "as montage"
    page.show_submission(filed.portrait)
    assert page.bar.approve_button.second == "as portrait"
    assert not page.bar.approve_as_button.isEnabled()


def test_one_key_approves_as_the_button_says(page: ReviewPage, filed: Filed, session: Session) -> None:
    page.show_submission(filed.deepfake)
    page.decide(Verdict.APPROVED, None)
    assert state(session, filed.deepfake) == (Verdict.APPROVED, None, Making.FACE_SWAP)


def test_two_keys_approve_as_something_else_and_one_undo_takes_both_back(
    qtbot: QtBot, page: ReviewPage, filed: Filed, session: Session
) -> None:
    page.show_submission(filed.deepfake)
    page.approve_as()
    assert page.bar.questions.makings.current is Making.FACE_SWAP
    press(qtbot, page.bar.questions.makings, "G")
    assert state(session, filed.deepfake) == (Verdict.APPROVED, None, Making.GENERATED)
    assert page.desk.submission_id != filed.deepfake
    # Its label can be changed later in the same way.
    page.show_submission(filed.deepfake)
    page.approve_as()
    assert page.bar.questions.makings.current is Making.GENERATED
    press(qtbot, page.bar.questions.makings, "M")
    assert state(session, filed.deepfake) == (Verdict.APPROVED, None, Making.MONTAGE)
    page.undo()
    assert state(session, filed.deepfake) == (Verdict.APPROVED, None, Making.GENERATED)
    page.undo()
    assert state(session, filed.deepfake) == (Verdict.UNDECIDED, None, None)
    page.redo()
    assert state(session, filed.deepfake) == (Verdict.APPROVED, None, Making.GENERATED)


def test_what_cannot_be_labelled_is_said(qtbot: QtBot, page: ReviewPage, filed: Filed) -> None:
    page.show_submission(filed.portrait)
    assert told(qtbot, page, "approve_as") == "A portrait is never labelled as made up. Approve it as it is."
    page.show_submission(filed.waiting)
    assert told(qtbot, page, "approve_as") == "Wait until the picture has been analysed."
    assert not page.bar.questions.makings.isVisible()


def test_history_and_log_say_what_it_was_approved_as(session: Session, filed: Filed) -> None:
    session.decide([filed.deepfake], Verdict.APPROVED, making=Making.GENERATED)
    history = session.dossier(filed.deepfake).history
    assert tell(history[-1], history=history).words == "Approved as wholly generated"
    assert what(history[-1]) == "approved as wholly generated"


# ---------------------------------------------------------------- withdrawing


def test_what_was_approved_is_withdrawn_by_two_keys(
    qtbot: QtBot, page: ReviewPage, filed: Filed, session: Session
) -> None:
    session.decide([filed.deepfake], Verdict.APPROVED)
    page.show_submission(filed.deepfake)
    assert page.bar.withdraw_button.isVisible()
    page.withdraw()
    with qtbot.waitSignal(page.told) as said:
        press(qtbot, page.bar.questions.withdrawals, "T")
    assert said.args == ["It is withdrawn: the next export goes without it."]
    assert state(session, filed.deepfake)[:2] == (Verdict.WITHDRAWN, Reason.REQUESTED)
    page.show_submission(filed.deepfake)
    assert page.bar.standing.startswith("Withdrawn by Ann")
    assert page.bar.standing.endswith("asked to be taken down")
    assert told(qtbot, page, "withdraw") == "It is withdrawn already."
    page.undo()
    assert state(session, filed.deepfake)[0] is Verdict.APPROVED


def test_a_note_goes_with_it(qtbot: QtBot, page: ReviewPage, filed: Filed, session: Session) -> None:
    session.decide([filed.deepfake], Verdict.APPROVED)
    page.show_submission(filed.deepfake)
    page.withdraw()
    picker = page.bar.questions.withdrawals
    qtbot.waitUntil(picker.isVisible)
    picker.note.setText(" by\u202e letter ")
    qtbot.keyClick(picker.note, Qt.Key.Key_Return)
    assert session.log(limit=1)[0].note == "by letter"


def test_only_what_is_approved_can_be_withdrawn(qtbot: QtBot, page: ReviewPage, filed: Filed) -> None:
    page.show_submission(filed.deepfake)
    assert not page.bar.withdraw_button.isVisible()
    assert told(qtbot, page, "withdraw") == "It is not approved, so there is nothing to withdraw."
    assert not page.bar.questions.withdrawals.isVisible()


# ---------------------------------------------------------------- the second yes


def test_an_approved_portrait_becomes_a_reference_portrait_by_a_second_yes(
    qtbot: QtBot, page: ReviewPage, filed: Filed, session: Session
) -> None:
    page.show_submission(filed.portrait)
    assert not page.bar.promote_button.isVisible()
    session.decide([filed.portrait], Verdict.APPROVED)
    page.show_submission(filed.portrait)
    assert page.bar.promote_button.isVisible()
    before = len(session.people.portraits(filed.who))
    page.promote()
    press(qtbot, page.bar.questions.second_yes, "N")
    assert len(session.people.portraits(filed.who)) == before
    page.promote()
    with qtbot.waitSignal(page.told) as said:
        press(qtbot, page.bar.questions.second_yes, "Y")
    assert said.args == ["It is a reference portrait now. Undo takes it back."]
    added = session.people.portraits(filed.who)[-1]
    assert added.file_name == "official.jpg"
    assert session.people.promoted() == {added.id}
    assert page.bar.undo_button.second == "reference portrait Nerys Valdoon"
    assert "already" in told(qtbot, page, "promote")
    page.undo()
    assert len(session.people.portraits(filed.who)) == before


@pytest.mark.parametrize("verdict", [Verdict.UNDECIDED, Verdict.APPROVED])
def test_a_deepfake_is_never_asked_about(
    qtbot: QtBot, page: ReviewPage, filed: Filed, session: Session, verdict: Verdict
) -> None:
    session.decide([filed.deepfake], verdict)
    page.show_submission(filed.deepfake)
    assert not page.bar.promote_button.isVisible()
    assert "a deepfake never becomes a reference portrait" in told(qtbot, page, "promote")
    assert not page.bar.questions.second_yes.isVisible()


def test_a_promoted_portrait_counts_in_the_ranking_until_its_approval_goes(
    page: ReviewPage, filed: Filed, session: Session
) -> None:
    session.decide([filed.portrait], Verdict.APPROVED)
    assert session.hand.promote(filed.portrait)
    catalogue = session._catalogue
    seen = PortraitAnalysis(1, "", FaceBox(1, 1, 90, 90), encoding(1, away=0.2), b"1" * 32, b"2" * 32)
    file = session.dossier(filed.portrait).submission.digest
    with catalogue.writing():
        catalogue.politicians.keep_analysis(file, model=MODEL, analysis=seen)
        catalogue.politicians.settle_portraits(file, refusal="")
    session._workspace.analysis.portraits_changed()
    assert session._workspace.comparison.portraits_of(filed.who) == 2
    page.show_submission(filed.portrait)
    assert not page.bar.promote_button.isVisible()
    session.decide([filed.portrait], Verdict.WITHDRAWN, Reason.MISTAKE)
    assert session._workspace.comparison.portraits_of(filed.who) == 1
    row = session.log(limit=1)[0]
    assert what(row) == "withdrawn: approved by mistake; no reference portrait of Nerys Valdoon any more"
    history = session.dossier(filed.portrait).history
    assert tell(history[-1], history=history).words == (
        "Withdrawn: approved by mistake; no reference portrait of Nerys Valdoon any more"
    )
    promoted = history[-2]
    assert what(promoted) == "made a reference portrait of Nerys Valdoon"
    assert look(promoted)[0] is Tone.NEUTRAL
    session.undo()
    assert session.people.promoted()
    session.hand.correct_kind(filed.portrait, Kind.DEEPFAKE)
    assert not session.people.promoted()


def test_a_promoted_portrait_says_where_it_came_from(filed: Filed, session: Session) -> None:
    session.decide([filed.portrait], Verdict.APPROVED)
    session.hand.promote(filed.portrait)
    model = PortraitModel()
    model.set_portraits(
        session.people.portraits(filed.who), relations=None, promoted=session.people.promoted()
    )
    assert model.index(0).data() == "1.jpg, used"
    assert model.index(1).data() == (
        "official.jpg, waiting, Curator looks for the face., From an approved submission."
    )


# ---------------------------------------------------------------- several at once


def test_what_is_selected_in_the_grid_is_approved_as_one_thing_and_withdrawn_at_once(
    qtbot: QtBot, page: ReviewPage, filed: Filed, session: Session
) -> None:
    session.decide([filed.portrait], Verdict.APPROVED)
    page.toggle_grid()
    grid = page.grid
    qtbot.waitUntil(lambda: len(grid.view.listed.ids) == 4)
    assert told(qtbot, page, "approve_as").startswith("Nothing is selected.")
    assert told(qtbot, page, "withdraw").startswith("Nothing is selected.")
    some = (filed.deepfake, filed.another)
    grid.view.select(some)
    assert told(qtbot, page, "withdraw").startswith("Not all of the selected are approved")
    page.approve_as()
    press(qtbot, grid.bar.questions.makings, "G")
    assert [state(session, one)[2] for one in some] == [Making.GENERATED] * 2
    assert grid.bar.done == "2 approved."
    step = session.next_undo()
    assert step is not None
    assert step.count == 2
    grid.view.select((*some, filed.portrait))
    page.decide(Verdict.APPROVED, None)
    assert [state(session, one)[2] for one in (*some, filed.portrait)] == [Making.GENERATED] * 2 + [None]
    grid.view.select(some)
    page.withdraw()
    press(qtbot, grid.bar.questions.withdrawals, "B")
    assert grid.bar.done == "2 withdrawn: the next export goes without them."
    assert [state(session, one)[:2] for one in some] == [(Verdict.WITHDRAWN, Reason.MISTAKE)] * 2
    decisions.undo(session._catalogue, curator="Ann")
    assert [state(session, one)[0] for one in some] == [Verdict.APPROVED] * 2


# ---------------------------------------------------------------- not the politician, of nobody


def test_where_nobody_is_claimed_the_key_for_somebody_else_means_nobody_of_the_index(
    page: ReviewPage, filed: Filed, session: Session
) -> None:
    page.show_submission(filed.deepfake)
    key = page.bar.reasons.keys[Reason.NOT_CLAIMED]
    width = key.width_worded(True)
    assert key.accessibleName() == "Reject: not the politician"
    session.hand.correct_claim(filed.deepfake, None)
    assert key.accessibleName() == "Reject: not in the index"
    assert key.accessibleDescription() == "Key N"
    assert key.width_worded(True) == width
    lines = [action.text() for action in page.bar.reasons.menu.actions() if action.isVisible()]
    assert [line for line in lines if line.endswith("\tN")] == ["Not in the index\tN"]
    assert not [line for line in lines if "politician" in line]
    assert page.decide(Verdict.REJECTED, Reason.NOT_CLAIMED)
    assert state(session, filed.deepfake)[:2] == (Verdict.REJECTED, Reason.NOT_INDEXED)
    session.hand.correct_claim(filed.deepfake, filed.who)
    page.show_submission(filed.deepfake)
    assert key.accessibleName() == "Reject: not the politician"
    assert page.decide(Verdict.REJECTED, Reason.NOT_CLAIMED)
    assert state(session, filed.deepfake)[:2] == (Verdict.REJECTED, Reason.NOT_CLAIMED)


def test_somebody_who_is_not_indexed_can_be_the_wrong_politician() -> None:
    named = submission(claimed_id=None, claim=Claim("Odalys", "Nobody"))
    assert named.claims_somebody
    assert not replace(named, claim=Claim()).claims_somebody
