"""The list of what a load did not take in, to read and to copy."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from curator.engine.analysis import RefusedPortrait
from curator.engine.receiving import NotReceived, Summary
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.language import tr, tr_of, tr_stored
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import ButtonTone, IconMark, KeyButton, text_label

_NAMED = 3
"""Politicians whose names fit into one sentence."""


class RefusedDialog(QDialog):
    """Lists refused files or rows and warnings beside the window; work can go on while it is open."""

    def __init__(self, summary: Summary, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What was not taken in") if summary.refused else tr("What is doubtful"))
        self.resize(680, 440)
        self.text = QPlainTextEdit(listing(summary))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("What was refused, and warnings"))
        self.copy = KeyButton(tr("Copy the list"), image=Icon.DUPLICATE)
        self.close_button = KeyButton(tr("Close"), tone=ButtonTone.PRIMARY)
        tone = Tone.BAD if summary.refused else Tone.WARN
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(IconMark(TONE_ICONS[tone], tone=tone))
        head.addWidget(text_label(heading(summary), role=Role.HEADING), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID)
        column.setSpacing(3 * GRID)
        column.addLayout(head)
        column.addWidget(
            text_label(
                tr(
                    "Correct what is named here and load it again: what is there already is not loaded twice."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.copy.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.close)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def heading(summary: Summary) -> str:
    """``3 were not taken in, 1 warning``: files, or rows of a table."""
    parts = []
    if summary.refused:
        parts.append(tr_of(len(summary.refused), "{n:,} was not taken in", "{n:,} were not taken in"))
    if summary.warnings:
        parts.append(tr_of(len(summary.warnings), "{n:,} warning", "{n:,} warnings"))
    return ", ".join(parts) or tr("Everything was taken in")


def listing(summary: Summary) -> str:
    """Plain text: each file with its folder, what is wrong with it below; then the warnings."""
    blocks = [f"{one.path}\n    {tr(one.sentence)}" for one in summary.refused]
    if summary.warnings:
        blocks.append(
            "\n".join((tr("Taken in, but doubtful:"), *(f"    {tr(one)}" for one in summary.warnings)))
        )
    return "\n\n".join(blocks)


def portraits_sentence(refused: Sequence[RefusedPortrait]) -> str:
    """That photos cannot be reference portraits, and whose they are."""
    if len(refused) == 1:
        one = refused[0]
        return tr(
            "{file} cannot be a reference portrait of {name}. {reason}",
            file=one.file_name,
            name=one.whose,
            reason=tr_stored(one.reason),
        )
    names = list(dict.fromkeys(one.whose for one in refused))
    named = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        named = tr_of(len(names) - _NAMED, "{names} and {n:,} more", "{names} and {n:,} more", names=named)
    return tr("{count:,} photos cannot be reference portraits: of {names}.", count=len(refused), names=named)


def portraits_summary(refused: Sequence[RefusedPortrait]) -> Summary:
    """The same photos as :class:`RefusedDialog` lists them."""
    return Summary(
        refused=tuple(
            NotReceived(Path(one.file_name), f"{one.whose}: {tr_stored(one.reason)}") for one in refused
        )
    )
