"""What all versions of NocoDB's interface have in common: how tables are asked and answers are read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol
from urllib.parse import quote

from curator.engine.intake.nocodb.cells import names_of
from curator.engine.intake.nocodb.client import Answer, Client
from curator.engine.intake.nocodb.failures import About, BadStatus, FetchFailed, NamesUnread, Unanswered
from curator.engine.intake.nocodb.request import Api
from curator.engine.intake.nocodb.rows import Column, Page, Record, TableInfo
from curator.engine.said import said
from curator.engine.text import clean_line

PAGE = 250
"""Rows that are asked for at a time. Servers give up to 1000, but those of versions 0.109 and 0.262 that
stand on SQLite answer 500 to more than 500 of a table with links: they ask for the links of all rows
in one compound SELECT, of which SQLite takes 500 terms (seen with 500 and 501 rows)."""

SMALL_PAGE = 25
"""Rows that are asked for when a server fails over more; what it gives when nothing is said."""

MOST_ROWS = 200_000
"""Rows of one fetch: twice what a whole catalogue is made for, so that a server in a loop comes to an end."""

_LONGEST_WHERE = 200
_KEYS = ("Id", "id", "ID", "ncRecordId")
_BEYOND = 422  # what newer servers answer past the last row


class Table(Protocol):
    """A table behind one version of the interface. Methods may be called from several threads."""

    @property
    def api(self) -> Api:
        """The version."""

    @property
    def info(self) -> TableInfo:
        """Which table it is."""

    def page(self, *, offset: int, number: int, size: int = PAGE) -> Page:
        """Some rows: servers want either ``offset``, in rows, or ``number``, of the page, from 1."""

    def record(self, row_id: str) -> Record:
        """A row anew, as it is now."""

    def linked(self, row_id: str, column: Column) -> tuple[str, ...]:
        """The names of the rows that a cell links to."""

    def mark(self, row_ids: Sequence[str], *, title: str) -> None:
        """Ticks a check box of some rows."""


def pages(table: Table) -> Iterator[Page]:
    """All pages of a table, each row once; shorter ones where the server fails over a long one.

    Raises:
        FetchFailed: a page could not be had, or there are more rows than are read.
        Cancelled: somebody stopped it.
    """
    offset, number, size = 0, 1, PAGE
    seen: set[str] = set()
    while True:
        try:
            page = table.page(offset=offset, number=number, size=size)
        except BadStatus as error:
            if error.status < 500 or size == SMALL_PAGE:
                raise
            size = SMALL_PAGE
            number = offset // size + 1
            continue
        # Rows that come and go meanwhile shift the pages; a server may also give the same one for ever.
        fresh = tuple(one for one in page.records if not one.id or one.id not in seen)
        if not fresh:
            return
        if offset >= MOST_ROWS:
            raise FetchFailed(
                said(
                    "The table {table} has more than {n:,} rows; only the first {n:,} were read.",
                    table=table.info.title,
                    n=MOST_ROWS,
                ),
                advice=said("Take rows that are done out of it in NocoDB, and fetch again."),
                about=About.TABLE,
            )
        seen.update(one.id for one in fresh if one.id)
        yield Page(fresh, page.total, page.is_last)
        if page.is_last:
            return
        offset += len(page.records)
        number += 1


def flat_page(client: Client, path: str, *, info: TableInfo, offset: int, size: int) -> Page:
    """A page as versions 1 and 2 give it: ``{"list": [...], "pageInfo": {...}}``.

    Args:
        client: asks the server.
        path: of the table's rows.
        info: about the table.
        offset: rows before the page.
        size: rows of the page.

    Raises:
        BadStatus: the server gives none.
        FetchFailed: it gives something else.
    """
    answer = client.ask(path, query={"limit": size, "offset": offset})
    if answer.status == _BEYOND and offset > 0:
        return Page((), None, is_last=True)
    content = json_of(answer, client=client)
    rows = content.get("list") if isinstance(content, Mapping) else None
    if not isinstance(content, Mapping) or not isinstance(rows, list):
        raise not_understood(client)
    told = content.get("pageInfo")
    page_info: Mapping[str, object] = told if isinstance(told, Mapping) else {}
    total = page_info.get("totalRows")
    records = tuple(_flat(row, key=info.key) for row in rows if isinstance(row, Mapping))
    return Page(
        records,
        total if isinstance(total, int) and not isinstance(total, bool) and total >= 0 else None,
        is_last=page_info.get("isLastPage") is True,
    )


def flat_record(client: Client, path: str, *, key: str) -> Record:
    """One row as versions 1 and 2 give it, from its own path.

    Raises:
        BadStatus: the server gives none.
        FetchFailed: it gives something else.
    """
    row = json_of(client.ask(path), client=client)
    if not isinstance(row, Mapping):
        raise not_understood(client)
    return _flat(row, key=key)


def id_in_json(row_id: str) -> int | str:
    """A row's id as versions 2 and 3 take it back: numbers as numbers."""
    return int(row_id) if row_id.isascii() and row_id.isdecimal() else row_id


def _flat(row: Mapping[str, object], *, key: str) -> Record:
    """A row whose cells stand beside its id."""
    for title in (key, *_KEYS):
        value = row.get(title) if title else None
        if isinstance(value, int | str) and not isinstance(value, bool) and str(value):
            return Record(str(value), row)
    return Record("", row)


def names_linked(table: Table, row: Record, *, title: str) -> tuple[str, ...]:
    """The names of the rows that a row's cell counts: one question, unless it cannot be a link.

    Args:
        table: of the row.
        row: that counts.
        title: of the column.

    Raises:
        Unanswered: the server is gone.
        NamesUnread: it gives no such names.
    """
    column = table.info.column(title)
    if not row.id or not column.may_link:
        return ()
    try:
        return table.linked(row.id, column)
    except Unanswered:
        raise
    except FetchFailed as error:
        raise NamesUnread(
            said(
                "Whom {where} shows could not be read. {why}", where=where_of(table, row), why=error.sentence
            ),
            advice=error.advice,
        ) from None


def where_of(table: Table, row: Record) -> str:
    """Where a row stands, for people: ``photos, row 152``."""
    return clean_line(f"{table.info.title}, row {row.shown_id}", limit=_LONGEST_WHERE)


def linked_names(answer: Answer, *, client: Client) -> tuple[str, ...]:
    """The names of linked rows, from a list of them; one row alone may come without a list.

    Raises:
        BadStatus: the server gives none.
    """
    content = json_of(answer, client=client)
    if isinstance(content, Mapping):
        for name in ("list", "records"):
            if isinstance(content.get(name), list):
                content = content[name]
                break
    return names_of(content)


def json_of(answer: Answer, *, client: Client) -> object:
    """What was answered.

    Raises:
        BadStatus: it is an error.
        FetchFailed: it is no JSON.
    """
    if answer.status >= 400:
        raise BadStatus(answer.status, host=client.server.host)
    content = answer.json
    if content is None:
        raise not_understood(client)
    return content


def not_understood(client: Client) -> FetchFailed:
    """That the server is something else than NocoDB, or a NocoDB that Curator does not know."""
    return FetchFailed(
        said("{host} does not answer as NocoDB does.", host=client.server.host),
        advice=said("Check the address: it has to be that of NocoDB itself."),
    )


def below(*parts: str) -> str:
    """An encoded path from parts that may hold anything."""
    return "".join(f"/{quote(part, safe='')}" for part in parts)
