"""The thresholds of a catalogue: those that Curator starts with, and what its curators changed of them.

Only what differs is kept, so that better defaults of a later Curator reach every catalogue
that never asked for anything else.
"""

import json
import logging
from dataclasses import asdict
from math import isfinite
from typing import Any

from curator.engine.catalogue import Catalogue
from curator.engine.errors import RefusedChange
from curator.engine.rules import Thresholds

_LOG = logging.getLogger(__name__)

_FACT = "thresholds"
"""The fact of the catalogue that holds them, as a JSON object of names and numbers."""


def bands_of(catalogue: Catalogue) -> Thresholds:
    """The thresholds in force.

    What was written by hand and makes no sense is as if nobody had written it: a catalogue opens
    whatever stands there, and the log says so.
    """
    told = catalogue.fact(_FACT)
    if not told:
        return Thresholds()
    try:
        return Thresholds(**_known(json.loads(told)))
    except (ValueError, RefusedChange):
        _LOG.warning("The thresholds of the catalogue are not sound; the defaults are used.")
        return Thresholds()


def keep_bands(catalogue: Catalogue, thresholds: Thresholds) -> None:
    """Writes the thresholds that are in force from now on, in one transaction.

    Decisions that were made keep those of their day. What is undecided is to be assessed anew.

    Raises:
        CatalogueError: it could not be written.
    """
    defaults = asdict(Thresholds())
    changed = {name: value for name, value in asdict(thresholds).items() if value != defaults[name]}
    with catalogue.writing():
        catalogue.keep_fact(_FACT, json.dumps(changed) if changed else "")


def _known(told: Any) -> dict[str, Any]:
    """The numbers that this Curator knows.

    Raises:
        ValueError: something else stands in their place.
    """
    if not isinstance(told, dict):
        raise ValueError("no object")
    known = {}
    for name, default in asdict(Thresholds()).items():
        value = told.get(name, default)
        # A distance may be written without a fraction, but a number of bits never has one.
        kinds = (int, float) if isinstance(default, float) else (int,)
        if isinstance(value, bool) or not isinstance(value, kinds) or not isfinite(value):
            raise ValueError(f"{name} is no number")
        known[name] = type(default)(value)
    return known
