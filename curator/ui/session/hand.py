"""What curators do by hand: correct what is known of a submission, promote portraits, choose among copies."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from curator.engine.deciding import copies, hand_work, promotion
from curator.engine.errors import RefusedChange
from curator.engine.records import Changes, FaceBox, FaceId, Kind, PoliticianId, SubmissionId
from curator.engine.workspace import Workspace
from curator.ui.session.running import Commands


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

    def promote(self, submission_id: SubmissionId) -> bool:
        """Makes an approved portrait a reference portrait; to be asked for a second yes before."""
        return self._run(
            submission_id,
            lambda: promotion.promote(
                self._catalogue,
                submission_id,
                curator=self._curator(),
                thresholds=self._workspace.thresholds,
            ),
        )

    def why_not_promoted(self, submission_id: SubmissionId) -> RefusedChange | None:
        """Why a submission cannot become a reference portrait; None when a second yes is all it takes."""
        return promotion.why_not(self._catalogue, submission_id)

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
            if command.changes.politicians:
                # A promoted portrait has come or gone with it.
                self._workspace.analysis.portraits_changed()
        return command.ok
