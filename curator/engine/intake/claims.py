"""What a table says about pictures: claim, kind, note and sender of each file it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.engine.intake.names import (
    LONGEST_NAME,
    NameIndex,
    claim_of,
    country_named,
    kind_named,
    role_named,
    shown,
    split_name,
)
from curator.engine.intake.tables import Row, read_table
from curator.engine.records import Claim, Kind
from curator.engine.text import clean_line, clean_text, name_key

LONGEST_NOTE = 4000
"""Characters of a note that are kept."""

LONGEST_SENDER = 200
"""Characters of a sender that are kept."""

COLUMNS = {
    "file": ("filename", "file name", "picture", "image", "path"),
    "country": (),
    "name": ("given name", "first name", "full name", "politician", "subject", "claim"),
    "surname": ("last name", "family name"),
    "role": ("official role", "officialrole", "office"),
    "kind": ("type",),
    "isfake": ("is fake", "fake", "deepfake"),
    "description": ("note", "notes", "comment", "caption"),
    "sender": ("from", "submitter", "submitted by", "email"),
}
"""The columns that give claims, and other headings that mean them."""

_YES = frozenset({"1", "yes", "y", "true"})
_NO = frozenset({"0", "no", "n", "false"})


@dataclass(frozen=True, slots=True)
class RowClaim:
    """What one row of a table says.

    Attributes:
        number: of the row.
        file: the file's name as it stands in the table.
        kind: None if the row does not say.
        odd_kind: what the row says as kind when that is not understood, else "".
        file_names: names that the file may have instead, the likeliest first; only of rows that
            NocoDB exported, where ``file`` is what its sender called it.
        several: people whom the row names, when there are several; it claims nobody then.
    """

    number: int
    file: str
    claim: Claim
    kind: Kind | None
    odd_kind: str
    note: str
    sender: str
    file_names: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


def read_claims(path: Path, *, index: NameIndex) -> tuple[RowClaim, ...]:
    """Read the claims of a table with a column ``file``.

    Raises:
        RefusedFile: it cannot be read or has no such column.
    """
    return tuple(_claims(path, index=index))


def _claims(path: Path, *, index: NameIndex) -> Iterator[RowClaim]:
    for row in read_table(path, known=COLUMNS, required=("file",)).rows:
        kind, odd_kind = _kind(row)
        yield RowClaim(
            number=row.number,
            file=row.cells["file"],
            claim=claim_from(
                name=row.cells.get("name", ""),
                surname=row.cells.get("surname", ""),
                country=row.cells.get("country", ""),
                role=row.cells.get("role", ""),
                index=index,
            ),
            kind=kind,
            odd_kind=odd_kind,
            note=clean_text(row.cells.get("description", ""), limit=LONGEST_NOTE),
            sender=clean_line(row.cells.get("sender", ""), limit=LONGEST_SENDER),
        )


def claim_from(*, name: str, surname: str, country: str, role: str, index: NameIndex) -> Claim:
    """The claim that raw cells make; in the index's spelling and completed from it if they name one of it.

    Args:
        name: the given name, or a whole name when ``surname`` is empty.
        surname: the surname; empty if the row has none.
        country: in any spelling.
        role: in any spelling.
        index: the politicians whose names are recognised.
    """
    name, surname = shown(name), shown(surname)
    country, role = country_named(country), role_named(role)
    politician = index.find(f"{name} {surname}", country=country)
    if politician is None and not (name and surname):
        politician = index.find_surname(name or surname, country=country)
    if politician is not None:
        known = claim_of(politician)
        return Claim(known.given_name, known.surname, country or known.country, role or known.role)
    if name and not surname:
        name, surname = split_name(name)
    return Claim(name[:LONGEST_NAME], surname[:LONGEST_NAME], country, role)


def _kind(row: Row) -> tuple[Kind | None, str]:
    said = row.cells.get("kind", "").strip()
    if said:
        kind = kind_named(said)
        return kind, "" if kind else clean_line(said, limit=40)
    flag = name_key(row.cells.get("isfake", ""))
    if flag in _YES:
        return Kind.DEEPFAKE, ""
    return (Kind.PORTRAIT if flag in _NO else None), ""
