"""Settings of the workers that change while they work: nothing is lost, nothing is blamed on a picture."""

import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
from filing import Filing, face
from PIL import Image

from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.records import AnalysisState, Changes, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace

PATIENCE = 120.0
SETTINGS = WorkerSettings(count=2, finder="cli_finders:make")
TESTS = Path(__file__).parents[1]


class Bench:
    """A workspace with true workers and a fake face finder."""

    def __init__(self, folder: Path) -> None:
        self.ready = threading.Event()
        self.box = folder.parent / "box"
        self.box.mkdir()
        self.workspace = Workspace.open(folder, create=True, settings=SETTINGS, on_ready=self.ready.set)
        self.submissions = self.workspace.catalogue.submissions

    def load(self, count: int) -> None:
        for number in range(count):
            noise = np.random.default_rng(number).integers(60, 140, (160, 160, 3)).astype(np.uint8)
            Image.fromarray(noise).save(self.box / f"{number:02}.png")
        self.workspace.loads.load([self.box])

    def work(self, *, until_analysed: int) -> None:
        give_up = monotonic() + PATIENCE
        self.workspace.analysis.pump()
        while len(self.in_state(AnalysisState.DONE)) < until_analysed:
            assert monotonic() < give_up, "the workers did not come to an end"
            self.ready.wait(1.0)
            self.ready.clear()
            tick = self.workspace.tick()
            assert tick.failures == ()

    def in_state(self, state: AnalysisState) -> list[SubmissionId]:
        return [
            one for one, row in self.submissions.rows(self.submissions.ids()).items() if row.state is state
        ]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.syspath_prepend(str(TESTS))
    monkeypatch.syspath_prepend(str(TESTS / "engine"))
    made = Bench(tmp_path / "catalogue")
    yield made
    made.workspace.close()


def test_before_any_worker_started_only_the_wishes_are_known(bench: Bench) -> None:
    engine = bench.workspace.engine
    assert (engine.detector, engine.workers, engine.most, engine.told) == ("yunet", 2, 2, None)
    assert engine.memory_bytes == SETTINGS.memory_bytes


def test_another_detector_takes_over_in_the_middle_and_loses_nothing(bench: Bench) -> None:
    bench.workspace.set_worker_limit(1)
    bench.load(12)
    bench.work(until_analysed=1)
    first = bench.workspace.workers
    bench.workspace.set_detector("hog")
    assert bench.workspace.workers is not first
    bench.work(until_analysed=12)
    assert bench.in_state(AnalysisState.UNREADABLE) == []
    engine = bench.workspace.engine
    assert (engine.detector, engine.workers) == ("hog", 1)
    assert engine.told is not None
    assert engine.told.encoder == "dlib-resnet-v1"


def test_the_same_detector_again_changes_nothing(bench: Bench) -> None:
    before = bench.workspace.workers
    bench.workspace.set_detector("yunet")
    assert bench.workspace.workers is before


@pytest.mark.parametrize(("wanted", "runs"), [(1, 1), (2, 2), (9, 2), (0, 1)])
def test_the_limit_stays_within_what_there_is(bench: Bench, wanted: int, runs: int) -> None:
    bench.workspace.set_worker_limit(wanted)
    assert bench.workspace.engine.workers == runs


def test_looking_again_takes_what_is_undecided_unreadable_or_not(catalogue: Catalogue) -> None:
    filing = Filing(catalogue)
    undecided = [filing.submission(face(1)) for _ in range(2)]
    decided, waiting, broken = filing.submission(face(1)), filing.waiting(), filing.unreadable()
    decisions.decide(catalogue, (decided,), verdict=Verdict.SKIPPED, curator="Ann", thresholds=Thresholds())
    workspace = Workspace(catalogue, workers=Workers(SETTINGS))
    number, changes = workspace.look_again()
    assert (number, changes.submissions) == (3, frozenset((*undecided, broken)))
    states = {one: catalogue.submissions.get(one).state for one in catalogue.submissions.ids()}
    assert states == {
        **dict.fromkeys((*undecided, waiting, broken), AnalysisState.PENDING),
        decided: AnalysisState.DONE,
    }
    assert workspace.look_again() == (0, Changes())
    workspace.close()
