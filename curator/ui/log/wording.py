"""Says rows of the decision log in words: what was done, and what was seen while deciding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from curator.engine.catalogue import CLAIM, REDO, UNDO
from curator.engine.records import Decision, Finding, Number, Origin, Outcome, Reason, Verdict
from curator.engine.wording import OUTCOME_WORDS, REASON_WORDS, describe
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.theme import Tone

_LOOKS: Mapping[Verdict, tuple[Tone, Icon]] = {
    Verdict.APPROVED: (Tone.OK, TONE_ICONS[Tone.OK]),
    Verdict.REJECTED: (Tone.BAD, TONE_ICONS[Tone.BAD]),
    Verdict.SKIPPED: (Tone.NEUTRAL, Icon.SKIPPED),
    Verdict.WITHDRAWN: (Tone.NEUTRAL, Icon.WITHDRAWN),
    Verdict.UNDECIDED: (Tone.NEUTRAL, Icon.WAITING),
}
_ORIGINS: Mapping[Origin, str] = {
    Origin.CURATOR: "",
    Origin.BULK: "with others at once",
    Origin.MERGE: "from a merged catalogue",
    Origin.RULE: "by a rule",
}
_THRESHOLD_WORDS = {
    "strong": "strong up to",
    "match_unclaimed": "match without a claim up to",
    "match_claimed": "match of the claim up to",
    "closer_unclaimed": "look closer without a claim up to",
    "closer_claimed": "look closer at the claim up to",
    "ambiguity_margin": "could be either, when closer together than",
    "low_quality_size": "small face below",
    "nameless_size": "not compared below",
    "bystander_share": "bystander below a share of",
    "duplicate_bits": "same picture up to",
    "perhaps_bits": "perhaps the same up to",
}
_UNITS = {
    "low_quality_size": "px",
    "nameless_size": "px",
    "duplicate_bits": "of 256 points",
    "perhaps_bits": "of 256 points",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of what lay before the curator.

    Attributes:
        words: on the left.
        detail: numbers, on the right or below.
        tone: of its mark, or None for a plain line.
    """

    words: str
    detail: str = ""
    tone: Tone | None = None


def moment(at: datetime, *, today: date | None = None) -> str:
    """``3 Nov, 14:02`` in local time, with the year when it is not this one."""
    local = at.astimezone()
    year = (today or datetime.now().astimezone().date()).year
    told = f"{local.day} {_MONTHS[local.month - 1]}"
    if local.year != year:
        told = f"{told} {local.year}"
    return f"{told}, {local.hour:02}:{local.minute:02}"


def what(decision: Decision) -> str:
    """What was done: ``approved``, ``rejected: no face``, ``undo of #12``."""
    match decision.action:
        case action if action == CLAIM:
            before, after = (_claimed(decision.change.get(side)) for side in ("before", "after"))
            return f"claim corrected from {before} to {after}"
        case action if action == UNDO:
            return f"undo of #{decision.undoes}"
        case action if action == REDO:
            return f"undo #{decision.undoes} taken back: {_verdict(decision)}"
        case _:
            words = _verdict(decision)
    origin = _ORIGINS[decision.origin]
    return f"{words}, {origin}" if origin else words


def look(decision: Decision) -> tuple[Tone, Icon]:
    """Tone and shape of a row's mark."""
    if decision.action == CLAIM:
        return Tone.NEUTRAL, Icon.EDIT
    if decision.action == UNDO:
        return Tone.NEUTRAL, Icon.UNDO
    if decision.reason is Reason.ASK:
        return Tone.NEUTRAL, Icon.ASK
    return _LOOKS[decision.verdict]


def advice_line(seen: Mapping[str, object]) -> Seen:
    """What the program advised."""
    told = seen.get("advice")
    if not isinstance(told, Mapping):
        return Seen("No advice yet", tone=Tone.NEUTRAL)
    outcome = _outcome(told.get("outcome"))
    reason = _reason(told.get("reason"))
    words = "Advice: " + (OUTCOME_WORDS[outcome] if outcome is not None else str(told.get("outcome")))
    return Seen(words, "" if reason is None else REASON_WORDS[reason], _tone(outcome))


def finding_lines(seen: Mapping[str, object]) -> tuple[Seen, ...]:
    """The findings as they were shown, with the numbers of their day."""
    return tuple(_findings(seen.get("findings")))


def face_lines(seen: Mapping[str, object]) -> tuple[Seen, ...]:
    """The faces, each with the nearest politicians."""
    faces = seen.get("faces")
    count = seen.get("face_count")
    if not isinstance(faces, list) or not isinstance(count, int):
        return ()
    lines = []
    for number, face in enumerate(faces, 1):
        if not isinstance(face, Mapping):
            continue
        nearest = face.get("nearest")
        near = [
            f"{one.get('politician') or 'someone removed'} {_short(one.get('distance'))}"
            for one in (nearest if isinstance(nearest, list) else [])
            if isinstance(one, Mapping)
        ]
        name = "The face" if count == 1 else f"Face {number}"
        drawn = " (drawn by hand)" if face.get("origin") == "drawn" else ""
        lines.append(Seen(name + drawn, ", ".join(near) or "not compared"))
    if count > len(lines):
        lines.append(Seen(f"{count - len(lines):,} more faces"))
    return tuple(lines)


def threshold_lines(seen: Mapping[str, object]) -> tuple[Seen, ...]:
    """The thresholds that were in force."""
    told = seen.get("thresholds")
    if not isinstance(told, Mapping):
        return ()
    lines = []
    known = [name for name in _THRESHOLD_WORDS if name in told]
    for name in (*known, *(str(one) for one in told if one not in _THRESHOLD_WORDS)):
        value = told[name]
        words = _THRESHOLD_WORDS.get(name, name.replace("_", " "))
        number = f"{_short(value)} {_UNITS.get(name, '')}".strip()
        lines.append(Seen(words.capitalize(), number))
    return tuple(lines)


def version_lines(decision: Decision) -> tuple[Seen, ...]:
    """With what it was decided, and about exactly which file."""
    seen = decision.seen
    lines = []
    if seen.get("rule_set"):
        lines.append(Seen("Rule set", str(seen["rule_set"])))
    if seen.get("program"):
        lines.append(Seen("Curator", f"version {seen['program']}"))
    if seen.get("kind"):
        lines.append(Seen("Sent in as", str(seen["kind"])))
    lines.append(Seen("SHA-256 of the file", decision.digest))
    return tuple(lines)


def _verdict(decision: Decision) -> str:
    if decision.reason is Reason.ASK:
        return "set aside for a colleague"
    words = "opened again" if decision.verdict is Verdict.UNDECIDED else decision.verdict.value
    return words if decision.reason is None else f"{words}: {REASON_WORDS[decision.reason]}"


def _claimed(told: object) -> str:
    if not isinstance(told, Mapping):
        return "nobody"
    return f"{told.get('given_name', '')} {told.get('surname', '')}".strip() or "nobody"


def _findings(told: object) -> Iterator[Seen]:
    for one in told if isinstance(told, list) else []:
        if not isinstance(one, Mapping):
            continue
        outcome = _outcome(one.get("outcome"))
        numbers: dict[str, Number] = {
            str(name): value
            for name, value in one.items()
            if name not in ("code", "outcome") and isinstance(value, int | float | str)
        }
        finding = Finding(str(one.get("code", "")), outcome or Outcome.LOOK_CLOSER, None, numbers)
        words, detail = describe(finding)
        yield Seen(words, detail, _tone(outcome))


# A row of an older or newer program may hold words that this one does not know.


def _outcome(value: object) -> Outcome | None:
    return next((one for one in Outcome if one.value == value), None)


def _reason(value: object) -> Reason | None:
    return next((one for one in Reason if one.value == value), None)


def _tone(outcome: Outcome | None) -> Tone:
    tones = {Outcome.APPROVE: Tone.OK, Outcome.LOOK_CLOSER: Tone.WARN, Outcome.REJECT: Tone.BAD}
    return Tone.NEUTRAL if outcome is None else tones[outcome]


def _short(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else f"{value}"
