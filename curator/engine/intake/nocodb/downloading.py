"""Downloads one attachment into the media store, by whichever of its paths the server opens."""

from collections.abc import Callable, Iterator

from curator.engine.catalogue.fetched import Fetched
from curator.engine.errors import RefusedFile
from curator.engine.intake.contents import LONGEST_START, refuse_other_start
from curator.engine.intake.nocodb.address import host_of
from curator.engine.intake.nocodb.cells import Attachment
from curator.engine.intake.nocodb.client import Client
from curator.engine.intake.nocodb.failures import BadStatus, FetchFailed, TooLarge, Unanswered
from curator.engine.media import MediaStore, Received
from curator.engine.said import Said, said

_SHUT = frozenset({401, 403, 404, 410})
"""What servers answer to a path that does not, or no longer, open a file."""

Fresh = Callable[[], Attachment | None]


class Downloads:
    """Takes attachments of one server. Its methods may be called from several threads."""

    def __init__(self, client: Client, *, media: MediaStore, limit: int) -> None:
        """Downloads nothing yet.

        Args:
            client: asks the server.
            media: receives the files.
            limit: bytes that a file may have.
        """
        self._client = client
        self._media = media
        self._limit = limit

    def holds(self, known: Fetched) -> bool:
        """Whether there is nothing to download: it is there, or was erased on purpose."""
        return known.size is None or self._media.original(known.digest).is_file()

    def take(self, attachment: Attachment, *, name: Said, fresh: Fresh) -> Received:
        """Downloads an attachment.

        Args:
            attachment: as its row named it.
            name: the subject of sentences about it.
            fresh: asks for the attachment as its row names it now, since signatures run out.

        Raises:
            RefusedFile: it cannot be had, or is no picture.
            Unanswered: the server does not answer.
            BadStatus: it is too busy, or in trouble.
            CatalogueError: it cannot be kept.
            Cancelled: somebody stopped it.
        """
        try:
            shut: BadStatus | None = None
            for path in self._paths(attachment, name=name, fresh=fresh):
                try:
                    return self._download(path, title=attachment.title, name=name)
                except BadStatus as error:
                    if error.status not in _SHUT:
                        raise
                    shut = error
        except (BadStatus, TooLarge, FetchFailed) as error:
            if isinstance(error, Unanswered) or (isinstance(error, BadStatus) and error.may_pass):
                raise
            raise self._refused(error, name=name) from None
        status = 404 if shut is None else shut.status
        raise RefusedFile(
            said("{name} is missing on the server ({status}).", name=name, status=status),
            advice=said("Ask the sender for it, or look for it in NocoDB."),
        )

    def _paths(self, attachment: Attachment, *, name: Said, fresh: Fresh) -> Iterator[str]:
        """Encoded paths that may open it, the likeliest first."""
        server = self._client.server
        named = [address for address in (attachment.signed, attachment.path, attachment.url) if address]
        here = [path for address in named if (path := self._path(address, plain=address == attachment.path))]
        if not here:
            raise RefusedFile(
                said(
                    "{name} lies on {other}, not on {host}, so it was not fetched.",
                    name=name,
                    other=host_of(named[-1]) if named else "?",
                    host=server.host,
                ),
                advice=said("If you trust that place, save the picture from there and load it as a file."),
            )
        yield from here
        if attachment.signed:
            now = fresh()
            if now is not None and now.signed not in ("", attachment.signed):
                path = self._path(now.signed, plain=False)
                if path is not None:
                    yield path

    def _path(self, address: str, *, plain: bool) -> str | None:
        server = self._client.server
        if "://" in address or address.startswith("//"):
            return server.path_of(address)
        if plain:
            return server.path_below(address)
        # Signed paths are encoded as far as they have to be, and may bring a query.
        return server.path_of(f"{server.prefix}/{address.lstrip('/')}")

    def _download(self, path: str, *, title: str, name: Said) -> Received:
        def into(chunks: Iterator[bytes]) -> Received:
            return self._media.receive_stream(
                _checked(chunks, title=title, name=name),
                name=name,
                advice=said("Ask the sender for the picture again."),
                limit=self._limit,
            )

        return self._client.download(path, limit=self._limit, into=into)

    def _refused(self, error: FetchFailed, *, name: Said) -> RefusedFile:
        if isinstance(error, TooLarge):
            return RefusedFile(
                said(
                    "{name} has more than {limit:.0f} MB, so it was not taken.",
                    name=name,
                    limit=self._limit / 1e6,
                ),
                advice=said("Ask the sender for the picture again."),
            )
        return RefusedFile(
            said("{name} could not be fetched. {why}", name=name, why=error.sentence), advice=error.advice
        )


def _checked(chunks: Iterator[bytes], *, title: str, name: Said) -> Iterator[bytes]:
    """The same bytes, refused before the first is written when they are no picture's."""
    start = b""
    for chunk in chunks:
        start += chunk
        if len(start) >= LONGEST_START:
            break
    if not start:
        return
    refuse_other_start(start[:LONGEST_START], file_name=title, name=name)
    yield start
    yield from chunks
