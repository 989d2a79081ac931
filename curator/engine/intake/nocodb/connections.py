"""Connections to one host that another thread can end, even while they are still being made."""

import logging
import ssl
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from curator.engine.intake.nocodb.address import Server
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.receiving import Cancelled

_LOOKED_AT_EVERY = 0.05
"""Seconds after which a connection that is being made notices that nobody wants it any more."""


class _Plain(HTTPConnection):
    def __init__(self, *arguments: Any, stopper: Stopper, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._stopper = stopper

    def connect(self) -> None:
        """Connect, unless somebody stops it."""
        _connect(self, super().connect, stopper=self._stopper)


class _Tls(HTTPSConnection):
    def __init__(self, *arguments: Any, stopper: Stopper, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._stopper = stopper

    def connect(self) -> None:
        """Connect, unless somebody stops it."""
        _connect(self, super().connect, stopper=self._stopper)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _Tls


def pool_of(server: Server, *, stopper: Stopper, tls: ssl.SSLContext | None, size: int) -> HTTPConnectionPool:
    """Connections to that host and no other; proxies that the environment names are not used.

    Args:
        server: the host.
        stopper: ends them.
        tls: how certificates are judged; None for plain http.
        size: connections that are kept.
    """
    # Its warnings repeat addresses, in which servers keep the names that senders gave their files.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    if tls is None:
        return _PlainPool(server.hostname, server.port, maxsize=size, stopper=stopper)
    return _TlsPool(server.hostname, server.port, maxsize=size, stopper=stopper, ssl_context=tls)


def _connect(connection: HTTPConnection, connect: Callable[[], None], *, stopper: Stopper) -> None:
    """Connect in a thread of its own: looking up a name cannot be broken off."""
    done, lock, abandoned = Event(), Lock(), Event()
    failure: list[BaseException] = []

    def reach() -> None:
        try:
            connect()
        except BaseException as error:
            failure.append(error)
        with lock:
            done.set()
            if abandoned.is_set():
                connection.close()

    Thread(target=reach, name="connecting", daemon=True).start()
    while not done.wait(_LOOKED_AT_EVERY):
        if stopper.stopped:
            with lock:
                if not done.is_set():
                    abandoned.set()
                    raise Cancelled
    if failure:
        raise failure[0]
    sock = connection.sock
    if sock is not None:
        stopper.watch(sock)
