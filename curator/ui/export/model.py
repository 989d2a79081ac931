"""The lines of a dry run as Qt asks for them."""

import html
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from curator.engine.said import said
from curator.ui.assets import Icon, icon
from curator.ui.export.lines import FATE_WORDS, Fate, Line
from curator.ui.language import tr
from curator.ui.widgets.titled_rows import Index, TitledRows

_ICONS = {
    Fate.ADDED: (Icon.ADD, "ok"),
    Fate.CHANGED: (Icon.EDIT, "accent"),
    Fate.WITHDRAWN: (Icon.WITHDRAWN, "bad"),
    Fate.REMOVED: (Icon.REMOVE, "dim"),
    Fate.LEFT_OUT: (Icon.TONE_WARN, "warn"),
    Fate.UNCHANGED: (Icon.CHECK, "dim"),
}


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    FATE = 1
    NAME = 2
    OFFICE = 3
    WHY = 4


TITLES = {
    Column.NUMBER: said("Number"),
    Column.FATE: said("With this export"),
    Column.NAME: said("Shows"),
    Column.OFFICE: said("Office"),
    Column.WHY: said("Why"),
}


class PlanModel(TitledRows):
    """Lines of a dry run, of all or of some fates."""

    def __init__(self) -> None:
        super().__init__([TITLES[one] for one in Column])
        self._all: tuple[Line, ...] = ()
        self._fates: frozenset[Fate] = frozenset()
        self._rows: tuple[Line, ...] = ()
        self._icons: dict[Fate, QIcon] = {
            fate: icon(image, tint=tint) for fate, (image, tint) in _ICONS.items()
        }

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Shows another dry run."""
        self._all = tuple(lines)
        self._arrange()

    def set_fates(self, fates: frozenset[Fate]) -> None:
        """Shows only lines of these fates; none chosen shows all."""
        self._fates = fates
        self._arrange()

    def line_at(self, place: int) -> Line | None:
        """The line of a row, or None beyond the ends."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _arrange(self) -> None:
        lines = tuple(one for one in self._all if one.fate in self._fates) if self._fates else self._all
        if lines != self._rows:
            self.beginResetModel()
            self._rows = lines
            self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        line = self._rows[index.row()]
        column = Column(index.column())
        if role == Qt.ItemDataRole.DecorationRole and column is Column.FATE:
            return self._icons[line.fate]
        if role == Qt.ItemDataRole.ToolTipRole:
            # As written: Qt reads tool tips as HTML otherwise.
            return f"<qt>{html.escape(line.why)}</qt>" if column is Column.WHY and line.why else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        texts = {
            Column.NUMBER: f"{line.id}",
            Column.FATE: tr(FATE_WORDS[line.fate]),
            Column.NAME: line.name,
            Column.OFFICE: line.office,
            Column.WHY: line.why,
        }
        return texts[column]
