"""What an export is to hold besides the site's own files, as the catalogue keeps it."""

import json
import logging
from dataclasses import asdict, dataclass, fields
from typing import Any

from curator.engine.catalogue import Catalogue
from curator.engine.text import clean_line

_LOG = logging.getLogger(__name__)

_FACT = "export_options"
"""The fact of the catalogue that holds them, as a JSON object."""

LANGUAGES = ("en", "it", "de", "fr")
"""What the gallery can be written in; the first is that of its front page unless left out."""

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a person chose for exports; the same for the next one until it is changed.

    Attributes:
        gallery: write the gallery as well.
        languages: of the gallery, some of ``LANGUAGES`` in their order, never none.
        title: of the gallery and of what is printed; empty for the usual one.
        credit: who is named as the source of each picture, in labels and gallery; may be empty.
        licence: under which the pictures may be used: a name or an address; may be empty.
        signed: sign deepfakes by C2PA, where the extra package is installed.
    """

    gallery: bool = True
    languages: tuple[str, ...] = LANGUAGES
    title: str = ""
    credit: str = ""
    licence: str = ""
    signed: bool = False


def options_of(catalogue: Catalogue) -> ExportOptions:
    """The options in force; what was written by hand and makes no sense is as if nobody had written it."""
    told = catalogue.fact(_FACT)
    if not told:
        return ExportOptions()
    try:
        return _known(json.loads(told))
    except (ValueError, TypeError):
        _LOG.warning("The export options of the catalogue are not sound; the usual ones are used.")
        return ExportOptions()


def keep_options(catalogue: Catalogue, options: ExportOptions) -> None:
    """Writes the options that are in force from now on, in one transaction.

    Raises:
        CatalogueError: they could not be written.
    """
    with catalogue.writing():
        catalogue.keep_fact(_FACT, json.dumps(asdict(options), ensure_ascii=False))


def _known(told: Any) -> ExportOptions:
    """The options that this Curator knows.

    Raises:
        ValueError: something else stands in their place.
    """
    if not isinstance(told, dict):
        raise ValueError("no object")
    usual = ExportOptions()
    values: dict[str, Any] = {}
    for one in fields(ExportOptions):
        default = getattr(usual, one.name)
        value = told.get(one.name, default)
        if one.name == "languages":
            value = tuple(language for language in LANGUAGES if language in value) or LANGUAGES
        elif not isinstance(value, type(default)):
            raise ValueError(f"{one.name} is of another kind")
        elif isinstance(value, str):
            value = clean_line(value, limit=_LONGEST) if value else ""
        values[one.name] = value
    return ExportOptions(**values)
