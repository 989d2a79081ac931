"""The index of politicians as the window sees it: reading, and the commands on it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from curator.engine import politicians
from curator.engine.records import Politician, PoliticianId, PortraitId, ReferencePortrait
from curator.engine.workspace import Workspace
from curator.ui.session.running import Commands


class People(QObject):
    """Politicians and their reference portraits. Lives in the main thread.

    Attributes:
        begun: portraits or people are being brought in from now on.
    """

    begun = Signal()

    def __init__(self, workspace: Workspace, commands: Commands, *, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._catalogue = workspace.catalogue
        self._commands = commands

    # ------------------------------------------------------------ reading

    def all(self) -> tuple[Politician, ...]:
        """Everyone in the index, by country, then surname."""
        return self._catalogue.politicians.all()

    def portraits(self, politician_id: PoliticianId) -> tuple[ReferencePortrait, ...]:
        """Reference portraits of one politician, refused ones included."""
        return self._catalogue.politicians.portraits(politician_id)

    def promoted(self) -> frozenset[PortraitId]:
        """The portraits that came from approved submissions."""
        return frozenset(one.portrait_id for one in self._catalogue.politicians.promoted().values())

    def portrait_counts(self) -> dict[PoliticianId, int]:
        """Accepted portraits of each politician that has any."""
        return self._catalogue.politicians.portrait_counts()

    def waiting_counts(self) -> dict[PoliticianId, int]:
        """Portraits of each politician that wait for analysis; without those that have none."""
        return self._catalogue.politicians.waiting_counts()

    def disagreeing_counts(self) -> dict[PoliticianId, int]:
        """How many portraits of each politician disagree with the others; without those where none does."""
        odd = self._workspace.comparison.odd_ones
        if not odd:
            return {}
        return dict(
            Counter(one.politician_id for one in self._catalogue.politicians.portraits() if one.id in odd)
        )

    # ------------------------------------------------------------ bringing in

    def import_from(self, path: Path) -> None:
        """Starts to import a folder tree or a table of politicians."""
        with self._commands.running() as command:
            self._workspace.loads.import_people(path)
        if command.ok:
            self.begun.emit()

    def add_portraits(self, politician_id: PoliticianId, paths: Sequence[Path]) -> None:
        """Starts to add photos of one politician."""
        with self._commands.running() as command:
            self._workspace.loads.add_portraits(politician_id, paths)
        if command.ok:
            self.begun.emit()

    # ------------------------------------------------------------ changing

    def add(self, *, given_name: str, surname: str, country: str, role: str) -> PoliticianId | None:
        """Adds someone to the index; None when that is refused."""
        with self._commands.running() as command:
            command.changes = politicians.add(
                self._catalogue, given_name=given_name, surname=surname, country=country, role=role
            )
            self._rank_anew()
        return next(iter(command.changes.politicians), None)

    def edit(self, politician: Politician) -> bool:
        """Corrects names, country or role."""
        with self._commands.running() as command:
            command.changes = politicians.edit(self._catalogue, politician)
            self._rank_anew()
        return command.ok

    def remove(self, politician_id: PoliticianId) -> bool:
        """Takes someone out of the index."""
        with self._commands.running() as command:
            command.changes = politicians.remove(self._catalogue, politician_id)
            self._rank_anew()
        return command.ok

    def remove_portrait(self, portrait: ReferencePortrait) -> bool:
        """Takes one reference portrait away."""
        with self._commands.running() as command:
            command.changes = politicians.remove_portrait(
                self._catalogue, portrait.id, politician_id=portrait.politician_id
            )
            self._rank_anew()
        return command.ok

    def _rank_anew(self) -> None:
        self._workspace.analysis.portraits_changed()
