"""What goes wrong in the life of a curator: each time a sentence, and nothing that was done is lost."""

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filing import Clock, Filing
from person import Person, save_picture
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.deciding.decisions import decide, undo
from curator.engine.errors import CatalogueError, CuratorError
from curator.engine.media import MediaStore
from curator.engine.records import AnalysisState, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.ui.queue.view import SCOPES

ROOT = Path(__file__).parents[2]
EVERYTHING = len(SCOPES) - 1
DIES = 31
"""The width of a picture that kills the worker which looks at it."""

Arrive = Callable[..., Person]

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "catalogue"


@pytest.fixture
def reviewing(person: Person, folder: Path, tmp_path: Path) -> Person:
    """Somebody with four analysed submissions, the first of which is on the desk."""
    for number in range(4):
        save_picture(tmp_path / f"received/{number}.png", seed=number, grey=60 + 40 * number)
    assert person.open(folder, create=True)
    person.session.load([tmp_path / "received"])
    person.wait_until_done(total=4)
    person.wait_for(person.review.desk.shown, lambda: person.on_desk is not None)
    return person


def states(person: Person) -> dict[str, AnalysisState]:
    rows = person.session.rows(person.session.ids(SubmissionFilter()))
    return {row.file_name: row.state for row in rows.values()}


# ---------------------------------------------------------------- opening


def test_a_catalogue_that_is_open_elsewhere(person: Person, folder: Path) -> None:
    Catalogue.create(folder).close()
    holds = (
        "import sys; from pathlib import Path; from curator.engine.catalogue import Catalogue\n"
        "with Catalogue.open(Path(sys.argv[1])):\n    print('open', flush=True)\n    sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holds, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert not person.open(folder)
        assert "already open in another Curator" in person.told
        assert person.window.session is None
        other.communicate()
    assert person.open(folder)


def test_a_catalogue_of_a_newer_curator(person: Person, folder: Path) -> None:
    Catalogue.create(folder).close()
    with sqlite3.connect(folder / "catalogue.db") as newer:
        (table,) = newer.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE '%migrations%' AND type = 'table'"
        )
        newer.execute(
            f"INSERT INTO {table[0]} (migration_set, name, applied_at)"
            " VALUES ('curator', '9999_from_tomorrow', '2030-01-01')"
        )
    newer.close()
    before = (folder / "catalogue.db").read_bytes()
    assert not person.open(folder)
    assert "newer Curator" in person.told
    assert (folder / "catalogue.db").read_bytes() == before
    assert person.window.session is None


def test_what_went_wrong_before_is_not_told_of_the_catalogue_that_was_opened_after(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    assert not person.open(tmp_path / "not there")
    assert person.told
    assert person.open(folder, create=True)
    assert person.told == ""


def test_the_sample_does_not_take_the_place_of_ones_own_catalogue(
    person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.app.fill_with_sample", lambda _workspace: None)
    assert person.open(folder, create=True)
    assert person.app.open_sample()
    assert person.preferences.last_catalogue == folder.absolute()


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_that_cannot_be_written_to(
    person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch, create: bool
) -> None:
    if not create:
        Catalogue.create(folder).close()

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    # Whoever runs the tests may be allowed to write everywhere.
    with monkeypatch.context() as read_only:
        read_only.setattr("curator.engine.catalogue.catalogue.FileLock.acquire", refuse)
        assert not person.open(folder, create=create)
    assert "cannot write to" in person.told
    assert person.window.session is None


def test_a_folder_without_a_catalogue_is_told_and_the_open_one_is_closed(
    reviewing: Person, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert not reviewing.open(tmp_path / "empty")
    assert "There is no catalogue in" in reviewing.told
    assert reviewing.window.session is None
    assert reviewing.open(tmp_path / "catalogue")
    assert reviewing.session.counts().total == 4


def test_a_damaged_sample_leaves_no_catalogue_open(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_workspace: object) -> None:
        raise CuratorError("A part of the program is missing.", advice="Install it again.")

    with monkeypatch.context() as damaged:
        damaged.setattr("curator.app.fill_with_sample", fail)
        assert not person.app.open_sample()
    assert person.told == "A part of the program is missing. Install it again."
    with Catalogue.open(tmp_path / "home/data/sample"):
        pass


def test_opening_a_catalogue_opens_no_other_window_and_the_keys_are_the_desks(
    reviewing: Person, folder: Path, qtbot: QtBot
) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: Any, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                shown.append(type(watched).__qualname__)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    try:
        assert reviewing.open(folder)
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert shown == []
    assert QApplication.focusWidget() is reviewing.review.desk.canvas


# ---------------------------------------------------------------- deciding


class FillingDisk(sqlite3.Connection):
    """A connection whose disk can be made full."""

    full = False

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        if FillingDisk.full and sql == "COMMIT":
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        return super().execute(sql, *args)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> type[FillingDisk]:
    connect = sqlite3.connect

    def connect_to_disk(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        return connect(*args, **kwargs, factory=FillingDisk)

    monkeypatch.setattr("curator.engine.catalogue.database.sqlite3.connect", connect_to_disk)
    monkeypatch.setattr(FillingDisk, "full", False)
    return FillingDisk


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_R, Qt.Key.Key_U])
def test_a_full_disk_leaves_the_picture_on_the_desk(
    disk: type[FillingDisk], request: pytest.FixtureRequest, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewing: Person = request.getfixturevalue("reviewing")
    shown, counts = reviewing.on_desk, reviewing.session.counts()
    listed = reviewing.session.ids(SubmissionFilter())
    monkeypatch.setattr(disk, "full", True)
    reviewing.press(key)
    assert "is full" in reviewing.told
    assert "Free some space" in reviewing.told
    assert reviewing.on_desk == shown
    assert reviewing.review.queue.current == shown
    assert not reviewing.review.desk.canvas.veiled
    assert reviewing.session.counts() == counts
    assert reviewing.session.ids(SubmissionFilter()) == listed
    assert reviewing.session.log(limit=9) == ()
    monkeypatch.setattr(disk, "full", False)
    reviewing.press(key)
    assert [one.submission_id for one in reviewing.session.log(limit=9)] == [shown]
    assert reviewing.on_desk != shown


def test_a_full_disk_during_the_analysis_pauses_it_and_it_goes_on_later(
    disk: type[FillingDisk], request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewing: Person = request.getfixturevalue("reviewing")
    reviewing.session.pause()
    for number in range(3):
        save_picture(tmp_path / f"more/{number}.png", seed=50 + number)
    reviewing.session.load([tmp_path / "more"])
    reviewing.wait_for(reviewing.session.load_ended, lambda: reviewing.session.counts().total == 7)
    monkeypatch.setattr(disk, "full", True)
    reviewing.session.resume()
    reviewing.wait_for(reviewing.session.failed, lambda: "is full" in reviewing.told)
    assert reviewing.session.progress().paused
    monkeypatch.setattr(disk, "full", False)
    reviewing.session.resume()
    reviewing.wait_until_done(total=7)
    assert set(states(reviewing).values()) == {AnalysisState.DONE}


# ---------------------------------------------------------------- disks that are truly full, or gone


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes, for those who may make one."""
    place = tmp_path / "stick"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may make disks")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("no disk may be made here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=False)


def fill(place: Path) -> Path:
    """Writes until nothing more fits."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def test_a_disk_that_is_full_takes_no_decision_and_no_picture_and_loses_none(
    person: Person, small_disk: Path, tmp_path: Path
) -> None:
    for number in range(4):
        save_picture(tmp_path / f"received/{number}.png", seed=number, grey=60 + 40 * number)
    folder = small_disk / "catalogue"
    assert person.open(folder, create=True)
    person.session.load([tmp_path / "received"])
    person.wait_until_done(total=4)
    person.wait_for(person.review.desk.shown, lambda: person.on_desk is not None)
    person.press(Qt.Key.Key_S)
    kept = person.session.log(limit=9)
    assert len(kept) == 1
    filler = fill(small_disk)
    shown = person.on_desk
    # What SQLite has still room for, it may take; then it says so.
    for _ in range(2000):
        if not person.session.decide([kept[0].submission_id], Verdict.SKIPPED):
            break
    assert "is full" in person.told
    assert person.on_desk == shown
    saved = person.session.log(limit=3000)
    save_picture(tmp_path / "more/new.png", seed=9)
    person.session.load([tmp_path / "more"])
    person.wait_for(person.session.load_ended, lambda: person.session.progress().loading is None)
    assert "is full" in person.told
    assert person.session.counts().total == 4
    filler.unlink()
    person.press(Qt.Key.Key_S)
    assert len(person.session.log(limit=3000)) == len(saved) + 1
    person.leave()
    with Catalogue.open(folder) as catalogue:
        assert catalogue.complaints() == ()
        assert len(list(catalogue.decisions.everything())) == len(saved) + 1


def test_opening_a_catalogue_on_a_disk_without_any_room_says_so(person: Person, small_disk: Path) -> None:
    Catalogue.create(small_disk / "catalogue").close()
    fill(small_disk)
    assert not person.open(small_disk / "catalogue")
    assert "is full" in person.told


def test_a_disk_that_cannot_be_written_to(person: Person, small_disk: Path) -> None:
    Catalogue.create(small_disk / "catalogue").close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert not person.open(small_disk / "catalogue")
    assert "cannot write to" in person.told
    assert person.window.session is None
    assert not person.open(small_disk / "new", create=True)
    assert "cannot write to" in person.told


def test_a_catalogue_that_goes_away_while_it_is_open_saves_nothing_until_it_is_back(
    reviewing: Person, folder: Path, tmp_path: Path
) -> None:
    reviewing.press(Qt.Key.Key_S)
    shown, counts = reviewing.on_desk, reviewing.session.counts()
    folder.rename(tmp_path / "elsewhere")
    reviewing.press(Qt.Key.Key_S)
    assert "is no longer where it was" in reviewing.told
    assert "Connect its disk again" in reviewing.told
    assert reviewing.on_desk == shown
    assert reviewing.session.counts() == counts
    (tmp_path / "elsewhere").rename(folder)
    reviewing.press(Qt.Key.Key_S)
    assert reviewing.on_desk != shown
    reviewing.leave()
    with Catalogue.open(folder) as catalogue:
        assert catalogue.complaints() == ()
        assert len(list(catalogue.decisions.everything())) == 2


def test_another_catalogue_in_its_place_gets_nothing_of_it(
    reviewing: Person, folder: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "elsewhere")
    shutil.copytree(tmp_path / "elsewhere", folder)
    reviewing.press(Qt.Key.Key_S)
    assert "is no longer where it was" in reviewing.told
    reviewing.leave()
    with Catalogue.read(folder) as catalogue:
        assert list(catalogue.decisions.everything()) == []


def test_a_clock_that_was_set_back_changes_no_order(
    catalogue: Catalogue, filing: Filing, clock: Clock
) -> None:
    ids = [filing.submission() for _ in range(3)]
    for one in ids:
        decide(catalogue, [one], verdict=Verdict.SKIPPED, curator="Ann", thresholds=Thresholds())
        clock.advance(days=-400)
    undo(catalogue, curator="Ann")
    assert [row.submission_id for row in catalogue.decisions.latest(limit=9)] == [ids[2], *reversed(ids)]
    assert [catalogue.submissions.get(one).verdict for one in ids] == [
        *(Verdict.SKIPPED, Verdict.SKIPPED, Verdict.UNDECIDED)
    ]
    assert catalogue.complaints() == ()


def test_what_an_interrupted_run_left_is_swept_although_the_clock_was_set_back(tmp_path: Path) -> None:
    (tmp_path / "media/temporary").mkdir(parents=True)
    for name, days in (("arriving-1", 400), ("arriving-2", -400)):
        left = tmp_path / "media/temporary" / name
        left.touch()
        moment = time.time() + days * 86_400
        os.utime(left, (moment, moment))
    assert MediaStore(tmp_path / "media").sweep_temporary() == 2


# ---------------------------------------------------------------- pictures


def test_files_that_are_no_pictures_cost_nobody_else_anything(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    received = tmp_path / "received"
    whole = save_picture(received / "whole.png", seed=1)
    (received / "cut.png").write_bytes(whole.read_bytes()[:60])
    (received / "letter.jpg").write_text("Dear Sir or Madam")
    (received / "nothing.jpg").write_bytes(b"")
    assert person.open(folder, create=True)
    person.session.load([received])
    person.wait_until_done(total=3)
    assert "1 refused" in person.told
    assert "nothing.jpg" in person.told
    assert states(person) == {
        "whole.png": AnalysisState.DONE,
        "cut.png": AnalysisState.UNREADABLE,
        "letter.jpg": AnalysisState.UNREADABLE,
    }
    unreadable = next(
        one
        for one, row in person.session.rows(person.session.ids(SubmissionFilter())).items()
        if row.file_name == "letter.jpg"
    )
    person.review.queue.show_submission(unreadable)
    assert person.review.desk.canvas.content.broken
    person.press(Qt.Key.Key_A)
    assert "letter.jpg cannot be approved" in person.told
    assert person.on_desk == unreadable
    person.press(Qt.Key.Key_R)
    row = person.session.rows([unreadable])[unreadable]
    assert (row.verdict, row.reason) == (Verdict.REJECTED, Reason.UNREADABLE)


def test_a_picture_that_kills_its_worker_costs_itself_alone(
    person: Person, folder: Path, tmp_path: Path
) -> None:
    for number in range(6):
        save_picture(tmp_path / f"received/{number}.png", seed=number, width=DIES if number == 2 else 160)
    assert person.open(folder, create=True)
    person.session.load([tmp_path / "received"])
    person.wait_until_done(total=6)
    found = states(person)
    assert found.pop("2.png") is AnalysisState.UNREADABLE
    assert set(found.values()) == {AnalysisState.DONE}


def test_a_load_that_the_window_was_closed_on_goes_on_at_the_next_start(
    arrive: Arrive, folder: Path, tmp_path: Path
) -> None:
    for number in range(200):
        save_picture(tmp_path / f"received/{number:03}.png", seed=number)
    person = arrive()
    assert person.open(folder, create=True)
    person.session.pause()
    session = person.session
    person.session.load([tmp_path / "received"])
    person.wait_for(session.changed, lambda: session.counts().total > 0)
    person.leave()
    with Catalogue.read(folder) as catalogue:
        assert 0 < catalogue.submissions.counts().total < 200
    person = arrive()
    assert person.open(folder)
    assert person.told == "A load was interrupted last time. Curator goes on with it."
    session = person.session
    person.wait_for(session.load_ended, lambda: session.counts().total == 200)
    assert session.progress().loading is None


def drop(person: Person, *paths: Path) -> bool:
    """Drops files on the middle of the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    place, copy = QPoint(600, 400), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(person.window, enter)
    if not enter.isAccepted():
        return False
    dropped = QDropEvent(
        place.toPointF(), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(person.window, dropped)
    return dropped.isAccepted()


def test_a_folder_dropped_on_the_window_is_loaded(reviewing: Person, tmp_path: Path) -> None:
    for number in range(3):
        save_picture(tmp_path / f"dropped/sub folder/{number}.png", seed=70 + number)
    single = save_picture(tmp_path / "single, with comma.png", seed=80)
    assert drop(reviewing, tmp_path / "dropped", single)
    reviewing.wait_until_done(total=8)
    assert drop(reviewing, tmp_path / "dropped")
    reviewing.wait_for(reviewing.session.load_ended, lambda: "3 already there" in reviewing.told)
    assert reviewing.session.counts().total == 8


def test_without_a_catalogue_no_picture_can_be_dropped(person: Person, tmp_path: Path) -> None:
    assert not drop(person, save_picture(tmp_path / "one.png", seed=1))
    assert not drop(person, tmp_path, tmp_path)


@pytest.mark.parametrize("what", ["", "catalogue.db"])
def test_a_catalogue_that_is_dropped_on_the_start_page_is_opened(
    person: Person, tmp_path: Path, blank: Path, what: str
) -> None:
    folder = tmp_path / "A catalogue"
    shutil.copytree(blank, folder)
    assert drop(person, folder / what)
    assert person.session.folder == folder


def test_another_folder_that_is_dropped_on_the_start_page_is_told(person: Person, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    assert drop(person, tmp_path / "pictures")
    assert "no catalogue" in person.told
    assert list((tmp_path / "pictures").iterdir()) == []


# ---------------------------------------------------------------- what may disturb


def test_unsafe_hides_the_picture_at_once_and_h_shows_it_while_it_is_held(reviewing: Person) -> None:
    reviewing.review.queue.set_scope(EVERYTHING)
    canvas = reviewing.review.desk.canvas
    shown = reviewing.on_desk
    assert shown is not None
    reviewing.press(Qt.Key.Key_U)
    assert not canvas.veiled
    reviewing.review.queue.show_submission(shown)
    assert canvas.veiled
    reviewing.hold(Qt.Key.Key_H)
    assert not canvas.veiled
    reviewing.release(Qt.Key.Key_H)
    assert canvas.veiled


def test_the_only_picture_is_hidden_at_once_although_it_stays_on_the_desk(reviewing: Person) -> None:
    for _ in range(3):
        reviewing.press(Qt.Key.Key_S)
    last = reviewing.on_desk
    assert last is not None
    reviewing.review.queue.set_scope(EVERYTHING)
    reviewing.review.queue.show_submission(last)
    reviewing.press(Qt.Key.Key_U)
    assert reviewing.on_desk == last
    assert reviewing.review.desk.canvas.veiled


def test_pictures_stay_veiled_for_whoever_wants_it(reviewing: Person, arrive: Arrive, folder: Path) -> None:
    reviewing.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert reviewing.review.desk.canvas.veiled
    reviewing.hold(Qt.Key.Key_H)
    reviewing.press(Qt.Key.Key_S)
    assert reviewing.review.desk.canvas.veiled
    reviewing.release(Qt.Key.Key_H)
    reviewing.leave()
    again = arrive()
    assert again.open(folder)
    assert again.review.desk.canvas.veiled
    again.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert not again.review.desk.canvas.veiled


def test_a_key_that_is_released_elsewhere_does_not_leave_the_picture_uncovered(
    reviewing: Person, qtbot: QtBot
) -> None:
    reviewing.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    reviewing.hold(Qt.Key.Key_H)
    assert not reviewing.review.desk.canvas.veiled
    other = QDialog()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert reviewing.review.desk.canvas.veiled


# ---------------------------------------------------------------- what nobody caught


def test_a_failure_that_nobody_caught_is_told_as_the_sentence_that_it_is(person: Person) -> None:
    error = CatalogueError("The disk did not answer.", advice="Check that it is connected.")
    person.app.report(type(error), error, None)
    assert person.told == "The disk did not answer. Check that it is connected."
    assert person.window.findChildren(QPlainTextEdit) == []


@pytest.mark.expects_log("A mistake in the program.")
def test_a_mistake_of_the_program_is_reported_without_naming_anybody(person: Person, caplog: Any) -> None:
    try:
        raise KeyError("Nerys Valdoon")
    except KeyError as error:
        person.app.report(type(error), error, error.__traceback__)
    dialog = next(one for one in person.window.findChildren(QDialog) if one.isVisible())
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "KeyError" in report
    assert "test_failures.py" in report
    assert "A mistake in the program." in caplog.text
    dialog.close()


# ---------------------------------------------------------------- the whole program is killed


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_between_keys_loses_no_decision_that_was_shown_as_made(folder: Path, tmp_path: Path) -> None:
    total = 120
    with Catalogue.create(folder) as catalogue, catalogue.writing():
        filing = Filing(catalogue)
        for _ in range(total):
            filing.waiting()
    made: set[int] = set()
    for wanted in (3, 25):
        with subprocess.Popen(
            [
                sys.executable,
                Path(__file__).with_name("deciding_window.py"),
                folder,
                tmp_path / f"home {wanted}",
            ],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as window:
            assert window.stdout is not None
            for _ in range(wanted):
                made.add(int(window.stdout.readline()))
            window.kill()
            made.update(
                int(line) for line in window.stdout.read().splitlines(keepends=True) if line.endswith("\n")
            )
        with Catalogue.open(folder) as catalogue:
            assert catalogue.complaints() == ()
            rows = list(catalogue.decisions.everything())
            skipped = {
                one
                for one in catalogue.submissions.ids()
                if catalogue.submissions.get(one).verdict is Verdict.SKIPPED
            }
        assert made <= skipped
        # The last one may be on the disk without having been shown as made.
        assert len(skipped - made) <= 1
        assert sorted(row.submission_id for row in rows) == sorted(skipped)
        made |= skipped
    assert made <= set(map(SubmissionId, range(1, total + 1)))
