"""Makes approved portraits reference portraits, by a second yes; the yes ends with what it stood on."""

from collections.abc import Collection, Mapping

from curator.engine.catalogue import PROMOTE, Catalogue, NewDecision
from curator.engine.catalogue.evidence import Case
from curator.engine.deciding.seen import seen
from curator.engine.declarations import declares_ai
from curator.engine.errors import RefusedChange
from curator.engine.records import (
    AnalysisState,
    Changes,
    Digest,
    Kind,
    PoliticianId,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.said import said


def promote(
    catalogue: Catalogue, submission_id: SubmissionId, *, curator: str, thresholds: Thresholds
) -> Changes:
    """Makes an approved portrait a reference portrait of the politician whom it claims to show.

    One logged step that undo takes back. Its file is the one that is in the media store already, and
    waits for its analysis as any other reference portrait. What was promoted before stays, and
    nothing is logged.

    Args:
        catalogue: to write to.
        submission_id: of kind portrait, approved, with one face; its file says nothing of AI.
        curator: who says the second yes.
        thresholds: the bands in force, for the log.

    Raises:
        RefusedChange: it is not such a submission, or its file is a reference portrait already.
        NotFound: there is no such submission.
    """
    with catalogue.writing():
        case = catalogue.decisions.evidence.case(submission_id)
        if submission_id in catalogue.politicians.promoted((submission_id,)):
            return Changes()
        whose = _whose(catalogue, case)
        told = _told(whose, catalogue.politicians.get(whose).full_name)
        row = NewDecision(
            PROMOTE,
            case.id,
            case.digest,
            curator,
            case.verdict,
            case.reason,
            change={"before": {"portrait": None}, "after": {"portrait": told}},
            seen=seen(catalogue, (case,), thresholds=thresholds)[case.id],
        )
        catalogue.decisions.append([row])
        changed = set_portrait(catalogue, case.id, case.digest, told=told)
    return Changes(frozenset({submission_id}), changed, decided=True)


def why_not(catalogue: Catalogue, submission_id: SubmissionId) -> RefusedChange | None:
    """Why a submission cannot be promoted, before anybody is asked for a second yes; None when it can.

    Raises:
        NotFound: there is no such submission.
    """
    case = catalogue.decisions.evidence.case(submission_id)
    try:
        _whose(catalogue, case)
    except RefusedChange as refused:
        return refused
    return None


def told_of(
    catalogue: Catalogue, submission_ids: Collection[SubmissionId]
) -> dict[SubmissionId, dict[str, object]]:
    """Those of the submissions that are reference portraits, as the log tells whose."""
    found = catalogue.politicians.promoted(submission_ids)
    return {one: _told(promoted.politician_id, promoted.name) for one, promoted in found.items()}


def set_portrait(
    catalogue: Catalogue, submission_id: SubmissionId, digest: Digest, *, told: object
) -> frozenset[PoliticianId]:
    """Makes a submission the reference portrait that the log tells of, or none any more.

    For commands, inside their transaction. Whoever left the index meanwhile gets none back.

    Args:
        catalogue: to write to.
        submission_id: whose file it is.
        digest: of that file.
        told: as :func:`told_of` gives it; None for no reference portrait.

    Returns:
        Whose reference portraits changed.
    """
    table = catalogue.politicians
    if not isinstance(told, Mapping):
        found = table.promoted((submission_id,)).get(submission_id)
        if found is None:
            return frozenset()
        table.remove_portrait(found.portrait_id)
        return frozenset({found.politician_id})
    whose = PoliticianId(told["politician_id"])
    name = catalogue.submissions.get(submission_id).file_name
    if not table.has(whose) or not table.promote_portrait(
        whose, digest=digest, file_name=name, submission_id=submission_id
    ):
        return frozenset()
    return frozenset({whose})


def _told(politician_id: PoliticianId, name: str) -> dict[str, object]:
    return {"politician_id": politician_id, "name": name}


def _whose(catalogue: Catalogue, case: Case) -> PoliticianId:
    """Whose reference portrait it would become.

    Raises:
        RefusedChange: it cannot become one.
    """
    name = case.file_name
    if case.kind != Kind.PORTRAIT:
        raise RefusedChange(
            said("{name} is a deepfake, and a deepfake never becomes a reference portrait.", name=name)
        )
    if case.verdict is not Verdict.APPROVED:
        raise RefusedChange(
            said("{name} is not approved, so it cannot become a reference portrait.", name=name),
            advice=said("Approve it first, if it is a real photo of the politician."),
        )
    if case.state is not AnalysisState.DONE:
        raise RefusedChange(
            said("{name} has not been looked at yet.", name=name),
            advice=said("Try again when its analysis is done."),
        )
    if declares_ai(catalogue.submissions.declarations(case.id)):
        raise RefusedChange(
            said("The file of {name} says that it was made with AI.", name=name),
            advice=said("Correct its kind, or reject it."),
        )
    if case.claimed_id is None or not catalogue.politicians.has(case.claimed_id):
        raise RefusedChange(
            said("{name} claims nobody of the index, so it is nobody’s reference portrait.", name=name),
            advice=said("Say first whom it shows."),
        )
    faces = sum(not face.dismissed for face in catalogue.faces.of(case.id))
    if faces != 1:
        raise RefusedChange(
            said("A reference portrait holds exactly one face; {name} has {faces}.", name=name, faces=faces)
        )
    holders = catalogue.politicians.holders(case.digest)
    if holders:
        whose = catalogue.politicians.get(holders[0]).full_name
        raise RefusedChange(
            said("The file of {name} is a reference portrait of {whose} already.", name=name, whose=whose)
        )
    return case.claimed_id
