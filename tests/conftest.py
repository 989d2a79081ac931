"""What all tests share: no window on a screen, a silent log, and catalogues that are quickly filled."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported anywhere: without a display it would end the interpreter, and with one
# the tests would open windows on it. Whoever wants to look on sets the variable by hand.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from filing import Clock, Filing
from hypothesis import settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from late import Late, Side
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.database import Connection
from curator.engine.export.gallery import pages
from curator.engine.sample import sample_folder
from curator.ui.garbage import collect_due

# Slow machines are no failure of a test; pytest's own time limit is one. The usual run tries the same
# examples everywhere: it says the same of the same tree. ``--hypothesis-profile search`` draws others.
settings.register_profile("curator", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("curator")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--late", type=Side, help="who pauses before each line: tests, or threads")


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()
    if config.getoption("late"):
        config.pluginmanager.register(Late(config.getoption("late")))
    for wait in (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil, QtBot.waitExposed, QtBot.waitActive):
        # The usual five seconds are little on a machine at work; what hangs is ended by pytest's own limit.
        wait.__kwdefaults__["timeout"] = 60_000
    config.addinivalue_line(
        "markers",
        "expects_log(*texts): log lines of WARNING and above with one of these texts, or all, are expected",
    )


def pytest_collection_finish() -> None:
    # Modules and tests live to the end: looking through them after each test takes longer than many a test.
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Cycles are collected between two tests, in the main thread, as the program does it."""
    yield
    collect_due()


@pytest.fixture(autouse=True)
def _silent_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log line that nobody expected fails the test; who asks for ``caplog`` looks at the log alone."""
    yield
    function = getattr(request, "function", None)
    names = function.__code__.co_varnames[: function.__code__.co_argcount] if function else ()
    if "caplog" in names:
        return
    # What the fake face finder says about itself with every worker that starts.
    expected = ["This is a fake."]
    for marker in request.node.iter_markers("expects_log"):
        expected += marker.args or [""]
    loud = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
        and not record.name.startswith("PIL.")  # complains of hostile pictures, which tests are full of
        and not any(text in record.getMessage() for text in expected)
    ]
    if loud:
        pytest.fail("Unexpected log lines:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real pictures beside the repository; whoever has none tests without them."""
    folder = Path(__file__).resolve().parents[1] / "../shared/data"
    if not folder.is_dir():
        pytest.skip("there are no real pictures beside the repository")
    return folder.resolve()


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample that ships with Curator: invented people and 24 submissions."""
    return sample_folder()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until it is told to go on."""
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the catalogue of ``catalogue`` lies."""
    return tmp_path / "catalogue"


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty catalogue, to be copied: making one waits for the disk again and again."""
    folder = tmp_path_factory.mktemp("blank") / "catalogue"
    Catalogue.create(folder).close()
    return folder


class _Templates(BytecodeCache):
    """Compiled templates, kept by what they say: compiling them takes longer than filling them in."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if (bucket.key, bucket.checksum) in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key, bucket.checksum])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(autouse=True, scope="session")
def _templates_are_compiled_once() -> Iterator[None]:
    """The gallery is written by many tests, each time from the same templates."""
    environment, kept = pages.environment, _Templates()

    def keeping(folder: Path) -> Environment:
        made = environment(folder)
        made.bytecode_cache = kept
        return made

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(pages, "environment", keeping)
        yield


@pytest.fixture(autouse=True)
def _files_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written as ever, but nobody waits for the disk: no test cuts the power to this process."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogues that are opened from now on do not wait for the disk either, whoever opens them."""
    make_durable = Connection.make_durable

    def make_writable(connection: Connection) -> None:
        make_durable(connection)
        connection.db.execute("PRAGMA synchronous = OFF")

    monkeypatch.setattr(Connection, "make_durable", make_writable)


@pytest.fixture
def catalogue(folder: Path, clock: Clock, blank: Path) -> Iterator[Catalogue]:
    """An empty catalogue that does not wait for the disk: no test cuts the power."""
    shutil.copytree(blank, folder)
    with Catalogue.open(folder, clock=clock) as opened:
        opened._connection.db.execute("PRAGMA synchronous = OFF")
        yield opened


@pytest.fixture
def filing(catalogue: Catalogue) -> Filing:
    """Files people, portraits and analysed submissions into ``catalogue``."""
    return Filing(catalogue)
