"""Keeps names out of the decision log: its rows point at politicians by number, and at words beside it.

A row can never be changed, so whatever may have to be erased one day must not stand in it.
Politicians are told by their numbers and named when a row is read; every other text that is not
one of the program's own codes goes into ``decision_words``, of which the row holds a salted hash.
What was erased since reads as an empty text.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curator.engine.catalogue.database import Connection
from curator.engine.text import name_key

CODES = frozenset(
    {
        *("program", "rule_set", "model", "kind", "outcome", "reason", "code", "origin", "making"),
        *("note_hash", "word"),
        # Of what was decided in another copy of the catalogue.
        *("decided_at", "chain"),
    }
)
"""Keys whose texts are the program's own. Any other text might be somebody's name."""

_PERSON, _PART, _WORDS, _HASH = "$politician", "$part", "$words", "$words_hash"
_CLAIM = ("given_name", "surname", "country", "role")


@dataclass(frozen=True, slots=True)
class Apart:
    """A row's two mappings without any name, and what is to lie beside the log.

    Attributes:
        change: as the row holds it.
        seen: as the row holds it, with the hash of the words where there are any.
        words: salt and words for ``decision_words``; None when there are none.
    """

    change: dict[str, object]
    seen: dict[str, object]
    words: tuple[str, str] | None


class LogNames:
    """The politicians as rows of the log name them; each is read when it is asked for, and once."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self._people: dict[int, dict[str, str] | None] = {}
        self._numbers: dict[str, int | None] = {}

    def apart(self, change: Mapping[str, object], seen: Mapping[str, object]) -> Apart:
        """Takes all names out of what is to be logged."""
        if not change and not seen:
            return Apart({}, {}, None)
        words: list[str] = []
        row_change, row_seen = self._without(change, "", words), self._without(seen, "", words)
        if not words:
            return Apart(row_change, row_seen, None)
        salt, told = secrets.token_hex(16), json.dumps(words, ensure_ascii=False)
        return Apart(row_change, {**row_seen, _HASH: words_hash(salt, told)}, (salt, told))

    def together(self, change: str, seen: str, words: str | None) -> tuple[dict[str, Any], dict[str, Any]]:
        """Change and seen of a row with their names, as far as these are still there.

        Args:
            change: JSON of the row.
            seen: JSON of the row.
            words: what ``decision_words`` holds for it; None when that was erased, or never was.
        """
        kept: list[str] = [] if words is None else json.loads(words)
        read_change, read_seen = json.loads(change), json.loads(seen)
        if "$" in change or "claimed_id" in change:
            read_change = self._with(read_change, kept)
        if "$" in seen:
            read_seen = self._with(read_seen, kept)
            read_seen.pop(_HASH, None)
        return read_change, read_seen

    # ------------------------------------------------------------ inside

    def _person(self, number: int) -> dict[str, str] | None:
        if number not in self._people:
            row = self._sql.row(
                "SELECT given_name, surname, country, role FROM politicians WHERE id = ?", (number,)
            )
            self._people[number] = None if row is None else {part: row[part] for part in _CLAIM}
        return self._people[number]

    def _number(self, name: str) -> int | None:
        """Whose name it is; of two of one name nobody's, for they cannot be told apart by it."""
        if name not in self._numbers:
            rows = self._sql.rows(
                "SELECT id, given_name, surname FROM politicians WHERE name_key = ? AND removed_at IS NULL",
                (name_key(name),),
            )
            same = [row["id"] for row in rows if _full_name(row) == name]
            self._numbers[name] = same[0] if len(rows) == len(same) == 1 else None
        return self._numbers[name]

    def _without(self, value: Any, key: str, words: list[str]) -> Any:
        if isinstance(value, Mapping):
            person = self._person(value.get("claimed_id") or 0) or {}
            return {
                name: {_PERSON: value["claimed_id"], _PART: name}
                if name in _CLAIM and one and person.get(name) == one
                else self._without(one, name, words)
                for name, one in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._without(one, key, words) for one in value]
        if not isinstance(value, str) or not value or key in CODES:
            return value
        number = self._number(value)
        if number is not None:
            return {_PERSON: number}
        if value not in words:
            words.append(str(value))
        return {_WORDS: words.index(value)}

    def _with(self, value: Any, words: list[str]) -> Any:
        if isinstance(value, list):
            return [self._with(one, words) for one in value]
        if not isinstance(value, dict):
            return value
        if _PERSON in value:
            person = self._person(value[_PERSON])
            if person is None:
                return ""
            return person[value[_PART]] if _PART in value else _full_name(person)
        if _WORDS in value:
            return words[value[_WORDS]] if value[_WORDS] < len(words) else ""
        read = {name: self._with(one, words) for name, one in value.items()}
        if read.get("claimed_id") is not None and self._person(read["claimed_id"]) is None:
            read["claimed_id"] = None  # erased since
        return read


def words_hash(salt: str, words: str) -> str:
    """What the log holds of words that lie beside it."""
    return hashlib.sha256(f"{salt}{words}".encode()).hexdigest()


def _full_name(person: Mapping[str, str] | sqlite3.Row) -> str:
    return f"{person['given_name']} {person['surname']}".strip()
