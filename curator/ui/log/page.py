"""The page of the decision log: a table that grows while one scrolls, and the selected row in full."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.records import Changes
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.log.model import Column, LogModel
from curator.ui.log.seen import LEAST_WIDTH, MOST_WIDTH, SeenPanel
from curator.ui.session import Session
from curator.ui.theme import GRID, Role, Surface, sized
from curator.ui.widgets import EmptyState, RowTable, make_search_field, rule, set_surface, text_label

_SEARCH_MS = 200
_KEPT: Mapping[int, int] = {Column.NUMBER: 72, Column.WHEN: 160, Column.CURATOR: 128}
"""Columns that are cut only beyond so many logical pixels at 100 %."""
_SHARES: Mapping[int, float] = {Column.PICTURE: 0.24, Column.CLAIM: 0.25, Column.WHAT: 0.51}
"""Of the width that is left: what was done has the longest words."""
_SEEN_SHARE = 0.27


class LogPage(QWidget):
    """Lists every logged row, the newest first.

    Attributes:
        submission_requested: the id of a submission to put on the desk.
    """

    submission_requested = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._stale = True
        set_surface(self, Surface.PANEL)
        self.setAccessibleName(tr("Log"))
        self.model = LogModel(session)
        self._build()
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_MS)
        self._search_timer.timeout.connect(lambda: self.model.set_filter(self.search.text()))
        self.search.textChanged.connect(lambda _text: self._search_timer.start())
        self.model.scanned.connect(self._show_state)
        self.model.modelReset.connect(self._show_selected)
        session.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log when it is first looked at, and what was decided since."""
        super().showEvent(event)
        # Not in the search field: a key for the desk would become a letter to search for.
        self.setFocus()
        self.model.set_filter(self.search.text())
        if self._stale:
            self._stale = False
            if self.model.rowCount():
                self.model.grow()
            else:
                self.model.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Search on when somebody looks again."""
        super().hideEvent(event)
        self._search_timer.stop()
        self.model.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size: the panel at the right takes its share."""
        super().resizeEvent(event)
        share = round(_SEEN_SHARE * self.width())
        # Half as fast as the text, as other columns: the table has to be read too.
        least, most = ((width + sized(width)) // 2 for width in (LEAST_WIDTH, MOST_WIDTH))
        self.seen.setFixedWidth(min(max(share, least), most))

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search curators, pictures, claims, reasons, notes"))
        self.search.setAccessibleName(tr("Search the log"))
        make_search_field(self.search)
        self.search.setFixedWidth(440)
        self._state = text_label("", role=Role.DIM)
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        head.setSpacing(4 * GRID)
        head.addWidget(text_label(tr("Decision log"), role=Role.HEADING))
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self.search)
        self.table = RowTable(tr("Decision log"), kept=_KEPT, shares=_SHARES, middle=(Column.PICTURE,))
        self.table.setModel(self.model)
        self.seen = SeenPanel()
        self._empty = EmptyState(Icon.LOG, "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self._stack, 1)
        lower.addWidget(rule(vertical=True))
        lower.addWidget(self.seen)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(0)
        column_.addLayout(head)
        column_.addWidget(rule())
        column_.addLayout(lower, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_selected())
        self.table.clicked.connect(self._on_clicked)
        self.table.activated.connect(self._request)
        self.seen.submission_requested.connect(self.submission_requested)

    # ------------------------------------------------------------ showing

    def _show_selected(self) -> None:
        index = self.table.currentIndex()
        decision = self.model.decision_at(index.row()) if index.isValid() else None
        if decision is None:
            self.seen.show_decision(None, picture="", claim="", there=False)
            return
        self.seen.show_decision(
            decision,
            picture=self.model.picture_of(decision),
            claim=self.model.claim_of(decision),
            there=self.model.has_picture(decision),
        )

    def _show_state(self) -> None:
        listed = self.model.rowCount()
        searched = bool(self.search.text().strip())
        if self.model.searching:
            words = (
                tr_of(listed, "{n:,} found, searching …", "{n:,} found, searching …")
                if searched
                else tr_of(listed, "{n:,} read …", "{n:,} read …")
            )
        elif self.model.complete:
            words = (
                tr_of(listed, "{n:,} row found", "{n:,} rows found")
                if searched
                else tr_of(listed, "{n:,} row", "{n:,} rows")
            )
        else:
            words = tr("scroll on for older rows")
        self._state.setText(words)
        nothing = not listed and not self.model.searching
        self._stack.setCurrentIndex(1 if nothing else 0)
        if nothing and searched:
            self._empty.tell(tr("Nothing found"), tr("No row of the log holds all these words."))
        elif nothing:
            self._empty.tell(
                tr("Nothing decided yet"),
                tr("Every decision, undo and corrected claim is written down here for good."),
            )

    # ------------------------------------------------------------ what happens

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.decided and self.isVisible():
            self.model.grow()
        elif changes.decided:
            self._stale = True

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.PICTURE:
            self._request(index)

    def _request(self, index: QModelIndex) -> None:
        decision = self.model.decision_at(index.row())
        if decision is not None and self.model.has_picture(decision):
            self.submission_requested.emit(decision.submission_id)
