"""Sorts submissions by distance and says where the word for it changes."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Protocol

from curator.engine.catalogue import Facets, Order, SubmissionFilter, SubmissionRow
from curator.engine.records import AnalysisState, Outcome, PoliticianId, SubmissionId, Word
from curator.engine.rules import Thresholds, word_for
from curator.engine.said import Said, said
from curator.engine.wording import DISTANCE_WORDS


class Band(StrEnum):
    """Why a face stands where it does: the word for its distance, or why it has none."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"
    WEAK = "weak"
    NO_MATCH = "no-match"
    NOT_COMPARED = "not-compared"
    """A face that is compared with nobody: it is too small, or there is nobody to compare with."""
    NO_FACE = "no-face"
    UNREADABLE = "unreadable"
    WAITING = "waiting"
    """Its analysis is still to come."""


BAND_WORDS: Final[Mapping[Band, Said]] = {
    Band.STRONG: DISTANCE_WORDS[Word.STRONG],
    Band.GOOD: DISTANCE_WORDS[Word.GOOD],
    Band.POSSIBLE: DISTANCE_WORDS[Word.POSSIBLE],
    Band.WEAK: DISTANCE_WORDS[Word.WEAK],
    Band.NO_MATCH: DISTANCE_WORDS[Word.NO_MATCH],
    Band.NOT_COMPARED: said("not compared"),
    Band.NO_FACE: said("no face"),
    Band.UNREADABLE: said("cannot be opened"),
    Band.WAITING: said("not analysed yet"),
}
"""What stands over a section and, where there is no distance, under a picture."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of submissions of one band.

    Attributes:
        first: the place of the first of them.
        count: how many there are, at least one.
    """

    band: Band
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Sorted:
    """Everything that the grid shows, as ids only.

    Attributes:
        ids: in the order of their places.
        places: the place of each.
        sections: in the order of their places, without empty ones.
        politicians: how many submissions the filter lets through for each, whoever is chosen.
        everyone: how many it lets through for all, those that claim nobody included.
    """

    ids: tuple[SubmissionId, ...] = ()
    places: Mapping[SubmissionId, int] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    politicians: Mapping[PoliticianId, int] = field(default_factory=dict)
    everyone: int = 0


class Lists(Protocol):
    """What of a catalogue is read."""

    def ids(self, wanted: SubmissionFilter, /) -> tuple[SubmissionId, ...]:
        """Ids of a filtered list."""

    def rows(self, ids: Sequence[SubmissionId], /) -> dict[SubmissionId, SubmissionRow]:
        """Lines of a list."""

    def count(self, wanted: SubmissionFilter, /) -> int:
        """How many a filter lets through."""

    def facets(self, wanted: SubmissionFilter, /) -> Facets:
        """The number beside each value of a filter."""


def sort_faces(lists: Lists, wanted: SubmissionFilter, *, thresholds: Thresholds) -> Sorted:
    """Reads a filter's submissions, nearest first; runs in the reading thread.

    Distances rise along the list, so the places where the word changes are found by bisection:
    some hundred lines are read of a list of any length.

    Args:
        lists: of the catalogue.
        wanted: which submissions; its order does not matter.
        thresholds: the bands in force.
    """
    wanted = replace(wanted, order=Order.DISTANCE, backwards=False)
    ids = lists.ids(wanted)
    runs: list[tuple[Band, int]] = []
    begin = 0

    def distance_at(place: int) -> float:
        row = lists.rows(ids[place : place + 1]).get(ids[place])
        return float("inf") if row is None or row.distance is None else row.distance

    bounds = (
        (Band.STRONG, thresholds.strong),
        (Band.GOOD, thresholds.match_unclaimed),
        (Band.POSSIBLE, thresholds.match_claimed),
        (Band.WEAK, thresholds.closer_claimed),
    )
    for band, bound in bounds:
        end = bisect_right(range(len(ids)), bound, lo=begin, key=distance_at)
        runs.append((band, end - begin))
        begin = end
    end = bisect_left(range(len(ids)), float("inf"), lo=begin, key=distance_at)
    runs.append((Band.NO_MATCH, end - begin))
    if end < len(ids):
        rest = _by_cause(lists, wanted, ids[end:])
        runs += [(band, len(found)) for band, found in rest.items()]
        ids = ids[:end] + tuple(one for found in rest.values() for one in found)
    everyone = lists.count(replace(wanted, politicians=frozenset()))
    places = {submission_id: place for place, submission_id in enumerate(ids)}
    return Sorted(ids, places, _sections(runs), lists.facets(wanted).politicians, everyone)


def band_of(row: SubmissionRow, *, thresholds: Thresholds) -> Band:
    """The band of one submission."""
    if row.distance is not None:
        return Band[word_for(row.distance, thresholds=thresholds).name]
    if row.state is AnalysisState.UNREADABLE:
        return Band.UNREADABLE
    if row.advice is None:
        return Band.WAITING
    return Band.NO_FACE if row.face is None else Band.NOT_COMPARED


def _by_cause(
    lists: Lists, wanted: SubmissionFilter, ids: Sequence[SubmissionId]
) -> dict[Band, tuple[SubmissionId, ...]]:
    """Those without a distance, by why they have none; in the order in which they are shown."""
    faceless = set(lists.ids(replace(wanted, findings=frozenset({"no_face"}))))
    unreadable = set(lists.ids(replace(wanted, findings=frozenset({"unreadable"}))))
    assessed = set(lists.ids(replace(wanted, outcomes=frozenset(Outcome))))
    found: dict[Band, list[SubmissionId]] = {
        Band.NOT_COMPARED: [],
        Band.NO_FACE: [],
        Band.UNREADABLE: [],
        Band.WAITING: [],
    }
    for one in ids:
        if one in faceless:
            found[Band.NO_FACE].append(one)
        elif one in unreadable:
            found[Band.UNREADABLE].append(one)
        else:
            found[Band.NOT_COMPARED if one in assessed else Band.WAITING].append(one)
    return {band: tuple(these) for band, these in found.items()}


def _sections(runs: Sequence[tuple[Band, int]]) -> tuple[Section, ...]:
    sections, first = [], 0
    for band, count in runs:
        if count:
            sections.append(Section(band, first, count))
        first += count
    return tuple(sections)
