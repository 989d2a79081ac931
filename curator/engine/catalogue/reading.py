"""Reading a catalogue beside its owner: a connection for a thread that counts while the window goes on."""

from pathlib import Path
from typing import Self

from curator.engine.catalogue.catalogue import open_read_only
from curator.engine.catalogue.decisions import DecisionLog
from curator.engine.catalogue.faces import FaceTable
from curator.engine.catalogue.politicians import PoliticianTable
from curator.engine.catalogue.submissions import SubmissionTable


class CatalogueReader:
    """A catalogue that can only be read. Bound to the thread that made it, whichever that is.

    It sees whatever was committed before each query, and never holds up the one who writes.

    Attributes:
        folder: holds ``catalogue.db`` and ``media/``.
        politicians: the index and its reference portraits.
        submissions: what was received.
        faces: the faces found in them.
        decisions: the append-only log.
    """

    def __init__(self, folder: Path) -> None:
        """Opens the catalogue of a folder.

        Raises:
            CatalogueError: it is not there, damaged, newer, or must first be brought up to date.
        """
        self.folder = folder
        self._connection = open_read_only(folder)
        self.politicians = PoliticianTable(self._connection)
        self.submissions = SubmissionTable(self._connection)
        self.faces = FaceTable(self._connection)
        self.decisions = DecisionLog(self._connection)

    def close(self) -> None:
        """Closes the connection; from the thread that made it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
