"""The sample, from the empty catalogue to the advice, with the true models."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from curator.engine import dossier
from curator.engine.deciding import decisions
from curator.engine.records import AnalysisState, PortraitState, Reason, SubmissionId, Verdict
from curator.engine.sample import fill_with_sample
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Tick, Workspace

pytestmark = [pytest.mark.real, pytest.mark.slow]

PATIENCE = 110


class Job:
    """The sample's catalogue with its background work."""

    def __init__(self, folder: Path) -> None:
        self.ready = threading.Event()
        self.workspace = Workspace.open(
            folder, create=True, settings=WorkerSettings(), on_ready=self.ready.set
        )
        self.catalogue = self.workspace.catalogue

    def run(self) -> list[Tick]:
        ticks: list[Tick] = []
        give_up = monotonic() + PATIENCE
        self.workspace.analysis.pump()
        while self.workspace.busy:
            assert monotonic() < give_up, "the background work does not end"
            self.ready.wait(PATIENCE)
            self.ready.clear()
            ticks.append(self.workspace.tick())
        return ticks

    def named(self, name: str) -> SubmissionId:
        """The submission that arrived under that file name."""
        table = self.catalogue.submissions
        (found,) = (one for one in table.ids() if name in {each.file_name for each in table.arrivals(one)})
        return found


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Job]:
    made = Job(tmp_path_factory.mktemp("sample") / "catalogue")
    fill_with_sample(made.workspace)
    ticks = made.run()
    assert [failure for tick in ticks for failure in tick.failures] == []
    assert [one for tick in ticks for one in tick.refused_portraits] == []
    assert len([end for tick in ticks for end in tick.ended]) == 3
    yield made
    made.workspace.close()


@pytest.fixture(scope="module")
def expected(sample: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    return found


def test_everybody_is_there(job: Job, sample: Path) -> None:
    people = job.catalogue.politicians.all()
    portraits = job.catalogue.politicians.portraits()
    assert len(people) == len((sample / "politicians.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert len(portraits) == len(list((sample / "politicians").rglob("*.jpg")))
    assert {one.state for one in portraits} == {PortraitState.ACCEPTED}
    assert all(one.role for one in people)
    assert job.workspace.comparison.odd_ones == {}


def test_every_submission_is_advised_as_expected(job: Job, expected: dict[str, dict[str, Any]]) -> None:
    table = job.catalogue.submissions
    found = {}
    for name in expected:
        submission = table.get(job.named(name))
        assert submission.advice is not None
        found[name] = {
            "faces": len(job.catalogue.faces.of(submission.id)),
            "outcome": submission.advice.outcome.value,
            "reason": submission.advice.reason and submission.advice.reason.value,
        }
    wanted = {
        name: {key: one[key] for key in ("faces", "outcome", "reason")} for name, one in expected.items()
    }
    assert found == wanted
    copies = {name: one["same_as"] for name, one in expected.items() if "same_as" in one}
    assert copies
    for name, original in copies.items():
        assert job.named(name) == job.named(original)
    assert len(table.ids()) == len(expected) - len(copies)


def test_everything_can_be_looked_at(job: Job) -> None:
    for one in job.catalogue.submissions.ids():
        found = dossier.gather(job.catalogue, one, spread=job.workspace.comparison.spread)
        if found.submission.state is AnalysisState.UNREADABLE:
            assert found.submission.unreadable
            continue
        assert found.submission.state is AnalysisState.DONE
        assert job.workspace.media.preview(found.submission.digest).exists()
        assert job.workspace.media.verify(found.submission.digest)
        assert found.findings
        assert (found.main_face is not None) == bool(found.faces)
        for face in found.faces:
            assert face.matches
            assert len(face.landmarks) == 5
            facts = found.submission.facts
            assert facts is not None
            assert face.box.clipped(width=facts.width, height=facts.height) == face.box


def test_a_decision_an_undo_and_the_next_analysis_leave_the_advice_as_it_was(job: Job) -> None:
    one = job.named("minister_beach.jpg")
    before = dossier.gather(job.catalogue, one)
    decisions.decide(
        job.catalogue,
        [one],
        verdict=Verdict.REJECTED,
        reason=Reason.OTHER,
        curator="ada",
        thresholds=job.workspace.thresholds,
    )
    assert job.catalogue.faces.encodings([one], model="dlib-resnet-v1") == {}
    decisions.undo(job.catalogue, curator="ada")
    job.run()
    after = dossier.gather(job.catalogue, one)
    assert after.submission == before.submission
    assert after.findings == before.findings
    assert [face.box for face in after.faces] == [face.box for face in before.faces]
    assert len(job.catalogue.faces.encodings([one], model="dlib-resnet-v1")) == 1
    assert job.catalogue.complaints() == ()
