"""What a merge asks of the catalogue that it brings decisions into."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.records import Claim, Digest, Kind, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Here:
    """A submission as this catalogue has it, as far as a merge asks."""

    id: int
    kind: Kind
    claim: Claim
    verdict: Verdict
    reason: Reason | None
    unreadable: bool


class OwnSide:
    """Reads in sets; changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def with_digests(self, digests: Sequence[Digest]) -> dict[Digest, Here]:
        """Those of the submissions that are here."""
        rows = self._sql.rows(
            "SELECT id, digest, kind, claim_given_name, claim_surname, claim_country, claim_role, verdict,"
            f" reason, state FROM submissions WHERE digest IN {THESE}",
            (json.dumps(list(digests)),),
        )
        return {
            Digest(row["digest"]): Here(
                row["id"],
                Kind(row["kind"]),
                Claim(*tuple(row)[3:7]),
                Verdict(row["verdict"]),
                Reason(row["reason"]) if row["reason"] else None,
                row["state"] == "unreadable",
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

    def newest_step(self) -> int:
        """The newest step of the log; 0 without any."""
        return int(self._sql.value("SELECT coalesce(max(step), 0) FROM decisions"))
