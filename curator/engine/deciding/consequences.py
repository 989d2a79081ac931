"""Sets what goes with a verdict or a kind, as a row of the log tells it."""

from collections.abc import Mapping, Sequence

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.evidence import Case
from curator.engine.deciding.promotion import set_portrait, told_of
from curator.engine.declarations import Declaration, declared_making
from curator.engine.records import USUAL_MAKING, Digest, Making, PoliticianId, SubmissionId

Change = Mapping[str, Mapping[str, object]]
"""What a row changed: ``before`` and ``after``; each may tell of a ``making`` and of a ``portrait``."""


def set_consequences(
    catalogue: Catalogue, submission_id: SubmissionId, digest: Digest, *, told: Mapping[str, object]
) -> frozenset[PoliticianId]:
    """Sets how a deepfake was made, and whose reference portrait a portrait is.

    For commands, inside their transaction.

    Args:
        catalogue: to write to.
        submission_id: whose.
        digest: of its file.
        told: one side of a change; what it does not tell of stays.

    Returns:
        Whose reference portraits changed.
    """
    if "making" in told:
        making = told["making"]
        catalogue.submissions.set_making(submission_id, None if making is None else Making(str(making)))
    if "portrait" not in told:
        return frozenset()
    return set_portrait(catalogue, submission_id, digest, told=told["portrait"])


def without_portrait(catalogue: Catalogue, case: Case, change: Change) -> Change:
    """Adds to a change that the submission is no reference portrait any more, where it is one."""
    promoted = told_of(catalogue, (case.id,)).get(case.id)
    if promoted is None:
        return change
    return joined_changes(change, {"before": {"portrait": promoted}, "after": {"portrait": None}})


def joined_changes(one: Change, other: Change) -> Change:
    """Two changes of one row."""
    return {side: {**one.get(side, {}), **other.get(side, {})} for side in ("before", "after")}


def usual_making(catalogue: Catalogue, case: Case) -> Making:
    """How a deepfake is labelled unless its curator says otherwise."""
    return making_for(case.making, () if case.making else catalogue.submissions.declarations(case.id))


def making_for(in_force: Making | None, declarations: Sequence[Declaration]) -> Making:
    """How a deepfake is labelled unless its curator says otherwise.

    Args:
        in_force: what a curator said before, if one did.
        declarations: what its file says of itself: a label is not to say less.
    """
    return in_force or declared_making(declarations) or USUAL_MAKING
