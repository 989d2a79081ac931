"""The page of the filters on which a person says from which day to which day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QVBoxLayout, QWidget

from curator.engine.catalogue.lists import SubmissionFilter
from curator.engine.said import said
from curator.ui.language import tr
from curator.ui.queue.active_filters import FilterMark
from curator.ui.queue.facet_words import day_format
from curator.ui.theme import Role
from curator.ui.widgets import FlowRow, text_label

_QUICK = ((said("Today"), 1), (said("Last 7 days"), 7), (said("Last 30 days"), 30))


class DayRange(QWidget):
    """Two days, each of which may be left open.

    The catalogue counts days in UTC. A day here is the UTC day of the same date: it holds the
    person's noon wherever they are, and the page says when it begins.

    Attributes:
        wanted: the ``SubmissionFilter`` with other days.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filter = SubmissionFilter()
        self._from, self._from_day = self._field(tr("Received from"))
        self._to, self._to_day = self._field(tr("Received until"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (box, field) in enumerate(((self._from, self._from_day), (self._to, self._to_day))):
            grid.addWidget(box, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(2, 1)
        quick = FlowRow()
        for words, days in _QUICK:
            button = FilterMark(tr(words), image=None)
            button.clicked.connect(lambda _on=False, days=days: self._on_quick(days))
            quick.add(button)
        note = text_label(
            tr("Days are counted in UTC. Here they begin at {time}.", time=_beginning()),
            role=Role.CAPTION,
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(quick)
        column.addWidget(note)
        column.addStretch(1)

    def show_filter(self, wanted: SubmissionFilter) -> None:
        """Shows the days of a filter."""
        self._filter = wanted
        pairs = (
            (self._from, self._from_day, wanted.received_from),
            (self._to, self._to_day, wanted.received_to),
        )
        for box, field, day in pairs:
            with QSignalBlocker(box), QSignalBlocker(field):
                box.setChecked(day is not None)
                field.setEnabled(day is not None)
                if day is not None:
                    field.setDate(QDate(day.year, day.month, day.day))

    def begin(self) -> None:
        """Takes the focus."""
        self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, name: str) -> tuple[QCheckBox, QDateEdit]:
        box = QCheckBox(name)
        field = QDateEdit(QDate.currentDate())
        field.setDisplayFormat(day_format())
        field.setAccessibleName(name)
        field.setMinimumWidth(140)
        field.setEnabled(False)
        # While a day is being typed its parts are no day that anybody means.
        field.setKeyboardTracking(False)
        box.toggled.connect(lambda _on: self._tell())
        field.dateChanged.connect(lambda _day: self._tell())
        return box, field

    def _tell(self) -> None:
        first, last = (
            _day(field) if box.isChecked() else None
            for box, field in ((self._from, self._from_day), (self._to, self._to_day))
        )
        self.wanted.emit(replace(self._filter, received_from=first, received_to=last))

    def _on_quick(self, days: int) -> None:
        today = datetime.now(UTC).date()
        first = today - timedelta(days=days - 1)
        self.wanted.emit(replace(self._filter, received_from=first, received_to=None))


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _beginning() -> str:
    """When a day in UTC begins on the person's clock."""
    midnight = datetime.now(UTC).replace(hour=0, minute=0).astimezone()
    return f"{midnight:%H:%M}"
