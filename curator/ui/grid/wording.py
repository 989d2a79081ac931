"""What a cell says of a submission, in words and marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from curator.engine.catalogue import SubmissionRow
from curator.engine.records import Outcome, Reason, Verdict
from curator.engine.rules import Thresholds
from curator.engine.said import Said, joined, said
from curator.engine.wording import KIND_WORDS, OUTCOME_WORDS, REASON_WORDS, VERDICT_WORDS, verdict_line
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.grid.sections import BAND_WORDS, Band, band_of
from curator.ui.language import tr
from curator.ui.theme import Tone

_OUTCOME_TONES: Final[Mapping[Outcome, Tone]] = {
    Outcome.APPROVE: Tone.OK,
    Outcome.LOOK_CLOSER: Tone.WARN,
    Outcome.REJECT: Tone.BAD,
}
_VERDICT_MARKS: Final[Mapping[Verdict, tuple[Tone, Icon]]] = {
    Verdict.APPROVED: (Tone.OK, Icon.CHECK),
    Verdict.REJECTED: (Tone.BAD, Icon.CLOSE),
    Verdict.SKIPPED: (Tone.NEUTRAL, Icon.SKIPPED),
    Verdict.WITHDRAWN: (Tone.NEUTRAL, Icon.WITHDRAWN),
}
_ASKED: Final = said("asked")


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape, a word and a colour that say the same.

    Attributes:
        more: the same in more words, where there is room for them.
    """

    tone: Tone
    icon: Icon
    words: str
    more: str


@dataclass(frozen=True, slots=True)
class Told:
    """One cell.

    Attributes:
        near: the distance and its word, or why there is none.
        advice: what the program advises; None before it does.
        verdict: the decision in force; None while undecided.
        name: who is claimed.
        whole: all of it as one text, for tool tips and screen readers.
    """

    near: str
    advice: Mark | None
    verdict: Mark | None
    name: str
    whole: str


def told(row: SubmissionRow, *, thresholds: Thresholds) -> Told:
    """The words and marks of a cell, in the person's language."""
    band = band_of(row, thresholds=thresholds)
    near: Said = BAND_WORDS[band]
    if row.distance is not None:
        near = said("{distance:.2f} · {word}", distance=row.distance, word=near)
    name: str = row.claimed or said("nobody claimed")
    advice, verdict = _advice(row), _verdict(row)
    parts = (
        name,
        near,
        "" if advice is None else said("advice: {advice}", advice=advice.more),
        verdict_line(row.verdict, reason=row.reason),
        KIND_WORDS[row.kind],
        row.file_name,
    )
    return Told(
        tr(near), advice, verdict, tr(name) if not row.claimed else name, tr(joined(parts, between=", "))
    )


def missing(band: Band) -> Icon:
    """What stands where a picture has none to show."""
    return {Band.UNREADABLE: Icon.BROKEN_PICTURE, Band.WAITING: Icon.WAITING}.get(band, Icon.PICTURE)


def _advice(row: SubmissionRow) -> Mark | None:
    if row.advice is None:
        return None
    outcome, reason = row.advice.outcome, row.advice.reason
    tone = _OUTCOME_TONES[outcome]
    words: Said = OUTCOME_WORDS[outcome]
    more = words
    if reason is not None and reason is not Reason.OTHER:
        more = said("{verdict}: {reason}", verdict=words, reason=REASON_WORDS[reason])
        if outcome is Outcome.REJECT:
            words = REASON_WORDS[reason]
    return Mark(tone, TONE_ICONS[tone], tr(words), tr(more))


def _verdict(row: SubmissionRow) -> Mark | None:
    if row.verdict is Verdict.UNDECIDED:
        return None
    tone, icon = _VERDICT_MARKS[row.verdict]
    if row.reason is Reason.ASK:
        return Mark(tone, Icon.ASK, tr(_ASKED), tr(REASON_WORDS[Reason.ASK]))
    return Mark(tone, icon, tr(VERDICT_WORDS[row.verdict]), tr(verdict_line(row.verdict, reason=row.reason)))
