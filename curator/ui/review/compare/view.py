"""Compares the submission's face with a reference portrait, eye on eye, in place of the picture."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from curator.engine.alignment import Eyes, eyes_of
from curator.engine.dossier import Dossier
from curator.engine.records import Face, FaceBox, Point, PortraitId, Reason, Verdict
from curator.engine.rules import Thresholds
from curator.ui.assets import Icon
from curator.ui.language import tr
from curator.ui.review.compare.controls import ModeBar, ModeTools
from curator.ui.review.compare.eye_crop import EyeCrop
from curator.ui.review.compare.flicker import Flicker
from curator.ui.review.compare.modes import CompareMode
from curator.ui.review.compare.pane import Layer
from curator.ui.review.compare.plot import SpreadPlot
from curator.ui.review.compare.sheet import CompareSheet
from curator.ui.review.compare.stage import Stage
from curator.ui.review.compare.wording import (
    face_caption,
    nothing_to_compare,
    others_listed,
    portrait_caption,
    spread_of,
    told,
)
from curator.ui.review.previews import Pictures
from curator.ui.review.strip import bands_of
from curator.ui.theme import Role
from curator.ui.veil import Veil
from curator.ui.widgets import EmptyState, rule, text_label

OVERLAY_START = 50
"""Where the slider of the overlay stands at first, of 100: both faces can be seen."""

_CropKey = tuple[int, Eyes]


class CompareView(QWidget):
    """Face and portrait side by side, one over the other, or in turn; below, how far is far.

    It decides nothing. Its keys, while the focus is in it: Space shows the other picture of the flicker,
    Escape closes, arrows move the slider.

    Attributes:
        portrait_changed: the place of the portrait that the person stepped to, from 0.
        closed: the picture is wanted back.
    """

    portrait_changed = Signal(int)
    closed = Signal()

    def __init__(
        self, pictures: Pictures, *, flicker: Flicker | None = None, parent: QWidget | None = None
    ) -> None:
        """Make an empty view.

        Args:
            pictures: gives previews; asked again when one is ready.
            flicker: turns the two pictures over; one with the usual time when None.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._pictures = pictures
        self._dossier: Dossier | None = None
        self._face: Face | None = None
        self._thresholds = Thresholds()
        self._distances: Mapping[PortraitId, float] = {}
        self._place = 0
        self._mode = CompareMode.SIDE_BY_SIDE
        self._veil = Veil.NONE
        self._crops: dict[str, tuple[_CropKey, EyeCrop]] = {}
        self.flicker = flicker or Flicker(parent=self)
        self.bar = ModeBar()
        self.stage = Stage()
        self.tools = ModeTools()
        self.plot = SpreadPlot()
        self._empty = EmptyState(Icon.COMPARE, "", "")
        self._words = text_label("", wrap=True)
        self._others = text_label("", role=Role.CAPTION, wrap=True)
        self._build()
        self.bar.mode_chosen.connect(self.set_mode)
        self.bar.guide_chosen.connect(self.stage.set_guide)
        self.bar.close_asked.connect(self.closed)
        self.stage.step_asked.connect(self.step_portrait)
        self.tools.mixed.connect(self._show_mix)
        self.tools.run_asked.connect(self._on_run_asked)
        self.flicker.turned.connect(self._show_mix)
        self.flicker.ran.connect(self.tools.set_running)
        pictures.ready.connect(self._on_ready)
        self.tools.slider.setValue(OVERLAY_START)
        self.set_mode(CompareMode.SIDE_BY_SIDE)

    # ------------------------------------------------------------ what is shown

    @property
    def mode(self) -> CompareMode:
        """How the faces are shown."""
        return self._mode

    @property
    def portrait_place(self) -> int:
        """Which of the dossier's portraits is shown, from 0."""
        return self._place

    @property
    def message(self) -> str:
        """Why there is nothing to compare; empty when there is."""
        nothing = nothing_to_compare(self._dossier, self._face)
        return "" if nothing is None else nothing.sentence

    def words(self) -> tuple[str, str]:
        """The sentences below the plot, and the list of others."""
        return self._words.text(), self._others.text()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(720, 640)

    def show_dossier(
        self,
        dossier: Dossier | None,
        *,
        face: Face | None,
        thresholds: Thresholds | None = None,
        distances: Mapping[PortraitId, float] | None = None,
    ) -> None:
        """Compare another submission; the same portraits keep the one that was stepped to.

        Args:
            dossier: the submission; None says that nothing is chosen.
            face: the one that is compared; None when there is none.
            thresholds: the bands in force; those that Curator starts with when None.
            distances: of single portraits to this face, where they are known.
        """
        known = self._dossier.portraits if self._dossier is not None else ()
        before = known[self._place].id if self._place < len(known) else None
        self._dossier, self._face = dossier, face
        self._thresholds = thresholds or Thresholds()
        self._distances = distances or {}
        ids = [one.id for one in dossier.portraits] if dossier is not None else []
        self._place = ids.index(before) if before in ids else 0
        self._show_all()

    def show_portrait(self, place: int) -> None:
        """Show another portrait that was stepped to elsewhere; a place that is not there is ignored."""
        if self._dossier is not None and 0 <= place < len(self._dossier.portraits) and place != self._place:
            self._place = place
            self._show_pictures()

    def step_portrait(self, by: int) -> None:
        """Show the next (1) or the previous (-1) portrait, round and round, past those without a preview."""
        count = len(self._dossier.portraits) if self._dossier is not None else 0
        for steps in range(1, count):
            place = (self._place + by * steps) % count
            image = self._preview_of(place)
            if image is None or not image.isNull():
                self.show_portrait(place)
                self.portrait_changed.emit(place)
                return

    def set_mode(self, mode: CompareMode) -> None:
        """Show the faces in another way; the flicker begins to turn them over at once."""
        self._mode = mode
        self.bar.set_mode(mode)
        self.stage.set_single(mode is not CompareMode.SIDE_BY_SIDE)
        self.tools.set_mode(mode)
        if mode is CompareMode.FLICKER and self._comparable and self.isVisible():
            self.flicker.start()
        else:
            self.flicker.stop()
        self._show_mix()
        self._show_pictures()

    def toggle_flicker(self) -> None:
        """Let the two pictures turn over by themselves, or stand still."""
        if self._mode is not CompareMode.FLICKER:
            self.set_mode(CompareMode.FLICKER)
        elif self.flicker.running:
            self.flicker.stop()
        elif self._comparable:
            self.flicker.start()

    def set_veil(self, veil: Veil) -> None:
        """Veil the submission's face; reference portraits are the program's own and stay."""
        if veil is not self._veil:
            self._veil = veil
            self._show_pictures()

    def set_keys(self, *, previous: str, following: str) -> None:
        """Tell other keys for stepping; binding them is the window's part."""
        self.stage.set_keys(previous=previous, following=following)

    # ------------------------------------------------------------ events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Escape; every other key is left to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Space and self._mode is CompareMode.FLICKER and self._comparable:
            # A held key must not flash.
            if not event.isAutoRepeat():
                self.flicker.by_hand()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the faces; as their proxy Tab would lead back to them too early."""
        super().focusInEvent(event)
        self.stage.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while nobody looked."""
        super().showEvent(event)
        self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        super().hideEvent(event)
        self.flicker.stop()

    # ------------------------------------------------------------ filling

    @property
    def _comparable(self) -> bool:
        return nothing_to_compare(self._dossier, self._face) is None

    def _show_all(self) -> None:
        """Show everything anew; nothing while hidden, so that whoever does not compare waits for nothing."""
        if not self.isVisible():
            return
        nothing = nothing_to_compare(self._dossier, self._face)
        self.bar.set_usable(nothing is None)
        self._pages.setCurrentIndex(0 if nothing is None else 1)
        if nothing is not None:
            self.flicker.stop()
            self._crops.clear()
            self._empty.tell(nothing.heading, nothing.sentence)
            return
        self._show_pictures()
        self._show_spread()

    def _show_spread(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        spread = spread_of(dossier, self._face)
        bands = bands_of(dossier, thresholds=self._thresholds)
        words = told(
            spread,
            bands=bands,
            portraits=len(dossier.portraits),
            claimed=dossier.submission.claimed_id is not None,
        )
        self._words.setText(words)
        self._others.setText(others_listed(spread))
        self._others.setVisible(bool(spread.others))
        self.plot.show_spread(spread, bands=bands, words=words)
        self.plot.setVisible(spread.this is not None or bool(spread.others))
        self._sheet.follow()

    def _show_pictures(self) -> None:
        dossier, face = self._dossier, self._face
        if not self.isVisible() or dossier is None or face is None or not dossier.portraits:
            return
        portrait = dossier.portraits[self._place]
        first, second = self._face_layer(dossier, face), self._portrait_layer(dossier)
        face_words = face_caption(dossier, face, eyes_seen=_seen(first, face.landmarks, face.box))
        portrait_words = portrait_caption(
            dossier,
            self._place,
            distances=self._distances,
            eyes_seen=_seen(second, portrait.landmarks, portrait.box),
        )
        self.stage.face_caption.set_words(*face_words)
        self.stage.portrait_caption.set_words(*portrait_words)
        self.stage.set_stepping(len(dossier.portraits) > 1)
        for pane in (self.stage.face, self.stage.portrait):
            pane.show_layers(first, second)
        self._name_panes(", ".join(face_words), ", ".join(portrait_words))
        # So that the next step finds its picture ready.
        for neighbour in (self._place + 1, self._place - 1):
            self._preview_of(neighbour % len(dossier.portraits))

    def _face_layer(self, dossier: Dossier, face: Face) -> Layer:
        submission, facts = dossier.submission, dossier.submission.facts
        if submission.verdict is Verdict.REJECTED and submission.reason is Reason.UNSAFE:
            return Layer(words=tr("Hidden: marked as unsafe"), image=Icon.UNSAFE)
        if self._veil is Veil.HIDE:
            return Layer(words=tr("Hidden"), image=Icon.HIDDEN)
        if facts is None:
            return Layer(words=tr("Not analysed yet"), image=Icon.WAITING)
        image = self._pictures.preview(submission.digest)
        eyes = eyes_of(face.landmarks, box=face.box)
        return self._layer("face", image, eyes=eyes, full_size=QSize(facts.width, facts.height))

    def _portrait_layer(self, dossier: Dossier) -> Layer:
        portrait = dossier.portraits[self._place]
        image = self._preview_of(self._place)
        if portrait.box is None or portrait.width < 1 or portrait.height < 1:
            return Layer(words=tr("Nobody knows where its face is"), image=Icon.NO_FACE)
        eyes = eyes_of(portrait.landmarks, box=portrait.box)
        return self._layer("portrait", image, eyes=eyes, full_size=QSize(portrait.width, portrait.height))

    def _layer(self, which: str, image: QImage | None, *, eyes: Eyes, full_size: QSize) -> Layer:
        if image is None:
            return Layer(words=tr("Loading …"), image=Icon.PICTURE)
        if image.isNull():
            return Layer(words=tr("The preview is missing"), image=Icon.BROKEN_PICTURE)
        key = image.cacheKey(), eyes
        if which not in self._crops or self._crops[which][0] != key:
            self._crops[which] = key, EyeCrop(image, eyes=eyes, full_size=full_size)
        return Layer(self._crops[which][1], veil=self._veil if which == "face" else Veil.NONE)

    def _preview_of(self, place: int) -> QImage | None:
        return (
            None if self._dossier is None else self._pictures.preview(self._dossier.portraits[place].digest)
        )

    def _show_mix(self) -> None:
        """Show both faces of the single square as strong as the way of showing wants them."""
        pane = self.stage.face
        if self._mode is CompareMode.OVERLAY:
            pane.set_mix(self.tools.mix)
            pane.set_tag("")
        elif self._mode is CompareMode.FLICKER:
            pane.set_mix(1.0 if self.flicker.second else 0.0)
            pane.set_tag(tr("Portrait") if self.flicker.second else tr("This face"))

    def _name_panes(self, face: str, portrait: str) -> None:
        single = self.stage.single
        both = tr("{face} and {portrait}", face=face, portrait=portrait)
        self.stage.face.setAccessibleName(both if single else face)
        self.stage.portrait.setAccessibleName(portrait)

    def _on_run_asked(self, on: bool) -> None:
        if on:
            self.flicker.start()
        else:
            self.flicker.stop()

    def _on_ready(self, digest: str) -> None:
        dossier = self._dossier
        if dossier is None or not dossier.portraits:
            return
        if digest in (dossier.submission.digest, dossier.portraits[self._place].digest):
            self._show_pictures()

    def _build(self) -> None:
        self._sheet = CompareSheet(self.stage, self.tools, self.plot, self._words, self._others)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self._sheet)
        self._pages.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(rule())
        whole.addWidget(holder, 1)
        self.setAccessibleName(tr("Comparison with a reference portrait"))


def _seen(layer: Layer, landmarks: tuple[Point, ...], box: FaceBox | None) -> bool:
    """Whether the caption need not say that the eyes are a guess."""
    return layer.crop is None or box is None or eyes_of(landmarks, box=box).seen
