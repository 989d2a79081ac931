"""The options that choose submissions, the same for every command that lists or writes them."""

import argparse

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Kind, Outcome, Reason, Verdict


def add_filters(one: argparse.ArgumentParser) -> None:
    """Adds them to a command."""
    for name, words, what in (
        ("--verdict", Verdict, "only these; may be repeated"),
        ("--advice", Outcome, "only these; may be repeated"),
        ("--kind", Kind, "only these; may be repeated"),
        ("--reason", Reason, "of the verdict; may be repeated"),
    ):
        one.add_argument(name, action="append", choices=[word.value for word in words], help=what)
    one.add_argument("--text", metavar="WORDS", help="only with these words in file, claim, note or sender")


def filter_of(options: argparse.Namespace) -> SubmissionFilter:
    """What was chosen with them; everything when nothing was."""
    return SubmissionFilter(
        verdicts=frozenset(Verdict(one) for one in options.verdict or ()),
        outcomes=frozenset(Outcome(one) for one in options.advice or ()),
        kinds=frozenset(Kind(one) for one in options.kind or ()),
        reasons=frozenset(Reason(one) for one in options.reason or ()),
        text=options.text or "",
    )
