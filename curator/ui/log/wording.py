"""Says rows of the decision log in words: what was done, and what was seen while deciding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curator.engine.catalogue import CLAIM, PROMOTE, REDO, UNDO
from curator.engine.records import Decision, Finding, Kind, Number, Origin, Outcome, Reason, Verdict
from curator.engine.said import Said, said
from curator.engine.wording import (
    KIND_WORDS,
    OUTCOME_WORDS,
    REASON_WORDS,
    consequence_line,
    describe,
    hand_work_line,
    making_of,
    verdict_line,
)
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.language import capital, tr, tr_of
from curator.ui.theme import Tone

_LOOKS: Mapping[Verdict, tuple[Tone, Icon]] = {
    Verdict.APPROVED: (Tone.OK, TONE_ICONS[Tone.OK]),
    Verdict.REJECTED: (Tone.BAD, TONE_ICONS[Tone.BAD]),
    Verdict.SKIPPED: (Tone.NEUTRAL, Icon.SKIPPED),
    Verdict.WITHDRAWN: (Tone.NEUTRAL, Icon.WITHDRAWN),
    Verdict.UNDECIDED: (Tone.NEUTRAL, Icon.WAITING),
}
_ORIGINS: Mapping[Origin, Said] = {
    Origin.BULK: said("with others at once"),
    Origin.MERGE: said("from another copy"),
    Origin.RULE: said("by a rule"),
}
_THRESHOLD_WORDS: Mapping[str, Said] = {
    "strong": said("Strong up to"),
    "match_unclaimed": said("Match without a claim up to"),
    "match_claimed": said("Match of the claim up to"),
    "closer_unclaimed": said("Look closer without a claim up to"),
    "closer_claimed": said("Look closer at the claim up to"),
    "ambiguity_margin": said("Could be either, when closer together than"),
    "low_quality_size": said("Small face below"),
    "nameless_size": said("Not compared below"),
    "bystander_share": said("Bystander below a share of"),
    "duplicate_bits": said("Same picture up to"),
    "perhaps_bits": said("Perhaps the same up to"),
}
_PIXELS, _POINTS = said("{n} px"), said("{n} of 256 points")
_UNITS: Mapping[str, Said] = {
    "low_quality_size": _PIXELS,
    "nameless_size": _PIXELS,
    "duplicate_bits": _POINTS,
    "perhaps_bits": _POINTS,
}


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


def what(decision: Decision) -> str:
    """What was done: ``approved``, ``rejected: no face``, ``undo of #12``."""
    match decision.action:
        case action if action == CLAIM:
            before, after = (_claimed(decision.change.get(side)) for side in ("before", "after"))
            words = tr("claim corrected from {before} to {after}", before=before, after=after)
        case action if action == UNDO:
            return tr("undo of #{number}", number=decision.undoes)
        case action if action == REDO:
            return tr(
                "undo #{number} taken back: {verdict}", number=decision.undoes, verdict=_verdict(decision)
            )
        case _:
            corrected = hand_work_line(decision)
            words = tr(corrected) if corrected is not None else _verdict(decision)
    ended = consequence_line(decision)
    if ended is not None:
        words = tr("{what}; {ended}", what=words, ended=ended)
    origin = _ORIGINS.get(decision.origin)
    return tr("{verdict}, {origin}", verdict=words, origin=origin) if origin else words


def look(decision: Decision) -> tuple[Tone, Icon]:
    """Tone and shape of a row's mark."""
    if decision.action == PROMOTE:
        return Tone.NEUTRAL, Icon.POLITICIANS
    if decision.action == CLAIM or hand_work_line(decision) is not None:
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
        return Seen(tr("No advice yet"), tone=Tone.NEUTRAL)
    outcome = _outcome(told.get("outcome"))
    reason = _reason(told.get("reason"))
    advice = OUTCOME_WORDS[outcome] if outcome is not None else str(told.get("outcome"))
    words = tr("Advice: {advice}", advice=advice)
    return Seen(words, "" if reason is None else tr(REASON_WORDS[reason]), _tone(outcome))


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
            f"{one.get('politician') or tr('someone removed')} {_short(one.get('distance'))}"
            for one in (nearest if isinstance(nearest, list) else [])
            if isinstance(one, Mapping)
        ]
        name = tr("The face") if count == 1 else tr("Face {number}", number=number)
        if face.get("origin") == "drawn":
            name = tr("{face} (drawn by hand)", face=name)
        lines.append(Seen(name, ", ".join(near) or tr("not compared")))
    if count > len(lines):
        lines.append(Seen(tr_of(count - len(lines), "{n:,} more face", "{n:,} more faces")))
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
        words = tr(_THRESHOLD_WORDS.get(name, capital(name.replace("_", " "))))
        number = _short(value)
        if name in _UNITS:
            number = tr(_UNITS[name].filled(n=number))
        lines.append(Seen(words, number))
    return tuple(lines)


def version_lines(decision: Decision) -> tuple[Seen, ...]:
    """With what it was decided, and about exactly which file."""
    seen = decision.seen
    lines = []
    if seen.get("rule_set"):
        lines.append(Seen(tr("Rule set"), str(seen["rule_set"])))
    if seen.get("program"):
        lines.append(Seen("Curator", tr("version {version}", version=seen["program"])))
    if seen.get("kind"):
        lines.append(Seen(tr("Sent in as"), _kind(seen["kind"])))
    lines.append(Seen(tr("SHA-256 of the file"), decision.digest))
    return tuple(lines)


def _verdict(decision: Decision) -> str:
    if decision.reason is Reason.ASK:
        return tr("set aside for a colleague")
    if decision.verdict is Verdict.UNDECIDED and decision.reason is None:
        return tr("opened again")
    return tr(verdict_line(decision.verdict, reason=decision.reason, making=making_of(decision)))


def _claimed(told: object) -> str:
    if not isinstance(told, Mapping):
        return tr("nobody")
    return f"{told.get('given_name', '')} {told.get('surname', '')}".strip() or tr("nobody")


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
        yield Seen(tr(words), tr(detail), _tone(outcome))


# A row of an older or newer program may hold words that this one does not know.


def _outcome(value: object) -> Outcome | None:
    return next((one for one in Outcome if one.value == value), None)


def _reason(value: object) -> Reason | None:
    return next((one for one in Reason if one.value == value), None)


def _kind(value: object) -> str:
    return next((tr(KIND_WORDS[one]) for one in Kind if one.value == value), str(value))


def _tone(outcome: Outcome | None) -> Tone:
    tones = {Outcome.APPROVE: Tone.OK, Outcome.LOOK_CLOSER: Tone.WARN, Outcome.REJECT: Tone.BAD}
    return Tone.NEUTRAL if outcome is None else tones[outcome]


def _short(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else f"{value}"
