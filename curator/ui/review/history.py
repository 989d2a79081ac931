"""Tells the log of one submission in words: who did what, and what was taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from curator.engine.catalogue import CLAIM, REDO, UNDO
from curator.engine.records import Decision, DecisionId, Origin, Reason, Verdict
from curator.engine.wording import REASON_WORDS
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.review.findings import SaidLine
from curator.ui.review.moments import day_and_time
from curator.ui.review.sections import Section
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
    Origin.BULK: "with several at once",
    Origin.MERGE: "from a merged catalogue",
    Origin.RULE: "by a rule",
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
        super().__init__("History", parent=parent)

    def show_history(self, history: Sequence[Decision]) -> None:
        """Show the rows of a dossier's history, which come oldest first."""
        rows = []
        for told in (tell(decision, history=history) for decision in reversed(history)):
            words = f"{told.words}\n“{told.note}”" if told.note else told.words
            rows.append(SaidLine(words, detail=told.detail, tone=told.tone, image=told.image))
        self.set_rows(rows)


def verdict_words(verdict: Verdict, reason: Reason | None) -> str:
    """A verdict with its reason: ``rejected: no face``, ``set aside for a colleague``."""
    if reason is Reason.ASK:
        return "set aside for a colleague"
    words = "opened again" if verdict is Verdict.UNDECIDED else verdict.value
    return words if reason is None else f"{words}: {REASON_WORDS[reason]}"


def tell(decision: Decision, *, history: Sequence[Decision], today: date | None = None) -> Told:
    """Put a logged row into words.

    Args:
        decision: the row.
        history: the rows of the same submission, among which the undone one is looked up.
        today: the day from which years are told; now when None.
    """
    who = ", ".join(
        part
        for part in (
            decision.curator,
            day_and_time(decision.decided_at, today=today),
            _ORIGINS[decision.origin],
        )
        if part
    )
    if decision.action in (UNDO, REDO):
        original = _original(decision, rows={row.id: row for row in history})
        what = _what(original) if original is not None else "an earlier step"
        words = f"Took back “{what}”" if decision.action == UNDO else f"Did again “{what}”"
        image = Icon.UNDO if decision.action == UNDO else Icon.REDO
        return Told(words, who, decision.note, Tone.NEUTRAL, image)
    tone, image = (Tone.NEUTRAL, Icon.EDIT) if decision.action == CLAIM else _look(decision)
    words = _what(decision)
    return Told(words[:1].upper() + words[1:], who, decision.note, tone, image)


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
    standing = [row for row in history if row.action not in (UNDO, REDO, CLAIM) and row.id not in undone]
    return standing[-1] if standing else None


def look_of(verdict: Verdict, reason: Reason | None) -> tuple[Tone, Icon]:
    """The tone and the icon of a verdict."""
    return (Tone.NEUTRAL, Icon.ASK) if reason is Reason.ASK else _LOOKS[verdict]


def _look(decision: Decision) -> tuple[Tone, Icon]:
    return look_of(decision.verdict, decision.reason)


def _what(decision: Decision) -> str:
    if decision.action != CLAIM:
        return verdict_words(decision.verdict, decision.reason)
    before, after = (_claimed(decision.change.get(side)) for side in ("before", "after"))
    return f"claim corrected: {before} → {after}"


def _claimed(told: object) -> str:
    """The name in one side of a corrected claim, as the log keeps it."""
    if not isinstance(told, Mapping):
        return "nobody"
    return f"{told.get('given_name', '')} {told.get('surname', '')}".strip() or "nobody"


def _original(decision: Decision, *, rows: Mapping[DecisionId, Decision]) -> Decision | None:
    """The decision that an undo or a redo is about: redo rows name the undo row."""
    found: Decision | None = decision
    while found is not None and found.action in (UNDO, REDO):
        found = rows.get(found.undoes) if found.undoes is not None else None
    return found
