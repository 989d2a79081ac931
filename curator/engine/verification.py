"""Checks whether a catalogue and the pictures beside it are sound; changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.errors import CatalogueDamaged
from curator.engine.media import MediaStore
from curator.engine.records import Digest
from curator.engine.said import Said, joined, said
from curator.engine.text import clean_line

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Verification:
    """How a check ended.

    Attributes:
        complaints: what is wrong, in words; empty when all is in order.
        pictures: how many were read and compared with their digests.
        whole: everything was looked at; False when it was cancelled.
    """

    complaints: tuple[str, ...]
    pictures: int
    whole: bool = True


def verify(
    catalogue: Catalogue,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Verification:
    """Checks the database, the chain of decisions, and every original against its digest.

    Args:
        catalogue: open in the calling thread; for reading is enough.
        progress: called before each picture with how many are done, and of how many.
        cancelled: asked before each picture.

    Raises:
        CatalogueError: the catalogue could not be read, other than by being damaged.
    """
    try:
        complaints = list(catalogue.complaints())
        expected = _expected(catalogue)
    except CatalogueDamaged as error:
        return Verification((joined((error.sentence, error.advice)),), 0)
    media = MediaStore(catalogue.media_folder)
    for done, (digest, what) in enumerate(expected.items()):
        if cancelled():
            return Verification(tuple(complaints), done, whole=False)
        progress(done, len(expected))
        if not media.original(digest).exists():
            complaints.append(said("The picture of {what} is missing.", what=what))
        elif not media.verify(digest):
            complaints.append(said("The picture of {what} was changed or cannot be read.", what=what))
    return Verification(tuple(complaints), len(expected))


def _expected(catalogue: Catalogue) -> dict[Digest, Said]:
    """The originals that have to be there, each with what it belongs to."""
    expected: dict[Digest, Said] = {}
    for portrait in catalogue.politicians.portraits():
        whose = catalogue.politicians.get(portrait.politician_id).full_name
        expected[portrait.digest] = said(
            "the reference portrait {file} of {name}", file=_shown(portrait.file_name), name=_shown(whose)
        )
    for submission_id in sorted(catalogue.submissions.ids(SubmissionFilter())):
        submission = catalogue.submissions.get(submission_id)
        expected[submission.digest] = said(
            "submission {number} ({file})", number=submission_id, file=_shown(submission.file_name)
        )
    return expected


def _shown(text: str) -> str:
    return clean_line(text, limit=_LONGEST_NAME)
