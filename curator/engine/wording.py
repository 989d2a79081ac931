"""Says findings, reasons and outcomes in plain English, for the window and the command line.

Never a percent sign: distances stay distances. A finding carries all numbers that its line needs,
so an old decision is told with the thresholds of its own day.
"""

from collections.abc import Callable, Mapping

from curator.engine.records import Finding, Number, Outcome, Reason, Verdict
from curator.engine.rules import Thresholds

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.APPROVE: "clear match",
    Outcome.LOOK_CLOSER: "look closer",
    Outcome.REJECT: "reject",
}
"""What the program advises, as it stands beside its shape and colour."""

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.UNDECIDED: "undecided",
    Verdict.APPROVED: "approved",
    Verdict.REJECTED: "rejected",
    Verdict.SKIPPED: "skipped",
    Verdict.WITHDRAWN: "withdrawn",
}
"""The decision in force."""

REASON_WORDS: Mapping[Reason, str] = {
    Reason.NOT_CLAIMED: "not the politician",
    Reason.SEVERAL_FACES: "more than one face",
    Reason.NO_FACE: "no face",
    Reason.AMBIGUOUS: "could be someone else",
    Reason.DUPLICATE: "duplicate",
    Reason.UNSAFE: "unsafe",
    Reason.UNREADABLE: "unreadable",
    Reason.NOT_INDEXED: "not in the index",
    Reason.LOOKS_GENUINE: "looks like a real photo",
    Reason.TOO_SMALL: "face too small",
    Reason.OTHER: "other reason",
    Reason.ASK: "ask a colleague",
}
"""Why a submission is advised against, rejected or set aside: completes "Reject: ..."."""

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
        numbers = ", ".join(f"{name} {_number(value)}" for name, value in finding.numbers.items())
        return finding.code.replace("_", " ").capitalize(), numbers
    return say(finding.numbers)


# ---------------------------------------------------------------- faces


def _one_face(numbers: _Numbers) -> tuple[str, str]:
    size = _pixels(numbers, "size")
    # The chip of a face in profile is half background, whose sharpness says nothing.
    if _whole(numbers, "profile"):
        return "One face, in profile", size
    if _whole(numbers, "blurred"):
        return "One face, blurred", size
    return "One face", f"{size}, sharp" if "blurred" in numbers else size


def _several_faces(numbers: _Numbers) -> tuple[str, str]:
    n, matching, tiny = (_whole(numbers, name) for name in ("n", "matching_claim", "tiny"))
    if n and matching == n:
        return f"{n} faces, all like the claim", "a collage?"
    if n and tiny == n - 1:
        return f"{n} faces, all but one tiny", "a bystander?"
    if matching:
        return f"{n} faces", f"{matching} like the claim"
    # Decisions of older versions do not tell whether there was a claim; then there mostly was.
    return f"{n} faces", "none like the claim" if _float(numbers, "claimed", unknown=1) else ""


def _no_face(numbers: _Numbers) -> tuple[str, str]:
    dismissed = _whole(numbers, "dismissed")
    if dismissed:
        return "No face left", f"{dismissed} marked as not a face"
    return "No face found", ""


def _too_small(numbers: _Numbers) -> tuple[str, str]:
    detail = f"{_pixels(numbers, 'size')}, at least {_pixels(numbers, 'limit')}"
    if _whole(numbers, "compared"):
        return "The face is small, distances are less sure", detail
    return "The face is too small to compare", detail


# ---------------------------------------------------------------- claim


def _claim_matches(numbers: _Numbers) -> tuple[str, str]:
    return "The face matches the claim", _against(numbers, "match_limit", "match up to")


def _claim_near(numbers: _Numbers) -> tuple[str, str]:
    detail = _against(numbers, "match_limit", "match up to")
    if _whole(numbers, "rank") > 1:
        return "Claim is near, but not nearest", detail
    return "Claim is nearest, but not near", detail


def _not_claimed(numbers: _Numbers) -> tuple[str, str]:
    words = f"Not {_text(numbers, 'name') or 'the claimed politician'}"
    if "nearer" in numbers:
        distance, nearer = _apart(_float(numbers, "distance"), _float(numbers, "nearer_distance"))
        rank = _whole(numbers, "rank")
        return words, f"{distance}, rank {rank}; {_text(numbers, 'nearer')} is nearer, {nearer}"
    return words, _against(numbers, "closer_limit", "look closer up to")


def _not_indexed(numbers: _Numbers) -> tuple[str, str]:
    name = _text(numbers, "name") or "The claimed politician"
    if _whole(numbers, "indexed"):
        return f"{name} has no reference portraits", _offer(numbers)
    return f"{name} is not in the index", _offer(numbers)


def _no_claim(numbers: _Numbers) -> tuple[str, str]:
    if "nearest" in numbers and not _whole(numbers, "within"):
        return "No politician is claimed, and nobody is near", _offer(numbers)
    return "No politician is claimed", _offer(numbers)


def _not_compared(numbers: _Numbers) -> tuple[str, str]:
    name = _text(numbers, "name")
    return "The face could not be compared", f"with {name}" if name else ""


def _nobody_nearer(numbers: _Numbers) -> tuple[str, str]:
    if "runner_up" not in numbers:
        return "Nobody else is near", "nobody else in the index"
    distance = f"{_float(numbers, 'runner_up_distance'):.2f}"
    return "Nobody else is as near", f"next {_text(numbers, 'runner_up')}, {distance}"


def _ambiguous(numbers: _Numbers) -> tuple[str, str]:
    name, margin = _text(numbers, "runner_up") or "Someone else", _float(numbers, "margin")
    gap, limit = _apart(abs(margin), _float(numbers, "limit"))
    if margin < 0:
        return f"{name} is nearer", f"by {gap}, less than {limit}"
    return f"{name} is nearly as near", f"{gap} further, less than {limit}"


# ---------------------------------------------------------------- likenesses


def _duplicate(numbers: _Numbers) -> tuple[str, str]:
    words = "Same picture as" if numbers.get("certain") == 1 else "Perhaps the same picture as"
    return f"{words} submission {_whole(numbers, 'of')}", _bits(numbers)


def _like_another(numbers: _Numbers) -> tuple[str, str]:
    return f"Like submission {_whole(numbers, 'of')}, but with another face", _bits(numbers)


def _looks_genuine(numbers: _Numbers) -> tuple[str, str]:
    return "Looks like a real photo from the reference portraits", _bits(numbers)


def _unreadable(numbers: _Numbers) -> tuple[str, str]:
    return "The picture cannot be opened", _text(numbers, "text")


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
    return f"nearest is {_text(numbers, 'nearest')}, {_float(numbers, 'nearest_distance'):.2f}"


def _against(numbers: _Numbers, limit: str, words: str) -> str:
    distance, bound = _apart(_float(numbers, "distance"), _float(numbers, limit))
    return f"{distance}, {words} {bound}"


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
    alike = "nearly the same picture" if near else "a similar picture"
    mirrored = ", mirrored" if _whole(numbers, "mirrored") else ""
    return f"{alike}{mirrored}, differs in {bits or 'none'} of 256 points"


def _pixels(numbers: _Numbers, name: str) -> str:
    return f"{_whole(numbers, name)} px"


def _whole(numbers: _Numbers, name: str) -> int:
    return int(_float(numbers, name))


def _float(numbers: _Numbers, name: str, *, unknown: float = 0) -> float:
    value = numbers.get(name, unknown)
    return float(value) if isinstance(value, int | float) else 0.0


def _text(numbers: _Numbers, name: str) -> str:
    return str(numbers.get(name, ""))


def _number(value: Number) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
