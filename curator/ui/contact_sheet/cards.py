"""Paints one picture of a contact sheet with its face box, its mark, and the words below it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from curator.engine.records import FaceBox, Kind, Verdict
from curator.engine.reports import Card
from curator.engine.wording import KIND_WORDS, MAKING_WORDS, verdict_line
from curator.ui.contact_sheet.layout import mm, points
from curator.ui.contact_sheet.lines import font, line_height, paint_lines, width_of
from curator.ui.language import capital, tr, tr_stored
from curator.ui.theme import LIGHT, SHAPES, Shape, Tone

_INK, _DIM, _GROUND = QColor(LIGHT.text), QColor(LIGHT.dim), QColor(LIGHT.bg)
_MARK_INK, _MARK_PAPER = QColor("#111111"), QColor("#ffffff")
_BOX, _CORNER = QColor("#ffff0a"), QColor("#ff2020")
"""The campaign's yellow and red, as in exported pictures."""

_VERDICT_TONES = {Verdict.APPROVED: Tone.OK, Verdict.REJECTED: Tone.BAD}


@dataclass(frozen=True, slots=True)
class Style:
    """The type of all cards of a sheet; larger where they are few.

    Attributes:
        name: of the politician.
        words: of all else.
        mark: on the picture.
    """

    name: QFont
    words: QFont
    mark: QFont

    @classmethod
    def of(cls, columns: int) -> "Style":
        """The type for so many cards side by side."""
        size = {1: 13.0, 2: 10.5}.get(columns, 8.5)
        return cls(font(size, strong=True), font(size - 1), font(min(size - 1.5, 9.0), strong=True))

    def height(self, *, verdicts: bool) -> float:
        """How much room the words below a picture take."""
        lines = 3 if verdicts else 2
        return 2 * line_height(self.name) + lines * line_height(self.words) + mm(0.8)


def picture_place(cell: QRectF, *, style: Style, verdicts: bool) -> QRectF:
    """The part of a card that its picture is fitted into."""
    return QRectF(
        cell.left(), cell.top(), cell.width(), cell.height() - style.height(verdicts=verdicts) - mm(1.6)
    )


def paint_card(
    painter: QPainter,
    card: Card,
    cell: QRectF,
    *,
    image: QImage | None,
    style: Style,
    boxed: bool,
    verdicts: bool,
) -> None:
    """Paints a card.

    Args:
        painter: of the page.
        card: what is told.
        cell: where.
        image: the picture in as many pixels as it is to be printed with; None where there is none.
        style: the type.
        boxed: frame the face.
        verdicts: tell the verdict too.
    """
    place = picture_place(cell, style=style, verdicts=verdicts)
    painter.fillRect(place, _GROUND)
    if image is None:
        _paint_missing(painter, place, style=style)
    else:
        shown = _fitted(image, place)
        painter.drawImage(shown, image)
        face = _scaled(card, shown)
        if face is not None and boxed:
            _paint_box(painter, face, inside=shown)
        if card.mark:
            _paint_mark(painter, card.mark, shown, face=face, font=style.mark)
    below = QRectF(cell.left(), place.bottom() + mm(1.6), cell.width(), 0)
    _paint_words(painter, card, below, style=style, verdicts=verdicts)


def _fitted(image: QImage, place: QRectF) -> QRectF:
    """The whole picture as large as it goes, in the middle."""
    scale = min(place.width() / image.width(), place.height() / image.height())
    shown = QRectF(0, 0, image.width() * scale, image.height() * scale)
    shown.moveCenter(place.center())
    return shown


def _scaled(card: Card, shown: QRectF) -> QRectF | None:
    """The face on the page; None without one, or where it lies outside the picture."""
    face: FaceBox | None = card.face
    if face is None or card.width <= 0 or card.height <= 0:
        return None
    across, down = shown.width() / card.width, shown.height() / card.height
    box = QRectF(
        shown.left() + face.left * across,
        shown.top() + face.top * down,
        face.width * across,
        face.height * down,
    ).intersected(shown)
    return None if box.isEmpty() else box


def _paint_box(painter: QPainter, box: QRectF, *, inside: QRectF) -> None:
    """A thin yellow frame held by red corners, so that one of them stands out on any picture."""
    side = min(box.width(), box.height())
    # Of a face that is a speck the frame must not hide all.
    thin, thick = min(mm(0.3), side / 12), min(mm(0.65), side / 7)
    painter.save()
    painter.setClipRect(inside)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(_BOX, thin, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.drawRect(box)
    painter.setPen(
        QPen(_CORNER, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    arm = 0.22 * side
    for x, along in ((box.left(), arm), (box.right(), -arm)):
        for y, up in ((box.top(), arm), (box.bottom(), -arm)):
            painter.drawPolyline(QPolygonF([QPointF(x + along, y), QPointF(x, y), QPointF(x, y + up)]))
    painter.restore()


def _paint_mark(painter: QPainter, mark: str, shown: QRectF, *, face: QRectF | None, font: QFont) -> None:
    """The label of a deepfake, in the top corner away from the face; white on near-black is 18.9 to 1."""
    letters = QFont(font)
    room = shown.width() * 0.9
    padding = letters.pixelSize() * 0.55
    while width_of(mark, font=letters) + 2 * padding > room and letters.pixelSize() > points(3):
        letters.setPixelSize(round(letters.pixelSize() * 0.9))
        padding = letters.pixelSize() * 0.55
    width, height = width_of(mark, font=letters) + 2 * padding, line_height(letters) + padding * 0.5
    gap = min(mm(1.2), max(0.0, (shown.width() - width) / 2))
    plates = [
        QRectF(shown.right() - gap - width, shown.top() + gap, width, height),
        QRectF(shown.left() + gap, shown.top() + gap, width, height),
    ]
    plate = plates[0] if face is None else min(plates, key=lambda one: _nuisance(one, face))
    painter.setPen(QPen(_MARK_PAPER, mm(0.25)))
    painter.setBrush(_MARK_INK)
    painter.drawRoundedRect(plate, height / 4, height / 4)
    place = plate.adjusted(padding, padding * 0.25, -padding / 2, 0)
    paint_lines(painter, mark, place, font=letters, color=_MARK_PAPER)


def _nuisance(plate: QRectF, face: QRectF) -> tuple[float, float]:
    """How much of the face a plate hides, then how near it is."""
    hidden = plate.intersected(face)
    return hidden.width() * hidden.height(), -abs(plate.center().x() - face.center().x())


def _paint_missing(painter: QPainter, place: QRectF, *, style: Style) -> None:
    words = tr("There is no preview of this picture.")
    height = 2 * line_height(style.words)
    inside = place.adjusted(mm(3), 0, -mm(3), 0)
    inside.setTop(place.center().y() - height / 2)
    paint_lines(painter, words, inside, font=style.words, color=_DIM, most=2)


# ---------------------------------------------------------------- words


def _paint_words(painter: QPainter, card: Card, rect: QRectF, *, style: Style, verdicts: bool) -> None:
    name = card.name or tr("Nobody is named")
    taken = paint_lines(painter, name, rect, font=style.name, color=_INK, most=2)
    rect.moveTop(rect.top() + taken + mm(0.4))
    # A short name leaves its second line to a long office.
    most = 1 if taken > line_height(style.name) else 2
    taken = paint_lines(painter, _office(card), rect, font=style.words, color=_DIM, most=most)
    rect.moveTop(rect.top() + taken)
    number = tr("No. {number}", number=card.id)
    aside = width_of(number, font=style.words)
    paint_lines(painter, number, rect, font=style.words, color=_DIM, right=True)
    shape = Shape.DIAMOND if card.kind is Kind.DEEPFAKE else Shape.RING
    kind = rect.adjusted(0, 0, -aside - mm(2), 0)
    _paint_marked(painter, _kind(card), kind, shape=shape, color=_INK, style=style)
    if verdicts:
        rect.moveTop(rect.top() + line_height(style.words))
        tone = _VERDICT_TONES.get(card.verdict, Tone.NEUTRAL)
        words = capital(tr(verdict_line(card.verdict, reason=card.reason)))
        _paint_marked(painter, words, rect, shape=SHAPES[tone], color=LIGHT.color(tone), style=style)


def _office(card: Card) -> str:
    if card.role and card.country:
        return tr("{role}, {country}", role=card.role, country=card.country)
    return tr_stored(card.role or card.country)


def _kind(card: Card) -> str:
    kind = capital(tr(KIND_WORDS[card.kind]))
    if card.making is None:
        return kind
    return tr("{kind} · {making}", kind=kind, making=MAKING_WORDS[card.making])


def _paint_marked(
    painter: QPainter, words: str, rect: QRectF, *, shape: Shape, color: QColor, style: Style
) -> None:
    """Words behind the shape that stands for them, in its colour."""
    height = line_height(style.words)
    side = style.words.pixelSize() * 0.72
    place = QRectF(rect.left(), rect.top() + (height - side) / 2, side, side)
    _paint_shape(painter, place, shape=shape, color=color)
    beside = rect.adjusted(side + mm(1.1), 0, 0, 0)
    paint_lines(painter, words, beside, font=style.words, color=color)


def _paint_shape(painter: QPainter, place: QRectF, *, shape: Shape, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    middle = place.center()
    if shape is Shape.DIAMOND:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), place.top()),
                    QPointF(place.right(), middle.y()),
                    QPointF(middle.x(), place.bottom()),
                    QPointF(place.left(), middle.y()),
                ]
            )
        )
    elif shape is Shape.SQUARE:
        painter.drawRect(place.adjusted(mm(0.1), mm(0.1), -mm(0.1), -mm(0.1)))
    elif shape is Shape.CIRCLE:
        painter.drawEllipse(place)
    else:
        painter.setPen(QPen(color, mm(0.35)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(mm(0.18), mm(0.18), -mm(0.18), -mm(0.18)))
