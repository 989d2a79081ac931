"""Feeds what waits to the workers, and has what they found filed; never waits itself."""

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import Protocol, TypeGuard, overload

from curator.engine.catalogue import Catalogue
from curator.engine.comparison import Comparison
from curator.engine.errors import CuratorError, UnreadablePicture, WorkerFailure
from curator.engine.filing import Filing, RefusedPortrait
from curator.engine.media import MediaStore
from curator.engine.records import (
    AnalysisState,
    Changes,
    Digest,
    FaceId,
    PoliticianId,
    SubmissionId,
)
from curator.engine.said import said
from curator.engine.workers.jobs import WorkersUnavailable
from curator.engine.workers.messages import Analyse, AnalysedPicture, Encode, EncodedFaces

__all__ = ["Analysis", "Pool", "RefusedPortrait", "Settled"]

_LOG = logging.getLogger(__name__)

_AHEAD = 3
"""Pictures handed over for each worker: enough that none stands idle while results are filed, few
enough that what a curator looks at does not wait behind them."""

_RERANKING_S = 0.015
"""Seconds of the catalogue's thread that a transaction of submissions ranked anew is to take."""

_RERANKED_AT_ONCE = 25
"""Submissions ranked anew in the first transaction: a few milliseconds on any computer."""

_MOST_RERANKED = 500
"""And in any later one, which is as large as the time allows."""


class Pool(Protocol):
    """What the analysis needs of ``jobs.Workers``."""

    @property
    def limit(self) -> int:
        """How many workers may run."""
        ...

    @overload
    def submit(self, request: Analyse, *, priority: int = 0) -> "Future[AnalysedPicture]": ...
    @overload
    def submit(self, request: Encode, *, priority: int = 0) -> "Future[EncodedFaces]": ...


@dataclass(frozen=True, slots=True)
class Settled:
    """What a call of :meth:`Analysis.settle` filed.

    Attributes:
        changes: for the views.
        refused_portraits: portraits that cannot be used.
        failures: errors that stop the analysis for now, such as a full disk.
    """

    changes: Changes = Changes()
    refused_portraits: tuple[RefusedPortrait, ...] = ()
    failures: tuple[CuratorError, ...] = ()


_Outcome = AnalysedPicture | EncodedFaces
_Future = Future[AnalysedPicture] | Future[EncodedFaces]


@dataclass(frozen=True, slots=True)
class _Ticket:
    digest: Digest
    submission_id: SubmissionId | None
    """None for a reference portrait."""
    faces: tuple[FaceId, ...] = ()
    """Hand-drawn faces that are to be encoded; none when the whole picture is analysed."""


class Analysis:
    """The background work on one catalogue.

    All methods belong to the catalogue's thread. Results arrive in worker threads, where
    previews are written; ``on_ready`` is called there, and is to bring about a call of
    :meth:`settle` in the catalogue's thread.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        media: MediaStore,
        pool: Pool,
        comparison: Comparison,
        model: str,
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        """Starts nothing yet; :meth:`pump` does.

        Args:
            catalogue: where results are filed.
            media: holds originals and receives previews.
            pool: the workers.
            comparison: ranks and assesses.
            model: names the space of the encodings.
            on_ready: called in a worker thread when there is something to settle.
        """
        self._catalogue = catalogue
        self._media = media
        self._pool = pool
        self._comparison = comparison
        self._model = model
        self._filing = Filing(catalogue, media=media, comparison=comparison, model=model)
        self._on_ready = on_ready
        self._results: SimpleQueue[tuple[_Ticket, _Future, CuratorError | None]] = SimpleQueue()
        self._under_way: dict[_Ticket, _Future] = {}
        # Whether drawn faces may wait to be encoded: true after all that can bring one about.
        self._drawn = True
        # An earlier run may have left some, or had other thresholds or rules.
        self._outdated = bool(catalogue.submissions.outdated(mark=comparison.mark, limit=1))
        self._rerank_s = _RERANKING_S / _RERANKED_AT_ONCE
        self._portraits_changed = False
        self._first: SubmissionId | None = None
        self._hurried: _Future | None = None
        self._paused = False
        self._told: set[str] = set()

    # ------------------------------------------------------------ steering

    @property
    def paused(self) -> bool:
        """Whether new work is held back."""
        return self._paused

    @property
    def busy(self) -> bool:
        """Whether something is under way or can still be done without a new :meth:`pump`."""
        return bool(self._under_way) or not self._results.empty() or self._outdated or self._portraits_changed

    @property
    def portraits_left(self) -> bool:
        """Whether reference portraits are still to be looked at."""
        under_way = any(ticket.submission_id is None for ticket in self._under_way)
        return under_way or bool(self._catalogue.politicians.pending_portraits(limit=1))

    def pause(self) -> None:
        """Holds back new work; what a worker has begun is finished and filed."""
        self._paused = True

    def resume(self) -> None:
        """Goes on after :meth:`pause`, or after a failure."""
        self._paused = False
        self._drawn = True
        self._told.clear()
        self.pump()
        # What had come before the failure is filed too, though nothing more may come to announce it.
        self._on_ready()

    def look_at(self, submission_id: SubmissionId) -> None:
        """Puts the submission that the curator looks at before all others, portraits included."""
        self._first = submission_id
        self._on_ready()

    def use(self, pool: Pool) -> None:
        """Hands new work to other workers; the old ones give back what they have, or cancel it."""
        self._pool = pool
        self._drawn = True

    def cancel(self) -> None:
        """Takes back what no worker has begun; it waits in the catalogue for the next time."""
        self._paused = True
        for future in list(self._under_way.values()):
            future.cancel()

    def portraits_changed(self) -> None:
        """Reads the reference portraits again and ranks the undecided anew, bit by bit."""
        self._comparison.reload_portraits()
        self._outdated = True
        self._on_ready()

    def reassess(self, submission_ids: Iterable[SubmissionId]) -> None:
        """Ranks and assesses anew soon what a command on these has left to do.

        The catalogue itself knows which submissions those are, such as those whose claim was
        corrected, and which drawn faces wait to be encoded, so that neither an undo nor a crash
        can forget one.
        """
        if tuple(submission_ids):
            self._outdated = self._drawn = True
        self._on_ready()

    # ------------------------------------------------------------ work

    def pump(self) -> int:
        """Hands waiting pictures to the workers; returns how many are under way.

        What a person looks at goes first, then drawn faces, portraits, and the rest as it came.

        Raises:
            CatalogueError: the catalogue could not be read or written to.
        """
        if self._paused:
            return len(self._under_way)
        self._begin_first()
        self._begin_drawn()
        room = _AHEAD * self._pool.limit - len(self._under_way)
        if room > 0:
            digests = [ticket.digest for ticket in self._under_way if ticket.submission_id is None]
            for digest in self._catalogue.politicians.pending_portraits(limit=room, beyond=digests):
                self._begin_portrait(digest)
                room -= 1
        if room > 0:
            under_way = {
                ticket.submission_id for ticket in self._under_way if ticket.submission_id is not None
            }
            for submission_id, digest in self._catalogue.submissions.pending(limit=room, beyond=under_way):
                self._begin(_Ticket(digest, submission_id))
        return len(self._under_way)

    def settle(self, *, budget_s: float = 0.01) -> Settled:
        """Files what has arrived, for about as long as the budget says, then feeds the workers.

        Raises:
            CatalogueError: the catalogue could not be written to; what was to be filed is
                analysed again later.
        """
        until = perf_counter() + budget_s
        changes, refused, failures = Changes(), list[RefusedPortrait](), list[CuratorError]()
        if not self._results.empty():
            with self._catalogue.writing():
                for ticket, outcome in self._arrived(until):
                    if _is_ours(outcome):
                        failures.append(outcome)
                    else:
                        changes |= self._file(ticket, outcome, refused=refused)
        if failures:
            self._paused = True
        changes |= self._settle_portraits()
        changes |= self._rerank_some()
        self.pump()
        if not self._results.empty() or self._outdated:
            self._on_ready()
        # Six pictures that fail for the same reason are one failure.
        new = tuple({str(one): one for one in failures if str(one) not in self._told}.values())
        self._told.update(str(one) for one in new)
        return Settled(changes, tuple(refused), new)

    # ------------------------------------------------------------ inside

    def _begin_first(self) -> None:
        if self._first is None or any(
            ticket.submission_id == self._first and not ticket.faces for ticket in self._under_way
        ):
            return
        wanted, self._first = self._first, None
        if not self._catalogue.submissions.has(wanted):
            return
        submission = self._catalogue.submissions.get(wanted)
        if submission.state is AnalysisState.PENDING:
            if self._hurried is not None:
                # Whoever leafs through waits for what lies on the desk now, not for all that did before.
                self._hurried.cancel()
            self._hurried = self._begin(_Ticket(submission.digest, wanted), priority=2)

    def _begin_drawn(self) -> None:
        """A person waits for what they drew, and there is little of it: all of it goes at once."""
        if not self._drawn:
            return
        under_way = {ticket.submission_id for ticket in self._under_way if ticket.submission_id is not None}
        most = _AHEAD * self._pool.limit
        waiting = self._catalogue.faces.unencoded(model=self._model, limit=most, beyond=under_way)
        self._drawn = len(waiting) == most
        for one in waiting:
            path = self._media.original(one.digest)
            boxes = tuple(one.boxes.values())
            request = Encode(path=path, digest=one.digest, turn=one.turn, boxes=boxes)
            ticket = _Ticket(one.digest, one.submission_id, tuple(one.boxes))
            self._follow(ticket, self._pool.submit(request, priority=2))

    def _begin_portrait(self, digest: Digest) -> None:
        known = self._catalogue.politicians.analysis(digest, model=self._model)
        if known is None:
            self._begin(_Ticket(digest, None), priority=1)
            return
        # The same photo was looked at before, for someone else or before it was taken out.
        with self._catalogue.writing():
            self._filing.known_portrait(digest, known)
        self._portraits_changed = True
        self._on_ready()

    def _begin(self, ticket: _Ticket, *, priority: int = 0) -> _Future:
        request = Analyse(path=self._media.original(ticket.digest), digest=ticket.digest)
        return self._follow(ticket, self._pool.submit(request, priority=priority))

    def _follow(self, ticket: _Ticket, future: _Future) -> _Future:
        self._under_way[ticket] = future
        future.add_done_callback(lambda _: self._receive(ticket, future))
        return future

    def _receive(self, ticket: _Ticket, future: _Future) -> None:
        """In a worker's thread: writes the preview, then lets the catalogue's thread know."""
        failure: CuratorError | None = None
        if not future.cancelled() and future.exception() is None:
            try:
                outcome, original = future.result(), self._media.original(ticket.digest)
                # Erased while a worker had it: what was deleted must not come back. Asked before, too: nobody
                # would know of what a power cut left between the writing and the removing.
                if isinstance(outcome, AnalysedPicture) and original.is_file():
                    self._media.write_preview(ticket.digest, pixels=outcome.pixels)
                    if not original.is_file():
                        self._media.remove(ticket.digest)
            except CuratorError as error:
                failure = error
            except Exception as error:
                # Raised here it would be lost, and the picture would be under way for ever.
                kind = type(error).__name__
                _LOG.error("The preview of %s could not be written: %s.", ticket.digest, kind)
                failure = CuratorError(
                    said("A preview could not be written, and the analysis was stopped."),
                    advice=said("Start Curator again. If it happens again, report it with the log."),
                )
        self._results.put((ticket, future, failure))
        self._on_ready()

    def _arrived(self, until: float) -> Iterator[tuple[_Ticket, _Outcome | CuratorError]]:
        """What has come back, at least one and then until the time is up."""
        taken = 0
        while not taken or perf_counter() < until:
            try:
                ticket, future, failure = self._results.get_nowait()
            except Empty:
                return
            taken += 1
            self._under_way.pop(ticket, None)
            # What is analysed anew may have drawn faces, and what was cancelled still has them.
            self._drawn = True
            outcome: _Outcome | CuratorError
            try:
                outcome = failure or future.result()
            except CancelledError:
                continue
            except CuratorError as error:
                outcome = error
            yield ticket, outcome

    def _file(
        self, ticket: _Ticket, outcome: _Outcome | CuratorError, *, refused: list[RefusedPortrait]
    ) -> Changes:
        if ticket.faces:
            assert ticket.submission_id is not None
            assert not isinstance(outcome, AnalysedPicture)
            return self._filing.drawn_faces(ticket.submission_id, ticket.faces, outcome)
        assert not isinstance(outcome, EncodedFaces)
        if ticket.submission_id is not None:
            return self._filing.submission(ticket.submission_id, ticket.digest, outcome)
        changes, cannot = self._filing.portrait(ticket.digest, outcome)
        refused.extend(cannot)
        self._portraits_changed = self._portraits_changed or bool(changes)
        return changes

    def _settle_portraits(self) -> Changes:
        """Once no portrait is under way any more, everything undecided is ranked anew, once."""
        if not self._portraits_changed or any(ticket.submission_id is None for ticket in self._under_way):
            return Changes()
        if not self._paused and self._catalogue.politicians.pending_portraits(limit=1):
            return Changes()
        self._portraits_changed = False
        self.portraits_changed()
        return Changes(politicians=frozenset(PoliticianId(one) for one in self._comparison.spread))

    def _rerank_some(self) -> Changes:
        """Ranks some anew, as many as can be done in one short transaction.

        Asks the catalogue each time, because undo and redo correct by hand as well.
        """
        most = max(1, min(_MOST_RERANKED, int(_RERANKING_S / self._rerank_s)))
        some = self._catalogue.submissions.outdated(mark=self._comparison.mark, limit=most)
        self._outdated = len(some) == most
        if not some:
            return Changes()
        # A hand-drawn face has its submission assessed anew, and is to be encoded.
        self._drawn = True
        started = perf_counter()
        # What a power cut takes back is ranked once more, as its mark tells.
        with self._catalogue.writing(lasting=False):
            changed = self._comparison.rerank(some)
        # Of a few the transaction itself is most of the time, which tells nothing about many.
        each = (perf_counter() - started) / max(len(some), _RERANKED_AT_ONCE)
        self._rerank_s = 0.5 * (self._rerank_s + each)
        return Changes(submissions=changed)


def _is_ours(outcome: _Outcome | CuratorError) -> TypeGuard[CuratorError]:
    """Whether something failed that is no picture's fault, such as a full disk or missing models."""
    if not isinstance(outcome, CuratorError):
        return False
    return isinstance(outcome, WorkersUnavailable) or not isinstance(
        outcome, UnreadablePicture | WorkerFailure
    )
