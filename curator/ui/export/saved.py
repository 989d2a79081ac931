"""How the writing of a file for colleagues goes and ends, in words."""

from pathlib import Path

from curator.engine.reports import LogWritten, Written
from curator.ui.contact_sheet import SheetWritten
from curator.ui.export.lines import size_words
from curator.ui.language import tr, tr_of
from curator.ui.session.reporting import Outcome
from curator.ui.theme import Tone


def row_sentence(done: int, total: int, *, file: str) -> str:
    """How far a file has come.

    Args:
        done: rows or pictures that are in it.
        total: all of them.
        file: its name.
    """
    return tr("Writing {file}: {done:,} of {total:,}", file=file, done=done, total=total)


def saved_sentences(outcome: Outcome, *, answers: bool) -> tuple[tuple[str, ...], Tone]:
    """What stands in the file, and how well it went.

    Args:
        outcome: what was written.
        answers: rows are answers to senders.
    """
    if isinstance(outcome, SheetWritten):
        return _sheet_sentences(outcome), Tone.OK
    if isinstance(outcome, LogWritten):
        told = _table_sentence(outcome.file, answers=False)
        if outcome.broken is None:
            return (told,), Tone.OK
        broken = tr(
            "The log does not fit its chain, first at row {row}. Check the catalogue in the settings.",
            row=outcome.broken,
        )
        return (told, broken), Tone.BAD
    return (_table_sentence(outcome, answers=answers),), Tone.OK


def _table_sentence(written: Written, *, answers: bool) -> str:
    where = {"file": _file(written.path), "size": size_words(written.size)}
    if answers:
        return tr_of(
            written.rows,
            "{n:,} answer stands in {file} ({size}).",
            "{n:,} answers stand in {file} ({size}).",
            **where,
        )
    return tr_of(
        written.rows, "{n:,} row stands in {file} ({size}).", "{n:,} rows stand in {file} ({size}).", **where
    )


def _sheet_sentences(written: SheetWritten) -> tuple[str, ...]:
    told = tr_of(
        written.pictures,
        "{n:,} picture stands in {file} ({pages}, {size}).",
        "{n:,} pictures stand in {file} ({pages}, {size}).",
        file=_file(written.path),
        pages=tr_of(written.pages, "{n:,} page", "{n:,} pages"),
        size=size_words(written.size),
    )
    if not written.unsafe:
        return (told,)
    unsafe = tr_of(
        written.unsafe,
        "{n:,} picture is not in it because it was called unsafe.",
        "{n:,} pictures are not in it because they were called unsafe.",
    )
    return told, unsafe


def _file(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
