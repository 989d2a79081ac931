"""The published submissions as a table for people: CSV that no spreadsheet runs, and the same as JSON."""

import csv
import json
from collections.abc import Sequence
from io import StringIO

from curator.engine.export.contents import Entry
from curator.engine.export.flaws import Flaw
from curator.engine.export.site import Value, country_codes, iso_moment
from curator.engine.said import said
from curator.engine.text import csv_safe

CSV = "submissions.csv"
JSON = "submissions.json"

COLUMNS = (
    "Id",
    "Kind",
    "Name",
    "Surname",
    "Country",
    "CountryCode",
    "OfficialRole",
    "InIndex",
    "Description",
    "Match",
    "ReceivedAt",
    "Image",
    "BoxImage",
)
"""Neither sender, file name, source nor curator: they stay in the catalogue."""


def rows(entries: Sequence[Entry]) -> list[Value]:
    """One object for each entry, with the columns of the table; text as it is kept."""
    return [
        {
            "Id": int(entry.id),
            "Kind": str(entry.kind),
            "Name": entry.given_name,
            "Surname": entry.surname,
            "Country": entry.country,
            "CountryCode": country_codes(entry.country)[0],
            "OfficialRole": entry.role,
            "InIndex": entry.indexed,
            "Description": entry.description,
            "Match": "" if entry.word is None else str(entry.word),
            "ReceivedAt": iso_moment(entry.received_at),
            "Image": entry.image,
            "BoxImage": entry.boxfile,
        }
        for entry in entries
    ]


def csv_bytes(entries: Sequence[Entry]) -> bytes:
    """The table as CSV: every cell quoted and made safe, UTF-8 with a BOM so that Excel reads it right."""
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for row in rows(entries):
        assert isinstance(row, dict), "rows are objects"
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def check(path: str, data: bytes, *, entries: Sequence[Entry]) -> None:
    """Reads one of the two files back.

    Raises:
        Flaw: it is not a table of those entries.
    """
    ids = [int(one.id) for one in entries]
    try:
        if path == JSON:
            told = json.loads(data)
            sound = [one["Id"] for one in told] == ids and all(tuple(one) == COLUMNS for one in told)
        else:
            header, *found = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
            sound = tuple(header) == COLUMNS and [row[0] for row in found] == list(map(str, ids))
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise Flaw(said("cannot be read again")) from error
    if not sound:
        raise Flaw(said("names other submissions than are there"))


def json_bytes(value: Value) -> bytes:
    r"""JSON in UTF-8 that is readable, and harmless when a page holds it: ``<>&`` as ``\u003c`` and so on."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"{text}\n".encode()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return csv_safe(str(value))
