"""The review desk: the picture with its tools, the evidence beside it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.dossier import Dossier
from curator.engine.records import AnalysisState, FaceBox, FaceId, Reason, SubmissionId
from curator.ui.keyboard.bindings import Bindings, usual_key
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr, tr_stored
from curator.ui.review.canvas import CanvasContent, PictureCanvas
from curator.ui.review.canvas_faces import canvas_faces
from curator.ui.review.evidence import EvidencePanel
from curator.ui.review.head import DeskHead
from curator.ui.session import Session
from curator.ui.veil import Veil
from curator.ui.widgets import rule

if TYPE_CHECKING:
    from curator.ui.review.compare import CompareView
    from curator.ui.review.copies import CopiesView

_USUAL_PICTURE = 480
"""So wide is the picture before the evidence gets more than it needs; in logical pixels."""
_EVIDENCE_SHARE = 4
"""On large screens the evidence has one part in so many at least."""


class ReviewDesk(QWidget):
    """Shows one submission with everything that is known about it.

    The picture gives its place to the comparison with a portrait, or to the near-duplicates,
    while a person looks at those.

    Attributes:
        shown: the ``Dossier`` that now lies on the desk, or None.
        claim_corrected: a politician's id, or None for no claim.
        note_edited: the new note.
        face_drawn: the ``FaceBox`` of a face that was missed.
        face_dismissed: the id of what is not a face.
        keep_requested: the id of the near-duplicate that stays.
        submission_requested: the id of another submission to look at.
        full_screen_requested: the person wants the whole screen, or wants it back.
        left: the person is through with a field or a view; the keys are the desk's again.
        told: a short sentence about what a key could not do.
    """

    shown = Signal(object)
    claim_corrected = Signal(object)
    note_edited = Signal(str)
    face_drawn = Signal(object)
    face_dismissed = Signal(int)
    keep_requested = Signal(int)
    submission_requested = Signal(int)
    full_screen_requested = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dossier: Dossier | None = None
        self._veil_chosen = Veil.NONE
        self._looking = False
        self._nothing = ""
        self.head = DeskHead()
        self.canvas = PictureCanvas()
        self._compare: CompareView | None = None
        self._copies: CopiesView | None = None
        self._bindings: Bindings | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.evidence = EvidencePanel(session.pictures, parent=self.splitter)
        self._picture_part = QWidget()
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self._tell_look(usual_key(Name.LOOK))
        self.show_submission(None)

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._picture_part)
        column = QVBoxLayout(self._picture_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(self._middle, 1)
        self._middle.addWidget(self.canvas)
        self.splitter.addWidget(self.evidence)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 2)

    # ------------------------------------------------------------ room

    def sizeHint(self) -> QSize:
        """As narrow as it can get: what stands beside it has its room first, and this has all the rest."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        middle, evidence = self._picture_part.minimumSizeHint(), self.evidence.minimumSizeHint()
        width = middle.width() + self.splitter.handleWidth() + evidence.width()
        return QSize(width, max(middle.height(), evidence.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when something needs more or less of it, as with another size of text."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        """The evidence is as wide as it usually is, unless that leaves too little of the picture."""
        room = self.width() - self.splitter.handleWidth() - _USUAL_PICTURE
        evidence, share = self.evidence, self.width() // _EVIDENCE_SHARE
        usual = max(evidence.sizeHint().width(), min(evidence.maximumWidth(), share))
        evidence.setMinimumWidth(max(evidence.minimumSizeHint().width(), min(usual, room)))

    def _connect(self) -> None:
        self.evidence.claim_corrected.connect(self.claim_corrected)
        self.evidence.submission_requested.connect(self.submission_requested)
        self.evidence.note_edited.connect(self.note_edited)
        self.evidence.editing_ended.connect(self.left)
        self.canvas.view_changed.connect(self._show_tools)
        self.canvas.drawing_ended.connect(self._show_tools)
        self.canvas.box_drawn.connect(self.face_drawn)
        self.canvas.face_selected.connect(self._on_face_selected)
        self.canvas.detail_wanted.connect(self._on_detail_wanted)
        self.head.pressed.connect(self.act)
        self._session.crops.ready.connect(self._on_crop_ready)
        self._session.pictures.ready.connect(self._on_picture_ready)

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self.head.set_bindings(bindings)
        self.evidence.set_bindings(bindings)
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        if self._bindings is None:
            return
        shown = self._bindings.shown
        if self._compare is not None:
            self._compare.set_keys(
                previous=shown(Name.PREVIOUS_PORTRAIT), following=shown(Name.NEXT_PORTRAIT)
            )
        self._tell_look(shown(Name.LOOK))

    def _tell_look(self, key: str) -> None:
        self.canvas.set_veil_hint(tr("Hold {key} to look.", key=key) if key else "")

    # ------------------------------------------------------------ views in the picture's place

    # Imported where they are made: nobody waits at the start for what may never be shown.

    @property
    def compare(self) -> "CompareView":
        """The comparison with a portrait, which is made when it is first wanted."""
        if self._compare is None:
            from curator.ui.review.compare import CompareView

            made = self._compare = CompareView(self._session.pictures)
            made.set_veil(self._veil)
            self.evidence.portrait_changed.connect(made.show_portrait)
            made.portrait_changed.connect(self.evidence.show_portrait)
            made.closed.connect(self._show_canvas)
            self._middle.addWidget(made)
            self._show_keys()
        return self._compare

    @property
    def copies(self) -> "CopiesView":
        """The near-duplicates, likewise."""
        if self._copies is None:
            from curator.ui.review.copies import CopiesView

            made = self._copies = CopiesView(self._session.pictures)
            made.set_veil(self._veil)
            made.closed.connect(self._show_canvas)
            made.keep_requested.connect(self.keep_requested)
            made.submission_requested.connect(self.submission_requested)
            self._middle.addWidget(made)
        return self._copies

    # ------------------------------------------------------------ showing

    @property
    def dossier(self) -> Dossier | None:
        """What lies on the desk."""
        return self._dossier

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

    def show_submission(self, submission_id: SubmissionId | None, *, nothing: str = "") -> None:
        """Puts a submission on the desk, or clears it.

        Args:
            submission_id: which; None for an empty desk.
            nothing: what the empty desk says.
        """
        if submission_id != self.submission_id:
            # While it is still clear whose note it is.
            self.evidence.leave_note()
        self._nothing = nothing or tr("Nothing is selected.")
        dossier = None if submission_id is None else self._session.dossier(submission_id)
        known, unsafe_before = self.submission_id, self._unsafe
        if submission_id != known:
            # A name is picked for what lay there when the picker was opened.
            self.evidence.claim.picker.close()
        self._dossier = dossier
        if submission_id != known and self._middle.currentWidget() is self._copies:
            self._show_canvas()
        self._show_picture()
        # Not at each refresh: a key may be held to look meanwhile.
        if submission_id != known or self._unsafe != unsafe_before:
            self._looking = False
            self._show_veil()
        if submission_id != known and self.canvas.isVisible():
            # The picture at once; what is told about it takes another frame to put together.
            self.canvas.repaint()
        self.head.show_dossier(dossier)
        self.evidence.show_dossier(
            dossier, thresholds=self._session.thresholds, politicians=self._session.people.all()
        )
        self._show_view()
        self.shown.emit(dossier)

    def set_veil(self, veil: Veil) -> None:
        """Veils pictures until a person holds the key to look, or shows them plainly."""
        self._veil_chosen = veil
        self._show_veil()

    def look(self, looking: bool) -> None:
        """Lifts the veil while a key is held."""
        self._looking = looking
        self._show_veil()

    def _show_veil(self) -> None:
        for view in (self.canvas, self._compare, self._copies, self.evidence):
            if view is not None:
                view.set_veil(self._veil)

    @property
    def _veil(self) -> Veil:
        return Veil.NONE if self._looking else Veil.HIDE if self._unsafe else self._veil_chosen

    @property
    def _unsafe(self) -> bool:
        return self._dossier is not None and self._dossier.submission.reason is Reason.UNSAFE

    # ------------------------------------------------------------ tools

    def act(self, name: Name) -> None:
        """Does what a tool or its key does to the picture."""
        acts: Mapping[Name, Callable[[], None]] = {
            Name.FIT: self.canvas.zoom_fit,
            Name.ACTUAL: self.canvas.zoom_actual,
            Name.ZOOM_IN: self.canvas.zoom_in,
            Name.ZOOM_OUT: self.canvas.zoom_out,
            Name.BOXES: lambda: self.canvas.set_boxes_shown(not self.canvas.boxes_shown),
            Name.LANDMARKS: lambda: self.canvas.set_landmarks_shown(not self.canvas.landmarks_shown),
            Name.NEXT_FACE: lambda: self.canvas.step_face(1),
            Name.PREVIOUS_FACE: lambda: self.canvas.step_face(-1),
            Name.DRAW_FACE: self._toggle_drawing,
            Name.NOT_A_FACE: self._dismiss,
            Name.COMPARE: lambda: self._toggle(self.compare),
            Name.COPIES: lambda: self._toggle(self.copies),
            Name.FLICKER: self._flicker,
            Name.NEXT_PORTRAIT: lambda: self.evidence.step_portrait(1),
            Name.PREVIOUS_PORTRAIT: lambda: self.evidence.step_portrait(-1),
            Name.CLAIM: self.evidence.correct_claim,
            Name.NOTE: self.evidence.edit_note,
            Name.FULL_SCREEN: self.full_screen_requested.emit,
        }
        acts[name]()
        self._show_tools()

    def attend(self) -> None:
        """Takes the focus to what is looked at."""
        if self._copies is not None and self._middle.currentWidget() is self._copies:
            self._copies.attend()
        elif self._compare is not None and self._middle.currentWidget() is self._compare:
            self._compare.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_drawing(self) -> None:
        if self.canvas.drawing:
            self.canvas.stop_drawing()
            return
        self._show_canvas()
        self.canvas.start_drawing()

    def _dismiss(self) -> None:
        if self._dossier is None or self.canvas.selected is None:
            self.told.emit(tr("No face is selected."))
            return
        self.face_dismissed.emit(self.canvas.selected)

    def _flicker(self) -> None:
        if self._compare is not None and self._middle.currentWidget() is self._compare:
            self._compare.toggle_flicker()

    def _toggle(self, view: QWidget) -> None:
        if self._middle.currentWidget() is view:
            self._show_canvas()
            return
        if self._dossier is None:
            self.told.emit(tr("There is nothing on the desk to compare."))
            return
        self.canvas.stop_drawing()
        self._middle.setCurrentWidget(view)
        self._show_view()
        self.attend()

    def _show_canvas(self) -> None:
        self._middle.setCurrentWidget(self.canvas)
        self._show_tools()
        self.left.emit()

    def _show_view(self) -> None:
        """Fills the view that has taken the picture's place."""
        dossier = self._dossier
        if self._middle.currentWidget() is self._compare:
            self._show_comparison()
        elif self._middle.currentWidget() is self._copies and dossier is not None:
            rows = self._session.rows([copy.submission_id for copy in dossier.copies])
            self.copies.show_copies(dossier.copies, rows=rows, on_desk=dossier.submission.id)
        self._show_tools()

    def _show_comparison(self) -> None:
        self.compare.show_dossier(self._dossier, face=self.evidence.face, thresholds=self._session.thresholds)
        self.compare.show_portrait(self.evidence.portrait_place)

    def _show_tools(self) -> None:
        view = self._middle.currentWidget()
        seen = view is self.canvas and self.canvas.shows_picture
        self.head.zoom.show_zoom(self.canvas.zoom_percent if seen else None, fitted=self.canvas.fitted)
        self.head.show_checked(
            {
                Name.FIT: self.canvas.fitted,
                Name.BOXES: self.canvas.boxes_shown,
                Name.LANDMARKS: self.canvas.landmarks_shown,
                Name.DRAW_FACE: self.canvas.drawing,
                Name.COMPARE: view is self._compare,
                Name.COPIES: view is self._copies,
            }
        )

    # ------------------------------------------------------------ the picture

    def _show_picture(self) -> None:
        dossier = self._dossier
        if dossier is None:
            self.canvas.show_content(CanvasContent(message=self._nothing))
            return
        submission = dossier.submission
        image = self._session.pictures.preview(submission.digest)
        if submission.state is AnalysisState.UNREADABLE:
            self.canvas.show_content(CanvasContent(message=tr_stored(submission.unreadable), broken=True))
            return
        if submission.facts is None:
            self.canvas.show_content(CanvasContent(message=tr("Curator is looking for faces …")))
            return
        main = dossier.main_face
        self.canvas.show_content(
            CanvasContent(
                image=None if image is None or image.isNull() else image,
                full_width=submission.facts.width,
                full_height=submission.facts.height,
                faces=canvas_faces(dossier, thresholds=self._session.thresholds),
                message=_waiting(image),
            ),
            selected=None if main is None else main.id,
        )

    def _on_picture_ready(self, digest: str) -> None:
        if self._dossier is not None and self._dossier.submission.digest == digest:
            self._show_picture()
        if self._copies is not None and self._middle.currentWidget() is self._copies:
            self._copies.look_again(digest)

    def _on_face_selected(self, face_id: int) -> None:
        self.evidence.show_face(FaceId(face_id))
        if self._middle.currentWidget() is self._compare:
            self._show_comparison()

    def _on_detail_wanted(self, region: FaceBox, longest_side: int) -> None:
        if self.submission_id is not None:
            self._session.crops.ask(self.submission_id, region, longest_side=longest_side)

    def _on_crop_ready(self, submission_id: int, region: FaceBox, image: QImage) -> None:
        if submission_id == self.submission_id:
            self.canvas.show_detail(region, image)


def _waiting(image: QImage | None) -> str:
    if image is None:
        return tr("Opening the picture …")
    return tr("The preview of this picture is missing.") if image.isNull() else ""
