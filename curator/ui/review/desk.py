"""The review desk: the picture with its tools, the evidence beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.dossier import Dossier
from curator.engine.records import (
    AnalysisState,
    Face,
    FaceId,
    FaceOrigin,
    Match,
    Outcome,
    Reason,
    SubmissionId,
    Word,
)
from curator.engine.rules import Thresholds, match_of
from curator.ui.assets import Icon
from curator.ui.review.canvas import CanvasContent, CanvasFace, PictureCanvas
from curator.ui.review.evidence import EvidencePanel
from curator.ui.review.moments import day
from curator.ui.review.strip import Bands, bands_of
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface, Tone
from curator.ui.widgets import ToolButton, rule, set_surface, text_label

_OUTCOME_TONES = {Outcome.APPROVE: Tone.OK, Outcome.LOOK_CLOSER: Tone.WARN, Outcome.REJECT: Tone.BAD}


class ReviewDesk(QWidget):
    """Shows one submission with everything that is known about it.

    Attributes:
        shown: the ``Dossier`` that now lies on the desk, or None.
        claim_corrected: a politician's id, or None for no claim.
        submission_requested: the id of another submission to look at.
        full_screen_requested: the person wants the whole screen, or wants it back.
    """

    shown = Signal(object)
    claim_corrected = Signal(object)
    submission_requested = Signal(int)
    full_screen_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._dossier: Dossier | None = None
        self._veiled = False
        self._nothing = ""
        self.canvas = PictureCanvas()
        self.evidence = EvidencePanel(session.pictures)
        self._build()
        self.evidence.claim_corrected.connect(self.claim_corrected)
        self.evidence.submission_requested.connect(self.submission_requested)
        self.canvas.view_changed.connect(self._show_tools)
        self.canvas.face_selected.connect(lambda face_id: self.evidence.show_face(FaceId(face_id)))
        session.pictures.ready.connect(self._on_picture_ready)
        self.show_submission(None)

    # ------------------------------------------------------------ showing

    @property
    def submission_id(self) -> SubmissionId | None:
        """The submission that is shown, and that a verdict would be about."""
        return None if self._dossier is None else self._dossier.submission.id

    @property
    def waits_for_analysis(self) -> bool:
        """Whether what is on the desk was never opened, so that nobody can have seen it."""
        submission = None if self._dossier is None else self._dossier.submission
        return (
            submission is not None
            and submission.facts is None
            and submission.state is not AnalysisState.UNREADABLE
        )

    def show_submission(
        self, submission_id: SubmissionId | None, *, nothing: str = "Nothing is selected."
    ) -> None:
        """Puts a submission on the desk, or clears it.

        Args:
            submission_id: which; None for an empty desk.
            nothing: what the empty desk says.
        """
        self._nothing = nothing
        dossier = None if submission_id is None else self._session.dossier(submission_id)
        before = self._dossier
        unsafe_before = self._unsafe
        self._dossier = dossier
        self.evidence.show_dossier(
            dossier,
            thresholds=self._session.thresholds,
            politicians=self._session.politicians(),
        )
        self._title.setText("" if dossier is None else dossier.submission.file_name)
        self._facts.setText("" if dossier is None else _facts(dossier))
        self._show_picture()
        known = None if before is None else before.submission.id
        # Not at each refresh: a key may be held to look meanwhile.
        if submission_id != known or self._unsafe != unsafe_before:
            self._veil(self._veiled_now())
        self.shown.emit(dossier)

    def set_veiled(self, veiled: bool) -> None:
        """Veils pictures until a person holds the key to look, or shows them plainly."""
        self._veiled = veiled
        self._veil(self._veiled_now())

    def look(self, looking: bool) -> None:
        """Lifts the veil while a key is held."""
        self._veil(not looking and self._veiled_now())

    def _veil(self, veiled: bool) -> None:
        self.canvas.set_veiled(veiled)
        self.evidence.set_veiled(veiled)

    @property
    def _unsafe(self) -> bool:
        return self._dossier is not None and self._dossier.submission.reason is Reason.UNSAFE

    def _veiled_now(self) -> bool:
        return self._veiled or self._unsafe

    def _show_picture(self) -> None:
        dossier = self._dossier
        if dossier is None:
            self.canvas.show_content(CanvasContent(message=self._nothing))
            return
        submission = dossier.submission
        image = self._session.pictures.preview(submission.digest)
        if submission.state is AnalysisState.UNREADABLE:
            self.canvas.show_content(CanvasContent(message=submission.unreadable, broken=True))
            return
        if submission.facts is None:
            self.canvas.show_content(CanvasContent(message="Curator is looking for faces …"))
            return
        main = dossier.main_face
        self.canvas.show_content(
            CanvasContent(
                image=None if image is None or image.isNull() else image,
                full_width=submission.facts.width,
                full_height=submission.facts.height,
                faces=_canvas_faces(dossier, thresholds=self._session.thresholds),
                message=_waiting(image),
            ),
            selected=None if main is None else main.id,
        )

    def _on_picture_ready(self, digest: str) -> None:
        if self._dossier is not None and self._dossier.submission.digest == digest:
            self._show_picture()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self._title = text_label("", role=Role.STRONG, elide=Qt.TextElideMode.ElideMiddle)
        self._facts = text_label("", role=Role.DIM, elide=Qt.TextElideMode.ElideRight)
        canvas = self.canvas
        canvas.set_veil_hint("Hold H to look.")
        self._fit = ToolButton(Icon.FIT, "Fit the picture", key="0", checkable=True)
        self._actual = ToolButton(Icon.ACTUAL_SIZE, "Full size", key="1")
        self._boxes = ToolButton(Icon.BOXES, "Face boxes", key="B", checkable=True)
        self._landmarks = ToolButton(Icon.LANDMARKS, "Landmarks", key="L", checkable=True)
        full = ToolButton(Icon.FULL_SCREEN, "Full screen", key="F")
        self._fit.clicked.connect(canvas.zoom_fit)
        self._actual.clicked.connect(canvas.zoom_actual)
        self._boxes.clicked.connect(self.toggle_boxes)
        self._landmarks.clicked.connect(self.toggle_landmarks)
        full.clicked.connect(self.full_screen_requested)
        head = QWidget()
        set_surface(head, Surface.PANEL)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 2 * GRID, 12, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._title, 0)
        row.addWidget(self._facts, 1)
        for tool in (self._fit, self._actual, self._boxes, self._landmarks, full):
            row.addWidget(tool)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(head)
        middle.addWidget(rule())
        middle.addWidget(canvas, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 5)
        whole.addWidget(rule(vertical=True))
        whole.addWidget(self.evidence, 2)
        self._show_tools()

    def toggle_boxes(self) -> None:
        """Shows or hides the face boxes."""
        self.canvas.set_boxes_shown(not self.canvas.boxes_shown)

    def toggle_landmarks(self) -> None:
        """Shows or hides the landmarks."""
        self.canvas.set_landmarks_shown(not self.canvas.landmarks_shown)

    def _show_tools(self) -> None:
        self._fit.setChecked(self.canvas.fitted)
        self._boxes.setChecked(self.canvas.boxes_shown)
        self._landmarks.setChecked(self.canvas.landmarks_shown)


def _waiting(image: QImage | None) -> str:
    if image is None:
        return "Opening the picture …"
    return "The preview of this picture is missing." if image.isNull() else ""


def _canvas_faces(dossier: Dossier, *, thresholds: Thresholds) -> tuple[CanvasFace, ...]:
    """The faces with their words: those that the evidence beside them says, by the same bands."""
    bands = bands_of(dossier, thresholds=thresholds)
    faces = [face for face in dossier.faces if not face.dismissed]
    several = len(faces) > 1
    made = []
    for face in faces:
        main = dossier.main_face is not None and face.id == dossier.main_face.id
        shown = _shown_match(face, dossier, bands=bands)
        title, detail, tone = "not compared", "", Tone.NEUTRAL
        if face.box.size < thresholds.nameless_size:
            title, shown = "too small to name", None
        elif face.origin is FaceOrigin.DRAWN and shown is None:
            title = "drawn by hand"
        elif shown is not None:
            title = _title(shown, dossier, bands=bands)
            detail = f"{shown.distance:.2f} {bands.word_of(shown)}"
            tone = _tone(shown, dossier, bands=bands, several=several)
        matches = shown is not None and bands.word_of(shown) is not Word.NO_MATCH
        quiet = not main and not matches
        made.append(CanvasFace(face.id, face.box, face.landmarks, title, detail, tone, quiet))
    return tuple(made)


def _shown_match(face: Face, dossier: Dossier, *, bands: Bands) -> Match | None:
    """Whom a face is told to be, or not to be: the nearest, or the claim when nobody is near."""
    claimed = match_of(face, dossier.submission.claimed_id)
    nearest = face.matches[0] if face.matches else None
    if nearest is None or claimed is None or bands.word_of(nearest) is not Word.NO_MATCH:
        return nearest
    return claimed


def _title(shown: Match, dossier: Dossier, *, bands: Bands) -> str:
    if bands.word_of(shown) is not Word.NO_MATCH:
        return dossier.names[shown.politician_id].full_name
    if shown.politician_id == dossier.submission.claimed_id:
        return f"not {dossier.names[shown.politician_id].full_name}"
    return "nobody in the index"


def _tone(shown: Match, dossier: Dossier, *, bands: Bands, several: bool) -> Tone:
    """The tone of a face: that of its own word, but of one claimed face that of the advice."""
    submission = dossier.submission
    if submission.claimed_id is not None and submission.advice is not None and not several:
        return _OUTCOME_TONES[submission.advice.outcome]
    tone = bands.tone(shown.distance)
    if tone is Tone.BAD and several:
        # A bystander: nobody said that everyone in the picture should be somebody.
        return Tone.NEUTRAL
    if tone is Tone.OK and submission.claimed_id not in (None, shown.politician_id):
        # Near to somebody, but not to whom the sender named: not a colour that says "fine".
        return Tone.WARN
    return tone


def _facts(dossier: Dossier) -> str:
    submission = dossier.submission
    received = f"received {day(submission.received_at)}"
    if submission.facts is None:
        return received
    return f"{submission.facts.width} × {submission.facts.height} · {received}"
