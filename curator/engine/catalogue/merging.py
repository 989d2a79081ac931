"""Reads another copy of a catalogue for merging: nothing of it is run, and whatever is odd is refused."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from curator.engine.catalogue import schema
from curator.engine.catalogue.catalogue import Catalogue
from curator.engine.catalogue.database import THESE, Connection
from curator.engine.catalogue.elsewhere import ELSEWHERE, OPEN, DecidedElsewhere, Signed, decided_by
from curator.engine.catalogue.face_boxes import Marked
from curator.engine.catalogue.faces import FaceTable
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.catalogue.foreign_rows import (
    DecidedThere,
    There,
    arrival,
    curator_named,
    decided,
    elsewhere,
    there,
)
from curator.engine.catalogue.log_words import LogNames
from curator.engine.catalogue.mending import Mending
from curator.engine.catalogue.own_side import CLAIMED
from curator.engine.errors import CatalogueDamaged, CatalogueError, CatalogueNewer, CuratorError
from curator.engine.records import Arrival, SubmissionId
from curator.engine.said import said

_INSTRUCTIONS = 20_000
"""Of SQLite's, after which reading can be abandoned."""

_NONSENSE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading values raises that are not what they have to be."""
_IN_FORCE = (
    "(SELECT d.id FROM decisions d WHERE d.submission_id = s.id AND +d.action = 'decide'"
    " AND d.verdict = s.verdict AND d.reason IS s.reason"
    " AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
    " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id)) ORDER BY d.id DESC LIMIT 1)"
)
"""The row that gave the verdict in force."""


class Abandoned(CuratorError):
    """Nobody wants to know any more; there is nothing to tell anybody."""

    def __init__(self) -> None:
        super().__init__(said("It was cancelled."))


class OtherCopy:
    """A copy of another copy's database. Bound to the thread that made it.

    What is read is checked as it comes: the chain of its log tells that nobody changed it by accident,
    not that nobody wrote it on purpose.
    """

    def __init__(self, copy: Path, *, name: str, go_on: Callable[[], bool] = lambda: True) -> None:
        """Opens it for reading, and refuses one that is not made as Curator makes it.

        Args:
            copy: of its database, a file of our own that nobody else writes to.
            name: of the original, for sentences.
            go_on: asked every few milliseconds; False ends whatever is being read with :class:`Abandoned`.

        Raises:
            CatalogueDamaged: it is no copy of a catalogue, or not one that can be trusted.
        """
        self._name = name
        self._go_on = go_on
        self._sql: Connection | None = None
        with self._told():
            self._sql = Connection(copy, read_only=True)
            # Nothing that a schema names may be called, but what SQLite itself calls harmless.
            self._sql.raw.execute("PRAGMA trusted_schema = OFF")
            self._sql.raw.execute("PRAGMA cell_size_check = ON")
            self._sql.raw.set_progress_handler(lambda: not go_on(), _INSTRUCTIONS)
            # Before anything else is asked: a view or a trigger by the name of a table would run.
            for wrong in Mending(self._sql).foreign():
                self._refuse_other_versions()
                raise CatalogueDamaged(
                    said("{name} is not made as Curator makes it. {what}", name=name, what=wrong),
                    advice=said("Choose another copy. Nothing was changed."),
                )

    def close(self) -> None:
        """Closes it."""
        if self._sql is not None:
            self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ as a whole

    def complaints(self) -> tuple[str, ...]:
        """What is wrong with it, its decision chain included, in words; seconds for a large one."""
        with self._told():
            return Catalogue(self._open.path.parent, self._open, None).complaints()

    def fact(self, name: str) -> str:
        """A fact about that catalogue; empty if unknown."""
        with self._told():
            return str(self._open.value("SELECT value FROM facts WHERE name = ?", (name,)) or "")

    def count(self) -> int:
        """How many submissions it has."""
        with self._told():
            return int(self._open.value("SELECT count(*) FROM submissions"))

    def curators(self) -> tuple[str, ...]:
        """Who decided there, by name."""
        with self._told():
            rows = self._open.rows(
                "SELECT DISTINCT c.name FROM curators c JOIN submissions s ON s.decided_by = c.id"
            )
            return tuple(sorted({curator_named(row[0]) for row in rows}))

    # ------------------------------------------------------------ in portions

    def submissions(self, *, at_once: int) -> Iterator[tuple[There, ...]]:
        """All submissions by number, some at once."""
        last = 0
        while True:
            with self._told():
                rows = self._open.rows(
                    f"SELECT s.id, s.digest, s.kind, {CLAIMED}, s.verdict, s.reason, s.making, {_IN_FORCE}"
                    " AS row FROM submissions s NOT INDEXED LEFT JOIN politicians p ON p.id = s.claimed_id"
                    " WHERE s.id > ? ORDER BY s.id LIMIT ?",
                    (last, at_once),
                )
                faces = FaceTable(self._open).marked([row["id"] for row in rows])
                found = tuple(there(row, faces.get(row["id"], Marked())) for row in rows)
            if not found:
                return
            yield found
            last = found[-1].id

    def decisions(self, rows: Collection[int]) -> dict[int, DecidedThere]:
        """Rows of its log, by number; each was in force when it was read."""
        with self._told():
            names = LogNames(self._open)
            return {
                row["id"]: decided(row, names)
                for row in self._open.rows(
                    "SELECT d.*, c.name AS curator, coalesce(n.note, '') AS told, w.words"
                    " FROM decisions d JOIN curators c ON c.id = d.curator_id"
                    " LEFT JOIN decision_notes n ON n.decision_id = d.id"
                    f" LEFT JOIN decision_words w ON w.decision_id = d.id WHERE d.id IN {THESE}",
                    (json.dumps(list(rows)),),
                )
            }

    def arrivals(self, numbers: Collection[int]) -> dict[int, tuple[Arrival, ...]]:
        """Every time that submissions were sent in, oldest first, by their number there."""
        found: dict[int, tuple[Arrival, ...]] = {}
        with self._told():
            for row in self._open.rows(
                "SELECT a.*, s.digest, s.size FROM arrivals a JOIN submissions s ON s.id = a.submission_id"
                f" WHERE a.submission_id IN {THESE} ORDER BY a.id",
                (json.dumps(list(numbers)),),
            ):
                known = found.get(row["submission_id"], ())
                found[row["submission_id"]] = (*known, arrival(row))
        return found

    def decided_by(self, here: Mapping[int, SubmissionId]) -> frozenset[Signed]:
        """Every decision of its log about some submissions.

        Args:
            here: their numbers here, by those there.
        """
        with self._told():
            return frozenset(
                (here[one], curator_named(curator), str(at))
                for one, curator, at in decided_by(self._open, here)
            )

    def elsewhere(self, here: Mapping[int, SubmissionId]) -> tuple[DecidedElsewhere, ...]:
        """What it keeps itself of other copies about some submissions, and nobody has settled there.

        Args:
            here: their numbers here, by those there.
        """
        with self._told():
            rows = self._open.rows(
                f"{ELSEWHERE} WHERE e.submission_id IN {THESE} AND {OPEN}",
                (json.dumps(list(here)),),
            )
            return tuple(elsewhere(row, here=here[row["submission_id"]]) for row in rows)

    # ------------------------------------------------------------ inside

    def _refuse_other_versions(self) -> None:
        """Says it where the shape differs because another Curator made it."""
        known = schema.shipped_names()
        applied = Mending(self._open).migrations()
        if applied - known:
            raise CatalogueNewer(
                said("{file} was written by a newer Curator.", file=self._name),
                advice=said("Install the newest Curator to use it. Nothing was changed."),
            )
        if applied and known - applied:
            raise CatalogueError(
                said("{name} is from an older Curator.", name=self._name),
                advice=said("Open it once in the window, which brings it up to date."),
            )

    @property
    def _open(self) -> Connection:
        assert self._sql is not None, "it was opened"
        return self._sql

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Whatever reading it brings up, as a sentence that names the original."""
        try:
            with sorted_errors(Path(self._name)):
                yield
        except (sqlite3.Error, *_NONSENSE) as error:
            # Those of Python's own module have no name.
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise Abandoned from error
            raise self._damaged() from error
        except CatalogueDamaged as error:
            if error.__cause__ is None:
                raise
            raise self._damaged() from error
        except CatalogueError:
            if not self._go_on():
                raise Abandoned from None
            raise

    def _damaged(self) -> CatalogueDamaged:
        return CatalogueDamaged(
            said("{name} is damaged, or no copy of a catalogue.", name=self._name),
            advice=said("Choose another copy. Nothing was changed."),
        )
