"""The command that exports the approved set."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from curator.cli.background import Interrupts
from curator.cli.call import Call, curator_name
from curator.cli.words import counted
from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.export import LANGUAGES, ExportOptions, ExportPlan, WorkerRenderer
from curator.engine.privacy import erasing
from curator.engine.text import clean_line

_LONGEST_NAME = 80
_LONGEST_OPTION = 300


def add_options(command: argparse.ArgumentParser) -> None:
    """Adds what an export may hold to its command; what is not typed stays as it was the last time."""
    chosen = command.add_argument_group("what is kept for the next time")
    both = argparse.BooleanOptionalAction
    chosen.add_argument("--gallery", action=both, default=None, help="write the gallery as well")
    chosen.add_argument(
        "--languages", metavar="LIST", type=_languages, help=f"of the gallery, some of {','.join(LANGUAGES)}"
    )
    chosen.add_argument("--title", metavar="TEXT", type=_line, help="of the gallery; empty for the usual one")
    chosen.add_argument("--credit", metavar="TEXT", type=_line, help="who is named as the pictures' source")
    chosen.add_argument(
        "--licence", metavar="TEXT", type=_line, help="under which they may be used: a name or an address"
    )
    chosen.add_argument("--sign", action=both, default=None, help="sign deepfakes (C2PA)")


def export_approved(call: Call, options: argparse.Namespace) -> int:
    """Writes the approved set into a folder, whole or not at all; a dry run only says what it would hold.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl+C, and nothing was changed.
    """
    folder = Path(options.folder).absolute()
    if options.dry_run:
        with call.read() as catalogue:
            planned = export.plan(catalogue, folder=folder, options=_chosen(catalogue, options))
        print(f"The export would hold {_numbers(planned)}.")
        _print_details(planned, notices=planned.notices)
        return 0
    by = curator_name(options.by)
    with call.background() as background, Interrupts() as interrupts:
        workspace = background.workspace
        # Nobody else has it open: what was interrupted is gone on with, and not exported by half.
        erasing.finish(call.folder)
        erasing.refuse_while_unfinished(call.folder)
        chosen = _chosen(workspace.catalogue, options)
        planned = export.plan(workspace.catalogue, folder=folder, options=chosen)
        if planned.estrangement and not options.anyway:
            raise CuratorError(
                planned.estrangement,
                advice="Look at them first. Add --anyway to export all the same. Nothing was changed.",
            )

        def cancelled() -> bool:
            return interrupts.pressed

        export.begin(workspace.catalogue, folder)
        try:
            summary = export.write(
                planned,
                folder=folder,
                renderer=WorkerRenderer(workspace.workers, media=workspace.media, cancelled=cancelled),
                progress=lambda done, total: call.progress.show("Exporting", done=done, total=total),
                cancelled=cancelled,
                anyway=options.anyway,
            )
        finally:
            call.progress.clear()
        if summary is None:
            raise KeyboardInterrupt
        export.record(workspace.catalogue, summary, curator=by)
        export.keep_options(workspace.catalogue, planned.options)
    print(f"Exported {_numbers(planned)}, to {summary.folder}")
    _print_details(planned, notices=summary.notices)
    return 0


def _chosen(catalogue: Catalogue, options: argparse.Namespace) -> ExportOptions:
    """What was typed, and for the rest what the catalogue keeps."""
    typed = {
        "gallery": options.gallery,
        "languages": options.languages,
        "title": options.title,
        "credit": options.credit,
        "licence": options.licence,
        "signed": options.sign,
    }
    told: dict[str, Any] = {name: value for name, value in typed.items() if value is not None}
    return replace(export.options_of(catalogue), **told)


def _languages(text: str) -> tuple[str, ...]:
    wanted = {one.strip().lower() for one in text.split(",") if one.strip()}
    if not wanted or not wanted <= set(LANGUAGES):
        raise argparse.ArgumentTypeError(f"“{text}” is no list of {', '.join(LANGUAGES)}.")
    return tuple(one for one in LANGUAGES if one in wanted)


def _line(text: str) -> str:
    return clean_line(text, limit=_LONGEST_OPTION) if text else ""


def _numbers(planned: ExportPlan) -> str:
    return (
        f"{counted(len(planned.entries), 'picture')}: {len(planned.added)} added,"
        f" {len(planned.changed)} changed, {len(planned.unchanged)} unchanged; {_gone(planned)}"
    )


def _gone(planned: ExportPlan) -> str:
    removed = len(planned.removed) - len(planned.withdrawn)
    return f"{len(planned.withdrawn)} withdrawn, {removed} removed"


def _print_details(planned: ExportPlan, *, notices: tuple[str, ...]) -> None:
    for word, some in (("removed", planned.removed), ("left out", planned.skipped)):
        for one in some:
            name = f" ({clean_line(one.name, limit=_LONGEST_NAME)})" if one.name else ""
            # "withdrawn: asked to be taken down" names itself.
            what = "" if one.is_withdrawn else f"{word}, "
            print(f"  {one.id}{name}: {what}{one.why}")
    if planned.left_out:
        told = ", ".join(f"{count} {words}" for words, count in planned.left_out.items())
        print(f"Not in it: {told}.")
    for notice in notices:
        print(notice)
