"""What the journeys share: people at windows, and finders that workers can import."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from person import FAKE, Person
from pytestqt.qtbot import QtBot
from stray_windows import no_stray_windows

from curator.engine.workers.messages import WorkerSettings

Arrive = Callable[..., Person]


@pytest.fixture
def finders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets worker processes find the fake face finders."""
    tests = Path(__file__).parents[1]
    for folder in (tests, tests / "engine"):
        monkeypatch.syspath_prepend(str(folder))


@pytest.fixture
def arrive(tmp_path: Path, finders: None, hasty: None, qtbot: QtBot) -> Iterator[Arrive]:
    """Starts the program; each time it is the same person in the same home."""
    people: list[Person] = []

    def start(*, settings: WorkerSettings = FAKE) -> Person:
        people.append(Person(tmp_path / "home", settings=settings, qtbot=qtbot))
        return people[-1]

    with no_stray_windows():
        yield start
    for one in people:
        one.leave()


@pytest.fixture
def person(arrive: Arrive) -> Person:
    """Somebody at the start page."""
    return arrive()
