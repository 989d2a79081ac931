"""The four numbers that say how well a politician is covered: their words and their filters."""

from dataclasses import replace
from enum import StrEnum

from curator.engine.catalogue import Standing, SubmissionFilter
from curator.engine.records import Kind, Verdict
from curator.engine.said import said
from curator.ui.language import tr, tr_of


class Tally(StrEnum):
    """What is counted; in the order of a politician's way from the index to the site."""

    PORTRAITS = "portraits"
    APPROVED_PORTRAITS = "approved_portraits"
    APPROVED_DEEPFAKES = "approved_deepfakes"
    PENDING = "pending"

    def of(self, counts: Standing) -> int:
        """The number among a politician's."""
        return {
            Tally.PORTRAITS: counts.portraits,
            Tally.APPROVED_PORTRAITS: counts.approved_portraits,
            Tally.APPROVED_DEEPFAKES: counts.approved_deepfakes,
            Tally.PENDING: counts.pending,
        }[self]


SHORT_WORDS = {
    Tally.PORTRAITS: said("Refs"),
    Tally.APPROVED_PORTRAITS: said("Real"),
    Tally.APPROVED_DEEPFAKES: said("Fake"),
    Tally.PENDING: said("To do"),
}
"""Over a column of numbers, in five letters or so."""

TALLY_WORDS = {
    Tally.PORTRAITS: said("Reference portraits"),
    Tally.APPROVED_PORTRAITS: said("Approved portraits"),
    Tally.APPROVED_DEEPFAKES: said("Approved deepfakes"),
    Tally.PENDING: said("Pending"),
}
"""Beside a number in a line of its own."""

MEANINGS = {
    Tally.PORTRAITS: said("reference portraits"),
    Tally.APPROVED_PORTRAITS: said("approved portraits"),
    Tally.APPROVED_DEEPFAKES: said("approved deepfakes"),
    Tally.PENDING: said("pending"),
}
"""Within a sentence."""

OF_SUBMISSIONS = (Tally.APPROVED_PORTRAITS, Tally.APPROVED_DEEPFAKES, Tally.PENDING)
"""What a list of submissions can show."""


def short_words_told() -> tuple[str, ...]:
    """What the short words over the columns mean, each by itself."""
    return tuple(
        tr("{short}: {meaning}", short=tr(SHORT_WORDS[one]), meaning=tr(MEANINGS[one])) for one in Tally
    )


def tally_words(tally: Tally, number: int) -> str:
    """``3 reference portraits``, ``no approved deepfake``: a part of a sentence."""
    match tally:
        case Tally.PORTRAITS:
            none = tr("no reference portrait")
            some = tr_of(number, "{n:,} reference portrait", "{n:,} reference portraits")
        case Tally.APPROVED_PORTRAITS:
            none = tr("no approved portrait")
            some = tr_of(number, "{n:,} approved portrait", "{n:,} approved portraits")
        case Tally.APPROVED_DEEPFAKES:
            none = tr("no approved deepfake")
            some = tr_of(number, "{n:,} approved deepfake", "{n:,} approved deepfakes")
        case Tally.PENDING:
            none = tr("nothing pending")
            some = tr_of(number, "{n:,} pending", "{n:,} pending")
    return some if number else none


def narrowed(wanted: SubmissionFilter, tally: Tally) -> SubmissionFilter:
    """The submissions of a filter that a number counts; portraits of the index are no submissions."""
    match tally:
        case Tally.APPROVED_PORTRAITS:
            return replace(wanted, verdicts=frozenset({Verdict.APPROVED}), kinds=frozenset({Kind.PORTRAIT}))
        case Tally.APPROVED_DEEPFAKES:
            return replace(wanted, verdicts=frozenset({Verdict.APPROVED}), kinds=frozenset({Kind.DEEPFAKE}))
        case Tally.PENDING:
            return replace(wanted, verdicts=frozenset({Verdict.UNDECIDED}))
        case Tally.PORTRAITS:
            return wanted


def compact(number: int) -> str:
    """At most four signs: ``0``, ``999``, ``12k``, as a cell of the board shows it."""
    if number < 10_000:
        return f"{number}"
    return f"{number // 1000}k" if number < 1_000_000 else f"{number // 1_000_000}M"
