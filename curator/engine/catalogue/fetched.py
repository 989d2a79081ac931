"""The table of what was fetched from servers, so that nothing is fetched twice."""

from collections.abc import Mapping
from dataclasses import dataclass

from curator.engine.catalogue.database import Connection
from curator.engine.records import Digest

_SEPARATOR = "#"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An attachment that was fetched before.

    Attributes:
        digest: of its bytes.
        size: in bytes; None when its submission, or what somebody said of it, was erased since.
    """

    digest: Digest
    size: int | None


class FetchedTable:
    """Reads and writes what was fetched: never a token, nor the address of a file.

    Erasing takes away the time of what brought the picture, which marks it: its row is never filed again.
    """

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def of_server(self, server: str) -> Mapping[tuple[str, str], Fetched]:
        """All that was fetched from a server, by table and attachment.

        Args:
            server: its address, always in the same spelling.
        """
        rows = self._sql.rows(
            "SELECT f.place, f.attachment, f.digest, s.size FROM fetched f"
            " LEFT JOIN submissions s ON s.digest = f.digest AND f.fetched_at <> ''"
            " WHERE f.place >= ? AND f.place < ?",
            (server + _SEPARATOR, server + chr(ord(_SEPARATOR) + 1)),
        )
        start = len(server) + 1
        return {
            (row["place"][start:], row["attachment"]): Fetched(Digest(row["digest"]), row["size"])
            for row in rows
        }

    def keep(self, *, server: str, table: str, attachment: str, digest: Digest) -> None:
        """Notes that an attachment was fetched, inside the open transaction."""
        self._sql.write(
            "INSERT OR REPLACE INTO fetched (place, attachment, digest, fetched_at) VALUES (?, ?, ?, ?)",
            (f"{server}{_SEPARATOR}{table}", attachment, digest, self._sql.now()),
        )
