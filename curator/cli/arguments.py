"""What may be typed after ``curator``, and which function each command runs."""

import argparse
from collections.abc import Callable
from typing import Any

from curator.cli.analysing import analyse
from curator.cli.call import VARIABLE
from curator.cli.deciding import REASONS, decide
from curator.cli.exporting import export_approved
from curator.cli.importing import import_politicians, import_submissions
from curator.cli.listing import list_politicians, list_submissions, print_stats
from curator.cli.verifying import verify
from curator.engine.cores import usable_cores
from curator.engine.records import Kind, Outcome, Reason, Verdict

_EPILOG = """\
Without a command Curator opens its window.

exit codes: 0 all went well (files that were refused are named), 1 it could not be done,
2 the command was typed wrongly, 3 verify found something, 70 a fault of Curator itself,
130 stopped with Ctrl+C; what was done stays done
"""


def parser() -> argparse.ArgumentParser:
    """The parser; ``run`` of what it returns is the command's function."""
    shared = _shared()
    top = argparse.ArgumentParser(
        prog="curator",
        description="Curate by hand, offline, the pictures sent to a campaign.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
        allow_abbrev=False,
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[..., int], words: str, *, among: Any = commands) -> Any:
        one = among.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            parents=[shared],
            allow_abbrev=False,
        )
        one.set_defaults(run=run)
        return one

    index = commands.add_parser(
        "politicians", help="import or list the index", parents=[shared], allow_abbrev=False
    ).add_subparsers(title="commands", metavar="COMMAND", required=True)
    one = command("import", import_politicians, "take in politicians and their portraits", among=index)
    one.add_argument("path", metavar="PATH", help="folder tree Country/Name Surname/*, or table of the index")
    _add_jobs(one)
    one = command("list", list_politicians, "list the index", among=index)
    _add_json(one)

    one = command("import", import_submissions, "file pictures as submissions")
    one.add_argument("paths", metavar="PATH", nargs="+", help="pictures, folders and tables")
    one.add_argument(
        "--kind", choices=_values(Kind), default=Kind.DEEPFAKE.value, help="of what says nothing itself"
    )

    one = command("analyse", analyse, "find and compare the faces of everything that waits")
    _add_jobs(one)

    one = command("list", list_submissions, "list submissions")
    _add_json(one)
    one.add_argument(
        "--verdict", action="append", choices=_values(Verdict), help="only these; may be repeated"
    )
    one.add_argument(
        "--advice", action="append", choices=_values(Outcome), help="only these; may be repeated"
    )
    one.add_argument("--kind", action="append", choices=_values(Kind), help="only these; may be repeated")
    one.add_argument(
        "--reason", action="append", choices=_values(Reason), help="of the verdict; may be repeated"
    )
    one.add_argument("--text", metavar="WORDS", help="only with these words in file, claim, note or sender")

    one = command("decide", decide, "decide about a submission")
    one.add_argument("id", metavar="ID", type=_positive, help="number of the submission")
    one.add_argument("verdict", choices=("approve", "reject", "skip", "ask", "undo"))
    one.add_argument("--reason", choices=_values(REASONS), help="of a rejection; else the advised one")
    one.add_argument("--note", metavar="TEXT", help="kept with the decision")
    _add_by(one)

    one = command("export", export_approved, "write the approved set for the site")
    one.add_argument("folder", metavar="DIR", help="new, empty, or an earlier export")
    one.add_argument("--dry-run", action="store_true", help="only say what it would hold")
    _add_by(one)
    _add_jobs(one)

    command("verify", verify, "check the database, the decision log and all pictures")
    command("stats", print_stats, "count what the catalogue holds")
    return top


def misuse(options: argparse.Namespace) -> str:
    """What is wrong with options that only make sense together, or an empty string."""
    if options.run is decide and options.verdict != "reject" and options.reason is not None:
        return "--reason goes with “reject” only."
    if options.run is decide and options.verdict == "undo" and options.note is not None:
        return "--note does not go with “undo”."
    return ""


def _shared() -> argparse.ArgumentParser:
    """Options that may stand before or after the command.

    Without a default of its own the second place does not overwrite what stood in the first.
    """
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--catalogue", metavar="DIR", help=f"the catalogue's folder; else ${VARIABLE}")
    shared.add_argument("--debug", action="store_true", help="tell all when Curator itself fails")
    return shared


def _add_jobs(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--jobs", metavar="N", type=_positive, default=usable_cores(), help="worker processes (%(default)s)"
    )


def _add_json(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help="as JSON, for programs")


def _add_by(one: argparse.ArgumentParser) -> None:
    one.add_argument("--by", metavar="NAME", help="who decides; else the name of the account")


def _values(words: Any) -> list[str]:
    return [word.value for word in words]


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on.")
    return int(text)
