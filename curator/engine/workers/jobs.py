"""Hand pictures to worker processes: a queue with priorities, pause and cancel."""

import heapq
import itertools
import logging
import threading
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from time import monotonic
from types import TracebackType
from typing import Any, Self, overload

from curator.engine import kept_sentences
from curator.engine.errors import CuratorError, UnreadablePicture, WorkerFailure
from curator.engine.places import only_places
from curator.engine.said import said
from curator.engine.submitted_file import digest_of, read_file
from curator.engine.workers.messages import (
    Analyse,
    AnalysedPicture,
    Answer,
    Crop,
    CroppedPicture,
    Encode,
    EncodedFaces,
    EngineFacts,
    Refusal,
    Render,
    RenderedPicture,
    Request,
    WorkerSettings,
)
from curator.engine.workers.process import WorkerProcess, WorkersUnavailable
from curator.engine.workers.wire import longest_answer, read_answer

__all__ = ["Workers", "WorkersUnavailable"]

_LOG = logging.getLogger(__name__)

_CLOSING_SECONDS = 1.5
"""How long `Workers.close` waits for its threads; killed workers end in a tenth of that."""


@dataclass(order=True, slots=True)
class _Job:
    """A request in the queue; the heap orders by rank alone."""

    rank: tuple[int, int]
    request: Request = field(compare=False)
    future: Future[Any] = field(compare=False)
    era: int = field(default=0, compare=False)
    """How often all work had been cancelled when this was begun."""

    def read(self) -> bytes:
        """The picture's bytes; the request says from now on which they are.

        Raises:
            UnreadablePicture: it cannot be read, or is not the one that it should be.
        """
        data = read_file(self.request.path)
        digest = digest_of(data)
        if self.request.digest not in (None, digest):
            raise UnreadablePicture(kept_sentences.CHANGED)
        self.request = replace(self.request, digest=digest)
        return data


class Workers:
    """A few worker processes, each with a thread that feeds it.

    Processes start when there is work, end after `WorkerSettings.idle_seconds` without,
    and are replaced when they die; a death costs the one picture in hand, and that only if it
    happens in a worker that has seen no other. Methods may be called from any thread and never
    wait for a worker, but for `close`.
    """

    def __init__(self, settings: WorkerSettings) -> None:
        """Starts nothing yet."""
        self._settings = settings
        self._changed = threading.Condition()
        self._queue: list[_Job] = []
        self._numbers = itertools.count()
        self._paused = False
        self._closing = False
        self._era = 0
        self._limit = settings.count
        self._facts: EngineFacts | None = None
        self._idle_and_warm = 0
        spawning = threading.Lock()
        self._processes = [WorkerProcess(settings, spawning=spawning) for _ in range(settings.count)]
        self._to_warm: set[WorkerProcess] = set()
        self._threads: list[threading.Thread] = []

    @overload
    def submit(self, request: Analyse, *, priority: int = 0) -> Future[AnalysedPicture]: ...
    @overload
    def submit(self, request: Encode, *, priority: int = 0) -> Future[EncodedFaces]: ...
    @overload
    def submit(self, request: Render, *, priority: int = 0) -> Future[RenderedPicture]: ...
    @overload
    def submit(self, request: Crop, *, priority: int = 0) -> Future[CroppedPicture]: ...

    def submit(self, request: Request, *, priority: int = 0) -> Future[Any]:
        """Queue a request.

        Args:
            request: what to do.
            priority: higher goes first; equals go in the order of their coming.

        Returns:
            A future whose callbacks run in a worker's thread. Its exception is
            `UnreadablePicture` (the picture is at fault), `WorkersUnavailable` (no worker
            can be started) or another `WorkerFailure` (crashed, too long, nonsense).

        Raises:
            WorkerFailure: the workers are closed.
        """
        job = _Job((-priority, next(self._numbers)), request, Future())
        with self._changed:
            if self._closing:
                raise WorkerFailure(said("The program is closing and takes no more work."))
            heapq.heappush(self._queue, job)
            self._start_threads()
            self._changed.notify_all()
        return job.future

    def warm(self) -> None:
        """Start all processes ahead of the first request, so that it need not wait for the models."""
        with self._changed:
            if not self._closing:
                self._to_warm.update(self._processes[: self._limit])
                self._start_threads()
                self._changed.notify_all()

    def pause(self) -> None:
        """Begin no further request; those in hand are finished."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Go on after `pause`."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    @property
    def count(self) -> int:
        """How many workers there are at most."""
        return self._settings.count

    @property
    def paused(self) -> bool:
        """Whether requests are held back."""
        return self._paused

    @property
    def pending(self) -> int:
        """How many requests wait to be begun."""
        with self._changed:
            return sum(not job.future.cancelled() for job in self._queue)

    @property
    def limit(self) -> int:
        """How many workers may run."""
        return self._limit

    def set_limit(self, limit: int) -> None:
        """Let at most so many workers run from now on, as on a laptop without its charger.

        The others end when they have answered what they were asked, and free their memory.

        Args:
            limit: at least 1; more than `WorkerSettings.count` means all.

        Raises:
            ValueError: it is less than 1.
        """
        if limit < 1:
            raise ValueError("at least one worker must run")
        with self._changed:
            self._limit = min(limit, len(self._processes))
            self._changed.notify_all()

    def about(self) -> EngineFacts | None:
        """What the worker that was started last looks at pictures with; None before there was one."""
        return self._facts

    def cancel_all(self) -> None:
        """Cancel all requests, those that are begun too, without waiting for what workers do.

        Workers in hand are killed, and started again for the next request. The futures of begun
        requests end with `concurrent.futures.CancelledError` as their exception.
        """
        with self._changed:
            self._era += 1
            # No worker gets another request before they are all doomed, as that takes this lock.
            for process in self._processes:
                process.interrupt()
        self.cancel_pending()

    def cancel_pending(self) -> int:
        """Cancel all requests that are not begun; returns how many that were."""
        with self._changed:
            waiting, self._queue = self._queue, []
        # Outside the lock: callbacks run in here and may submit again.
        cancelled = [job for job in waiting if job.future.cancel()]
        for job in cancelled:
            job.future.set_running_or_notify_cancel()
        return len(cancelled)

    def close(self) -> None:
        """Cancel what waits, kill what runs; takes under 2 s and no request is lost silently."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self.cancel_pending()
        for process in self._processes:
            process.close()
        deadline = monotonic() + _CLOSING_SECONDS
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(max(0.0, deadline - monotonic()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------ a worker's thread

    def _start_threads(self) -> None:
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._serve, args=(number,), name="curator-worker", daemon=True)
                for number in range(len(self._processes))
            ]
            for thread in self._threads:
                thread.start()

    def _serve(self, number: int) -> None:
        """Feed one worker until the end."""
        process = self._processes[number]
        job = self._next(number)
        sent = False
        served = 0
        while job is not None:
            following: _Job | None = None
            following_sent = False
            outcome: Answer | Exception
            try:
                if not sent:
                    self._send(process, job)
                untrusted = process.receive(
                    longest=longest_answer(job.request, longest_side=self._settings.longest_side),
                    seconds=self._settings.job_seconds,
                )
                outcome = self._read(untrusted, job.request, model=process.model)
                served += 1
                if served >= self._settings.pictures_each or _has_shaken(outcome):
                    process.kill()
                    served = 0
                else:
                    # The worker gets its next request before this one's answer is filed.
                    following = self._take(number)
                    following_sent = following is not None and self._sent_ahead(process, following)
            except UnreadablePicture as error:  # before any worker saw it
                following_sent = False
                outcome = error
            except WorkerFailure as error:
                if not isinstance(error, WorkersUnavailable):
                    # After nonsense the worker is not trusted with another picture.
                    process.kill()
                    if served and not self._closing and not self._is_cancelled(job):
                        # Perhaps one before did it: in a worker that has seen no other, once more.
                        served, sent = 0, False
                        continue
                following_sent = False
                outcome = self._closing_or(error)
            except Exception as error:  # a bug of ours must not leave anybody waiting for ever
                process.kill()
                following_sent = False
                outcome = error
            _deliver(job, CancelledError() if self._is_cancelled(job) else outcome)
            job, sent = following, following_sent
            if job is None:
                job = self._next(number)
        process.kill()

    def _send(self, process: WorkerProcess, job: _Job) -> None:
        if self._is_cancelled(job):
            raise WorkerFailure(said("The work was cancelled."))
        data = job.read()
        self._start(process)
        try:
            process.send(job.request, data)
        except OSError:
            # It died while it was idle, which is no fault of this picture: once more.
            process.kill()
            if self._is_cancelled(job):
                raise WorkerFailure(said("The work was cancelled.")) from None
            self._start(process)
            try:
                process.send(job.request, data)
            except OSError as error:
                raise WorkerFailure(kept_sentences.WORKER_GONE) from error

    def _start(self, process: WorkerProcess) -> None:
        process.start()
        if process.greeting is None:
            return
        facts = EngineFacts.of(process.greeting)
        with self._changed:
            known, self._facts = self._facts, facts
        # Told once, not by each worker and after each rest.
        for note in facts.notes if facts != known else ():
            _LOG.warning("%s", note)

    def _is_cancelled(self, job: _Job) -> bool:
        return job.era != self._era

    def _sent_ahead(self, process: WorkerProcess, job: _Job) -> bool:
        try:
            process.send(job.request, job.read())
        except (OSError, UnreadablePicture):
            # It is tried once more by itself, and then told.
            return False
        return True

    def _read(self, untrusted: bytes, request: Request, *, model: str) -> Answer | CuratorError:
        answer = read_answer(untrusted, request, longest_side=self._settings.longest_side)
        if isinstance(answer, AnalysedPicture | EncodedFaces) and answer.model != model:
            # Said before it saw any picture: numbers of another encoder can be compared with nothing here.
            raise WorkerFailure(kept_sentences.SENT_NONSENSE.filled(what="model"))
        if not isinstance(answer, Refusal):
            return answer
        if answer.unreadable:
            return UnreadablePicture(answer.sentence)
        # The digest alone: the path would name the person at the computer.
        _LOG.error("A worker failed on %s.\n%s", request.digest, only_places(answer.detail))
        return WorkerFailure(answer.sentence)

    def _closing_or(self, error: WorkerFailure) -> WorkerFailure:
        if not self._closing:
            return error
        return WorkerFailure(said("The work was stopped because the program is closing."))

    def _take(self, number: int) -> _Job | None:
        """The next request if there is one for this worker, marked as begun."""
        with self._changed:
            return self._pop() if number < self._limit else None

    def _pop(self) -> _Job | None:
        while self._queue and not self._paused and not self._closing:
            job = heapq.heappop(self._queue)
            if job.future.set_running_or_notify_cancel():
                job.era = self._era
                return job
        return None

    def _next(self, number: int) -> _Job | None:
        """Wait for the next request; None at the end. An idle worker is ended on the way."""
        process = self._processes[number]
        idle_until = monotonic() + self._settings.idle_seconds
        while True:
            with self._changed:
                while not self._closing:
                    allowed = number < self._limit
                    warm_up = allowed and process in self._to_warm and not process.running
                    self._to_warm.discard(process)
                    # A worker that would have to be started leaves single requests to warm ones.
                    if allowed and (process.running or warm_up or len(self._queue) > self._idle_and_warm):
                        job = self._pop()
                        if job is not None:
                            return job
                    patience: float | None = None
                    if process.running:
                        patience = max(0.0, idle_until - monotonic()) if allowed else 0.0
                    if warm_up or patience == 0.0:
                        break
                    self._idle_and_warm += process.running
                    self._changed.wait(patience)
                    self._idle_and_warm -= process.running
                else:
                    return None
            if process.running:
                process.stop()
            else:
                self._warm_up(process)
                idle_until = monotonic() + self._settings.idle_seconds

    def _warm_up(self, process: WorkerProcess) -> None:
        try:
            self._start(process)
        except WorkersUnavailable as error:
            # The first request will try again and tell whoever asked for it.
            _LOG.warning("%s", error.sentence)


def _has_shaken(outcome: Answer | CuratorError) -> bool:
    """Whether a decoder or the finder stumbled: what it left behind in its process is anybody's guess."""
    return isinstance(outcome, CuratorError) and outcome.sentence in _STUMBLED


_STUMBLED = frozenset({kept_sentences.DAMAGED, kept_sentences.TOO_MUCH_MEMORY, kept_sentences.FINDER_FAILED})


def _deliver(job: _Job, outcome: Answer | Exception) -> None:
    if isinstance(outcome, Exception):
        job.future.set_exception(outcome)
    else:
        job.future.set_result(outcome)
