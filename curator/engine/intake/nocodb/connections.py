"""Connections to one host that another thread or the clock can end, even while they are made."""

import io
import logging
import ssl
from collections.abc import Callable
from functools import partial
from http.client import HTTPResponse
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, cast

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from curator.engine.intake.nocodb.address import Server
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.receiving import Cancelled

_LOOKED_AT_EVERY = 0.05
"""Seconds after which a connection that is being made notices that nobody wants it any more."""

_LONGEST_HEAD = 1 << 18
"""Bytes before the body: `http.client` skips any number of interim answers (``100 Continue``). Servers
send some hundred bytes; about 8,000 of the body may be counted with them."""


class TookTooLong(HTTPError):
    """An answer was not whole in time, although it never stopped to come."""


class _Timed(io.RawIOBase):
    """What a socket receives until the time is up, which is asked at each read: also of a line that drips."""

    def __init__(self, received: io.RawIOBase, *, seconds: float) -> None:
        self._received = received
        self._until = monotonic() + seconds
        self._head = 0
        self.in_head = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if monotonic() > self._until:
            raise TookTooLong
        if self._head > _LONGEST_HEAD:
            raise ValueError("a head without end")
        number = self._received.readinto(buffer)
        if self.in_head:
            self._head += number or 0
        return number

    def close(self) -> None:
        self._received.close()
        super().close()


class _Answer(HTTPResponse):
    """An answer that has its time, head and body together."""

    def __init__(self, *arguments: Any, seconds: float, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._timed = _Timed(self.fp.detach(), seconds=seconds)
        self.fp = io.BufferedReader(self._timed)

    def begin(self) -> None:
        super().begin()
        self._timed.in_head = False


def _answers(seconds: float) -> type[HTTPResponse]:
    """What makes answers; only ever called."""
    return cast("type[HTTPResponse]", partial(_Answer, seconds=seconds))


class _Plain(HTTPConnection):
    def __init__(self, *arguments: Any, stopper: Stopper, seconds: float, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._stopper = stopper
        self._seconds = seconds
        self.response_class = _answers(seconds)

    def connect(self) -> None:
        """Connect, unless somebody stops it."""
        _connect(self, super().connect, stopper=self._stopper, seconds=self._seconds)


class _Tls(HTTPSConnection):
    def __init__(self, *arguments: Any, stopper: Stopper, seconds: float, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._stopper = stopper
        self._seconds = seconds
        self.response_class = _answers(seconds)

    def connect(self) -> None:
        """Connect, unless somebody stops it."""
        _connect(self, super().connect, stopper=self._stopper, seconds=self._seconds)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _Tls


def pool_of(
    server: Server, *, stopper: Stopper, tls: ssl.SSLContext | None, size: int, seconds: float
) -> HTTPConnectionPool:
    """Connections to that host and no other; proxies that the environment names are not used.

    What is read from them raises `TookTooLong`, or a `ValueError` when an answer only ever begins.

    Args:
        server: the host.
        stopper: ends them.
        tls: how certificates are judged; None for plain http.
        size: connections that are kept.
        seconds: that a whole answer may take, and that a connection may take to be made.
    """
    # Its warnings repeat addresses, in which servers keep the names that senders gave their files.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    if tls is None:
        return _PlainPool(server.hostname, server.port, maxsize=size, stopper=stopper, seconds=seconds)
    return _TlsPool(
        server.hostname, server.port, maxsize=size, stopper=stopper, seconds=seconds, ssl_context=tls
    )


def _connect(
    connection: HTTPConnection, connect: Callable[[], None], *, stopper: Stopper, seconds: float
) -> None:
    """Connect in a thread of its own: looking up a name cannot be broken off."""
    until = monotonic() + seconds
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
        if stopper.stopped or monotonic() > until:
            with lock:
                if not done.is_set():
                    abandoned.set()
                    raise Cancelled if stopper.stopped else TookTooLong
    if failure:
        raise failure[0]
    sock = connection.sock
    if sock is not None:
        stopper.watch(sock)
