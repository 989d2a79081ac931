"""The true face finder in true worker processes, with hostile files."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from curator.engine.errors import UnreadablePicture
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, Encode, WorkerSettings

pytestmark = pytest.mark.real

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PATIENCE = 100


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(WorkerSettings()) as pool:
        yield pool


def test_a_picture_is_analysed_and_its_boxes_can_be_encoded_again(workers: Workers) -> None:
    path = SAMPLE / "submissions" / "working_visit.jpg"
    analysed = workers.submit(Analyse(path=path)).result(PATIENCE)
    assert analysed.model == "dlib-resnet-v1/yunet"
    assert len(analysed.faces) == 2
    request = Encode(
        path=path,
        digest=analysed.digest,
        turn=analysed.facts.turn,
        boxes=tuple(face.box for face in analysed.faces),
    )
    encoded = workers.submit(request).result(PATIENCE)
    for face, encoding in zip(analysed.faces, encoded.encodings, strict=True):
        assert face.encoding is not None
        assert encoding is not None
        assert np.abs(face.encoding - encoding).max() < 1e-6


@pytest.mark.slow
def test_every_hostile_file_gets_an_answer_and_no_worker_dies(workers: Workers, shared_data: Path) -> None:
    paths = sorted(path for path in (shared_data / "bad_input").rglob("*") if path.is_file())
    futures = {path: workers.submit(Analyse(path=path)) for path in paths}
    outcomes = {path: future.exception(PATIENCE) for path, future in futures.items()}
    assert len(outcomes) > 100
    for path, error in outcomes.items():
        assert error is None or isinstance(error, UnreadablePicture), path
    readable = [path.name for path, error in outcomes.items() if error is None]
    assert "truncated_half.jpg" in readable
    assert "zero_bytes.jpg" not in readable
