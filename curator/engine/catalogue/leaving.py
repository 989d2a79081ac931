"""The table of pictures that nothing needs any more and whose files are still to be deleted."""

from collections.abc import Collection

from curator.engine.catalogue.database import Connection
from curator.engine.records import Digest


class LeavingTable:
    """Reads and writes it: rows that go write their files down here, in the same transaction."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def uses(self, digest: Digest) -> bool:
        """Whether a submission or a reference portrait has that file."""
        return bool(
            self._sql.value(
                "SELECT EXISTS (SELECT 1 FROM submissions WHERE digest = ?)"
                " OR EXISTS (SELECT 1 FROM reference_portraits WHERE digest = ?)",
                (digest, digest),
            )
        )

    def note_unused(self, digests: Collection[Digest]) -> None:
        """Notes those of some files that nothing uses any more, inside the open transaction."""
        self._sql.write_many(
            "INSERT OR IGNORE INTO leaving (digest) VALUES (?)",
            [(one,) for one in digests if not self.uses(one)],
        )

    def some(self, *, limit: int = -1) -> tuple[Digest, ...]:
        """Digests of files that are to be deleted, unless something uses them again; all by default."""
        rows = self._sql.rows("SELECT digest FROM leaving LIMIT ?", (limit,))
        return tuple(Digest(row[0]) for row in rows)

    def left(self, digests: Collection[Digest]) -> None:
        """Notes inside the open transaction that files are deleted, or are used again."""
        self._sql.write_many("DELETE FROM leaving WHERE digest = ?", [(one,) for one in digests])
