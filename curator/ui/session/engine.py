"""How pictures are looked at, as the settings see it: thresholds, detector, workers."""

from collections.abc import Callable

from curator.engine.errors import RefusedChange
from curator.engine.faces.finder import Detector
from curator.engine.rules import Thresholds
from curator.engine.said import said
from curator.engine.workspace import EngineState, Workspace
from curator.ui.session.running import Commands


class EngineSettings:
    """What is set of the analysis of one open catalogue. Belongs to the main thread."""

    def __init__(self, workspace: Workspace, commands: Commands, *, exporting: Callable[[], bool]) -> None:
        """Takes over nothing yet.

        Args:
            workspace: whose settings they are.
            commands: runs what changes them.
            exporting: whether an export needs the workers just now.
        """
        self._workspace = workspace
        self._commands = commands
        self._exporting = exporting

    def state(self) -> EngineState:
        """How pictures are looked at, and what the workers say of themselves."""
        return self._workspace.engine

    def set_thresholds(self, thresholds: Thresholds) -> bool:
        """Puts other thresholds in force; everything undecided is assessed anew soon."""
        with self._commands.running() as command:
            self._workspace.set_thresholds(thresholds)
        return command.ok

    def set_worker_limit(self, limit: int) -> None:
        """Lets at most so many workers run from now on."""
        self._workspace.set_worker_limit(limit)

    def set_detector(self, detector: Detector) -> bool:
        """Looks for faces in another way from now on; False while an export needs the workers."""
        with self._commands.running() as command:
            if self._exporting():
                raise RefusedChange(
                    said("The workers are busy with an export."),
                    advice=said("Change the detector when it is done."),
                )
            self._workspace.set_detector(detector)
        return command.ok

    def analysed_undecided(self) -> int:
        """How many pictures :meth:`look_again` would put back in line."""
        return self._workspace.catalogue.submissions.number_analysed_undecided()

    def look_again(self) -> int:
        """Puts all undecided pictures back in line for their analysis, bit by bit; returns how many."""
        number = 0
        with self._commands.running() as command:
            number, command.changes = self._workspace.look_again()
        return number
