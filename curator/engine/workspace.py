"""An open catalogue with its background work: what the window and the command line both drive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Self

from curator.engine import politicians
from curator.engine.analysis import Analysis
from curator.engine.catalogue import Catalogue
from curator.engine.comparison import Comparison
from curator.engine.errors import CatalogueError, CuratorError
from curator.engine.intake.load import load_submissions
from curator.engine.jobs import Workers
from curator.engine.media import MediaStore
from curator.engine.messages import WorkerSettings
from curator.engine.receiving import HasPath, Progress, Receiving, Summary
from curator.engine.records import Changes, Kind, PoliticianId
from curator.engine.rules import Thresholds

ENCODING_MODEL = "dlib-resnet-v1"
"""The space that encodings are compared in, whichever detector and runtime made them."""


_CLOSING_SECONDS = 1.8
"""How long :meth:`Workspace.close` waits at most, for workers and loads together."""


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
        refused_portraits: file name and reason of portraits that cannot be used.
        failures: errors that hold the background work up.
    """

    changes: Changes = Changes()
    ended: tuple[LoadEnd, ...] = ()
    refused_portraits: tuple[tuple[str, str], ...] = ()
    failures: tuple[CuratorError, ...] = ()


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
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        workers: Workers,
        thresholds: Thresholds | None = None,
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        """Takes over an open catalogue; use :meth:`open` or :meth:`create` otherwise."""
        self.catalogue = catalogue
        self.thresholds = thresholds or Thresholds()
        self.media = MediaStore(catalogue.media_folder)
        self.media.sweep_temporary()
        self.workers = workers
        self.comparison = Comparison(catalogue, model=ENCODING_MODEL, thresholds=self.thresholds)
        self.analysis = Analysis(
            catalogue,
            media=self.media,
            pool=workers,
            comparison=self.comparison,
            model=ENCODING_MODEL,
            on_ready=on_ready,
        )
        self._on_ready = on_ready
        self._running: list[_Running] = []

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
        catalogue = Catalogue.create(folder) if create else Catalogue.open(folder)
        try:
            return cls(catalogue, workers=Workers(settings or WorkerSettings()), on_ready=on_ready)
        except BaseException:
            catalogue.close()
            raise

    # ------------------------------------------------------------ loads

    def load(self, paths: Sequence[Path], *, kind: Kind = Kind.DEEPFAKE) -> None:
        """Starts to load files and folders as submissions."""
        absolute = tuple(path.absolute() for path in paths)
        with self.catalogue.writing():
            load_id = self.catalogue.journals.start_load(paths=absolute, kind=kind)
        self._start_load(absolute, kind=kind, load_id=load_id)

    def continue_loads(self) -> int:
        """Goes on with loads that a crash or a closed window interrupted; returns how many."""
        running = {one.load_id for one in self._running}
        unfinished = [one for one in self.catalogue.journals.unfinished_loads() if one.id not in running]
        for load in unfinished:
            self._start_load(load.paths, kind=load.kind, load_id=load.id)
        return len(unfinished)

    def import_people(self, path: Path) -> None:
        """Starts to import a folder tree or a table of politicians."""
        receiving = politicians.import_people(
            self.catalogue, path.absolute(), media=self.media, on_ready=self._on_ready
        )
        self._start(_Running("portraits", receiving, None))  # type: ignore[arg-type]

    def add_portraits(self, politician_id: PoliticianId, paths: Sequence[Path]) -> None:
        """Starts to add photos of one politician."""
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

    # ------------------------------------------------------------ work

    @property
    def busy(self) -> bool:
        """Whether background work is under way."""
        return bool(self._running) or self.analysis.busy

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
        settled = self.analysis.settle()
        return Tick(changes | settled.changes, tuple(ended), settled.refused_portraits, settled.failures)

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
