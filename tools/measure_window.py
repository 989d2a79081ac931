"""Measure how the window feels while it loads and analyses a folder of your own.

    python tools/measure_window.py PICTURES [--politicians FOLDER] [--jobs 2] [--stacks]

Opens a new catalogue in a temporary folder in the true window (without a screen unless
QT_QPA_PLATFORM says otherwise), loads the pictures with true workers, and presses a decision key
four times a second meanwhile. A gap is the time between two beats of a timer of 5 ms in the main
thread: what a key or a click would have waited for. A decision is measured from the key to the
painted next picture.
"""

import argparse
import faulthandler
import os
import re
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.app import App
from curator.engine.records import PortraitState
from curator.engine.workers.messages import WorkerSettings
from curator.ui.assets import load_fonts
from curator.ui.preferences import Preferences
from curator.ui.session import Progress, Session

BEAT_MS = 5
KEY_MS = 250
LATE_S = 0.05
"""A gap that a person could notice, and that is looked into."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--politicians", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stacks", action="store_true", help="say where the main thread was in long gaps")
    told = parser.parse_args()
    application = QApplication(["curator"])
    load_fonts()
    with tempfile.TemporaryDirectory(prefix="curator-measure-") as name:
        home = Path(name)
        app = App(
            application=application,
            preferences=Preferences(home / "curator.ini"),
            data_folder=home / "data",
            log_file=home / "curator.log",
            settings=WorkerSettings(count=told.jobs),
        )
        app.window.setWindowState(Qt.WindowState.WindowNoState)
        app.window.show()
        # When it is there: before, it would be as large as the screen at most, which may be a made-up one.
        app.window.resize(1366, 768)
        assert app.open(home / "catalogue", create=True)
        app.window.activateWindow()
        if told.politicians is not None:
            session = app.window.session
            assert session is not None
            session.people.import_from(told.politicians)
            # Portraits are no submissions: they are done when each was accepted or refused.
            wait(session, lambda _progress: waiting_portraits(session) == 0)
            print(f"{sum(session.people.portrait_counts().values())} reference portraits accepted")
        measure(app, told.pictures, stacks=told.stacks)
        app.window.close()


def measure(app: App, pictures: Path, *, stacks: bool) -> None:
    session, review = app.window.session, app.window.review
    assert session is not None
    assert review is not None
    heart, keys = Heart(watched=stacks), Keys(app)
    loaded: list[float] = []
    began = perf_counter()
    session.load_ended.connect(lambda _end: loaded.append(perf_counter() - began))
    heart.start()
    keys.start()
    session.load([pictures])
    wait(session, lambda progress: bool(loaded) and not progress.pending)
    analysed = perf_counter() - began
    keys.stop()
    heart.stop()
    total = session.counts().total
    print(f"{total} pictures, {total / analysed:.1f} a second; {len(keys.seconds)} decisions meanwhile")
    print(
        f"of a gap the main thread itself worked at most {1000 * max(heart.busy):.0f} ms,"
        f" in 99 of 100 at most {1000 * share(heart.busy, 0.99):.0f} ms"
    )
    if stacks:
        heart.print_places()
    print(
        f"loaded={total} load_s={loaded[0]:.2f} analyse_s={analysed:.2f}"
        f" longest_gap_ms={1000 * max(heart.gaps):.0f} gap_p99_ms={1000 * share(heart.gaps, 0.99):.0f}"
        f" decide_p50_ms={1000 * share(keys.seconds, 0.5):.0f}"
        f" decide_p95_ms={1000 * share(keys.seconds, 0.95):.0f}"
    )


def waiting_portraits(session: Session) -> int:
    everybody = [one for who in session.people.all() for one in session.people.portraits(who.id)]
    return sum(one.state is PortraitState.PENDING for one in everybody)


def wait(session: Session, done: Callable[[Progress], bool]) -> None:
    """Runs the event loop until the session's progress says that it is done."""
    loop = QEventLoop()

    def look(progress: Progress) -> None:
        if progress.loading is None and done(progress):
            loop.quit()

    session.progressed.connect(look)
    loop.exec()
    session.progressed.disconnect(look)


def share(values: list[float], part: float) -> float:
    """The value that so large a part of all values does not exceed; 0 without any."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


class Heart:
    """Beats in the main thread; a second thread looks where that is when a beat is late.

    Attributes:
        gaps: seconds between two beats.
        busy: seconds of processor time that the main thread used in each; the rest of a gap it
            waited, for the disk, for other threads, or for other programs on a busy computer.
    """

    def __init__(self, *, watched: bool) -> None:
        self.gaps: list[float] = []
        self.busy: list[float] = []
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = self._worked = 0.0
        self._places: Counter[str] = Counter()
        self._stopped = threading.Event()
        self._main = threading.get_ident()
        self._watch = threading.Thread(target=self._look, daemon=True) if watched else None

    def start(self) -> None:
        """Begins to beat."""
        self._last, self._worked = perf_counter(), thread_time()
        self._timer.start()
        if self._watch is not None:
            self._watch.start()

    def stop(self) -> None:
        """Ends it."""
        self._timer.stop()
        self._stopped.set()

    def print_places(self) -> None:
        """Prints where the main thread was in long gaps, the most frequent places first."""
        late = [gap for gap in self.gaps if gap > LATE_S]
        print(f"{len(late)} gaps over {1000 * LATE_S:.0f} ms; where the main thread was then:")
        for place, count in self._places.most_common(12):
            print(f"{count:5}  {place}")

    def _beat(self) -> None:
        now, worked = perf_counter(), thread_time()
        self.gaps.append(now - self._last)
        self.busy.append(worked - self._worked)
        self._last, self._worked = now, worked

    def _look(self) -> None:
        while not self._stopped.wait(0.01):
            if perf_counter() - self._last > LATE_S:
                self._places[self._place()] += 1

    def _place(self) -> str:
        # Not sys._current_frames(): whoever holds a frame keeps its painter alive beyond the painting.
        with tempfile.TemporaryFile() as file:
            faulthandler.dump_traceback(file)
            file.seek(0)
            dumped = file.read().decode()
        (main,) = (one for one in dumped.split("\n\n") if f"{self._main:016x}" in one.partition("\n")[0])
        calls = re.findall(r'File ".*/(\w+)\.py", line (\d+) in (\w+)', main)
        inside = [f"{file}.{name}:{line}" for file, line, name in calls if file != Path(__file__).stem]
        return " < ".join(inside[:6]) or "Qt"


class Keys(QObject):
    """Skips what is on the desk, again and again, and times the way to the next picture."""

    def __init__(self, app: App) -> None:
        super().__init__()
        assert app.window.review is not None
        self.seconds: list[float] = []
        self._window, self._desk = app.window, app.window.review.desk
        self._pressed: float | None = None
        self._timer = QTimer(interval=KEY_MS)
        self._timer.timeout.connect(self._press)
        self._desk.canvas.installEventFilter(self)

    def start(self) -> None:
        """Begins to press."""
        self._timer.start()

    def stop(self) -> None:
        """Ends it."""
        self._timer.stop()

    def _press(self) -> None:
        if self._desk.submission_id is None or self._pressed is not None:
            return
        self._pressed = perf_counter()
        QTest.keyClick(self._window.windowHandle(), Qt.Key.Key_S)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the next picture being painted."""
        if event.type() == QEvent.Type.Paint and self._pressed is not None:
            self.seconds.append(perf_counter() - self._pressed)
            self._pressed = None
        return False


if __name__ == "__main__":
    main()
