"""A small NocoDB of version 0.109 on this machine, with one table: real HTTP, invented rows."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

TOKEN = "nc-j0urn3y-t0k3n"
COLUMNS = (
    ("Id", "ID"),
    ("image", "Attachment"),
    ("Description", "LongText"),
    ("isfake", "Checkbox"),
    ("subject", "LinkToAnotherRecord"),
    ("analyzed", "Checkbox"),
)


@dataclass
class Table:
    """What the server has, and what it was asked for.

    Attributes:
        rows: as it answers them.
        files: by their path below ``/download``.
        asked: method and path of each question.
        tokens: that came along, by whether it was for a file.
        marked: ids of rows that were ticked.
    """

    rows: list[dict[str, object]]
    files: Mapping[str, bytes]
    asked: list[str] = field(default_factory=list)
    tokens: dict[bool, set[str]] = field(default_factory=lambda: {True: set(), False: set()})
    marked: list[str] = field(default_factory=list)


def attachment(name: str, *, mimetype: str = "image/png") -> dict[str, object]:
    """As the server names a file of a row."""
    return {"title": name, "path": f"download/{name}", "mimetype": mimetype, "size": 1}


@contextmanager
def serving(table: Table) -> Iterator[str]:
    """Serves a table; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            is_file = path.startswith("/download/")
            self._note("GET", path, is_file=is_file)
            if is_file:
                content = table.files.get(path.removeprefix("/download/"))
                self._answer(404, b"Not found") if content is None else self._answer(200, content)
            elif self.headers.get("xc-token") != TOKEN:
                self._say(401, {"msg": "Unauthorized access"})
            else:
                self._say(*_told(table, path))

        def do_PATCH(self) -> None:
            path = urlsplit(self.path).path
            self._note("PATCH", path, is_file=False)
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert body == {"analyzed": True}
            table.marked.append(path.rpartition("/")[2])
            self._say(200, {})

        def log_message(self, *_: object) -> None:
            """Say nothing on the terminal."""

        def _note(self, method: str, path: str, *, is_file: bool) -> None:
            table.asked.append(f"{method} {path}")
            if self.headers.get("xc-token"):
                table.tokens[is_file].add(self.headers["xc-token"])

        def _say(self, status: int, content: object) -> None:
            self._answer(status, json.dumps(content).encode())

        def _answer(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, name="nocodb")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _told(table: Table, path: str) -> tuple[int, object]:
    answers: Mapping[str, object] = {
        "/api/v1/db/meta/projects": {"list": [{"id": "p_1", "title": "DNTSPY"}]},
        "/api/v1/db/meta/projects/p_1/tables": {"list": [{"id": "md_1", "title": "photos"}]},
        "/api/v1/db/meta/tables/md_1": {
            "columns": [
                {"id": f"cl_{title}", "title": title, "uidt": sort, "pk": title == "Id"}
                for title, sort in COLUMNS
            ]
        },
        "/api/v1/db/data/noco/p_1/md_1": {
            "list": table.rows,
            "pageInfo": {"totalRows": len(table.rows), "page": 1, "isFirstPage": True, "isLastPage": True},
        },
    }
    return (200, answers[path]) if path in answers else (404, {"msg": "Not found"})
