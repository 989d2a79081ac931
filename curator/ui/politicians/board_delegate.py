"""Paints the coverage board: its cells, and the names at its sides."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from curator.engine.said import said
from curator.ui.assets import Icon, paint_icon
from curator.ui.language import tr
from curator.ui.politicians.board_model import BoardRole, Index, gap_words
from curator.ui.politicians.coverage import CountryRow, Cover, Office
from curator.ui.politicians.tallies import SHORT_WORDS, Tally, compact
from curator.ui.theme import GRID, RADIUS, RING, Role, Tone, font_of, tokens_of

LEAST_COLUMN = 152
"""Four numbers and their words fit into it; in logical pixels at 100 %."""
_MARK = 9
_PAD = 8
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_COVER_WORDS = {
    Cover.GAP: said("Nobody named"),
    Cover.NO_PORTRAIT: said("No portrait"),
    Cover.WAITING: said("Portraits wait"),
}


class BoardDelegate(QStyledItemDelegate):
    """A cell: a shape with who holds the office or what is missing, and four numbers below."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        office = index.data(BoardRole.OFFICE)
        if not isinstance(office, Office):
            return
        cell = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex() == index
        self._paint_ground(painter, cell, office, option.state, current=current)
        inner = cell.adjusted(_PAD, 0, -_PAD, 0)
        if office.cover is Cover.GAP:
            self._paint_first_line(painter, inner, office)
        else:
            half = cell.height() / 2
            self._paint_first_line(painter, inner.adjusted(0, 2, 0, -half), office)
            self._paint_numbers(painter, inner.adjusted(0, half, 0, -2), office)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, cell: QRectF, office: Office, state: QStyle.StateFlag, *, current: bool
    ) -> None:
        tokens = tokens_of(self._view)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        gap = office.cover is Cover.GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hover if hovered else tokens.panel if gap else tokens.raised))
        painter.drawRoundedRect(cell, RADIUS - 1, RADIUS - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if office.cover in (Cover.GAP, Cover.NO_PORTRAIT):
            color = QColor(tokens.edge) if gap else tokens.color(Tone.WARN)
            style = Qt.PenStyle.DashLine if gap else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color, 1, style))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 1, RADIUS - 1)
        if current:
            painter.setPen(QPen(QColor(tokens.accent), RING if self._view.hasFocus() else 1))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)

    def _paint_first_line(self, painter: QPainter, line: QRectF, office: Office) -> None:
        tokens = tokens_of(self._view)
        mark = QRectF(line.left(), round(line.center().y() - _MARK / 2), _MARK, _MARK)
        paint_cover(painter, mark, office.cover)
        words = line.adjusted(_MARK + 6, 0, 0, 0)
        missing = _COVER_WORDS.get(office.cover)
        if missing is not None:
            # A new catalogue is all gaps: their outlines say so, and 135 loud words would say nothing.
            warn = office.cover is Cover.NO_PORTRAIT
            font = font_of(Role.STRONG if warn else Role.BODY)
            painter.setFont(font)
            painter.setPen(tokens.color(Tone.WARN) if warn else QColor(tokens.dim))
            shown = QFontMetrics(font).elidedText(
                tr(missing), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, int(_FLAGS), shown)
            words.setLeft(words.left() + QFontMetrics(font).horizontalAdvance(shown) + 2 * GRID)
        if office.holders and words.width() > 2 * _PAD:
            font = font_of(Role.BODY)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if missing is None else tokens.dim))
            shown = QFontMetrics(font).elidedText(
                _short_name(office), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, int(_FLAGS), shown)

    def _paint_numbers(self, painter: QPainter, line: QRectF, office: Office) -> None:
        tokens = tokens_of(self._view)
        font = font_of(Role.CAPTION)
        painter.setFont(font)
        for place, tally in zip(slots(line), Tally, strict=True):
            number = office.number(tally)
            if number is None:
                continue
            painter.setPen(QColor(tokens.text if number else tokens.dim))
            painter.drawText(place, int(_FLAGS), compact(number))


def slots(line: QRectF) -> tuple[QRectF, ...]:
    """Where the numbers of a cell begin; also where their words stand over the column."""
    width = line.width() / len(Tally)
    return tuple(
        QRectF(round(line.left() + width * place), line.top(), width, line.height())
        for place in range(len(Tally))
    )


def paint_role(painter: QPainter, rect: QRectF, name: str) -> None:
    """An office over its column, in one or two lines, with the words of the four numbers."""
    tokens = tokens_of()
    inner = rect.adjusted(_PAD + 2, 0, -_PAD, -2)
    font = font_of(Role.CAPTION)
    metrics = QFontMetrics(font)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(tokens.dim))
    foot = QRectF(inner.left(), inner.bottom() - metrics.height() - 2, inner.width(), metrics.height() + 2)
    for place, tally in zip(slots(foot.adjusted(0, 0, -2, 0)), Tally, strict=True):
        words = metrics.elidedText(
            tr(SHORT_WORDS[tally]), Qt.TextElideMode.ElideRight, int(place.width()) - 2
        )
        painter.drawText(place, int(_FLAGS), words)
    painter.setPen(QColor(tokens.text))
    upper = inner.adjusted(0, 0, 0, foot.top() - inner.bottom() - 2)
    flags = int(Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
    font = font_of(Role.STRONG)
    needed = QFontMetrics(font).boundingRect(upper.toRect(), flags, name)
    if needed.height() > upper.height() or needed.width() > upper.width():
        font.setPixelSize(font_of(Role.CAPTION).pixelSize())
    painter.setFont(font)
    painter.drawText(upper, flags, name)
    painter.restore()


def paint_country(painter: QPainter, rect: QRectF, row: CountryRow) -> None:
    """A country before its row, with the number of its gaps."""
    tokens = tokens_of()
    inner = rect.adjusted(_PAD, 2, -GRID, -2)
    half = inner.height() / 2
    font = font_of(Role.STRONG)
    name = QFontMetrics(font).elidedText(
        tr(row.country.words), Qt.TextElideMode.ElideRight, int(inner.width())
    )
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(inner.adjusted(0, 2, 0, -half), int(_FLAGS), name)
    painter.setFont(font_of(Role.CAPTION))
    painter.setPen(tokens.color(Tone.WARN) if row.gaps else QColor(tokens.dim))
    painter.drawText(inner.adjusted(0, half, 0, -2), int(_FLAGS), gap_words(row))
    painter.restore()


def paint_cover(painter: QPainter, mark: QRectF, how: Cover) -> None:
    """The shape of a cover: disc, diamond, clock or ring; told apart without colours."""
    tokens = tokens_of()
    if how is Cover.WAITING:
        paint_icon(painter, Icon.WAITING, mark.adjusted(-1, -1, 1, 1), color=QColor(tokens.dim))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if how is Cover.COVERED:
        painter.setBrush(tokens.color(Tone.OK))
        painter.drawEllipse(mark)
    elif how is Cover.NO_PORTRAIT:
        painter.setBrush(tokens.color(Tone.WARN))
        centre, reach = mark.center(), mark.width() / 2 + 1
        painter.drawPolygon(
            [
                centre + QPointF(0, -reach),
                centre + QPointF(reach, 0),
                centre + QPointF(0, reach),
                centre + QPointF(-reach, 0),
            ]
        )
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.edge), 1.5))
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1))


def _short_name(office: Office) -> str:
    """The surname of one holder, as there is little room; how many there are of several."""
    if len(office.holders) > 1:
        return office.who
    who = office.holders[0].politician
    return who.surname or who.given_name
