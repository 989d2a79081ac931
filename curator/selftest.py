"""Proves that an installation works: Qt, worker, models, one face found and matched, SQLite."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic

from curator import __version__
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.records import AnalysisState
from curator.engine.sample import sample_folder
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace

_SECONDS = 120.0
"""How long the analysis of a handful of pictures may take on a slow, cold machine."""

_PERSON = ("Odalys", "Quent")
"""Somebody of the sample with several portraits."""


def main(arguments: Sequence[str]) -> int:
    """Checks each part, prints what was checked, and says whether all of it works.

    Args:
        arguments: ``--jobs N``, the number of workers; what is remembered about the person otherwise.

    Returns:
        0 when everything works, 1 otherwise.
    """
    jobs: int | None = None
    match list(arguments):
        case ["--jobs", number] if number.isascii() and number.isdecimal():
            jobs = max(1, int(number))
        case [_, *_]:
            print(f"curator --self-test takes no further words: {' '.join(arguments)}", file=sys.stderr)
            return 2
    print(f"Curator {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    works = True
    # On Windows a file that a virus scanner is looking at cannot be deleted; that fails no test.
    with tempfile.TemporaryDirectory(prefix="curator-self-test-", ignore_cleanup_errors=True) as folder:
        for name, check in _checks(Path(folder), jobs=jobs):
            try:
                print(f"ok      {name}: {check()}", flush=True)
            except Exception as error:  # whatever a broken installation comes up with
                works = False
                kind = "" if isinstance(error, CuratorError) else f"{type(error).__name__}: "
                print(f"FAILED  {name}: {kind}{error}", flush=True)
    print("Everything works." if works else "This installation does not work.")
    return 0 if works else 1


def _checks(folder: Path, *, jobs: int | None) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "window", _check_qt
    yield "catalogue", lambda: _check_sqlite(folder / "empty")
    yield "analysis", partial(_check_analysis, folder / "sample", jobs=jobs)


def _check_qt() -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QApplication

    from curator.ui.assets import load_fonts
    from curator.ui.theme import Scheme, apply_theme
    from curator.ui.widgets import text_label

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["curator"])
    load_fonts()
    apply_theme(application, Scheme.DARK)
    label = text_label("Curator")
    drawn = label.grab().toImage()
    colours = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}
    _demand(len(colours) > 1, "Nothing was drawn.")
    return f"Qt {qVersion()}, platform {QApplication.platformName()}, fonts and style loaded"


def _check_sqlite(folder: Path) -> str:
    with Catalogue.create(folder) as catalogue:
        pragmas = catalogue.pragmas()
        wanted = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
        _demand(pragmas == wanted, f"SQLite does not keep its promises: {pragmas}.")
        complaints = catalogue.complaints()
        _demand(not complaints, " ".join(complaints))
    shown = ", ".join(f"{name}={value}" for name, value in pragmas.items())
    return f"SQLite {Catalogue.sqlite_version()}, {shown}"


def _workers_wanted() -> int:
    """As many as the person lets run in the window; else one, which is enough for the check."""
    from platformdirs import PlatformDirs

    from curator.ui.preferences import FILE_NAME, Preferences

    path = PlatformDirs("curator", appauthor=False).user_config_path / FILE_NAME
    # A check makes no folder in anybody's home.
    return (Preferences(path).worker_limit if path.is_file() else None) or 1


def _check_analysis(folder: Path, *, jobs: int | None) -> str:
    given_name, surname = _PERSON
    *references, probe = sorted((sample_folder() / "politicians").glob(f"*/{given_name} {surname}/*"))
    ready = Event()
    with Workspace.open(
        folder, create=True, settings=WorkerSettings(count=jobs or _workers_wanted()), on_ready=ready.set
    ) as workspace:
        with workspace.catalogue.writing():
            whose = workspace.catalogue.politicians.add(
                given_name=given_name, surname=surname, country="", role=""
            )
        workspace.loads.add_portraits(whose, references)
        _work(workspace, ready)
        workspace.loads.load([probe])
        _work(workspace, ready)
        table = workspace.catalogue.submissions
        ids = table.ids()
        _demand(len(ids) == 1, f"There are {len(ids)} submissions instead of 1.")
        submission = table.get(ids[0])
        done = submission.state is AnalysisState.DONE
        _demand(done, submission.unreadable or "The picture was not analysed.")
        faces = workspace.catalogue.faces.of(submission.id)
        _demand(len(faces) == 1, f"There are {len(faces)} faces instead of 1.")
        _demand(bool(faces[0].matches), "The face was not compared.")
        nearest = faces[0].matches[0]
        _demand(nearest.politician_id == whose, "The face was matched with somebody else.")
        near = nearest.distance <= workspace.thresholds.match_claimed
        _demand(near, f"The face is {nearest.distance:.2f} from its own portraits, which is no match.")
        model = table.model_of(submission.id)
    return f"worker, models ({model}), one face found and matched at {nearest.distance:.2f} ({nearest.word})"


def _work(workspace: Workspace, ready: Event) -> None:
    until = monotonic() + _SECONDS
    workspace.analysis.pump()
    while workspace.busy:
        _demand(monotonic() < until, f"The worker did not answer within {_SECONDS:.0f} s.")
        ready.wait(1.0)
        ready.clear()
        tick = workspace.tick()
        for failure in tick.failures:
            raise failure
        for one in tick.refused_portraits:
            raise CuratorError(f"The portrait {one.file_name} was refused. {one.reason}")


def _demand(holds: bool, otherwise: str) -> None:
    """An assertion that ``python -O`` does not leave out.

    Raises:
        CuratorError: it does not hold.
    """
    if not holds:
        raise CuratorError(otherwise)
