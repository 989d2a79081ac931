"""Where things stand on a page of a contact sheet: margins, header, footer and the grid of cards.

All lengths are in tenths of a point (1/720 inch), the resolution that the PDF is painted with.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale, QRectF

RESOLUTION = 720
"""Units of an inch."""

_MM = RESOLUTION / 25.4

_LETTER = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Belize,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.CostaRica,
        QLocale.Country.ElSalvador,
        QLocale.Country.Guatemala,
        QLocale.Country.Nicaragua,
        QLocale.Country.Panama,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.Venezuela,
    }
)
"""Where paper is Letter: the paper sizes of Unicode's CLDR."""


class Paper(StrEnum):
    """The size of the pages, upright."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {Paper.A4: (210 * _MM, 297 * _MM), Paper.LETTER: (8.5 * RESOLUTION, 11.0 * RESOLUTION)}

_GRIDS = ((1, 1, 1), (4, 2, 2), (9, 3, 3))
"""Up to so many pictures on one page, in so many columns and rows."""

_FULL_GRID = (3, 4)
"""Columns and rows of every page of a larger set: three pictures side by side can be seen across a table."""


def mm(length: float) -> float:
    """Millimetres in units of the page."""
    return length * _MM


def points(length: float) -> int:
    """Points in units of the page, for the sizes of fonts."""
    return round(length * RESOLUTION / 72)


def usual_paper(locale: QLocale) -> Paper:
    """The paper that printers hold where a person lives."""
    return Paper.LETTER if locale.territory() in _LETTER else Paper.A4


@dataclass(frozen=True, slots=True)
class Pages:
    """How a number of cards is spread over pages.

    Attributes:
        paper: of each page.
        columns: of the grid, on every page the same.
        rows: likewise.
        count: of pages; at least 1.
        header: title, number and date.
        footer: whom it is for, and the page's number.
        body: what the grid fills.
    """

    paper: Paper
    columns: int
    rows: int
    count: int
    header: QRectF
    footer: QRectF
    body: QRectF

    @property
    def cards(self) -> int:
        """How many fit on one page."""
        return self.columns * self.rows

    def cell(self, place: int) -> QRectF:
        """Where the card of that place on its page stands, picture and words together."""
        across, down = mm(6), mm(5)
        width = (self.body.width() - across * (self.columns - 1)) / self.columns
        height = (self.body.height() - down * (self.rows - 1)) / self.rows
        row, column = divmod(place, self.columns)
        return QRectF(
            self.body.left() + column * (width + across),
            self.body.top() + row * (height + down),
            width,
            height,
        )


def pages_of(cards: int, *, paper: Paper) -> Pages:
    """Spreads so many cards over pages: large ones when they are few, twelve a page when they are many."""
    grid = next(((columns, rows) for most, columns, rows in _GRIDS if cards <= most), _FULL_GRID)
    width, height = _SIZES[paper]
    inside = QRectF(mm(14), mm(11), width - mm(28), height - mm(21))
    header = QRectF(inside.left(), inside.top(), inside.width(), mm(13))
    footer = QRectF(inside.left(), inside.bottom() - mm(4), inside.width(), mm(4))
    top, bottom = header.bottom() + mm(4), footer.top() - mm(4)
    return Pages(
        paper,
        *grid,
        count=max(1, -(-cards // (grid[0] * grid[1]))),
        header=header,
        footer=footer,
        body=QRectF(inside.left(), top, inside.width(), bottom - top),
    )
