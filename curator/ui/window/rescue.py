"""Offers the backups of a catalogue that cannot be opened, and prepares the one that a person says yes to."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueDamaged, CuratorError
from curator.engine.safekeeping.backups import Backup
from curator.engine.workers.jobs import Workers
from curator.ui.session.upkeep import Kept, Upkeep


def can_help(error: CuratorError, *, folder: Path) -> bool:
    """Whether a backup is a way back from what keeps a catalogue from being opened.

    Not when another program has it open, a newer one wrote it, or the disk does not let anybody write.
    """
    return isinstance(error, CatalogueDamaged) or not Catalogue.exists(folder)


class Rescue(QObject):
    """Looks for backups without an open catalogue. Lives in the main thread; changes nothing by itself.

    Attributes:
        looked: how many backups there are.
        prepared: a ``Prepared`` copy of one, after a person's yes: it may take the place of the database.
    """

    looked = Signal(int)
    prepared = Signal(object)

    def __init__(self, folder: Path, *, parent: QObject) -> None:
        """Looks for nothing yet.

        Args:
            folder: of the catalogue.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._backups: tuple[Backup, ...] = ()
        self._upkeep = Upkeep(folder, workers=_no_workers, parent=self)
        self._upkeep.listed.connect(self._on_listed)
        self._upkeep.prepared.connect(self.prepared)

    def look(self) -> None:
        """Begins to look, beside the database and in the folders that were noted, also on slow disks."""
        self._upkeep.list_backups()

    def offer(self, *, over: QWidget) -> None:
        """Shows what each backup would bring, the newest first, in a dialog over a window."""
        # Most starts need no rescue.
        from curator.ui.settings.restore import RestoreDialog

        RestoreDialog(self._upkeep, self._backups, parent=over).open()

    def close(self) -> None:
        """Looks no more; nothing is told afterwards."""
        self._upkeep.close()

    def _on_listed(self, outcome: object) -> None:
        if isinstance(outcome, Kept):
            self._backups = outcome.found
            self.looked.emit(len(outcome.found))


def _no_workers() -> Workers:
    """Restoring opens no picture."""
    raise AssertionError("a catalogue that cannot be opened has no workers")
