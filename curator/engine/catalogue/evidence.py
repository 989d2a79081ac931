"""Reads what lies before a curator, for many submissions at once: what the log keeps of them."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.declarations import AI_CODES
from curator.engine.errors import NotFound
from curator.engine.records import (
    AnalysisState,
    Claim,
    Digest,
    Making,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.said import said

_SAYS_AI = (
    "EXISTS (SELECT 1 FROM declarations d WHERE d.submission_id = submissions.id"
    f" AND d.code IN ({', '.join(repr(code.value) for code in sorted(AI_CODES))}))"
)


@dataclass(frozen=True, slots=True)
class Case:
    """What a decision has to know of a submission.

    Attributes:
        advice: the advised outcome with its reason, as they are stored; None before there is advice.
        model: which finder and encoder looked at it; empty before its analysis.
        making: how it was made, as a curator said; None as long as nobody did.
        file_says_ai: the file says of itself that AI was used.
    """

    id: SubmissionId
    digest: Digest
    file_name: str
    kind: str
    claim: Claim
    claimed_id: PoliticianId | None
    note: str
    state: AnalysisState
    advice: tuple[str, str | None] | None
    verdict: Verdict
    reason: Reason | None
    model: str
    making: Making | None = None
    file_says_ai: bool = False

    @property
    def claims_somebody(self) -> bool:
        """Whether it is said to show somebody, of the index or not."""
        return self.claimed_id is not None or bool(self.claim)


@dataclass(frozen=True, slots=True)
class SeenFace:
    """A face as it is logged.

    Attributes:
        box: left, top, width, height.
        nearest: politician and distance and rank of those ranked first.
    """

    box: tuple[int, int, int, int]
    origin: str
    nearest: tuple[tuple[PoliticianId, float, int], ...]


class Evidence:
    """Reads submissions, findings and faces in sets, each with one query whatever their number."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def cases(self, submission_ids: Collection[SubmissionId]) -> dict[SubmissionId, Case]:
        """Those of the submissions that are there."""
        # A constant comes back as the same object, and a member is found by its value only once.
        states = {one.value: one for one in AnalysisState}
        verdicts = {one.value: one for one in Verdict}
        reasons: Mapping[str | None, Reason | None] = {None: None, **{one.value: one for one in Reason}}
        return {
            SubmissionId(row[0]): Case(
                SubmissionId(row[0]),
                Digest(row[1]),
                row[2],
                row[3],
                Claim(*row[4:8]),
                None if row[8] is None else PoliticianId(row[8]),
                row[9],
                states[row[10]],
                None if row[11] is None else (row[11], row[12]),
                verdicts[row[13]],
                reasons[row[14]],
                row[15] or "",
                None if row[16] is None else Making(row[16]),
                bool(row[17]),
            )
            for row in self._rows(
                "SELECT id, digest, file_name, kind, claim_given_name, claim_surname, claim_country,"
                " claim_role, claimed_id, note, state, outcome, advice_reason, verdict, reason, model,"
                f" making, {_SAYS_AI}"
                f" FROM submissions WHERE id IN {THESE}",
                submission_ids,
            )
        }

    def case(self, submission_id: SubmissionId) -> Case:
        """One submission.

        Raises:
            NotFound: there is none with that id.
        """
        found = self.cases((submission_id,)).get(submission_id)
        if found is None:
            raise NotFound(said("There is no submission with the number {number}.", number=submission_id))
        return found

    def findings(
        self, submission_ids: Collection[SubmissionId]
    ) -> dict[SubmissionId, list[dict[str, object]]]:
        """The findings in the order in which they are shown: code, outcome and numbers."""
        found: dict[SubmissionId, list[dict[str, object]]] = {}
        for submission_id, code, outcome, numbers in self._rows(
            f"SELECT submission_id, code, outcome, numbers FROM findings WHERE submission_id IN {THESE}"
            " ORDER BY submission_id, position",
            submission_ids,
        ):
            one = {"code": code, "outcome": outcome, **json.loads(numbers)}
            found.setdefault(SubmissionId(submission_id), []).append(one)
        return found

    def faces(
        self, submission_ids: Collection[SubmissionId], *, most: int, ranks: int
    ) -> dict[SubmissionId, tuple[int, list[SeenFace]]]:
        """How many faces each has that were not dismissed, and the first of them, left to right.

        Args:
            submission_ids: whose.
            most: so many faces of each are described.
            ranks: so many of the politicians who are nearest to each face.
        """
        boxes: dict[SubmissionId, tuple[int, list[tuple[int, tuple[int, int, int, int], str]]]] = {}
        for row in self._rows(
            "SELECT submission_id, id, box_left, box_top, box_width, box_height, origin FROM faces"
            f" WHERE submission_id IN {THESE} AND dismissed = 0 ORDER BY submission_id, box_left, id",
            submission_ids,
        ):
            count, some = boxes.get(SubmissionId(row[0]), (0, []))
            if count < most:
                some.append((row[1], (row[2], row[3], row[4], row[5]), row[6]))
            boxes[SubmissionId(row[0])] = count + 1, some
        nearest = self._nearest([one[0] for _, some in boxes.values() for one in some], ranks=ranks)
        return {
            submission_id: (
                count,
                [SeenFace(box, origin, tuple(nearest.get(face_id, ()))) for face_id, box, origin in some],
            )
            for submission_id, (count, some) in boxes.items()
        }

    def _nearest(
        self, face_ids: Collection[int], *, ranks: int
    ) -> dict[int, list[tuple[PoliticianId, float, int]]]:
        nearest: dict[int, list[tuple[PoliticianId, float, int]]] = {}
        for face_id, politician_id, distance, rank in self._rows(
            f"SELECT face_id, politician_id, distance, rank FROM matches WHERE face_id IN {THESE}"
            " ORDER BY face_id, rank",
            face_ids,
        ):
            ranked = nearest.setdefault(face_id, [])
            if len(ranked) < ranks:
                ranked.append((PoliticianId(politician_id), distance, rank))
        return nearest

    def _rows(self, sql: str, ids: Collection[int]) -> Iterator[tuple[Any, ...]]:
        return map(tuple, self._sql.rows(sql, (json.dumps(list(ids)),)))
