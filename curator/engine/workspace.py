"""An open catalogue with its background work: what the window and the command line both drive."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Self

from curator.engine.analysis import Analysis, RefusedPortrait
from curator.engine.bands import bands_of, keep_bands
from curator.engine.catalogue import Catalogue
from curator.engine.comparison import Comparison
from curator.engine.crops import Crops
from curator.engine.errors import CuratorError
from curator.engine.faces.finder import Detector
from curator.engine.loads import LoadEnd, Loads
from curator.engine.looking_again import LookingAgain
from curator.engine.media import MediaStore
from curator.engine.records import Changes
from curator.engine.rules import Thresholds
from curator.engine.safekeeping.tidying import delete_left_files, tidy_up
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import EngineFacts, WorkerSettings

ENCODING_MODEL = "dlib-resnet-v1"
"""The space that encodings are compared in, whichever detector and runtime made them."""

_CLOSING_SECONDS = 1.5
"""How long :meth:`Workspace.close` waits at most, for workers and loads together."""


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
        loads: what is being brought in.
        crops: sharp parts of originals.
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
        self.loads = Loads(
            catalogue, media=self.media, on_people=self.analysis.portraits_changed, on_ready=on_ready
        )
        self.crops = Crops(catalogue, media=self.media, workers=workers)
        self.files_arrive: Callable[[], bool] = lambda: False
        self._on_ready = on_ready
        self._refused: list[RefusedPortrait] = []

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
        self.crops.use(self.workers)
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

    # ------------------------------------------------------------ work

    @property
    def busy(self) -> bool:
        """Whether background work is under way."""
        return self.loads.busy or self.analysis.busy or self._looking_again.busy

    def pause(self) -> None:
        """Holds back loads and analysis."""
        self.analysis.pause()
        self.loads.pause()

    def resume(self) -> None:
        """Goes on after :meth:`pause`."""
        self.loads.resume()
        self.analysis.resume()

    def tick(self) -> Tick:
        """Files some of what the background brought: some ten milliseconds of work.

        Raises:
            CatalogueError: the catalogue cannot be written to.
        """
        changes, ended = self.loads.settle()
        arriving = self.loads.busy or self.files_arrive()
        if not arriving and delete_left_files(self.catalogue, self.media):
            self._on_ready()
        if self._looking_again.busy:
            changes |= self._looking_again.settle()
            self._on_ready()
        settled = self.analysis.settle()
        self._refused.extend(settled.refused_portraits)
        return Tick(changes | settled.changes, ended, self._take_refused(), settled.failures)

    def close(self) -> None:
        """Stops everything in under two seconds; what is unfinished goes on at the next start."""
        until = monotonic() + _CLOSING_SECONDS
        try:
            self.analysis.cancel()
            self.loads.cancel()
            self.workers.close()
            self.loads.wait(until=until)
            for retiring in self._retiring:
                retiring.join(max(0.0, until - monotonic()))
        finally:
            self.catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ inside

    def _take_refused(self) -> tuple[RefusedPortrait, ...]:
        """What an import had to refuse, at its end: forty sentences one by one would be read by no one."""
        if not self._refused or self.loads.importing:
            return ()
        if self.analysis.portraits_left:
            return ()
        refused, self._refused = tuple(self._refused), []
        return refused
