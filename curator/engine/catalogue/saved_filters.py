"""Filters that curators kept under a name; they belong to the catalogue and go with it."""

import json
from datetime import date
from enum import StrEnum
from typing import TypeVar

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.lists import Order, SavedFilter, SubmissionFilter
from curator.engine.catalogue.words import folded
from curator.engine.errors import RefusedChange
from curator.engine.records import Kind, Outcome, PoliticianId, Reason, SubmissionId, Verdict
from curator.engine.said import said

_Value = TypeVar("_Value", bound=StrEnum)


class SavedFilters:
    """Reads and writes the saved filters."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def all(self) -> tuple[SavedFilter, ...]:
        """All of them, by name."""
        rows = self._sql.rows("SELECT name, filter FROM saved_filters")
        found = [SavedFilter(row["name"], _read(row["filter"])) for row in rows]
        return tuple(sorted(found, key=lambda one: (folded(one.name), one.name)))

    def keep(self, name: str, wanted: SubmissionFilter) -> None:
        """Keeps a filter, in place of another of the same name, inside the open transaction.

        Raises:
            RefusedChange: the name is empty.
        """
        if not name.strip():
            raise RefusedChange(said("A saved filter needs a name."))
        self._sql.write(
            "INSERT OR REPLACE INTO saved_filters (name, filter) VALUES (?, ?)",
            (name.strip(), _written(wanted)),
        )

    def remove(self, name: str) -> None:
        """Forgets a filter, inside the open transaction."""
        self._sql.write("DELETE FROM saved_filters WHERE name = ?", (name,))


def _written(wanted: SubmissionFilter) -> str:
    days = {"received_from": wanted.received_from, "received_to": wanted.received_to}
    return json.dumps(
        {
            "verdicts": sorted(wanted.verdicts),
            "outcomes": sorted(wanted.outcomes),
            "kinds": sorted(wanted.kinds),
            "reasons": sorted(wanted.reasons),
            "findings": sorted(wanted.findings),
            "countries": sorted(wanted.countries),
            "roles": sorted(wanted.roles),
            "politicians": sorted(wanted.politicians),
            "sources": sorted(wanted.sources),
            "curators": sorted(wanted.curators),
            "submissions": sorted(wanted.submissions),
            "decided_elsewhere": wanted.decided_elsewhere,
            **{name: day.isoformat() for name, day in days.items() if day is not None},
            "text": wanted.text,
            "order": wanted.order,
            "backwards": wanted.backwards,
        },
        ensure_ascii=False,
    )


def _read(text: str) -> SubmissionFilter:
    kept = json.loads(text)
    return SubmissionFilter(
        verdicts=_known(Verdict, kept["verdicts"]),
        outcomes=_known(Outcome, kept["outcomes"]),
        kinds=_known(Kind, kept["kinds"]),
        reasons=_known(Reason, kept["reasons"]),
        findings=frozenset(kept["findings"]),
        countries=frozenset(kept["countries"]),
        roles=frozenset(kept["roles"]),
        politicians=frozenset(PoliticianId(one) for one in kept["politicians"]),
        sources=frozenset(kept["sources"]),
        curators=frozenset(kept["curators"]),
        # Filters of before had no such fields.
        submissions=frozenset(SubmissionId(one) for one in kept.get("submissions", ())),
        decided_elsewhere=kept.get("decided_elsewhere", False),
        received_from=_day(kept.get("received_from")),
        received_to=_day(kept.get("received_to")),
        text=kept["text"],
        order=Order(kept["order"]),
        backwards=kept["backwards"],
    )


def _known(values: type[_Value], kept: list[str]) -> frozenset[_Value]:
    return frozenset(values(one) for one in kept)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
