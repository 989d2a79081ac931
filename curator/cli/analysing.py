"""Commands that let the workers look at what waits: reference portraits first, then submissions."""

import argparse
from collections import Counter
from collections.abc import Sequence
from time import monotonic

from curator.cli.background import Background
from curator.cli.call import EVERYTHING, Call
from curator.cli.words import counted
from curator.engine.catalogue import Catalogue, SubmissionRow
from curator.engine.records import AnalysisState, Outcome, PortraitId, PortraitState, SubmissionId
from curator.engine.text import clean_line
from curator.engine.wording import OUTCOME_WORDS
from curator.engine.workspace import Tick

_ROWS_AT_ONCE = 500
_LONGEST_LINE = 400


def analyse(call: Call, options: argparse.Namespace) -> int:
    """Analyses everything that waits."""
    with call.background() as background:
        catalogue = background.workspace.catalogue
        waiting = [one for one, _ in catalogue.submissions.pending(limit=EVERYTHING)]
        portraits = _pending_portraits(catalogue)
        started = monotonic()

        def tell(tick: Tick) -> None:
            if call.progress.due:
                left = catalogue.submissions.counts().pending + len(_pending_portraits(catalogue))
                total = len(waiting) + len(portraits)
                call.progress.show("Analysing", done=total - left, total=total)

        try:
            background.begin_analysis()
            background.finish(tell)
        finally:
            call.progress.clear()
            _print_portraits(catalogue, portraits)
            _print_submissions(catalogue, waiting, seconds=monotonic() - started)
    return 0


def analyse_portraits(background: Background, *, call: Call) -> None:
    """Analyses the reference portraits that wait, and ranks the undecided submissions anew."""
    workspace = background.workspace
    portraits = _pending_portraits(workspace.catalogue)
    if not portraits:
        # New names alone may be whom submissions already claim.
        workspace.analysis.portraits_changed()

    def tell(tick: Tick) -> None:
        if call.progress.due:
            left = len(_pending_portraits(workspace.catalogue))
            call.progress.show("Looking at portraits", done=len(portraits) - left, total=len(portraits))
        if not workspace.catalogue.politicians.pending_portraits(limit=1):
            # The submissions that wait are left to the command that is there for them.
            workspace.analysis.pause()

    try:
        if portraits:
            background.begin_analysis()
        background.finish(tell)
    finally:
        call.progress.clear()
        _print_portraits(workspace.catalogue, portraits)


def rows_of(catalogue: Catalogue, ids: Sequence[SubmissionId]) -> dict[SubmissionId, SubmissionRow]:
    """The lines of many submissions, a few hundred a query."""
    rows: dict[SubmissionId, SubmissionRow] = {}
    for first in range(0, len(ids), _ROWS_AT_ONCE):
        rows |= catalogue.submissions.rows(ids[first : first + _ROWS_AT_ONCE])
    return rows


def _pending_portraits(catalogue: Catalogue) -> frozenset[PortraitId]:
    return frozenset(
        one.id for one in catalogue.politicians.portraits() if one.state is PortraitState.PENDING
    )


def _print_portraits(catalogue: Catalogue, looked_at: frozenset[PortraitId]) -> None:
    if not looked_at:
        return
    portraits = [one for one in catalogue.politicians.portraits() if one.id in looked_at]
    states = Counter(one.state for one in portraits)
    waiting = states[PortraitState.PENDING]
    print(
        f"Looked at {counted(len(portraits) - waiting, 'reference portrait')}:"
        f" {states[PortraitState.ACCEPTED]} accepted, {states[PortraitState.REFUSED]} refused"
        + (f"; {waiting} still wait." if waiting else ".")
    )
    for one in portraits:
        if one.state is PortraitState.REFUSED:
            whose = catalogue.politicians.get(one.politician_id).full_name
            print(f"  {clean_line(f'{one.file_name} ({whose}): {one.refusal}', limit=_LONGEST_LINE)}")


def _print_submissions(catalogue: Catalogue, waited: Sequence[SubmissionId], *, seconds: float) -> None:
    if not waited:
        print("No submission waits for its analysis.")
        return
    rows = rows_of(catalogue, waited)
    done = [row for row in rows.values() if row.state is not AnalysisState.PENDING]
    outcomes = Counter(row.advice.outcome for row in done if row.advice is not None)
    told = ", ".join(f"{outcomes[outcome]} {OUTCOME_WORDS[outcome]}" for outcome in Outcome)
    print(f"Analysed {counted(len(done), 'submission')} in {seconds:.1f} s: {told}.")
    unreadable = [row for row in done if row.state is AnalysisState.UNREADABLE]
    if unreadable:
        print(f"{counted(len(unreadable), 'picture')} could not be read:")
    for row in unreadable:
        why = catalogue.submissions.get(row.id).unreadable
        print(f"  {row.id} {clean_line(f'{row.file_name}: {why}', limit=_LONGEST_LINE)}")
    if len(done) < len(waited):
        print(f"{len(waited) - len(done)} still wait. Run “curator analyse” again.")
