"""Runs commands of the engine for the window: changes are told after the commit, failures as a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from curator.engine.errors import CuratorError
from curator.engine.records import Changes


@dataclass(slots=True)
class Running:
    """A command under way.

    Attributes:
        changes: what it changed; told when it is through.
        ok: whether it went well.
    """

    changes: Changes = Changes()
    ok: bool = True


class Commands(QObject):
    """The one way in which a command reaches the catalogue from the window.

    Attributes:
        changed: ``Changes`` after the commit, and who asked for it.
        failed: the ``CuratorError`` of a command that changed nothing.
    """

    changed = Signal(object, object)
    failed = Signal(object)

    @contextmanager
    def running(self, origin: object = None) -> Iterator[Running]:
        """Runs the body as one command; the body sets ``changes``."""
        command = Running()
        try:
            yield command
        except CuratorError as error:
            command.ok = False
            command.changes = Changes()
            self.failed.emit(error)
            return
        if command.changes:
            self.changed.emit(command.changes, origin)
