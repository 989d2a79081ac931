"""Distances among the portraits of a politician, and to other politicians."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from curator.engine.matching import SCATTER, Gallery
from curator.engine.neighbours import mutual_distances, nearest_politicians, places, relations
from curator.engine.records import PoliticianId, PortraitEncoding, PortraitId

seeds = st.integers(0, 2**32 - 1)


def along(axis: int, length: float) -> NDArray[np.float64]:
    """An encoding that points along one axis, so that distances are known by Pythagoras."""
    encoding = np.zeros(128)
    encoding[axis] = length
    return encoding


def portraits(*owned: tuple[int, NDArray[np.float64]]) -> list[PortraitEncoding]:
    return [
        PortraitEncoding(PortraitId(number), PoliticianId(owner), encoding)
        for number, (owner, encoding) in enumerate(owned, start=1)
    ]


def random_portraits(seed: int, *, counts: list[int]) -> list[PortraitEncoding]:
    random = np.random.default_rng(seed)
    owners = [owner for owner, count in enumerate(counts, start=1) for _ in range(count)]
    return portraits(*((owner, random.normal(scale=0.06, size=128)) for owner in owners))


# ---------------------------------------------------------------- among the portraits of one


def test_mutual_distances_are_plain_ones() -> None:
    mutual = mutual_distances(portraits((1, along(0, 0.3)), (1, along(1, 0.4))))
    assert mutual.portrait_ids == (1, 2)
    np.testing.assert_allclose(mutual.distances, [[0, 0.5], [0.5, 0]])
    with pytest.raises(ValueError, match="read-only"):
        mutual.distances[0, 0] = 1.0


def test_without_portraits_there_are_no_distances() -> None:
    assert mutual_distances([]).distances.shape == (0, 0)
    assert places([], beyond=0.6) == {}
    assert places(portraits((1, along(0, 0.3))), beyond=0.6) == {}


@given(seed=seeds, count=st.integers(1, 12))
def test_mutual_distances_are_symmetric_with_nothing_on_the_diagonal(seed: int, count: int) -> None:
    away = mutual_distances(random_portraits(seed, counts=[count])).distances
    assert away.shape == (count, count)
    assert away.dtype == np.float64
    np.testing.assert_array_equal(away, away.T)
    np.testing.assert_array_equal(np.diag(away), 0.0)
    assert (away >= 0).all()


@given(seed=seeds, count=st.integers(2, 12), data=st.data())
def test_another_order_of_portraits_changes_no_number(seed: int, count: int, data: st.DataObject) -> None:
    given_order = random_portraits(seed, counts=[count])
    order = data.draw(st.permutations(range(count)))
    shuffled = [given_order[place] for place in order]
    before, after = mutual_distances(given_order), mutual_distances(shuffled)
    assert after.portrait_ids == tuple(before.portrait_ids[place] for place in order)
    np.testing.assert_array_equal(after.distances, before.distances[np.ix_(order, order)])
    first, second = places(given_order, beyond=0.6), places(shuffled, beyond=0.6)
    assert first.keys() == second.keys()
    for one, place in first.items():
        assert second[one].to_nearest == place.to_nearest
        assert second[one].to_others == pytest.approx(place.to_others)


def test_the_odd_one_out_is_found() -> None:
    own = portraits((1, along(0, 0.3)), (1, along(0, 0.3)), (1, along(0, 0.3)), (1, along(1, 0.6)))
    found = places(own, beyond=0.6)
    assert [one for one, place in found.items() if place.disagrees] == [4]
    odd = found[PortraitId(4)]
    assert odd.to_nearest == pytest.approx(math.hypot(0.3, 0.6))
    assert odd.to_others == pytest.approx(math.sqrt(0.45 + (1 - 1 / 3) * SCATTER))
    assert found[PortraitId(1)].to_nearest == 0.0


def test_portraits_of_two_people_are_not_taken_for_one() -> None:
    with pytest.raises(ValueError, match="several politicians"):
        places(portraits((1, along(0, 0.3)), (2, along(0, 0.3))), beyond=0.6)


def test_what_is_no_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        mutual_distances(portraits((1, np.full(128, np.nan))))


# ---------------------------------------------------------------- other politicians


def test_the_nearest_come_first_and_look_alikes_are_told() -> None:
    gallery = Gallery.from_portraits(
        portraits((1, along(0, 0.0)), (2, along(1, 0.7)), (3, along(2, 0.5)), (4, along(3, 0.9)))
    )
    found = nearest_politicians(gallery, PoliticianId(1), keep=2, within=0.55)
    assert [(one.politician_id, round(one.distance, 6), one.alike) for one in found] == [
        (3, 0.5, True),
        (2, 0.7, False),
    ]


def test_who_has_no_portrait_has_no_neighbours() -> None:
    gallery = Gallery.from_portraits(portraits((1, along(0, 0.3))))
    assert nearest_politicians(gallery, PoliticianId(9), keep=5, within=0.55) == ()
    assert nearest_politicians(gallery, PoliticianId(1), keep=5, within=0.55) == ()


@given(seed=seeds, counts=st.lists(st.integers(1, 4), min_size=2, max_size=8))
def test_neighbours_are_sorted_mutual_and_never_oneself(seed: int, counts: list[int]) -> None:
    every = random_portraits(seed, counts=counts)
    ids = [PoliticianId(owner) for owner in range(1, len(counts) + 1)]
    found = {one: relations(every, one, keep=len(ids), beyond=0.6, within=0.55) for one in ids}
    for one in ids:
        near = found[one].neighbours
        assert {other.politician_id for other in near} == set(ids) - {one}
        assert [other.distance for other in near] == sorted(other.distance for other in near)
        for other in near:
            back = {each.politician_id: each.distance for each in found[other.politician_id].neighbours}
            assert back[one] == pytest.approx(other.distance)
            assert other.alike == (other.distance <= 0.55)


def test_relations_gather_only_the_own_portraits() -> None:
    every = portraits((1, along(0, 0.3)), (2, along(0, 0.3)), (1, along(0, 0.3)))
    found = relations(every, PoliticianId(1), keep=5, beyond=0.6, within=0.55)
    assert found.mutual.portrait_ids == (1, 3)
    assert found.places.keys() == {1, 3}
    assert [one.politician_id for one in found.neighbours] == [2]
    nobody = relations(every, PoliticianId(7), keep=5, beyond=0.6, within=0.55)
    assert (nobody.mutual.portrait_ids, nobody.places, nobody.neighbours) == ((), {}, ())
