"""Finds out how a server wants to be asked, and finds a table of it by its title or id."""

from collections.abc import Iterator, Mapping, Sequence

from curator.engine.intake.nocodb.client import Answer, Client
from curator.engine.intake.nocodb.failures import About, BadStatus, FetchFailed
from curator.engine.intake.nocodb.request import Source
from curator.engine.intake.nocodb.rows import Column, TableInfo
from curator.engine.intake.nocodb.tables import Table, below, not_understood
from curator.engine.intake.nocodb.v1 import TableV1
from curator.engine.intake.nocodb.v2 import TableV2
from curator.engine.intake.nocodb.v3 import TableV3
from curator.engine.said import said
from curator.engine.text import clean_line

_MOST_NAMED = 8
_LONGEST_TITLE = 60
_V1 = "/api/v1/db/meta"
_V2 = "/api/v2/meta"
_REFUSED = (401, 403)
_TITLE_OR_ID = said("Type its title as NocoDB shows it, or its id.")


def open_table(client: Client, source: Source) -> Table:
    """Find a table, asking a handful of questions.

    The newest way of asking about bases that the server knows is used; tables are then read by
    version 2, which tells most with the fewest questions, else by 3, else by 1.

    Args:
        client: asks the server.
        source: base and table by title or id. Titles need a token that may see the bases.

    Raises:
        FetchFailed: there is no such base or table, the token is refused, or it is no NocoDB.
        Cancelled: somebody stopped it.
    """
    base, table = source.base.strip(), source.table.strip()
    if not base:
        raise FetchFailed(said("No base was named."), advice=_TITLE_OR_ID, about=About.BASE)
    if not table:
        raise FetchFailed(said("No table was named."), advice=_TITLE_OR_ID, about=About.TABLE)
    is_token_known = True
    for meta, path in ((_V2, f"{_V2}/bases"), (_V1, f"{_V1}/projects")):
        listing = client.ask(path)
        is_token_known = is_token_known and listing.status != 401
        bases = _listed(listing)
        if bases is not None:
            info = _find(client, base=base, table=table, bases=bases, path=path, meta=meta)
            return _readable(client, info, is_new=meta == _V2)
    # The token may not see the bases: what was typed may still be ids, or titles for an old server.
    typed = TableInfo(base, table, clean_line(table, limit=_LONGEST_TITLE))
    try:
        return _readable(client, typed, is_new=True)
    except FetchFailed as error:
        if is_token_known or error.about is not About.TABLE:
            raise
        # New servers look for the table before they look at the token.
        raise BadStatus(401, host=client.server.host) from None


def _find(
    client: Client,
    *,
    base: str,
    table: str,
    bases: Sequence[Mapping[str, object]],
    path: str,
    meta: str,
) -> TableInfo:
    found = _named(base, bases)
    # A base of another workspace may be missing in the list although its id opens it.
    base_id = base if found is None else str(found["id"])
    listing = client.ask(f"{path}{below(base_id)}/tables")
    tables = _listed(listing)
    if found is None and not tables:  # old servers give an empty list for what is no base
        raise FetchFailed(
            said("The server has no base “{base}”.", base=clean_line(base, limit=_LONGEST_TITLE)),
            advice=_offered(bases),
            about=About.BASE,
        )
    if tables is None:
        if listing.status in _REFUSED:
            raise BadStatus(listing.status, host=client.server.host)
        raise not_understood(client)
    entry = _named(table, tables)
    if entry is None:
        raise FetchFailed(
            said("The base has no table “{table}”.", table=clean_line(table, limit=_LONGEST_TITLE)),
            advice=_offered(tables),
            about=About.TABLE,
        )
    table_id = str(entry["id"])
    title = clean_line(str(entry.get("title") or table), limit=_LONGEST_TITLE)
    columns = _columns(client.ask(f"{meta}/tables{below(table_id)}"))
    return TableInfo(base_id, table_id, title, columns)


def _readable(client: Client, info: TableInfo, *, is_new: bool) -> Table:
    """The table through the first version that gives rows."""
    ways: tuple[Table, ...] = (TableV1(client, info),)
    if is_new:
        ways = (TableV2(client, info), TableV3(client, info), *ways)
    failures: list[FetchFailed] = []
    for way in ways:
        try:
            way.page(offset=0, number=1, size=1)
        except FetchFailed as error:
            if isinstance(error, BadStatus) and error.about is not About.ADDRESS:
                failures.append(error)
                continue
            if type(error) is FetchFailed and way is not ways[-1]:
                failures.append(error)  # something answers that is not this version
                continue
            raise
        return way
    refused = [one for one in failures if isinstance(one, BadStatus) and one.status in _REFUSED]
    if refused:
        raise refused[0]
    if info.columns:
        raise failures[0]
    raise FetchFailed(
        said("The server gives no table “{table}” to this token.", table=info.title),
        advice=said(
            "Type the ids of base and table instead of their titles; NocoDB shows them in their menus."
        ),
        about=About.TABLE,
    )


def _listed(answer: Answer) -> list[Mapping[str, object]] | None:
    """The entries of a list of bases or tables; None when the server knows no such list."""
    content = answer.json if answer.status < 400 else None
    if isinstance(content, Mapping):
        content = content.get("list")
    if not isinstance(content, list):
        return None
    return [one for one in content if isinstance(one, Mapping) and isinstance(one.get("id"), str)]


def _named(text: str, entries: Sequence[Mapping[str, object]]) -> Mapping[str, object] | None:
    """The entry of that id, else of that title, else of a title that differs in case only."""
    for entry in entries:
        if entry["id"] == text:
            return entry
    for same in (str, str.casefold):
        meant = [one for one in entries if same(str(one.get("title", ""))) == same(text)]
        if len(meant) == 1:
            return meant[0]
    return None


def _offered(entries: Sequence[Mapping[str, object]]) -> str:
    titles = [clean_line(str(one.get("title", "")), limit=_LONGEST_TITLE) for one in entries]
    shown = [title for title in titles if title][:_MOST_NAMED]
    if not shown:
        return said("The token may see none.")
    return said("There are: {titles}.", titles=", ".join(shown))


def _columns(answer: Answer) -> tuple[Column, ...]:
    content = answer.json if answer.status < 400 else None
    listed = content.get("columns") if isinstance(content, Mapping) else None
    return tuple(_described(listed)) if isinstance(listed, list) else ()


def _described(listed: Sequence[object]) -> Iterator[Column]:
    for one in listed:
        if isinstance(one, Mapping) and isinstance(one.get("title"), str):
            sort, column_id, is_key = one.get("uidt"), one.get("id"), bool(one.get("pk"))
            if one.get("system") and not is_key:
                continue  # NocoDB's own, which it does not show either
            yield Column(
                one["title"],
                sort if isinstance(sort, str) else "",
                column_id if isinstance(column_id, str) else "",
                is_key,
            )
