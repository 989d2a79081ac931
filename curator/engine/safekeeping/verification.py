"""Checks whether a catalogue and the pictures beside it are sound; changes nothing."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.errors import CatalogueDamaged
from curator.engine.media import MediaStore
from curator.engine.records import AnalysisState, Digest, PortraitState
from curator.engine.said import Said, joined, said, said_of
from curator.engine.text import clean_line

_LONGEST_NAME = 80
_JPEG_BEGINS, _JPEG_ENDS = b"\xff\xd8\xff", b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Verification:
    """How a check ended.

    Attributes:
        complaints: what is wrong, in words; empty when all is in order.
        pictures: how many were read and compared with their digests.
        whole: everything was looked at; False when it was cancelled.
        repairable: those of the complaints that a repair does away with.
        remarks: what is worth knowing and not wrong.
    """

    complaints: tuple[str, ...]
    pictures: int
    whole: bool = True
    repairable: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An original that has to be there.

    Attributes:
        digest: of the file.
        what: that it belongs to.
        shown: a preview of it has to be there too.
        turn: by how many quarters it is shown turned; None where only its analysis tells.
    """

    digest: Digest
    what: Said
    shown: bool
    turn: int | None = None


def verify(
    catalogue: Catalogue,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Verification:
    """Checks the database, what is computed in it, the chain of decisions, and every picture.

    Args:
        catalogue: open in the calling thread; for reading is enough.
        progress: called before each picture with how many are done, and of how many.
        cancelled: asked before each picture.

    Raises:
        CatalogueError: the catalogue could not be read, other than by being damaged.
    """
    try:
        looked = catalogue.mending.look()
        complaints = [*looked.beyond, *catalogue.forged(), *looked.mendable]
        expected = expected_pictures(catalogue)
    except CatalogueDamaged as error:
        return Verification((joined((error.sentence, error.advice)),), 0)
    media = MediaStore(catalogue.media_folder)
    hidden: list[Digest] = []
    for done, picture in enumerate(expected):
        if cancelled():
            return Verification(tuple(complaints), done, whole=False, repairable=looked.mendable)
        progress(done, len(expected))
        digest, what = picture.digest, picture.what
        if not media.original(digest).exists():
            complaints.append(said("The picture of {what} is missing.", what=what))
        elif not media.verify(digest):
            complaints.append(said("The picture of {what} was changed or cannot be read.", what=what))
        elif picture.shown and not has_previews(media, digest):
            hidden.append(digest)
    repairable = [*looked.mendable]
    if hidden:
        repairable.append(
            said_of(
                len(hidden),
                "The preview or thumbnail of {n} picture is missing or damaged.",
                "The previews or thumbnails of {n} pictures are missing or damaged.",
            )
        )
        complaints.append(repairable[-1])
    return Verification(
        tuple(complaints),
        len(expected),
        repairable=tuple(repairable),
        remarks=tuple(_remarks(catalogue, {one.digest for one in expected})),
    )


def expected_pictures(catalogue: Catalogue) -> tuple[Picture, ...]:
    """The originals that have to be there, each once, with what it belongs to."""
    expected: dict[Digest, Picture] = {}
    for portrait in catalogue.politicians.portraits():
        whose = catalogue.politicians.get(portrait.politician_id).full_name
        what = said(
            "the reference portrait {file} of {name}", file=_shown(portrait.file_name), name=_shown(whose)
        )
        expected[portrait.digest] = Picture(portrait.digest, what, portrait.state is PortraitState.ACCEPTED)
    for submission_id in sorted(catalogue.submissions.ids(SubmissionFilter())):
        submission = catalogue.submissions.get(submission_id)
        what = said("submission {number} ({file})", number=submission_id, file=_shown(submission.file_name))
        known = expected.get(submission.digest)
        shown = submission.state is AnalysisState.DONE or (known is not None and known.shown)
        turn = None if submission.facts is None else submission.facts.turn
        expected[submission.digest] = Picture(submission.digest, what, shown, turn)
    return tuple(expected.values())


def has_previews(media: MediaStore, digest: Digest) -> bool:
    """Whether preview and thumbnail are there, and whole as far as their ends tell."""
    return all(_is_whole(path) for path in (media.preview(digest), media.thumbnail(digest)))


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            begins = file.read(len(_JPEG_BEGINS))
            file.seek(-len(_JPEG_ENDS), os.SEEK_END)
            return begins == _JPEG_BEGINS and file.read() == _JPEG_ENDS
    except OSError:
        return False


def _remarks(catalogue: Catalogue, expected: set[Digest]) -> Iterator[str]:
    if unknown := sum(path.name not in expected for path in catalogue.media_folder.glob("originals/*/*")):
        yield said_of(
            unknown,
            "{n} picture in the folder “media” belongs to nothing in the catalogue; a restored backup may not"
            " know of it. Nothing was done to it.",
            "{n} pictures in the folder “media” belong to nothing in the catalogue; a restored backup may not"
            " know of them. Nothing was done to them.",
        )


def _shown(text: str) -> str:
    return clean_line(text, limit=_LONGEST_NAME)
