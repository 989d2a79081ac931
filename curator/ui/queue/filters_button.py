"""The button that opens the panel of filters, and says how many are on in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from curator.ui.assets import ICON_SMALL, Icon, icon
from curator.ui.language import tr, tr_of
from curator.ui.theme import size_with_text
from curator.ui.widgets import set_tip
from curator.ui.widgets.chips import CHIP_HEIGHT


class FiltersButton(QToolButton):
    """Stands among the chips, which are filters too, and is as high; down while the panel is open."""

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._told = ""
        self.setIcon(icon(Icon.FILTER, tint="dim"))
        self.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        size_with_text(self, height=CHIP_HEIGHT)
        self.show_filters_on(0)

    def show_filters_on(self, count: int) -> None:
        """Says how many filters are on that can only be seen in the panel."""
        self.setText(tr_of(count, "Filters {n}", "Filters {n}") if count else tr("Filters"))
        self._told = tr_of(count, "Filters, {n} is on", "Filters, {n} are on") if count else tr("Filters")
        self.setAccessibleName(self._told)
        self.show_key(self._key)

    def show_key(self, key: str) -> None:
        """Tells which key opens the filters; empty for none."""
        self._key = key
        set_tip(self, f"{self._told} ({key})" if key else self._told)
