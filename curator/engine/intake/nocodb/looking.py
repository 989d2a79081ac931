"""A first look at a table: how its server talks, its columns, and five rows as they would be filed."""

from collections.abc import Sequence
from dataclasses import replace

from curator.engine.intake.names import NameIndex
from curator.engine.intake.nocodb.address import server_of
from curator.engine.intake.nocodb.cells import MOST_IN_A_CELL
from curator.engine.intake.nocodb.client import Client, Pace
from curator.engine.intake.nocodb.failures import NamesUnread
from curator.engine.intake.nocodb.mapping import columns_of, guessed, read_row, refuse_unknown
from curator.engine.intake.nocodb.marking import markable
from curator.engine.intake.nocodb.opening import open_table
from curator.engine.intake.nocodb.request import Field, Mapped, Preview, PreviewRow, Source
from curator.engine.intake.nocodb.rows import Page, Record
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.intake.nocodb.tables import Table, names_linked
from curator.engine.records import Kind, Politician
from curator.engine.said import said

ROWS = 5
"""Rows that are shown: enough to see whether the columns are the right ones."""

_LOOKED_AT = 25
"""Rows that are asked for: where the columns are not told, the first five may all be empty."""


def look(
    source: Source,
    *,
    token: str,
    mapped: Mapped | None = None,
    kind: Kind = Kind.DEEPFAKE,
    politicians: Sequence[Politician] = (),
    stopper: Stopper | None = None,
    pace: Pace | None = None,
) -> Preview:
    """Look at a table. Changes nothing anywhere, and waits for the network: not for the main thread.

    Args:
        source: which table; the address may be as a person typed it.
        token: opens the table; kept nowhere.
        mapped: what the columns mean; guessed when None.
        kind: of rows that do not say theirs.
        politicians: the index, whose names are recognised.
        stopper: ends the look from another thread.
        pace: how patient to be; somebody waits, so two attempts are made when None.

    Raises:
        FetchFailed: it could not be looked at, or has no such columns.
        Cancelled: somebody stopped it.
    """
    server = server_of(source.url)
    client = Client(server, token=token, stopper=stopper or Stopper(), pace=pace or Pace(attempts=2))
    try:
        table = open_table(client, source)
        page = table.page(offset=0, number=1, size=_LOOKED_AT)
        preview = _preview(table, page, mapped=mapped, kind=kind, politicians=politicians)
    finally:
        client.close()
    if not server.warning:
        return preview
    return replace(preview, warnings=(server.warning, *preview.warnings))


def _preview(
    table: Table, page: Page, *, mapped: Mapped | None, kind: Kind, politicians: Sequence[Politician]
) -> Preview:
    columns = columns_of(table.info.columns, page.records)
    warnings: list[str] = []
    if mapped is None:
        mapped = guessed(columns)
        if Field.IMAGE not in mapped:
            warnings.append(said("No column seems to hold pictures. Choose the one that does."))
    else:
        refuse_unknown(mapped, columns=columns, table=table.info.title)

    def linked(row: Record, title: str) -> tuple[str, ...]:
        try:
            return names_linked(table, row, title=title)
        except NamesUnread as error:
            warnings.append(error.sentence)
            return ()

    index = NameIndex(politicians)
    rows = []
    for record in page.records[:ROWS] if Field.IMAGE in mapped else ():
        says = read_row(record, mapped=mapped, index=index, linked=linked)
        rows.append(
            PreviewRow(
                row_id=record.shown_id,
                pictures=tuple(one.title for one in says.attachments[:MOST_IN_A_CELL]),
                kind=says.kind or kind,
                claim=says.claim,
                note=says.note,
                sender=says.sender,
            )
        )
    return Preview(
        api=table.api,
        columns=tuple(column.title for column in columns),
        mapped=mapped,
        rows=tuple(rows),
        total=len(page.records) if page.is_last and page.total is None else page.total,
        check_boxes=markable(columns, mapped=mapped),
        warnings=tuple(warnings),
    )
