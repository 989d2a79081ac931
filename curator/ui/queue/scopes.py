"""The lists that a person goes through: by verdict, in an order, with the words for both."""

from collections.abc import Mapping

from curator.engine.catalogue.lists import Order, SubmissionFilter
from curator.engine.records import Verdict
from curator.engine.said import Said, said

SCOPES: tuple[tuple[Said, frozenset[Verdict]], ...] = (
    (said("To review"), frozenset({Verdict.UNDECIDED})),
    (said("Set aside"), frozenset({Verdict.SKIPPED})),
    (said("Approved"), frozenset({Verdict.APPROVED})),
    (said("Rejected"), frozenset({Verdict.REJECTED})),
    (said("Withdrawn"), frozenset({Verdict.WITHDRAWN})),
    (said("Everything"), frozenset()),
)
"""What each scope is called, and the verdicts that it lists; none means all."""

TO_REVIEW = SubmissionFilter(verdicts=SCOPES[0][1])
"""What a queue lists until a person chooses otherwise."""

SEVERAL_SCOPES = said("Several verdicts")
"""What the list is called when verdicts are chosen that are no scope together."""

ORDER_WORDS: Mapping[Order, Said] = {
    Order.ADVICE: said("By advice"),
    Order.MARGIN: said("Most doubtful first"),
    Order.DISTANCE: said("Nearest first"),
    Order.ARRIVAL: said("Newest first"),
    Order.POLITICIAN: said("By politician"),
}

BACKWARDS_WORDS: Mapping[Order, Said] = {
    Order.ADVICE: said("By advice, backwards"),
    Order.MARGIN: said("Clearest first"),
    Order.DISTANCE: said("Farthest first"),
    Order.ARRIVAL: said("Oldest first"),
    Order.POLITICIAN: said("By politician, Z to A"),
}


def scope_of(verdicts: frozenset[Verdict]) -> int | None:
    """The place in :data:`SCOPES` that lists exactly those verdicts; None when none does."""
    return next((place for place, (_, listed) in enumerate(SCOPES) if listed == verdicts), None)


def scope_words(verdicts: frozenset[Verdict]) -> Said:
    """What the list of those verdicts is called."""
    place = scope_of(verdicts)
    return SEVERAL_SCOPES if place is None else SCOPES[place][0]


def order_words(wanted: SubmissionFilter) -> Said:
    """How a filter sorts, in words."""
    return (BACKWARDS_WORDS if wanted.backwards else ORDER_WORDS)[wanted.order]
