"""Groups submissions that look the same, and decides such a group at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.likenesses import Linked
from curator.engine.deciding.decisions import decide
from curator.engine.records import Changes, Digest, Origin, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several submissions that look the same, as compared with the one that was asked about.

    Attributes:
        submission_id: which; the asked one is in its group as well.
        digest: of its bytes.
        bits: of 256 by which the perceptual hashes differ.
        mirrored: its mirror image is the one that looks the same.
        same_faces: whether the faces are the same too. False: like it, but with another face, as a face
            swap is; no duplicate. None: it cannot be told.
    """

    submission_id: SubmissionId
    digest: Digest
    bits: int
    mirrored: bool
    same_faces: bool | None


def group_of(catalogue: Catalogue, submission_id: SubmissionId) -> tuple[Copy, ...]:
    """All near-duplicates of a submission, itself included, oldest first.

    Copies of copies belong to the group. The same bytes are one submission, so they are no copies.
    Empty when nothing looks like it.

    Raises:
        NotFound: there is no such submission.
    """
    linked = catalogue.decisions.likenesses.around(submission_id)
    if len(linked) < 2:
        catalogue.decisions.evidence.case(submission_id)
        return ()
    asked = catalogue.submissions.hashes_of(submission_id)
    faces = _same_faces(submission_id, linked)
    copies = []
    for one in linked:
        hashes = catalogue.submissions.hashes_of(one.id)
        if asked is not None and hashes is not None:
            bits, mirrored = _differing(asked, hashes[0])
            copies.append(Copy(one.id, one.digest, bits, mirrored, faces.get(one.id, False)))
    return tuple(copies)


def keep_one(catalogue: Catalogue, keep: SubmissionId, *, curator: str, thresholds: Thresholds) -> Changes:
    """Rejects the undecided copies of a submission as duplicates, as one step that one undo takes back.

    The kept one is left for a verdict of its own, and pictures with another face are no copies.

    Raises:
        NotFound: there is no such submission.
        CatalogueError: it could not be saved; nothing was changed.
    """
    others = [
        one.submission_id
        for one in group_of(catalogue, keep)
        if one.submission_id != keep and one.same_faces is not False
    ]
    cases = catalogue.decisions.evidence.cases(others)
    return decide(
        catalogue,
        [one for one in others if cases[one].verdict is Verdict.UNDECIDED],
        verdict=Verdict.REJECTED,
        reason=Reason.DUPLICATE,
        curator=curator,
        thresholds=thresholds,
        origin=Origin.BULK,
    )


def _differing(asked: tuple[bytes, bytes], other: bytes) -> tuple[int, bool]:
    """By how many bits, as it is or mirrored, and whether it is mirrored that it differs less."""
    upright, mirrored = ((int.from_bytes(one) ^ int.from_bytes(other)).bit_count() for one in asked)
    return min(upright, mirrored), mirrored < upright


def _same_faces(start: SubmissionId, linked: Sequence[Linked]) -> dict[SubmissionId, bool | None]:
    """Whether the faces of those that can be reached without a change of faces are the same for sure."""
    links: dict[SubmissionId, list[tuple[SubmissionId, bool | None]]] = {}
    for one in linked:
        if one.repeats is not None:
            links.setdefault(one.id, []).append((one.repeats, one.same_faces))
            links.setdefault(one.repeats, []).append((one.id, one.same_faces))
    reached: dict[SubmissionId, bool | None] = {start: True}
    # All that is surely the same first, so that a doubtful way to it does not count.
    for sure in (True, False):
        waiting = list(reached)
        while waiting:
            here = waiting.pop()
            for other, same in links.get(here, ()):
                if other not in reached and (same is True or (not sure and same is None)):
                    reached[other] = reached[here] if same is True else None
                    waiting.append(other)
    return reached
