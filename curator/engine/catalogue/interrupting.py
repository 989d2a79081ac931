"""Stops what takes SQLite seconds in the middle, when nobody waits for it any more."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from curator.engine.catalogue.database import Connection
from curator.engine.errors import CuratorError
from curator.engine.said import said

_ASKED_EVERY_S = 0.05


class Interrupted(CuratorError):
    """Something was stopped in the middle; the database is as it was before."""

    def __init__(self) -> None:
        super().__init__(said("Curator was closed meanwhile."))


@contextmanager
def interruptible(connection: Connection, *, go_on: Callable[[], bool]) -> Iterator[None]:
    """Lets what runs inside be stopped: also writing a whole database anew, and folding its log in.

    Args:
        connection: in the calling thread.
        go_on: asked in a thread of its own, twenty times a second; False stops what runs.

    Raises:
        Interrupted: it was stopped.
    """
    over = Event()

    def watch() -> None:
        while not over.wait(_ASKED_EVERY_S):
            if not go_on():
                # Again and again: between two statements there is nothing to stop.
                with suppress(sqlite3.ProgrammingError):
                    connection.raw.interrupt()

    watching = Thread(target=watch, name="interrupt", daemon=True)
    watching.start()
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            raise Interrupted from error
        raise
    finally:
        over.set()
        watching.join()
