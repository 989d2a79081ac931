"""Workers answer, and whatever goes wrong in one costs one picture and no more."""

import contextlib
import logging
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures import wait as wait_for
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import fake_finders
import numpy as np
import psutil
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from curator.engine.declarations import Declaration
from curator.engine.errors import UnreadablePicture, WorkerFailure
from curator.engine.records import Digest, FaceBox
from curator.engine.submitted_file import digest_of
from curator.engine.workers import jobs
from curator.engine.workers.jobs import Workers, WorkersUnavailable
from curator.engine.workers.messages import Analyse, Crop, Encode, EngineFacts, Render, WorkerSettings
from curator.engine.workers.process import WorkerProcess
from curator.engine.workers.sandbox import Protection

PATIENCE = 120
"""Seconds after which a test gives up waiting; nothing comes near it."""


def settings(finder: str = "make_fake", **changes: Any) -> WorkerSettings:
    fields: dict[str, Any] = {"count": 1, "finder": f"{fake_finders.__name__}:{finder}"}
    return WorkerSettings(**fields | changes)


def picture(folder: Path, width: int = fake_finders.FINE, *, height: int = 40, grey: int = 100) -> Path:
    path = folder / f"{width}-{height}-{grey}.png"
    Image.new("RGB", (width, height), (grey, grey, grey)).save(path)
    return path


@pytest.fixture(scope="module")
def shared_workers() -> Iterator[Workers]:
    """One worker for all tests that leave it as it was."""
    with Workers(settings()) as workers:
        yield workers


@pytest.fixture
def started() -> Callable[[], set[BaseProcess]]:
    """Asks for the workers that this test has started and that are alive."""
    before = set(multiprocessing.active_children())
    return lambda: set(multiprocessing.active_children()) - before


# ---------------------------------------------------------------- answers


def test_a_picture_is_analysed(shared_workers: Workers, tmp_path: Path) -> None:
    path = picture(tmp_path)
    digest = digest_of(path.read_bytes())
    result = shared_workers.submit(Analyse(path=path, digest=digest)).result(PATIENCE)
    assert result.digest == digest
    assert (result.facts.width, result.facts.height) == (fake_finders.FINE, 40)
    assert result.pixels.shape == (40, fake_finders.FINE, 3)
    assert (result.pixels == 100).all()
    assert [face.box for face in result.faces] == [FaceBox(7, 10, 15, 20)]
    assert result.faces[0].encoding is not None
    assert result.faces[0].encoding[0] == pytest.approx(0.11)
    assert len(result.perceptual_hash) == len(result.mirrored_hash) == 32
    assert result.model == "fake-v1/none"
    assert result.seconds["detect"] == 0.25
    assert result.seconds.keys() == {"decode", "hash", "metadata", "detect", "encode"}
    assert result.declarations == ()


def test_what_the_file_says_about_itself_comes_along(shared_workers: Workers, tmp_path: Path) -> None:
    path = picture(tmp_path)
    info = PngInfo()
    info.add_itxt("Software", "DALL·E 3")
    with Image.open(path) as plain:
        plain.save(path, pnginfo=info)
    result = shared_workers.submit(Analyse(path=path)).result(PATIENCE)
    assert result.declarations == (Declaration("generator", "DALL·E 3"),)


def test_a_turned_picture_comes_back_turned(shared_workers: Workers, tmp_path: Path) -> None:
    path = picture(tmp_path, fake_finders.TURN)
    result = shared_workers.submit(Analyse(path=path)).result(PATIENCE)
    assert (result.facts.turn, result.facts.width, result.facts.height) == (1, 40, fake_finders.TURN)
    assert result.pixels.shape == (fake_finders.TURN, 40, 3)


def test_drawn_boxes_are_encoded(shared_workers: Workers, tmp_path: Path) -> None:
    boxes = (FaceBox(0, 0, 10, 10), FaceBox(500, 500, 10, 10), FaceBox(35, 0, 10, 10))
    request = Encode(path=picture(tmp_path), turn=1, boxes=boxes)
    result = shared_workers.submit(request).result(PATIENCE)
    widths = [None if one is None else round(one[0] * 1000) for one in result.encodings]
    assert widths == [10, None, 5]


def test_a_picture_is_rendered_at_the_width_asked_for(shared_workers: Workers, tmp_path: Path) -> None:
    path = picture(tmp_path, 400, height=200)
    narrow = shared_workers.submit(Render(path=path, width=100)).result(PATIENCE)
    assert narrow.pixels.shape == (50, 100, 3)
    turned = shared_workers.submit(Render(path=path, width=100, turn=1)).result(PATIENCE)
    assert turned.pixels.shape == (200, 100, 3)
    whole = shared_workers.submit(Render(path=path, longest_side=1000)).result(PATIENCE)
    assert whole.pixels.shape == (200, 400, 3)


def test_a_part_of_a_picture_is_cut_out(shared_workers: Workers, tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    image = Image.new("RGB", (400, 200))
    image.paste((200, 10, 10), (300, 0, 400, 200))
    image.save(path)
    request = Crop(path=path, region=FaceBox(290, 150, 300, 300))
    answer = shared_workers.submit(request).result(PATIENCE)
    assert (answer.facts.width, answer.facts.height) == (400, 200)
    assert answer.region == FaceBox(290, 150, 110, 50)
    assert answer.pixels.shape == (50, 110, 3)
    assert (answer.pixels[:, :10] == 0).all()
    assert (answer.pixels[:, 10:] == (200, 10, 10)).all()
    turned = Crop(path=path, turn=1, region=FaceBox(0, 0, 200, 80), longest_side=50)
    answer = shared_workers.submit(turned).result(PATIENCE)
    assert answer.pixels.shape == (20, 50, 3)
    assert (answer.pixels == (200, 10, 10)).all()
    with pytest.raises(UnreadablePicture, match="outside"):
        shared_workers.submit(Crop(path=path, region=FaceBox(400, 0, 9, 9))).result(PATIENCE)


def test_an_unreadable_picture_is_a_sentence(shared_workers: Workers, tmp_path: Path) -> None:
    path = tmp_path / "cat.jpg"
    path.write_bytes(b"meow")
    error = shared_workers.submit(Analyse(path=path)).exception(PATIENCE)
    assert isinstance(error, UnreadablePicture)
    assert error.sentence == "The file is not a picture but text."


def test_a_changed_file_is_noticed(shared_workers: Workers, tmp_path: Path) -> None:
    request = Analyse(path=picture(tmp_path), digest=Digest("0" * 64))
    error = shared_workers.submit(request).exception(PATIENCE)
    assert isinstance(error, UnreadablePicture)
    assert "its content has changed" in error.sentence


def test_a_file_name_that_is_no_text_is_opened(shared_workers: Workers, tmp_path: Path) -> None:
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("file names are text here")
    path = tmp_path / os.fsdecode(b"photo\xff\xfe.png")
    picture(tmp_path).rename(path)
    assert shared_workers.submit(Analyse(path=path)).result(PATIENCE).facts.format == "PNG"


def test_the_program_never_unpickles_what_a_worker_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(pipe: Connection) -> None:
        raise AssertionError("an answer was unpickled")

    monkeypatch.setattr(Connection, "recv", refuse)
    with Workers(settings()) as workers:
        assert workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE).faces


# ---------------------------------------------------------------- things that go wrong


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (fake_finders.DIE, "ended early"),
        (fake_finders.EXIT, r"ended early \(exit code 3\)"),
        (fake_finders.NAN, r"makes no sense \(encoding\)"),
        (fake_finders.OUTSIDE, r"makes no sense \(box\)"),
    ],
)
def test_a_bad_worker_costs_one_picture(tmp_path: Path, width: int, words: str) -> None:
    with Workers(settings()) as workers:
        before = workers.submit(Analyse(path=picture(tmp_path, grey=1)))
        bad = workers.submit(Analyse(path=picture(tmp_path, width)))
        after = [workers.submit(Analyse(path=picture(tmp_path, grey=grey))) for grey in (2, 3)]
        with pytest.raises(WorkerFailure, match=words):
            bad.result(PATIENCE)
        for grey, future in zip((1, 2, 3), [before, *after], strict=True):
            assert future.result(PATIENCE).pixels.max() == grey


def test_a_picture_is_not_blamed_for_what_another_left_in_the_worker(tmp_path: Path) -> None:
    with Workers(settings("make_poisoned")) as workers:
        widths = (fake_finders.DIE, fake_finders.FINE, fake_finders.TURN)
        found = [workers.submit(Analyse(path=picture(tmp_path, one))) for one in widths]
        assert [one.result(PATIENCE).facts.format for one in found] == ["PNG"] * 3


def test_numbers_of_another_encoder_than_the_worker_was_started_with_are_refused(tmp_path: Path) -> None:
    with Workers(settings("make_renamed")) as workers:
        found = workers.submit(Analyse(path=picture(tmp_path)))
        with pytest.raises(WorkerFailure, match=r"makes no sense \(model\)"):
            found.result(PATIENCE)


def test_a_worker_that_sends_too_much_is_not_heard_out(tmp_path: Path) -> None:
    with Workers(settings()) as workers:
        request = Encode(path=picture(tmp_path, fake_finders.FLOOD), boxes=(FaceBox(1, 1, 9, 9),))
        with pytest.raises(WorkerFailure, match="more than it was asked for"):
            workers.submit(request).result(PATIENCE)
        assert workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE).faces


def test_a_bug_in_the_program_leaves_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*anything: object, **more: object) -> None:
        raise ZeroDivisionError

    with Workers(settings()) as workers:
        monkeypatch.setattr(jobs, "read_answer", stumble)
        request = Analyse(path=picture(tmp_path))
        assert isinstance(workers.submit(request).exception(PATIENCE), ZeroDivisionError)
        monkeypatch.undo()
        assert workers.submit(request).result(PATIENCE).faces


def test_a_picture_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with Workers(settings(job_seconds=4.0)) as workers:
        hanging = workers.submit(Analyse(path=picture(tmp_path, fake_finders.HANG)))
        fine = workers.submit(Analyse(path=picture(tmp_path)))
        with pytest.raises(WorkerFailure, match="took longer than 4 seconds"):
            hanging.result(PATIENCE)
        assert fine.result(PATIENCE).faces


@pytest.mark.skipif(sys.platform == "win32", reason="writes half a message the POSIX way")
def test_a_worker_that_stalls_in_the_middle_of_its_answer_is_ended(
    tmp_path: Path, started: Callable[[], set[BaseProcess]]
) -> None:
    with Workers(settings("make_stalling", job_seconds=4.0)) as workers:
        stalled = workers.submit(Analyse(path=picture(tmp_path)))
        with pytest.raises(WorkerFailure, match="took longer than 4 seconds"):
            stalled.result(PATIENCE)
        assert not started()


@pytest.mark.skipif(sys.platform != "linux", reason="memory limits are enforced on Linux only")
def test_a_picture_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    with Workers(settings(memory_bytes=1_000_000_000)) as workers:
        hoarding = workers.submit(Analyse(path=picture(tmp_path, fake_finders.HOARD)))
        with pytest.raises(UnreadablePicture, match="more memory than is allowed"):
            hoarding.result(PATIENCE)
        assert workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE).faces


def test_an_exception_in_the_finder_is_told_and_logged(
    shared_workers: Workers, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    failing = shared_workers.submit(Analyse(path=picture(tmp_path, fake_finders.RAISE)))
    with pytest.raises(WorkerFailure, match="The face finder failed on this picture"):
        failing.result(PATIENCE)
    assert "RuntimeError\n" in caplog.text
    assert "fake_finders.py, line " in caplog.text
    assert "the detector is confused" not in caplog.text  # a message may hold words of a file


def test_a_worker_that_dies_while_idle_costs_nothing(
    tmp_path: Path, started: Callable[[], set[BaseProcess]]
) -> None:
    with Workers(settings()) as workers:
        path = picture(tmp_path)
        workers.submit(Analyse(path=path)).result(PATIENCE)
        (worker,) = started()
        worker.kill()
        worker.join(PATIENCE)
        assert workers.submit(Analyse(path=path)).result(PATIENCE).faces


@pytest.mark.parametrize(
    ("finder", "words"),
    [
        ("make_nothing", r"nose\.dat is missing"),
        ("make_trouble", r"cannot be started \(KeyError\)"),
        ("make_sudden_end", "cannot be started"),
        ("no_such_function", r"cannot be started \(AttributeError\)"),
        ("make_plain_without_library", "face_recognition library is not part of this installation"),
    ],
)
def test_workers_that_cannot_start_say_why(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, finder: str, words: str
) -> None:
    with Workers(settings(finder)) as workers:
        future = workers.submit(Analyse(path=picture(tmp_path)))
        with pytest.raises(WorkersUnavailable, match=words):
            future.result(PATIENCE)


def test_models_that_never_load_are_given_up(tmp_path: Path) -> None:
    with Workers(settings("make_never", start_seconds=1.0)) as workers:
        future = workers.submit(Analyse(path=picture(tmp_path)))
        with pytest.raises(WorkersUnavailable):
            future.result(PATIENCE)


def test_what_a_finder_had_to_replace_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), Workers(settings()) as workers:
        workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE)
    assert "This is a fake." in caplog.text


# ---------------------------------------------------------------- the queue


def test_higher_priorities_go_first(tmp_path: Path) -> None:
    order: list[int] = []
    with Workers(settings()) as workers:
        workers.pause()
        futures = []
        for priority, grey in ((0, 1), (5, 2), (0, 3), (9, 4)):
            future = workers.submit(Analyse(path=picture(tmp_path, grey=grey)), priority=priority)
            future.add_done_callback(lambda done: order.append(int(done.result().pixels.max())))
            futures.append(future)
        assert workers.pending == 4
        workers.resume()
        wait_for(futures, PATIENCE)
    assert order == [4, 2, 1, 3]


def test_nothing_is_begun_while_paused(tmp_path: Path) -> None:
    with Workers(settings()) as workers:
        workers.pause()
        future = workers.submit(Analyse(path=picture(tmp_path)))
        assert workers.paused
        assert not future.running()
        workers.resume()
        assert future.result(PATIENCE).faces


def test_what_is_not_begun_can_be_cancelled(tmp_path: Path) -> None:
    with Workers(settings()) as workers:
        workers.pause()
        request = Analyse(path=picture(tmp_path))
        futures = [workers.submit(request) for _ in range(3)]
        assert futures[0].cancel()
        assert workers.pending == 2
        assert workers.cancel_pending() == 3
        assert all(future.cancelled() for future in futures)
        assert not wait_for(futures, PATIENCE).not_done
        workers.resume()
        assert workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE).faces


def test_all_work_can_be_cancelled_also_what_a_worker_has_in_hand(tmp_path: Path) -> None:
    endless = Analyse(path=picture(tmp_path, fake_finders.HANG))
    fine = Analyse(path=picture(tmp_path))
    with Workers(settings()) as workers:
        workers.pause()
        first, hanging, waiting = (workers.submit(request) for request in (fine, endless, fine))
        workers.resume()
        # A worker has its next request before the last is handed over: it hangs by now.
        assert first.result(PATIENCE).faces
        workers.cancel_all()
        assert isinstance(hanging.exception(PATIENCE), CancelledError)
        assert waiting.cancelled()
        assert workers.submit(fine).result(PATIENCE).faces


def test_what_is_asked_while_work_is_cancelled_is_answered(tmp_path: Path) -> None:
    endless = Analyse(path=picture(tmp_path, fake_finders.HANG))
    fine = Analyse(path=picture(tmp_path))
    again: list[Future[Any]] = []
    asked = threading.Event()

    def ask(done: Future[Any]) -> None:
        # In a worker's thread, between one request and the next, which the worker has already.
        workers.cancel_all()
        again.append(workers.submit(fine, priority=3))
        asked.set()

    with Workers(settings()) as workers:
        workers.pause()
        first, hanging = workers.submit(fine), workers.submit(endless)
        first.add_done_callback(ask)
        workers.resume()
        assert asked.wait(PATIENCE)
        assert isinstance(hanging.exception(PATIENCE), CancelledError)
        assert again[0].result(PATIENCE).faces


def test_fewer_workers_may_be_allowed_at_any_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: Callable[[], set[BaseProcess]]
) -> None:
    both, stopped = threading.Barrier(3), threading.Event()
    start, stop = WorkerProcess.start, WorkerProcess.stop

    def start_and_meet(process: WorkerProcess) -> None:
        start(process)
        both.wait(PATIENCE)

    def stop_and_tell(process: WorkerProcess) -> None:
        stop(process)
        stopped.set()

    requests = [Analyse(path=picture(tmp_path, grey=grey)) for grey in range(8)]
    with Workers(settings(count=2)) as workers:
        monkeypatch.setattr(WorkerProcess, "start", start_and_meet)
        workers.warm()
        both.wait(PATIENCE)
        monkeypatch.setattr(WorkerProcess, "start", start)
        assert len(started()) == 2
        monkeypatch.setattr(WorkerProcess, "stop", stop_and_tell)
        workers.set_limit(1)
        assert workers.limit == 1
        assert stopped.wait(PATIENCE)
        assert len(started()) == 1
        for future in [workers.submit(request) for request in requests]:
            assert future.result(PATIENCE).faces
        assert len(started()) == 1
        workers.set_limit(9)
        assert workers.limit == 2
        for future in [workers.submit(request) for request in requests]:
            assert future.result(PATIENCE).faces
        with pytest.raises(ValueError, match="at least one"):
            workers.set_limit(0)


def test_the_workers_say_what_they_look_with(tmp_path: Path) -> None:
    with Workers(settings()) as workers:
        assert workers.about() is None
        workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE)
        about = workers.about()
        assert about is not None
        told = EngineFacts("fake-v1", "none", "arithmetic", ("This is a fake.",), about.protections)
        assert about == told


def test_a_worker_has_its_next_picture_before_the_last_is_handed_over(
    tmp_path: Path, started: Callable[[], set[BaseProcess]]
) -> None:
    ended: list[object] = []

    with Workers(settings()) as workers:
        workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE)
        (process,) = started()

        def wait_for_the_end(_: object) -> None:
            # Nothing but the second picture ends the worker.
            ended.extend(connection.wait([process.sentinel], PATIENCE))

        workers.pause()
        first = workers.submit(Analyse(path=picture(tmp_path)))
        second = workers.submit(Analyse(path=picture(tmp_path, fake_finders.DIE)))
        first.add_done_callback(wait_for_the_end)
        workers.resume()
        with pytest.raises(WorkerFailure):
            second.result(PATIENCE)
    assert ended


@pytest.mark.skipif(sys.platform != "linux", reason="tries what Linux offers")
def test_what_looks_at_a_picture_is_confined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "another sender's.jpg"
    other.write_bytes(b"x")
    monkeypatch.setenv(fake_finders.OTHER_FILE, str(other))
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv(fake_finders.PORT, str(server.getsockname()[1]))
        with Workers(settings(finder="make_nosy")) as workers:
            answer = workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE)
            about = workers.about()
    assert about is not None
    if not {Protection.NO_NETWORK, Protection.OWN_FILES_ONLY} <= about.protections:
        pytest.skip("this kernel offers neither Landlock nor seccomp")
    encoding = answer.faces[0].encoding
    assert encoding is not None
    done = {what for what, mark in zip(fake_finders.NOSY, encoding, strict=False) if mark == 1.0}
    assert done == set()
    assert other.read_bytes() == b"x"


@pytest.mark.expects_log("A worker failed on")
def test_a_worker_is_replaced_after_so_many_pictures_and_after_a_stumble(
    tmp_path: Path, started: Callable[[], set[BaseProcess]]
) -> None:
    confusing = picture(tmp_path, fake_finders.RAISE)
    with Workers(settings(pictures_each=2)) as workers:
        alive = []
        for path in [*(picture(tmp_path, grey=grey) for grey in range(4)), confusing]:
            with contextlib.suppress(WorkerFailure):
                workers.submit(Analyse(path=path)).result(PATIENCE)
            alive.append(len(started()))
    # Two pictures each, and none for the one that stumbled.
    assert alive == [1, 0, 1, 0, 0]


def test_two_workers_share_the_queue(tmp_path: Path) -> None:
    with Workers(settings(count=2)) as workers:
        workers.pause()
        paths = [picture(tmp_path, grey=grey) for grey in range(20)]
        futures = [workers.submit(Analyse(path=path)) for path in paths]
        workers.resume()
        greys = [int(future.result(PATIENCE).pixels.max()) for future in futures]
        assert greys == list(range(20))


def test_a_single_picture_goes_to_the_worker_that_is_warm(
    tmp_path: Path, started: Callable[[], set[BaseProcess]]
) -> None:
    with Workers(settings(count=2)) as workers:
        for grey in range(6):
            workers.submit(Analyse(path=picture(tmp_path, grey=grey))).result(PATIENCE)
            # Its answer is handed over before it waits for the next picture.
            give_up = monotonic() + PATIENCE
            while not workers._idle_and_warm:
                assert monotonic() < give_up, "no worker comes to rest"
                sleep(0.001)
        assert len(started()) == 1


# ---------------------------------------------------------------- coming and going


def test_nothing_is_started_before_there_is_work(started: Callable[[], set[BaseProcess]]) -> None:
    with Workers(settings()):
        assert not started()


def test_workers_can_be_started_ahead(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Workers(settings("make_nothing", count=2)) as workers:
        workers.warm()
        with pytest.raises(WorkersUnavailable):
            workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE)
    with Workers(settings(count=2)) as workers:
        workers.warm()
        assert workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE).faces


def test_idle_workers_that_were_warmed_stay_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = threading.Event()
    calls: list[str] = []
    start, stop = WorkerProcess.start, WorkerProcess.stop

    def start_and_count(process: WorkerProcess) -> None:
        calls.append("start")
        start(process)

    def stop_and_tell(process: WorkerProcess) -> None:
        calls.append("stop")
        stop(process)
        stopped.set()

    monkeypatch.setattr(WorkerProcess, "start", start_and_count)
    monkeypatch.setattr(WorkerProcess, "stop", stop_and_tell)
    with Workers(settings(idle_seconds=0.05)) as workers:
        workers.pause()
        future = workers.submit(Analyse(path=picture(tmp_path)))
        # Called in the worker's thread, when its process surely runs: there is nothing to warm.
        future.add_done_callback(lambda _: workers.warm())
        workers.resume()
        assert stopped.wait(PATIENCE)
    assert calls == ["start", "stop"]


def test_idle_workers_end_and_start_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: Callable[[], set[BaseProcess]]
) -> None:
    stopped = threading.Event()
    stop = WorkerProcess.stop

    def stop_and_tell(process: WorkerProcess) -> None:
        stop(process)
        stopped.set()

    monkeypatch.setattr(WorkerProcess, "stop", stop_and_tell)
    path = picture(tmp_path)
    with Workers(settings(idle_seconds=0.05)) as workers:
        workers.submit(Analyse(path=path)).result(PATIENCE)
        assert stopped.wait(PATIENCE)
        assert not started()
        assert workers.submit(Analyse(path=path)).result(PATIENCE).faces


def test_closing_is_quick_and_forgets_nobody(tmp_path: Path, started: Callable[[], set[BaseProcess]]) -> None:
    others = set(threading.enumerate())
    workers = Workers(settings(count=2))
    running: Future[Any] = workers.submit(Analyse(path=picture(tmp_path)))
    running.result(PATIENCE)
    endless = Analyse(path=picture(tmp_path, fake_finders.HANG))
    hanging, *waiting = [workers.submit(endless) for _ in range(6)]
    begun = monotonic()
    workers.close()
    assert monotonic() - begun < 30, "half of what a picture is given, and of those that hang there are six"
    for future in (hanging, *waiting):
        assert future.cancelled() or isinstance(future.exception(PATIENCE), WorkerFailure)
    assert not started()
    assert set(threading.enumerate()) <= others
    with pytest.raises(WorkerFailure, match="closing"):
        workers.submit(Analyse(path=picture(tmp_path)))
    workers.close()


def test_the_program_loads_no_picture_decoder_and_no_face_model() -> None:
    code = (
        "import sys, curator.engine.workers.jobs, curator.engine.workers.messages;"
        "print([m for m in ('PIL', 'pillow_heif', 'dlib', 'face_recognition', 'onnxruntime')"
        " if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


PROGRAM = """
import sys, multiprocessing, threading
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, WorkerSettings
from pathlib import Path
if __name__ == "__main__":
    workers = Workers(WorkerSettings(count=2, finder=sys.argv[1]))
    workers.submit(Analyse(path=Path(sys.argv[2]))).result(30)
    workers.submit(Analyse(path=Path(sys.argv[3])))
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills the POSIX way")
@pytest.mark.parametrize("killed", [True, False])
def test_workers_end_with_the_program_even_in_the_middle_of_a_picture(tmp_path: Path, killed: bool) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    paths = [str(picture(tmp_path)), str(picture(tmp_path, fake_finders.HANG))]
    program = subprocess.Popen(
        [sys.executable, str(script), settings().finder, *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    with program:
        assert program.stdout is not None
        workers = [psutil.Process(int(word)) for word in program.stdout.readline().split()]
        assert workers
        if killed:
            program.kill()
        else:
            program.communicate("")
    _, alive = psutil.wait_procs(workers, timeout=PATIENCE)
    assert not alive


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_worker_steps_back_and_keeps_to_its_limits(
    tmp_path: Path, started: Callable[[], set[BaseProcess]]
) -> None:
    with Workers(settings(niceness=7)) as workers:
        workers.submit(Analyse(path=picture(tmp_path))).result(PATIENCE)
        (child,) = started()
        worker = psutil.Process(child.pid)
        assert worker.nice() >= 7
        if sys.platform == "linux":
            assert worker.rlimit(psutil.RLIMIT_CORE)[1] == 0
            assert worker.rlimit(psutil.RLIMIT_FSIZE)[1] == 0
            assert worker.rlimit(psutil.RLIMIT_DATA)[1] == WorkerSettings().memory_bytes


def test_settings_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="out of range"):
        WorkerSettings(count=0)
    with pytest.raises(ValueError, match="give longest_side or width"):
        Render(path=Path("x"))
    with pytest.raises(ValueError, match="up to"):
        Render(path=Path("x"), width=10_000)
    assert np.isclose(WorkerSettings().longest_side, 1600)
