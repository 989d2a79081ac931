"""An attachment of a row on its way to become a submission."""

from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue.fetched import Fetched
from curator.engine.intake.nocodb.cells import Attachment
from curator.engine.intake.nocodb.mapping import RowSays
from curator.engine.intake.nocodb.rows import Record
from curator.engine.intake.nocodb.tables import Table
from curator.engine.said import Said, said
from curator.engine.text import clean_line


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a row, with all that the row says.

    Attributes:
        table: of the row.
        record: the row.
        says: what the row says of it.
        attachment: the file.
        key: what it is noted under, so that it is not fetched twice.
        where: ``photos, row 152``, for people.
        known: from an earlier fetch.
        is_read: the whole row was read; else its names were not asked for again.
        is_whole_row: all that is attached to the row is taken; else there is too much of it.
    """

    table: Table
    record: Record
    says: RowSays
    attachment: Attachment
    key: str
    where: str
    known: Fetched | None
    is_read: bool
    is_whole_row: bool

    @property
    def path(self) -> Path:
        """Names it for people; there is no such file."""
        return Path(self.where) / self.attachment.title.replace("/", "_")

    @property
    def name(self) -> Said:
        """The subject of a sentence about it."""
        title = clean_line(self.attachment.title, limit=80)
        return said('"{title}" of {where}', title=title, where=self.where)
