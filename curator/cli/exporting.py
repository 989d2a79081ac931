"""The command that exports the approved set."""

import argparse
from pathlib import Path

from curator.cli.background import Interrupts
from curator.cli.call import Call, curator_name
from curator.cli.words import counted
from curator.engine import export
from curator.engine.export import ExportPlan, WorkerRenderer
from curator.engine.text import clean_line

_LONGEST_NAME = 80


def export_approved(call: Call, options: argparse.Namespace) -> int:
    """Writes the approved set into a folder, whole or not at all; a dry run only says what it would hold.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl+C, and nothing was changed.
    """
    if options.dry_run:
        with call.read() as catalogue:
            planned = export.plan(catalogue)
        print(f"The export would hold {_numbers(planned)}.")
        _print_details(planned)
        return 0
    by = curator_name(options.by)
    with call.background() as background, Interrupts() as interrupts:
        workspace = background.workspace
        planned = export.plan(workspace.catalogue)

        def cancelled() -> bool:
            return interrupts.pressed

        try:
            summary = export.write(
                planned,
                folder=Path(options.folder).absolute(),
                renderer=WorkerRenderer(workspace.workers, media=workspace.media, cancelled=cancelled),
                progress=lambda done, total: call.progress.show("Exporting", done=done, total=total),
                cancelled=cancelled,
            )
        finally:
            call.progress.clear()
        if summary is None:
            raise KeyboardInterrupt
        export.record(workspace.catalogue, summary, curator=by)
    print(f"Exported {_numbers(planned)}, to {summary.folder}")
    _print_details(planned)
    return 0


def _numbers(planned: ExportPlan) -> str:
    return (
        f"{counted(len(planned.entries), 'picture')}: {len(planned.added)} added,"
        f" {len(planned.changed)} changed, {len(planned.unchanged)} unchanged; {len(planned.removed)} removed"
    )


def _print_details(planned: ExportPlan) -> None:
    for word, some in (("removed", planned.removed), ("left out", planned.skipped)):
        for one in some:
            name = f" ({clean_line(one.name, limit=_LONGEST_NAME)})" if one.name else ""
            print(f"  {word}: {one.id}{name}, {one.why}")
    if planned.left_out:
        told = ", ".join(f"{count} {words}" for words, count in planned.left_out.items())
        print(f"Not in it: {told}.")
    for notice in planned.notices:
        print(notice)
