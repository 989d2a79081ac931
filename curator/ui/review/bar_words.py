"""What the verdict bar says: of progress, of steps, and of the verdict in force."""

from collections.abc import Mapping

from curator.engine.catalogue import CLAIM, DECIDE, PROMOTE
from curator.engine.deciding.decisions import Step
from curator.engine.dossier import Dossier
from curator.engine.records import Making, Origin, Reason, Verdict
from curator.engine.said import Said, said
from curator.engine.wording import REASON_WORDS, VERDICT_WORDS
from curator.ui.language import capital, figures, tr, tr_of
from curator.ui.moments import day
from curator.ui.review.history import in_force
from curator.ui.session import Progress

_VERBS: Mapping[Verdict, Said] = {
    Verdict.APPROVED: said("approve {what}", what=""),
    Verdict.REJECTED: said("reject {what}", what=""),
    Verdict.SKIPPED: said("skip {what}", what=""),
    Verdict.WITHDRAWN: said("withdraw {what}", what=""),
    Verdict.UNDECIDED: said("open {what} again", what=""),
}
_HAND_WORK: Mapping[str, Said] = {
    CLAIM: said("claim of {what}", what=""),
    "face": said("faces of {what}", what=""),
    "kind": said("kind of {what}", what=""),
    "note": said("note on {what}", what=""),
    PROMOTE: said("reference portrait {what}", what=""),
}
"""Steps that are no verdicts, by the action that the log calls them."""
AS_WORDS: Mapping[Making, Said] = {
    Making.FACE_SWAP: said("as face swap"),
    Making.GENERATED: said("as generated"),
    Making.MONTAGE: said("as montage"),
}
"""Under the word on the button: what an approval would label a deepfake as."""
AS_PORTRAIT = said("as portrait")
"""The same of a portrait, which has no label."""
_ASKED = said("ask about {what}", what="")


def progress_words(progress: Progress) -> tuple[str, ...]:
    """``37 of 249 decided, 3 set aside · analysing 12 more``, and shorter ones for where that has no room."""
    decided, total = progress.decided, progress.total
    if total == 0:
        told = [tr("Nothing loaded yet")]
    elif decided >= total:
        told = [tr("All {n:,} decided", n=total)]
    else:
        told = [tr("{decided:,} of {total:,} decided", decided=decided, total=total)]
        told.append(f"{figures(decided)} / {figures(total)}")
        if progress.set_aside:
            aside = tr(
                "{decided:,} of {total:,} decided, {aside:,} set aside",
                decided=decided,
                total=total,
                aside=progress.set_aside,
            )
            told.insert(0, aside)
    background = _background(progress)
    return (f"{told[0]} · {background}", *told) if background else tuple(told)


def step_words(step: Step) -> str:
    """What a step did, for a button: ``approve Odalys Quent``."""
    decision = step.decision
    if decision.origin is Origin.MERGE and decision.action == DECIDE:
        # Decided by whoever it was, this way and that.
        return tr_of(step.count, "{n:,} brought in", "{n:,} brought in")
    what = step.name if step.count == 1 else tr_of(step.count, "{n:,} submission", "{n:,} submissions")
    words = _HAND_WORK.get(decision.action)
    if words is None:
        words = _ASKED if decision.reason is Reason.ASK else _VERBS[decision.verdict]
    return tr(said(words.pattern, what=what))


def standing_words(dossier: Dossier) -> str:
    """``Rejected by Ben, 3 Nov: no face``."""
    submission, row = dossier.submission, in_force(dossier.history)
    asked = submission.reason is Reason.ASK
    verdict = tr("set aside for a colleague") if asked else tr(VERDICT_WORDS[submission.verdict])
    verdict = capital(verdict)
    reason = "" if submission.reason is None or asked else tr(REASON_WORDS[submission.reason])
    if row is None:
        return tr("{verdict}: {reason}", verdict=verdict, reason=reason) if reason else verdict
    when = day(row.decided_at)
    if not reason:
        return tr("{verdict} by {curator}, {day}", verdict=verdict, curator=row.curator, day=when)
    return tr(
        "{verdict} by {curator}, {day}: {reason}",
        verdict=verdict,
        curator=row.curator,
        day=when,
        reason=reason,
    )


def _background(progress: Progress) -> str:
    loading, pending = progress.loading, progress.pending
    if progress.paused:
        return tr("paused, {n:,} to analyse", n=pending) if pending else tr("paused")
    if loading is None:
        return tr("analysing {n:,} more", n=pending) if pending else ""
    if loading.total is None:
        return tr("loading")
    return tr("loading {done:,} of {total:,}", done=loading.done, total=loading.total)
