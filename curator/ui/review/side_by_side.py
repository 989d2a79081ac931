"""Puts the submission's face beside the reference portraits of a politician, at one size of face."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from curator.engine.dossier import Dossier
from curator.engine.records import (
    AnalysisState,
    Face,
    FaceBox,
    FaceOrigin,
    Reason,
    ReferencePortrait,
    Verdict,
)
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.language import tr
from curator.ui.review.face_pane import FacePane
from curator.ui.review.previews import Pictures
from curator.ui.theme import GRID, Role
from curator.ui.veil import Veil
from curator.ui.widgets import ToolButton, text_label

_CAPTION_HEIGHT = 24


class SideBySide(QWidget):
    """The face at the left, a reference portrait at the right, a caption under each.

    Attributes:
        portrait_changed: which portrait a person stepped to, counted from 0.
    """

    portrait_changed = Signal(int)

    def __init__(self, *, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Make empty panes.

        Args:
            pictures: gives previews; asked again when one is ready.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._pictures = pictures
        self._dossier: Dossier | None = None
        self._face: Face | None = None
        self._position = 0
        self.face_pane = FacePane()
        self.portrait_pane = FacePane()
        # Broken into lines where they are long: the faces stay equally large, and nothing is cut.
        self._face_caption = text_label("", role=Role.CAPTION, wrap=True)
        self._portrait_caption = text_label("", role=Role.CAPTION, wrap=True)
        self._previous = ToolButton(Icon.PREVIOUS, tr("Previous portrait"), key="[", size=ICON_SMALL)
        self._next = ToolButton(Icon.NEXT, tr("Next portrait"), key="]", size=ICON_SMALL)
        stepper = QHBoxLayout()
        stepper.setSpacing(0)
        stepper.addWidget(self._portrait_caption, 1)
        stepper.addWidget(self._previous)
        stepper.addWidget(self._next)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.face_pane, 0, 0)
        grid.addWidget(self.portrait_pane, 0, 1)
        grid.addWidget(self._face_caption, 1, 0)
        grid.addLayout(stepper, 1, 1)
        grid.setRowMinimumHeight(1, _CAPTION_HEIGHT)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        pictures.ready.connect(self._on_ready)

    @property
    def portrait(self) -> ReferencePortrait | None:
        """The reference portrait that is shown."""
        portraits = self._dossier.portraits if self._dossier is not None else ()
        return portraits[self._position] if portraits else None

    @property
    def position(self) -> int:
        """Which of the reference portraits is shown, counted from 0."""
        return self._position

    def captions(self) -> tuple[str, str]:
        """What stands under the face and under the portrait."""
        return self._face_caption.text(), self._portrait_caption.text()

    def show_dossier(self, dossier: Dossier | None, *, face: Face | None) -> None:
        """Show another submission; the same one keeps the portrait that was stepped to.

        Args:
            dossier: the submission, or None for none.
            face: the one that is compared; None when there is none.
        """
        before = self.portrait
        self._dossier, self._face = dossier, face
        known = [one.id for one in dossier.portraits] if dossier is not None else []
        self._position = known.index(before.id) if before is not None and before.id in known else 0
        self._show_face()
        self._show_portrait()

    def step(self, by: int) -> None:
        """Show the next or an earlier reference portrait, round and round."""
        portraits = self._dossier.portraits if self._dossier is not None else ()
        if portraits:
            self.show_portrait((self._position + by) % len(portraits))
            self.portrait_changed.emit(self._position)

    def show_portrait(self, place: int) -> None:
        """Show one of the reference portraits, counted from 0; tells nobody."""
        portraits = self._dossier.portraits if self._dossier is not None else ()
        if 0 <= place < len(portraits):
            self._position = place
            self._show_portrait()

    def set_keys(self, *, previous: str, following: str) -> None:
        """Tell other keys for stepping; binding them is the window's part."""
        self._previous.set_key(previous)
        self._next.set_key(following)

    def set_veil(self, veil: Veil) -> None:
        """Veil the submission's face; reference portraits are the program's own and stay."""
        self.face_pane.set_veil(veil)

    def _show_face(self) -> None:
        dossier, face = self._dossier, self._face
        self._face_caption.setText(self._about_face())
        self.face_pane.setAccessibleName(self._about_face() or tr("No face"))
        if dossier is None:
            self.face_pane.show_placeholder("", image=Icon.PICTURE)
            return
        submission = dossier.submission
        unsafe = submission.verdict is Verdict.REJECTED and submission.reason is Reason.UNSAFE
        facts = submission.facts
        if unsafe:
            self.face_pane.show_placeholder(tr("Hidden: marked as unsafe"), image=Icon.UNSAFE)
        elif submission.state is AnalysisState.UNREADABLE:
            self.face_pane.show_placeholder(tr("No picture"), image=Icon.BROKEN_PICTURE)
        elif submission.state is AnalysisState.PENDING and face is None:
            self.face_pane.show_placeholder(tr("Not analysed yet"), image=Icon.WAITING)
        elif face is None or facts is None:
            self.face_pane.show_placeholder(tr("No face"), image=Icon.NO_FACE)
        else:
            image = self._pictures.preview(submission.digest)
            full_size = QSize(facts.width, facts.height)
            _show(self.face_pane, image, box=face.box, full_size=full_size)

    def _show_portrait(self) -> None:
        dossier, portrait = self._dossier, self.portrait
        count = len(dossier.portraits) if dossier is not None else 0
        for button in (self._previous, self._next):
            button.setVisible(count > 1)
        if dossier is None or portrait is None:
            compared = dossier is not None and dossier.compared is not None
            words = tr("No reference portraits") if compared else tr("Nobody to compare with")
            self._portrait_caption.setText("")
            self.portrait_pane.show_placeholder(words if dossier is not None else "", image=Icon.PERSON)
            self.portrait_pane.setAccessibleName(words)
            return
        caption = tr("portrait {number} of {count}", number=self._position + 1, count=count)
        self._portrait_caption.setText(caption)
        name = dossier.compared.full_name if dossier.compared is not None else ""
        self.portrait_pane.setAccessibleName(f"{caption}, {name}")
        image = self._pictures.preview(portrait.digest)
        full_size = QSize(portrait.width, portrait.height)
        _show(self.portrait_pane, image, box=portrait.box, full_size=full_size)

    def _about_face(self) -> str:
        if self._dossier is None or self._face is None:
            return ""
        faces = [face for face in self._dossier.faces if not face.dismissed]
        size = tr("{n} px", n=self._face.box.size)
        if self._face.origin is FaceOrigin.DRAWN:
            size = tr("{size}, drawn by hand", size=size)
        if len(faces) > 1 and self._face in faces:
            number = faces.index(self._face) + 1
            return tr("face {number} of {count} · {size}", number=number, count=len(faces), size=size)
        return tr("this face · {size}", size=size)

    def _on_ready(self, digest: str) -> None:
        if self._dossier is not None and digest == self._dossier.submission.digest:
            self._show_face()
        portrait = self.portrait
        if portrait is not None and digest == portrait.digest:
            self._show_portrait()


def _show(pane: FacePane, image: QImage | None, *, box: FaceBox | None, full_size: QSize) -> None:
    if image is None:
        pane.show_placeholder(tr("Loading …"), image=Icon.PICTURE)
    elif image.isNull():
        pane.show_placeholder(tr("The preview is missing"), image=Icon.BROKEN_PICTURE)
    else:
        pane.show_face(image, box=box, full_size=full_size)
