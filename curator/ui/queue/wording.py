"""What a line of the queue says of a submission."""

from dataclasses import dataclass

from curator.engine.catalogue import SubmissionRow
from curator.engine.records import AnalysisState, Outcome, Reason, Verdict
from curator.engine.wording import KIND_WORDS, OUTCOME_WORDS, REASON_WORDS, VERDICT_WORDS, verdict_line
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.language import capital, tr
from curator.ui.theme import Tone

OUTCOME_TONES = {
    Outcome.APPROVE: Tone.OK,
    Outcome.LOOK_CLOSER: Tone.WARN,
    Outcome.REJECT: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the queue in words and marks.

    Attributes:
        title: who is claimed, or the file's name.
        tone: of the mark.
        icon: the mark's shape.
        words: advice while undecided, else the verdict.
        file: kind and file name, or that nobody is claimed.
        brief: in place of the words where they would be cut: the mark alone says that it is rejected.
    """

    title: str
    tone: Tone
    icon: Icon
    words: str
    file: str
    brief: str = ""


def told(row: SubmissionRow) -> Line:
    """The words and marks of a line."""
    tone, icon, words = _mark(row)
    kind = capital(tr(KIND_WORDS[row.kind]))
    brief = ""
    if row.verdict is Verdict.REJECTED and row.reason is not None:
        brief = tr(REASON_WORDS[row.reason])
    if not row.claimed:
        # Rows that all say "nobody claimed" could not be told apart.
        return Line(row.file_name, tone, icon, words, tr("{kind} · nobody claimed", kind=kind), brief)
    return Line(row.claimed, tone, icon, words, f"{kind} · {row.file_name}", brief)


def _mark(row: SubmissionRow) -> tuple[Tone, Icon, str]:
    match row.verdict:
        case Verdict.APPROVED:
            return Tone.OK, Icon.CHECK, tr(VERDICT_WORDS[row.verdict])
        case Verdict.REJECTED:
            return Tone.BAD, Icon.CLOSE, tr(verdict_line(row.verdict, reason=row.reason))
        case Verdict.SKIPPED:
            if row.reason is Reason.ASK:
                return Tone.NEUTRAL, Icon.ASK, tr("waits for a colleague")
            return Tone.NEUTRAL, Icon.SKIPPED, tr(VERDICT_WORDS[row.verdict])
        case Verdict.WITHDRAWN:
            return Tone.NEUTRAL, Icon.WITHDRAWN, tr(VERDICT_WORDS[row.verdict])
        case Verdict.UNDECIDED:
            return _advice_mark(row)


def _advice_mark(row: SubmissionRow) -> tuple[Tone, Icon, str]:
    if row.state is AnalysisState.PENDING and row.advice is None:
        return Tone.NEUTRAL, Icon.WAITING, tr("waiting for analysis")
    if row.advice is None:
        return Tone.NEUTRAL, Icon.WAITING, tr("not assessed yet")
    tone = OUTCOME_TONES[row.advice.outcome]
    if row.advice.outcome is Outcome.APPROVE:
        words = tr(OUTCOME_WORDS[row.advice.outcome])
    elif row.advice.reason is Reason.OTHER:
        words = tr(OUTCOME_WORDS[Outcome.LOOK_CLOSER]) if row.claimed else tr("who is it?")
    else:
        words = tr(REASON_WORDS[row.advice.reason]) if row.advice.reason is not None else ""
        if row.advice.outcome is Outcome.LOOK_CLOSER:
            words = tr("{reason}?", reason=words)
    # Of somebody who is claimed, another reason has nothing to do with the number.
    telling = row.advice.reason in (None, Reason.NOT_CLAIMED, Reason.AMBIGUOUS)
    telling = telling or (row.advice.reason is Reason.OTHER and not row.claimed)
    if row.distance is not None and telling:
        words = f"{words} · {row.distance:.2f}"
    return tone, TONE_ICONS[tone], words
