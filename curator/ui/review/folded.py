"""A long text that shows its first lines until a person asks for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from curator.ui.assets import ICON_SMALL, Icon, icon
from curator.ui.language import tr
from curator.ui.theme import Role, font_of

LINES = 6
"""Shown of a folded text: what follows in the column stays within reach."""
_MOST = 16_777_215
"""Qt's own word for "no limit" of a size."""


class FoldedText(QWidget):
    """A label that is cut after some lines, with a button below it when something is cut."""

    def __init__(self, label: QLabel, *, parent: QWidget | None = None) -> None:
        """Fold a label.

        Args:
            label: of wrapping text.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._label = label
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._open = False
        self.button = QToolButton()
        self.button.setIcon(icon(Icon.MORE, tint="accent"))
        self.button.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFont(font_of(Role.BODY))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: self._fold(open_=not self._open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(self.button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.button.hide()
        self._fold(open_=False)

    @property
    def folded(self) -> bool:
        """Whether a part of the text is out of sight."""
        return not self._open and self._is_long

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the rest when there is one at this width."""
        super().resizeEvent(event)
        self.button.setVisible(self._is_long)
        self._set_height()

    @property
    def _limit(self) -> int:
        return LINES * self._label.fontMetrics().lineSpacing()

    @property
    def _is_long(self) -> bool:
        # One line more than the limit would only be replaced by the button.
        return (
            self._label.heightForWidth(self.width()) > self._limit + self._label.fontMetrics().lineSpacing()
        )

    def _fold(self, *, open_: bool) -> None:
        self._open = open_
        words = tr("Show less") if open_ else tr("Show all")
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self._set_height()

    def _set_height(self) -> None:
        limit = _MOST if self._open or not self._is_long else self._limit
        self._label.setMaximumHeight(limit)
