"""The page of the export: for the campaign's site, for colleagues, and what was exported before."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from curator.ui.export.colleagues import ColleaguesPane
from curator.ui.export.past_pane import PastPane
from curator.ui.export.sheet_section import Listed
from curator.ui.export.site_pane import SitePane
from curator.ui.language import tr
from curator.ui.session import Session
from curator.ui.theme import GRID, Surface
from curator.ui.widgets import rule, set_surface


class ExportPage(QWidget):
    """Three tabs: what leaves for the site, files for people inside the campaign, and past exports.

    Attributes:
        submission_requested: the id of a submission to put on the desk.
        told: how something ended that was begun here, while nobody looks at it.
        tabs: chooses one of them.
        site: the first.
        colleagues: the second.
        past: the third.
    """

    submission_requested = Signal(int)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        *,
        listed: Callable[[], Listed] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Shows the tab for the site.

        Args:
            session: of the open catalogue.
            listed: tells what the review page lists now; None where there is none.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        set_surface(self, Surface.PANEL)
        self.setAccessibleName(tr("Export"))
        self.site = SitePane(session)
        self.colleagues = ColleaguesPane(session, listed=listed)
        self.past = PastPane(session)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("For whom"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for unused in self.tabs.findChildren(QToolButton):
            # Qt makes them all the same, with names in English.
            unused.setAccessibleName("")
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        panes = (
            (tr("For the site"), self.site),
            (tr("For colleagues"), self.colleagues),
            (tr("Past exports"), self.past),
        )
        for words, pane in panes:
            self.tabs.addTab(words.replace("&", "&&"))
            self._stack.addWidget(pane)
        self.tabs.currentChanged.connect(self._on_tab)
        self.site.submission_requested.connect(self.submission_requested)
        self.site.told.connect(self.told)
        self.colleagues.told.connect(self.told)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand nowhere, as on the other pages: Tab goes to the tabs first."""
        super().showEvent(event)
        self.setFocus()

    def _on_tab(self, place: int) -> None:
        by_key = self.tabs.hasFocus()
        self._stack.setCurrentIndex(place)
        if not by_key:
            # Else the first field of the other tab would get the keys and the wheel.
            self.setFocus()
