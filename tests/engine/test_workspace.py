"""An open catalogue with its background work: loads and analysis from the folder to the advice."""

import csv
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep
from typing import Any, cast

import fake_finders
import numpy as np
import pytest
from filing import Filing, analysed, face
from PIL import Image

from curator.engine import dossier, politicians
from curator.engine import workspace as workspace_module
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions, hand_work
from curator.engine.errors import (
    CatalogueError,
    CatalogueFull,
    CatalogueReadOnly,
    NotFound,
    UnreadablePicture,
    WorkerFailure,
)
from curator.engine.intake import load as load_module
from curator.engine.loads import LoadEnd
from curator.engine.media import MediaStore, Received
from curator.engine.records import (
    AnalysisState,
    FaceBox,
    Kind,
    Outcome,
    PictureFacts,
    PortraitState,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds, main_face
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, AnalysedPicture, Crop, CroppedPicture, WorkerSettings
from curator.engine.workspace import ENCODING_MODEL, Tick, Workspace

PATIENCE = 60
"""Seconds after which a test gives up waiting; nothing comes near it."""

CLOSING = 30.0
"""Seconds: half of what a picture is given, so that what hangs was not waited for."""


class InstantWorkers:
    """Workers that read who is on a "picture" from its text, such as ``1 2`` or ``broken``."""

    limit = 2

    def __init__(self) -> None:
        self.asked = 0
        self.closed = False
        self._threads = ThreadPoolExecutor(2)

    def submit(self, request: Analyse, *, priority: int = 0) -> Future[AnalysedPicture]:
        self.asked += 1
        return self._threads.submit(self._look, request)

    def close(self) -> None:
        self.closed = True
        self._threads.shutdown(cancel_futures=True)

    def _look(self, request: Analyse) -> AnalysedPicture:
        text = request.path.read_text()
        if text.startswith("broken"):
            raise UnreadablePicture("The file is damaged.")
        if text.startswith("deadly"):
            raise WorkerFailure("The worker crashed on this picture.")
        assert request.digest is not None
        people = [word for word in text.partition("#")[0].split()]
        return analysed(request.digest, *(face(int(one)) for one in people))


class Bench:
    """A workspace, and the shortest ways to feed it and to wait for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.box = folder.parent / "box"
        self.box.mkdir(exist_ok=True)
        self.open()

    def open(self) -> None:
        catalogue = Catalogue.open(self.folder)
        catalogue._connection.db.execute("PRAGMA synchronous = OFF")
        self.ready = threading.Event()
        self.pool = InstantWorkers()
        self.workspace = Workspace(catalogue, workers=cast("Workers", self.pool), on_ready=self.ready.set)
        self.submissions = catalogue.submissions
        self.politicians = catalogue.politicians

    def picture(self, name: str, content: str) -> Path:
        """A file in the box that claims nothing; the text after ``#`` only makes its bytes its own."""
        path = self.box / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    def pictures(self, count: int) -> list[Path]:
        return [self.picture(f"{number:03}.jpg", f"{number % 5} # {number}") for number in range(count)]

    def table(self, rows: list[dict[str, str]], *, name: str = "table.csv") -> Path:
        path = self.box / name
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return path

    def people(self, *persons: int, portraits: int = 2) -> Path:
        """A tree of politicians with their portraits."""
        root = self.folder.parent / "people"
        for person in persons:
            for number in range(portraits):
                path = root / "Italy" / f"Person {'ABCDEFGHIJ'[person]}" / f"{number}.jpg"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"{person} # portrait {number}")
        return root

    def run(self, until: Callable[[Tick], bool] = lambda tick: False) -> list[Tick]:
        """Works until nothing is left, or until a round has brought what is waited for."""
        ticks: list[Tick] = []
        give_up = monotonic() + PATIENCE
        self.workspace.analysis.pump()
        while self.workspace.busy:
            assert monotonic() < give_up, "the background work does not end"
            self.ready.wait(PATIENCE)
            self.ready.clear()
            ticks.append(self.workspace.tick())
            if until(ticks[-1]):
                break
        return ticks

    def wait_for_copies(self) -> None:
        """Until the load's thread has ended, or holds still until something is filed."""
        (running,) = self.workspace.loads._running
        give_up = monotonic() + PATIENCE
        while running.receiving._thread.is_alive() and running.receiving._room.is_set():
            assert monotonic() < give_up, "the pictures are not copied"
            sleep(0.001)

    def load(self, *paths: Path) -> list[LoadEnd]:
        self.workspace.loads.load(paths or (self.box,))
        return ends(self.run())

    def advice(self) -> dict[str, tuple[Outcome, Reason | None] | None]:
        found = {}
        for one in self.submissions.ids():
            submission = self.submissions.get(one)
            advice = submission.advice
            found[submission.file_name] = None if advice is None else (advice.outcome, advice.reason)
        return found


def ends(ticks: list[Tick]) -> list[LoadEnd]:
    return [end for tick in ticks for end in tick.ended]


@pytest.fixture
def bench(folder: Path, blank: Path) -> Iterator[Bench]:
    shutil.copytree(blank, folder)
    made = Bench(folder)
    yield made
    made.workspace.close()


@pytest.fixture
def at_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Callable[[], None]], None]:
    """Does something in the load's thread before the file of that number is copied."""
    plan: dict[int, Callable[[], None]] = {}
    count = 0
    receive = MediaStore.receive

    def watched(self: MediaStore, path: Path, **options: Any) -> Received:
        nonlocal count
        count += 1
        if count in plan:
            plan[count]()
        return receive(self, path, **options)

    monkeypatch.setattr(MediaStore, "receive", watched)
    return plan.__setitem__


# ---------------------------------------------------------------- loads


def test_a_folder_becomes_assessed_submissions(bench: Bench) -> None:
    bench.workspace.loads.import_people(bench.people(1, 2))
    bench.run()
    bench.table(
        [
            {"file": "good.jpg", "name": "Person B", "country": "Italy", "note": "a party"},
            {"file": "wrong.jpg", "name": "Person B", "country": "Italy", "note": ""},
            {"file": "unknown.jpg", "name": "Person J", "country": "Italy", "note": ""},
        ]
    )
    for name, content in (
        ("good.jpg", "1 # x"),
        ("wrong.jpg", "2 # x"),
        ("unknown.jpg", "9"),
        ("crowd.jpg", "1 2 3"),
        ("cat.jpg", ""),
        ("empty.jpg", "broken"),
        ("bomb.jpg", "deadly"),
        ("unclaimed.jpg", "2 # y"),
    ):
        bench.picture(name, content or "# cat")
    (end,) = bench.load()
    assert (end.what, end.summary.loaded, end.summary.already) == ("submissions", 8, 0)
    assert end.summary.refused == ()
    assert bench.advice() == {
        "good.jpg": (Outcome.APPROVE, None),
        "wrong.jpg": (Outcome.REJECT, Reason.NOT_CLAIMED),
        "unknown.jpg": (Outcome.LOOK_CLOSER, Reason.NOT_INDEXED),
        "crowd.jpg": (Outcome.REJECT, Reason.SEVERAL_FACES),
        "cat.jpg": (Outcome.REJECT, Reason.NO_FACE),
        "empty.jpg": (Outcome.REJECT, Reason.UNREADABLE),
        "bomb.jpg": (Outcome.REJECT, Reason.UNREADABLE),
        "unclaimed.jpg": (Outcome.LOOK_CLOSER, Reason.OTHER),
    }
    assert bench.workspace.loads.progress is None
    assert not bench.workspace.busy


def test_a_dossier_gathers_all_of_it(bench: Bench) -> None:
    bench.workspace.loads.import_people(bench.people(1, 2))
    bench.run()
    bench.table([{"file": "good.jpg", "name": "Person B", "country": "Italy", "note": "a party"}])
    bench.picture("good.jpg", "1 # x")
    bench.load()
    (one,) = bench.submissions.ids()
    found = dossier.gather(bench.workspace.catalogue, one, spread=bench.workspace.comparison.spread)
    assert found.claimed == found.compared
    assert found.claimed is not None
    assert found.claimed.full_name == "Person B"
    assert found.submission.note == "a party"
    assert [portrait.state for portrait in found.portraits] == [PortraitState.ACCEPTED] * 2
    assert found.main_face == found.faces[0]
    assert [finding.code for finding in found.findings] == ["one_face", "claim_matches", "nobody_nearer"]
    assert set(found.names) == {one.id for one in bench.politicians.all()}
    assert len(found.strip.own) == 2
    assert found.strip.this == pytest.approx((0.5 * 0.088) ** 0.5)
    assert len(found.strip.others) == 1
    assert len(found.arrivals) == 1
    assert found.history == ()


def test_the_main_face_is_the_one_that_the_rules_judge(bench: Bench) -> None:
    bench.workspace.loads.import_people(bench.people(1))
    bench.run()
    (who,) = bench.politicians.all()
    bench.picture("two.jpg", "1 2")
    bench.load()
    (one,) = bench.submissions.ids()
    near, far = sorted(bench.workspace.catalogue.faces.of(one), key=lambda each: each.matches[0].distance)
    assert main_face((far, near), claimed_id=who.id, thresholds=Thresholds()) == near
    with bench.workspace.catalogue.writing():
        bench.workspace.catalogue._connection.write(
            "UPDATE faces SET box_width = 20, box_height = 20 WHERE id = ?", (near.id,)
        )
    faces = bench.workspace.catalogue.faces.of(one)
    main = main_face(faces, claimed_id=who.id, thresholds=Thresholds())
    assert main is not None
    assert main.id == far.id
    assert main.box == FaceBox(100, 80, 200, 200)
    assert main_face((), claimed_id=who.id, thresholds=Thresholds()) is None


def test_the_same_file_twice_is_one_submission_with_two_arrivals(bench: Bench) -> None:
    bench.picture("a.jpg", "1")
    bench.picture("b.jpg", "1")
    (end,) = bench.load()
    assert (end.summary.loaded, end.summary.already) == (1, 1)
    (one,) = bench.submissions.ids()
    assert bench.submissions.get(one).arrivals == 2
    assert [arrival.file_name for arrival in bench.submissions.arrivals(one)] == ["a.jpg", "b.jpg"]
    assert bench.pool.asked == 1


def test_loading_again_files_nothing_twice(bench: Bench) -> None:
    bench.pictures(20)
    bench.load()
    ids, asked = bench.submissions.ids(), bench.pool.asked
    decisions.decide(
        bench.workspace.catalogue,
        ids[:3],
        verdict=Verdict.APPROVED,
        curator="ada",
        thresholds=bench.workspace.thresholds,
    )
    (end,) = bench.load()
    assert (end.summary.loaded, end.summary.already) == (0, 20)
    assert set(bench.submissions.ids()) == set(ids)
    assert {bench.submissions.get(one).arrivals for one in ids} == {1}
    assert bench.submissions.get(ids[0]).verdict is Verdict.APPROVED
    assert bench.pool.asked == asked


def test_many_files_with_a_pause_and_a_cancel(
    bench: Bench, at_file: Callable[[int, Callable[[], None]], None]
) -> None:
    bench.pictures(300)
    at_file(100, bench.workspace.pause)
    at_file(200, bench.workspace.loads.cancel)
    bench.workspace.loads.load([bench.box])
    progress = bench.workspace.loads.progress
    assert progress is not None
    assert progress.done == 0

    def reached(count: int) -> Callable[[Tick], bool]:
        def check(_: Tick) -> bool:
            now = bench.workspace.loads.progress
            return now is not None and now.done >= count

        return check

    bench.run(reached(100))
    progress = bench.workspace.loads.progress
    assert progress is not None
    assert (progress.done, progress.total, progress.paused) == (100, 300, True)
    assert bench.workspace.analysis.paused
    assert bench.submissions.counts().total == 100
    bench.workspace.resume()
    (end,) = ends(bench.run())
    assert end.summary.cancelled
    assert (end.summary.loaded, bench.submissions.counts().total) == (200, 200)
    assert bench.submissions.counts().pending == 0
    assert bench.workspace.loads.go_on() == 0
    (end,) = bench.load()
    assert (end.summary.loaded, end.summary.already, end.summary.cancelled) == (100, 200, False)


def test_what_cannot_be_taken_in_is_listed_and_the_rest_is_loaded(bench: Bench) -> None:
    bench.picture("fine.jpg", "1")
    bench.picture("nothing.jpg", "")
    bench.picture("book.xlsx", "x")
    (end,) = bench.load(bench.box, bench.box / "gone.jpg")
    assert end.summary.loaded == 1
    assert sorted(one.path.name for one in end.summary.refused) == ["book.xlsx", "gone.jpg", "nothing.jpg"]
    assert all(one.sentence for one in end.summary.refused)


def test_several_loads_run_side_by_side(bench: Bench) -> None:
    for number in range(3):
        bench.picture(f"{number}/x.jpg", f"{number}")
        bench.workspace.loads.load([bench.box / str(number)], kind=Kind.PORTRAIT)
    assert bench.workspace.loads.progress is not None
    assert len(ends(bench.run())) == 3
    assert bench.submissions.counts().kinds == {Kind.PORTRAIT: 3}


# ---------------------------------------------------------------- interruptions


def test_an_interrupted_load_goes_on_at_the_next_start(
    bench: Bench, at_file: Callable[[int, Callable[[], None]], None]
) -> None:
    bench.pictures(90)
    halted, go_on = threading.Event(), threading.Event()

    def halt() -> None:
        halted.set()
        go_on.wait(PATIENCE)

    at_file(50, halt)
    bench.workspace.loads.load([bench.box])
    assert halted.wait(PATIENCE)
    bench.workspace.tick()
    go_on.set()
    bench.workspace.close()
    bench.open()
    before = bench.submissions.counts().total
    assert 0 < before < 90
    assert bench.workspace.loads.go_on() == 1
    (end,) = ends(bench.run())
    assert (end.summary.loaded, end.summary.already) == (90 - before, before)
    assert bench.submissions.counts().pending == 0
    assert bench.workspace.loads.go_on() == 0


def test_closing_does_not_wait_for_files_that_take_long(
    bench: Bench, at_file: Callable[[int, Callable[[], None]], None]
) -> None:
    go_on = threading.Event()
    for number in range(3):
        bench.picture(f"{number}/x.jpg", f"{number}")
        at_file(number + 1, lambda: cast("None", go_on.wait(PATIENCE)))
        bench.workspace.loads.load([bench.box / str(number)])
    try:
        started = monotonic()
        bench.workspace.close()
        assert monotonic() - started < CLOSING
        assert bench.pool.closed
    finally:
        go_on.set()
    bench.open()
    assert bench.workspace.loads.go_on() == 3
    bench.run()
    assert bench.submissions.counts().total == 3


@pytest.mark.parametrize("failure", [CatalogueFull("The disk is full."), CatalogueReadOnly("It is locked.")])
def test_a_load_that_the_disk_stops_goes_on_at_the_next_start(
    bench: Bench, at_file: Callable[[int, Callable[[], None]], None], failure: CatalogueError
) -> None:
    bench.pictures(20)

    def fail() -> None:
        raise failure

    at_file(10, fail)
    (end,) = bench.load()
    assert end.summary.failure is failure
    assert end.summary.loaded == bench.submissions.counts().total == 9
    bench.workspace.close()
    bench.open()
    assert bench.workspace.loads.go_on() == 1
    (end,) = ends(bench.run())
    assert (end.summary.loaded, end.summary.already) == (11, 9)


@pytest.mark.parametrize("pictures", [40, 200])
def test_a_catalogue_that_cannot_be_written_ends_the_load_and_counts_nothing_wrongly(
    bench: Bench, pictures: int
) -> None:
    """Whether the load's thread has ended by then, with all pictures copied, or waits for room."""
    bench.pictures(pictures)
    bench.workspace.loads.load([bench.box])
    bench.wait_for_copies()
    connection = bench.workspace.catalogue._connection.db.conn
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(CatalogueReadOnly):
        bench.run()
    connection.execute("PRAGMA query_only = OFF")
    (end,) = ends(bench.run())
    assert isinstance(end.summary.failure, CatalogueReadOnly)
    assert end.summary.loaded == bench.submissions.counts().total
    assert bench.workspace.loads.go_on() == 1
    bench.run()
    assert bench.submissions.counts().total == pictures


def test_a_bug_in_the_loads_thread_is_raised_where_it_is_seen(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    with monkeypatch.context() as buggy:
        buggy.setattr(load_module, "scan", stumble)
        bench.workspace.loads.load([bench.box])
        with pytest.raises(ZeroDivisionError):
            bench.run()
    (end,) = ends(bench.run())
    assert end.summary.failure is not None
    assert "An error in Curator" in end.summary.failure.sentence
    # It would fail at each start again.
    assert bench.workspace.loads.go_on() == 0


def test_a_workspace_that_does_not_come_about_gives_the_catalogue_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise CatalogueReadOnly("It cannot be written to.")

    with monkeypatch.context() as broken:
        broken.setattr(workspace_module, "Comparison", fail)
        with pytest.raises(CatalogueReadOnly):
            Workspace.open(folder, create=True)
    with Workspace.open(folder) as workspace:
        assert workspace.catalogue.complaints() == ()


# ---------------------------------------------------------------- politicians


def test_a_tree_of_politicians_is_imported_once(bench: Bench) -> None:
    tree = bench.people(1, 2, 3)
    bench.workspace.loads.import_people(tree)
    ticks = bench.run()
    (end,) = ends(ticks)
    assert (end.what, end.summary.loaded) == ("portraits", 6)
    assert (end.summary.people.added, end.summary.people.completed) == (3, 0)
    assert [one.full_name for one in bench.politicians.all()] == ["Person B", "Person C", "Person D"]
    assert {one.state for one in bench.politicians.portraits()} == {PortraitState.ACCEPTED}
    assert len(bench.workspace.comparison.gallery.politician_ids) == 3
    asked = bench.pool.asked
    bench.workspace.loads.import_people(tree)
    (end,) = ends(bench.run())
    assert (end.summary.loaded, end.summary.already) == (0, 6)
    assert (end.summary.people.added, end.summary.people.completed) == (0, 0)
    assert bench.pool.asked == asked
    assert len(bench.politicians.all()) == 3


def test_portraits_without_exactly_one_face_are_refused_with_the_reason(bench: Bench) -> None:
    tree = bench.people(1)
    folder = tree / "Italy" / "Person B"
    (folder / "none.jpg").write_text("# nobody")
    (folder / "two.jpg").write_text("1 2")
    (folder / "broken.jpg").write_text("broken")
    bench.workspace.loads.import_people(tree)
    ticks = [tick.refused_portraits for tick in bench.run() if tick.refused_portraits]
    assert len(ticks) == 1, "all of them are told together"
    told = {one.file_name: one.reason for one in ticks[0]}
    assert {one.whose for one in ticks[0]} == {bench.politicians.all()[0].full_name}
    assert {name: reason.partition(".")[0] for name, reason in told.items()} == {
        "none.jpg": "No face was found in it",
        "two.jpg": "It shows 2 faces",
        "broken.jpg": "The file is damaged",
    }
    assert bench.politicians.portrait_counts() == {bench.politicians.all()[0].id: 2}


def test_portraits_can_be_added_by_hand(bench: Bench) -> None:
    changes = politicians.add(
        bench.workspace.catalogue, given_name="Person", surname="B", country="Italy", role=""
    )
    (who,) = changes.politicians
    paths = [bench.picture("p1.jpg", "1 # 1"), bench.picture("p2.jpg", "1 # 2")]
    bench.workspace.loads.add_portraits(who, paths)
    bench.run()
    assert bench.politicians.portrait_counts() == {who: 2}


def test_a_photo_is_a_portrait_of_one_politician_only(bench: Bench) -> None:
    catalogue = bench.workspace.catalogue
    people = [
        politicians.add(catalogue, given_name="Person", surname=name, country="Italy", role="").politicians
        for name in ("B", "C")
    ]
    (first,), (other,) = people
    photo, own = bench.picture("p1.jpg", "1 # 1"), bench.picture("p2.jpg", "2 # 2")
    bench.workspace.loads.add_portraits(first, [photo])
    bench.run()
    bench.workspace.loads.add_portraits(other, [photo, own])
    (end,) = ends(bench.run())
    assert (end.summary.loaded, end.summary.already) == (1, 0)
    (refused,) = end.summary.refused
    assert str(refused.sentence).startswith("p1.jpg is a reference portrait of Person B already.")
    assert bench.politicians.portrait_counts() == {first: 1, other: 1}
    politicians.remove(catalogue, first)
    bench.workspace.loads.add_portraits(other, [photo])
    (end,) = ends(bench.run())
    assert end.summary.loaded == 1, "whoever left the index holds nothing back"


def test_folders_are_understood_when_the_politicians_come_after_the_pictures(bench: Bench) -> None:
    bench.picture("Person B/a.jpg", "1")
    bench.picture("Another/b.jpg", "2")
    bench.load()
    assert [bench.submissions.get(one).claimed_id for one in bench.submissions.ids()] == [None, None]
    changes = politicians.add(
        bench.workspace.catalogue, given_name="Person", surname="B", country="Italy", role=""
    )
    (who,) = changes.politicians
    claimed = {
        bench.submissions.get(one).file_name: bench.submissions.get(one).claimed_id
        for one in bench.submissions.ids()
    }
    assert claimed == {"a.jpg": who, "b.jpg": None}


def test_a_claim_is_resolved_when_a_table_of_names_comes_later(bench: Bench) -> None:
    bench.table([{"file": "a.jpg", "name": "Person B", "country": "Italy"}])
    bench.picture("a.jpg", "1")
    bench.load()
    (one,) = bench.submissions.ids()

    def finding() -> str:
        return next(found.code for found in bench.submissions.findings(one) if "index" in found.code)

    assert bench.submissions.get(one).claimed_id is None
    assert finding() == "not_indexed"
    index = bench.table(
        [{"country": "Italy", "role": "Prime Minister", "name": "Person", "surname": "B"}], name="index.csv"
    )
    bench.workspace.loads.import_people(index)
    ticks = bench.run()
    (who,) = bench.politicians.all()
    assert bench.submissions.get(one).claimed_id == who.id
    assert one in frozenset().union(*(tick.changes.submissions for tick in ticks))
    assert bench.submissions.rows([one])[one].claimed == "Person B"
    bench.workspace.loads.import_people(bench.people(1))
    bench.run()
    assert bench.advice() == {"a.jpg": (Outcome.APPROVE, None)}


@pytest.mark.parametrize("order", ["people first", "pictures first"])
def test_people_and_pictures_may_come_at_the_same_time(bench: Bench, order: str) -> None:
    bench.table(
        [{"file": f"{number:03}.jpg", "name": "Person B", "country": "Italy"} for number in range(30)]
    )
    for number in range(30):
        bench.picture(f"{number:03}.jpg", f"1 # {number}")
    tree = bench.people(1, 2)
    if order == "people first":
        bench.workspace.loads.import_people(tree)
        bench.workspace.loads.load([bench.box])
    else:
        bench.workspace.loads.load([bench.box])
        bench.workspace.loads.import_people(tree)
    bench.run()
    assert set(bench.advice().values()) == {(Outcome.APPROVE, None)}
    assert len(bench.advice()) == 30
    assert bench.pool.asked == 34


def test_someone_may_be_taken_out_while_the_import_runs(
    bench: Bench, at_file: Callable[[int, Callable[[], None]], None]
) -> None:
    bench.workspace.loads.import_people(bench.people(1, 2, portraits=60))
    bench.run(lambda tick: bool(bench.politicians.all()))
    gone = bench.politicians.all()[1]
    politicians.remove(bench.workspace.catalogue, gone.id)
    bench.run()
    assert [one.full_name for one in bench.politicians.all()] == ["Person B"]
    assert bench.politicians.portrait_counts()[bench.politicians.all()[0].id] == 60


# ---------------------------------------------------------------- true worker processes


def settings(finder: str = "make_fake", **changes: Any) -> WorkerSettings:
    fields: dict[str, Any] = {"count": 1, "finder": f"{fake_finders.__name__}:{finder}"}
    return WorkerSettings(**fields | changes)


def real_picture(folder: Path, name: str, *, width: int = fake_finders.FINE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.effect_noise((width, 40), 60).convert("RGB").save(path)
    return path


class Running:
    """A workspace with true worker processes."""

    def __init__(self, folder: Path, **opening: Any) -> None:
        self.ready = threading.Event()
        self.workspace = Workspace.open(folder, on_ready=self.ready.set, **opening)

    def run(self, until: Callable[[Tick], bool] = lambda tick: False) -> list[Tick]:
        ticks: list[Tick] = []
        give_up = monotonic() + PATIENCE
        self.workspace.analysis.pump()
        while self.workspace.busy and not (ticks and until(ticks[-1])):
            assert monotonic() < give_up, "the background work does not end"
            self.ready.wait(PATIENCE)
            self.ready.clear()
            ticks.append(self.workspace.tick())
        return ticks

    def states(self) -> list[AnalysisState]:
        table = self.workspace.catalogue.submissions
        return [table.get(one).state for one in sorted(table.ids())]


def test_closing_while_a_worker_hangs_is_quick_and_the_next_start_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    box = tmp_path / "box"
    real_picture(box, "0.png")
    real_picture(box, "1.png", width=fake_finders.HANG)
    real_picture(box, "2.png")
    running = Running(folder, create=True, settings=settings())
    running.workspace.loads.load([box])
    running.run(lambda tick: AnalysisState.DONE in running.states())
    assert running.workspace.busy
    started = monotonic()
    running.workspace.close()
    assert monotonic() - started < CLOSING
    running = Running(folder, settings=settings(job_seconds=4.0))
    try:
        assert running.states() == [AnalysisState.DONE, AnalysisState.PENDING, AnalysisState.PENDING]
        running.run()
        assert running.states() == [AnalysisState.DONE, AnalysisState.UNREADABLE, AnalysisState.DONE]
        unreadable = running.workspace.catalogue.submissions.get(SubmissionId(2))
        assert unreadable.unreadable
    finally:
        running.workspace.close()


def test_a_dead_worker_costs_one_picture(folder: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    for number, width in enumerate((fake_finders.FINE, fake_finders.EXIT, fake_finders.FINE)):
        real_picture(box, f"{number}.png", width=width)
    running = Running(folder, create=True, settings=settings())
    try:
        running.workspace.loads.load([box])
        ticks = running.run()
        assert not [failure for tick in ticks for failure in tick.failures]
        assert running.states() == [AnalysisState.DONE, AnalysisState.UNREADABLE, AnalysisState.DONE]
    finally:
        running.workspace.close()


@pytest.mark.expects_log("could not be started")
def test_missing_models_are_told_once_and_blame_no_picture(folder: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    for number in range(8):
        real_picture(box, f"{number}.png")
    running = Running(folder, create=True, settings=settings("make_nothing"))
    try:
        running.workspace.loads.load([box])
        ticks = running.run()
        failures = [str(failure) for tick in ticks for failure in tick.failures]
        assert len(failures) == 1
        assert "nose.dat" in failures[0]
        assert running.states() == [AnalysisState.PENDING] * 8
        assert running.workspace.analysis.paused
    finally:
        running.workspace.close()
    running = Running(folder, settings=settings())
    try:
        running.run()
        assert running.states() == [AnalysisState.DONE] * 8
    finally:
        running.workspace.close()


# ---------------------------------------------------------------- looking closely


class PatientWorkers(InstantWorkers):
    """Workers that cut out parts when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.crops: list[tuple[Crop, int, Future[CroppedPicture]]] = []

    def submit(self, request: Any, *, priority: int = 0) -> Future[Any]:
        if not isinstance(request, Crop):
            return super().submit(request, priority=priority)
        self.crops.append((request, priority, Future()))
        return self.crops[-1][2]

    def answer(self, number: int) -> CroppedPicture:
        request, _, future = self.crops[number]
        assert request.digest is not None
        facts = PictureFacts("JPEG", 640, 480)
        part = CroppedPicture(request.digest, facts, request.region, np.zeros((9, 9, 3), np.uint8))
        if not future.running():
            future.set_running_or_notify_cancel()
        future.set_result(part)
        return part


def test_a_part_is_asked_for_with_priority_and_the_last_one_counts(catalogue: Catalogue) -> None:
    one = Filing(catalogue).submission(face(1))
    pool = PatientWorkers()
    workspace = Workspace(catalogue, workers=cast("Workers", pool))
    first = workspace.crops.ask(one, FaceBox(0, 0, 9, 9), longest_side=100)
    request, priority, begun = pool.crops[0]
    submission = catalogue.submissions.get(one)
    assert request.path == workspace.media.original(submission.digest)
    assert (request.digest, request.turn, request.longest_side) == (submission.digest, 0, 100)
    assert priority > 2
    begun.set_running_or_notify_cancel()  # a worker has it in hand
    second = workspace.crops.ask(one, FaceBox(5, 5, 9, 9), longest_side=100)
    assert first.cancelled()
    third = workspace.crops.ask(one, FaceBox(7, 7, 9, 9), longest_side=100)
    assert second.cancelled()
    assert pool.crops[1][2].cancelled()
    pool.answer(0)  # too late for anybody
    part = pool.answer(2)
    assert third.result(PATIENCE) is part
    fourth = workspace.crops.ask(one, FaceBox(9, 9, 9, 9), longest_side=100)
    pool.crops[3][2].set_exception(UnreadablePicture("It is gone."))
    with pytest.raises(UnreadablePicture):
        fourth.result(PATIENCE)
    assert third.result(PATIENCE) is part
    with pytest.raises(NotFound):
        workspace.crops.ask(SubmissionId(99), FaceBox(0, 0, 9, 9), longest_side=100)
    pool.close()


def test_looking_again_tries_drawn_faces_again(catalogue: Catalogue) -> None:
    one = Filing(catalogue).submission()
    workspace = Workspace(catalogue, workers=cast("Workers", InstantWorkers()))
    thresholds = workspace.thresholds
    hand_work.draw_face(catalogue, one, FaceBox(0, 0, 90, 90), curator="ada", thresholds=thresholds)
    with catalogue.writing():
        catalogue.faces.keep_failure([each.id for each in catalogue.faces.of(one)], model=ENCODING_MODEL)
    workspace.look_again()
    Filing(catalogue).analyse(one)
    assert catalogue.faces.unencoded(model=ENCODING_MODEL, limit=9)
