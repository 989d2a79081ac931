"""Where the desk stands in the list, and who comes next, also when what is on the desk left the list."""

from curator.engine.records import SubmissionId
from curator.ui.queue.model import QueueModel


def beside(model: QueueModel, current: SubmissionId | None, *, by: int) -> int:
    """The place one step from what is on the desk.

    Args:
        model: the list, which marks who is on the desk.
        current: who is on the desk; it may have left the list meanwhile.
        by: 1 for the next, -1 for the one before.
    """
    if current is None:
        return 0
    place = model.place_of(current)
    if place is not None:
        return place + by
    gap = model.gap(current)
    if gap is None:
        return 0
    return gap if by > 0 else gap - 1


def next_to(model: QueueModel, submission_id: SubmissionId) -> SubmissionId | None:
    """The first undecided submission after one, else the last before it."""
    place = model.place_of(submission_id)
    gap = model.gap(submission_id) if place is None else None
    # It may be on the desk without ever being listed, after a search or a filter.
    after = place if place is not None else -1 if gap is None else gap - 1
    before = after + 1 if place is None else after
    following = model.nearest_undecided(after, by=1)
    return following if following is not None else model.nearest_undecided(before, by=-1)
