"""Approved portraits become reference portraits by a second yes, and only as long as that yes stands."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from filing import MODEL, THRESHOLDS, Filing, encoding, face, picture_hash

from curator.engine import politicians
from curator.engine.catalogue import PROMOTE, Catalogue, PortraitAnalysis
from curator.engine.comparison import Comparison
from curator.engine.deciding import decisions, hand_work, promotion
from curator.engine.declarations import Code, Declaration
from curator.engine.errors import NotFound, RefusedChange
from curator.engine.records import (
    Changes,
    FaceBox,
    Kind,
    PoliticianId,
    PortraitState,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.wording import consequence_line, hand_work_line


@pytest.fixture
def who(filing: Filing) -> PoliticianId:
    return filing.politician("Nerys Valdoon", portraits=[encoding(1)])


@pytest.fixture
def portrait(catalogue: Catalogue, filing: Filing, who: PoliticianId) -> SubmissionId:
    """An approved portrait of the politician."""
    one = filing.submission(face(1), claimed=who, name="official.jpg")
    as_portrait(catalogue, one)
    decide(catalogue, one)
    return one


def as_portrait(catalogue: Catalogue, one: SubmissionId, kind: Kind = Kind.PORTRAIT) -> Changes:
    return hand_work.correct_kind(catalogue, one, kind=kind, curator="ada", thresholds=THRESHOLDS)


def decide(
    catalogue: Catalogue,
    *ids: SubmissionId,
    verdict: Verdict = Verdict.APPROVED,
    reason: Reason | None = None,
) -> Changes:
    return decisions.decide(
        catalogue, ids, verdict=verdict, reason=reason, curator="ada", thresholds=THRESHOLDS
    )


def promote(catalogue: Catalogue, one: SubmissionId) -> Changes:
    return promotion.promote(catalogue, one, curator="ada", thresholds=THRESHOLDS)


def undo(catalogue: Catalogue) -> Changes:
    return decisions.undo(catalogue, curator="ben")


def redo(catalogue: Catalogue) -> Changes:
    return decisions.redo(catalogue, curator="ben")


def promoted(catalogue: Catalogue) -> set[SubmissionId]:
    return set(catalogue.politicians.promoted())


def files(catalogue: Catalogue, who: PoliticianId) -> list[str]:
    return [one.file_name for one in catalogue.politicians.portraits(who)]


def test_an_approved_portrait_becomes_a_reference_portrait(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId
) -> None:
    changes = promote(catalogue, portrait)
    assert changes == Changes(frozenset({portrait}), frozenset({who}), decided=True)
    added = catalogue.politicians.portraits(who)[-1]
    submission = catalogue.submissions.get(portrait)
    assert (added.digest, added.file_name) == (submission.digest, "official.jpg")
    # It is looked at as any other: the submission's own encodings went with its decision.
    assert added.state is PortraitState.PENDING
    assert catalogue.politicians.pending_portraits(limit=9) == (submission.digest,)
    assert catalogue.politicians.promoted()[portrait].portrait_id == added.id
    assert submission.verdict is Verdict.APPROVED
    row = catalogue.decisions.of(portrait)[-1]
    assert (row.action, row.verdict, row.curator) == (PROMOTE, Verdict.APPROVED, "ada")
    assert row.seen["face_count"] == 1
    assert hand_work_line(row) == "made a reference portrait of Nerys Valdoon"
    assert catalogue.complaints() == ()


def test_the_yes_is_one_step_of_the_log(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId
) -> None:
    before = files(catalogue, who)
    promote(catalogue, portrait)
    step = decisions.next_undo(catalogue)
    assert step is not None
    assert (step.decision.action, step.count, step.name) == (PROMOTE, 1, "Nerys Valdoon")
    assert undo(catalogue) == Changes(frozenset({portrait}), frozenset({who}), decided=True)
    assert files(catalogue, who) == before
    assert catalogue.submissions.get(portrait).verdict is Verdict.APPROVED
    redo(catalogue)
    assert files(catalogue, who) == [*before, "official.jpg"]
    decisions.undo_for(catalogue, portrait, curator="ben")
    assert files(catalogue, who) == before
    assert catalogue.complaints() == ()


def test_saying_it_twice_changes_nothing(catalogue: Catalogue, portrait: SubmissionId) -> None:
    promote(catalogue, portrait)
    rows = len(catalogue.decisions.of(portrait))
    assert promote(catalogue, portrait) == Changes()
    assert len(catalogue.decisions.of(portrait)) == rows


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (Verdict.REJECTED, Reason.NOT_CLAIMED),
        (Verdict.WITHDRAWN, Reason.REQUESTED),
        (Verdict.SKIPPED, Reason.ASK),
        (Verdict.UNDECIDED, None),
    ],
)
def test_what_loses_its_approval_is_no_reference_portrait_any_more(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId, verdict: Verdict, reason: Reason | None
) -> None:
    promote(catalogue, portrait)
    changes = decide(catalogue, portrait, verdict=verdict, reason=reason)
    assert changes.politicians == {who}
    assert promoted(catalogue) == set()
    row = catalogue.decisions.of(portrait)[-1]
    assert consequence_line(row) == "no reference portrait of Nerys Valdoon any more"
    assert undo(catalogue).politicians == {who}
    assert promoted(catalogue) == {portrait}
    assert redo(catalogue).politicians == {who}
    assert promoted(catalogue) == set()
    # Approving alone is no second yes.
    decide(catalogue, portrait)
    assert promoted(catalogue) == set()
    assert catalogue.complaints() == ()


def test_undoing_everything_ends_it_too(catalogue: Catalogue, portrait: SubmissionId) -> None:
    promote(catalogue, portrait)
    decide(catalogue, portrait)
    assert promoted(catalogue) == {portrait}
    for expected in ({portrait}, set(), set(), set()):
        undo(catalogue)
        assert promoted(catalogue) == expected
    assert catalogue.submissions.get(portrait).kind is Kind.DEEPFAKE
    for expected in (set(), set(), {portrait}, {portrait}):
        redo(catalogue)
        assert promoted(catalogue) == expected


def test_what_turns_out_to_be_a_deepfake_is_none_any_more(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId
) -> None:
    promote(catalogue, portrait)
    assert as_portrait(catalogue, portrait, Kind.DEEPFAKE).politicians == {who}
    assert promoted(catalogue) == set()
    undo(catalogue)
    assert promoted(catalogue) == {portrait}


def test_the_yes_was_given_for_one_politician(
    catalogue: Catalogue, filing: Filing, who: PoliticianId, portrait: SubmissionId
) -> None:
    promote(catalogue, portrait)
    other = filing.politician("Ivo Tarn")

    def claim(whose: PoliticianId | None) -> Changes:
        return decisions.correct_claim(
            catalogue, portrait, claimed_id=whose, curator="ada", thresholds=THRESHOLDS
        )

    assert not claim(who).politicians
    assert promoted(catalogue) == {portrait}
    assert claim(other).politicians == {who}
    assert promoted(catalogue) == set()
    undo(catalogue)
    assert catalogue.politicians.promoted()[portrait].politician_id == who


def test_a_deepfake_never_becomes_one(catalogue: Catalogue, filing: Filing, who: PoliticianId) -> None:
    one = filing.submission(face(1), claimed=who)
    for verdict in (Verdict.UNDECIDED, Verdict.APPROVED):
        decide(catalogue, one, verdict=verdict)
        with pytest.raises(RefusedChange, match="a deepfake never becomes a reference portrait"):
            promote(catalogue, one)
        assert "never" in str(promotion.why_not(catalogue, one))
    assert promoted(catalogue) == set()


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (Verdict.UNDECIDED, None),
        (Verdict.REJECTED, Reason.OTHER),
        (Verdict.SKIPPED, None),
        (Verdict.WITHDRAWN, Reason.MISTAKE),
    ],
)
def test_only_what_is_approved_can_become_one(
    catalogue: Catalogue, portrait: SubmissionId, verdict: Verdict, reason: Reason | None
) -> None:
    decide(catalogue, portrait, verdict=verdict, reason=reason)
    with pytest.raises(RefusedChange, match="is not approved"):
        promote(catalogue, portrait)


def test_only_one_face_of_somebody_in_the_index(
    catalogue: Catalogue, filing: Filing, who: PoliticianId
) -> None:
    nobody = filing.submission(face(1))
    faceless = filing.submission(claimed=who)
    two = filing.submission(face(1), face(2, box=FaceBox(350, 80, 200, 200)), claimed=who)
    gone = filing.submission(face(5), claimed=filing.politician("Ivo Tarn"))
    for one in (nobody, faceless, two, gone):
        as_portrait(catalogue, one)
        decide(catalogue, one)
    politicians.remove(catalogue, PoliticianId(2))
    for one, words in ((nobody, "nobody"), (faceless, "has 0"), (two, "has 2"), (gone, "nobody")):
        with pytest.raises(RefusedChange, match=words):
            promote(catalogue, one)
    with pytest.raises(NotFound):
        promote(catalogue, SubmissionId(99))
    # What was marked as not a face does not count.
    second = catalogue.faces.of(two)[1]
    hand_work.dismiss_face(catalogue, second.id, curator="ada", thresholds=THRESHOLDS)
    assert promotion.why_not(catalogue, two) is None
    assert promote(catalogue, two)


def test_what_waits_for_its_analysis_waits(catalogue: Catalogue, filing: Filing, who: PoliticianId) -> None:
    one = filing.waiting(claimed=who, kind=Kind.PORTRAIT)
    decide(catalogue, one)
    with pytest.raises(RefusedChange, match="has not been looked at yet"):
        promote(catalogue, one)


def test_a_file_that_declares_ai_is_never_one(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId
) -> None:
    with catalogue.writing():
        declared = Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia")
        catalogue.submissions.keep_declarations(portrait, (declared,))
    with pytest.raises(RefusedChange, match="says that it was made with AI"):
        promote(catalogue, portrait)


def test_a_file_that_is_a_reference_portrait_already_is_said_to_be_one(
    catalogue: Catalogue, filing: Filing, who: PoliticianId, portrait: SubmissionId
) -> None:
    other = filing.politician("Ivo Tarn")
    file = catalogue.submissions.get(portrait).digest
    with catalogue.writing():
        catalogue.politicians.add_portrait(other, digest=file, file_name="same.jpg")
    with pytest.raises(RefusedChange, match="is a reference portrait of Ivo Tarn already"):
        promote(catalogue, portrait)
    assert promoted(catalogue) == set()


def test_nobody_outside_the_index_gets_one_back(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId
) -> None:
    promote(catalogue, portrait)
    decide(catalogue, portrait, verdict=Verdict.WITHDRAWN, reason=Reason.REQUESTED)
    politicians.remove(catalogue, who)
    undo(catalogue)
    assert promoted(catalogue) == set()
    assert catalogue.submissions.get(portrait).verdict is Verdict.APPROVED


def test_what_was_taken_out_by_hand_or_brought_in_otherwise_is_left_alone(
    catalogue: Catalogue, who: PoliticianId, portrait: SubmissionId
) -> None:
    promote(catalogue, portrait)
    added = catalogue.politicians.portraits(who)[-1]
    politicians.remove_portrait(catalogue, added.id, politician_id=who)
    assert not undo(catalogue).politicians
    redo(catalogue)
    assert promoted(catalogue) == {portrait}
    added = catalogue.politicians.portraits(who)[-1]
    politicians.remove_portrait(catalogue, added.id, politician_id=who)
    with catalogue.writing():
        catalogue.politicians.add_portrait(who, digest=added.digest, file_name="from the office.jpg")
    before = files(catalogue, who)
    undo(catalogue)
    assert files(catalogue, who) == before
    redo(catalogue)
    assert files(catalogue, who) == before


def test_the_ranking_is_another_with_it(
    catalogue: Catalogue, filing: Filing, who: PoliticianId, portrait: SubmissionId
) -> None:
    before = Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS).mark
    promote(catalogue, portrait)
    file = catalogue.submissions.get(portrait).digest
    seen = PortraitAnalysis(
        1, "", FaceBox(1, 1, 9, 9), encoding(1, away=0.2), picture_hash(1), picture_hash(2)
    )
    with catalogue.writing():
        catalogue.politicians.keep_analysis(file, model=MODEL, analysis=seen)
        catalogue.politicians.settle_portraits(file, refusal="")
    comparison = Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS)
    assert comparison.mark != before
    assert comparison.portraits_of(who) == 2
    decide(catalogue, portrait, verdict=Verdict.WITHDRAWN, reason=Reason.REQUESTED)
    # Its encoding goes with it.
    assert catalogue.politicians.analysis(file, model=MODEL) is None
    assert Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS).mark == before


def test_a_reader_of_the_file_sees_where_it_came_from(
    catalogue: Catalogue, portrait: SubmissionId, folder: Path
) -> None:
    promote(catalogue, portrait)
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        found = connection.execute("SELECT submission_id FROM reference_portraits ORDER BY id").fetchall()
    assert found == [(None,), (portrait,)]


def test_what_was_changed_from_outside_is_told(catalogue: Catalogue, portrait: SubmissionId) -> None:
    promote(catalogue, portrait)
    assert catalogue.complaints() == ()
    with catalogue.writing():
        catalogue.submissions.set_kind(portrait, Kind.DEEPFAKE)
    (complaint,) = catalogue.complaints()
    assert complaint.startswith(f"A reference portrait came from submission {portrait}, which is no such")
