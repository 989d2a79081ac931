"""The commands that write tables, the decision log and answers for people inside the campaign."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from curator.cli.background import Interrupts
from curator.cli.call import Call
from curator.cli.filters import filter_of
from curator.cli.verifying import FOUND_SOMETHING
from curator.cli.words import counted
from curator.engine.catalogue import Catalogue
from curator.engine.privacy.erasing import refuse_while_unfinished
from curator.engine.reports import (
    LANGUAGES,
    Delimiter,
    Form,
    Format,
    LogWritten,
    Written,
    write_answers,
    write_decisions,
    write_submissions,
)

_Outcome = TypeVar("_Outcome", Written, LogWritten)

_BY_ENDING = {
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".txt": Format.TEXT,
}
_TAB_ENDINGS = frozenset({".tsv", ".tab"})
_ENDINGS = frozenset({"", ".csv", *_BY_ENDING, *_TAB_ENDINGS})


def table_submissions(call: Call, options: argparse.Namespace) -> int:
    """Writes submissions as a table."""
    wanted = filter_of(options)
    form = _form(options)
    written = _written(
        call,
        lambda catalogue, step, cancelled: write_submissions(
            catalogue, form, wanted=wanted, progress=step, cancelled=cancelled
        ),
    )
    print(f"Wrote {counted(written.rows, 'submission')} to {written.path}")
    _tell_what_is_internal(form)
    return 0


def table_decisions(call: Call, options: argparse.Namespace) -> int:
    """Writes the decision log; says where its chain is broken, if it is."""
    form = _form(options)
    log = _written(
        call,
        lambda catalogue, step, cancelled: write_decisions(
            catalogue, form, progress=step, cancelled=cancelled
        ),
    )
    print(f"Wrote {counted(log.file.rows, 'row')} of the log to {log.file.path}")
    _tell_what_is_internal(form)
    if log.head:
        print(f"Newest link: {log.head}")
    if log.broken is not None:
        print(f"The log does not fit its chain, first at row {log.broken}. Run “curator verify”.")
        return FOUND_SOMETHING
    return 0


def table_answers(call: Call, options: argparse.Namespace) -> int:
    """Writes answers to senders."""
    wanted = filter_of(options)
    form = _form(options)
    written = _written(
        call,
        lambda catalogue, step, cancelled: write_answers(
            catalogue, form, language=options.language, wanted=wanted, progress=step, cancelled=cancelled
        ),
    )
    print(f"Wrote {counted(written.rows, 'answer')} to {written.path}")
    _tell_what_is_internal(form)
    return 0


TABLES = (table_submissions, table_decisions, table_answers)


def add_file(one: argparse.ArgumentParser, *, formats: tuple[Format, ...]) -> None:
    """Adds where and how a table is written.

    Args:
        one: the command.
        formats: that it may be written in.
    """
    one.add_argument(
        "file", metavar="FILE", help="to write; its ending tells the format where nothing else does"
    )
    one.add_argument(
        "--format", choices=[word.value for word in formats], help="else by the ending, else csv"
    )
    one.add_argument(
        "--delimiter",
        choices=[word.value for word in Delimiter],
        help="of csv; with semicolon numbers have a decimal comma",
    )
    one.add_argument("--replace", action="store_true", help="write over the file if it is there")


def add_language(one: argparse.ArgumentParser) -> None:
    """Adds the language that answers are written in."""
    one.add_argument(
        "--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the answers (%(default)s)"
    )


def add_internal(
    one: argparse.ArgumentParser, *, notes: bool = False, files: bool = False, senders: bool = False
) -> None:
    """Adds the options for what is personal, which is left out without them."""
    for offered, name, what in (
        (notes, "notes", "what was written freely"),
        (files, "files", "how senders called their files"),
        (senders, "senders", "how senders called themselves"),
    ):
        if offered:
            one.add_argument(f"--with-{name}", action="store_true", help=f"also {what}")


def table_misuse(options: argparse.Namespace) -> str:
    """What is wrong with options that only make sense together, or an empty string."""
    if options.delimiter is not None and _format(options) is not Format.CSV:
        return "--delimiter goes with the format csv only."
    if _format(options) is Format.TEXT and options.run is not table_answers:
        return "Only answers can be written as text: name a file that ends with .csv or .jsonl."
    ending = Path(options.file).suffix.lower()
    if options.format is None and ending not in _ENDINGS:
        return f"Nothing is written as {ending}: name a file that ends with .csv, .tsv or .jsonl."
    return ""


def _form(options: argparse.Namespace) -> Form:
    path = Path(options.file).expanduser().absolute()
    usual = Delimiter.TAB if path.suffix.lower() in _TAB_ENDINGS else Delimiter.COMMA
    return Form(
        path=path,
        format=_format(options),
        delimiter=usual if options.delimiter is None else Delimiter(options.delimiter),
        replace=options.replace,
        notes=getattr(options, "with_notes", False),
        file_names=getattr(options, "with_files", False),
        senders=getattr(options, "with_senders", False),
    )


def _format(options: argparse.Namespace) -> Format:
    if options.format is not None:
        return Format(options.format)
    return _BY_ENDING.get(Path(options.file).suffix.lower(), Format.CSV)


def _written(
    call: Call,
    write: Callable[[Catalogue, Callable[[int, int], None], Callable[[], bool]], _Outcome | None],
) -> _Outcome:
    """Writes a file, with the progress line.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl+C, and nothing was written.
        RefusedChange: something is being erased, which might be written.
    """
    with call.read() as catalogue, Interrupts() as interrupts:
        refuse_while_unfinished(call.folder)
        try:
            written = write(
                catalogue,
                lambda done, total: call.progress.show("Writing", done=done, total=total),
                lambda: interrupts.pressed,
            )
        finally:
            call.progress.clear()
    if written is None:
        raise KeyboardInterrupt
    return written


def _tell_what_is_internal(form: Form) -> None:
    held = [
        words
        for asked, words in (
            (form.notes, "notes"),
            (form.file_names, "file names"),
            (form.senders, "senders"),
        )
        if asked
    ]
    if held:
        print(f"It holds {', '.join(held)}: keep it inside the campaign, and delete it when it is used.")
