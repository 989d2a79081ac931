"""Tables of whole rows: how wide columns are, which row is lit, and what a tool tip says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QHoverEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from curator.ui.widgets import RowTable
from curator.ui.widgets.row_table import shared

LONG = "not in the index: the name is exported as it was sent, which is far more than a column holds"


def table_of(qtbot: QtBot, *rows: tuple[str, str, str], width: int = 600) -> RowTable:
    """Column 0 is kept, 1 and 2 share the rest."""
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Number", "Shows", "Why"])
    for row in rows:
        model.appendRow([QStandardItem(text) for text in row])
    table = RowTable("Made up", kept={0: 120}, shares={1: 0.4, 2: 0.6}, middle=(1,))
    model.setParent(table)
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(width, 300)
    table.show()
    return table


def move_to(table: RowTable, row: int) -> None:
    """The pointer comes to a row, as Qt tells it."""
    at = QPointF(5, table.rowHeight(0) * (row + 0.5))
    QApplication.sendEvent(table.viewport(), QHoverEvent(QEvent.Type.HoverMove, at, at, at))


def leave(table: RowTable) -> None:
    """The pointer leaves the table."""
    at = QPointF(-1, -1)
    QApplication.sendEvent(table.viewport(), QHoverEvent(QEvent.Type.HoverLeave, at, at, at))


def cut(table: RowTable, row: int, column: int) -> bool:
    index = table.model().index(row, column)
    return table.sizeHintForIndex(index).width() > table.columnWidth(column)


def test_what_one_column_does_not_need_the_other_has(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("7", "nobody", LONG))
    assert not cut(table, 0, 0)
    assert not cut(table, 0, 1)
    assert cut(table, 0, 2)
    assert table.columnWidth(2) > 2 * table.columnWidth(1)
    assert sum(table.columnWidth(one) for one in range(3)) <= table.viewport().width()


def test_a_kept_column_has_its_bounds(qtbot: QtBot) -> None:
    table = table_of(qtbot, (LONG, "nobody", "why"))
    assert table.columnWidth(0) == 120


def test_no_column_gets_narrower_when_other_rows_come(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("1,234,567", "nobody", "why"))
    before = table.columnWidth(0)
    table.model().setData(table.model().index(0, 0), "7")
    assert table.columnWidth(0) == before


def test_the_whole_row_is_lit(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("1", "a", "b"), ("2", "c", "d"))

    def lit() -> list[tuple[int, int]]:
        found = []
        for row in range(2):
            for column in range(3):
                option = QStyleOptionViewItem()
                table.rows.initStyleOption(option, table.model().index(row, column))
                if option.state & QStyle.StateFlag.State_MouseOver:
                    found.append((row, column))
        return found

    assert lit() == []
    move_to(table, 1)
    assert lit() == [(1, 0), (1, 1), (1, 2)]
    move_to(table, 2)
    assert lit() == [], "below the last row is none"
    move_to(table, 0)
    leave(table)
    assert lit() == []


def test_columns_are_cut_where_it_hurts_least(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("1", "a", "b"))
    option = QStyleOptionViewItem()
    table.rows.initStyleOption(option, table.model().index(0, 1))
    assert option.textElideMode is Qt.TextElideMode.ElideMiddle
    table.rows.initStyleOption(option, table.model().index(0, 2))
    assert option.textElideMode is Qt.TextElideMode.ElideRight


@pytest.mark.parametrize(("column", "told"), [(1, ""), (2, "<qt>&lt;b&gt;")])
def test_a_tool_tip_says_only_what_is_cut(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, column: int, told: str
) -> None:
    said = [""]
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: said.append(""))
    table = table_of(qtbot, ("7", "nobody", f"<b>{LONG}</b>"))
    index = table.model().index(0, column)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    asked = QHelpEvent(QEvent.Type.ToolTip, option.rect.center(), QPoint())
    assert table.rows.helpEvent(asked, table, option, index)
    assert said[-1].startswith(told)
    assert bool(said[-1]) is bool(told)


@given(
    room=st.integers(-20, 3000),
    columns=st.lists(st.tuples(st.integers(0, 2000), st.floats(0.01, 1)), min_size=1, max_size=6),
)
def test_columns_share_the_room(room: int, columns: list[tuple[int, float]]) -> None:
    wanted = {place: wish for place, (wish, _) in enumerate(columns)}
    shares = {place: share for place, (_, share) in enumerate(columns)}
    widths = shared(room, wanted=wanted, shares=shares)
    assert widths.keys() == wanted.keys()
    assert all(width >= 0 for width in widths.values())
    assert sum(widths.values()) <= max(0, room)
    if sum(wanted.values()) <= room:
        assert all(widths[one] >= wanted[one] for one in wanted)
    else:
        assert all(widths[one] <= wanted[one] for one in wanted)
