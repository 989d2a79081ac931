"""Decide, undo, redo: commands that append to the log and say what they changed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from curator import __version__
from curator.engine.catalogue import CLAIM, DECIDE, REDO, UNDO, Catalogue, NewDecision
from curator.engine.errors import NotFound, RefusedChange
from curator.engine.records import (
    AnalysisState,
    Changes,
    Claim,
    Decision,
    Origin,
    PoliticianId,
    Reason,
    Submission,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import RULE_SET, Thresholds

_FACES_SEEN = 12
"""A group photo's log row keeps the numbers of so many faces; the rest only as a count."""

_RANKS_SEEN = 3
"""Of each face the nearest so many politicians are logged."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or a redo would take back or do again, in words for a button.

    Attributes:
        decision: the first row of the step.
        count: how many submissions it concerns.
        name: the file name or the claimed name of the first of them.
    """

    decision: Decision
    count: int
    name: str


def decide(
    catalogue: Catalogue,
    submission_ids: Sequence[SubmissionId],
    *,
    verdict: Verdict,
    curator: str,
    thresholds: Thresholds,
    reason: Reason | None = None,
    note: str = "",
    origin: Origin = Origin.CURATOR,
) -> Changes:
    """Gives a verdict to one submission, or to many as one step that one undo takes back.

    The decision is on disk when this returns. Encodings of the faces are erased with it.

    Raises:
        RefusedChange: a reject without a reason, or an approval of an unreadable file.
        CatalogueError: the decision could not be saved; nothing was changed.
    """
    _refuse_nonsense(verdict, reason)
    wanted = tuple(dict.fromkeys(submission_ids))
    if not wanted:
        return Changes()
    with catalogue.writing():
        step = None
        for submission_id in wanted:
            submission = catalogue.submissions.get(submission_id)
            _refuse_unreadable(submission, verdict)
            if verdict is Verdict.WITHDRAWN and submission.verdict is not Verdict.APPROVED:
                raise RefusedChange(f"{submission.file_name} was not approved, so it cannot be withdrawn.")
            row = catalogue.decisions.append(
                NewDecision(
                    DECIDE,
                    submission_id,
                    submission.digest,
                    curator,
                    verdict,
                    reason,
                    note,
                    origin,
                    seen=seen(catalogue, submission, thresholds=thresholds),
                ),
                step=step,
            )
            step = row.step
            _keep_encodings_while_undecided(catalogue, submission, now=verdict)
    return Changes(submissions=frozenset(wanted), decided=True)


def correct_claim(
    catalogue: Catalogue,
    submission_id: SubmissionId,
    *,
    claimed_id: PoliticianId | None,
    curator: str,
    thresholds: Thresholds,
) -> Changes:
    """Says whom a submission shows instead of what its sender said; None takes the claim away."""
    with catalogue.writing():
        submission = catalogue.submissions.get(submission_id)
        claim = Claim()
        if claimed_id is not None:
            who = catalogue.politicians.get(claimed_id)
            claim = Claim(who.given_name, who.surname, who.country, who.role)
        catalogue.decisions.append(
            NewDecision(
                CLAIM,
                submission_id,
                submission.digest,
                curator,
                submission.verdict,
                submission.reason,
                change={
                    "before": {**asdict(submission.claim), "claimed_id": submission.claimed_id},
                    "after": {**asdict(claim), "claimed_id": claimed_id},
                },
                seen=seen(catalogue, submission, thresholds=thresholds),
            )
        )
        catalogue.submissions.set_claim(submission_id, claim=claim, claimed_id=claimed_id)
    return Changes(submissions=frozenset({submission_id}), decided=True)


def undo(catalogue: Catalogue, *, curator: str) -> Changes:
    """Takes back the newest step in force, whoever made it and whenever; nothing to undo changes nothing."""
    step = catalogue.decisions.undoable()
    if step is None:
        return Changes()
    with catalogue.writing():
        return _take_back(catalogue, catalogue.decisions.in_force(step), curator=curator)


def undo_for(catalogue: Catalogue, submission_id: SubmissionId, *, curator: str) -> Changes:
    """Takes back the newest decision about one submission; of a bulk step, its part in it.

    Raises:
        RefusedChange: nothing about it is in force.
        NotFound: there is no such submission.
    """
    submission = catalogue.submissions.get(submission_id)
    row = catalogue.decisions.undoable_for(submission_id)
    if row is None:
        raise RefusedChange(f"Nothing was decided about {submission.file_name}, so there is nothing to undo.")
    with catalogue.writing():
        return _take_back(catalogue, (row,), curator=curator)


def redo(catalogue: Catalogue, *, curator: str) -> Changes:
    """Does again what was undone last; nothing to redo changes nothing.

    Undos are redone in the opposite order, and only until something new is decided: what a
    submission was before a row is then what it is again, for both directions.
    """
    undo_step = catalogue.decisions.redoable()
    if undo_step is None:
        return Changes()
    changed: set[SubmissionId] = set()
    with catalogue.writing():
        step = None
        for undone in catalogue.decisions.of_step(undo_step):
            assert undone.undoes is not None, "an undo row names the row that it undoes"
            original = catalogue.decisions.get(undone.undoes)
            if catalogue.submissions.has(original.submission_id):
                _refuse_unreadable(catalogue.submissions.get(original.submission_id), original.verdict)
            row = catalogue.decisions.append(
                NewDecision(
                    REDO,
                    original.submission_id,
                    original.digest,
                    curator,
                    original.verdict,
                    original.reason,
                    origin=original.origin,
                    undoes=undone.id,
                    change=original.change,
                ),
                step=step,
            )
            step = row.step
            _apply_claim(catalogue, original, side="after")
            _keep_encodings_while_undecided(catalogue, undone, now=original.verdict)
            changed.add(original.submission_id)
    return Changes(submissions=frozenset(changed), decided=True)


def next_undo(catalogue: Catalogue) -> Step | None:
    """What undo would take back, or None."""
    step = catalogue.decisions.undoable()
    return None if step is None else _step(catalogue, catalogue.decisions.first_in_force(step))


def next_redo(catalogue: Catalogue) -> Step | None:
    """What redo would do again, or None."""
    step = catalogue.decisions.redoable()
    return None if step is None else _step(catalogue, catalogue.decisions.first_undone(step))


def seen(catalogue: Catalogue, submission: Submission, *, thresholds: Thresholds) -> dict[str, object]:
    """The numbers and the advice that lay before the curator: plain values for the log."""
    faces = [face for face in catalogue.faces.of(submission.id) if not face.dismissed]
    nearest = {match.politician_id for face in faces[:_FACES_SEEN] for match in face.matches[:_RANKS_SEEN]}
    names = catalogue.politicians.names(nearest)
    return {
        "program": __version__,
        "rule_set": RULE_SET,
        "model": catalogue.submissions.model_of(submission.id),
        "thresholds": asdict(thresholds),
        "kind": submission.kind,
        "claim": submission.claim.full_name,
        "advice": None
        if submission.advice is None
        else {"outcome": submission.advice.outcome, "reason": submission.advice.reason},
        "findings": [
            {"code": one.code, "outcome": one.outcome, **one.numbers}
            for one in catalogue.submissions.findings(submission.id)
        ],
        "face_count": len(faces),
        "faces": [
            {
                "box": [face.box.left, face.box.top, face.box.width, face.box.height],
                "origin": face.origin,
                "nearest": [
                    {
                        "politician": names[one.politician_id],
                        "distance": round(one.distance, 4),
                        "rank": one.rank,
                    }
                    for one in face.matches[:_RANKS_SEEN]
                ],
            }
            for face in faces[:_FACES_SEEN]
        ],
    }


def _refuse_nonsense(verdict: Verdict, reason: Reason | None) -> None:
    if verdict is Verdict.REJECTED and (reason is None or reason is Reason.ASK):
        raise RefusedChange("A rejection needs a reason.", advice="Choose one, for example “no face”.")
    if verdict is Verdict.SKIPPED and reason not in (None, Reason.ASK):
        raise RefusedChange("A skipped submission has no reason.")
    if verdict is Verdict.WITHDRAWN and reason is Reason.ASK:
        raise RefusedChange("A withdrawal is not a question.", advice="Choose another reason.")
    if verdict in (Verdict.APPROVED, Verdict.UNDECIDED) and reason is not None:
        raise RefusedChange(f"A submission is not {verdict} for a reason against it.")


def _refuse_unreadable(submission: Submission, verdict: Verdict) -> None:
    if verdict is Verdict.APPROVED and submission.state is AnalysisState.UNREADABLE:
        raise RefusedChange(
            f"{submission.file_name} cannot be approved: it could not be read.",
            advice="Reject it, or ask the sender for another copy.",
        )


def _take_back(catalogue: Catalogue, rows: Sequence[Decision], *, curator: str) -> Changes:
    step = None
    for row in rows:
        before = catalogue.decisions.before(row)
        undone = catalogue.decisions.append(
            NewDecision(
                UNDO,
                row.submission_id,
                row.digest,
                curator,
                Verdict.UNDECIDED if before is None else before.verdict,
                None if before is None else before.reason,
                origin=row.origin,
                undoes=row.id,
            ),
            step=step,
        )
        step = undone.step
        _apply_claim(catalogue, row, side="before")
        _keep_encodings_while_undecided(catalogue, row, now=undone.verdict)
    return Changes(submissions=frozenset(row.submission_id for row in rows), decided=True)


def _keep_encodings_while_undecided(
    catalogue: Catalogue, before: Submission | Decision, *, now: Verdict
) -> None:
    """Erases the encodings of what was decided, and has what is open again analysed anew.

    Args:
        catalogue: to write to.
        before: the submission, or the row about it, whose verdict was in force until now.
        now: the verdict in force from now on.
    """
    submission_id = before.submission_id if isinstance(before, Decision) else before.id
    if now is not Verdict.UNDECIDED:
        catalogue.faces.erase_encodings(submission_id)
    elif before.verdict is not Verdict.UNDECIDED:
        # The encodings were erased with the decision, and new portraits or people may have come since.
        catalogue.submissions.analyse_again(submission_id)
        _find_claimed(catalogue, submission_id)


def _find_claimed(catalogue: Catalogue, submission_id: SubmissionId) -> None:
    """Gives a submission to the politician that it claims, who may have joined the index since."""
    if not catalogue.submissions.has(submission_id):
        return
    submission = catalogue.submissions.get(submission_id)
    if submission.claimed_id is None and submission.claim:
        who = catalogue.politicians.find(
            full_name=submission.claim.full_name, country=submission.claim.country
        )
        if who is not None:
            catalogue.submissions.set_claim(submission_id, claim=submission.claim, claimed_id=who.id)


def _apply_claim(catalogue: Catalogue, row: Decision, *, side: str) -> None:
    told = row.change.get(side)
    if not isinstance(told, dict):
        return
    values = dict(told)
    claimed_id = values.pop("claimed_id")
    claim = Claim(**values)
    if claimed_id is None and claim:
        # Whoever was not in the index then may be by now.
        who = catalogue.politicians.find(full_name=claim.full_name, country=claim.country)
        claimed_id = None if who is None else who.id
    catalogue.submissions.set_claim(row.submission_id, claim=claim, claimed_id=claimed_id)


def _step(catalogue: Catalogue, found: tuple[Decision, int] | None) -> Step | None:
    if found is None:
        return None
    first, count = found
    try:
        submission = catalogue.submissions.get(first.submission_id)
    except NotFound:
        # The log outlives what it is about.
        return Step(first, count, f"number {first.submission_id}, erased since")
    return Step(first, count, submission.claim.full_name or submission.file_name)
