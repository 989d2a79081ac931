"""Bars: a track with a fill, a row of name, bar and number, and a thin progress bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from curator.ui.theme import Role, Tone, set_role, size_with_text, tokens_of
from curator.ui.widgets.labels import text_label

TRACK = 6


class BarTrack(QWidget):
    """A track that is filled from the left, with an optional mark for a threshold."""

    def __init__(
        self,
        fraction: float = 0.0,
        *,
        tone: Tone = Tone.NEUTRAL,
        mark: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fraction = fraction
        self._tone = tone
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bar(self, fraction: float, *, tone: Tone, mark: float | None = None) -> None:
        """Fill to another fraction (0..1, cut to it) in another tone."""
        self._fraction = fraction
        self._tone = tone
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        return QSize(96, 16)

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(32, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - TRACK) / 2, self.width(), TRACK)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        filled = min(1.0, max(0.0, self._fraction)) * track.width()
        if filled > 0:
            painter.setBrush(tokens.color(self._tone))
            fill = QRectF(track.left(), track.top(), max(TRACK, filled), TRACK)
            painter.drawRoundedRect(fill, TRACK / 2, TRACK / 2)
        if self._mark is not None:
            painter.setBrush(QColor(tokens.text))
            painter.drawRect(QRectF(round(self._mark * (self.width() - 1)), track.top() - 3, 1, TRACK + 6))


class BarRow(QWidget):
    """A name, a bar and a number in one line; columns line up over rows of one width."""

    NAME_SHARE = 5
    BAR_SHARE = 5

    def __init__(
        self,
        name: str,
        *,
        value: str,
        fraction: float,
        tone: Tone = Tone.NEUTRAL,
        strong: bool = False,
        mark: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        number = text_label(value, role=Role.STRONG if strong else Role.DIM)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setMinimumWidth(number.fontMetrics().horizontalAdvance("0.000"))
        label = text_label(name, role=Role.STRONG if strong else Role.BODY, elide=Qt.TextElideMode.ElideRight)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bar = BarTrack(fraction, tone=tone, mark=mark)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label, self.NAME_SHARE)
        row.addWidget(bar, self.BAR_SHARE)
        row.addWidget(number)
        size_with_text(self, height=24)
        self.setAccessibleName(f"{name}, {value}")


class ThinProgress(QProgressBar):
    """How far something has come, as a line; the words stand beside it."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("thin", "true")
        self.setTextVisible(False)
        set_role(self, Role.CAPTION)
        self.setAccessibleName(name)
