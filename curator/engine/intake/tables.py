"""Read a CSV table as people really save them: any delimiter, order and common encoding."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.engine.errors import RefusedFile
from curator.engine.ordinary_files import open_regular, shown_name
from curator.engine.said import Said, said
from curator.engine.text import name_key

LARGEST_TABLE = 50_000_000
"""Bytes of the largest table that is read: some hundred thousand rows."""

MOST_ROWS = 300_000
MOST_CELLS = 6_000_000
"""Of a table, the empty ones too. 50 MB of commas or of line ends would take all of the computer's memory."""

_DELIMITERS = (",", ";", "\t", "|")
_NO_DELIMITER = "\x1f"  # for a table of one column, whose cells may hold any of the others


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        number: as a spreadsheet counts; the headings are row 1, so the first is 2.
        cells: raw text by column; a column that the row is too short for is "".
    """

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read.

    Attributes:
        columns: as the caller calls them, or the ``name_key`` of an unknown heading; in
            the file's order.
        rows: those that hold anything.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, *, known: Mapping[str, Sequence[str]], required: Sequence[str]) -> Table:
    """Read a table by the names of its columns.

    The delimiter is the one under which most headings are known: guessing it from the
    text, as ``csv.Sniffer`` does, goes wrong on notes with commas. UTF-8 with or without
    its mark, UTF-16 with it, else Windows-1252.

    Args:
        path: the file.
        known: what the caller calls a column, and other headings that mean it. Headings
            are compared by ``name_key``.
        required: columns without which the table is of no use.

    Raises:
        RefusedFile: it cannot be read, or a required column is missing.
    """
    name = shown_name(path)
    text = _decoded(_content(path, name=name))
    meanings = {
        name_key(heading): column for column, others in known.items() for heading in (column, *others)
    }
    text, declared = _without_declaration(text)
    delimiter = declared or _delimiter(text, meanings=meanings)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    number = 1 if declared else 0
    try:
        for cells in reader:
            number += 1
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = tuple(meanings.get(name_key(heading), name_key(heading)) for heading in cells)
                continue
            by_column = dict.fromkeys(columns, "")
            if len(rows) >= MOST_ROWS or len(columns) * (len(rows) + 1) > MOST_CELLS:
                raise RefusedFile(
                    said(
                        "{name} is too large: at most {rows} rows with {cells} cells are read.",
                        name=name,
                        rows=MOST_ROWS,
                        cells=MOST_CELLS,
                    ),
                    advice=said("Split it into several tables."),
                )
            # Backwards, so that of two columns with one name the first counts.
            by_column.update(reversed(list(zip(columns, cells, strict=False))))
            rows.append(Row(number, by_column))
    except csv.Error as error:
        raise RefusedFile(
            said("Row {row} of {name} cannot be read.", row=number + 1, name=name),
            advice=said("Look for a quotation mark that is opened and never closed."),
        ) from error
    for column in required:
        if column not in columns:
            raise RefusedFile(
                said(
                    '{name} has no column "{column}", so nothing was read from it.', name=name, column=column
                ),
                advice=said("The first row has to hold the names of the columns."),
            )
    return Table(columns, tuple(rows))


def row_of(path: Path, *, number: int) -> Said:
    """A row as the subject of a sentence: ``Row 3 of "index.csv"``."""
    return said("Row {row} of {table}", row=number, table=shown_name(path))


def read_text(path: Path) -> str:
    """The text of a file of moderate size, in whichever encoding it was saved.

    Raises:
        RefusedFile: it cannot be read, or is too large.
    """
    return _decoded(_content(path, name=shown_name(path)))


def _content(path: Path, *, name: str) -> bytes:
    with open_regular(path) as file:
        try:
            content = bytearray()
            while chunk := file.read(LARGEST_TABLE + 1 - len(content)):
                content += chunk
        except OSError as error:
            raise RefusedFile(
                said("{name} could not be read: {reason}.", name=name, reason=error.strerror or error)
            ) from error
    if len(content) > LARGEST_TABLE:
        raise RefusedFile(
            said(
                "{name} is too large: at most {limit:.0f} MB are read.", name=name, limit=LARGEST_TABLE / 1e6
            ),
            advice=said("Split it into several tables."),
        )
    return bytes(content)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").replace("\0", "")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\0", "")


def _without_declaration(text: str) -> tuple[str, str | None]:
    """Excel may write the delimiter as ``sep=;`` on a line before the headings."""
    first, _, rest = text.partition("\n")
    declaration = first.strip("\r\n \"'")
    if declaration.lower().startswith("sep=") and len(declaration) == len("sep=;"):
        return rest, declaration[-1]
    return (rest, "\t") if declaration.lower() == "sep=" else (text, None)


def _delimiter(text: str, *, meanings: Mapping[str, str]) -> str:
    """The delimiter under which most headings are known; of equals the first."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not any(delimiter in first for delimiter in _DELIMITERS):
        return _NO_DELIMITER

    def known_headings(delimiter: str) -> int:
        try:
            headings = next(csv.reader([first], delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:  # a heading longer than any can be
            return 0
        return len({meanings[key] for heading in headings if (key := name_key(heading)) in meanings})

    return max(_DELIMITERS, key=known_headings)
