"""Sharp parts of originals for whoever looks closely: the newest question counts."""

from concurrent.futures import CancelledError, Future

from curator.engine.catalogue import Catalogue
from curator.engine.errors import WorkerFailure
from curator.engine.media import MediaStore
from curator.engine.records import FaceBox, SubmissionId
from curator.engine.said import said
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Crop, CroppedPicture

_PRIORITY = 3
"""Of what a person moves on the screen: before what they drew or came to."""


class Crops:
    """Has workers cut parts out of submissions' pictures. Belongs to the catalogue's thread."""

    def __init__(self, catalogue: Catalogue, *, media: MediaStore, workers: Workers) -> None:
        """Begins with nothing asked for.

        Args:
            catalogue: of the submissions.
            media: where their originals lie.
            workers: the processes that open pictures.
        """
        self._catalogue = catalogue
        self._media = media
        self._workers = workers
        self._asked: tuple[Future[CroppedPicture], Future[CroppedPicture]] | None = None

    def use(self, workers: Workers) -> None:
        """Asks other workers from now on."""
        self._workers = workers

    def ask(
        self, submission_id: SubmissionId, region: FaceBox, *, longest_side: int
    ) -> Future[CroppedPicture]:
        """Has a worker cut a part out of a submission's picture, sharp at up to full size.

        Asking anew cancels what was asked before and is not answered yet: whoever moves the
        picture waits for what is shown now.

        Args:
            submission_id: whose.
            region: in pixels of the upright picture; what reaches beyond it is left out.
            longest_side: of the result in pixels, at most ``MAX_SIDE``; never enlarged.

        Returns:
            A future whose callbacks run in a worker's thread. Its exception is a ``CuratorError``;
            it is cancelled when something else was asked for meanwhile.

        Raises:
            NotFound: there is no such submission.
            WorkerFailure: the workers are closed.
        """
        submission = self._catalogue.submissions.get(submission_id)
        request = Crop(
            path=self._media.original(submission.digest),
            digest=submission.digest,
            turn=0 if submission.facts is None else submission.facts.turn,
            region=region,
            longest_side=longest_side,
        )
        if self._asked is not None:
            for one in self._asked:
                one.cancel()
        begun = self._workers.submit(request, priority=_PRIORITY)
        # A future of its own, because one that a worker has begun can no longer be cancelled.
        answer: Future[CroppedPicture] = Future()
        self._asked = answer, begun
        begun.add_done_callback(lambda done: _hand_over(done, answer))
        return answer


def _hand_over(done: Future[CroppedPicture], answer: Future[CroppedPicture]) -> None:
    """In a worker's thread: gives an answer to whoever still wants it."""
    if done.cancelled():
        answer.cancel()
    elif answer.set_running_or_notify_cancel():
        error = done.exception()
        if error is None:
            answer.set_result(done.result())
        elif isinstance(error, CancelledError):
            answer.set_exception(WorkerFailure(said("The work was cancelled.")))
        else:
            answer.set_exception(error)
