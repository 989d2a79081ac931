"""Draws what lies over a picture: face boxes, landmarks, label plates, a message.

The colours are those of the dark scheme in both schemes: they lie on a picture
over a dark halo, and have to show on any picture.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from curator.ui.assets import TONE_ICONS, Icon, paint_icon
from curator.ui.review.canvas_content import CanvasFace
from curator.ui.review.plates import PlateRequest, place_plates
from curator.ui.review.viewport import Viewport
from curator.ui.theme import DARK, RADIUS, Role, Tokens, font_of, sized

LINE = 2.5
LINE_SELECTED = 3.5
"""Widths of the box line in view pixels; the selected one also has corner marks."""
HALO = 2.0
"""How far the dark halo reaches past the line on both sides, in view pixels."""
CORNER = 14.0
LANDMARK = 2.5
"""Radius of a landmark's dot, in view pixels."""
PLATE_HEIGHT = 24.0
"""In view pixels at the usual size of text, as the widths of names."""
PLATE_SIDE = 8.0
PLATE_ICON = 14.0
PLATE_GAP = 6.0
TITLE_LONGEST = 220.0
TITLE_SHORT = 90.0
"""Widths that a plate's name is cut to, in view pixels: at ease, and when it is crowded."""
_NAMED_SIZES = 2
"""So many of the sizes of a plate have a name in them."""
_NAME_SHARE = 0.45
"""Of a plate that is as wide as the view, for the name."""

HALO_COLOR = QColor(8, 10, 13, 200)
PLATE_COLOR = QColor(14, 16, 19, 230)


def box_in_view(face: CanvasFace, *, viewport: Viewport) -> QRectF:
    """A face's box in view pixels."""
    left, top = viewport.to_view(face.box.left, face.box.top)
    return QRectF(left, top, face.box.width * viewport.scale, face.box.height * viewport.scale)


def paint_boxes(
    painter: QPainter, faces: tuple[CanvasFace, ...], *, viewport: Viewport, selected: int | None
) -> None:
    """Draw the boxes, the selected one last and heavier when there are several."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for face in sorted(faces, key=lambda face: face.id == selected):
        chosen = face.id == selected and len(faces) > 1
        rect = box_in_view(face, viewport=viewport)
        width = LINE_SELECTED if chosen else LINE
        radius = min(4.0, rect.width() / 8)
        painter.setPen(QPen(HALO_COLOR, width + 2 * HALO))
        painter.drawRoundedRect(rect, radius, radius)
        if chosen:
            _paint_corners(painter, rect)
        painter.setPen(QPen(DARK.color(face.tone), width))
        painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def _paint_corners(painter: QPainter, rect: QRectF) -> None:
    """White marks outside the corners: which face is meant, told by shape."""
    outer = rect.adjusted(-6, -6, 6, 6)
    reach = min(CORNER, outer.width() / 3)
    for pen in (QPen(HALO_COLOR, 5), QPen(QColor(DARK.text), 2)):
        painter.setPen(pen)
        for corner, dx, dy in (
            (outer.topLeft(), 1, 1),
            (outer.topRight(), -1, 1),
            (outer.bottomLeft(), 1, -1),
            (outer.bottomRight(), -1, -1),
        ):
            across, down = QPointF(dx * reach, 0), QPointF(0, dy * reach)
            painter.drawPolyline([corner + across, corner, corner + down])


def paint_landmarks(painter: QPainter, faces: tuple[CanvasFace, ...], *, viewport: Viewport) -> None:
    """Draw the landmarks as dots with a dark rim."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(HALO_COLOR, 1.5))
    painter.setBrush(QColor(DARK.accent))
    for face in faces:
        for point in face.landmarks:
            painter.drawEllipse(QPointF(*viewport.to_view(point.x, point.y)), LANDMARK, LANDMARK)
    painter.restore()


def paint_plates(
    painter: QPainter,
    faces: tuple[CanvasFace, ...],
    *,
    viewport: Viewport,
    selected: int | None,
    pointed: int | None,
    view: QRectF,
) -> tuple[QRectF, ...]:
    """Draw the label plates; the selected face's chooses its place first.

    Args:
        painter: to draw with.
        faces: quiet ones have a plate only when they are selected or pointed at.
        viewport: where the picture lies.
        selected: id of the selected face.
        pointed: id of the face under the pointer.
        view: in which plates may lie, in view pixels.

    Returns:
        The places of the plates that are drawn, in view pixels.
    """
    told = [
        face
        for face in faces
        if (face.title or face.detail) and (not face.quiet or face.id in (selected, pointed))
    ]
    ordered = sorted(told, key=lambda face: (face.id != selected, face.id != pointed))
    others = [box_in_view(face, viewport=viewport) for face in faces if face not in told]
    picture = QRectF(viewport.left, viewport.top, viewport.shown_width, viewport.shown_height)
    requests = [
        PlateRequest(
            box_in_view(face, viewport=viewport),
            # The selected face keeps its name, however crowded it is.
            _sizes(face, width=view.width(), nameless=face.id != selected),
        )
        for face in ordered
    ]
    drawn = []
    places = place_plates(requests, view=view, picture=picture, others=others)
    for face, place in zip(ordered, places, strict=True):
        if place is not None:
            chosen = face.id == selected and len(faces) > 1
            named = place.size_index < _NAMED_SIZES
            _paint_plate(painter, face, place.rect, chosen=chosen, named=named)
            drawn.append(place.rect)
    return tuple(drawn)


def _sizes(face: CanvasFace, *, width: float, nameless: bool) -> tuple[QSizeF, ...]:
    """What a plate may measure: with the whole name, with a cut name, and for some the detail alone."""
    metrics = QFontMetricsF(font_of(Role.STRONG))
    around = 2 * PLATE_SIDE + PLATE_ICON + PLATE_GAP
    detail = metrics.horizontalAdvance(face.detail) + 1 if face.detail else 0.0
    title = metrics.horizontalAdvance(face.title) + 1 if face.title else 0.0
    gap = PLATE_GAP + 4 if title and detail else 0.0
    widths = [min(title, sized(longest)) for longest in (TITLE_LONGEST, TITLE_SHORT)]
    if detail and nameless:
        widths.append(0.0)
    sizes = []
    for name in widths:
        total = around + detail + (name + gap if name else 0.0)
        sizes.append(QSizeF(min(total, width), sized(PLATE_HEIGHT)))
    return tuple(sizes)


def _paint_plate(painter: QPainter, face: CanvasFace, rect: QRectF, *, chosen: bool, named: bool) -> None:
    tone = DARK.color(face.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(DARK.text), 1.5) if chosen else QPen(QColor(DARK.line), 1))
    painter.setBrush(PLATE_COLOR)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    font = font_of(Role.STRONG)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    inner = rect.adjusted(PLATE_SIDE, 0, -PLATE_SIDE, 0)
    top = rect.center().y() - PLATE_ICON / 2
    paint_icon(painter, TONE_ICONS[face.tone], QRectF(inner.left(), top, PLATE_ICON, PLATE_ICON), color=tone)
    inner.setLeft(inner.left() + PLATE_ICON + PLATE_GAP)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    gap, least = PLATE_GAP + 4, 0.0
    if named and face.title:
        # In the narrowest views the word behind the number gives way: whose face it is says more.
        least = min(metrics.horizontalAdvance(face.title), sized(TITLE_SHORT), _NAME_SHARE * inner.width())
    if face.detail:
        room = inner.width() - (least + gap if least else 0.0)
        detail = metrics.elidedText(face.detail, Qt.TextElideMode.ElideRight, room + 0.5)
        painter.setPen(tone)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | middle), detail)
        inner.setRight(inner.right() - metrics.horizontalAdvance(detail) - gap)
    if named:
        painter.setPen(QColor(DARK.text))
        name = metrics.elidedText(face.title, Qt.TextElideMode.ElideRight, inner.width() + 0.5)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | middle), name)
    painter.restore()


def paint_drawn_box(painter: QPainter, rect: QRectF) -> None:
    """Draw a box that a person is drawing: dashed, in the accent."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(HALO_COLOR, LINE + 2 * HALO))
    painter.drawRect(rect)
    painter.setPen(QPen(QColor(DARK.accent), LINE, Qt.PenStyle.DashLine))
    painter.drawRect(rect)
    painter.restore()


def paint_message(painter: QPainter, text: str, *, view: QRectF, broken: bool, tokens: Tokens) -> None:
    """A sentence in the middle of an empty canvas, under an icon."""
    painter.save()
    font = font_of(Role.BODY)
    painter.setFont(font)
    flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    room = QRectF(0, 0, max(120.0, min(sized(400), view.width() - 48)), view.height())
    needed = QFontMetricsF(font).boundingRect(room, flags, text)
    icon_size, gap = 48.0, 16.0
    top = max(8.0, round((view.height() - icon_size - gap - needed.height()) / 2))
    place = QRectF(round(view.center().x() - icon_size / 2), top, icon_size, icon_size)
    paint_icon(painter, Icon.BROKEN_PICTURE if broken else Icon.PICTURE, place, color=QColor(tokens.dim))
    room.moveTo(round(view.center().x() - room.width() / 2), top + icon_size + gap)
    painter.setPen(QColor(tokens.text))
    painter.drawText(room, flags, text)
    painter.restore()


def paint_hint(painter: QPainter, text: str, *, view: QRectF) -> None:
    """A sentence on a plate at the foot of the picture."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = font_of(Role.BODY)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, view.width() - 48)
    width = metrics.horizontalAdvance(shown) + 24
    height = sized(32)
    rect = QRectF(round(view.center().x() - width / 2), view.bottom() - 16 - height, width, height)
    painter.setPen(QPen(QColor(DARK.line), 1))
    painter.setBrush(PLATE_COLOR)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setFont(font)
    painter.setPen(QColor(DARK.text))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()
