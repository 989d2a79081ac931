"""What the tests of the pages share: a made-up catalogue, and sessions that are closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import MadeUp
from PySide6.QtWidgets import QApplication

from curator.ui.session import Session


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """There is one before any test of the window begins, whichever comes first: timers need its thread."""
    return qapp


@pytest.fixture
def made(tmp_path: Path) -> MadeUp:
    return MadeUp(tmp_path / "catalogue")


@pytest.fixture
def sessions() -> Iterator[list[Session]]:
    opened: list[Session] = []
    yield opened
    for session in opened:
        session.close()
