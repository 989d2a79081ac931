"""Sharp crops of originals for the window: made by workers, handed over as images."""

from concurrent.futures import CancelledError, Future
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from curator.engine.errors import CuratorError
from curator.engine.records import FaceBox, SubmissionId
from curator.engine.workers.messages import CroppedPicture
from curator.engine.workspace import Workspace


class Crops(QObject):
    """Asks for crops and tells when they are there. Lives in the main thread.

    A crop that cannot be made is not told: the preview is shown as before, only less sharp, and
    whatever is wrong with the file was told when it was analysed.

    Attributes:
        ready: the submission's id, the ``FaceBox`` of the region, and the ``QImage``.
    """

    ready = Signal(int, object, object)
    _made = Signal(int, object, object)

    def __init__(self, workspace: Workspace, *, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._closed = False
        self._made.connect(self._on_made)

    def ask(self, submission_id: SubmissionId, region: FaceBox, *, longest_side: int) -> None:
        """Asks for a region in picture pixels; an older question that no worker has begun is dropped."""

        def take(done: "Future[CroppedPicture]") -> None:
            """In a worker's thread."""
            with suppress(CancelledError, CuratorError, RuntimeError):
                # RuntimeError: a session that was closed meanwhile may be gone.
                self._made.emit(submission_id, region, _image(done.result()))

        with suppress(CuratorError):
            self._workspace.crops.ask(submission_id, region, longest_side=longest_side).add_done_callback(
                take
            )

    def close(self) -> None:
        """Nothing is told afterwards."""
        self._closed = True

    def _on_made(self, submission_id: int, region: FaceBox, image: QImage) -> None:
        if not self._closed:
            self.ready.emit(submission_id, region, image)


def _image(rendered: CroppedPicture) -> QImage:
    height, width, _ = rendered.pixels.shape
    # A copy: the image would only borrow the array's memory.
    return QImage(rendered.pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
