"""Says when and by whom a decision was made that came from another copy of the catalogue."""

from collections.abc import Mapping
from datetime import date, datetime

from curator.engine.catalogue.foreign_rows import MERGED
from curator.engine.records import Decision
from curator.ui.language import tr
from curator.ui.moments import day_and_time


def merged_words(decision: Decision, *, today: date | None = None) -> str:
    """``Ben, 3 Mar, 14:02, in another copy; brought in 5 Mar, 09:30 by Ann``; empty for all others.

    Args:
        decision: the row; its own time is when it was brought in.
        today: the day from which years are told; now when None.
    """
    told = decision.seen.get(MERGED)
    if not isinstance(told, Mapping):
        return ""
    try:
        decided_at = datetime.fromisoformat(str(told.get("decided_at")))
    except ValueError:
        return ""
    when, then = (day_and_time(one, today=today) for one in (decided_at, decision.decided_at))
    by = told.get("by")
    if not by:
        # Erased with the words beside the log.
        return tr(
            "{curator}, {when}, in another copy; brought in {then}",
            curator=decision.curator,
            when=when,
            then=then,
        )
    return tr(
        "{curator}, {when}, in another copy; brought in {then} by {name}",
        curator=decision.curator,
        when=when,
        then=then,
        name=by,
    )
