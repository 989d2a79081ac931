"""Runs a command, and turns whatever happens but Ctrl+C into words and an exit code."""

import io
import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from curator.cli.arguments import misuse, parser
from curator.cli.call import VARIABLE, Call
from curator.cli.progress import ProgressLine
from curator.engine.errors import CuratorError
from curator.engine.workers.messages import WorkerSettings

FAILED = 1
MISUSED = 2
BUG = 70
NOBODY_READS = 141
"""Like a program that SIGPIPE ends: the next program of the pipe had enough."""


def run(arguments: Sequence[str] | None = None, *, settings: WorkerSettings | None = None) -> int:
    """Runs one command.

    Args:
        arguments: without the program's name; those of the process if None.
        settings: for the workers; the number of them comes from ``--jobs``.

    Returns:
        The exit code: see ``curator --help``.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl+C.
    """
    _forgive_letters()
    try:
        options = parser().parse_args(arguments)
    except SystemExit as end:  # argparse has printed help or what is wrong
        return end.code if isinstance(end.code, int) else MISUSED
    wrong = misuse(options)
    folder: str = getattr(options, "catalogue", "") or os.environ.get(VARIABLE, "")
    if not wrong and not folder:
        wrong = f"No catalogue was named. Pass --catalogue DIR, or set {VARIABLE} to its folder."
    if wrong:
        print(wrong, file=sys.stderr)
        return MISUSED
    debug = getattr(options, "debug", False)
    call = Call(
        folder=Path(folder).expanduser().absolute(),
        settings=_settings(options, settings or WorkerSettings()),
        progress=ProgressLine(sys.stderr),
    )
    with _logging(debug=debug):
        return _run(call, options, debug=debug)


def _run(call: Call, options: Namespace, *, debug: bool) -> int:
    try:
        code: int = options.run(call, options)
        sys.stdout.flush()
    except CuratorError as error:
        print(error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Else Python complains once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception as error:  # the last resort: everything else is a bug
        advice = "" if debug else " Run it again with --debug to see what."
        print(f"Something went wrong inside Curator ({type(error).__name__}).{advice}", file=sys.stderr)
        if debug:
            traceback.print_exc()
        return BUG
    return code


def _settings(options: Namespace, settings: WorkerSettings) -> WorkerSettings:
    jobs: int | None = getattr(options, "jobs", None)
    return settings if jobs is None else replace(settings, count=jobs)


def _forgive_letters() -> None:
    """A console that lacks a letter shows a question mark, and the command goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def _logging(*, debug: bool) -> Iterator[None]:
    """The log goes to the terminal when asked for, and else nowhere: errors are told as sentences."""
    log = logging.getLogger("curator")
    handler = logging.StreamHandler(sys.stderr) if debug else logging.NullHandler()
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
