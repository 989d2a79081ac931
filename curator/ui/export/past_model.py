"""Past exports as Qt asks for them."""

import html
from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from curator.engine.export.past import Found, PastExport, State
from curator.engine.said import Said, said
from curator.ui.assets import Icon, icon, tone_icon
from curator.ui.language import tr, tr_of
from curator.ui.moments import day_and_time
from curator.ui.theme import Tone
from curator.ui.widgets.titled_rows import Index, TitledRows

STATE_WORDS: Mapping[State, Said] = {
    State.WHOLE: said("stands there whole"),
    State.REPLACED: said("replaced by a newer one"),
    State.CHANGED: said("something else is there"),
    State.GONE: said("the folder is not there"),
    State.UNREADABLE: said("the folder cannot be read"),
}
_TONES = {
    State.WHOLE: Tone.OK,
    State.LACKING: Tone.BAD,
    State.CHANGED: Tone.WARN,
    State.GONE: Tone.NEUTRAL,
    State.UNREADABLE: Tone.WARN,
}


class Column(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    PICTURES = 1
    CURATOR = 2
    FOLDER = 3
    STATE = 4


TITLES = {
    Column.WHEN: said("Written"),
    Column.PICTURES: said("Pictures"),
    Column.CURATOR: said("By"),
    Column.FOLDER: said("Folder"),
    Column.STATE: said("Now"),
}


class PastModel(TitledRows):
    """The exports that the catalogue remembers, with what is found of them now."""

    def __init__(self) -> None:
        super().__init__([TITLES[one] for one in Column])
        self._rows: tuple[PastExport, ...] = ()
        self._found: Mapping[int, Found] = {}
        self._looking = True
        self._icons: dict[State, QIcon] = {
            state: tone_icon(_TONES[state]) if state in _TONES else icon(Icon.LOG, tint="dim")
            for state in State
        }

    def show_exports(self, exports: Sequence[PastExport]) -> None:
        """Lists exports, the newest first; what is found of them is told later."""
        self.beginResetModel()
        self._rows, self._found, self._looking = tuple(exports), {}, True
        self.endResetModel()

    def show_found(self, found: Mapping[int, Found]) -> None:
        """Tells what was found of them, by their ids."""
        self._found, self._looking = found, False
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.STATE)
            self.dataChanged.emit(self.index(0, Column.STATE), last)

    def export_at(self, place: int) -> PastExport | None:
        """The export of a row, or None beyond the ends."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def found_at(self, place: int) -> Found | None:
        """What was found of the export of a row; None while nobody has looked."""
        export = self.export_at(place)
        return None if export is None else self._found.get(export.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        export = self._rows[index.row()]
        column = Column(index.column())
        found = self._found.get(export.id)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE:
            return None if found is None else self._icons[found.state]
        if role == Qt.ItemDataRole.ToolTipRole and column in (Column.FOLDER, Column.CURATOR):
            # As written: Qt reads tool tips as HTML otherwise.
            told = f"{export.folder}" if column is Column.FOLDER else export.curator
            return f"<qt>{html.escape(told)}</qt>"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        texts = {
            Column.WHEN: day_and_time(export.exported_at, with_year=True),
            Column.PICTURES: tr("{n:,}", n=export.pictures),
            Column.CURATOR: export.curator,
            Column.FOLDER: f"{export.folder}",
            Column.STATE: self._state_words(found),
        }
        return texts[column]

    def _state_words(self, found: Found | None) -> str:
        if found is None:
            return tr("looking …") if self._looking else tr("not known")
        if found.state is State.LACKING:
            return tr_of(
                found.lacking, "{n:,} file is missing or changed", "{n:,} files are missing or changed"
            )
        return tr(STATE_WORDS[found.state])
