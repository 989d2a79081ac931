"""Shares the room of the comparison: the faces first, and below them how far is far, which scrolls."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.language import tr
from curator.ui.theme import GRID, RING, Surface
from curator.ui.widgets import FollowingArea, rule, set_surface

_STAGE_SHARE = 0.5
"""Of the height that the faces have at least: they are what is looked at."""
_EDGE = 2 * RING
"""Of what scrolls, in which the sheet draws the ring."""


class CompareSheet(QWidget):
    """Faces, tools, and below them what is told about their distances."""

    def __init__(self, stage: QWidget, tools: QWidget, *told: QWidget, parent: QWidget | None = None) -> None:
        """Lay out the parts.

        Args:
            stage: the faces.
            tools: what a way of showing them needs; may be hidden.
            told: one under the other; the first can always be seen.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._stage, self._tools, self._first = stage, tools, told[0]
        below = QWidget()
        set_surface(below, Surface.PANEL)
        self._column = QVBoxLayout(below)
        self._column.setContentsMargins(4 * GRID - RING, 2 * GRID, 4 * GRID - RING, 2 * GRID)
        self._column.setSpacing(GRID)
        for widget in told:
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._area = FollowingArea()
        self._area.setWidget(below)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("How far is far"))
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(stage, 1)
        whole.addWidget(tools)
        whole.addWidget(rule())
        whole.addWidget(self._area)

    def minimumSizeHint(self) -> QSize:
        """The size below which it is of no use: what is told scrolls, however high it is now."""
        stage = self._stage.minimumSizeHint().height()
        return QSize(super().minimumSizeHint().width(), stage + self._tools_height() + self._least() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when something needs more or less of it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def follow(self) -> None:
        """Share the room anew after something else is told: a scroll area keeps such news to itself."""
        self._share()

    def _share(self) -> None:
        told = self._column.totalHeightForWidth(self.width() - _EDGE)
        wanted = max(told, self._column.totalMinimumSize().height()) + _EDGE
        room = self.height() - self._tools_height() - 1
        stage = max(self._stage.minimumSizeHint().height(), round(_STAGE_SHARE * room))
        self._area.setFixedHeight(min(wanted, max(self._least(), room - stage)))

    def _tools_height(self) -> int:
        return 0 if self._tools.isHidden() else self._tools.sizeHint().height()

    def _least(self) -> int:
        """How high the first of what is told is, with the edges."""
        first = 0 if self._first.isHidden() else self._first.sizeHint().height()
        return first + 4 * GRID + _EDGE

    def _on_range_changed(self, least: int, most: int) -> None:
        # Reached with Tab, so that the arrow keys scroll it; a stop where nothing happens is none.
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > least else Qt.FocusPolicy.NoFocus)
