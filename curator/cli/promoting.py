"""The command that makes an approved portrait a reference portrait."""

import argparse

from curator.cli.call import Call, curator_name
from curator.engine.bands import bands_of
from curator.engine.deciding import promotion
from curator.engine.errors import CuratorError
from curator.engine.records import SubmissionId
from curator.engine.text import clean_line

_LONGEST_NAME = 80


def promote(call: Call, options: argparse.Namespace) -> int:
    """Makes an approved submission of kind portrait a reference portrait of whom it claims.

    Without the second yes nothing is changed, and what is missing is said.
    """
    by = curator_name(options.by)
    submission_id = SubmissionId(options.id)
    with call.open() as catalogue:
        submission = catalogue.submissions.get(submission_id)
        name = clean_line(submission.file_name, limit=_LONGEST_NAME)
        if submission_id in catalogue.politicians.promoted((submission_id,)):
            print(f"Submission {submission_id} ({name}) is a reference portrait already.", flush=True)
            return 0
        refusal = promotion.why_not(catalogue, submission_id)
        if refusal is not None:
            raise refusal
        assert submission.claimed_id is not None, "whoever claims nobody is refused"
        whose = clean_line(catalogue.politicians.get(submission.claimed_id).full_name, limit=_LONGEST_NAME)
        if not options.yes:
            raise CuratorError(
                f"Submission {submission_id} ({name}) would become a reference portrait of {whose}:"
                " every face is compared with it from then on.",
                advice="Look at it again. If it is a real photo of them, add --yes.",
            )
        promotion.promote(catalogue, submission_id, curator=by, thresholds=bands_of(catalogue))
        # At once, also into a pipe: whoever reads it may rely on the decision.
        print(f"Submission {submission_id} ({name}) is a reference portrait of {whose}.", flush=True)
        print("It waits for its analysis. Run “curator analyse”.", flush=True)
    return 0
