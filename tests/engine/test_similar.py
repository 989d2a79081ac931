"""The index of perceptual hashes against counting bits one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.engine.records import Likeness
from curator.engine.similar import SimilarIndex

NOTHING = bytes(32)
ALL = b"\xff" * 32
hashes = st.binary(min_size=32, max_size=32)


def with_bits(count: int) -> bytes:
    """A hash of which ``count`` bits differ from ``NOTHING``."""
    return ((1 << count) - 1).to_bytes(32, "big")


def differing(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def test_the_nearest_come_first_and_the_far_not_at_all() -> None:
    index = SimilarIndex([(1, with_bits(90)), (2, with_bits(3)), (3, ALL), (4, NOTHING)])
    assert index.nearest(NOTHING, within=96) == (
        Likeness(4, 0, False),
        Likeness(2, 3, False),
        Likeness(1, 90, False),
    )


def test_the_limit_itself_is_within() -> None:
    index = SimilarIndex([(1, with_bits(80)), (2, with_bits(81))])
    assert [near.id for near in index.nearest(NOTHING, within=80)] == [1]


def test_a_mirror_image_is_found_once_and_said_to_be_one() -> None:
    index = SimilarIndex([(1, with_bits(10))])
    assert index.nearest(ALL, NOTHING, within=80) == (Likeness(1, 10, True),)
    assert index.nearest(NOTHING, with_bits(9), within=80) == (Likeness(1, 1, True),)
    assert index.nearest(with_bits(10), with_bits(10), within=80) == (Likeness(1, 0, False),)
    assert index.nearest(ALL, within=80) == ()


def test_only_earlier_pictures_when_asked() -> None:
    index = SimilarIndex([(5, NOTHING), (6, NOTHING), (7, NOTHING)])
    assert [near.id for near in index.nearest(NOTHING, within=80, before=6)] == [5]


def test_no_more_than_asked_for() -> None:
    index = SimilarIndex((number, NOTHING) for number in range(20))
    assert [near.id for near in index.nearest(NOTHING, within=0, keep=3)] == [0, 1, 2]


def test_an_empty_index_finds_nothing() -> None:
    assert SimilarIndex().nearest(NOTHING, NOTHING, within=256) == ()


def test_adding_again_replaces() -> None:
    index = SimilarIndex([(1, ALL)])
    index.add(1, NOTHING)
    assert len(index) == 1
    assert index.nearest(NOTHING, within=0) == (Likeness(1, 0, False),)


@pytest.mark.parametrize("bad", [b"", bytes(31), bytes(33)])
def test_a_hash_of_another_length_is_refused(bad: bytes) -> None:
    index = SimilarIndex([(1, NOTHING)])
    with pytest.raises(ValueError, match="32 bytes"):
        index.add(2, bad)
    with pytest.raises(ValueError, match="32 bytes"):
        index.nearest(bad, within=80)
    with pytest.raises(ValueError, match="32 bytes"):
        index.nearest(NOTHING, bad, within=80)
    assert 2 not in index


def test_thousands_are_kept_when_the_index_grows() -> None:
    index = SimilarIndex((number, number.to_bytes(32, "big")) for number in range(5000))
    assert len(index) == 5000
    assert index.nearest((4321).to_bytes(32, "big"), within=0) == (Likeness(4321, 0, False),)


@given(
    steps=st.lists(st.tuples(st.booleans(), st.integers(0, 7), hashes), max_size=30),
    asked=hashes,
    mirrored=hashes,
)
def test_agrees_with_counting_bits(
    steps: list[tuple[bool, int, bytes]], asked: bytes, mirrored: bytes
) -> None:
    index, plain = SimilarIndex(), dict[int, bytes]()
    for adds, number, hash_ in steps:
        if adds:
            index.add(number, hash_)
            plain[number] = hash_
        else:
            index.discard(number)
            plain.pop(number, None)
    assert len(index) == len(plain)
    assert all(number in index for number in plain)
    expected = sorted(
        (min(differing(asked, hash_), differing(mirrored, hash_)), number) for number, hash_ in plain.items()
    )
    found = index.nearest(asked, mirrored, within=128)
    assert [(near.bits, near.id) for near in found] == [pair for pair in expected if pair[0] <= 128][:10]
    assert all(differing(mirrored if near.mirrored else asked, plain[near.id]) == near.bits for near in found)


@given(
    stored=st.lists(hashes, max_size=6),
    asked=st.lists(st.tuples(hashes, hashes), max_size=6),
    within=st.integers(0, 256),
)
def test_any_near_says_of_many_what_nearest_says_of_each(
    stored: list[bytes], asked: list[tuple[bytes, bytes]], within: int
) -> None:
    index = SimilarIndex(enumerate(stored))
    each = [bool(index.nearest(*pair, within=within)) for pair in asked]
    assert index.any_near(asked, within=within).tolist() == each
