"""Version 3 of NocoDB's interface: cells apart from ids, pages by number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curator.engine.intake.nocodb.client import Client
from curator.engine.intake.nocodb.request import Api
from curator.engine.intake.nocodb.rows import Column, Page, Record, TableInfo
from curator.engine.intake.nocodb.tables import PAGE, below, id_in_json, json_of, linked_names, not_understood

_MARKED_AT_ONCE = 10
"""Rows of one request: the server refuses more."""


@dataclass(frozen=True, slots=True)
class TableV3:
    """A table at ``/api/v3/data/<base>/<table>``; its links come as counts."""

    client: Client
    info: TableInfo
    api: Api = Api.V3

    @property
    def _path(self) -> str:
        return f"/api/v3/data{below(self.info.base, self.info.table)}"

    def page(self, *, offset: int, number: int, size: int = PAGE) -> Page:
        """The rows of a page. That there is a next one is believed, its address is not used."""
        answer = self.client.ask(f"{self._path}/records", query={"pageSize": size, "page": number})
        if answer.status == 422 and number > 1:
            return Page((), None, is_last=True)
        content = json_of(answer, client=self.client)
        rows = content.get("records") if isinstance(content, Mapping) else None
        if not isinstance(content, Mapping) or not isinstance(rows, list):
            raise not_understood(self.client)
        records = tuple(_record(row) for row in rows if isinstance(row, Mapping))
        return Page(records, None, is_last=not content.get("next"))

    def record(self, row_id: str) -> Record:
        """A row anew."""
        row = json_of(self.client.ask(f"{self._path}/records{below(row_id)}"), client=self.client)
        if not isinstance(row, Mapping):
            raise not_understood(self.client)
        return _record(row)

    def linked(self, row_id: str, column: Column) -> tuple[str, ...]:
        """The names at the other end of a link."""
        if not column.id:
            return ()
        answer = self.client.ask(f"{self._path}/links{below(column.id, row_id)}")
        return linked_names(answer, client=self.client)

    def mark(self, row_ids: Sequence[str], *, title: str) -> None:
        """Ticks a check box of some rows at once.

        Raises:
            FetchFailed: the server did not do it.
        """
        for first in range(0, len(row_ids), _MARKED_AT_ONCE):
            some = row_ids[first : first + _MARKED_AT_ONCE]
            rows = [{"id": id_in_json(one), "fields": {title: True}} for one in some]
            answer = self.client.ask(f"{self._path}/records", method="PATCH", body=rows)
            json_of(answer, client=self.client)


def _record(row: Mapping[str, object]) -> Record:
    fields, row_id = row.get("fields"), row.get("id")
    cells = fields if isinstance(fields, Mapping) else {}
    return Record(str(row_id) if isinstance(row_id, int | str) else "", cells)
