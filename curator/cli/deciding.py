"""The command that decides about one submission."""

import argparse

from curator.cli.call import Call, curator_name
from curator.engine.bands import bands_of
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.errors import CuratorError
from curator.engine.records import AnalysisState, Making, Reason, Submission, SubmissionId, Verdict
from curator.engine.text import clean_line, clean_text
from curator.engine.wording import verdict_line

REASONS = tuple(reason for reason in Reason if reason is not Reason.ASK)
"""What a rejection or a withdrawal may say; some go with a withdrawal only."""

MAKINGS = {making.value.replace("_", "-"): making for making in Making}
"""How a deepfake was made, as it is typed."""

_REJECTING = tuple(one for one in REASONS if one not in (Reason.REQUESTED, Reason.MISTAKE))
_LONGEST_NOTE = 2000
_LONGEST_NAME = 80


def decide(call: Call, options: argparse.Namespace) -> int:
    """Approves, rejects, withdraws or sets aside a submission, or takes the last decision about it back.

    What is printed is on the disk.
    """
    by = curator_name(options.by)
    submission_id = SubmissionId(options.id)
    with call.open() as catalogue:
        if options.verdict == "undo":
            decisions.undo_for(catalogue, submission_id, curator=by)
        else:
            submission = catalogue.submissions.get(submission_id)
            verdict, reason = _meaning(options.verdict, options.reason, submission=submission)
            decisions.decide(
                catalogue,
                (submission_id,),
                verdict=verdict,
                reason=reason,
                curator=by,
                thresholds=bands_of(catalogue),
                note=clean_text(options.note or "", limit=_LONGEST_NOTE),
                making=None if options.making is None else MAKINGS[options.making],
            )
        _print(catalogue, submission_id)
    return 0


def _meaning(word: str, reason: str | None, *, submission: Submission) -> tuple[Verdict, Reason | None]:
    match word:
        case "approve":
            return Verdict.APPROVED, None
        case "skip":
            return Verdict.SKIPPED, None
        case "ask":
            return Verdict.SKIPPED, Reason.ASK
        case "withdraw":
            return Verdict.WITHDRAWN, None if reason is None else Reason(reason)
    if reason is not None:
        return Verdict.REJECTED, Reason(reason)
    # While an analysis is to come, an earlier advice is not one.
    advised = submission.advice if submission.state is not AnalysisState.PENDING else None
    if advised is None or advised.reason is None:
        raise CuratorError(
            f"Nothing is advised against submission {submission.id}, so its rejection needs a reason.",
            advice=f"Pass --reason with one of: {', '.join(_REJECTING)}.",
        )
    return Verdict.REJECTED, advised.reason


def _print(catalogue: Catalogue, submission_id: SubmissionId) -> None:
    now = catalogue.submissions.get(submission_id)
    words = verdict_line(now.verdict, reason=now.reason, making=now.making)
    name = clean_line(now.file_name, limit=_LONGEST_NAME)
    # At once, also into a pipe: whoever reads it may rely on the decision.
    print(f"Submission {now.id} ({name}) is {words}.", flush=True)
    if now.verdict is Verdict.WITHDRAWN:
        print("The next export goes without it.", flush=True)
    if now.state is AnalysisState.PENDING and now.verdict is Verdict.UNDECIDED:
        print("It waits for its analysis. Run “curator analyse”.", flush=True)
