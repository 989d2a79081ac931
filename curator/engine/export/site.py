"""The three JSON files that the campaign's site reads, in its own shape.

The site is ``github.com/hermescenter/dontspy.eu``: what its scripts read of these files
is written down in ``docs/decisions/0006-export-shape.md``.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from curator.engine.countries import find_country
from curator.engine.export.contents import Entry, scaled_boxes
from curator.engine.export.flaws import Flaw
from curator.engine.export.labels import alt_text
from curator.engine.records import Politician, SubmissionId
from curator.engine.said import said
from curator.engine.text import clean_line

INDIVIDUALS = "individuals.json"
AVAILABLE = "available.json"
FIGURES = "figures.json"

Value = str | int | bool | None | dict[str, "Value"] | list["Value"]
"""What JSON can say of an entry; there are no fractions in it."""

# ISO 3166-1, alpha-2 to alpha-3: the site's fields ``two`` and ``three``.
_ALPHA_3 = {
    "AT": "AUT", "BE": "BEL", "BG": "BGR", "CY": "CYP", "CZ": "CZE", "DE": "DEU", "DK": "DNK",
    "EE": "EST", "ES": "ESP", "FI": "FIN", "FR": "FRA", "GR": "GRC", "HR": "HRV", "HU": "HUN",
    "IE": "IRL", "IT": "ITA", "LT": "LTU", "LU": "LUX", "LV": "LVA", "MT": "MLT", "NL": "NLD",
    "PL": "POL", "PT": "PRT", "RO": "ROU", "SE": "SWE", "SI": "SVN", "SK": "SVK",
}  # fmt: skip

# The site pastes text into HTML and into the headers of its pages without escaping it.
_HARMLESS = str.maketrans({"<": "‹", ">": "›", '"': "”", "`": "’", "\\": "∖"})
_LONGEST = 2000

_FIELDS = (
    "Name", "Surname", "Country", "OfficialRole", "Id", "Description", "priority", "analyzed", "isfake",
    "reviewed", "image", "boxfile", "rbi", "CreatedAt", "two", "three",
)  # fmt: skip
_FIGURE_FIELDS = _FIELDS[:4]
_TOTALS = ("facesTotal", "fakesTotal", "registered", "picturesPerCountry")


def individuals(entries: Sequence[Entry], *, sizes: Mapping[SubmissionId, tuple[int, int]]) -> list[Value]:
    """``individuals.json``: one object for each published picture.

    Args:
        entries: what is published.
        sizes: width and height of each exported picture, in pixels.
    """
    return [_individual(entry, size=sizes[entry.id]) for entry in entries]


def available(entries: Sequence[Entry]) -> dict[str, Value]:
    """``available.json``: how many pictures there are, of whom, and in which country."""
    countries = sorted(entry.country for entry in entries if entry.country)
    return {
        "facesTotal": sum(not entry.is_deepfake for entry in entries),
        "fakesTotal": sum(entry.is_deepfake for entry in entries),
        "registered": len({(entry.role, entry.country) for entry in entries if entry.country}),
        "picturesPerCountry": {harmless(one): countries.count(one) for one in dict.fromkeys(countries)},
    }


def figures(politicians: Sequence[Politician]) -> list[Value]:
    """``figures.json``: the politicians of the index."""
    return [
        {
            "Name": harmless(one.given_name),
            "Surname": harmless(one.surname),
            "Country": harmless(one.country),
            "OfficialRole": harmless(one.role),
        }
        for one in politicians
    ]


def check(
    path: str,
    data: bytes,
    *,
    entries: Sequence[Entry],
    sizes: Mapping[SubmissionId, tuple[int, int]],
    politicians: int,
) -> None:
    """Reads one of the three files back.

    Args:
        path: which, inside the export.
        data: what was written.
        entries: what should be in it.
        sizes: width and height of each exported picture as it was found, in pixels.
        politicians: how many there are in the index.

    Raises:
        Flaw: it is not what it should be.
    """
    try:
        told = json.loads(data)
        if path == INDIVIDUALS:
            _check_individuals(told, entries=entries, sizes=sizes)
        elif path == AVAILABLE:
            sound = (
                tuple(told) == _TOTALS
                and told["facesTotal"] + told["fakesTotal"] == len(entries)
                and sum(told["picturesPerCountry"].values()) == sum(bool(one.country) for one in entries)
            )
            if not sound:
                raise Flaw(said("counts other pictures than are there"))
        elif len(told) != politicians or any(tuple(one) != _FIGURE_FIELDS for one in told):
            raise Flaw(said("names other politicians than are in the index"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Flaw(said("cannot be read again")) from error


def read_individuals(data: bytes) -> list[Any]:
    """The objects of ``individuals.json``.

    Raises:
        Flaw: it holds no list.
    """
    try:
        told = json.loads(data)
    except ValueError as error:
        raise Flaw(said("cannot be read again")) from error
    if not isinstance(told, list):
        raise Flaw(said("cannot be read again"))
    return told


def _check_individuals(
    told: Any, *, entries: Sequence[Entry], sizes: Mapping[SubmissionId, tuple[int, int]]
) -> None:
    pictures = [(one["Id"], one["image"], one["boxfile"], one["isfake"]) for one in told]
    if pictures != [(int(one.id), one.image, one.boxfile, one.is_deepfake) for one in entries]:
        raise Flaw(said("names other pictures than are there"))
    for one in told:
        if tuple(one) != _FIELDS or tuple(one["rbi"]) != ("box", "match"):
            raise Flaw(said("tells other things than it should"))
        if one["rbi"]["box"] is not None:
            left, top, width, height = one["rbi"]["box"]
            wide, high = sizes[one["Id"]]
            if not (0 <= left < left + width <= wide and 0 <= top < top + height <= high):
                raise Flaw(said("puts a box beside its picture"))


def harmless(text: str) -> str:
    """Text on one line that stays text where the site pastes it into HTML or into a page's header.

    Look-alikes and not entities: the same field also goes to places that do escape.
    """
    return clean_line(text, limit=_LONGEST).translate(_HARMLESS)


def iso_moment(moment: datetime) -> str:
    """A moment as the site writes it: ``2023-11-16T15:00:44.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def country_codes(country: str) -> tuple[str, str]:
    """ISO 3166-1 alpha-2 and alpha-3 of a country of the index; empty for others."""
    found = find_country(country)
    return ("", "") if found is None else (found.code, _ALPHA_3[found.code])


def _individual(entry: Entry, *, size: tuple[int, int]) -> dict[str, Value]:
    two, three = country_codes(entry.country)
    return {
        "Name": harmless(entry.given_name),
        "Surname": harmless(entry.surname),
        "Country": harmless(entry.country),
        "OfficialRole": harmless(entry.role),
        "Id": int(entry.id),
        "Description": _description(entry),
        "priority": False,
        "analyzed": entry.analysed,
        "isfake": entry.is_deepfake,
        # Whatever is published was decided by a person.
        "reviewed": True,
        "image": entry.image,
        "boxfile": entry.boxfile,
        "rbi": _rbi(entry, size=size),
        "CreatedAt": iso_moment(entry.received_at),
        "two": two,
        "three": three,
    }


def _description(entry: Entry) -> str | None:
    """What is said beside the picture: the note; of a deepfake without one what it is.

    Null makes the site say "Official portrait of ...", which suits portraits alone; an empty text would
    show as nothing.
    """
    if note := harmless(entry.description):
        return note
    return harmless(alt_text(entry)) if entry.is_deepfake else None


def _rbi(entry: Entry, *, size: tuple[int, int]) -> dict[str, Value]:
    """Box and word only: the old site's guesses at gender, age and emotion are not repeated.

    ``box`` is left, top, width, height in pixels of the exported picture, as it was there.
    """
    boxes = scaled_boxes(entry, size=size)
    box = boxes[0] if boxes else None
    return {
        "box": None if box is None else [box.left, box.top, box.width, box.height],
        "match": None if entry.word is None else str(entry.word),
    }
