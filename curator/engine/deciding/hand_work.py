"""What a curator corrects by hand: faces, claim, kind and note; each a logged row, the verdict untouched."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from curator.engine.catalogue import Catalogue, NewDecision
from curator.engine.catalogue.decisions import CLAIM, FACE, KIND, NOTE, EditedNote, Reversal
from curator.engine.catalogue.evidence import Case
from curator.engine.catalogue.face_boxes import same_face
from curator.engine.deciding.consequences import (
    Change,
    joined_changes,
    set_consequences,
    usual_making,
    without_portrait,
)
from curator.engine.deciding.seen import seen
from curator.engine.errors import RefusedChange
from curator.engine.records import (
    AnalysisState,
    Changes,
    Claim,
    DecisionId,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    Kind,
    PoliticianId,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.said import said
from curator.engine.text import clean_text

SMALLEST_FACE = 12
"""Pixels of the shorter side: smaller ones hold no face that anybody could compare."""

LONGEST_NOTE = 4000
"""Characters of a note, as of those that arrive."""


def draw_face(
    catalogue: Catalogue,
    submission_id: SubmissionId,
    box: FaceBox,
    *,
    curator: str,
    thresholds: Thresholds,
) -> Changes:
    """Files a face that was not found; it is encoded and compared in the background.

    Args:
        catalogue: to write to.
        submission_id: whose.
        box: in pixels of the upright picture; what reaches beyond its edges is cut off.
        curator: who drew it.
        thresholds: the bands in force, for the log.

    Raises:
        RefusedChange: the box lies outside the picture, is too small, or is of a face that is marked
            already; or the picture is unreadable or not analysed yet.
        NotFound: there is no such submission.
    """
    with catalogue.writing():
        case = catalogue.decisions.evidence.case(submission_id)
        facts = catalogue.submissions.get(submission_id).facts
        if case.state is AnalysisState.UNREADABLE:
            raise RefusedChange(
                said("{name} could not be read, so no face can be drawn in it.", name=case.file_name)
            )
        if case.state is AnalysisState.PENDING or facts is None:
            raise RefusedChange(
                said("{name} has not been looked at yet.", name=case.file_name),
                advice=said("Draw the face when its analysis is done."),
            )
        inside = box.clipped(width=facts.width, height=facts.height)
        if inside is None:
            raise RefusedChange(said("The frame lies outside the picture."), advice=said("Draw it anew."))
        if inside.size < SMALLEST_FACE:
            raise RefusedChange(
                said(
                    "A face of {size} pixels is too small: it takes {least} at least.",
                    size=inside.size,
                    least=SMALLEST_FACE,
                )
            )
        if same_face(inside, (one.box for one in catalogue.faces.of(submission_id) if not one.dismissed)):
            raise RefusedChange(
                said("There is a face in this place already."),
                advice=said("If its frame is wrong, say first that it is not a face."),
            )
        # The row tells what was seen before the face was there.
        before = _seen(catalogue, case, thresholds=thresholds)
        face_id = catalogue.faces.draw(submission_id, inside)
        drawn = _told(face_id, inside, FaceOrigin.DRAWN, dismissed=False)
        change = {"before": {"face": None}, "after": {"face": drawn}}
        _log(catalogue, FACE, case, curator=curator, change=change, before=before)
        catalogue.faces.mark_outdated(submission_id)
    return _changed(submission_id)


def dismiss_face(catalogue: Catalogue, face_id: FaceId, *, curator: str, thresholds: Thresholds) -> Changes:
    """Says that something is not a face; it counts nowhere from now on.

    A face that is dismissed already stays so, and nothing is logged.

    Raises:
        NotFound: there is no such face.
    """
    with catalogue.writing():
        face = catalogue.faces.get(face_id)
        if face.dismissed:
            return Changes()
        case = catalogue.decisions.evidence.case(face.submission_id)
        change = {
            "before": {"face": _told(face.id, face.box, face.origin, dismissed=False)},
            "after": {"face": _told(face.id, face.box, face.origin, dismissed=True)},
        }
        before = _seen(catalogue, case, thresholds=thresholds)
        _log(catalogue, FACE, case, curator=curator, change=change, before=before)
        catalogue.faces.set_dismissed(face_id, dismissed=True)
        catalogue.faces.mark_outdated(face.submission_id)
    return _changed(face.submission_id)


def correct_claim(
    catalogue: Catalogue,
    submission_id: SubmissionId,
    *,
    claimed_id: PoliticianId | None,
    curator: str,
    thresholds: Thresholds,
) -> Changes:
    """Says whom a submission shows instead of what its sender said; None takes the claim away.

    Raises:
        NotFound: there is no such submission or politician.
    """
    with catalogue.writing():
        case = catalogue.decisions.evidence.case(submission_id)
        claim = Claim()
        if claimed_id is not None:
            who = catalogue.politicians.get(claimed_id)
            claim = Claim(who.given_name, who.surname, who.country, who.role)
        change: Change = {
            "before": {**asdict(case.claim), "claimed_id": case.claimed_id},
            "after": {**asdict(claim), "claimed_id": claimed_id},
        }
        before = _seen(catalogue, case, thresholds=thresholds)
        if claimed_id != case.claimed_id:
            # The second yes was given for somebody else.
            change = without_portrait(catalogue, case, change)
        _log(catalogue, CLAIM, case, curator=curator, change=change, before=before)
        catalogue.submissions.set_claim(submission_id, claim=claim, claimed_id=claimed_id)
        politicians = set_consequences(catalogue, case.id, case.digest, told=change["after"])
    return _changed(submission_id, politicians)


def correct_kind(
    catalogue: Catalogue, submission_id: SubmissionId, *, kind: Kind, curator: str, thresholds: Thresholds
) -> Changes:
    """Says what kind of picture a submission is; the arrival keeps what the sender said.

    The kind that it has already changes nothing and is not logged. A portrait was made in no way, and
    an approved deepfake in some; what turns out to be a deepfake is no reference portrait any more.

    Raises:
        NotFound: there is no such submission.
    """
    with catalogue.writing():
        case = catalogue.decisions.evidence.case(submission_id)
        if kind == case.kind:
            return Changes()
        change: Change = {"before": {"kind": case.kind}, "after": {"kind": kind.value}}
        making = None
        if kind is Kind.DEEPFAKE:
            if case.verdict is Verdict.APPROVED:
                making = usual_making(catalogue, case)
            change = without_portrait(catalogue, case, change)
        if making is not case.making:
            change = joined_changes(change, {"before": {"making": case.making}, "after": {"making": making}})
        before = _seen(catalogue, case, thresholds=thresholds)
        _log(catalogue, KIND, case, curator=curator, change=change, before=before)
        catalogue.submissions.set_kind(submission_id, kind)
        politicians = set_consequences(catalogue, case.id, case.digest, told=change["after"])
    return _changed(submission_id, politicians)


def edit_note(
    catalogue: Catalogue, submission_id: SubmissionId, *, note: str, curator: str, thresholds: Thresholds
) -> Changes:
    """Writes a submission's note anew; the arrival keeps what the sender said.

    The log holds salted hashes of both notes, and their words lie beside it, where they can be
    erased. The note that it has already changes nothing and is not logged.

    Args:
        catalogue: to write to.
        submission_id: whose.
        note: cleaned like the notes that arrive; empty takes it away.
        curator: who wrote it.
        thresholds: the bands in force, for the log.

    Raises:
        NotFound: there is no such submission.
    """
    note = clean_text(note, limit=LONGEST_NOTE)
    with catalogue.writing():
        case = catalogue.decisions.evidence.case(submission_id)
        if note == case.note:
            return Changes()
        edited = EditedNote.of(case.note, note)
        before = _seen(catalogue, case, thresholds=thresholds)
        row_id = _log(catalogue, NOTE, case, curator=curator, change=edited.change, before=before)
        catalogue.decisions.keep_edited_note(row_id, edited)
        catalogue.submissions.set_note(submission_id, note)
    return _changed(submission_id)


# ---------------------------------------------------------------- back and forth


def set_change(catalogue: Catalogue, row: Reversal, *, side: str) -> frozenset[PoliticianId]:
    """Brings back what a row changed besides the verdict: ``before`` it, or ``after`` it once more.

    For the commands that undo and redo, inside their transaction. Of a submission that was erased
    nothing comes back.

    Returns:
        Whose reference portraits changed.
    """
    told = row.change.get(side)
    if not isinstance(told, dict) or not catalogue.submissions.has(row.submission_id):
        return frozenset()
    if row.action == CLAIM:
        _set_claim(catalogue, row.submission_id, told)
    elif row.action == KIND:
        catalogue.submissions.set_kind(row.submission_id, Kind(told["kind"]))
    elif row.action == NOTE:
        note = catalogue.decisions.edited_note(row.original, side=side)
        catalogue.submissions.set_note(row.submission_id, note)
    elif row.action == FACE:
        other = row.change["after" if side == "before" else "before"]
        _set_face(catalogue, row.submission_id, told["face"], cast("Mapping[str, object]", other)["face"])
    return set_consequences(catalogue, row.submission_id, row.digest, told=told)


def _set_claim(catalogue: Catalogue, submission_id: SubmissionId, told: Mapping[str, object]) -> None:
    values = {name: value for name, value in told.items() if name != "portrait"}
    claimed_id = cast("PoliticianId | None", values.pop("claimed_id"))
    claim = Claim(**cast("dict[str, str]", values))
    if claimed_id is None and claim:
        # Whoever was not in the index then may be by now.
        who = catalogue.politicians.find(full_name=claim.full_name, country=claim.country)
        claimed_id = None if who is None else who.id
    catalogue.submissions.set_claim(submission_id, claim=claim, claimed_id=claimed_id)


def _set_face(catalogue: Catalogue, submission_id: SubmissionId, told: object, other: object) -> None:
    """Makes a face as it is told to be: None is gone, else there, and dismissed or not."""
    faces = catalogue.faces
    if not isinstance(told, dict):
        assert isinstance(other, dict), "one side of the change tells of the face"
        faces.remove(FaceId(other["id"]))
    else:
        box = FaceBox(*told["box"])
        there = faces.at(submission_id, box, face_id=FaceId(told["id"]))
        if there is not None:
            faces.set_dismissed(there.id, dismissed=told["dismissed"])
            if not told["dismissed"]:
                _encode_again(catalogue, there)
        elif told["origin"] == FaceOrigin.DRAWN:
            faces.draw(submission_id, box, face_id=FaceId(told["id"]))
    faces.mark_outdated(submission_id)


def _encode_again(catalogue: Catalogue, face: Face) -> None:
    """Has the picture looked at anew for a found face that comes back without its encoding."""
    if face.origin is FaceOrigin.DRAWN or catalogue.faces.is_encoded(face.id):
        return  # what was drawn is encoded by itself
    case = catalogue.decisions.evidence.case(face.submission_id)
    if case.verdict is Verdict.UNDECIDED and case.state is AnalysisState.DONE:
        catalogue.submissions.analyse_again(face.submission_id)


# ---------------------------------------------------------------- rows


def _told(face_id: FaceId, box: FaceBox, origin: FaceOrigin, *, dismissed: bool) -> dict[str, object]:
    return {
        "id": face_id,
        "box": [box.left, box.top, box.width, box.height],
        "origin": origin.value,
        "dismissed": dismissed,
    }


def _seen(catalogue: Catalogue, case: Case, *, thresholds: Thresholds) -> Mapping[str, object]:
    return seen(catalogue, (case,), thresholds=thresholds)[case.id]


def _log(
    catalogue: Catalogue,
    action: str,
    case: Case,
    *,
    curator: str,
    change: Mapping[str, object],
    before: Mapping[str, object],
) -> DecisionId:
    row = NewDecision(
        action, case.id, case.digest, curator, case.verdict, case.reason, change=change, seen=before
    )
    return DecisionId(catalogue.decisions.append([row]))


def _changed(submission_id: SubmissionId, politicians: frozenset[PoliticianId] = frozenset()) -> Changes:
    return Changes(frozenset({submission_id}), politicians, decided=True)
