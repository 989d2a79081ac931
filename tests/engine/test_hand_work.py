"""Faces, claim, kind and note are corrected by hand: logged, undone and done again, the verdict untouched."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from filing import BOX, MODEL, THRESHOLDS, Filing, digest, encoding, face

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.decisions import FACE, KIND, NOTE
from curator.engine.catalogue.face_boxes import overlap, turned
from curator.engine.deciding import decisions, hand_work
from curator.engine.errors import NotFound, RefusedChange
from curator.engine.records import (
    AnalysisState,
    Arrival,
    Changes,
    Claim,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    Kind,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)

ELSEWHERE = FaceBox(400, 100, 120, 120)
BY_HAND = {"curator": "ada", "thresholds": THRESHOLDS}


def draw(catalogue: Catalogue, submission_id: SubmissionId, box: FaceBox = ELSEWHERE) -> Changes:
    return hand_work.draw_face(catalogue, submission_id, box, curator="ada", thresholds=THRESHOLDS)


def dismiss(catalogue: Catalogue, face_id: FaceId) -> Changes:
    return hand_work.dismiss_face(catalogue, face_id, curator="ada", thresholds=THRESHOLDS)


def edit(catalogue: Catalogue, submission_id: SubmissionId, note: str) -> Changes:
    return hand_work.edit_note(catalogue, submission_id, note=note, curator="ada", thresholds=THRESHOLDS)


def undo(catalogue: Catalogue) -> Changes:
    return decisions.undo(catalogue, curator="ben")


def redo(catalogue: Catalogue) -> Changes:
    return decisions.redo(catalogue, curator="ben")


def boxes(catalogue: Catalogue, submission_id: SubmissionId) -> list[tuple[FaceBox, FaceOrigin, bool]]:
    return [(one.box, one.origin, one.dismissed) for one in catalogue.faces.of(submission_id)]


def only(catalogue: Catalogue, submission_id: SubmissionId) -> Face:
    (found,) = catalogue.faces.of(submission_id)
    return found


def outdated(catalogue: Catalogue, submission_id: SubmissionId) -> bool:
    return submission_id in catalogue.submissions.outdated(mark="any", limit=9)


def settle(catalogue: Catalogue) -> None:
    """Nothing is outdated any more."""
    with catalogue.writing():
        catalogue._connection.write("UPDATE submissions SET assessed_with = 'any'")


# ---------------------------------------------------------------- drawing


def test_a_drawn_face_is_filed_logged_and_waits_to_be_encoded(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    settle(catalogue)
    assert draw(catalogue, one) == Changes(submissions=frozenset({one}), decided=True)
    assert boxes(catalogue, one) == [
        (BOX, FaceOrigin.DETECTED, False),
        (ELSEWHERE, FaceOrigin.DRAWN, False),
    ]
    drawn = catalogue.faces.of(one)[1]
    (row,) = catalogue.decisions.of(one)
    assert (row.action, row.verdict, row.reason) == (FACE, Verdict.UNDECIDED, None)
    told = {"id": drawn.id, "box": [400, 100, 120, 120], "origin": "drawn", "dismissed": False}
    assert row.change == {"before": {"face": None}, "after": {"face": told}}
    assert row.seen["face_count"] == 1
    assert outdated(catalogue, one)
    (waiting,) = catalogue.faces.unencoded(model=MODEL, limit=9)
    assert (waiting.submission_id, waiting.boxes) == (one, {drawn.id: ELSEWHERE})
    assert catalogue.complaints() == ()


def test_a_drawn_face_goes_with_its_undo_and_comes_back_as_itself(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.submission()
    draw(catalogue, one)
    drawn = only(catalogue, one)
    with catalogue.writing():
        catalogue.faces.keep_encoding(drawn.id, model=MODEL, encoding=encoding(4))
    settle(catalogue)
    undo(catalogue)
    assert catalogue.faces.of(one) == ()
    assert filing.encodings(one) == 0
    assert outdated(catalogue, one)
    redo(catalogue)
    assert only(catalogue, one) == drawn
    assert len(catalogue.faces.unencoded(model=MODEL, limit=9)) == 1


def test_what_reaches_beyond_the_picture_is_cut_off(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission()
    draw(catalogue, one, FaceBox(-20, 400, 60, 200))
    assert only(catalogue, one).box == FaceBox(0, 400, 40, 80)


@pytest.mark.parametrize(
    ("box", "words"),
    [
        (FaceBox(640, 0, 50, 50), "outside the picture"),
        (FaceBox(-50, -50, 50, 50), "outside the picture"),
        (FaceBox(10, 10, 11, 60), "too small"),
        (FaceBox(630, 10, 60, 60), "too small"),
        (FaceBox(BOX.left + 5, BOX.top, BOX.width, BOX.height), "already"),
    ],
)
def test_no_face_is_drawn_where_there_can_be_none(
    catalogue: Catalogue, filing: Filing, box: FaceBox, words: str
) -> None:
    one = filing.submission(face(1))
    with pytest.raises(RefusedChange, match=words):
        draw(catalogue, one, box)
    assert catalogue.decisions.of(one) == ()
    assert len(catalogue.faces.of(one)) == 1


def test_no_face_is_drawn_in_what_nobody_has_seen(catalogue: Catalogue, filing: Filing) -> None:
    with pytest.raises(RefusedChange, match="could not be read"):
        draw(catalogue, filing.unreadable())
    with pytest.raises(RefusedChange, match="not been looked at"):
        draw(catalogue, filing.waiting())
    with pytest.raises(NotFound):
        draw(catalogue, SubmissionId(99))


def test_faces_wait_for_encodings_only_while_undecided_and_not_in_vain(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.submission()
    draw(catalogue, one)
    drawn = only(catalogue, one)

    def waits() -> bool:
        return bool(catalogue.faces.unencoded(model=MODEL, limit=9))

    decisions.decide(catalogue, [one], verdict=Verdict.APPROVED, **BY_HAND)
    assert not waits()
    undo(catalogue)
    assert not waits()  # after its analysis, which may turn the picture
    filing.analyse(one)
    assert waits()
    with catalogue.writing():
        catalogue.faces.keep_failure([drawn.id], model=MODEL)
    assert not waits()
    assert catalogue.faces.unencoded(model="another", limit=9)
    with catalogue.writing():
        catalogue.faces.forget_failures()
    assert waits()
    dismiss(catalogue, drawn.id)
    assert not waits()


# ---------------------------------------------------------------- dismissing


def test_a_dismissed_face_counts_nowhere(catalogue: Catalogue, filing: Filing) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    one = filing.submission(face(1), face(2, box=ELSEWHERE), claimed=ilka)
    settle(catalogue)
    wrong = catalogue.faces.of(one)[1]
    assert dismiss(catalogue, wrong.id) == Changes(submissions=frozenset({one}), decided=True)
    assert [dismissed for *_, dismissed in boxes(catalogue, one)] == [False, True]
    assert outdated(catalogue, one)
    assert filing.encodings(one) == 1
    (row,) = catalogue.decisions.of(one)
    told = {"id": wrong.id, "box": [400, 100, 120, 120], "origin": "detected"}
    assert row.change == {
        "before": {"face": {**told, "dismissed": False}},
        "after": {"face": {**told, "dismissed": True}},
    }
    assert row.seen["face_count"] == 2
    assert not dismiss(catalogue, wrong.id)
    step = decisions.next_undo(catalogue)
    assert step is not None
    assert (step.decision.action, step.count, step.name) == (FACE, 1, "Ilka Brandwyn")
    undo(catalogue)
    assert filing.encodings(one) == 2
    redo(catalogue)
    assert filing.encodings(one) == 1
    assert catalogue.complaints() == ()


def test_what_is_not_there_is_not_dismissed(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        dismiss(catalogue, FaceId(7))


def test_a_dismissed_face_is_known_again_after_another_analysis(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1), face(2, box=ELSEWHERE))
    dismiss(catalogue, catalogue.faces.of(one)[1].id)
    moved = FaceBox(ELSEWHERE.left + 10, ELSEWHERE.top - 8, 125, 118)
    filing.analyse(one, face(1), face(2, box=moved))
    assert boxes(catalogue, one) == [
        (BOX, FaceOrigin.DETECTED, False),
        (moved, FaceOrigin.DETECTED, True),
    ]
    # Not found once, it is still refused when it is found again.
    filing.analyse(one, face(1))
    filing.analyse(one, face(1), face(2, box=ELSEWHERE))
    assert [dismissed for *_, dismissed in boxes(catalogue, one)] == [False, True]
    undo(catalogue)
    assert [dismissed for *_, dismissed in boxes(catalogue, one)] == [False, False]
    assert filing.encodings(one) == 2


def test_a_face_that_comes_back_without_its_encoding_is_looked_at_anew(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.submission(face(1))
    dismiss(catalogue, only(catalogue, one).id)
    decisions.decide(catalogue, [one], verdict=Verdict.APPROVED, **BY_HAND)
    undo(catalogue)
    filing.analyse(one)  # another detector, which does not find it
    assert boxes(catalogue, one) == [(BOX, FaceOrigin.DETECTED, True)]
    undo(catalogue)
    assert catalogue.submissions.get(one).state is AnalysisState.PENDING


def test_a_drawn_face_stays_until_it_is_found(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    draw(catalogue, one)
    filing.analyse(one, face(1))
    assert boxes(catalogue, one)[1] == (ELSEWHERE, FaceOrigin.DRAWN, False)
    near = FaceBox(ELSEWHERE.left - 5, ELSEWHERE.top, 130, 120)
    filing.analyse(one, face(1), face(2, box=near))
    assert boxes(catalogue, one) == [
        (BOX, FaceOrigin.DETECTED, False),
        (near, FaceOrigin.DETECTED, False),
    ]
    undo(catalogue)
    redo(catalogue)
    assert len(catalogue.faces.of(one)) == 2


def test_a_face_drawn_over_a_dismissed_one_stays(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    dismiss(catalogue, only(catalogue, one).id)
    better = FaceBox(BOX.left + 20, BOX.top + 20, 180, 180)
    draw(catalogue, one, better)
    filing.analyse(one, face(1))
    assert boxes(catalogue, one) == [
        (BOX, FaceOrigin.DETECTED, True),
        (better, FaceOrigin.DRAWN, False),
    ]


# ---------------------------------------------------------------- kind and note


def test_the_kind_is_corrected_and_brought_back(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decisions.decide(catalogue, [one], verdict=Verdict.REJECTED, reason=Reason.OTHER, **BY_HAND)
    settle(catalogue)
    hand_work.correct_kind(catalogue, one, kind=Kind.PORTRAIT, **BY_HAND)
    row = catalogue.decisions.of(one)[-1]
    assert (row.action, row.verdict, row.reason) == (KIND, Verdict.REJECTED, Reason.OTHER)
    assert row.change == {"before": {"kind": "deepfake"}, "after": {"kind": "portrait"}}
    assert catalogue.submissions.get(one).kind is Kind.PORTRAIT
    assert catalogue.submissions.arrivals(one)[0].kind is Kind.DEEPFAKE
    assert outdated(catalogue, one)
    assert not hand_work.correct_kind(catalogue, one, kind=Kind.PORTRAIT, **BY_HAND)
    undo(catalogue)
    assert catalogue.submissions.get(one).kind is Kind.DEEPFAKE
    assert catalogue.submissions.get(one).verdict is Verdict.REJECTED
    redo(catalogue)
    assert catalogue.submissions.get(one).kind is Kind.PORTRAIT


def test_a_note_is_edited_and_brought_back(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1), note="sent by post")
    edit(catalogue, one, "  a better\x00 note \n")
    assert catalogue.submissions.get(one).note == "a better note"
    assert catalogue.submissions.arrivals(one)[0].note == "sent by post"
    assert not edit(catalogue, one, "a better note")
    edit(catalogue, one, "")
    assert [row.action for row in catalogue.decisions.of(one)] == [NOTE, NOTE]
    for note in ("a better note", "sent by post"):
        undo(catalogue)
        assert catalogue.submissions.get(one).note == note
    for note in ("a better note", ""):
        redo(catalogue)
        assert catalogue.submissions.get(one).note == note
    assert catalogue.complaints() == ()


def test_the_log_holds_no_word_of_a_note(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    one = filing.submission(face(1), note="a first secret")
    edit(catalogue, one, "a second secret")
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        rows = connection.execute("SELECT * FROM decisions").fetchall()
    assert "secret" not in repr(rows)
    (row,) = catalogue.decisions.of(one)
    assert len({str(row.change[side]) for side in ("before", "after")}) == 2
    # Erased, they come back no more, and the log is whole without them.
    with catalogue.writing():
        catalogue._connection.write("DELETE FROM edited_notes")
    undo(catalogue)
    assert catalogue.submissions.get(one).note == ""
    assert catalogue.complaints() == ()


def test_a_note_that_was_changed_from_outside_is_told(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1), note="so")
    edit(catalogue, one, "not so")
    with catalogue.writing():
        catalogue._connection.write("UPDATE edited_notes SET note = 'or so' WHERE side = 'before'")
    assert catalogue.decisions.changed_notes() == (1,)


# ---------------------------------------------------------------- together


def test_hand_work_of_an_erased_submission_is_undone_without_it(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1), note="so")
    draw(catalogue, one)
    edit(catalogue, one, "not so")
    with catalogue.writing():
        catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (one,))
    for command in (undo, undo, redo, redo):
        assert command(catalogue).submissions == {one}
    assert catalogue.decisions.miscounted_steps() == ()


def test_a_full_undo_gives_back_what_there_was(catalogue: Catalogue, filing: Filing) -> None:
    ilka = filing.politician("Ilka Brandwyn")
    one = filing.submission(face(1), face(2, box=ELSEWHERE), note="so")
    before = catalogue.submissions.get(one), catalogue.faces.of(one)
    dismiss(catalogue, catalogue.faces.of(one)[0].id)
    draw(catalogue, one, FaceBox(10, 300, 100, 100))
    hand_work.correct_kind(catalogue, one, kind=Kind.PORTRAIT, **BY_HAND)
    edit(catalogue, one, "not so")
    decisions.correct_claim(catalogue, one, claimed_id=ilka, **BY_HAND)
    after = catalogue.submissions.get(one), catalogue.faces.of(one)
    for _ in range(5):
        assert undo(catalogue)
    assert (catalogue.submissions.get(one), catalogue.faces.of(one)) == before
    assert not undo(catalogue)
    for _ in range(5):
        assert redo(catalogue)
    assert (catalogue.submissions.get(one), catalogue.faces.of(one)) == after


# ---------------------------------------------------------------- boxes


def test_boxes_overlap_as_much_as_they_share() -> None:
    box = FaceBox(10, 10, 20, 20)
    assert overlap(box, box) == 1.0
    assert overlap(box, FaceBox(30, 10, 20, 20)) == 0.0
    assert overlap(box, FaceBox(20, 10, 20, 20)) == pytest.approx(1 / 3)


def test_marked_boxes_turn_with_their_picture(catalogue: Catalogue, filing: Filing) -> None:
    box = FaceBox(10, 20, 30, 40)
    assert turned(box, quarters=1, width=640, height=480) == FaceBox(20, 600, 40, 30)
    assert turned(box, quarters=4, width=640, height=480) == box
    assert turned(box, quarters=-1, width=640, height=480) == FaceBox(420, 10, 40, 30)
    one = filing.submission()
    draw(catalogue, one, box)
    with catalogue.writing():
        catalogue.faces.turn(one, quarters=2, width=640, height=480)
    assert only(catalogue, one).box == FaceBox(600, 420, 30, 40)


# ---------------------------------------------------------------- what arrives later


def test_a_claim_that_was_taken_away_does_not_come_back_with_another_arrival(
    catalogue: Catalogue, filing: Filing
) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    of_ilka = Claim("Ilka", "Brandwyn")
    first = Arrival(digest("a"), 1, "a.jpg", "Ilka Brandwyn", Kind.DEEPFAKE, of_ilka)

    def arrives() -> PoliticianId | None:
        with catalogue.writing():
            again = replace(first, source="elsewhere")
            submission_id, _ = catalogue.submissions.receive(again, claimed_id=ilka)
        return catalogue.submissions.get(submission_id).claimed_id

    with catalogue.writing():
        one, _ = catalogue.submissions.receive(first, claimed_id=ilka)
    hand_work.correct_claim(catalogue, one, claimed_id=None, curator="ada", thresholds=THRESHOLDS)
    assert arrives() is None
    assert catalogue.submissions.unclaimed_sources() == (), "nor by the name of its folder"
    undo(catalogue)
    assert arrives() == ilka
    redo(catalogue)
    assert arrives() is None


def test_a_claim_that_nobody_corrected_is_completed_by_another_arrival(
    catalogue: Catalogue, filing: Filing
) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    unnamed = Arrival(digest("a"), 1, "a.jpg", "somewhere", Kind.DEEPFAKE)
    with catalogue.writing():
        one, _ = catalogue.submissions.receive(unnamed, claimed_id=None)
    hand_work.correct_claim(catalogue, one, claimed_id=None, curator="ada", thresholds=THRESHOLDS)
    undo(catalogue)
    assert catalogue.submissions.unclaimed_sources() == ((one, "somewhere"),)
    with catalogue.writing():
        catalogue.submissions.receive(replace(unnamed, claim=Claim("Ilka", "Brandwyn")), claimed_id=ilka)
    assert catalogue.submissions.get(one).claimed_id == ilka
