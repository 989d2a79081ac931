"""Measures the review desk in the true window, with 1,000 and with 100,000 submissions.

    python tools/make_catalogue.py small --submissions 1000
    python tools/make_catalogue.py large --submissions 100000
    python tools/bench_desk.py small large [--rounds 3] [--decisions 300]

Works on copies of the databases; the given catalogues are not touched. Every start is a process of
its own, without a screen unless DISPLAY or QT_QPA_PLATFORM say otherwise, and keys and clicks take
the way of a person's. Each figure stands beside a bare equivalent measured in the same run:

- from the start of the process to the first picture on the screen, beside a process that shows an
  empty PySide6 window;
- from the call that opens the catalogue to the first picture, of the large one beside the small one;
- from a decision's key to the painted next picture (all that is told about it follows), beside a plain
  SQLite commit (WAL, synchronous=FULL) and the decoding of one preview;
- filters, search and scrolling, from the click, the last letter or the turn of the wheel to the
  painted list, in milliseconds;
- memory of the window's process at its end (resident, as the system counts it).

Before all that, 1,000 keys are pressed at fifteen a second without waiting for anything, and the log is
compared with what lay on the desk at each press: every decision there, none twice, none about another
picture.

The last line holds what is compared from one version to the next.
"""

import argparse
import gc
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, time
from typing import TYPE_CHECKING, Any

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from curator.app import App

SIZE = (1366, 768)
SEARCHES = 12
RAPID, RAPID_MS = 1000, 1000 / 15
"""Decisions in a row, and the time between two of them: faster than anybody looks."""
SCROLLS = 200
FILTERS = 40


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("small", type=Path, help="catalogue with 1,000 submissions")
    parser.add_argument("large", type=Path, help="catalogue with 100,000 submissions")
    parser.add_argument("--rounds", type=int, default=3, help="starts of each kind; medians are compared")
    parser.add_argument("--decisions", type=int, default=300)
    parser.add_argument("--child", choices=("empty", "open", "drive"), help=argparse.SUPPRESS)
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.child == "empty":
        show_empty_window(told.began)
    elif told.child == "open":
        open_and_close(told.large, began=told.began)
    elif told.child == "drive":
        drive(told.large, decisions=told.decisions)
    else:
        compare(told.small, told.large, rounds=told.rounds, decisions=told.decisions)


# ---------------------------------------------------------------- the parent


def compare(small: Path, large: Path, *, rounds: int, decisions: int) -> None:
    """Runs everything, alternating between the kinds, and prints it."""
    with tempfile.TemporaryDirectory(prefix="curator-bench-") as name:
        home = Path(name)
        small, large = copied(small, home / "small"), copied(large, home / "large")
        starts: dict[str, list[dict[str, float]]] = {"empty": [], "small": [], "large": []}
        for _ in range(rounds + 1):
            starts["empty"].append(child("empty", small, home=home))
            starts["small"].append(child("open", small, home=home))
            starts["large"].append(child("open", large, home=home))
        # The first of each kind reads programs and catalogues from the disk.
        starts = {kind: found[1:] for kind, found in starts.items()}
        driven = child("drive", large, home=home, decisions=decisions)
        bare = bare_decision(large)
    empty = median(one["shown"] for one in starts["empty"])
    shown = {kind: median(one["shown"] for one in starts[kind]) for kind in starts}
    opened = {kind: median(one["opened"] for one in starts[kind]) for kind in ("small", "large")}
    print(
        f"to the empty window: {ms(empty)}; to the first picture of 1,000: {ms(shown['small'])},"
        f" of 100,000: {ms(shown['large'])}"
    )
    print(f"of that, opening 1,000: {ms(opened['small'])}, opening 100,000: {ms(opened['large'])}")
    print(
        f"a decision to the next picture: p50 {ms(driven['decide_p50'])}, p95 {ms(driven['decide_p95'])},"
        f" longest {ms(driven['decide_max'])} of {decisions}; to all that is told about it:"
        f" p50 {ms(driven['told_p50'])}, p95 {ms(driven['told_p95'])};"
        f" plain commit and decoding of a preview: {ms(bare)}"
    )
    print(
        f"filter: p50 {ms(driven['filter_p50'])}, p95 {ms(driven['filter_p95'])};"
        f" search: p50 {ms(driven['search_p50'])}, p95 {ms(driven['search_p95'])}"
        f" (with the {driven['search_wait']:.0f} ms that it waits for another letter)"
    )
    print(
        f"{driven['rapid_pressed']:.0f} keys at fifteen a second:"
        f" {driven['rapid_logged']:.0f} decisions logged,"
        f" {driven['rapid_twice']:.0f} twice, {driven['rapid_wrong']:.0f} about another picture"
    )
    print(f"scrolling: a frame p50 {ms(driven['scroll_p50'])}, p95 {ms(driven['scroll_p95'])}")
    print(
        f"open_ratio={opened['large'] / opened['small']:.2f} start_ratio={shown['small'] / empty:.2f}"
        f" decide_p95_ms={1000 * driven['decide_p95']:.1f} decide_ratio={driven['decide_p50'] / bare:.2f}"
        f" filter_p95_ms={1000 * driven['filter_p95']:.1f} memory_mb={driven['memory']:.0f}"
    )


def copied(catalogue: Path, to: Path) -> Path:
    """A catalogue with a database of its own and the same pictures."""
    to.mkdir()
    shutil.copy(catalogue / "catalogue.db", to)
    (to / "media").symlink_to((catalogue / "media").resolve(), target_is_directory=True)
    return to


def child(kind: str, catalogue: Path, *, home: Path, decisions: int = 0) -> dict[str, float]:
    """Runs one measurement in a process of its own; the clock starts with the process."""
    command = [sys.executable, __file__, str(catalogue), str(catalogue), "--child", kind]
    command += ["--decisions", str(decisions), "--began", repr(time())]
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    # As an installed program has it: Python's code is compiled once, not at each start.
    environment |= {"PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if told.returncode:
        sys.exit(f"{kind} failed:\n{told.stderr}")
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def bare_decision(catalogue: Path) -> float:
    """Median seconds of a plain commit and of decoding one preview: what no desk can do without."""
    from PySide6.QtGui import QImage

    previews = sorted(catalogue.glob("media/previews/**/*.jpg"))[:50]
    if not previews:
        sys.exit("There are no previews beside the catalogue.")
    database = sqlite3.connect(catalogue / "bare.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE decisions (id INTEGER PRIMARY KEY, verdict TEXT)")
    taken = []
    for preview in previews:
        began = perf_counter()
        with database:
            database.execute("INSERT INTO decisions (verdict) VALUES ('approved')")
        QImage(str(preview))
        taken.append(perf_counter() - began)
    database.close()
    return median(taken)


# ---------------------------------------------------------------- the children


def show_empty_window(began: float) -> None:
    """What any PySide6 program needs: an application and a window with a word in it."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    label = QLabel("Empty")
    window.setCentralWidget(label)
    window.resize(*SIZE)
    painted = Painted(label)
    painted.after(window.show)
    print(json.dumps({"shown": time() - began}))
    application.quit()


def open_and_close(catalogue: Path, *, began: float) -> None:
    """Starts the program with a catalogue, until the first picture is on the screen."""
    app = start()
    opening = perf_counter()
    open_catalogue(app, catalogue)
    print(json.dumps({"shown": time() - began, "opened": perf_counter() - opening}))
    app.window.close()


def drive(catalogue: Path, *, decisions: int) -> None:
    """Decides, filters, searches and scrolls as a person would, and says how long each took."""
    app = start()
    open_catalogue(app, catalogue)
    figures = dict[str, float]()
    figures |= rapid(app, RAPID)
    pictures, everything = zip(*decided(app, decisions), strict=True)
    for name, taken in (
        ("decide", pictures),
        ("told", everything),
        ("filter", list(filtered(app))),
        ("search", list(searched(app))),
        ("scroll", list(scrolled(app))),
    ):
        figures[f"{name}_p50"], figures[f"{name}_p95"] = share(taken, 0.5), share(taken, 0.95)
        figures[f"{name}_max"] = max(taken)
    from curator.ui.queue.view import SEARCH_MS

    figures["search_wait"] = SEARCH_MS
    figures["memory"] = resident_megabytes()
    print(json.dumps(figures))
    app.window.close()


def start() -> "App":
    """The program as ``curator.__main__`` starts it, with preferences in the folder that HOME names."""
    gc.disable()
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from curator.app import App
    from curator.engine.workers.messages import WorkerSettings
    from curator.ui.assets import load_fonts
    from curator.ui.preferences import Preferences

    application = QApplication(["curator"])
    load_fonts()
    home = Path(os.environ["HOME"])
    app = App(
        application=application,
        preferences=Preferences(home / "curator.ini"),
        data_folder=home / "data",
        log_file=home / "curator.log",
        settings=WorkerSettings(count=1),
    )
    app.garbage.settle()
    app.window.setWindowState(Qt.WindowState.WindowNoState)
    app.window.resize(*SIZE)
    app.window.show()
    # Once more: at first it is as large as the screen at most, which may be a made-up one.
    app.window.resize(*SIZE)
    return app


def open_catalogue(app: "App", catalogue: Path) -> None:
    """Opens it and waits until its first picture is painted."""
    if not app.open(catalogue):
        sys.exit(f"{catalogue} cannot be opened.")
    assert app.window.review is not None
    canvas = app.window.review.desk.canvas
    Painted(canvas).after(canvas.update, wanted=lambda: canvas.content.image is not None)
    app.window.activateWindow()


def rapid(app: "App", count: int) -> dict[str, float]:
    """Presses decision keys on and on, and compares the log with what lay on the desk at each press."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest

    review, session = app.window.review, app.window.session
    assert review is not None
    assert session is not None
    keys = {"S": ("skipped", None), "M": ("rejected", "several_faces"), "O": ("rejected", "no_face")}
    before = session.log(limit=1)
    pressed: list[tuple[int | None, str, str | None]] = []
    loop = QEventLoop()
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=round(RAPID_MS))

    def press() -> None:
        if len(pressed) == count:
            loop.quit()
            return
        letter = tuple(keys)[len(pressed) * 7 % len(keys)]
        pressed.append((review.desk.submission_id, *keys[letter]))
        QTest.keyClick(app.window.windowHandle(), letter)

    timer.timeout.connect(press)
    timer.start()
    loop.exec()
    timer.stop()
    newest = 0 if not before else before[0].id
    rows = [row for row in reversed(session.log(limit=count + 1)) if row.id > newest]
    logged = [(int(row.submission_id), row.verdict.value, row.reason and row.reason.value) for row in rows]
    return {
        "rapid_pressed": len(pressed),
        "rapid_logged": len(logged),
        "rapid_twice": len(logged) - len({one[0] for one in logged}),
        "rapid_wrong": sum(one != other for one, other in zip(pressed, logged, strict=False)),
    }


def decided(app: "App", count: int) -> Iterator[tuple[float, float]]:
    """Seconds from the key to the painted next picture, and to all that is told about it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    review = app.window.review
    assert review is not None
    desk, canvas = review.desk, review.desk.canvas
    painted = Painted(canvas)
    keys = (Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_O, Qt.Key.Key_U)
    for number in range(count):
        before = desk.submission_id
        began = perf_counter()
        picture = painted.after(
            partial(QTest.keyClick, app.window.windowHandle(), keys[number % len(keys)]),
            wanted=lambda before=before: desk.submission_id != before and canvas.content.image is not None,
        )
        QApplication.processEvents()
        yield picture, perf_counter() - began
        # As long as a quick person looks at a picture.
        rest(60)


def filtered(app: "App") -> Iterator[float]:
    """Seconds from the click on a filter to the painted list."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from curator.ui.queue.nothing import NothingListed
    from curator.ui.queue.view import SCOPES
    from curator.ui.widgets import Chip

    review = app.window.review
    assert review is not None
    queue = review.queue
    painted = Painted(list_of(queue).viewport(), *queue.findChildren(NothingListed))
    chips = [chip for chip in queue.findChildren(Chip) if chip.isVisible()]
    for number in range(FILTERS):
        turn, off = divmod(number, 2)
        if turn % 4 == 3:
            # Another verdict, and back to what is to be reviewed.
            act = partial(queue.set_scope, 0 if off else 1 + turn // 4 % (len(SCOPES) - 1))
        else:
            act = partial(QTest.mouseClick, chips[turn % len(chips)], Qt.MouseButton.LeftButton)
        yield painted.after(act, wanted=lambda before=queue.filter: queue.filter != before, most=1.0)
        rest(30)
    queue.set_scope(0)


def searched(app: "App") -> Iterator[float]:
    """Seconds from the last letter of a search to the painted list, with the wait for another letter."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from curator.ui.queue.nothing import NothingListed

    review = app.window.review
    assert review is not None
    review.queue.focus_search()
    field = QApplication.focusWidget()
    painted = Painted(list_of(review.queue).viewport(), *review.queue.findChildren(NothingListed))
    for word in words_of(app):
        QTest.keyClicks(field, word[:-1])
        yield painted.after(
            partial(QTest.keyClicks, field, word[-1]),
            wanted=lambda word=word: review.queue.filter.text.strip() == word,
            most=2.0,
        )
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        rest(300)
    QTest.keyClick(field, Qt.Key.Key_Escape)


def words_of(app: "App") -> list[str]:
    """Beginnings of names and files that the queue holds, of one to four letters."""
    session, review = app.window.session, app.window.review
    assert session is not None
    assert review is not None
    ids = session.ids(review.queue.filter)
    rows = session.rows(ids[:: max(1, len(ids) // SEARCHES)])
    words = [row.claimed.rpartition(" ")[2] or row.file_name for row in rows.values()]
    # Keys are pressed as on an English keyboard.
    typed = [word for word in words if word[:4].isascii()]
    return [word[: 1 + number % 4] for number, word in enumerate(typed)][:SEARCHES]


def scrolled(app: "App") -> Iterator[float]:
    """Seconds from a turn of the wheel to the painted list, far down and page by page."""
    review = app.window.review
    assert review is not None
    view = list_of(review.queue)
    bar = view.verticalScrollBar()
    painted = Painted(view.viewport())
    for number in range(SCROLLS):
        far = number % 10 == 9
        to = (bar.value() + (bar.maximum() // 7 if far else 220)) % max(1, bar.maximum())
        yield painted.after(partial(bar.setValue, to), most=1.0)
        rest(4)


def list_of(queue: "QWidget") -> Any:
    """The list of submissions among the widgets of the queue."""
    from PySide6.QtWidgets import QAbstractItemView

    return next(one for one in queue.findChildren(QAbstractItemView) if one.isVisible())


def rest(milliseconds: int) -> None:
    """Lets the program run on; QTest's own waiting would keep its threads from running too."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Painted:
    """Waits for one of several widgets to be painted."""

    def __init__(self, *widgets: "QWidget") -> None:
        from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
        from PySide6.QtWidgets import QAbstractScrollArea

        watch = self

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() != QEvent.Type.Paint or watch.wanted is None:
                    return False
                if isinstance(watched.parent(), QAbstractScrollArea):
                    # Its area paints it, after this filter: looked at once that is over.
                    QTimer.singleShot(0, watch.look)
                    return False
                watched.event(event)
                watch.look()
                return True

        self.wanted: Callable[[], bool] | None = None
        self._seen: float | None = None
        self._loop = QEventLoop()
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._loop.quit)
        self._filter = Filter()
        for widget in widgets:
            widget.installEventFilter(self._filter)

    def after(
        self, act: Callable[[], object], *, wanted: Callable[[], bool] = lambda: True, most: float = 30.0
    ) -> float:
        """Does something; seconds from its beginning until the widget is painted while ``wanted`` holds.

        ``most`` is how long to wait, in seconds.
        """
        self.wanted, self._seen = wanted, None
        began = perf_counter()
        act()
        if self._seen is None:
            self._timer.start(round(1000 * most))
            self._loop.exec()
            self._timer.stop()
        self.wanted = None
        if self._seen is None:
            sys.exit(f"Nothing was painted for {most} s.")
        return self._seen - began

    def look(self) -> None:
        """Ends the waiting if what was waited for holds."""
        if self._seen is None and self.wanted is not None and self.wanted():
            self._seen = perf_counter()
            self._loop.quit()


# ---------------------------------------------------------------- figures


def share(values: Sequence[float], part: float) -> float:
    """The value that so large a part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def ms(seconds: float) -> str:
    """``12.3 ms``."""
    return f"{1000 * seconds:.1f} ms"


def resident_megabytes() -> float:
    """Memory of this process that is not swapped out; of Linux, elsewhere the largest ever."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
