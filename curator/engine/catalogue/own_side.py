"""What a merge asks of the catalogue that it brings decisions into."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.catalogue.elsewhere import Signed, decided_by
from curator.engine.catalogue.face_boxes import Marked
from curator.engine.catalogue.faces import FaceTable
from curator.engine.records import Claim, Digest, Kind, Reason, SubmissionId, Verdict

CLAIMED = (
    "s.claim_given_name, s.claim_surname, coalesce(nullif(s.claim_country, ''), p.country, '')"
    " AS claim_country, s.claim_role"
)
"""SQL for whom a submission ``s`` claims, which was given to the politician ``p`` or to nobody.

Two people of one name are told apart by their countries, which most senders leave out.
"""


@dataclass(frozen=True, slots=True)
class Here:
    """A submission as this catalogue has it, as far as a merge asks.

    Attributes:
        claim: with the country of the politician whom it was given to, where it names none.
        faces: where they are.
    """

    id: int
    kind: Kind
    claim: Claim
    verdict: Verdict
    reason: Reason | None
    unreadable: bool
    faces: Marked


class OwnSide:
    """Reads in sets; changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def with_digests(self, digests: Sequence[Digest]) -> dict[Digest, Here]:
        """Those of the submissions that are here."""
        rows = self._sql.rows(
            f"SELECT s.id, s.digest, s.kind, {CLAIMED}, s.verdict, s.reason, s.state FROM submissions s"
            f" LEFT JOIN politicians p ON p.id = s.claimed_id WHERE s.digest IN {THESE}",
            (json.dumps(list(digests)),),
        )
        faces = FaceTable(self._sql).marked([row["id"] for row in rows])
        return {
            Digest(row["digest"]): Here(
                row["id"],
                Kind(row["kind"]),
                Claim(*tuple(row)[3:7]),
                Verdict(row["verdict"]),
                Reason(row["reason"]) if row["reason"] else None,
                row["state"] == "unreadable",
                faces.get(row["id"], Marked()),
            )
            for row in rows
        }

    def erased(self) -> frozenset[Digest]:
        """Pictures that were here once and were erased, as far as anything still tells of them."""
        rows = self._sql.rows(
            "SELECT digest FROM decisions UNION SELECT digest FROM exported_submissions"
            " UNION SELECT digest FROM fetched UNION SELECT digest FROM leaving"
            " EXCEPT SELECT digest FROM submissions"
        )
        return frozenset(Digest(row[0]) for row in rows)

    def decided_by(self, submission_ids: Collection[SubmissionId]) -> frozenset[Signed]:
        """Every decision of the log about some submissions."""
        return frozenset(
            (SubmissionId(one), curator, at) for one, curator, at in decided_by(self._sql, submission_ids)
        )

    def newest_step(self) -> int:
        """The newest step of the log; 0 without any."""
        return int(self._sql.value("SELECT coalesce(max(step), 0) FROM decisions"))
