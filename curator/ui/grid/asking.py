"""What the grid asks of the reading thread: questions that hold nothing of the window."""

from collections.abc import Callable

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.records import SubmissionId
from curator.engine.rules import Thresholds
from curator.ui.grid.sections import Sorted, sort_faces
from curator.ui.grid.tally import Tally, read_tally


def sorting(wanted: SubmissionFilter, thresholds: Thresholds) -> Callable[[Catalogue], Sorted]:
    """Asks for the faces of a filter, nearest first."""
    return lambda catalogue: sort_faces(catalogue.submissions, wanted, thresholds=thresholds)


def counting(ids: tuple[SubmissionId, ...]) -> Callable[[Catalogue], Tally]:
    """Asks what is selected, counted by what matters to a verdict."""
    return lambda catalogue: read_tally(ids, catalogue.submissions.rows)
