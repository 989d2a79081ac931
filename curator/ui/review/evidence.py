"""The evidence column: everything that speaks for or against a submission, read from the top."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from curator.engine.dossier import Dossier, Strip
from curator.engine.records import AnalysisState, Face, FaceId, Match, Politician
from curator.engine.rules import Thresholds, match_of
from curator.ui.assets import Icon
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.language import tr
from curator.ui.review.claim import ClaimHeading
from curator.ui.review.elsewhere import ElsewhereSection
from curator.ui.review.facts import ArrivalsSection, FactsSection
from curator.ui.review.file_says import FileSaysSection
from curator.ui.review.findings import FindingsSection
from curator.ui.review.history import HistorySection
from curator.ui.review.note import NoteSection
from curator.ui.review.previews import Pictures
from curator.ui.review.ranking import RankingSection
from curator.ui.review.sections import Section
from curator.ui.review.side_by_side import SideBySide
from curator.ui.review.strip import StripPlot, bands_of
from curator.ui.theme import GRID, Role, Surface, sized
from curator.ui.veil import Veil
from curator.ui.widgets import FollowingArea, IconMark, set_surface, text_label

MARGIN = 4 * GRID
LEAST, NARROW, WIDE = 288, 350, 460
"""The column's width in the narrowest window, on a small screen, and the width past which it gains nothing;
in logical pixels at 100 %."""


class EvidencePanel(QWidget):
    """Claim, other copies, faces, findings, ranking, plot, note, the file, facts and history in one column.

    Attributes:
        claim_corrected: a PoliticianId, or None for "nothing is claimed".
        submission_requested: the number of another submission that the person wants to see.
        note_edited: the new note.
        editing_ended: the person is through with a field.
        portrait_changed: which reference portrait is shown, counted from 0.
    """

    claim_corrected = Signal(object)
    submission_requested = Signal(int)
    note_edited = Signal(str)
    editing_ended = Signal()
    portrait_changed = Signal(int)

    def __init__(self, pictures: Pictures, *, parent: QWidget | None = None) -> None:
        """Make an empty panel.

        Args:
            pictures: gives the previews that faces are cut from.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._thresholds = Thresholds()
        self._dossier: Dossier | None = None
        self._face: Face | None = None
        self.claim = ClaimHeading()
        self.elsewhere = ElsewhereSection()
        self.faces = SideBySide(pictures=pictures)
        self.findings = FindingsSection()
        self.ranking = RankingSection()
        self.plot = StripPlot()
        self.far = Section(tr("How far is far"))
        self.note = NoteSection()
        self.file_says = FileSaysSection()
        self.facts = FactsSection()
        self.arrivals = ArrivalsSection()
        self.history = HistorySection()
        self._column = QVBoxLayout()
        self._area = FollowingArea()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(_Nothing())
        self._pages.addWidget(self._area)
        self._lay_out()
        set_surface(self, Surface.PANEL)
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Evidence"))
        self.claim.claim_corrected.connect(self.claim_corrected)
        self.findings.submission_requested.connect(self.submission_requested)
        self.note.edited.connect(self.note_edited)
        self.note.editing_ended.connect(self.editing_ended)
        self.faces.portrait_changed.connect(self.portrait_changed)

    @property
    def face(self) -> Face | None:
        """The face that the evidence is about now."""
        return self._face

    def sizeHint(self) -> QSize:
        """The size that shows everything; it grows half as fast as the text, whose lines wrap."""
        return QSize(max((NARROW + sized(NARROW)) // 2, self.minimumSizeHint().width()), 640)

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return QSize(sized(LEAST), super().minimumSizeHint().height())

    def show_dossier(
        self,
        dossier: Dossier | None,
        *,
        thresholds: Thresholds,
        politicians: Sequence[Politician] = (),
    ) -> None:
        """Show another submission, or the same one as it is now.

        Args:
            dossier: everything about it; None shows that nothing is chosen.
            thresholds: the bands in force.
            politicians: who can be claimed instead.
        """
        same = (
            dossier is not None
            and self._dossier is not None
            and dossier.submission.id == self._dossier.submission.id
        )
        kept = self._face.id if same and self._face is not None else None
        self._dossier = dossier
        self._thresholds = thresholds
        self.claim.set_politicians(politicians)
        self._face = dossier.main_face if dossier is not None else None
        if dossier is not None and kept is not None:
            self._face = _face_of(dossier, kept) or self._face
        self._pages.setCurrentIndex(0 if dossier is None else 1)
        self._show_all()
        if not same:
            self._area.verticalScrollBar().setValue(0)

    def show_face(self, face_id: FaceId | None) -> None:
        """Make another face of the same picture the one that the evidence is about.

        Args:
            face_id: which; None is the face that the program chose.
        """
        if self._dossier is None:
            return
        chosen = _face_of(self._dossier, face_id) if face_id is not None else None
        self._face = chosen or self._dossier.main_face
        self._show_about_face(self._dossier)

    def set_veil(self, veil: Veil) -> None:
        """Veil the submission's face, as the picture itself."""
        self.faces.set_veil(veil)

    def set_bindings(self, bindings: Bindings) -> None:
        """Show the keys that are bound, and follow them."""
        self._bindings = bindings
        bindings.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        shown = self._bindings.shown
        self.claim.set_key(shown(Name.CLAIM))
        self.note.edit_button.set_key(shown(Name.NOTE))
        self.faces.set_keys(previous=shown(Name.PREVIOUS_PORTRAIT), following=shown(Name.NEXT_PORTRAIT))

    @property
    def portrait_place(self) -> int:
        """Which reference portrait is shown, counted from 0."""
        return self.faces.position

    def show_portrait(self, place: int) -> None:
        """Show another reference portrait."""
        self.faces.show_portrait(place)

    def step_portrait(self, by: int) -> None:
        """Show the next (1) or the previous (-1) reference portrait."""
        self.faces.step(by)

    def correct_claim(self) -> None:
        """Open the picker of politicians."""
        self._area.ensureWidgetVisible(self.claim)
        self.claim.open_picker()

    def leave_note(self) -> bool:
        """Save a note that is being typed; False when it could not be, and is still there."""
        self.note.leave()
        return not self.note.editing

    def edit_note(self) -> None:
        """Put the cursor into the note."""
        if self._dossier is not None:
            self.note.begin()
            self._area.ensureWidgetVisible(self.note)

    # ------------------------------------------------------------ filling

    def _show_all(self) -> None:
        dossier = self._dossier
        if dossier is None:
            self.claim.show_dossier(None, matches=())
            self.faces.show_dossier(None, face=None)
            return
        submission = dossier.submission
        # In one go: rows that come and go one by one would flicker.
        self._area.setUpdatesEnabled(False)
        try:
            self._show_about_face(dossier)
            self.elsewhere.show_elsewhere(dossier.elsewhere, submission=submission)
            self.note.show_note(submission.note, about=submission.id)
            if submission.state is AnalysisState.PENDING and not dossier.findings:
                self.findings.show_waiting()
            else:
                self.findings.show_findings(dossier.findings)
            read = submission.state is AnalysisState.DONE
            self.file_says.show_declarations(dossier.declarations, read=read)
            self.facts.show_submission(submission)
            self.arrivals.show_arrivals(dossier.arrivals)
            self.history.show_history(dossier.history)
        finally:
            self._area.setUpdatesEnabled(True)

    def _show_about_face(self, dossier: Dossier) -> None:
        matches: tuple[Match, ...] = self._face.matches if self._face is not None else ()
        bands = bands_of(dossier, thresholds=self._thresholds)
        self.claim.show_dossier(dossier, matches=matches, bands=bands)
        self.faces.show_dossier(dossier, face=self._face)
        claimed_id = dossier.submission.claimed_id
        self.ranking.show_matches(matches, names=dossier.names, claimed_id=claimed_id, bands=bands)
        self.plot.show_strip(_strip(dossier, self._face), bands=bands)
        self.far.setVisible(not self.plot.is_empty)

    def _lay_out(self) -> None:
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Reached with Tab, so that the arrow keys scroll it; the sheet draws the ring.
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(tr("Evidence"))
        area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        content = QWidget()
        content.setLayout(self._column)
        area.setWidget(content)
        self._column.setContentsMargins(MARGIN, 3 * GRID, MARGIN, MARGIN)
        self._column.setSpacing(3 * GRID)
        self.far.set_rows([self.plot])
        for part in (
            self.claim,
            self.elsewhere,
            self.faces,
            self.findings,
            self.ranking,
            self.far,
            self.note,
            self.file_says,
            self.facts,
            self.arrivals,
            self.history,
        ):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _on_range_changed(self, least: int, most: int) -> None:
        """Let the scroll bar take its room from the margin: the column keeps its width and stays calm."""
        bar = self._area.verticalScrollBar().sizeHint().width() if most > least else 0
        self._column.setContentsMargins(MARGIN, 3 * GRID, max(GRID, MARGIN - bar), MARGIN)


class _Nothing(QWidget):
    """What stands here while no submission is chosen."""

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        sentence = text_label(
            tr("Choose a submission to see whom it shows, and what speaks for and against it."),
            role=Role.DIM,
            wrap=True,
        )
        sentence.setAlignment(centre)
        column = QVBoxLayout(self)
        column.setContentsMargins(8 * GRID, MARGIN, 8 * GRID, MARGIN)
        column.setSpacing(3 * GRID)
        column.addStretch(2)
        column.addWidget(IconMark(Icon.FACE, size=32), 0, centre)
        column.addWidget(sentence)
        column.addStretch(3)


def _face_of(dossier: Dossier, face_id: FaceId) -> Face | None:
    return next((face for face in dossier.faces if face.id == face_id and not face.dismissed), None)


def _strip(dossier: Dossier, face: Face | None) -> Strip:
    """The plot of the face that is looked at; the dossier's own is that of its main face."""
    if face is None or face is dossier.main_face or dossier.compared is None:
        return dossier.strip
    this = match_of(face, dossier.compared.id)
    others = tuple(one.distance for one in face.matches if one.politician_id != dossier.compared.id)
    return Strip(dossier.strip.own, None if this is None else this.distance, others)
