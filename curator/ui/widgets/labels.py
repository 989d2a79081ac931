"""Text on screen: the only place that makes a QLabel, always as plain text.

Submitted text may look like HTML, and Qt would draw a local file from it; here
it can only ever be letters.
"""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from curator.ui.theme import Role, Surface, Tone, set_role

_TIP = "tip"
"""The property that holds the words of a tool tip."""


def text_label(
    text: str,
    *,
    role: Role = Role.BODY,
    tone: Tone | None = None,
    wrap: bool = False,
    elide: Qt.TextElideMode | None = None,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of plain text.

    Args:
        text: what it says; never read as HTML, whatever it holds.
        role: what the text is for.
        tone: colours the text; the icon belongs beside it, see ``ToneMark``.
        wrap: break into lines at words.
        elide: cut with an ellipsis at this end when there is too little room; the full
            text is then the tool tip. File names are best cut in the middle.
        selectable: can be marked and copied with mouse and keyboard.
        parent: the widget that it lies in.
    """
    label = QLabel(parent) if elide is None else ElidedLabel(mode=elide, parent=parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, role)
    if tone is not None:
        label.setProperty("tone", tone.value)
    label.setWordWrap(wrap)
    if selectable:
        set_selectable(label, True)
    label.setText(text)
    return label


def set_selectable(label: QLabel, on: bool) -> None:
    """Let a label's words be marked and copied with mouse and keyboard, or not."""
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    # What every label has from the beginning; without markup it does nothing.
    wanted = flags if on else Qt.TextInteractionFlag.LinksAccessibleByMouse
    if label.textInteractionFlags() != wanted:
        label.setTextInteractionFlags(wanted)


def fitting_label(*, role: Role = Role.BODY, parent: QWidget | None = None) -> "ElidedLabel":
    """A label of one line that is given the same in several lengths, see ``ElidedLabel.set_texts``."""
    label = ElidedLabel(mode=Qt.TextElideMode.ElideRight, parent=parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, role)
    return label


class ElidedLabel(QLabel):
    """A label of one line that cuts its text to the room it has."""

    def __init__(self, *, mode: Qt.TextElideMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self._shorter: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def shown_text(self) -> str:
        """The text as it is cut now, line breaks shown as blanks."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        lines = [" ".join(one.split()) for one in (self.text(), *self._shorter)]
        whole = next((line for line in lines if metrics.horizontalAdvance(line) <= room), None)
        return metrics.elidedText(lines[-1], self._mode, room) if whole is None else whole

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        # Whole pixels are given out: one more than measured, or the last letter is cut at some sizes.
        width = metrics.horizontalAdvance(" ".join(self.text().split())) + 1
        return QSize(width + margins.left() + margins.right(), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """The least size that still makes sense."""
        return QSize(self.fontMetrics().horizontalAdvance("Mm…"), self.sizeHint().height())

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.updateGeometry()
        self._update_tip()

    def set_texts(self, text: str, *shorter: str) -> None:
        """Show a text, or what says less where there is too little room for it; the longest first."""
        self._shorter = shorter
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        self._update_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        flags = int(self.alignment()) | Qt.TextFlag.TextSingleLine
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )

    def _update_tip(self) -> None:
        cut = self.shown_text() != " ".join(self.text().split())
        set_tip(self, self.text() if cut else "")


def section_heading(text: str, *, parent: QWidget | None = None) -> QLabel:
    """The small heading over a group: shown in capitals, read aloud as written."""
    label = text_label(text, role=Role.SECTION, parent=parent)
    font = label.font()
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    label.setFont(font)
    return label


def set_tone(label: QLabel, tone: Tone | None) -> None:
    """Give a label another tone after it was made."""
    label.setProperty("tone", tone.value if tone is not None else "")
    label.style().unpolish(label)
    label.style().polish(label)


def set_tip(widget: QWidget, text: str) -> None:
    """Set a tool tip that shows ``text`` as written: Qt reads tool tips as HTML otherwise.

    A widget without a description of its own is described by it: screen readers would
    otherwise be given the tool tip with its HTML.
    """
    before = widget.property(_TIP) or ""
    if text == before:
        return
    if widget.accessibleDescription() == before:
        widget.setAccessibleDescription(text)
    widget.setProperty(_TIP, text)
    widget.setToolTip(f"<qt>{html.escape(text)}</qt>" if text else "")


def describe(widget: QWidget, text: str) -> None:
    """Set what screen readers say after the name; empty is the tool tip."""
    widget.setAccessibleDescription(text or widget.property(_TIP) or "")


def set_surface(widget: QWidget, surface: Surface) -> None:
    """Fill a container with one of the surfaces of the theme."""
    widget.setProperty("surface", surface.value)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def rule(*, vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    """A line of one pixel between two groups."""
    frame = QFrame(parent)
    frame.setProperty("rule", "true")
    if vertical:
        frame.setFixedWidth(1)
    else:
        frame.setFixedHeight(1)
    return frame
