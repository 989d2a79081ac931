"""What a program that will be killed tells whoever kills it: what it is about to do, and what it has done."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.records import Decision, SubmissionId

OPENED, INTENT, DECIDED, RECEIVED, EXPORTED, COPIED, FAILED = (
    *("opened", "intent", "decided", "received", "exported", "copied", "failed"),
)
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
        copies: of the database.
        doing: what was under way when the last life ended.
        kinds: what was under way at each kill.
    """

    rows: dict[int, list[object]] = field(default_factory=dict)
    intents: dict[str, int] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    digests: set[str] = field(default_factory=set)
    exports: dict[str, str] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    copies: set[str] = field(default_factory=set)
    doing: str = "start"
    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many things were acknowledged."""
        return len(self.rows) + len(self.digests) + len(self.exports) + len(self.copies)

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
            case {"told": "decided", "rows": list(rows)}:
                self.rows.update({int(row[0]): row for row in rows})
                self.acknowledged |= {str(row[-1]) for row in rows if row[-1] and row[2] == "decide"}
            case {"told": "received", "digests": list(digests)}:
                self.digests.update(digests)
            case {"told": "exported", "folder": str(folder), "manifest": str(manifest)}:
                self.exports[folder] = manifest
                self.begun.discard(folder)
            case {"told": "copied", "path": str(path)}:
                self.copies.add(path)
            case {"told": "failed", "why": str(why)}:
                self.failures.append(why)
        return fact
