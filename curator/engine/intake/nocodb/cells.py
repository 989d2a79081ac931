"""What stands in a cell of NocoDB: text, a check box, attachments, or links to rows of another table."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import unquote, urlsplit

from curator.engine.text import clean_line, name_key

LONGEST_TITLE = 255
"""Characters of an attachment's title that are kept: what file systems allow."""

MOST_IN_A_CELL = 100
"""Attachments of one cell that are fetched, and links that are looked at; forms allow a handful."""

_YES = frozenset({"1", "yes", "y", "true"})
_NO = frozenset({"0", "no", "n", "false"})
_KEY_DIGITS = 32
_IN_BRACKETS = re.compile(r"(?<=\S)\((?=(?:https?://|/?download/|/?dltemp/))")
_DATE = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:")
_NESTED = re.compile(r"nc_\w+___nc_m2m_")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a row names.

    Attributes:
        title: the name that its sender gave it, cleaned; for showing only.
        path: on the server, plain; empty when it has none.
        signed: path or URL that opens it for some time, however it is called; mostly empty.
        url: where it lies instead, when it was attached by its address; mostly empty.
    """

    title: str
    path: str = ""
    signed: str = ""
    url: str = ""

    @property
    def key(self) -> str:
        """What stays the same when it is signed anew or the server moves.

        In its row it distinguishes it from all but those that only a query tells apart, which may be a
        signature. A digest, since servers may keep the sender's name of a file in its path.
        """
        stored = _last(self.path) or _path_of(self.url) or _last(_path_of(self.signed))
        return sha256(stored.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]

    @property
    def file_names(self) -> tuple[str, ...]:
        """Names that a copy of it may have on a disk: as the server stores it, then as it was sent."""
        stored = unquote(_last(self.path or _path_of(self.url or self.signed)))
        plain = unquote(self.title)
        names = (stored, self.title, plain, title_of(plain))
        return tuple(dict.fromkeys(name for name in names if name))


def attachments_of(cell: object) -> tuple[Attachment, ...]:
    """The attachments of a cell; none for whatever else stands there."""
    if isinstance(cell, str):
        cell = _decoded(cell)
    if not isinstance(cell, list):
        return ()
    return tuple(_attachments(cell))


def attachments_in_text(cell: str) -> tuple[Attachment, ...] | None:
    """The attachments of a cell of a CSV export: ``title(url),title(url)``.

    Titles may hold commas and brackets, so the cell is read from one address to the next.

    Returns:
        None when the cell is not of that form.
    """
    pieces = _IN_BRACKETS.split(cell.strip())
    if len(pieces) < 2:
        return None
    found = []
    title = pieces[0]
    for piece in pieces[1:]:
        # Addresses are encoded, so the first bracket ends one, unless it was opened in it.
        url, closed, rest = piece.partition(")")
        if not closed:
            return None
        while url.count("(") > url.count(")") and ")" in rest:
            more, _, rest = rest.partition(")")
            url = f"{url}){more}"
        found.append(_in_text(title, url=url))
        title = rest.lstrip(", ")
    if title.strip():
        return None
    return tuple(found)


def flag_of(cell: object) -> bool | None:
    """A check box, however the server writes it; None when it says neither."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return bool(cell) if cell in (0, 1) else None
    if isinstance(cell, str):
        key = name_key(cell)
        return True if key in _YES else False if key in _NO else None
    return None


def text_of(cell: object) -> str:
    """A cell as text, raw: it still has to be cleaned."""
    if isinstance(cell, str):
        return cell
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, int | float):
        return str(cell)
    return ", ".join(names_of(cell))


def names_of(cell: object) -> tuple[str, ...]:
    """The names of linked rows, or the one name that stands there as text; raw.

    A count alone gives none: see `count_of`.
    """
    if isinstance(cell, str):
        return () if not cell.strip() or cell.strip().isdecimal() else (cell.strip(),)
    if isinstance(cell, Mapping):
        name = _name_in(cell)
        return (name,) if name else ()
    if isinstance(cell, list):
        found = (names_of(one) for one in cell[:MOST_IN_A_CELL] if isinstance(one, Mapping | str))
        return tuple(dict.fromkeys(name for names in found for name in names))
    return ()


def count_of(cell: object) -> int:
    """How many rows are linked, where the server tells no more than that; else 0."""
    if isinstance(cell, bool):
        return 0
    if isinstance(cell, int):
        return max(0, cell)
    if isinstance(cell, str) and cell.strip().isdecimal():
        return int(cell.strip()[:6])
    return 0


def names_nested(cells: Mapping[str, object], *, count: int) -> tuple[str, ...]:
    """The names of linked rows that version 2 lists beside their count, if there is no doubt whose.

    Args:
        cells: of the row.
        count: how many rows are linked.
    """
    lists = [
        cell
        for title, cell in cells.items()
        if _NESTED.match(title) and isinstance(cell, list) and any(map(_linked_row, cell))
    ]
    if len(lists) != 1 or len(lists[0]) != count:
        return ()
    rows = [_linked_row(one) for one in lists[0][:MOST_IN_A_CELL]]
    names = [_name_in(row) for row in rows if row is not None]
    return tuple(dict.fromkeys(names)) if all(names) and len(names) == count else ()


def title_of(raw: str) -> str:
    """The title of an attachment, cleaned: old servers read the UTF-8 of file names as Latin-1."""
    text = raw
    with suppress(UnicodeError):  # it was never mangled
        text = raw.encode("latin-1").decode("utf-8")
    return clean_line(_last(text.replace("\\", "/")), limit=LONGEST_TITLE)


def _attachments(cell: Sequence[object]) -> Iterator[Attachment]:
    for one in cell:
        if not isinstance(one, Mapping):
            continue
        path, url = _string(one, "path"), _string(one, "url")
        signed = _string(one, "signedPath") or _string(one, "signedUrl")
        if not (path or url or signed):
            continue
        named = _string(one, "title") or unquote(_last(_path_of(path or url or signed)))
        yield Attachment(title_of(named) or "?", path, signed, url)


def _in_text(title: str, *, url: str) -> Attachment:
    named = title_of(unquote(title))
    path = unquote(_path_of(url)).lstrip("/")
    return Attachment(named or title_of(_last(path)) or "?", path=path)


def _name_in(row: Mapping[str, object]) -> str:
    """What a linked row is called: its whole name, given name and surname, or its first text."""
    fields = row.get("fields")
    if isinstance(fields, Mapping):  # version 3 keeps the cells apart from the id
        row = fields
    texts = {name_key(str(title)): cell for title, cell in row.items() if isinstance(cell, str)}
    for whole in ("full name", "fullname"):
        if texts.get(whole, "").strip():
            return texts[whole].strip()
    if texts.get("name", "").strip() and texts.get("surname", "").strip():
        return f"{texts['name']} {texts['surname']}".strip()
    plain = (text.strip() for text in texts.values())
    return next((text for text in plain if text and not text.isdecimal() and not _DATE.match(text)), "")


def _linked_row(one: object) -> Mapping[str, object] | None:
    """The row at the other end of a link, of the small table that joins both."""
    if not isinstance(one, Mapping):
        return None
    return next((cell for cell in one.values() if isinstance(cell, Mapping)), None)


def _string(one: Mapping[str, object], name: str) -> str:
    value = one.get(name)
    return value if isinstance(value, str) else ""


def _decoded(text: str) -> object:
    """Some databases hand attachments over as the JSON that they store."""
    if not text.startswith("["):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path if "://" in url else url.partition("?")[0]
    except ValueError:
        return url


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
