"""What may be typed after ``curator``, and which function each command runs."""

import argparse
from collections.abc import Callable, Iterable
from enum import StrEnum

from curator.cli.analysing import analyse
from curator.cli.backing_up import back_up, list_backups, restore
from curator.cli.call import VARIABLE
from curator.cli.deciding import MAKINGS, REASONS, decide
from curator.cli.exporting import add_options, export_approved
from curator.cli.fetching import column_named, fetch
from curator.cli.filters import add_filters
from curator.cli.importing import import_politicians, import_submissions
from curator.cli.listing import list_politicians, list_submissions, print_stats
from curator.cli.merging import merge
from curator.cli.privacy import erase_politician, erase_sender, print_held, purge
from curator.cli.promoting import promote
from curator.cli.reporting import (
    TABLES,
    add_file,
    add_internal,
    add_language,
    table_answers,
    table_decisions,
    table_misuse,
    table_submissions,
)
from curator.cli.verifying import verify
from curator.engine.cores import usable_cores
from curator.engine.intake.nocodb.request import Field
from curator.engine.records import Kind
from curator.engine.reports import Format

_EPILOG = """\
Without a command Curator opens its window.

exit codes: 0 all went well (files that were refused are named), 1 it could not be done,
2 the command was typed wrongly, 3 verify found something, 70 a fault of Curator itself,
130 stopped with Ctrl+C; what was done stays done
"""
_LARGEST = 2**63 - 1
"""No number of the catalogue is larger: SQLite has no room for it."""
_MOST_JOBS = 256
"""Each takes some 300 MB of memory."""


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
    commands = _Commands(top, shared)
    _add_politicians(commands.group("politicians", "import or list the index"))
    _add_bringing_in(commands)
    _add_deciding(commands)
    _add_export(commands)
    _add_tables(commands.group("table", "write tables for colleagues, not for the site"))
    _add_copies(commands)
    _add_upkeep(commands)
    _add_privacy(commands)
    return top


class _Commands:
    """The commands of a parser, each with the shared options."""

    def __init__(self, parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
        self._among = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
        self._shared = shared

    def add(self, name: str, run: Callable[..., int], words: str) -> argparse.ArgumentParser:
        """A command, to be given arguments of its own."""
        one = self._among.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            parents=[self._shared],
            allow_abbrev=False,
        )
        one.set_defaults(run=run)
        return one

    def group(self, name: str, words: str) -> "_Commands":
        """A word before other commands."""
        one = self._among.add_parser(name, help=words, parents=[self._shared], allow_abbrev=False)
        return _Commands(one, self._shared)


def _add_politicians(commands: _Commands) -> None:
    one = commands.add("import", import_politicians, "take in politicians and their portraits")
    one.add_argument("path", metavar="PATH", help="folder tree Country/Name Surname/*, or table of the index")
    _add_jobs(one)
    one = commands.add("list", list_politicians, "list the index")
    _add_json(one)
    one = commands.add("promote", promote, "make an approved portrait a reference portrait")
    one.add_argument("id", metavar="ID", type=_positive, help="number of the submission")
    one.add_argument("--yes", action="store_true", help="it is a real photo of the politician it claims")
    _add_by(one)


def _add_bringing_in(commands: _Commands) -> None:
    one = commands.add("import", import_submissions, "file pictures as submissions")
    one.add_argument("paths", metavar="PATH", nargs="+", help="pictures, folders and tables")
    one.add_argument(
        "--kind", choices=_values(Kind), default=Kind.DEEPFAKE.value, help="of what says nothing itself"
    )

    one = commands.add("fetch", fetch, "fetch pictures from a table of NocoDB, over the network")
    one.add_argument("url", metavar="URL", help="address of the server, as in a browser")
    one.add_argument("--base", metavar="B", required=True, help="title or id of the base")
    one.add_argument("--table", metavar="T", required=True, help="title or id of the table")
    one.add_argument(
        "--column",
        metavar="FIELD=TITLE",
        action="append",
        type=column_named,
        help=f"what a column means, else guessed; may be repeated: {', '.join(_values(Field))}",
    )
    one.add_argument("--mark", metavar="COLUMN", help="tick this check box of rows that are there then")
    one.add_argument(
        "--kind", choices=_values(Kind), default=Kind.DEEPFAKE.value, help="of what says nothing itself"
    )
    one.add_argument("--dry-run", action="store_true", help="only show the first rows")
    one.add_argument("--token-stdin", action="store_true", help="read the token from standard input")
    one.add_argument("--keep-token", action="store_true", help="keep the token in the system's keyring")


def _add_deciding(commands: _Commands) -> None:
    one = commands.add("analyse", analyse, "find and compare the faces of everything that waits")
    _add_jobs(one)

    one = commands.add("list", list_submissions, "list submissions")
    _add_json(one)
    add_filters(one)

    one = commands.add("decide", decide, "decide about a submission")
    one.add_argument("id", metavar="ID", type=_positive, help="number of the submission")
    one.add_argument("verdict", choices=("approve", "reject", "withdraw", "skip", "ask", "undo"))
    one.add_argument(
        "--reason", choices=_values(REASONS), help="of a rejection, else the advised one; of a withdrawal"
    )
    one.add_argument(
        "--as", dest="making", choices=tuple(MAKINGS), help="how an approved deepfake was made: its label"
    )
    one.add_argument("--note", metavar="TEXT", help="kept with the decision")
    _add_by(one)


def _add_export(commands: _Commands) -> None:
    one = commands.add("export", export_approved, "write the approved set for the site")
    one.add_argument("folder", metavar="DIR", help="new, empty, or an earlier export")
    one.add_argument("--dry-run", action="store_true", help="only say what it would hold")
    one.add_argument(
        "--anyway", action="store_true", help="also over what a newer state or another copy exported there"
    )
    add_options(one)
    _add_by(one)
    _add_jobs(one)


def _add_tables(commands: _Commands) -> None:
    one = commands.add("submissions", table_submissions, "write submissions as a table")
    add_file(one, formats=(Format.CSV, Format.JSON_LINES))
    add_internal(one, notes=True, files=True, senders=True)
    add_filters(one)
    one = commands.add("decisions", table_decisions, "write the decision log with its chain")
    add_file(one, formats=(Format.CSV, Format.JSON_LINES))
    add_internal(one, notes=True)
    one = commands.add("answers", table_answers, "write answers to senders")
    add_file(one, formats=tuple(Format))
    add_language(one)
    add_internal(one, senders=True)
    add_filters(one)


def _add_copies(commands: _Commands) -> None:
    one = commands.add("backup", back_up, "copy the database, checked, while it is in use or not")
    one.add_argument("--to", metavar="DIR", help="into a folder in there, not to the usual place")
    commands.add("backups", list_backups, "list the backups, newest first")
    one = commands.add("restore", restore, "put a backup in place of the database, which is kept as a backup")
    one.add_argument("name", metavar="NAME", help="as “backups” lists it, or “newest”")
    one.add_argument("--yes", action="store_true", help="do it; else it only says what that would bring")

    one = commands.add("merge", merge, "bring in what was decided in another copy of the catalogue")
    one.add_argument("path", metavar="PATH", help="a backup, or the folder of the other catalogue")
    one.add_argument("--yes", action="store_true", help="do it; else it only says what would come in")
    _add_by(one)


def _add_upkeep(commands: _Commands) -> None:
    one = commands.add("verify", verify, "check the database, the decision log and all pictures")
    one.add_argument("--repair", action="store_true", help="make previews, indexes and counts anew")
    _add_jobs(one)
    commands.add("stats", print_stats, "count what the catalogue holds")


def _add_privacy(commands: _Commands) -> None:
    commands.add("privacy", print_held, "count what personal and biometric data the catalogue holds")
    one = commands.add("purge", purge, "erase pictures that were rejected some time ago")
    one.add_argument(
        "--days",
        metavar="N",
        type=_days,
        help="rejected more than so many days ago; else as the catalogue says",
    )
    _add_sure(one)
    erasers = commands.group("erase", "erase a sender or a politician for good")
    one = erasers.add("sender", erase_sender, "erase all that one sender sent")
    one.add_argument("name", metavar="NAME", help="of the sender; case and accents make no difference")
    _add_sure(one)
    one = erasers.add("politician", erase_politician, "erase one politician with all portraits")
    one.add_argument("name", metavar="NAME", help="given name and surname, as in the index")
    one.add_argument("--country", metavar="C", help="tells two of one name apart")
    _add_sure(one)


def misuse(options: argparse.Namespace) -> str:
    """What is wrong with options that only make sense together, or an empty string."""
    if options.run is decide and options.reason is not None and options.verdict not in ("reject", "withdraw"):
        return "--reason goes with “reject” and “withdraw” only."
    if options.run is decide and options.verdict == "withdraw" and options.reason is None:
        return "A withdrawal needs --reason, for example “--reason requested”."
    if options.run is decide and options.verdict != "approve" and options.making is not None:
        return "--as goes with “approve” only."
    if options.run is decide and options.verdict == "undo" and options.note is not None:
        return "--note does not go with “undo”."
    if options.run in TABLES:
        return table_misuse(options)
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
        "--jobs", metavar="N", type=_jobs, default=usable_cores(), help="worker processes (%(default)s)"
    )


def _add_json(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help="as JSON, for programs")


def _add_by(one: argparse.ArgumentParser) -> None:
    one.add_argument("--by", metavar="NAME", help="who decides; else the name of the account")


def _add_sure(one: argparse.ArgumentParser) -> None:
    one.add_argument("--yes", action="store_true", help="erase it; without this it only says what would go")


def _values(words: Iterable[StrEnum]) -> list[str]:
    return [word.value for word in words]


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on.")
    if int(text) > _LARGEST:
        raise argparse.ArgumentTypeError("That number is too large.")
    return int(text)


def _jobs(text: str) -> int:
    number = _positive(text)
    if number > _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"More than {_MOST_JOBS} worker processes are of no use.")
    return number


def _days(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of days.")
    return int(text)
