"""What can go wrong between Curator and a server, as sentences that name the part they concern."""

from enum import StrEnum

from curator.engine.errors import CuratorError
from curator.engine.said import Said, said

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class About(StrEnum):
    """What a person typed or chose that a failure concerns."""

    ADDRESS = "address"
    BASE = "base"
    TABLE = "table"
    TOKEN = "token"
    COLUMNS = "columns"


class FetchFailed(CuratorError):
    """Something could not be fetched.

    Attributes:
        about: what it concerns of that which a person typed.
    """

    def __init__(self, sentence: str, *, advice: str = "", about: About = About.ADDRESS) -> None:
        super().__init__(sentence, advice=advice)
        self.about = about


class Unanswered(FetchFailed):
    """The server could not be reached or did not answer, although it was asked several times."""


class NamesUnread(FetchFailed):
    """Whom a row links to could not be read; the rest of the row could."""


class TooLarge(FetchFailed):
    """The server announces more bytes than are taken."""

    def __init__(self, *, host: str) -> None:
        super().__init__(said("{host} answers with more than Curator reads.", host=host))


class BadStatus(FetchFailed):
    """The server answered, but not with what was asked for.

    Attributes:
        status: of HTTP.
    """

    def __init__(self, status: int, *, host: str) -> None:
        sentence, advice, about = _of_status(status, host=host)
        super().__init__(sentence, advice=advice, about=about)
        self.status = status

    @property
    def may_pass(self) -> bool:
        """Whether the server is too busy or in trouble, so that another attempt may succeed."""
        return self.status in _PASSING


def _of_status(status: int, *, host: str) -> tuple[Said, Said, About]:
    if status == 401:
        return (
            said("{host} does not accept the token.", host=host),
            said("Check that it was copied whole and is still listed in NocoDB, then try again."),
            About.TOKEN,
        )
    if status == 403:
        return (
            said("{host} does not let this token read the table.", host=host),
            said("Make a token in NocoDB as somebody who may see the table."),
            About.TOKEN,
        )
    if status in (404, 410):
        return (
            said("{host} has nothing at that place ({status}).", host=host, status=status),
            said("Check the address, the base and the table."),
            About.TABLE,
        )
    if status == 429:
        return (
            said("{host} was asked too often and wants a pause.", host=host),
            said("Fetch again in a few minutes; what is there already is not fetched twice."),
            About.ADDRESS,
        )
    if status >= 500:
        return (
            said("{host} reports an error of its own ({status}).", host=host, status=status),
            said("Fetch again later; what is there already is not fetched twice."),
            About.ADDRESS,
        )
    return (
        said("{host} did not understand what Curator asked ({status}).", host=host, status=status),
        said("Check the address, the base and the table."),
        About.TABLE,
    )
