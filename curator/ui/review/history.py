"""Tells the log of one submission in words: who did what, and what was taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from curator.engine.catalogue import CLAIM, DECIDE, PROMOTE, REDO, UNDO
from curator.engine.records import Decision, DecisionId, Making, Origin, Reason, Verdict
from curator.engine.said import Said, said
from curator.engine.wording import consequence_line, hand_work_line, making_of, verdict_line
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.language import capital, tr
from curator.ui.merged import merged_words
from curator.ui.moments import day_and_time
from curator.ui.review.findings import SaidLine
from curator.ui.review.sections import Section
from curator.ui.theme import Tone

_LOOKS: Mapping[Verdict, tuple[Tone, Icon]] = {
    Verdict.APPROVED: (Tone.OK, TONE_ICONS[Tone.OK]),
    Verdict.REJECTED: (Tone.BAD, TONE_ICONS[Tone.BAD]),
    Verdict.SKIPPED: (Tone.NEUTRAL, Icon.SKIPPED),
    Verdict.WITHDRAWN: (Tone.NEUTRAL, Icon.WITHDRAWN),
    Verdict.UNDECIDED: (Tone.NEUTRAL, Icon.WAITING),
}
_ORIGINS: Mapping[Origin, Said] = {
    Origin.BULK: said("with several at once"),
    Origin.MERGE: said("from another copy"),
    Origin.RULE: said("by a rule"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A logged row in words.

    Attributes:
        words: what was done.
        detail: who, when, and in what way.
        note: what the curator wrote beside it; submitted text, shown as plain text.
        tone: of the icon.
        image: the icon.
    """

    words: str
    detail: str
    note: str
    tone: Tone
    image: Icon


class HistorySection(Section):
    """Earlier decisions, the newest first."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("History"), parent=parent)

    def show_history(self, history: Sequence[Decision]) -> None:
        """Show the rows of a dossier's history, which come oldest first."""
        rows = []
        for told in (tell(decision, history=history) for decision in reversed(history)):
            words = f"{told.words}\n{tr('“{note}”', note=told.note)}" if told.note else told.words
            rows.append(SaidLine(words, detail=told.detail, tone=told.tone, image=told.image))
        self.set_rows(rows)


def verdict_words(verdict: Verdict, reason: Reason | None, making: Making | None = None) -> str:
    """A verdict with its reason or making: ``rejected: no face``, ``approved as a montage``."""
    if reason is Reason.ASK:
        return tr("set aside for a colleague")
    if verdict is Verdict.UNDECIDED and reason is None:
        return tr("opened again")
    return tr(verdict_line(verdict, reason=reason, making=making))


def tell(decision: Decision, *, history: Sequence[Decision], today: date | None = None) -> Told:
    """Put a logged row into words.

    Args:
        decision: the row.
        history: the rows of the same submission, among which the undone one is looked up.
        today: the day from which years are told; now when None.
    """
    who = merged_words(decision, today=today) or ", ".join(
        part
        for part in (
            decision.curator,
            day_and_time(decision.decided_at, today=today),
            tr(_ORIGINS.get(decision.origin, "")),
        )
        if part
    )
    if decision.action in (UNDO, REDO):
        original = _original(decision, rows={row.id: row for row in history})
        what = _what(original) if original is not None else tr("an earlier step")
        words = (
            tr("Took back “{what}”", what=what)
            if decision.action == UNDO
            else tr("Did again “{what}”", what=what)
        )
        image = Icon.UNDO if decision.action == UNDO else Icon.REDO
        return Told(words, who, decision.note, Tone.NEUTRAL, image)
    tone, image = _look(decision)
    ended = consequence_line(decision)
    words = _what(decision) if ended is None else tr("{what}; {ended}", what=_what(decision), ended=ended)
    return Told(capital(words), who, decision.note, tone, image)


def in_force(history: Sequence[Decision]) -> Decision | None:
    """The row that gave the verdict now in force, or None when nothing stands.

    Args:
        history: of one submission, oldest first.
    """
    rows = {row.id: row for row in history}
    undone: set[DecisionId] = set()
    for row in history:
        original = _original(row, rows=rows)
        if row.action == UNDO and original is not None:
            undone.add(original.id)
        elif row.action == REDO and original is not None:
            undone.discard(original.id)
    standing = [row for row in history if row.action == DECIDE and row.id not in undone]
    return standing[-1] if standing else None


def look_of(verdict: Verdict, reason: Reason | None) -> tuple[Tone, Icon]:
    """The tone and the icon of a verdict."""
    return (Tone.NEUTRAL, Icon.ASK) if reason is Reason.ASK else _LOOKS[verdict]


def _look(decision: Decision) -> tuple[Tone, Icon]:
    if decision.action == PROMOTE:
        return Tone.NEUTRAL, Icon.POLITICIANS
    if decision.action == CLAIM or hand_work_line(decision) is not None:
        return Tone.NEUTRAL, Icon.EDIT
    return look_of(decision.verdict, decision.reason)


def _what(decision: Decision) -> str:
    corrected = hand_work_line(decision)
    if corrected is not None:
        return tr(corrected)
    if decision.action != CLAIM:
        return verdict_words(decision.verdict, decision.reason, making_of(decision))
    before, after = (_claimed(decision.change.get(side)) for side in ("before", "after"))
    return tr("claim corrected: {before} → {after}", before=before, after=after)


def _claimed(told: object) -> str:
    """The name in one side of a corrected claim, as the log keeps it."""
    if not isinstance(told, Mapping):
        return tr("nobody")
    return f"{told.get('given_name', '')} {told.get('surname', '')}".strip() or tr("nobody")


def _original(decision: Decision, *, rows: Mapping[DecisionId, Decision]) -> Decision | None:
    """The decision that an undo or a redo is about: redo rows name the undo row."""
    found: Decision | None = decision
    while found is not None and found.action in (UNDO, REDO):
        found = rows.get(found.undoes) if found.undoes is not None else None
    return found
