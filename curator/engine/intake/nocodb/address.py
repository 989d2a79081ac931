"""Reads the address of a server as a person typed or pasted it."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.said import said
from curator.engine.text import clean_line

_LONGEST = 2000
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
_PORTS = {"http": 80, "https": 443}
# What NocoDB's own pages and interfaces add to its address.
_PAGES = re.compile(r"/(dashboard|api|nc)(/|$)")
_OWN_NETWORK = (".local", ".lan", ".internal", ".home.arpa", ".localhost", ".test")

Origin = tuple[str, str, int]
"""Scheme, host and port: what makes a server another one."""


@dataclass(frozen=True, slots=True)
class Server:
    """The one server that Curator talks to.

    Attributes:
        url: ``scheme://host[:port][/prefix]``, the same for every spelling of it.
        scheme: ``https`` or ``http``.
        hostname: without port; an IPv6 address without brackets.
        port: always there.
        prefix: of all paths: empty, or ``/nocodb`` without a slash at the end.
        warning: what a person should know about this address; mostly empty.
    """

    url: str
    scheme: str
    hostname: str
    port: int
    prefix: str
    warning: str = ""

    @property
    def origin(self) -> Origin:
        """What makes it this server and no other."""
        return self.scheme, self.hostname, self.port

    @property
    def host(self) -> str:
        """``host`` or ``host:port``, for sentences."""
        return self.url.split("/")[2]

    def path_below(self, path: str) -> str:
        """The encoded path of what the server names by a plain path, such as that of an attachment.

        Raises:
            FetchFailed: it would lead out of the server's own folder.
        """
        parts = path.replace("\\", "/").lstrip("/").split("/")
        if any(part in (".", "..") for part in parts):
            raise FetchFailed(said("The server names a file by a path that leads elsewhere."))
        return f"{self.prefix}/" + "/".join(quote(part, safe="") for part in parts)

    def path_of(self, url: str, *, base: str = "/") -> str | None:
        """The encoded path of a URL that leads to this very server; None when it leads elsewhere.

        Args:
            url: whole, or relative to ``base``.
            base: an encoded path of this server.
        """
        try:
            whole = urlsplit(urljoin(f"{self.scheme}://{_netloc(self.hostname, self.port)}{base}", url))
            origin = _origin(whole.scheme, whole.hostname, whole.port)
        except ValueError:
            return None
        if origin != self.origin:
            return None
        # What is encoded stays so; blanks and letters that nobody encoded are.
        path = quote(whole.path or "/", safe="/%:@!$&'()*+,;=~")
        return f"{path}?{quote(whole.query, safe='/%?:@!$&()*+,;=~')}" if whole.query else path


def server_of(text: str) -> Server:
    """Read an address, forgiving what people paste: no scheme, a page of NocoDB, a slash at the end.

    Raises:
        FetchFailed: it is none, holds a password, or is plain http to somewhere in the Internet.
    """
    typed = text.strip()
    if not typed:
        raise _bad(said("There is no address."))
    if len(typed) > _LONGEST or not typed.isprintable():
        raise _bad(said("That is no address."))
    given_scheme = "://" in typed
    try:
        parts = urlsplit(typed if given_scheme else f"https://{typed}")
        scheme, hostname, port = parts.scheme.lower(), _hostname(parts.hostname or ""), parts.port
    except ValueError:
        raise _bad(_no_address(typed)) from None
    if parts.username is not None or parts.password is not None:
        raise _bad(
            said("The address holds a name or a password."),
            advice=said("Leave out what stands before the @; Curator signs in with the token alone."),
        )
    if scheme not in _PORTS or not hostname:
        raise _bad(_no_address(typed))
    reach = _reach(hostname)
    if not given_scheme and reach == "here":
        scheme = "http"  # a server that runs on the same computer seldom has a certificate
    warning = ""
    if scheme == "http" and reach == "internet":
        raise _bad(
            said("Without https everybody on the way could read the token."),
            advice=said("Write https:// instead of http://."),
        )
    if scheme == "http" and reach == "own network":
        warning = said(
            "{host} is asked without https: others in the same network could read the token.", host=hostname
        )
    prefix = _PAGES.split(unquote(parts.path), maxsplit=1)[0].rstrip("/")
    if any(part in (".", "..") for part in prefix.split("/")):
        raise _bad(_no_address(typed))
    prefix = quote(prefix)
    number = port or _PORTS[scheme]
    netloc = _netloc(hostname, None if number == _PORTS[scheme] else number)
    return Server(f"{scheme}://{netloc}{prefix}", scheme, hostname, number, prefix, warning)


def host_of(url: str) -> str:
    """The host that a URL leads to, cleaned, for a sentence; the URL itself when it has none."""
    try:
        parts = urlsplit(url)
        shown = _netloc(parts.hostname or "", parts.port) if parts.hostname else url
    except ValueError:
        shown = url
    return clean_line(shown, limit=100)


def _origin(scheme: str, hostname: str | None, port: int | None) -> Origin:
    scheme = scheme.lower()
    return scheme, _hostname(hostname or ""), port or _PORTS.get(scheme, 0)


def _hostname(text: str) -> str:
    """Lower case, international names in the form that names servers are asked for.

    Raises:
        ValueError: it is no name of a host.
    """
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        pass
    name = text if text.isascii() else text.encode("idna").decode("ascii")
    name = name.lower()
    if name and not _HOST.fullmatch(name):
        raise ValueError("no name of a host")
    return name


def _netloc(hostname: str, port: int | None) -> str:
    host = f"[{hostname}]" if ":" in hostname else hostname
    return host if port is None else f"{host}:{port}"


def _reach(hostname: str) -> str:
    """Where a host is: ``here``, in the ``own network``, or in the ``internet``."""
    try:
        address = ipaddress.ip_address(hostname)
    except ValueError:
        name = hostname.rstrip(".")
        if name == "localhost" or name.endswith(".localhost"):
            return "here"
        return "own network" if "." not in name or name.endswith(_OWN_NETWORK) else "internet"
    if address.is_loopback:
        return "here"
    return "own network" if address.is_private or address.is_link_local else "internet"


def _bad(sentence: str, *, advice: str = "") -> FetchFailed:
    advice = advice or said("It looks like https://nocodb.example.org.")
    return FetchFailed(sentence, advice=advice, about=About.ADDRESS)


def _no_address(typed: str) -> str:
    return said("“{typed}” is not the address of a server.", typed=clean_line(typed, limit=100))
