"""Feeds what waits to the workers, and files what they found; never waits itself."""

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import Protocol, TypeGuard

from curator.engine.catalogue import Catalogue, PortraitAnalysis
from curator.engine.comparison import Comparison
from curator.engine.errors import CuratorError, NotFound, UnreadablePicture, WorkerFailure
from curator.engine.jobs import WorkersUnavailable
from curator.engine.media import MediaStore
from curator.engine.messages import Analyse, AnalysedPicture
from curator.engine.records import (
    AnalysisState,
    Changes,
    Digest,
    PoliticianId,
    SubmissionId,
    Verdict,
)

_LOG = logging.getLogger(__name__)

_AHEAD = 3
"""Pictures handed over for each worker: enough that none stands idle while results are filed, few
enough that what a curator looks at does not wait behind them."""

_RERANKED_AT_ONCE = 25
"""Submissions ranked anew in one transaction: a few milliseconds."""


class Pool(Protocol):
    """What the analysis needs of ``jobs.Workers``."""

    @property
    def limit(self) -> int:
        """How many workers may run."""
        ...

    def submit(self, request: Analyse, *, priority: int = 0) -> "Future[AnalysedPicture]":
        """Hands a request to the next free worker."""


@dataclass(frozen=True, slots=True)
class RefusedPortrait:
    """A photo that cannot be a reference portrait.

    Attributes:
        file_name: of the photo.
        whose: the politician's full name.
        reason: why, and what to use instead, as sentences.
    """

    file_name: str
    whose: str
    reason: str


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


@dataclass(frozen=True, slots=True)
class _Ticket:
    digest: Digest
    submission_id: SubmissionId | None
    """None for a reference portrait."""


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
        self._on_ready = on_ready
        self._results: SimpleQueue[tuple[_Ticket, Future[AnalysedPicture], CuratorError | None]] = (
            SimpleQueue()
        )
        self._under_way: dict[_Ticket, Future[AnalysedPicture]] = {}
        # An earlier run may have left some, or had other thresholds or rules.
        self._outdated = bool(catalogue.submissions.outdated(mark=comparison.mark, limit=1))
        self._portraits_changed = False
        self._first: SubmissionId | None = None
        self._hurried: Future[AnalysedPicture] | None = None
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
        self._told.clear()
        self.pump()

    def look_at(self, submission_id: SubmissionId) -> None:
        """Puts the submission that the curator looks at before all others, portraits included."""
        self._first = submission_id
        self._on_ready()

    def use(self, pool: Pool) -> None:
        """Hands new work to other workers; the old ones give back what they have, or cancel it."""
        self._pool = pool

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
        corrected, so that neither an undo nor a crash can forget one.
        """
        self._outdated = self._outdated or bool(tuple(submission_ids))
        self._on_ready()

    # ------------------------------------------------------------ work

    def pump(self) -> int:
        """Hands waiting pictures to the workers, portraits first; returns how many are under way.

        Raises:
            CatalogueError: the catalogue could not be read or written to.
        """
        if self._paused:
            return len(self._under_way)
        self._begin_first()
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
                    elif ticket.submission_id is None:
                        changes |= self._file_portrait(ticket.digest, outcome, refused=refused)
                    else:
                        changes |= self._file_submission(ticket.submission_id, ticket.digest, outcome)
        if failures:
            self._paused = True
        changes |= self._settle_portraits()
        changes |= self._rerank_some()
        while self._outdated and perf_counter() < until:
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
        if self._first is None or any(ticket.submission_id == self._first for ticket in self._under_way):
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

    def _begin_portrait(self, digest: Digest) -> None:
        known = self._catalogue.politicians.analysis(digest, model=self._model)
        if known is None:
            self._begin(_Ticket(digest, None), priority=1)
            return
        # The same photo was looked at before, for someone else or before it was taken out.
        with self._catalogue.writing():
            self._catalogue.politicians.settle_portraits(digest, refusal=_refusal(known))
        self._portraits_changed = True
        self._on_ready()

    def _begin(self, ticket: _Ticket, *, priority: int = 0) -> "Future[AnalysedPicture]":
        request = Analyse(path=self._media.original(ticket.digest), digest=ticket.digest)
        future = self._pool.submit(request, priority=priority)
        self._under_way[ticket] = future
        future.add_done_callback(lambda done: self._receive(ticket, done))
        return future

    def _receive(self, ticket: _Ticket, future: "Future[AnalysedPicture]") -> None:
        """In a worker's thread: writes the preview, then lets the catalogue's thread know."""
        failure: CuratorError | None = None
        if not future.cancelled() and future.exception() is None:
            try:
                self._media.write_preview(ticket.digest, pixels=future.result().pixels)
            except CuratorError as error:
                failure = error
            except Exception:
                # Raised here it would be lost, and the picture would be under way for ever.
                _LOG.exception("The preview of %s could not be written.", ticket.digest)
                failure = CuratorError(
                    "A preview could not be written, and the analysis was stopped.",
                    advice="Start Curator again. If it happens again, report it with the log.",
                )
        self._results.put((ticket, future, failure))
        self._on_ready()

    def _arrived(self, until: float) -> Iterator[tuple[_Ticket, AnalysedPicture | CuratorError]]:
        """What has come back, at least one and then until the time is up."""
        taken = 0
        while not taken or perf_counter() < until:
            try:
                ticket, future, failure = self._results.get_nowait()
            except Empty:
                return
            taken += 1
            self._under_way.pop(ticket, None)
            outcome: AnalysedPicture | CuratorError
            try:
                outcome = failure or future.result()
            except CancelledError:
                continue
            except CuratorError as error:
                outcome = error
            yield ticket, outcome

    def _file_portrait(
        self, digest: Digest, outcome: AnalysedPicture | CuratorError, *, refused: list[RefusedPortrait]
    ) -> Changes:
        if isinstance(outcome, CuratorError):
            seen = PortraitAnalysis(0, outcome.sentence)
        else:
            only = outcome.faces[0] if len(outcome.faces) == 1 else None
            seen = PortraitAnalysis(
                len(outcome.faces),
                "",
                None if only is None else only.box,
                None if only is None else only.encoding,
                outcome.perceptual_hash,
                outcome.mirrored_hash,
                outcome.facts.width,
                outcome.facts.height,
            )
        table = self._catalogue.politicians
        if not table.uses(digest):
            # Taken out while it was looked at: nothing biometric is kept of it.
            return Changes()
        if not isinstance(outcome, WorkerFailure):
            # A worker that died says nothing lasting about the picture.
            space = self._model if isinstance(outcome, CuratorError) else _space(outcome)
            table.keep_analysis(digest, model=space, analysis=seen)
        reason = _refusal(seen)
        portraits = [one for one in table.portraits() if one.digest == digest] if reason else []
        names = table.names({one.politician_id for one in portraits})
        refused.extend(RefusedPortrait(one.file_name, names[one.politician_id], reason) for one in portraits)
        whose = table.settle_portraits(digest, refusal=reason)
        self._portraits_changed = True
        return Changes(politicians=frozenset(whose))

    def _forget(self, digest: Digest) -> None:
        if self._catalogue.submissions.with_digest(digest) is None and not self._catalogue.politicians.uses(
            digest
        ):
            self._media.remove(digest)

    def _file_submission(
        self, submission_id: SubmissionId, digest: Digest, outcome: AnalysedPicture | CuratorError
    ) -> Changes:
        table = self._catalogue.submissions
        try:
            submission = table.get(submission_id)
        except NotFound:
            # Erased while it was looked at; the preview came after that.
            self._forget(digest)
            return Changes()
        again: frozenset[SubmissionId] = frozenset()
        if isinstance(outcome, CuratorError):
            table.mark_unreadable(submission_id, sentence=str(outcome))
        else:
            hashes = (outcome.perceptual_hash, outcome.mirrored_hash)
            table.keep_facts(submission_id, facts=outcome.facts, model=outcome.model, hashes=hashes)
            ids = self._catalogue.faces.replace(submission_id, found=outcome.faces, model=_space(outcome))
            encodings = {
                face_id: face.encoding
                for face_id, face in zip(ids, outcome.faces, strict=True)
                if face.encoding is not None
            }
            claims = dict.fromkeys(encodings, submission.claimed_id)
            self._catalogue.faces.keep_matches(self._comparison.rank(encodings, claims=claims))
            if submission.verdict is not Verdict.UNDECIDED:
                # Decided while it was being analysed: encodings are kept only while undecided.
                self._catalogue.faces.erase_encodings(submission_id)
            again = self._comparison.file_hashes(submission_id, hashes)
        self._comparison.assess(table.get(one) for one in (submission_id, *again))
        return Changes(submissions=again | {submission_id})

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
        """Ranks a few anew; asks the catalogue each time, because undo and redo correct claims as well."""
        some = self._catalogue.submissions.outdated(mark=self._comparison.mark, limit=_RERANKED_AT_ONCE)
        self._outdated = len(some) == _RERANKED_AT_ONCE
        if some:
            with self._catalogue.writing():
                self._comparison.rerank(some)
        return Changes(submissions=frozenset(some))


def _space(outcome: AnalysedPicture) -> str:
    """The space of a picture's encodings: finders that agree on it before the slash compare."""
    return outcome.model.partition("/")[0]


def _is_ours(outcome: AnalysedPicture | CuratorError) -> TypeGuard[CuratorError]:
    """Whether something failed that is no picture's fault, such as a full disk or missing models."""
    if not isinstance(outcome, CuratorError):
        return False
    return isinstance(outcome, WorkersUnavailable) or not isinstance(
        outcome, UnreadablePicture | WorkerFailure
    )


def _refusal(seen: PortraitAnalysis) -> str:
    """Why a portrait cannot be used, as a sentence, or an empty string when it can."""
    if seen.unreadable:
        return seen.unreadable
    if seen.faces == 0:
        return "No face was found in it. Use a photo that shows the face larger and from the front."
    if seen.faces > 1:
        return f"It shows {seen.faces} faces. Crop it so that only the politician is left."
    if seen.encoding is None:
        return "Its face is too small or unclear to compare with. Use a larger photo."
    return ""
