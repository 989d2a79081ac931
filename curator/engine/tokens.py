"""Keeps the tokens of servers in the keyring of the system, and nowhere else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curator.engine.errors import CuratorError
from curator.engine.said import said

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Curator"
"""What the keyring files tokens under; the user beside it is the address of the server."""

_GOOD = 1
"""Priority from which keyring itself recommends a store: below are those that keep nothing, or plain text."""


def can_keep() -> bool:
    """Whether this computer has a keyring that can be trusted with a token."""
    return _keyring() is not None


def kept_token(server: str) -> str | None:
    """The token that is kept for a server.

    May wait while the system asks for a password: not for the main thread.

    Args:
        server: its address, always in the same spelling.

    Returns:
        None when none is kept, the keyring is locked, or there is none.
    """
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        return keyring.get_password(SERVICE, server) or None
    except Exception:  # every backend has its own errors
        return None


def keep_token(server: str, token: str) -> None:
    """Keeps a token for a server, in place of another one.

    Raises:
        CuratorError: there is no keyring that can be trusted, or it refused.
    """
    keyring = _keyring()
    if keyring is None:
        raise CuratorError(
            said("This computer has no keyring that keeps tokens safe."),
            advice=said("The token is asked for each time instead."),
        )
    try:
        keyring.set_password(SERVICE, server, token)
    except Exception:
        # Not chained: some backends repeat in their error what they were given.
        raise _refused() from None


def forget_token(server: str) -> None:
    """Takes the token of a server out of the keyring; none there is no error.

    Raises:
        CuratorError: the keyring refused.
    """
    keyring = _keyring()
    if keyring is None:
        return
    try:
        if keyring.get_password(SERVICE, server) is not None:
            keyring.delete_password(SERVICE, server)
    except Exception:
        raise _refused() from None


def _keyring() -> "KeyringBackend | None":
    """The system's keyring, or None when there is none that can be trusted."""
    try:
        import keyring  # takes a while to look round, so only when it is wanted

        return next(_trusted(keyring.get_keyring()), None)
    except Exception:  # a backend that cannot even be looked at
        return None


def _trusted(backend: "KeyringBackend") -> Iterator["KeyringBackend"]:
    """The backend itself, or those of a chain of several, without any that keeps plain text or nothing."""
    chained = getattr(backend, "backends", None)
    if chained is not None:
        for one in chained:
            yield from _trusted(one)
        return
    kind = type(backend)
    if kind.__module__.startswith(("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")):
        return
    if backend.priority >= _GOOD:
        yield backend


def _refused() -> CuratorError:
    return CuratorError(
        said("The system's keyring did not take or give the token."),
        advice=said("Unlock the keyring and try again, or type the token each time."),
    )
