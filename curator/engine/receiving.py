"""Brings many files into the media store in a thread, and lets the catalogue's thread file them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Condition, Event, Thread
from typing import Generic, Protocol, TypeVar

from curator.engine.errors import CatalogueError, CuratorError, RefusedFile
from curator.engine.media import MediaStore, Received
from curator.engine.said import joined, said


class HasPath(Protocol):
    """Something that one file stands for."""

    @property
    def path(self) -> Path:
        """The file to copy; of what does not come from the disk, a path that only names it for people."""


Item = TypeVar("Item", bound=HasPath)


class Refusal(Protocol):
    """A file, folder or row that was not taken in, and why."""

    @property
    def path(self) -> Path:
        """The file or folder; for a row, the table."""

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, for a person."""


class Cancelled(CuratorError):
    """What somebody waited for was called off; there is nothing to tell anybody."""

    def __init__(self) -> None:
        super().__init__(said("It was cancelled."))


@dataclass(frozen=True, slots=True)
class NotReceived:
    """A file that could not be taken in."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Scanned(Generic[Item]):
    """What a look at the folders found, or one page of what a server lists.

    Attributes:
        items: to be taken in, in this order.
        refused: what cannot be, and why.
        warnings: what was taken in but is doubtful.
        expected: how many items may follow after these; an estimate.
        after: called in the load's thread once all of the items are filed or refused; gives further
            warnings. Not called when the load ends before.
    """

    items: tuple[Item, ...]
    refused: Sequence[Refusal] = ()
    warnings: tuple[str, ...] = ()
    expected: int = 0
    after: Callable[[], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was filed before the first file: politicians that an import added, and completed."""

    added: int = 0
    completed: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load has come.

    Attributes:
        done: files filed or refused.
        total: None until something was found; an estimate while a server still lists.
        paused: whether it is held back.
    """

    done: int = 0
    total: int | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """How a load ended.

    Attributes:
        loaded: new in the catalogue.
        already: were there before, or came twice.
        refused: files that were not taken in, and why.
        warnings: about what was taken in but is doubtful.
        cancelled: the curator ended it early; what was loaded stays.
        failure: what stopped it, such as a full disk; what was loaded stays.
        people: how many politicians an import added and completed, beside their portraits.
    """

    loaded: int = 0
    already: int = 0
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    cancelled: bool = False
    failure: CuratorError | None = None
    people: Prepared = Prepared()


class Receiving(Generic[Item]):
    """One load. Made and settled in the catalogue's thread; files are taken in in its own.

    Memory stays small: the thread holds still while too many copied files wait to be filed.
    """

    _AHEAD = 64
    _FILED_AT_ONCE = 32
    _BEGUN_A_THREAD = 2
    """Items in hand for each thread: while the first of them is slow, the others go on."""

    def __init__(
        self,
        *,
        scan: Callable[[], Scanned[Item] | Iterable[Scanned[Item]]],
        media: MediaStore,
        file: Callable[[Item, Received], bool],
        receive: Callable[[Item], Received] | None = None,
        at_once: int = 1,
        stop: Callable[[], None] = lambda: None,
        prepare: Callable[[], Prepared] = Prepared,
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepares a load; :meth:`start` begins it.

        Args:
            scan: finds the files, all at once or page by page; runs in the load's thread, so it must
                not touch the catalogue.
            media: receives the files.
            file: files one copied file in the catalogue, inside the caller's transaction; tells
                whether it was new. Raises `RefusedFile`, before it writes, for one that cannot be filed.
            receive: takes one item into the media store; copies its file when None. Runs in the
                load's thread, or in several when ``at_once`` is more than 1. Raises `RefusedFile` for
                what only concerns this item; any other `CuratorError` ends the load.
            at_once: how many items are received at the same time; they are filed in their order all
                the same.
            stop: makes ``scan`` and ``receive`` give up whatever they wait for, with `Cancelled`;
                called in any thread when the load ends, also when nothing is waiting.
            prepare: called once before the first file is filed, inside the same transaction; tells
                what it filed.
            on_ready: called in the load's thread when there is something to settle.
        """
        self._scan = scan
        self._media = media
        self._file = file
        self._receive_item = receive or (lambda item: media.receive(item.path))
        self._at_once = at_once
        self._stop = stop
        self._prepare: Callable[[], Prepared] | None = prepare
        self._people = Prepared()
        self._on_ready = on_ready
        self._copied: SimpleQueue[tuple[Item, Received | NotReceived] | None] = SimpleQueue()
        self._go = Event()
        self._go.set()
        self._room = Event()
        self._room.set()
        self._cancelled = Event()
        self._settled = Condition()
        self._total: int | None = None
        self._found = 0
        self._put = 0
        self._done = 0
        self._loaded = 0
        self._already = 0
        self._refused: list[Refusal] = []
        self._warnings: tuple[str, ...] = ()
        self._failure: CuratorError | None = None
        self._bug: Exception | None = None
        self._given_up = False
        self._finished = False
        self._thread = Thread(target=self._run, name="receiving", daemon=True)

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return Progress(self._done, self._total, not self._go.is_set())

    @property
    def finished(self) -> bool:
        """Whether everything was filed, or the load ended early."""
        return self._finished

    @property
    def summary(self) -> Summary:
        """What came of it; complete once :attr:`finished`."""
        return Summary(
            self._loaded,
            self._already,
            tuple(self._refused),
            self._warnings,
            self._cancelled.is_set(),
            self._failure,
            self._people,
        )

    def start(self) -> None:
        """Begins to look through the folders and to copy."""
        self._thread.start()

    def pause(self) -> None:
        """Copies no further file until :meth:`resume`; one that has ended early has nothing to hold still."""
        if not self._cancelled.is_set():
            self._go.clear()
        self._on_ready()

    def resume(self) -> None:
        """Goes on after :meth:`pause`."""
        self._go.set()

    def cancel(self) -> None:
        """Ends the load after the file that is being copied; what was loaded stays."""
        self._cancelled.set()
        self._go.set()
        self._room.set()
        self._stop()
        with self._settled:
            self._settled.notify_all()

    def wait(self, *, seconds: float) -> None:
        """Waits for the load's thread to end, at most so long; for closing down."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def settle(self, *, writing: Callable[[], AbstractContextManager[None]]) -> bool:
        """Files some of what was copied, in one transaction of a few milliseconds.

        Args:
            writing: the catalogue's transaction.

        Returns:
            Whether anything was filed or the load came to its end.

        Raises:
            CatalogueError: it could not be filed; the load has then ended, and loading the same
                files again goes on where it stopped.
            Exception: a bug ended the load's thread.
        """
        batch = self._take()
        copied = [entry for entry in batch if entry is not None]
        # Before anything else: the thread may have found the queue full just before it was emptied,
        # and then waits although there is nothing left to file.
        if self._copied.qsize() < self._AHEAD:
            self._room.set()
        if not batch:
            return False
        self._finished = len(copied) < len(batch)
        if self._given_up:
            # Whoever loads the same files again gets these too; filed now, they would only fail again.
            self._settle_again()
            return self._finished
        people = self._people
        try:
            with writing():
                if self._prepare is not None:
                    people = self._prepare()
                filed = [self._filed(entry) for entry in copied]
        except Exception as error:
            # Nobody shall wait for what a mistake of the program has taken along.
            self._give_up(error if isinstance(error, CuratorError) else _failed_by_mistake())
            raise
        self._prepare = None
        self._people = people
        for _, outcome in copied:
            if isinstance(outcome, Received):
                # What it cannot note now, the next start does.
                with suppress(CatalogueError):
                    self._media.filed(outcome.digest)
        with self._settled:
            self._done += len(copied)
            self._settled.notify_all()
        self._loaded += filed.count(True)
        self._already += filed.count(False)
        self._refused.extend(one for one in filed if isinstance(one, NotReceived))
        self._settle_again()
        self._raise_bug()
        return True

    # ------------------------------------------------------------ inside

    def _take(self) -> list[tuple[Item, Received | NotReceived] | None]:
        batch: list[tuple[Item, Received | NotReceived] | None] = []
        with suppress(Empty):
            while len(batch) < self._FILED_AT_ONCE:
                batch.append(self._copied.get_nowait())
        return batch

    def _filed(self, entry: tuple[Item, Received | NotReceived]) -> bool | NotReceived:
        """Whether it was new, or why it was not filed."""
        item, outcome = entry
        if isinstance(outcome, NotReceived):
            return outcome
        try:
            return self._file(item, outcome)
        except RefusedFile as error:
            return _refused(item, error)

    def _settle_again(self) -> None:
        if not self._copied.empty():
            self._on_ready()

    def _give_up(self, failure: CuratorError) -> None:
        """Ends the load; its thread may have ended before, and then nothing else would have that told."""
        self._failure = failure
        self._given_up = True
        self.cancel()
        self._on_ready()

    def _raise_bug(self) -> None:
        """Raised in the load's own thread, a bug would only be seen by whoever reads the terminal."""
        if self._finished and self._bug is not None:
            bug, self._bug = self._bug, None
            self._give_up(_failed_by_mistake())
            raise bug

    def _run(self) -> None:
        """In the load's own thread."""
        threads = ThreadPoolExecutor(self._at_once, "receiving") if self._at_once > 1 else None
        try:
            found = self._scan()
            for part in (found,) if isinstance(found, Scanned) else found:
                self._refused.extend(part.refused)
                self._warnings += part.warnings
                self._found += len(part.items)
                self._total = self._found + part.expected
                self._take_in(part.items, threads=threads)
                if part.after is not None and self._wait_until_filed():
                    self._warnings += part.after()
                if self._cancelled.is_set():
                    break
        except Cancelled:
            pass  # whoever cancelled knows
        except CuratorError as error:
            self._failure = error
        except Exception as error:
            self._bug = error
        finally:
            self._stop()
            if threads is not None:
                threads.shutdown(cancel_futures=True)
            self._copied.put(None)
            self._on_ready()

    def _take_in(self, items: Sequence[Item], *, threads: ThreadPoolExecutor | None) -> None:
        for item, outcome in self._outcomes(items, threads=threads):
            self._put += 1
            self._copied.put((item, outcome))
            if self._copied.qsize() >= self._AHEAD:
                self._room.clear()
                if self._cancelled.is_set():
                    break  # whoever cancelled may have made room before it was taken again
            self._on_ready()

    def _outcomes(
        self, items: Sequence[Item], *, threads: ThreadPoolExecutor | None
    ) -> Iterator[tuple[Item, Received | NotReceived]]:
        """What became of each item, in their order; ends early when the load is cancelled."""
        if threads is None:
            for item in items:
                if not self._may_go_on():
                    return
                yield item, self._receive(item)
            return
        begun: deque[tuple[Item, Future[Received | NotReceived]]] = deque()
        for item in items:
            if not self._may_go_on():
                return
            begun.append((item, threads.submit(self._receive, item)))
            if len(begun) >= self._at_once * self._BEGUN_A_THREAD:
                first, future = begun.popleft()
                yield first, future.result()
        for item, future in begun:
            yield item, future.result()

    def _may_go_on(self) -> bool:
        """Waits while the load is paused or too far ahead; False when it was cancelled."""
        self._go.wait()
        self._room.wait()
        return not self._cancelled.is_set()

    def _wait_until_filed(self) -> bool:
        """Waits until all that was received is filed; False when the load was cancelled meanwhile."""
        with self._settled:
            self._settled.wait_for(lambda: self._done >= self._put or self._cancelled.is_set())
        return not self._cancelled.is_set()

    def _receive(self, item: Item) -> Received | NotReceived:
        try:
            return self._receive_item(item)
        except RefusedFile as error:
            return _refused(item, error)


def _refused(item: HasPath, error: RefusedFile) -> NotReceived:
    return NotReceived(item.path, joined((error.sentence, error.advice)))


def _failed_by_mistake() -> CuratorError:
    return CuratorError(
        said("An error in Curator ended the load."),
        advice=said("What was loaded stays. Load the rest again, and report the error if it returns."),
    )
