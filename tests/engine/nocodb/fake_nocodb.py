"""A small NocoDB on this machine: the shapes that real servers of three versions were seen to answer with."""

import json
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "a-token-that-nobody-may-ever-see-0123456789"

PHOTO_COLUMNS = (
    ("Id", "ID"),
    ("image", "Attachment"),
    ("Description", "LongText"),
    ("analyzed", "Checkbox"),
    ("isfake", "Checkbox"),
    ("subject", "Links"),
)
CONTRIBUTION_COLUMNS = (
    ("Id", "ID"),
    *((title, "SingleLineText") for title in ("Name", "Surname", "Country", "OfficialRole")),
    ("imported", "Checkbox"),
    ("Your Name", "SingleLineText"),
    ("official Picture", "Attachment"),
)


def jpeg(text: str, *, size: int = 0) -> bytes:
    """What starts like a picture and is its own: nothing here decodes it."""
    return b"\xff\xd8\xff\xe0" + text.encode().ljust(size, b".")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


@dataclass
class Reply:
    """What is sent back."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    """The length that is announced, when it is to be a lie."""
    pieces: Iterable[bytes] = ()
    """What is sent instead of all else, head included, until whoever asked has gone."""


Answering = Callable[[Asked], Reply]


class FakeNocoDB:
    """A server with one base that talks by one version: as 0.109, as 0.262, or as 0.301 without ``v2``."""

    def __init__(
        self,
        *,
        version: str = "v1",
        page: int = 1000,
        meta: bool = True,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.version = version
        self.page = page
        self.longest = 500
        """Rows of a page that it does not fail over: as true servers with SQLite do."""
        self.meta = meta
        self.ids_only = version != "v1"
        self.rows: dict[str, list[dict[str, Any]]] = {"photos": [], "contributions": []}
        self.columns = {"photos": PHOTO_COLUMNS, "contributions": CONTRIBUTION_COLUMNS}
        self.names: dict[int, list[str]] = {}
        self.files: dict[str, bytes] = {}
        self.asked: list[Asked] = []
        self.special: dict[str, Answering] = {}
        self.let_go = threading.Event()
        self.lock = threading.Lock()
        self.busy = 0
        self.most_busy = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # head and body are sent apart, which would take 40 ms

            def _serve(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                parts = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                headers = {name.lower(): value for name, value in self.headers.items()}
                asked = Asked(self.command, unquote(parts.path), query, headers, self.rfile.read(length))
                with server.lock:
                    server.asked.append(asked)
                    server.busy += 1
                    server.most_busy = max(server.most_busy, server.busy)
                try:
                    reply = server.answer(asked)
                finally:
                    with server.lock:
                        server.busy -= 1
                self._send(reply)

            do_GET = do_PATCH = do_POST = _serve

            def _send(self, reply: Reply) -> None:
                try:
                    for piece in reply.pieces:
                        self.wfile.write(piece)
                    if reply.pieces:
                        self.close_connection = True
                        return
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    length = len(reply.body) if reply.length is None else reply.length
                    if "Transfer-Encoding" not in reply.headers:
                        self.send_header("Content-Length", str(length))
                    self.end_headers()
                    self.wfile.write(reply.body)
                except OSError:
                    self.close_connection = True  # whoever asked has gone
                if reply.length is not None:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = False

            def handle_error(self, *_: object) -> None:
                pass  # connections that are cut are what some tests are about

        self._http = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        if tls is not None:
            self.url = self.url.replace("http:", "https:")
            self._http.socket = tls.wrap_socket(
                self._http.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Lets go of who waits, and ends."""
        self.let_go.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    # ------------------------------------------------------------ what it holds

    def photo(self, *names: str, content: bytes | None = None, **cells: Any) -> int:
        """A row of the table ``photos`` with attachments of these names, whose files are there."""
        row = len(self.rows["photos"]) + 1
        attachments = [self.attachment(f"{row}-{name}", title=name, content=content) for name in names]
        self.rows["photos"].append(
            {
                "Id": row,
                "image": attachments or None,
                "Description": None,
                "analyzed": 0,
                "isfake": 1,
                "subject": [],
                **cells,
            }
        )
        return row

    def contribution(self, name: str, **cells: Any) -> int:
        """A row of the table ``contributions``."""
        row = len(self.rows["contributions"]) + 1
        attachments = [self.attachment(f"c{row}-{name}", title=name)]
        self.rows["contributions"].append(
            {"Id": row, "imported": 0, "Your Name": "", "official Picture": attachments, **cells}
        )
        return row

    def attachment(self, stored: str, *, title: str, content: bytes | None = None) -> dict[str, Any]:
        """A file and how a row names it."""
        path = f"download/noco/BASE/photos/image/{stored}"
        self.files[f"/{path}"] = jpeg(stored) if content is None else content
        return {"path": path, "title": title, "mimetype": "image/jpeg", "size": 1}

    # ------------------------------------------------------------ what was asked

    @property
    def downloads(self) -> list[str]:
        """The paths of files that were asked for."""
        return [one.path for one in self.asked if one.path.startswith(("/download/", "/dltemp/"))]

    # ------------------------------------------------------------ answers

    def dripping(self, start: bytes, drop: bytes) -> Reply:
        """Something without end, a few bytes at a time."""

        def pieces() -> Iterator[bytes]:
            yield start
            while not self.let_go.wait(0.01):
                yield drop

        return Reply(pieces=pieces())

    def answer(self, asked: Asked) -> Reply:
        for start, special in self.special.items():
            if asked.path.startswith(start):
                return special(asked)
        if asked.path in self.files:
            return Reply(body=self.files[asked.path])
        if not asked.path.startswith("/api/"):
            return Reply(404, b"Not found")
        if asked.headers.get("xc-token") != TOKEN:
            # Newer servers look for the table first, and only then at the token.
            found = None if self.version == "v1" or "/meta/" in asked.path else self._data(asked)
            is_missing = found is not None and found.status >= 400
            return found if found and is_missing else said({"msg": "Unauthorized access"}, 401)
        return self._meta(asked) or self._data(asked) or said({"msg": f"Cannot GET {asked.path}"}, 404)

    def _meta(self, asked: Asked) -> Reply | None:
        old, new = "/api/v1/db/meta", "/api/v2/meta"
        meta = old if self.version == "v1" else new
        bases = f"{old}/projects" if self.version == "v1" else f"{new}/bases"
        if not asked.path.startswith(meta):
            return None
        if not self.meta:
            return said({"msg": "Forbidden"}, 403)
        if asked.path == bases:
            return said({"list": [{"id": "p_base", "title": "BASE"}]})
        if asked.path == f"{bases}/p_base/tables":
            return said({"list": [{"id": f"md_{title}", "title": title} for title in self.rows]})
        if asked.path.endswith("/tables") and self.version == "v1":
            return said({"list": []})
        title = asked.path.removeprefix(f"{meta}/tables/md_")
        if title in self.columns:
            described = [
                {"id": f"cl_{name}", "title": name, "uidt": sort, "pk": sort == "ID", "system": 0}
                for name, sort in self.columns[title]
            ]
            return said({"id": f"md_{title}", "columns": described})
        return None

    def _data(self, asked: Asked) -> Reply | None:
        starts = {
            "v1": "/api/v1/db/data/noco",
            "v2": "/api/v2/tables",
            "v3": "/api/v3/data",
        }
        start = starts[self.version]
        if not asked.path.startswith(f"{start}/"):
            return None
        parts = asked.path.removeprefix(f"{start}/").split("/")
        if self.version != "v2":
            base, *parts = parts
            if base not in {"p_base", "BASE"} - ({"BASE"} if self.ids_only else set()):
                return said({"msg": "no such base"}, 422 if self.version == "v3" else 404)
        table, *rest = parts
        title = table.removeprefix("md_")
        if title not in self.rows or (self.ids_only and table == title):
            return said({"msg": "Table not found"}, 404)
        return {"v1": self._v1, "v2": self._v2, "v3": self._v3}[self.version](asked, title, rest)

    def _v1(self, asked: Asked, title: str, rest: list[str]) -> Reply | None:
        if not rest:
            return self._flat(asked, title, beyond=200)
        row = self.row(title, rest[0])
        if asked.method == "PATCH":
            row.update(json.loads(asked.body))
        return said(row)

    def _v2(self, asked: Asked, title: str, rest: list[str]) -> Reply | None:
        if rest[0] == "links":
            return self._links(int(rest[3]), lambda name: {"Id": 1, "full Name": name}, "list")
        if asked.method == "PATCH":
            for change in json.loads(asked.body):
                self.row(title, change["Id"]).update(change)
            return said([])
        if rest[1:]:
            return said(self.row(title, rest[1]))
        return self._flat(asked, title, beyond=422)

    def _v3(self, asked: Asked, title: str, rest: list[str]) -> Reply | None:
        if rest[0] == "links":
            return self._links(int(rest[2]), lambda name: {"id": 1, "fields": {"full Name": name}}, "records")
        if asked.method == "PATCH":
            changes = json.loads(asked.body)
            if len(changes) > 10:
                return said({"error": "ERR_MAX_INSERT_LIMIT_EXCEEDED"}, 422)
            for change in changes:
                self.row(title, change["id"]).update(change["fields"])
            return said({"records": []})
        if rest[1:]:
            return said(apart(self.row(title, rest[1])))
        if int(asked.query["pageSize"]) > self.longest:
            return said({"error": "INTERNAL_SERVER_ERROR"}, 500)
        size = min(int(asked.query["pageSize"]), self.page)
        number = int(asked.query["page"])
        rows = self.rows[title][(number - 1) * size : number * size]
        if not rows and number > 1:
            return said({"error": "ERR_INVALID_OFFSET_VALUE"}, 422)
        more = number * size < len(self.rows[title])
        following = "http://elsewhere.example/next" if more else None
        return said({"records": [apart(row) for row in rows], "next": following})

    def _flat(self, asked: Asked, title: str, *, beyond: int) -> Reply:
        rows = self.rows[title]
        if int(asked.query.get("limit", 25)) > self.longest:
            return said({"msg": "Please check server log for more details"}, 500)
        offset, limit = int(asked.query.get("offset", 0)), int(asked.query.get("limit", 25))
        size = min(limit, self.page)
        if offset >= len(rows) > 0 and beyond != 200:
            return said({"error": "ERR_INVALID_OFFSET_VALUE"}, beyond)
        some = rows[offset : offset + size]
        info = {
            "totalRows": len(rows),
            "isLastPage": bool(some) and offset + len(some) >= len(rows),
        }
        return said({"list": some, "pageInfo": info})

    def _links(self, row: int, one: Callable[[str], dict[str, Any]], name: str) -> Reply:
        return said({name: [one(linked) for linked in self.names.get(row, [])]})

    def row(self, title: str, row_id: object) -> dict[str, Any]:
        return next(row for row in self.rows[title] if str(row["Id"]) == str(row_id))


def said(content: object, status: int = 200) -> Reply:
    """JSON."""
    return Reply(status, json.dumps(content).encode(), {"Content-Type": "application/json"})


def apart(row: dict[str, Any]) -> dict[str, Any]:
    """A row as version 3 gives it: true and false, and no empty cells."""
    fields = {
        title: bool(cell) if title in ("analyzed", "isfake", "imported") else cell
        for title, cell in row.items()
        if title != "Id" and cell is not None
    }
    return {"id": row["Id"], "fields": fields}


@contextmanager
def serving(**options: Any) -> Iterator[FakeNocoDB]:
    """A server for the length of a test."""
    server = FakeNocoDB(**options)
    try:
        yield server
    finally:
        server.close()
