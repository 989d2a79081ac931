"""Findings and advice of many submissions at once: what they are drawn from, and what they came to."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.records import (
    Assessment,
    Claim,
    FaceId,
    Kind,
    Likeness,
    Outcome,
    PoliticianId,
    SubmissionId,
)

_COMPUTED = "outcome, advice_reason, distance, margin, main_face_id, held"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a submission is assessed by, beside its faces.

    Attributes:
        id: which submission.
        kind: what it was sent in as.
        claim: whom it claims to show.
        claimed_id: that politician, removed ones too; None when the claim names nobody of the index.
        unreadable: why it cannot be opened; empty when it can.
        duplicate_of: the earlier submission that it looks like.
        hashes: perceptual hash of the picture and of its mirror image, 32 bytes each; None without.
    """

    id: SubmissionId
    kind: Kind
    claim: Claim
    claimed_id: PoliticianId | None
    unreadable: str
    duplicate_of: Likeness | None
    hashes: tuple[bytes, bytes] | None


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the assessment of a submission came to.

    Attributes:
        id: which submission.
        assessment: findings in the order in which they are shown, and the advice.
        distance: the number that the list shows: of the best face to the claim, or to
            the nearest politician when nothing is claimed; None without a face.
        margin: how clear that is; see ``comparison.listed_margin``.
        main_face: that the submission is about; None without one.
    """

    id: SubmissionId
    assessment: Assessment
    distance: float | None
    margin: float | None = None
    main_face: FaceId | None = None


_Finding = tuple[int, str, str, str | None, str]
_Columns = tuple[str, str | None, float | None, float | None, int | None, str]


class AssessmentTable:
    """Reads and writes them in sets, each with few statements whatever their number."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def grounds(self, submission_ids: Collection[SubmissionId]) -> tuple[Ground, ...]:
        """What those of the submissions that are there are assessed by, by number."""
        kinds = {one.value: one for one in Kind}
        rows = self._sql.rows(
            "SELECT id, kind, claim_given_name, claim_surname, claim_country, claim_role, claimed_id,"
            " unreadable, duplicate_of, duplicate_bits, duplicate_mirrored, duplicate_same_faces,"
            f" perceptual_hash, mirrored_hash FROM submissions WHERE id IN {THESE} ORDER BY id",
            (json.dumps(list(submission_ids)),),
        )
        return tuple(
            Ground(
                SubmissionId(row[0]),
                kinds[row[1]],
                Claim(*row[2:6]),
                None if row[6] is None else PoliticianId(row[6]),
                row[7],
                None
                if row[8] is None
                else Likeness(row[8], row[9], bool(row[10]), None if row[11] is None else bool(row[11])),
                None if row[12] is None else (row[12], row[13]),
            )
            for row in map(tuple, rows)
        )

    def keep(self, assessed: Sequence[Assessed], *, mark: str) -> frozenset[SubmissionId]:
        """Replaces findings and advice of submissions, inside the open transaction.

        What is as it was is not written again: of thousands that are assessed anew because one
        politician got a portrait, few change.

        Args:
            assessed: each submission once.
            mark: stands for all that they were compared with; see ``SubmissionTable.outdated``.

        Returns:
            The submissions whose findings or advice are others now.
        """
        ids = [one.id for one in assessed]
        findings, columns = self._findings(ids), self._columns(ids)
        new_findings = {one.id: _rows_of(one.assessment) for one in assessed}
        new_columns = {one.id: _columns_of(one) for one in assessed}
        other_findings = [one for one in ids if new_findings[one] != findings.get(one, [])]
        other_columns = [one for one in ids if one in columns and new_columns[one] != columns[one]]
        if other_findings:
            self._sql.write(
                f"DELETE FROM findings WHERE submission_id IN {THESE}", (json.dumps(other_findings),)
            )
            self._sql.write_many(
                "INSERT INTO findings (submission_id, position, code, outcome, reason, numbers)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(one, *row) for one in other_findings for row in new_findings[one]],
            )
        self._sql.write_many(
            "UPDATE submissions SET outcome = ?1, advice_rank = CASE ?1 WHEN 'look_closer' THEN 0"
            " WHEN 'approve' THEN 1 WHEN 'reject' THEN 2 ELSE 3 END, advice_reason = ?2,"
            " distance = ?3, nearness = coalesce(?3, 99.0), margin = ?4, doubt = coalesce(?4, 99.0),"
            " main_face_id = ?5, held = ?6, assessed_with = ?7 WHERE id = ?8",
            [(*new_columns[one], mark, one) for one in other_columns],
        )
        same = set(ids).difference(other_columns)
        self._sql.write(
            f"UPDATE submissions SET assessed_with = ? WHERE id IN {THESE}", (mark, json.dumps(sorted(same)))
        )
        return frozenset((*other_findings, *other_columns))

    def _findings(self, submission_ids: Collection[SubmissionId]) -> dict[SubmissionId, list[_Finding]]:
        found: dict[SubmissionId, list[_Finding]] = {}
        for submission_id, *rest in map(
            tuple,
            self._sql.rows(
                "SELECT submission_id, position, code, outcome, reason, numbers FROM findings"
                f" WHERE submission_id IN {THESE} ORDER BY submission_id, position",
                (json.dumps(list(submission_ids)),),
            ),
        ):
            found.setdefault(SubmissionId(submission_id), []).append((*rest,))
        return found

    def _columns(self, submission_ids: Collection[SubmissionId]) -> dict[SubmissionId, _Columns]:
        rows = self._sql.rows(
            f"SELECT id, {_COMPUTED} FROM submissions WHERE id IN {THESE}",
            (json.dumps(list(submission_ids)),),
        )
        return {SubmissionId(one): (*rest,) for one, *rest in map(tuple, rows)}


def _rows_of(assessment: Assessment) -> list[_Finding]:
    return [
        (place, one.code, one.outcome, one.reason, json.dumps(dict(one.numbers)))
        for place, one in enumerate(assessment.findings)
    ]


def _columns_of(one: Assessed) -> _Columns:
    advice = one.assessment.advice
    held = sorted({each.code for each in one.assessment.findings if each.outcome is not Outcome.APPROVE})
    return (
        advice.outcome,
        advice.reason,
        one.distance,
        one.margin,
        one.main_face,
        f",{','.join(held)}," if held else "",
    )
