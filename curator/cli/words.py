"""Small wordings that several commands share."""

from curator.engine.records import Advice, AnalysisState
from curator.engine.wording import OUTCOME_WORDS, REASON_WORDS


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it belongs."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def advice_words(advice: Advice | None, *, state: AnalysisState) -> str:
    """What is advised, with the reason; that it waits while the analysis is to come."""
    if state is AnalysisState.PENDING or advice is None:
        return "waiting"
    words = OUTCOME_WORDS[advice.outcome]
    return words if advice.reason is None else f"{words}: {REASON_WORDS[advice.reason]}"
