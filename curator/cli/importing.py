"""Commands that bring something in: submissions, and politicians with their reference portraits."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from curator.cli.analysing import analyse_portraits
from curator.cli.background import Background
from curator.cli.call import Call
from curator.cli.words import counted
from curator.engine.errors import CuratorError
from curator.engine.ordinary_files import shown_name
from curator.engine.receiving import Summary
from curator.engine.records import Kind
from curator.engine.text import clean_line
from curator.engine.workspace import Tick

_LONGEST_LINE = 400


def import_submissions(call: Call, options: argparse.Namespace) -> int:
    """Files pictures as submissions; going on first with a load that was interrupted."""
    paths = tuple(Path(path).absolute() for path in options.paths)
    _refuse_missing(paths)
    kind = Kind(options.kind)
    with call.background(create=True) as background:
        workspace = background.workspace
        interrupted = workspace.catalogue.journals.unfinished_loads()
        if interrupted:
            print("A load was interrupted last time. Curator goes on with it.")
        workspace.loads.go_on()
        if all((load.paths, load.kind) != (paths, kind) for load in interrupted):
            workspace.loads.load(paths, kind=kind)
        if finish_loads(background, call=call, what="picture"):
            print("Analyse them with “curator analyse”.")
    return 0


def import_politicians(call: Call, options: argparse.Namespace) -> int:
    """Takes in a folder tree or a table of the index, and looks at the portraits at once."""
    path = Path(options.path).absolute()
    _refuse_missing((path,))
    with call.background(create=True) as background:
        catalogue = background.workspace.catalogue
        before = len(catalogue.politicians.all())
        background.workspace.loads.import_people(path)
        finish_loads(background, call=call, what="reference portrait", refused="rows and files refused")
        now = len(catalogue.politicians.all())
        print(f"{counted(now, 'politician')} in the index, {now - before} of them new.")
        analyse_portraits(background, call=call)
    return 0


def _refuse_missing(paths: Sequence[Path]) -> None:
    """Refuses what was mistyped before a catalogue is made for it."""
    for path in paths:
        if not os.path.lexists(path):
            raise CuratorError(
                f"There is no {clean_line(str(path), limit=_LONGEST_LINE)}.", advice="Check the path."
            )


def finish_loads(background: Background, *, call: Call, what: str, refused: str = "refused") -> int:
    """Waits for the loads and says how they ended; a stopped load is closed in the journal.

    Args:
        background: with the loads under way.
        call: whose progress line is shown.
        what: is loaded, for one of them.
        refused: before the number of what was not taken in.

    Returns:
        How many are new.

    Raises:
        CuratorError: a load failed; what was loaded stays.
        KeyboardInterrupt: somebody pressed Ctrl+C.
    """
    summaries: list[Summary] = []

    def tell(tick: Tick) -> None:
        summaries.extend(end.summary for end in tick.ended)
        loading = background.workspace.loads.progress
        if loading is not None:
            call.progress.show("Loading", done=loading.done, total=loading.total)

    try:
        background.finish(tell)
    except KeyboardInterrupt:
        # Who stops a load does not want to find it running the next time.
        background.workspace.loads.cancel()
        background.finish(tell)
        raise
    finally:
        call.progress.clear()
        for summary in summaries:
            _print(summary, what=what, refused=refused)
    for summary in summaries:
        if summary.failure is not None:
            raise summary.failure
    return sum(summary.loaded for summary in summaries)


def _print(summary: Summary, *, what: str, refused: str) -> None:
    stopped = " before it was stopped" if summary.cancelled else ""
    print(
        f"Loaded {counted(summary.loaded, f'new {what}')}{stopped};"
        f" already there: {summary.already}, {refused}: {len(summary.refused)}."
    )
    for one in summary.refused:
        # Some sentences name the file, in quotation marks, and some only say what is wrong with it.
        name = shown_name(one.path)
        said = one.sentence if name in one.sentence else f"{name}: {one.sentence}"
        print(f"  {clean_line(said, limit=_LONGEST_LINE)}")
    for warning in summary.warnings:
        print(f"  {clean_line(warning, limit=_LONGEST_LINE)}")
