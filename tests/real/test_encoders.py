"""The sample is advised alike whichever library computes the encodings, and whichever detector is left."""

import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from curator.engine.faces import FaceFinder, FinderSettings, make_finder
from curator.engine.sample import fill_with_sample
from curator.engine.workers.messages import EngineFacts, WorkerSettings
from curator.engine.workspace import Workspace

pytestmark = [pytest.mark.real, pytest.mark.slow]

PATIENCE = 110
ONNX = WorkerSettings()
Advised = dict[str, tuple[int, str, str | None, tuple[str, ...]]]
"""By file name: the number of faces, outcome, reason, and the nearest politician of each face."""


def make_without_onnxruntime(settings: FinderSettings) -> FaceFinder:
    """In a worker: as on a machine where onnxruntime cannot be imported."""
    sys.modules["onnxruntime"] = None  # type: ignore[assignment]
    return make_finder(settings)


@dataclass(frozen=True, slots=True)
class Outcome:
    advised: Advised
    about: EngineFacts


@pytest.fixture(scope="module")
def advise(tmp_path_factory: pytest.TempPathFactory) -> Callable[[WorkerSettings], Outcome]:
    """Runs the sample from the empty catalogue to the advice; the same settings once only."""
    known: dict[WorkerSettings, Outcome] = {}

    def advised(settings: WorkerSettings) -> Outcome:
        if settings not in known:
            known[settings] = run(tmp_path_factory.mktemp("sample") / "catalogue", settings)
        return known[settings]

    return advised


def run(folder: Path, settings: WorkerSettings) -> Outcome:
    ready = threading.Event()
    with Workspace.open(folder, create=True, settings=settings, on_ready=ready.set) as workspace:
        fill_with_sample(workspace)
        workspace.analysis.pump()
        give_up = monotonic() + PATIENCE
        while workspace.busy:
            assert monotonic() < give_up, "the background work does not end"
            ready.wait(PATIENCE)
            ready.clear()
            assert workspace.tick().failures == ()
        about = workspace.workers.about()
        assert about is not None
        return Outcome(read(workspace), about)


def read(workspace: Workspace) -> Advised:
    catalogue = workspace.catalogue
    names = {one.id: one.full_name for one in catalogue.politicians.all()}
    found: Advised = {}
    for one in catalogue.submissions.ids():
        submission = catalogue.submissions.get(one)
        assert submission.advice is not None
        faces = catalogue.faces.of(one)
        nearest = tuple(names[face.matches[0].politician_id] for face in faces if face.matches)
        reason = submission.advice.reason
        found[submission.file_name] = (
            len(faces),
            submission.advice.outcome.value,
            reason and reason.value,
            nearest,
        )
    return found


def test_dlib_computes_the_same_as_onnxruntime(advise: Callable[[WorkerSettings], Outcome]) -> None:
    dlib = advise(replace(ONNX, finder_settings=FinderSettings(encoder="dlib")))
    assert dlib.about == EngineFacts("dlib-resnet-v1", "yunet", "dlib", (), dlib.about.protections)
    onnx = advise(ONNX)
    assert onnx.about == EngineFacts("dlib-resnet-v1", "yunet", "onnxruntime", (), onnx.about.protections)
    assert dlib.advised == onnx.advised


def test_face_recognition_alone_advises_the_same(advise: Callable[[WorkerSettings], Outcome]) -> None:
    plain = advise(replace(ONNX, finder_settings=FinderSettings(detector="hog", encoder="dlib")))
    assert plain.about == EngineFacts("dlib-resnet-v1", "hog", "dlib", (), plain.about.protections)
    assert plain.advised == advise(ONNX).advised


@pytest.mark.expects_log("YuNet cannot be used", "faces are encoded by dlib")
def test_without_onnxruntime_the_advice_is_the_same(advise: Callable[[WorkerSettings], Outcome]) -> None:
    blocked = advise(replace(ONNX, finder=f"{__name__}:{make_without_onnxruntime.__name__}"))
    assert (blocked.about.detector, blocked.about.runtime) == ("hog", "dlib")
    assert len(blocked.about.notes) == 2
    assert blocked.advised == advise(ONNX).advised


def test_the_advice_is_the_expected_one(advise: Callable[[WorkerSettings], Outcome], sample: Path) -> None:
    expected: dict[str, dict[str, Any]] = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    found = advise(ONNX).advised
    for name, one in expected.items():
        if "same_as" not in one:
            assert found[name][:3] == (one["faces"], one["outcome"], one["reason"]), name
