"""Gathers all that is known about one submission, for the desk, the command line and the log."""

from collections.abc import Mapping
from dataclasses import dataclass

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.deciding.copies import Copy, group_of
from curator.engine.declarations import Declaration
from curator.engine.records import (
    Arrival,
    Decision,
    Face,
    Finding,
    Politician,
    PoliticianId,
    PortraitState,
    ReferencePortrait,
    Submission,
    SubmissionId,
)
from curator.engine.rules import Thresholds, main_face, match_of


@dataclass(frozen=True, slots=True)
class Strip:
    """Distances side by side, to see how far is far.

    Attributes:
        own: d* of each of the compared politician's portraits to the others of them.
        this: d* of the submission's main face to that politician, or None.
        others: d* of the same face to the nearest other politicians.
    """

    own: tuple[float, ...] = ()
    this: float | None = None
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One submission with everything that a curator may want to see before deciding.

    Attributes:
        submission: the picture, its claim and the verdict in force.
        faces: left to right; dismissed ones included.
        main_face: the face that the evidence is about: nearest to the claim, else the largest.
        findings: ticks and crosses in the order in which they are read.
        claimed: the claimed politician of the index, also when removed since.
        compared: whose portraits stand beside the face: the claimed politician, or the
            nearest one when nothing is claimed.
        portraits: accepted reference portraits of ``compared``.
        names: the politicians that occur in the faces' matches.
        strip: distances for the strip plot.
        arrivals: every time that the same picture was sent in, oldest first.
        history: every logged row about it, oldest first.
        copies: what looks the same, itself included, oldest first; empty when nothing else does.
        declarations: what the file says about itself.
        elsewhere: what other copies decided otherwise and nobody has settled here, oldest first.
    """

    submission: Submission
    faces: tuple[Face, ...]
    main_face: Face | None
    findings: tuple[Finding, ...]
    claimed: Politician | None
    compared: Politician | None
    portraits: tuple[ReferencePortrait, ...]
    names: Mapping[PoliticianId, Politician]
    strip: Strip
    arrivals: tuple[Arrival, ...]
    history: tuple[Decision, ...]
    copies: tuple[Copy, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    elsewhere: tuple[DecidedElsewhere, ...] = ()


def gather(
    catalogue: Catalogue,
    submission_id: SubmissionId,
    *,
    spread: Mapping[PoliticianId, tuple[float, ...]] | None = None,
    thresholds: Thresholds | None = None,
) -> Dossier:
    """Reads a submission's dossier.

    Args:
        catalogue: to read from.
        submission_id: whose dossier.
        spread: of each politician's own portraits, for the strip; see ``comparison``.
        thresholds: the bands in force; those that Curator starts with when None.

    Raises:
        NotFound: there is no such submission.
    """
    submission = catalogue.submissions.get(submission_id)
    faces = catalogue.faces.of(submission_id)
    claimed_id = submission.claimed_id
    main = main_face(faces, claimed_id=claimed_id, thresholds=thresholds or Thresholds())
    ids = {match.politician_id for face in faces for match in face.matches}
    if claimed_id is not None:
        ids.add(claimed_id)
    names = {one: catalogue.politicians.get(one) for one in sorted(ids)}
    compared_id = claimed_id
    if compared_id is None and main is not None and main.matches:
        compared_id = main.matches[0].politician_id
    portraits: tuple[ReferencePortrait, ...] = ()
    if compared_id is not None:
        portraits = tuple(
            one for one in catalogue.politicians.portraits(compared_id) if one.state is PortraitState.ACCEPTED
        )
    return Dossier(
        submission=submission,
        faces=faces,
        main_face=main,
        findings=catalogue.submissions.findings(submission_id),
        claimed=None if claimed_id is None else names[claimed_id],
        compared=None if compared_id is None else names[compared_id],
        portraits=portraits,
        names=names,
        strip=_strip(main, compared_id=compared_id, spread=spread or {}),
        arrivals=catalogue.submissions.arrivals(submission_id),
        history=catalogue.decisions.of(submission_id),
        copies=group_of(catalogue, submission_id),
        declarations=catalogue.submissions.declarations(submission_id),
        elsewhere=catalogue.elsewhere.open_for(submission_id),
    )


def _strip(
    main: Face | None, *, compared_id: PoliticianId | None, spread: Mapping[PoliticianId, tuple[float, ...]]
) -> Strip:
    if compared_id is None:
        return Strip()
    own = spread.get(compared_id, ())
    if main is None:
        return Strip(own)
    this = match_of(main, compared_id)
    others = tuple(one.distance for one in main.matches if one.politician_id != compared_id)
    return Strip(own, None if this is None else this.distance, others)
