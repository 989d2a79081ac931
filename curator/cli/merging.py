"""The command that brings in what was decided in another copy of the catalogue."""

import argparse
from collections.abc import Callable
from pathlib import Path

from curator.cli.call import Call, curator_name
from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.merging import merging
from curator.engine.merging.merging import Merged
from curator.engine.merging.source import take
from curator.engine.merging.words import merged_lines, plan_lines
from curator.engine.records import Submission
from curator.engine.text import clean_line
from curator.engine.wording import DECIDED_ELSEWHERE, elsewhere_lines, verdict_line

_MOST_LINES, _LONGEST_NOTE = 20, 200


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
    left = merging.keep_list(catalogue, merged.counted, name=DECIDED_ELSEWHERE)
    if not left:
        return
    print(f"For a person to decide, in the window’s saved filters as “{DECIDED_ELSEWHERE}”:")
    for number in left[:_MOST_LINES]:
        submission = catalogue.submissions.get(number)
        for one in catalogue.elsewhere.open_for(number):
            print(f"  {number}: {_line(one, submission)}")
    if len(left) > _MOST_LINES:
        print(f"  and {len(left) - _MOST_LINES:,} more")


def _line(one: DecidedElsewhere, submission: Submission) -> str:
    words = [verdict_line(one.verdict, reason=one.reason), one.curator, f"{one.decided_at:%Y-%m-%d}"]
    words += elsewhere_lines(one, submission=submission)
    if one.note:
        words.append(f"“{clean_line(one.note, limit=_LONGEST_NOTE)}”")
    return ", ".join(words)


def _told(call: Call, words: str) -> Callable[[int, int], None]:
    return lambda done, total: call.progress.show(words, done=done, total=total)
