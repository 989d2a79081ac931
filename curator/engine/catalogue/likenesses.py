"""Reads which submissions look alike."""

from dataclasses import dataclass

from curator.engine.catalogue.database import Connection
from curator.engine.records import Digest, SubmissionId

_AROUND = """
WITH RECURSIVE alike (id) AS (
    VALUES (?)
    UNION SELECT s.duplicate_of FROM alike a JOIN submissions s ON s.id = a.id
    WHERE s.duplicate_of IS NOT NULL
    UNION SELECT s.id FROM alike a JOIN submissions s ON s.duplicate_of = a.id
)
SELECT s.id, s.digest, s.duplicate_of, s.duplicate_same_faces
FROM alike a JOIN submissions s ON s.id = a.id ORDER BY s.id
"""


@dataclass(frozen=True, slots=True)
class Linked:
    """A submission and what the analysis found it to repeat.

    Attributes:
        repeats: the earlier submission that it looks most like; None for the first. It may be erased.
        same_faces: whether their faces are the same; None when that cannot be told.
    """

    id: SubmissionId
    digest: Digest
    repeats: SubmissionId | None
    same_faces: bool | None


class Likenesses:
    """Reads the links that the analysis has noted between submissions."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def around(self, submission_id: SubmissionId) -> tuple[Linked, ...]:
        """The submission and all that are linked with it, over however many others; oldest first."""
        return tuple(
            Linked(
                SubmissionId(row[0]),
                Digest(row[1]),
                None if row[2] is None else SubmissionId(row[2]),
                None if row[3] is None else bool(row[3]),
            )
            for row in self._sql.rows(_AROUND, (submission_id,))
        )
