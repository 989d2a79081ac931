"""How large the picture is shown, in percent of its own size, as a quiet button."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

from curator.ui.language import tr
from curator.ui.theme import GRID, Role, font_of, set_role
from curator.ui.widgets import describe, set_tip


class ZoomReadout(QToolButton):
    """Tells the zoom; pressed, it asks for the whole picture again, or for full size where that is shown.

    As wide for every number, so that nothing beside it moves while somebody zooms.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CAPTION)
        self.setProperty("quiet", "true")
        self._percent: int | None = None
        self._fitted = True
        self._fit_key = self._actual_key = ""
        self._tell()

    @property
    def percent(self) -> int | None:
        """What is told: screen pixels for 100 pixels of the picture; None without a picture."""
        return self._percent

    @property
    def fitted(self) -> bool:
        """Whether it stands for the whole picture, so that the next step is full size."""
        return self._fitted

    def set_keys(self, *, fit: str, actual: str) -> None:
        """Tell other keys for the whole picture and for full size; binding them is the window's part."""
        self._fit_key, self._actual_key = fit, actual
        self._tell()

    def show_zoom(self, percent: int | None, *, fitted: bool) -> None:
        """Tell another zoom.

        Args:
            percent: screen pixels for 100 pixels of the picture; None when no picture is shown.
            fitted: whether the whole picture is shown.
        """
        if (percent, fitted) != (self._percent, self._fitted):
            self._percent, self._fitted = percent, fitted
            self._tell()

    def sizeHint(self) -> QSize:
        """The size that shows every number."""
        size = super().sizeHint()
        metrics = QFontMetrics(font_of(Role.CAPTION))
        widest = max(metrics.horizontalAdvance(tr("{n} %", n=number)) for number in (100, 400))
        return QSize(widest + 3 * GRID, size.height())

    def minimumSizeHint(self) -> QSize:
        """The same: half a number says nothing."""
        return self.sizeHint()

    def _tell(self) -> None:
        words = "" if self._percent is None else tr("{n} %", n=self._percent)
        self.setText(words)
        self.setEnabled(self._percent is not None)
        self.setAccessibleName(tr("Zoom: {zoom}", zoom=words) if words else tr("Zoom"))
        step, key = (
            (tr("Full size"), self._actual_key)
            if self._fitted and self._percent != 100
            else (tr("Fit the picture"), self._fit_key)
        )
        set_tip(self, f"{step} ({key})" if key else step)
        describe(self, "")
        self.updateGeometry()
