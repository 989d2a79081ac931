"""The command that brings in what was decided in another copy of the catalogue."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from curator.cli.call import Call, curator_name
from curator.engine.catalogue import Catalogue
from curator.engine.merging import merging
from curator.engine.merging.merging import Merged
from curator.engine.merging.source import take
from curator.engine.merging.words import LIST_NAME, merged_lines, plan_lines

_MOST_NUMBERS = 20


def merge(call: Call, options: argparse.Namespace) -> int:
    """Brings decisions in; without a yes it only says which."""
    by = curator_name(options.by)
    # Tells whoever names no catalogue so, as every command does.
    call.read().close()
    with take(call.folder, Path(options.path).expanduser()) as source:
        plan = merging.look(call.folder, source, progress=_told(call, "Comparing"))
        call.progress.clear()
        for line in plan_lines(plan):
            print(line)
        if not options.yes:
            print("Nothing was changed. Add --yes to bring this in.")
            return 0
        with call.open() as catalogue:
            merged = merging.merge(catalogue, source, by=by, progress=_told(call, "Bringing in"))
            call.progress.clear()
            for line in merged_lines(merged, pictures=plan.pictures):
                print(line, flush=True)
            _keep_list(catalogue, merged)
    return 0


def _keep_list(catalogue: Catalogue, merged: Merged) -> None:
    name = LIST_NAME.filled(when=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    if merging.keep_list(catalogue, merged.counted, name=name):
        left = merged.counted.left
        numbers = ", ".join(f"{one}" for one in left[:_MOST_NUMBERS])
        more = " and others" if len(left) > _MOST_NUMBERS else ""
        print(f"For a person to decide, in the window’s saved filters as “Left by a merge”: {numbers}{more}.")


def _told(call: Call, words: str) -> Callable[[int, int], None]:
    return lambda done, total: call.progress.show(words, done=done, total=total)
