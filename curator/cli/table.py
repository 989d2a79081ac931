"""Aligned tables of plain text that fit the terminal."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence

_GAP = "  "
_NARROWEST = 8
"""Columns of the terminal that a column of the table keeps, however little room there is."""


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()
) -> None:
    """Prints rows under a header, cut to the terminal's width; whole where there is no terminal.

    Args:
        header: one word a column.
        rows: cleaned text, as many cells as the header has.
        right: columns that are aligned to the right, such as numbers.
    """
    lines = [header, *rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(header))]
    room = _room()
    if room is not None:
        # The widest gives way first, so that a long file name does not push others out.
        while sum(widths) + len(_GAP) * (len(widths) - 1) > room and max(widths) > _NARROWEST:
            widths[widths.index(max(widths))] -= 1
    for line in lines:
        cells = [
            _fitted(cell, width=width, right=column in right)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print(_cut(_GAP.join(cells).rstrip(), width=room))


def _room() -> int | None:
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def _fitted(cell: str, *, width: int, right: bool) -> str:
    text = _cut(cell, width=width)
    blank = " " * (width - _width(text))
    return blank + text if right else text + blank


def _cut(text: str, *, width: int | None) -> str:
    if width is None or _width(text) <= width:
        return text
    kept, taken = "", 0
    for character in text:
        taken += _width(character)
        if taken >= width:
            break
        kept += character
    return f"{kept}…"


def _width(text: str) -> int:
    """How many columns a terminal takes for it: two for wide letters, none for combining marks."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )
