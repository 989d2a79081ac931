"""Writes tables for people and programs: CSV that no spreadsheet runs, JSON Lines, and plain text.

Rows are written one after the other, so that a large catalogue never lies in memory; the
finished file is read back and checked before it gets its name.
"""

import csv
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Any

from curator.engine.errors import ExportError
from curator.engine.reports.placing import Placing, placing
from curator.engine.said import Said, said
from curator.engine.text import csv_safe

Cell = str | int | float | None
"""What stands in one place of a table; no negative numbers, which would start like a formula."""

Value = Any
"""What ``json.dumps`` takes."""

DECIMALS = 3
"""Of distances in tables."""

_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories of letters that cannot be seen, or that change how others are shown."""

_BOM = b"\xef\xbb\xbf"
_CHUNK = 1 << 20

# A formula wakes at the start of a cell. Whatever a program takes for the end of a cell, none may follow.
_LIVE = re.compile(
    '[;,|"\t\r\n\v\f\x85\u2028\u2029][\\s\u200c\u200d\ufe0e\ufe0f]*[=+\\-@|%＝＋－＠｜％﹦﹢﹣﹫﹪−]'
)
# What a page, a terminal or an editor might act upon or hide.
_ESCAPED = re.compile("[<>&\x7f]|[^\x00-\x7f]")


class Format(StrEnum):
    """How a table is written."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    TEXT = "text"
    """To be read and copied from; of answers only."""


class Delimiter(StrEnum):
    """What separates the cells of a CSV file."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    """What spreadsheets expect where decimals have a comma; numbers are written with one then."""
    TAB = "tab"

    @property
    def sign(self) -> str:
        """The character itself."""
        return {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";", Delimiter.TAB: "\t"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How and where a table is to be written, and which personal things it may hold.

    Attributes:
        path: of the file; its folder has to be there.
        format: of the file.
        delimiter: of CSV.
        replace: write over a file of that name.
        notes: hold what was written freely, with a picture or with a decision.
        file_names: hold how senders called their files.
        senders: hold how senders called themselves.
        say: gives headings and words of CSV in the person's language; English as it is. JSON Lines
            hold codes, the same in every language.
    """

    path: Path
    format: Format = Format.CSV
    delimiter: Delimiter = Delimiter.COMMA
    replace: bool = False
    notes: bool = False
    file_names: bool = False
    senders: bool = False
    say: Callable[[str], str] = str

    def said(self, words: str) -> str:
        """Words of Curator in the person's language; whatever else is told stays as it is."""
        return self.say(words) if isinstance(words, Said) else words


@dataclass(frozen=True, slots=True)
class Written:
    """A file that stands in its place.

    Attributes:
        path: where.
        rows: without the headings.
        size: in bytes.
    """

    path: Path
    rows: int
    size: int


def no_step() -> None:
    """For whoever neither shows progress nor cancels."""


class _Flaw(Exception):
    """The file on the disk is not what was written."""


class Stopped(Exception):
    """Raised by a step to end the writing; the file is not written then."""


def steps(
    total: int, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Callable[[], None]:
    """What is called after each row: tells how far it came, and stops when that is asked for."""
    done = 0

    def step() -> None:
        nonlocal done
        if cancelled():
            raise Stopped
        done += 1
        progress(done, total)

    return step


def write_csv(
    form: Form,
    *,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    outside: Path,
    step: Callable[[], None] = no_step,
) -> Written | None:
    """Writes a table as CSV: every cell quoted and made safe, UTF-8 with a BOM so that Excel reads it right.

    Args:
        form: how and where.
        headings: one a column.
        rows: as many cells as there are headings.
        outside: the catalogue's folder, in which nothing is written over.
        step: called after each row; may raise ``Stopped``.

    Returns:
        What was written; None when it was stopped.

    Raises:
        ExportError: nothing was changed.
    """
    columns = len(headings)
    kept = hashlib.sha256()
    decimal = "," if form.delimiter is Delimiter.SEMICOLON else "."

    def lines() -> Generator[bytes, None, None]:
        yield _BOM + _csv_line([csv_safe(one) for one in headings], delimiter=form.delimiter, noted=kept)
        for row in rows:
            assert len(row) == columns, "each row fills every column"
            cells = [_cell(one, decimal=decimal) for one in row]
            yield _csv_line(cells, delimiter=form.delimiter, noted=kept)

    def check(path: Path) -> int:
        _refuse_live(path)
        found = hashlib.sha256()
        count = 0
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter=form.delimiter.sign, strict=True):
                if len(row) != columns:
                    raise _Flaw
                _note(found, row)
                count += 1
        if found.digest() != kept.digest():
            raise _Flaw
        return count - 1

    return _write(form, lines=lines(), check=check, outside=outside, step=step, before=1)


def write_json_lines(
    form: Form,
    *,
    records: Iterable[Value],
    outside: Path,
    step: Callable[[], None] = no_step,
    check_record: Callable[[Value], None] = lambda record: None,
) -> Written | None:
    r"""Writes one JSON object a line, in UTF-8.

    ``< > &`` and whatever cannot be seen stand as ``\u003c`` and so on: a page or a terminal
    that shows the file does nothing with them, and a program reads exactly what was kept.

    Args:
        form: how and where.
        records: what ``json.dumps`` takes.
        outside: the catalogue's folder, in which nothing is written over.
        step: called after each record; may raise ``Stopped``.
        check_record: called with each record as it was read back.

    Returns:
        What was written; None when it was stopped.

    Raises:
        ExportError: nothing was changed.
    """

    def check(path: Path) -> int:
        count = 0
        with path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                record = json.loads(line)
                if not isinstance(record, dict) or json_line(record) != line.encode():
                    raise _Flaw
                check_record(record)
                count += 1
        return count

    lines = (json_line(one) for one in records)
    return _write(form, lines=lines, check=check, outside=outside, step=step)


def write_text(
    form: Form, *, blocks: Iterable[str], outside: Path, step: Callable[[], None] = no_step
) -> Written | None:
    """Writes blocks of plain text, UTF-8, a line of hyphens between any two.

    Args:
        form: how and where.
        blocks: cleaned text.
        outside: the catalogue's folder, in which nothing is written over.
        step: called after each block; may raise ``Stopped``.

    Returns:
        What was written; None when it was stopped.

    Raises:
        ExportError: nothing was changed.
    """
    count = 0

    def lines() -> Generator[bytes, None, None]:
        nonlocal count
        for block in blocks:
            count += 1
            rule = f"\n{'-' * 60}\n\n" if count > 1 else ""
            yield f"{rule}{block}\n".encode()

    def check(path: Path) -> int:
        path.read_text(encoding="utf-8")
        return count

    return _write(form, lines=lines(), check=check, outside=outside, step=step)


def json_line(record: Value) -> bytes:
    """One object as a line of UTF-8; see :func:`write_json_lines`."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    text = _ESCAPED.sub(lambda found: _json_letter(found[0]), text)
    return f"{text}\n".encode()


def _json_letter(letter: str) -> str:
    if letter > "\x7f" and unicodedata.category(letter) not in _HIDDEN:
        return letter
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{int.from_bytes(units[start : start + 2]):04x}" for start in range(0, len(units), 2))


# ---------------------------------------------------------------- one file


def _write(
    form: Form,
    *,
    lines: Generator[bytes, None, None],
    check: Callable[[Path], int],
    outside: Path,
    step: Callable[[], None],
    before: int = 0,
) -> Written | None:
    """Writes, reads back, renames.

    Args:
        form: where.
        lines: what is written, a row each.
        check: reads the finished file; returns how many rows it has.
        outside: the catalogue's folder.
        step: called after each line but the first few.
        before: so many lines are no rows.
    """
    try:
        with placing(form.path, replace=form.replace, outside=outside) as place, closing(lines):
            size, count, digest = 0, -before, hashlib.sha256()
            for line in lines:
                place.write(line)
                digest.update(line)
                size += len(line)
                count += 1
                if count > 0:
                    step()
            place.finish()
            if _digest(place) != digest.digest() or _checked(place, check=check) != count:
                raise _flaw(form.path)
            place.keep()
    except Stopped:
        return None
    return Written(place.target, count, size)


def _checked(place: Placing, *, check: Callable[[Path], int]) -> int | None:
    """How many rows the file has; None when it cannot be taken apart again."""
    try:
        return check(place.path)
    except (csv.Error, ValueError, _Flaw):
        return None


def _digest(place: Placing) -> bytes:
    found = hashlib.sha256()
    with place.path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.digest()


def _csv_line(cells: Sequence[str], *, delimiter: Delimiter, noted: Any) -> bytes:
    _note(noted, cells)
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter.sign, quoting=csv.QUOTE_ALL).writerow(cells)
    return text.getvalue().encode()


def _note(noted: Any, cells: Sequence[str]) -> None:
    noted.update(json.dumps(list(cells)).encode())


def _cell(value: Cell, *, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.{DECIMALS}f}".replace(".", decimal)
    return str(value) if isinstance(value, int) else csv_safe(value)


def _refuse_live(path: Path) -> None:
    """No cell starts with a formula, whichever character the reader takes for the end of a cell."""
    before = ""
    with path.open(encoding="utf-8-sig", newline="") as file:
        # In pieces that overlap: white space between the end of a cell and its text is short.
        while piece := file.read(_CHUNK):
            if _LIVE.search(before + piece):
                raise _Flaw
            before = piece[-64:]


def _flaw(path: Path) -> ExportError:
    return ExportError(
        said("{file} did not come back from the disk as it was written.", file=path.name),
        advice=said("Check the disk, then try again. Nothing was changed."),
    )
