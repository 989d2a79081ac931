"""What curators correct by hand: claims, kinds, notes, faces, and which copy of a picture stays."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from curator.engine import copies, hand_work
from curator.engine.records import Changes, FaceBox, FaceId, Kind, PoliticianId, SubmissionId
from curator.engine.workspace import Workspace
from curator.ui.running import Commands


class HandWork(QObject):
    """Each is one logged step that undo takes back. Lives in the main thread."""

    def __init__(
        self, workspace: Workspace, commands: Commands, *, curator: Callable[[], str], parent: QObject
    ) -> None:
        """Ready to work.

        Args:
            workspace: whose submissions are corrected, and assessed anew at once.
            commands: the way to the catalogue.
            curator: tells who does it.
            parent: whose end is also the end of this.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._catalogue = workspace.catalogue
        self._commands = commands
        self._curator = curator

    def correct_claim(self, submission_id: SubmissionId, politician_id: PoliticianId | None) -> bool:
        """Says whom a submission shows; it is ranked and assessed anew at once."""
        return self._run(
            submission_id,
            lambda: hand_work.correct_claim(
                self._catalogue,
                submission_id,
                claimed_id=politician_id,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            ),
        )

    def correct_kind(self, submission_id: SubmissionId, kind: Kind) -> bool:
        """Says whether a submission is a deepfake or a portrait."""
        return self._run(
            submission_id,
            lambda: hand_work.correct_kind(
                self._catalogue,
                submission_id,
                kind=kind,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            ),
        )

    def edit_note(self, submission_id: SubmissionId, note: str) -> bool:
        """Writes another note."""
        return self._run(
            submission_id,
            lambda: hand_work.edit_note(
                self._catalogue,
                submission_id,
                note=note,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            ),
        )

    def draw_face(self, submission_id: SubmissionId, box: FaceBox) -> bool:
        """Adds a face that was missed; it is encoded and matched in the background."""
        return self._run(
            submission_id,
            lambda: hand_work.draw_face(
                self._catalogue,
                submission_id,
                box,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            ),
        )

    def dismiss_face(self, submission_id: SubmissionId, face_id: FaceId) -> bool:
        """Says that something is not a face."""
        return self._run(
            submission_id,
            lambda: hand_work.dismiss_face(
                self._catalogue,
                face_id,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            ),
        )

    def keep_one(self, submission_id: SubmissionId) -> Changes:
        """Rejects the undecided copies of a submission as duplicates; tells which they were."""
        with self._commands.running() as command:
            command.changes = copies.keep_one(
                self._catalogue,
                submission_id,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            )
        return command.changes

    def _run(self, submission_id: SubmissionId, change: Callable[[], Changes]) -> bool:
        with self._commands.running() as command:
            command.changes = change()
            self._workspace.analysis.reassess([submission_id])
        return command.ok
