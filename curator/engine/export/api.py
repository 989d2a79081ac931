"""The answers of the campaign's API as files, so that a plain web server gives them.

The site's scripts ask for ``/api/individuals/`` and then a filter written as JSON. A web server
takes the percent signs out of an address and looks for a file of that very name, so
``{"Country":"Italy"}`` is a file name here. Which filters they ask for is written down in
``docs/decisions/0006-export-shape.md``.
"""

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from curator.engine.countries import COUNTRIES
from curator.engine.export.flaws import Flaw
from curator.engine.export.site import Value, harmless
from curator.engine.export.tables import json_bytes
from curator.engine.records import Politician
from curator.engine.said import said

FOLDER = "api"
"""Inside an export."""

PACKED = "api.zip"
"""The same files packed, inside an export on a disk that cannot hold their names."""

_INDIVIDUALS = f"{FOLDER}/individuals"
_AVAILABLE = f"{FOLDER}/available"
_INDEX = "index.html"
"""What web servers give for a folder. It holds JSON: whoever fetches it does not look at its kind."""

# One page of the site asks with a blank at the end.
_DEEPFAKES = ('{"isfake":true}', '{"isfake":true} ')

_LOST_ON_THE_WAY = frozenset("/\\?#%")
"""Characters that mean something else in an address, and that the site's scripts do not escape."""

_LONGEST_NAME = 255
"""Bytes of a file name that common disks can hold."""

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file can tell: the same answers make the same file."""


def files(
    individuals: list[Value],
    *,
    available: Value,
    figures: Value,
    politicians: Iterable[Politician],
) -> dict[str, bytes]:
    """Every file by its path inside the export.

    Args:
        individuals: the objects of ``individuals.json``.
        available: what ``available.json`` holds.
        figures: what ``figures.json`` holds.
        politicians: everyone in the index; who has no picture is answered with an empty list.
    """
    objects = [one for one in individuals if isinstance(one, dict)]
    told = {
        f"{_INDIVIDUALS}/{_INDEX}": json_bytes(individuals),
        f"{_AVAILABLE}/{_INDEX}": json_bytes(available),
        f"{_AVAILABLE}/{{}}": json_bytes(available),
        f"{FOLDER}/figures": json_bytes(figures),
    }
    for name, answer in _answers(objects, politicians=politicians).items():
        if _can_be_asked(name):
            told[f"{_INDIVIDUALS}/{name}"] = json_bytes(answer)
    return told


def packed(answers: Mapping[str, bytes]) -> bytes:
    """All files in one ZIP file, to be unpacked on the web server."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in answers.items():
            archive.writestr(zipfile.ZipInfo(path, _ZIP_DAY), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """What :func:`packed` packed.

    Raises:
        Flaw: it is no sound ZIP file.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {one.filename: archive.read(one) for one in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Flaw(said("cannot be read again")) from error


def name_asked_for(full_name: str) -> tuple[str, str] | None:
    """Given name and surname that the site asks for by, from a full name in a page's address.

    It splits at the blanks: of three words two are the given name, of four two are the surname.
    With fewer or more it asks for nobody.
    """
    match full_name.split(" "):
        case [given_name, surname]:
            return given_name, surname
        case [one, two, surname]:
            return f"{one} {two}", surname
        case [one, two, three, four]:
            return f"{one} {two}", f"{three} {four}"
        case _:
            return None


def check(path: str, data: bytes, *, everything: list[Any]) -> None:
    """Reads an answer back and holds it against the filter that is its name.

    Args:
        path: inside the export.
        data: what was written.
        everything: ``individuals.json`` as it was found.

    Raises:
        Flaw: it answers something else.
    """
    try:
        told = json.loads(data)
        folder, _, name = path.rpartition("/")
        rightly = folder != _INDIVIDUALS or _answers_rightly(told, name=name, everything=everything)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Flaw(said("cannot be read again")) from error
    if not rightly:
        raise Flaw(said("gives another answer than the catalogue"))


def _answers(
    objects: Sequence[dict[str, Value]], *, politicians: Iterable[Politician]
) -> dict[str, list[Value]]:
    """The answer to each filter that a script of the site may ask by.

    Of countries and people those of the index: what a sender wrote never becomes a file name.
    """
    by_country: dict[str, list[Value]] = {one.name: [] for one in COUNTRIES}
    by_names: dict[tuple[str, str], list[Value]] = {}
    by_full_name: dict[str, list[Value]] = {}
    for politician in politicians:
        names = harmless(politician.given_name), harmless(politician.surname)
        by_names[names] = []
        by_full_name[" ".join(names).strip()] = []
    for one in objects:
        for some in (
            by_country.get(str(one["Country"])),
            by_names.get((str(one["Name"]), str(one["Surname"]))),
            by_full_name.get(_full_name(one)),
        ):
            if some is not None:
                some.append(one)
    for full_name, some in by_full_name.items():
        asked = name_asked_for(full_name)
        if asked is not None:
            by_names[asked] = some
    fakes: list[Value] = [one for one in objects if one["isfake"] is True]
    portraits: list[Value] = [one for one in objects if one["isfake"] is False]
    return {
        **dict.fromkeys(_DEEPFAKES, fakes),
        _filter(isfake=False): portraits,
        **{_filter(Country=name): some for name, some in by_country.items()},
        **{_filter(Name=one, Surname=two): some for (one, two), some in by_names.items() if one or two},
    }


def _filter(**fields: str | bool) -> str:
    """As JavaScript's ``JSON.stringify`` writes it."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _full_name(one: Mapping[str, Any]) -> str:
    return f"{one['Name']} {one['Surname']}".strip()


def _can_be_asked(name: str) -> bool:
    return _LOST_ON_THE_WAY.isdisjoint(name) and len(name.encode()) <= _LONGEST_NAME


def _answers_rightly(told: Any, *, name: str, everything: list[Any]) -> bool:
    if name == _INDEX:
        return bool(told == everything)
    wanted = json.loads(name)
    full_name = f"{wanted['Name']} {wanted['Surname']}" if "Name" in wanted else None

    def fits(one: Mapping[str, Any]) -> bool:
        return all(one[field] == value for field, value in wanted.items())

    # Names that the site splits in another way than the index are answered by the full name.
    return bool(
        [one for one in told if fits(one)] == [one for one in everything if fits(one)]
        and all(one in everything for one in told if not fits(one))
        and all(fits(one) or _full_name(one) == full_name for one in told)
    )
