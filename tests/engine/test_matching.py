"""Distances, ranks and spreads against what the formula gives by hand."""

import math
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from curator.engine.matching import (
    NO_ONE_ELSE,
    SCATTER,
    Gallery,
    disagreeing,
    own_spread,
    pairwise_squares,
    score,
)
from curator.engine.records import Match, PoliticianId, PortraitEncoding, PortraitId, Word

seeds = st.integers(0, 2**32 - 1)


def along(axis: int, length: float = 1.0) -> NDArray[np.float64]:
    """An encoding that points along one axis, so that distances are known by Pythagoras."""
    encoding = np.zeros(128)
    encoding[axis] = length
    return encoding


def portraits(*owned: tuple[int, NDArray[np.float64]]) -> list[PortraitEncoding]:
    return [
        PortraitEncoding(PortraitId(number), PoliticianId(owner), encoding)
        for number, (owner, encoding) in enumerate(owned, start=1)
    ]


def random_portraits(random: np.random.Generator, *, politicians: int) -> list[PortraitEncoding]:
    return portraits(
        *(
            (owner, random.normal(scale=0.06, size=128))
            for owner in range(politicians)
            for _ in range(owner % 4 + 1)
        )
    )


def plain_word(distance: float) -> Word:
    return Word.GOOD if distance <= 0.5 else Word.NO_MATCH


def ids(matches: Iterable[Match]) -> list[int]:
    return [match.politician_id for match in matches]


# ---------------------------------------------------------------- gallery


def test_centroid_is_the_mean_of_a_politicians_portraits() -> None:
    gallery = Gallery.from_portraits(portraits((7, along(0)), (3, along(2)), (7, along(1))))
    assert gallery.politician_ids == (7, 3)
    assert gallery.counts.tolist() == [2, 1]
    np.testing.assert_allclose(gallery.centroids[0], (along(0) + along(1)) / 2)
    np.testing.assert_allclose(gallery.centroids[1], along(2))


def test_gallery_cannot_be_written_to() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0))))
    with pytest.raises(ValueError, match="read-only"):
        gallery.centroids[0, 0] = 5.0
    with pytest.raises(ValueError, match="read-only"):
        gallery.counts[0] = 5


@pytest.mark.parametrize(
    "bad", [np.zeros(127), np.zeros((1, 128)), np.full(128, np.nan), np.full(128, np.inf)]
)
def test_portraits_that_are_not_encodings_are_refused(bad: NDArray[np.float64]) -> None:
    with pytest.raises(ValueError, match=r"shape|finite"):
        Gallery.from_portraits(portraits((1, bad)))
    with pytest.raises(ValueError, match=r"shape|finite"):
        own_spread(portraits((1, bad), (1, along(0))))


# ---------------------------------------------------------------- distances


def test_distance_to_a_single_portrait_is_plain_euclidean() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0, 0.3))))
    assert gallery.distances(along(1, 0.4)[None])[0, 0] == pytest.approx(0.5)


def test_distance_to_several_portraits_is_corrected_for_their_number() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0, 0.3)), (1, along(0, 0.3)), (1, along(0, 0.3))))
    expected = math.sqrt(0.25 + (1 - 1 / 3) * 0.088)
    assert gallery.distances(along(1, 0.4)[None])[0, 0] == pytest.approx(expected)


@given(seed=seeds, faces=st.integers(0, 9), politicians=st.integers(0, 9))
def test_distances_agree_with_the_formula(seed: int, faces: int, politicians: int) -> None:
    random = np.random.default_rng(seed)
    gallery = Gallery.from_portraits(random_portraits(random, politicians=politicians))
    encodings = random.normal(scale=0.06, size=(faces, 128))
    plain = np.linalg.norm(encodings[:, None] - gallery.centroids[None], axis=2)
    expected = np.sqrt(plain**2 + (1 - 1 / np.maximum(gallery.counts, 1)) * SCATTER)
    np.testing.assert_allclose(gallery.distances(encodings), expected, atol=1e-9)


def test_blocks_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(5)
    gallery = Gallery.from_portraits(random_portraits(random, politicians=6))
    encodings = random.normal(scale=0.06, size=(23, 128))
    whole, ranked = gallery.distances(encodings), gallery.rank(encodings, word=plain_word)
    monkeypatch.setattr("curator.engine.matching._BLOCK", 5)
    np.testing.assert_allclose(gallery.distances(encodings), whole, atol=1e-12)
    assert [ids(matches) for matches in gallery.rank(encodings, word=plain_word)] == [
        ids(matches) for matches in ranked
    ]


def test_a_face_is_no_distance_from_itself() -> None:
    encoding = np.random.default_rng(1).normal(scale=0.1, size=128)
    gallery = Gallery.from_portraits(portraits((1, encoding)))
    assert gallery.distances(encoding[None])[0, 0] == pytest.approx(0, abs=1e-7)


@pytest.mark.parametrize("bad", [np.zeros(128), np.zeros((2, 127)), np.full((1, 128), np.nan)])
def test_faces_that_are_not_encodings_are_refused(bad: NDArray[np.float64]) -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0))))
    with pytest.raises(ValueError, match=r"shape|finite"):
        gallery.distances(bad)


# ---------------------------------------------------------------- ranking


def test_nearest_come_first_with_margins_and_words() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0, 0.7)), (2, along(0, 0.4)), (3, along(0, 0.9))))
    (matches,) = gallery.rank(np.zeros((1, 128)), word=plain_word)
    assert ids(matches) == [2, 1, 3]
    assert [match.rank for match in matches] == [1, 2, 3]
    assert [match.distance for match in matches] == pytest.approx([0.4, 0.7, 0.9])
    assert [match.margin for match in matches] == pytest.approx([0.3, 0.3, 0.5])
    assert [match.word for match in matches] == [Word.GOOD, Word.NO_MATCH, Word.NO_MATCH]


def test_the_claim_is_kept_with_its_true_rank() -> None:
    gallery = Gallery.from_portraits(portraits(*((owner, along(0, owner / 10)) for owner in range(1, 10))))
    faces = np.zeros((3, 128))
    far, near, none = gallery.rank(
        faces, word=plain_word, keep=2, also=[PoliticianId(8), PoliticianId(2), None]
    )
    assert ids(far) == [1, 2, 8]
    assert (far[2].rank, far[2].margin) == (8, pytest.approx(0.7))
    assert ids(near) == [1, 2]
    assert ids(none) == [1, 2]


def test_a_claim_without_portraits_is_not_ranked() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0))))
    (matches,) = gallery.rank(np.zeros((1, 128)), word=plain_word, also=[PoliticianId(99)])
    assert ids(matches) == [1]


def test_alone_in_the_gallery() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0))))
    (matches,) = gallery.rank(np.zeros((1, 128)), word=plain_word)
    assert matches[0].margin == NO_ONE_ELSE == 9.0


def test_an_empty_gallery_ranks_nobody() -> None:
    gallery = Gallery.from_portraits([])
    assert gallery.rank(np.zeros((2, 128)), word=plain_word, also=[PoliticianId(1), None]) == ((), ())
    assert gallery.distances(np.zeros((2, 128))).shape == (2, 0)


def test_no_faces_no_ranks() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0))))
    assert gallery.rank(np.zeros((0, 128)), word=plain_word) == ()


def test_equally_near_politicians_keep_their_order() -> None:
    gallery = Gallery.from_portraits(portraits((5, along(0)), (2, along(0)), (9, along(0))))
    (matches,) = gallery.rank(np.zeros((1, 128)), word=plain_word)
    assert ids(matches) == [5, 2, 9]
    assert matches[0].margin == 0.0


def test_wrong_arguments_are_refused() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0))))
    with pytest.raises(ValueError, match="2 claims for 1 faces"):
        gallery.rank(np.zeros((1, 128)), word=plain_word, also=[None, None])
    with pytest.raises(ValueError, match="keep"):
        gallery.rank(np.zeros((1, 128)), word=plain_word, keep=0)


@given(seed=seeds, politicians=st.integers(1, 12), keep=st.integers(1, 6))
def test_ranks_agree_with_sorting_all_distances(seed: int, politicians: int, keep: int) -> None:
    random = np.random.default_rng(seed)
    gallery = Gallery.from_portraits(random_portraits(random, politicians=politicians))
    encodings = random.normal(scale=0.06, size=(3, 128))
    claims = [PoliticianId(int(claim)) for claim in random.integers(0, politicians, 3)]
    for distances, claim, matches in zip(
        gallery.distances(encodings),
        claims,
        gallery.rank(encodings, word=plain_word, keep=keep, also=claims),
        strict=True,
    ):
        order = [gallery.politician_ids[column] for column in np.argsort(distances)]
        kept = order[:keep]
        assert ids(matches) == kept + ([claim] if claim not in kept else [])
        for match in matches:
            assert order[match.rank - 1] == match.politician_id
            assert match.margin >= 0


# ---------------------------------------------------------------- own portraits


def test_spread_leaves_each_portrait_out_in_turn() -> None:
    group = portraits((1, along(0)), (1, along(1)), (1, along(2)))
    spread = own_spread(group)
    # |e0 - (e1 + e2)/2|^2 = 1 + 1/4 + 1/4
    assert [each.distance for each in spread] == pytest.approx([math.sqrt(1.5 + 0.5 * 0.088)] * 3)
    assert [each.portrait_id for each in spread] == [1, 2, 3]


def test_spread_of_a_portrait_equals_its_distance_as_a_face() -> None:
    random = np.random.default_rng(3)
    group = portraits(*((1, random.normal(scale=0.05, size=128)) for _ in range(5)))
    as_face = Gallery.from_portraits(group[1:]).distances(group[0].encoding[None])[0, 0]
    assert own_spread(group)[0].distance == pytest.approx(as_face)


def test_an_only_portrait_has_no_spread() -> None:
    assert own_spread(portraits((1, along(0)), (2, along(1)))) == ()


def test_the_odd_portrait_is_found_furthest_first() -> None:
    random = np.random.default_rng(4)
    owned = [(1, random.normal(scale=0.02, size=128)) for _ in range(6)]
    odd = (1, along(0, 0.8))
    other = (2, along(5))
    found = disagreeing(portraits(*owned, odd, other), beyond=0.6)
    assert [each.portrait_id for each in found] == [7]
    assert disagreeing(portraits(*owned), beyond=0.6) == ()


def test_of_two_that_disagree_both_are_found() -> None:
    found = disagreeing(portraits((1, along(0)), (1, along(1))), beyond=0.6)
    assert {each.portrait_id for each in found} == {1, 2}


# ---------------------------------------------------------------- score


@pytest.mark.parametrize(
    ("distance", "bar"), [(0.0, 100), (0.40, 100), (0.50, 66), (0.565, 5), (0.60, 1), (2.0, 0)]
)
def test_score_follows_the_formula(distance: float, bar: int) -> None:
    assert score(distance) == bar


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_score_falls_with_the_distance(one: float, other: float) -> None:
    near, far = sorted((one, other))
    assert 0 <= score(far) <= score(near) <= 100


# ---------------------------------------------------------------- politicians against each other


def test_politicians_are_compared_as_a_face_with_the_other_one() -> None:
    single = portraits((1, along(0, 0.3)), (2, along(1, 0.4)))
    assert Gallery.from_portraits(single).between()[0, 1] == pytest.approx(0.5)
    several = portraits((1, along(0, 0.3)), (1, along(0, 0.3)), (2, along(1, 0.4)))
    expected = math.sqrt(0.25 + (1 - 1 / 2) * 0.088)
    assert Gallery.from_portraits(several).between()[0, 1] == pytest.approx(expected)


def test_nobody_is_compared_with_nobody() -> None:
    assert Gallery.from_portraits([]).between().shape == (0, 0)


@given(seed=seeds, politicians=st.integers(1, 9))
def test_distances_between_politicians_are_symmetric(seed: int, politicians: int) -> None:
    random = np.random.default_rng(seed)
    gallery = Gallery.from_portraits(random_portraits(random, politicians=politicians))
    away = gallery.between()
    np.testing.assert_array_equal(away, away.T)
    np.testing.assert_array_equal(np.diag(away), 0.0)
    # A politician with one portrait is to the others what a face is to them.
    lone = gallery.counts.tolist().index(1)
    as_face = gallery.distances(gallery.centroids[lone][None])[0]
    np.testing.assert_allclose(np.delete(away[lone], lone), np.delete(as_face, lone), atol=1e-9)


@given(seed=seeds, count=st.integers(0, 9))
def test_pairwise_squares_are_those_of_the_differences(seed: int, count: int) -> None:
    encodings = np.random.default_rng(seed).normal(scale=0.06, size=(count, 128))
    found = pairwise_squares(encodings)
    expected = ((encodings[:, None] - encodings[None]) ** 2).sum(axis=2)
    np.testing.assert_allclose(found, expected, atol=1e-12)
    np.testing.assert_array_equal(found, found.T)
    np.testing.assert_array_equal(np.diag(found), 0.0)
