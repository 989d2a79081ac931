"""Reads rows of another copy of the catalogue, and refuses what Curator could not have written."""

import math
import re
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from curator.engine.catalogue.database import moment
from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.catalogue.face_boxes import Marked
from curator.engine.catalogue.log_words import CODES, LogNames
from curator.engine.records import Arrival, Claim, Digest, Kind, Making, Reason, SubmissionId, Verdict
from curator.engine.text import clean_line, clean_text

MERGED = "merged"
"""Of what was seen, the part that tells where a decision comes from."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[\w.,:+/-]{0,80}( [a-z]{1,10})?")
"""Codes, versions, times; of words beside distances one has a blank."""
_KEY = re.compile(r"[a-z][a-z_0-9]{0,39}")
_LONGEST_SEEN = 400_000
"""Characters of what one decision was made on; Curator itself writes some thousands."""
_LARGEST = 2**63
_MOST_DEEP, _MOST_LONG = 8, 1000
_LONGEST_WORDS, _LONGEST_NAME, _LONGEST_NOTE = 1000, 200, 10_000


@dataclass(frozen=True, slots=True)
class There:
    """A submission as the other copy has it.

    Attributes:
        id: its number there.
        claim: with the country of the politician whom it was given to there, where it names none.
        faces: where they are there.
        row: number of the row of the log there that gave the verdict; None while undecided.
    """

    id: int
    digest: Digest
    kind: Kind
    claim: Claim
    verdict: Verdict
    reason: Reason | None
    making: Making | None
    row: int | None
    faces: Marked


@dataclass(frozen=True, slots=True)
class DecidedThere:
    """A decision as the log of the other copy has it.

    Attributes:
        row: its number there.
        decided_at: when it was made, also if it came there by a merge itself.
        chain: its link in the chain there.
        seen: what lay before the curator.
    """

    row: int
    curator: str
    decided_at: datetime
    chain: str
    note: str
    seen: Mapping[str, object]


def there(row: sqlite3.Row, faces: Marked) -> There:
    """A submission.

    Raises:
        ValueError: Curator could not have written it; likewise ``TypeError`` and others of that kind.
    """
    verdict = Verdict(row["verdict"])
    return There(
        int(row["id"]),
        _digest(row["digest"]),
        Kind(row["kind"]),
        _claim(row),
        verdict,
        Reason(row["reason"]) if row["reason"] else None,
        None if row["making"] is None else Making(row["making"]),
        None if verdict is Verdict.UNDECIDED else int(row["row"]),
        faces,
    )


def decided(row: sqlite3.Row, names: LogNames) -> DecidedThere:
    """A decision, as :func:`there`."""
    if len(row["seen"]) + len(row["words"] or "") > _LONGEST_SEEN:
        raise ValueError("what was seen is too long")
    _, told = names.together("{}", row["seen"], row["words"])
    seen = checked(told)
    decided_at = _in_utc(row["decided_at"])
    merged = seen.pop(MERGED, None)
    if isinstance(merged, Mapping) and isinstance(merged.get("decided_at"), str):
        decided_at = _in_utc(merged["decided_at"])
    if not _DIGEST.fullmatch(row["chain"]):
        raise ValueError("no link of a chain")
    return DecidedThere(
        int(row["id"]),
        curator_named(row["curator"]),
        decided_at,
        row["chain"],
        clean_text(row["told"], limit=_LONGEST_NOTE),
        seen,
    )


def elsewhere(row: sqlite3.Row, *, here: SubmissionId) -> DecidedElsewhere:
    """What the other copy keeps of a third one, about a submission of that number here; as :func:`there`."""
    return DecidedElsewhere(
        here,
        curator_named(row["curator"]),
        _in_utc(row["decided_at"]),
        Verdict(row["verdict"]),
        Reason(row["reason"]) if row["reason"] else None,
        clean_text(row["note"], limit=_LONGEST_NOTE),
        Kind(row["kind"]),
        _claim(row),
        bool(row["other_faces"]),
    )


def arrival(row: sqlite3.Row) -> Arrival:
    """One time that a picture was sent in, as :func:`there`."""
    return Arrival(
        _digest(row["digest"]),
        int(row["size"]),
        clean_line(row["file_name"], limit=_LONGEST_NAME),
        clean_line(row["source"], limit=_LONGEST_NAME),
        Kind(row["kind"]),
        _claim(row),
        clean_text(row["note"], limit=_LONGEST_NOTE),
        clean_line(row["sender"], limit=_LONGEST_NAME),
    )


def _claim(row: sqlite3.Row) -> Claim:
    parts = ("given_name", "surname", "country", "role")
    return Claim(*(clean_line(row[f"claim_{part}"], limit=_LONGEST_NAME) for part in parts))


def curator_named(name: object) -> str:
    """A curator's name, as :func:`there`."""
    cleaned = clean_line(str(name), limit=_LONGEST_NAME)
    if not cleaned:
        raise ValueError("a curator without a name")
    return cleaned


def _in_utc(text: str) -> datetime:
    read = moment(text)
    if read.tzinfo is None:
        raise ValueError("a time of nowhere")
    return read.astimezone(UTC)


def _digest(value: object) -> Digest:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError("no digest")
    return Digest(value)


def checked(told: Mapping[str, Any]) -> dict[str, object]:
    """What was seen, as Curator could have written it.

    Raises:
        ValueError: it could not.
    """
    checked = _checked(told, "", 0)
    if not isinstance(checked, dict):
        raise ValueError("no mapping")
    return checked


def without_words(seen: Mapping[str, object], *, known: Collection[str]) -> dict[str, object]:
    """What was seen, less every text that might be a name which is not among those that are known."""

    def less(value: object, key: str) -> object:
        if isinstance(value, Mapping):
            return {name: less(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [less(one, key) for one in value]
        return "" if isinstance(value, str) and key not in CODES and value not in known else value

    return {name: less(value, name) for name, value in seen.items()}


def _checked(value: object, key: str, depth: int) -> object:
    if depth > _MOST_DEEP:
        raise ValueError("too deep")
    if isinstance(value, Mapping):
        if len(value) > _MOST_LONG or not all(isinstance(one, str) and _KEY.fullmatch(one) for one in value):
            raise ValueError("no names of values")
        return {name: _checked(one, name, depth + 1) for name, one in value.items()}
    if isinstance(value, list):
        if len(value) > _MOST_LONG:
            raise ValueError("too many")
        return [_checked(one, key, depth + 1) for one in value]
    if isinstance(value, str):
        if key in CODES and not _CODE.fullmatch(value):
            raise ValueError("no code")
        return clean_line(value, limit=_LONGEST_WORDS)
    if value is None or isinstance(value, bool):
        return value
    # SQLite reads no infinite numbers in JSON, and none longer than this.
    if isinstance(value, int | float) and math.isfinite(value) and abs(value) < _LARGEST:
        return value
    raise ValueError("nothing that is logged")
