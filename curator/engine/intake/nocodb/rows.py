"""Columns, rows and pages of a table, whatever version of the interface they came by."""

from collections.abc import Mapping
from dataclasses import dataclass

from curator.engine.text import clean_line

ATTACHMENT = "Attachment"
"""Sort of columns that hold files."""

CHECK_BOX = "Checkbox"
"""Sort of columns that can be ticked."""

LONGEST_ID = 40
"""Characters of a row's id that are shown and noted; numbers and UUIDs are shorter."""

_LINKS = frozenset({"Links", "LinkToAnotherRecord"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: as the server spells it.
        sort: ``Attachment``, ``Checkbox``, ...; empty when the server did not tell.
        id: of the column; empty likewise.
        is_key: its cells tell the rows apart.
    """

    title: str
    sort: str = ""
    id: str = ""
    is_key: bool = False

    @property
    def may_link(self) -> bool:
        """Whether a number in it may count rows of another table: it is a link, or nobody told what it is."""
        return not self.sort or self.sort in _LINKS


@dataclass(frozen=True, slots=True)
class TableInfo:
    """Which table it is, and as much of its make-up as the token may see.

    Attributes:
        base: id, or the title that was typed.
        table: id, or the title that was typed.
        title: for people.
        columns: none when the token may not see them.
    """

    base: str
    table: str
    title: str
    columns: tuple[Column, ...] = ()

    @property
    def key(self) -> str:
        """The title of the column that tells the rows apart; empty when that is not known."""
        return next((column.title for column in self.columns if column.is_key), "")

    def column(self, title: str) -> Column:
        """A column by its title; one that is only known by it if the token may not see more."""
        return next((one for one in self.columns if one.title == title), Column(title))


@dataclass(frozen=True, slots=True)
class Record:
    """A row.

    Attributes:
        id: as the server counts; empty when it cannot be told.
        cells: by the columns' titles, as they came.
    """

    id: str
    cells: Mapping[str, object]

    @property
    def shown_id(self) -> str:
        """The id for people."""
        return clean_line(self.id, limit=LONGEST_ID) or "?"


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows in the server's order.

    Attributes:
        records: the rows.
        total: of the table; None when the server does not tell.
        is_last: nothing follows.
    """

    records: tuple[Record, ...]
    total: int | None
    is_last: bool
