"""One worker process as the program sees it: start, ask, and end it in time whatever it does."""

import logging
import pickle
import sys
import threading
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType

from curator.engine import kept_sentences
from curator.engine.errors import WorkerFailure
from curator.engine.places import only_places
from curator.engine.said import said
from curator.engine.workers.messages import Ready, Refusal, Request, WorkerSettings
from curator.engine.workers.start import enter
from curator.engine.workers.wire import LONGEST_GREETING, read_greeting

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Pipe
else:
    from multiprocessing.connection import Connection as Pipe

_LOG = logging.getLogger(__name__)

_POLITE_SECONDS = 0.5
"""An idle worker ends within milliseconds of its pipe's closing."""


class WorkersUnavailable(WorkerFailure):
    """No worker can be started: not the picture's fault, and the next one will fare no better."""


class WorkerProcess:
    """A worker, started when first needed and again after it died.

    Used by one thread; only `close` and `interrupt` may be called by others.
    """

    def __init__(self, settings: WorkerSettings, *, spawning: threading.Lock) -> None:
        """Starts nothing yet.

        Args:
            settings: what the worker runs and may use.
            spawning: held while a process is started or waited for; shared by all workers,
                as multiprocessing's list of children is not made for several threads.
        """
        self._settings = settings
        self._spawning = spawning
        self._process: SpawnProcess | None = None
        self._pipe: Pipe | None = None
        self._closed = False
        self._doomed = False
        self.greeting: Ready | None = None
        """What the worker said of itself when it was last started."""

    @property
    def running(self) -> bool:
        """Whether there is a process; it may have died since it was last used."""
        return self._process is not None

    @property
    def model(self) -> str:
        """Which finder and encoder the worker said it has, before it saw any picture."""
        return "" if self.greeting is None else self.greeting.model

    def start(self) -> None:
        """Start a process unless a living one is there, and wait until its models are loaded.

        Raises:
            WorkersUnavailable: it cannot be started.
        """
        if self._process is not None:
            with self._spawning:
                alive = self._process.is_alive()
            if alive and not self._doomed:
                return
            self.kill()
        try:
            self._spawn()
            greeting = read_greeting(
                self.receive(longest=LONGEST_GREETING, seconds=self._settings.start_seconds)
            )
        except WorkersUnavailable:
            raise
        except (WorkerFailure, OSError) as error:
            self.kill()
            reason = error.sentence if isinstance(error, WorkerFailure) else str(error)
            raise WorkersUnavailable(kept_sentences.NOT_STARTED.filled(reason=reason)) from error
        if isinstance(greeting, Refusal):
            _LOG.error("A worker could not be started.\n%s", only_places(greeting.detail))
            self.kill()
            raise WorkersUnavailable(greeting.sentence)
        self.greeting = greeting

    def send(self, request: Request, data: bytes) -> None:
        """Hand the worker a request with the bytes of its picture.

        Raises:
            OSError: the worker is gone, is being ended by `interrupt`, or takes nothing; it may still
                have to be ended.
        """
        pipe, process = self._pipe, self._process
        if pipe is None or process is None or self._doomed:
            raise BrokenPipeError("the worker is not running")
        # One that never reads would hold this thread up for ever.
        with _Deadline(process, self._settings.job_seconds):
            # Where the picture lies is nobody's business there, and would name the person at the computer.
            pipe.send(replace(request, path=Path()))
            pipe.send_bytes(data)

    def receive(self, *, longest: int, seconds: float) -> bytes:
        """The worker's next message, not yet to be trusted.

        Args:
            longest: bytes; a longer message is refused unread.
            seconds: the worker is ended when its message is not here by then.

        Raises:
            WorkerFailure: it died, took too long or sent too much; it is ended by now.
        """
        pipe, process = self._pipe, self._process
        if pipe is None or process is None:
            raise WorkerFailure(kept_sentences.WORKER_GONE)
        deadline = _Deadline(process, seconds)
        try:
            with deadline:
                message = pipe.recv_bytes(longest)
        except (EOFError, OSError) as error:
            gone = isinstance(error, EOFError | ConnectionError)
            code = self._end(patience=_POLITE_SECONDS if gone else 0.0)
            if deadline.passed:
                raise _too_long(seconds) from error
            if not gone:
                raise WorkerFailure(kept_sentences.SENT_TOO_MUCH) from error
            raise _died(code) from error
        if deadline.passed:
            self.kill()
            raise _too_long(seconds)
        return message

    def kill(self) -> None:
        """End the process at once, if there is one."""
        self._end(patience=0.0)

    def stop(self) -> None:
        """End an idle process by closing its pipe."""
        self._end(patience=_POLITE_SECONDS)

    def interrupt(self) -> None:
        """Kill the process whatever it does; whoever waits for it gets a `WorkerFailure`.

        The next request finds a new process.
        """
        with self._spawning:
            if self._process is not None:
                # Until it is gone it may look alive, but no request may reach it any more.
                self._doomed = True
                self._process.kill()

    def close(self) -> None:
        """Kill the process for good; the thread that waits for it gets a `WorkerFailure`."""
        with self._spawning:
            self._closed = True
            if self._process is not None and self._process.is_alive():
                self._process.kill()

    def _spawn(self) -> None:
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=True)
        process = context.Process(
            target=enter, args=(theirs, pickle.dumps(self._settings)), name="curator-worker", daemon=True
        )
        with self._spawning:
            if self._closed:
                ours.close()
                theirs.close()
                raise WorkersUnavailable(said("The program is closing."))
            try:
                process.start()
            finally:
                # With our copy of its end closed, the death of either side reaches the other.
                theirs.close()
            self._process, self._pipe = process, ours
            self._doomed = False

    def _end(self, *, patience: float) -> int | None:
        process, pipe = self._process, self._pipe
        if process is None:
            return None
        if pipe is not None:
            pipe.close()
        with self._spawning:
            if patience:
                process.join(patience)
            if process.is_alive():
                process.kill()
            process.join()
            code = process.exitcode
            process.close()
            self._process = self._pipe = None
        return code


class _Deadline:
    """Kills a process that is not done in time; the kill and the end exclude each other."""

    def __init__(self, process: SpawnProcess, seconds: float) -> None:
        self.passed = False
        self._process = process
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True

    def _ring(self) -> None:
        with self._lock:
            if not self._over:
                self.passed = True
                self._process.kill()


def _too_long(seconds: float) -> WorkerFailure:
    return WorkerFailure(kept_sentences.TOO_LONG.filled(seconds=round(seconds)))


def _died(code: int | None) -> WorkerFailure:
    sentence = kept_sentences.ENDED
    if code is not None and code < 0:
        sentence = kept_sentences.ENDED_BY_SIGNAL.filled(signal=-code)
    elif code:
        sentence = kept_sentences.ENDED_WITH_CODE.filled(code=code)
    return WorkerFailure(sentence, advice=kept_sentences.LOOK_AGAIN)
