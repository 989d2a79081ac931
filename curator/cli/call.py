"""What every command is called with: the catalogue it works on, its workers and its progress line."""

import getpass
from dataclasses import dataclass
from pathlib import Path

from curator.cli.background import Background
from curator.cli.progress import ProgressLine
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.text import clean_line
from curator.engine.workers.messages import WorkerSettings

VARIABLE = "CURATOR_CATALOGUE"
"""Environment variable that names the catalogue when ``--catalogue`` does not."""

EVERYTHING = 1_000_000_000
"""For queries that want a limit, when there is to be none."""

_LONGEST_CURATOR = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a command.

    Attributes:
        folder: of the catalogue.
        settings: for the workers.
        progress: the line that is shown meanwhile.
    """

    folder: Path
    settings: WorkerSettings
    progress: ProgressLine

    def read(self) -> Catalogue:
        """The catalogue for reading, also while a window has it open.

        Raises:
            CatalogueError: there is none, or it cannot be read.
        """
        self._refuse_nothing()
        return Catalogue.read(self.folder)

    def open(self) -> Catalogue:
        """The catalogue for writing, without workers.

        Raises:
            CatalogueError: there is none, or it cannot be opened.
        """
        self._refuse_nothing()
        return Catalogue.open(self.folder)

    def background(self, *, create: bool = False) -> Background:
        """The catalogue with its background work.

        Args:
            create: make the catalogue if the folder is new or empty.

        Raises:
            CatalogueError: there is none, or it cannot be opened.
            RefusedChange: it cannot be made there.
        """
        is_new = not Catalogue.exists(self.folder)
        if is_new and not create:
            self._refuse_nothing()
        return Background(self.folder, settings=self.settings, create=is_new)

    def _refuse_nothing(self) -> None:
        if not Catalogue.exists(self.folder):
            raise CuratorError(
                f"There is no catalogue in {self.folder}.",
                advice="Check the folder, or make a catalogue there with “curator import”.",
            )


def curator_name(given: str | None) -> str:
    """Who decides: the name given, or that of the account.

    Raises:
        CuratorError: neither is a name.
    """
    name = given
    if name is None:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):  # which of them depends on system and version
            name = ""
    cleaned = clean_line(name, limit=_LONGEST_CURATOR)
    if not cleaned:
        raise CuratorError("Nobody can tell who you are.", advice="Pass your name with --by NAME.")
    return cleaned
