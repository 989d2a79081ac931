"""Fetches the attachments of a table as submissions: downloaded in threads, filed in the rows' order."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock

from curator.engine.catalogue import Catalogue
from curator.engine.errors import RefusedFile
from curator.engine.intake.arrivals import file_arrival
from curator.engine.intake.names import NameIndex
from curator.engine.intake.nocodb.address import server_of
from curator.engine.intake.nocodb.attached import Attached
from curator.engine.intake.nocodb.cells import MOST_IN_A_CELL, Attachment, attachments_of
from curator.engine.intake.nocodb.client import AT_ONCE, Client, Pace
from curator.engine.intake.nocodb.downloading import Downloads
from curator.engine.intake.nocodb.failures import BadStatus, NamesUnread, Unanswered
from curator.engine.intake.nocodb.mapping import columns_of, read_row, refuse_unknown
from curator.engine.intake.nocodb.marking import Marks
from curator.engine.intake.nocodb.opening import open_table
from curator.engine.intake.nocodb.request import FetchRequest, Field
from curator.engine.intake.nocodb.rows import LONGEST_ID, Record
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.intake.nocodb.tables import Table, names_linked, pages, where_of
from curator.engine.media import MediaStore, Received
from curator.engine.receiving import NotReceived, Receiving, Scanned
from curator.engine.records import Arrival
from curator.engine.said import said, said_of
from curator.engine.submitted_file import MAX_BYTES

MOST_LOOKUPS = 20_000
"""Questions about linked names in one fetch: only servers that tell no names need one for each row."""

_ROWS_AT_ONCE = 100
"""Rows between two marks: what a crash leaves unmarked, and the next fetch marks."""

_MOST_SAID = 20
"""Sentences about rows, as about the rows of a table on the disk: more are read by nobody."""

_MOST_UNANSWERED = 5
"""Files in a row that did not come, each after several attempts: the server is gone, or wants a rest."""

_TOO_MANY = said(
    "More than {n} files are attached to this row; only the first {n} are taken.", n=MOST_IN_A_CELL
)


def fetch_submissions(
    catalogue: Catalogue,
    request: FetchRequest,
    *,
    token: str,
    media: MediaStore,
    on_ready: Callable[[], None] = lambda: None,
    pace: Pace | None = None,
    limit: int = MAX_BYTES,
) -> Receiving[Attached]:
    """Prepares a fetch; the caller starts and settles it.

    Fetching the same table again downloads nothing that is there, so an interrupted fetch is
    continued by starting it again.

    Args:
        catalogue: where they are filed.
        request: which table, and what its columns mean.
        token: opens the table; kept nowhere.
        media: receives the originals.
        on_ready: called in other threads when there is something to settle.
        pace: how patient to be with the server.
        limit: bytes that a file may have.

    Raises:
        FetchFailed: the address or the token cannot be one.
    """
    stopper = Stopper()
    client = Client(server_of(request.source.url), token=token, stopper=stopper, pace=pace)
    fetch = _Fetch(catalogue, request, client=client, downloads=Downloads(client, media=media, limit=limit))

    def stop() -> None:
        stopper.stop()
        client.close()

    return Receiving(
        scan=fetch.pages,
        media=media,
        file=fetch.file,
        receive=fetch.receive,
        at_once=AT_ONCE,
        stop=stop,
        on_ready=on_ready,
    )


class _Fetch:
    """What the threads of one fetch share. Made in the catalogue's thread, where `file` runs too."""

    def __init__(
        self, catalogue: Catalogue, request: FetchRequest, *, client: Client, downloads: Downloads
    ) -> None:
        self._catalogue = catalogue
        self._request = request
        self._client = client
        self._downloads = downloads
        self._server = client.server.url
        self._index = NameIndex(catalogue.politicians.all())
        self._known = catalogue.fetched.of_server(self._server)
        self._marks = Marks(request.mark_column, mapped=request.mapped)
        self._filed: set[str] = set()
        self._lookups = 0
        self._said = 0
        self._lock = Lock()
        self._unanswered = 0

    # ------------------------------------------------------------ in the load's thread

    def pages(self) -> Iterator[Scanned[Attached]]:
        """All rows, a hundred at a time."""
        table = open_table(self._client, self._request.source)
        seen = 0
        for page in pages(table):
            if not seen:
                columns = columns_of(table.info.columns, page.records)
                refuse_unknown(self._request.mapped, columns=columns, table=table.info.title)
                self._marks.refuse_others(columns, table=table.info.title)
            listed = seen + len(page.records)
            total = listed if page.is_last or page.total is None else max(listed, page.total)
            for first in range(0, len(page.records), _ROWS_AT_ONCE):
                records = page.records[first : first + _ROWS_AT_ONCE]
                seen += len(records)
                yield self._scanned(table, records, expected=total - seen)
        if (unsaid := self._said - _MOST_SAID) > 0:
            sentence = said_of(
                unsaid,
                "{n} more row of {table} has no picture, or it is not clear whom it shows.",
                "{n} more rows of {table} have no picture, or it is not clear whom they show.",
                table=table.info.title,
            )
            yield Scanned((), warnings=(sentence,))

    def _scanned(self, table: Table, records: Sequence[Record], *, expected: int) -> Scanned[Attached]:
        items: list[Attached] = []
        refused: list[NotReceived] = []
        warnings: list[str] = []
        for record in records:
            found = self._attached(table, record, warnings=warnings)
            items += found
            where = Path(where_of(table, record))
            if not found and self._may_say():
                refused.append(NotReceived(where, said("No picture is attached to this row.")))
            if found and not found[0].is_whole_row:
                refused.append(NotReceived(where, _TOO_MANY))

        def after() -> tuple[str, ...]:
            return self._marks.write(table, items, filed=self._filed)

        return Scanned(
            tuple(items), refused, tuple(warnings), expected, after=after if self._marks.wanted else None
        )

    def _attached(self, table: Table, record: Record, *, warnings: list[str]) -> list[Attached]:
        where = where_of(table, record)
        attachments = self._keyed(record)
        taken = dict(islice(attachments.items(), MOST_IN_A_CELL))
        place = _place(table)
        known = {key: self._known.get((place, key)) for key in taken}
        is_new = not all(known.values())
        asks = False

        def linked(row: Record, title: str) -> tuple[str, ...]:
            nonlocal asks
            asks = table.info.column(title).may_link
            # Names of rows that are there already are not worth a question each.
            return self._linked(table, row, title=title, warnings=warnings) if asks and is_new else ()

        says = read_row(record, mapped=self._request.mapped, index=self._index, linked=linked)
        if says.several and attachments and self._may_say():
            warnings.append(
                said(
                    "{where} names several people ({names}), so its pictures claim nobody.",
                    where=where,
                    names=", ".join(says.several),
                )
            )
        return [
            Attached(
                table=table,
                record=record,
                says=says,
                attachment=attachment,
                key=key,
                where=where,
                known=known[key],
                is_read=is_new or not asks,
                is_whole_row=len(taken) == len(attachments),
            )
            for key, attachment in taken.items()
        ]

    def _keyed(self, record: Record) -> dict[str, Attachment]:
        """The attachments of a row by what each is noted under."""
        times: Counter[str] = Counter()
        keyed = {}
        for one in attachments_of(record.cells.get(self._request.mapped[Field.IMAGE])):
            times[one.key] += 1
            # Those that only a query tells apart, which may be a signature, are told by their order.
            order = f"-{times[one.key]}" if times[one.key] > 1 else ""
            keyed[f"{record.id[:LONGEST_ID]}/{one.key}{order}"] = one
        return keyed

    def _linked(self, table: Table, row: Record, *, title: str, warnings: list[str]) -> tuple[str, ...]:
        """The names that a link leads to: one question, and not without end."""
        self._lookups += 1
        if self._lookups == MOST_LOOKUPS + 1:
            warnings.append(said("The server tells too few names at once, so the rest claims nobody."))
        if self._lookups > MOST_LOOKUPS:
            return ()
        try:
            return names_linked(table, row, title=title)
        except NamesUnread as error:
            if self._may_say():
                warnings.append(error.sentence)
            return ()

    def _may_say(self) -> bool:
        """Whether one more sentence about a row would still be read by anybody."""
        self._said += 1
        return self._said <= _MOST_SAID

    # ------------------------------------------------------------ in the downloading threads

    def receive(self, item: Attached) -> Received:
        """Downloads an attachment, unless it is there."""
        if item.known is not None and self._downloads.holds(item.known):
            return Received(item.known.digest, item.known.size or 0)
        try:
            received = self._downloads.take(item.attachment, name=item.name, fresh=lambda: self._fresh(item))
        except (Unanswered, BadStatus) as error:
            with self._lock:
                self._unanswered += 1
                is_gone = self._unanswered >= _MOST_UNANSWERED
            if is_gone:
                raise
            raise RefusedFile(
                said("{name} did not arrive. {why}", name=item.name, why=error.sentence), advice=error.advice
            ) from None
        with self._lock:
            self._unanswered = 0
        return received

    def _fresh(self, item: Attached) -> Attachment | None:
        """The attachment as its row names it now."""
        return self._keyed(item.table.record(item.record.id)).get(item.key)

    # ------------------------------------------------------------ in the catalogue's thread

    def file(self, item: Attached, received: Received) -> bool:
        """Files what was fetched, and notes that it was."""
        self._filed.add(item.key)
        if item.known is None or item.known.digest != received.digest:
            self._catalogue.fetched.keep(
                server=self._server,
                table=_place(item.table),
                attachment=item.key,
                digest=received.digest,
            )
        elif item.known.size is None or not item.is_read:
            return False  # it was erased on purpose, or nothing new can be told of it
        says = item.says
        return file_arrival(
            self._catalogue,
            Arrival(
                digest=received.digest,
                size=received.size,
                file_name=item.attachment.title,
                source=item.where,
                kind=says.kind or self._request.kind,
                claim=says.claim,
                note=says.note,
                sender=says.sender,
            ),
        )


def _place(table: Table) -> str:
    """What a table is noted under, beside the address of its server."""
    return f"{table.info.base}/{table.info.table}"
