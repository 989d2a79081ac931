"""Paints a line of the queue: thumbnail, who is claimed, mark with words, file."""

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.engine.catalogue import SubmissionRow
from curator.engine.records import AnalysisState, Digest, Reason
from curator.ui.assets import ICON_SMALL, ICON_TOOL, Icon, paint_icon
from curator.ui.queue.model import QueueRole
from curator.ui.queue.wording import told
from curator.ui.theme import GRID, RADIUS, RING, Role, Tokens, font_of, sized, tokens_of
from curator.ui.veil import Veil, through

ROW_HEIGHT = 76
"""In logical pixels at the usual size of text."""
THUMB_WIDTH, THUMB_HEIGHT = 48, 60
_BAR = 3
_LINE = 20
_PADDING = 16
_SEEN_AT_ONCE = 200
"""So many veiled thumbnails are kept: a few screens of lines."""


def row_height() -> int:
    """How high a line is at the size of text that was chosen, in logical pixels."""
    return max(ROW_HEIGHT, 3 * sized(_LINE) + _PADDING)


class Thumbnailer(Protocol):
    """Where thumbnails come from."""

    def thumbnail(self, digest: Digest) -> QImage | None:
        """The thumbnail, or None while it is loaded; a null image when there is none."""


class QueueDelegate(QStyledItemDelegate):
    """Paints lines of one height, so that a list of any length costs the same."""

    def __init__(self, pictures: Thumbnailer) -> None:
        super().__init__()
        self._pictures = pictures
        self._veil = Veil.NONE
        self._seen: OrderedDict[int, QImage] = OrderedDict()

    @property
    def veil(self) -> Veil:
        """How thumbnails are shown, as the pictures themselves."""
        return self._veil

    @veil.setter
    def veil(self, veil: Veil) -> None:
        self._veil = veil
        self._seen.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(QueueRole.ROW)
        if not isinstance(row, SubmissionRow):
            return
        tokens = tokens_of(option.widget)
        state: QStyle.StateFlag = option.state
        area = QRectF(option.rect).adjusted(0, 2, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, area, state, tokens)
        thumb = QRectF(
            area.left() + 3 * GRID, area.center().y() - THUMB_HEIGHT / 2, THUMB_WIDTH, THUMB_HEIGHT
        )
        self._paint_thumb(painter, thumb, row, tokens)
        self._paint_words(painter, area, thumb.right() + 3 * GRID, row, tokens)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + 6, _BAR, area.height() - 12), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.bg))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_thumb(self, painter: QPainter, rect: QRectF, row: SubmissionRow, tokens: Tokens) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(rect, RADIUS - 1, RADIUS - 1)
        painter.fillPath(clip, QColor(tokens.canvas))
        unsafe = row.reason is Reason.UNSAFE
        hidden = unsafe or self._veil is Veil.HIDE
        image = None if hidden else self._seen_through(self._pictures.thumbnail(row.digest))
        if image is not None and not image.isNull():
            painter.save()
            painter.setClipPath(clip)
            painter.drawImage(rect, image, _filled(image, rect))
            painter.restore()
            return
        name = Icon.PICTURE
        if hidden:
            name = Icon.HIDDEN
        elif row.state is AnalysisState.UNREADABLE:
            name = Icon.BROKEN_PICTURE
        centre = rect.center()
        half = ICON_TOOL / 2
        place = QRectF(centre.x() - half, centre.y() - half, ICON_TOOL, ICON_TOOL)
        paint_icon(painter, name, place, color=QColor(tokens.dim))

    def _seen_through(self, image: QImage | None) -> QImage | None:
        if image is None or image.isNull() or self._veil is Veil.NONE:
            return image
        key = image.cacheKey()
        seen = self._seen.pop(key, None) or through(image, veil=self._veil)
        if seen is not None:
            self._seen[key] = seen
            if len(self._seen) > _SEEN_AT_ONCE:
                self._seen.popitem(last=False)
        return seen

    def _paint_words(
        self, painter: QPainter, area: QRectF, left: float, row: SubmissionRow, tokens: Tokens
    ) -> None:
        line = told(row)
        width = area.right() - 2 * GRID - left
        # Never more than the row has, whoever set its height.
        each = min(sized(_LINE), area.height() / 3)
        top = area.center().y() - 1.5 * each
        _text(painter, QRectF(left, top, width, each), line.title, Role.STRONG, QColor(tokens.text))
        mark = QRectF(left, top + each + (each - ICON_SMALL) / 2, ICON_SMALL, ICON_SMALL)
        color = tokens.color(line.tone)
        paint_icon(painter, line.icon, mark, color=color)
        beside = QRectF(left + ICON_SMALL + 6, top + each, width - ICON_SMALL - 6, each)
        whole = QFontMetrics(font_of(Role.BODY)).horizontalAdvance(line.words) <= beside.width()
        _text(painter, beside, line.words if whole or not line.brief else line.brief, Role.BODY, color)
        _text(
            painter,
            QRectF(left, top + 2 * each, width, each),
            line.file,
            Role.CAPTION,
            QColor(tokens.dim),
            elide=Qt.TextElideMode.ElideMiddle,
        )


def _filled(image: QImage, rect: QRectF) -> QRectF:
    """The part of an image that fills the rectangle: the middle of wide ones, the upper part of tall ones."""
    wanted = rect.width() / rect.height()
    width, height = float(image.width()), float(image.height())
    if width / height > wanted:
        cut = height * wanted
        return QRectF((width - cut) / 2, 0, cut, height)
    cut = width / wanted
    return QRectF(0, (height - cut) / 3, width, cut)


def _text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: Role,
    color: QColor,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    font = font_of(role)
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(" ".join(text.split()), elide, int(rect.width()))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
