"""Tells which of several copies of a catalogue's database goes on from which, whatever their clocks said."""

from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.errors import CatalogueError


@dataclass(frozen=True, slots=True)
class Course:
    """How far a copy had come, and which others it goes on from.

    Attributes:
        rows: the number of its log's newest row; 0 of an empty log.
        after: copies of which it holds all decisions, and more decisions, or as many and more pictures.
    """

    rows: int
    after: frozenset[Path]


@dataclass(frozen=True, slots=True)
class _End:
    row: int
    chain: str
    pictures: int


def courses_of(copies: Sequence[Path]) -> Mapping[Path, Course]:
    """How copies stand to each other, by their logs; one that cannot be read is left out.

    Two queries for each: a log goes on from another when it has that one's newest row, chain and all.
    """
    ends: dict[Path, _End] = {}
    for path in copies:
        with suppress(CatalogueError):
            ends[path] = _end(path)
    courses = {}
    for path, end in ends.items():
        with suppress(CatalogueError):
            held = _held(path, frozenset(one.row for one in ends.values()))
            courses[path] = Course(
                end.row,
                frozenset(
                    other
                    for other, its in ends.items()
                    if held.get(its.row, "") == its.chain
                    and (its.row, its.pictures) < (end.row, end.pictures)
                ),
            )
    return courses


def _end(path: Path) -> _End:
    with sorted_errors(path), closing(Connection(path, read_only=True)) as sql:
        row = sql.row("SELECT id, chain FROM decisions ORDER BY id DESC LIMIT 1")
        pictures = sql.value("SELECT seq FROM sqlite_sequence WHERE name = 'submissions'") or 0
        return _End(0, "", pictures) if row is None else _End(row["id"], row["chain"], pictures)


def _held(path: Path, rows: frozenset[int]) -> dict[int, str]:
    """Those rows of a log by number, with their links."""
    asked = f"[{', '.join(map(str, rows))}]"
    with sorted_errors(path), closing(Connection(path, read_only=True)) as sql:
        found = sql.rows(f"SELECT id, chain FROM decisions WHERE id IN {THESE}", (asked,))
        return {row["id"]: row["chain"] for row in found}
