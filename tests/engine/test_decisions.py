"""Decisions are logged, taken back and done again without limit, and nobody can change the log unseen."""

import hashlib
import json
import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from filing import THRESHOLDS, Clock, Filing, encoding, face
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from curator import __version__
from curator.engine import politicians
from curator.engine.catalogue import CLAIM, DECIDE, REDO, UNDO, Catalogue
from curator.engine.deciding import decisions, hand_work, promotion
from curator.engine.deciding.consequences import making_for
from curator.engine.deciding.decisions import Step
from curator.engine.declarations import Code, Declaration
from curator.engine.errors import CatalogueFull, NotFound, RefusedChange
from curator.engine.records import (
    USUAL_MAKING,
    AnalysisState,
    Changes,
    Claim,
    Kind,
    Making,
    Origin,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import RULE_SET

FILE = "catalogue.db"


def decide(
    catalogue: Catalogue,
    *ids: SubmissionId,
    verdict: Verdict = Verdict.APPROVED,
    reason: Reason | None = None,
    note: str = "",
    curator: str = "ada",
    making: Making | None = None,
) -> Changes:
    return decisions.decide(
        catalogue,
        ids,
        verdict=verdict,
        reason=reason,
        note=note,
        curator=curator,
        thresholds=THRESHOLDS,
        origin=Origin.CURATOR if len(ids) == 1 else Origin.BULK,
        making=making,
    )


def reject(catalogue: Catalogue, *ids: SubmissionId) -> Changes:
    return decide(catalogue, *ids, verdict=Verdict.REJECTED, reason=Reason.NO_FACE)


def correct(catalogue: Catalogue, submission_id: SubmissionId, claimed_id: PoliticianId | None) -> Changes:
    return decisions.correct_claim(
        catalogue, submission_id, claimed_id=claimed_id, curator="ada", thresholds=THRESHOLDS
    )


def promote(catalogue: Catalogue, submission_id: SubmissionId) -> Changes:
    return promotion.promote(catalogue, submission_id, curator="ada", thresholds=THRESHOLDS)


def undo(catalogue: Catalogue) -> Changes:
    return decisions.undo(catalogue, curator="ben")


def redo(catalogue: Catalogue) -> Changes:
    return decisions.redo(catalogue, curator="ben")


def state(catalogue: Catalogue, *ids: SubmissionId) -> tuple[tuple[Verdict, Reason | None], ...]:
    found = [catalogue.submissions.get(one) for one in ids]
    return tuple((one.verdict, one.reason) for one in found)


def verdicts(catalogue: Catalogue, *ids: SubmissionId) -> list[str]:
    return [catalogue.submissions.get(one).verdict.value for one in ids]


# ---------------------------------------------------------------- deciding


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (Verdict.APPROVED, None),
        (Verdict.REJECTED, Reason.SEVERAL_FACES),
        (Verdict.SKIPPED, None),
        (Verdict.SKIPPED, Reason.ASK),
    ],
)
def test_a_decision_takes_force_and_is_logged(
    catalogue: Catalogue, filing: Filing, clock: Clock, verdict: Verdict, reason: Reason | None
) -> None:
    one, other = filing.submission(face(1)), filing.submission(face(2))
    clock.advance(hours=3)
    changes = decide(catalogue, one, verdict=verdict, reason=reason, note="as agreed")
    assert changes == Changes(submissions=frozenset({one}), decided=True)
    assert state(catalogue, one, other) == ((verdict, reason), (Verdict.UNDECIDED, None))
    (row,) = catalogue.decisions.of(one)
    assert (row.action, row.undoes, row.curator, row.decided_at) == (DECIDE, None, "ada", clock.time)
    assert (row.verdict, row.reason, row.note, row.origin) == (verdict, reason, "as agreed", Origin.CURATOR)
    assert row.digest == catalogue.submissions.get(one).digest


@pytest.mark.parametrize(
    ("verdict", "reason", "words"),
    [
        (Verdict.REJECTED, None, "needs a reason"),
        (Verdict.REJECTED, Reason.ASK, "needs a reason"),
        (Verdict.SKIPPED, Reason.NO_FACE, "has no reason"),
        (Verdict.APPROVED, Reason.NO_FACE, "not approved for a reason"),
        (Verdict.UNDECIDED, Reason.OTHER, "not undecided for a reason"),
        (Verdict.REJECTED, Reason.REQUESTED, "no reason to reject"),
        (Verdict.REJECTED, Reason.MISTAKE, "no reason to reject"),
        (Verdict.SKIPPED, Reason.REQUESTED, "has no reason"),
        (Verdict.APPROVED, Reason.MISTAKE, "not approved for a reason"),
        (Verdict.WITHDRAWN, None, "needs a reason"),
        (Verdict.WITHDRAWN, Reason.REQUESTED, "was not approved"),
        (Verdict.WITHDRAWN, Reason.ASK, "not a question"),
    ],
)
def test_nonsense_is_refused(
    catalogue: Catalogue, filing: Filing, verdict: Verdict, reason: Reason | None, words: str
) -> None:
    one = filing.submission(face(1))
    with pytest.raises(RefusedChange, match=words):
        decide(catalogue, one, verdict=verdict, reason=reason)
    assert catalogue.decisions.of(one) == ()


def test_what_nobody_could_read_is_not_approved_and_the_rest_of_the_bulk_neither(
    catalogue: Catalogue, filing: Filing
) -> None:
    fine, broken = filing.submission(face(1)), filing.unreadable()
    with pytest.raises(RefusedChange, match="could not be read"):
        decide(catalogue, fine, broken)
    assert verdicts(catalogue, fine, broken) == ["undecided", "undecided"]
    assert filing.encodings(fine) == 1
    decide(catalogue, broken, verdict=Verdict.REJECTED, reason=Reason.UNREADABLE)
    assert verdicts(catalogue, broken) == ["rejected"]


def test_what_is_not_there_cannot_be_decided(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    with pytest.raises(NotFound):
        decide(catalogue, one, SubmissionId(99))
    assert verdicts(catalogue, one) == ["undecided"]
    with pytest.raises(NotFound):
        decisions.undo_for(catalogue, SubmissionId(99), curator="ada")


def test_deciding_nothing_changes_nothing(catalogue: Catalogue) -> None:
    assert not decide(catalogue)
    assert not undo(catalogue)
    assert not redo(catalogue)
    assert decisions.next_undo(catalogue) is None
    assert decisions.next_redo(catalogue) is None


def test_a_decision_can_be_decided_anew(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one)
    reject(catalogue, one)
    assert state(catalogue, one) == ((Verdict.REJECTED, Reason.NO_FACE),)
    undo(catalogue)
    assert verdicts(catalogue, one) == ["approved"]
    decide(catalogue, one, verdict=Verdict.WITHDRAWN, reason=Reason.OTHER)
    assert verdicts(catalogue, one) == ["withdrawn"]


def correct_kind(catalogue: Catalogue, submission_id: SubmissionId, kind: Kind) -> Changes:
    return hand_work.correct_kind(catalogue, submission_id, kind=kind, curator="ada", thresholds=THRESHOLDS)


def making_of(catalogue: Catalogue, submission_id: SubmissionId) -> Making | None:
    return catalogue.submissions.get(submission_id).making


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.ASK])
def test_what_was_approved_can_be_withdrawn_for_any_reason_and_given_back(
    catalogue: Catalogue, filing: Filing, reason: Reason
) -> None:
    one = filing.submission(face(1), claimed=filing.politician("Ilka Brandwyn"))
    decide(catalogue, one, making=Making.MONTAGE)
    decide(catalogue, one, verdict=Verdict.WITHDRAWN, reason=reason, note="by letter")
    assert state(catalogue, one) == ((Verdict.WITHDRAWN, reason),)
    assert catalogue.decisions.of(one)[-1].note == "by letter"
    with pytest.raises(RefusedChange, match="was not approved"):
        decide(catalogue, one, verdict=Verdict.WITHDRAWN, reason=reason)
    undo(catalogue)
    assert state(catalogue, one) == ((Verdict.APPROVED, None),)
    assert making_of(catalogue, one) is Making.MONTAGE


def test_not_the_politician_means_not_in_the_index_where_nobody_is_claimed(
    catalogue: Catalogue, filing: Filing
) -> None:
    claims, none = filing.submission(face(1), claimed=filing.politician("Ilka Brandwyn")), filing.waiting()
    decide(catalogue, claims, none, verdict=Verdict.REJECTED, reason=Reason.NOT_CLAIMED)
    assert state(catalogue, claims, none) == (
        (Verdict.REJECTED, Reason.NOT_CLAIMED),
        (Verdict.REJECTED, Reason.NOT_INDEXED),
    )
    assert catalogue.decisions.of(none)[-1].reason is Reason.NOT_INDEXED, "the log says the same"
    decide(catalogue, none, verdict=Verdict.REJECTED, reason=Reason.NO_FACE)
    assert state(catalogue, none) == ((Verdict.REJECTED, Reason.NO_FACE),), "other reasons mean one thing"


# ---------------------------------------------------------------- how it was made


def test_an_approval_says_how_a_deepfake_was_made_and_one_undo_takes_both_back(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one, making=Making.GENERATED)
    assert making_of(catalogue, one) is Making.GENERATED
    (row,) = catalogue.decisions.of(one)
    assert row.change == {"before": {"making": None}, "after": {"making": "generated"}}
    assert undo(catalogue).submissions == {one}
    assert (verdicts(catalogue, one), making_of(catalogue, one)) == (["undecided"], None)
    redo(catalogue)
    assert (verdicts(catalogue, one), making_of(catalogue, one)) == (["approved"], Making.GENERATED)
    assert decisions.next_redo(catalogue) is None


def test_what_was_said_once_is_kept_and_can_be_said_anew(catalogue: Catalogue, filing: Filing) -> None:
    one, other = filing.submission(face(1)), filing.submission(face(2))
    decide(catalogue, other)
    assert making_of(catalogue, other) is USUAL_MAKING
    decide(catalogue, one, making=Making.MONTAGE)
    reject(catalogue, one)
    assert making_of(catalogue, one) is Making.MONTAGE
    decide(catalogue, one)
    assert making_of(catalogue, one) is Making.MONTAGE
    decide(catalogue, one, making=Making.GENERATED)
    assert (verdicts(catalogue, one), making_of(catalogue, one)) == (["approved"], Making.GENERATED)
    undo(catalogue)
    assert (verdicts(catalogue, one), making_of(catalogue, one)) == (["approved"], Making.MONTAGE)


def test_what_the_file_says_is_not_left_out_of_the_label(catalogue: Catalogue, filing: Filing) -> None:
    declared = (Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia"),)
    assert making_for(None, ()) is USUAL_MAKING
    assert making_for(None, declared) is Making.GENERATED
    assert making_for(Making.MONTAGE, declared) is Making.MONTAGE
    one = filing.submission(face(1))
    with catalogue.writing():
        catalogue.submissions.keep_declarations(one, declared)
    decide(catalogue, one)
    assert making_of(catalogue, one) is Making.GENERATED


def test_each_of_a_bulk_keeps_what_was_said_of_it(catalogue: Catalogue, filing: Filing) -> None:
    known, new, real = filing.submission(face(1)), filing.submission(face(2)), filing.submission(face(3))
    correct_kind(catalogue, real, Kind.PORTRAIT)
    decide(catalogue, known, making=Making.MONTAGE)
    decide(catalogue, known, new, real)
    assert [making_of(catalogue, one) for one in (known, new, real)] == [Making.MONTAGE, USUAL_MAKING, None]
    step = decisions.next_undo(catalogue)
    assert step is not None
    assert step.count == 3
    decide(catalogue, known, new, real, making=Making.GENERATED)
    made = [making_of(catalogue, one) for one in (known, new, real)]
    assert made == [Making.GENERATED, Making.GENERATED, None]
    undo(catalogue)
    assert [making_of(catalogue, one) for one in (known, new, real)] == [Making.MONTAGE, USUAL_MAKING, None]


def test_portraits_are_made_in_no_way(catalogue: Catalogue, filing: Filing) -> None:
    one, other = filing.submission(face(1)), filing.submission(face(2))
    correct_kind(catalogue, one, Kind.PORTRAIT)
    with pytest.raises(RefusedChange, match="never labelled as made up"):
        decide(catalogue, one, making=Making.FACE_SWAP)
    assert verdicts(catalogue, one) == ["undecided"]
    with pytest.raises(RefusedChange, match="Only an approval"):
        decide(catalogue, other, verdict=Verdict.SKIPPED, making=Making.FACE_SWAP)
    decide(catalogue, one)
    assert catalogue.decisions.of(one)[-1].change == {}
    assert making_of(catalogue, one) is None


def test_a_corrected_kind_takes_the_making_with_it(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one, making=Making.GENERATED)
    correct_kind(catalogue, one, Kind.PORTRAIT)
    assert making_of(catalogue, one) is None
    correct_kind(catalogue, one, Kind.DEEPFAKE)
    assert making_of(catalogue, one) is USUAL_MAKING
    undo(catalogue)
    assert making_of(catalogue, one) is None
    undo(catalogue)
    assert making_of(catalogue, one) is Making.GENERATED
    redo(catalogue)
    assert making_of(catalogue, one) is None
    assert catalogue.complaints() == ()


def test_an_undecided_picture_of_another_kind_is_still_made_in_no_way(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.submission(face(1))
    correct_kind(catalogue, one, Kind.PORTRAIT)
    correct_kind(catalogue, one, Kind.DEEPFAKE)
    assert making_of(catalogue, one) is None


# ---------------------------------------------------------------- nothing is half done


def test_a_full_disk_leaves_no_half_decision(catalogue: Catalogue, filing: Filing) -> None:
    ids = [filing.submission(face(person)) for person in range(40)]
    connection = catalogue._connection.db.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CatalogueFull):
        decide(catalogue, *ids, note="x" * 5000)
    assert set(verdicts(catalogue, *ids)) == {"undecided"}
    assert catalogue.decisions.latest(limit=1) == ()


# ---------------------------------------------------------------- undo and redo


def test_undo_and_redo_have_no_limit_and_survive_a_restart(folder: Path) -> None:
    with Catalogue.create(folder) as catalogue:
        filing = Filing(catalogue)
        ids = [filing.submission(face(person)) for person in range(5)]
        for one in ids:
            reject(catalogue, one)
        for one in ids:
            decide(catalogue, one)
    with Catalogue.open(folder) as catalogue:
        for _ in range(10):
            assert undo(catalogue).decided
        assert set(verdicts(catalogue, *ids)) == {"undecided"}
        assert not undo(catalogue)
    with Catalogue.open(folder) as catalogue:
        for _ in range(5):
            assert redo(catalogue).decided
        assert set(verdicts(catalogue, *ids)) == {"rejected"}
        for _ in range(5):
            assert redo(catalogue).decided
        assert set(verdicts(catalogue, *ids)) == {"approved"}
        assert not redo(catalogue)
        undo(catalogue)
        assert verdicts(catalogue, *ids) == ["approved"] * 4 + ["rejected"]
        assert catalogue.complaints() == ()


def test_rows_say_what_they_undo(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one)
    undo(catalogue)
    redo(catalogue)
    rows = catalogue.decisions.of(one)
    assert [(row.action, row.undoes, row.verdict, row.curator) for row in rows] == [
        (DECIDE, None, Verdict.APPROVED, "ada"),
        (UNDO, rows[0].id, Verdict.UNDECIDED, "ben"),
        (REDO, rows[1].id, Verdict.APPROVED, "ben"),
    ]


def test_the_buttons_say_what_comes(catalogue: Catalogue, filing: Filing) -> None:
    ilka = filing.politician("Ilka Brandwyn")
    named, other = filing.submission(face(1), claimed=ilka), filing.submission(face(2), name="cat.jpg")
    reject(catalogue, other)
    decide(catalogue, named, other)

    def said(step: Step | None) -> tuple[str, int, str] | None:
        return None if step is None else (step.decision.verdict.value, step.count, step.name)

    assert said(decisions.next_undo(catalogue)) == ("approved", 2, "Ilka Brandwyn")
    assert said(decisions.next_redo(catalogue)) is None
    undo(catalogue)
    assert said(decisions.next_undo(catalogue)) == ("rejected", 1, "cat.jpg")
    assert said(decisions.next_redo(catalogue)) == ("approved", 2, "Ilka Brandwyn")
    undo(catalogue)
    assert said(decisions.next_redo(catalogue)) == ("rejected", 1, "cat.jpg")
    redo(catalogue)
    redo(catalogue)
    decisions.undo_for(catalogue, named, curator="ada")
    assert said(decisions.next_undo(catalogue)) == ("approved", 1, "cat.jpg")
    assert said(decisions.next_redo(catalogue)) == ("approved", 1, "Ilka Brandwyn")


def test_a_new_decision_ends_what_can_be_redone(catalogue: Catalogue, filing: Filing) -> None:
    one, other = filing.submission(face(1)), filing.submission(face(2))
    decide(catalogue, one)
    undo(catalogue)
    decide(catalogue, other)
    assert decisions.next_redo(catalogue) is None
    assert not redo(catalogue)
    undo(catalogue)
    assert redo(catalogue).submissions == {other}
    assert not redo(catalogue)


def test_a_corrected_claim_ends_what_can_be_redone(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one)
    undo(catalogue)
    correct(catalogue, one, filing.politician())
    assert not redo(catalogue)


def test_a_bulk_is_one_undo(catalogue: Catalogue, filing: Filing) -> None:
    ids = [filing.submission(face(person)) for person in range(4)]
    reject(catalogue, ids[0])
    decide(catalogue, *ids, ids[1], ids[0])
    assert len(catalogue.decisions.latest(limit=99)) == 5
    assert {row.origin for row in catalogue.decisions.latest(limit=4)} == {Origin.BULK}
    assert len({row.step for row in catalogue.decisions.latest(limit=4)}) == 1
    assert undo(catalogue).submissions == set(ids)
    assert verdicts(catalogue, *ids) == ["rejected", "undecided", "undecided", "undecided"]
    assert redo(catalogue).submissions == set(ids)
    assert set(verdicts(catalogue, *ids)) == {"approved"}


def test_a_bulk_of_many_portions_is_one_step_like_any_other(catalogue: Catalogue, filing: Filing) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    known = filing.submission(face(1), claimed=ilka)
    ids = [*(filing.waiting() for _ in range(1200)), known]
    reject(catalogue, known)
    alone = catalogue.decisions.of(known)[0]
    undo(catalogue)
    filing.analyse(known, face(1))
    reject(catalogue, *ids)
    together = catalogue.decisions.of(known)[-1]
    assert together.seen == alone.seen
    assert len(set(catalogue.decisions.latest(limit=1201)[n].step for n in (0, 600, 1200))) == 1
    step = decisions.next_undo(catalogue)
    assert step is not None
    assert (step.count, step.decision.submission_id) == (1201, ids[0])
    assert undo(catalogue).submissions == set(ids)
    assert set(verdicts(catalogue, *ids)) == {"undecided"}
    assert redo(catalogue).submissions == set(ids)
    assert set(verdicts(catalogue, *ids)) == {"rejected"}
    assert filing.encodings(known) == 0
    assert catalogue.complaints() == ()


def test_one_that_cannot_be_decided_stops_all_of_a_bulk(catalogue: Catalogue, filing: Filing) -> None:
    ids = [filing.waiting() for _ in range(600)]
    broken, worse = filing.unreadable(), filing.unreadable()
    name = catalogue.submissions.get(broken).file_name
    with pytest.raises(RefusedChange, match=f"^{name} cannot be approved"):
        decide(catalogue, *ids, broken, worse)
    with pytest.raises(NotFound, match="number 9999"):
        decide(catalogue, *ids, SubmissionId(9999))
    assert catalogue.decisions.latest(limit=1) == ()
    assert catalogue.complaints() == ()


def test_what_comes_next_is_found_by_an_index_however_much_was_undone(
    catalogue: Catalogue, filing: Filing
) -> None:
    asked: list[str] = []
    ids = [filing.waiting() for _ in range(3)]
    reject(catalogue, *ids)
    undo(catalogue)
    connection = catalogue._connection.db.conn
    connection.set_trace_callback(asked.append)
    assert catalogue.decisions.undoable() is None
    assert catalogue.decisions.redoable() is not None
    connection.set_trace_callback(None)
    assert len(asked) == 2
    plans = [row[3] for one in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")]
    assert not [plan for plan in plans if plan.startswith("SCAN") and "INDEX" not in plan]
    assert any("steps_standing" in plan for plan in plans)


def test_steps_that_were_changed_from_outside_are_told(catalogue: Catalogue, filing: Filing) -> None:
    reject(catalogue, filing.waiting())
    assert catalogue.decisions.miscounted_steps() == ()
    with catalogue.writing():
        catalogue._connection.write("UPDATE steps SET standing = 2")
    assert catalogue.decisions.miscounted_steps() == (1,)
    with catalogue.writing():
        catalogue._connection.write("DELETE FROM steps")
    assert catalogue.decisions.miscounted_steps() == (1,)
    assert len(catalogue.complaints()) == 1


def test_one_of_a_bulk_can_be_taken_out(catalogue: Catalogue, filing: Filing) -> None:
    one, two, three = (filing.submission(face(person)) for person in range(3))
    decide(catalogue, one, two, three)
    decisions.undo_for(catalogue, two, curator="ada")
    assert verdicts(catalogue, one, two, three) == ["approved", "undecided", "approved"]
    undo(catalogue)
    assert verdicts(catalogue, one, two, three) == ["undecided"] * 3
    redo(catalogue)
    assert verdicts(catalogue, one, two, three) == ["approved", "undecided", "approved"]
    redo(catalogue)
    assert verdicts(catalogue, one, two, three) == ["approved"] * 3


def test_a_bulk_that_was_taken_apart_does_not_hide_what_came_before(
    catalogue: Catalogue, filing: Filing
) -> None:
    one, two = filing.submission(face(1)), filing.submission(face(2))
    reject(catalogue, one)
    decide(catalogue, one, two)
    decisions.undo_for(catalogue, one, curator="ada")
    decisions.undo_for(catalogue, two, curator="ada")
    assert verdicts(catalogue, one, two) == ["rejected", "undecided"]
    assert undo(catalogue).submissions == {one}
    assert verdicts(catalogue, one, two) == ["undecided", "undecided"]
    with pytest.raises(RefusedChange, match="Nothing was decided about"):
        decisions.undo_for(catalogue, one, curator="ada")


def test_undo_for_one_leaves_later_decisions_about_others(catalogue: Catalogue, filing: Filing) -> None:
    one, two = filing.submission(face(1)), filing.submission(face(2))
    decide(catalogue, one)
    reject(catalogue, one)
    decide(catalogue, two)
    decisions.undo_for(catalogue, one, curator="ada")
    assert verdicts(catalogue, one, two) == ["approved", "approved"]
    decisions.undo_for(catalogue, one, curator="ada")
    assert verdicts(catalogue, one, two) == ["undecided", "approved"]


def test_an_erased_submission_does_not_break_undo(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one)
    with catalogue.writing():
        catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (one,))
    step = decisions.next_undo(catalogue)
    assert step is not None
    assert step.name == f"number {one}, erased since"
    assert undo(catalogue).submissions == {one}
    assert redo(catalogue).submissions == {one}


# ---------------------------------------------------------------- claims


def test_a_corrected_claim_is_logged_and_restored(catalogue: Catalogue, filing: Filing) -> None:
    ilka, bruno = filing.politician("Ilka Brandwyn"), filing.politician("Bruno Haverkast")
    one = filing.submission(face(1), claimed=ilka)
    sent = catalogue.submissions.get(one)
    changes = correct(catalogue, one, bruno)
    assert changes == Changes(submissions=frozenset({one}), decided=True)
    corrected = catalogue.submissions.get(one)
    assert (corrected.claimed_id, corrected.claim.full_name) == (bruno, "Bruno Haverkast")
    (row,) = catalogue.decisions.of(one)
    assert (row.action, row.verdict) == (CLAIM, Verdict.UNDECIDED)
    assert row.change["before"] == {
        "given_name": "Ilka",
        "surname": "Brandwyn",
        "country": "Malta",
        "role": "Prime Minister",
        "claimed_id": ilka,
    }
    undo(catalogue)
    assert catalogue.submissions.get(one) == sent
    redo(catalogue)
    assert catalogue.submissions.get(one) == corrected
    correct(catalogue, one, None)
    assert catalogue.submissions.get(one).claim == Claim()
    undo(catalogue)
    undo(catalogue)
    assert catalogue.submissions.get(one) == sent
    assert catalogue.submissions.arrivals(one)[0].claim == sent.claim


def test_a_corrected_claim_keeps_the_verdict(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    reject(catalogue, one)
    correct(catalogue, one, filing.politician())
    assert state(catalogue, one) == ((Verdict.REJECTED, Reason.NO_FACE),)
    undo(catalogue)
    assert state(catalogue, one) == ((Verdict.REJECTED, Reason.NO_FACE),)
    undo(catalogue)
    assert state(catalogue, one) == ((Verdict.UNDECIDED, None),)


def test_a_restored_claim_means_whoever_is_in_the_index_now(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.waiting(claim=Claim("Ilka", "Brandwyn", "Austria"))
    correct(catalogue, one, filing.politician("Bruno Haverkast"))
    politicians.add(catalogue, given_name="Ilka", surname="Brandwyn", country="Austria", role="")
    undo(catalogue)
    claimed_id = catalogue.submissions.get(one).claimed_id
    assert claimed_id is not None
    assert catalogue.politicians.get(claimed_id).full_name == "Ilka Brandwyn"


@pytest.mark.parametrize("decided", [False, True])
def test_every_change_of_a_claim_is_to_be_assessed_anew(
    catalogue: Catalogue, filing: Filing, decided: bool
) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    one = filing.submission(face(1))
    if decided:
        decide(catalogue, one)

    def outdated() -> bool:
        found = one in catalogue.submissions.outdated(mark="any", limit=9)
        with catalogue.writing():
            catalogue._connection.write("UPDATE submissions SET assessed_with = 'any'")
        return found

    outdated()
    assert not outdated()
    correct(catalogue, one, ilka)
    assert outdated()
    undo(catalogue)
    assert outdated()
    redo(catalogue)
    assert outdated()


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [(Verdict.APPROVED, None), (Verdict.REJECTED, Reason.OTHER), (Verdict.SKIPPED, Reason.ASK)],
)
def test_encodings_go_with_the_decision_and_an_undo_has_them_made_anew(
    catalogue: Catalogue, filing: Filing, verdict: Verdict, reason: Reason | None
) -> None:
    one, other = filing.submission(face(1), face(2)), filing.submission(face(3))
    assert filing.encodings(one) == 2
    decide(catalogue, one, verdict=verdict, reason=reason)
    assert (filing.encodings(one), filing.encodings(other)) == (0, 1)
    assert catalogue.submissions.pending(limit=9) == ()
    undo(catalogue)
    digest = catalogue.submissions.get(one).digest
    assert catalogue.submissions.pending(limit=9) == ((one, digest),)
    filing.analyse(one, face(1), face(2))
    assert filing.encodings(one) == 2
    redo(catalogue)
    assert filing.encodings(one) == 0


def test_what_is_decided_back_to_undecided_is_analysed_anew(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one)
    decide(catalogue, one, verdict=Verdict.UNDECIDED)
    assert catalogue.submissions.get(one).state is AnalysisState.PENDING
    filing.analyse(one, face(1))
    undo(catalogue)
    assert verdicts(catalogue, one) == ["approved"]
    assert filing.encodings(one) == 0


def test_erased_encodings_are_not_in_the_file(folder: Path) -> None:
    with Catalogue.create(folder) as catalogue:
        one = Filing(catalogue).submission(face(7))
        decide(catalogue, one)
    assert encoding(7).astype("<f8").tobytes()[:64] not in (folder / FILE).read_bytes()


# ---------------------------------------------------------------- evidence


def test_the_log_holds_what_was_seen(catalogue: Catalogue, filing: Filing) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    filing.politician("Bruno Haverkast", portraits=[encoding(2)])
    one = filing.submission(face(1, away=0.3), face(5), claimed=ilka)
    with catalogue.writing():
        catalogue.politicians.remove(ilka)
    decide(catalogue, one)
    seen = catalogue.decisions.of(one)[0].seen
    assert seen["program"] == __version__
    assert seen["rule_set"] == RULE_SET
    assert seen["model"] == "dlib-resnet-v1/fake"
    assert seen["kind"] == "deepfake"
    assert seen["claim"] == "Ilka Brandwyn"
    assert seen["advice"] == {"outcome": "reject", "reason": "several_faces"}
    assert seen["face_count"] == 2
    thresholds, found, faces = seen["thresholds"], seen["findings"], seen["faces"]
    assert isinstance(thresholds, dict)
    assert isinstance(found, list)
    assert isinstance(faces, list)
    assert thresholds["match_claimed"] == THRESHOLDS.match_claimed
    assert [one["code"] for one in found] == ["several_faces", "claim_matches", "nobody_nearer"]
    assert found[0]["n"] == 2
    assert faces[0]["box"] == [100, 80, 200, 200]
    assert faces[0]["nearest"][0] == {"politician": "Ilka Brandwyn", "distance": 0.3, "rank": 1}
    assert [one["politician"] for one in faces[0]["nearest"]] == ["Ilka Brandwyn", "Bruno Haverkast"]


def test_a_crowd_is_logged_as_a_number(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(*(face(person) for person in range(30)))
    reject(catalogue, one)
    seen = catalogue.decisions.of(one)[0].seen
    assert seen["face_count"] == 30
    assert isinstance(seen["faces"], list)
    assert len(seen["faces"]) == 12


def test_a_decision_before_the_analysis_saw_nothing(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.waiting()
    reject(catalogue, one)
    seen = catalogue.decisions.of(one)[0].seen
    assert (seen["advice"], seen["model"], seen["faces"], seen["findings"]) == (None, "", [], [])


def test_notes_lie_apart_under_a_salted_hash(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    one, two, three = (filing.submission(face(person)) for person in range(3))
    for submission_id, note in ((one, "a secret"), (two, "a secret"), (three, "")):
        decide(catalogue, submission_id, note=note)
    with closing(sqlite3.connect(folder / FILE)) as connection:
        rows = connection.execute("SELECT * FROM decisions").fetchall()
        hashes = [row[0] for row in connection.execute("SELECT note_hash FROM decisions ORDER BY id")]
        notes = connection.execute("SELECT decision_id, salt, note FROM decision_notes").fetchall()
    assert "a secret" not in repr(rows)
    assert hashes[0] != hashes[1]
    assert hashes[2] == ""
    assert [(number, note) for number, _, note in notes] == [(1, "a secret"), (2, "a secret")]
    for (_, salt, note), expected in zip(notes, hashes, strict=False):
        assert len(salt) == 32
        assert hashlib.sha256((salt + note).encode()).hexdigest() == expected
    # An erased note leaves the chain whole.
    with catalogue.writing():
        catalogue._connection.write("DELETE FROM decision_notes WHERE decision_id = 1")
    assert catalogue.complaints() == ()
    assert [row.note for row in catalogue.decisions.everything()] == ["", "a secret", ""]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE decisions SET verdict = 'rejected' WHERE id = 2",
        "UPDATE decisions SET seen = replace(seen, 'deepfake', 'portrait') WHERE id = 2",
        "UPDATE decisions SET curator_id = 1 WHERE id = 2",
        "UPDATE decisions SET decided_at = '2020-01-01T00:00:00+00:00' WHERE id = 2",
        "UPDATE decisions SET note_hash = '' WHERE id = 2",
        "UPDATE decisions SET chain = 'x' WHERE id = 2",
        "DELETE FROM decisions WHERE id = 1",
        "INSERT INTO decisions SELECT 4, step, action, undoes, submission_id, digest, curator_id,"
        " decided_at, verdict, reason, origin, change, seen, note_hash, chain FROM decisions WHERE id = 3",
    ],
)
def test_a_changed_row_breaks_the_chain(
    catalogue: Catalogue, filing: Filing, folder: Path, tampering: str
) -> None:
    for person in range(3):
        decide(catalogue, filing.submission(face(person)), note="so", curator=f"curator {person}")
    assert catalogue.decisions.broken_link() is None
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        for name in ("decisions_never_change", "decisions_never_go", "decisions_only_grow"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(tampering)
    broken = catalogue.decisions.broken_link()
    assert broken == (4 if tampering.startswith("INSERT") else 2)
    assert f"The decision log was changed from outside, first at row {broken}." in catalogue.complaints()


def test_the_chain_is_made_as_it_always_was(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    """Links of logs that are years old are checked by the same rule: it may never change."""
    ids = [filing.submission(face(person), name="né.jpg") for person in range(3)]
    reject(catalogue, *ids)
    decide(catalogue, ids[0], note="so")
    correct(catalogue, ids[1], filing.politician())
    undo(catalogue)
    redo(catalogue)
    link = ""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        rows = connection.execute(
            "SELECT id, step, action, undoes, submission_id, digest, curator_id, decided_at, verdict, reason,"
            " origin, change, seen, note_hash, chain FROM decisions ORDER BY id"
        ).fetchall()
    assert len(rows) == 7
    for *values, chain in rows:
        link = hashlib.sha256((link + json.dumps(values, ensure_ascii=False)).encode()).hexdigest()
        assert link == chain
        assert values[11] == json.dumps(json.loads(values[11]), sort_keys=True, ensure_ascii=False)
    assert catalogue.decisions.broken_link() is None


def test_the_head_moves_with_every_row(catalogue: Catalogue, filing: Filing) -> None:
    heads = [catalogue.decisions.head()]
    decide(catalogue, filing.submission(face(1)))
    heads.append(catalogue.decisions.head())
    undo(catalogue)
    heads.append(catalogue.decisions.head())
    assert heads[0] == ""
    assert len(set(heads)) == 3


def test_the_log_can_be_paged_and_read_whole(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    for _ in range(6):
        decide(catalogue, one)
    first = catalogue.decisions.latest(limit=4)
    rest = catalogue.decisions.latest(limit=4, before=first[-1].id)
    assert [row.id for row in (*first, *rest)] == [6, 5, 4, 3, 2, 1]
    assert [row.id for row in catalogue.decisions.everything()] == [1, 2, 3, 4, 5, 6]
    assert json.dumps([dict(row.seen) for row in first])


# ---------------------------------------------------------------- any order of anything


Row = tuple[SubmissionId, str, object]
"""A submission, what is set, and to what."""


class Model:
    """What should be true: for every submission the rows in force, and what can be redone."""

    def __init__(self, ids: list[SubmissionId]) -> None:
        self.ids = ids
        self.steps: list[list[Row]] = []
        """Steps in force, oldest first: (submission, what is set, to what)."""
        self.undone: list[tuple[int, list[Row]]] = []
        """Rows that were taken back, with the place of their step."""

    def value(self, submission_id: SubmissionId, what: str, otherwise: object) -> object:
        found = otherwise
        for step in self.steps:
            for row in step:
                if row[:2] == (submission_id, what):
                    found = row[2]
        return found

    def add(self, rows: list[Row]) -> None:
        self.steps.append(rows)
        self.undone.clear()

    def take_back(self, place: int, rows: list[Row]) -> None:
        self.steps[place] = [row for row in self.steps[place] if row not in rows]
        self.undone.append((place, rows))


class AnyOrder(RuleBasedStateMachine):
    """Everything that is logged, undos and redos in any order, against a model of a few lines."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="curator-test-"))
        self.catalogue = Catalogue.create(self.folder / "catalogue")
        # What is on the disk after a power cut is tested elsewhere; here it only costs time.
        self.catalogue._connection.db.execute("PRAGMA synchronous = OFF")

    @initialize()
    def fill(self) -> None:
        filing = Filing(self.catalogue)
        self.people = [filing.politician("Ilka Brandwyn"), filing.politician("Bruno Haverkast")]
        self.model = Model([filing.submission(face(person)) for person in range(4)])

    def teardown(self) -> None:
        try:
            assert self.catalogue.complaints() == ()
        finally:
            self.catalogue.close()
            shutil.rmtree(self.folder)

    @rule(
        chosen=st.lists(st.integers(0, 3), min_size=1, max_size=5),
        verdict=st.sampled_from([Verdict.APPROVED, Verdict.REJECTED, Verdict.SKIPPED, Verdict.UNDECIDED]),
    )
    def decide(self, chosen: list[int], verdict: Verdict) -> None:
        ids = [self.model.ids[one] for one in chosen]
        reason = Reason.OTHER if verdict is Verdict.REJECTED else None
        decide(self.catalogue, *ids, verdict=verdict, reason=reason)
        rows: list[Row] = []
        for one in dict.fromkeys(ids):
            rows.append((one, "verdict", (verdict, reason)))
            if verdict is not Verdict.APPROVED:
                rows.append((one, "portrait", None))
            elif self.kind(one) is Kind.DEEPFAKE:
                rows.append((one, "making", self.making(one) or USUAL_MAKING))
        self.model.add(rows)

    @rule(chosen=st.integers(0, 3), making=st.sampled_from(list(Making)))
    def approve_as(self, chosen: int, making: Making) -> None:
        one = self.model.ids[chosen]
        if self.kind(one) is Kind.PORTRAIT:
            with pytest.raises(RefusedChange, match="never labelled"):
                decide(self.catalogue, one, making=making)
            return
        decide(self.catalogue, one, making=making)
        self.model.add([(one, "verdict", (Verdict.APPROVED, None)), (one, "making", making)])

    @rule(chosen=st.integers(0, 3))
    def withdraw(self, chosen: int) -> None:
        one = self.model.ids[chosen]
        if not self.approved(one):
            with pytest.raises(RefusedChange, match="was not approved"):
                decide(self.catalogue, one, verdict=Verdict.WITHDRAWN, reason=Reason.REQUESTED)
            return
        decide(self.catalogue, one, verdict=Verdict.WITHDRAWN, reason=Reason.REQUESTED)
        self.model.add([(one, "verdict", (Verdict.WITHDRAWN, Reason.REQUESTED)), (one, "portrait", None)])

    @rule(chosen=st.integers(0, 3), who=st.sampled_from([0, 1, None]))
    def correct(self, chosen: int, who: int | None) -> None:
        submission_id = self.model.ids[chosen]
        claimed_id = None if who is None else self.people[who]
        rows: list[Row] = [(submission_id, "claim", claimed_id)]
        if claimed_id != self.model.value(submission_id, "claim", None):
            rows.append((submission_id, "portrait", None))
        correct(self.catalogue, submission_id, claimed_id)
        self.model.add(rows)

    @rule(chosen=st.integers(0, 3))
    def correct_kind(self, chosen: int) -> None:
        one = self.model.ids[chosen]
        rows: list[Row]
        if self.kind(one) is Kind.DEEPFAKE:
            rows = [(one, "kind", Kind.PORTRAIT), (one, "making", None)]
        else:
            rows = [(one, "kind", Kind.DEEPFAKE), (one, "portrait", None)]
            rows.append((one, "making", USUAL_MAKING if self.approved(one) else None))
        correct_kind(self.catalogue, one, Kind(str(rows[0][2])))
        self.model.add(rows)

    @rule(chosen=st.integers(0, 3))
    def promote(self, chosen: int) -> None:
        one = self.model.ids[chosen]
        claimed = self.model.value(one, "claim", None)
        standing = self.model.value(one, "portrait", None)
        fit = self.approved(one) and self.kind(one) is Kind.PORTRAIT and claimed is not None
        fit = fit and self.catalogue.submissions.get(one).state is AnalysisState.DONE
        if standing is None and not fit:
            with pytest.raises(RefusedChange):
                promote(self.catalogue, one)
            return
        assert bool(promote(self.catalogue, one)) == (standing is None)
        if standing is None:
            self.model.add([(one, "portrait", claimed)])

    def kind(self, one: SubmissionId) -> object:
        return self.model.value(one, "kind", Kind.DEEPFAKE)

    def making(self, one: SubmissionId) -> object:
        return self.model.value(one, "making", None)

    def approved(self, one: SubmissionId) -> bool:
        return self.model.value(one, "verdict", (Verdict.UNDECIDED, None)) == (Verdict.APPROVED, None)

    @rule()
    def undo(self) -> None:
        places = [place for place, step in enumerate(self.model.steps) if step]
        changes = undo(self.catalogue)
        if not places:
            assert not changes
            return
        rows = self.model.steps[places[-1]]
        assert changes.submissions == {row[0] for row in rows}
        self.model.take_back(places[-1], rows)

    @rule(chosen=st.integers(0, 3))
    def undo_for(self, chosen: int) -> None:
        submission_id = self.model.ids[chosen]
        places = [
            place
            for place, step in enumerate(self.model.steps)
            if any(row[0] == submission_id for row in step)
        ]
        if not places:
            with pytest.raises(RefusedChange):
                decisions.undo_for(self.catalogue, submission_id, curator="ben")
            return
        changes = decisions.undo_for(self.catalogue, submission_id, curator="ben")
        assert changes.submissions == {submission_id}
        rows = [row for row in self.model.steps[places[-1]] if row[0] == submission_id]
        self.model.take_back(places[-1], rows)

    @rule()
    def redo(self) -> None:
        changes = redo(self.catalogue)
        if not self.model.undone:
            assert not changes
            return
        place, rows = self.model.undone.pop()
        assert changes.submissions == {row[0] for row in rows}
        self.model.steps[place] = [*self.model.steps[place], *rows]

    @rule()
    def reopen(self) -> None:
        self.catalogue.close()
        self.catalogue = Catalogue.open(self.folder / "catalogue")
        self.catalogue._connection.db.execute("PRAGMA synchronous = OFF")

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        if not hasattr(self, "model"):
            return
        with closing(sqlite3.connect(self.folder / "catalogue" / FILE)) as connection:
            in_force = dict(connection.execute("SELECT submission_id, verdict FROM verdicts").fetchall())
        for one in self.model.ids:
            submission = self.catalogue.submissions.get(one)
            expected = self.model.value(one, "verdict", (Verdict.UNDECIDED, None))
            assert (submission.verdict, submission.reason) == expected
            assert submission.claimed_id == self.model.value(one, "claim", None)
            assert submission.kind is self.kind(one)
            assert submission.making == self.making(one)
            promoted = self.catalogue.politicians.promoted([one]).get(one)
            whose = None if promoted is None else promoted.politician_id
            assert whose == self.model.value(one, "portrait", None)
            if whose is not None:
                # Whatever happened before: only approved portraits of the one whom they claim.
                assert (submission.verdict, submission.kind) == (Verdict.APPROVED, Kind.PORTRAIT)
                assert submission.claimed_id == whose
            assert in_force.get(one, "undecided") == submission.verdict
            held = Filing(self.catalogue).encodings(one)
            if submission.verdict is not Verdict.UNDECIDED:
                assert held == 0
            else:
                assert held == 1 or submission.state is AnalysisState.PENDING
        can_undo, can_redo = decisions.next_undo(self.catalogue), decisions.next_redo(self.catalogue)
        last = next((step for step in reversed(self.model.steps) if step), None)
        assert (None if can_undo is None else can_undo.count) == (None if last is None else concerned(last))
        assert (None if can_redo is None else can_redo.count) == (
            concerned(self.model.undone[-1][1]) if self.model.undone else None
        )


def concerned(rows: list[Row]) -> int:
    """How many submissions."""
    return len({row[0] for row in rows})


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)


def test_a_long_random_history_can_be_undone_to_its_beginning(catalogue: Catalogue, filing: Filing) -> None:
    chance = random.Random(7)
    ids = [filing.submission(face(person)) for person in range(6)]
    history = [state(catalogue, *ids)]
    for _ in range(40):
        some = chance.sample(ids, chance.randint(1, 6))
        chance.choice([decide, reject])(catalogue, *some)
        history.append(state(catalogue, *ids))
    for expected in reversed(history[:-1]):
        undo(catalogue)
        assert state(catalogue, *ids) == expected
    for expected in history[1:]:
        redo(catalogue)
        assert state(catalogue, *ids) == expected
    assert catalogue.complaints() == ()
