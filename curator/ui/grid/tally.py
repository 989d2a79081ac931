"""Counts what is selected: under which verdicts it is, and what of it cannot be approved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from curator.engine.catalogue import SubmissionRow
from curator.engine.records import AnalysisState, Reason, SubmissionId, Verdict
from curator.engine.said import Said, joined, said_of
from curator.engine.wording import REASON_WORDS
from curator.ui.grid.rows import Reader
from curator.ui.language import tr, tr_of

_PIECE = 500


@dataclass(frozen=True, slots=True)
class Tally:
    """A selection in numbers.

    Attributes:
        ids: what was counted, in the order of the grid.
        verdicts: how many are under each verdict.
        unseen: those without an analysis: nobody can have seen them.
        unreadable: those that cannot be opened.
        unclaimed: how many name no politician.
    """

    ids: tuple[SubmissionId, ...] = ()
    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    unseen: frozenset[SubmissionId] = frozenset()
    unreadable: frozenset[SubmissionId] = frozenset()
    unclaimed: int = 0


def tally_of(ids: Sequence[SubmissionId], rows: Iterable[SubmissionRow]) -> Tally:
    """Counts the lines of a selection."""
    verdicts: dict[Verdict, int] = {}
    unseen, unreadable = set(), set()
    unclaimed = 0
    for row in rows:
        verdicts[row.verdict] = verdicts.get(row.verdict, 0) + 1
        unclaimed += not row.claimed
        if row.state is AnalysisState.UNREADABLE:
            unreadable.add(row.id)
        elif not row.width:
            unseen.add(row.id)
    return Tally(tuple(ids), verdicts, frozenset(unseen), frozenset(unreadable), unclaimed)


def read_tally(ids: Sequence[SubmissionId], read: Reader) -> Tally:
    """Reads a selection's lines and counts them, piece by piece: 100,000 at once would fill memory."""
    pieces = (read(ids[first : first + _PIECE]).values() for first in range(0, len(ids), _PIECE))
    return tally_of(ids, chain.from_iterable(pieces))


def selected_words(count: int, tally: Tally | None) -> str:
    """``12 selected: 9 undecided, 3 already approved``; without the details while they are counted."""
    if not count:
        return tr("Nothing selected. Click or drag with the mouse, or use the arrows and Space.")
    if tally is None:
        return tr_of(count, "{n:,} selected", "{n:,} selected")
    parts = [_under(verdict, n) for verdict in Verdict if (n := tally.verdicts.get(verdict, 0))]
    if tally.unseen:
        parts.append(said_of(len(tally.unseen), "{n:,} not analysed yet", "{n:,} not analysed yet"))
    if tally.unreadable:
        unreadable = len(tally.unreadable)
        parts.append(said_of(unreadable, "{n:,} cannot be opened", "{n:,} cannot be opened"))
    details = joined(parts, between=", ")
    return tr_of(count, "{n:,} selected: {details}", "{n:,} selected: {details}", details=details)


def _under(verdict: Verdict, count: int) -> Said:
    match verdict:
        case Verdict.UNDECIDED:
            return said_of(count, "{n:,} undecided", "{n:,} undecided")
        case Verdict.APPROVED:
            return said_of(count, "{n:,} already approved", "{n:,} already approved")
        case Verdict.REJECTED:
            return said_of(count, "{n:,} already rejected", "{n:,} already rejected")
        case Verdict.SKIPPED:
            return said_of(count, "{n:,} set aside", "{n:,} set aside")
        case Verdict.WITHDRAWN:
            return said_of(count, "{n:,} withdrawn", "{n:,} withdrawn")


def done_words(verdict: Verdict, reason: Reason | None, *, claimed: int, unclaimed: int) -> list[Said]:
    """What a step did, in a sentence for each reason that was logged.

    Args:
        verdict: which was given.
        reason: which was given.
        claimed: about how many that name a politician.
        unclaimed: about how many others.
    """
    if reason is None or reason.meant(claimed=False) is reason:
        return [_done(claimed + unclaimed, verdict, reason)]
    told = ((claimed, reason), (unclaimed, reason.meant(claimed=False)))
    return [_done(count, verdict, logged) for count, logged in told if count]


def _done(count: int, verdict: Verdict, reason: Reason | None) -> Said:
    if reason is Reason.ASK:
        return said_of(count, "{n:,} set aside for a colleague.", "{n:,} set aside for a colleague.")
    match verdict:
        case Verdict.APPROVED:
            return said_of(count, "{n:,} approved.", "{n:,} approved.")
        case Verdict.REJECTED if reason is not None:
            words = REASON_WORDS[reason]
            return said_of(count, "{n:,} rejected: {reason}.", "{n:,} rejected: {reason}.", reason=words)
        case Verdict.SKIPPED:
            return said_of(count, "{n:,} skipped.", "{n:,} skipped.")
        case Verdict.WITHDRAWN:
            return said_of(
                count,
                "{n:,} withdrawn: the next export goes without it.",
                "{n:,} withdrawn: the next export goes without them.",
            )
        case _:
            return said_of(count, "{n:,} decided.", "{n:,} decided.")


def left_out(count: int) -> Said:
    """Why some were not approved with the others."""
    return said_of(
        count,
        "{n:,} was left out, because it has not been analysed yet.",
        "{n:,} were left out, because they have not been analysed yet.",
    )


def none_analysed(count: int) -> str:
    """Why nothing was approved."""
    return tr_of(
        count,
        "It has not been analysed yet, so nobody has seen it. Wait until it has been.",
        "None of the {n:,} has been analysed yet, so nobody has seen them. Wait until they have been.",
    )


def refused(count: int, *, of: int) -> str:
    """Why a step was refused as a whole."""
    if count == of:
        return tr_of(
            count,
            "It cannot be opened, so it cannot be approved.",
            "None of the {n:,} can be opened, so they cannot be approved.",
        )
    return tr_of(
        count,
        "Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so it cannot be approved.",
        "Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so they cannot be approved.",
        of=of,
    )
