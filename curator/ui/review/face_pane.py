"""A square with rounded corners that shows a face cut out of a preview, or why it cannot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.engine.records import FaceBox
from curator.ui.assets import Icon, paint_icon
from curator.ui.face_crop import face_crop, whole_crop
from curator.ui.language import tr
from curator.ui.review.rounded import paint_edge, paint_ground, paint_picture, square_in
from curator.ui.theme import GRID, Role, font_of, tokens_of
from curator.ui.veil import Veil, through

PLACEHOLDER_ICON = 32


class FacePane(QWidget):
    """One of the two squares; as high as it is wide."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._box: FaceBox | None = None
        self._full_size = QSize()
        self._veil = Veil.NONE
        self._words = ""
        self._icon = Icon.PICTURE
        self._made: tuple[int, QImage] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def message(self) -> str:
        """What stands in place of a picture; empty when there is one."""
        return self._words

    def show_face(self, image: QImage, *, box: FaceBox | None, full_size: QSize) -> None:
        """Show a face.

        Args:
            image: the preview.
            box: of the face, in pixels of the picture at full size; None shows the whole picture.
            full_size: of the upright picture.
        """
        self._image, self._box, self._full_size = image, box, full_size
        self._words = ""
        self._refresh()

    def show_placeholder(self, words: str, *, image: Icon) -> None:
        """Say why there is no face to see."""
        self._image = None
        self._words, self._icon = words, image
        self._refresh()

    def set_veil(self, veil: Veil) -> None:
        """Show less of the face, or all of it."""
        self._veil = veil
        self._refresh()

    def crop(self, side: int) -> QImage:
        """The face as it is shown, ``side`` device pixels high and wide.

        Raises:
            ValueError: there is no picture, or none that may be seen.
        """
        if self._image is None or self._veil is Veil.HIDE:
            raise ValueError("the pane shows no picture")
        if self._made is None or self._made[0] != side:
            if self._box is None or self._full_size.isEmpty():
                made = whole_crop(self._image, side=side)
            else:
                made = face_crop(self._image, box=self._box, full_size=self._full_size, side=side)
            seen = through(made, veil=self._veil)
            if seen is not None and self._veil is not Veil.NONE:
                # Scaled up again here: a blurred copy is small, and nothing of the original is left in it.
                made = seen.scaled(
                    side,
                    side,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            self._made = side, made
        return self._made[1]

    def heightForWidth(self, width: int) -> int:
        """How high it is at that width."""
        return width

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(152, 152)

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use."""
        return QSize(96, 96)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        body = QRectF(self.rect())
        paint_ground(painter, body, tokens=tokens)
        if self._image is None:
            self._paint_placeholder(painter, body, words=self._words, image=self._icon)
            return
        if self._veil is Veil.HIDE:
            self._paint_placeholder(painter, body, words=tr("Hidden"), image=Icon.HIDDEN)
            return
        ratio, square = self.devicePixelRatioF(), square_in(body)
        paint_picture(painter, self.crop(round(square.width() * ratio)), square, ratio=ratio)
        paint_edge(painter, body, tokens=tokens)

    def _paint_placeholder(self, painter: QPainter, body: QRectF, *, words: str, image: Icon) -> None:
        tokens = tokens_of(self)
        painter.setFont(font_of(Role.CAPTION))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        room = body.adjusted(3 * GRID, 0, -3 * GRID, 0)
        needed = painter.boundingRect(room, flags, words)
        top = round(body.center().y() - (PLACEHOLDER_ICON + 2 * GRID + needed.height()) / 2)
        corner = QPointF(round(body.center().x() - PLACEHOLDER_ICON / 2), top)
        place = QRectF(corner.x(), corner.y(), PLACEHOLDER_ICON, PLACEHOLDER_ICON)
        paint_icon(painter, image, place, color=QColor(tokens.dim))
        painter.setPen(QColor(tokens.dim))
        room.setTop(place.bottom() + 2 * GRID)
        painter.drawText(room, flags, words)

    def _refresh(self) -> None:
        self._made = None
        self.update()
