"""Paints a line of the list: a country, or a politician with office and portraits."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.ui.assets import ICON_SMALL, TONE_ICONS, Icon, paint_icon
from curator.ui.language import tr, tr_stored
from curator.ui.politicians.coverage import Listed, portraits
from curator.ui.politicians.people_model import Heading, PeopleRole
from curator.ui.theme import GRID, RADIUS, RING, Role, Tokens, Tone, font_of, sized, tokens_of

PERSON_HEIGHT = 48
HEADING_HEIGHT = 32
_BAR = 3
_LINE = 20

Index = QModelIndex | QPersistentModelIndex


class PeopleDelegate(QStyledItemDelegate):
    """Two heights: headings are lower than people."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size that shows everything."""
        heading = isinstance(index.data(PeopleRole.ROW), Heading)
        return QSize(160, sized(HEADING_HEIGHT if heading else PERSON_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        row = index.data(PeopleRole.ROW)
        tokens = tokens_of(option.widget)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, area, row, tokens)
        elif isinstance(row, Listed):
            self._paint_person(painter, area, row, option.state, tokens)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, row: Heading, tokens: Tokens) -> None:
        font = font_of(Role.SECTION)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        inner = area.adjusted(3 * GRID, 2 * GRID, -3 * GRID, 0)
        painter.setPen(QColor(tokens.dim))
        _text(painter, inner, row.country, font)
        if row.count > 1:
            _text(painter, inner, f"{row.count}", font_of(Role.CAPTION), right=True)

    def _paint_person(
        self,
        painter: QPainter,
        area: QRectF,
        row: Listed,
        state: QStyle.StateFlag,
        tokens: Tokens,
    ) -> None:
        area = area.adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + 6, _BAR, area.height() - 12), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.bg))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), RING))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        inner = area.adjusted(3 * GRID, 0, -2 * GRID, 0)
        middle = area.center().y()
        line = sized(_LINE)
        upper = QRectF(inner.left(), middle - line, inner.width(), line)
        lower = QRectF(inner.left(), middle, inner.width(), line)
        # In the middle; but on the second line where the name needs all of the first one.
        name = QFontMetrics(font_of(Role.STRONG)).horizontalAdvance(row.politician.full_name)
        long = name > inner.width() - _count_width(row)
        room = self._paint_count(painter, lower if long else inner, row, tokens)
        upper.setWidth(inner.width() if long else room)
        lower.setWidth(room)
        painter.setPen(QColor(tokens.text))
        _text(painter, upper, row.politician.full_name, font_of(Role.STRONG))
        painter.setPen(QColor(tokens.dim))
        _text(
            painter,
            lower,
            tr_stored(row.politician.role) if row.politician.role else tr("No office"),
            font_of(Role.BODY),
        )

    def _paint_count(self, painter: QPainter, inner: QRectF, row: Listed, tokens: Tokens) -> float:
        """Paints the mark and the words at the right; returns the room that is left of them."""
        words, tone, image = portrait_mark(row)
        font = font_of(Role.CAPTION)
        width = QFontMetrics(font).horizontalAdvance(words) + 2
        color = tokens.color(tone)
        painter.setPen(color)
        place = QRectF(inner.right() - width, inner.top(), width, inner.height())
        _text(painter, place, words, font)
        mark = QRectF(
            round(place.left() - GRID - ICON_SMALL),
            round(place.center().y() - ICON_SMALL / 2),
            ICON_SMALL,
            ICON_SMALL,
        )
        paint_icon(painter, image, mark, color=color)
        return mark.left() - 2 * GRID - inner.left()


def _count_width(row: Listed) -> float:
    """What mark and words at the right take, with the gaps before them."""
    words = QFontMetrics(font_of(Role.CAPTION)).horizontalAdvance(portrait_mark(row)[0]) + 2
    return words + ICON_SMALL + 3 * GRID


def portrait_mark(row: Listed) -> tuple[str, Tone, Icon]:
    """Words, tone and shape for the portraits of a politician."""
    if row.lacks_portraits:
        return portraits(row), Tone.WARN, TONE_ICONS[Tone.WARN]
    if row.disagreeing:
        words = tr("{n} of {all} disagree", n=row.disagreeing, all=row.accepted)
        return words, Tone.WARN, TONE_ICONS[Tone.WARN]
    return portraits(row), Tone.NEUTRAL, Icon.PICTURE if row.accepted else Icon.WAITING


def _text(painter: QPainter, rect: QRectF, text: str, font: QFont, *, right: bool = False) -> None:
    painter.setFont(font)
    # Elision measures the text as written, so capitals are made before and not by the font.
    shown = text.upper() if font.capitalization() is QFont.Capitalization.AllUppercase else text
    cut = QFontMetrics(font).elidedText(
        " ".join(shown.split()), Qt.TextElideMode.ElideRight, int(rect.width())
    )
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), cut)
