"""The second step of the dialog: what the columns mean, and the first rows as they would be filed."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.intake.nocodb.request import Field, Mapped, Preview
from curator.engine.records import Claim, Kind
from curator.engine.said import said
from curator.ui.fetch.mapping_form import MappingForm
from curator.ui.fetch.rows_model import RowsModel
from curator.ui.fetch.rows_table import RowsTable
from curator.ui.language import tr, tr_of
from curator.ui.theme import GRID, Tone, size_with_text
from curator.ui.widgets import ThinProgress, Told, section_heading

_WARNINGS = 2
"""So many have room; more of them are counted."""


NO_PICTURES = said("Say which column holds the pictures.")


class PreviewPane(QWidget):
    """Shows a preview, and lets a person say what its columns mean.

    Attributes:
        mapping_changed: the rows are to be read anew.
    """

    mapping_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self.mapping = MappingForm()
        self.model = RowsModel()
        self.table = RowsTable(self.model)
        self._count = section_heading("")
        self._reading = ThinProgress(name=tr("Reading the rows again"))
        self._reading.setRange(0, 0)
        self._warnings = Told()
        self.fault = Told()
        self._lay_out()
        self.mapping.changed.connect(self.mapping_changed)
        self.set_stale(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * GRID)
        head.addWidget(self._count)
        head.addStretch(1)
        size_with_text(self._reading, width=160)
        head.addWidget(self._reading, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.mapping)
        column.addWidget(self.fault)
        column.addSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self._warnings)
        column.addStretch(1)

    # ------------------------------------------------------------ what is chosen

    @property
    def mapped(self) -> Mapped:
        """What the columns mean now."""
        return self.mapping.mapped

    @property
    def kind(self) -> Kind:
        """Of rows that do not say theirs."""
        return self.mapping.kind_chosen

    @property
    def has_pictures(self) -> bool:
        """Whether a column is said to hold the pictures."""
        return Field.IMAGE in self.mapped

    # ------------------------------------------------------------ showing

    def show_preview(
        self,
        preview: Preview,
        *,
        kind: Kind,
        anew: bool,
        guessed: bool,
        strangers: Collection[Claim] = (),
    ) -> None:
        """Shows what a look brought.

        Args:
            preview: columns and rows.
            kind: of rows that do not say theirs.
            anew: it is another table, and not the same one read with another mapping.
            guessed: nobody has said yet what the columns mean.
            strangers: claims that name nobody of the index.
        """
        if anew or preview.columns != self._columns:
            self._columns = preview.columns
            self.mapping.show_columns(preview.columns, mapped=preview.mapped, kind=kind, guessed=guessed)
        self.model.set_rows(preview.rows, strangers=strangers)
        self._count.setText(count_sentence(preview))
        self._warnings.tell(_warnings_sentence(preview) if self.has_pictures else "", tone=Tone.WARN)
        self.tell("" if self.has_pictures else tr(NO_PICTURES))

    def tell(self, sentence: str) -> None:
        """Says what is wrong with the columns; nothing is being read."""
        self.fault.tell(sentence)
        self.set_stale(False)

    def set_stale(self, stale: bool) -> None:
        """The rows below are read with an older mapping, and are being read anew."""
        self._reading.setVisible(stale)
        self.table.setEnabled(not stale)


def count_sentence(preview: Preview) -> str:
    """How many of how many rows are shown."""
    shown = len(preview.rows)
    if preview.total == 0:
        return tr("The table has no rows")
    if preview.total is None:
        return tr_of(
            shown, "The first row, as it would be filed", "The first {n} rows, as they would be filed"
        )
    return tr_of(
        preview.total,
        "{shown} of {n:,} row, as it would be filed",
        "{shown} of {n:,} rows, as they would be filed",
        shown=shown,
    )


def _warnings_sentence(preview: Preview) -> str:
    lines = [tr(one) for one in preview.warnings[:_WARNINGS]]
    more = len(preview.warnings) - _WARNINGS
    if more > 0:
        lines.append(tr_of(more, "{n} more warning", "{n} more warnings"))
    return "\n".join(lines)
