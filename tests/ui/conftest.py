"""What the tests of the pages share: a made-up catalogue, and sessions that are closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import MadeUp

from curator.ui.session import Session


@pytest.fixture
def made(tmp_path: Path) -> MadeUp:
    return MadeUp(tmp_path / "catalogue")


@pytest.fixture
def sessions() -> Iterator[list[Session]]:
    opened: list[Session] = []
    yield opened
    for session in opened:
        session.close()
