"""How an export asks worker processes for pixels; the workers themselves are tested elsewhere."""

from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest

from curator.engine.errors import UnreadablePicture, WorkerFailure
from curator.engine.export import WorkerRenderer
from curator.engine.media import MediaStore
from curator.engine.records import Digest, PictureFacts
from curator.engine.workers.messages import Render, RenderedPicture

DIGEST = Digest("ab" * 32)


class OneAnswer:
    """Workers that give the same future to everyone."""

    def __init__(self) -> None:
        self.future: Future[RenderedPicture] = Future()
        self.asked: list[tuple[Render, int]] = []

    def submit(self, request: Render, *, priority: int = 0) -> Future[RenderedPicture]:
        self.asked.append((request, priority))
        return self.future


@pytest.fixture
def workers() -> OneAnswer:
    return OneAnswer()


def test_pixels_of_the_original_are_asked_for(tmp_path: Path, workers: OneAnswer) -> None:
    media = MediaStore(tmp_path)
    pixels = np.zeros((3, 4, 3), np.uint8)
    workers.future.set_result(RenderedPicture(DIGEST, PictureFacts("JPEG", 4, 3), pixels))
    assert WorkerRenderer(workers, media=media)(DIGEST, 3, 800) is pixels  # type: ignore[arg-type]
    request, priority = workers.asked[0]
    assert request == Render(path=media.original(DIGEST), digest=DIGEST, turn=3, width=800)
    assert priority > 0


@pytest.mark.parametrize("error", [UnreadablePicture("Gone."), WorkerFailure("Died.")])
def test_failures_come_through(tmp_path: Path, workers: OneAnswer, error: Exception) -> None:
    workers.future.set_exception(error)
    with pytest.raises(type(error), match=str(error)):
        WorkerRenderer(workers, media=MediaStore(tmp_path))(DIGEST, 0, 800)  # type: ignore[arg-type]


def test_a_cancelled_export_does_not_wait_for_paused_workers(tmp_path: Path, workers: OneAnswer) -> None:
    renderer = WorkerRenderer(workers, media=MediaStore(tmp_path), cancelled=lambda: True)  # type: ignore[arg-type]
    with pytest.raises(WorkerFailure, match="cancelled"):
        renderer(DIGEST, 0, 800)
    assert workers.future.cancelled()


def test_work_that_is_taken_out_of_the_queue_is_a_failure(tmp_path: Path, workers: OneAnswer) -> None:
    workers.future.cancel()
    with pytest.raises(WorkerFailure, match="stopped"):
        WorkerRenderer(workers, media=MediaStore(tmp_path))(DIGEST, 0, 800)  # type: ignore[arg-type]
