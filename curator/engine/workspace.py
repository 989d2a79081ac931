"""An open catalogue with its background work: what the window and the command line both drive."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Self

from curator.engine import politicians
from curator.engine.analysis import Analysis, RefusedPortrait
from curator.engine.bands import bands_of, keep_bands
from curator.engine.catalogue import Catalogue
from curator.engine.comparison import Comparison
from curator.engine.errors import CatalogueError, CuratorError, WorkerFailure
from curator.engine.faces.finder import Detector
from curator.engine.intake.load import load_submissions
from curator.engine.intake.nocodb.request import FetchRequest
from curator.engine.looking_again import LookingAgain
from curator.engine.media import MediaStore
from curator.engine.receiving import HasPath, Progress, Receiving, Summary
from curator.engine.records import Changes, FaceBox, Kind, PoliticianId, SubmissionId
from curator.engine.rules import Thresholds
from curator.engine.safekeeping.tidying import delete_left_files, tidy_up
from curator.engine.said import said
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Crop, CroppedPicture, EngineFacts, WorkerSettings

ENCODING_MODEL = "dlib-resnet-v1"
"""The space that encodings are compared in, whichever detector and runtime made them."""


_CLOSING_SECONDS = 1.5
"""How long :meth:`Workspace.close` waits at most, for workers and loads together."""


_LOOKING_CLOSELY = 3
"""Priority of what a person moves on the screen, before what they drew or came to."""


@dataclass(frozen=True, slots=True)
class LoadEnd:
    """A load of submissions or of portraits that has come to its end.

    Attributes:
        what: ``submissions`` or ``portraits``.
        summary: how it ended.
    """

    what: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class Tick:
    """What one round of background work brought.

    Attributes:
        changes: for the views.
        ended: loads that have ended.
        refused_portraits: portraits that cannot be used; told together, once the import is
            through with all of them.
        failures: errors that hold the background work up.
    """

    changes: Changes = Changes()
    ended: tuple[LoadEnd, ...] = ()
    refused_portraits: tuple[RefusedPortrait, ...] = ()
    failures: tuple[CuratorError, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineState:
    """How pictures are looked at, for people.

    Attributes:
        detector: that was asked for.
        workers: how many may run.
        most: how many there can be.
        memory_bytes: that a worker may use, where the system can enforce it.
        told: what the worker that was started last said of itself; None before there was one.
    """

    detector: Detector
    workers: int
    most: int
    memory_bytes: int
    told: EngineFacts | None


@dataclass(slots=True)
class _Running:
    what: str
    receiving: Receiving[HasPath]
    load_id: int | None


class Workspace:
    """One open catalogue, its media, workers and background work.

    Belongs to the thread that made it. ``on_ready`` is called in other threads whenever
    :meth:`tick` has something to do.

    Attributes:
        catalogue: everything Curator knows.
        media: originals and previews.
        workers: the processes that open pictures.
        comparison: what submissions are compared with.
        analysis: the background work on pictures.
        thresholds: the bands in force.
        refuse_loads: raises a ``CuratorError`` while nothing may be taken in; asked before each load.
        files_arrive: tells whether others than loads take files in; no file is deleted meanwhile.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        workers: Workers,
        settings: WorkerSettings | None = None,
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        """Takes over an open catalogue; use :meth:`open` otherwise.

        Args:
            catalogue: whose thresholds are in force from now on.
            workers: the processes that open pictures.
            settings: that the workers were made with.
            on_ready: called in other threads when there is something to do.
        """
        self.catalogue = catalogue
        self._settings = settings or WorkerSettings()
        self._retiring: list[Thread] = []
        self.thresholds = bands_of(catalogue)
        self.media = MediaStore(catalogue.media_folder)
        tidy_up(catalogue, self.media)
        self.workers = workers
        with catalogue.writing():
            # Portraits of an older network say nothing to this one.
            catalogue.politicians.stale_models(model=ENCODING_MODEL)
        self.comparison = Comparison(catalogue, model=ENCODING_MODEL, thresholds=self.thresholds)
        self.analysis = Analysis(
            catalogue,
            media=self.media,
            pool=workers,
            comparison=self.comparison,
            model=ENCODING_MODEL,
            on_ready=on_ready,
        )
        self._looking_again = LookingAgain(catalogue)
        self.refuse_loads: Callable[[], None] = lambda: None
        self.files_arrive: Callable[[], bool] = lambda: False
        self._on_ready = on_ready
        self._running: list[_Running] = []
        self._refused: list[RefusedPortrait] = []
        self._asked: tuple[Future[CroppedPicture], Future[CroppedPicture]] | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = False,
        settings: WorkerSettings | None = None,
        on_ready: Callable[[], None] = lambda: None,
    ) -> Self:
        """Opens, or makes, the catalogue of a folder.

        Raises:
            CatalogueError: it cannot be opened; see :meth:`Catalogue.open`.
            RefusedChange: it cannot be made there.
        """
        settings = settings or WorkerSettings()
        catalogue = Catalogue.create(folder) if create else Catalogue.open(folder)
        try:
            return cls(catalogue, workers=Workers(settings), settings=settings, on_ready=on_ready)
        except BaseException:
            catalogue.close()
            raise

    # ------------------------------------------------------------ loads

    def load(self, paths: Sequence[Path], *, kind: Kind = Kind.DEEPFAKE) -> None:
        """Starts to load files and folders as submissions.

        Raises:
            CuratorError: nothing may be taken in just now, or it cannot be noted.
        """
        self.refuse_loads()
        absolute = tuple(path.absolute() for path in paths)
        with self.catalogue.writing():
            load_id = self.catalogue.journals.start_load(paths=absolute, kind=kind)
        self._start_load(absolute, kind=kind, load_id=load_id)

    def fetch(self, request: FetchRequest, token: str) -> None:
        """Starts to fetch submissions from a table of a server: the only time that a network is used.

        Never continued by itself: after a crash a person fetches again, and what is there is not
        fetched twice.

        Args:
            request: which table, and what its columns mean.
            token: opens the table; kept nowhere.

        Raises:
            FetchFailed: the address or the token cannot be one.
            RefusedChange: nothing may be taken in just now.
        """
        self.refuse_loads()
        # The HTTP library is only loaded by those who use it.
        from curator.engine.intake.nocodb.fetching import fetch_submissions

        receiving = fetch_submissions(
            self.catalogue, request, token=token, media=self.media, on_ready=self._on_ready
        )
        self._start(_Running("submissions", receiving, None))  # type: ignore[arg-type]

    def continue_loads(self) -> int:
        """Goes on with loads that a crash or a closed window interrupted; returns how many."""
        running = {one.load_id for one in self._running}
        unfinished = [one for one in self.catalogue.journals.unfinished_loads() if one.id not in running]
        for load in unfinished:
            self._start_load(load.paths, kind=load.kind, load_id=load.id)
        return len(unfinished)

    def import_people(self, path: Path) -> None:
        """Starts to import a folder tree or a table of politicians.

        Raises:
            RefusedChange: nothing may be taken in just now.
        """
        self.refuse_loads()
        receiving = politicians.import_people(
            self.catalogue, path.absolute(), media=self.media, on_ready=self._on_ready
        )
        self._start(_Running("portraits", receiving, None))  # type: ignore[arg-type]

    def add_portraits(self, politician_id: PoliticianId, paths: Sequence[Path]) -> None:
        """Starts to add photos of one politician.

        Raises:
            RefusedChange: nothing may be taken in just now.
        """
        self.refuse_loads()
        receiving = politicians.add_portraits(
            self.catalogue, politician_id, paths, media=self.media, on_ready=self._on_ready
        )
        self._start(_Running("portraits", receiving, None))  # type: ignore[arg-type]

    @property
    def loading(self) -> Progress | None:
        """How far the running loads have come together, or None when there are none."""
        if not self._running:
            return None
        each = [one.receiving.progress for one in self._running]
        totals = [one.total for one in each]
        known = [total for total in totals if total is not None]
        return Progress(
            sum(one.done for one in each),
            sum(known) if len(known) == len(totals) else None,
            any(one.paused for one in each),
        )

    def cancel_loads(self) -> None:
        """Ends the running loads early; what was loaded stays."""
        for one in self._running:
            one.receiving.cancel()

    # ------------------------------------------------------------ settings

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Puts other thresholds in force, and assesses everything undecided anew, bit by bit.

        Raises:
            CatalogueError: they could not be written; the old ones stay in force.
        """
        keep_bands(self.catalogue, thresholds)
        self.thresholds = thresholds
        self.comparison.thresholds = thresholds
        # Portraits that disagree are told by a threshold too, so they are read again with the rest.
        self.analysis.portraits_changed()

    @property
    def engine(self) -> EngineState:
        """How pictures are looked at."""
        return EngineState(
            self._settings.finder_settings.detector,
            self.workers.limit,
            self.workers.count,
            self._settings.memory_bytes,
            self.workers.about(),
        )

    def set_worker_limit(self, limit: int) -> None:
        """Lets at most so many workers run from now on; at least one."""
        self.workers.set_limit(max(1, limit))
        self._on_ready()

    def set_detector(self, detector: Detector) -> None:
        """Looks for faces in another way from now on, with new workers.

        What was found stays. Pictures in hand are begun anew; an export's would be lost, so
        nothing may be exported meanwhile.
        """
        if detector == self._settings.finder_settings.detector:
            return
        old = self.workers
        finder_settings = replace(self._settings.finder_settings, detector=detector)
        self._settings = replace(self._settings, finder_settings=finder_settings)
        self.workers = Workers(self._settings)
        self.workers.set_limit(old.limit)
        self.analysis.use(self.workers)
        old.cancel_all()
        closing = Thread(target=old.close, name="workers-retire", daemon=True)
        self._retiring = [one for one in self._retiring if one.is_alive()] + [closing]
        closing.start()
        self._on_ready()

    def look_again(self) -> tuple[int, Changes]:
        """Puts all undecided pictures back in line for their analysis, the first of them at once.

        Returns:
            How many, and what was changed of them so far; :meth:`tick` does the rest.

        Raises:
            CatalogueError: it could not be written.
        """
        begun = self._looking_again.begin()
        self._on_ready()
        return begun

    # ------------------------------------------------------------ looking closely

    def crop(
        self, submission_id: SubmissionId, region: FaceBox, *, longest_side: int
    ) -> "Future[CroppedPicture]":
        """Has a worker cut a part out of a submission's picture, sharp at up to full size.

        Asking anew cancels what was asked before and is not answered yet: whoever moves the
        picture waits for what is shown now.

        Args:
            submission_id: whose.
            region: in pixels of the upright picture; what reaches beyond it is left out.
            longest_side: of the result in pixels, at most ``MAX_SIDE``; never enlarged.

        Returns:
            A future whose callbacks run in a worker's thread. Its exception is a ``CuratorError``;
            it is cancelled when something else was asked for meanwhile.

        Raises:
            NotFound: there is no such submission.
            WorkerFailure: the workers are closed.
        """
        submission = self.catalogue.submissions.get(submission_id)
        request = Crop(
            path=self.media.original(submission.digest),
            digest=submission.digest,
            turn=0 if submission.facts is None else submission.facts.turn,
            region=region,
            longest_side=longest_side,
        )
        if self._asked is not None:
            for one in self._asked:
                one.cancel()
        begun = self.workers.submit(request, priority=_LOOKING_CLOSELY)
        # A future of its own, because one that a worker has begun can no longer be cancelled.
        answer: Future[CroppedPicture] = Future()
        self._asked = answer, begun
        begun.add_done_callback(lambda done: _hand_over(done, answer))
        return answer

    # ------------------------------------------------------------ work

    @property
    def busy(self) -> bool:
        """Whether background work is under way."""
        return bool(self._running) or self.analysis.busy or self._looking_again.busy

    def pause(self) -> None:
        """Holds back loads and analysis."""
        self.analysis.pause()
        for one in self._running:
            one.receiving.pause()

    def resume(self) -> None:
        """Goes on after :meth:`pause`."""
        for one in self._running:
            one.receiving.resume()
        self.analysis.resume()

    def tick(self) -> Tick:
        """Files some of what the background brought: some ten milliseconds of work.

        Raises:
            CatalogueError: the catalogue cannot be written to.
        """
        changes = Changes()
        ended = []
        for one in list(self._running):
            changes |= self._settle(one)
            if one.receiving.finished:
                self._running.remove(one)
                ended.append(self._end(one))
        arriving = bool(self._running) or self.files_arrive()
        if not arriving and delete_left_files(self.catalogue, self.media):
            self._on_ready()
        if self._looking_again.busy:
            changes |= self._looking_again.settle()
            self._on_ready()
        settled = self.analysis.settle()
        self._refused.extend(settled.refused_portraits)
        return Tick(changes | settled.changes, tuple(ended), self._take_refused(), settled.failures)

    def close(self) -> None:
        """Stops everything in under two seconds; what is unfinished goes on at the next start."""
        until = monotonic() + _CLOSING_SECONDS
        try:
            self.analysis.cancel()
            for one in self._running:
                one.receiving.cancel()
            self.workers.close()
            for one in self._running:
                one.receiving.wait(seconds=max(0.0, until - monotonic()))
            for retiring in self._retiring:
                retiring.join(max(0.0, until - monotonic()))
        finally:
            self.catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ inside

    def _start_load(self, paths: Sequence[Path], *, kind: Kind, load_id: int) -> None:
        receiving = load_submissions(
            self.catalogue, paths, media=self.media, kind=kind, on_ready=self._on_ready
        )
        self._start(_Running("submissions", receiving, load_id))  # type: ignore[arg-type]

    def _start(self, running: _Running) -> None:
        self._running.append(running)
        running.receiving.start()

    def _settle(self, one: _Running) -> Changes:
        if not one.receiving.settle(writing=self.catalogue.writing):
            return Changes()
        return Changes(arrived=True)

    def _take_refused(self) -> tuple[RefusedPortrait, ...]:
        """What an import had to refuse, at its end: forty sentences one by one would be read by no one."""
        if not self._refused or any(one.what == "portraits" for one in self._running):
            return ()
        if self.analysis.portraits_left:
            return ()
        refused, self._refused = tuple(self._refused), []
        return refused

    def _end(self, one: _Running) -> LoadEnd:
        summary = one.receiving.summary
        if one.what == "portraits":
            # New names alone may be whom submissions already claim.
            self.analysis.portraits_changed()
        # A full disk will be freed, and the load goes on at the next start; other failures would come again.
        if one.load_id is not None and not isinstance(summary.failure, CatalogueError):
            with self.catalogue.writing():
                self.catalogue.journals.finish_load(
                    one.load_id,
                    loaded=summary.loaded,
                    already=summary.already,
                    refused=len(summary.refused),
                )
        return LoadEnd(one.what, summary)


def _hand_over(done: "Future[CroppedPicture]", answer: "Future[CroppedPicture]") -> None:
    """In a worker's thread: gives an answer to whoever still wants it."""
    if done.cancelled():
        answer.cancel()
    elif answer.set_running_or_notify_cancel():
        error = done.exception()
        if error is None:
            answer.set_result(done.result())
        elif isinstance(error, CancelledError):
            answer.set_exception(WorkerFailure(said("The work was cancelled.")))
        else:
            answer.set_exception(error)
