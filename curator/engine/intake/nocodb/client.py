"""Asks one server, patiently and no other: JSON with the token, files without it."""

import json
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

import truststore
import urllib3
from urllib3.exceptions import HTTPError, SSLError
from urllib3.util.timeout import Timeout

from curator import __version__
from curator.engine.intake.nocodb.address import Server, host_of
from curator.engine.intake.nocodb.connections import TookTooLong, pool_of
from curator.engine.intake.nocodb.failures import About, BadStatus, FetchFailed, TooLarge, Unanswered
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.said import said

LARGEST_ANSWER = 50_000_000
"""Bytes of one page of a table: a thousand rows have about one million."""

AT_ONCE = 4
"""Files that are downloaded at the same time: polite to a small server, and enough to keep a line busy."""

_CHUNK = 1 << 16
_MOST_REDIRECTS = 4
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient Curator is with a server; all in seconds but the first.

    Attributes:
        attempts: at one thing, before it is given up.
        first_wait: before the second attempt; doubled before each further one.
        longest_wait: that a server may ask for (``Retry-After``) before it is given up.
        connect: to be reached.
        read: without a single byte.
        answer: for a whole answer, from its head to its end.
        file: for a whole file, likewise.
    """

    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 60.0
    connect: float = 10.0
    read: float = 30.0
    answer: float = 120.0
    file: float = 900.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said.

    Attributes:
        status: of HTTP; no error that another attempt might mend.
        body: whole.
    """

    status: int
    body: bytes

    @property
    def json(self) -> object:
        """What was said, or None when it is no JSON, such as the page of a web program."""
        try:
            told = json.loads(self.body)
            # Half a pair of surrogates can be escaped in JSON, and be encoded nowhere.
            return _sound(told) if b"\\ud" in self.body.lower() else told
        except (ValueError, RecursionError):
            return None


class _TryAgain(Exception):
    """An attempt failed in a way that another one may mend."""

    def __init__(self, failure: FetchFailed, *, after: float | None = None) -> None:
        super().__init__()
        self.failure = failure
        self.after = after


class Client:
    """One server, one token. Its methods may be called from several threads.

    The pool of connections is one of that host alone: there is no way to ask another.
    """

    def __init__(self, server: Server, *, token: str, stopper: Stopper, pace: Pace | None = None) -> None:
        """Opens nothing yet.

        Args:
            server: the one to ask.
            token: sent in a header with questions, never with downloads.
            stopper: ends whatever waits.
            pace: how patient to be.

        Raises:
            FetchFailed: the token cannot be one.
        """
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            raise FetchFailed(
                said("That is no token."),
                advice=said("Copy it from NocoDB: Account settings, Tokens."),
                about=About.TOKEN,
            )
        self.server = server
        self._token = token
        self._stopper = stopper
        self._pace = pace or Pace()
        # Certificates are judged by the system, which knows those that an organisation adds for itself.
        tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if server.scheme == "https" else None
        self._answers = pool_of(server, stopper=stopper, tls=tls, size=AT_ONCE + 1, seconds=self._pace.answer)
        self._files = pool_of(server, stopper=stopper, tls=tls, size=AT_ONCE, seconds=self._pace.file)

    def close(self) -> None:
        """Closes the connections that wait for further use."""
        self._answers.close()
        self._files.close()

    def ask(
        self,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        method: str = "GET",
        body: object = None,
    ) -> Answer:
        """Asks with the token.

        Args:
            path: encoded, below the server's own prefix.
            query: what is added to it.
            method: of HTTP; only reading is repeated after the server may have understood.
            body: sent as JSON unless None.

        Raises:
            Unanswered: there was no answer.
            BadStatus: the server is too busy, or in trouble.
            FetchFailed: the answer is too large, or sends elsewhere.
            Cancelled: somebody stopped it.
        """
        target = f"{self.server.prefix}{path}" + (f"?{urlencode(query)}" if query else "")
        headers = {"xc-token": self._token, "Accept": "application/json"}
        encoded: bytes | None = None
        if body is not None:
            encoded = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"

        def once() -> Answer:
            with self._opened(self._answers, method, target, headers=headers, body=encoded) as response:
                whole = bytearray()
                for chunk in self._bytes(response):
                    whole += chunk
                    if len(whole) > LARGEST_ANSWER:
                        raise TooLarge(host=self.server.host)
                return Answer(response.status, bytes(whole))

        # Whether a change was understood before its answer was lost, nobody knows: it is asked for once.
        return self._patiently(once, attempts=None if method == "GET" else 1)

    def download(self, path: str, *, limit: int, into: Callable[[Iterator[bytes]], _Result]) -> _Result:
        """Downloads a file, without the token.

        Args:
            path: encoded, with the server's own prefix.
            limit: bytes that the file may announce; ``into`` has to count them.
            into: takes the bytes while they come; begun anew with each attempt.

        Returns:
            What ``into`` returned.

        Raises:
            BadStatus: the server does not give it.
            Unanswered: it did not come, or not to its end.
            TooLarge: it announces more bytes.
            FetchFailed: the server sends elsewhere.
            Cancelled: somebody stopped it.
        """

        def once() -> _Result:
            with self._opened(self._files, "GET", path, headers={}, body=None) as response:
                if response.status != 200:
                    raise BadStatus(response.status, host=self.server.host)
                if (response.length_remaining or 0) > limit:
                    raise TooLarge(host=self.server.host)
                return into(self._bytes(response))

        return self._patiently(once)

    # ------------------------------------------------------------ inside

    def _patiently(self, once: Callable[[], _Result], *, attempts: int | None = None) -> _Result:
        wait = self._pace.first_wait
        most = attempts or self._pace.attempts
        for attempt in range(1, most + 1):
            try:
                return once()
            except _TryAgain as trouble:
                asked = trouble.after or 0.0
                if attempt == most or asked > self._pace.longest_wait:
                    raise trouble.failure from None
                self._stopper.wait(max(wait, asked))
                wait *= 2
        raise AssertionError("at least one attempt is made")

    @contextmanager
    def _opened(
        self,
        pool: urllib3.HTTPConnectionPool,
        method: str,
        target: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None,
    ) -> Iterator[urllib3.BaseHTTPResponse]:
        """An answer whose body is still to be read; redirects within the server are followed."""
        for _ in range(_MOST_REDIRECTS + 1):
            response = self._begin(pool, method, target, headers=headers, body=body)
            try:
                if response.status in _REDIRECTS:
                    target = self._further(response, target=target, method=method)
                    continue
                if (refusal := BadStatus(response.status, host=self.server.host)).may_pass:
                    raise _TryAgain(refusal, after=_retry_after(response))
                if response.headers.get("Content-Encoding", "identity").lower() != "identity":
                    raise self._unexpected()
                yield response
                return
            finally:
                # Never back into the pool half read: the rest would be taken for the next answer.
                response.close()
        raise FetchFailed(said("{host} sends Curator round in circles.", host=self.server.host))

    def _begin(
        self,
        pool: urllib3.HTTPConnectionPool,
        method: str,
        target: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None,
    ) -> urllib3.BaseHTTPResponse:
        self._stopper.check()
        with self._sorted():
            return pool.urlopen(
                method,
                target,
                body=body,
                headers={
                    "User-Agent": f"Curator/{__version__}",
                    "Accept-Encoding": "identity",
                    **headers,
                },
                retries=False,
                redirect=False,
                timeout=Timeout(connect=self._pace.connect, read=self._pace.read),
                preload_content=False,
                decode_content=False,
            )

    def _further(self, response: urllib3.BaseHTTPResponse, *, target: str, method: str) -> str:
        location = response.headers.get("Location", "")
        further = self.server.path_of(location, base=target) if location else None
        if further is None or method != "GET":
            other = host_of(location)
            raise FetchFailed(
                said(
                    "{host} sends Curator on to {other}, which nobody named, so nothing was asked there.",
                    host=self.server.url,
                    other=_whole(location) or other,
                ),
                advice=said("If that is the right server, type its address."),
            )
        return further

    def _bytes(self, response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
        while True:
            self._stopper.check()
            with self._sorted():
                chunk = response.read1(_CHUNK)
            if not chunk:
                break
            yield chunk
        # Whoever stopped it has cut the connection, which looks like the end of what has no length.
        self._stopper.check()

    @contextmanager
    def _sorted(self) -> Iterator[None]:
        """Turn the library's errors into sentences; none of them may show a header."""
        try:
            yield
        except (HTTPError, OSError, ValueError) as error:
            self._stopper.check()
            if isinstance(error, TookTooLong):
                raise self._late() from None
            if isinstance(error, SSLError | ssl.SSLError):
                raise self._untrusted() from None
            if isinstance(error, ValueError) and not isinstance(error, HTTPError):
                raise self._unexpected() from None
            raise _TryAgain(self._unanswered(error)) from None

    def _unanswered(self, error: Exception) -> Unanswered:
        host = self.server.host
        if isinstance(error, urllib3.exceptions.NameResolutionError):
            return Unanswered(
                said("There is no server called {host}, or no network.", host=host),
                advice=said("Check the address and the connection."),
            )
        if isinstance(error, urllib3.exceptions.NewConnectionError):
            return Unanswered(
                said("{host} cannot be reached.", host=host),
                advice=said("Check the address, and that the server runs."),
            )
        if isinstance(error, urllib3.exceptions.TimeoutError):
            return Unanswered(
                said("{host} does not answer.", host=host),
                advice=said("Fetch again later; what is there already is not fetched twice."),
            )
        return Unanswered(
            said("The connection to {host} broke off.", host=host),
            advice=said("Fetch again later; what is there already is not fetched twice."),
        )

    def _late(self) -> Unanswered:
        """It had its time: nobody tries again."""
        return Unanswered(
            said("{host} took too long.", host=self.server.host),
            advice=said("Fetch again later; what is there already is not fetched twice."),
        )

    def _untrusted(self) -> FetchFailed:
        return FetchFailed(
            said("{host} has no certificate that this computer trusts.", host=self.server.host),
            advice=said("Check the address. If it is right, ask who runs the server."),
        )

    def _unexpected(self) -> FetchFailed:
        return FetchFailed(
            said("{host} answers in a way that Curator does not understand.", host=self.server.host),
            advice=said("Check the address: it has to be that of NocoDB itself."),
        )


def _sound(value: object) -> object:
    """The same with text that can be written down."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_sound(one) for one in value]
    if isinstance(value, dict):
        return {str(_sound(name)): _sound(one) for name, one in value.items()}
    return value


def _retry_after(response: urllib3.BaseHTTPResponse) -> float | None:
    """How long the server asks to wait, in seconds."""
    with suppress(HTTPError, ValueError, OverflowError):
        return urllib3.Retry().get_retry_after(response)
    return None


def _whole(location: str) -> str:
    """Scheme and host of where a redirect leads, when it names them."""
    scheme, separator, rest = location.partition("://")
    return f"{scheme.lower()}://{host_of(location)}" if separator and rest and scheme.isalpha() else ""
