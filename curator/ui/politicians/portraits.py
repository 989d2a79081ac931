"""Reference portraits of one politician: a grid of face crops with name and state."""

from PySide6.QtCore import (
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from curator.engine.neighbours import Relations
from curator.engine.records import PortraitId, PortraitState, ReferencePortrait
from curator.ui.assets import ICON_SMALL, Icon, paint_icon
from curator.ui.language import tr
from curator.ui.politicians.crops import SIDE, Crops
from curator.ui.politicians.portrait_model import Index, PortraitModel, PortraitRole, StateLine
from curator.ui.theme import GRID, RADIUS, RING, Role, Tokens, font_of, sized, tokens_of

LEAST_WIDTH, CARD_HEIGHT = 280, 136
PICTURE = 112
"""All in logical pixels at 100 %."""
_LINE = 20


class PortraitGrid(QListView):
    """The cards, in as many columns as fit.

    Attributes:
        remove_wanted: the person pressed Delete on the selected portraits.
        selection_changed: other portraits are selected.
    """

    remove_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, crops: Crops) -> None:
        super().__init__()
        self._model = PortraitModel()
        self.setModel(self._model)
        self._delegate = PortraitDelegate(crops)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Reference portraits"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        crops.ready.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())

    @property
    def selected(self) -> tuple[ReferencePortrait, ...]:
        """The portraits that a removal would be about."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.portraits[row] for row in rows)

    def show_portraits(
        self,
        portraits: tuple[ReferencePortrait, ...],
        *,
        relations: Relations | None,
        promoted: frozenset[PortraitId] = frozenset(),
    ) -> None:
        """Shows other portraits, or the same ones in another state; ``promoted`` came from submissions."""
        self._model.set_portraits(portraits, relations=relations, promoted=promoted)
        self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size: the cards share the width, so that none is left over at the right."""
        # Qt keeps room for a scroll bar when it counts the columns, whether there is one or not.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        # A row that fills the room to the last pixel would be broken.
        room = self.maximumViewportSize().width() - bar - 1
        self._delegate.card_width = room // max(1, room // _half(LEAST_WIDTH))
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to remove what is selected."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
            return
        super().keyPressEvent(event)


class PortraitDelegate(QStyledItemDelegate):
    """Paints a card: the face at the left, name and state beside it."""

    def __init__(self, crops: Crops) -> None:
        super().__init__()
        self._crops = crops
        self.card_width = LEAST_WIDTH
        """Of all cards, with the gap at their right, in logical pixels."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The size that shows everything."""
        return QSize(self.card_width, _half(CARD_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        portrait, state = index.data(PortraitRole.PORTRAIT), index.data(PortraitRole.STATE)
        if not isinstance(portrait, ReferencePortrait) or not isinstance(state, StateLine):
            return
        tokens = tokens_of(option.widget)
        flags: QStyle.StateFlag = option.state
        card = QRectF(option.rect).adjusted(0, 0, -2 * GRID, -2 * GRID)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, flags, tokens)
        side = _half(PICTURE)
        picture = QRectF(card.left() + 2 * GRID, card.top() + 2 * GRID, side, side)
        self._paint_picture(painter, picture, portrait, tokens)
        number = index.data(PortraitRole.NUMBER)
        if isinstance(number, int):
            _paint_number(painter, picture, number, tokens)
        left = picture.right() + 3 * GRID
        words = QRectF(left, picture.top(), card.right() - 2 * GRID - left, card.height() - 4 * GRID)
        self._paint_words(painter, words, portrait, state, tokens)
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRectF, flags: QStyle.StateFlag, tokens: Tokens) -> None:
        selected = bool(flags & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        if flags & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.bg))
        if selected:
            painter.setBrush(QColor(tokens.raised))
            painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_picture(
        self, painter: QPainter, place: QRectF, portrait: ReferencePortrait, tokens: Tokens
    ) -> None:
        crop = self._crops.get(portrait.digest)
        painter.setPen(Qt.PenStyle.NoPen)
        if crop is None:
            painter.setBrush(QColor(tokens.canvas))
            painter.drawRoundedRect(place, RADIUS - 2, RADIUS - 2)
            centre = place.center()
            mark = QRectF(centre.x() - 16, centre.y() - 16, 32, 32)
            missing = portrait.state is PortraitState.REFUSED
            name = Icon.BROKEN_PICTURE if missing else Icon.PICTURE
            paint_icon(painter, name, mark, color=QColor(tokens.dim))
            return
        # A brush rather than a clip: only a brush has smooth corners.
        brush = QBrush(crop)
        scale = place.width() / SIDE
        brush.setTransform(QTransform.fromTranslate(place.left(), place.top()).scale(scale, scale))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(brush)
        painter.drawRoundedRect(place, RADIUS - 2, RADIUS - 2)
        # A white picture would have no end on a white card.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 2, RADIUS - 2)

    def _paint_words(
        self,
        painter: QPainter,
        area: QRectF,
        portrait: ReferencePortrait,
        state: StateLine,
        tokens: Tokens,
    ) -> None:
        strong = font_of(Role.STRONG)
        name = QFontMetrics(strong).elidedText(
            " ".join(portrait.file_name.split()), Qt.TextElideMode.ElideMiddle, int(area.width())
        )
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        line = sized(_LINE)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(area.left(), area.top(), area.width(), line), flags, name)
        color = tokens.color(state.tone)
        middle = area.top() + line * 1.5
        mark = QRectF(area.left(), round(middle - ICON_SMALL / 2), ICON_SMALL, ICON_SMALL)
        paint_icon(painter, state.image, mark, color=color)
        painter.setFont(font_of(Role.BODY))
        painter.setPen(color)
        beside = QRectF(mark.right() + 6, area.top() + line, area.width() - ICON_SMALL - 6, line)
        painter.drawText(beside, flags, state.words)
        if state.detail:
            painter.setFont(font_of(Role.CAPTION))
            painter.setPen(QColor(tokens.dim))
            below = area.adjusted(0, 2 * line + GRID, 0, 0)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), state.detail)


def _half(pixels: int) -> int:
    """A length that grows half as fast as text, so that large text does not leave cards empty and alone."""
    return (pixels + sized(pixels)) // 2


def _paint_number(painter: QPainter, picture: QRectF, number: int, tokens: Tokens) -> None:
    """The number that the portrait has among the distances, on a plate in its corner."""
    font = font_of(Role.SECTION)
    side = sized(18)
    width = max(side, QFontMetrics(font).horizontalAdvance(f"{number}") + 8)
    plate = QRectF(picture.left() + GRID, picture.top() + GRID, width, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.panel))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), f"{number}")
