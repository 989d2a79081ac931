"""The command that checks whether a catalogue and its pictures are sound."""

import argparse

from curator.cli.call import Call
from curator.cli.words import counted
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.errors import CatalogueDamaged
from curator.engine.media import MediaStore
from curator.engine.records import Digest
from curator.engine.text import clean_line

FOUND_SOMETHING = 3
"""Exit code when something is wrong."""

_LONGEST_NAME = 80


def verify(call: Call, options: argparse.Namespace) -> int:
    """Checks the database, the chain of decisions, and every original against its digest."""
    try:
        with call.read() as catalogue:
            complaints = [*catalogue.complaints(), *_pictures(catalogue, call=call)]
            checked = len(_expected(catalogue))
    except CatalogueDamaged as error:
        print(error)
        return FOUND_SOMETHING
    for complaint in complaints:
        print(complaint)
    if complaints:
        found = counted(len(complaints), "complaint")
        print(f"{found}. Keep a copy of the folder before you change anything.")
        return FOUND_SOMETHING
    print(f"All is in order: the database, the decision log and {counted(checked, 'picture')}.")
    return 0


def _pictures(catalogue: Catalogue, *, call: Call) -> list[str]:
    media = MediaStore(catalogue.media_folder)
    expected = _expected(catalogue)
    complaints = []
    try:
        for done, (digest, what) in enumerate(expected.items()):
            call.progress.show("Checking pictures", done=done, total=len(expected))
            if not media.original(digest).exists():
                complaints.append(f"The picture of {what} is missing.")
            elif not media.verify(digest):
                complaints.append(f"The picture of {what} was changed or cannot be read.")
    finally:
        call.progress.clear()
    return complaints


def _expected(catalogue: Catalogue) -> dict[Digest, str]:
    """The originals that have to be there, each with what it belongs to."""
    expected: dict[Digest, str] = {}
    for portrait in catalogue.politicians.portraits():
        whose = catalogue.politicians.get(portrait.politician_id).full_name
        expected[portrait.digest] = f"the reference portrait {_shown(portrait.file_name)} of {_shown(whose)}"
    for submission_id in sorted(catalogue.submissions.ids(SubmissionFilter())):
        submission = catalogue.submissions.get(submission_id)
        expected[submission.digest] = f"submission {submission_id} ({_shown(submission.file_name)})"
    return expected


def _shown(text: str) -> str:
    return clean_line(text, limit=_LONGEST_NAME)
