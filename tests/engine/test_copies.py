"""Submissions that look the same are found as one group and decided at once."""

import pytest
from filing import FINDER, MODEL, THRESHOLDS, Filing, face, picture_hash

from curator.engine import dossier
from curator.engine.catalogue import Catalogue
from curator.engine.comparison import Comparison, read_pictures
from curator.engine.deciding import copies, decisions
from curator.engine.errors import NotFound
from curator.engine.records import (
    Changes,
    Likeness,
    Origin,
    PictureFacts,
    Reason,
    SubmissionId,
    Verdict,
)


def looks_like(
    filing: Filing,
    earlier: SubmissionId | None,
    *,
    flipped: int = 0,
    mirrored: bool = False,
    same_faces: bool | None = True,
) -> SubmissionId:
    """A submission that the analysis found to repeat an earlier one."""
    one = filing.submission(face(1))
    upright, turned = picture_hash(5, flipped=flipped), picture_hash(6)
    with filing.catalogue.writing():
        filing.catalogue.submissions.keep_facts(
            one,
            facts=PictureFacts("JPEG", 640, 480),
            model=FINDER,
            hashes=(turned, upright) if mirrored else (upright, turned),
        )
        if earlier is not None:
            of = Likeness(earlier, flipped, mirrored, same_faces)
            filing.catalogue.submissions.keep_duplicate(one, of=of)
    return one


def keep(catalogue: Catalogue, submission_id: SubmissionId) -> Changes:
    return copies.keep_one(catalogue, submission_id, curator="ada", thresholds=THRESHOLDS)


def verdicts(catalogue: Catalogue, *ids: SubmissionId) -> list[Verdict]:
    return [catalogue.submissions.get(one).verdict for one in ids]


def test_copies_of_copies_are_one_group_whoever_asks(catalogue: Catalogue, filing: Filing) -> None:
    first = looks_like(filing, None)
    second = looks_like(filing, first, flipped=4)
    filing.submission(face(2))
    third = looks_like(filing, second, flipped=7)
    group = copies.group_of(catalogue, third)
    assert [one.submission_id for one in group] == [first, second, third]
    assert [one.bits for one in group] == [7, 3, 0]
    assert [one.digest for one in group] == [
        catalogue.submissions.get(one).digest for one in (first, second, third)
    ]
    assert {one.same_faces for one in group} == {True}
    assert [one.bits for one in copies.group_of(catalogue, first)] == [0, 4, 7]
    assert dossier.gather(catalogue, third, thresholds=THRESHOLDS).copies == group


def test_a_mirror_image_is_a_copy(catalogue: Catalogue, filing: Filing) -> None:
    first = looks_like(filing, None)
    second = looks_like(filing, first, mirrored=True)
    group = copies.group_of(catalogue, first)
    assert [(one.submission_id, one.bits, one.mirrored) for one in group] == [
        (first, 0, False),
        (second, 0, True),
    ]


def test_alone_is_no_group(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    assert copies.group_of(catalogue, one) == ()
    assert dossier.gather(catalogue, one).copies == ()
    assert not keep(catalogue, one)
    with pytest.raises(NotFound):
        copies.group_of(catalogue, SubmissionId(99))


def test_one_is_kept_and_the_undecided_others_go_in_one_step(catalogue: Catalogue, filing: Filing) -> None:
    first = looks_like(filing, None)
    second, third, fourth = (looks_like(filing, first) for _ in range(3))
    decisions.decide(catalogue, [fourth], verdict=Verdict.APPROVED, curator="ada", thresholds=THRESHOLDS)
    changes = keep(catalogue, second)
    assert changes == Changes(submissions=frozenset({first, third}), decided=True)
    assert verdicts(catalogue, first, second, third, fourth) == [
        Verdict.REJECTED,
        Verdict.UNDECIDED,
        Verdict.REJECTED,
        Verdict.APPROVED,
    ]
    (row,) = catalogue.decisions.of(first)
    assert (row.reason, row.origin) == (Reason.DUPLICATE, Origin.BULK)
    assert not keep(catalogue, second)
    decisions.undo(catalogue, curator="ada")
    assert verdicts(catalogue, first, third) == [Verdict.UNDECIDED, Verdict.UNDECIDED]


def test_another_face_in_the_same_picture_is_listed_and_kept(catalogue: Catalogue, filing: Filing) -> None:
    first = looks_like(filing, None)
    swapped = looks_like(filing, first, flipped=12, same_faces=False)
    copied = looks_like(filing, swapped, flipped=14)
    perhaps = looks_like(filing, first, flipped=50, same_faces=None)

    def faces(asked: SubmissionId) -> dict[SubmissionId, bool | None]:
        return {one.submission_id: one.same_faces for one in copies.group_of(catalogue, asked)}

    assert faces(first) == {first: True, swapped: False, copied: False, perhaps: None}
    assert faces(copied) == {first: False, swapped: True, copied: True, perhaps: False}
    assert keep(catalogue, first).submissions == {perhaps}
    assert keep(catalogue, copied).submissions == {swapped}


def test_a_group_outlives_its_first_picture(catalogue: Catalogue, filing: Filing) -> None:
    first = looks_like(filing, None)
    second, third = looks_like(filing, first), looks_like(filing, first)
    with catalogue.writing():
        catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (first,))
    assert [one.submission_id for one in copies.group_of(catalogue, second)] == [second, third]


def test_hashes_that_were_read_elsewhere_are_taken_once(catalogue: Catalogue, filing: Filing) -> None:
    first = looks_like(filing, None)
    with Catalogue.read(catalogue.folder) as other:
        read = read_pictures(other)
    comparison = Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS)
    comparison.take_pictures(read)
    second = filing.submission(face(1))
    hashes = picture_hash(5), picture_hash(6)
    with catalogue.writing():
        comparison.file_hashes(second, hashes)
        found = catalogue.submissions.duplicate_of(second)
    assert found is not None
    assert found.id == first
    # Read before the second one came, they are too late now.
    comparison.take_pictures(read_pictures(catalogue))
    third = filing.submission(face(1))
    with catalogue.writing():
        comparison.file_hashes(third, hashes)
    assert {one.id for one in (catalogue.submissions.duplicate_of(third),) if one} <= {first, second}
