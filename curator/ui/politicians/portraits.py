"""Reference portraits of one politician: a grid of face crops with name and state."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
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

from curator.engine.records import PortraitId, PortraitState, ReferencePortrait
from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon, paint_icon
from curator.ui.politicians.crops import SIDE, Crops
from curator.ui.theme import GRID, RADIUS, RING, Role, Tokens, Tone, font_of, tokens_of

LEAST_WIDTH, CARD_HEIGHT = 280, 136
PICTURE = 112
_LINE = 16

Index = QModelIndex | QPersistentModelIndex


class PortraitRole(IntEnum):
    """What a card can be asked for besides its text."""

    PORTRAIT = Qt.ItemDataRole.UserRole
    """The ``ReferencePortrait``."""
    STATE = Qt.ItemDataRole.UserRole + 1
    """The ``StateLine``."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """What is said of a portrait.

    Attributes:
        tone: of the mark.
        image: the mark's shape.
        words: the state.
        detail: the reason, or empty.
    """

    tone: Tone
    image: Icon
    words: str
    detail: str = ""


def state_of(portrait: ReferencePortrait, *, odd: float | None) -> StateLine:
    """Says whether a portrait is used.

    Args:
        portrait: which.
        odd: its distance to the other portraits when it disagrees with them.
    """
    match portrait.state:
        case PortraitState.PENDING:
            return StateLine(Tone.NEUTRAL, Icon.WAITING, "waiting", "Curator looks for the face.")
        case PortraitState.REFUSED:
            return StateLine(Tone.BAD, TONE_ICONS[Tone.BAD], "refused", portrait.refusal)
        case PortraitState.ACCEPTED if odd is not None:
            words = f"Disagrees with the others ({odd:.2f}). Is it the same person?"
            return StateLine(Tone.WARN, TONE_ICONS[Tone.WARN], "used", words)
        case PortraitState.ACCEPTED:
            return StateLine(Tone.OK, TONE_ICONS[Tone.OK], "used")


class PortraitModel(QAbstractListModel):
    """Portraits in the order in which they were added."""

    def __init__(self) -> None:
        super().__init__()
        self._portraits: tuple[ReferencePortrait, ...] = ()
        self._odd: Mapping[PortraitId, float] = {}

    @property
    def portraits(self) -> tuple[ReferencePortrait, ...]:
        """All that are listed."""
        return self._portraits

    def set_portraits(
        self, portraits: tuple[ReferencePortrait, ...], *, odd: Mapping[PortraitId, float]
    ) -> None:
        """Lists others; the same ones keep their place and the selection."""
        same = [one.id for one in portraits] == [one.id for one in self._portraits]
        if not same:
            self.beginResetModel()
        self._portraits, self._odd = portraits, odd
        if not same:
            self.endResetModel()
        elif portraits:
            self.dataChanged.emit(self.index(0), self.index(len(portraits) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._portraits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows of an item."""
        if not index.isValid():
            return None
        portrait = self._portraits[index.row()]
        if role == PortraitRole.PORTRAIT:
            return portrait
        state = state_of(portrait, odd=self._odd.get(portrait.id))
        if role == PortraitRole.STATE:
            return state
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (portrait.file_name, state.words, state.detail) if part)
        return None


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
        self.setAccessibleName("Reference portraits")
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
        self, portraits: tuple[ReferencePortrait, ...], *, odd: Mapping[PortraitId, float]
    ) -> None:
        """Shows other portraits, or the same ones in another state."""
        self._model.set_portraits(portraits, odd=odd)
        self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size: the cards share the width, so that none is left over at the right."""
        # Qt keeps room for a scroll bar when it counts the columns, whether there is one or not.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar
        self._delegate.card_width = room // max(1, room // LEAST_WIDTH)
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
        return QSize(self.card_width, CARD_HEIGHT)

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
        picture = QRectF(card.left() + 2 * GRID, card.top() + 2 * GRID, PICTURE, PICTURE)
        self._paint_picture(painter, picture, portrait, tokens)
        left = picture.right() + 3 * GRID
        words = QRectF(left, picture.top(), card.right() - 2 * GRID - left, PICTURE)
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
        scale = PICTURE / SIDE
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
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(area.left(), area.top(), area.width(), 20), flags, name)
        color = tokens.color(state.tone)
        mark = QRectF(area.left(), area.top() + 22, ICON_SMALL, ICON_SMALL)
        paint_icon(painter, state.image, mark, color=color)
        painter.setFont(font_of(Role.BODY))
        painter.setPen(color)
        beside = QRectF(mark.right() + 6, area.top() + 20, area.width() - ICON_SMALL - 6, 20)
        painter.drawText(beside, flags, state.words)
        if state.detail:
            painter.setFont(font_of(Role.CAPTION))
            painter.setPen(QColor(tokens.dim))
            below = QRectF(area.left(), area.top() + 44, area.width(), area.height() - 44)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), state.detail)
