"""Lets another thread end whatever waits for the network, at once."""

import socket
from contextlib import suppress
from threading import Event, Lock
from weakref import WeakSet

from curator.engine.receiving import Cancelled


class Stopper:
    """Ends the requests of one fetch. Its methods may be called from any thread, also several times."""

    def __init__(self) -> None:
        """Nothing is stopped yet."""
        self._stopped = Event()
        self._lock = Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ends what waits, and lets nothing new begin."""
        self._stopped.set()
        with self._lock:
            sockets = list(self._sockets)
        for one in sockets:
            # Not the method of a TLS socket, which changes what a thread that reads from it relies on.
            with suppress(OSError):
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    def check(self) -> None:
        """Ends the caller if somebody stopped it.

        Raises:
            Cancelled: somebody did.
        """
        if self.stopped:
            raise Cancelled

    def watch(self, one: socket.socket) -> None:
        """Has a socket shut when somebody stops, so that a thread that reads from it returns."""
        with self._lock:
            self._sockets.add(one)
        self.check()

    def wait(self, seconds: float) -> None:
        """Waits, unless somebody stops it.

        Raises:
            Cancelled: somebody did.
        """
        if self._stopped.wait(seconds):
            raise Cancelled
