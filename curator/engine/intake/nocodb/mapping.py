"""What the columns of a table mean, and what a row says then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from curator.engine.intake.claims import LONGEST_NOTE, LONGEST_SENDER, claim_from
from curator.engine.intake.names import NameIndex, kind_named
from curator.engine.intake.nocodb.cells import (
    Attachment,
    attachments_of,
    count_of,
    flag_of,
    names_nested,
    names_of,
    text_of,
)
from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.intake.nocodb.request import (
    CAMPAIGN_CONTRIBUTIONS,
    CAMPAIGN_PHOTOS,
    FIELD_WORDS,
    Field,
    Mapped,
)
from curator.engine.intake.nocodb.rows import ATTACHMENT, CHECK_BOX, Column, Record
from curator.engine.records import Claim, Kind
from curator.engine.said import said
from curator.engine.text import clean_line, clean_text, name_key

HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.NOTE: ("description", "note", "notes", "comment", "caption"),
    Field.IS_FAKE: ("isfake", "is fake", "fake", "deepfake", "kind"),
    Field.CLAIM: ("subject", "politician", "full name", "claim", "shows"),
    Field.GIVEN_NAME: ("name", "given name", "first name"),
    Field.SURNAME: ("surname", "last name", "family name"),
    Field.COUNTRY: ("country",),
    Field.ROLE: ("official role", "officialrole", "role", "office"),
    Field.SENDER: ("your name", "sender", "submitter", "submitted by", "from", "email"),
}
"""Headings, as ``name_key`` gives them, that mean a field; the first that a table has counts."""

_PICTURES = ("image", "images", "picture", "pictures", "photo", "photos", "official picture", "file")
_LONGEST_TITLE = 60

Linked = Callable[[Record, str], tuple[str, ...]]
"""Asks for the names at the other end of a link, by the row and the column's title."""


@dataclass(frozen=True, slots=True)
class RowSays:
    """What a row says of its pictures.

    Attributes:
        attachments: its files.
        kind: of all of them; None when the row does not say.
        claim: empty also when the row names several politicians: a picture claims one.
        note: cleaned.
        sender: cleaned.
        several: the names, cleaned, when there are several.
    """

    attachments: tuple[Attachment, ...]
    kind: Kind | None
    claim: Claim
    note: str
    sender: str
    several: tuple[str, ...] = ()


def columns_of(columns: Sequence[Column], records: Sequence[Record]) -> tuple[Column, ...]:
    """The columns as the server described them, else as its first rows show them."""
    if columns:
        return tuple(columns)
    titles = dict.fromkeys(title for record in records for title in record.cells)
    return tuple(
        Column(title, _sort_seen([record.cells.get(title) for record in records])) for title in titles
    )


def guessed(columns: Sequence[Column]) -> Mapped:
    """What columns probably mean: as in the campaign's tables, else by their titles.

    Without a column of attachments there is no ``Field.IMAGE`` in it.
    """
    titles = {column.title for column in columns}
    for campaign in (CAMPAIGN_PHOTOS, CAMPAIGN_CONTRIBUTIONS):
        if titles.issuperset(campaign.values()):
            return campaign
    by_key = {name_key(column.title): column.title for column in reversed(columns)}
    mapped = {
        field: by_key[heading]
        for field, headings in HEADINGS.items()
        if (heading := next((one for one in headings if one in by_key), ""))
    }
    if Field.GIVEN_NAME in mapped and Field.SURNAME not in mapped:
        # "Name" alone is a whole name, unless another column holds that: then it may be anybody's.
        whole = mapped.pop(Field.GIVEN_NAME)
        mapped.setdefault(Field.CLAIM, whole)
    attached = [column.title for column in columns if column.sort == ATTACHMENT]
    common = [title for title in attached if name_key(title) in _PICTURES]
    if attached:
        mapped[Field.IMAGE] = (common or attached)[0]
    return mapped


def refuse_unknown(mapped: Mapped, *, columns: Sequence[Column], table: str) -> None:
    """Refuse a mapping to columns that the table does not have.

    Raises:
        FetchFailed: there is no such column, or none for pictures.
    """
    if Field.IMAGE not in mapped:
        raise FetchFailed(
            said("No column was chosen for the pictures."),
            advice=said("Choose the one that holds the attachments."),
            about=About.COLUMNS,
        )
    titles = {column.title for column in columns}
    for field, title in mapped.items():
        if titles and title not in titles:
            raise FetchFailed(
                said(
                    "The table {table} has no column “{title}”.",
                    table=table,
                    title=clean_line(title, limit=_LONGEST_TITLE),
                ),
                advice=said("Choose another column for “{field}”.", field=FIELD_WORDS[field]),
                about=About.COLUMNS,
            )


def read_row(record: Record, *, mapped: Mapped, index: NameIndex, linked: Linked) -> RowSays:
    """Read a row as it would be filed.

    Args:
        record: the row.
        mapped: what the columns mean.
        index: the politicians whose names are recognised.
        linked: asked where the row only tells how many others it is linked to.
    """

    def cell(field: Field) -> object:
        return record.cells.get(mapped[field]) if field in mapped else None

    names = names_of(cell(Field.CLAIM))
    if not names and (count := count_of(cell(Field.CLAIM))):
        names = names_nested(record.cells, count=count) or linked(record, mapped[Field.CLAIM])
    several = tuple(clean_line(name, limit=_LONGEST_TITLE) for name in names) if len(names) > 1 else ()
    whole = names[0] if len(names) == 1 else ""
    claim = Claim()
    if not several:
        claim = claim_from(
            name=whole or text_of(cell(Field.GIVEN_NAME)),
            surname="" if whole else text_of(cell(Field.SURNAME)),
            country=text_of(cell(Field.COUNTRY)),
            role=text_of(cell(Field.ROLE)),
            index=index,
        )
    return RowSays(
        attachments=attachments_of(cell(Field.IMAGE)),
        kind=_kind(cell(Field.IS_FAKE)),
        claim=claim,
        note=clean_text(text_of(cell(Field.NOTE)), limit=LONGEST_NOTE),
        sender=clean_line(text_of(cell(Field.SENDER)), limit=LONGEST_SENDER),
        several=several,
    )


def _kind(cell: object) -> Kind | None:
    flag = flag_of(cell)
    if flag is None:
        return kind_named(cell) if isinstance(cell, str) else None
    return Kind.DEEPFAKE if flag else Kind.PORTRAIT


def _sort_seen(cells: Sequence[object]) -> str:
    """What a column seems to be, when the token may not ask."""
    filled = [cell for cell in cells if cell not in (None, "", [])]
    if any(attachments_of(cell) for cell in filled):
        return ATTACHMENT
    if filled and all(isinstance(cell, bool) for cell in filled):
        return CHECK_BOX
    return ""
