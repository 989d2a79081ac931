"""Brings what was decided in another copy of the catalogue into this one; never the other way round.

Only what is undecided here is decided by it. Each portion is one transaction, so that a merge may end
anywhere, and merging again goes on where it ended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.merging import Abandoned
from curator.engine.merging.bringing import Between, Bringing
from curator.engine.merging.source import Source, opened
from curator.engine.merging.standing import Counted, Counting, as_sent, standing_of
from curator.engine.records import Changes, SubmissionId

_AT_ONCE = 100
"""Submissions of one transaction: some ten milliseconds, for which a decision in the window waits."""
LEFT_TO_A_PERSON = SubmissionFilter(decided_elsewhere=True)
"""What merges left to a person, until one has decided about it here; undo brings it back."""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging another copy would bring; looking changes nothing.

    Attributes:
        source: what would be merged, in words.
        counted: how much there is of what.
        curators: who decided there.
        pictures: whether its pictures are there too.
        another: it is another catalogue and no copy of this one.
        cautious: something was erased here of which it may not know: its notes, names and pictures stay out.
        erased_there: something was erased there that may still be here.
    """

    source: str
    counted: Counted
    curators: tuple[str, ...]
    pictures: bool
    another: bool
    cautious: bool
    erased_there: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought in.

    Attributes:
        counted: how much there was of what.
        changes: for the views.
        stopped: it was ended early; what it brought in until then stays.
    """

    counted: Counted
    changes: Changes
    stopped: bool


def look(
    folder: Path,
    source: Source,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    go_on: Callable[[], bool] = lambda: True,
) -> MergePlan:
    """Counts what merging would bring. For any thread.

    Args:
        folder: of the catalogue that decisions are to be brought into.
        source: what was taken.
        progress: told submissions looked at, and in all.
        go_on: asked every few milliseconds.

    Raises:
        Abandoned: ``go_on`` was answered with False.
        CatalogueError: one of them cannot be read.
    """
    counting = Counting()
    with Catalogue.read(folder) as catalogue, opened(source, go_on=go_on) as other:
        between = Between(catalogue, other, source)
        done, total = 0, other.count()
        for some in other.submissions(at_once=_AT_ONCE):
            if not go_on():
                raise Abandoned
            here = catalogue.own_side.with_digests([one.digest for one in some])
            new = between.sorted_out(some, here, counting)
            arrivals = other.arrivals([one.id for one in new])
            for one in new:
                if one.id in arrivals:
                    counting.submissions += 1
                    counting.add(one, standing_of(one, as_sent(arrivals[one.id])), here=None)
                else:
                    counting.without_picture += 1
            done += len(some)
            progress(done, total)
        return MergePlan(
            source.name,
            counting.counted(),
            other.curators(),
            pictures=source.media is not None,
            another=other.fact("catalogue_id") != catalogue.fact("catalogue_id"),
            cautious=between.cautious,
            erased_there=other.fact("erased_at") not in ("", catalogue.fact("erased_at")),
        )


def merge(
    catalogue: Catalogue,
    source: Source,
    *,
    by: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
    changed: Callable[[Changes], None] = lambda changes: None,
    go_on: Callable[[], bool] = lambda: True,
) -> Merged:
    """Brings in what can be brought in, bit by bit.

    All decisions are one step that one undo takes back; where somebody decides meanwhile, those before
    and those after are one each. Merging the same again brings in nothing.

    Args:
        catalogue: open for writing in the calling thread; others may work on it meanwhile.
        source: what was taken.
        by: who merges.
        progress: told submissions looked at, and in all.
        changed: told what each transaction changed.
        go_on: asked between portions and files; False ends it, and keeps what it brought in.

    Raises:
        CatalogueDamaged: it holds what Curator never wrote; what was brought in until then stays.
        CatalogueError: it could not be read, or not be written; likewise.
    """
    counting = Counting()
    changes = Changes()
    with opened(source, go_on=go_on) as other:
        bringing = Bringing(catalogue, other, source, by=by, counting=counting)
        try:
            done, total = 0, other.count()
            for some in other.submissions(at_once=_AT_ONCE):
                if not go_on():
                    raise Abandoned
                for one in bringing.portion(some, go_on=go_on):
                    changes |= one
                    changed(one)
                done += len(some)
                progress(done, total)
        except Abandoned:
            return Merged(counting.counted(), changes, stopped=True)
    return Merged(counting.counted(), changes, stopped=False)


def keep_list(catalogue: Catalogue, counted: Counted, *, name: str) -> tuple[SubmissionId, ...]:
    """Keeps a saved filter of what merges left to a person and nobody has settled, unless there is one.

    Args:
        catalogue: to write to.
        counted: what a merge found.
        name: of the filter.

    Returns:
        What this merge left and is to be settled, withdrawn ones first.

    Raises:
        CatalogueError: it could not be saved.
    """
    unsettled = catalogue.elsewhere.open_ids()
    left = tuple(one for one in counted.left if one in unsettled)
    if left and all(one.filter != LEFT_TO_A_PERSON for one in catalogue.saved_filters.all()):
        with catalogue.writing():
            catalogue.saved_filters.keep(name, LEFT_TO_A_PERSON)
    return left
