"""Claims: how often a true one is missed and a false one is taken, and what the advice is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from curator.engine.matching import Gallery
from curator.engine.records import (
    Claim,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    Kind,
    Match,
    Outcome,
    PoliticianId,
    SubmissionId,
    Word,
)
from curator.engine.rules import Subject, Thresholds, assess, word_for

from .galleries import Distances, Encodings, drawn, gallery_of, joined, one_to_one, own_portraits
from .shares import Share, Tally, share, share_of
from .tables import Cell, table

CLAIMS = ("true claim", "wrong claim", "stranger", "look-alike")
"""What is claimed of a photo: its own person; somebody else of a gallery that holds that person
too; somebody at random of a gallery that does not; and, of such a one, whoever is nearest."""

BOUNDS = (0.40, 0.45, 0.50, 0.53, 0.55, 0.57, 0.60, 0.62, 0.64, 0.66, 0.68, 0.70)

CONFUSED = 12
"""Pairs of people that are printed."""

MARGINS = (0.0, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08)

Halves = Mapping[str, Mapping[str, Encodings]]
"""Encodings by person by half; the name of a half is printed."""


class Trial(NamedTuple):
    """One photo under one claim: whose, d*, rank, lead over the next, the program's advice."""

    name: str
    distance: float
    rank: int
    lead: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Rates:
    """False non-matches and false matches, one to one.

    Attributes:
        missed: of true faces, those beyond the bound.
        taken: of other people's faces, those within it.
    """

    missed: Share
    taken: Share


def rates(distances: Sequence[Distances], *, bound: float) -> Rates:
    """Both error rates at a bound, with intervals over people."""
    missed, taken = [], []
    for each in distances:
        photos = len(each.genuine)
        missed.append(Tally(int((each.genuine > bound).sum()), photos, photos))
        taken.append(Tally(int((each.impostor <= bound).sum()), each.impostor.size, photos))
    return Rates(share_of(_by_name(distances, missed)), share_of(_by_name(distances, taken)))


def _by_name(distances: Sequence[Distances], tallies: Sequence[Tally]) -> Iterator[Tally]:
    """One tally a person: several rounds are no further people, nor further photos."""
    for name in dict.fromkeys(each.name for each in distances):
        own = [tally for each, tally in zip(distances, tallies, strict=True) if each.name == name]
        yield Tally(
            sum(tally.hits for tally in own),
            sum(tally.trials for tally in own),
            max(tally.photos for tally in own),
        )


def by_band(halves: Halves, *, thresholds: Thresholds, portraits: int, rounds: int, seed: int) -> str:
    """The table of both rates at each shipped bound."""
    bounds = {
        "strong": thresholds.strong,
        "match, unclaimed": thresholds.match_unclaimed,
        "match, claimed": thresholds.match_claimed,
        "closer, unclaimed": thresholds.closer_unclaimed,
        "closer, claimed": thresholds.closer_claimed,
    }
    rows: list[list[Cell]] = []
    for half, people in halves.items():
        distances = one_to_one(people, portraits=portraits, random=np.random.default_rng(seed), rounds=rounds)
        for name, bound in bounds.items():
            both = rates(distances, bound=bound)
            rows.append([f"{half}: {name}", f"{bound:.2f}", both.missed, both.taken])
    columns = ("bound", "d* up to", "true faces missed", "others taken")
    note = f"One to one, {portraits} reference portraits, whoever else may be nearer; % (95 % interval)."
    return table("False non-matches and false matches at the shipped bounds", columns, rows, note=note)


def by_portraits(
    halves: Halves, *, counts: Sequence[int], thresholds: Thresholds, rounds: int, seed: int
) -> str:
    """The table of both rates by number of reference portraits."""
    rows: list[list[Cell]] = []
    for half, people in halves.items():
        # The same people in every row, or those with few photos would be in some rows only.
        enough = {name: each for name, each in people.items() if len(each) > max(counts)}
        if len(enough) < 2:
            continue
        for count in counts:
            distances = one_to_one(enough, portraits=count, random=np.random.default_rng(seed), rounds=rounds)
            low = rates(distances, bound=thresholds.match_unclaimed)
            high = rates(distances, bound=thresholds.match_claimed)
            closer = rates(distances, bound=thresholds.closer_claimed)
            rows.append(
                [
                    f"{half}: {count}",
                    len(enough),
                    low.missed,
                    low.taken,
                    high.missed,
                    high.taken,
                    closer.missed,
                ]
            )
    columns: tuple[str, ...] = ("portraits", "people")
    columns += tuple(
        f"{what} {bound:.2f}"
        for bound in (thresholds.match_unclaimed, thresholds.match_claimed)
        for what in ("missed", "taken")
    )
    columns += (f"missed {thresholds.closer_claimed:.2f}",)
    note = f"People with more than {max(counts)} photos only; % (95 % interval)."
    return table("The same by number of reference portraits", columns, rows, note=note)


def by_group(
    halves: Halves,
    *,
    groups: Mapping[str, str],
    thresholds: Thresholds,
    portraits: int,
    rounds: int,
    seed: int,
) -> str:
    """The table of both rates within groups of people: strangers of the same group only."""
    rows: list[list[Cell]] = []
    for half, people in halves.items():
        for group in sorted({groups[name] for name in people if name in groups}):
            members = {name: each for name, each in people.items() if groups.get(name) == group}
            if len(members) < 2:
                continue
            distances = one_to_one(
                members, portraits=portraits, random=np.random.default_rng(seed), rounds=rounds
            )
            both = rates(distances, bound=thresholds.match_claimed)
            closer = rates(distances, bound=thresholds.closer_claimed)
            rows.append(
                [f"{half}: {group}", len(members), both.missed, both.taken, closer.missed, closer.taken]
            )
    bounds = (thresholds.match_claimed, thresholds.closer_claimed)
    columns: tuple[str, ...] = ("group", "people")
    columns += tuple(f"{what} {bound:.2f}" for bound in bounds for what in ("missed", "taken"))
    note = "Others are of the same group: the harder and the more usual confusion; % (95 % interval)."
    return table("Within groups of people", columns, rows, note=note)


def confused_table(
    people: Mapping[str, Encodings], *, thresholds: Thresholds, portraits: int, rounds: int, seed: int
) -> str:
    """The people who are most often taken for each other: false matches are few people's, not everybody's."""
    distances = one_to_one(people, portraits=portraits, random=np.random.default_rng(seed), rounds=rounds)
    far: dict[tuple[str, str], list[Encodings]] = {}
    for each in distances:
        for column, other in enumerate(each.others):
            far.setdefault((each.name, other), []).append(each.impostor[:, column])
    joined_up = {pair: np.concatenate(values) for pair, values in far.items()}
    taken = {pair: int((values <= thresholds.match_claimed).sum()) for pair, values in joined_up.items()}
    total = sum(taken.values())
    rows: list[list[Cell]] = []
    for pair in sorted(taken, key=lambda pair: -taken[pair] / len(joined_up[pair]))[:CONFUSED]:
        values = joined_up[pair]
        rows.append(
            [
                f"{pair[0]} as {pair[1]}",
                f"{100 * taken[pair] / len(values):.0f} %",
                f"{100 * float((values <= thresholds.match_unclaimed).mean()):.0f} %",
                float(np.median(values)),
                f"{100 * taken[pair] / total if total else 0:.0f} %",
            ]
        )
    columns: tuple[str, ...] = ("who as whom", f"d* <= {thresholds.match_claimed:.2f}")
    columns += (f"d* <= {thresholds.match_unclaimed:.2f}", "median d*", "of all such")
    note = f"{sum(map(bool, taken.values()))} of {len(joined_up)} pairs are ever taken for each other."
    return table("Who is taken for whom", columns, rows, note=note)


# ---------------------------------------------------------------- advice


def tried(
    people: Mapping[str, Encodings],
    *,
    fillers: Sequence[Encodings],
    size: int,
    portraits: int,
    thresholds: Thresholds,
    random: np.random.Generator,
) -> dict[str, list[Trial]]:
    """Try every photo once under each of ``CLAIMS``.

    Args:
        people: whose photos are tried; the others of them are in the gallery first.
        fillers: encodings of further people, who fill the gallery up.
        size: of the gallery.
        portraits: reference portraits drawn from each, if there are as many.
        thresholds: the bands in force.
        random: where all draws come from.
    """
    trials: dict[str, list[Trial]] = {claim: [] for claim in CLAIMS}
    for name, encodings in people.items():
        for row, encoding in enumerate(encodings):
            others = crowd_without(
                name, people=people, fillers=fillers, size=size, portraits=portraits, random=random
            )
            own = gallery_of([own_portraits(encodings, row, count=portraits, random=random)])
            first_others = Gallery(others.politician_ids[:-1], others.centroids[:-1], others.counts[:-1])
            with_own = joined(own, first_others)
            picks: dict[str, tuple[Gallery, PoliticianId | None]] = {
                "true claim": (with_own, PoliticianId(0)),
                "wrong claim": (with_own, PoliticianId(int(random.integers(1, len(with_own.counts))))),
                "stranger": (others, PoliticianId(int(random.integers(len(others.counts))))),
                "look-alike": (others, None),
            }
            for claim, (gallery, claimed) in picks.items():
                trials[claim].append(
                    _trial(name, encoding, gallery=gallery, claimed=claimed, thresholds=thresholds)
                )
    return trials


def crowd_without(
    name: str,
    *,
    people: Mapping[str, Encodings],
    fillers: Sequence[Encodings],
    size: int,
    portraits: int,
    random: np.random.Generator,
) -> Gallery:
    """A gallery of that size at most, without one person: other people first, then fillers."""
    members = [each for other, each in people.items() if other != name]
    members = [members[index] for index in random.permutation(len(members))[:size]]
    more = random.permutation(len(fillers))[: size - len(members)]
    members += [fillers[index] for index in more]
    return gallery_of([drawn(each, count=portraits, random=random) for each in members])


def _trial(
    name: str,
    encoding: Encodings,
    *,
    gallery: Gallery,
    claimed: PoliticianId | None,
    thresholds: Thresholds,
) -> Trial:
    def word(distance: float) -> Word:
        return word_for(distance, thresholds=thresholds)

    (matches,) = gallery.rank(encoding[None], word=word, keep=2, also=(claimed,))
    match = next(match for match in matches if claimed in (None, match.politician_id))
    rival = next(other for other in matches if other is not match)
    subject = Subject(
        kind=Kind.DEEPFAKE,
        claim=Claim(surname="x"),
        claimed_id=match.politician_id,
        claimed_portraits=1,
        faces=(_face_with(matches),),
    )
    outcome = assess(subject, thresholds=thresholds).advice.outcome
    return Trial(name, match.distance, match.rank, rival.distance - match.distance, outcome)


def _face_with(matches: tuple[Match, ...]) -> Face:
    """A face of 100 px, so that only the distances decide."""
    box = FaceBox(0, 0, 100, 100)
    return Face(FaceId(0), SubmissionId(0), box, FaceOrigin.DETECTED, 1.0, (), False, matches)


def shares_of(trials: Sequence[Trial], *, which: Sequence[bool]) -> Share:
    """The share of trials that ``which`` marks, with an interval over people."""
    groups: dict[str, list[bool]] = {}
    for trial, marked in zip(trials, which, strict=True):
        groups.setdefault(trial.name, []).append(marked)
    return share_of(Tally(sum(marks), len(marks), len(marks)) for marks in groups.values())


def advice_table(trials: Mapping[str, Mapping[str, Sequence[Trial]]], *, size: int) -> str:
    """What the program would have advised, by half and claim."""
    rows: list[list[Cell]] = []
    for half, claims in trials.items():
        for claim, done in claims.items():
            shares = [
                shares_of(done, which=[trial.outcome is outcome for trial in done]) for outcome in Outcome
            ]
            rows.append([f"{half}: {claim}", len(done), *shares])
    columns = ("claim", "photos", "clear match", "look closer", "reject")
    note = f"One face of good size, gallery of {size}; % (95 % interval)."
    return table("What the program advises", columns, rows, note=note)


def margin_table(trials: Mapping[str, Mapping[str, Sequence[Trial]]], *, thresholds: Thresholds) -> str:
    """What the ambiguity margin costs and what it is good for."""
    rows: list[list[Cell]] = []
    for half, claims in trials.items():
        true, false = (
            [
                trial
                for trial in claims[claim]
                if trial.rank == 1 and trial.distance <= thresholds.match_claimed
            ]
            for claim in ("true claim", "look-alike")
        )
        for margin in MARGINS:
            doubted = shares_of(true, which=[trial.lead < margin for trial in true])
            caught = share(sum(trial.lead < margin for trial in false), len(false))
            rows.append([f"{half}: {margin:.2f}", doubted, len(true), caught, len(false)])
    columns = ("margin", "true claims doubted", "of", "look-alikes doubted", "of")
    note = f"Of those that are nearest and within {thresholds.match_claimed:.2f}; % (95 % interval)."
    return table("The ambiguity margin", columns, rows, note=note)


def bounds_table(trials: Mapping[str, Mapping[str, Sequence[Trial]]]) -> str:
    """How many are nearest and within each of many bounds: what choosing another one would do."""
    rows: list[list[Cell]] = []
    for half, claims in trials.items():
        for bound in BOUNDS:
            shares = [
                shares_of(done, which=[trial.rank == 1 and trial.distance <= bound for trial in done])
                for done in claims.values()
            ]
            rows.append([f"{half}: {bound:.2f}", *shares])
    return table(
        "Claims that are nearest of all and within", ("d* up to", *CLAIMS), rows, note="% (95 % interval)"
    )
