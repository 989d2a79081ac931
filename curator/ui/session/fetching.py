"""Looks at tables of a NocoDB server in threads beside the main one, and begins to fetch from them."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from curator.engine import tokens
from curator.engine.errors import CuratorError
from curator.engine.intake.nocodb.request import FetchRequest, Mapped, Preview, Source
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.records import Claim, Kind, Politician
from curator.engine.said import said
from curator.engine.workspace import Workspace
from curator.ui.session.last_fetch import keep_last_fetch, last_fetch

_CLOSING_SECONDS = 0.5
_BROKEN = said("An error in Curator ended the look.")
_REPORT = said("Report the error if it returns.")


class Looks(Protocol):
    """Asks a server for the first rows of a table; in a thread of its own."""

    def __call__(
        self,
        source: Source,
        *,
        token: str,
        mapped: Mapped | None,
        kind: Kind,
        politicians: Sequence[Politician],
        stopper: Stopper,
    ) -> Preview:
        """As :func:`curator.engine.intake.nocodb.looking.look`."""
        ...


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies outside of Curator: the server, and the keyring of this computer. All of it may take long.

    Attributes:
        look: asks the server.
        kept_token: the token that is kept for a server; None for none.
        can_keep: whether this computer has a keyring that can be trusted.
        keep_token: keeps one for a server.
        forget_token: forgets it.
    """

    look: Looks
    kept_token: Callable[[str], str | None]
    can_keep: Callable[[], bool]
    keep_token: Callable[[str, str], None]
    forget_token: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Keeping:
    """How it stands with the token of a server.

    Attributes:
        kept: it is in the keyring.
        possible: there is a keyring that can be trusted.
    """

    kept: bool
    possible: bool = True


@dataclass(slots=True, eq=False)
class _Look:
    """A look under way; what its thread brings is written into it before it is handed over."""

    server: str
    stopper: Stopper
    outcome: object = None
    token: str = ""
    keeping: Keeping | CuratorError | None = None


class Fetcher(QObject):
    """The server and the keyring as the window sees them. Lives in the main thread; signals come there.

    Nothing is asked unless a person asks. A token is in memory from a look until :meth:`leave`.

    Attributes:
        looked: the ``Preview``.
        look_failed: the ``CuratorError`` that came instead.
        token_told: the address of a server, and its ``Keeping``.
        token_failed: the ``CuratorError`` of the keyring.
        refused: the ``CuratorError`` that came instead of a fetch.
        begun: rows are being fetched from now on.
        closed: the catalogue is being closed; nothing is told any more.
    """

    looked = Signal(object)
    look_failed = Signal(object)
    token_told = Signal(str, object)
    token_failed = Signal(object)
    refused = Signal(object)
    begun = Signal()
    closed = Signal()
    _look_ended = Signal(object)
    _keyring_answered = Signal(str, object)

    def __init__(self, workspace: Workspace, *, outside: Outside | None = None, parent: QObject) -> None:
        """Asks nobody yet.

        Args:
            workspace: that fetches.
            outside: the server and the keyring; None for the true ones.
            parent: closes it.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._outside = outside or _true_outside()
        self._look: _Look | None = None
        # Of one server only: it must never be sent to another.
        self._tokens: dict[str, str] = {}
        self._threads: list[Thread] = []
        self._closed = False
        self._look_ended.connect(self._on_look_ended)
        self._keyring_answered.connect(self._on_keyring_answered)

    # ------------------------------------------------------------ looking

    @property
    def looking(self) -> bool:
        """Whether the server is being asked."""
        return self._look is not None

    def look(
        self, source: Source, *, token: str = "", keep: bool = False, mapped: Mapped | None, kind: Kind
    ) -> None:
        """Begins to look at a table; a look that is under way is dropped.

        Args:
            source: the table.
            token: that a person typed; empty for the one that this server took before, else the one
                that is kept for it.
            keep: keep the token in the keyring once the server took it.
            mapped: what the columns mean; None guesses it.
            kind: of rows that do not say theirs.
        """
        self.cancel_look()
        look = self._look = _Look(source.url, Stopper())
        token = token or self._tokens.get(source.url, "")
        outside, politicians = self._outside, self._workspace.catalogue.politicians.all()

        def ask() -> None:
            """In the look's thread."""
            try:
                look.token = token or outside.kept_token(source.url) or ""
                look.outcome = outside.look(
                    source,
                    token=look.token,
                    mapped=mapped,
                    kind=kind,
                    politicians=politicians,
                    stopper=look.stopper,
                )
                if keep:
                    look.keeping = _keeping(outside, source.url, look.token)
            except CuratorError as error:
                look.outcome = error
            finally:
                # Also when it ends in a mistake of the program: nobody shall wait for ever.
                self._tell(self._look_ended, look)

        self._start(ask, name="fetch-look")

    def cancel_look(self) -> None:
        """Waits for no answer any more."""
        if self._look is not None:
            self._look.stopper.stop()
            self._look = None

    def strangers(self, claims: Iterable[Claim]) -> frozenset[Claim]:
        """Those of some claims that name somebody who is not in the index."""
        find = self._workspace.catalogue.politicians.find
        return frozenset(
            one for one in claims if one and find(full_name=one.full_name, country=one.country) is None
        )

    # ------------------------------------------------------------ tokens

    def knows(self, server: str) -> bool:
        """Whether a server took a token since the dialog was opened."""
        return bool(self._tokens.get(server))

    def ask_token(self, server: str) -> None:
        """Begins to ask the keyring whether a token is kept for a server."""
        outside = self._outside
        self._ask_keyring(server, lambda: Keeping(bool(outside.kept_token(server)), outside.can_keep()))

    def forget_token(self, server: str) -> None:
        """Begins to forget the token that is kept for a server."""
        outside = self._outside
        self._tokens.pop(server, None)

        def forget() -> Keeping:
            outside.forget_token(server)
            return Keeping(False)

        self._ask_keyring(server, forget)

    def leave(self) -> None:
        """Nobody looks any more: what is under way is dropped, and tokens go from memory."""
        self.cancel_look()
        self._tokens.clear()

    # ------------------------------------------------------------ fetching

    @property
    def last(self) -> FetchRequest | None:
        """What was fetched last into this catalogue; None when nothing was."""
        return last_fetch(self._workspace.catalogue)

    def fetch(self, request: FetchRequest) -> bool:
        """Begins to fetch rows from a table that was looked at; False when that is refused, which is told."""
        try:
            self._workspace.loads.fetch(request, self._tokens.get(request.source.url, ""))
        except CuratorError as error:
            self.refused.emit(error)
            return False
        # Only what was begun is remembered. Where that cannot be written, rows cannot either, which is told.
        with suppress(CuratorError):
            keep_last_fetch(self._workspace.catalogue, request)
        self.begun.emit()
        return True

    def close(self) -> None:
        """Drops what is under way and waits a little for it; nothing is told afterwards."""
        self._closed = True
        self.leave()
        self.closed.emit()
        until = monotonic() + _CLOSING_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, until - monotonic()))

    # ------------------------------------------------------------ in threads of their own

    def _ask_keyring(self, server: str, ask: Callable[[], Keeping]) -> None:
        def run() -> None:
            """In a thread of its own: a keyring may ask for its password first."""
            outcome: object = None
            try:
                outcome = ask()
            except CuratorError as error:
                outcome = error
            finally:
                self._tell(self._keyring_answered, server, outcome)

        self._start(run, name="fetch-keyring")

    def _start(self, run: Callable[[], None], *, name: str) -> None:
        if self._closed:
            return
        self._threads = [one for one in self._threads if one.is_alive()]
        thread = Thread(target=run, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _tell(self, signal: SignalInstance, *told: object) -> None:
        # A session that was closed meanwhile may be gone, and whoever waited for this with it.
        with suppress(RuntimeError):
            signal.emit(*told)

    # ------------------------------------------------------------ back in the main thread

    def _on_look_ended(self, look: _Look) -> None:
        if self._closed or look is not self._look:
            return
        self._look = None
        if isinstance(look.outcome, Preview):
            self._tokens = {look.server: look.token}
            if look.keeping is not None:
                self._on_keyring_answered(look.server, look.keeping)
            self.looked.emit(look.outcome)
        elif isinstance(look.outcome, CuratorError):
            self.look_failed.emit(look.outcome)
        else:
            self.look_failed.emit(CuratorError(_BROKEN, advice=_REPORT))

    def _on_keyring_answered(self, server: str, outcome: object) -> None:
        if self._closed:
            return
        if isinstance(outcome, Keeping):
            self.token_told.emit(server, outcome)
        elif isinstance(outcome, CuratorError):
            self.token_failed.emit(outcome)


def _true_outside() -> Outside:
    def look_there(source: Source, **how: Any) -> Preview:
        # Imported where it is asked: nobody waits at the start for what few will ever fetch.
        from curator.engine.intake.nocodb.looking import look

        return look(source, **how)

    return Outside(look_there, tokens.kept_token, tokens.can_keep, tokens.keep_token, tokens.forget_token)


def _keeping(outside: Outside, server: str, token: str) -> Keeping | CuratorError:
    """Keeps a token that a server took; what was looked at is shown all the same."""
    try:
        outside.keep_token(server, token)
    except CuratorError as error:
        return error
    return Keeping(True)
