"""Reads what NocoDB exported as CSV or JSON, with the attachments in a folder beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from curator.engine.errors import RefusedFile
from curator.engine.intake.claims import COLUMNS, RowClaim
from curator.engine.intake.names import NameIndex
from curator.engine.intake.nocodb.cells import Attachment, attachments_in_text
from curator.engine.intake.nocodb.mapping import HEADINGS, RowSays, columns_of, guessed, read_row
from curator.engine.intake.nocodb.request import Field, Mapped
from curator.engine.intake.nocodb.rows import ATTACHMENT, Column, Record
from curator.engine.intake.tables import Table, read_table, read_text
from curator.engine.ordinary_files import shown_name
from curator.engine.said import said

_LOOKED_AT = 200
"""Rows that tell a table of NocoDB from another one."""

_MOST_VALUES = 3_000_000
"""Of a JSON file; the campaign's tables hold some thousand rows of twenty."""

_LISTS = ("list", "records")


def read_export(path: Path, *, index: NameIndex) -> tuple[RowClaim, ...] | None:
    """Read the claims of an export; the network is not used, whatever addresses stand in it.

    Args:
        path: of a table or a JSON file.
        index: the politicians whose names are recognised.

    Returns:
        One claim for each attachment, and one without a file for each row that has none; None when
        it is a table of another kind.

    Raises:
        RefusedFile: it cannot be read, or is JSON of another kind.
    """
    if path.suffix.lower() == ".json":
        return tuple(_from_json(path, index=index))
    table = read_table(path, known=_KNOWN, required=())
    attached = _attached_column(table)
    if attached is None:
        return None
    return tuple(_from_csv(table, attached=attached, index=index))


# So that the delimiter is found by the headings of both kinds of tables.
_KNOWN: Mapping[str, Sequence[str]] = {
    heading: ()
    for heading in dict.fromkeys(
        (
            *(one for headings in HEADINGS.values() for one in headings),
            *(one for column, others in COLUMNS.items() for one in (column, *others)),
        )
    )
}


def _attached_column(table: Table) -> str | None:
    """The column all of whose filled cells are of the form that NocoDB gives to attachments."""
    if "file" in table.columns:
        return None  # a table that people made for Curator
    rows = table.rows[:_LOOKED_AT]
    for column in table.columns:
        filled = [cell for row in rows if (cell := row.cells[column].strip())]
        if filled and all(attachments_in_text(cell) is not None for cell in filled):
            return column
    return None


def _from_csv(table: Table, *, attached: str, index: NameIndex) -> Iterator[RowClaim]:
    columns = [Column(title, ATTACHMENT if title == attached else "") for title in table.columns]
    mapped = {**guessed(columns), Field.IMAGE: attached}
    for row in table.rows:
        cells: dict[str, object] = dict(row.cells)
        if Field.CLAIM in mapped:
            # Names of linked rows are joined by commas; a name of its own seldom has one.
            cells[mapped[Field.CLAIM]] = [part.strip() for part in row.cells[mapped[Field.CLAIM]].split(",")]
        says = _said_by(Record("", cells), mapped=mapped, index=index)
        found = attachments_in_text(row.cells[attached]) or ()
        yield from _claims(row.number, replace(says, attachments=found))


def _from_json(path: Path, *, index: NameIndex) -> Iterator[RowClaim]:
    records = _records(path)
    columns = columns_of((), records[:_LOOKED_AT])
    mapped = guessed(columns)
    if Field.IMAGE not in mapped:
        raise RefusedFile(
            said("{name} is no export of NocoDB with attachments.", name=shown_name(path)),
            advice=said("Leave it out."),
        )
    for number, record in enumerate(records, start=1):
        told = int(record.id) if record.id.isdecimal() and len(record.id) < 10 else number
        yield from _claims(told, _said_by(record, mapped=mapped, index=index))


def _records(path: Path) -> list[Record]:
    """The rows of a list, as the program exports them or as its interface gives them.

    Raises:
        RefusedFile: it is something else.
    """
    text = read_text(path)
    # Each of these begins at most one value, and a value takes some hundred bytes however short it is.
    if sum(map(text.count, ",[{")) > _MOST_VALUES:
        raise RefusedFile(
            said(
                "{name} is too large: at most {n:,} values are read.", name=shown_name(path), n=_MOST_VALUES
            ),
            advice=said("Split it into several tables."),
        )
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if isinstance(content, Mapping):
        content = next((content[name] for name in _LISTS if isinstance(content.get(name), list)), None)
    if not isinstance(content, list) or not all(isinstance(row, Mapping) for row in content):
        raise RefusedFile(
            said("{name} is no export of NocoDB that Curator understands.", name=shown_name(path)),
            advice=said("Leave it out."),
        )
    records = []
    for row in content:
        fields = row.get("fields")
        cells = fields if isinstance(fields, Mapping) else row
        row_id = row.get("id", row.get("Id", ""))
        records.append(Record(str(row_id) if isinstance(row_id, int | str) else "", cells))
    return records


def _said_by(record: Record, *, mapped: Mapped, index: NameIndex) -> RowSays:
    # A link that is only counted leads nowhere without the server.
    return read_row(record, mapped=mapped, index=index, linked=lambda _row, _title: ())


def _claims(number: int, says: RowSays) -> Iterator[RowClaim]:
    nothing = Attachment("")
    for attachment in says.attachments or (nothing,):
        yield RowClaim(
            number=number,
            file=attachment.title,
            claim=says.claim,
            kind=says.kind,
            odd_kind="",
            note=says.note,
            sender=says.sender,
            file_names=() if attachment is nothing else (attachment.path, *attachment.file_names),
            several=says.several,
        )
