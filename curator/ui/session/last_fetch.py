"""Remembers in the catalogue from which table was fetched last; never with which token."""

import json
from typing import Any

from curator.engine.catalogue import Catalogue
from curator.engine.intake.nocodb.request import FetchRequest, Field, Source
from curator.engine.records import Kind

_FACT = "last_fetch"
"""The fact of the catalogue that holds it, as a JSON object."""


def last_fetch(catalogue: Catalogue) -> FetchRequest | None:
    """What was fetched last, without a mark, which is chosen each time; None when nothing was."""
    told = catalogue.fact(_FACT)
    try:
        return _request_of(json.loads(told)) if told else None
    except (ValueError, TypeError, KeyError, AttributeError):
        # Written by hand, or by another Curator: as if nobody had written it.
        return None


def keep_last_fetch(catalogue: Catalogue, request: FetchRequest) -> None:
    """Writes what is fetched now, in one transaction.

    Raises:
        CatalogueError: it could not be written.
    """
    source = request.source
    told = {
        "url": source.url,
        "base": source.base,
        "table": source.table,
        "mapped": {field.value: title for field, title in request.mapped.items()},
        "kind": request.kind.value,
    }
    with catalogue.writing():
        catalogue.keep_fact(_FACT, json.dumps(told, ensure_ascii=False))


def _request_of(told: Any) -> FetchRequest:
    """What was kept.

    Raises:
        ValueError: or another error of values of the wrong kind: somebody else wrote it.
    """
    source = Source(*(str(told[name]) for name in ("url", "base", "table")))
    mapped = {Field(field): str(title) for field, title in told["mapped"].items()}
    return FetchRequest(source, mapped, Kind(told["kind"]))
