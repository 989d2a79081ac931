"""Tokens in the system's keyring: kept, given back, forgotten, and never where they are not safe."""

from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as Fail
from keyring.backends.null import Keyring as Null
from keyring.errors import KeyringLocked

from curator.engine import tokens
from curator.engine.errors import CuratorError

SERVER = "https://nocodb.example.org"
TOKEN = "a-token-that-nobody-may-ever-see"

Use = Callable[[KeyringBackend], None]


class Store(KeyringBackend):
    """A keyring in memory that can be trusted."""

    priority = 5.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Plain(Store):
    """One that keeps plain text in a file, and says so by its priority."""

    priority = 0.5  # type: ignore[assignment]


class Locked(Store):
    """One whose owner does not type the password; its errors repeat what they were given."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"could not write {password}")


@pytest.fixture
def use() -> Iterator[Use]:
    """Makes a keyring that of the system, for one test."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_token_is_kept_given_back_and_forgotten(use: Use) -> None:
    store = Store()
    use(store)
    assert tokens.can_keep()
    assert tokens.kept_token(SERVER) is None
    tokens.keep_token(SERVER, TOKEN)
    assert store.kept == {("Curator", SERVER): TOKEN}
    assert tokens.kept_token(SERVER) == TOKEN
    assert tokens.kept_token("https://other.example") is None
    tokens.forget_token(SERVER)
    tokens.forget_token(SERVER)
    assert tokens.kept_token(SERVER) is None


@pytest.mark.parametrize("backend", [Fail, Null, Plain])
def test_what_keeps_nothing_or_plain_text_is_not_used(use: Use, backend: type[KeyringBackend]) -> None:
    use(backend())
    assert not tokens.can_keep()
    assert tokens.kept_token(SERVER) is None
    tokens.forget_token(SERVER)
    with pytest.raises(CuratorError, match="no keyring") as refused:
        tokens.keep_token(SERVER, TOKEN)
    assert TOKEN not in str(refused.value)


def test_of_a_chain_only_what_can_be_trusted_is_used(use: Use) -> None:
    plain, store = Plain(), Store()

    class Chain(ChainerBackend):
        backends = (Null(), plain, store)  # type: ignore[assignment]

    use(Chain())
    tokens.keep_token(SERVER, TOKEN)
    assert plain.kept == {}
    assert tokens.kept_token(SERVER) == TOKEN


def test_a_locked_keyring_gives_none_and_its_errors_show_no_token(use: Use) -> None:
    use(Locked())
    assert tokens.kept_token(SERVER) is None
    with pytest.raises(CuratorError, match="keyring did not") as refused:
        tokens.keep_token(SERVER, TOKEN)
    assert TOKEN not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
    with pytest.raises(CuratorError, match="keyring did not"):
        tokens.forget_token(SERVER)
