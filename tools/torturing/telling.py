"""What a program that will be killed tells whoever kills it: what it is about to do, and what it has done."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.records import Decision, SubmissionId

OPENED, INTENT, DECIDED, RECEIVED, EXPORTED, COPIED, FAILED = (
    *("opened", "intent", "decided", "received", "exported", "copied", "failed"),
)
BEGUN, ERASED, KEPT, RESTORED, REFUSED = "begun", "erased", "kept", "restored", "refused"
"""An erasure: its rows are gone, it is finished, it was not begun; a restore: it is done, it was not."""
_PAGE = 50


class Teller:
    """Writes one line for each fact, at once: what stands in the pipe survives the one who wrote it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._last_row = 0
        self._last_submission = 0

    def say(self, told: str, /, **facts: object) -> None:
        """Tells one fact."""
        rest = memoryview((json.dumps({"told": told, **facts}) + "\n").encode())
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def begin(self, catalogue: Catalogue) -> None:
        """Notes what is there already, and tells that the catalogue is open."""
        self._last_row = max((one.id for one in catalogue.decisions.latest(limit=1)), default=0)
        self._last_submission = max(catalogue.submissions.ids(SubmissionFilter()), default=0)
        self.say(OPENED)

    def tell_new(self, catalogue: Catalogue) -> None:
        """Tells the rows of the log and the submissions that are there since the last time."""
        rows = [row_of(one) for one in _newer(catalogue, self._last_row)]
        if rows:
            self._last_row = max(int(str(row[0])) for row in rows)
            self.say(DECIDED, rows=rows)
        new = [one for one in catalogue.submissions.ids(SubmissionFilter()) if one > self._last_submission]
        if new:
            self._last_submission = max(new)
            self.say(RECEIVED, digests=[catalogue.submissions.get(SubmissionId(one)).digest for one in new])


def row_of(decision: Decision) -> list[object]:
    """What of a row of the log must be the same ever after."""
    return [
        *(int(decision.id), decision.step, str(decision.action), int(decision.submission_id)),
        *(str(decision.digest), str(decision.verdict), decision.decided_at.isoformat(), decision.note),
    ]


def _newer(catalogue: Catalogue, than: int) -> Iterator[Decision]:
    before = None
    while True:
        page = catalogue.decisions.latest(limit=_PAGE, before=before)
        for one in page:
            if one.id <= than:
                return
            yield one
        if len(page) < _PAGE:
            return
        before = page[-1].id


@dataclass
class Told:
    """All that was told of one catalogue, over many lives.

    Attributes:
        rows: of the decision log, by id.
        intents: how many submissions a decision with that note was to concern.
        acknowledged: of those, the ones after which the command returned.
        digests: of submissions that were filed.
        exports: by folder, the digest of the manifest that was told last; None where an export began
            and never was told to have ended.
        begun: folders with an export that may have ended, or not.
        copies: of the database, each with the rows that were told before it was made.
        aside: databases that a restore kept, each with the rows that were told before.
        erasing: erasures that were begun, by token, with what has to be gone afterwards.
        gone: words that were erased for good.
        erased: how many erasures and restores were acknowledged.
        restoring: what a restore that was begun brings; None when there is none.
        settled: what only the next start could tell of what a kill interrupted, as lines.
        doing: what was under way when the last life ended.
        kinds: what was under way at each kill.
    """

    rows: dict[int, list[object]] = field(default_factory=dict)
    intents: dict[str, int] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    digests: set[str] = field(default_factory=set)
    exports: dict[str, str] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    copies: dict[str, dict[int, list[object]]] = field(default_factory=dict)
    aside: dict[str, dict[int, list[object]]] = field(default_factory=dict)
    erasing: dict[str, dict[str, object]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    erased: int = 0
    restoring: dict[str, list[Any]] | None = None
    settled: list[str] = field(default_factory=list)
    doing: str = "start"
    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many things were acknowledged."""
        kept = sum(len(rows) for rows in self.aside.values())
        return len(self.rows) + kept + len(self.digests) + len(self.exports) + len(self.copies) + self.erased

    def begin_life(self) -> None:
        """Another program starts."""
        self.doing = "start"

    def take(self, line: bytes) -> Mapping[str, object]:
        """Notes a line; one that was cut by the kill was not told."""
        try:
            fact: dict[str, object] = json.loads(line)
        except ValueError:
            return {}
        match fact:
            case {"told": "opened"}:
                self.doing = "opened"
            case {"told": "intent", "what": str(what)}:
                self.doing = what
                if "token" in fact:
                    self.intents[str(fact["token"])] = int(str(fact["count"]))
                if "folder" in fact:
                    self.begun.add(str(fact["folder"]))
                match fact:
                    case {"erasure": {"token": str(token), **rest}}:
                        self.erasing[token] = rest
                    case {"restore": dict(restored)}:
                        self.restoring = restored
            case {"told": "decided", "rows": list(rows)}:
                self.rows.update({int(row[0]): row for row in rows})
                self.acknowledged |= {str(row[-1]) for row in rows if row[-1] and row[2] == "decide"}
            case {"told": "received", "digests": list(digests)}:
                self.digests.update(digests)
            case {"told": "exported", "folder": str(folder), "manifest": str(manifest)}:
                self.exports[folder] = manifest
                self.begun.discard(folder)
            case {"told": "copied", "path": str(path)}:
                self.copies[path] = dict(self.rows)
            case {"told": "begun", "token": str(token)}:
                self._begin_erasure(token)
            case {"told": "erased", "token": str(token)}:
                self._begin_erasure(token)
                self._erase(token)
            case {"told": "kept", "token": str(token)}:
                self.erasing.pop(token, None)
            case {"told": "restored", "kept": str(kept)}:
                self._restore(kept)
            case {"told": "refused"}:
                self.restoring = None
            case {"told": "failed", "why": str(why)}:
                self.failures.append(why)
        return fact

    def settle(self, told: str, /, **facts: object) -> None:
        """Notes what the next start found, also for whoever looks after the start that follows."""
        line = json.dumps({"told": told, **facts})
        self.settled.append(line)
        self.take(line.encode())

    def _begin_erasure(self, token: str) -> None:
        wanted = self.erasing[token]
        if wanted.get("begun"):
            return
        wanted["begun"] = True
        self.digests.difference_update(map(str, _list(wanted["digests"])))
        self._forget_copies()

    def _forget_copies(self) -> None:
        # All backups are deleted, also the databases that only they kept.
        self.copies.clear()
        self.aside.clear()

    def _erase(self, token: str) -> None:
        # Those too that were made while the erasure waited for somebody who reads.
        self._forget_copies()
        self.gone.update(map(str, _list(self.erasing.pop(token)["words"])))
        self.erased += 1

    def _restore(self, kept: str) -> None:
        assert self.restoring is not None, "it was begun before"
        before, self.restoring = (self.rows, self.restoring), None
        rows, brought = before
        self.aside[kept] = rows
        self.rows = {int(row[0]): row for row in brought["rows"]}
        for number, row in rows.items():
            if self.rows.get(number, [])[:-1] == row[:-1]:
                # With its note, which may have been erased since.
                self.rows[number] = row
        self.digests = set(brought["digests"])
        # Decisions that the other database does not hold are looked for in the one that was kept.
        here = {str(row[-1]) for number, row in rows.items() if self.rows.get(number) is row}
        self.intents = {token: count for token, count in self.intents.items() if token in here}
        self.acknowledged &= here
        self.erased += 1


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value
