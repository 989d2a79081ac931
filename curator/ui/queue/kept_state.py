"""A filter as text that can be kept and read again, by whatever version."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from curator.engine.catalogue.lists import Order, SubmissionFilter
from curator.engine.records import Kind, Outcome, Reason, Verdict

_LONGEST = 100_000
"""In characters; what is longer was not written here."""
_LONGEST_TEXT = 1_000


def written(wanted: SubmissionFilter) -> str:
    """The filter as JSON; :func:`read` gives it back."""
    told: dict[str, object] = {
        name: sorted(getattr(wanted, name)) for name in _READERS if getattr(wanted, name)
    }
    for name in ("received_from", "received_to"):
        day: date | None = getattr(wanted, name)
        if day is not None:
            told[name] = day.isoformat()
    if wanted.decided_elsewhere:
        told["decided_elsewhere"] = True
    if wanted.text.strip():
        told["text"] = wanted.text
    return json.dumps(told | {"order": wanted.order, "backwards": wanted.backwards}, sort_keys=True)


def read(told: str) -> SubmissionFilter | None:
    """The filter that was written; None for whatever makes no sense, in part or altogether."""
    if len(told) > _LONGEST:
        return None
    try:
        values = json.loads(told)
        return _filter(values) if isinstance(values, dict) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _filter(values: dict[str, Any]) -> SubmissionFilter:
    fields: dict[str, Any] = {
        name: _values(reader, values[name]) for name, reader in _READERS.items() if name in values
    }
    for name in ("received_from", "received_to"):
        if name in values:
            fields[name] = date.fromisoformat(values[name])
    for name in ("decided_elsewhere", "backwards"):
        if name in values:
            fields[name] = _yes(values[name])
    text = values.get("text", "")
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        raise ValueError("no filter")
    if values.keys() - {*_READERS, *_OTHERS}:
        # A later version narrows by something that is not known here: it would list too much.
        raise ValueError("a filter of a later version")
    return SubmissionFilter(**fields, text=text, order=Order(values.get("order", Order.ADVICE)))


def _values(reader: Callable[[Any], object], told: Iterable[Any]) -> frozenset[object]:
    if not isinstance(told, list):
        raise TypeError("no list of values")
    return frozenset(reader(one) for one in told)


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError("no text")
    return told


def _yes(told: Any) -> bool:
    if not isinstance(told, bool):
        raise TypeError("neither yes nor no")
    return told


def _number(told: Any) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or not 0 < told < 2**63:
        raise ValueError("no number")
    return told


_READERS: dict[str, Callable[[Any], object]] = {
    "verdicts": Verdict,
    "outcomes": Outcome,
    "kinds": Kind,
    "reasons": Reason,
    "findings": _text,
    "countries": _text,
    "roles": _text,
    "politicians": _number,
    "sources": _text,
    "curators": _text,
    "submissions": _number,
}
"""By the filter's field, how one of its values is read."""
_OTHERS = ("received_from", "received_to", "decided_elsewhere", "text", "order", "backwards")
"""Fields that hold one value."""
