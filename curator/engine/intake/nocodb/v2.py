"""Version 2 of NocoDB's interface: tables by their id alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from curator.engine.intake.nocodb.client import Client
from curator.engine.intake.nocodb.request import Api
from curator.engine.intake.nocodb.rows import Column, Page, Record, TableInfo
from curator.engine.intake.nocodb.tables import (
    PAGE,
    below,
    flat_page,
    flat_record,
    id_in_json,
    json_of,
    linked_names,
)

_MARKED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class TableV2:
    """A table at ``/api/v2/tables/<table>``; its links come as counts."""

    client: Client
    info: TableInfo
    api: Api = Api.V2

    @property
    def _path(self) -> str:
        return f"/api/v2/tables{below(self.info.table)}/records"

    def page(self, *, offset: int, number: int, size: int = PAGE) -> Page:
        """Some rows, from a row on."""
        return flat_page(self.client, self._path, info=self.info, offset=offset, size=size)

    def record(self, row_id: str) -> Record:
        """A row anew."""
        return flat_record(self.client, self._path + below(row_id), key=self.info.key)

    def linked(self, row_id: str, column: Column) -> tuple[str, ...]:
        """The names at the other end of a link."""
        if not column.id:
            return ()
        path = f"/api/v2/tables{below(self.info.table)}/links{below(column.id)}/records{below(row_id)}"
        return linked_names(self.client.ask(path, query={"limit": 25}), client=self.client)

    def mark(self, row_ids: Sequence[str], *, title: str) -> None:
        """Ticks a check box of many rows at once.

        Raises:
            FetchFailed: the server did not do it.
        """
        key = self.info.key or "Id"
        for first in range(0, len(row_ids), _MARKED_AT_ONCE):
            rows = [{key: id_in_json(one), title: True} for one in row_ids[first : first + _MARKED_AT_ONCE]]
            json_of(self.client.ask(self._path, method="PATCH", body=rows), client=self.client)
