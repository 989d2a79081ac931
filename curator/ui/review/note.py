"""The note of a submission: read, copied, and corrected in its place; leaving it saves it."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from curator.engine.deciding.hand_work import LONGEST_NOTE
from curator.engine.records import SubmissionId
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.language import tr
from curator.ui.review.folded import FoldedText
from curator.ui.review.long_words import breakable
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import KeyButton, ToolButton, section_heading, text_label

_LINES = 5


class NoteSection(QWidget):
    """A heading, the note, and a field in its place while it is edited.

    Attributes:
        edited: the new note.
        editing_ended: the field is gone, with or without a new note.
    """

    edited = Signal(str)
    editing_ended = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self._about: SubmissionId | None = None
        self._unsaved: dict[SubmissionId, str] = {}
        self._shown: QWidget | None = None
        self.edit_button = ToolButton(Icon.EDIT, tr("Edit the note"), size=ICON_SMALL)
        self.copy_button = ToolButton(Icon.DUPLICATE, tr("Copy the note"), size=ICON_SMALL)
        self.field = _Field()
        self.too_long = text_label(
            tr("A note has at most {n:,} letters: the rest was left out.", n=LONGEST_NOTE),
            role=Role.CAPTION,
            tone=Tone.WARN,
            wrap=True,
        )
        self.save_button = KeyButton(tr("Save"), key="Ctrl+Enter")
        self.cancel_button = KeyButton(tr("Cancel"), key="Esc")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(section_heading(tr("Note")))
        head.addStretch(1)
        head.addWidget(self.copy_button)
        head.addWidget(self.edit_button)
        self._body = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.setSpacing(GRID)
        editor.addWidget(self.field)
        editor.addWidget(self.too_long)
        editor.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self._body)
        column.addWidget(self._editor)
        self._editor.hide()
        self.setAccessibleName(tr("Note"))
        self.edit_button.clicked.connect(self.begin)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._note))
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self._give_up)
        self.field.saved.connect(self._save)
        self.field.given_up.connect(self._give_up)
        self.field.full.connect(self.too_long.show)

    @property
    def editing(self) -> bool:
        """Whether the field stands in the note's place."""
        return not self._editor.isHidden()

    def show_note(self, note: str, *, about: SubmissionId) -> None:
        """Show a note; what is being typed about the same submission stays.

        Args:
            note: as it is now.
            about: whose it is.
        """
        if self.editing and self._about is not None and about != self._about:
            # It could not be saved when it was left, and waits for somebody to come back.
            self._unsaved[self._about] = self.field.toPlainText()
            self._end()
        self._about = about
        self._show(note)
        if about in self._unsaved:
            self._open(self._unsaved.pop(about))

    def _show(self, note: str) -> None:
        if note == self._note and self._shown is not None:
            return
        self._note = note
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        shown = breakable(note)
        self._shown = (
            FoldedText(text_label(f"“{shown}”", wrap=True, selectable=shown == note))
            if note
            else text_label(tr("No note"), role=Role.DIM)
        )
        self._body.addWidget(self._shown)
        self._shown.setVisible(not self.editing)
        # Where long words were broken for showing, copying what is shown would copy the breaks.
        self.copy_button.setVisible(shown != note)

    def begin(self) -> None:
        """Put a field in the note's place and the cursor into it."""
        self._open(self._note)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Save what is typed, as something else is going to be shown or decided; Escape gives it up."""
        if self.editing:
            self._save()

    def take_back(self, note: str) -> None:
        """Put a note that could not be saved into the field again."""
        self._open(note)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, text: str) -> None:
        if self._shown is not None:
            self._shown.hide()
        self.field.setPlainText(text)
        self.too_long.hide()
        self._editor.show()
        self.edit_button.setEnabled(False)

    def _save(self) -> None:
        note = self.field.toPlainText().strip()
        # First, for whoever cannot save it gives it back to be saved later.
        self._end()
        if note != self._note:
            self.edited.emit(note)

    def _give_up(self) -> None:
        self._end()

    def _end(self) -> None:
        self._editor.hide()
        self.edit_button.setEnabled(True)
        if self._shown is not None:
            self._shown.show()
        self.editing_ended.emit()


class _Field(QPlainTextEdit):
    """Left by Ctrl+Enter with its words and by Escape without; Tab leaves it for the buttons."""

    saved = Signal()
    given_up = Signal()
    full = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Note"))
        self.setPlaceholderText(tr("What colleagues should know"))
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 4 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.saved.emit()
        elif event.text().isprintable() and event.text() and not control and not self._room:
            self.full.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether it is text: a dropped file is for the window to load, and its path for nobody to read."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as much as there is room for."""
        if not self.canInsertFromMimeData(source):
            return
        text, room = source.text(), self._room
        if len(text) > room:
            self.full.emit()
        self.insertPlainText(text[:room])

    @property
    def _room(self) -> int:
        """How many letters may come in the place of what is selected."""
        return max(0, LONGEST_NOTE - len(self.toPlainText()) + len(self.textCursor().selectedText()))
