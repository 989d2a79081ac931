"""What a person wants to fetch: which table of which server, and what its columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from curator.engine.records import Claim, Kind
from curator.engine.said import Said, said


class Api(StrEnum):
    """The ways of talking to NocoDB that Curator knows."""

    V1 = "v1"
    V2 = "v2"
    V3 = "v3"


class Field(StrEnum):
    """What a column can mean."""

    IMAGE = "image"
    NOTE = "note"
    IS_FAKE = "is_fake"
    CLAIM = "claim"
    """Whole names: a link to another table, or text."""
    GIVEN_NAME = "given_name"
    SURNAME = "surname"
    COUNTRY = "country"
    ROLE = "role"
    SENDER = "sender"


FIELD_WORDS: Mapping[Field, Said] = {
    Field.IMAGE: said("Pictures"),
    Field.NOTE: said("Note"),
    Field.IS_FAKE: said("Is a deepfake"),
    Field.CLAIM: said("Shows (whole name)"),
    Field.GIVEN_NAME: said("Given name"),
    Field.SURNAME: said("Surname"),
    Field.COUNTRY: said("Country"),
    Field.ROLE: said("Role"),
    Field.SENDER: said("Sender"),
}
"""What a field is called beside the column that fills it."""

Mapped = Mapping[Field, str]
"""The title of the column that fills each field; fields without one are left out."""

CAMPAIGN_PHOTOS: Mapped = {
    Field.IMAGE: "image",
    Field.NOTE: "Description",
    Field.IS_FAKE: "isfake",
    Field.CLAIM: "subject",
}
"""The campaign's table ``photos``."""

CAMPAIGN_CONTRIBUTIONS: Mapped = {
    Field.IMAGE: "official Picture",
    Field.GIVEN_NAME: "Name",
    Field.SURNAME: "Surname",
    Field.COUNTRY: "Country",
    Field.ROLE: "OfficialRole",
    Field.SENDER: "Your Name",
}
"""The campaign's table ``contributions``: what its public form fills."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table of a server.

    Attributes:
        url: of the server, ``https://host[:port][/path]`` without a slash at the end.
        base: title or id of the base; titles do not work with every version.
        table: title or id of the table.
    """

    url: str
    base: str
    table: str


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What is to be fetched. The token goes beside it and is never part of it.

    Attributes:
        source: from where.
        mapped: what the columns mean; ``Field.IMAGE`` is among them.
        kind: of rows that do not say whether they are deepfakes.
        mark_column: the column of check boxes that is ticked once a row was filed; empty writes nothing.
    """

    source: Source
    mapped: Mapped
    kind: Kind = Kind.DEEPFAKE
    mark_column: str = ""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as it would be filed.

    Attributes:
        row_id: as the server counts.
        pictures: titles of its attachments, cleaned.
        kind: of its pictures.
        claim: whom it claims to show.
        note: cleaned.
        sender: cleaned.
    """

    row_id: str
    pictures: tuple[str, ...]
    kind: Kind
    claim: Claim
    note: str
    sender: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a first look at a table brought.

    Attributes:
        api: how the server is talked to.
        columns: titles of all columns that it showed, in its order.
        mapped: what they mean: as asked for, else guessed from their titles, campaign's tables first.
        rows: the first five at most, read with that mapping.
        total: rows of the table; None when the server does not tell.
        check_boxes: columns that could be ticked to mark rows as imported: none of those that are read.
        warnings: sentences about what is odd.
    """

    api: Api
    columns: tuple[str, ...]
    mapped: Mapped
    rows: tuple[PreviewRow, ...]
    total: int | None
    check_boxes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())
