"""Small marks: filter chips with a number, a tone's icon with its word, and their flowing layout."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon, paint_icon
from curator.ui.language import figures
from curator.ui.theme import GRID, RING, Role, Tone, set_role, size_with_text, sized, tokens_of
from curator.ui.widgets.labels import set_tone, text_label

CHIP_HEIGHT = 24
"""In logical pixels at 100 %."""
CHIP_SIDE = 10
TICK = 12


class Chip(QPushButton):
    """A filter that is on or off, with the number of what it lets through.

    On is told by a tick and by the inverted fill, not by colour alone.
    """

    def __init__(self, label: str, *, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._count = count
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_role(self, Role.CAPTION)
        self.toggled.connect(self._on_toggled)
        self._tell()

    @property
    def label(self) -> str:
        """The words on the chip, without the number."""
        return self._label

    def set_count(self, count: int | None) -> None:
        """Show another number; None shows none."""
        self._count = count
        self._tell()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        width = self.fontMetrics().horizontalAdvance(self._shown()) + 2 * CHIP_SIDE + 2
        return QSize(width + (TICK + GRID if self.isChecked() else 0), sized(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        on = self.isChecked()
        fill = QColor(tokens.accent if on else tokens.hover if self.underMouse() else tokens.raised)
        ink = QColor(tokens.on_accent if on else tokens.text)
        if not self.isEnabled():
            fill, ink = QColor(tokens.panel), QColor(tokens.edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), body.height() / 2 - 1, body.height() / 2 - 1)
            body = body.adjusted(3, 3, -3, -3)
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.line), 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), body.height() / 2, body.height() / 2)
        inner = QRectF(self.rect()).adjusted(CHIP_SIDE, 0, -CHIP_SIDE, 0)
        if on:
            place = QRectF(inner.left(), (self.height() - TICK) / 2, TICK, TICK)
            paint_icon(painter, Icon.CHECK, place, color=ink)
            inner.setLeft(inner.left() + TICK + GRID)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(
            inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), self._shown()
        )

    def _shown(self) -> str:
        return self._label if self._count is None else f"{self._label} {figures(self._count)}"

    def _tell(self) -> None:
        self.setText(self._shown().replace("&", "&&"))
        self.setAccessibleName(self._shown())
        self.updateGeometry()
        self.update()

    def _on_toggled(self, _on: bool) -> None:
        self.updateGeometry()


class FlowLayout(QLayout):
    """Lays widgets out in rows, as words in a paragraph: nothing is ever cut at the right."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = GRID, between: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._between = gap if between is None else between
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at a place, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: rows are as wide as they are."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: a narrow strip needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all rows need at a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Place the items in rows of ``rect``, or only measure; returns the height needed."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        x, y, row = area.x(), area.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > area.x() and x + size.width() > area.x() + area.width():
                x, y, row = area.x(), y + row + self._between, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row - rect.y() + margins.bottom()


class FlowRow(QWidget):
    """A strip of small widgets that grows by a row when they do not fit in one."""

    def __init__(self, *, gap: int = GRID, between: int | None = None, parent: QWidget | None = None) -> None:
        """Holds nothing yet.

        Args:
            gap: between neighbours, in logical pixels.
            between: between rows; None is the same.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=gap, between=between)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self._flow.addWidget(widget)

    def event(self, event: QEvent) -> bool:
        """Follow the width with the height."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            # Layouts that hold this one squeeze height-for-width items to one row when space is short.
            self.setFixedHeight(self._flow.heightForWidth(self.width()))
        return done


class IconMark(QWidget):
    """An icon that is no button, in a tone or a colour of the theme."""

    def __init__(
        self,
        image: Icon,
        *,
        tone: Tone | None = None,
        size: int = ICON_SMALL,
        first_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a mark.

        Args:
            image: the icon.
            tone: colours it; None is dim.
            size: in logical pixels.
            first_line: it stands at the top beside words that may have several lines, and keeps level
                with the first of them however large the text is.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._image = image
        self._tone = tone
        self._size = size
        self.setFixedSize(size, size)
        if first_line:
            size_with_text(self, height=size)

    def set_image(self, image: Icon, *, tone: Tone | None = None) -> None:
        """Show another icon."""
        self._image = image
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        color = tokens.color(self._tone) if self._tone is not None else QColor(tokens.dim)
        top = (self.height() - self._size) // 2
        paint_icon(QPainter(self), self._image, QRectF(0, top, self._size, self._size), color=color)


class ToneMark(QWidget):
    """A word in its tone with the tone's icon before it."""

    def __init__(
        self,
        tone: Tone,
        text: str,
        *,
        role: Role = Role.BODY,
        image: Icon | None = None,
        tinted: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a mark.

        Args:
            tone: the tone.
            text: the word.
            role: of the text.
            image: another icon than the tone's own.
            tinted: the word is in the tone's colour too; False leaves it to the icon.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._tinted = tinted
        self._mark = IconMark(image or TONE_ICONS[tone], tone=tone)
        self._label = text_label(
            text, role=role, tone=tone if tinted else None, elide=Qt.TextElideMode.ElideRight
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The word."""
        return self._label.text()

    def set_mark(self, tone: Tone, text: str, *, image: Icon | None = None) -> None:
        """Show another tone and word."""
        self._mark.set_image(image or TONE_ICONS[tone], tone=tone)
        self._label.setText(text)
        set_tone(self._label, tone if self._tinted else None)
        self.setAccessibleName(text)
