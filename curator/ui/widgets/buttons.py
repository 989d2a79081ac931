"""Buttons: with their key in a key cap, as a tool, and on the rail."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from curator.ui.assets import ICON_RAIL, ICON_SMALL, ICON_TOOL, Icon, icon, paint_icon
from curator.ui.language import tr
from curator.ui.theme import RADIUS, RING, Role, Tokens, font_of, set_role, sized, text_scale, tokens_of
from curator.ui.widgets.labels import describe, set_tip

_POINTER_LOST = (
    QEvent.Type.Leave,
    QEvent.Type.Hide,
    QEvent.Type.WindowBlocked,
    QEvent.Type.WindowDeactivate,
)
SIDE = 14
GAP = 8


class ButtonTone(StrEnum):
    """What pressing a button means."""

    NEUTRAL = "neutral"
    OK = "ok"
    """Filled green: approve."""
    BAD = "bad"
    """Outlined red: reject."""
    PRIMARY = "primary"
    """Filled with the accent: the one next step of a page."""


def cap_height() -> int:
    """How high the cap of a key is, in logical pixels at the size of text chosen."""
    return sized(20)


def button_height() -> int:
    """How high a button with words is, in logical pixels at the size of text chosen."""
    return sized(36)


def cap_width(key: str) -> int:
    """How wide the cap of a key is, in logical pixels; nothing without a key."""
    return _cap_width(key, scale=text_scale()) if key else 0


@lru_cache(maxsize=256)
def _cap_width(key: str, *, scale: float) -> int:
    # Kept for each size of text: a bar of buttons asks hundreds of times for each picture.
    advance = QFontMetrics(font_of(Role.CAPTION)).horizontalAdvance(key)
    return max(round(20 * scale) + 4, advance + 12)


def paint_cap(painter: QPainter, rect: QRectF, key: str, *, color: QColor, edge: QColor) -> None:
    """Draw a key cap: a box with a slightly thicker foot, the key in its middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    foot = rect.bottom() - 1.5
    painter.drawLine(QPointF(rect.left() + 4, foot), QPointF(rect.right() - 4, foot))
    painter.setFont(font_of(Role.CAPTION))
    painter.setPen(color)
    painter.drawText(rect.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyCap(QWidget):
    """A key, drawn as a key: ``A``, ``Shift+Z``."""

    def __init__(self, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        set_role(self, Role.CAPTION)
        self.setAccessibleName(tr("Key {key}", key=key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key in the cap."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(tr("Key {key}", key=key))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(cap_width(self._key), cap_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        paint_cap(painter, QRectF(self.rect()), self._key, color=QColor(tokens.dim), edge=QColor(tokens.edge))


class KeyButton(QPushButton):
    """A button that shows its key beside its words; painted by hand for a ring with a gap.

    It takes the focus by Tab only: a click leaves the focus where the keys of the desk work.
    """

    def __init__(
        self,
        label: str,
        *,
        key: str = "",
        tone: ButtonTone = ButtonTone.NEUTRAL,
        image: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._key = key
        self._tone = tone
        self._image = image
        self._second = ""
        self._spoken = ""
        self._seconds: tuple[str, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._measured: tuple[tuple[object, ...], int] | None = None
        set_role(self, Role.STRONG)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    @property
    def label(self) -> str:
        """The words on the button."""
        return self._label

    @property
    def key(self) -> str:
        """The key in the cap; empty for none. Showing it does not bind it."""
        return self._key

    def set_label(self, label: str) -> None:
        """Say something else."""
        if label != self._label:
            self._label = label
            self._tell()

    @property
    def second(self) -> str:
        """The small words under the label; empty for none."""
        return self._second

    def set_second(self, words: str, *, spoken: str = "") -> None:
        """Say something more in small words under the label; the button stays as high as it is.

        Args:
            words: cut where there is too little room for them, as the label is not then.
            spoken: what screen readers say for both; empty is one after the other.
        """
        if (words, spoken) != (self._second, self._spoken):
            self._second, self._spoken = words, spoken
            self._tell()

    def keep_room_for(self, seconds: Iterable[str] = (), *, labels: Iterable[str] = ()) -> None:
        """Be wide enough for any of these, so that nothing beside it ever moves.

        Args:
            seconds: small words under the label.
            labels: words in place of the label.
        """
        self._seconds, self._labels, self._measured = tuple(seconds), tuple(labels), None
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key."""
        if key != self._key:
            self._key = key
            self._tell()

    def set_tone(self, tone: ButtonTone) -> None:
        """Mean something else."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(2 * SIDE + self._words_width() + 1 + self._extras(), button_height())

    def _words_width(self) -> int:
        # A layout asks a dozen times in a row, and measuring words is what takes long.
        asked = (self._label, self._second, text_scale())
        if self._measured is None or self._measured[0] != asked:
            words = max(self.fontMetrics().horizontalAdvance(one) for one in (self._label, *self._labels))
            small = QFontMetrics(font_of(Role.CAPTION))
            words = max(words, *(small.horizontalAdvance(one) for one in ("", self._second, *self._seconds)))
            self._measured = asked, words
        return self._measured[1]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() is QEvent.Type.FontChange:
            self._measured = None
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        kept = self._label if self._second else ""
        words = max(self.fontMetrics().horizontalAdvance(one) for one in ("Mmmm…", kept))
        width = 2 * SIDE + words + 1 + self._extras()
        return QSize(min(width, self.sizeHint().width()), button_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        fill, edge, ink = self._colors(tokens)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect())
        if self.hasFocus():
            # Ring, a gap of what lies behind, body: the ring shows on any fill.
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            body = body.adjusted(4, 4, -4, -4)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

        inner = QRectF(self.rect()).adjusted(SIDE, 0, -SIDE, 0)
        if self._image is not None:
            top = inner.center().y() - ICON_SMALL / 2
            place = QRectF(inner.left(), round(top), ICON_SMALL, ICON_SMALL)
            paint_icon(painter, self._image, place, color=ink)
            inner.setLeft(inner.left() + ICON_SMALL + GAP)
        if self._key:
            width = cap_width(self._key)
            top = round((self.height() - cap_height()) / 2)
            cap = QRectF(inner.right() - width + 4, top, width, cap_height())
            cap_edge = QColor(ink)
            cap_edge.setAlphaF(0.55)
            paint_cap(painter, cap, self._key, color=ink, edge=cap_edge)
            inner.setRight(cap.left() - GAP)
        painter.setPen(ink)
        if not self._second:
            self._paint_line(painter, inner, self._label, font=self.font())
            return
        # As one block in the middle: the lines stand nearer to each other than their fonts would have it.
        upper, lower = self.fontMetrics().ascent(), QFontMetrics(font_of(Role.CAPTION)).height()
        top = inner.center().y() - (upper + lower) / 2 + 1
        place = QRectF(
            inner.left(), top - self.fontMetrics().descent(), inner.width(), self.fontMetrics().height()
        )
        self._paint_line(painter, place, self._label, font=self.font())
        place = QRectF(inner.left(), top + upper, inner.width(), lower)
        self._paint_line(painter, place, self._second, font=font_of(Role.CAPTION))

    def _paint_line(self, painter: QPainter, place: QRectF, words: str, *, font: QFont) -> None:
        painter.setFont(font)
        metrics, room = QFontMetrics(font), int(place.width()) + 1
        # In the middle: in some languages the verb of a step stands at its end.
        mode = Qt.TextElideMode.ElideMiddle if words is self._second else Qt.TextElideMode.ElideRight
        text = metrics.elidedText(words, mode, room)
        centred = not self._key and self._image is None
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)

    def _extras(self) -> int:
        cap = GAP + cap_width(self._key) - 4 if self._key else 0
        return cap + (ICON_SMALL + GAP if self._image is not None else 0)

    def _colors(self, tokens: Tokens) -> tuple[QColor, QColor, QColor]:
        """Fill, border and ink for the tone and state."""
        if not self.isEnabled():
            return QColor(tokens.panel), QColor(tokens.line), QColor(tokens.edge)
        looks = {
            ButtonTone.NEUTRAL: (tokens.raised, tokens.line, tokens.text),
            ButtonTone.OK: (tokens.ok, tokens.ok, tokens.on_ok),
            ButtonTone.BAD: (tokens.panel, tokens.bad, tokens.text),
            ButtonTone.PRIMARY: (tokens.accent, tokens.accent, tokens.on_accent),
        }
        fill, edge, ink = (QColor(value) for value in looks[self._tone])
        # Away from the ink's own lightness, so that hovering never costs contrast.
        if self.isDown():
            fill = fill.darker(112) if ink.lightnessF() > fill.lightnessF() else fill.lighter(115)
        elif self.underMouse() and self._tone in (ButtonTone.OK, ButtonTone.PRIMARY):
            fill = fill.darker(106) if ink.lightnessF() > fill.lightnessF() else fill.lighter(107)
        elif self.underMouse():
            fill = QColor(tokens.hover)
        return fill, edge, ink

    def _tell(self) -> None:
        # The widget's own text is for screen readers; "&" would otherwise become a mnemonic.
        told = self._spoken or f"{self._label} {self._second}".rstrip()
        self.setText(told.replace("&", "&&"))
        self.setAccessibleName(told)
        describe(self, tr("Key {key}", key=self._key) if self._key else "")
        self.updateGeometry()
        self.update()


class ToolButton(QToolButton):
    """A tool as an icon alone, its name and key in the tool tip and for screen readers."""

    def __init__(
        self,
        image: Icon,
        name: str,
        *,
        key: str = "",
        checkable: bool = False,
        size: int = ICON_TOOL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.setIcon(icon(image))
        self.setIconSize(QSize(size, size))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._key = key
        self._tell()

    @property
    def name(self) -> str:
        """What the tool does."""
        return self._name

    @property
    def key(self) -> str:
        """The key that is told; empty for none. Telling it does not bind it."""
        return self._key

    def set_key(self, key: str) -> None:
        """Tell another key."""
        self._key = key
        self._tell()

    def set_name(self, name: str) -> None:
        """Say something else; the key stays."""
        self._name = name
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, unless a row that is not laid out yet leaves no room: its icon would be of no size."""
        if self.width() >= self.iconSize().width() and self.height() >= self.iconSize().height():
            super().paintEvent(event)

    def _tell(self) -> None:
        self.setAccessibleName(self._name)
        set_tip(self, f"{self._name} ({self._key})" if self._key else self._name)
        describe(self, tr("Key {key}", key=self._key) if self._key else "")


class RailButton(QToolButton):
    """A page of the program on the rail: icon over word, one of a group is checked."""

    def __init__(self, image: Icon, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rail", "true")
        self.setIcon(icon(image, tint="dim"))
        self.setIconSize(QSize(ICON_RAIL, ICON_RAIL))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as its word needs it, which differs by language and size of text."""
        words = QFontMetrics(font_of(Role.CAPTION)).horizontalAdvance(self.text())
        # The word is bolder while its page is shown.
        wide = round(1.08 * words) + 12
        return QSize(max(64, wide), max(56, round(40 + 16 * text_scale())))

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Forget the pointer whenever it may have gone unseen: under a dialog no leaving is told."""
        if event.type() in _POINTER_LOST:
            self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            self.update()
        return super().event(event)
