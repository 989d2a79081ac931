"""What the keys of the review page do."""

from collections.abc import Callable, Mapping
from functools import partial

from curator.engine.records import Reason, Verdict
from curator.ui.keyboard.commands import Name
from curator.ui.window.review_page import ReviewPage

Act = Callable[[ReviewPage], None]

_REASON_COMMANDS = {
    Name.NOT_CLAIMED: Reason.NOT_CLAIMED,
    Name.SEVERAL_FACES: Reason.SEVERAL_FACES,
    Name.NO_FACE: Reason.NO_FACE,
    Name.DUPLICATE: Reason.DUPLICATE,
    Name.UNSAFE: Reason.UNSAFE,
}
_TOOLS = (
    Name.CLAIM,
    Name.NOTE,
    Name.NEXT_PORTRAIT,
    Name.PREVIOUS_PORTRAIT,
    Name.NEXT_FACE,
    Name.PREVIOUS_FACE,
    Name.BOXES,
    Name.LANDMARKS,
    Name.DRAW_FACE,
    Name.NOT_A_FACE,
    Name.COMPARE,
    Name.FLICKER,
    Name.COPIES,
    Name.ZOOM_IN,
    Name.ZOOM_OUT,
    Name.FIT,
    Name.ACTUAL,
)
"""Commands of the desk itself, which also have a button there."""


def desk_commands() -> Mapping[Name, Act]:
    """Every command that needs the review page, with what it does there."""
    acts: dict[Name, Act] = {
        Name.APPROVE: partial(_decide, verdict=Verdict.APPROVED),
        Name.APPROVE_AS: ReviewPage.approve_as,
        Name.REJECT: ReviewPage.reject_as_advised,
        Name.SKIP: partial(_decide, verdict=Verdict.SKIPPED),
        Name.ASK: partial(_decide, verdict=Verdict.SKIPPED, reason=Reason.ASK),
        Name.WITHDRAW: ReviewPage.withdraw,
        Name.PROMOTE: ReviewPage.promote,
        Name.UNDO: ReviewPage.undo,
        Name.REDO: ReviewPage.redo,
        Name.NEXT: lambda page: page.step(1),
        Name.PREVIOUS: lambda page: page.step(-1),
        Name.NEXT_UNDECIDED: lambda page: page.step(1, undecided=True),
        Name.PREVIOUS_UNDECIDED: lambda page: page.step(-1, undecided=True),
        Name.SEARCH: ReviewPage.search,
        Name.FILTERS: ReviewPage.open_filters,
        Name.GRID: ReviewPage.toggle_grid,
        Name.KIND: ReviewPage.toggle_kind,
    }
    acts |= {
        name: partial(_decide, verdict=Verdict.REJECTED, reason=reason)
        for name, reason in _REASON_COMMANDS.items()
    }
    return acts | {name: partial(_use, name=name) for name in _TOOLS}


def _decide(page: ReviewPage, *, verdict: Verdict, reason: Reason | None = None) -> None:
    page.decide(verdict, reason)


def _use(page: ReviewPage, *, name: Name) -> None:
    page.act(name)
