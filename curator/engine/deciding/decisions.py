"""Decide, undo, redo: commands that append to the log and say what they changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from curator.engine.catalogue import DECIDE, REDO, UNDO, Catalogue, NewDecision
from curator.engine.catalogue.decisions import Reversal
from curator.engine.catalogue.evidence import Case
from curator.engine.deciding.consequences import Change, set_consequences, usual_making
from curator.engine.deciding.hand_work import correct_claim, set_change
from curator.engine.deciding.promotion import told_of
from curator.engine.deciding.seen import seen
from curator.engine.errors import NotFound, RefusedChange
from curator.engine.records import (
    AnalysisState,
    Changes,
    Decision,
    Kind,
    Making,
    Origin,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.said import said

__all__ = ["Step", "correct_claim", "decide", "next_redo", "next_undo", "redo", "undo", "undo_for"]

_PORTION = 500
"""Submissions read and written together: few queries, and a few megabytes of what was seen."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or a redo would take back or do again, in words for a button.

    Attributes:
        decision: the first row of the step; its action and change say what was done.
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
    making: Making | None = None,
) -> Changes:
    """Gives a verdict to one submission, or to many as one step that one undo takes back.

    The decision is on disk when this returns. Encodings of the faces are erased with it. A promoted
    portrait that loses its approval is no reference portrait any more; both are one step.

    Args:
        catalogue: to write to.
        submission_ids: about which.
        verdict: the decision.
        curator: who decides.
        thresholds: the bands in force, for the log.
        reason: of a rejection, a withdrawal or a question; logged as :meth:`Reason.meant` says of each.
        note: kept beside the log.
        origin: where the decision came from.
        making: of an approval, how the deepfakes among them were made, which their labels will tell;
            None keeps what was said before, else takes what the file says, else the usual.

    Raises:
        RefusedChange: a reject or a withdrawal without a reason, an approval of an unreadable file, a
            withdrawal of what is not approved, or a making where there is no deepfake to approve; the
            sentence names the first that cannot be, and nothing was changed.
        NotFound: one of them is not there; nothing was changed.
        CatalogueError: the decision could not be saved; nothing was changed.
    """
    refuse_nonsense(verdict, reason, making)
    wanted = tuple(dict.fromkeys(submission_ids))
    if not wanted:
        return Changes()
    politicians: set[PoliticianId] = set()
    with catalogue.writing():
        step = None
        deepfakes = 0
        for start in range(0, len(wanted), _PORTION):
            cases = _cases(catalogue, wanted[start : start + _PORTION])
            deepfakes += sum(case.kind == Kind.DEEPFAKE for case in cases)
            for case in cases:
                _refuse_unreadable(case, verdict)
                if verdict is Verdict.WITHDRAWN and case.verdict is not Verdict.APPROVED:
                    raise RefusedChange(
                        said("{name} was not approved, so it cannot be withdrawn.", name=case.file_name)
                    )
            before = seen(catalogue, cases, thresholds=thresholds)
            also = consequences_of(catalogue, cases, verdict=verdict, making=making)
            rows = [
                NewDecision(
                    DECIDE,
                    case.id,
                    case.digest,
                    curator,
                    verdict,
                    reason and reason.meant(claimed=case.claims_somebody),
                    note,
                    origin,
                    change=also.get(case.id, {}),
                    seen=before[case.id],
                )
                for case in cases
            ]
            step, touched = put_in_force(catalogue, cases, rows, step=step)
            politicians |= touched
        if making is not None and not deepfakes:
            _refuse_making(cases[0])
    return Changes(frozenset(wanted), frozenset(politicians), decided=True)


def put_in_force(
    catalogue: Catalogue, cases: Sequence[Case], rows: Sequence[NewDecision], *, step: int | None
) -> tuple[int, frozenset[PoliticianId]]:
    """Writes verdicts to the log, and has all follow that follows from them; inside the open transaction.

    The one way in which verdicts are given, here and by a merge.

    Args:
        catalogue: to write to.
        cases: what each row is about, as it was until now.
        rows: one for each of them, in their order.
        step: that they belong to; a new one when None.

    Returns:
        The step, and whose reference portraits changed.
    """
    step = catalogue.decisions.append(rows, step=step)
    politicians: set[PoliticianId] = set()
    until_now: dict[Verdict, list[tuple[SubmissionId, Verdict]]] = {}
    for case, row in zip(cases, rows, strict=True):
        told = row.change.get("after")
        if isinstance(told, Mapping):
            politicians |= set_consequences(catalogue, case.id, case.digest, told=told)
        until_now.setdefault(row.verdict, []).append((case.id, case.verdict))
    for verdict, some in until_now.items():
        _keep_encodings_while_undecided(catalogue, some, now=verdict)
    return step, frozenset(politicians)


def undo(catalogue: Catalogue, *, curator: str) -> Changes:
    """Takes back the newest step in force, whoever made it and whenever; nothing to undo changes nothing."""
    step = catalogue.decisions.undoable()
    if step is None:
        return Changes()
    with catalogue.writing():
        return _reverse(catalogue, catalogue.decisions.to_take_back(step), curator=curator, action=UNDO)


def undo_for(catalogue: Catalogue, submission_id: SubmissionId, *, curator: str) -> Changes:
    """Takes back the newest decision about one submission; of a bulk step, its part in it.

    Raises:
        RefusedChange: nothing about it is in force.
        NotFound: there is no such submission.
    """
    submission = catalogue.submissions.get(submission_id)
    row = catalogue.decisions.undoable_for(submission_id)
    if row is None:
        raise RefusedChange(
            said("Nothing was decided about {name}, so there is nothing to undo.", name=submission.file_name)
        )
    with catalogue.writing():
        return _reverse(catalogue, (row,), curator=curator, action=UNDO)


def redo(catalogue: Catalogue, *, curator: str) -> Changes:
    """Does again what was undone last; nothing to redo changes nothing.

    Undos are redone in the opposite order, and only until something new is decided: what a
    submission was before a row is then what it is again, for both directions.

    Raises:
        RefusedChange: an approval of what turned out to be unreadable since; nothing was changed.
    """
    undo_step = catalogue.decisions.redoable()
    if undo_step is None:
        return Changes()
    with catalogue.writing():
        return _reverse(catalogue, catalogue.decisions.to_do_again(undo_step), curator=curator, action=REDO)


def next_undo(catalogue: Catalogue) -> Step | None:
    """What undo would take back, or None."""
    step = catalogue.decisions.undoable()
    return None if step is None else _step(catalogue, catalogue.decisions.first_in_force(step))


def next_redo(catalogue: Catalogue) -> Step | None:
    """What redo would do again, or None."""
    step = catalogue.decisions.redoable()
    return None if step is None else _step(catalogue, catalogue.decisions.first_undone(step))


# ---------------------------------------------------------------- refusals


def _cases(catalogue: Catalogue, submission_ids: Sequence[SubmissionId]) -> list[Case]:
    found = catalogue.decisions.evidence.cases(submission_ids)
    # The one that is not there is asked for by itself, for the sentence that says so.
    return [found.get(one) or catalogue.decisions.evidence.case(one) for one in submission_ids]


def refuse_nonsense(verdict: Verdict, reason: Reason | None, making: Making | None) -> None:
    """Refuses a verdict that makes no sense with its reason or making, whatever it is about.

    Raises:
        RefusedChange: it makes none.
    """
    if verdict is Verdict.REJECTED and (reason is None or reason is Reason.ASK):
        raise RefusedChange(
            said("A rejection needs a reason."), advice=said("Choose one, for example “no face”.")
        )
    if verdict is Verdict.REJECTED and reason in (Reason.REQUESTED, Reason.MISTAKE):
        raise RefusedChange(
            said("That is a reason to withdraw what was approved, and no reason to reject."),
            advice=said("Choose another reason, or withdraw it."),
        )
    if verdict is Verdict.SKIPPED and reason not in (None, Reason.ASK):
        raise RefusedChange(said("A skipped submission has no reason."))
    if verdict is Verdict.WITHDRAWN and reason is None:
        raise RefusedChange(
            said("A withdrawal needs a reason."),
            advice=said("Choose one, for example “asked to be taken down”."),
        )
    if verdict is Verdict.WITHDRAWN and reason is Reason.ASK:
        raise RefusedChange(said("A withdrawal is not a question."), advice=said("Choose another reason."))
    if verdict is Verdict.APPROVED and reason is not None:
        raise RefusedChange(said("A submission is not approved for a reason against it."))
    if verdict is Verdict.UNDECIDED and reason is not None:
        raise RefusedChange(said("A submission is not undecided for a reason against it."))
    if making is not None and verdict is not Verdict.APPROVED:
        raise RefusedChange(said("Only an approval says how a picture was made."))


def _refuse_making(case: Case) -> None:
    raise RefusedChange(
        said("{name} is a portrait, and a portrait is never labelled as made up.", name=case.file_name),
        advice=said("Approve it as it is, or correct its kind first."),
    )


def _refuse_unreadable(case: Case, verdict: Verdict) -> None:
    if verdict is Verdict.APPROVED and case.state is AnalysisState.UNREADABLE:
        raise RefusedChange(
            said("{name} cannot be approved: it could not be read.", name=case.file_name),
            advice=said("Reject it, or ask the sender for another copy."),
        )


def consequences_of(
    catalogue: Catalogue, cases: Sequence[Case], *, verdict: Verdict, making: Making | None
) -> dict[SubmissionId, Change]:
    """What the rows of a verdict change besides it, of those cases of which they change something."""
    if verdict is Verdict.APPROVED:
        return {
            case.id: {
                "before": {"making": case.making},
                "after": {"making": making or usual_making(catalogue, case)},
            }
            for case in cases
            if case.kind == Kind.DEEPFAKE
        }
    promoted = told_of(catalogue, [case.id for case in cases if case.kind == Kind.PORTRAIT])
    return {
        one: {"before": {"portrait": told}, "after": {"portrait": None}} for one, told in promoted.items()
    }


# ---------------------------------------------------------------- back and forth


def _reverse(catalogue: Catalogue, rows: Sequence[Reversal], *, curator: str, action: str) -> Changes:
    """Takes rows back or does them again: the log, what they changed, and what follows from the verdict."""
    side = "before" if action == UNDO else "after"
    step = None
    politicians: set[PoliticianId] = set()
    for start in range(0, len(rows), _PORTION):
        some = rows[start : start + _PORTION]
        if action == REDO:
            cases = catalogue.decisions.evidence.cases([row.submission_id for row in some])
            for row in some:
                if row.submission_id in cases:
                    _refuse_unreadable(cases[row.submission_id], row.verdict)
        step = catalogue.decisions.append(
            [
                NewDecision(
                    action,
                    row.submission_id,
                    row.digest,
                    curator,
                    row.verdict,
                    row.reason,
                    origin=row.origin,
                    undoes=row.row,
                    change=row.change if action == REDO else {},
                )
                for row in some
            ],
            step=step,
        )
        for row in some:
            politicians |= set_change(catalogue, row, side=side)
        for now in dict.fromkeys(row.verdict for row in some):
            here = [(row.submission_id, row.until_now) for row in some if row.verdict is now]
            _keep_encodings_while_undecided(catalogue, here, now=now)
    return Changes(frozenset(row.submission_id for row in rows), frozenset(politicians), decided=True)


def _keep_encodings_while_undecided(
    catalogue: Catalogue, until_now: Collection[tuple[SubmissionId, Verdict]], *, now: Verdict
) -> None:
    """Erases the encodings of what was decided, and has what is open again analysed anew.

    Args:
        catalogue: to write to.
        until_now: submissions with the verdict that was in force until now.
        now: the verdict in force from now on.
    """
    if now is not Verdict.UNDECIDED:
        catalogue.faces.erase_encodings([submission_id for submission_id, _ in until_now])
        return
    reopened = [submission_id for submission_id, verdict in until_now if verdict is not Verdict.UNDECIDED]
    # The encodings were erased with the decision, and new portraits or people may have come since.
    for submission_id in reopened:
        catalogue.submissions.analyse_again(submission_id)
    for case in catalogue.decisions.evidence.cases(reopened).values():
        _find_claimed(catalogue, case)


def _find_claimed(catalogue: Catalogue, case: Case) -> None:
    """Gives a submission to the politician that it claims, who may have joined the index since."""
    if case.claimed_id is None and case.claim:
        who = catalogue.politicians.find(full_name=case.claim.full_name, country=case.claim.country)
        if who is not None:
            catalogue.submissions.set_claim(case.id, claim=case.claim, claimed_id=who.id)


def _step(catalogue: Catalogue, found: tuple[Decision, int] | None) -> Step | None:
    if found is None:
        return None
    first, count = found
    try:
        submission = catalogue.submissions.get(first.submission_id)
    except NotFound:
        # The log outlives what it is about.
        erased = said("number {number}, erased since", number=first.submission_id)
        return Step(first, count, erased)
    return Step(first, count, submission.claim.full_name or submission.file_name)
