"""The picture of a submission with its faces: shown, pointed at, drawn by hand."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from curator.engine.records import FaceBox
from curator.engine.said import said
from curator.ui.language import tr
from curator.ui.review import overlay
from curator.ui.review.canvas_content import CanvasContent, CanvasFace, in_words
from curator.ui.review.crisp import CrispDetail
from curator.ui.review.hand_drawn import HandDrawnBox
from curator.ui.review.picture_view import ARROWS, PictureView
from curator.ui.theme import Tokens
from curator.ui.veil import Veil

__all__ = ["CanvasContent", "CanvasFace", "PictureCanvas"]

PLATE_MARGIN = 6.0
"""Between label plates and the edge of the view, in view pixels."""
DRAWING_HINT = said("Drag a box around the face, or use the arrow keys. Enter keeps it, Escape gives up.")
ENTER = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value})


class PictureCanvas(PictureView):
    """Shows one picture with its faces; knows nothing of submissions.

    Attributes:
        face_selected: id of the face that a person clicked or stepped to.
        box_drawn: a ``FaceBox`` drawn by hand, in picture pixels, inside the picture.
        drawing_ended: drawing is over, with or without a box.
        detail_wanted: a ``FaceBox`` in picture pixels that is zoomed into further than the preview is
            sharp, and the longest side in pixels that the view can show of it; see ``show_detail``.
        view_changed: zoom, boxes, landmarks or veil are others now; for tools that show them.
    """

    face_selected = Signal(int)
    box_drawn = Signal(object)
    drawing_ended = Signal()
    detail_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = CanvasContent()
        self._selected: int | None = None
        self._boxes = True
        self._landmarks = False
        self._hint = ""
        self._plates: tuple[QRectF, ...] = ()
        self._drawing = False
        self._hand = HandDrawnBox()
        self._crisp = CrispDetail(self)
        self._crisp.wanted.connect(self.detail_wanted)
        self._pointed: int | None = None
        # Faces without a plate say who they are while the pointer is on them.
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Picture"))
        self._describe()

    # ------------------------------------------------------------ what is shown

    @property
    def content(self) -> CanvasContent:
        """What is shown."""
        return self._content

    @property
    def selected(self) -> int | None:
        """Id of the selected face; None when there is no face."""
        return self._selected

    @property
    def plates(self) -> tuple[QRectF, ...]:
        """Where the label plates were drawn last, in widget pixels."""
        return self._plates

    def show_content(self, content: CanvasContent, *, selected: int | None = None) -> None:
        """Show another picture, or the same one with other faces.

        The same image keeps zoom and place, another is fitted and ends drawing.

        Args:
            content: what to show.
            selected: id of the face to select; the first one if None or not there.
        """
        self._content = content
        ids = [face.id for face in content.faces]
        self._selected = selected if selected in ids else (ids[0] if ids else None)
        self._pointed = self._pointed if self._pointed in ids else None
        if self.show_picture(content.image, full_width=content.full_width, full_height=content.full_height):
            self._crisp.forget(preview_width=0 if content.image is None else content.image.width())
            self.stop_drawing()
        self._describe()
        self.update()

    def show_detail(self, region: FaceBox, image: QImage) -> None:
        """Show a part of the picture sharper than its preview; ignored when it is no longer wanted."""
        if self._crisp.take(region, image):
            self.update()

    def select_face(self, face_id: int) -> None:
        """Select a face without telling anybody; unknown ids are ignored."""
        if any(face.id == face_id for face in self._content.faces):
            self._selected = face_id
            self._describe()
            self.update()

    def step_face(self, step: int) -> None:
        """Select the next face (1) or the one before (-1), round and round; emits ``face_selected``."""
        ids = [face.id for face in self._content.faces]
        if self._selected in ids:
            chosen = ids[(ids.index(self._selected) + step) % len(ids)]
            self.select_face(chosen)
            self.face_selected.emit(chosen)

    @property
    def boxes_shown(self) -> bool:
        """Whether boxes and their plates are drawn."""
        return self._boxes

    def set_boxes_shown(self, shown: bool) -> None:
        """Draw boxes and their plates, or not."""
        self._boxes = shown
        self._changed()

    @property
    def landmarks_shown(self) -> bool:
        """Whether landmarks are drawn."""
        return self._landmarks

    def set_landmarks_shown(self, shown: bool) -> None:
        """Draw landmarks, or not."""
        self._landmarks = shown
        self._changed()

    def set_veil_hint(self, hint: str) -> None:
        """The sentence on a veiled picture: how to look."""
        self._hint = hint
        self.update()

    def set_veil(self, veil: Veil) -> None:
        """Veil the picture or not; while a key is held, call with ``NONE`` and then with the veil again."""
        super().set_veil(veil)
        self._describe()

    def _describe(self) -> None:
        words = in_words(self._content, selected=self._selected)
        if self.veil is not Veil.NONE and self._content.has_picture:
            words = tr("Veiled. {words}", words=words)
        self.setAccessibleDescription(words)

    # ------------------------------------------------------------ drawing a face by hand

    @property
    def drawing(self) -> bool:
        """Whether the next drag draws a face box."""
        return self._drawing

    def start_drawing(self) -> None:
        """Let a person draw a face box: drag with the mouse, or arrows, Shift+arrows and Enter.

        Ends with ``drawing_ended``, after ``box_drawn`` if there is a box. Escape gives up.
        """
        if self._content.has_picture:
            self._drawing = True
            self._hand.clear()
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.update()

    def stop_drawing(self) -> None:
        """Give up drawing; does nothing when there is none."""
        if self._drawing:
            self._drawing = False
            self._hand.clear()
            self._pressed = None
            self.unsetCursor()
            self.update()
            self.drawing_ended.emit()

    def _finish_drawing(self) -> None:
        content = self._content
        box = self._hand.box(self.viewport, width=content.full_width, height=content.full_height)
        if box is not None:
            self.box_drawn.emit(box)
        self.stop_drawing()

    # ------------------------------------------------------------ keys and mouse

    def claims_key(self, event: QKeyEvent) -> bool:
        """While drawing, arrows, Enter and Escape as well."""
        drawing_keys = {*ARROWS, *ENTER, Qt.Key.Key_Escape.value}
        return (self._drawing and event.key() in drawing_keys) or super().claims_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw; then what every picture does with keys."""
        if self._drawing and self.claims_key(event):
            self._draw_by_key(event)
        else:
            super().keyPressEvent(event)

    def _draw_by_key(self, event: QKeyEvent) -> None:
        step = ARROWS.get(event.key())
        if step is not None:
            grow = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._hand.nudge(step, grow=grow, view=QRectF(self.rect()))
            self.update()
        elif event.key() in ENTER:
            self._finish_drawing()
        else:
            self.stop_drawing()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box while drawing."""
        if self._drawing and self._pressed is not None:
            self._hand.drag(self._pressed, event.position())
            self.update()
        else:
            face = self._face_at(event.position()) if self._pressed is None else None
            self._point_at(None if face is None else face.id)
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No face is pointed at any more."""
        self._point_at(None)
        super().leaveEvent(event)

    def _point_at(self, face_id: int | None) -> None:
        if face_id != self._pointed:
            self._pointed = face_id
            self.update()

    def _face_at(self, position: QPointF) -> CanvasFace | None:
        hit = [
            face
            for face in self._content.faces
            if self._boxes and overlay.box_in_view(face, viewport=self.viewport).contains(position)
        ]
        # Where boxes overlap, the smaller one could not be reached otherwise.
        return min(hit, key=lambda face: face.box.width * face.box.height, default=None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """While drawing, a second press is only another start."""
        if self._drawing:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def clicked_at(self, position: QPointF) -> None:
        """Select the face under the pointer, or end the box that was being drawn."""
        if self._drawing:
            self._finish_drawing()
            return
        face = self._face_at(position)
        if face is not None:
            self.select_face(face.id)
            self.face_selected.emit(face.id)

    # ------------------------------------------------------------ painting

    def paint_over(self, painter: QPainter, view: QRectF) -> None:
        """Boxes, landmarks, plates, a box being drawn, and a sentence at the foot."""
        faces, viewport, selected = self._content.faces, self.viewport, self._selected
        self._crisp.paint(painter, viewport, ratio=self.devicePixelRatioF(), veil=self.veil)
        if self._boxes:
            overlay.paint_boxes(painter, faces, viewport=viewport, selected=selected)
        if self._landmarks:
            overlay.paint_landmarks(painter, faces, viewport=viewport)
        self._plates = ()
        if self._boxes:
            room = view.adjusted(PLATE_MARGIN, PLATE_MARGIN, -PLATE_MARGIN, -PLATE_MARGIN)
            self._plates = overlay.paint_plates(
                painter, faces, viewport=viewport, selected=selected, pointed=self._pointed, view=room
            )
        if self._hand.rect is not None:
            overlay.paint_drawn_box(painter, self._hand.rect)
        veiled = self.veil is not Veil.NONE
        hint = tr(DRAWING_HINT) if self._drawing else self._hint if veiled else self._content.message
        if hint:
            overlay.paint_hint(painter, hint, view=view)

    def paint_instead(self, painter: QPainter, view: QRectF, tokens: Tokens) -> None:
        """The message, or that there is no picture."""
        self._plates = ()
        message = self._content.message or tr("No picture.")
        overlay.paint_message(painter, message, view=view, broken=self._content.broken, tokens=tokens)
