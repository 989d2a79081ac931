"""What is being brought into an open catalogue: loads of submissions, fetches, imports of politicians."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from curator.engine import politicians
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueError
from curator.engine.intake.nocodb.request import FetchRequest
from curator.engine.media import MediaStore
from curator.engine.politicians import PortraitFile
from curator.engine.receiving import Progress, Receiving, Summary
from curator.engine.records import Changes, Kind, PoliticianId

if TYPE_CHECKING:  # what loads is only imported by those who use it
    from curator.engine.intake.folder import Candidate
    from curator.engine.intake.nocodb.attached import Attached


@dataclass(frozen=True, slots=True)
class LoadEnd:
    """A load of submissions or of portraits that has come to its end.

    Attributes:
        what: ``submissions`` or ``portraits``.
        summary: how it ended.
    """

    what: str
    summary: Summary


@dataclass(slots=True)
class _Running:
    """A load under way; ``load_id`` is that of the journal, of what goes on after a crash."""

    what: str
    receiving: "Receiving[Candidate] | Receiving[Attached] | Receiving[PortraitFile]"
    load_id: int | None = None


class Loads:
    """The loads of one workspace, any number at a time. Belongs to the catalogue's thread.

    Attributes:
        refuse: raises a ``CuratorError`` while nothing may be taken in; asked before each load.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        media: MediaStore,
        on_people: Callable[[], None],
        on_ready: Callable[[], None],
    ) -> None:
        """Begins with no load under way.

        Args:
            catalogue: to bring things into.
            media: receives the files.
            on_people: called when politicians and portraits have been imported.
            on_ready: called in other threads when there is something to :meth:`settle`.
        """
        self.refuse: Callable[[], None] = lambda: None
        self._catalogue = catalogue
        self._media = media
        self._on_people = on_people
        self._on_ready = on_ready
        self._running: list[_Running] = []

    # ------------------------------------------------------------ starting

    def load(self, paths: Sequence[Path], *, kind: Kind = Kind.DEEPFAKE) -> None:
        """Starts to load files and folders as submissions.

        Raises:
            CuratorError: nothing may be taken in just now, or it cannot be noted.
        """
        self.refuse()
        absolute = tuple(path.absolute() for path in paths)
        with self._catalogue.writing():
            load_id = self._catalogue.journals.start_load(paths=absolute, kind=kind)
        self._load(absolute, kind=kind, load_id=load_id)

    def go_on(self) -> int:
        """Goes on with loads that a crash or a closed window interrupted; returns how many."""
        running = {one.load_id for one in self._running}
        unfinished = [one for one in self._catalogue.journals.unfinished_loads() if one.id not in running]
        for load in unfinished:
            self._load(load.paths, kind=load.kind, load_id=load.id)
        return len(unfinished)

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
        self.refuse()
        from curator.engine.intake.nocodb.fetching import fetch_submissions

        receiving = fetch_submissions(
            self._catalogue, request, token=token, media=self._media, on_ready=self._on_ready
        )
        self._start(_Running("submissions", receiving))

    def import_people(self, path: Path) -> None:
        """Starts to import a folder tree or a table of politicians.

        Raises:
            RefusedChange: nothing may be taken in just now.
        """
        self.refuse()
        receiving = politicians.import_people(
            self._catalogue, path.absolute(), media=self._media, on_ready=self._on_ready
        )
        self._start(_Running("portraits", receiving))

    def add_portraits(self, politician_id: PoliticianId, paths: Sequence[Path]) -> None:
        """Starts to add photos of one politician.

        Raises:
            RefusedChange: nothing may be taken in just now.
        """
        self.refuse()
        receiving = politicians.add_portraits(
            self._catalogue, politician_id, paths, media=self._media, on_ready=self._on_ready
        )
        self._start(_Running("portraits", receiving))

    # ------------------------------------------------------------ under way

    @property
    def busy(self) -> bool:
        """Whether any load is under way."""
        return bool(self._running)

    @property
    def importing(self) -> bool:
        """Whether portraits are being brought in."""
        return any(one.what == "portraits" for one in self._running)

    @property
    def progress(self) -> Progress | None:
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

    def pause(self) -> None:
        """Holds the running loads back."""
        for one in self._running:
            one.receiving.pause()

    def resume(self) -> None:
        """Goes on after :meth:`pause`."""
        for one in self._running:
            one.receiving.resume()

    def cancel(self) -> None:
        """Ends the running loads early; what was loaded stays."""
        for one in self._running:
            one.receiving.cancel()

    def wait(self, *, until: float) -> None:
        """Waits for the threads of cancelled loads, until a time of the monotonic clock at most."""
        for one in self._running:
            one.receiving.wait(seconds=max(0.0, until - monotonic()))

    def settle(self) -> tuple[Changes, tuple[LoadEnd, ...]]:
        """Files some of what was copied; returns what changed, and which loads have ended.

        Raises:
            CatalogueError: the catalogue cannot be written to.
        """
        changes = Changes()
        ended = []
        for one in list(self._running):
            if one.receiving.settle(writing=self._catalogue.writing):
                changes |= Changes(arrived=True)
            if one.receiving.finished:
                self._running.remove(one)
                ended.append(self._end(one))
        return changes, tuple(ended)

    # ------------------------------------------------------------ inside

    def _load(self, paths: Sequence[Path], *, kind: Kind, load_id: int) -> None:
        # Imported here: a start without a load to go on with does not wait for it.
        from curator.engine.intake.load import load_submissions

        receiving = load_submissions(
            self._catalogue, paths, media=self._media, kind=kind, on_ready=self._on_ready
        )
        self._start(_Running("submissions", receiving, load_id))

    def _start(self, running: _Running) -> None:
        self._running.append(running)
        running.receiving.start()

    def _end(self, one: _Running) -> LoadEnd:
        summary = one.receiving.summary
        if one.what == "portraits":
            # New names alone may be whom submissions already claim.
            self._on_people()
        # A full disk will be freed, and the load goes on at the next start; other failures would come again.
        if one.load_id is not None and not isinstance(summary.failure, CatalogueError):
            with self._catalogue.writing():
                self._catalogue.journals.finish_load(
                    one.load_id,
                    loaded=summary.loaded,
                    already=summary.already,
                    refused=len(summary.refused),
                )
        return LoadEnd(one.what, summary)
