"""Where cells and headings lie, by arithmetic: a hundred thousand of them cost what ten do."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from curator.ui.grid.sections import Section


@dataclass(frozen=True, slots=True)
class Measures:
    """What is laid out, in logical pixels.

    Attributes:
        width: of a cell.
        height: of a cell.
        gap: between two cells at least; what a line has left over widens it.
        heading: height of a section's heading.
        margin: around everything.
    """

    width: int
    height: int
    gap: int
    heading: int
    margin: int


class GridLayout:
    """Sections of cells, line by line, below each other."""

    def __init__(self, sections: Sequence[Section], *, width: int, measures: Measures) -> None:
        """Lays out once; nothing changes afterwards.

        Args:
            sections: in order, without empty ones.
            width: of all, in logical pixels.
            measures: of the parts.
        """
        self._sections = tuple(sections)
        self._measures = measures
        self._width = width
        room = width - 2 * measures.margin
        self.columns = max(1, (room + measures.gap) // (measures.width + measures.gap))
        """How many cells a line holds."""
        spare = room - self.columns * measures.width
        self._step = measures.width + (spare / (self.columns - 1) if self.columns > 1 else 0.0)
        self._row = measures.height + measures.gap
        self._firsts = [one.first for one in self._sections]
        self._tops: list[int] = []
        top = measures.margin
        for one in self._sections:
            self._tops.append(top)
            top += measures.heading + self._lines(one) * self._row + measures.gap
        self.height = top + measures.margin if self._sections else 0
        """Of everything, in logical pixels."""
        last = self._sections[-1] if self._sections else None
        self.count = last.first + last.count if last is not None else 0
        """How many cells there are."""

    @property
    def row_height(self) -> int:
        """From one line of cells to the next."""
        return self._row

    def section_at(self, place: int) -> int:
        """Which section a cell is in."""
        return max(0, bisect_right(self._firsts, place) - 1)

    def heading(self, section: int) -> QRect:
        """Where a section's heading lies."""
        margin = self._measures.margin
        return QRect(margin, self._tops[section], self._width - 2 * margin, self._measures.heading)

    def cell(self, place: int) -> QRect:
        """Where a cell lies."""
        number = self.section_at(place)
        line, column = divmod(place - self._sections[number].first, self.columns)
        top = self._tops[number] + self._measures.heading + line * self._row
        left = round(self._measures.margin + column * self._step)
        return QRect(left, top, self._measures.width, self._measures.height)

    def place_at(self, x: int, y: int) -> int | None:
        """The cell at a point, or None between cells."""
        for place in self.places_between(y, y + 1):
            if self.cell(place).contains(x, y):
                return place
        return None

    def places_between(self, top: int, bottom: int) -> range:
        """All cells of the lines that reach between two heights; they follow each other."""
        if not self.count:
            return range(0)
        return range(self._first_from(top), self._first_from(bottom + self._row - 1))

    def sections_between(self, top: int, bottom: int) -> range:
        """All sections that reach between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, max(first, bisect_right(self._tops, bottom)))

    def inside(self, area: QRect) -> list[int]:
        """All cells that a rectangle touches."""
        between = self.places_between(area.top(), area.bottom())
        return [place for place in between if self.cell(place).intersects(area)]

    def vertically(self, place: int, *, lines: int) -> int:
        """The cell some lines further down (up when negative), in the same column as far as it goes."""
        for _ in range(abs(lines)):
            place = self._one_line(place, down=lines > 0)
        return place

    # ------------------------------------------------------------ inside

    def _lines(self, section: Section) -> int:
        return -(-section.count // self.columns)

    def _first_from(self, height: int) -> int:
        """The first cell whose line ends below a height."""
        number = bisect_right(self._tops, height) - 1
        if number < 0:
            return 0
        section = self._sections[number]
        line = max(0, (height - self._tops[number] - self._measures.heading) // self._row)
        return section.first + min(line * self.columns, section.count)

    def _one_line(self, place: int, *, down: bool) -> int:
        number = self.section_at(place)
        section = self._sections[number]
        line, column = divmod(place - section.first, self.columns)
        if down and line + 1 < self._lines(section):
            return min(place + self.columns, section.first + section.count - 1)
        if not down and line > 0:
            return place - self.columns
        beyond = number + (1 if down else -1)
        if not 0 <= beyond < len(self._sections):
            return place
        other = self._sections[beyond]
        begin = 0 if down else (self._lines(other) - 1) * self.columns
        return other.first + min(begin + column, other.count - 1)
