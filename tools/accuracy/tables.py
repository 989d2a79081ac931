"""Aligned tables of text, one for each question."""

import math
from collections.abc import Iterable, Sequence

from .shares import Share

Cell = str | int | float | Share


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, note: str = "") -> str:
    """A table with its question above it.

    Args:
        title: the question.
        columns: one heading a column.
        rows: as many cells each; the first is aligned left, all others right.
        note: how to read it.
    """
    texts = [[_text(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *texts, strict=True)]
    lines = [f"\n== {title}"]
    lines += [note] if note else []
    for cells in (columns, *texts):
        first = cells[0].ljust(widths[0])
        others = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
        lines.append("  ".join((first, *others)).rstrip())
    return "\n".join(lines)


def machine_line(values: Iterable[tuple[str, float]]) -> str:
    """``name=value`` for programs; a share as a number from 0 to 1, nan for what was not asked."""
    return " ".join(f"{name}={value:.5f}" for name, value in values)


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return "-" if math.isnan(cell) else f"{cell:.3f}"
    return str(cell)
