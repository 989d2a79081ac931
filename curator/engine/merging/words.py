"""Says what a merge would bring, and what it brought, line by line."""

from collections.abc import Iterator

from curator.engine.merging.merging import Merged, MergePlan
from curator.engine.merging.standing import Counted
from curator.engine.records import Verdict
from curator.engine.said import Said, joined, said, said_of
from curator.engine.wording import VERDICT_WORDS

_MOST_NAMES = 5


def plan_lines(plan: MergePlan) -> tuple[Said, ...]:
    """What merging would bring, most important first."""
    counted = plan.counted
    lines: list[Said] = []
    if plan.another:
        lines.append(
            said("It is another catalogue, no copy of this one. The pictures are compared byte by byte.")
        )
    if counted.nothing:
        lines.append(said("It has nothing to bring in."))
    lines += _coming(counted)
    if counted.decisions and plan.curators:
        lines.append(said("Decided there by {names}.", names=_names(plan.curators)))
    if plan.cautious:
        lines.append(
            said(
                "Something was erased here that this copy may still hold. Its notes, its names and its"
                " pictures stay out, so that nothing erased comes back."
            )
        )
    lines += _staying(counted, pictures=plan.pictures)
    if plan.erased_there:
        lines.append(said("Something was erased there that this catalogue may still hold."))
    return tuple(lines)


def merged_lines(merged: Merged, *, pictures: bool) -> tuple[Said, ...]:
    """What a merge brought.

    Args:
        merged: how it ended.
        pictures: whether the other copy has its pictures with it.
    """
    counted = merged.counted
    lines: list[Said] = []
    if merged.stopped:
        lines.append(said("It was cancelled. What was brought in until then stays; merging again goes on."))
    if counted.nothing:
        lines.append(said("Nothing was brought in."))
    if counted.decisions:
        lines.append(
            said_of(
                counted.decisions,
                "Brought in: {n:,} decision ({verdicts}). Undo takes it back.",
                "Brought in: {n:,} decisions ({verdicts}). Undo takes them back in one step.",
                verdicts=_verdicts(counted),
            )
        )
    if counted.submissions:
        lines.append(
            said_of(
                counted.submissions,
                "Brought in: {n:,} picture. It is looked at as any other.",
                "Brought in: {n:,} pictures. They are looked at as any others.",
            )
        )
    lines += _staying(counted, pictures=pictures)
    return tuple(lines)


def _coming(counted: Counted) -> Iterator[Said]:
    if counted.decisions:
        yield said_of(
            counted.decisions,
            "{n:,} decision would come in: {verdicts}.",
            "{n:,} decisions would come in: {verdicts}.",
            verdicts=_verdicts(counted),
        )
    if counted.submissions:
        yield said_of(
            counted.submissions,
            "{n:,} picture is only there and would come in, with what was sent with it.",
            "{n:,} pictures are only there and would come in, with what was sent with them.",
        )


def _staying(counted: Counted, *, pictures: bool) -> Iterator[Said]:
    """What a merge does nothing about."""
    if counted.same:
        yield said_of(
            counted.same,
            "{n:,} picture is decided alike on both sides.",
            "{n:,} pictures are decided alike on both sides.",
        )
    if counted.differing:
        yield said_of(
            counted.differing,
            "{n:,} picture is decided otherwise here. It stays as it is here.",
            "{n:,} pictures are decided otherwise here. They stay as they are here.",
        )
    if counted.other_claims:
        yield said_of(
            counted.other_claims,
            "{n:,} picture was decided there with another claim or as another kind. It stays undecided here.",
            "{n:,} pictures were decided there with another claim or as another kind. They stay undecided"
            " here.",
        )
    if counted.other_faces:
        yield said_of(
            counted.other_faces,
            "{n:,} picture was approved there with faces that were marked otherwise by hand. It stays"
            " undecided here.",
            "{n:,} pictures were approved there with faces that were marked otherwise by hand. They stay"
            " undecided here.",
        )
    if counted.unreadable:
        yield said_of(
            counted.unreadable,
            "{n:,} picture was approved there and cannot be read here. It stays undecided.",
            "{n:,} pictures were approved there and cannot be read here. They stay undecided.",
        )
    if counted.leaves:
        yield said("What was decided there stands beside it on the desk, until somebody decides it here.")
    if counted.without_picture:
        if pictures:
            yield said_of(
                counted.without_picture,
                "{n:,} submission is only there, and its picture is missing or changed.",
                "{n:,} submissions are only there, and their pictures are missing or changed.",
            )
        else:
            yield said_of(
                counted.without_picture,
                "{n:,} submission is only there, and its picture is not in a backup.",
                "{n:,} submissions are only there, and their pictures are not in a backup.",
            )
    if counted.erased:
        yield said_of(
            counted.erased,
            "{n:,} submission is only there and stays out: it was erased here, or may have been.",
            "{n:,} submissions are only there and stay out: they were erased here, or may have been.",
        )


def _verdicts(counted: Counted) -> Said:
    return joined(
        (
            said("{number:,} {verdict}", number=counted.verdicts[one], verdict=VERDICT_WORDS[one])
            for one in Verdict
            if counted.verdicts.get(one)
        ),
        between=", ",
    )


def _names(names: tuple[str, ...]) -> Said | str:
    if len(names) <= _MOST_NAMES:
        return ", ".join(names)
    return said("{names} and others", names=", ".join(names[:_MOST_NAMES]))
