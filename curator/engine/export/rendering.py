"""Where an export gets its pixels from: worker processes, or whatever a caller hands in."""

from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from curator.engine.errors import WorkerFailure
from curator.engine.media import MediaStore
from curator.engine.records import Digest
from curator.engine.said import said
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Render

PRIORITY = 1
"""In the workers' queue before the background analysis, which has 0: a person waits for an export."""

_CANCEL_SECONDS = 0.2
"""How long a cancelled export may go on waiting for a worker: paused workers never answer."""


class Renderer(Protocol):
    """Makes clean pixels of an original. Called from a few threads at once."""

    def __call__(self, digest: Digest, turn: int, width: int, /) -> NDArray[np.uint8]:
        """The upright picture.

        Args:
            digest: of the original.
            turn: quarter turns counter-clockwise beyond EXIF.
            width: in pixels; narrower pictures stay as they are.

        Returns:
            Shape (h, w, 3), uint8, RGB (sRGB).

        Raises:
            UnreadablePicture: the picture is at fault.
            WorkerFailure: the worker is.
        """
        ...


class WorkerRenderer:
    """Lets worker processes open the originals."""

    def __init__(
        self, workers: Workers, *, media: MediaStore, cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        """Use these workers.

        Args:
            workers: not paused, or nothing comes back until they go on.
            media: knows where originals lie.
            cancelled: asked several times a second while waiting; the same that
                :func:`~curator.engine.export.write` gets.
        """
        self._workers = workers
        self._media = media
        self._cancelled = cancelled

    def __call__(self, digest: Digest, turn: int, width: int, /) -> NDArray[np.uint8]:
        """See :class:`Renderer`."""
        request = Render(path=self._media.original(digest), digest=digest, turn=turn, width=width)
        future = self._workers.submit(request, priority=PRIORITY)
        while True:
            try:
                return future.result(timeout=_CANCEL_SECONDS).pixels
            except TimeoutError:
                if self._cancelled():
                    future.cancel()
                    raise WorkerFailure(said("The export was cancelled.")) from None
            except CancelledError as error:
                raise WorkerFailure(
                    said("The picture was not opened because the work was stopped.")
                ) from error
