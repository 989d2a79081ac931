"""What the keys of the review desk do."""

from collections.abc import Callable, Mapping
from functools import partial

from curator.engine.records import Reason, Verdict
from curator.ui.commands import Name
from curator.ui.review_page import ReviewPage

Act = Callable[[ReviewPage], None]

_REASON_COMMANDS = {
    Name.NOT_CLAIMED: Reason.NOT_CLAIMED,
    Name.SEVERAL_FACES: Reason.SEVERAL_FACES,
    Name.NO_FACE: Reason.NO_FACE,
    Name.DUPLICATE: Reason.DUPLICATE,
    Name.UNSAFE: Reason.UNSAFE,
}


def desk_commands() -> Mapping[Name, Act]:
    """Every command that needs the review page, with what it does there."""
    acts: dict[Name, Act] = {
        Name.APPROVE: lambda page: page.decide(Verdict.APPROVED, None),
        Name.REJECT: ReviewPage.reject_as_advised,
        Name.SKIP: lambda page: page.decide(Verdict.SKIPPED, None),
        Name.ASK: lambda page: page.decide(Verdict.SKIPPED, Reason.ASK),
        Name.UNDO: ReviewPage.undo,
        Name.REDO: ReviewPage.redo,
        Name.NEXT: lambda page: page.queue.step(1),
        Name.PREVIOUS: lambda page: page.queue.step(-1),
        Name.NEXT_UNDECIDED: lambda page: page.queue.step_undecided(1),
        Name.PREVIOUS_UNDECIDED: lambda page: page.queue.step_undecided(-1),
        Name.SEARCH: lambda page: page.queue.focus_search(),
        Name.CLAIM: lambda page: page.desk.evidence.correct_claim(),
        Name.NEXT_PORTRAIT: lambda page: page.desk.evidence.step_portrait(1),
        Name.PREVIOUS_PORTRAIT: lambda page: page.desk.evidence.step_portrait(-1),
        Name.BOXES: lambda page: page.desk.toggle_boxes(),
        Name.LANDMARKS: lambda page: page.desk.toggle_landmarks(),
        Name.ZOOM_IN: lambda page: page.desk.canvas.zoom_in(),
        Name.ZOOM_OUT: lambda page: page.desk.canvas.zoom_out(),
        Name.FIT: lambda page: page.desk.canvas.zoom_fit(),
        Name.ACTUAL: lambda page: page.desk.canvas.zoom_actual(),
    }
    return acts | {name: partial(_reject, reason=reason) for name, reason in _REASON_COMMANDS.items()}


def _reject(page: ReviewPage, *, reason: Reason) -> None:
    page.decide(Verdict.REJECTED, reason)
