"""Says what lay before the curator, as plain values for the log: numbers, names and the advice."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from curator import __version__
from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.evidence import Case, SeenFace
from curator.engine.records import PoliticianId, SubmissionId
from curator.engine.rules import RULE_SET, Thresholds

_FACES_SEEN = 12
"""A group photo's log row keeps the numbers of so many faces; the rest only as a count."""

_RANKS_SEEN = 3
"""Of each face the nearest so many politicians are logged."""


def seen(
    catalogue: Catalogue, cases: Sequence[Case], *, thresholds: Thresholds
) -> dict[SubmissionId, dict[str, object]]:
    """The numbers and the advice that lay before the curator, for each of some submissions.

    Args:
        catalogue: to read from; with four queries, however many the submissions are.
        cases: a few hundred at a time.
        thresholds: the bands in force.
    """
    ids = [case.id for case in cases]
    evidence = catalogue.decisions.evidence
    findings = evidence.findings(ids)
    faces = evidence.faces(ids, most=_FACES_SEEN, ranks=_RANKS_SEEN)
    names = catalogue.politicians.names(
        {one for _, some in faces.values() for face in some for one, _, _ in face.nearest}
    )
    bands = asdict(thresholds)
    told: dict[SubmissionId, dict[str, object]] = {}
    for case in cases:
        count, some = faces.get(case.id, (0, []))
        told[case.id] = {
            "program": __version__,
            "rule_set": RULE_SET,
            "model": case.model,
            "thresholds": bands,
            "kind": case.kind,
            "claim": case.claim.full_name,
            "file_says_ai": case.file_says_ai,
            "advice": None if case.advice is None else {"outcome": case.advice[0], "reason": case.advice[1]},
            "findings": findings.get(case.id, []),
            "face_count": count,
            "faces": [_face(face, names) for face in some],
        }
    return told


def _face(face: SeenFace, names: Mapping[PoliticianId, str]) -> dict[str, object]:
    return {
        "box": face.box,
        "origin": face.origin,
        "nearest": [
            {"politician": names[politician_id], "distance": round(distance, 4), "rank": rank}
            for politician_id, distance, rank in face.nearest
        ],
    }
