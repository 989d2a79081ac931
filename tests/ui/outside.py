"""A server and a keyring that are made up, for the tests of fetching: the seam that `Outside` is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Event, current_thread

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.intake.nocodb.request import (
    CAMPAIGN_PHOTOS,
    Api,
    FetchRequest,
    Mapped,
    Preview,
    PreviewRow,
    Source,
)
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.receiving import Cancelled
from curator.engine.records import Claim, Kind, Politician
from curator.ui.session.fetching import Outside

SERVER = "https://nocodb.example.org"
PHOTOS = Source(SERVER, "DNTSPY", "photos")
COLUMNS = ("Id", "image", "Description", "approved", "analyzed", "isfake", "subject", "Your Name")
ROWS = (
    PreviewRow(
        "151",
        ("beach.jpg",),
        Kind.PORTRAIT,
        Claim("Nerys", "Valdoon", "Malta", "Prime Minister"),
        "Found on a forum",
        "Ana",
    ),
    PreviewRow("152", ("a.jpg", "b.jpg"), Kind.DEEPFAKE, Claim("Ivo", "Tarn"), "", ""),
    PreviewRow("153", ("<img src=x>.png",), Kind.DEEPFAKE, Claim(), "two\nlines", "<b>Bo</b>"),
    PreviewRow("154", (), Kind.DEEPFAKE, Claim(), "", "Cy"),
)
PREVIEW = Preview(Api.V1, COLUMNS, CAMPAIGN_PHOTOS, ROWS, 2300, ("approved", "analyzed", "isfake"))


@dataclass
class FakeWorkspace:
    """Only what a fetcher asks of one."""

    catalogue: Catalogue
    refusal: CuratorError | None = None
    fetched: list[tuple[FetchRequest, str]] = field(default_factory=list)

    @property
    def loads(self) -> "FakeWorkspace":
        return self

    def fetch(self, request: FetchRequest, token: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.fetched.append((request, token))


@dataclass
class FakeOutside:
    """Answers looks at once unless it is told to wait; remembers what it was asked.

    Attributes:
        answers: for the next looks, one after the other; the last one stays.
        kept: the keyring; None for a computer without one.
        waits: looks wait until they are stopped or this is taken away by `go`.
        asked: table, token, mapping and kind of each look.
        threads: in which everything was asked.
    """

    answers: list[Preview | Exception] = field(default_factory=lambda: [PREVIEW])
    kept: dict[str, str] | None = field(default_factory=dict)
    waits: bool = False
    asked: list[tuple[Source, str, Mapped | None, Kind]] = field(default_factory=list)
    threads: list[str] = field(default_factory=list)
    stoppers: list[Stopper] = field(default_factory=list)
    go: Event = field(default_factory=Event)

    @property
    def outside(self) -> Outside:
        return Outside(self._look, self._kept_token, self._can_keep, self._keep_token, self._forget_token)

    def _look(
        self,
        source: Source,
        *,
        token: str,
        mapped: Mapped | None,
        kind: Kind,
        politicians: Sequence[Politician],
        stopper: Stopper,
    ) -> Preview:
        self.threads.append(current_thread().name)
        self.asked.append((source, token, mapped, kind))
        self.stoppers.append(stopper)
        if self.waits:
            self.go.wait(120)
        if stopper.stopped:
            raise Cancelled()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer if mapped is None else replace(answer, mapped=mapped)

    def _kept_token(self, server: str) -> str | None:
        self.threads.append(current_thread().name)
        return None if self.kept is None else self.kept.get(server)

    def _can_keep(self) -> bool:
        return self.kept is not None

    def _keep_token(self, server: str, token: str) -> None:
        self.threads.append(current_thread().name)
        if self.kept is None:
            raise CuratorError("This computer has no keyring.", advice="Type the token each time.")
        self.kept[server] = token

    def _forget_token(self, server: str) -> None:
        self.threads.append(current_thread().name)
        if self.kept is None:
            raise CuratorError("This computer has no keyring.", advice="Type the token each time.")
        self.kept.pop(server, None)
