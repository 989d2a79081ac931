"""Version 1 of NocoDB's interface: that of the campaign's own server."""

from collections.abc import Sequence
from dataclasses import dataclass

from curator.engine.intake.nocodb.client import Client
from curator.engine.intake.nocodb.failures import FetchFailed
from curator.engine.intake.nocodb.request import Api
from curator.engine.intake.nocodb.rows import Column, Page, Record, TableInfo
from curator.engine.intake.nocodb.tables import (
    PAGE,
    below,
    flat_page,
    flat_record,
    json_of,
    linked_names,
)


@dataclass(frozen=True, slots=True)
class TableV1:
    """A table at ``/api/v1/db/data/noco/<base>/<table>``; its links come as rows."""

    client: Client
    info: TableInfo
    api: Api = Api.V1

    @property
    def _path(self) -> str:
        return "/api/v1/db/data/noco" + below(self.info.base, self.info.table)

    def page(self, *, offset: int, number: int, size: int = PAGE) -> Page:
        """Some rows, from a row on."""
        return flat_page(self.client, self._path, info=self.info, offset=offset, size=size)

    def record(self, row_id: str) -> Record:
        """A row anew."""
        return flat_record(self.client, self._path + below(row_id), key=self.info.key)

    def linked(self, row_id: str, column: Column) -> tuple[str, ...]:
        """The names at the other end of a link, of servers that only count them in the row."""
        for kind in ("mm", "hm"):
            answer = self.client.ask(self._path + below(row_id, kind, column.title))
            if answer.status < 400:
                return linked_names(answer, client=self.client)
        return ()

    def mark(self, row_ids: Sequence[str], *, title: str) -> None:
        """Ticks a check box, row by row: this version knows no other way.

        Raises:
            FetchFailed: the server did not do it; rows before are ticked.
        """
        failure: FetchFailed | None = None
        for row_id in row_ids:
            try:
                answer = self.client.ask(self._path + below(row_id), method="PATCH", body={title: True})
                json_of(answer, client=self.client)
            except FetchFailed as error:
                failure = error
        if failure is not None:
            raise failure
