"""Ticks the rows whose pictures are all there, when the curator asked for it."""

from collections.abc import Collection, Sequence

from curator.engine.intake.nocodb.attached import Attached
from curator.engine.intake.nocodb.cells import flag_of
from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.intake.nocodb.request import Mapped
from curator.engine.intake.nocodb.rows import CHECK_BOX, Column
from curator.engine.intake.nocodb.tables import Table
from curator.engine.said import said
from curator.engine.text import clean_line

_LONGEST_TITLE = 60


def markable(columns: Sequence[Column], *, mapped: Mapped) -> tuple[str, ...]:
    """The titles of the columns that can be ticked: check boxes that mean nothing else.

    Args:
        columns: of the table.
        mapped: what the columns mean; what rows say there must not be written over.
    """
    taken = set(mapped.values())
    return tuple(one.title for one in columns if one.sort == CHECK_BOX and one.title not in taken)


class Marks:
    """The one thing that Curator ever writes to a server."""

    def __init__(self, column: str, *, mapped: Mapped) -> None:
        """Marks nothing when the column is empty.

        Args:
            column: to be ticked.
            mapped: what the columns mean.
        """
        self._column = column
        self._mapped = mapped
        self._given_up = False

    @property
    def wanted(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._column) and not self._given_up

    def refuse_others(self, columns: Sequence[Column], *, table: str) -> None:
        """Refuse a column that is not there, or whose cells would be written over.

        Raises:
            FetchFailed: the table has none of that title, or it is not :func:`markable`.
        """
        if not self.wanted or self._column in markable(columns, mapped=self._mapped):
            return
        title = clean_line(self._column, limit=_LONGEST_TITLE)
        if all(column.title != self._column for column in columns):
            sentence = said("The table {table} has no column “{title}”.", table=table, title=title)
        elif self._column in self._mapped.values():
            sentence = said("The column “{title}” is read, so nothing is written to it.", title=title)
        else:
            sentence = said("The column “{title}” is not known to be one of check boxes.", title=title)
        raise FetchFailed(
            sentence, advice=said("Choose another column for the marks, or none."), about=About.COLUMNS
        )

    def write(self, table: Table, items: Sequence[Attached], *, filed: Collection[str]) -> tuple[str, ...]:
        """Ticks rows that are not ticked yet.

        Args:
            table: of the rows.
            items: all attachments of the rows.
            filed: keys of those that are in the catalogue.

        Returns:
            What went wrong, as sentences: the pictures are there all the same.
        """
        missing = {item.record.id for item in items if item.key not in filed or not item.is_whole_row}
        rows = {item.record.id: item.record for item in items}
        wanted = [
            row_id
            for row_id, record in rows.items()
            if row_id and row_id not in missing and flag_of(record.cells.get(self._column)) is not True
        ]
        if not self.wanted or not wanted:
            return ()
        try:
            table.mark(wanted, title=self._column)
        except FetchFailed as error:
            self._given_up = True  # a token that may not write now may not write later
            return (
                said(
                    "Rows could not be marked as imported. {why} The pictures are there.", why=error.sentence
                ),
            )
        return ()
