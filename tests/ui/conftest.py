"""What the tests of the pages share: a made-up catalogue, and sessions that are closed again."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_up import MadeUp
from PySide6.QtWidgets import QApplication
from stray_windows import no_stray_windows

from curator.ui.session import Session

if TYPE_CHECKING:
    from every_view import Filled


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """There is one before any test of the window begins, whichever comes first: timers need its thread."""
    return qapp


@pytest.fixture(autouse=True)
def _catalogues_do_not_wait(hasty: None) -> None:
    """No test of the window cuts the power."""


@pytest.fixture(autouse=True)
def _no_stray_windows(request: pytest.FixtureRequest, application: QApplication) -> Iterator[None]:
    """Whole windows, which tests call ``opened``, show nothing beside themselves."""
    if "opened" not in request.fixturenames:
        yield
        return
    with no_stray_windows():
        yield


@pytest.fixture
def made(tmp_path: Path, blank: Path) -> MadeUp:
    return MadeUp(Path(shutil.copytree(blank, tmp_path / "catalogue")))


@pytest.fixture(scope="session")
def every_view(tmp_path_factory: pytest.TempPathFactory, blank: Path) -> "Filled":
    """A catalogue in which every view has something to show, with its pictures; only ever copied."""
    from every_view import fill_folder

    return fill_folder(Path(shutil.copytree(blank, tmp_path_factory.mktemp("every_view") / "catalogue")))


@pytest.fixture
def sessions() -> Iterator[list[Session]]:
    opened: list[Session] = []
    yield opened
    for session in opened:
        session.close()
