"""Says findings, reasons and outcomes in plain English, for the window and the command line.

Never a percent sign: distances stay distances. A finding carries all numbers that its line needs,
so an old decision is told with the thresholds of its own day.
"""

from collections.abc import Callable, Mapping

from curator.engine.catalogue.decisions import DECIDE, FACE, KIND, NOTE, PROMOTE, UNDO
from curator.engine.catalogue.elsewhere import DecidedElsewhere, same_claim
from curator.engine.kept_sentences import recognised
from curator.engine.records import (
    Decision,
    Finding,
    Kind,
    Making,
    Number,
    Outcome,
    Reason,
    Submission,
    Verdict,
    Word,
)
from curator.engine.rules import Thresholds
from curator.engine.said import Said, joined, said, said_of

OUTCOME_WORDS: Mapping[Outcome, Said] = {
    Outcome.APPROVE: said("clear match"),
    Outcome.LOOK_CLOSER: said("look closer"),
    Outcome.REJECT: said("reject"),
}
"""What the program advises, as it stands beside its shape and colour."""

VERDICT_WORDS: Mapping[Verdict, Said] = {
    Verdict.UNDECIDED: said("undecided"),
    Verdict.APPROVED: said("approved"),
    Verdict.REJECTED: said("rejected"),
    Verdict.SKIPPED: said("skipped"),
    Verdict.WITHDRAWN: said("withdrawn"),
}
"""The decision in force."""

REASON_WORDS: Mapping[Reason, Said] = {
    Reason.NOT_CLAIMED: said("not the politician"),
    Reason.SEVERAL_FACES: said("more than one face"),
    Reason.NO_FACE: said("no face"),
    Reason.AMBIGUOUS: said("could be someone else"),
    Reason.DUPLICATE: said("duplicate"),
    Reason.UNSAFE: said("unsafe"),
    Reason.UNREADABLE: said("unreadable"),
    Reason.NOT_INDEXED: said("not in the index"),
    Reason.LOOKS_GENUINE: said("looks like a real photo"),
    Reason.TOO_SMALL: said("face too small"),
    Reason.OTHER: said("other reason"),
    Reason.REQUESTED: said("asked to be taken down"),
    Reason.MISTAKE: said("approved by mistake"),
    Reason.ASK: said("ask a colleague"),
}
"""Why a submission is advised against, rejected or set aside: completes "Reject: ..."."""

DISTANCE_WORDS: Mapping[Word, Said] = {
    Word.STRONG: said("strong"),
    Word.GOOD: said("good"),
    Word.POSSIBLE: said("possible"),
    Word.WEAK: said("weak"),
    Word.NO_MATCH: said("no match"),
}
"""The word beside a distance."""

KIND_WORDS: Mapping[Kind, Said] = {
    Kind.DEEPFAKE: said("deepfake"),
    Kind.PORTRAIT: said("portrait"),
}
"""What a submission says it is."""

MAKING_WORDS: Mapping[Making, Said] = {
    Making.FACE_SWAP: said("face swap"),
    Making.GENERATED: said("wholly generated"),
    Making.MONTAGE: said("montage"),
}
"""How a deepfake was made, as its curator says."""

APPROVED_AS: Mapping[Making, Said] = {
    Making.FACE_SWAP: said("approved as a face swap"),
    Making.GENERATED: said("approved as wholly generated"),
    Making.MONTAGE: said("approved as a montage"),
}
"""An approval, with what the picture is labelled as."""

DECIDED_ELSEWHERE = said("Decided otherwise in another copy")
"""What merges left to a person, as a filter and over what was decided there."""


def verdict_line(verdict: Verdict, *, reason: Reason | None, making: Making | None = None) -> Said:
    """A verdict with its reason or its making, where it has one: ``rejected: no face``."""
    if verdict is Verdict.APPROVED and making is not None:
        return APPROVED_AS[making]
    words = VERDICT_WORDS[verdict]
    if reason is None:
        return words
    return said("{verdict}: {reason}", verdict=words, reason=REASON_WORDS[reason])


def hand_work_line(decision: Decision) -> Said | None:
    """What a person corrected by hand, of a row of the log; None of verdicts, claims and undone steps.

    Args:
        decision: the row; ``change`` tells both sides, see ``hand_work``.
    """
    before, after = decision.change.get("before"), decision.change.get("after")
    if decision.action == PROMOTE:
        return said("made a reference portrait of {name}", name=_portrait_of(after))
    if decision.action == FACE:
        drawn = isinstance(after, Mapping) and after.get("face") and not _was_there(before)
        return said("face drawn by hand") if drawn else said("marked as not a face")
    if decision.action == NOTE:
        return said("note corrected")
    if decision.action == KIND:
        return said("kind corrected from {before} to {after}", before=_kind(before), after=_kind(after))
    return None


def elsewhere_lines(one: DecidedElsewhere, *, submission: Submission) -> tuple[Said, ...]:
    """What a decision of another copy was about, where that is something else than here."""
    lines = []
    if one.kind is not submission.kind:
        lines.append(said("Its kind there: {kind}", kind=KIND_WORDS[one.kind]))
    if not same_claim(one.claim, submission.claim):
        name = one.claim.full_name
        lines.append(
            said("Its claim there: {name}", name=name) if name else said("Its claim was another there.")
        )
    if one.other_faces:
        lines.append(said("Its faces are marked otherwise there."))
    return tuple(lines)


def making_of(decision: Decision) -> Making | None:
    """What a row of the log approved a deepfake as; None of all others."""
    after = decision.change.get("after")
    told = after.get("making") if decision.action == DECIDE and isinstance(after, Mapping) else None
    return next((one for one in Making if one.value == told), None)


def consequence_line(decision: Decision) -> Said | None:
    """What a row of the log ended besides what it is about; None where it ended nothing."""
    after = decision.change.get("after")
    if decision.action in (PROMOTE, UNDO) or not isinstance(after, Mapping) or "portrait" not in after:
        return None
    return said("no reference portrait of {name} any more", name=_portrait_of(decision.change.get("before")))


def _portrait_of(side: object) -> str:
    told = side.get("portrait") if isinstance(side, Mapping) else None
    return str(told.get("name", "")) if isinstance(told, Mapping) else ""


def _was_there(side: object) -> bool:
    return isinstance(side, Mapping) and bool(side.get("face"))


def _kind(side: object) -> str:
    told = side.get("kind") if isinstance(side, Mapping) else None
    return next((KIND_WORDS[one] for one in Kind if one.value == told), str(told or ""))


_Numbers = Mapping[str, Number]


def describe(finding: Finding) -> tuple[str, str]:
    """Say a finding as one short line.

    Args:
        finding: of this or an older rule set.

    Returns:
        The words, and the detail with the numbers that stands at the end of the line; the detail
        may be empty. A code that this version does not know is said by its own name.
    """
    say = _LINES.get(finding.code)
    if say is None:
        # Named by a later version: its own words have no translation.
        numbers = ", ".join(f"{name} {_number(value)}" for name, value in finding.numbers.items())
        return finding.code.replace("_", " ").capitalize(), numbers
    return say(finding.numbers)


# ---------------------------------------------------------------- faces


def _one_face(numbers: _Numbers) -> tuple[str, str]:
    size = _pixels(numbers, "size")
    # The chip of a face in profile is half background, whose sharpness says nothing.
    if _whole(numbers, "profile"):
        return said("One face, in profile"), size
    if _whole(numbers, "blurred"):
        return said("One face, blurred"), size
    return said("One face"), said("{size}, sharp", size=size) if "blurred" in numbers else size


def _several_faces(numbers: _Numbers) -> tuple[str, str]:
    n, matching, tiny = (_whole(numbers, name) for name in ("n", "matching_claim", "tiny"))
    if n and matching == n:
        return said_of(n, "{n} face, like the claim", "{n} faces, all like the claim"), said("a collage?")
    if n and tiny == n - 1:
        return said_of(n, "{n} face, and none tiny", "{n} faces, all but one tiny"), said("a bystander?")
    faces = said_of(n, "{n} face", "{n} faces")
    if matching:
        return faces, said_of(matching, "{n} like the claim", "{n} like the claim")
    # Decisions of older versions do not tell whether there was a claim; then there mostly was.
    return faces, said("none like the claim") if _float(numbers, "claimed", unknown=1) else ""


def _no_face(numbers: _Numbers) -> tuple[str, str]:
    dismissed = _whole(numbers, "dismissed")
    if dismissed:
        return (
            said("No face left"),
            said_of(dismissed, "{n} marked as not a face", "{n} marked as not a face"),
        )
    return said("No face found"), ""


def _too_small(numbers: _Numbers) -> tuple[str, str]:
    detail = said(
        "{size} px, at least {limit} px", size=_whole(numbers, "size"), limit=_whole(numbers, "limit")
    )
    if _whole(numbers, "compared"):
        return said("The face is small, distances are less sure"), detail
    return said("The face is too small to compare"), detail


# ---------------------------------------------------------------- claim


def _claim_matches(numbers: _Numbers) -> tuple[str, str]:
    return said("The face matches the claim"), _match_up_to(numbers)


def _claim_near(numbers: _Numbers) -> tuple[str, str]:
    detail = _match_up_to(numbers)
    if _whole(numbers, "rank") > 1:
        return said("Claim is near, but not nearest"), detail
    return said("Claim is nearest, but not near"), detail


def _not_claimed(numbers: _Numbers) -> tuple[str, str]:
    name = _text(numbers, "name")
    words = said("Not {name}", name=name) if name else said("Not the claimed politician")
    if "nearer" in numbers:
        distance, nearer = _apart(_float(numbers, "distance"), _float(numbers, "nearer_distance"))
        return words, said(
            "{distance}, rank {rank}; {name} is nearer, {nearer}",
            distance=distance,
            rank=_whole(numbers, "rank"),
            name=_text(numbers, "nearer"),
            nearer=nearer,
        )
    distance, limit = _apart(_float(numbers, "distance"), _float(numbers, "closer_limit"))
    return words, said("{distance}, look closer up to {limit}", distance=distance, limit=limit)


def _not_indexed(numbers: _Numbers) -> tuple[str, str]:
    name = _text(numbers, "name")
    if _whole(numbers, "indexed"):
        words = (
            said("{name} has no reference portraits", name=name)
            if name
            else said("The claimed politician has no reference portraits")
        )
    else:
        words = (
            said("{name} is not in the index", name=name)
            if name
            else said("The claimed politician is not in the index")
        )
    return words, _offer(numbers)


def _no_claim(numbers: _Numbers) -> tuple[str, str]:
    if "nearest" in numbers and not _whole(numbers, "within"):
        return said("No politician is claimed, and nobody is near"), _offer(numbers)
    return said("No politician is claimed"), _offer(numbers)


def _not_compared(numbers: _Numbers) -> tuple[str, str]:
    name = _text(numbers, "name")
    return said("The face could not be compared"), said("with {name}", name=name) if name else ""


def _nobody_nearer(numbers: _Numbers) -> tuple[str, str]:
    if "runner_up" not in numbers:
        return said("Nobody else is near"), said("nobody else in the index")
    return said("Nobody else is as near"), said(
        "next {name}, {distance:.2f}",
        name=_text(numbers, "runner_up"),
        distance=_float(numbers, "runner_up_distance"),
    )


def _ambiguous(numbers: _Numbers) -> tuple[str, str]:
    name, margin = _text(numbers, "runner_up"), _float(numbers, "margin")
    gap, limit = _apart(abs(margin), _float(numbers, "limit"))
    if margin < 0:
        words = said("{name} is nearer", name=name) if name else said("Someone else is nearer")
        return words, said("by {gap}, less than {limit}", gap=gap, limit=limit)
    words = said("{name} is nearly as near", name=name) if name else said("Someone else is nearly as near")
    return words, said("{gap} further, less than {limit}", gap=gap, limit=limit)


# ---------------------------------------------------------------- likenesses


def _duplicate(numbers: _Numbers) -> tuple[str, str]:
    of = _whole(numbers, "of")
    if numbers.get("certain") == 1:
        return said("Same picture as submission {number}", number=of), _bits(numbers)
    return said("Perhaps the same picture as submission {number}", number=of), _bits(numbers)


def _like_another(numbers: _Numbers) -> tuple[str, str]:
    words = said("Like submission {number}, but with another face", number=_whole(numbers, "of"))
    return words, _bits(numbers)


def _looks_genuine(numbers: _Numbers) -> tuple[str, str]:
    return said("Looks like a real photo from the reference portraits"), _bits(numbers)


def _unreadable(numbers: _Numbers) -> tuple[str, str]:
    return said("The picture cannot be opened"), recognised(_text(numbers, "text"))


_LINES: Mapping[str, Callable[[_Numbers], tuple[str, str]]] = {
    "one_face": _one_face,
    "several_faces": _several_faces,
    "no_face": _no_face,
    "too_small": _too_small,
    "claim_matches": _claim_matches,
    "claim_near": _claim_near,
    "not_claimed": _not_claimed,
    "not_indexed": _not_indexed,
    "no_claim": _no_claim,
    "not_compared": _not_compared,
    "nobody_nearer": _nobody_nearer,
    "ambiguous": _ambiguous,
    "duplicate": _duplicate,
    "like_another": _like_another,
    "looks_genuine": _looks_genuine,
    "unreadable": _unreadable,
}

CODES = frozenset(_LINES)
"""Every finding code that has its own words."""


# ---------------------------------------------------------------- numbers


def _offer(numbers: _Numbers) -> str:
    if "nearest" not in numbers:
        return ""
    return said(
        "nearest is {name}, {distance:.2f}",
        name=_text(numbers, "nearest"),
        distance=_float(numbers, "nearest_distance"),
    )


def _match_up_to(numbers: _Numbers) -> str:
    distance, limit = _apart(_float(numbers, "distance"), _float(numbers, "match_limit"))
    return said("{distance}, match up to {limit}", distance=distance, limit=limit)


def _apart(left: float, right: float) -> tuple[str, str]:
    """Both with two decimals, or with as many (up to four) as show that they differ."""
    for decimals in (2, 3, 4):
        texts = f"{left:.{decimals}f}", f"{right:.{decimals}f}"
        if left == right or texts[0] != texts[1]:
            return texts
    return texts


def _bits(numbers: _Numbers) -> str:
    bits = _whole(numbers, "bits")
    # Only duplicates carry the limit of their day.
    near = bits <= _float(numbers, "limit", unknown=Thresholds().duplicate_bits)
    if _whole(numbers, "mirrored"):
        alike = said("nearly the same picture, mirrored") if near else said("a similar picture, mirrored")
    else:
        alike = said("nearly the same picture") if near else said("a similar picture")
    if bits == 0:
        differs = said("differs in none of 256 points")
    else:
        differs = said_of(bits, "differs in {n} of 256 points", "differs in {n} of 256 points")
    return joined((alike, differs), between=", ")


def _pixels(numbers: _Numbers, name: str) -> str:
    return said("{n} px", n=_whole(numbers, name))


def _whole(numbers: _Numbers, name: str) -> int:
    return int(_float(numbers, name))


def _float(numbers: _Numbers, name: str, *, unknown: float = 0) -> float:
    value = numbers.get(name, unknown)
    return float(value) if isinstance(value, int | float) else 0.0


def _text(numbers: _Numbers, name: str) -> str:
    return str(numbers.get(name, ""))


def _number(value: Number) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
