"""Read the index of politicians from a table with the columns country, role, name and surname."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.engine.countries import COUNTRY_WORDS, ROLE_WORDS, Role, find_country, find_role
from curator.engine.errors import RefusedFile
from curator.engine.intake.contents import NameLookup, Refused, Sort, sort_file, told
from curator.engine.intake.names import LONGEST_NAME, shown, split_name
from curator.engine.intake.tables import Row, Table, read_table, row_of
from curator.engine.ordinary_files import shown_name
from curator.engine.said import said
from curator.engine.text import clean_line, name_key

MOST_PEOPLE_A_COUNTRY = len(Role)
"""One for each office; more are taken, with a warning."""

COLUMNS = {
    "country": (),
    "role": ("official role", "officialrole", "office"),
    "name": ("given name", "first name", "full name", "politician"),
    "surname": ("last name", "family name"),
}
"""The columns of the index, and other headings that mean them."""

_PORTRAIT_HEADING = re.compile(r"(?:reference )?(?:portrait|photo|picture|image|file)s?(?: file| name)? ?\d*")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A politician as a row of the index names one.

    Attributes:
        number: of the row, as a spreadsheet counts.
        country: as the index writes it; "" if the row does not say.
        role: as the index writes it; "" if the row does not say.
        portraits: files that the row names and that are there.
    """

    number: int
    given_name: str
    surname: str
    country: str
    role: str
    portraits: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class IndexTable:
    """What a table of the index holds.

    Attributes:
        rows: the good ones, each politician and office once.
        refused: sentences about rows and portraits that were left out.
        warnings: sentences about what was taken in but is doubtful.
    """

    rows: tuple[IndexRow, ...]
    refused: tuple[Refused, ...]
    warnings: tuple[str, ...]


def read_index_csv(path: Path) -> IndexTable:
    """Read politicians; columns such as ``portrait``, ``portrait 2`` or ``photo`` name files.

    A bad row is left out with a sentence and never stops the others.

    Args:
        path: the table; portraits are looked for beside it and below.

    Raises:
        RefusedFile: the table cannot be read, or has no column ``name`` or ``country``.
    """
    table = read_table(path, known=COLUMNS, required=("name", "country"))
    lookup = NameLookup()
    rows: dict[tuple[str, str, str], IndexRow] = {}
    offices: dict[tuple[str, str], str] = {}
    refused: list[Refused] = []
    warnings: list[str] = []
    for row in table.rows:
        where = row_of(path, number=row.number)
        try:
            read = _row(row, where=where)
        except RefusedFile as error:
            refused.append(Refused(path, told(error)))
            continue
        key = (name_key(f"{read.given_name} {read.surname}"), read.country, read.role)
        if key in rows:
            warnings.append(
                said("{where} repeats row {row}. The first one counts.", where=where, row=rows[key].number)
            )
            continue
        if read.role and (role := offices.setdefault(key[:2], read.role)) != read.role:
            warnings.append(
                said(
                    "{where} gives {name} a second office. {role} counts.",
                    where=where,
                    name=f"{read.given_name} {read.surname}".strip(),
                    role=ROLE_WORDS.get(role, role),
                )
            )
        portraits: list[Path] = []
        for cell in _portrait_cells(row, table=table):
            try:
                portraits.append(_portrait(cell, folder=path.parent, lookup=lookup, where=where))
            except RefusedFile as error:
                refused.append(Refused(path, told(error)))
        rows[key] = IndexRow(
            read.number,
            read.given_name,
            read.surname,
            read.country,
            read.role,
            tuple(dict.fromkeys(portraits)),
        )
    people = Counter(
        country for country, _ in {(row.country, key[0]) for key, row in rows.items()} if country
    )
    warnings.extend(
        said(
            "{table} has {count} people for {country}; the index has at most {most}.",
            table=shown_name(path),
            count=count,
            country=COUNTRY_WORDS.get(country, country),
            most=MOST_PEOPLE_A_COUNTRY,
        )
        for country, count in sorted(people.items())
        if count > MOST_PEOPLE_A_COUNTRY
    )
    return IndexTable(tuple(rows.values()), tuple(refused), tuple(warnings))


def _row(row: Row, *, where: str) -> IndexRow:
    name, surname = shown(row.cells["name"]), shown(row.cells.get("surname", ""))
    if not name_key(f"{name} {surname}"):
        raise RefusedFile(
            said("{where} names nobody.", where=where), advice=said("Fill in name and surname.")
        )
    if not surname:
        name, surname = split_name(name)
    said_country = clean_line(row.cells["country"], limit=LONGEST_NAME)
    country = find_country(said_country)
    if said_country and country is None:
        raise RefusedFile(
            said('{where} has an unknown country, "{country}".', where=where, country=said_country),
            advice=said("Write the English name of a country of the European Union."),
        )
    said_role = clean_line(row.cells.get("role", ""), limit=LONGEST_NAME)
    role = find_role(said_role)
    if said_role and role is None:
        raise RefusedFile(
            said('{where} has an unknown role, "{role}".', where=where, role=said_role),
            advice=said("Write one of: {roles}.", roles=", ".join(Role)),
        )
    return IndexRow(
        row.number, name, surname, country.name if country else "", role.value if role else "", ()
    )


def _portrait_cells(row: Row, *, table: Table) -> Iterator[str]:
    for column in table.columns:
        if _PORTRAIT_HEADING.fullmatch(column) and row.cells[column].strip():
            yield row.cells[column]


def _portrait(cell: str, *, folder: Path, lookup: NameLookup, where: str) -> Path:
    found = lookup.find(cell, folder=folder)
    if found is None:
        raise RefusedFile(
            said(
                '{where} names the portrait "{name}", which is not there.',
                where=where,
                name=clean_line(cell, limit=80),
            ),
            advice=said("Correct the name or add the picture."),
        )
    if sort_file(found) is not Sort.PICTURE:
        raise RefusedFile(
            said("{where} names {name}, which is not a picture.", where=where, name=shown_name(found))
        )
    return found
